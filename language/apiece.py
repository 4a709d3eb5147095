"""Several things of which each is told its own in one breath: 护坡、放水洞分别完成92%、全部完工."""

import re

from language.late import late

_APIECE = late(
    r"(?P<things>[^，。；：\n]{1,16}?(?:(?:、|和|及|与|以及)[^，。；：、\n]{2,14}?)+)(?:已经?|目前|现|均|也)*分别(?:是|为|已经?)?"
    r"(?P<told>[^，。；：\n]{4,60})(?=[，。；\n]|$)"
)
_JOINT = late(r"、|和|及|与|以及")
_VERB = late(
    r"完[成工]|[开竣停动复]工|批|办[结完好]|封顶|通过|进场|受理|启动|[已正未没在刚]|通车|并网|到位|拿到|取得|报|收尾|合龙|贯通|剩|停"
)
"""What each of the parts must hold: 完成92%、50% is one verb and two figures, which is read as it stands."""


def each_its_own(text: str) -> str:
    """A text in which what was told of several things by turns is told of one after the other."""
    return _APIECE.sub(_parted, text) if "分别" in text else text


def _parted(found: re.Match[str]) -> str:
    things, told = _JOINT.split(found["things"]), _JOINT.split(found["told"])
    if len(things) != len(told) or not all(_VERB.search(each) for each in told):
        return found[0]
    return "，".join(map("".join, zip(things, told, strict=True)))
