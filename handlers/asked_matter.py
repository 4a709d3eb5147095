"""Questions about one matter of the ledgers by what it is about: 渔船的事归谁管, 燃气管到第几级了, 彻底完了吧."""

from datetime import timedelta

from handlers.answers import ledgers, problems
from handlers.meant import shares_a_word, speaks_of_decision, spoken_of
from handlers.quoting import may_be_named
from handlers.spoken_of import remember
from handlers.spoken_of import spoken_of as subject_here
from handlers.turn import Turn
from language.ledger_words import asks_of_matter, points_at_matter
from language.requests import asks_who_handles
from language.understanding import Ask, Nothing, Query, Understanding
from models.calendar import utc
from models.issue import CLOSED, OPEN, Issue
from models.mailbox import Reply
from models.meeting import Decision
from models.permission import ABOVE
from models.vocabulary import Role, Topic

LATELY = timedelta(days=60)
"""So long after it was closed a matter is still asked about."""
MOST = 2
ABOUT_WORKS = (Topic.STATUS, Topic.PROBLEMS, Topic.CONTACT, Topic.NODES, Topic.DECISIONS)


async def answer(turn: Turn, understood: Understanding) -> tuple[Reply, ...] | None:
    """How the one problem or decision stands of which the words speak; None where it is not just one."""
    if turn.person is None or Role(turn.person.role) not in ABOVE or not asks_of_matter(turn.plain):
        return None
    pointed = points_at_matter(turn.plain)
    if isinstance(understood, Query) and (
        understood.topic not in ABOUT_WORKS or (understood.node_kinds and not pointed)
    ):
        return None
    if not isinstance(understood, Query | Nothing | Ask) or _of_several(understood):
        return None
    since = utc(turn.now - LATELY)
    rows = await Issue.filter(state__in=[OPEN, CLOSED], opened_at__lte=utc(turn.now)).order_by("-id")
    lately = [each for each in rows if each.state == OPEN or (each.closed_at is not None and each.closed_at >= since)]
    named = turn.lexicon.sure_projects(turn.plain)
    there = [each for each in lately if turn.chat.covers(each.project_id) and may_be_named(turn, each.categories)]
    issues = [each for each in there if not named or each.project_id in named]
    spoken = [each for each in issues if await spoken_of(turn, each)]
    decisions = (
        await Decision.filter(meeting__ended_at__lte=utc(turn.now)).order_by("id").prefetch_related("meeting", "unit")
    )
    decided = [each for each in decisions if speaks_of_decision(turn, each)]
    if pointed and not spoken and not decided:
        spoken = [
            each for each in issues if each.project_id in named or shares_a_word(turn, each.words, each.project_id)
        ]
        decided = [each for each in decisions if _pointed_at(turn, each, named)]
        narrow = [each for each in decided if shares_a_word(turn, each.text, each.project_id)]
        decided = narrow if len(narrow) == 1 else decided
        spoken = [] if decided and _calls_it_item(turn) else spoken
    if spoken and not decided and named and asks_who_handles(turn.plain):
        decided = [each for each in decisions if each.project_id in named]
        decided = [each for each in decided if shares_a_word(turn, each.text, each.project_id)][:1]
    if len(spoken) > MOST or len(decided) > (MOST if pointed else 1) or not (spoken or decided):
        return None
    told = [await problems.one(turn, each.serial) for each in spoken]
    told += [ledgers.in_full(turn, decided)] if decided else []
    if not any(told):
        return None
    projects = [each.project_id for each in spoken] + [each.project_id for each in decided if each.project_id]
    named_now = tuple(dict.fromkeys(projects))
    if named_now:
        asked = Query(Topic.PROBLEMS if spoken else Topic.DECISIONS, projects=named_now)
        await remember(turn, asked, named_now, await subject_here(turn))
    return (Reply("\n".join(each for each in told if each)),)


def _of_several(understood: Understanding) -> bool:
    """一期二期分别到哪一步了: of several projects is asked how each stands, and of no one matter."""
    return isinstance(understood, Query) and len(understood.projects) > 1 and understood.topic is Topic.STATUS


def _pointed_at(turn: Turn, decision: Decision, named: list[str]) -> bool:
    """Whether a decision is of the project that is named, or shares a word where none is."""
    if named:
        return decision.project_id in named
    return shares_a_word(turn, decision.text, decision.project_id)


def _calls_it_item(turn: Turn) -> bool:
    return "问题" not in turn.plain
