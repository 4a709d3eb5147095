"""Dates in a text: 6月底前, 上周五, 国庆节前, 十四五, 18号; read once, then resolved as a plan or as a fact."""

import re
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from language.late import late
from language.matching import ends_before
from language.normalize import LONGEST
from language.times.atoms import Atom, Duration, Frame, Grain, LengthUnit, Part
from language.times.days import Cycle, Days, unit_around
from language.times.festivals import Festivals
from language.times.lengths import counted_on, days_on
from language.times.moments import Between, Direction, Following, Moment, When, resolve
from language.times.patterns import TO, S
from language.times.scanning import START, atom_at, read_atom
from models.calendar import DAY, day_of

__all__ = ["DateSpan", "DayRange", "Direction", "Duration", "Grain", "LengthUnit", "Part", "Relation", "find_dates"]

MOST_PLACES = 700  # where a date might begin; a report of 4,000 characters has half as many, a flood of digits more


class Relation(StrEnum):
    """How what is said stands to the time that is named."""

    ON = "on"
    BEFORE = "before"
    AFTER = "after"
    SINCE = "since"
    AS_OF = "as_of"


class DayRange(NamedTuple):
    """From one day to another, both inside; None where an end is open."""

    first: date | None
    last: date | None


class DateSpan(NamedTuple):
    """A date or a length of time in a text. A mere length (工期120天) has only a `duration` and resolves to nothing.

    `inclusive` marks 或之前 and 及以后; `own_day` a festival, of which 前 leaves out the day itself.
    """

    start: int
    end: int
    text: str
    grain: Grain
    relation: Relation
    today: date
    moment: Moment | None = None
    duration: Duration | None = None
    part: Part | None = None
    inclusive: bool = False
    own_day: bool = False
    behind_coming: bool = False
    """Whether it follows the month of a day that is still to come: 10月8号进场，20号开工, said in September."""

    def resolve(self, direction: Direction) -> DayRange | None:
        """The days meant: a yearless date looks ahead for plans and behind for facts."""
        found = None if self.moment is None else resolve(self.moment, self.today, direction)
        return None if found is None else self._related(found)

    def _related(self, found: Days) -> DayRange:
        match self.relation:
            case Relation.ON:
                return DayRange(found.first, found.last)
            case Relation.BEFORE | Relation.AS_OF:
                return DayRange(None, found.first - DAY if self.own_day else found.last)
            case Relation.SINCE:
                return DayRange(found.first, None)
            case Relation.AFTER:
                outside = self.own_day or (self.grain is not Grain.DAY and not self.inclusive)
                return DayRange(found.last + DAY if outside else found.first, None)

    def deadline(self) -> date | None:
        """The last day that the words cover, as a promise; None for 节后, 6月10日起, 截至6月10日."""
        if self.relation is Relation.AS_OF:
            return None
        found = self.resolve(Direction.PLAN)
        if found is None or (self.grain is Grain.LENGTH and found.last is not None and found.last <= self.today):
            return None  # 近一个月 promises nothing
        return found.last

    def finished(self) -> date | None:
        """The last day covered as a fact, never later than today; None for 6月初, which names no day."""
        early = self.part is Part.EARLY and "旬" not in self.text
        if self.relation is Relation.AS_OF or self.grain is Grain.LENGTH or early:
            return None
        days = None if self.moment is None else resolve(self.moment, self.today, Direction.FACT)
        if days is None or days.first > self.today:
            return None  # what lies ahead, even 明年五一前, cannot be done
        last = self._related(days).last
        return None if last is None else min(last, self.today)

    def lies_ahead(self) -> bool:
        """Whether it is nearer as something to come than as something gone by."""
        due, done = self.deadline(), self.finished()
        return due is not None and due > self.today and (done is None or self.leans_ahead(due, done))

    def leans_ahead(self, ahead: date, behind: date) -> bool:
        """Whether of two days, one to come and one gone by, the first is meant: the nearer.

        Of a bare 28号 or 周三 it is the one of this month or week, unless it is three times as far.
        """
        if self.behind_coming:
            return True
        to_come, gone_by = ahead - self.today, self.today - behind
        cycle = self.moment.cycle if isinstance(self.moment, When) and self.moment.recurs else None
        if self.grain is not Grain.DAY or cycle not in (Cycle.WEEK, Cycle.MONTH):
            return to_come < gone_by
        running = unit_around(self.today, cycle, 0)
        own = running is not None and running.first <= ahead <= running.last
        return to_come <= 3 * gone_by if own else 3 * to_come < gone_by

    def ahead(self) -> date | None:
        """The day so long after today as the length that was said: 预计还要半个月."""
        return None if self.duration is None else days_on(self.today, self.duration)


_WIDE = late("[０-９．／]")
_NARROW = {0xFF10 + n: 0x30 + n for n in range(10)} | {0xFF0E: ".", 0xFF0F: "/"}
_TO = late(TO)
_AND = late(rf"{S}[和与]{S}")
_BETWEEN = late(rf"{S}之?间(?!隔)")
_BESIDE = late(rf"{S}[,，(（、]?{S}")
_CLOCK = late(
    rf"{S}(?:上午|下午|早上|晚上|中午|凌晨|傍晚|早|晚)?{S}"
    r"(?:下班|(?:[0-9]{1,2}|[零一二两三四五六七八九十]{1,3})(?:[:：][0-9]{2}|[时点](?:[0-9]{1,2}分?|半|整)?))?"
)
_PART_OF_DAY = late(
    rf"{S}(?:(?:上|下|中)午|早[上晨]|清晨|一大?早|晚[上间]|夜[里间]|傍晚|凌晨|半夜|白天|当[天日晚]|那[天晚])"
    rf"(?:{S}(?:[0-9]{{1,2}}|[一二两三四五六七八九十]{{1,3}})(?:[:：][0-9]{{2}}|[时点](?!位)(?:[0-9]{{1,2}}分?|半|整)?))?"
)
_AFTERWARDS = late(
    rf"{S}(?:[(（]含[^()（）]{{0,3}}[)）]|左右|前后|上下)?{S}(?:"
    r"(?P<incl_before>[或及和]者?)?(?P<before>[之以]前|前(?!期|后|面|来|往|置|景|端|段|提|[一二三四五六七八九两十0-9])|为?止)"
    r"|(?P<incl_after>[或及和]者?)?(?P<after>[之以]后|过?后(?!续|期|面|来|勤|序|退|半|方|备|台|评|[一二三四五六七八九两十0-9]))"
    r"|(?P<since>以来|至今|到现在|起(?!草|吊|滑|架|顶|砌|重|诉|码|降|点|火|步|飞|到|来|付|租)|开始)"
    r"|(?P<within>[以之]?内(?![部外容审业装墙支网])|期间|[之中]?间(?!隔)))?"
)
_AFTERWARDS_SIGNS = frozenset(" \u3000(（左前上或及和之以为止过后至到起开内期中间")
_BEFOREHAND = late(r"(?:(?P<upto>截至到?|截止到?)|(?P<by>不[晚迟]于)|(?P<since>自从|自|从|始于))[ \u3000]?")
_BEFOREHAND_SIGNS = frozenset("至到止从自于 \u3000")
_RELATIONS = {"before": Relation.BEFORE, "after": Relation.AFTER, "since": Relation.SINCE}


def find_dates(text: str, now: datetime, festivals: Festivals) -> tuple[DateSpan, ...]:
    """All the dates and lengths of time of a text, in order, none inside another."""
    said = text[:LONGEST]
    narrow = said.translate(_NARROW) if _WIDE.search(said) else said
    start = START.search(narrow)
    if start is None:
        return ()
    frame = Frame(narrow, day_of(now), festivals)
    found: list[DateSpan] = []
    anchor: DateSpan | None = None
    for _ in range(MOST_PLACES):
        atom = read_atom(frame, start)
        if atom is None:
            place = max(start.end("number"), start.start() + 1)
        else:
            span = _span(frame, said, counted_on(frame, _day_beside(frame, _joined(frame, atom))), anchor)
            place = span.end
            if not atom.vague:
                found.append(span)
                anchor = span if span.moment is not None and span.grain is not Grain.LENGTH else anchor
        start = START.search(narrow, place)
        if start is None:
            break
    return tuple(found)


def _joined(frame: Frame, first: Atom) -> Atom:
    """A date with the one up to which it runs: 6月10日至15日, 2015年和2018年之间."""
    text, end = frame.text, first.end
    if first.closed or end >= len(text) or first.moment is None:
        return first
    link = _TO.match(text, end)
    both = None if link else _AND.match(text, end)
    joint = link or both
    second = joint and atom_at(replace(frame, joined_at=joint.end()), joint.end())
    if joint is None or second is None or second.closed:
        return first
    if not isinstance(first.moment, When) or not isinstance(second.moment, When):
        return first
    end = second.end
    if both:
        between = _BETWEEN.match(text, end)
        if between is None:
            return first
        end = between.end()
    return Atom(first.start, end, Between(first.moment, second.moment), Grain.RANGE, part=second.part)


def _day_beside(frame: Frame, atom: Atom) -> Atom:
    """6月12日（周五）, 昨天（6月11日）, 星期天, 二月十号: one day said twice; the one that names the month counts."""
    text = frame.text
    if atom.grain is not Grain.DAY or atom.moment is None or atom.closed or atom.end >= len(text):
        return atom
    beside = _BESIDE.match(text, atom.end)
    opened = beside is not None and ("(" in beside[0] or "（" in beside[0])
    weekday = beside is not None and text.startswith(("周", "星", "礼"), beside.end())
    if beside is None or not (opened or atom.weekday or weekday):
        return atom
    second = atom_at(frame, beside.end())
    if second is None or second.grain is not Grain.DAY or second.moment is None:
        return atom
    closed = opened and text[second.end : second.end + 1] in (")", "）")
    if not closed and (second.weekday is atom.weekday or (second.weekday and not opened and beside[0].strip())):
        return atom
    kept = second if atom.weekday or _is_relative(atom) else atom
    return Atom(atom.start, second.end + closed, kept.moment, Grain.DAY, bare_day=kept.bare_day)


def _is_relative(atom: Atom) -> bool:
    """今天, 昨天: counted from today."""
    return isinstance(atom.moment, When) and atom.moment.cycle is Cycle.DAY and atom.moment.offset is not None


def _span(frame: Frame, said: str, atom: Atom, anchor: DateSpan | None) -> DateSpan:
    """A date with the words around it that say before, after, since or up to."""
    start, end, relation, inclusive, moment = atom.start, atom.end, Relation.ON, False, atom.moment
    if moment is not None and not atom.closed:
        end, relation, inclusive = _after_words(frame.text, atom)
        start, relation = _before_words(frame.text, atom, relation)
    if atom.bare_day and moment is not None and anchor is not None and "\n" not in said[anchor.end : start]:
        moment = _following(anchor, moment)
    coming = moment is not atom.moment and anchor is not None and (anchor.behind_coming or anchor.lies_ahead())
    return DateSpan(
        start,
        end,
        said[start:end],
        atom.grain,
        relation,
        frame.today,
        moment,
        atom.duration,
        atom.part,
        inclusive,
        atom.own_day,
        coming,
    )


def _following(anchor: DateSpan, day: Moment) -> Moment:
    """A bare day behind a fuller date belongs to that date's month, if it can."""
    return Following(anchor.moment, day) if anchor.moment is not None and isinstance(day, When) else day


def _after_words(text: str, atom: Atom) -> tuple[int, Relation, bool]:
    """前, 之后, 以来, 内 behind a date, also past a time of day."""
    end = atom.end
    if end >= len(text):
        return end, Relation.ON, False
    after = _AFTERWARDS.match(text, end) if text[end] in _AFTERWARDS_SIGNS else None
    if after is None or not text[end : after.end()].strip():
        after = _after_clock(text, atom)
    if after is None:
        part = _PART_OF_DAY.match(text, end) if atom.grain is Grain.DAY else None
        return part.end() if part else end, Relation.ON, False
    kind = "before" if after["before"] else "after" if after["after"] else "since" if after["since"] else ""
    ranged = isinstance(atom.moment, Between) and after["before"] in ("止", "为止")
    relation = Relation.ON if ranged else _RELATIONS.get(kind, Relation.ON)
    return after.end(), relation, bool(after["incl_before"] or after["incl_after"])


def _after_clock(text: str, atom: Atom) -> re.Match[str] | None:
    """The 前 in 周三下班前 and in 13日11:30前."""
    clock = _CLOCK.match(text, atom.end) if atom.grain is Grain.DAY else None
    if clock is None or clock.end() == atom.end:
        return None
    after = _AFTERWARDS.match(text, clock.end())
    return after if after and after.end() > clock.end() else None


def _before_words(text: str, atom: Atom, relation: Relation) -> tuple[int, Relation]:
    """自, 从 and 截至 before a date."""
    start = atom.start
    if not start or text[start - 1] not in _BEFOREHAND_SIGNS:
        return start, relation
    before = ends_before(_BEFOREHAND, text, start, 5)
    if before is None:
        return start, relation
    if before["upto"]:
        return before.start(), Relation.AS_OF
    if before["by"]:
        return before.start(), Relation.BEFORE
    if isinstance(atom.moment, Between) or atom.grain is Grain.RANGE or relation is not Relation.ON:
        return before.start(), relation
    return before.start(), Relation.SINCE
