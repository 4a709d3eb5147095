"""Puts a bare figure behind what it is of: 126亩/131亩，东段征地就差5亩 is 东段征地126亩/131亩，就差5亩."""

import re
from itertools import islice

from language.late import late
from language.names import Lexicon, NameSpan
from language.terms import index_of

_SPOKEN = "一二两三四五六七八九十百千零点"
_NUMBER = rf"(?:\d[\d,]*(?:\.\d+)?[千百十]?[万亿]?|[{_SPOKEN}]+[万亿]?[{_SPOKEN}]*[万亿]?)"
_UNIT = (
    r"(?:%|％|[亿万]?元|多?公里|万?平方米|万?立方米|[万]?(?![月日号年天点时分周岁名人期标次条项月个])[\u4e00-\u9fff㎡])"
)
_FIGURE = rf"(?:(?:约|大约|百分之)?{_NUMBER}(?:{_UNIT})?(?:[/／]{_NUMBER}{_UNIT})?)"
_BARE = late(
    rf"(?P<lead>(?:@\S{{1,8}}\s|[^，。；：\n\d]{{0,10}}：|(?:领导|各位|报告|大家|[你您])[^，。；：\n\d]{{0,6}}，)?)"
    rf"(?P<figure>{_FIGURE}(?:，(?:哦|噢|啊)?(?:不是|不对|[说打写记报搞看念]错了?|错了|口误)，(?:应该是|是)?{_FIGURE})?)"
    r"了?(?P<pause>(?:，|：|—+)(?:更正(?:一下)?，)?)(?P<pointing>(?:这个?|这些|那|以上)?(?:就?是|说的是|指的?是)?)(?=[^\d，。；])"
)
"""A sentence that begins with nothing but a figure, and what it may be pointed at with behind its comma."""
MOST = 6
_STOP = late(r"[。！\n]")
_POINTED_AT = late(
    r"(?:那边|这边|这块|方面|的)*(?P<money>(?:[今本]年|全年|本月|这个?月|本周|累计|总共|已|至今|到[目现]前?为?止?|开[工建]以?来|[\d]{1,2}月份?)*(?:的)?(?:完成)?的?(?:固定资产)?(?:投资|固投)(?:完成)?(?:额|数|量)?)?"
    r"(?P<so>(?:目前|现在|眼下|到今天|到现在|截至(?:目前|今天))?(?:为止)?(?P<all>(?:累计|总共|一共|总)?(?:已?完成|干到|做到|干了)?)了?"
    r"(?:(?:就)?(?:是|有))?(?:今天|现在|目前)?的?(?:这个|这么个)?(?:这么多|这些|数字?|量|进度|进展)?了?)(?=[，。；！\n]|$)"
)
"""What only points at a figure that was said: 目前就是这个数, 今年完成投资."""
_DONE_SO = late(r"(?:累计|总共|一共|已经?)?(?P<done>[^，。；\n没未不的\d]{1,6})的(?:户?数量?)?(?=[，。；！\n]|$)")
"""装好的: what has been done to so many."""
_ANNOUNCED = late(r"(?:今天|现在|先|我|再)*(?:报|说|更新|补)(?:一?[个下]|一个)?(?:数字?|进度|量)?[：，]")
"""今天报个数：says only that a figure follows."""


def figures_behind(text: str, lexicon: Lexicon, sender: str | None) -> str:
    """A text with each figure that begins a sentence behind the project and the node that are named next."""
    starts = [0, *(each.end() for each in islice(_STOP.finditer(text), MOST))]
    found = [bare for start in starts if (bare := _BARE.match(text, start))]
    if not found:
        return text
    names = lexicon.projects(text, sender)
    for bare in reversed(found):
        owner = next((each for each in names if bare.end() <= each.start <= bare.end() + 1), None)
        if owner is not None:
            text = _turned(text, bare, owner, lexicon)
    return text


def _turned(text: str, bare: re.Match[str], owner: NameSpan, lexicon: Lexicon) -> str:
    """The owner, its node, the figure, and what else is told of it."""
    figure, start = bare["figure"], bare.start("figure")
    start -= len(bare["lead"]) if _ANNOUNCED.fullmatch(bare["lead"]) else 0
    correction = bare["pause"][1:]
    end = _end_of_owner(text, owner, lexicon)
    pointed = _POINTED_AT.match(text, end)
    before = text[:start] + correction + text[bare.end() : end]
    if pointed is None and (done := _DONE_SO.match(text, end)):
        return before + done["done"] + figure + text[done.end() :]
    if pointed is None:
        return before + figure + "，" + text[end:].lstrip("，的")
    money = pointed["money"] or ""
    if money and "投资" in money and "完成" not in money:
        money += "完成"
    return before + (money or ("累计" if pointed["all"] else "")) + figure + text[pointed.end() :]


def _end_of_owner(text: str, owner: NameSpan, lexicon: Lexicon) -> int:
    """Where the name ends, and the node that stands behind it."""
    begin = owner.end + text.startswith("的", owner.end)
    nodes = [
        each
        for project in owner.candidates
        for each in index_of(lexicon.registry.projects[project]).find(text, begin, min(len(text), begin + 12))
        if each.start == begin
    ]
    return max((each.end for each in nodes), default=owner.end)
