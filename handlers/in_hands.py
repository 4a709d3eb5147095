"""乔珊手上是哪个项目, 陶桦管的进展怎么样: questions about the projects of a liaison who is named."""

from dataclasses import replace

from handlers.turn import Turn
from language.carrying import addresses_somebody
from language.late import late
from language.understanding import Ask, Nothing, Query, Understanding
from models.permission import ABOVE
from models.vocabulary import NodeState, Role, Topic

LONGEST = 40
_HANDS = (
    r"(?:同志|科长|主任|[科局工])?(?:的)?(?:现在|目前|他|她)?"
    r"(?:手[上里头下]|那[边里儿块]?|名下|这[边里儿块]"
    r"|(?:负责|管|盯|跟|包|抓|对接|联系|牵头)(?:着|了)?的?(?=项目|工程|[哪几多都有这那]|怎|咋|进|情|是)|的(?=项目|工程|几个))"
)
_ASKS = late(r"[?？吗呢]|哪|几|多少|什么|啥|怎|咋|如何|情况|进展|进度|[没不]有?$|了没")


def asked(turn: Turn, understood: Understanding) -> Understanding:
    """The question, of the projects of the one liaison in whose hands they are said to be; else as it was read."""
    if turn.person is None or Role(turn.person.role) not in ABOVE or len(turn.plain) > LONGEST:
        return understood
    if not isinstance(understood, Query | Nothing | Ask) or addresses_somebody(turn.said, turn.lexicon):
        return understood
    if isinstance(understood, Query) and (understood.projects or understood.units or understood.towns):
        return understood
    people = [span for span in turn.lexicon.people(turn.plain) if len(span.candidates) == 1]
    if len(people) != 1 or not _ASKS.search(turn.plain) or turn.lexicon.projects(turn.plain):
        return understood
    if not _IN_HANDS.match(turn.plain[people[0].end :]):
        return understood
    own = turn.lexicon.own_projects(people[0].candidates[0])
    if not own:
        return _of_unit(turn, understood, people[0].candidates[0])
    if not isinstance(understood, Query) or understood.topic is Topic.CONTACT:
        return Query(Topic.STATUS, projects=own)
    return replace(understood, projects=own, aspect=None)


def _of_unit(turn: Turn, understood: Understanding, person: str) -> Understanding:
    """邓锐手里有啥没办的: who leads no project is asked about for what their unit has to settle."""
    unit = turn.lexicon.registry.people[person].unit
    if unit is None:
        return understood
    if isinstance(understood, Query) and understood.topic is not Topic.CONTACT:
        return replace(understood, units=(unit,), aspect=None)
    return Query(Topic.NODES, units=(unit,), node_state=NodeState.OPEN)


_IN_HANDS = late(_HANDS)
