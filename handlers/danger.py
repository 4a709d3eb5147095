"""A safety word in a message: the office and the leaders hear of it at once, whatever the hour."""

from actions.alert import raise_alert
from handlers.turn import Turn
from language.normalize import normalize
from language.safety import tells_of_danger


async def look_out(turn: Turn) -> None:
    """Pass on what tells of danger, with its words and who sent it."""
    if turn.person is not None and tells_of_danger(turn.message.text):
        words = normalize(turn.message.text, frozenset(turn.lexicon.registry.people))
        await raise_alert(turn.message, words, turn.person, turn.now)
