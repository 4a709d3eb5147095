"""除了大桥还有哪些滞后的: the projects that a question leaves out are taken from its words, and from its answer."""

from dataclasses import replace

from handlers.spoken_of import as_asked
from handlers.turn import Turn
from language.asking import asks
from language.carrying import loosely_named
from language.said_around import left_out_of
from models.permission import ABOVE
from models.vocabulary import Role

LONGEST = 40


def left_out(turn: Turn) -> Turn:
    """The turn of what is asked of all the others; as it is where none that is known is left out."""
    if turn.person is None or Role(turn.person.role) not in ABOVE or len(turn.plain) > LONGEST:
        return turn
    parts = left_out_of(turn.plain)
    if parts is None or not asks(turn.plain):
        return turn
    what, rest = parts
    named = [each for span in turn.lexicon.projects(what, asking=True) for each in span.candidates]
    without = tuple(dict.fromkeys(named)) or loosely_named(what, turn.lexicon)
    if not without or len(rest) < 2:
        return turn
    return replace(as_asked(turn, rest), without=without)
