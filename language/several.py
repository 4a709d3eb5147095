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
