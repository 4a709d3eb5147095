"""Phrases that say that work goes on and nothing else (正在积极推进): no progress that a bulletin could tell."""

from collections.abc import Sequence

from language.late import late

_EMPTY = late(
    r"(?:(?:目前|现在|各项|相关|一切|均|都|也|仍|还|正|正在|按计划|按照计划|按时序进度|按时序|按进度|全力以赴|以赴|项目|工作|手续|工程)*"
    r"(?:积极|有序|正常|加快|全力|稳步|抓紧|持续|大力|扎实|继续)+(?:推进|办理|跟进|协调|对接|开展|进行|落实|施工|办)(?:前期)?(?:中|当中|之中)?"
    r"|正在(?:推进|办理|跟进|协调|对接|落实)(?:中|当中|之中)?|(?:推进|协调|跟进|办理|对接)中|(?:按时序进度|按计划|按进度|全力以赴)推进|(?:一切|进展|总体)+顺利)"
)
_FILLING = late(r"[\s，。；、：:,.!！~—-]|了|的|着|目前|现在|各项|一切|前期|工作|手续|相关|事宜|项目|情况")
ONLY = {"status"}
"""Facts beside the status are progress, whatever the words."""


def is_empty(words: str, keys: Sequence[str]) -> bool:
    """Whether a clause states nothing but that work goes on; `keys` are those of the facts found in it."""
    if not set(keys) <= ONLY or len(words) > 40:
        return False
    found = _EMPTY.search(words)
    return found is not None and not _FILLING.sub("", words[: found.start()] + words[found.end() :])
