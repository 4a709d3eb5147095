"""Which units the office has said are not concerned with a project, and which of them say so and wait for its word."""

from datetime import datetime, timedelta

from models.calendar import utc
from models.change import Change

EXEMPT = "exempt/"
PROPOSED, AGREED, REFUSED = "proposed", "agreed", "refused"

WAITS = timedelta(days=60)
"""So long the office may take to answer: the unit was told that it is not asked before."""

Pair = tuple[str, str]
"""(unit, project)"""


async def pairs_in(state: str, moment: datetime) -> frozenset[Pair]:
    """The pairs whose newest word by a moment is this one; what nobody has answered for so long waits no more."""
    newest: dict[Pair, str] = {}
    said = Change.filter(key__startswith=EXEMPT, at__lte=utc(moment))
    if state == PROPOSED:
        said = said.filter(at__gt=utc(moment - WAITS))
    for row in await said.order_by("at", "id"):
        newest[(row.key.removeprefix(EXEMPT), row.project_id or "")] = row.new
    return frozenset(pair for pair, word in newest.items() if word == state)
