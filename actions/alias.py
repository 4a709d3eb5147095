"""Names that people keep using: counted, proposed to the office once, learnt only when it says yes."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from actions import roster
from actions.to_office import ask_office
from language.wording import roster as wording
from models.calendar import utc
from models.people import Person
from models.project import AliasProposal, Project
from models.refusal import AliasTaken

ALIAS = "alias"
ENOUGH = 3
"""Used in so many messages, a name is no slip of the pen."""

PATIENCE = timedelta(days=7)
COUNTING, ASKED, LEARNT, REFUSED = "counting", "asked", "learnt", "refused"


async def note_names(names: Sequence[tuple[str, str]], now: datetime) -> None:
    """Count the names of one message; one that people keep using is proposed to the office, once."""
    for alias, project in names:
        proposal, _ = await AliasProposal.get_or_create(alias=alias, project_id=project)
        if proposal.state != COUNTING:
            continue
        proposal.uses += 1
        if proposal.uses >= ENOUGH:
            proposal.state, proposal.asked_at = ASKED, utc(now)
            await _propose(proposal, now)
        await proposal.save(update_fields=["uses", "state", "asked_at"])


async def put_forward(name: str, project: str, now: datetime) -> None:
    """A unit asks for a name: the office is asked at once, and once."""
    proposal, _ = await AliasProposal.get_or_create(alias=name, project_id=project)
    if proposal.state != COUNTING:
        return
    proposal.state, proposal.asked_at = ASKED, utc(now)
    await _propose(proposal, now, asked=True)
    await proposal.save(update_fields=["state", "asked_at"])


async def _propose(proposal: AliasProposal, now: datetime, *, asked: bool = False) -> None:
    """Ask everyone of the office, privately; any of them may answer."""
    project = await Project.get(id=proposal.project_id)
    words = wording.asks_for_name if asked else wording.is_this_a_name
    text = words(proposal.alias, project.name)
    minutes = int(PATIENCE.total_seconds() // 60)
    await ask_office(f"alias/{proposal.id}", text, ALIAS, {"proposal": proposal.id}, now, minutes)


async def decide(payload: dict[str, Any], agreed: bool, decider: Person, now: datetime) -> tuple[str, str, bool]:
    """The office says whether a name means a project: (name, project's name, whether it is known from now on)."""
    proposal = await AliasProposal.get(id=payload["proposal"]).prefetch_related("project")
    learnt = agreed and proposal.state != LEARNT
    if learnt:
        try:
            await roster.add_alias(proposal.alias, proposal.project.name, [proposal.project_id], decider, now)
        except AliasTaken:
            learnt = False
    known = learnt or proposal.state == LEARNT
    await AliasProposal.filter(id=proposal.id).update(state=LEARNT if known else REFUSED)
    return proposal.alias, proposal.project.name, known
