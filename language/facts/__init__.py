"""What a clause says of its subject: done, under way, planned, hoped, heard, denied, stopped; and by when."""

from language.facts.acts import Act, Judgement, Predicate
from language.facts.judging import judge

__all__ = ["Act", "Judgement", "Predicate", "judge"]
