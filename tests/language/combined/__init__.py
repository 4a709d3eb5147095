"""Sentences put together from parts: every way to say a thing at every place of a sentence, and what each must tell."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from itertools import product
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


Told = tuple[str, Mapping[str, Any]]
"""What is said, and what it must tell, each key of a report with its value."""


def stated(rows: dict[str | None, str]) -> list[Told]:
    """Ways of saying how far something is, in rows by the status that each must tell."""
    return [(said, {"status": status}) for status, row in rows.items() for said in row.split()]


def misread(subjects: Iterable[tuple[str, str]], told_of: Iterable[Told], district: str) -> tuple[int, list[str]]:
    """Every subject, as (sender, words), with everything that is told of it: how many, and those not read as meant."""
    cases = list(product(subjects, told_of))
    wrong: list[str] = []
    for (sender, subject), (said, told) in cases:
        reports = read(subject + said, district, sender).get("reports", [])
        one = reports[0] if len(reports) == 1 else {}
        held = all(one.get(key) == value for key, value in told.items()) and len(reports) < 2
        if not held or ("due_on" in told and one.get("status") == "done"):
            wrong.append(f"{subject}{said}: {reports}")
    return len(cases), wrong
