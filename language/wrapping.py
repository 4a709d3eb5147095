"""Takes off what people put around the facts: greetings, thanks, apologies, where they are, what the bot shall do.

A clause is wrapping where it is made of nothing but the small words of one way of speaking, and one of them tells
which. What is wrapping from one end to the other is the message itself (谢谢, 收到) and stays as it is.
"""

from language import wrapping_words as words
from language.pasted import split_quote
from language.structure import heading_role


def unwrapped(text: str) -> str:
    """A normalised text without what stands around its facts; the text itself where nothing else would be left."""
    inner = _without_back(_without_front(text))
    if inner == text or not inner or split_quote(text)[0] is not None:
        return text
    return inner


def _without_front(text: str) -> str:
    """Clause by clause; a heading (本周进展：) tells what the words below it are."""
    place = 0
    while (found := words.FRONT.match(text, place)) and heading_role(found["said"])[0] is None:
        if found["said"].endswith("报的"):
            break  # 没报的，名单: those who have not reported, no excuse
        place = found.end()
    return text[place:]


def _without_back(text: str) -> str:
    """Clause by clause from the end, as long as each is wrapping."""
    if (begin := _last_wrap(bare := _without_faces(text))) is None:
        return bare if len(bare) < len(text.rstrip(words.STOPS)) else text
    while begin is not None:
        bare = _without_faces(bare[:begin])
        begin = _last_wrap(bare)
    return bare


def _without_faces(text: str) -> str:
    bare = text.rstrip(words.STOPS)
    last = bare[-1:]
    if last in ("]", "^") or last > "\uffff" or "\u2600" <= last < "\u2e80":
        bare = words.FACES.sub("", bare).rstrip(words.STOPS)
    return bare


def _last_wrap(text: str) -> int | None:
    """Where the clause at the end of a text begins, if it is wrapping."""
    if text.endswith("）"):
        begin = text.rfind("（")
        return begin if begin >= 0 and words.BACK.fullmatch(text, begin + 1, len(text) - 1) else None
    found = words.LAST.search(text, max(0, len(text) - words.LONGEST - 4))
    if found is None:
        return None
    said, begin = found["said"], found.start("said")
    if words.CARE.fullmatch(said):
        return _foul_weather(text, begin, alone=found["stop"] is not None or begin == 0)
    return begin if words.BACK.fullmatch(said) or (found["stop"] is not None and said in words.OVER) else None


def _foul_weather(text: str, begin: int, *, alone: bool) -> int | None:
    """外面下雨，大家路上慢点: the weather before a wish belongs to it; 海边风大，注意安全 warns of something."""
    before = words.FOUL_BEFORE.search(text, max(0, begin - words.LONGEST), begin)
    if before is not None:
        return before.start("said")
    return begin if alone else None
