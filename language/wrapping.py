"""Takes off what people put around the facts: greetings, thanks, apologies, where they are, what the bot shall do.

A clause is wrapping where it is made of nothing but the small words of one way of speaking, and one of them tells
which. What is wrapping from one end to the other is the message itself (谢谢, 收到) and stays as it is.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from language import wrapping_words as words
from language.asking import asks
from language.chatter_words import DEMANDS, PRESSING
from language.names import Lexicon
from language.pasted import split_quote
from language.structure import heading_role

NEAR = 60
"""Characters of a signature."""


class _Own(NamedTuple):
    """How somebody says who they are, before and behind what they tell."""

    front: re.Pattern[str]
    back: re.Pattern[str]


def unwrapped(text: str, lexicon: Lexicon | None = None, sender: str | None = None) -> str:
    """A normalised text without what stands around its facts; the text itself where nothing else would be left.

    With the names of the district, what the sender says of themselves goes, too.
    """
    own = _own(text, lexicon, sender) if lexicon else None
    inner = _without_back(_without_front(text, own), own)
    if inner == text or not inner or split_quote(text)[0] is not None:
        return text
    return inner


def _own(text: str, lexicon: Lexicon, sender: str | None) -> _Own | None:
    """How the sender says who they are, if they do: their own unit says nothing that is not known."""
    person = lexicon.registry.people.get(sender or "")
    unit = person and lexicon.registry.units.get(person.unit or "")
    names = (*((person.name,) if person else ()), *((unit.name, *unit.aliases) if unit else ()))
    ends = text[:NEAR] + "\n" + text[-NEAR:]
    return _signatures(names) if any(name in ends for name in names) and "绑定" not in text else None


@lru_cache(maxsize=1000)
def _signatures(names: tuple[str, ...]) -> _Own:
    known = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    front = words.WHO_SPEAKS.format(names=known, family=re.escape(names[0][:1]))
    return _Own(re.compile(front), re.compile(words.SIGNED.format(names=known)))


def _without_front(text: str, own: _Own | None) -> str:
    """Clause by clause; a heading (本周进展：) tells what the words below it are."""
    place = 0
    while True:
        if own is not None and (said := own.front.match(text, place)):
            place = said.end()
        elif (found := words.FRONT.match(text, place)) and not _heads(found["said"]):
            place = found.end()
        else:
            return text[place:]


def _heads(said: str) -> bool:
    """Whether it tells what follows: 本周进展：, who has not reported (没报的，名单), whom to enter (登记一下，…)."""
    return heading_role(said)[0] is not None or said.endswith("报的") or said.startswith("登记")


def _without_back(text: str, own: _Own | None) -> str:
    """Clause by clause from the end, as long as each is wrapping."""
    if (begin := _last_wrap(bare := _without_faces(text), own)) is None:
        return bare if len(bare) < len(text.rstrip(words.STOPS)) else text
    while begin is not None:
        bare = _without_faces(bare[:begin])
        begin = _last_wrap(bare, own)
    return bare


def _without_faces(text: str) -> str:
    bare = text.rstrip(words.STOPS)
    last = bare[-1:]
    if last in ("]", "^") or last > "\uffff" or "\u2600" <= last < "\u2e80":
        bare = words.FACES.sub("", bare).rstrip(words.STOPS)
    return bare


def _last_wrap(text: str, own: _Own | None) -> int | None:
    """Where the clause at the end of a text begins, if it is wrapping."""
    if (called := words.MENTIONED.search(text, max(0, len(text) - NEAR))) and not _wants(text):
        return called.start()
    if own is not None and (signed := own.back.search(text, max(0, len(text) - NEAR))):
        return signed.start()
    if text.endswith("）"):
        begin = text.rfind("（")
        return begin if begin >= 0 and words.BACK.fullmatch(text, begin + 1, len(text) - 1) else None
    found = words.LAST.search(text, max(0, len(text) - words.LONGEST - 4))
    if found is None:
        return None
    said, begin = found["said"], found.start("said")
    if said.endswith("查收") and words.DELIVERED.search(text, 0, begin):
        return None
    if words.CARE.fullmatch(said):
        own_weather = words.FOUL.match(said) is not None
        return _foul_weather(text, begin, alone=own_weather or found["stop"] is not None or begin == 0)
    return begin if words.BACK.fullmatch(said) or (found["stop"] is not None and said in words.OVER) else None


def _wants(text: str) -> bool:
    """水厂什么时候通水 @张三: what is asked or demanded of a colleague is no report."""
    return asks(text) or DEMANDS.search(text) is not None or PRESSING.search(text) is not None


def _foul_weather(text: str, begin: int, *, alone: bool) -> int | None:
    """外面下雨，大家路上慢点: the weather before a wish belongs to it; 海边风大，注意安全 warns of something."""
    before = words.FOUL_BEFORE.search(text, max(0, begin - words.LONGEST), begin)
    if before is not None:
        return before.start("said")
    return begin if alone else None
