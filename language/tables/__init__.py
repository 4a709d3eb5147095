"""Vocabularies of the language room as plain tables: to teach the reader a word, add it here."""
