"""What the ledgers hold about a node that somebody asks after: its open problems, and until when it was ordered."""

from collections.abc import Mapping, Sequence

from handlers.quoting import may_be_named
from handlers.turn import Turn
from language.vocabulary_words import node_kinds_in
from language.wording.answers import ledgers as wording
from models.issue import open_now
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
