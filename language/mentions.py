"""The names and dates that a question or an order mentions, and its text with each of them blanked out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from language.asked_kinds import KINDS_ASKED
from language.dates import DateSpan, find_dates
from language.late import late
from language.names.clause import qualified
from language.trade_words import SORTS, table
from language.vocabulary_words import PROBLEMS
from models.vocabulary import NodeKind

if TYPE_CHECKING:
    from language.names import Lexicon, NameSpan

PROJECT, UNIT, TOWN, CATEGORY, PERSON, DATE, PROCEDURE, WORKS = (chr(0xE000 + place) for place in range(8))
"""What stands in a blanked text for each character of a mention; private characters that no normalised text holds."""

NAMES = PROJECT + UNIT + TOWN + CATEGORY
"""The marks of whatever narrows a question down."""

_WORKS = frozenset(
    {
        NodeKind.FOUNDATION,
        NodeKind.STRUCTURE,
        NodeKind.INSTALLATION,
        NodeKind.UTILITIES,
        NodeKind.ACQUISITION,
        NodeKind.OTHER,
    }
)
"""Kinds that are worked at by the day: how far they are is asked of the project, not of its papers."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """What a message names.

    `unnamed` is the text with marks where a name or date stands, `blanked` with marks for procedures and works too;
    both have the length of `text`.
    """

    text: str
    unnamed: str
    blanked: str
    projects: tuple[NameSpan, ...]
    units: tuple[NameSpan, ...]
    towns: tuple[NameSpan, ...]
    categories: tuple[NameSpan, ...]
    people: tuple[NameSpan, ...]
    dates: tuple[DateSpan, ...]

    @property
    def named(self) -> bool:
        """Whether a project, unit, town or category is named."""
        return bool(self.projects or self.units or self.towns or self.categories)

    def within(self, stretches: Sequence[tuple[int, int]]) -> Mentions:
        """The same with only those names that stand in some stretches of the text."""

        def inside(spans: tuple[NameSpan, ...]) -> tuple[NameSpan, ...]:
            return tuple(span for span in spans if any(start <= span.start < end for start, end in stretches))

        return replace(
            self,
            projects=inside(self.projects),
            units=inside(self.units),
            towns=inside(self.towns),
            categories=inside(self.categories),
        )


def read_mentions(text: str, now: datetime, lexicon: Lexicon, sender: str | None = None) -> Mentions:
    """Find names and dates; where they overlap the sure and the longer one stays."""
    letters = list(text)
    kept: dict[str, list[NameSpan]] = {mark: [] for mark in (PROJECT, UNIT, TOWN, CATEGORY, PERSON)}
    for span, mark in _names(text, lexicon, sender):
        if _blank(letters, span.start, span.end, mark):
            kept[mark].append(span)
    without_people = _NO_DATES.sub(lambda hit: PERSON * len(hit[0]), "".join(letters))
    dates = find_dates(without_people, now, lexicon.registry.festivals)
    free = tuple(span for span in dates if _blank(letters, span.start, span.end, DATE))
    for spans in kept.values():
        spans.sort(key=lambda span: span.start)
    unnamed = "".join(letters)
    told = [hit.span(1) for hit in _TOLD_BY.finditer(unnamed)]
    kept[UNIT] = [span for span in kept[UNIT] if not any(start <= span.start < end for start, end in told)]
    return Mentions(
        text=text,
        unnamed=unnamed,
        blanked=blank_kinds(unnamed),
        projects=tuple(kept[PROJECT]),
        units=tuple(kept[UNIT]),
        towns=tuple(kept[TOWN]),
        categories=tuple(kept[CATEGORY]),
        people=tuple(kept[PERSON]),
        dates=free,
    )


def _names(text: str, lexicon: Lexicon, sender: str | None) -> list[tuple[NameSpan, str]]:
    """All the names with what they name, the sure and the longer ones first."""
    projects = lexicon.projects(text, sender, asking=True)
    towns = lexicon.towns(text)
    places = {(span.start, span.end) for span in towns if _OF_PLACE.match(text, span.end)}
    found = [
        *((span, PROJECT) for span in projects if not _is_number_of_problem(text, span)),
        *((span, CATEGORY) for span in _sorts_of_projects(text, lexicon, projects)),
        *((span, UNIT) for span in lexicon.units(text) if (span.start, span.end) not in places),
        *((span, TOWN) for span in towns),
        *((span, CATEGORY) for span in lexicon.categories(text) if _is_field(text, span)),
        *((span, PERSON) for span in lexicon.people(text)),
    ]
    found.sort(key=lambda each: (not each[0].exact, each[0].start - each[0].end, each[1] == PROJECT))
    return found


_OF_PLACE = late(r"(?:(?![报催]|负责|牵头|反馈|承担|承办|联系)[^，。；？?])*?(?:项目|工程|红灯|黄灯|绿灯|滞后)")
"""石门镇这几个项目: the place where they lie, though its government is a unit, too."""


def _is_number_of_problem(text: str, span: NameSpan) -> bool:
    """5号 of 5号问题 is no berth."""
    return span.text.endswith("号") and text.startswith("问题", span.end)


def _sorts_of_projects(text: str, lexicon: Lexicon, projects: Sequence[NameSpan]) -> Iterator[NameSpan]:
    """土地整备项目有啥困难: the word of a category before 项目 asks of them all, though one project ends so, too."""
    for span in projects:
        sort = span.text.removesuffix("项目").removesuffix("类")
        if sort != span.text and sort in lexicon.sorts and not lexicon.is_entered(span.text):
            yield replace(span, candidates=(sort,), exact=True)


def ids(spans: Iterable[NameSpan]) -> tuple[str, ...]:
    """What the names stand for, each once, in the order said."""
    return tuple(dict.fromkeys(candidate for span in spans for candidate in span.candidates))


_TOLD_BY = late(rf"(?:听|据|问了?)({UNIT}+)(?:的人|那边|他们)?(?:说|讲|反映|反馈|介绍)")
"""Who has told the asker something is not who is asked about."""

_NO_DATES = late(r"三色|一[周月天]一[周月天]|一个[月星礼][期拜]?一个[月星礼][期拜]?")
"""Words that begin with a number and would be taken for the day of a month before them (这个月三色情况)."""


def _blank(letters: list[str], start: int, end: int, mark: str) -> bool:
    """Blank out a stretch of the text unless a part of it is taken."""
    if any(letter >= PROJECT and letter <= WORKS for letter in letters[start:end]):
        return False
    letters[start:end] = mark * (end - start)
    return True


_HAPPENED = late(r"(?<![得不])了")
"""开了工, not 封不了顶."""


def blank_kinds(text: str) -> str:
    """Blank out the words for procedures and works; 开了工 keeps its 了, and 封不了顶 its 不."""
    letters = list(text)
    for found in KINDS_ASKED.find(text):
        mark = WORKS if found.value in _WORKS else PROCEDURE
        letters[found.start : found.end] = mark * (found.end - found.start)
        if happened := _HAPPENED.search(found.word):
            said = found.word[happened.start() : -1]
            letters[found.end - len(said) : found.end] = said
        elif "不" in found.word:
            letters[found.start] = "不"
    return "".join(letters)


_COMPOUND = late(
    r"导行|导改|疏导|组织|管制|局|厅|部|委|公司|集团|园区?|链|基地|学校|管线|管网|线路|线缆|迁改|切改|接入|设施|事故|手续|审查|影响|警|量|厂|站|所|院|中心|配套|用地|建设|保护"
)
"""What makes the word of a category a part of another word: 交通导行, 教育局, 电力管线."""


_SORTS = frozenset(table(SORTS))
_FIELD = late(r"[类口]|项目|工程|系统|领域|板块|条线|行业")


def _is_field(text: str, span: NameSpan) -> bool:
    """Whether the word of a category stands for the category here."""
    if len(span.text) > len(span.candidates[0]):
        return True
    if span.start and text[span.start - 1 : span.start + 1] in _SORTS:
        return False  # 立交|通车
    another = span.text in _SORTS and qualified(text, span.start, exact=True)
    if not _FIELD.match(text, span.end) and (another or PROBLEMS.get(span.text)):
        return False
    return _COMPOUND.match(text, span.end) is None
