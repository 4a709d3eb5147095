"""The plan nodes that a stretch of text names, in the projects in force."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from language.belonging import STAGE_WORDS, WORKS_KINDS, cued, elsewhere
from language.late import late
from language.names.tails import node_tail_end
from language.node_words import BARE_ENDS
from language.problem_words import problem_spans
from language.procedures import PROCEDURE_KINDS
from language.report.lexing import Lexed
from language.report.overlaps import settled, without_nodes
from language.report.tokens import Kind, Token
from language.tables.names_of_works import ACTS, TAILS
from language.tables.works import WHOLE_WORKS, WORK_VERBS
from language.terms import OFFICE, NodeMention, index_of
from language.words import listed
from models.registry import NodeEntry, ProjectEntry
from models.vocabulary import NodeKind

CLAUSE_END = late(r"[，。；\n]")
LONG_ACTS = tuple(act for act in ACTS if len(act) > 2)
TOPPED = late(r"[^，。；、层完了\s]{0,16}?封顶")
"""安置房12栋5月15日全部封顶: of two nodes of one thing the last."""
ENDS = frozenset({NodeKind.OPERATION, NodeKind.COMPLETION, NodeKind.ACCEPTANCE})
BEFORE_IT = ("前的", "后的", "之前的", "之后的", "以前的", "以后的", "所需的", "所用的")
TERMS = ("条件", "设计条件", "指标")
"""Behind 规划, what land is offered with before anybody asks for a permit."""
SCARCE = ("缺", "紧缺", "短缺", "缺少")
ROOMS = ("房", "室", "间", "厅", "库", "站")
BUILDINGS = ("楼", "馆", "厅", "塔")
FITTED = ("装修", "装饰")
PAID_FOR = ("补偿", "赔偿", "安置费", "补助", "押金", "款")
PEOPLE_OF = late(r"的(?:商户|居民|农户|牧户|企业|群众|村民|业主|用户|工人|住户|租户)|工地|项目部")
PAYING = frozenset({NodeKind.ACQUISITION, NodeKind.FINANCING, NodeKind.LAND_TRANSFER})
PROJECT_ENDS = frozenset({NodeKind.START, NodeKind.OPERATION, NodeKind.COMPLETION})
PAPERS_OF_ENDS = late(
    r"(?:活动|仪式|典礼|庆典|接入|技术|组织|启动|实施|当天|工作|筹备|保障|安保|应急|[、及和])*(?P<paper>方案|报告|申请|预案|邀请函|请柬|议程)"
)
"""Behind the name of an end: 送电方案批了 tells of a paper, not of 送电."""
DESIGNED = late(r"设计总?(?:数?量|长度?|里程|高度|面积|规模)?[为是共]?[\d一二三四五六七八九十两]")
"""Behind a node: how many of it there are to be, 签约设计203户, and no design."""
STEPS = ("控制价", "拦标价", "挂网", "开标", "评标", "公示", "受理", "挂牌", "组卷", "招拍挂")
"""Names of a procedure that are only a step of it."""

GRANTED_KINDS = PROCEDURE_KINDS | {NodeKind.ACCEPTANCE}
NOT_GRANTED = frozenset(
    listed("没过 未过 没通过 未通过 没批 未批 没下 没下来 未下 没办 未办 没批下来 没办下来 没拿到 未取得")
)


ACCEPTED = "验收"
STAGES = frozenset({NodeKind.FOUNDATION, NodeKind.STRUCTURE, NodeKind.TOPPING_OUT})
"""What is accepted by itself before anybody goes on."""
WHOLE = ("竣工", "整体", "整个", "项目", "工程", "全部", "五方", "联合", "消防")
NOT_A_STAGE = late(
    r"[^，。；\n]{0,8}(?:还|没|未|待|拟|预计|计划|争取|准备|打算|[不得要]|材料|资料|备案|安排|定[在于]|放[在到]|[在到等于]\d)"
)
_ALREADY = (
    r"(?:的|也|都|均|[省市区县镇乡]里|上级|监理|业主|内部|自行|全部|全都|顺利|一次性?|已经?|刚刚?|昨[天日]|今[天日早]|前天|上?周[一二三四五六日天]?"
    r"|\d{1,2}月\d{1,2}[日号]|\d{1,2}[日号]|通过了?|经过了?|组织了?|完成了?|做了?)*"
)
ONLY_ALREADY = late(_ALREADY)
ACCEPTED_APART = late(
    r"(?P<of>样板(?:间|房|段|区)?|首[件段段批台套]|试验段|展示区|[单\d一二三四五六七八九十#]+号?[栋幢楼]|塔吊|塔机|施工电梯|脚手架|模架|支架|材料|原材|隐蔽(?:工程)?|基槽|地基|预埋件?|消防|环保|人防|节能|档案|防雷|水保|水土保持|气象|安防|规划(?:核实|条件)?|电梯|扶梯|特种设备|特设|锅炉|压力容器|智能化|弱电|室外|绿化|园林|景观|市政|幕墙|燃气|供[电水热气]"
    r"|电力|给排水|通风|暖通|空调|净化|无障碍|装饰|装修|精装|外墙|外立面|屋面|防水|门窗|钢结构|主体|基础|地基|桩基|基坑|地下室|管线|管网|道路|桥梁|土建|设备|单体|分部|分项)"
    r"(?:工程|部分|专项|这块|方面|施工|系统)?"
    rf"{_ALREADY}$"
)
"""Right before 验收: what is accepted by itself, 消防已验收, and not the works as a whole."""
AHEAD_OF_IT = late(r"预计|计划|拟|准备|争取|打算|等|待|将|下[周个月]|月底|年底|后")
PIECE = late(
    r"[\u4e00-\u9fff]{2,6}?(?:[上昨今前]?[\d一二三四五六七八九十]*[月日号天周]?[底初]?)*(?:已经?|也|都|顺利)?(?:通过|完成|组织)?了?"
)
"""Right before a bare 验收: what is accepted, and when."""
A_SENTENCE = 40


@dataclass(slots=True)
class Named:
    """A node mention resolved in each project in force."""

    nodes: Mapping[str, NodeEntry]
    act: bool = False
    past: bool = False
    step: bool = False
    weak: bool = False

    @property
    def node(self) -> NodeEntry:
        """The node, where there is but one project."""
        return next(iter(self.nodes.values()))

    def also(self, project: ProjectEntry, node: NodeEntry, weak: bool) -> "Named":
        """The same words as they name a node of one more project."""
        return Named({**self.nodes, project.id: node}, self.act, self.past, self.step, self.weak and weak)


def node_tokens(
    lexed: Lexed,
    tokens: Sequence[Token],
    start: int,
    end: int,
    projects: Sequence[ProjectEntry],
    current: Mapping[str, NodeEntry],
) -> list[Token]:
    """The tokens of a stretch of text together with the node mentions in the projects in force, in order."""
    text = lexed.text
    mentions = [(project, each) for project in projects for each in index_of(project).find(text, start, end)]
    if not mentions:
        return without_nodes(tokens)
    found, compounds = _resolved(text, mentions, tokens, start, end, current)
    begins = sorted(a for a, _ in found)
    nodes = [
        Token(a, _end_with_tail(text, b, end, begins), Kind.NODE, text[a:b], named)
        for (a, b), named in sorted(found.items())
    ]
    return settled(lexed, tokens, nodes, compounds)


def _accepts_a_stage(text: str, project: ProjectEntry, mention: NodeMention) -> bool:
    """基础封底完成，3月25日验收: what was built first is accepted, and not the whole at its end."""
    if all(node.kind is not NodeKind.ACCEPTANCE for node in mention.nodes):
        return False
    low = max(text.rfind(each, 0, mention.start) for each in "。；\n") + 1
    if _of_one_piece(text, project, mention):
        return True
    said = text[low : mention.start]
    if len(said) > A_SENTENCE or NOT_A_STAGE.match(text, mention.end) or any(each in said for each in WHOLE):
        return False
    if AHEAD_OF_IT.search(said.rpartition("，")[2]):
        return False  # 主体完工，预计月底验收
    before = index_of(project).find(text, low, mention.start)
    if not before:
        return False
    between = text[before[-1].end : mention.start]
    if between and ONLY_ALREADY.fullmatch(between):
        if set(before[-1].text) <= set(project.name):
            return False  # 危岩10月29日验收了 of the 危岩带综合治理
        return all(node.kind is not NodeKind.ACCEPTANCE for node in before[-1].nodes)  # 防波堤已验收
    if "，" not in between:
        return False
    return all(node.kind in STAGES for node in before[-1].nodes)


def _accepts_apart(text: str, mention: NodeMention) -> bool:
    """消防已验收, 电梯昨天验收合格: one part of many has passed, which no node is named after."""
    found = ACCEPTED_APART.search(text, max(0, mention.start - 24), mention.start)
    if found is None or any(node.kind is not NodeKind.ACCEPTANCE for node in mention.nodes):
        return False
    return not any(found["of"] in node.name for node in mention.nodes)


def _of_one_piece(text: str, project: ProjectEntry, mention: NodeMention) -> bool:
    """渠首闸6月1日通过验收: works of another node are accepted, and not the whole."""
    if text[mention.start : mention.end] != ACCEPTED:
        return False
    low = max(0, mention.start - 20)
    for node in project.nodes:
        head = node.name[:2]
        if node.kind not in WORKS_KINDS or head in project.name or (at := text.rfind(head, low, mention.start)) < 0:
            continue
        if PIECE.fullmatch(text, at, mention.start):
            return True
    return False


TELLS_APART = late(r"[0-9一二三四五六七八九十A-Da-d东西南北甲乙丙丁]")


def _one_of_several(text: str, project: ProjectEntry, mention: NodeMention) -> NodeEntry | None:
    """1号厂房上周五竣工验收通过了 where there is a 2号厂房: it is the one that has passed, and not the whole."""
    before = [each for each in index_of(project).find(text, max(0, mention.start - 16), mention.start) if not each.weak]
    if not before or not ONLY_ALREADY.fullmatch(text[before[-1].end : mention.start]):
        return None
    one = before[-1].nodes[0]
    bare = TELLS_APART.sub("", one.name)
    alike = [node for node in project.nodes if TELLS_APART.sub("", node.name) == bare]
    several = len(before[-1].nodes) == 1 and len(alike) > 1 and one.kind in WORKS_KINDS
    return one if several else None


def _end_with_tail(text: str, end: int, stop: int, begins: Sequence[int]) -> int:
    """Where a node's name ends with 手续 or 这个节点 behind it; no other node is named there: 监理|工程招标."""
    tail = node_tail_end(text, end, stop)
    return end if any(end <= each < tail for each in begins) else tail


def _resolved(
    text: str,
    mentions: Sequence[tuple[ProjectEntry, NodeMention]],
    tokens: Sequence[Token],
    start: int,
    end: int,
    current: Mapping[str, NodeEntry],
) -> tuple[dict[tuple[int, int], Named], list[Token]]:
    """The nodes meant, by where they are named, and the words that only begin like a node's name."""
    troubles = [(each.start, each.end) for each in problem_spans(text, start, end)]
    masks = [each for each in STAGE_WORDS.find(text, start, min(end + 2, len(text))) if each.value is None]
    found: dict[tuple[int, int], Named] = {}
    compounds: list[Token] = []
    works = [token for token in tokens if token.kind is Kind.WORK and token.value is not None]
    latest: dict[str, NodeEntry] = {}
    for project, mention in mentions:
        if any(_speaks_of(work, mention) and elsewhere(project, work.text, mention.nodes) for work in works):
            continue
        if any(each.start <= mention.start and mention.end <= each.end for each in masks):
            continue
        if any(mention.start < b and a < mention.end and not _is_granted(text, mention, a, b) for a, b in troubles):
            continue
        if mention.text == ACCEPTED and (_accepts_a_stage(text, project, mention) or _accepts_apart(text, mention)):
            continue
        if mention.text.endswith(ACCEPTED) and (one := _one_of_several(text, project, mention)):
            if mention.text != ACCEPTED:
                found[mention.start, mention.end] = Named({project.id: one}, act=True)
            continue
        if (
            _only_leads_to_another(text, mention)
            or _names_only_goods(text, mention, end)
            or _permits_another(text, mention)
        ):
            continue
        tail = _tail_of_another_kind(text, mention)
        if tail in FITTED and len(own := [node for node in project.nodes if tail in node.name]) == 1:
            found[mention.end, mention.end + len(tail)] = Named({project.id: own[0]})
            continue  # 站房装修 where the plan has an 内部装修
        if tail:
            compounds.append(Token(mention.start, mention.end + len(tail), Kind.WORK, mention.text + tail, None))
            continue
        if (tender := _tender_of(text, project, mention)) is not None:
            found[mention.start, mention.end] = Named({project.id: tender}, step=True)
            continue
        node = _pick(text, mention, latest.get(project.id) or current.get(project.id))
        if node is not None:
            latest[project.id] = node
            key = (mention.start, mention.end)
            named = found.get(key) or _named(mention, node)
            found[key] = named.also(project, node, mention.weak)
    _open_their_own(text, found)
    return found, compounds


OPENS = ("启用", "投用", "开放", "开业", "使用", "运营", "开通", "运行")
ITS_DAY = late(r"(?:[^，。；\n]{0,6}?\d{1,2}[月.]?\d{0,2}[日号]?|[已也都正式昨今前天上周一二三四五六日早就]){0,8}")


def _open_their_own(text: str, found: dict[tuple[int, int], Named]) -> None:
    """临时市场2月18日开业: what opens is the part that its own node lets open, and not the whole."""
    places = sorted(found)
    for one, other in pairwise(places):
        part, act = found[one], found[other]
        if len(part.nodes) != 1 or not act.act or set(part.nodes) != set(act.nodes) or part.node is act.node:
            continue
        of_part = part.node.name.endswith(OPENS) and part.node.name.startswith(text[slice(*one)])
        if of_part and act.node.kind is NodeKind.OPERATION and ITS_DAY.fullmatch(text, one[1], other[0]):
            found[other] = Named(part.nodes, act.act, act.past, act.step, act.weak)


def _only_leads_to_another(text: str, mention: NodeMention) -> bool:
    """Whether what stands right behind a mention is what is spoken of: an office, a house, people, what is paid."""
    if OFFICE.match(text, mention.end) and not mention.text.endswith(("局", "厅", "队")):
        return True  # 生态环境分局发了整改函
    if text.startswith(BEFORE_IT, mention.end):
        return True  # 送电前的停电计划
    if text.startswith(TERMS, mention.end) and all(node.kind is NodeKind.PLANNING_PERMIT for node in mention.nodes):
        return True  # 规划条件出来了
    if text.endswith(SCARCE, 0, mention.start) and all(
        node.kind in WORKS_KINDS and node.name != mention.text for node in mention.nodes
    ):
        return True  # 缺沥青 of a road: what has not come is no works
    if mention.text.endswith("标") and text.startswith("段", mention.end):
        return True  # 施工标段
    if text.startswith(BUILDINGS, mention.end) and (mention.weak or _is_a_house(text, mention)):
        return True  # 实训楼 is not the 实训设备
    if PEOPLE_OF.match(text, mention.end):
        return True  # 交房的商户还在观望
    paid = text.startswith(PAID_FOR, mention.end)  # 搬迁补偿标准 of a project that ends with its 搬迁开市
    return paid and not any(node.kind in PAYING for node in mention.nodes)


OF_A_TIME = ("夜间", "夜里", "晚间", "高空", "水上", "水下", "冬季", "临时", "跨河", "跨路")
"""夜间施工许可 is none of the project's."""
PERMITTED = late(r"[穿跨过占破挖越借][^，。；、]{1,8}的$")
OTHER_PAPER = late(
    r"(?P<of>[涉跨穿占][路铁河水航海道桥]|下穿|上跨|跨越|穿越|爆破|民爆|动火|夜间|渣土|消纳|外运|排污|排水|超限|大件|运输|通航|航道|开口"
    r"|特种设备|移栽|移植|砍伐|导改|导行|封路|断交|断路|燃气|电力|油气|铁路|高速|公路|军事|机场|净空|危化|辐射|入河|取弃土|临时占[地用]|电力通道)"
    r"(?:施工|作业|运输|手续|设置|开口)?$"
)
"""涉路|施工许可, 超限运输|许可证: what it lets somebody do, or who grants it, stands before it."""
GRANTINGS = ("核准", "备案", "批复", "审批", "审核", "核备")
BARE_PAPERS = ("许可", "许可证", "施工许可", "施工许可证", "手续", "审批", "备案", "批复", "方案", "意见", "规划许可")
OTHER_GROUND = late(
    r"(?P<of>便道|便桥|临时|拌[合和]站|弃[土渣]场?|取土场?|[渣料堆]场|堆土|加工[厂场]|预制[厂场]|营地|驻地|生活区|临建|塔基|铁塔|施工)的?$"
)
"""便道|用地: ground for the time of the works, which is none that the plan has a paper for."""


OTHER_PLAN = late(
    r"(?P<of>施工|吊装|拆除|运输|导改|疏解|监测|加固|安全|应急|支护|降水|爆破|交通|保通|冬施|防汛|度汛|搬家|搬迁|腾退|安置|招商|运营|布展|采购|搬运|停电|停水|停气|切改|割接)"
    r"(?:施工|专项|组织)?方案的?(?:已经?|也|都|刚刚?)*$"
)
"""施工方案批复了: the plan of some works is granted, and not the project's."""
TENDERS_OWN = late(
    r"招标(?:文件|方案|条件|公告|结果|清单|计划|范围)的?(?:已经?|也|都|刚刚?|正在?|还没|在|昨天|今天|\d{1,2}月\d{1,2}[日号])*$"
)
"""Right before 核准 or 备案: what is granted is a paper of the tender."""


def _tender_of(text: str, project: ProjectEntry, mention: NodeMention) -> NodeEntry | None:
    """招标文件已备案: the tender whose paper has been granted, which is a step of it."""
    if mention.text not in GRANTINGS or TENDERS_OWN.search(text, max(0, mention.start - 16), mention.start) is None:
        return None
    tenders = [node for node in project.nodes if node.kind is NodeKind.TENDER]
    return tenders[0] if len(tenders) == 1 and tenders[0] not in mention.nodes else None


def _permits_another(text: str, mention: NodeMention) -> bool:
    """电缆沟穿绿道的许可: what it lets somebody do stands before it, and is not what the plan's own permit is for."""
    if mention.text.removeprefix("方案") in GRANTINGS and _is_of_another(OTHER_PLAN, text, mention):
        return True
    if mention.text in ("用地", "占地"):
        return _is_of_another(OTHER_GROUND, text, mention)
    if mention.text in BARE_PAPERS and _is_of_another(OTHER_PAPER, text, mention):
        return True
    if text.endswith(OF_A_TIME, 0, mention.start) and mention.text.startswith("施工许可"):
        return not any(text[mention.start - 2 : mention.end] in node.name for node in mention.nodes)
    bare = mention.text in ("许可", "许可证", "手续", "审批")
    return bare and PERMITTED.search(text, max(0, mention.start - 12), mention.start) is not None


def _is_of_another(kind: re.Pattern[str], text: str, mention: NodeMention) -> bool:
    """Whether the words right before a mention make of it a paper of another kind, of which no node is called."""
    end = mention.start + len("方案") * mention.text.startswith("方案")
    found = kind.search(text, max(0, mention.start - 10), end)
    return found is not None and not any(found["of"] in node.name for node in mention.nodes)


def _names_only_goods(text: str, mention: NodeMention, end: int) -> bool:
    """物资不够 is no word of the 物资招标: what a tender is for, where nothing is said of a tender."""
    if any(node.kind is not NodeKind.TENDER or mention.text not in node.name for node in mention.nodes):
        return False
    if OF_TENDERS.search(mention.text):
        return False
    return OF_TENDERS.search(text, mention.end, end) is None


OF_TENDERS = late(r"[标招]|单位|中的|定[了下]|采购|挂网|公告|公示|投诉|质疑|供应商|候选|入围")


def _is_a_house(text: str, mention: NodeMention) -> bool:
    """机房楼封顶 is not the 机房装修."""
    said = mention.text + "楼"
    house = text.startswith("楼", mention.end) and not text.startswith(("楼板", "楼面", "楼层", "楼梯"), mention.end)
    return house and not any(said in node.name for node in mention.nodes) and mention.text.endswith(ROOMS)


def _named(mention: NodeMention, node: NodeEntry) -> Named:
    """A node that ends the project and is called by its whole name may be the verb of its sentence: 8月5日通气了."""
    act, past, step = _acts(mention.text)
    whole = node.kind in ENDS and mention.text == node.name and not step
    return Named({}, act or whole, past, step, mention.weak)


def _is_granted(text: str, mention: NodeMention, start: int, end: int) -> bool:
    """Whether words for a trouble only name a node, or begin with the permit that is not granted: 用地没批."""
    if (start, end) == (mention.start, mention.end):
        return True
    inside = mention.start <= start and end <= mention.end
    if inside and any(text[start:end] in node.name for node in mention.nodes):
        return True  # 洪水影响评价批复拿到了
    denied = start >= mention.start and text[mention.end : end].lstrip("还尚仍一直") in ("没", "未", *NOT_GRANTED)
    return denied and all(node.kind in GRANTED_KINDS for node in mention.nodes)


def _speaks_of(work: Token, mention: NodeMention) -> bool:
    """Whether a mention is but a piece of a word for works, or the act done to them: 升压 in 变流升压舱, 斜井开挖."""
    if work.start <= mention.start and mention.end <= work.end:
        return work.end - work.start > mention.end - mention.start
    return work.end == mention.start and mention.text in WORK_VERBS


def _tail_of_another_kind(text: str, mention: NodeMention) -> str:
    """What makes a mention only tell what something else is of: 设备招标 is a tender, no installation."""
    for word, kind in TAILS:
        if (
            text.startswith(word, mention.end)
            and not DESIGNED.match(text, mention.end)
            and all(
                word not in node.name and node.kind is not kind and not _may_hold(node, kind, mention.text)
                for node in mention.nodes
            )
        ):
            return word
    said = PAPERS_OF_ENDS.match(text, mention.end)
    paper = said["paper"] if said else ""
    ends = all(node.kind in PROJECT_ENDS and paper not in node.name for node in mention.nodes)
    return said[0] if said and ends else ""


def _may_hold(node: NodeEntry, kind: NodeKind, said: str) -> bool:
    """换热站设备 is within 换热站改造, which is of no stage, and 升压站设备 within a whole 升压站."""
    whole = said == node.name and said.endswith(WHOLE_WORKS)
    return kind is NodeKind.INSTALLATION and (node.kind is NodeKind.OTHER or whole)


def _acts(text: str) -> tuple[bool, bool, bool]:
    """Whether a mention may be the verb of its sentence, is told as past (并的网), is only a step."""
    if "不了" in text:
        return False, False, text[:1] + text[-1:] in STEPS
    past = text in BARE_ENDS or (len(text) > 2 and text[-2] in "了的过" and text[-3] + text[-1] in ACTS)
    act = past or text[-2:] in ACTS or text.endswith(LONG_ACTS)
    step = text.endswith(STEPS) or text[:1] + text[-1:] in STEPS
    return act and not step, past, step


QUALIFIER = late(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{1,3}$")


def _told_before(
    text: str, mention: NodeMention, nodes: Sequence[NodeEntry], current: NodeEntry | None
) -> NodeEntry | None:
    """输水管12公里，村|管网30公里: the one node whose name the word before tells, and not that of the one in force."""
    before = QUALIFIER.search(text, max(0, mention.start - 4), mention.start)
    if before is None or current is None or not set(before[0]).isdisjoint(current.name):
        return None
    told = [node for node in nodes if node is not current and before[0][0] in node.name.replace(mention.text, "")]
    return told[0] if len(told) == 1 else None


def _pick(text: str, mention: NodeMention, current: NodeEntry | None) -> NodeEntry | None:
    """The one node a mention means, where its words fit several."""
    nodes = mention.nodes
    if "封顶" not in mention.text and len(nodes) > 1:
        topped = TOPPED.match(text, mention.end) is not None
        nodes = tuple(node for node in nodes if (node.kind is NodeKind.TOPPING_OUT) == topped) or nodes
    if len(nodes) == 1:
        return nodes[0]
    if told := _told_before(text, mention, nodes, current):
        return told
    if current in nodes:
        return current
    if current is not None and len(kin := [node for node in nodes if node.name[:2] == current.name[:2]]) == 1:
        return kin[0]  # 沉箱预制19座，安装4座
    before = CLAUSE_END.split(text[max(0, mention.start - 8) : mention.start])[-1]
    after = CLAUSE_END.split(text[mention.start : mention.end + 8])[0]
    scores = [sum(char in before + after for char in set(node.name)) + 2 * cued(node, before + after) for node in nodes]
    best = [node for node, score in zip(nodes, scores, strict=True) if score == max(scores)]
    if len(best) > 1 and any(node.kind is NodeKind.ACCEPTANCE for node in best):
        best = [node for node in best if node.name.startswith(("竣工", "交工", "完工"))] or best
    if len(best) > 1:
        best = [node for node in best if _act_begins(node, mention.text, after)] or best
    return best[0] if len(best) == 1 else None


def _act_begins(node: NodeEntry, thing: str, after: str) -> bool:
    """居民全部搬完: of 居民搬离 and 居民回搬 the one whose act begins as what is said of the thing they share."""
    act = node.name.partition(thing)[2]
    return bool(act) and act[0] in after[len(thing) :]
