"""The reader of progress sentences."""
