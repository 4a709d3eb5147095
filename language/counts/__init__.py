"""The parts of the number reader: units, words that only look like numbers, one number with what it counts."""
