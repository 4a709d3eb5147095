"""Patterns that begin with a look at one character find just what they would find without it."""

import json
import re
from pathlib import Path

import language.understand  # noqa: F401  # all of the room's patterns are known then
from language import late
from language.leads import led, telltales

CORPUS = Path(__file__).parents[1] / "corpus" / "a"


def _texts() -> str:
    """Some forty messages in one text, each a line."""
    lines = [line for each in sorted(CORPUS.glob("*.jsonl")) for line in each.read_text("utf-8").splitlines()]
    return "\n".join(json.loads(line)["text"] for line in lines[::5])


def test_every_pattern_finds_the_same_with_and_without_its_look() -> None:
    text = _texts()
    for pattern in {each.pattern for each in late._known}:
        plain = [found.span() for found in re.compile(pattern).finditer(text)]
        assert [found.span() for found in led(pattern).finditer(text)] == plain, pattern


def test_every_match_holds_a_telltale() -> None:
    text = _texts()
    for pattern in {each.pattern for each in late._known}:
        signs = telltales(pattern)
        for found in re.compile(pattern).finditer(text) if signs is not None else ():
            assert not signs.isdisjoint(found[0]), (pattern, found[0])


def test_one_way_without_a_known_beginning_leaves_the_others_theirs() -> None:
    found = led("停工", "停电", "断水", "[^，]{0,3}招不到", "没钱", "没路")
    assert found.pattern.count("(?=[") == 2
    assert [each[0] for each in found.finditer("没路，停电了，断水，工人招不到")] == [
        "没路",
        "停电",
        "断水",
        "工人招不到",
    ]


def test_what_stood_in_a_group_once_more_ends_no_way() -> None:
    assert [each[0] for each in led(r"(?P<one>[甲乙])不(?P=one)|丙来").finditer("甲不甲，丙来")] == ["甲不甲", "丙来"]
