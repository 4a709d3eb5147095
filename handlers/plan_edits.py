"""The office changes the plan by the chat; what a unit wants of it is passed on to the office."""

from actions import plan_edits
from handlers.turn import Turn
from language.node_kinds import kind_of
from language.office_orders import OfficeOrder, OfficeOrderName
from language.plan_edits import PlanEdit, PlanVerb, asks_who_may, read_plan_edits
from language.understanding import Reports, Understanding
from language.wording import plan_edits as wording
from models.mailbox import Reply
from models.people import Duty, Person, Unit, liaisons_by_unit
from models.project import PlanNode, Project
from models.refusal import Unfinished
from models.vocabulary import Role


def ordered(turn: Turn, text: str) -> tuple[OfficeOrder, ...]:
    """Such an order of the office, read once more by whoever obeys."""
    if turn.person is None or not turn.person.is_office or not read_plan_edits(text, turn.now, turn.lexicon):
        return ()
    return (OfficeOrder(OfficeOrderName.EDIT_PLAN, words=text, told=True),)


async def answer(turn: Turn, understood: Understanding) -> tuple[Reply, ...] | None:
    """Who may change the plan; what a unit wants changed there goes to the office; else None."""
    if turn.person is None:
        return None
    if asks_who_may(turn.plain):
        return (Reply(wording.who_changes()),)
    if Role(turn.person.role) not in (Role.LIAISON, Role.OWNER) or turn.person.unit_id is None:
        return None
    if isinstance(understood, Reports) or not read_plan_edits(turn.plain, turn.now, turn.lexicon):
        return None
    unit = await Unit.get(id=turn.person.unit_id)
    await plan_edits.pass_on(turn.message, turn.said, turn.person, unit.name, turn.now)
    return (Reply(wording.only_office(), private=True),)


async def obey(turn: Turn, order: OfficeOrder) -> str:
    """Carry out each change, in the order in which it was said."""
    edits = read_plan_edits(order.words, turn.now, turn.lexicon)
    return "\n".join([await _one(turn, edit) for edit in edits])


async def _one(turn: Turn, edit: PlanEdit) -> str:
    assert turn.person is not None
    if edit.verb is PlanVerb.ADD_PROJECT:
        return await _add_project(turn, turn.person, edit)
    project = await Project.get(id=edit.project)
    if edit.verb is PlanVerb.ADD_NODE:
        return await _add_node(turn, turn.person, project, edit)
    if edit.verb is PlanVerb.LEAD_UNIT:
        assert edit.unit is not None
        await plan_edits.give_project(project, edit.unit, turn.person, turn.now)
        return wording.project_given(project.name, await _unit(edit.unit))
    node = await PlanNode.get(id=edit.node)
    if edit.verb is PlanVerb.RENAME_NODE:
        await plan_edits.rename_node(node, edit.name, turn.person, turn.now)
        return wording.node_renamed(project.name, node.name, edit.name)
    if edit.verb is PlanVerb.NODE_UNIT:
        assert edit.unit is not None
        await plan_edits.give_node(node, edit.unit, turn.person, turn.now)
        return wording.node_given(project.name, node.name, await _unit(edit.unit))
    await plan_edits.drop_node(node, turn.person, turn.now)
    return wording.node_dropped(project.name, node.name)


async def _add_node(turn: Turn, person: Person, project: Project, edit: PlanEdit) -> str:
    if len(edit.name) < 2:
        raise Unfinished(f"{project.name}要加的节点叫什么")
    for known in await PlanNode.filter(project_id=project.id, active=True):
        if known.name == edit.name:
            return wording.node_known(project.name, known.name, known.planned, turn.today)
    if edit.day is None:
        raise Unfinished(f"“{edit.name}”节点计划哪天完成")
    node = await plan_edits.add_node(project, edit.name, kind_of(edit.name), edit.day, edit.unit, person, turn.now)
    unit = await _unit(node.unit_id or "") if node.unit_id else ""
    return wording.node_added(project.name, node.name, edit.day, unit, turn.today)


async def _add_project(turn: Turn, person: Person, edit: PlanEdit) -> str:
    registry = turn.lexicon.registry
    for known in registry.projects.values():
        if edit.name in (known.name, *known.aliases):
            return wording.project_known(known.name)
    if edit.unit is None:
        raise Unfinished(f"“{edit.name}”由哪家单位牵头")
    liaison = await _liaison(edit)
    sectors = [each.category for each in registry.projects.values() if each.lead_unit == edit.unit]
    category = max(sorted(set(sectors)), key=sectors.count, default="")
    made = await plan_edits.add_project(
        edit.name, edit.unit, edit.support, edit.town, category, liaison.id if liaison else None, person, turn.now
    )
    support = [registry.units[each].name for each in edit.support]
    many = await Project.filter(active=True).count()
    return wording.project_added(made.name, await _unit(edit.unit), support, liaison.name if liaison else "", many)


async def _liaison(edit: PlanEdit) -> Person | None:
    """The one who is named and in the roster, else the leading unit's only liaison."""
    if edit.person:
        named = await Person.filter(name=edit.person, active=True)
        return named[0] if len(named) == 1 else None
    own = (await liaisons_by_unit()).get(edit.unit or "", [])
    return own[0] if len(own) == 1 else None


async def _unit(id_: str) -> str:
    return (await Unit.get(id=id_)).name


async def set_liaison(turn: Turn, project_id: str, name: str) -> str:
    """大桥的联络员换成曹海: of this project alone."""
    assert turn.person is not None
    project = await Project.get(id=project_id)
    duty = await Duty.filter(project_id=project_id, kind="liaison").prefetch_related("person").first()
    before = duty.person.name if duty and duty.person else ""
    found = await Person.filter(name=name, active=True).exclude(role=Role.LEADER.value)
    own = [each for each in found if each.unit_id == project.lead_unit_id] or found
    if len(own) != 1:
        return wording.liaison_unknown(name, project.name, before)
    await plan_edits.set_project_liaison(project, own[0], turn.person, turn.now)
    return wording.liaison_given(project.name, before, own[0].name)
