"""Which matters of the ledgers are meant by words that name no number: by their project and what they speak of."""

from collections.abc import Sequence

from handlers.turn import Turn
from language.carrying import loosely_named
from language.same_matter import names_around, same_matter, shares_word
from language.settling import without_closing
from language.troubles_over import clauses_of
from models.change import Change
from models.issue import Issue, said_of
from models.meeting import Decision


def _said(turn: Turn) -> str:
    """The words, with what they point at where they only point (行，这条销, to what is quoted)."""
    return f"{turn.plain}\n{turn.message.quote}" if turn.message.quote else turn.plain


def projects_named(turn: Turn) -> list[str]:
    """The projects that are surely named, or are called by a word of their names beside what is to be done."""
    named = turn.lexicon.sure_projects(_said(turn), turn.person.id if turn.person else None)
    return named or list(loosely_named(without_closing(turn.plain), turn.lexicon))


async def issues_meant(turn: Turn, issues: Sequence[Issue]) -> list[Issue]:
    """Those of which the words speak; where none is told apart by its words, those of the one project named."""
    named = projects_named(turn)
    there = [each for each in issues if each.project_id in named] if named else list(issues)
    topics = {topic.value for clause in clauses_of(_said(turn)) for topic in clause.topics}
    spoken = [each for each in there if _speaks_of(turn, await words_of(each), each.project_id)]
    sorted_so = [each for each in there if topics & set(each.categories)]
    if not named and len(sorted_so) > 1:
        sorted_so = []
    if len(spoken) != 1 and len(there) > 1 and len(named) == 1 and len(sorted_so) != 1:
        shared = [each for each in there if shares_a_word(turn, await words_of(each), each.project_id)]
        spoken = shared if len(shared) == 1 else spoken
    return spoken or sorted_so or (there if len(named) == 1 else [])


def shares_a_word(turn: Turn, words: str, project: str | None) -> bool:
    """Whether a message holds any word of a matter's own, where only one can be meant (渔港那条海域的)."""
    names = tuple(names_around(project, turn.lexicon)) if project else _units(turn)
    return any(shares_word(each, without_closing(_said(turn)), names) for each in words.split("\n"))


async def words_of(issue: Issue) -> str:
    """The words in which a problem was told, and all that was said of it since, by whomever.

    Of the message that opened it only its own words, where it told of others, too.
    """
    rows = await Change.filter(key__in=[f"issue/{issue.number}", said_of(issue.number)]).prefetch_related("message")
    several = await Issue.filter(message_id=issue.message_id).count() > 1
    told = [row.message.text for row in rows if row.message and not (several and row.message_id == issue.message_id)]
    return "\n".join([issue.words, *told])


async def spoken_of(turn: Turn, issue: Issue) -> bool:
    """Whether a message speaks of what a problem is about, in any of the words that were said of it."""
    return _speaks_of(turn, await words_of(issue), issue.project_id)


def decisions_meant(turn: Turn, decisions: Sequence[Decision]) -> list[Decision]:
    """Those of which the words speak; where none is told apart by its words, those of the one project named."""
    named = projects_named(turn)
    there = [each for each in decisions if each.project_id in (*named, None)] if named else list(decisions)
    spoken = [each for each in there if _speaks_of(turn, each.text, each.project_id)]
    return spoken or ([each for each in there if each.project_id in named] if len(named) == 1 else [])


def speaks_of_decision(turn: Turn, decision: Decision) -> bool:
    """Whether a message speaks of what was decided, and of no other project."""
    named = turn.lexicon.sure_projects(turn.plain)
    there = not named or decision.project_id in (*named, None)
    return there and _speaks_of(turn, decision.text, decision.project_id)


def _speaks_of(turn: Turn, words: str, project: str | None) -> bool:
    # What is of no project may name one in passing (三期的配套钱): who asks how that stands asks after the works.
    passing = () if project else turn.lexicon.sure_projects(turn.plain)
    around = [project] if project else passing
    names = tuple(name for each in around for name in names_around(each, turn.lexicon)) or _units(turn)
    return _matches(words, without_closing(_said(turn)), names)


def _matches(words: str, said: str, names: tuple[str, ...]) -> bool:
    """Whether what is said speaks of a matter; much may have been said of it, of which each is looked at alone."""
    return any(same_matter(each, said, names) for each in words.split("\n"))


def _units(turn: Turn) -> tuple[str, ...]:
    units = turn.lexicon.registry.units.values()
    return tuple(name for unit in units for name in (unit.name, *unit.aliases))
