"""What narrows a question down: colours, node kinds and states, problem categories."""

from collections.abc import Iterable
from datetime import datetime

from language.asked_kinds import KINDS_ASKED
from language.dates import DateSpan, Direction, Relation
from language.filter_words import (
    ALL_DONE,
    ANY_END,
    COLOR_WORDS,
    DUE_START,
    HOW_MANY_DONE,
    NODE_STATES,
    NOT_CLEARED,
    OF_MANY,
    SOME_OF_THEM,
    YES_OR_NO,
)
from language.hearing import hear
from language.problems import problems_of
from language.procedures import PROCEDURE_KINDS
from language.vocabulary_words import PROBLEMS
from models.calendar import day_of
from models.vocabulary import Color, NodeKind, NodeState, ProblemCategory


def colors_in(words: str) -> tuple[Color, ...]:
    """The colours that are asked for; 滞后的 alone means yellow and red."""
    found: dict[Color, None] = {}
    for pattern, colors in COLOR_WORDS:
        words, count = pattern.subn(" ", words)
        if count:
            found.update(dict.fromkeys(colors))
    return tuple(found)


def node_state_in(words: str) -> NodeState | None:
    """Which nodes are wanted: 没办完, 到期; whether one certain node is done is the question itself and no filter."""
    if HOW_MANY_DONE.search(words):
        return NodeState.DONE
    for state, pattern in NODE_STATES:
        if pattern.search(words):
            return None if _asks_whether(state, words) else state
    return None


def _asks_whether(state: NodeState, words: str) -> bool:
    """Whether that state is what is asked of something, and seeks nothing."""
    if state is NodeState.DONE and ALL_DONE.search(words) and not SOME_OF_THEM.search(words):
        return True
    of_one = YES_OR_NO.search(words) is not None and OF_MANY.search(words) is None
    return of_one and state in (NodeState.OPEN, NodeState.DONE)


def is_ahead(dates: Iterable[DateSpan], now: datetime) -> bool:
    """Whether an end is named that still lies ahead: 年底前竣工的 are not finished yet."""
    today = day_of(now)
    for span in dates:
        said = span.resolve(Direction.EITHER)
        last = said.last if said and span.relation is Relation.BEFORE else None
        done = span.resolve(Direction.FACT)  # 10月开了工的 are last year's, 下个月的 nobody's
        if (last and last > today) or (done and done.first and done.first > today):
            return True
    return False


def node_kinds_in(words: str) -> tuple[NodeKind, ...]:
    """The procedures and works that are named; 要干完啥 names none."""
    words = ANY_END.sub(" ", words)
    kinds = [found.value for found in KINDS_ASKED.find(words)]
    if DUE_START.search(words):
        kinds.append(NodeKind.START)
    return tuple(dict.fromkeys(kinds))


def problem_categories_in(words: str, papers: bool) -> tuple[ProblemCategory, ...]:
    """The sorts of problem that are named; `papers` takes a certain paper (环评) for trouble with approvals."""
    sorts = [found.value for found in PROBLEMS.find(words)]
    if papers and not sorts and any(found.value in PROCEDURE_KINDS for found in KINDS_ASKED.find(words)):
        sorts.append(ProblemCategory.APPROVAL)
    return tuple(dict.fromkeys(sorts))


def told_troubles(words: str) -> tuple[ProblemCategory, ...]:
    """The troubles that a question tells as a report would: 苗木移不走的, 没电用的."""
    told = tuple(problems_of(hear(words), weighty=False).categories)
    return told or ((ProblemCategory.ACQUISITION,) if NOT_CLEARED.search(words) else ())
