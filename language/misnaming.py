"""A slip of the name alone: 说错了，是二期不是一期; 不是东区是西区; 报错了，是渔港二期的."""

from dataclasses import dataclass

from language.late import late
from language.names import Lexicon
from language.normalize import normalize
from models.registry import ProjectEntry, Registry

LONGEST = 40
_OPENS = late(
    r"^(?:(?:[报说写发填打搞弄记看讲]|名字?)(?:错|串|混|岔|反|漏)(?:名字?|项目)?了?|不好意思|抱歉|对不起|哎呀?|呀|哦|啊|等等|等下|更正|纠正|订正|一下"
    r"|刚才|刚刚|刚|上午|早上|昨天|前面|上面|上一?条|那条|这条|我|报的?|说的?|发的?|写的?"
    r"|错了|不对|有误|口误|笔误|手误|手滑|嘴瓢|名字?|项目|了|的|[，,。：:！!～~ ])+"
)
_SLIP = late(r"[报说写发填打搞弄记看讲](?:错|串|混|岔|反|漏)|错了|不对|有误|[口笔手]误|手滑|嘴瓢|更正|纠正|订正")
_NAME = r"[^，,。；\n]{1,16}?"
_END = r"(?:的|了|哈|啊|哦|呢|才对|而已)*[。！!～~ ]*$"
_SURELY = r"(?:应该?|其实|实际上?)?"
_NOT_BUT = (
    late(
        rf"^(?:那个?|这个?)?{_SURELY}(?:说|报|指|讲)?的?(?:应该?)?[是为](?P<right>{_NAME})[，, ]?"
        rf"(?:而|并|可)?不是(?P<wrong>{_NAME}){_END}"
    ),
    late(
        rf"^(?:说|报|指|讲)?的?(?:并)?不是(?P<wrong>{_NAME})[，, ]?(?:而|应该?|其实|实际上?)?[是为]"
        rf"(?P<right>{_NAME}){_END}"
    ),
)
_BUT = late(rf"^(?:那个?|这个?)?{_SURELY}(?:说|报|指|讲)?的?(?:应该?)?[是为指]?(?P<right>{_NAME}){_END}")
_AROUND = late(r"^(?:咱|我们?|这个?|那个?)+|(?:的?(?:项目|工程|那个|那条|这个|的事|进度|情况|数)|[的哈啊哦呢])+$")


@dataclass(frozen=True, slots=True)
class Misnamed:
    """The words for what was meant and, where they are said, for what it was not."""

    right: str
    wrong: str = ""


def misnamed(text: str) -> Misnamed | None:
    """What a message says was meant instead, where it says nothing else; None where it is no such message."""
    said = normalize(text).strip()
    if len(said) > LONGEST or said.endswith(("?", "？")):
        return None
    opening = _OPENS.match(said)
    rest = said[opening.end() :] if opening else said
    for pattern in _NOT_BUT:
        if found := pattern.match(rest):
            return Misnamed(_bare(found["right"]), _bare(found["wrong"]))
    slip = opening is not None and _SLIP.search(opening[0])
    found = _BUT.match(rest) if slip else None
    return Misnamed(_bare(found["right"])) if found else None


_TOLD_ANEW = late(rf"^{_SURELY}(?:说|报|指|讲)?的?(?:应该?)?[是为](?!\d)")


def tells_anew(text: str) -> bool:
    """昨晚打错了，是游客中心图审合格: whether what is told behind a slip was meant instead of what was told before."""
    said = normalize(text).strip()
    found = _SLIP.search(said[:20]) if len(said) <= LONGEST + 20 else None
    return found is not None and _TOLD_ANEW.match(said[found.end() :].lstrip("了啊，,。！! ")) is not None


def _bare(words: str) -> str:
    return _AROUND.sub("", words.strip())


def meant_project(said: Misnamed, was: str, sender: str | None, lexicon: Lexicon) -> str | None:
    """The other project that is meant: named outright, or called as the first one is with those words changed."""
    named = [each for each in lexicon.sure_projects(said.right, sender) if each != was]
    if named:
        return named[0] if len(named) == 1 and _is_name_only(said.right, named[0], sender, lexicon) else None
    siblings = _siblings(said, lexicon.registry.projects[was], lexicon.registry)
    return siblings[0] if len(siblings) == 1 else None


def _is_name_only(words: str, project: str, sender: str | None, lexicon: Lexicon) -> bool:
    """Whether words are a project's name and tell nothing of it."""
    spans = [each for each in lexicon.projects(words, sender) if project in each.candidates]
    left = words
    for span in sorted(spans, key=lambda each: each.start, reverse=True):
        left = left[: span.start] + left[span.end :]
    return not _bare(left)


def _siblings(said: Misnamed, was: ProjectEntry, registry: Registry) -> list[str]:
    """The projects whose name is that of the first one with the wrong words changed for the right ones."""
    names = [normalize(each) for each in (was.name, *was.aliases)]
    if said.wrong:
        wanted = {each.replace(said.wrong, said.right) for each in names if said.wrong in each}
        return [
            each.id
            for each in registry.projects.values()
            if each.id != was.id and wanted & {normalize(name) for name in (each.name, *each.aliases)}
        ]
    return [
        each.id
        for each in registry.projects.values()
        if each.id != was.id
        and not any(said.right in name for name in names)
        and any(_differ_by(said.right, normalize(name), names) for name in (each.name, *each.aliases))
    ]


def _differ_by(mark: str, name: str, others: list[str]) -> bool:
    """Whether a name is another one but for a mark of as many characters (渔港二期, 渔港一期)."""
    at = name.find(mark)
    if at < 0:
        return False
    front, back = name[:at], name[at + len(mark) :]
    return any(
        len(other) == len(name) and other.startswith(front) and other.endswith(back) and len(front + back) > 1
        for other in others
    )
