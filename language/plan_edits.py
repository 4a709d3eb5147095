"""What the office changes of the plan in the chat: a node more or less, its name or unit, a project more."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from difflib import SequenceMatcher
from enum import StrEnum

from language.dates import find_dates
from language.late import late
from language.names import Lexicon
from language.vocabulary_words import node_kinds_in
from models.registry import NodeEntry

LONGEST = 160


class PlanVerb(StrEnum):
    """What becomes of the plan."""

    ADD_NODE = "add_node"
    DROP_NODE = "drop_node"
    RENAME_NODE = "rename_node"
    NODE_UNIT = "node_unit"
    ADD_PROJECT = "add_project"
    LEAD_UNIT = "lead_unit"


@dataclass(frozen=True, slots=True)
class PlanEdit:
    """One change; what is not said stays empty, and whoever obeys asks for what it needs."""

    verb: PlanVerb
    project: str | None = None
    node: str | None = None
    name: str = ""
    day: date | None = None
    unit: str | None = None
    support: tuple[str, ...] = ()
    town: str = ""
    person: str = ""


_ASKS = late(
    r"[?？]|吗[。]?$|没有?[。]?$|是不是|要不要|能不能|可不可以|是否|谁|哪|几[个号项]|什么|怎么|为啥|为什么|多少|呢[。]?$"
)
_ONE = r"(?:上|了|入|设|进去?)?(?:[一二两三四五1-5]?[个项条处]|一)?(?:新的?|关键|重要)?"
_ADD = (
    r"(?:再|另外?|还要?|也)*(?:新?增加|新增|增设|增列|追加|添加|添|加|增|补充|补|设|列|插)"
    r"(?!强|快|固|大|紧|班|工(?!程)|高|热|压|密|装|备|计|施|立|车|偿|助|贴|办|齐|交|签|容|油|药|完)"
)
_NODE = r"(?:计划|时间|关键|控制性?|里程碑)*(?:节点|里程碑)"
_ADDS_NODE = late(
    rf"(?:把|将)?(?P<before>[^，。；;：:\n]{{0,20}}?){_ADD}{_ONE}(?:的)?(?P<name>[^，。；;：:\n]{{0,24}}?)(?:的|这个|这一|作为|为|当)*{_NODE}(?P<rest>[\s\S]*)$"
)
_BEFORE_VERB = late(
    rf"(?:把|将)(?P<name>[^，。；;：:\n]{{2,20}}?)(?:也|都)?(?:{_ADD}|列|设|作)(?:进|入|为|成|到|作)[^，。；;\n]{{0,12}}?{_NODE}(?P<rest>[\s\S]*)$"
)
_TO_NODES = late(
    rf"{_NODE}(?:计划|表|清单)?(?:里面?|中|上)(?:再|还|也|要)*{_ADD}{_ONE}(?P<name>[^，。；;：:\n]{{2,24}})(?P<rest>[\s\S]*)$"
)
_DROPS_NODE = late(
    rf"(?:把|将|请)?(?P<name>[^，。；;：:\n]{{2,30}}?)(?:的|这个|那个|这一|该)*(?:{_NODE})?(?:给|就|先|也|可以)*(?:取消|删掉|删除|删去|删了?|去掉|拿掉|撤掉|撤销|不要了|不设了|不列了|作废)(?:掉|了|吧)*$"
    rf"|(?:取消|删掉|删除|去掉|拿掉|撤掉|撤销|不设|不列)(?:掉|了)?(?P<name2>[^，。；;：:\n]{{2,30}}?)(?:的|这个|那个|这一|该)*(?:{_NODE})(?:吧|了)?$"
)
_SAYS_NODE = late(r"节点|里程碑")
_RENAMES = late(
    rf"(?:把|将|请)?(?P<name>[^，。；;：:\n]{{2,30}}?)(?:的|这个|那个|这一|该)*(?:{_NODE})?(?:的)?(?:名称?|名字|叫法|说法)?(?:改个名[字称]?|改名|更名|改叫|改称|改成叫|名[称字]?改)(?:[，,]?(?:叫|为|成|做|作))*[:：，,\s“\"「]*(?P<new>[^，。；;\n”\"」]{{2,24}}?)[”\"」]?(?:吧|了)?$"
)
_UNIT_OF_NODE = late(
    r"(?:责任|牵头|承办|主责|负责)(?:单位|部门)?(?:改成|改为|调整为|变更为|换成|换为|改到|由|是|为)|(?:改|调整|换|转)(?:成|为|由|给|到|交)[^，。；;\n]{2,14}?(?:牵头|负责|主责|主办|承办|办理)"
)
_ADDS_PROJECT = late(
    r"^(?:请|麻烦|帮我|把|将|再|另外?|还|县里|区里|市里|领导|又|今年|经[^，。；;\n]{2,20}?(?:同意|研究|批准)[，,])*"
    r"(?:新上|新增加?|新建|新立|新纳入|新入库|增加|追加|添加?|加|上|纳入|登记|录入|建)(?:上|了|进来?)?(?:一?[个项]|一)?(?:新的?)?(?:重点)?(?:项目|工程)[:：，,\s]*(?:叫|是|为|名称?(?:是|为|叫)?|即)?[:：，,\s“\"「]*(?P<name>(?!库|清单|台账|名单|的|问题|节点)[^，。；;：:\n”\"」]{3,30})"
    r"|^(?:请|麻烦|帮我|再|另外?|还|县里|区里|市里|又|今年)*(?:新上|新增加?|新建|新立|新纳入|增加|追加|添加)(?:上|了)?(?:一?[个项]|一)?(?P<name2>[^，。；;：:\n]{2,28}?(?:项目|工程))(?=$|[，,。；;：:\n（(])"
    r"|^(?:请|麻烦|帮我|再|另外?|还)*(?:把|将)(?P<name3>[^，。；;：:\n]{3,30}?)(?:也|新)?(?:纳入|列入|加入|加进|列进|加到|收进|增补进|增列为)(?:了|到)?[^，。；;\n]{0,8}?(?:重点项目|项目库|项目清单|台账|调度(?:范围|库|清单)?)(?:库|清单|台账|管理|范围|里|中)*"
)
_NAME_ENDS = late(r"(?:，|,|由|的(?=节点)|（|\()")
_LEADS = late(r"^\s*(?:局|委)?(?:来|做|作|为|是)?(?:牵头|负责|主责|主办|为责任单位|为牵头单位|承办|实施|为主)")
_LEAD_BEFORE = late(r"(?:责任|牵头|主责|建设|实施|主管)(?:单位|部门)?(?:是|为|由|[:：])*\s*$|由\s*$")
_SUPPORTS = late(r"^\s*(?:来)?(?:配合|协助|协办|参与)")
_LIAISON = late(
    r"(?:联络员|联系人|对接人|信息员)(?:是|为|由|叫|[:：])*\s*(?P<who>[\u4e00-\u9fff]{2,4}?)(?=$|[，,。；;（(\s\d])"
)
_REST = late(
    r"(?:要求|计划|预计|定于|定在|时间|日期|期限|完成|办结|达到|实现|是|为|在|于|到|前|之前|以前|底|拟|按|吧|了|[，,。；;：:、\s（）()“”\"「」]|责任单位|牵头单位|由|负责|牵头|叫|名称?|名字)+"
)


def read_plan_edits(text: str, now: datetime, lexicon: Lexicon) -> tuple[PlanEdit, ...]:
    """The changes that a message orders; none where it asks, or some part of it is no change."""
    said = text.strip().rstrip("。.!！")
    if len(said) > LONGEST or _ASKS.search(said):
        return ()
    found: list[PlanEdit] = []
    for part in (each for whole in _parts(said) for each in _each(whole, now, lexicon)):
        project = found[-1].project if found else None
        edit = _edit(part, project, now, lexicon)
        if edit is None:
            return ()
        found.append(edit)
    return tuple(found)


def _parts(said: str) -> Iterator[str]:
    """By semicolons and lines, and at a comma behind which another change is ordered."""
    verb = re.compile(rf"(?:{_ADD}|取消|删|改名|更名)")
    for piece in re.split(r"[；;。\n]", said):
        whole = ""
        for clause in re.split(r"(?<=[，,])", piece):
            if whole and verb.search(clause) and verb.search(whole) and _SAYS_NODE.search(clause):
                yield whole.strip(" ，,")
                whole = ""
            whole += clause
        if whole.strip(" ，,"):
            yield whole.strip(" ，,")


_LISTED = late(rf"^(?P<head>.*?{_ADD}{_ONE}(?:的)?{_NODE})(?:分别|依次)?(?:是|为|，|[:：,\s])*(?P<list>.+)$")


def _each(part: str, now: datetime, lexicon: Lexicon) -> list[str]:
    """大桥新加两个节点：桥台完工9月10日，引道完工11月30日: one by one, where each has its own day."""
    found = _LISTED.match(part)
    listed = [each.strip() for each in re.split(r"[，,、]|以及|和", found["list"]) if each.strip()] if found else []
    days = [bool(find_dates(each, now, lexicon.registry.festivals)) for each in listed]
    names = [len(re.sub(r"[\d月日号年底前中旬上下]", "", each)) > 2 for each in listed]
    return (
        [f"{found['head']}：{each}" for each in listed] if found and len(listed) > 1 and all(days + names) else [part]
    )


def _edit(part: str, before: str | None, now: datetime, lexicon: Lexicon) -> PlanEdit | None:
    if (added := _project_added(part, lexicon)) is not None:
        return added
    named = lexicon.sure_projects(part)
    project = named[0] if len(named) == 1 else before if not named else None
    if project is None:
        return None
    return (
        _node_dropped(part, project, lexicon)
        or _node_renamed(part, project, lexicon)
        or _node_added(part, project, now, lexicon)
        or _unit_changed(part, project, lexicon)
    )


def _node_added(part: str, project: str, now: datetime, lexicon: Lexicon) -> PlanEdit | None:
    found = _TO_NODES.search(part) or _BEFORE_VERB.search(part) or _ADDS_NODE.search(part)
    if found is None or "问题" in found["rest"][:4]:
        return None
    spans = find_dates(part, now, lexicon.registry.festivals)
    day = next((each for span in reversed(spans) if (each := span.deadline())), None)
    name = _bare(found["name"], project, now, lexicon)
    if len(name) < 2:
        head = re.split(r"[，,；;。\n]", found["rest"].lstrip('：:，, 叫是为“"「'))[0]
        name = _bare(head, project, now, lexicon)
    if len(name) < 2 and "before" in found.groupdict():
        name = _bare(found["before"] or "", project, now, lexicon)
    units = _units(_without_project(part, project, lexicon), lexicon)
    return PlanEdit(PlanVerb.ADD_NODE, project, name=name, day=day, unit=units[0] if units else None)


def _node_renamed(part: str, project: str, lexicon: Lexicon) -> PlanEdit | None:
    found = _RENAMES.search(part)
    node = _node_in(found["name"], project, lexicon) if found else None
    if found is None or node is None:
        return None
    return PlanEdit(PlanVerb.RENAME_NODE, project, node.id, name=found["new"].strip())


def _unit_changed(part: str, project: str, lexicon: Lexicon) -> PlanEdit | None:
    found = _UNIT_OF_NODE.search(part)
    units = list(lexicon.units(part[found.start() :])) if found else []
    if found is None or not units or len(units[0].candidates) != 1:
        return None
    node = _node_in(part[: found.start()], project, lexicon)
    unit = units[0].candidates[0]
    if node is not None:
        return PlanEdit(PlanVerb.NODE_UNIT, project, node.id, unit=unit)
    left = _REST.sub("", _without_project(part[: found.start()], project, lexicon)).strip()
    bare = re.sub(r"^(?:把|将|请|项目|工程|这个|今后|以后|改|调整|的)+|(?:项目|工程|的|今后|以后|这个)+$", "", left)
    return PlanEdit(PlanVerb.LEAD_UNIT, project, unit=unit) if not bare else None


def _node_dropped(part: str, project: str, lexicon: Lexicon) -> PlanEdit | None:
    found = _DROPS_NODE.search(part)
    if found is None:
        return None
    node = _node_in(found["name"] or found["name2"], project, lexicon)
    if node is None or not (_SAYS_NODE.search(part) or node.name in part):
        return None
    return PlanEdit(PlanVerb.DROP_NODE, project, node.id)


def _project_added(part: str, lexicon: Lexicon) -> PlanEdit | None:
    found = _ADDS_PROJECT.search(part)
    if found is None or _SAYS_NODE.search(part):
        return None
    name = (found["name"] or found["name2"] or found["name3"] or "").strip(" 的")
    rest = part[found.end() :] if found["name"] is None else part[found.end("name") :]
    lead, support = None, []
    for span in lexicon.units(rest):
        if len(span.candidates) != 1:
            continue
        if _SUPPORTS.match(rest[span.end :]):
            support.append(span.candidates[0])
        elif lead is None and (_LEADS.match(rest[span.end :]) or _LEAD_BEFORE.search(rest[: span.start])):
            lead = span.candidates[0]
    towns = [span.candidates[0] for span in lexicon.towns(part) if len(span.candidates) == 1]
    who = _LIAISON.search(rest)
    return PlanEdit(
        PlanVerb.ADD_PROJECT,
        name=name,
        unit=lead,
        support=tuple(support),
        town=towns[0] if towns else "",
        person=who["who"] if who else "",
    )


def _node_in(words: str, project: str, lexicon: Lexicon) -> NodeEntry | None:
    """The one node of the project that some words name: by its name, by most of it, else by its sort."""
    nodes = lexicon.registry.projects[project].nodes
    plain = _without_project(words, project, lexicon)
    named = [node for node in nodes if node.name in words] or _likest(plain, nodes)
    if not named:
        kinds = node_kinds_in(plain)
        named = [node for node in nodes if node.kind in kinds]
    return named[0] if len(named) == 1 else None


def _likest(words: str, nodes: Sequence[NodeEntry]) -> list[NodeEntry]:
    """The nodes that share the longest run with some words, where that is most of a name."""
    runs = {
        node.id: SequenceMatcher(None, words, node.name, autojunk=False).find_longest_match().size for node in nodes
    }
    most = max(runs.values(), default=0)
    return [node for node in nodes if runs[node.id] == most and most >= max(2, (len(node.name) + 1) // 2)]


def _without_project(words: str, project: str, lexicon: Lexicon) -> str:
    entry = lexicon.registry.projects[project]
    for span in reversed(lexicon.projects(words)):
        if span.candidates == (project,):
            words = f"{words[: span.start]} {words[span.end :]}"
    for name in sorted((entry.name, *entry.aliases), key=len, reverse=True):
        words = words.replace(name, " ")
    return words


def _units(words: str, lexicon: Lexicon) -> list[str]:
    return [span.candidates[0] for span in lexicon.units(words) if len(span.candidates) == 1]


def _bare(words: str, project: str, now: datetime, lexicon: Lexicon) -> str:
    """The words without the project's name, days, units and what is said around a node's name."""
    plain = _without_project(words, project, lexicon)
    for span in reversed(find_dates(plain, now, lexicon.registry.festivals)):
        plain = f"{plain[: span.start]} {plain[span.end :]}"
    for unit in reversed(lexicon.units(plain)):
        plain = f"{plain[: unit.start]} {plain[unit.end :]}"
    plain = re.sub(r"^(?:把|将|给|在|请|的|项目|工程|里|上|也|再)+", "", plain.strip())
    ends = _REST.match(plain)
    plain = plain[ends.end() :] if ends else plain
    plain = re.split(r"\s{2,}|[，,；;]", plain.strip())[0]
    return re.sub(
        r"(?:的|这个|一个|[，,。：:\s（()）“”\"「」]|前|之前|计划|定在|定于|由|责任单位)+$", "", plain
    ).strip()


_WHO_MAY = late(
    r"(?:谁|哪个|哪家|什么人)(?:[^，。；;\n]{0,6})?(?:能|可以|有权|来|说了算|批|才能)?[^，。；;\n]{0,6}?(?:改|调整?|动|变更|批)(?:得了|一?下)?[^，。；;\n]{0,6}?(?:计划|节点|工期|时间表|日期)|(?:计划|节点(?:日期|时间)?)[^，。；;\n]{0,6}?(?:谁|哪个|找谁|哪家)[^，。；;\n]{0,8}?(?:改|调|批|定|说了算|变更)|(?:我|我们)(?:能|可以)(?:自己)?(?:改|调整|动)(?:一?下)?(?:计划|节点)[^，。；;\n]{0,4}(?:吗|不|[?？])|(?:计划|节点)(?:怎么|咋|如何)(?:才能)?(?:改|调整|变更)"
)


def asks_who_may(text: str) -> bool:
    """Whether somebody asks who changes the plan (谁能改计划)."""
    return len(text) <= 40 and _WHO_MAY.search(text) is not None


def node_meant(text: str, project: str, lexicon: Lexicon) -> NodeEntry | None:
    """The one node of a project that is named in some words."""
    return _node_in(text, project, lexicon)
