"""Which project a leader means by a mark or a sort of works alone: the one just spoken of, the only one there is."""

from dataclasses import replace

from handlers.spoken_of import FEW, spoken_of
from handlers.turn import Turn
from language.carrying import sort_named
from language.said_around import is_mark
from language.understand import understand
from language.understanding import Ask, Query, Understanding, Utterance
from models.permission import ABOVE
from models.vocabulary import ChatKind, Role, Topic

OF_WORKS = (Topic.STATUS, Topic.PROBLEMS, Topic.NODES, Topic.INVESTMENT, Topic.CONTACT, Topic.HISTORY)


async def named(turn: Turn, understood: Understanding) -> Understanding:
    """The question with the project that its mark or sort of works can only mean; as it is where that is not sure."""
    if turn.person is None or Role(turn.person.role) not in ABOVE or not isinstance(understood, Query | Ask):
        return understood
    found = await _by_mark(turn) or _by_sort(turn, understood)
    if not found:
        return understood
    kind = ChatKind(turn.chat.kind)
    read = understand(Utterance(turn.plain, turn.now, kind, turn.person.id, about=found), turn.lexicon)
    if isinstance(read, Query) and read.topic in OF_WORKS:
        return replace(read, projects=found)
    return replace(understood, projects=found) if isinstance(understood, Query) else understood


async def _by_mark(turn: Turn) -> tuple[str, ...]:
    """一期换了多少 behind talk of the water mains: not every first phase that there is."""
    spans = turn.lexicon.projects(turn.plain, asking=True)
    loose = [span for span in spans if len(span.candidates) > 1 and is_mark(span.text)]
    if len(loose) != 1 or len(spans) != 1:
        return ()
    told = (await spoken_of(turn)).get("projects", [])
    there = tuple(each for each in loose[0].candidates if each in told)
    kin = set(turn.lexicon.kin(tuple(told))) if told else set()
    found = there or tuple(each for each in loose[0].candidates if each in kin)
    return found if len(found) == 1 else ()


def _by_sort(turn: Turn, understood: Query | Ask) -> tuple[str, ...]:
    """隧道今年投了多少: of the one tunnel that is registered, not of all works."""
    if not isinstance(understood, Query) or understood.topic not in OF_WORKS or understood.aspect:
        return ()
    if understood.projects or understood.units or understood.towns or understood.categories:
        return ()
    found = sort_named(turn.plain, turn.lexicon)
    return found if 0 < len(found) < FEW else ()
