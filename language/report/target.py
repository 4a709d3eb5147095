"""Whom a segment speaks of: its own subject, the one before, or the project as a whole."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from language.affinity import is_done_by
from language.amounts import NumberKind
from language.belonging import PERMITS, WORKS_KINDS, holder, holds, is_all_of, owner_of_work
from language.late import late
from language.report.aim import Aim, Target
from language.report.guessed import guessed, is_of_another_trade, names_thing, of_the_last, outdone, sets_up_machine
from language.report.inherited import after_the_end, inherited, of_new_day
from language.report.lexing import stage_of
from language.report.named_nodes import of_nodes
from language.report.only_paper import only_paper
from language.report.subjects import end_before
from language.report.tokens import Kind, Token
from language.structure import Gap
from language.tables import phrases
from language.tables.marks import Mark
from language.tables.parts import MACHINES
from language.tables.trades import TRADE_VERBS
from language.tables.works import WORK_VERBS, Stage
from language.terms import nodes_of_kind
from language.words import any_of
from models.registry import NodeEntry, ProjectEntry
from models.vocabulary import NodeKind, Status

NOW = r"(?:目前|现在|现)?"
WHOLE_PROJECT = late(
    rf"{NOW}(?:{any_of(phrases.WHOLE_PROJECT).pattern})"
    rf"|{NOW}(?:{any_of(phrases.WHOLES).pattern})(?:整体|总体|建设)?(?![前名概部管方经图]|\d(?!\d?[月日号.]|[\d.]*%))"
)

ALL_STOPS = late(r"(?:整个|全)(?:部|体)?(?:工程|项目|工地|[厂场园矿校站库院]区?|标段)[^，。；]{0,8}[停歇]")
"""全工程于8月3日起停工: of the whole project, whatever was spoken of before."""

BOUGHT = ("采购方", "采购合", "采购文", "采购招", "采购程", "招采", "选型", "订货", "货款", "供货商", "厂家")
"""What is said of works that are only bought."""

TURNS_TO = late(r"[，、 ]?(?:现在?|目前|已经?|正|开始|接着|随即|立即)*(?:转[入为到进序]|接着|开始|现在)")
"""基坑支护做完，转入土方开挖: what a clause begins with that goes on to the works behind those that have ended."""

BARE_SHARE = late(
    r"[，、 ]*(?:目前|现在?|至今|到现在|累计|已经?|一?共|总共|总体|整体|总的|大概|大约|约|差不多"
    r"|(?:形象|工程|施工|总)?进度)*"
    r"(?:完成|干到|做到|达到?|到|干了|做了)?了?(?:约|大概)?(?:\d[\d.]*%|百分之[零一二三四五六七八九十百点\d]+|[一二三四五六七八九]成[半一二三四五六七八九]?)(?:左右|上下)?了?"
)
"""Nothing but how much is done."""

OF_ALL_WORKS = late(
    r"[，、 ]*(?:目前|现在?|累计|已经?|共)*(?:完成|占)?了?(?:总工程量|工程总量|全部工程量)的?(?:约|大概)?"
    r"(?:\d[\d.]*%|百分之[零一二三四五六七八九十百点\d]+|[一二三四五六七八九]成[半一二三四五六七八九]?)(?:左右)?"
)

VERBS_OF_PLANS = frozenset("改拆铺装挖栽砌浇架打钻吊迁修搬埋焊种填贴刷敷立掘植")
"""What is said to be done, and stands in the name of a node."""
OTHERS_UNCHANGED = frozenset({Mark.OTHERS, Mark.UNCHANGED})
SEVERAL = late(r"[到至、-]")


def target_of(aim: Aim) -> Target:
    """The target of a segment, given that of the one before it."""
    marks = aim.marks
    part = _is_part(aim, marks)
    if aim.before.nodes and not aim.before.closed and _is_among(aim):
        return Target(dict(aim.before.nodes), part=True)
    if aim.before.closed and aim.before.nodes and _sums_up(aim):
        return Target(dict(aim.before.nodes), part=part)
    if last := of_the_last(aim):
        return Target(last)
    if aim.segment.subjects:
        nodes, works = aim.subjects(Kind.NODE), _works_of(aim)
        under_way = aim.judgement.status is Status.IN_PROGRESS
        if works and aim.before.closed and (under_way or _turns_to(aim)):
            found = of_nodes(aim, nodes, part) if nodes else _of_works(aim, works, part)
            return Target(works=True) if found.nodes == aim.before.nodes else found
        if nodes:
            return of_nodes(aim, nodes, part)
        if works:
            return _of_works(aim, works, part)
    if marks >= OTHERS_UNCHANGED or _is_of_whole_project(aim):
        return Target(part=part)
    if not aim.segment.subjects and _is_of_the_same(aim):
        return after_the_end(aim, part) if aim.before.closed else inherited(aim, part)
    beside = aim.told_beside and BARE_SHARE.fullmatch(_said(aim)) is not None
    if aim.clause.gap <= Gap.COMMA and (beside or OF_ALL_WORKS.fullmatch(_said(aim))):
        # 混凝土断供，56%; 五层顶板浇完了，完成83%; 备案没下文，温室基础浇完，完成一成五
        return Target({each: node for each, node in aim.before.nodes.items() if node.kind not in PERMITS})
    if by_verb := _of_verb(aim):
        return Target(by_verb, part=part)
    if unsigned := _of_households(aim):
        return Target(unsigned, part=part)
    if granted := only_paper(aim):
        return Target(granted, part=part)
    if not aim.segment.subjects and (put_off := of_new_day(aim)):
        return put_off
    if likely := guessed(aim):
        return _of_likely(aim, likely, part)
    if sets_up_machine(aim):
        return Target(works=True)
    if not aim.before.closed and is_of_another_trade(aim, aim.before.nodes.values()):
        return Target(works=True)
    return after_the_end(aim, part) if aim.before.closed else inherited(aim, part)


def _said(aim: Aim) -> str:
    return aim.text[aim.segment.start : aim.segment.end].strip("，,。；; ")


def _of_likely(aim: Aim, likely: dict[str, NodeEntry], part: bool) -> Target:
    """What nobody entered: of the node in force it is told of as if it had not been named."""
    if likely == aim.before.nodes:
        kept = after_the_end(aim, part) if aim.before.closed else inherited(aim, part)
        if aim.before.closed or not (kept.foreign or kept.strange):
            return kept
    throughout = any(each.value is Mark.WHOLE and each.text[0] == "全" for each in aim.segment.body)  # 管线4公里全通
    return Target(likely, part=part or (names_thing(aim) and not throughout))


SUMMED = late(r"[，、 ]?(?:累计|总共|一?共计?|合计|总计)[\u4e00-\u9fff]{0,3}(?=[\d一二三四五六七八九十两百千])")


def _sums_up(aim: Aim) -> bool:
    """堤身加培全部完工，累计填筑118万立方米: behind an end, how much it was."""
    if aim.clause.gap > Gap.COMMA or Kind.NUMBER not in aim.segment.kinds:
        return False
    if not all(
        each.kind is Kind.WORK and (each.text in WORK_VERBS or each.text in TRADE_VERBS)
        for each in aim.segment.subjects
    ):
        return False
    said = SUMMED.match(aim.text, aim.segment.start, aim.segment.end)
    return said is not None and any(each.kind is Kind.NUMBER and each.start == said.end() for each in aim.segment.body)


AMONG = late(r"[，、 （(]?(?:其中|这里面|这里头|里面|里头|当中)")


def _is_among(aim: Aim) -> bool:
    """其中屋面板9600㎡、墙板4000㎡: what is counted of those that were just told, unless it names a node."""
    if aim.clause.gap > Gap.COMMA or Kind.NUMBER not in aim.segment.kinds or aim.subjects(Kind.NODE):
        return False
    return AMONG.match(aim.text, aim.clause.start) is not None


def _turns_to(aim: Aim) -> bool:
    return TURNS_TO.match(aim.text, aim.segment.start, aim.segment.end) is not None


def _works_of(aim: Aim) -> list[Token]:
    """The works spoken of, without what only ends the name of a part: 3号方阵."""
    parts = aim.subjects(Kind.PART)
    return [
        each
        for each in aim.subjects(Kind.WORK)
        if not any(part.start < each.start and each.end == part.end for part in parts)
    ]


def _from_the_head(aim: Aim, works: Sequence[Token]) -> Sequence[Token]:
    """站厅|吊顶|龙骨: of things named right behind one another the last is spoken of, the others tell where it is."""
    for place, (one, other) in enumerate(pairwise(works)):
        if (
            one.value not in STANDING
            or other.value is None
            or one.end != other.start
            or other.text in WORK_VERBS | MACHINES
        ):
            break
        if any(holder(project, other.text) for project in aim.projects):
            return _from_the_head(aim, works[place + 1 :])
    return works


STANDING = frozenset({Stage.FRAME, Stage.INFILL, Stage.FITTING})


def _is_of_whole_project(aim: Aim) -> bool:
    """整体完成60%, but not 全线三十一公里, which only tells how much there is to do."""
    hit = WHOLE_PROJECT.match(aim.text, aim.segment.start, aim.segment.end)
    if hit is not None and _is_headed_by_node(aim):
        return False
    if hit is None:
        stops = aim.judgement.status is Status.BLOCKED
        return stops and ALL_STOPS.search(aim.text, aim.segment.start, aim.segment.end) is not None
    return not any(
        token.kind is Kind.NUMBER and token.value.unit and 0 <= token.start - hit.end() <= 2
        for token in aim.segment.body
    )


def _is_headed_by_node(aim: Aim) -> bool:
    """水中桩基：形象进度30%: the whole is the node's, right behind its own name."""
    head = aim.text[: aim.segment.start].rstrip("：: ")
    headed = len(head) < aim.segment.start and aim.text[len(head)] in "：:"
    return headed and any(head.endswith(node.name) for node in aim.before.nodes.values())


def _is_under_its_label(aim: Aim, node: NodeEntry) -> bool:
    head = aim.text[: aim.segment.start].rstrip(" ")
    return head.endswith(("：", ":")) and head[-3:-1] in node.name


def _of_verb(aim: Aim) -> dict[str, NodeEntry]:
    """4800户全部改完: where no node is named, the one whose name holds the verb of what was counted."""
    if aim.before.nodes and not aim.before.closed:
        verb = _verb_before_count(aim)
        if not verb or any(verb in node.name for node in aim.before.nodes.values()):
            return {}
    else:
        verb = _verb_of_count(aim) or _verb_before_count(aim)
    verb = verb or _verb_alone(aim)
    if not verb:
        return {}
    found: dict[str, NodeEntry] = {}
    for project in aim.projects:
        fitting = [node for node in project.nodes if node.kind in COUNTED_KINDS and verb in node.name]
        if not fitting and verb in CLEARING:
            fitting = list(nodes_of_kind(project, NodeKind.ACQUISITION))
        if len(fitting) == 1:
            found[project.id] = fitting[0]
    return found


OF_PLANS = f"[{''.join(sorted(VERBS_OF_PLANS))}]"
VERB_ALONE = late(
    rf"[，、 ]?(?:现在?|目前|都|也|还|正)*(?:正?在(?P<verb>{OF_PLANS})|(?P<done>{OF_PLANS})着)呢?"
    rf"|[，、 ]?(?:今[天早]|昨[天晚]|前天|全部?|都|也|已经?|终于|总算|刚)*"
    rf"(?P<ended>(?![改修填打刷贴]){OF_PLANS})(?:完|掉|光|好)了?"
)


def _verb_alone(aim: Aim) -> str:
    """风电|在吊, 光伏|在装, 拆完了: nothing is said but what is being done, or has been."""
    if aim.segment.subjects or (aim.before.nodes and not aim.before.closed):
        return ""
    said = VERB_ALONE.fullmatch(aim.text, aim.segment.start, aim.segment.end)
    return "" if said is None else said["verb"] or said["done"] or said["ended"]


def _is_of_the_same(aim: Aim) -> bool:
    """前头被一根燃气管挡着, 其中解放路段没法开挖: whether nothing but what was spoken of is meant."""
    if HELD_BY.search(aim.text, aim.segment.start, aim.segment.end):
        return True
    return aim.text.startswith(("其中", "，其中"), aim.segment.start) and Kind.NUMBER not in aim.segment.kinds


def _of_households(aim: Aim) -> dict[str, NodeEntry]:
    """街道还有17户没签: of the node that such are counted for, where the plan has one."""
    if aim.segment.subjects or Kind.NUMBER not in aim.segment.kinds:
        return {}
    if UNSIGNED.search(aim.text, aim.segment.start, aim.segment.end) is None:
        return {}
    clearing = {project.id: nodes_of_kind(project, NodeKind.ACQUISITION) for project in aim.projects}
    return {project: nodes[0] for project, nodes in clearing.items() if len(nodes) == 1}


def _verb_before_count(aim: Aim) -> str:
    """The character of the verb that a clause begins with before its count: 装 of 装了11兆瓦."""
    if Kind.NUMBER not in aim.segment.kinds:
        return ""
    said = VERB_FIRST.match(aim.text, aim.segment.start, aim.segment.end)
    numbers = [token for token in aim.segment.body if token.kind is Kind.NUMBER]
    if not said or not numbers or numbers[0].start != said.end():
        return ""
    if numbers[0].value.kind is NumberKind.PERCENT:
        return said["verb"]
    if not numbers[0].value.unit:
        return ""
    before = aim.text[max(0, aim.segment.start - 30) : aim.segment.start]
    clears = said["verb"] in CLEARING and not aim.before.nodes  # 要拆房屋46栋，签了39栋
    return "" if numbers[0].value.unit in before and not clears else said["verb"]


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


UNSIGNED = late(r"[户家][^，。；]{0,3}(?:没|未|不肯|不愿)(?:签|搬|腾|拆|迁|谈)")
HELD_BY = late(r"被[^，。；]{1,14}[挡拦卡压占堵顶绊碍][着住]")
"""被一根燃气管挡着: what holds up is not what is spoken of."""
CLEARING = frozenset("签拆搬迁")
"""拆掉31栋: what is done where land is cleared."""
VERBS = frozenset("改拆签铺装挖栽砌浇架打钻吊迁修搬埋焊种填贴刷敷")
VERB_FIRST = late(
    rf"[，、 ]?(?:目前|现在?|本周|这周|今天|昨天|[到至](?:今天|昨天|目前|现在))?"
    r"(?:又|才|只|(?P<told>已经?|累计|一?共|总共))?"
    rf"(?P<verb>[{''.join(sorted(VERBS))}])"
    r"(?:了|[完好掉走成][了成]?|[进出](?:去|来|新[房居家])?了?|(?(told)(?=[\d一二三四五六七八九十两百])|(?!)))"
)
COUNTED_KINDS = WORKS_KINDS | {NodeKind.ACQUISITION, NodeKind.UTILITIES, NodeKind.OPERATION}


WITHIN_IT = late(r"(?:里面?|里头|其中|当中)(?=[\u4e00-\u9fff])")
"""管线搬迁里燃气完了、电力70%: what stands within a node are its parts."""


def _is_part(aim: Aim, marks: Collection[Mark]) -> bool:
    """Whether only a part is spoken of; 1到6号楼全部 are all."""
    if any(WITHIN_IT.match(aim.text, each.end, aim.segment.end) for each in aim.subjects(Kind.NODE)):
        return True
    if any(NUMBERED.search(aim.text, max(aim.segment.start, t.start - 6), t.start) for t in aim.subjects(Kind.NODE)):
        return True
    if named := _parts(aim):
        all_of_them = Mark.ALL in marks or Mark.WHOLE in marks
        return Mark.EXCEPT in marks or not (all_of_them and all(SEVERAL.search(token.text) for token in named))
    return Mark.PART in marks or Mark.EXCEPT in marks


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


def _of_works(aim: Aim, works: Sequence[Token], part: bool) -> Target:
    works = _from_the_head(aim, works)
    first, before = works[0], aim.before
    current = before.nodes if aim.clause.gap < Gap.ITEM and not before.closed else {}
    made = [each for each in aim.segment.body if each.kind is Kind.WORK and each.start == works[-1].end]
    if any(token.value is Stage.PREFABRICATION for token in (*works, *made)):
        return Target(works=True)
    if first.value is not None and aim.text.startswith(BOUGHT, first.end):
        return Target(foreign=True)  # 压缩机采购方式定了
    if first.value is None and Kind.NUMBER in aim.segment.kinds and (likely := guessed(aim)):
        return Target(likely, part=True)  # 电梯井道做了7个
    if first.value is None:
        return Target(nodes=dict(current)) if current and _is_busy_with(aim, first) else Target(works=True)
    close = aim.clause.gap < Gap.STOP and not before.closed
    owners = {project.id: _owner(aim, project, first, current.get(project.id), close) for project in aim.projects}
    for project in aim.projects:
        owner = owners[project.id]
        labelled = owner is not None and owner is current.get(project.id) and _is_under_its_label(aim, owner)
        if owner is not None and not labelled and outdone(aim, project, owner):
            owners[project.id] = None
    likely = guessed(aim) if None in owners.values() else {}
    known = {project: node or likely.get(project) for project, node in owners.items()}
    found = {project: node for project, node in known.items() if node is not None}
    if not found:
        return Target(works=True)
    own = all(is_all_of(node, first.text) for node in found.values())
    counted = Kind.NUMBER in aim.segment.kinds and aim.clause.gap <= Gap.COMMA
    several = not part and counted and (before.passing or before.several)
    return Target(nodes=found, part=part or not own, several=several)


def _owner(aim: Aim, project: ProjectEntry, work: Token, current: NodeEntry | None, close: bool) -> NodeEntry | None:
    """The node that some works are known to be part of, the one in force, or the one of their stage."""
    held = close or work.text in WORK_VERBS
    stage = stage_of(work)
    if current and _is_under_its_label(aim, current) and stage and holds(current, stage, work.text):
        return current  # 厌氧罐：1号罐壁板正在拼装
    if held and current and _is_own_verb(project, current, work.text):
        return current
    if held and current and holder(project, work.text) is None and is_of_another_trade(aim, [current]):
        current = None
    return owner_of_work(project, work.text, stage_of(work), current, held)


def _is_own_verb(project: ProjectEntry, current: NodeEntry, verb: str) -> bool:
    """钢结构首节柱吊了，目前吊装210吨: the verb of the trade that builds the node in force, and that names no other."""
    return is_done_by(current.name, current.kind, verb) and not any(verb in node.name for node in project.nodes)


def _is_busy_with(aim: Aim, work: Token) -> bool:
    """正在做环评: the procedure is but what is being done for the node in force."""
    if aim.clause.gap >= Gap.SEMICOLON:
        return False
    return any(
        token.kind is Kind.MARK and token.value is Mark.PROGRESS and 0 <= work.start - token.end <= 2
        for token in aim.segment.body
    )
