"""Which projects, units, people, towns and categories a text means."""

from language.names.lexicon import Lexicon
from language.names.span import NameSpan

__all__ = ["Lexicon", "NameSpan"]
