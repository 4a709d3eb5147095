"""Whether a day is still to come or gone by, where no word beside it tells."""

from datetime import date, timedelta

from language.dates import DateSpan, Direction, Grain, Part, Relation
from language.facts.by_plan import gone_by_plan, still_planned
from language.facts.said import Said
from language.facts.shapes import HOUR, HOURS
from language.report.tokens import Token

DEADLINE = ("前", "内")
LATELY = timedelta(days=62)
"""What is longer gone by would be told with a 了."""
LONG_AGO = timedelta(days=150)
"""A bare day longer gone by than this is the coming one: 竣工验收12月10日完成, said in June."""
OF_A_MONTH = ("上旬", "中旬", "下旬", "月底", "月末", "月中")
"""Said without a month they are this month's."""
LATER_TODAY = ("今晚", "今夜", "今天晚上", "今天夜里")


def is_to_come(said: Said, token: Token, ahead_told: bool) -> bool:
    """Whether the day beside an ending is still to come; `ahead_told` where a word of what is to come stands there."""
    span: DateSpan = token.value
    ahead, behind, today = due_of(span), span.finished(), said.today
    if behind is None and not ahead_told and _early_and_gone(span, today):
        return False
    if behind is None or ahead is None:
        return behind is None and (ahead > today if ahead is not None else not said.told_as_past())
    if ahead == behind:
        return ahead > today or (ahead == today and _later_today(said, token))
    if said.told_as_past():
        return False
    if said.text[token.start] in "月本这" and ahead > today:
        return True
    if of_this_month(said, token):
        return True
    if span.own_day:  # a feast: the nearer one is meant, and one long gone by has no 前 without a 了
        long_ago = span.relation is Relation.BEFORE and today - behind > LATELY
        return long_ago or (ahead - today) < (today - behind)
    if ahead_told or _before_its_end(said, token):
        return True
    if today - behind > LONG_AGO:
        return not gone_by_plan(said.tokens, behind, ahead, today)
    if still_planned(said.tokens, behind, ahead, today):
        return True
    return _runs_on(said, token, ahead, behind)


def _later_today(said: Said, token: Token) -> bool:
    """今天下午并网, said in the morning."""
    if said.told_as_past():
        return False
    hour = HOUR.search(token.text)
    return token.text.startswith(LATER_TODAY) or (hour is not None and said.now.hour < HOURS[hour[1]])


def of_this_month(said: Said, token: Token) -> bool:
    """下旬, 月底: the end of a part of this month that is not over."""
    due, today = due_of(token.value), said.today
    bare = token.text.startswith(OF_A_MONTH)
    return bare and due is not None and due > today and (due.year, due.month) == (today.year, today.month)


def _before_its_end(said: Said, token: Token) -> bool:
    text = said.text
    return text[token.end - 1 : token.end] in DEADLINE or text[token.end : token.end + 1] in DEADLINE


def _runs_on(said: Said, token: Token, ahead: date, behind: date) -> bool:
    """Whether a stretch of time that is not over is meant to its end; else the nearer end is."""
    span: DateSpan = token.value
    today = said.today
    if behind == today and span.grain in (Grain.MONTH, Grain.QUARTER):
        return True
    if behind == today and span.grain is Grain.THIRD:
        return ahead > today
    if behind == today and ahead > today and token.text.rstrip("前后左右")[-1:] in ("底", "末"):
        return True
    if behind == today and span.grain is Grain.YEAR:
        return said.text[token.end : token.end + 1] in ("内", "底", "末")
    return span.leans_ahead(ahead, behind)


def _early_and_gone(span: DateSpan, today: date) -> bool:
    """8月初完工, said on the 12th: the beginning of a month that is named, and nearer behind than ahead."""
    behind, ahead = span.resolve(Direction.FACT), span.resolve(Direction.PLAN)
    if span.part is not Part.EARLY or span.grain is not Grain.THIRD or span.text[0] == "月":
        return False
    if behind is None or ahead is None or behind.last is None or ahead.first is None:
        return False
    return behind.last < today and today - behind.last < ahead.first - today


def due_of(span: DateSpan) -> date | None:
    """The last day a deadline covers; 月初 and 年初 have none."""
    if span.part is Part.EARLY and not span.text.rstrip("之以前后左右").endswith("旬"):
        return None
    return span.deadline()
