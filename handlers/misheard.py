"""A leader's question whose project is written or dictated with one wrong character: read with the right name."""

from handlers.spoken_of import as_asked
from handlers.turn import Turn
from language.asking import asks
from language.carrying import addresses_somebody
from language.names.nearly import nearly_named
from models.permission import ABOVE
from models.vocabulary import Role

LONGEST = 40


def put_right(turn: Turn) -> Turn:
    """The turn with the name in place of what is almost it; as it is where a name is known or nothing is asked."""
    if turn.person is None or Role(turn.person.role) not in ABOVE or len(turn.plain) > LONGEST:
        return turn
    if not asks(turn.plain) or turn.lexicon.projects(turn.plain, asking=True):
        return turn
    if turn.lexicon.towns(turn.plain) or addresses_somebody(turn.said, turn.lexicon):
        return turn
    found = nearly_named(turn.plain, turn.lexicon.registry)
    if found is None:
        return turn
    said, _, project = found
    return as_asked(turn, turn.plain.replace(said, turn.lexicon.registry.projects[project].name, 1))
