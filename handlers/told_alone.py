"""灌区的钱早就拨了, told privately of one's own works: of what no ledger keeps the teller hears that it came in."""

from handlers.turn import Turn
from language.asking import asks
from language.chatter import is_chatter
from language.told_of import tells_of_surroundings, tells_something
from language.understanding import Utterance
from models.vocabulary import ChatKind, Role

LONGEST = 60


def of(turn: Turn) -> tuple[str, ...]:
    """The speaker's own projects of which a private message tells something that was not read; none for talk."""
    if turn.person is None or turn.person.role != Role.LIAISON.value or turn.chat.is_group:
        return ()
    said = turn.plain
    if (
        not 5 <= len(said) <= LONGEST
        or asks(said, asker=False)
        or not tells_something(said)
        or tells_of_surroundings(said)
    ):
        return ()
    own = set(turn.lexicon.own_projects(turn.person.id))
    named = turn.lexicon.sure_projects(said, turn.person.id)
    if not named or not set(named) <= own:
        return ()
    utterance = Utterance(said, turn.now, ChatKind.SINGLE, turn.person.id)
    return () if is_chatter(said, utterance, turn.lexicon) else tuple(named)
