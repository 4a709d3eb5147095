"""What stands still or lacks something, why, and whose it is."""

from collections.abc import Iterator

from tests.language.combined import read, thinned
from tests.language.combined.standing import (
    CAUSES,
    FRESH,
    LATER,
    PARTS,
    PARTS_LATER,
    SAID,
    SAID_LATER,
    STANDING,
    STANDING_LATER,
    causes,
    made,
    said,
)
from tests.language.combined.whose import Fact, facts_of

Message = tuple[str, str, set[Fact]]


def _lines(table: str) -> list[str]:
    return table.strip().splitlines()


FIRST: list[Message] = [
    *made(_lines(STANDING), causes(CAUSES)),
    *made(_lines(PARTS), causes(CAUSES)),
    *said(SAID),
]
SECOND: list[Message] = [
    *made(_lines(STANDING + STANDING_LATER), causes(LATER)),
    *made(_lines(PARTS_LATER), causes(LATER)),
    *said(SAID_LATER),
]
THIRD: list[Message] = list(said(FRESH))
FLOOR, FLOOR_LATER, FLOOR_FRESH = 94, 95, 80


def _wrong(messages: list[Message]) -> Iterator[tuple[str, str, set[Fact], set[Fact]]]:
    for district, text, told in messages:
        found = facts_of(read(text, district).get("reports", []))
        if found != told:
            yield district, text, told - found, found - told


def test_what_stands_still_has_its_reason_with_it() -> None:
    tried = thinned(FIRST, 200)
    wrong = list(_wrong(tried))
    assert 100 * (len(tried) - len(wrong)) // len(tried) >= FLOOR, wrong


def test_other_words_for_the_same() -> None:
    tried = thinned(SECOND, 150)
    wrong = list(_wrong(tried))
    assert 100 * (len(tried) - len(wrong)) // len(tried) >= FLOOR_LATER, wrong


def test_words_that_were_never_lessons() -> None:
    assert 100 * (len(THIRD) - len(list(_wrong(THIRD)))) // len(THIRD) >= FLOOR_FRESH


if __name__ == "__main__":
    for name, messages in (("first", FIRST), ("later", SECOND), ("fresh", THIRD)):
        bad = list(_wrong(messages))
        for district, text, missed, more in bad:
            if name != "later":
                print(district, text, "missed", missed, "wrong", more)
        print(name, len(messages) - len(bad), len(messages), "wrong facts", sum(len(each[3]) for each in bad))
