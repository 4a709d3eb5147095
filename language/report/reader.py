"""Reads a report: walks over the clauses with the project, node and heading in force, and fills the drafts."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from language.facts import Act, Judgement, judge
from language.names import Lexicon
from language.problems import NO_PROBLEMS, OF_KIND, holds_up, is_weighty, problems_in, solves, topic_in
from language.report.draft import Draft
from language.report.lexing import lex
from language.report.measures import Measures, Setting, Topic, measure
from language.report.order import in_order
from language.report.owners import owner_of
from language.report.scope import Scope
from language.report.nodes import node_tokens
from language.report.subjects import Segment, cut
from language.report.target import Target, target_of
from language.report.tokens import Kind, Token
from language.report.troubles import Trouble, Troubles, asks_for_help, opens_sentence
from language.structure import Clause, Gap
from language.tables.headings import Role
from language.tables.marks import Mark
from language.belonging import WORKS_KINDS
from language.terms import index_of, is_half
from language.understanding import PromptItem, Report
from models.calendar import Week, add_months
from models.registry import NodeEntry, ProjectEntry
from models.vocabulary import NodeKind, ProblemCategory, Status

PLANS = frozenset({Role.PLAN, Role.PLAN_WEEK, Role.PLAN_MONTH})
TRIM = " ，,。；;、：:"
MOVING = frozenset({Act.PROGRESS, Act.ENTERED, Act.RESUMED})
"""What makes work that is no node count as the project being under way."""


@dataclass(slots=True)
class Reading:
    """What reading a message gave, before it is decided what to answer."""

    reports: tuple[Report, ...] = ()
    unnamed: bool = False
    unclear: bool = False
    """Something was said to be done, and it cannot be told what: 今天领证了."""
    candidates: tuple[str, ...] = ()


class ReportReader:
    """One reading of one text by one speaker."""

    def __init__(
        self, text: str, now: datetime, sender: str | None, lexicon: Lexicon, about: PromptItem | None = None
    ) -> None:
        self.text = text
        self.now = now
        self.lexed = lex(text, now, lexicon, sender)
        self.projects = lexicon.registry.projects
        self.scope = Scope(lexicon, sender, text, [token.value for token in self.lexed.tokens if token.kind is Kind.PROJECT])
        self.scope.unknown = about is None and bool(lexicon.strangers(text))
        if about is not None:
            self.scope.settle(about.project)
        self.drafts: dict[tuple[str, str | None], Draft] = {}
        self.troubles = Troubles(self._draft)
        self.asked = _nodes_asked(about, self.projects)
        self.target = self._fresh_target()
        self.sentence_nodes = dict(self.asked)
        self.topic = Topic()
        self.label_nodes = dict(self.asked)
        self.planned = self.outer_planned = self.in_aside = self.muted = False
        self.left_over = self.unexplained = False
        self.latent: ProblemCategory | None = None
        self.acting: set[str] = set()  # nodes whose act was named without a day: 开工不是1月28日，是1月29日
        self.implied: dict[str, NodeEntry] = {}
        self.excepted: frozenset[str] = frozenset()
        self.together: dict[str, tuple[NodeEntry, ...]] = {}
        self.unnamed = self.unclear = False
        self._resumed = False
        self._rest_goes_on = False  # 其余段照常: the standstill was only of a part

    def read(self) -> Reading:
        """Read all clauses in order."""
        for clause in in_order(self.lexed, dict(self.projects)):
            if clause.role is not Role.IGNORE:
                self._clause(clause)
        self.troubles.end_sentence()
        for draft in self.drafts.values():
            draft.drop_scales()
        reports = tuple(draft.report() for draft in self.drafts.values() if draft.states)
        return Reading(reports, self.unnamed, self.unclear, self.scope.candidates)

    def _fresh_target(self) -> Target:
        """Whom a new item speaks of while it names nobody: the node that was asked about, else the project."""
        return Target(dict(self.asked))

    def _draft(self, project: str, node: NodeEntry | None) -> Draft:
        key = (project, node.id if node else None)
        if key not in self.drafts:
            self.drafts[key] = Draft(*key)
        return self.drafts[key]

    def _clause(self, clause: Clause) -> None:
        """One clause: change of project first, then what is said of it."""
        self._cross_gap(clause)
        self.topic.carry = None
        tokens = self.lexed.within(clause.start, clause.end)
        names = [token for token in tokens if token.kind is Kind.PROJECT and not self._is_node_word(token)]
        if names and self.text[max(clause.start, names[0].start - 1) : names[0].start] == "除" and self.text.startswith(("外", "以外", "之外"), names[-1].end):
            self.scope.leave_out(names)
            return
        if not names:
            if self.scope.enter_all(self.text, clause.start, clause.end):
                self.target = Target()
            self._stretch(clause, tokens, clause.start, clause.end)
            return
        groups = _together(self.text, names)
        lead = [token for token in tokens if token.end <= names[0].start and token.kind in (Kind.NODE, Kind.NUMBER, Kind.WORK)]
        if lead:
            self._lead_in(clause, tokens, groups[0])
        for place, group in enumerate(groups):
            self.scope.enter(group)
            self.target = Target()
            self.implied = {}
            self.topic = Topic(carry=self.topic.carry, listed=self.topic.invested or self.topic.listed)
            self.troubles.forget_owner()
            end = groups[place + 1][0].start if place + 1 < len(groups) else clause.end
            begin = group[-1].end
            self._imply(group)
            self._stretch(clause, [token for token in tokens if begin <= token.start < end], begin, end)

    def _is_node_word(self, token: Token) -> bool:
        """Whether what looks like another project's name is a node of the one in force: 土建 after 城东污水厂."""
        current = self.scope.named[-1:] if not self.scope.ids else self.scope.ids
        if not current or set(token.value.candidates) & set(current):
            return False
        return any(
            mention.start == 0 and mention.end == len(token.text)
            for each in current
            for mention in index_of(self.projects[each]).find(token.text)
        )

    def _imply(self, group: Sequence[Token]) -> None:
        """航道疏浚 names the project and its one node of works that is called so, too."""
        if len(group) != 1 or len(self.scope.ids) != 1:
            return
        project = self.projects[self.scope.ids[0]]
        found = [each for each in index_of(project).find(group[0].text) if not each.weak and each.end == len(group[0].text)]
        works = {node for each in found for node in each.nodes if node.kind in WORKS_KINDS}
        if len(found) == 1 and len(works) == 1 and len(found[0].nodes) == 1:
            self.implied = {project.id: works.pop()}

    def _cross_gap(self, clause: Clause) -> None:
        """What a full stop, a semicolon or a new item puts an end to."""
        self.muted = self.muted and clause.gap < Gap.STOP
        if opens_sentence(clause):
            self.troubles.end_sentence()
            self.sentence_nodes = dict(self.asked if clause.gap is Gap.ITEM else self.label_nodes)
            self.left_over = self.unexplained = False
            self.latent = None
            self.topic = Topic(invested=self.topic.invested and clause.gap is Gap.SEMICOLON)
        if clause.gap is Gap.ITEM:
            self.target = self._fresh_target()
            self.label_nodes = dict(self.asked)
            self.muted = False
        if clause.aside and not self.in_aside:
            self.outer_planned, self.planned = self.planned, False
        elif clause.resumes:
            self.planned = self.outer_planned
        elif not clause.aside:
            self.planned = False
        self.in_aside = clause.aside

    def _lead_in(self, clause: Clause, tokens: Sequence[Token], group: Sequence[Token]) -> None:
        """What stands before a project's name in its clause: said of the project in force, or of this one."""
        if not self.scope.ids:
            self.scope.enter(group)
        first = group[0].start
        self._stretch(clause, [token for token in tokens if token.end <= first], clause.start, first)

    def _stretch(self, clause: Clause, tokens: Sequence[Token], start: int, end: int) -> None:
        """One clause, or the part of it after a project's name, cut at its subjects."""
        entries = self.scope.entries
        if not entries:
            self.unnamed = self.unnamed or any(token.kind is not Kind.DATE for token in tokens)
            return
        ordered = node_tokens(self.lexed, tokens, start, end, entries, self.target.nodes)
        for segment in cut(ordered, start, end, self.text):
            self._segment(clause, segment, entries)

    def _segment(self, clause: Clause, segment: Segment, entries: Sequence[ProjectEntry]) -> None:
        said = sorted((*segment.subjects, *segment.body), key=lambda token: token.start)
        judgement = judge(self.text, said, self.now, self.planned or clause.role in PLANS, segment.start, segment.end)
        self.muted = judgement.hearsay or (self.muted and not segment.subjects)
        if self.muted:
            return
        text = self.text[segment.start : segment.end]
        target = target_of(self.text, segment, clause, self.target, judgement, self.excepted, entries)
        numbers = [token for token in said if token.kind is Kind.NUMBER]
        setting = Setting(
            planned=(judgement.planned and judgement.status is None) or judgement.doubtful,
            invests=clause.role is Role.INVESTMENT,
            due_from=_due_from(judgement, said),
            others=judgement.of_the_rest and not judgement.done_on,
            troubled=judgement.status is Status.BLOCKED or solves(text) or clause.role in (Role.PROBLEM, Role.HELP) or bool(problems_in(_blanked(text, segment), is_weighty(text)).categories),
        )
        measures = measure(self.lexed, segment.start, segment.subjects, numbers, self.topic, setting)
        words = text.strip(TRIM)
        self._resumed = any(each.act is Act.RESUMED for each in judgement.predicates)
        self._rest_goes_on = judgement.of_the_rest and judgement.status is Status.IN_PROGRESS
        for place, entry in enumerate(entries):
            self._say(clause, segment, entry, place, len(entries), target, judgement, measures, words, setting.troubled)
        self._tell_troubles(clause, segment, entries, target, judgement, measures, text)
        if judgement.status is Status.DONE and not (target.nodes or target.works or target.part or target.foreign or measures.counts):
            self.unclear = True
        self._go_on(clause, segment, target, judgement, measures, setting.troubled)

    def _go_on(
        self, clause: Clause, segment: Segment, target: Target, judgement: Judgement, measures: Measures, troubled: bool
    ) -> None:
        """Remember whom the next clause may speak of without a name."""
        self.planned = judgement.planned
        if self.troubles.just_told and target.works and not measures.counts:
            return
        self.left_over = any(each.quantity.left is not None for each in measures.counts)
        if target.works and self.target.nodes and not self.target.closed and judgement.status in (None, Status.DONE) and not measures.counts:
            return
        self.target = target
        for token in segment.subjects:
            if token.kind is Kind.NODE and token.value.act and judgement.status is None and judgement.due_on is None:
                self.acting |= {each.id for each in token.value.nodes.values()}
        if any(token.kind is Kind.MARK and token.value is Mark.EXCEPT for token in segment.body):
            self.excepted = frozenset(token.text for token in segment.subjects if token.kind is Kind.PART)
        if judgement.status is Status.DONE and target.nodes and target.whole and not (troubled and judgement.done_on is None):
            self.target.closed = True
        if self.target.closed and any(node.kind is NodeKind.START for node in target.nodes.values()):
            self.sentence_nodes = {}
        elif any(token.kind is Kind.NODE and not token.value.weak for token in segment.subjects) and target.nodes:
            self.sentence_nodes = dict(target.nodes)
        if clause.label and target.nodes and not measures.counts:
            self.label_nodes = dict(target.nodes)

    # what is said -------------------------------------------------------------------------------------------

    def _say(self, clause: Clause, segment: Segment, entry: ProjectEntry, place: int, of: int, target: Target, judgement: Judgement, measures: Measures, words: str, troubled: bool) -> None:
        """Record status, dates and numbers for one project."""
        named = [token.value.nodes[entry.id] for token in segment.subjects if token.kind is Kind.NODE and entry.id in token.value.nodes]
        nodes: list[NodeEntry | None] = list(dict.fromkeys(named)) if named and not target.works else [target.nodes.get(entry.id)]
        if not segment.subjects and judgement.of_all and entry.id in self.together:
            nodes = list(self.together[entry.id])
        if len(named) > 1:
            self.together = {**self.together, entry.id: tuple(dict.fromkeys(named))}
        if nodes == [None] and entry.id in self.implied and not target.works and judgement.status is Status.DONE:
            nodes = [self.implied[entry.id]]
        each_own = any(token.kind is Kind.MARK and token.value is Mark.EACH for token in segment.body)
        for number, node in enumerate(nodes):
            status = self._status(clause, segment, node, target, judgement, measures, troubled)
            due = self._due(clause, node, target, judgement, measures)
            if each_own and due and len(judgement.dues) == max(of, len(nodes)) > 1:
                due = judgement.dues[place if of > 1 else number]
            if status is None and due is None and node is not None and node.id in self.acting and judgement.day is not None and not segment.subjects:
                status = Status.DONE
            if status is not None or due is not None or (target.closed and judgement.done_on):
                self._set(entry, node, status, judgement.done_on, due, words)
        self._numbers(segment, entry, nodes, target, measures, each_own, words)

    def _set(self, entry: ProjectEntry, node: NodeEntry | None, status: Status | None, done_on: date | None, due: date | None, words: str) -> None:
        draft = self._draft(entry.id, node)
        if status is not None and self._rest_goes_on and draft.status is Status.BLOCKED:
            draft.status = Status.IN_PROGRESS
        elif status is not None:
            draft.set_status(status, done_on, forced=self._resumed)
        elif done_on is not None and draft.status is Status.DONE:
            draft.done_on = draft.done_on or done_on
        if due is not None:
            draft.due_on = due
        draft.say(words)

    def _due(self, clause: Clause, node: NodeEntry | None, target: Target, judgement: Judgement, measures: Measures) -> date | None:
        """The day by which the node is to end: no part of it, no number on the way."""
        if node is None or not target.whole:
            return None
        acts = {each.act for each in judgement.predicates}
        if node.kind is NodeKind.START and judgement.enters_on:
            return judgement.enters_on
        if measures.targeted and not judgement.all_of_it:
            return None
        if self.troubles.just_told and not judgement.moved and not acts & {Act.PLANNED, Act.DONE}:
            return None
        if judgement.due_on is None and any(each.act is Act.PLANNED for each in judgement.predicates) and not judgement.dated:
            return self._due_of(clause.role)
        return judgement.due_on

    def _due_of(self, role: Role | None) -> date | None:
        """下周计划：完成X is due on Sunday of next week."""
        today = self.now.date()
        if role is Role.PLAN_WEEK:
            return Week.of(today).next.sunday
        if role is Role.PLAN_MONTH:
            return add_months(today.replace(day=1), 2) - timedelta(days=1)
        return None

    def _status(self, clause: Clause, segment: Segment, node: NodeEntry | None, target: Target, judgement: Judgement, measures: Measures, troubled: bool) -> Status | None:
        """What a segment's verbs say of a node, of work that is none, or of the project."""
        status = judgement.status
        acts = {each.act for each in judgement.predicates}
        if status is Status.IN_PROGRESS and not acts & MOVING and any(each.quantity.left is not None for each in measures.counts):
            return None
        if clause.role in (Role.PROBLEM, Role.HELP) and status is not Status.BLOCKED:
            return None
        if status is Status.DONE and troubled and judgement.done_on is None:
            return None
        if asks_for_help(self.text[segment.start : segment.end], clause.role):
            return None
        if node is None and any(each.quantity.left is not None for each in measures.counts):
            return None
        own_word = segment.subjects or self._resumed or judgement.of_the_rest
        if self.troubles.just_told and status is Status.IN_PROGRESS and not own_word:
            return None
        if target.foreign and status not in (Status.BLOCKED, Status.UNCHANGED) and not (self._resumed and (node is not None or self._stands_still(segment))):
            return None
        counted = any(each.quantity.left is not None for each in measures.counts) or self._stands_in_part(segment, judgement)
        if status is Status.BLOCKED and (judgement.of_a_part or self.left_over or counted):
            return None
        if node is not None and troubled and acts == {Act.PENDING} and node.kind in SITE_KINDS:
            return None
        if judgement.of_the_rest and status in (Status.DONE, None):
            return None
        if target.strange and status is not Status.BLOCKED and status is not Status.IN_PROGRESS:
            return None
        if target.works or target.part or node is None:
            return self._status_of_the_rest(node, target, status, acts, judgement, measures)
        if status is None:
            part_paid = node.kind is NodeKind.FINANCING and Act.PARTLY_DONE in acts
            return Status.IN_PROGRESS if measures.percent_vague or part_paid else None
        if status is Status.IN_PROGRESS and (measures.percents or measures.counts) and not acts & (MOVING | {Act.PENDING, Act.STEP}):
            return None
        return status

    def _status_of_the_rest(self, node: NodeEntry | None, target: Target, status: Status | None, acts: set[Act], judgement: Judgement, measures: Measures) -> Status | None:
        """Work that is no node, a part, or the project: under way counts, an end does not."""
        if status is Status.IN_PROGRESS:
            last = [each.act for each in judgement.predicates if each.act not in (Act.PLANNED, Act.RUNNING)]
            moving = bool(last) and (last[-1] in MOVING or (target.works and last[-1] is Act.STEP))
            return status if moving or (target.part and node is not None) else None
        if target.works or target.part:
            return None
        if status in (Status.BLOCKED, Status.UNCHANGED):
            return None if target.foreign and status is Status.BLOCKED else status
        if status is Status.DONE and judgement.ends_project and not measures.counts:
            return status
        return None

    def _stands_still(self, segment: Segment) -> bool:
        """Whether the project was said to stand still, so that a resumption is its own."""
        return any((each, None) in self.drafts and self.drafts[each, None].status is Status.BLOCKED for each in self.scope.ids)

    def _stands_in_part(self, segment: Segment, judgement: Judgement) -> bool:
        """3.2公里进不去: a length that stands still is a part."""
        return judgement.status is Status.BLOCKED and any(token.kind is Kind.NUMBER for token in segment.body)

    def _numbers(self, segment: Segment, entry: ProjectEntry, nodes: Sequence[NodeEntry | None], target: Target, measures: Measures, each_own: bool, words: str) -> None:
        if measures.investments:
            self.sentence_nodes.pop(entry.id, None)
            draft = self._draft(entry.id, None)
            for investment in measures.investments:
                draft.add_investment(investment)
            draft.say(words)
        if each_own and len(nodes) > 1 and len(measures.percents) == len(nodes):
            for node, percent in zip(nodes, measures.percents, strict=True):
                self._percent(entry, node, percent, words)
        elif measures.percents and target.whole and not _half_named(segment, entry):
            share = measures.of_quantity and nodes[-1] is None
            self._percent(entry, self.implied.get(entry.id) if share else nodes[-1], measures.percents[-1], words)
        for count in measures.counts:
            if target.foreign and not target.nodes:
                continue
            owner = owner_of(entry, nodes[-1], target, count.quantity)
            if owner is None and not target.works:
                owner = self.implied.get(entry.id)
            if owner is not None and not target.nodes and not target.works:
                target.nodes[entry.id] = owner
                self.sentence_nodes[entry.id] = owner
            draft = self._draft(entry.id, owner)
            draft.add_count(count)
            draft.say(words)

    def _percent(self, entry: ProjectEntry, node: NodeEntry | None, percent: Decimal, words: str) -> None:
        draft = self._draft(entry.id, node)
        draft.percent = percent
        draft.say(words)

    # what goes wrong ----------------------------------------------------------------------------------------

    def _tell_troubles(self, clause: Clause, segment: Segment, entries: Sequence[ProjectEntry], target: Target, judgement: Judgement, measures: Measures, text: str) -> None:
        """Tell the problems and cries for help of a segment to whom they concern."""
        if RESUMES & {each.act for each in judgement.predicates} or solves(text):
            self.troubles.take_back()
        needs_help = asks_for_help(text, clause.role)
        weighty = clause.role is Role.PROBLEM or judgement.status is Status.BLOCKED or is_weighty(text) or (self.unexplained and DENIES.search(text) is not None)
        weighty = weighty or (needs_help and not self.troubles.has_owner)
        weighty = weighty and not (self.troubles.known and clause.gap <= Gap.COMMA and not is_weighty(text))
        latent = self.latent if self.latent and not is_weighty(text) else None
        category = next((OF_KIND[node.kind] for node in target.nodes.values() if node.kind in OF_KIND), None)
        problems = problems_in(_blanked(text, segment), weighty, category, latent) if clause.role not in PLANS else NO_PROBLEMS
        if not problems.categories and not said_something(judgement, measures):
            self.latent = self.latent or topic_in(_blanked(text, segment))
        if not problems.categories and not needs_help:
            blocked = judgement.status is Status.BLOCKED
            if target.nodes and segment.subjects and (blocked or judgement.moved or holds_up(text)):
                self.troubles.settle(target)
            elif blocked and not target.nodes:
                self.troubles.settle(None)
                self.troubles.widen(clause.gap)
            self.unexplained = self.unexplained or blocked
            self.troubles.just_told = False
            return
        if problems.site_wide and GIVEN.search(text):
            problems = replace(problems, site_wide=False)
        self.unexplained = self.unexplained and not problems.categories
        named = _names_node(segment, target)
        for entry in entries:
            trouble = Trouble(entry.id, problems, needs_help, text.strip(TRIM))
            self.troubles.tell(trouble, clause, named, target, self.sentence_nodes, judgement.status)
        self.troubles.just_told = bool(problems.categories)


def _nodes_asked(about: PromptItem | None, projects: Mapping[str, ProjectEntry]) -> dict[str, NodeEntry]:
    """The node that a question was about, by its project."""
    if about is None or about.node is None:
        return {}
    return {about.project: node for node in projects[about.project].nodes if node.id == about.node}


def _names_node(segment: Segment, target: Target) -> bool:
    """Whether a segment names its node, or works that are all of one."""
    if any(token.kind is Kind.NODE and not token.value.weak for token in segment.subjects):
        return True
    return bool(target.nodes) and target.whole and any(token.kind is Kind.WORK for token in segment.subjects)


def _half_named(segment: Segment, entry: ProjectEntry) -> bool:
    """幕墙完成32% says nothing of the whole of 幕墙及装饰."""
    named = [token for token in segment.subjects if token.kind is Kind.NODE and entry.id in token.value.nodes]
    return len(named) == 1 and is_half(named[0].value.nodes[entry.id].name, named[0].text)


def _blanked(text: str, segment: Segment) -> str:
    """The words of a segment without its nodes' names: 环评批复卡在资金上 is about money."""
    for token in segment.subjects:
        if token.kind is Kind.NODE:
            low, high = token.start - segment.start, token.end - segment.start
            if 0 <= low and high <= len(text):
                text = text[:low] + "□" * (high - low) + text[high:]
    return text


def said_something(judgement: Judgement, measures: Measures) -> bool:
    """Whether a segment tells of progress."""
    return bool(judgement.predicates or measures.counts or measures.percents)


def _due_from(judgement: Judgement, said: Sequence[Token]) -> int | None:
    """Where the day to come stands, if the segment names one."""
    if judgement.due_on is None:
        return judgement.future_from
    return next((token.end for token in said if token.kind is Kind.DATE), None)


SITE_KINDS = frozenset({NodeKind.FOUNDATION, NodeKind.STRUCTURE, NodeKind.TOPPING_OUT, NodeKind.INSTALLATION})
GIVEN = re.compile(r"[就才]不?[给能让]")
"""没有就不给批: the lack is what the node before waits for."""
DENIES = re.compile(r"[没不未缺无等]")
RESUMES = frozenset({Act.RESUMED})


def _together(text: str, names: Sequence[Token]) -> list[list[Token]]:
    """Names joined by 、 or 和 are spoken of together."""
    groups: list[list[Token]] = [[names[0]]]
    for token in names[1:]:
        if text[groups[-1][-1].end : token.start].strip() in ("", "、", "和", "及", "与", "跟", "以及"):
            groups[-1].append(token)
        else:
            groups.append([token])
    return groups
