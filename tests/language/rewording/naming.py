"""Other ways to name a project or a node: words around it, its other names, its place in the message, who sends it."""

import random
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from tests.language.rewording.rewording import Reword, Said

STOPS = "。；;，,：:、 \n"
CANNOT_FOLLOW = re.compile(
    r"项目|工程|建设|这|那|和|、|及|与|跟|等|以及|还有|除|外|[)）】”》]|两|三|几|是|不|第|[东西南北中]段|[一二三]期|厂|站|路|桥|馆|园|\d+#|[ABCD]|标|区|村|镇"
)
OURS = re.compile(r"我局|我们|我单位|我镇|我这|咱|其余|其他|都|均|两个|三个")
WRITTEN = re.compile(r"[①②]|(^|\n)\d[.、]|接龙|更正|\n")


class Spot(NamedTuple):
    """Where a project of the message is named."""

    start: int
    end: int
    name: str
    project: str


Names = Callable[[Said, Spot], str | None]


def spoken_of(said: Said) -> set[str]:
    """The projects that a message reports or asks about."""
    expect = said.row["expect"]
    told = {each["project"] for each in expect.get("reports", ())}
    return told | set(expect.get("query", {}).get("projects", ()))


_KNOWN: dict[tuple[str, str], list[Spot]] = {}


def spots(said: Said) -> list[Spot]:
    """Where the projects of a message are named, by names that only they bear; looked for once."""
    key = said.id, said.text
    if key not in _KNOWN:
        _KNOWN[key] = _found(said)
    return _KNOWN[key]


def _found(said: Said) -> list[Spot]:
    names, wanted, found, place = said.all_names(), spoken_of(said), [], 0
    while place < len(said.text):
        hit = next((each for each in names if said.text.startswith(each[0], place)), None)
        if hit is not None and hit[1] in wanted and sum(name == hit[0] for name, _ in names) == 1:
            found.append(Spot(place, place + len(hit[0]), *hit))
        place += len(hit[0]) if hit is not None else 1
    return found


def heads(said: Said) -> list[Spot]:
    """The names with which clauses begin and behind which words may be put."""
    text = said.text
    found = []
    for spot in spots(said):
        begins = spot.start == len(said.mention) or text[spot.start - 1] in STOPS
        listed = text[: spot.start].endswith(("和", "、", "及", "与", "跟"))
        if begins and not listed and not CANNOT_FOLLOW.match(text, spot.end):
            found.append(spot)
    return found


def changed(said: Said, found: list[Spot], put: Callable[[Spot], str]) -> str:
    """The text with other words where the names stand."""
    text = said.text
    for spot in reversed(found):
        text = text[: spot.start] + put(spot) + text[spot.end :]
    return text


def behind(words: str) -> Reword:
    """Words behind each name; those that end in a stop only where none follows."""

    def reword(said: Said) -> str:
        stop = words[-1] in "，：:\n "
        fitting = [each for each in heads(said) if said.text[each.end : each.end + 1] not in "：:，, \n的" or not stop]
        return changed(said, fitting, lambda spot: spot.name + words)

    return reword


def around(before: str, after: str) -> Reword:
    """Words or marks around each name."""
    return lambda said: changed(said, heads(said), lambda spot: before + spot.name + after)


def entry(said: Said, project: str) -> dict[str, Any]:
    """A project as the registry has it."""
    return next(each for each in said.registry["projects"] if each["id"] == project)


def called(name: Names) -> Reword:
    """Each project by another name."""

    def put(said: Said, spot: Spot) -> str:
        other = name(said, spot) or spot.name
        following = said.text[spot.end : spot.end + 2]
        if following in ("项目", "工程"):
            other = re.sub("(?:项目|工程)$", "", other)
        return spot.name if following.strip() and other.endswith(following) else other

    return lambda said: changed(said, spots(said), lambda spot: put(said, spot))


def whole(said: Said, spot: Spot) -> str:
    """The name as the plan has it."""
    return str(entry(said, spot.project)["name"])


def alias(said: Said, spot: Spot) -> str | None:
    """A name that somebody entered and that only this project bears."""
    names = [name for name, _ in said.all_names()]
    own = [each for each in said.names(spot.project)[1:] if names.count(each) == 1 and each != spot.name]
    return own[0] if own else None


def unfilled(said: Said, spot: Spot) -> str:
    """The name without the 工程 at its end."""
    return re.sub("(?:建设)?(?:工程|项目)$", "", whole(said, spot))


def with_town(bare: bool, link: str = "") -> Names:
    """The name behind its town's."""

    def name(said: Said, spot: Spot) -> str | None:
        town = entry(said, spot.project).get("town") or ""
        if (
            not town
            or town[:2] in spot.name
            or re.match(r"[^A-Za-z\u4e00-\u9fff]|[一二三]期|[东西南北中]段", spot.name)
        ):
            return None
        return (re.sub("(?:街道|镇|乡)$", "", town) if bare else town) + link + spot.name

    return name


def with_unit(said: Said, spot: Spot) -> str | None:
    """The name behind the unit that leads."""
    lead = entry(said, spot.project).get("lead_unit")
    unit = next((each for each in said.registry["units"] if each["id"] == lead), None)
    return (unit.get("aliases") or [unit["name"]])[0] + "的" + spot.name if unit else None


def only_at_head(said: Said) -> tuple[Spot, str] | None:
    """The one name at the head of a message of one project, and what stands behind it."""
    found = spots(said)
    if len(found) != 1 or len(spoken_of(said)) != 1 or found[0].start != len(said.mention) or not heads(said):
        return None
    rest = said.text[found[0].end :].lstrip("：:，, 的\n")
    return None if WRITTEN.search(said.body) or re.search("问题[：:]|计划[：:]|进展[：:]", rest) else (found[0], rest)


def at_end(form: str) -> Reword:
    """The name at the end of the message instead of at its head."""

    def reword(said: Said) -> str | None:
        found = only_at_head(said)
        return said.mention + found[1].rstrip("。；;.，, ") + form.format(found[0].name) if found else None

    return reword


def again(form: str) -> Reword:
    """Each further sentence with the project at its head again."""

    def reword(said: Said) -> str | None:
        found = only_at_head(said)
        if found is None or re.search("问题|建议|请|累计|其中", found[1]):
            return None
        first, *rest = re.split("(?<=[。；;])(?=.)", found[1])
        leads = re.compile(
            r"其|剩|但|不过|另|以上|谢|需|下|计划|预计|力争|争取|同时|主要|因|由于|目前|现在|本周|占|到|年|截|补|是|昨|今|\d"
        )
        if not rest or any(leads.match(each) for each in rest):
            return None
        return said.text[: found[0].end] + "：" + first + "".join(form.format(found[0].name) + each for each in rest)

    return reword


def left_out(said: Said) -> str | None:
    """Without the name, by a liaison who has no other project."""
    own = [each["id"] for each in said.registry["projects"] if each.get("liaison") == said.row.get("sender")]
    found = only_at_head(said)
    return said.mention + found[1] if found and own == [found[0].project] else None


def sent_by(role: str) -> Reword:
    """The same from somebody else, where every project is named."""

    def reword(said: Said) -> tuple[str, str] | None:
        named = {spot.project for spot in spots(said) if len(spot.name) > 2}
        others = [each["id"] for each in said.registry["people"] if each["role"] == role]
        others = [each for each in others if each != said.row.get("sender")]
        if not others or spoken_of(said) - named or OURS.search(said.text) or "项目名称" in said.text:
            return None
        return said.text, random.Random(said.id).choice(others)

    return reword


REPORTS: dict[str, tuple[Reword, int]] = {
    **{f"X{words.strip() or 'NL'}": (behind(words), 93) for words in (
        "这边", "那边", "这块", "这一块", "这头", "那头", "方面", "那个", "这个项目", "那个项目", "项目", "工程", "项目这边", "的话，", "呢，", "嘛，", "啊，", "，", "：",
        "一事，", "这件事，", "的情况是，", "来说，", "——", "情况：", "进展情况：", "目前", "现在",
    )},
    "X现场": (behind("现场"), 93),
    "X那块": (behind("那块"), 93),
    **{f"{a}X{b}": (around(a, b), 93) for a, b in (
        ("【", "】"), ("“", "”"), ("《", "》"), ("[", "]"), ("（", "）"), ("关于", "的情况，"), ("就", "来说，"), ("另外，", ""), ("还有", ""), ("我们", ""), ("再说", ""),
    )},
    "whole": (called(whole), 93),
    "alias": (called(alias), 93),
    "unfilled": (called(unfilled), 93),
    "town": (called(with_town(bare=False)), 93),
    "town of": (called(with_town(bare=False, link="的")), 93),
    "bare town": (called(with_town(bare=True)), 93),
    "unit of": (called(with_unit), 93),
    **{form: (at_end(form), 86) for form in ("——{}", "，{}的", "（{}）", "，说的是{}", "。以上是{}的情况")},
    **{form: (again(form), 80) for form in ("{}", "{}，", "该项目", "本项目", "这个项目")},
    "left out": (left_out, 93),
    "a liaison": (sent_by("liaison"), 93),
    "an owner": (sent_by("owner"), 93),
    "the office": (sent_by("office"), 93),
}  # fmt: skip
"""Each way with the share of messages, in percent, that is read as before at least."""

QUESTIONS: dict[str, tuple[Reword, int]] = {
    **{f"X{words}": (behind(words), 93) for words in ("这边", "那个", "项目", "这个项目", "目前", "，")},
    **{f"{a}X{b}": (around(a, b), 93) for a, b in (("【", "】"), ("“", "”"), ("关于", ""), ("我们", ""), ("那个", ""))},
    "whole": (called(whole), 93),
    "alias": (called(alias), 93),
    "unfilled": (called(unfilled), 92),
}
