"""Questions, orders and talk put together for every district: each is what it is, and of what it is asked."""

from typing import Any

from tests.language.combined import read
from tests.language.combined.asked import Said, drawn

FLOOR = 97


def _plain(found: dict[str, Any]) -> dict[str, Any]:
    """A reading with every list in order."""
    return {
        key: _plain(each) if isinstance(each, dict) else sorted(each) if isinstance(each, list) else each
        for key, each in found.items()
    }


def misread(every: list[Said]) -> list[tuple[str, str, dict[str, Any]]]:
    """What is read otherwise, with how."""
    readings = [(said, _plain(read(said.text, said.district, said.sender))) for said in every]
    return [(said.district, said.text, found) for said, found in readings if found != _plain(said.wanted)]


def test_what_is_said_in_any_district_is_what_it_is() -> None:
    every = drawn(5, 2)
    wrong = misread(every)
    assert 100 * (len(every) - len(wrong)) // len(every) >= FLOOR, wrong


if __name__ == "__main__":
    rows = drawn(6, 10)
    bad = misread(rows)
    print(*bad, f"{len(rows) - len(bad)}/{len(rows)}", sep="\n")
