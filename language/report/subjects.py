"""Who a clause speaks of: cutting it where a new subject begins, and finding the plan node a subject names."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from language.report.lexing import Lexed
from language.report.tokens import Kind, Token
from language.tables.marks import Mark
from language.problems import problem_spans
from language.tables.names_of_works import EVENT_WORDS
from language.terms import STAGE_WORDS, NodeMention, holds, index_of
from language.words import WordTable
from models.registry import NodeEntry, ProjectEntry
from models.vocabulary import NodeKind

WORK_VERBS = frozenset(
    "浇筑 吊装 开挖 敷设 铺设 砌筑 掘进 安装 接线 回填 加工 制作 生产 钻孔 顶进 贴砖 种植 栽植 摊铺 检测 冲洗 划线 标线 下料 布线 穿线 挖运 外运 铺装 铺砖 出土 架线 调试 抹灰 放线 支护".split()
)
"""Works that are told as verbs: what is before them is their subject."""

ACTS = frozenset(
    "开工 动工 破土 封顶 竣工 完工 验收 投产 投运 投用 通车 并网 通水 供热 启用 运营 交付 合龙 合拢 送电 发电 试运行 试生产 移交 开通 供暖 交工 开园 开馆 开业 开学 入住 交房 建成 回迁 摘牌 供地 中标 定标 挂网 开标 "
    "批复 备案 核准 到位 下达 审定 签约 贯通 运行 供水 供气 供电 达产 开放 投入使用 投入运营 投入运行 交付使用 分房 注水打压 移交接管 接管 出让 划拨 公示 受理 发行 铺轨 切改 迁改 联调".split()
)
"""Names of nodes, or their ends, that can be the verb of their own sentence."""

CLAUSE_END = re.compile(r"[，。；\n]")
JOINTS = frozenset({"", "、", "和", "及", "与", "以及", "跟", " "})
LEADING = frozenset({Mark.PLAN, Mark.HOPE, Mark.PROGRESS, Mark.ENTER, Mark.DONE, Mark.NOT, Mark.PERFECT, Mark.CAUSE, Mark.AFFECTS, Mark.NEAR, Mark.OLD, Mark.BUT, Mark.HELP, Mark.OTHERS, Mark.EXCEPT, Mark.ALL})
"""Small words that stand before the subject they belong to."""


@dataclass(slots=True)
class Named:
    """A node mention resolved in each project in force."""

    nodes: Mapping[str, NodeEntry]
    act: bool
    past: bool = False

    @property
    def node(self) -> NodeEntry:
        """The node, where there is but one project."""
        return next(iter(self.nodes.values()))


@dataclass(slots=True)
class Segment:
    """One subject (or several joined) with what is said of it."""

    start: int
    end: int
    subjects: list[Token] = field(default_factory=list)
    body: list[Token] = field(default_factory=list)


def node_tokens(lexed: Lexed, tokens: Sequence[Token], start: int, end: int, projects: Sequence[ProjectEntry], current: Mapping[str, NodeEntry]) -> list[Token]:
    """The tokens of a stretch of text together with the node mentions in the projects in force, in order."""
    solid = [(token.start, token.end) for token in tokens if token.kind in (Kind.PROJECT, Kind.DATE)]
    solid += [(each.start, each.end) for each in problem_spans(lexed.text, start, end)]
    found: dict[tuple[int, int], dict[str, NodeEntry]] = {}
    for project in projects:
        for mention in index_of(project).find(lexed.text, start, end):
            if any(mention.start < b and a < mention.end and (a, b) != (mention.start, mention.end) for a, b in solid):
                continue
            node = _pick(lexed.text, mention, current.get(project.id))
            if node is not None and not _of_another_kind(lexed.text, mention.end, node):
                found.setdefault((mention.start, mention.end), {})[project.id] = node
    nodes = [
        Token(a, b, Kind.NODE, lexed.text[a:b], Named(nodes, *_acts(lexed.text[a:b])))
        for (a, b), nodes in sorted(found.items())
    ]
    rest = _without_inner([token for token in tokens if token.kind is not Kind.PROJECT and not _covered(token, nodes)])
    return sorted((*nodes, *rest), key=lambda token: (token.start, token.kind))


def _of_another_kind(text: str, end: int, node: NodeEntry) -> bool:
    """Whether a mention only tells what something else is of: 设备招标 is a tender, no installation."""
    return any(text.startswith(word, end) and word not in node.name and node.kind is not kind for word, kind in TAILS)


TAILS = (
    ("招标", NodeKind.TENDER),
    ("采购招标", NodeKind.TENDER),
    ("招投标", NodeKind.TENDER),
    ("图纸", NodeKind.DRAWING_REVIEW),
    ("施工图", NodeKind.DRAWING_REVIEW),
    ("设计", NodeKind.PRELIMINARY_DESIGN),
    ("监理", NodeKind.TENDER),
    ("预制", NodeKind.OTHER),
    ("采购合同", NodeKind.TENDER),
)


def _covered(token: Token, nodes: Sequence[Token]) -> bool:
    """Whether a word is part of a node's mention."""
    for node in nodes:
        if token.start < node.end and node.start < token.end:
            if token.kind is Kind.WORK and not (node.start <= token.start and token.end <= node.end):
                continue
            if token.kind is Kind.MARK and token.end > node.end and token.value is Mark.DONE_PAST:
                continue
            return True
    return False


def _without_inner(words: Sequence[Token]) -> list[Token]:
    """Small words inside longer words of works are none: 施工 in 基础施工."""
    works = [token for token in words if token.kind in (Kind.WORK, Kind.PART)]
    return [token for token in words if token.kind is not Kind.MARK or not any(_inside(token, work) for work in works)]


def _inside(token: Token, work: Token) -> bool:
    return work.start <= token.start and token.end <= work.end and work.end - work.start > token.end - token.start


def _acts(text: str) -> tuple[bool, bool]:
    """Whether a mention may be the verb of its sentence, and whether it is told as past: 并的网."""
    past = len(text) > 2 and text[-2] in "了的过" and text[-3] + text[-1] in ACTS
    return past or text[-2:] in ACTS or text.endswith(LONG_ACTS), past


LONG_ACTS = tuple(act for act in ACTS if len(act) > 2)


def _pick(text: str, mention: NodeMention, current: NodeEntry | None) -> NodeEntry | None:
    """The one node a mention means, where its words fit several."""
    nodes = mention.nodes
    if len(nodes) == 1:
        return nodes[0]
    if current in nodes:
        return current
    if "封顶" not in mention.text and any(node.kind is NodeKind.TOPPING_OUT for node in nodes):
        nodes = tuple(node for node in nodes if node.kind is not NodeKind.TOPPING_OUT) or nodes
        if len(nodes) == 1:
            return nodes[0]
    around = CLAUSE_END.split(text[max(0, mention.start - 8) : mention.start])[-1] + CLAUSE_END.split(text[mention.start : mention.end + 8])[0]
    scores = [sum(char in around for char in set(node.name)) for node in nodes]
    best = [node for node, score in zip(nodes, scores, strict=True) if score == max(scores)]
    if len(best) > 1 and any(node.kind is NodeKind.ACCEPTANCE for node in best):
        best = [node for node in best if node.name.startswith(("竣工", "交工", "完工"))] or best
    return best[0] if len(best) == 1 else None


def cut(tokens: Sequence[Token], start: int, end: int, text: str) -> list[Segment]:
    """Begin a new segment at each subject that follows something already said."""
    segments = [Segment(start, end)]
    for token in tokens:
        segment = segments[-1]
        if token.kind in (Kind.NODE, Kind.WORK, Kind.PART) and _blamed(segment, token, text):
            continue
        if token.kind in (Kind.NODE, Kind.WORK, Kind.PART) and _is_subject(token, segment, text):
            if _goes_on(segment, token, text):
                segment.subjects.append(token)
                continue
            lead = _lead(segment, token, text)
            begin = lead[0].start if lead else token.start
            segment.end = begin
            segments.append(Segment(begin, end, [token], lead))
        else:
            segment.body.append(token)
    return segments


def _blamed(segment: Segment, token: Token, text: str) -> bool:
    """Whether a name only tells the cause: 因塔吊基础沉降, 受图审影响."""
    for before in reversed(segment.body):
        if before.kind is Kind.MARK and before.value is Mark.CAUSE and before.text in CAUSES:
            return token.start - before.end <= 8 and not any(each.start > before.end for each in segment.subjects)
        if before.kind is Kind.MARK and before.value is Mark.WAITING:
            return bool(segment.subjects)
    return False


CAUSES = frozenset({"因", "因为", "受", "由于", "因受"})


def _is_subject(token: Token, segment: Segment, text: str) -> bool:
    if token.kind is Kind.WORK and token.text in WORK_VERBS:
        return not segment.subjects and not any(each.kind is Kind.NUMBER for each in segment.body)
    if token.kind is Kind.WORK and not segment.subjects and _object_of_unknown(segment, token, text):
        return False
    if token.kind is Kind.NODE and token.text in EVENT_WORDS and segment.subjects:
        token.kind, token.value = Kind.MARK, Mark.DONE
        return False
    return True


def _object_of_unknown(segment: Segment, token: Token, text: str) -> bool:
    """Whether words nobody knows stand before works in their clause: 人防要求调整地下室 tells of no works."""
    last = segment.body[-1].end if segment.body else segment.start
    return len(SMALL.sub("", text[last : token.start])) >= 3


SMALL = re.compile(r"现在|目前|当前|现场|我们|我局|我方|这边|那边|上午|下午|其中|同时|另外|此外|[的了也还又在、 ]")


def _goes_on(segment: Segment, token: Token, text: str) -> bool:
    """Whether a subject joins those of the segment instead of beginning a new one."""
    if not segment.subjects:
        counted = _count_leads(segment.body, token)
        if any(each.kind is Kind.MARK and each.value is Mark.EXCEPT for each in segment.body):
            return True
        return bool(counted) or not any(each.kind is Kind.NUMBER or _closes(each) for each in segment.body) or _only_leads(segment.body)
    last = segment.subjects[-1]
    if last.kind is Kind.PART and not any(each.kind is Kind.NUMBER or (each.kind is Kind.MARK and each.value not in LEADING and each.value is not Mark.EXCEPT) for each in segment.body):
        return True
    if segment.body and segment.body[-1].start > last.end:
        return token.kind is not Kind.NODE and not any(each.kind is Kind.NUMBER or _closes(each) for each in segment.body if each.start > last.end)
    return text[last.end : token.start] in JOINTS or len(text[last.end : token.start]) <= 3


def _count_leads(body: Sequence[Token], token: Token) -> bool:
    """60套舱体就位, 38座站全部投运: the number before belongs to what follows."""
    rest = [each for each in body if not (each.kind is Kind.MARK and each.value in (Mark.ALL, Mark.PERFECT))]
    if not rest or rest[-1].kind is not Kind.NUMBER or any(_closes(each) or (each.kind is Kind.MARK and each.value is Mark.DONE) for each in rest[:-1]):
        return False
    return token.start - body[-1].end <= 1 or (token.kind is Kind.NODE and token.value.act and body[-1] is not rest[-1])


def _only_leads(body: Sequence[Token]) -> bool:
    return all(each.kind in (Kind.DATE,) or (each.kind is Kind.MARK and each.value in LEADING) for each in body)


def _closes(token: Token) -> bool:
    return token.kind is Kind.MARK and token.value not in LEADING


def _lead(segment: Segment, token: Token, text: str) -> list[Token]:
    """The words at the end of the segment before that belong to the new subject: 正在, 完成, 3月底前."""
    lead: list[Token] = []
    at = token.start
    while segment.body and at - segment.body[-1].end <= 1:
        last = segment.body[-1]
        if last.kind is Kind.MARK and last.value in LEADING and last.text not in ("了", "完", "完了", "完毕"):
            if last.value is Mark.DONE and _has_number_before(segment, last):
                break
            lead.insert(0, segment.body.pop())
        elif last.kind is Kind.DATE and _date_leads(segment, last):
            lead.insert(0, segment.body.pop())
        else:
            break
        at = last.start
    return lead


def _has_number_before(segment: Segment, token: Token) -> bool:
    return len(segment.body) > 1 and segment.body[-2].kind is Kind.NUMBER and token.start - segment.body[-2].end <= 2


def _date_leads(segment: Segment, token: Token) -> bool:
    """A day before a subject is that subject's when the one before has said its own."""
    rest = [each for each in segment.body if each is not token]
    return any(each.kind in (Kind.DATE, Kind.NUMBER) or _closes(each) or (each.kind is Kind.MARK and each.value is Mark.DONE) for each in rest)
