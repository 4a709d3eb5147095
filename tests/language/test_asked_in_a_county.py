"""Questions, orders and talk in the district ac as its leaders, office and liaisons may say them, each with what it is.

Each line of the table: who says it (- for somebody unknown), what, and the intent with its filters.
"""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from language.understand import understand
from language.understanding import Utterance
from language.understanding_json import to_json
from models.calendar import SHANGHAI
from models.vocabulary import ChatKind
from tests.language.combined import lexicon

CASES = Path(__file__).parent / "cases"
NOW = datetime(2026, 8, 12, 10, tzinfo=SHANGHAI)
KEYS = {"p": "projects", "u": "units", "w": "towns", "c": "categories", "k": "node_kinds", "x": "problem_categories"}
PERIODS = {
    "TW": "2026-08-10..2026-08-16",
    "LW": "2026-08-03..2026-08-09",
    "NW": "2026-08-17..2026-08-23",
    "JUL": "2026-07-01..2026-07-31",
    "AUG": "2026-08-01..2026-08-31",
    "SEP": "2026-09-01..2026-09-30",
    "OCT": "2026-10-01..2026-10-31",
    "Q1": "2026-01-01..2026-03-31",
    "Q2": "2026-04-01..2026-06-30",
    "Q3": "2026-07-01..2026-09-30",
    "Q4": "2026-10-01..2026-12-31",
    "H1": "2026-01-01..2026-06-30",
    "H2": "2026-07-01..2026-12-31",
    "YEAR": "2026-01-01..2026-12-31",
}


def rows(name: str) -> list[tuple[str, str, str]]:
    """The lines of a table: who, what, and what it is."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    found = [line.split(" | ") for line in lines if line and not line.startswith("#")]
    return [(sender, text, spec) for sender, text, spec in found]


def wanted(spec: str) -> dict[str, Any]:
    """What `nodes p=p01 k=start s=due per=SEP`, `cmd remind u=slj`, `ask project p01,p02` and `none` stand for."""
    head, *rest = spec.split()
    if head == "ask":
        candidates = {"candidates": sorted(rest[1].split(","))} if len(rest) > 1 else {}
        return {"intent": "ask", "ask": {"about": rest[0], **candidates}}
    if head == "cmd":
        return {"intent": "command", "command": {"name": rest[0], **_filters(rest[1:], "problems")}}
    if head in ("none", "report"):
        return {"intent": head}
    return {"intent": "query", "query": {"topic": head, **_filters(rest, "problem_categories")}}


def _filters(said: list[str], problems: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for each in said:
        key, value = each.split("=")
        if key == "per":
            first, last = PERIODS.get(value, value).split("..")
            found["period"] = {"from": first, "to": last}
        elif key in ("number",):
            found[key] = int(value)
        elif key in ("s", "what", "project", "person", "unit"):
            found["node_state" if key == "s" else key] = value
        else:
            name = problems if key == "x" else "colors" if key == "col" else KEYS[key]
            found[name] = sorted(value.split(","))
    return found


def meant(text: str, sender: str) -> dict[str, Any]:
    """What is understood, with every list in order; of a report only that it is one."""
    said = Utterance(text, NOW, ChatKind.GROUP, None if sender == "-" else sender)
    found = to_json(understand(said, lexicon("ac")))
    if found["intent"] == "report":
        return {"intent": "report"}
    for part in ("query", "command", "ask"):
        inner = {key: sorted(each) if isinstance(each, list) else each for key, each in found.get(part, {}).items()}
        if inner:
            found[part] = inner
    return found


@pytest.mark.parametrize("row", rows("asked_county.txt"), ids=lambda row: row[1][:24])
def test_it_is_what_the_table_says(row: tuple[str, str, str]) -> None:
    sender, text, spec = row
    assert meant(text, sender) == wanted(spec), text


if __name__ == "__main__":
    every = rows("asked_county.txt")
    wrong = [(text, meant(text, sender)) for sender, text, spec in every if meant(text, sender) != wanted(spec)]
    print(*wrong, f"{len(every) - len(wrong)}/{len(every)}", sep="\n")
