"""The parts of the date reader: patterns, calendar steps, festivals, and what a date means as a plan or as a fact."""
