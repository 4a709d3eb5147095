"""A problem between its unit and the office: answered, sent back, made one with another."""

from collections.abc import Sequence
from datetime import datetime

from actions import issue
from actions.calls import answerable_for
from actions.to_office import tell_office
from language.wording import rounds as wording
from models.calendar import utc
from models.issue import WITHDRAWN, Issue
from models.mailbox import Inbox, Outbox, Reply
from models.people import Person, Unit
from models.project import Project
from models.vocabulary import UNSPOKEN, Why


async def tell_answer(known: Issue, words: str, person: Person, message: Inbox, now: datetime) -> None:
    """What the unit says that was charged with a problem goes to the office, which closes it or sends it back."""
    project = await Project.get(id=known.project_id)
    unit = await Unit.get_or_none(id=person.unit_id)
    text = wording.answered(known.number, project.name, unit.name if unit else person.name, words)
    await tell_office(f"issue/{known.number}/answered/{message.id}", Reply(text, why=_why(known)), now, but=person.id)


async def give_back(known: Issue, words: str, person: Person, message: Inbox, now: datetime) -> str:
    """It is not settled by what its unit has said: the unit hears so and why. The name of the unit that was told."""
    await issue.note_said(known, words, person, message, now)
    whom = await answerable_for(known.unit_id, known.project_id, now) if known.unit_id else None
    unit = await Unit.get_or_none(id=known.unit_id)
    if whom is None or unit is None or whom.id == person.id:
        return ""
    project = await Project.get(id=known.project_id)
    text = wording.sent_back(unit.name, known.number, project.name, words, known.due_on, now.date())
    why = Why.RESTRICTED if UNSPOKEN in known.categories else Why.DECISION
    await Outbox.put(f"issue/{known.number}/back/{message.id}", Reply(text, why=why), now, person=whom)
    return unit.name


async def merge(kept: Issue, others: Sequence[Issue], person: Person, message: Inbox, now: datetime) -> None:
    """Several problems are one: the first goes on with all their sorts, the others' numbers end there."""
    kept.categories = list(dict.fromkeys([*kept.categories, *(sort for each in others for sort in each.categories)]))
    kept.level = max(kept.level, *(each.level for each in others))
    kept.needs_help = kept.needs_help or any(each.needs_help for each in others)
    await kept.save(update_fields=["categories", "level", "needs_help"])
    for each in others:
        await issue.note_said(kept, each.words, person, message, now)
        await Issue.filter(id=each.id).update(
            state=WITHDRAWN, closed_at=utc(now), closed_by_id=person.id, closing_words=f"并入{kept.number}"
        )


def _why(known: Issue) -> Why:
    return Why.RESTRICTED if UNSPOKEN in known.categories else Why.OFFICE
