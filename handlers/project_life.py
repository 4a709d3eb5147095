"""The office stops, drops or takes up a whole project; a unit that says one is no more is passed on to the office."""

from datetime import date

from actions import project_life, roster
from handlers.answers.scope import scope_of
from handlers.report import take_reports
from handlers.turn import Turn
from language.office_orders import OfficeOrder, OfficeOrderName
from language.project_orders import (
    gives_project,
    only_orders,
    read_project_order,
    says_finished_whole,
    says_given_up,
)
from language.understand import understand
from language.understanding import Ask, Nothing, Query, Reports, Understanding, Utterance
from language.wording import common
from language.wording import office as office_wording
from language.wording import project_life as wording
from models.calendar import day_of
from models.mailbox import Reply
from models.people import Person, Unit
from models.project import Project
from models.vocabulary import ChatKind, Role, Status, Topic


def ordered(turn: Turn, text: str) -> tuple[OfficeOrder, ...]:
    """Such an order where it names one project."""
    if turn.person is None or not turn.person.is_office:
        return ()
    orders = read_project_order(text, [(each.start, each.end) for each in turn.lexicon.projects(text, turn.person.id)])
    named = turn.lexicon.sure_projects(turn.plain, turn.person.id)
    return orders if len(named) == 1 else ()


def given(turn: Turn, text: str) -> tuple[OfficeOrder, ...]:
    """The order that somebody else is to report on the one project named."""
    if turn.person is None or not turn.person.is_office or len(turn.lexicon.sure_projects(text, turn.person.id)) != 1:
        return ()
    spans = [(each.start, each.end) for each in turn.lexicon.projects(text, turn.person.id)]
    people = [each for each in turn.lexicon.people(text) if len(each.candidates) == 1]
    place = gives_project(text, spans, [(each.start, each.end) for each in people])
    if place is None:
        return ()
    return (OfficeOrder(OfficeOrderName.GIVE_PROJECT, words=people[place].candidates[0], told=True),)


async def give(turn: Turn, order: OfficeOrder) -> str:
    """城西供热以后由石慧报: the lists and nudges of this project go to them, where they are of its unit."""
    project = await _named(turn)
    assert project is not None
    assert turn.person is not None
    new = await Person.get(id=order.words)
    units, lead = turn.lexicon.registry.units, project.lead_unit_id or ""
    if new.active and new.unit_id and new.unit_id in units and lead in units and new.unit_id != lead:
        return office_wording.not_of_lead(new.name, units[new.unit_id].name, units[lead].name)
    if not new.active or new.unit_id != project.lead_unit_id or new.role != Role.LIAISON.value:
        return office_wording.not_in_roster(new.name)
    old = await roster.give_project(project, new, turn.person, turn.now)
    return wording.given(project.name, old, new.name)


async def spare(turn: Turn, order: OfficeOrder) -> str:
    """储配站暂停期间不用报: nobody is asked; what the same message tells of the works is recorded."""
    project = await _named(turn)
    assert project is not None
    assert turn.person is not None
    told = await _told(turn)
    await project_life.spare(project, turn.person, turn.message, turn.now)
    return "\n".join([*told, wording.spared(project.name)])


async def remove(turn: Turn, order: OfficeOrder) -> str:
    """康养中心撤项: it counts no more."""
    project = await _named(turn)
    assert project is not None
    assert turn.person is not None
    await project_life.remove(project, turn.person, turn.message, turn.now)
    return wording.removed(project.name)


async def restore(turn: Turn, order: OfficeOrder) -> str:
    """储配站恢复报送, 恢复康养中心; of one that was never stopped only what is told of its works counts."""
    project = await _named(turn)
    assert project is not None
    assert turn.person is not None
    told = await _told(turn)
    back = await project_life.restore(project, turn.person, turn.message, turn.now)
    if not back and told:
        return "\n".join(told)
    return "\n".join([*told, (wording.restored if back else wording.was_not_stopped)(project.name)])


async def _told(turn: Turn) -> list[str]:
    """The answer to what the message reports beside its order."""
    if only_orders(turn.plain):
        return []
    sender = turn.person.id if turn.person else None
    read = understand(Utterance(turn.message.text, turn.now, ChatKind(turn.chat.kind), sender), turn.lexicon)
    return [reply.text for reply in await take_reports(turn, read)] if isinstance(read, Reports) else []


async def _named(turn: Turn) -> Project | None:
    """The one project that is named."""
    assert turn.person is not None
    named = turn.lexicon.sure_projects(turn.plain, turn.person.id)
    return await Project.get(id=named[0]) if len(named) == 1 else None


async def _out_of_plan(turn: Turn) -> tuple[Project, date] | None:
    """The one project that is named if it left the plan, and on which day."""
    project = await _named(turn)
    since = await project_life.out_since(project) if project is not None and not project.active else None
    return (project, day_of(since)) if project is not None and since else None


async def answer(turn: Turn, understood: Understanding) -> tuple[Reply, ...] | None:
    """康养中心我们不搞了, from a unit: the office decides; what is said of a project out of the plan; else None."""
    person = turn.person
    if person is not None and isinstance(understood, Ask | Query | Reports) and (gone := await _out_of_plan(turn)):
        return (Reply(wording.out_of_plan(gone[0].name, common.day(gone[1], turn.today))),)
    if person is not None and person.is_office and isinstance(understood, Reports | Nothing | Ask):
        return await _finished(turn, person, understood)
    if person is None or Role(person.role) not in (Role.LIAISON, Role.OWNER) or person.unit_id is None:
        return None
    spans = [(each.start, each.end) for each in turn.lexicon.projects(turn.plain, person.id)]
    stands = isinstance(understood, Reports) and all(each.status is Status.BLOCKED for each in understood.reports)
    if (isinstance(understood, Reports) and not stands) or not says_given_up(turn.plain, spans):
        return None
    named = turn.lexicon.sure_projects(turn.plain, person.id)
    if len(named) != 1:
        return None
    unit = await Unit.get(id=person.unit_id)
    projects = [await Project.get(id=each) for each in named]
    await project_life.tell_given_up(projects, unit.name, turn.said, turn.message, turn.now)
    taken = await take_reports(turn, understood) if isinstance(understood, Reports) else ()
    return (*taken, Reply(wording.given_up_passed_on(), private=True))


async def _finished(turn: Turn, person: Person, understood: Understanding) -> tuple[Reply, ...] | None:
    """停车楼已移交投用，这个项目办结了, from the office: what is told is recorded, and what is still open is named."""
    named = turn.lexicon.sure_projects(turn.plain, person.id)
    spans = [(each.start, each.end) for each in turn.lexicon.projects(turn.plain, person.id)]
    if len(named) != 1 or not says_finished_whole(turn.plain, spans):
        return None
    taken = await take_reports(turn, understood) if isinstance(understood, Reports) else ()
    standing = (await scope_of(turn, Query(Topic.STATUS, projects=(named[0],)))).found.get(named[0])
    if standing is None:
        return taken or None
    nodes = [(node.name, node.planned) for node in standing.open_nodes()]
    name = turn.lexicon.registry.projects[named[0]].name
    told = wording.still_open(name, nodes, turn.today)
    return (Reply("\n".join([*(reply.text for reply in taken), told])),)
