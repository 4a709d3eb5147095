"""A unit says what else its project is called: put before the office, which alone lets a name mean a project."""

from actions import alias
from handlers.turn import Turn
from language.alias_words import alias_meant
from language.wording import roster as wording
from models.mailbox import Reply
from models.people import Person


async def answer(turn: Turn) -> tuple[Reply, ...] | None:
    """Pass the name on to the office; None where no name is given to a project."""
    person = turn.person
    meant = alias_meant(turn.plain) if person is not None else None
    if meant is None or person is None:
        return None
    name, words = meant
    known = turn.lexicon.sure_projects(words, person.id)
    if len(known) != 1:
        return None
    project = turn.lexicon.registry.projects[known[0]]
    if other := taken_by(turn, person, name, project.id):
        return (Reply(wording.name_means(name, other)),)
    await alias.put_forward(name, project.id, turn.now)
    return (Reply(wording.name_put_forward(name, project.name)),)


def taken_by(turn: Turn, person: Person, name: str, project: str) -> str:
    """The name of another project that people mean by a name already; empty where there is none."""
    others = [each for each in turn.lexicon.sure_projects(name, person.id) if each != project]
    return turn.lexicon.registry.projects[others[0]].name if others else ""
