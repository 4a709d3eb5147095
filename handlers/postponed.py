"""A liaison asks whether a day may be put off (能不能宽限到8月15号): a request as any, or its day is asked for."""

from dataclasses import replace

from handlers.report import take_reports
from handlers.turn import Turn
from language.requests import plea_for_delay
from language.understand import understand
from language.understanding import Ask, Nothing, Query, Reports, Understanding, Utterance
from language.wording import overheard as wording
from models.mailbox import Reply
from models.vocabulary import Role


async def answer(turn: Turn, understood: Understanding) -> tuple[Reply, ...] | None:
    """Take the question as the request it is; None where nothing is to be put off."""
    person = turn.person
    if person is None or Role(person.role) is not Role.LIAISON or not isinstance(understood, Query | Nothing | Ask):
        return None
    plea = plea_for_delay(turn.plain)
    if not plea or not turn.lexicon.sure_projects(turn.plain, person.id):
        return None
    read = understand(Utterance(plea, turn.now, sender=person.id), turn.lexicon)
    if isinstance(read, Reports) and any(each.node and each.due_on for each in read.reports):
        told = tuple(replace(each, words=plea) for each in read.reports)
        return await take_reports(turn, replace(read, reports=told))
    return (Reply(wording.until_when()),)
