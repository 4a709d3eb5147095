"""灌区的钱早就拨了, told privately of one's own works: of what no ledger keeps the teller hears that it came in."""

from handlers.turn import Turn
from language.asking import asks
from language.chatter import is_chatter
from language.late import late
from language.understanding import Utterance
from models.vocabulary import ChatKind, Role

LONGEST = 60
_TELLS = late(r"(?<![没未])(?:已经?|早就?|刚刚?|都|全|正在|在)|了(?=$|[，。；！])|[完好到过齐妥](?:了|$)|到位|下来")

_ROUND = late(r"周边|附近|旁边|门口|门前|外面|对面|边上|路口|沿线群众|恢复交通|恢复通行")
"""What is told of the works' surroundings is nothing of the works."""


def of(turn: Turn) -> tuple[str, ...]:
    """The speaker's own projects of which a private message tells something that was not read; none for talk."""
    if turn.person is None or turn.person.role != Role.LIAISON.value or turn.chat.is_group:
        return ()
    said = turn.plain
    if not 5 <= len(said) <= LONGEST or asks(said, asker=False) or not _TELLS.search(said) or _ROUND.search(said):
        return ()
    own = set(turn.lexicon.own_projects(turn.person.id))
    named = turn.lexicon.sure_projects(said, turn.person.id)
    if not named or not set(named) <= own:
        return ()
    utterance = Utterance(said, turn.now, ChatKind.SINGLE, turn.person.id)
    return () if is_chatter(said, utterance, turn.lexicon) else tuple(named)
