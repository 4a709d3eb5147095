"""Servers that play the platforms, strict about what the real ones are strict about."""
