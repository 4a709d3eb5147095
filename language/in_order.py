"""Questions that point at a line of what was just told: 第二个什么情况, 最后那个呢, 头一条谁负责."""

from dataclasses import dataclass

from language.asking import asks
from language.late import late
from language.numerals import small_number

LONGEST = 30
_PLACED = late(
    r"^(?:那么?|再说说?|还有|说说|看看|上面|刚才|刚说的?|其中|里面|你说的|我问|对了)*[，,]?(?:的|那)?"
    r"(?:第(?P<number>[一二三四五六七八九十]{1,3}|\d{1,2})|(?P<first>头一|打头的?那?|最?[前上]面的?那?)|(?P<last>最后那?一?|末尾那?一?|最末那?一?))"
    r"(?:个|项|条|家|件)(?:项目|工程|问题|事项|事|节点)?(?:的)?[，,]?(?P<rest>.*)$"
)
_BARE = late(r"(?:[呢啊呀]|怎么说)?[？?]?")
_ASKS = late(
    r"[?？吗呢]|谁|哪|什么|啥|怎|咋|多少|几|为[何啥]|[没不]有?$|了没|情况|进展|进度|原因|电话|说[说一]|讲[讲一]|详细|具体"
)

_EDITS = late(r"改[为成一]|换成|删|去掉|不要|加上")
"""第2条改为…: words for a draft, which asks nothing."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Which line is meant, counted from 1 or from the end below zero, and what is asked of it."""

    place: int
    rest: str


def place_asked(text: str) -> Placed | None:
    """The line that a short question points at; None where it points at none, or only chooses one."""
    found = _PLACED.match(text.strip()) if len(text) <= LONGEST else None
    if found is None:
        return None
    rest = found["rest"].strip()
    if _BARE.fullmatch(rest):
        if not rest:
            return None  # 第二个: an answer to the question which one is meant
        rest = "怎么样"
    elif not (_ASKS.search(rest) or asks(rest)) or _EDITS.search(rest):
        return None
    if found["number"]:
        place = small_number(found["number"])
        return Placed(place, rest) if place else None
    return Placed(1 if found["first"] else -1, rest)
