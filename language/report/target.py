"""Whom a segment speaks of: its own subject, the one before, or the project as a whole."""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from language.belonging import holds, is_all_of, owner_of_work
from language.facts import Judgement
from language.report.lexing import CUE_WORDS, stage_of
from language.report.subjects import Segment
from language.report.tokens import Kind, Token
from language.structure import Clause, Gap
from language.tables import phrases
from language.tables.marks import Mark
from language.tables.works import WORK_VERBS, Stage
from language.words import any_of
from models.registry import NodeEntry, ProjectEntry
from models.vocabulary import NodeKind, Status

NOW = r"(?:目前|现在|现)?"
WHOLE_PROJECT = re.compile(
    rf"{NOW}(?:{any_of(phrases.WHOLE_PROJECT).pattern})"
    rf"|{NOW}(?:{any_of(phrases.WHOLES).pattern})(?:整体|总体|建设)?(?![前名概部管方经图\d])"
)
FILLERS = any_of(phrases.FILLERS)
DURING_WORK = any_of(phrases.DURING_WORK)
HAN = re.compile(r"[\u4e00-\u9fff]")
AGENTS = tuple("厅局委办会府司里家组部院所站方理位主门区县市省镇村队长总工们")


@dataclass(slots=True)
class Target:
    """Who is spoken of. Without nodes it is the project; `works` is work that is no node of it, `part` a part of a node."""

    nodes: dict[str, NodeEntry] = field(default_factory=dict)
    works: bool = False
    part: bool = False
    closed: bool = False
    foreign: bool = False
    strange: bool = False
    """Whether something unknown is spoken of beside the node in force: its end and its percent are not the node's."""
    passing: bool = False
    """Whether it is a part only in the clause that names the works: 主墩桩基44根成孔38根."""

    @property
    def whole(self) -> bool:
        """Whether it is a node, or the project, as a whole."""
        return not (self.works or self.part or self.foreign or self.strange)


def target_of(
    text: str,
    segment: Segment,
    clause: Clause,
    before: Target,
    judgement: Judgement,
    excepted: Set[str],
    projects: Sequence[ProjectEntry],
) -> Target:
    """The target of a segment, given that of the one before it."""
    nodes = [token for token in segment.subjects if token.kind is Kind.NODE]
    works = [token for token in segment.subjects if token.kind is Kind.WORK]
    marks = {token.value for token in segment.body if token.kind is Kind.MARK}
    part = _is_part(segment, marks, excepted)
    if nodes:
        return _of_nodes(text, segment, nodes, works, part)
    if works:
        doing = max(
            (
                token.end
                for token in segment.body
                if token.kind is Kind.MARK and token.value is Mark.PROGRESS and token.end <= works[0].start
            ),
            default=None,
        )
        return _of_works(works, clause, before, part, projects, doing)
    if (Mark.OTHERS in marks and Mark.UNCHANGED in marks) or WHOLE_PROJECT.match(text, segment.start, segment.end):
        return Target(part=part)
    if before.closed:
        return _after_the_end(before, judgement, part)
    return _inherited(text, segment, clause, before, part, judgement)


def _is_part(segment: Segment, marks: Set[Mark], excepted: Set[str]) -> bool:
    """Whether only a part is spoken of; 1到6号楼全部 are all."""
    named = [token for token in segment.subjects if token.kind is Kind.PART and token.text not in excepted]
    if named and marks & {Mark.ALL, Mark.WHOLE} and all(SEVERAL.search(token.text) for token in named):
        return Mark.EXCEPT in marks
    return bool(named) or bool(marks & {Mark.PART, Mark.EXCEPT})


SEVERAL = re.compile(r"[到至、-]")


def _of_nodes(text: str, segment: Segment, nodes: Sequence[Token], works: Sequence[Token], part: bool) -> Target:
    found: Mapping[str, NodeEntry] = nodes[0].value.nodes
    outside = [token for token in works if _is_outside(text, token, nodes, found)]
    if outside:
        return Target(works=True)
    inner = any(not _is_named(token, found) for token in works) or _sub_work(text, segment, nodes[-1], found)
    return Target(nodes=dict(found), part=part or inner, passing=inner and not part)


GENERIC_WORK = ("施工", "工程", "作业", "建设", "安装", "浇筑")


def _is_named(work: Token, nodes: Mapping[str, NodeEntry]) -> bool:
    """Whether works are the node itself: 主体施工 for 主体结构."""
    plain = work.text
    for end in GENERIC_WORK:
        plain = plain.removesuffix(end)
    return all(plain in node.name or is_all_of(node, work.text) for node in nodes.values())


def _sub_work(text: str, segment: Segment, node: Token, found: Mapping[str, NodeEntry]) -> bool:
    """Whether a thing that nobody knows stands between a built node and its end: 厂房地面混凝土浇完."""
    if not all(each.kind in SITE_KINDS for each in found.values()):
        return False
    after = sorted(
        (token for token in (*segment.subjects, *segment.body) if token.start >= node.end), key=lambda each: each.start
    )
    ending = next(
        (token for token in after if token.kind is Kind.MARK and token.value in (Mark.DONE, Mark.DONE_PAST)), None
    )
    if ending is None or any(token.kind is Kind.NUMBER for token in after if token.start < ending.start):
        return False
    rest = text[node.end : after[0].start]
    return len(HAN.findall(DURING_WORK.sub("", FILLERS.sub("", rest)))) >= 3


SITE_KINDS = frozenset({NodeKind.FOUNDATION, NodeKind.STRUCTURE, NodeKind.INSTALLATION})


def _is_outside(text: str, token: Token, nodes: Sequence[Token], found: Mapping[str, NodeEntry]) -> bool:
    """Whether works beside a node's name are none of the node: 铁塔基础 for 铁塔组立."""
    gap = text[nodes[-1].end : token.start] if token.start >= nodes[-1].end else ""
    if "的" in gap and len(gap) > 1:
        return False  # 入户改造的水管材料款
    if token.value is None:
        return any(0 <= token.start - node.end <= 1 for node in nodes)
    return not all(holds(node, stage_of(token), token.text) for node in found.values())


def _of_works(
    works: Sequence[Token],
    clause: Clause,
    before: Target,
    part: bool,
    projects: Sequence[ProjectEntry],
    doing: int | None,
) -> Target:
    first, close = works[0], clause.gap < Gap.STOP and not before.closed
    current = before.nodes if clause.gap < Gap.ITEM and not before.closed else {}
    if any(token.value is Stage.PREFABRICATION for token in works):
        return Target(works=True)
    if first.value is None:
        busy = clause.gap < Gap.SEMICOLON and doing is not None and first.start - doing <= 2
        return Target(nodes=dict(current)) if current and busy else Target(works=True)
    found = {
        project.id: node
        for project in projects
        if (
            node := owner_of_work(
                project, first.text, stage_of(first), current.get(project.id), close or first.text in WORK_VERBS
            )
        )
    }
    if not found:
        return Target(works=True)
    own = all(is_all_of(node, first.text) for node in found.values())
    return Target(nodes=found, part=part if own else True)


def _after_the_end(before: Target, judgement: Judgement, part: bool) -> Target:
    """After a node is done the talk is of the project, unless only the day of its end is added."""
    only_dated = judgement.status in (None, Status.DONE) and judgement.done_on is not None
    return Target(dict(before.nodes), closed=True) if only_dated else Target(part=part)


def _inherited(text: str, segment: Segment, clause: Clause, before: Target, part: bool, judgement: Judgement) -> Target:
    stranger = not clause.label and unknown_subject(text, segment)
    if stranger and BUILT.search(text[segment.start : _first(segment)]):
        return Target(works=True)
    foreign = stranger and (clause.gap >= Gap.SEMICOLON or not before.nodes)
    if not stranger and clause.gap < Gap.SEMICOLON:
        foreign = before.foreign
    part = part or (before.part and not before.passing and clause.gap <= Gap.COMMA and not judgement.of_all)
    strange = stranger and bool(before.nodes) and not foreign
    return Target(dict(before.nodes), before.works, part, foreign=foreign, strange=strange)


BUILT = re.compile(r"[\u4e00-\u9fff](?:站|池|楼|房|库|桥|路|墙|沟|井|塔|坝|闸|堤|场|棚|台|管|梁|柱|板|渠|洞|架|馆|院)$")


def _first(segment: Segment) -> int:
    return min((token.start for token in (*segment.subjects, *segment.body)), default=segment.end)


def unknown_subject(text: str, segment: Segment) -> bool:
    """Whether a clause begins with a thing that is neither a node nor an office: 工地的电还是没接."""
    lead = text[segment.start : _first(segment)]
    for cue in sorted(CUE_WORDS.find(lead), key=lambda each: -each.start):
        lead = lead[: cue.start] + lead[cue.end :]
    lead = FILLERS.sub("", lead)
    return len(HAN.findall(lead)) >= 2 and not lead.endswith(AGENTS)
