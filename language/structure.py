"""The shape of a message: lines, list items, headings, table cells and the clauses in them."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from language.late import late
from language.tables.headings import HEADINGS, Role
from language.words import spread

LABEL_LENGTH = 18
"""How long a heading may be that stands before its words in one line."""

LABEL_MARKS = "：:—|｜】]」"


class Gap(IntEnum):
    """What parts a clause from the one before it, weakest first."""

    SPACE = 0
    COMMA = 1
    SEMICOLON = 2
    STOP = 3
    ITEM = 4


class Clause(NamedTuple):
    """A stretch of text without a separator in it."""

    start: int
    end: int
    gap: Gap
    role: Role | None = None
    aside: bool = False
    label: bool = False
    resumes: bool = False
    """Whether it goes on with the clause before brackets."""


NAMING = (Role.NAME, Role.NODE)
"""Headings under which it only stands of what the others tell."""
NO_LEADS = (*NAMING, Role.PROGRESS, Role.IGNORE, None)
"""What heads no row of its own: 投资|本月2300万元|累计1.64亿元 is all of money."""
ROLES = spread({role: words.split() for role, words in HEADINGS.items()})
LONGEST_ROLE = max(map(len, ROLES))

ITEM = late(
    r"[ \t]*(?:[（(](\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|(\d{1,2})(?:[)）、]|[.．](?!\d))"
    r"|([一二三四五六七八九十]{1,3})[、.．]|[①-⑳]|[-•·*●■◆][ \t]?)[ \t]*"
)
SEPARATOR = late(
    r"[，,]|[；;]|[。！!？?…~～]+|[（(]|[）)]|[：:|｜]|——+|[【\[《「]|[】\]》」]|[ \t\u3000]+|[\U0001f300-\U0001faff]+"
)
GAPS = {"，": Gap.COMMA, ",": Gap.COMMA, "；": Gap.SEMICOLON, ";": Gap.SEMICOLON}
LEADING = (
    *"于在到至为拟前从自由约近",
    "计划",
    "预计",
    "力争",
    "争取",
    "确保",
    "目标",
    "节点",
    "时间",
    "截至",
    "截止",
    "定在",
)
DAY_ENDS = late(r"(?:[日号月底前旬午晚)）]|[./月\-][0-9]{1,2}|周[一二三四五六日天]|[当那]天)$")
"""How a date ends: 6月14日, 6.14, 6月14日周日, 6月14日（周日）, 6月14日上午."""
WHEN = ("时间", "日期", "日子")
TROUBLES = late(
    r"(?:[一二两三四五六几\d]+(?:大|个|点|项|方面|条)|存在|面临|遇到|目前|主要|还有|是)(?:的|着)?(?:主要|突出)?"
    r"(?:问题|困难|难点|难题|堵点|卡点|瓶颈|短板|难处)$"
)
"""Before a colon, words that head a list of what is wrong: 目前两个问题：."""
_NOT_AHEAD = r"(?!底(?![泥板部座])|末|内|之?[前后]|计划|拟|将|争取|力争|要|起|开始|就|继续)"
NOW = rf"(?:目前|当前|眼下|截[至止]|上周|昨[天日]){_NOT_AHEAD}"
TO_NOW = {
    Role.PLAN: late(NOW),
    Role.PLAN_WEEK: late(rf"{NOW}|(?:本|这)周{_NOT_AHEAD}"),
    Role.PLAN_MONTH: late(rf"{NOW}|(?:本|这个)月{_NOT_AHEAD}"),
}
"""What a sentence under a heading of plans begins with that tells of what has been done."""
ENUMERATED = late(r"[一二三四五六七八](?:是|来)(?!期|标|段|号|级|类)|其[一二三四五](?!他|它)")
CELL = late(r"[|｜\t]")
NOISE = late(r"^[\s\d.、()（）一二三四五六七八九十#]+|[\s#]+$")


def clauses(text: str, solid: Sequence[tuple[int, int]] = (), names: Collection[int] = ()) -> list[Clause]:
    """The clauses of a text in order; `solid` spans (names, numbers, dates) lie apart and are never cut.

    `names` is where those of projects begin: a blank before one parts a number from no unit (月底清完 217面层铺了…).
    """
    return list(_Reader(text, solid, names).read())


def heading_role(label: str) -> tuple[Role | None, str]:
    """The role that a label gives, and what of it is no heading (a project's name before 存在问题)."""
    plain = NOISE.sub("", label)
    if plain in ROLES:
        return ROLES[plain], ""
    for length in range(min(len(plain), LONGEST_ROLE), 3, -1):
        if (role := ROLES.get(plain[-length:])) is not None:
            return role, plain[:-length]
    return None, plain


class _Reader:
    """Walks over the lines and keeps the heading in force."""

    def __init__(self, text: str, solid: Sequence[tuple[int, int]], names: Collection[int]) -> None:
        self._text = text
        self._names = names
        self._solid = sorted(solid)
        self._begin = [start for start, _ in self._solid]
        self._standing: Role | None = None
        self._columns: list[Role | None] = []
        self._of_node = False
        """Whether the heading before named a node: what stands under the next one is told of it."""

    def read(self) -> Iterator[Clause]:
        place = 0
        for line in self._text.split("\n"):
            end = place + len(line)
            if line.strip():
                yield from self._cells(place, end) if self._is_row(line) else self._line(place, end)
            place = end + 1

    def _is_row(self, line: str) -> bool:
        cells = CELL.split(line.strip().strip("|｜"))
        if len(cells) < 2 or (len(cells) == 2 and not self._columns):
            return False
        roles = [heading_role(cell)[0] for cell in cells]
        if sum(role is not None for role in roles) >= 2:
            self._columns = roles
        return bool(self._columns)

    def _cells(self, start: int, end: int) -> Iterator[Clause]:
        """A row of a table: each cell under the role of its column; the row of headings says nothing."""
        places = [start, *(hit.end() for hit in CELL.finditer(self._text, start, end))]
        ends = [*(hit.start() for hit in CELL.finditer(self._text, start, end)), end]
        cells = [(a, b) for a, b in zip(places, ends, strict=True) if self._text[a:b].strip()]
        if sum(heading_role(self._text[a:b])[0] is not None for a, b in cells) >= 2:
            return
        lead = heading_role(self._text[slice(*cells[0])])[0] if cells else None
        if lead in NO_LEADS:
            lead = None
        for column, (a, b) in enumerate(cells):
            role = lead or (self._columns[column] if column < len(self._columns) else None)
            if lead and not column:
                continue
            gap = Gap.COMMA if self._of_node else Gap.ITEM if column == (lead is not None) else Gap.SEMICOLON
            self._of_node = role is Role.NODE
            yield from self._pieces(a, b, gap, None if role in NAMING else role)
        self._of_node = False

    def _line(self, start: int, end: int) -> Iterator[Clause]:
        marker = self._item_at(start, end)
        start = marker if marker is not None else start
        role, rest = heading_role(self._text[start:end].strip("：: 【】[]"))
        if role is not None and not rest:
            self._standing = None if role is Role.NODE else role
            return
        yield from self._pieces(start, end, Gap.ITEM, self._standing)
        if role is not None and role not in NAMING and self._text[end - 1] in "：:":
            self._standing = role  # 累计完成投资情况：; 二中下步工作：

    def _item_at(self, start: int, end: int) -> int | None:
        """Where the words of a list item begin, if one begins here."""
        marker = None if self._inside(start) else ITEM.match(self._text, start, end)
        return marker.end() if marker else None

    def _pieces(self, start: int, end: int, gap: Gap, role: Role | None) -> Iterator[Clause]:
        """The clauses of one line or cell."""
        text, place, aside, resumes = self._text, start, False, False
        for mark, cut, after in self._cuts(start, end):
            if cut < place:
                continue  # the brackets of a list number: ；（二）
            label = mark[0] in LABEL_MARKS
            found, rest = heading_role(text[place:cut]) if label and cut - place <= LABEL_LENGTH else (None, "")
            if found is not None:
                if rest and (at := text.find(rest, place, cut)) >= 0:
                    yield Clause(self._whole(at), at + len(rest), gap, role, aside, label=True)
                role, place = found, after
                gap = Gap.COMMA if self._of_node or (rest and found is Role.PROGRESS) else Gap.ITEM
                self._of_node = found is Role.NODE
                continue
            first, last = _trim(text, place, cut)
            if first < last:
                yield Clause(first, last, gap, role, aside, label, resumes)
                gap = Gap.SPACE
            if label and mark[0] in "：:" and TROUBLES.search(text[max(place, cut - LABEL_LENGTH) : cut]):
                role = Role.PROBLEM
            gap, place = max(gap, _gap(mark)), after
            if role in TO_NOW and gap >= Gap.STOP and TO_NOW[role].match(text, place):
                role = None  # 下周计划：完成护岸。本周清淤完成40%
            if ENUMERATED.match(text, place):
                gap = max(gap, Gap.SEMICOLON)
            resumes = mark in "）)" and aside
            opens = mark in "（(" and not (gap >= Gap.SEMICOLON and self._fills_brackets(after))
            aside = opens or (aside and mark not in "）)")
            item = self._item_at(place, end) if gap >= Gap.SEMICOLON or label else None
            if item is not None:
                place, gap = item, Gap.ITEM
        first, last = _trim(text, place, end)
        if first < last:
            yield Clause(first, last, gap, role, aside, resumes=resumes)

    def _cuts(self, start: int, end: int) -> Iterator[tuple[str, int, int]]:
        text = self._text
        for hit in SEPARATOR.finditer(text, start, end):
            mark, (cut, after) = hit[0], hit.span()
            if self._inside(cut):
                continue
            if mark in "：:" and text[cut - 1 : cut].isdigit() and text[after : after + 1].isdigit():
                continue
            if mark in "：:" and after in self._begin and text.endswith(WHEN, 0, cut):
                continue  # 完工时间：11月2日
            if mark.isspace() and _counted(text, cut, after) and not (after in self._names or self._ended(cut, after)):
                continue
            yield mark, cut, after

    def _ended(self, start: int, end: int) -> bool:
        """Whether a day begins behind a blank with nothing before it that leads to it: 10月26日干完 6月14日通车."""
        if self._text.endswith(LEADING, 0, start):
            return False
        at = bisect_right(self._begin, end) - 1
        if at < 0 or self._solid[at][0] != end:
            return False
        last = self._solid[at][1]
        return DAY_ENDS.search(self._text, max(end, last - 4), last) is not None

    def _fills_brackets(self, place: int) -> bool:
        """（双河水库）可研在审: whether brackets with which a sentence begins hold a name and nothing else."""
        at = bisect_right(self._begin, place) - 1
        return at >= 0 and self._begin[at] == place and self._text.startswith(("）", ")"), self._solid[at][1])

    def _whole(self, place: int) -> int:
        """Where a name begins whose first digits were taken for a list number: 7号线南延本周进展."""
        return self._solid[bisect_right(self._begin, place) - 1][0] if self._inside(place) else place

    def _inside(self, place: int) -> bool:
        before = bisect_right(self._begin, place)
        return before > 0 and place < self._solid[before - 1][1]


def _counted(text: str, start: int, end: int) -> bool:
    """Whether a blank only parts a number from its unit or its noun."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return (
        before.isdigit() != after.isdigit()
        and before.isascii() == before.isdigit()
        and after.isascii() == after.isdigit()
    )


def _gap(mark: str) -> Gap:
    if mark in GAPS:
        return GAPS[mark]
    if mark[0] in "。！!？?":
        return Gap.STOP
    return Gap.SPACE if mark.isspace() else Gap.COMMA


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
