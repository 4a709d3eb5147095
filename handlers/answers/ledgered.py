"""What the ledgers hold about a node that somebody asks after: its open problems, and until when it was ordered."""

from collections.abc import Mapping, Sequence

from handlers.answers.scope import Scope
from handlers.quoting import Quotes, may_be_named
from handlers.turn import Turn
from language.vocabulary_words import node_kinds_in
from language.wording.answers import ledgers as wording
from models.calendar import day_of
from models.issue import open_issues, open_now
from models.meeting import CLOSED, Decision
from models.vocabulary import NodeKind, ProblemCategory

OF_KIND: Mapping[NodeKind, ProblemCategory] = {
    NodeKind.ACQUISITION: ProblemCategory.ACQUISITION,
    NodeKind.UTILITIES: ProblemCategory.UTILITIES,
    NodeKind.FINANCING: ProblemCategory.FUNDING,
    NodeKind.TENDER: ProblemCategory.TENDER,
    NodeKind.LAND_TRANSFER: ProblemCategory.LAND,
    NodeKind.SITE_SELECTION: ProblemCategory.LAND,
    NodeKind.PRELIMINARY_DESIGN: ProblemCategory.DESIGN,
    NodeKind.DRAWING_REVIEW: ProblemCategory.DESIGN,
}
"""The kind of problem that holds up a kind of node; of permits any may be meant."""


async def funding(turn: Turn, scope: Scope) -> str:
    """Whether money has come (专项债拨了没): no plan has a node for it, so what the problems tell of it."""
    names = {key: each.project.name for key, each in scope.found.items()}
    rows = [
        each for each in await open_issues(turn.now, list(names)) if ProblemCategory.FUNDING.value in each.categories
    ]
    quotes = await Quotes.of(turn, [each.message_id for each in rows])
    told = [
        wording.known_funding(
            names[each.project_id],
            each.number,
            quotes.words(each.words, each.message_id, about_people=False),
            day_of(each.opened_at),
            turn.today,
        )
        for each in rows
    ]
    about = next(iter(names.values())) if len(names) == 1 else ""
    return "\n".join([wording.money_not_kept(about), *told[: turn.office.policy.answer_lines - 1]])


async def beside(turn: Turn, project: str, kinds: Sequence[NodeKind]) -> list[str]:
    """The open problems and decisions about the kinds of nodes that were asked for; none where none was."""
    if not kinds:
        return []
    wanted = {OF_KIND[kind].value for kind in kinds if kind in OF_KIND}
    issues = [
        wording.known_problem(each.number, each.categories, each.level)
        for each in await open_now(project)
        if wanted & set(each.categories) and may_be_named(turn, each.categories)
    ]
    rows = Decision.filter(project_id=project).exclude(state=CLOSED).order_by("id").prefetch_related("meeting")
    orders = [
        wording.known_decision(each.number, each.due_on, turn.today)
        for each in await rows
        if set(node_kinds_in(each.text)) & set(kinds)
    ]
    return [*issues[:2], *orders[:2]]
