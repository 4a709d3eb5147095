"""Reads a report: walks over the clauses with the project, node and heading in force, and fills the drafts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from language.amounts import NumberSpan
from language.facts import Act, Judgement, judge
from language.names import Lexicon, NameSpan
from language.problems import problems_in
from language.report.draft import Draft
from language.report.lexing import Lexed, lex, stage_of
from language.report.measures import MoneyTopic, Measures, measure
from language.report.subjects import Segment, cut, node_tokens
from language.report.tokens import Kind, Token
from language.structure import Clause, Gap
from language.tables.headings import Role
from language.tables.marks import Mark
from language.tables.measures import UNIT_OBJECTS
from language.tables.problems import SITE_LABOUR, SITE_WIDE
from language.tables.works import Stage
from language.terms import holds, nodes_of_kind
from language.understanding import Quantity, Report
from models.calendar import Week, add_months
from models.registry import NodeEntry, ProjectEntry
from models.vocabulary import NodeKind, ProblemCategory, Status

HELP_WORDS = re.compile(
    r"(?:恳请|请求|提请|盼|希望|麻烦|建议)|请[^，。；\n]{0,16}(?:协调|支持|帮|解决|调度|配合|出警|督促|明确|过问|研究|加快|尽快|推动|出面|牵头|给予)|需[^，。；\n]{0,14}(?:协调|支持|配合|上会|研究解决|出面|帮助|调度|推动)|(?:协调|支持|帮忙|帮助)一下|上会研究"
)
OWN_HELP = re.compile(r"正在协调|在协调|已协调|协调中|不用[再]?协调|无需协调|不需要协调|协调好|不需协调|不用再|积极协调|正协调")
SOLVED = re.compile(r"(?:解决|整改完|整改到位|整改|化解|消除|疏通|谈妥|恢复)(?:了|完成|完毕|到位|好)|已(?:经)?(?:解决|整改|化解|消除|恢复|疏通|协调解决|处理)|不用再?协调|没问题|无问题|不存在|没有问题|没啥问题|不影响|没影响|没有影响|未受影响|解除了")
WHOLE_DONE = re.compile(r"(?:项目|工程|全部|整体|全面)?(?:已|均已|都已)?(?:经)?(?:完工|竣工|建成|全部完成|完工了|干完)")
HEAVY = re.compile(r"影响|制约|受阻|因为|由于|受[^理益]|卡在|卡住|卡着|导致|造成|差在|难在|堵点|难点|冲突|没着落|拖着|拖了|慢了|跟不上|不够|不足|还是没|(?<!容)缺|紧张|困难")
WHOLE_PROJECT = re.compile(r"(?:目前|现)?(?:项目|工程|整体|总体|全线|整个项目|项目总体|总的)(?:整体|总体|建设)?(?![前名概部管方经])")
FILLERS = re.compile(r"现在|目前|当前|现场|我们|我局|我方|这边|那边|上午|下午|其中|同时|另外|此外|然后|接下来|后面|前面|就|也|还|又|的|了|，|现|原因|主要|反正|总之")
AGENTS = tuple("厅局委办会府司里家组部院所站方理位主门区县市省镇村队长总工们")
AFFECTS = re.compile(r"影响|制约|耽误|拖累|阻碍|卡")
ALL_PROJECTS = re.compile(r"(?:我|我们|我局|我这|我这边|我们局|这|那|本单位|手上|负责的|联络的)*(?P<count>[两二三四五六七八九十0-9])个(?P<noun>[\u4e00-\u9fff]{2,6}?)(?:都|均|全|本周|目前|暂|没|无|同)|(?:所有|全部|各)项目(?:都|均|全)?|几个项目(?:都|均)|(?:两|三|四)个(?:都|均)")
CHINESE_COUNT = {char: place for place, char in enumerate("零一二三四五六七八九十")} | {"两": 2}


@dataclass(slots=True)
class Reading:
    """What reading a message gave, before it is decided what to answer."""

    reports: tuple[Report, ...] = ()
    unnamed: bool = False
    candidates: tuple[str, ...] = ()
    unclear: bool = False


@dataclass(slots=True)
class _Target:
    """Who the last clause spoke of, for clauses that name nobody."""

    nodes: dict[str, NodeEntry] = field(default_factory=dict)
    works: bool = False  # work that is no node: what follows is the project's
    part: bool = False
    closed: bool = False
    foreign: bool = False


@dataclass(slots=True)
class _Trouble:
    """A problem or a cry for help whose owner is not known yet."""

    projects: tuple[str, ...]
    categories: list[ProblemCategory]
    needs_help: bool
    words: str


class ReportReader:
    """One reading of one text by one speaker."""

    def __init__(self, text: str, now: datetime, sender: str | None, lexicon: Lexicon, default: Sequence[str] = ()) -> None:
        self.lexed = lex(text, now, lexicon)
        self.text = text
        self.now = now
        self.lexicon = lexicon
        self.own = lexicon.own_projects(sender)
        self.sender = sender
        self.drafts: dict[tuple[str, str | None], Draft] = {}
        self.projects: tuple[str, ...] = tuple(default)
        self.listed: list[str] = []
        self.named = False
        self.target = _Target()
        self.money = MoneyTopic()
        self.unnamed = False
        self.unclear = False
        self.candidates: tuple[str, ...] = ()
        self.trouble: Draft | None = None
        self.pending: list[_Trouble] = []
        self.sentence_nodes: dict[str, NodeEntry] = {}
        self.troubled = False

    def read(self) -> Reading:
        """Read all clauses in order."""
        for clause in self.lexed.clauses:
            if clause.role is Role.IGNORE:
                continue
            self._clause(clause)
        self._flush()
        reports = tuple(draft.report() for draft in self.drafts.values() if draft.states)
        return Reading(reports, self.unnamed, self.candidates, self.unclear)

    # --- projects -------------------------------------------------------------------------------------------

    def _clause(self, clause: Clause) -> None:
        if clause.gap >= Gap.SEMICOLON:
            self._flush()
            self.sentence_nodes = {}
            self.troubled = False
            self.money = MoneyTopic(self.money.invested and clause.gap is Gap.SEMICOLON)
        if clause.gap is Gap.ITEM:
            self.target = _Target()
            self.trouble = None
        tokens = self.lexed.within(clause.start, clause.end)
        spans = [token for token in tokens if token.kind is Kind.PROJECT]
        self._all_of_them(clause)
        if not spans:
            self._stretch(clause, tokens, clause.start, clause.end)
            return
        groups = self._groups(spans)
        first = groups[0][0].start
        if any(token.end <= first for token in tokens) and self._says_something(tokens, first):
            self._lead_in(clause, tokens, first, groups)
        for place, group in enumerate(groups):
            begin = group[-1].end
            end = groups[place + 1][0].start if place + 1 < len(groups) else clause.end
            self._enter(group)
            inner = [token for token in tokens if begin <= token.start < end]
            self._stretch(clause, inner, begin, end)

    def _says_something(self, tokens: Sequence[Token], before: int) -> bool:
        return any(token.end <= before and token.kind in (Kind.NODE, Kind.NUMBER) for token in tokens)

    def _lead_in(self, clause: Clause, tokens: Sequence[Token], first: int, groups: Sequence[Sequence[Token]]) -> None:
        """What stands before a project's name in its clause: said of the project in force, or of this one."""
        inner = [token for token in tokens if token.end <= first]
        if not self.projects:
            self._enter(groups[0])
        self._stretch(clause, inner, clause.start, first)

    def _groups(self, spans: Sequence[Token]) -> list[list[Token]]:
        groups: list[list[Token]] = [[spans[0]]]
        for token in spans[1:]:
            between = self.text[groups[-1][-1].end : token.start]
            if between.strip() in ("", "、", "和", "及", "与", "跟", "以及"):
                groups[-1].append(token)
            else:
                groups.append([token])
        return groups

    def _enter(self, group: Sequence[Token]) -> None:
        """The project in force changes to what is named."""
        ids: list[str] = []
        for token in group:
            span: NameSpan = token.value
            fitting = self._choose(span)
            if len(fitting) == 1:
                ids.extend(fitting)
            elif not self.candidates:
                self.candidates = fitting
        self.named = True
        self.projects = tuple(dict.fromkeys(ids))
        self.listed.extend(each for each in ids if each not in self.listed)
        self.target = _Target()
        self.trouble = None

    def _choose(self, span: NameSpan) -> tuple[str, ...]:
        if len(span.candidates) == 1:
            return span.candidates
        chosen = self.lexicon.choose(span.candidates, self.sender)
        if len(chosen) == 1:
            return chosen
        known = tuple(each for each in span.candidates if each in self.projects or each in self.listed)
        return known if len(known) == 1 else span.candidates

    def _all_of_them(self, clause: Clause) -> None:
        """两个项目都…: all that were named, else all of the sender's own."""
        hit = ALL_PROJECTS.search(self.text, clause.start, min(clause.end + 1, len(self.text)))
        if not hit or hit.start() > clause.end:
            return
        wanted = CHINESE_COUNT.get(hit["count"] or "", 0) or (int(hit["count"]) if (hit["count"] or "").isdigit() else 0)
        noun = hit["noun"] or ""
        pool = tuple(self.listed) if len(self.listed) > 1 else self.own
        if noun and noun not in ("项目", "工程"):
            pool = tuple(each for each in pool if noun[-2:] in self.lexicon.registry.projects[each].name or noun[:2] in self.lexicon.registry.projects[each].name)
        if len(pool) > 1 and (not wanted or wanted == len(pool)):
            self.projects = pool
            self.named = True
            self.target = _Target()

    def _in_force(self) -> tuple[str, ...]:
        if self.projects:
            return self.projects
        if not self.named and len(self.own) == 1:
            return self.own
        return ()

    # --- clauses ---------------------------------------------------------------------------------------------

    def _stretch(self, clause: Clause, tokens: Sequence[Token], start: int, end: int) -> None:
        """One clause, or the part of it after a project's name."""
        ids = self._in_force()
        entries = [self.lexicon.registry.projects[each] for each in ids if each in self.lexicon.registry.projects]
        solid = [token for token in tokens if token.kind in (Kind.PROJECT, Kind.DATE)]
        nodes = node_tokens(self.lexed, start, end, entries, self.target.nodes, solid) if entries else []
        words = [token for token in tokens if token.kind is not Kind.PROJECT and not _covered(token, nodes)]
        words = _without_inner(words)
        ordered = sorted((*nodes, *words), key=lambda token: (token.start, token.kind))
        segments = cut(ordered, start, end, self.text)
        for segment in segments:
            self._segment(clause, segment, entries)

    def _segment(self, clause: Clause, segment: Segment, entries: Sequence[ProjectEntry]) -> None:
        role = clause.role
        if not entries:
            self._nobody(segment)
            return
        said = sorted((*segment.subjects, *segment.body), key=lambda token: token.start)
        planned = role in (Role.PLAN, Role.PLAN_WEEK, Role.PLAN_MONTH)
        judgement = judge(self.text, said, self.now, planned, acts=True, start=segment.start)
        if judgement.hearsay:
            return
        target = self._target_of(segment, clause, judgement)
        numbers = [token for token in said if token.kind is Kind.NUMBER]
        measures = measure(self.lexed, segment.start, segment.subjects, numbers, self.money, role is Role.INVESTMENT, judgement.planned and judgement.status is None)
        words = self.text[segment.start : segment.end].strip("，,。；; ")
        for entry in entries:
            self._record(clause, segment, entry, target, judgement, measures, words)
        if target.nodes and not target.foreign:
            self.sentence_nodes = dict(target.nodes)
        self._trouble(clause, segment, entries, target, judgement)
        self.target = target
        if judgement.status is Status.DONE and target.nodes and not target.part:
            self.target.closed = True

    def _nobody(self, segment: Segment) -> None:
        """Something may be said, but of no known project."""
        if any(token.kind in (Kind.NUMBER, Kind.WORK) or (token.kind is Kind.MARK) for token in (*segment.subjects, *segment.body)):
            self.unnamed = True

    def _target_of(self, segment: Segment, clause: Clause, judgement: Judgement) -> _Target:
        """Whom a segment speaks of: its own subject, or the one before."""
        nodes = [token for token in segment.subjects if token.kind is Kind.NODE]
        works = [token for token in segment.subjects if token.kind is Kind.WORK]
        part = any(token.kind is Kind.PART for token in segment.subjects) or any(
            token.kind is Kind.MARK and token.value is Mark.PART for token in segment.body
        )
        if nodes:
            return self._named_target(nodes, works, part)
        if works:
            current = self.target.nodes
            if current and not self.target.closed and clause.gap < Gap.STOP and all(holds(node, stage_of(works[0])) for node in current.values()):
                own = all(works[0].text in node.name for node in current.values())
                return _Target(nodes=dict(current), part=part if own else True)
            return _Target(works=True)
        if self._of_the_rest(segment) or WHOLE_PROJECT.match(self.text, segment.start, segment.end):
            return _Target()
        if self.target.closed:
            again = judgement.done_on is not None and any(self._draft(each, node).done_on is None for each, node in self.target.nodes.items())
            return _Target(dict(self.target.nodes), closed=True) if again else _Target(part=part)
        foreign = self._unknown_subject(segment) if clause.gap >= Gap.SEMICOLON else self.target.foreign
        return _Target(dict(self.target.nodes), self.target.works, part or (self.target.part and clause.gap <= Gap.COMMA), foreign=foreign)

    def _named_target(self, nodes: Sequence[Token], works: Sequence[Token], part: bool) -> _Target:
        found = dict(nodes[0].value.nodes)
        if any(not all(holds(node, stage_of(token)) for node in found.values()) for token in works):
            return _Target(works=True)
        after = [token for token in works if token.start >= nodes[-1].end]
        return _Target(nodes=found, part=part or bool(after and not _same_stage(nodes[-1], after)))

    def _of_the_rest(self, segment: Segment) -> bool:
        marks = {token.value for token in segment.body if token.kind is Kind.MARK}
        return Mark.OTHERS in marks and Mark.UNCHANGED in marks

    def _unknown_subject(self, segment: Segment) -> bool:
        """Whether a clause begins with a thing that is neither a node nor an office: 工地的电还是没接."""
        first = min((token.start for token in (*segment.subjects, *segment.body)), default=segment.end)
        lead = FILLERS.sub("", self.text[segment.start : first])
        return len(lead) >= 2 and not lead.endswith(AGENTS)

    def _draft(self, project: str, node: NodeEntry | None) -> Draft:
        key = (project, node.id if node else None)
        return self.drafts.setdefault(key, Draft(*key))

    def _record(self, clause: Clause, segment: Segment, entry: ProjectEntry, target: _Target, judgement: Judgement, measures: Measures, words: str) -> None:
        node = target.nodes.get(entry.id)
        self._nodes_said(clause, segment, entry, target, judgement, measures, words)
        self._numbers(segment, entry, node, target, measures, words)

    def _nodes_said(self, clause: Clause, segment: Segment, entry: ProjectEntry, target: _Target, judgement: Judgement, measures: Measures, words: str) -> None:
        """Status and dates, for every node that the segment names or for the one in force."""
        named = [token.value.nodes[entry.id] for token in segment.subjects if token.kind is Kind.NODE and entry.id in token.value.nodes]
        nodes: list[NodeEntry | None] = list(dict.fromkeys(named)) if named and not target.works else [target.nodes.get(entry.id)]
        for node in nodes:
            status = self._status(clause, segment, node, target, judgement, measures)
            due = judgement.due_on if node is not None and not target.part and not target.works and not target.foreign else None
            if due and measures.targeted and not judgement.all_of_it:
                due = None
            if node is not None and node.kind is NodeKind.START and judgement.enters_on:
                due = due or judgement.enters_on
            if status is None and due is None:
                continue
            draft = self._draft(entry.id, node)
            if status is not None:
                draft.set_status(status, judgement.done_on)
            if due is not None:
                draft.due_on = due
            draft.say(words)

    def _status(self, clause: Clause, segment: Segment, node: NodeEntry | None, target: _Target, judgement: Judgement, measures: Measures) -> Status | None:
        status = judgement.status
        if clause.role in (Role.PROBLEM, Role.HELP) and status is not Status.BLOCKED:
            return None
        if target.foreign or (self.troubled and status is Status.IN_PROGRESS and not segment.subjects):
            return None
        if status is None:
            if measures.percent_vague and not target.works and not target.part:
                return Status.IN_PROGRESS
            return None
        if target.works:
            return Status.IN_PROGRESS if status is Status.IN_PROGRESS else None
        if target.part:
            return Status.IN_PROGRESS if status is Status.IN_PROGRESS else None
        if node is None:
            if status is Status.DONE:
                return None
            if status in (Status.NOT_STARTED, Status.CONDITIONAL):
                return None
            if status is Status.IN_PROGRESS and not {each.act for each in judgement.predicates} & {Act.PROGRESS, Act.ENTERED, Act.RESUMED}:
                return None
        if status is Status.IN_PROGRESS and (measures.percent is not None or measures.count_done) and node is not None:
            acts = {each.act for each in judgement.predicates}
            return status if acts & {Act.PENDING, Act.RESUMED, Act.ENTERED} or self._goes_on(judgement) else None
        return status

    def _goes_on(self, judgement: Judgement) -> bool:
        return any(each.act is Act.PROGRESS for each in judgement.predicates)

    def _numbers(self, segment: Segment, entry: ProjectEntry, node: NodeEntry | None, target: _Target, measures: Measures, words: str) -> None:
        if measures.investments:
            draft = self._draft(entry.id, None)
            for each in measures.investments:
                draft.add_investment(each)
            draft.say(words)
        if measures.percent is not None and not target.works and not target.part:
            draft = self._draft(entry.id, node)
            draft.percent = measures.percent
            draft.say(words)
        for quantity in measures.quantities:
            owner = self._owner(entry, node, target, quantity)
            draft = self._draft(entry.id, owner)
            draft.add_count(quantity)
            draft.say(words)

    def _owner(self, entry: ProjectEntry, node: NodeEntry | None, target: _Target, quantity: Quantity) -> NodeEntry | None:
        """The node a count belongs to; where none is named, its unit may tell."""
        if node is not None:
            return node
        if target.works and quantity.unit != "层":
            return None
        chars = UNIT_OBJECTS.get(quantity.unit, "")
        if quantity.unit == "层":
            frames = nodes_of_kind(entry, NodeKind.STRUCTURE) or nodes_of_kind(entry, NodeKind.TOPPING_OUT)
            frames = tuple(each for each in frames if "主体" in each.name or "结构" in each.name or each.kind is NodeKind.TOPPING_OUT) or nodes_of_kind(entry, NodeKind.TOPPING_OUT)
            return frames[0] if frames else None
        fitting = [each for each in entry.nodes if any(char in each.name for char in chars)]
        return fitting[0] if len(fitting) == 1 else None

    # --- problems --------------------------------------------------------------------------------------------

    def _trouble(self, clause: Clause, segment: Segment, entries: Sequence[ProjectEntry], target: _Target, judgement: Judgement) -> None:
        text = self.text[segment.start : segment.end]
        categories: list[ProblemCategory] = []
        if not SOLVED.search(text) and clause.role not in (Role.PLAN, Role.PLAN_WEEK, Role.PLAN_MONTH):
            heavy = clause.role is Role.PROBLEM or judgement.status is Status.BLOCKED or bool(HEAVY.search(text))
            categories = problems_in(text, heavy)
        asks_help = bool(HELP_WORDS.search(text)) and not OWN_HELP.search(text) or (clause.role is Role.HELP and len(text) > 2)
        if clause.gap <= Gap.COMMA and not categories and not segment.subjects:
            self.troubled = self.troubled and clause.gap <= Gap.COMMA
        if not categories and not asks_help:
            if segment.subjects and self.pending and (judgement.status is Status.BLOCKED or AFFECTS.search(text)):
                self._flush(target)
            return
        self.troubled = bool(categories)
        for entry in entries:
            trouble = _Trouble((entry.id,), categories, asks_help, text.strip("，,。；; "))
            owner = self._troubled(clause, segment, entry, target, categories, judgement)
            if owner is None:
                self.pending.append(trouble)
            else:
                self._flush(target)
                self._attach(owner, trouble)

    def _attach(self, draft: Draft, trouble: _Trouble) -> None:
        draft.problems.extend(each for each in trouble.categories if each not in draft.problems)
        draft.needs_help = draft.needs_help or trouble.needs_help
        draft.say(trouble.words)
        self.trouble = draft

    def _flush(self, target: _Target | None = None) -> None:
        """Give the problems that wait for an owner to the node that is held up, else to the project."""
        waiting, self.pending = self.pending, []
        for trouble in waiting:
            for project in trouble.projects:
                node = target.nodes.get(project) if target else None
                self._attach(self._draft(project, node), trouble)

    def _troubled(self, clause: Clause, segment: Segment, entry: ProjectEntry, target: _Target, categories: Sequence[ProblemCategory], judgement: Judgement) -> Draft | None:
        """The draft a problem belongs to; None where the rest of the sentence may tell."""
        named = any(token.kind is Kind.NODE for token in segment.subjects)
        if not categories:
            if self.pending:
                return None
            if self.trouble is not None and self.trouble.project == entry.id:
                return self.trouble
        node = target.nodes.get(entry.id)
        if node is not None and named and not target.works:
            return self._draft(entry.id, node)
        if clause.role is Role.PROBLEM:
            return self._draft(entry.id, None)
        if judgement.status is Status.BLOCKED and node is not None and not target.closed:
            return self._draft(entry.id, node)
        node = self.sentence_nodes.get(entry.id)
        if node is None or all(each in SITE_WIDE for each in categories) and categories:
            return None
        return self._draft(entry.id, node)


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
    return [
        token
        for token in words
        if token.kind is not Kind.MARK
        or not any(
            work.start <= token.start and token.end <= work.end and work.end - work.start > token.end - token.start for work in works
        )
    ]


def _same_stage(node: Token, works: Sequence[Token]) -> bool:
    return all(token.start <= node.end + 1 for token in works)
