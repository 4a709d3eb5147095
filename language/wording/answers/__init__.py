"""Answers to questions, one file a topic: the conclusion first, every figure with its unit, day and source."""
