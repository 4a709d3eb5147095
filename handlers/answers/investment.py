"""Money invested."""

from handlers.answers.scope import Scope, scope_of
from handlers.turn import Turn
from language.understanding import Query
from language.wording.answers import investment as wording
from models.mailbox import Reply
from models.standing import ProjectStanding
from models.vocabulary import Scope as Span


async def answer(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """What was reported, a sum over many projects only of those that have reported, and how many have not."""
    scope = await scope_of(turn, query)
    span = _span(query)
    told = [_line(standing, scope, span) for standing in scope.found.values()]
    if span in SHORT and scope.today < turn.today and not any(each.amounts for each in told):
        # 上周报的投资是多少: nobody told of that week alone, but how much there was by its end is known
        whole = [_line(standing, scope, None) for standing in scope.found.values()]
        told, span = (whole, None) if any(each.amounts for each in whole) else (told, span)
    names = [standing.project.name for standing in scope.found.values()]
    about = scope.label or (names[0] if len(names) == 1 else "")
    return (Reply(wording.told(about, span, told, scope.today, turn.office.policy.answer_lines)),)


SHORT = (Span.WEEK, Span.MONTH)


async def lines(turn: Turn, query: Query) -> list[wording.Line]:
    """What was told of each project, for whoever puts them in order."""
    scope = await scope_of(turn, query)
    return [_line(standing, scope, None) for standing in scope.found.values()]


def _span(query: Query) -> Span | None:
    """The scope that the period of a question names; none asks for whatever is known."""
    if query.period is None:
        return None
    days = (query.period.last - query.period.first).days + 1
    if days == 1:
        return None  # how much there was on a day, not how much was spent on it
    if days <= 7:
        return Span.WEEK
    if days <= 31:
        return Span.MONTH
    return (
        Span.QUARTER
        if days <= 92 and query.period.first.month in (1, 4, 7, 10) and query.period.first.day == 1
        else Span.YEAR
    )


def _line(standing: ProjectStanding, scope: Scope, span: Span | None) -> wording.Line:
    spans = [span] if span else [Span.TOTAL, Span.YEAR]
    amounts = []
    for each in spans:
        said, share = standing.invested(each, scope.today), standing.invested_share(each, scope.today)
        source = said or share
        if source:
            amounts.append(
                wording.Amount(
                    each,
                    said.value if said else None,
                    share.value if share else None,
                    source.day,
                    scope.unit(source.unit),
                )
            )
    return wording.Line(
        standing.project.name, tuple(amounts), standing.project.total_yuan, standing.project.year_plan_yuan
    )
