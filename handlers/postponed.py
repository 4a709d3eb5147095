"""A liaison asks whether a day may be put off (能不能宽限到8月15号): a request as any, or its day is asked for."""

from dataclasses import replace

from actions import plan_change
from actions.recorded import Source
from actions.report import record_reports
from handlers.report import take_reports
from handlers.turn import Turn
from language.dates import find_dates
from language.plan_verdicts import keeps_day, takes_request_back
from language.requests import plea_for_delay
from language.same_matter import concerns_node
from language.understand import understand
from language.understanding import Ask, Nothing, Query, Report, Reports, Understanding, Utterance
from language.wording import office as office_wording
from language.wording import overheard as wording
from models.mailbox import Reply
from models.people import Person
from models.project import PlanChange
from models.vocabulary import NodeKind, Role


async def answer(turn: Turn, understood: Understanding) -> tuple[Reply, ...] | None:
    """Take the question as the request it is; None where nothing is to be put off."""
    person = turn.person
    reports = person is not None and Role(person.role) in (Role.LIAISON, Role.OWNER)
    if person is not None and reports and (gone := await _taken_back(turn, person)) is not None:
        return gone
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


async def _taken_back(turn: Turn, person: Person) -> tuple[Reply, ...] | None:
    """智算中心延期的申请不要了，还是按5月15: the unit's own request that waits is one no more."""
    words = turn.plain
    back = takes_request_back(words)
    if not back and not keeps_day(words):
        return None
    own = await _own_waiting(turn, person)
    if not back:
        said = find_dates(words, turn.now, turn.lexicon.registry.festivals)
        days = {span.deadline() for span in said}
        own = [each for each in own if each.old in days]
    if len(own) != 1:
        return None
    change = own[0]
    subject = await plan_change.withdraw(change, person, turn.message, turn.now)
    node = change.node
    if node.planned is not None:
        told = Report(node.project_id, node.id, due_on=node.planned, words=turn.said)
        await record_reports(Source(turn.message, person, turn.now), [told], turn.office)
    return (Reply(office_wording.own_request_withdrawn(subject, change.new, node.planned, turn.today)),)


async def _own_waiting(turn: Turn, person: Person) -> list[PlanChange]:
    """The requests of the speaker's unit that wait, of the project that is named, or of the node where several are."""
    colleagues = {each.id for each in await Person.filter(unit_id=person.unit_id)}
    named = turn.lexicon.sure_projects(turn.plain, person.id)
    own = [each for each in await plan_change.waiting() if each.requested_by_id in colleagues]
    there = [each for each in own if not named or each.node.project_id in named]
    spoken = [each for each in there if concerns_node(turn.plain, each.node.name, NodeKind(each.node.kind))]
    return spoken if len(spoken) == 1 else there
