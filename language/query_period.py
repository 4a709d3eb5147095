"""The stretch of days that a question asks about."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from language.dates import DateSpan, Direction, Grain, Relation, find_dates
from language.late import late
from language.understanding import Period
from models.calendar import Week, day_of
from models.vocabulary import NodeState, Topic

_EITHER_WAY = frozenset({None, NodeState.OPEN})
"""三季度没完成的 may be asked in October as well as in July."""

_WHOLE_YEAR = late(r"(?<![0-9上去前])(?:全年|年度|本年度)(?!计划)")
_UP_TO = late(r"(?:到|截至|截止到?)$")
"""到今天为止 is no day asked about."""
_TO_ANSWER = late(r"(?:请|务必|麻烦)(?:于|在)?$")
"""请于今日下班前反馈 is the day of the answer."""
_ASKED_BACK = late(r"(?:该|应|要)[^，。；]{1,8}的[^，。；]{0,6}(?:了没|了吗|没有?[？?]?$)")
_UNTIL_NOW = late(r"以来|至今|到现在|到目前|到今天|截至目前|迄今")


def period_in(
    spans: Iterable[DateSpan], text: str, topic: Topic, state: NodeState | None, now: datetime
) -> Period | None:
    """The days asked about: whole calendar units, from today where only an end is said, until today after 以来."""
    today = day_of(now)
    spans = [
        span
        for span in spans
        if not (_only_until_now(span, text) or _TO_ANSWER.search(text, max(0, span.start - 4), span.start))
    ]
    direction = direction_of(topic, state)
    if state is NodeState.DUE and _ASKED_BACK.search(text):
        direction = Direction.FACT  # 6月份该完的都完了没: that June is over
    fixed = [_of_this_year(span, now) if topic is Topic.INVESTMENT else span for span in spans]
    ranges = [found for span in fixed if _is_fixed(span) and (found := span.resolve(direction))]
    if not ranges:
        return Period(date(today.year, 1, 1), date(today.year, 12, 31)) if _WHOLE_YEAR.search(text) else None
    first = min((each.first for each in ranges if each.first), default=None)
    last = max((each.last for each in ranges if each.last), default=None)
    if first is None:
        first = today
    if last is None or _UNTIL_NOW.search(text):
        last = today
    if topic is Topic.MISSING and Week.of(first) == Week.of(last) == Week.of(today):
        return None
    return Period(first, last) if first <= last else None


def _only_until_now(span: DateSpan, text: str) -> bool:
    """Whether a day says only that things stand as they stand today."""
    said = _UP_TO.search(text, max(0, span.start - 3), span.start) is not None or span.text.startswith(("到", "截"))
    return said and any(word in span.text for word in ("今天", "今日", "目前", "现在"))


def direction_of(topic: Topic, state: NodeState | None) -> Direction:
    """Which way a date without a year looks: what falls due lies ahead, what is reported behind."""
    if topic is Topic.MEETING or state is NodeState.DUE:
        return Direction.PLAN
    return Direction.EITHER if topic is Topic.NODES and state in _EITHER_WAY else Direction.FACT


def _is_fixed(span: DateSpan) -> bool:
    """Whether a span has ends of its own: 最近几周 and 近一个月 have none."""
    return span.grain is not Grain.LENGTH and span.duration is None and span.relation is not Relation.AFTER


def _of_this_year(span: DateSpan, now: datetime) -> DateSpan:
    """Of money 前8个月 is January to August, elsewhere the eight months up to today."""
    if span.grain is not Grain.LENGTH or not span.text.startswith("前"):
        return span
    return next(iter(find_dates(f"今年{span.text}", now, {})), span)
