"""Two questions in one message: each is answered, in one letter where that is short enough."""

from collections.abc import Iterator
from dataclasses import replace

from handlers.spoken_of import as_asked
from handlers.turn import Turn
from language.asking import asks
from language.carrying import only_names
from language.ledger_questions import inspects
from language.requests import asks_if_in_time, asks_widely
from language.several import MOST, question_parts, told_and_asked, turns_to_ask
from language.understand import understand
from language.understanding import Ask, Nothing, Query, Reports, Understanding, Utterance, query_with
from models.mailbox import Reply
from models.permission import ABOVE
from models.vocabulary import ChatKind, LetterKind, Role, Topic

Question = tuple[Turn, Understanding]
OF_ONE = frozenset({Topic.STATUS, Topic.PROBLEMS, Topic.NODES, Topic.INVESTMENT, Topic.CONTACT})
RANKED = frozenset({Topic.RANKING, Topic.COLORS, Topic.MISSING})
"""各单位排个名，谁最拉胯: who is slowest is asked of the units that are to be ranked."""
COLORED = frozenset({Topic.STATUS, Topic.COLORS, Topic.PROBLEMS})
"""The answer why something is red tells its colour, too."""


def questions(turn: Turn, understood: Understanding) -> list[Question]:
    """The questions of a message, each as a message of its own; none where one answer says all that is asked."""
    if isinstance(understood, Reports) and turns_to_ask(turn.plain):
        both = _told_then_asked(turn)
        return both if len(both) > 1 else []
    if turn.person is None or not isinstance(understood, Query | Nothing | Ask):
        return []
    if inspects(turn.plain):
        return []  # 一共多少个项目，开工多少 has an answer of its own
    if told := _told_then_asked(turn):
        return told
    parts = _with_names(turn, question_parts(turn.plain))
    if not 1 < len(parts) <= MOST + 1:
        return []
    read = [(part, _read(turn, part)) for part in parts]
    if any(isinstance(each, Reports) for _, each in read):
        return []
    asked = [(part, each) for part, each in read if isinstance(each, Query)]
    if len(asked) == 1 and isinstance(understood, Nothing | Ask) and _is_all_asked(turn, asked[0][0]):
        return [(as_asked(turn, asked[0][0]), asked[0][1])]
    if not 1 < len(asked) <= MOST or _is_one([each for _, each in asked], [part for part, _ in asked], understood):
        return []
    return [(as_asked(turn, part), each) for part, each in _of_the_same(asked)]


def _told_then_asked(turn: Turn) -> list[Question]:
    """粮库在补正，顺便问下几号截止: both are heard; empty where it is not so."""
    if turn.person is None or Role(turn.person.role) is not Role.LIAISON:
        return []
    parts = told_and_asked(turn.plain)
    if parts is None or asks(parts[0]):
        return []
    told, asked = _read(turn, parts[0]), _read(turn, parts[1])
    if not isinstance(told, Reports) or isinstance(asked, Reports):
        return []
    found: list[Question] = [(as_asked(turn, parts[0]), told)]
    return [*found, (as_asked(turn, parts[1]), asked)] if isinstance(asked, Query) else found


def _is_all_asked(turn: Turn, part: str) -> bool:
    """这个归谁管，能打电话问问吗: whether somebody above asks one thing that is known here, beside one that is not."""
    above = turn.person is not None and Role(turn.person.role) in ABOVE
    return above and asks(part) and not only_names(part, turn.lexicon)


def _of_the_same(asked: list[tuple[str, Query]]) -> Iterator[tuple[str, Query]]:
    """滨河路什么颜色，本月投资多少: what names nothing is asked of the project that is named before it."""
    before: tuple[str, ...] = ()
    for part, query in asked:
        named = query.projects or query.units or query.towns or query.categories
        leans = query.topic in OF_ONE and not (named or query.colors or asks_widely(part))
        query = query_with(query, projects=before) if leans and before else query
        before = query.projects
        yield part, query


def _with_names(turn: Turn, parts: list[str]) -> list[str]:
    """淡化厂，钱花了多少: a name that stands alone is that of the question behind it."""
    found: list[str] = []
    name = ""
    for part in parts:
        if only_names(part, turn.lexicon) and part is not parts[-1]:
            name += part
        else:
            found.append(name + part)
            name = ""
    return found


def _read(turn: Turn, part: str) -> Understanding:
    sender = turn.person.id if turn.person else None
    return understand(Utterance(part, turn.now, ChatKind(turn.chat.kind), sender), turn.lexicon)


SAYS_ONE_THING = frozenset({Topic.MEETING, Topic.DECISIONS})
"""An answer about a meeting tells its day or its agenda, as it is asked."""


def _is_one(asked: list[Query], said: list[str], whole: Understanding) -> bool:
    """Whether one answer says all: they are of one topic and all that they name is in it, or one leans on the other."""
    if any(each.topic is Topic.HELP for each in asked):
        return True
    topics = {each.topic for each in asked}
    leaning = any(each.aspect is not None for each in asked[1:])
    if leaning and topics <= COLORED:
        return True
    if Topic.RANKING in topics and topics <= RANKED and not any(each.projects for each in asked):
        return True
    if len(topics) > 1 or topics <= SAYS_ONE_THING or not isinstance(whole, Query):
        return False
    if len({asks_if_in_time(words) for words in said}) > 1:
        return False
    kinds = {kind for each in asked for kind in each.node_kinds}
    if whole.node_kinds and not kinds <= set(whole.node_kinds):
        return False  # 二期的地摘了吗？另外渔港开标没: of each project another paper is asked
    named = {project for each in asked for project in each.projects}
    units = {unit for each in asked for unit in each.units}
    return named <= set(whole.projects) and units <= set(whole.units) and asked[0].topic is whole.topic


def joined(turn: Turn, replies: list[Reply]) -> tuple[Reply, ...]:
    """The answers in one letter, where they go to the same ears and are not too many lines for a group."""
    texts = [each for each in replies if each.kind is LetterKind.TEXT]
    same = len(texts) == len(replies) and len({each.private for each in texts}) == 1
    lines = sum(each.text.count("\n") + 1 for each in texts)
    if not same or (turn.chat.is_group and lines > turn.office.policy.answer_lines):
        return tuple(each for at, each in enumerate(replies) if each.text not in [one.text for one in replies[:at]])
    said = list(dict.fromkeys(each.text for each in texts))
    told = [one for one in said if not any(other is not one and other.startswith(one) for other in said)]
    return (replace(texts[0], text="\n".join(told)),)
