"""A safety word in a message: the office and the leaders hear of it at once, whatever the hour."""

from actions.alert import raise_alert
from handlers.turn import Turn
from language.normalize import normalize
from language.safety import tells_of_danger
from language.wording import alert as wording
from models.mailbox import Reply


async def look_out(turn: Turn) -> tuple[Reply, ...]:
    """Pass on what tells of danger, with its words and who sent it; what is said where there is nothing else to say."""
    if turn.person is None or not tells_of_danger(turn.message.text):
        return ()
    words = normalize(turn.message.text, frozenset(turn.lexicon.registry.people))
    await raise_alert(turn.message, words, turn.person, turn.now)
    return (Reply(wording.passed_on()),)
