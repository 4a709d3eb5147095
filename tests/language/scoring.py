"""How well messages are understood: statements of the expected and of the given understanding, compared as sets."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from language.names import Lexicon
from language.understand import understand
from language.understanding import Utterance
from language.understanding_json import to_json
from models.registry import read_registry
from models.vocabulary import ChatKind


@dataclass
class Score:
    """Counts over a corpus."""

    messages: int = 0
    exact: int = 0
    right: int = 0
    expected: int = 0
    given: int = 0

    @property
    def f1(self) -> float:
        return 200 * self.right / (self.expected + self.given)


def score(folder: Path) -> Score:
    """Read every message of a corpus and compare."""
    lexicon = Lexicon(read_registry(folder / "registry.json"))
    total = Score()
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            message = json.loads(line)
            said = Utterance(
                message["text"],
                datetime.fromisoformat(message["now"]),
                ChatKind(message["chat"]),
                message.get("sender"),
            )
            expected = set(statements(message["expect"]))
            given = set(statements(to_json(understand(said, lexicon))))
            total.messages += 1
            total.exact += expected == given
            total.right += len(expected & given)
            total.expected += len(expected)
            total.given += len(given)
    return total


def statements(understanding: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    """Everything that one understanding states, one tuple a statement."""
    for key, value in understanding.items():
        if key == "reports":
            for report in value:
                place = (report["project"], report.get("node", ""))
                yield ("report", *place)
                for name, each in report.items():
                    if name not in ("project", "node"):
                        yield from (("report", *place, name, one) for one in _flat(each))
        elif isinstance(value, dict):
            for name, each in value.items():
                yield from ((key, name, one) for one in _flat(each))
        elif key not in ("id", "intent"):
            yield (key, str(value))


def _flat(value: Any) -> list[str]:
    """A value, or each of a list, in one spelling."""
    values = value if isinstance(value, list) else [value]
    return [json.dumps(_plain(each), sort_keys=True, ensure_ascii=False) for each in values]


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value
