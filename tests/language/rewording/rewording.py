"""Says annotated messages in another way and compares what is read: a change of wording that changes no fact."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from language.names import Lexicon
from language.understand import understand
from language.understanding import Utterance
from language.understanding_json import to_json
from models.registry import read_registry
from models.vocabulary import ChatKind
from tests.language.scoring import statements

CORPUS = Path(__file__).parents[2] / "corpus"
FOLDERS = [CORPUS / name for name in "abcdefghijklmnop"]
"""The districts whose messages are reworded; later ones are kept to measure with."""
FEW = [CORPUS / name for name in "cdgjkn"]
"""Enough of them for families of many rewordings."""

Facts = frozenset[tuple[str, ...]]
Reword = Callable[["Said"], str | tuple[str, str] | None]
"""Another wording of a message, or its text and who else sends it; None (or the same text) where it cannot be said so."""


@dataclass(frozen=True)
class Said:
    """One annotated message that is read rightly."""

    id: str
    row: dict[str, Any]
    registry: dict[str, Any]
    lexicon: Lexicon
    facts: Facts

    @property
    def text(self) -> str:
        return str(self.row["text"])

    @property
    def intent(self) -> str:
        return str(self.row["expect"]["intent"])

    @property
    def mention(self) -> str:
        """The mention of the bot at the head, with the blank behind it; empty where there is none."""
        found = re.match(r"@\S+\s+", self.text)
        return found[0] if found else ""

    @property
    def body(self) -> str:
        """The text without the mention at its head."""
        return self.text[len(self.mention) :]

    def names(self, project: str) -> list[str]:
        """The full name and the aliases of a project."""
        found = next(each for each in self.registry["projects"] if each["id"] == project)
        return [found["name"], *found.get("aliases", ())]

    def all_names(self) -> list[tuple[str, str]]:
        """Every name of every project with the project's id, the longest first."""
        pairs = [(name, each["id"]) for each in self.registry["projects"] for name in self.names(each["id"])]
        return sorted(pairs, key=lambda pair: -len(pair[0]))

    def read(self, text: str, sender: str | None = None) -> Facts:
        """What is understood of a text said in this message's place."""
        return _read(text, self.row, self.lexicon, sender)


@dataclass
class Outcome:
    """How often a rewording was read as before."""

    tried: int = 0
    changed: list[tuple[str, str, Facts, Facts]] = field(default_factory=list)
    """Id, text, what was missed, what was made up."""

    @property
    def kept(self) -> float:
        """Share of the messages that were read as before, in percent; 100 where none was tried."""
        return 100 * (1 - len(self.changed) / self.tried) if self.tried else 100.0


def _read(text: str, row: dict[str, Any], lexicon: Lexicon, sender: str | None = None) -> Facts:
    said = Utterance(text, datetime.fromisoformat(row["now"]), ChatKind(row["chat"]), sender or row.get("sender"))
    return frozenset(statements(to_json(understand(said, lexicon))))


def _rightly_read(folder: Path, chosen: Callable[[list[dict[str, Any]]], list[dict[str, Any]]]) -> Iterator[Said]:
    """Of the chosen messages of a corpus those that are read rightly as they stand; answers to a quote are left out."""
    registry = json.loads((folder / "registry.json").read_text("utf-8"))
    lexicon = Lexicon(read_registry(folder / "registry.json"))
    lines = [line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    for row in chosen([row for row in map(json.loads, lines) if "quote" not in row]):
        said = Said(row["id"], row, registry, lexicon, frozenset(statements(row["expect"])))
        if said.read(said.text) == said.facts:
            yield said


@cache
def district(folder: Path) -> tuple[Said, ...]:
    """All messages of one corpus that are read rightly as they stand."""
    return tuple(_rightly_read(folder, lambda rows: rows))


@cache
def thinned(intent: str, every: int) -> tuple[Said, ...]:
    """Of every so-manieth message of an intent those that are read rightly; the others are not even read."""

    def chosen(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [row for row in rows if row["expect"]["intent"] == intent][::every]

    return tuple(said for folder in FOLDERS for said in _rightly_read(folder, chosen))


def messages(intent: str, folders: Iterator[Path] | list[Path] | None = None, every: int = 1) -> Iterator[Said]:
    """Rightly read messages of an intent, every so-manieth of each corpus."""
    for folder in folders or FOLDERS:
        yield from [each for each in district(folder) if each.intent == intent][::every]


def outcome(reword: Reword, said: list[Said]) -> Outcome:
    """Reword each message and read it again."""
    result = Outcome()
    for each in said:
        text = reword(each)
        if text is None or text == each.text:
            continue
        text, sender = text if isinstance(text, tuple) else (text, None)
        result.tried += 1
        found = each.read(text, sender)
        if found != each.facts:
            result.changed.append((each.id, text, each.facts - found, found - each.facts))
    return result
