"""A project's name with one wrong character (用泳馆, 实训搂): for questions, whose answer names the project."""

from collections import defaultdict

from language.late import late
from language.names.sounds import sound, syllable
from models.registry import Registry

SHORTEST = 3
LONGEST = 6
_TELLS = late(r"[一二三四五六七八九十东西南北中上下左右前后新老旧甲乙丙大小高低内外]")
"""Characters that tell siblings apart: where one of these stands for another, another is meant."""
_COMMON = late(r"工程|项目|建设|改造|施工|配套|[区县市镇乡村]级?$")


def nearly_named(text: str, registry: Registry) -> tuple[str, str, str] | None:
    """The words that are almost a name, the name's own words, and its project; None where none or several fit."""
    found: dict[str, tuple[str, str]] = {}
    for length in range(LONGEST, SHORTEST - 1, -1):
        forms = _forms(registry, length)
        for at in range(len(text) - length + 1):
            said = text[at : at + length]
            for place in range(length):
                for form, project in forms.get((place, said[:place] + said[place + 1 :]), ()):
                    if form != said and _alike(said[place], form[place], length):
                        found.setdefault(project, (said, form))
        if found:
            break
    if len(found) != 1:
        return None
    project, (said, form) = next(iter(found.items()))
    return said, form, project


def _forms(registry: Registry, length: int) -> dict[tuple[int, str], list[tuple[str, str]]]:
    """The stretches of names that only one project has, by what is left without one of their characters."""
    holders: dict[str, set[str]] = defaultdict(set)
    for project in registry.projects.values():
        for name in (project.name, *project.aliases):
            for at in range(len(name) - length + 1):
                holders[name[at : at + length]].add(project.id)
    found: dict[tuple[int, str], list[tuple[str, str]]] = defaultdict(list)
    for form, ids in holders.items():
        if len(ids) > 1 or _COMMON.search(form):
            continue
        for place in range(length):
            found[place, form[:place] + form[place + 1 :]].append((form, next(iter(ids))))
    return found


def _alike(said: str, meant: str, length: int) -> bool:
    """Whether one character may stand for another by a slip: it sounds alike, or much else is right."""
    if (_TELLS.match(said) and _TELLS.match(meant)) or not (_is_letter(said) and _is_letter(meant)):
        return False
    return sound(said) == sound(meant) or _near(said, meant) or length > SHORTEST + 1


def _is_letter(letter: str) -> bool:
    return "\u4e00" <= letter <= "\u9fff"


def _near(said: str, meant: str) -> bool:
    """Whether two syllables differ in their beginning or their end alone."""
    first, second = syllable(said), syllable(meant)
    if not first or not second:
        return False
    return first[0] == second[0] or first.lstrip("bpmfdtnlgkhjqxzcsryw") == second.lstrip("bpmfdtnlgkhjqxzcsryw")
