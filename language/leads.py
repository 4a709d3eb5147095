"""Patterns that begin with a look at one character: where no match can begin, nothing else is tried.

`re` looks ahead so by itself only for the plainest patterns. Any other is tried at every place of a text, each of its
alternatives in turn; with the look a message without their beginnings is passed over ten times as fast.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

MOST = 400
"""With more beginnings than these nearly every place is one."""

_AROUND = re.compile(r"\(\?<?[=!]|\\[bBAZ]|[\^$]")
"""What looks at a place and takes no character."""
_GROUP = re.compile(r"\((?:\?(?::|>|P<\w+>|(?P<both>i):|(?P<either>\(\w+\))))?(?!\?)")
_SAME = re.compile(r"\(\?P=\w+\)")
"""What stood in a group once more."""
_SIGN = re.compile(
    r"\\(?:[ux](?P<code>(?<=u)[\da-fA-F]{4}|(?<=x)[\da-fA-F]{2})|U(?P<long>[\da-fA-F]{8}))"
    r"|\\(?P<sort>[dswDSW\d])|\\[^\w]|\\[nrtfv]|(?P<any>\.)|[^\\]",
    re.DOTALL,
)
"""A character as a pattern writes it, or a sort of characters."""
_PLAIN = re.compile(r"[^\\\[()|]+")
"""What can be passed over where only the end of an alternative is looked for."""
_TIMES = re.compile(r"(?:(?P<maybe>[*?]|\{0?,\d*\}|\{0\})|\+|\{\d+(?:,\d*)?\})[?+]?")
_ALSO_SAME = {"s": "\u017f", "k": "\u212a", "i": "\u0130\u0131"}
"""Letters that `re` takes for each other beside the small and the capital one."""
_BLANKS = {r"\n": "\n", r"\r": "\r", r"\t": "\t", r"\f": "\f", r"\v": "\v"}


def led(*patterns: str) -> re.Pattern[str]:
    """One pattern out of several alternatives, which begins with the look where that helps."""
    pattern = "|".join(patterns)
    alternatives = _Beginnings(pattern).alternatives()
    found = _together([each for _, each in alternatives])
    if found is not None and found.plain:
        return re.compile(pattern)
    if found is None or len(found.signs) > MOST:
        return re.compile(_by_runs(alternatives) if len(alternatives) >= FEW else pattern)
    told = pattern if len(alternatives) <= RUN else _by_runs(alternatives)
    return re.compile(f"{_look(found)}(?:{told})")


FEW = 4
"""So many alternatives are worth a look before some of them."""
RUN = 32
"""So many alternatives in a row share a look of their own."""


def _by_runs(alternatives: Sequence[tuple[str, "_Found | None"]]) -> str:
    """Alternatives in their order, each run of those whose beginnings are known behind a look at these."""
    told: list[str] = []
    run: list[tuple[str, _Found]] = []
    for written, found in [*alternatives, ("", None)]:
        if run and (found is None or len(run) == RUN):
            begun = _Found(_joined([each for _, each in run]), plain=False, lone=False)
            told.append(f"{_look(begun)}(?:{'|'.join(each for each, _ in run)})")
            run = []
        if found is not None:
            run.append((written, found))
        elif written:
            told.append(written)
    return "|".join(told)


def _look(found: "_Found") -> str:
    return f"(?=[{''.join(sorted(found.signs))}])"


def telltales(pattern: str) -> frozenset[str] | None:
    """Characters of which every match holds one; None where it may be without any that could be told."""
    found = _Telltales(pattern).read()
    return None if found is None else frozenset(sign[-1] for sign in found.signs)


class _Found(NamedTuple):
    """What something may begin with."""

    signs: frozenset[str]
    """The characters, and the sorts of characters (\\d), as a set of a pattern writes them."""
    plain: bool
    """Whether `re` looks ahead by itself: it begins with one character or one set of them."""
    lone: bool
    """Whether it begins with a lone character, beside which `re` looks ahead for others, too."""


class _Beginnings:
    """Reads of a pattern what its matches may begin with; whatever it does not know may begin with anything."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._place = 0
        self._both = False
        """Whether small and capital letters are the same here."""
        self._in_set = False
        """Whether a dot is one."""

    def read(self) -> _Found | None:
        """The beginnings of all alternatives; None where one may begin with anything, or match nothing at all."""
        return _together([found for _, found in self.alternatives()])

    def alternatives(self) -> list[tuple[str, _Found | None]]:
        """Each alternative as it is written, with its beginnings."""
        found: list[tuple[str, _Found | None]] = []
        while not found or self._take("|"):
            begin = self._place
            begun = self._alternative()
            found.append((self._pattern[begin : self._place], begun))
        return found

    def _alternative(self) -> _Found | None:
        """One alternative, read to its end, though only what stands before its first sure character counts."""
        found: list[_Found | None] = []
        sure = around = False
        while self._place < len(self._pattern) and self._pattern[self._place] not in "|)":
            if sure and (run := _PLAIN.match(self._pattern, self._place)):
                self._place = run.end()
                continue
            if self._goes_around():
                around = around or not sure
                continue
            item, times = self._item(), self._times()
            if not sure:
                found.append(item and item._replace(plain=item.plain and not times, lone=item.lone and not times))
                sure = times is None or times["maybe"] is None
        known = [each for each in found if each is not None]
        if not sure or len(known) < len(found):
            return None
        return _Found(_joined(known), plain=known[0].plain and not around, lone=known[0].lone and not around)

    def _goes_around(self) -> bool:
        """Go past something that only looks at a place."""
        around = _AROUND.match(self._pattern, self._place)
        if around is None:
            return False
        self._place = around.end()
        if around[0].startswith("("):
            self.read()
            self._place += 1
        return True

    def _item(self) -> _Found | None:
        """One character, set or group."""
        if self._take("["):
            return self._set()
        if same := _SAME.match(self._pattern, self._place):
            self._place = same.end()
            return None
        if group := _GROUP.match(self._pattern, self._place):
            return self._group(group)
        sign = self._sign()
        return None if sign is None else _Found(sign, plain=True, lone=len(sign) == 1 and not self._both)

    def _group(self, group: re.Match[str]) -> _Found | None:
        outer, self._both = self._both, self._both or group["both"] is not None
        self._place = group.end()
        found = self.read()
        self._place += 1
        self._both = outer
        return None if group["either"] else found and found._replace(lone=False)

    def _set(self) -> _Found | None:
        """The characters of a set; None for one that leaves out some, or holds a whole script."""
        known = not self._take("^")
        signs: set[str] = set()
        self._in_set = True
        while not self._take("]"):
            sign = self._sign()
            if sign is not None and self._pattern[self._place] == "-" and self._pattern[self._place + 1] != "]":
                self._place += 1
                sign = _stretch(sign, self._sign())
            known = known and sign is not None
            signs |= sign or frozenset()
        self._in_set = False
        return _Found(frozenset(signs), plain=True, lone=False) if known else None

    def _sign(self) -> frozenset[str] | None:
        """One character, both its forms where they are the same, or a sort of characters; None for any other sort."""
        written = _SIGN.match(self._pattern, self._place)
        if written is None:
            raise ValueError(f"cannot read {self._pattern[self._place :]}")
        self._place = written.end()
        if written["sort"] is not None:
            return frozenset({written[0]}) if written["sort"] in "ds" else None
        if written["any"] is not None and not self._in_set:
            return None
        code = written["code"] or written["long"]
        sign = chr(int(code, 16)) if code else _BLANKS.get(written[0], written[0][-1])
        same = {sign.lower(), sign.upper(), *_ALSO_SAME.get(sign.lower(), "")} if self._both else {sign}
        return frozenset(map(re.escape, same))

    def _times(self) -> re.Match[str] | None:
        """How often what was read just now may stand."""
        times = _TIMES.match(self._pattern, self._place)
        self._place = times.end() if times else self._place
        return times

    def _take(self, sign: str) -> bool:
        """Go past a sign if it stands here."""
        taken = self._pattern.startswith(sign, self._place)
        self._place += taken
        return taken


class _Telltales(_Beginnings):
    """Reads of a pattern what its matches must hold: of each alternative the one thing of the fewest kinds."""

    def _alternative(self) -> _Found | None:
        found: list[_Found] = []
        while self._place < len(self._pattern) and self._pattern[self._place] not in "|)":
            if self._goes_around():
                continue
            item, times = self._item(), self._times()
            sure = times is None or times["maybe"] is None
            if item is not None and sure and not any(sign[0] == "\\" and sign[1] in "ds" for sign in item.signs):
                found.append(item)
        return min(found, key=lambda each: len(each.signs), default=None)


def _together(found: Sequence[_Found | None]) -> _Found | None:
    known = [each for each in found if each is not None]
    if len(known) < len(found):
        return None
    lone = all(each.lone for each in known)
    return known[0] if len(known) == 1 else _Found(_joined(known), plain=lone, lone=lone)


def _joined(found: Sequence[_Found]) -> frozenset[str]:
    return frozenset().union(*(each.signs for each in found))


def _stretch(first: frozenset[str], last: frozenset[str] | None) -> frozenset[str] | None:
    """All characters from one to another, if they are few."""
    if last is None:
        return None
    low, high = (ord(min(each)[-1]) for each in (first, last))
    return frozenset(re.escape(chr(each)) for each in range(low, high + 1)) if high - low < MOST else None
