"""A report that ends with a question to the bot: 平整做了1200亩，顺便问下机井通电啥时候进场."""

from dataclasses import dataclass

from language.asking import asks
from language.late import late

LONGEST = 160
_STOP = late(r"[，,。；;！!\n]+")
_BY_THE_WAY = late(
    r"^(?:另外|另|顺便|顺带|对了|还有|再(?:就是|者|一个)?|最后|还)?[，,]?(?:我|我们)?(?:再|也|还|就|想|请|麻烦|顺便|帮忙|跟您?|向您?|给)*"
    r"(?:请?问|打听|咨询|请教|确认|了解|核实)(?:一?[下句个声])?[，,：:]?"
)
_LEADS = late(r"^(?:另外|另|顺便|顺带|对了|还有|再(?:就是|者|一个)|最后)[，,]?(?:再|也|还|就|想)?")
_PLEADS = late(
    r"协调|帮(?!忙查|我查|看)|支持|出面|解决|催|督促|推动|通融|宽限|延|缓|批准|同意|拍板|定夺|想办法|过问|关注|安排|行不行|可以吗|能不能|可不可以|能否|可否|咋办|怎么办|如何是好|怎么弄"
)
"""What asks that something be done, or allowed, belongs to what is reported."""
_OF_COLLEAGUE = late(r"^@|^[\u4e00-\u9fff]{1,3}(?:科|局|主任|科长|工|总)[，,]")


@dataclass(frozen=True, slots=True)
class Beside:
    """The words that tell and the words that ask."""

    told: str
    asked: str


def parted(text: str) -> Beside | None:
    """What a report tells and what it asks at its end; None where it asks nothing that the bot could know."""
    if not 8 <= len(text) <= LONGEST:
        return None
    for stop in _STOP.finditer(text):
        told, rest = text[: stop.start()], text[stop.end() :].strip()
        by_the_way = _BY_THE_WAY.match(rest)
        if not by_the_way and not _is_question(rest):
            continue
        asked = _LEADS.sub("", rest[by_the_way.end() :] if by_the_way else rest).strip("，,：: ")
        if len(asked) < 3 or _PLEADS.search(asked) or _OF_COLLEAGUE.match(asked) or len(told) < 4:
            return None
        return Beside(told, asked)
    return None


def _is_question(rest: str) -> bool:
    """Whether all that is left asks, in one clause or two."""
    clauses = [each for each in _STOP.split(rest) if each.strip()]
    return 0 < len(clauses) <= 2 and all(asks(each, asker=False) for each in clauses)
