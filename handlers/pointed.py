"""What a question only points at (它的许可证几号拿的, 谁跟的这个事): said with the name of what is spoken of."""

from handlers.spoken_of import as_asked, spoken_of
from handlers.turn import Turn
from language.carrying import by_name
from language.understand import understand
from language.understanding import Ask, Nothing, Query, Understanding, Utterance
from models.permission import ABOVE
from models.vocabulary import ChatKind, Role

_NAME = "□"


async def named(turn: Turn, understood: Understanding) -> tuple[Turn, Understanding]:
    """The turn and its reading with the project's name in place of what points at it; as they are where none does."""
    if turn.person is None or Role(turn.person.role) not in ABOVE or not isinstance(understood, Ask | Nothing):
        return turn, understood
    if turn.lexicon.projects(turn.plain) or not (said := by_name(turn.plain, _NAME)):
        return turn, understood
    projects = (await spoken_of(turn)).get("projects", [])
    if len(projects) != 1:
        return turn, understood
    words = said.replace(_NAME, turn.lexicon.registry.projects[projects[0]].name)
    kind = ChatKind(turn.chat.kind)
    read = understand(Utterance(words, turn.now, kind, turn.person.id, about=tuple(projects)), turn.lexicon)
    return (as_asked(turn, words), read) if isinstance(read, Query | Ask) else (turn, understood)
