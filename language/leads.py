"""Patterns that begin with a look at one character: where no match can begin, nothing else is tried.

`re` looks ahead so by itself only for the plainest patterns. Any other is tried at every place of a text, each of its
alternatives in turn; with the look a message without their beginnings is passed over ten times as fast.
"""

import re
from collections.abc import Sequence
from re import _constants as codes  # type: ignore[attr-defined]  # what a pattern is made of is nowhere else to be had
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

MOST = 400
"""With more beginnings than these nearly every place is one."""

_NO_WIDTH = frozenset({codes.ASSERT, codes.ASSERT_NOT, codes.AT})
_CLASSES = {codes.CATEGORY_DIGIT: r"\d", codes.CATEGORY_SPACE: r"\s"}
_REPEATS = frozenset({codes.MAX_REPEAT, codes.MIN_REPEAT})


def led(*patterns: str) -> re.Pattern[str]:
    """One pattern out of several alternatives, which begins with the look where that helps."""
    pattern = "|".join(patterns)
    parsed = parser.parse(pattern)
    flagged = parsed.state.flags != re.UNICODE.value
    beginnings = None if flagged or _is_led(parsed.data) else _beginnings(parsed.data)
    if not beginnings or len(beginnings) > MOST:
        return re.compile(pattern)
    return re.compile(f"(?=[{''.join(sorted(beginnings))}])(?:{pattern})")


def _is_led(items: Sequence[Any]) -> bool:
    """Whether `re` looks ahead by itself: every alternative begins with a plain character."""
    if not items:
        return False
    code, what = items[0]
    if code is codes.SUBPATTERN:
        return _is_led(what[3].data)
    if code is codes.BRANCH:
        return all(len(each) > 0 and each[0][0] is codes.LITERAL for each in what[1])
    return code is codes.LITERAL or code is codes.IN


def _beginnings(items: Sequence[Any]) -> set[str] | None:
    """The characters with which a match may begin; None where it may be any, or none at all."""
    found: set[str] = set()
    for code, what in items:
        if code in _NO_WIDTH:
            continue
        begins = _begins(code, what)
        if begins is None:
            return None
        found |= begins
        if code not in _REPEATS or what[0] > 0:
            return found
    return None


def _begins(code: Any, what: Any) -> set[str] | None:
    """The characters with which one part of a pattern may begin."""
    if code is codes.LITERAL:
        return {re.escape(chr(what))}
    if code is codes.IN:
        return _of_set(what)
    if code is codes.SUBPATTERN and not what[1]:
        return _beginnings(what[3].data)
    if code in _REPEATS:
        return _beginnings(what[2].data)
    if code is codes.BRANCH:
        each = [_beginnings(alternative.data) for alternative in what[1]]
        known = [begins for begins in each if begins is not None]
        return set().union(*known) if len(known) == len(each) else None
    return None


def _of_set(members: Sequence[Any]) -> set[str] | None:
    """The characters of a set; None for one that leaves out some, or holds a whole script."""
    found: set[str] = set()
    for code, what in members:
        if code is codes.LITERAL:
            found.add(re.escape(chr(what)))
        elif code is codes.RANGE and what[1] - what[0] < MOST:
            found.update(re.escape(chr(each)) for each in range(what[0], what[1] + 1))
        elif code is codes.CATEGORY and what in _CLASSES:
            found.add(_CLASSES[what])
        else:
            return None
    return found
