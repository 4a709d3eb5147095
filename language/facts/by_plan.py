"""Which of two years a day without one is of, by the day on which the plan has the node that it is told of."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from language.report.tokens import Kind, Token

FITS = timedelta(days=75)
"""So near to its planned day an end is told of that year, however long it is gone by."""
CLOSE = timedelta(days=45)
FAR = timedelta(days=200)
LATELY = timedelta(days=31)


def gone_by_plan(tokens: Iterable[Token], behind: date, ahead: date, today: date) -> bool:
    """核准3月25日拿到, said in September: whether a day long gone by is meant all the same.

    A day of the coming year would be told with it, unless it is nearer and the plan does not speak for the other.
    """
    if ahead.year == today.year:
        return False  # 竣工验收12月10日完成, said in June
    planned = list(_planned(tokens))
    fits = bool(planned) and all(abs(behind - day) <= FITS for day in planned)
    return fits or (not planned and today - behind < ahead - today)


def still_planned(tokens: Iterable[Token], behind: date, ahead: date, today: date) -> bool:
    """并网6月20日完成, said in September of what is planned for the next June: it has hardly come a year early."""
    planned = list(_planned(tokens))
    if not planned or today - behind < LATELY:
        return False
    return all(abs(ahead - day) <= CLOSE and day - behind > FAR for day in planned)


def _planned(tokens: Iterable[Token]) -> Iterator[date]:
    for each in tokens:
        if each.kind is Kind.NODE:
            yield from (node.planned for node in each.value.nodes.values() if node.planned is not None)
