"""The plan nodes that a stretch of text names, in the projects in force."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from language.belonging import STAGE_WORDS, cued, elsewhere, holds
from language.dates import find_dates
from language.late import late
from language.problem_words import problem_spans
from language.procedures import PROCEDURE_KINDS
from language.report.lexing import OFFICES, PLACE, Lexed
from language.report.small_words import MARK_WORDS, mark_at
from language.report.tokens import Kind, Token
from language.tables.marks import Mark
from language.tables.names_of_works import ACTS, TAILS
from language.tables.works import WORK_VERBS
from language.terms import NodeMention, index_of
from models.registry import NodeEntry, ProjectEntry
from models.vocabulary import NodeKind

OF_WORKS = frozenset({Kind.WORK, Kind.PART})
CLAUSE_END = late(r"[，。；\n]")
LONG_ACTS = tuple(act for act in ACTS if len(act) > 2)
ENDS = frozenset({NodeKind.OPERATION, NodeKind.COMPLETION, NodeKind.ACCEPTANCE})
BEFORE_IT = ("前的", "后的", "之前的", "之后的", "以前的", "以后的", "所需的", "所用的")
ROOMS = ("房", "室", "间", "厅", "库", "站")
BUILDINGS = ("楼", "馆", "厅", "塔")
FITTED = ("装修", "装饰")
SMALL = frozenset({Mark.PERFECT, Mark.NOT, Mark.ALL})
PAID_FOR = ("补偿", "赔偿", "安置费", "补助", "押金", "款")
PEOPLE_OF = late(r"的(?:商户|居民|农户|牧户|企业|群众|村民|业主|用户|工人|住户|租户)")
PAYING = frozenset({NodeKind.ACQUISITION, NodeKind.FINANCING, NodeKind.LAND_TRANSFER})
PROJECT_ENDS = frozenset({NodeKind.START, NodeKind.OPERATION, NodeKind.COMPLETION})
PAPERS_OF_ENDS = ("方案", "报告", "申请", "预案")
"""Behind the name of an end: 送电方案批了 tells of a paper, not of 送电."""
STEPS = ("挂网", "开标", "评标", "公示", "受理", "挂牌", "组卷", "招拍挂")
"""Names of a procedure that are only a step of it."""


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
        return _without_nodes(tokens)
    found, compounds = _resolved(text, mentions, tokens, start, end, current)
    nodes = [Token(a, b, Kind.NODE, text[a:b], named) for (a, b), named in sorted(found.items())]
    nodes = [node for node in nodes if not any(node.start < each.end and each.start < node.end for each in compounds)]
    nodes = [node for node in nodes if not any(_swallows(each, node) for each in tokens)]
    named = [each for each in tokens if each.kind is Kind.PROJECT and not each.value.of_node]
    nodes = [node for node in nodes if not any(_inside(node, each) for each in named)]
    behind = [*_marks_behind(lexed, tokens, nodes), *_marks_before(text, tokens, nodes)]
    tokens = [each for each in tokens if each.kind is not Kind.MARK or not any(_overlap(each, one) for one in behind)]
    tokens = [*tokens, *behind]
    rest = _without_dates_inside(lexed, [token for token in tokens if token.kind is not Kind.PROJECT], nodes)
    rest = [each for each in rest if each.kind is not Kind.WORK or not any(_inside(each, one) for one in compounds)]
    rest = _without_inner([token for token in (*rest, *compounds) if not _covered(token, nodes)])
    return _without_split(sorted((*nodes, *rest), key=PLACE))


def _without_nodes(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a stretch that names no node."""
    kept = [token for token in tokens if token.kind is not Kind.PROJECT]
    if OF_WORKS.isdisjoint([token.kind for token in kept]):
        return kept
    return _without_split(sorted(_without_inner(kept), key=PLACE))


GRANTED_KINDS = PROCEDURE_KINDS | {NodeKind.ACCEPTANCE}
NOT_GRANTED = frozenset(
    {
        "没过",
        "未过",
        "没通过",
        "未通过",
        "没批",
        "未批",
        "没下",
        "没下来",
        "未下",
        "没办",
        "未办",
        "没批下来",
        "没办下来",
        "没拿到",
        "未取得",
    }
)


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
    for project, mention in mentions:
        if any(_speaks_of(work, mention) and elsewhere(project, work.text, mention.nodes) for work in works):
            continue
        if any(each.start <= mention.start and mention.end <= each.end for each in masks):
            continue
        if any(mention.start < b and a < mention.end and not _is_granted(text, mention, a, b) for a, b in troubles):
            continue
        if text.startswith(OFFICES, mention.end) and not mention.text.endswith(OFFICES):
            continue  # 生态环境分局发了整改函
        if text.startswith(BEFORE_IT, mention.end):
            continue  # 送电前的停电计划
        if text.startswith(BUILDINGS, mention.end) and (mention.weak or _is_a_house(text, mention)):
            continue  # 实训楼 is not the 实训设备
        if PEOPLE_OF.match(text, mention.end):
            continue  # 交房的商户还在观望
        if text.startswith(PAID_FOR, mention.end) and not any(node.kind in PAYING for node in mention.nodes):
            continue  # 搬迁补偿标准 of a project that ends with its 搬迁开市
        tail = _tail_of_another_kind(text, mention)
        if tail in FITTED and len(own := [node for node in project.nodes if tail in node.name]) == 1:
            found[mention.end, mention.end + len(tail)] = Named({project.id: own[0]})
            continue  # 站房装修 where the plan has an 内部装修
        if tail:
            compounds.append(Token(mention.start, mention.end + len(tail), Kind.WORK, mention.text + tail, None))
            continue
        node = _pick(text, mention, current.get(project.id))
        if node is not None:
            key = (mention.start, mention.end)
            named = found.get(key) or _named(mention, node)
            found[key] = Named(
                {**named.nodes, project.id: node}, named.act, named.past, named.step, named.weak and mention.weak
            )
    return found, compounds


def _is_a_house(text: str, mention: NodeMention) -> bool:
    """机房楼封顶 is not the 机房装修."""
    said = mention.text + "楼"
    house = text.startswith("楼", mention.end) and not text.startswith(("楼板", "楼面", "楼层", "楼梯"), mention.end)
    return house and not any(said in node.name for node in mention.nodes) and mention.text.endswith(ROOMS)


def _without_split(tokens: list[Token]) -> list[Token]:
    """支架9座基础: the first half of a node's name, before the number of its things, names nothing by itself."""
    split = {
        place
        for place, (one, number, node) in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False))
        if (one.kind, number.kind, node.kind) == (Kind.WORK, Kind.NUMBER, Kind.NODE)
        and number.start - one.end <= 1 >= node.start - number.end
        and any(one.text + node.text in each.name for each in node.value.nodes.values())
    }
    places = range(1, len(tokens))
    counted = {place for place in places if _is_counted_thing(tokens, place) or _is_paperwork(tokens, place)}
    return [token for place, token in enumerate(tokens) if place not in split | counted]


def _is_paperwork(tokens: Sequence[Token], place: int) -> bool:
    """土地征转组件: what is put together for a permit is paper and no works."""
    permit, thing = tokens[place - 1], tokens[place]
    if thing.kind is not Kind.WORK or thing.text != "组件" or permit.kind is not Kind.NODE:
        return False
    return permit.end == thing.start and all(node.kind in PROCEDURE_KINDS for node in permit.value.nodes.values())


def _is_counted_thing(tokens: Sequence[Token], place: int) -> bool:
    """8台储罐已立6台: a thing between two numbers of one unit is what both count."""
    number, thing = tokens[place - 1], tokens[place]
    if thing.kind is not Kind.WORK or number.kind is not Kind.NUMBER or number.end != thing.start:
        return False
    behind = [token for token in tokens[place + 1 : place + 4] if token.kind is not Kind.MARK]
    return bool(behind) and behind[0].kind is Kind.NUMBER and behind[0].value.unit == number.value.unit is not None


def _named(mention: NodeMention, node: NodeEntry) -> Named:
    """A node that ends the project and is called by its whole name may be the verb of its sentence: 8月5日通气了."""
    act, past, step = _acts(mention.text)
    whole = node.kind in ENDS and mention.text == node.name and not step
    return Named({}, act or whole, past, step, mention.weak)


def _is_granted(text: str, mention: NodeMention, start: int, end: int) -> bool:
    """Whether words for a trouble only name a node, or begin with the permit that is not granted: 用地没批."""
    if (start, end) == (mention.start, mention.end):
        return True
    denied = start >= mention.start and text[mention.end : end].lstrip("还尚仍一直") in NOT_GRANTED
    return denied and all(node.kind in GRANTED_KINDS for node in mention.nodes)


def _speaks_of(work: Token, mention: NodeMention) -> bool:
    """Whether a mention is but a piece of a word for works, or the act done to them: 升压 in 变流升压舱, 斜井开挖."""
    if work.start <= mention.start and mention.end <= work.end:
        return work.end - work.start > mention.end - mention.start
    return work.end == mention.start and mention.text in WORK_VERBS


def _tail_of_another_kind(text: str, mention: NodeMention) -> str:
    """What makes a mention only tell what something else is of: 设备招标 is a tender, no installation."""
    for word, kind in TAILS:
        if text.startswith(word, mention.end) and all(
            word not in node.name and node.kind is not kind and not _may_hold(node, kind) for node in mention.nodes
        ):
            return word
    paper = next((word for word in PAPERS_OF_ENDS if text.startswith(word, mention.end)), "")
    ends = all(node.kind in PROJECT_ENDS and paper not in node.name for node in mention.nodes)
    return paper if paper and ends else ""


def _may_hold(node: NodeEntry, kind: NodeKind) -> bool:
    """换热站设备 is within 换热站改造, which is of no stage."""
    return kind is NodeKind.INSTALLATION and node.kind is NodeKind.OTHER


def _without_dates_inside(lexed: Lexed, tokens: Sequence[Token], nodes: Sequence[Token]) -> list[Token]:
    """本周一级管网: a date that runs into a node's name is cut short."""
    kept: list[Token] = []
    for token in tokens:
        inside = next((node for node in nodes if token.start < node.end and node.start < token.end), None)
        if token.kind is not Kind.DATE or inside is None:
            kept.append(token)
            continue
        if token.start < inside.start and not inside.value.weak:
            spans = find_dates(lexed.text[token.start : inside.start], lexed.now, lexed.festivals)
            kept += [
                Token(token.start + span.start, token.start + span.end, Kind.DATE, span.text, span) for span in spans
            ]
    return kept


def _swallows(work: Token, node: Token) -> bool:
    """Whether a node's name is only part of a longer word for other works: 屋面 in 屋面梁."""
    if work.kind is not Kind.WORK or work.value is None or not _inside(node, work):
        return False
    return not all(holds(each, work.value) for each in node.value.nodes.values())


def _marks_behind(lexed: Lexed, tokens: Sequence[Token], nodes: Sequence[Token]) -> list[Token]:
    """用海预审批了: the word that was read across a name's end gives way to the one behind it."""
    taken = {token.start for token in tokens}
    return [each for node in nodes if node.end not in taken for each in mark_at(lexed.text, node.end)]


def _marks_before(text: str, tokens: Sequence[Token], nodes: Sequence[Token]) -> list[Token]:
    """已下达 where 下达 is a node: the word that was read across a name's start gives way to the one before it."""
    return [
        Token(hit.start, hit.end, Kind.MARK, hit.word, hit.value)
        for node in nodes
        for token in tokens
        if token.kind is Kind.MARK and token.start < node.start < token.end <= node.end
        for hit in MARK_WORDS.find(text, token.start, node.start)
        if hit.value in SMALL
    ]


def _overlap(one: Token, other: Token) -> bool:
    return one.start < other.end and other.start < one.end


def _acts(text: str) -> tuple[bool, bool, bool]:
    """Whether a mention may be the verb of its sentence, is told as past (并的网), is only a step."""
    if "不了" in text:
        return False, False, text[:1] + text[-1:] in STEPS
    past = len(text) > 2 and text[-2] in "了的过" and text[-3] + text[-1] in ACTS
    act = past or text[-2:] in ACTS or text.endswith(LONG_ACTS)
    step = text.endswith(STEPS) or text[:1] + text[-1:] in STEPS
    return act and not step, past, step


def _pick(text: str, mention: NodeMention, current: NodeEntry | None) -> NodeEntry | None:
    """The one node a mention means, where its words fit several."""
    nodes = mention.nodes
    if "封顶" not in mention.text and len(nodes) > 1:
        nodes = tuple(node for node in nodes if node.kind is not NodeKind.TOPPING_OUT) or nodes
    if len(nodes) == 1:
        return nodes[0]
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
    return best[0] if len(best) == 1 else None


def _covered(token: Token, nodes: Sequence[Token]) -> bool:
    """Whether a word is part of a node's mention."""
    for node in nodes:
        if token.start < node.end and node.start < token.end:
            act_comes_first = node.value.act and node.start < token.start
            if token.kind is Kind.WORK and not act_comes_first and not _inside(token, node) and token.text != node.text:
                continue
            if token.kind is Kind.MARK and token.end > node.end and token.value is Mark.DONE_PAST:
                continue
            return True
    return False


def _without_inner(words: Sequence[Token]) -> list[Token]:
    """Small words inside longer words of works are none (施工 in 基础施工), nor works across their ends (进|行车)."""
    marks = {place for token in words if token.kind is Kind.MARK for place in range(token.start + 1, token.end)}
    works = [token for token in words if token.kind in (Kind.WORK, Kind.PART) and token.start not in marks]
    rest = [token for token in words if token.kind is Kind.DATE or token.kind is Kind.NUMBER]
    free = [each for each in words if each.kind is Kind.MARK and not any(_inside(each, work) for work in works)]
    return [*works, *free, *rest]


def _inside(token: Token, work: Token) -> bool:
    return work.start <= token.start and token.end <= work.end and work.end - work.start > token.end - token.start
