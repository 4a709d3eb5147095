"""Dates in a text: 6月底前, 上周五, 国庆节前, 十四五, 18号; read once, then resolved as a plan or as a fact."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from language import date_words as words
from language.date_grammar import (
    Atom,
    Duration,
    Frame,
    Grain,
    LengthUnit,
    Part,
    days_on,
    read_calendar,
    read_day_only,
    read_festival,
    read_figures,
    read_length,
    read_plan_years,
    read_third_only,
    read_today,
    read_week,
)
from language.days import Days
from language.festivals import NAMES, Festivals
from language.moments import Between, Direction, Following, Moment, When, resolve
from models.calendar import DAY, day_of

__all__ = ["DateSpan", "DayRange", "Direction", "Duration", "Grain", "LengthUnit", "Part", "Relation", "find_dates"]

CAP = 4000


class Relation(StrEnum):
    """How what is said stands to the time that is named."""

    ON = "on"
    BEFORE = "before"
    AFTER = "after"
    SINCE = "since"
    AS_OF = "as_of"


@dataclass(frozen=True, slots=True)
class DayRange:
    """From one day to another, both inside; None where an end is open."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date or a length of time in a text. A mere length (工期120天) has only a `duration` and resolves to nothing."""

    start: int
    end: int
    text: str
    grain: Grain
    relation: Relation
    today: date
    moment: Moment | None = None
    duration: Duration | None = None
    part: Part | None = None
    whole_day_before: bool = False
    """前 and 后 leave the day itself out: 国庆节前 ends on 30 September, 6月10日前 on the 10th."""
    inclusive: bool = False

    def resolve(self, direction: Direction) -> DayRange | None:
        """The days meant: a yearless date looks ahead for plans and behind for facts."""
        found = self.moment and resolve(self.moment, self.today, direction)
        return None if found is None else self._related(found)

    def _related(self, found: Days) -> DayRange:
        match self.relation:
            case Relation.BEFORE | Relation.AS_OF:
                return DayRange(None, found.first - DAY if self.whole_day_before else found.last)
            case Relation.AFTER:
                whole = self.whole_day_before or (self.grain is not Grain.DAY and not self.inclusive)
                return DayRange(found.last + DAY if whole else found.first, None)
            case Relation.SINCE:
                return DayRange(found.first, None)
            case Relation.ON:
                return DayRange(found.first, found.last)

    def deadline(self) -> date | None:
        """The last day that the words cover, as a promise; None for 节后, 6月10日起, 截至6月10日."""
        if self.relation is Relation.AS_OF:
            return None
        found = self.resolve(Direction.PLAN)
        return found and found.last

    def finished(self) -> date | None:
        """The last day covered as a fact, never later than today; None for 6月初, which names no day."""
        if self.relation is Relation.AS_OF or (
            self.part is Part.EARLY
            and self.grain in (Grain.THIRD, Grain.YEAR, Grain.QUARTER)
            and not self.text.endswith("旬")
        ):
            return None
        found = self.resolve(Direction.FACT)
        if found is None or found.last is None or (found.first and found.first > self.today):
            return None
        return min(found.last, self.today)

    def ahead(self) -> date | None:
        """The day after the length of time that was said (预计还要半个月), counted from today."""
        return None if self.duration is None else days_on(self.today, self.duration)


Reader = Callable[[Frame, int], Atom | None]

_FOLD = {0xFF10 + n: 0x30 + n for n in range(10)} | {0xFF0E: ".", 0xFF0F: "/"}
_FIGURE = f"0-9{words.DIGIT}十廿卅"
# Where a date may begin. A number must have the sign of a date behind it, a common character a second one.
_START = re.compile(
    rf"(?P<number>[{_FIGURE}元两][{_FIGURE}]{{0,8}})[ \u3000]{{0,2}}(?P<sign>[年月日号季个天周星礼工小旬到至~～—–－―\-、和./·．／・]|(?=[^{_FIGURE}])|$)"
    r"|(?P<today>[今明昨](?=[年天日早晚晨夜明后])|当(?=[天日年月周季])|大(?=[大前后年]))|(?P<turn>[前后](?=[天日年半0-9一二两三四五六七八九十]|后))"
    r"|(?P<unit>[上下本这](?=[上下一个半旬年月周星礼季])|[去来](?=年)|年(?=[年底末初终中内])|中(?=旬)|月(?=[底末初中]))"
    r"|(?P<week>周(?=[一二三四五六日天末])|(?:星期|礼拜)(?=[一二三四五六日天末]))|(?P<quarter>[首第头Qq](?=[个0-9一二三四季]))"
    r"|(?P<length>最近|近(?=[0-9一二两三四五六七八九十半 ])|过去|未来|今后|接下来|将来|之后|往后|后面|再过|此前|半(?=[个年月天]))"
    rf"|(?P<festival>{'|'.join(sorted({name[:2] for name in NAMES if name[0] not in '五六七八十'}))}|节(?=前))"
)
_FIGURES: tuple[Reader, ...] = (read_figures, read_calendar, read_day_only)
_NUMBERED: dict[str, tuple[Reader, ...]] = {
    **dict.fromkeys("年月季、和", (read_calendar, read_day_only, read_length)),
    **dict.fromkeys("日号", (read_day_only, read_length)),
    **dict.fromkeys("个天周星礼工小", (read_length,)),
    **dict.fromkeys("./·．／・", (read_figures, read_length)),
    **dict.fromkeys("到至~～—–－―-", _FIGURES),
    "": (read_plan_years, read_festival, read_figures),
}
_WORDS: dict[str, tuple[Reader, ...]] = {
    "today": (read_today, read_calendar, read_festival),
    "turn": (read_today, read_calendar, read_length),
    "unit": (read_calendar, read_third_only, read_week, read_festival),
    "week": (read_week,),
    "quarter": (read_calendar,),
    "length": (read_length,),
    "festival": (read_festival,),
}


def find_dates(text: str, now: datetime, festivals: Festivals) -> tuple[DateSpan, ...]:
    """All the dates and lengths of time of a text, in order, none inside another."""
    said = text[:CAP]
    folded = said if said.isascii() else said.translate(_FOLD)
    frame = Frame(folded, day_of(now), festivals)
    found: list[DateSpan] = []
    place, anchor, anchored_at = 0, None, 0
    while start := _START.search(folded, place):
        atom = _read(frame, start)
        if atom is None:
            place = max(start.end("number"), start.start() + 1)
            continue
        if atom.bare_day and anchor is not None and "\n" not in folded[anchored_at : atom.start]:
            assert isinstance(atom.moment, When)
            atom.moment = Following(anchor, atom.moment)
        span = _span(frame, said, atom)
        place = span.end
        found.append(span)
        if span.moment is not None and atom.grain is not Grain.LENGTH:
            anchor, anchored_at = span.moment, span.end
    return tuple(found)


def _read(frame: Frame, start: re.Match[str]) -> Atom | None:
    """The date that begins at a place where one may begin."""
    if start["number"] is None:
        readers = _WORDS[str(start.lastgroup)]
    else:
        readers = _NUMBERED[start["sign"]]
        if start["number"][0] in "五六七八十双" and start["sign"]:
            readers = (read_plan_years, *readers, read_festival)
    place = start.start()
    for reader in readers:
        if (atom := reader(frame, place)) is not None:
            return _weekday_beside(frame, _joined(frame, atom))
    return None


def _atom_at(frame: Frame, place: int) -> Atom | None:
    """The date that begins exactly here."""
    start = _START.match(frame.text, place)
    if start is None:
        return None
    readers = _WORDS[str(start.lastgroup)] if start["number"] is None else (*_NUMBERED[start["sign"]], read_festival)
    for reader in readers:
        if (atom := reader(frame, place)) is not None:
            return atom
    return None


_TO = re.compile(words.TO)
_AND = re.compile(r"[ \u3000]{0,2}[和与][ \u3000]{0,2}")
_BETWEEN = re.compile(r"[ \u3000]{0,2}[之]?间(?!隔)")
_AFTERWARDS = words.AFTERWARDS


def _joined(frame: Frame, first: Atom) -> Atom:
    """A date with the one up to which it runs: 6月10日至15日, 2015年和2018年之间."""
    if not isinstance(first.moment, When) or first.closed:
        return first
    text = frame.text
    link = _TO.match(text, first.end)
    both = None if link else _AND.match(text, first.end)
    if link is None and both is None:
        return first
    second = _atom_at(frame, (link or both).end())  # type: ignore[union-attr]
    if second is None or not isinstance(second.moment, When) or second.closed:
        return first
    end = second.end
    if both:
        between = _BETWEEN.match(text, end)
        if between is None:
            return first
        end = between.end()
    return Atom(first.start, end, Between(first.moment, second.moment), Grain.RANGE, part=second.part)


_BESIDE = re.compile(r"[ \u3000]{0,2}[,，(（、]?[ \u3000]{0,2}")


def _weekday_beside(frame: Frame, atom: Atom) -> Atom:
    """6月12日（周五）, 星期天, 二月十号: a day with its weekday is one date, and the day counts."""
    if atom.grain is not Grain.DAY or atom.moment is None:
        return atom
    beside = _BESIDE.match(frame.text, atom.end)
    if beside is None:
        return atom
    second = _atom_at(frame, beside.end()) if atom.weekday else read_week(frame, beside.end())
    if second is None or second.grain is not Grain.DAY or second.moment is None or second.weekday is atom.weekday:
        return atom
    opened = "(" in beside[0] or "（" in beside[0]
    if not opened and second.weekday and beside[0].strip():
        return atom
    end = second.end + (opened and frame.text[second.end : second.end + 1] in (")", "）"))
    kept = second if atom.weekday else atom
    return Atom(atom.start, end, kept.moment, Grain.DAY, bare_day=kept.bare_day)


_RELATIONS = {"before": Relation.BEFORE, "after": Relation.AFTER, "since": Relation.SINCE}


def _span(frame: Frame, said: str, atom: Atom) -> DateSpan:
    """A date with the words around it that say before, after, since or up to."""
    start, end, relation, inclusive = atom.start, atom.end, Relation.ON, False
    if atom.moment is not None and not atom.closed:
        end, relation, inclusive = _after_words(frame.text, atom)
        start, relation = _before_words(frame.text, atom, relation)
    return DateSpan(
        start,
        end,
        said[start:end],
        atom.grain,
        relation,
        frame.today,
        atom.moment,
        atom.duration,
        atom.part,
        atom.eve,
        inclusive,
    )


def _after_words(text: str, atom: Atom) -> tuple[int, Relation, bool]:
    """前, 之后, 以来, 内 behind a date, also past a time of day."""
    after = _AFTERWARDS.match(text, atom.end)
    if (after is None or after.end() == atom.end) and atom.grain is Grain.DAY:
        clock = words.CLOCK.match(text, atom.end)
        if clock and clock.end() > atom.end:
            after = _AFTERWARDS.match(text, clock.end())
            after = after if after and after.end() > clock.end() else None
    if after is None or after.end() == atom.end:
        return atom.end, Relation.ON, False
    kind = "before" if after["before"] else "after" if after["after"] else "since" if after["since"] else ""
    return after.end(), _RELATIONS.get(kind, Relation.ON), bool(after["incl"] or after["incl2"])


def _before_words(text: str, atom: Atom, relation: Relation) -> tuple[int, Relation]:
    """自, 从 and 截至 before a date."""
    before = words.BEFOREHAND.search(text, max(0, atom.start - 4), atom.start)
    if before is None:
        return atom.start, relation
    if before["upto"]:
        return before.start(), Relation.AS_OF
    if isinstance(atom.moment, Between) or atom.grain is Grain.RANGE:
        return before.start(), relation
    return before.start(), Relation.SINCE if relation is Relation.ON else relation
