"""Whom a segment speaks of: its own subject, the one before, or the project as a whole."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from language.belonging import PERMITS, WORKS_KINDS, holds, is_all_of, owner_of_work
from language.facts import Act, Judgement
from language.late import late
from language.names.clause import is_everyday
from language.problem_words import problem_spans
from language.report.lexing import CUE_WORDS, stage_of
from language.report.subjects import Segment, end_before
from language.report.tokens import Kind, Token
from language.structure import Clause, Gap
from language.tables import phrases
from language.tables.marks import Mark
from language.tables.works import WORK_VERBS, Stage
from language.words import any_of
from models.registry import NodeEntry, ProjectEntry
from models.vocabulary import NodeKind, ProblemCategory, Status

NOW = r"(?:目前|现在|现)?"
WHOLE_PROJECT = late(
    rf"{NOW}(?:{any_of(phrases.WHOLE_PROJECT).pattern})"
    rf"|{NOW}(?:{any_of(phrases.WHOLES).pattern})(?:整体|总体|建设)?(?![前名概部管方经图\d])"
)
FILLERS = any_of(phrases.FILLERS)
DURING_WORK = any_of(phrases.DURING_WORK)
HEADS = frozenset("站楼桥井塔池闸馆")
ONE_BY_NAME = late(
    r"(?P<own>[\u4e00-\u9fff]{2,3})(?<![座个栋幢条每各整全本该和及、目前周])(?P<head>[站楼桥井塔池闸馆])$"
)
ON_THE_SITE = late(r"^的?(?:[那这]块)?(?:地块?|红线|片区|范围|场地|厂区|园区)[上里内中]")
"""青石收储那块地上还有3户: the place of the works is no stranger."""
HAN = late(r"[\u4e00-\u9fff]")
OUTSIDE = frozenset({ProblemCategory.WEATHER, ProblemCategory.ENVIRONMENT})
"""What stops a whole site from outside."""
SPEAKS = late(r"(?:说|表示|答复|反馈|回复|通知|明确|承诺|口头|来电|讲|告知|答应)(?:是|了|的|我们|可|，)?$")
"""财政那边说一季度能到位: whoever speaks is not what is spoken of."""
AGENTS = tuple("厅局委办会府司里家组部院所站方理位主门区县市省镇村队长总工们")
"""What the names of offices and people in office end in."""

OBJECTS_FOLLOW = frozenset({"完成", "已完成", "累计完成", "新完成", "完成了", "本周完成", "共完成", "已累计完成"})
"""Between a node and works: the works are what is done of the node."""
PAPER_OUT = late(r"批[复文件]|正式文|文件|意见书?|函|证|红头")
REST_OF_IT = late(r"[ 、]?(?:还有|还差|剩下?的?|剩余的?|其余的?|余下的?|另外?的?|尾款)")
PRELIMINARY = ("拆除", "清理", "清运", "清表", "放线", "交底", "围挡", "打围", "腾空", "断水", "搬空")
"""What is done before works: its end is not theirs."""
BOUGHT = ("采购方", "采购合", "采购文", "采购招", "采购程", "招采", "选型", "订货", "货款", "供货商", "厂家")
"""What is said of works that are only bought."""
BOUGHT_THING = late(r"[\u4e00-\u9fff]{0,4}(?:采购(?!安装)|招采|选型|订货)")
LAST_OF_THEM = late(r"最后的?[一二两三四五几\d]*[台片根跨联段榀节块座基个户栋套组]")
"""龙门吊最后一台月底装完: with the last of them all are done."""

LOWER_LAYERS = ("水稳", "水稳层", "底基层", "基层", "下面层", "中面层", "垫层")
DOING = ("安装", "铺设", "施工", "改造", "架设", "吊装", "敷设", "建设", "制作安装", "装修", "整治", "修缮", "加固")
GENERIC_WORK = ("施工", "工程", "作业", "建设", "安装", "浇筑")
BUILT = late(r"[\u4e00-\u9fff](?:站|池|楼|房|库|桥|路|墙|沟|井|塔|坝|闸|堤|场|棚|台|管|梁|柱|板|渠|洞|架|馆|院)$")
CLEARED = ("拆除", "拆完", "拆掉", "拆了")
"""Right behind works: the old ones are gone, 溢洪道拆除完."""
SEVERAL = late(r"[到至、-]")
BUILT_ON_SITE = frozenset({NodeKind.FOUNDATION, NodeKind.STRUCTURE, NodeKind.INSTALLATION})


@dataclass(slots=True)
class Target:
    """Who is spoken of: without nodes it is the project."""

    nodes: dict[str, NodeEntry] = field(default_factory=dict)
    works: bool = False
    """Whether it is work that is no node of the project."""
    part: bool = False
    """Whether it is a part of the node."""
    closed: bool = False
    """Whether the node was said to be done."""
    foreign: bool = False
    """Whether it is a thing that nobody here knows."""
    reopened: bool = False
    """Whether the node was said to be done, and something of it is still out."""
    strange: bool = False
    """Whether something unknown is spoken of beside the node in force: its end and its percent are not the node's."""
    passing: bool = False
    """Whether it is a part only in the clause that names the works: 主墩桩基44根成孔38根."""

    @property
    def whole(self) -> bool:
        """Whether it is a node, or the project, as a whole."""
        return not (self.works or self.part or self.foreign or self.strange)


class Aim(NamedTuple):
    """A segment whose target is looked for, with what it follows."""

    text: str
    segment: Segment
    clause: Clause
    judgement: Judgement
    before: Target
    excepted: Collection[str]
    """Parts that were left out: 除3号楼外."""
    projects: Sequence[ProjectEntry]

    def subjects(self, kind: Kind) -> list[Token]:
        """The subjects of one kind."""
        return [token for token in self.segment.subjects if token.kind is kind]

    @property
    def marks(self) -> frozenset[Mark]:
        """The small words of the segment."""
        return self.segment.said

    @property
    def first_word(self) -> int:
        """Where the first thing stands that could be read."""
        tokens = self.segment.tokens
        return tokens[0].start if tokens else self.segment.end


def target_of(aim: Aim) -> Target:
    """The target of a segment, given that of the one before it."""
    marks = aim.marks
    part = _is_part(aim, marks)
    if aim.segment.subjects:
        if nodes := aim.subjects(Kind.NODE):
            return _of_nodes(aim, nodes, part)
        if works := _works_of(aim):
            return _of_works(aim, works, part)
    if marks >= {Mark.OTHERS, Mark.UNCHANGED} or _is_of_whole_project(aim):
        return Target(part=part)
    if by_verb := _of_verb(aim):
        return Target(by_verb, part=part)
    return _after_the_end(aim, part) if aim.before.closed else _inherited(aim, part)


def _works_of(aim: Aim) -> list[Token]:
    """The works spoken of, without what only ends the name of a part: 3号方阵."""
    parts = aim.subjects(Kind.PART)
    return [
        each
        for each in aim.subjects(Kind.WORK)
        if not any(part.start < each.start and each.end == part.end for part in parts)
    ]


def _is_of_whole_project(aim: Aim) -> bool:
    """整体完成60%, but not 全线三十一公里, which only tells how much there is to do."""
    hit = WHOLE_PROJECT.match(aim.text, aim.segment.start, aim.segment.end)
    if hit is None:
        return False
    return not any(
        token.kind is Kind.NUMBER and token.value.unit and 0 <= token.start - hit.end() <= 2
        for token in aim.segment.body
    )


def _of_verb(aim: Aim) -> dict[str, NodeEntry]:
    """4800户全部改完: where no node is named, the one whose name holds the verb of what was counted."""
    if aim.before.nodes and not aim.before.closed:
        verb = _verb_before_count(aim)
        if not verb or any(verb in node.name for node in aim.before.nodes.values()):
            return {}
    else:
        verb = _verb_of_count(aim) or _verb_before_count(aim)
    if not verb:
        return {}
    found: dict[str, NodeEntry] = {}
    for project in aim.projects:
        fitting = [node for node in project.nodes if node.kind in COUNTED_KINDS and verb in node.name]
        if len(fitting) == 1:
            found[project.id] = fitting[0]
    return found


def _verb_before_count(aim: Aim) -> str:
    """The character of the verb that a clause begins with before its count: 装 of 装了11兆瓦."""
    if Kind.NUMBER not in aim.segment.kinds:
        return ""
    said = VERB_FIRST.match(aim.text, aim.segment.start, aim.segment.end)
    numbers = [token for token in aim.segment.body if token.kind is Kind.NUMBER and token.value.unit]
    if not said or not numbers or numbers[0].start != said.end():
        return ""
    counted_before = numbers[0].value.unit in aim.text[max(0, aim.segment.start - 30) : aim.segment.start]
    return "" if counted_before else said["verb"]


def _verb_of_count(aim: Aim) -> str:
    """The character of the verb that ends what was counted before it: 改 of 改完."""
    if Kind.NUMBER not in aim.segment.kinds:
        return ""
    counted = False
    for token in aim.segment.body:
        if token.kind is Kind.NUMBER and token.value.unit:
            counted = True
        elif counted and token.kind is Kind.MARK and token.value in (Mark.DONE, Mark.DONE_PAST):
            verb = token.text[0] if token.text[0] in VERBS else aim.text[token.start - 1]
            return verb if verb in VERBS else ""
    return ""


VERBS = frozenset("改拆签铺装挖栽砌浇架打钻吊迁修搬埋焊种")
VERB_FIRST = late(rf"[，、 ]?(?:又|已经?|共|累计|一共)?(?P<verb>[{''.join(sorted(VERBS))}])(?:了|完了?|好了?)")
COUNTED_KINDS = WORKS_KINDS | {NodeKind.ACQUISITION, NodeKind.UTILITIES}


def _is_part(aim: Aim, marks: Collection[Mark]) -> bool:
    """Whether only a part is spoken of; 1到6号楼全部 are all."""
    if any(NUMBERED.search(aim.text, max(aim.segment.start, t.start - 6), t.start) for t in aim.subjects(Kind.NODE)):
        return True
    named = _parts(aim)
    all_of_them = Mark.ALL in marks or Mark.WHOLE in marks
    if named and all_of_them and all(SEVERAL.search(token.text) for token in named):
        return Mark.EXCEPT in marks
    return bool(named) or Mark.PART in marks or Mark.EXCEPT in marks


NUMBERED = late(r"[0-9一二三四五六七八九十][号#][、和]?[0-9一二三四五六七八九十]{1,2}[号#]$")
"""Right before a node: 1号2号拦挡坝 are some of several."""


def _parts(aim: Aim) -> list[Token]:
    """The parts spoken of; 做完北面, 打完了第一遍: those that stand behind an end are what has ended."""
    if Kind.PART not in aim.segment.kinds:
        return []
    tokens = aim.segment.tokens
    named = [token for token in aim.subjects(Kind.PART) if token.text not in aim.excepted]
    return named + [
        token
        for place, token in enumerate(tokens)
        if token.kind is Kind.PART and (end := end_before(tokens, place)) is not None and token.start - end.end <= 2
    ]


# nodes ------------------------------------------------------------------------------------------------------


def _of_nodes(aim: Aim, nodes: Sequence[Token], part: bool) -> Target:
    found: Mapping[str, NodeEntry] = nodes[0].value.nodes
    if nodes[-1].value.weak and BOUGHT_THING.match(aim.text, nodes[-1].end):
        return Target(foreign=True)  # 制冰机组采购方式定了
    works = aim.subjects(Kind.WORK)
    if any(_is_outside(aim.text, token, nodes, found) for token in works):
        return Target(works=True)
    part = part or _is_one_of_several(aim, nodes[0], found)
    inner = any(
        not _is_named(token, found) and not _is_beside(aim.text, token) for token in works
    ) or _ends_something_else(aim, nodes[-1], found)
    part = part or any(_is_lower_layer(token, found) for token in nodes)
    return Target(nodes=dict(found), part=part or inner, passing=inner and not part)


def _is_beside(text: str, work: Token) -> bool:
    """规证、施工证都办下来了: a procedure of no plan that is only told of together with the node."""
    return work.value is None and text.startswith(("、", "和", "及", "与", "跟"), work.end)


def _is_one_of_several(aim: Aim, node: Token, found: Mapping[str, NodeEntry]) -> bool:
    """映月站主体封顶 of a node 车站主体: one of the stations, by its own name."""
    if Mark.ALL in aim.marks or node.start <= aim.segment.start:
        return False
    end = node.start + (node.text[0] in HEADS)
    one = ONE_BY_NAME.search(aim.text, max(aim.segment.start, node.start - 6), end)
    if one is None or any(one["head"] not in each.name or one[0][-2:] in each.name for each in found.values()):
        return False
    if is_everyday(one["own"]):
        return False  # 教学楼主体
    return not any(one["own"] in (each.name + "".join(each.aliases)) for each in aim.projects)


def _is_lower_layer(said: Token, found: Mapping[str, NodeEntry]) -> bool:
    """路面水稳铺完了: a layer that others are laid upon."""
    return said.text.endswith(LOWER_LAYERS) and not any(node.name.endswith(LOWER_LAYERS) for node in found.values())


def _is_named(work: Token, nodes: Mapping[str, NodeEntry]) -> bool:
    """Whether works are the node itself: 主体施工 for 主体结构."""
    plain = work.text
    for end in GENERIC_WORK:
        plain = plain.removesuffix(end)
    return all(plain in node.name or is_all_of(node, work.text) for node in nodes.values())


def _ends_something_else(aim: Aim, node: Token, found: Mapping[str, NodeEntry]) -> bool:
    """Whether a thing that nobody knows stands between a built node and its end: 厂房地面混凝土浇完."""
    if not all(each.kind in BUILT_ON_SITE for each in found.values()):
        return False
    if aim.text.startswith(CLEARED, node.end) and not any("拆" in each.name for each in found.values()):
        return True
    after = [token for token in aim.segment.tokens if token.start >= node.end]
    end = next((each for each in after if each.kind is Kind.MARK and each.value in (Mark.DONE, Mark.DONE_PAST)), None)
    if end is None or any(token.kind is Kind.NUMBER for token in after if token.start < end.start):
        return False
    between = LAST_OF_THEM.sub("", aim.text[node.end : after[0].start])
    if between.startswith(PRELIMINARY) and not any(between[:2] in each.name for each in found.values()):
        return True  # 门诊改造拆除完了
    return len(HAN.findall(DURING_WORK.sub("", FILLERS.sub("", between)))) >= 3


def _is_outside(text: str, work: Token, nodes: Sequence[Token], found: Mapping[str, NodeEntry]) -> bool:
    """Whether works beside a node's name are none of the node: 铁塔基础 for 铁塔组立."""
    gap = text[nodes[-1].end : work.start] if work.start >= nodes[-1].end else ""
    if gap in OBJECTS_FOLLOW:
        return False  # 室外配套完成雨水管600米
    if "的" in gap and len(gap) > 1:
        return False  # 入户改造的水管材料款
    if work.text.endswith("预制") and 0 <= nodes[0].start - work.end <= 1:
        return not any("预制" in node.name for node in found.values())  # 高架桥预制箱梁
    if work.value is None:
        return any(0 <= work.start - node.end <= 1 for node in nodes)
    if any(0 <= work.start - node.end <= 1 and node.text.endswith(DOING) for node in nodes):
        return False  # 储罐安装壁板: what is done is named, then what it is done to
    return not all(holds(node, stage_of(work), work.text) for node in found.values())


# works ------------------------------------------------------------------------------------------------------


def _of_works(aim: Aim, works: Sequence[Token], part: bool) -> Target:
    first, before = works[0], aim.before
    current = before.nodes if aim.clause.gap < Gap.ITEM and not before.closed else {}
    if any(token.value is Stage.PREFABRICATION for token in works):
        return Target(works=True)
    if first.value is not None and aim.text.startswith(BOUGHT, first.end):
        return Target(foreign=True)  # 压缩机采购方式定了
    if first.value is None:
        return Target(nodes=dict(current)) if current and _is_busy_with(aim, first) else Target(works=True)
    close = aim.clause.gap < Gap.STOP and not before.closed
    found = {
        project.id: node
        for project in aim.projects
        if (
            node := owner_of_work(
                project, first.text, stage_of(first), current.get(project.id), close or first.text in WORK_VERBS
            )
        )
    }
    if not found:
        return Target(works=True)
    own = all(is_all_of(node, first.text) for node in found.values())
    return Target(nodes=found, part=part or not own)


def _is_busy_with(aim: Aim, work: Token) -> bool:
    """正在做环评: the procedure is but what is being done for the node in force."""
    if aim.clause.gap >= Gap.SEMICOLON:
        return False
    return any(
        token.kind is Kind.MARK and token.value is Mark.PROGRESS and 0 <= work.start - token.end <= 2
        for token in aim.segment.body
    )


# neither ----------------------------------------------------------------------------------------------------


def _after_the_end(aim: Aim, part: bool) -> Target:
    """After a node is done the talk is of the project, unless only the day of its end is added, or what it lacks."""
    if aim.clause.gap <= Gap.COMMA and (Mark.LACK in aim.marks or _only_counts(aim)):
        return Target(dict(aim.before.nodes), part=part)
    if reopened := _still_out(aim):
        return Target(reopened, part=part, reopened=True)
    only_dated = aim.judgement.status in (None, Status.DONE) and aim.judgement.done_on is not None
    return Target(dict(aim.before.nodes), closed=True) if only_dated else Target(part=part)


def _still_out(aim: Aim) -> dict[str, NodeEntry]:
    """审查通过，批复还没出 of a permit, 批了一个亿，剩下的下月到 of money: the node is not at its end after all."""
    if aim.clause.gap > Gap.COMMA:
        return {}
    said = aim.text[aim.segment.start : aim.segment.end]
    waits = Act.PENDING in aim.judgement.acts and aim.judgement.status is Status.IN_PROGRESS
    paper = waits and PAPER_OUT.search(said) is not None
    rest = REST_OF_IT.match(said) is not None
    return {
        project: node
        for project, node in aim.before.nodes.items()
        if (paper and node.kind in PERMITS) or (rest and node.kind is NodeKind.FINANCING)
    }


def _only_counts(aim: Aim) -> bool:
    """沉箱预制7月18日完成，48个: a count by itself is of what has just ended."""
    bare = [token for token in aim.segment.tokens if token.kind is not Kind.MARK]
    if len(bare) != 1 or bare[0].kind is not Kind.NUMBER:
        return False
    return len(HAN.findall(aim.text[aim.segment.start : bare[0].start])) <= 2


def _inherited(aim: Aim, part: bool) -> Target:
    before, close = aim.before, aim.clause.gap < Gap.SEMICOLON
    stranger = not aim.clause.label and _names_stranger(aim)
    if stranger and BUILT.search(aim.text[aim.segment.start : aim.first_word]):
        return Target(works=True)
    foreign = not close or not before.nodes if stranger else close and before.foreign
    goes_on = aim.clause.gap <= Gap.COMMA and not aim.judgement.of_all
    the_rest = any(token.text in aim.excepted for token in aim.subjects(Kind.PART))
    part = part or (before.part and not before.passing and goes_on and not the_rest)
    strange = stranger and bool(before.nodes) and not foreign
    return Target(dict(before.nodes), before.works, part, foreign=foreign, strange=strange)


def _names_stranger(aim: Aim) -> bool:
    """Whether a clause begins with a thing that is neither a node nor an office: 工地的电还是没接."""
    lead = ON_THE_SITE.sub("", aim.text[aim.segment.start : aim.first_word])
    if len(lead) < 2:
        return False
    for cue in sorted(CUE_WORDS.find(lead), key=lambda each: -each.start):
        lead = lead[: cue.start] + lead[cue.end :]
    if SPEAKS.search(lead):
        return False
    if aim.judgement.status is Status.BLOCKED and any(
        each.value in OUTSIDE for each in problem_spans(lead, 0, len(lead))
    ):
        return False  # 天太冷停工了
    lead = FILLERS.sub("", lead)
    return len(HAN.findall(lead)) >= 2 and not lead.endswith(AGENTS)
