"""Whether a node that is named is spoken of as a whole, in part, or only what stands beside it."""

import re
from collections.abc import Mapping, Sequence

from language.affinity import is_never_done
from language.belonging import holder, holds, is_all_of
from language.facts import Act
from language.late import late
from language.names.clause import is_everyday
from language.report.aim import Aim, Target
from language.report.guessed import is_own_trade, worked_on
from language.report.lexing import stage_of
from language.report.small_words import FILLERS, HAN
from language.report.tokens import Kind, Token
from language.structure import Gap
from language.tables import phrases
from language.tables.marks import Mark
from language.tables.trades import TRADE_VERBS
from language.words import any_of
from models.registry import NodeEntry
from models.vocabulary import NodeKind, Status

DURING_WORK = any_of(phrases.DURING_WORK)
HEADS = frozenset("站楼桥井塔池闸馆")
ONE_BY_NAME = late(
    r"(?P<own>[\u4e00-\u9fff]{2,3})(?<![座个栋幢条每各整全本该和及、目前周])(?P<head>[站楼桥井塔池闸馆])$"
)
ONE_BEHIND = late(r"(?P<own>[\u4e00-\u9fff]{2,3})(?P<head>[站楼桥井塔池闸馆])(?=[全都已也完没还正在昨今上本0-9])")

OBJECTS_FOLLOW = frozenset({"完成", "已完成", "累计完成", "新完成", "完成了", "本周完成", "共完成", "已累计完成"})
"""Between a node and works: the works are what is done of the node."""
PRELIMINARY = ("拆除", "清理", "清运", "清表", "放线", "交底", "围挡", "打围", "腾空", "断水", "搬空")
"""What is done before works: its end is not theirs."""
BOUGHT_THING = late(r"[\u4e00-\u9fff]{0,4}(?:采购(?!安装)|招采|选型|订货)")
ONE_SIDE = late(r"(?<![东西南北左右])[东西南北左右]半?(?:片|线|段|侧|幅|区|块|头|翼|跨|环|洞|角)")
"""Before a day: one side of what is built."""
TESTS = late(
    r"(?:试验|(?<!安装)调试|检测|试压|验收|养护|拆模|拆架|放样|交底|清洗|冲洗|受电|充电|通电|取芯|探伤|标定|试吊|试拼)的?$"
)
"""Between a node and its day: what is done before or behind it."""
LAST_OF_THEM = late(r"最后的?[一二两三四五几\d]*[台片根跨联段榀节块座基个户栋套组仓环幅层方]")
"""龙门吊最后一台月底装完: with the last of them all are done."""

LAST_LAYERS = ("沥青", "上面层", "面层", "罩面", "油面", "铺油", "标线", "划线")
"""What comes last: as long as it is not begun, the works may well be under way."""
LOWER_LAYERS = ("水稳", "水稳层", "底基层", "基层", "下面层", "中面层", "垫层")
DOING = ("安装", "铺设", "施工", "改造", "架设", "吊装", "敷设", "建设", "制作安装", "装修", "整治", "修缮", "加固")
GENERIC_WORK = ("施工", "工程", "作业", "建设", "安装", "浇筑")
CLEARED = ("拆除", "拆完", "拆掉", "拆了")
"""Right behind works: the old ones are gone, 溢洪道拆除完."""
DATED_IN_PARTS = frozenset(
    {NodeKind.FOUNDATION, NodeKind.STRUCTURE, NodeKind.INSTALLATION, NodeKind.OTHER, NodeKind.UTILITIES}
)
BUILT_ON_SITE = frozenset({NodeKind.FOUNDATION, NodeKind.STRUCTURE, NodeKind.INSTALLATION})


def of_nodes(aim: Aim, nodes: Sequence[Token], part: bool) -> Target:
    """The target of a segment that names nodes."""
    found: Mapping[str, NodeEntry] = nodes[0].value.nodes
    if aim.before.nodes and not aim.before.closed and _only_waited_for(aim, found):
        return Target(foreign=True)
    if nodes[-1].value.weak and BOUGHT_THING.match(aim.text, nodes[-1].end):
        return Target(foreign=True)  # 制冰机组采购方式定了
    works = [each for each in aim.subjects(Kind.WORK) if not _is_end(aim, each)]
    worked = worked_on(aim)
    if worked is not None and not any(holds(node, worked.value, worked.text) for node in found.values()):
        owners = {each.id: holder(each, worked.text, worked.value) for each in aim.projects if each.id in found}
        known = {project: node for project, node in owners.items() if node}
        return Target(known, works=not known, part=True)
    if any(_is_outside(aim.text, token, nodes, found) for token in works):
        return Target(dict(found), part=True) if is_own_trade(aim, found.values()) else Target(works=True)
    if not works and _is_of_other_works(aim, nodes[-1], found):
        return Target(works=True)
    part = part or _is_one_of_several(aim, nodes[0], found)
    inner = any(
        not _is_named(token, found) and not _is_beside(aim.text, token) for token in works
    ) or _ends_something_else(aim, nodes[-1], found)
    inner = inner or _dates_something_else(aim, nodes[-1], found)
    inner = inner and LAST_OF_THEM.search(aim.text, aim.segment.start, aim.segment.end) is None
    part = part or any(_is_lower_layer(token, found) for token in nodes)
    if aim.judgement.status is Status.NOT_STARTED:
        part = part or any(_is_layer(token, found, LAST_LAYERS) for token in nodes)
    return Target(nodes=dict(found), part=part or inner, passing=inner and not part)


def _only_waited_for(aim: Aim, found: Mapping[str, NodeEntry]) -> bool:
    """征迁还没启动，得等用地批复: what the node spoken of waits for is not what is told."""
    if aim.text.startswith(("（", "("), aim.clause.end):
        return False  # what follows in brackets is told of it
    if aim.clause.gap is not Gap.COMMA or Mark.WAITING not in aim.marks or found == aim.before.nodes:
        return False
    if aim.judgement.acts == {Act.PENDING}:
        return False  # 未开工，等施工图审查合格书
    first = next((each for each in aim.segment.body if each.value is Mark.WAITING), None)
    return first is not None and first.end <= aim.segment.subjects[0].start and first.start - aim.segment.start <= 3


def _is_end(aim: Aim, work: Token) -> bool:
    """钢箱梁昨天合龙, 膜结构张拉完: what closes one works may be the end that is told of others."""
    return any(
        each.kind is Kind.MARK and each.start == work.start and each.end >= work.end for each in aim.segment.body
    )


def _is_beside(text: str, work: Token) -> bool:
    """规证、施工证都办下来了: a procedure of no plan that is only told of together with the node."""
    beside = ("、", "和", "及", "与", "跟")
    return work.value is None and (text.startswith(beside, work.end) or text.endswith(beside, 0, work.start))


def _is_one_of_several(aim: Aim, node: Token, found: Mapping[str, NodeEntry]) -> bool:
    """映月站主体封顶, 围护结构映月站全部完成 of a node 车站主体: one of the stations, by its own name."""
    one = ONE_BEHIND.match(aim.text, node.end, aim.segment.end)
    if one is not None and (one["own"][0] in JOINS or _names_another(aim, one, found)):
        return False  # 清水池和滤池都完了, 教学楼宿舍楼都封顶了
    if one is not None:
        return all(one["head"] in each.name and one["own"] not in each.name for each in found.values())
    if Mark.ALL in aim.marks or node.start <= aim.segment.start:
        return False
    end = node.start + (node.text[0] in HEADS)
    one = ONE_BY_NAME.search(aim.text, max(aim.segment.start, node.start - 6), end)
    if one is None or any(one["head"] not in each.name or one[0][-2:] in each.name for each in found.values()):
        return False
    if is_everyday(one["own"]):
        return False  # 教学楼主体
    return not any(one["own"] in (each.name + "".join(each.aliases)) for each in aim.projects)


JOINS = frozenset("和与跟及同、")


def _names_another(aim: Aim, one: re.Match[str], found: Mapping[str, NodeEntry]) -> bool:
    """教学楼|宿舍楼: what stands behind a node is another one of the plan, and not one of several of its own."""
    said = one["own"] + one["head"]
    return any(said in node.name for each in aim.projects for node in each.nodes if node not in found.values())


def _is_lower_layer(said: Token, found: Mapping[str, NodeEntry]) -> bool:
    """路面水稳铺完了: a layer that others are laid upon."""
    return _is_layer(said, found, LOWER_LAYERS)


def _is_layer(said: Token, found: Mapping[str, NodeEntry], layers: tuple[str, ...]) -> bool:
    return said.text.endswith(layers) and not any(word in node.name for node in found.values() for word in layers)


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
    if after[0].kind is Kind.WORK and after[0] is not end and _is_of_a_piece(between):
        return True  # 生化池盖板吊装完成
    if between.startswith(PRELIMINARY) and not any(between[:2] in each.name for each in found.values()):
        return True  # 门诊改造拆除完了
    return len(HAN.findall(DURING_WORK.sub("", FILLERS.sub("", between)))) >= 3


def _is_of_a_piece(between: str) -> bool:
    """Whether a thing that nobody knows stands between a node and what is done to it."""
    return len(HAN.findall(DURING_WORK.sub("", FILLERS.sub("", between)))) >= 2


def _dates_something_else(aim: Aim, node: Token, found: Mapping[str, NodeEntry]) -> bool:
    """生化池倒水试验10月底前做, 堆场西片月底硬化完: the day is of a test or of one side."""
    judgement = aim.judgement
    if not judgement.dated or not all(each.kind in DATED_IN_PARTS for each in found.values()):
        return False
    said = [
        token for token in aim.segment.body if token.kind is Kind.DATE or token.value in (Mark.DONE, Mark.DONE_PAST)
    ]
    side = ONE_SIDE.search(aim.text, aim.segment.start, said[0].start) if said and judgement.due_on else None
    if side is not None and Mark.ALL not in aim.marks:
        names = [*(node.name for node in found.values()), *(project.name for project in aim.projects)]
        return not any(side[0] in name for name in names)
    behind = [token for token in said if token.start >= node.end]
    if not any(TESTS.search(aim.text, node.end, token.start) for token in behind):
        return False
    return not any(TESTS.search(each.name) for each in found.values())


def _stands_on_it(node: NodeEntry) -> bool:
    return node.kind is NodeKind.INSTALLATION and "基础" not in node.name


def _is_of_other_works(aim: Aim, node: Token, found: Mapping[str, NodeEntry]) -> bool:
    """顶进工作坑开挖了: what is done to a thing behind the node's word is never done for the node."""
    after = [token for token in aim.segment.tokens if token.start >= node.end]
    verb = next((token for token in after if token.kind is Kind.WORK and token.text in TRADE_VERBS), None)
    if verb is None or verb is not after[0] or len(HAN.findall(aim.text[node.end : verb.start])) < 2:
        return False
    if FILLERS.sub("", aim.text[node.end : verb.start]) != aim.text[node.end : verb.start]:
        return False
    return all(is_never_done(each.name, each.kind, verb.text) for each in found.values())


def _is_outside(text: str, work: Token, nodes: Sequence[Token], found: Mapping[str, NodeEntry]) -> bool:
    """Whether works beside a node's name are none of the node: 铁塔基础 for 铁塔组立."""
    gap = text[nodes[-1].end : work.start] if work.start >= nodes[-1].end else ""
    if gap in OBJECTS_FOLLOW:
        return False  # 室外配套完成雨水管600米
    if "的" in gap and len(gap) > 1:
        return False  # 入户改造的水管材料款
    if work.text.endswith("预制") and 0 <= nodes[0].start - work.end <= 1:
        return not any("预制" in node.name for node in found.values())  # 高架桥预制箱梁
    if work.text.endswith("基础") and all(_stands_on_it(node) for node in found.values()):
        return True  # 支架基础 for 支架安装
    if work.value is None:
        return any(0 <= work.start - node.end <= 1 for node in nodes)
    if any(0 <= work.start - node.end <= 1 and node.text.endswith(DOING) for node in nodes):
        return False  # 储罐安装壁板: what is done is named, then what it is done to
    if gap.endswith(("开始", "正在", "在", "正")) and work.text in TRADE_VERBS:
        return any(is_never_done(node.name, node.kind, work.text) for node in found.values())  # 主变基础开始支模
    return not all(holds(node, stage_of(work), work.text) for node in found.values())
