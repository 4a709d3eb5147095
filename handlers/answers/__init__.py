"""One file a topic: reads what is known and hands it to the wording; nothing here writes."""
