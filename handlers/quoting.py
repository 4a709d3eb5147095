"""In whose hearing somebody's words may be repeated: what they tell of people stays with those who must know."""

from collections.abc import Iterable, Mapping

from handlers.turn import Turn
from language.discretion import speaks_of_household, speaks_of_petition
from models.mailbox import Inbox, messages_among
from models.permission import SEES_RESTRICTED
from models.vocabulary import UNSPOKEN, ChatKind, ProblemCategory, Role

ABOUT_PEOPLE = {ProblemCategory.STABILITY.value, ProblemCategory.ACQUISITION.value}


class Quotes:
    """The messages from which an answer may quote, and who hears the answer."""

    def __init__(self, turn: Turn, messages: Mapping[int, Inbox]) -> None:
        self._turn = turn
        self._messages = messages

    @classmethod
    async def of(cls, turn: Turn, messages: Iterable[int | None]) -> "Quotes":
        """Look up the messages once."""
        wanted = [number for number in messages if number is not None]
        return cls(turn, {message.id: message for message in await messages_among(wanted)})

    def words(self, words: str, message: int | None, *, about_people: bool = False) -> str:
        """The words, or nothing where these ears may not hear them.

        Those who are cleared hear everything in private. Others, and every group, hear nothing of a message about a
        petition, and nothing that was told in private of households or their land.
        """
        turn, source = self._turn, self._messages.get(message or 0)
        said = words or (source.text if source else "")
        if not turn.chat.is_group and turn.person is not None:
            own = source is not None and source.sender_address == turn.message.sender_address
            if own or Role(turn.person.role) in SEES_RESTRICTED:
                return said
        whole = f"{said}\n{source.text if source else ''}"
        if speaks_of_petition(whole):
            return ""
        told_alone = source is not None and source.chat_kind == ChatKind.SINGLE.value
        return "" if told_alone and (about_people or speaks_of_household(whole)) else said


def about_people(categories: Iterable[str]) -> bool:
    """Whether a problem is about people: petitions, land and houses."""
    return bool(ABOUT_PEOPLE & set(categories))


def may_be_named(turn: Turn, categories: Iterable[str]) -> bool:
    """Whether a problem may be spoken of here at all: of petitions a group hears nothing."""
    return not turn.chat.is_group or UNSPOKEN not in categories
