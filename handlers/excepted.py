"""除了大桥还有哪些滞后的: the projects that a question leaves out are taken from its words, and from its answer."""

from dataclasses import replace

from handlers.spoken_of import as_asked
from handlers.turn import Turn
from language.asking import asks
from language.carrying import loosely_named
from language.late import late
from models.permission import ABOVE
from models.vocabulary import Role

LONGEST = 40
_EXCEPT = late(
    r"^(?:那|请问|另外)?(?:除了?|除开|除去|刨[去开]|抛开|不算|不含|去掉)(?P<what>[^，。；]{2,20}?)(?:(?:之外|以外|外)[，,]?|[，,]|(?=还有?|其[他它余]|别的|剩))"
    r"(?P<rest>.{2,})$"
)
_OTHERS = late(r"^(?:那|还|都|的|，)*(?:其[他它余]的?|别的|剩下的?)?(?:还|都)?")


_PUT_ASIDE = late(
    r"^(?:那|请问)?把(?P<what>[^，。；]{2,16}?)(?:刨去|刨开|除开|去掉|撇开|抛开|排除|拿掉)[，,]?(?P<rest>.{2,})$"
)


def left_out(turn: Turn) -> Turn:
    """The turn of what is asked of all the others; as it is where none that is known is left out."""
    if turn.person is None or Role(turn.person.role) not in ABOVE or len(turn.plain) > LONGEST:
        return turn
    found = _EXCEPT.match(turn.plain) or _PUT_ASIDE.match(turn.plain)
    if found is None or not asks(turn.plain):
        return turn
    named = [each for span in turn.lexicon.projects(found["what"], asking=True) for each in span.candidates]
    without = tuple(dict.fromkeys(named)) or loosely_named(found["what"].rstrip("那个这"), turn.lexicon)
    rest = _OTHERS.sub("", found["rest"], count=1)
    if not without or len(rest) < 2:
        return turn
    return replace(as_asked(turn, rest), without=without)
