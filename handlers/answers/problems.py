"""What is stuck."""

from handlers.answers.scope import scope_of
from handlers.quoting import Quotes, about_people, may_be_named
from handlers.turn import Turn
from language.understanding import Query
from language.wording.answers import problems as wording
from models.calendar import day_of
from models.issue import OPEN, Issue
from models.mailbox import Reply


async def answer(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """The open problems of the chosen projects, newest first, with who reported them."""
    scope = await scope_of(turn, query)
    issues = (
        await Issue.filter(project_id__in=list(scope.found), state=OPEN).order_by("-id").prefetch_related("opened_by")
    )
    quotes = await Quotes.of(turn, [issue.message_id for issue in issues])
    wanted = {category.value for category in query.problem_categories}
    found = [
        wording.Line(
            number=issue.number,
            project=scope.found[issue.project_id].project.name,
            categories=tuple(issue.categories),
            words=quotes.words(issue.words, issue.message_id, about_people=about_people(issue.categories)),
            needs_help=issue.needs_help,
            opened_on=day_of(issue.opened_at),
            unit=scope.unit(issue.opened_by.unit_id if issue.opened_by else None),
            level=issue.level,
        )
        for issue in issues
        if may_be_named(turn, issue.categories)
        and (not wanted or wanted & set(issue.categories))
        and (not query.period or query.period.first <= day_of(issue.opened_at) <= query.period.last)
    ]
    names = [standing.project.name for standing in scope.found.values()]
    about = scope.label or (names[0] if len(names) == 1 else "")
    return (Reply(wording.listed(about, found, turn.today, turn.office.policy.answer_lines)),)
