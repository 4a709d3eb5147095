"""Several questions in one message: where one ends and the next begins."""

from language.late import late

LONGEST = 90
MOST = 3
_ENDS = late(r"[？?。；;！!\n]+|[，,]+|(?<=[了没吗呢])\s+|(?:^|\s)(?:\d[、.．)）]|[①-⑨])\s*")
_AND = late(
    r"^(?:另外|还有|再有|再就是|再一个|再者|顺便|对了|以及|同时|然后|接着|其次|最后|(?:第?[一二三1-3])(?:是|[、.．]|，)|[1-3]|和)*"
    r"(?:再)?(?:问|说|看|查|讲)?(?:一?[下句个])?[，,：:、 ]*"
)
_LEAST = 2


def question_parts(text: str) -> list[str]:
    """The pieces of a message that may be a question each, without what joins them; one where it is not several."""
    if len(text) > LONGEST:
        return [text]
    said = (_AND.sub("", piece.strip()) for piece in _ENDS.split(text))
    return [piece for piece in said if len(piece) >= _LEAST]


_TURNS_TO_ASK = late(
    r"(?:[。！!；;\n]+\s*|[，,]\s*)"
    r"(?P<asked>(?:另外|还有|再有|再就是|顺便|对了|以及|同时|此外|再|也|还|就是"
    r"|我|们|想|请|麻烦|帮|忙|替|给|代|[\u4e00-\u9fff]{1,6}[局委办镇司]|[，, ])*"
    r"(?:问一?下|请问|问问|问一?声|请教|咨询|了解一?下|打听|确认一?下|问个)[\s\S]*)$"
)
_LAST_SENTENCE = late(r"^(?P<told>[\s\S]*[。！!\n])\s*(?P<asked>[^。！!\n]+)$")


def told_and_asked(text: str) -> tuple[str, str] | None:
    """粮库在补正，顺便问下几号截止: what is told and what is asked behind it; None where no question is turned to."""
    said = text.strip()
    found = _TURNS_TO_ASK.search(said)
    if found and found.start() > 0:
        return said[: found.start()], found["asked"]
    last = _LAST_SENTENCE.match(said)
    return (last["told"].strip(), last["asked"].strip()) if last else None


def turns_to_ask(text: str) -> bool:
    """Whether a message turns to a question in so many words (…。请问联席会哪天开)."""
    return _TURNS_TO_ASK.search(text.strip()) is not None
