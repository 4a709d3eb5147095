"""Sentences put together from parts: every way to say a thing at every place of a sentence, and what each must tell."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from language.names import Lexicon
from language.understand import understand
from language.understanding import Utterance
from language.understanding_json import to_json
from models.calendar import SHANGHAI
from models.registry import read_registry
from models.vocabulary import ChatKind

CORPUS = Path(__file__).parents[2] / "corpus"
NOW = datetime(2026, 6, 10, 10, tzinfo=SHANGHAI)


@cache
def lexicon(district: str) -> Lexicon:
    """The names of one district of the corpus."""
    return Lexicon(read_registry(CORPUS / district / "registry.json"))


def read(text: str, district: str, sender: str | None = None) -> dict[str, Any]:
    """What a message tells in a district, on 10 June 2026."""
    return to_json(understand(Utterance(text, NOW, ChatKind.GROUP, sender), lexicon(district)))


def thinned(items: Iterable[Any], most: int) -> list[Any]:
    """So many of them at most, evenly."""
    every = list(items)
    step = max(1, -(-len(every) // most))
    return every[::step]
