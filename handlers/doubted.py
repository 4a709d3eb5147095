"""What a leader says of the records and not to them: doubts and hearsay are held against what is known."""

from collections.abc import Sequence
from dataclasses import replace

from actions.to_office import tell_office
from handlers.answers import contact, leaning, ledgered, ledgers
from handlers.answers.scope import scope_of
from handlers.overheard import said_before
from handlers.spoken_of import remember, spoken_of
from handlers.turn import Turn
from language import doubts
from language.carrying import addresses_somebody, sort_spoken
from language.particulars import never_kept
from language.query_filters import node_kinds_in
from language.understanding import Ask, Nothing, Query, Report, Reports, Understanding
from language.wording import ask as ask_wording
from language.wording import common
from language.wording import doubted as wording
from language.wording import overheard as overheard_wording
from models.mailbox import Reply
from models.people import Person, Unit
from models.permission import ABOVE
from models.vocabulary import NodeKind, Role, Status, Topic, Why

MOST = 2


async def answer(turn: Turn, understood: Understanding) -> tuple[Reply, ...] | None:
    """What the records say, to the leader alone, and to the office that it is doubted; None where nothing is so."""
    person = turn.person
    if person is None or addresses_somebody(turn.said, turn.lexicon):
        return None
    if doubts.asks_who_may_change(turn.plain) and not turn.lexicon.projects(turn.plain):
        return (Reply(wording.who_may_change()),)
    if Role(person.role) not in ABOVE:
        return None
    if doubts.asks_if_true(turn.plain) and not isinstance(understood, Reports):
        return (Reply(wording.not_judged()),)
    if isinstance(understood, Query) and (what := never_kept(turn.plain)):
        return (Reply(await said_before(turn) or overheard_wording.not_kept(what)),)
    if person.is_office:
        return None
    if isinstance(understood, Reports) and (doubts.gainsays(turn.plain) or doubts.has_heard(turn.plain)):
        # 我看未必，还有三户没搬: a doubt, and no report of the works
        told = tuple(dict.fromkeys(report.project for report in understood.reports))[:MOST]
        return await _to_office(turn, person, told, ()) if told else None
    if isinstance(understood, Reports) and doubts.demands(turn.plain) and _only_under_way(understood):
        return (() if turn.chat.is_group else _urged(turn)) or ()  # 古镇那边抓紧: urged, and nothing told
    if isinstance(understood, Query) and doubts.asks_of_fee(turn.plain):
        return await _paid(turn)
    if not isinstance(understood, Nothing | Ask):
        return None
    if doubts.asks_if_paid(turn.plain):
        return await _paid(turn)
    if doubts.asks_where_or_when(turn.plain) and (await spoken_of(turn)).get("topic") == [Topic.MEETING.value]:
        return await ledgers.meeting(turn, Query(Topic.MEETING))
    if doubts.asks_if_in_charge(turn.plain) and (named := _named(turn)):
        return await contact.answer(turn, Query(Topic.CONTACT, projects=named))
    if doubts.wants_verified(turn.plain):
        projects = tuple((await spoken_of(turn)).get("projects", ()))[:MOST]
        return await _to_office(turn, person, projects, ()) if projects else None
    if (doubts.doubts(turn.plain) or doubts.has_heard(turn.plain)) and (found := await _held_against(turn, person)):
        return found
    if turn.chat.is_group:
        return None
    if doubts.wants_regularly(turn.plain):
        return (Reply(wording.regularly()),)
    if doubts.wants_reminder(turn.plain):
        return (Reply(wording.reminders()),)
    if doubts.wants_in_group(turn.plain):
        return (Reply(wording.group_by_office()),)
    return _urged(turn)


async def _held_against(turn: Turn, person: Person) -> tuple[Reply, ...] | None:
    """What is known of the one project that is named, or was just spoken of, with who said so and when."""
    named = _named(turn)
    subject = {} if named else await spoken_of(turn)
    projects = named or tuple(subject.get("projects", ()))
    if not 0 < len(projects) <= MOST:
        return None
    kinds = node_kinds_in(turn.plain)
    if kinds and not named and not any(_plans(turn, each, kinds) for each in projects):
        # 征拆我听说都签完了, behind talk of works without any
        return (Reply(ask_wording.which_project_openly(several=False)),)
    if doubts.has_heard(turn.plain) and not (
        named and (kinds or not turn.chat.is_group or doubts.tells_how_far(turn.plain))
    ):
        return None  # 听说要改线: talk, which is nothing to the plan
    return await _to_office(turn, person, projects, kinds)


def _plans(turn: Turn, project: str, kinds: Sequence[NodeKind]) -> bool:
    """Whether a project's plan has what is doubted."""
    known = turn.lexicon.registry.projects.get(project)
    return known is not None and any(node.kind in kinds for node in known.nodes)


async def _paid(turn: Turn) -> tuple[Reply, ...]:
    """Whether money has come to the project named or just spoken of: what the problems tell, nothing else is kept."""
    projects = _named(turn) or tuple((await spoken_of(turn)).get("projects", ()))
    scope = await scope_of(turn, Query(Topic.PROBLEMS, projects=projects))
    return (Reply(await said_before(turn) or await ledgered.funding(turn, scope)),)


def _only_under_way(understood: Reports) -> bool:
    """Whether nothing is told but that something is under way."""
    return all(
        replace(each, words="", node=None) == Report(each.project, status=Status.IN_PROGRESS)
        for each in understood.reports
    )


def _named(turn: Turn) -> tuple[str, ...]:
    """The projects that are named, or the one of the sort of works that is spoken of."""
    spans = turn.lexicon.projects(turn.plain, asking=True)
    found = tuple(dict.fromkeys(span.candidates[0] for span in spans if len(span.candidates) == 1))
    of_sort = () if found else sort_spoken(turn.plain, turn.lexicon)
    return found or (of_sort if len(of_sort) == 1 else ())


async def _to_office(
    turn: Turn, person: Person, projects: Sequence[str], kinds: Sequence[NodeKind]
) -> tuple[Reply, ...]:
    """The grounds of what is known, to the leader alone; the office is told what is to be looked into."""
    known = (await leaning.source(turn, Query(Topic.STATUS, projects=tuple(projects), node_kinds=tuple(kinds))))[0]
    await remember(turn, Query(Topic.STATUS, projects=tuple(projects)), tuple(projects), await spoken_of(turn))
    names = [turn.lexicon.registry.projects[each].name for each in projects]
    unit = await Unit.get_or_none(id=person.unit_id) if person.unit_id else None
    who = common.named_speaker(unit.name if unit else "", person)
    letter = Reply(wording.to_verify(who, turn.said, names), why=Why.OFFICE)
    await tell_office(f"doubted/{turn.message.id}", letter, turn.now, but=person.id)
    return (replace(known, text=wording.known(known.text), private=turn.chat.is_group),)


def _urged(turn: Turn) -> tuple[Reply, ...] | None:
    """北坡治理给我盯紧点, in private: how what is urged becomes an order that is followed up."""
    if not doubts.demands(turn.plain):
        return None
    named = _named(turn)
    if len(named) != 1:
        return None
    project = turn.lexicon.registry.projects[named[0]]
    unit = turn.lexicon.registry.units.get(project.lead_unit or "")
    return (Reply(wording.not_an_order(project.name, unit.name if unit else "责任单位")),)
