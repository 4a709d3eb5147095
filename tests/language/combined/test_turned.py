"""What is said in another order or by another verb tells the same."""

from collections.abc import Callable, Iterator

import pytest

from tests.language.combined import read, thinned
from tests.language.combined.turned import (
    NOT_DONE,
    Case,
    denied,
    ended,
    figures,
    later,
    later_first,
    later_parted,
    owned_behind,
    parted,
)

TABLES: dict[str, tuple[Callable[[], Iterator[Case]], int]] = {
    "denied": (denied, 99),
    "ended": (ended, 99),
    "parted": (parted, 98),
    "owned_behind": (owned_behind, 99),
    "figures": (figures, 99),
    "later": (later, 94),
    "later_parted": (later_parted, 96),
    "later_first": (later_first, 80),
}
"""Each with the share that must be right."""


def _holds(case: Case) -> bool:
    district, text, wanted, sender = case
    told = {each.get("node") or each["project"]: each for each in read(text, district, sender).get("reports", [])}
    if any(NOT_DONE in facts for facts in wanted.values()):
        return all(each.get("status") != "done" for each in told.values())
    keys = ("status", "done_on", "due_on", "percent", "problems", "quantities", "investments")
    said = {of: {key: each[key] for key in keys if key in each} for of, each in told.items()}
    return {of: facts for of, facts in said.items() if facts} == wanted


@pytest.mark.parametrize("name", TABLES)
def test_what_is_turned_tells_the_same(name: str) -> None:
    cases, floor = TABLES[name]
    tried = thinned(cases(), 120)
    wrong = [each[1] for each in tried if not _holds(each)]
    assert 100 * (len(tried) - len(wrong)) // len(tried) >= floor, wrong


if __name__ == "__main__":
    for name, (cases, _) in TABLES.items():
        every = list(cases())
        bad = [each for each in every if not _holds(each)]
        print(name, len(every) - len(bad), len(every))
        for each in bad:
            print(*each, read(each.text, each.district, each.sender))
