"""Answers to a numbered question in words: 是一期, 两个都是, 1和2, 都不是."""

from collections.abc import Sequence

from language.late import late
from language.normalize import normalize
from language.numerals import small_number

LONGEST = 24
_BEFORE = late(
    r"^(?:哦|嗯+|噢|啊|对|对的|那|好的?|抱歉|不好意思|[，, ]|(?:我)?(?:这|刚才|上面)?[说指问报讲]的(?:应该|就|都|是)*"
    r"|我是说|(?:应该|当然|肯定)?(?:就|也)?是(?:指|说)?|指的?是?|选|要)+"
)
_BEHIND = late(r"(?:[两俩]?个?都(?:是|有|要|算)|[那这]一?[个边条项]|项目|工程|的|呗|[啊吧嘛呀哈了哦呢，,。.!！~～ ])+$")
_ALL = late(
    r"(?:[这那]?(?:(?P<count>[两三四2-4])(?:个|者|处|家|条|座|项)|俩|几个)(?:项目)?(?:都|全|一起|一块)?|都|全|全部|统统|各|所有)(?:都|全)?"
    r"(?:是|有|算|要|一样|在内|包括|包含|涉及)?|[这那]?(?:(?P<number>[两三四2-4])个?|俩|几个)都[^，。？]{1,4}"
)
_COUNTS = {"两": 2, "2": 2, "三": 3, "3": 3, "四": 4, "4": 4}
_NEITHER = late(
    r"(?:哪个|一个|[这那]?(?:两|俩|三|四|几)个?|上面)?(?:都|也|全)?不是(?:[这那上](?:两|三|几|面)?(?:个|些|的)?)?(?:项目)?"
)
_PLACES = late(r"第?([1-9]|[一二三四])(?:号|个)?")
_AND = late(r"[、，,和跟与及+ ]+")


def may_choose(text: str) -> bool:
    """Whether a text is short enough to be an answer; asked before anything is looked up."""
    return len(text) <= LONGEST


def chosen_places(text: str, names: Sequence[Sequence[str]]) -> tuple[int, ...] | None:
    """Which of the choices an answer means, counted from 0; none of them, (), or None where it is no answer.

    `names` are the names by which each choice goes; what is said may be a part that only one of them has.
    """
    said = normalize(text).strip(" 。！!~～")
    if not said or len(said) > LONGEST or said.endswith(("？", "吗")):
        return None
    if (head := _NEITHER.match(said)) and said[head.end() : head.end() + 1] in ("", "，", "。"):
        return ()
    core = _core(said)
    if found_all := _ALL.fullmatch(core) or _ALL.fullmatch(said):
        count = found_all["count"] or found_all["number"]
        return tuple(range(len(names))) if _COUNTS.get(count, len(names)) == len(names) else None
    parts = [_core(part) for part in _AND.split(core) if part]
    found = [_place(part, names) for part in parts]
    if not found or None in found:
        return None
    return tuple(dict.fromkeys(place for place in found if place is not None))


def behind_denial(text: str) -> str:
    """What is said after none of the choices was meant (都不是，是消防站); empty where nothing is."""
    said = normalize(text).strip(" 。！!")
    head = _NEITHER.match(said)
    return said[head.end() :].strip("，。 ") if head else ""


def _place(part: str, names: Sequence[Sequence[str]]) -> int | None:
    """The one choice that a part of an answer means."""
    if number := _PLACES.fullmatch(part):
        place = small_number(number[1]) or 0
        return place - 1 if 1 <= place <= len(names) else None
    if len(part) < 2:
        return None
    for fits in (_holds, _abbreviates):
        having = [place for place, each in enumerate(names) if any(fits(name, part) for name in each)]
        if having:
            return having[0] if len(having) == 1 else None
    return None


def _holds(name: str, part: str) -> bool:
    return part in name


def _abbreviates(name: str, part: str) -> bool:
    """Whether a name holds the characters of a word in their order: 海淡 of 海水淡化."""
    rest = iter(name)
    return all(sign in rest for sign in part)


def _core(said: str) -> str:
    """An answer without what points at it."""
    before = ""
    while said != before:
        before, said = said, _BEHIND.sub("", _BEFORE.sub("", said)) or said
    return said
