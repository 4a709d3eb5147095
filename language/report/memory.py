"""What is remembered from clause to clause, and what a full stop, a new item or another project puts an end to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from language.belonging import PERMITS
from language.facts import Act
from language.late import late
from language.report.aim import Target
from language.report.collective import is_reference
from language.report.figures import Topic
from language.report.saying import Saying
from language.report.tokens import Kind, Token
from language.report.trouble_words import THEY_SAY
from language.structure import Clause, Gap
from language.tables.marks import Mark
from models.registry import NodeEntry
from models.vocabulary import NodeKind, ProblemCategory, Scope, Status

AIMS = late(r"目标|打算|计划|设想|力争|争取|确保|愿望|希望|要求|任务是")
"""What makes of the words before a colon a heading of what is to come; 节后第一报 is none."""

UNKEPT = frozenset({Mark.OLD, Mark.DOUBT, Mark.NOT})
"""Beside a day these say that it is not kept."""

LEVELS = late(r"出(?:地面|零米?|正负零)|正负零|[±]0")
"""A level on the way up: what follows is told of the whole again."""

HALVES = frozenset({"一半", "大半", "小半", "多半"})
"""How much of it is done: what follows is told of the whole again."""

SHOWN = ("公示", "挂网", "公告", "公示期")
Nodes = dict[str, NodeEntry]
"""One node of each project, by the project's id."""


@dataclass(slots=True)
class Memory:
    """Whom the talk is of, and what has been left open."""

    asked: Mapping[str, NodeEntry]
    """The node that a question was about: whoever names none answers of it."""
    target: Target = field(default_factory=Target)
    sentence: Nodes = field(default_factory=dict)
    """The nodes that the sentence named last: a problem in it is theirs."""
    label: Nodes = field(default_factory=dict)
    """The nodes before a colon, in force until the next item."""
    implied: Nodes = field(default_factory=dict)
    """The nodes that a project's own name names, too: 航道疏浚."""
    paper: NodeKind | None = None
    """The sort of paper that was told of the project before: 甲环评受理了，乙的22号批了."""
    beside: Nodes = field(default_factory=dict)
    """The nodes of other projects that are told of together with the next one: 二桥桥梁、泵站泵房都在施工."""
    together: dict[str, tuple[NodeEntry, ...]] = field(default_factory=dict)
    """The nodes that were named together last: 均已完成."""
    listed: dict[str, tuple[NodeEntry, ...]] = field(default_factory=dict)
    """The nodes that were named one after the other since the item began: 两项均计划9月底前完成."""
    last_due: date | None = None
    """The day to come that the sentence named last: 交房也是那天."""
    _spoken_of: dict[str, int] = field(default_factory=dict)
    """The sentence in which each of these was named last, unless it was done."""
    label_day: Token | None = None
    """The day before a colon, in force for what ends behind it: 8月底前：土建完成."""
    deferred: Nodes = field(default_factory=dict)
    """The nodes of which a day was said that is not kept, until a new one is."""
    acting: set[str] = field(default_factory=set)
    """Nodes whose act was named without a day: 开工不是1月28日，是1月29日."""
    excepted: frozenset[str] = frozenset()
    """Parts of which all but they are told something."""
    topic: Topic = field(default_factory=Topic)
    latent: ProblemCategory | None = None
    """What was spoken of without a complaint yet."""

    sentences: int = 1
    """How many sentences have begun."""
    stopped: bool = False
    """Whether a full stop, and no more than that, stands before the sentence."""
    planned: bool = False
    hoped: bool = False
    """Whether the clause has begun with a bare word of hope: 哪怕, 为了."""
    label_planned: bool = False
    """Whether the words before a colon speak of what is to come: 我们的目标是：…"""
    leading_rumour: bool = False
    """Whether the clause has begun with a bare word of hearsay: 以为."""
    outer_planned: bool = False
    in_aside: bool = False
    rumour: bool = False
    """Whether the whole clause is hearsay."""
    all_but: bool = False
    """Whether something was left out of what the sentence tells: 除3号库外."""
    conditional: bool = False
    """Whether the end of a node was just made a condition: the day that follows is of what comes then."""
    untrue: bool = False
    """Whether the clause takes itself back."""
    muted: bool = False
    """Whether what follows is hearsay."""
    left_over: bool = False
    """Whether the sentence counted what is left: what stops is that rest."""
    told_beside: bool = False
    """Whether the clause before told of a trouble, or of the end of a part."""
    on_show: bool = False
    """Whether something was just said to be on show: 环评已挂网公示."""
    ended_beside: str = ""
    """What was just told to have ended that is no node: a bare count behind it is of that."""
    unexplained: bool = False
    """Whether something stands still for which no reason was given yet."""

    def __post_init__(self) -> None:
        self.begin_item()

    def begin_item(self) -> None:
        """A new line or item: nothing but what was asked about is in force."""
        self.target = Target(dict(self.asked))
        self.sentence, self.label = dict(self.asked), dict(self.asked)
        self.muted = False
        self.excepted = frozenset()
        self.deferred = {}
        self.listed = {}
        self.together = {}

    def begin_sentence(self) -> None:
        """Problems look for their node in one sentence only."""
        self.sentence = dict(self.label)
        self.left_over = self.unexplained = False
        self.last_due = None
        self.latent = None
        self.all_but = False
        self.sentences += 1

    def begin_project(self, gap: Gap) -> None:
        """Another project is spoken of."""
        kinds = {node.kind for node in self.target.nodes.values()} if gap <= Gap.SEMICOLON else set()
        self.paper = next(iter(kinds)) if len(kinds) == 1 and kinds <= PERMITS else None
        self.target = Target()
        self.implied = {}
        self.deferred = {}
        self.listed = {}
        self.together = {}
        self.topic = Topic(carry=self.topic.carry, listed=self._listed, headed=self.topic.headed)

    @property
    def _listed(self) -> Scope | None:
        """The period of the money told last, if money was told."""
        topic = self.topic
        return topic.scope or topic.listed or Scope.TOTAL if topic.invested else topic.listed

    def cross(self, clause: Clause) -> None:
        """Forget what the gap before a clause puts an end to."""
        self.muted = self.muted and clause.gap < Gap.STOP
        if clause.gap >= Gap.STOP or clause.label:
            self.label_day = None
        if clause.gap >= Gap.SEMICOLON:
            self.begin_sentence()
            self.stopped = clause.gap is Gap.STOP
            headed = None if clause.gap is Gap.STOP else self.topic.headed
            invested = self.topic.invested
            self.topic = Topic(invested=invested and clause.gap is Gap.SEMICOLON, listed=self._listed, headed=headed)
        if clause.gap is Gap.ITEM:
            self.begin_item()
        if clause.aside and not self.in_aside:
            self.outer_planned, self.planned = self.planned, False
        elif clause.resumes:
            self.planned = self.outer_planned
        elif not clause.aside:
            self.label_planned = self.label_planned and clause.gap < Gap.SEMICOLON
            self.planned = self.label_planned
        self.in_aside = clause.aside
        self.hoped = self.leading_rumour = False
        self.topic.carry = None

    def go_on(self, saying: Saying, trouble_told: bool) -> None:
        """Remember whom the next clause may speak of without a name."""
        judgement, target, counts = saying.judgement, saying.target, saying.measures.counts
        done = judgement.status is Status.DONE or (Act.DONE in judgement.acts and bool(counts))
        ended = (target.part or target.works) and done
        self.told_beside = trouble_told or (ended and not saying.measures.percents)
        self.ended_beside = saying.text if judgement.status is Status.DONE and not target.nodes and not counts else ""
        self.planned = judgement.planned
        self.last_due = judgement.due_on or self.last_due
        self.conditional = saying.names_node and _is_condition(saying)
        self.hoped = judgement.hoped
        self._keep_deferred(saying)
        self.excepted |= {each[1] for each in LEFT_OUT.finditer(saying.text)}
        if saying.clause.label:
            self.label_planned = judgement.planned and AIMS.search(saying.text) is not None
        if trouble_told and not counts and (target.works or (target.nodes == self.target.nodes and _amid(saying))):
            return
        if _only_reassures(saying) or _is_said_of(saying):
            return
        goes_on = saying.segment.start > saying.clause.start and not saying.tells_progress
        self.left_over = saying.leaves or _leaves_one(saying) or (self.left_over and goes_on)
        self.on_show = saying.text.rstrip("了中").endswith(SHOWN)
        open_node = self.target.nodes and not self.target.closed
        if target.works and open_node and judgement.status in (None, Status.DONE) and not counts:
            return
        self.target = target
        parts = [each.text for each in saying.segment.subjects if each.kind is Kind.PART]
        if (Mark.PART in saying.segment.said and LEVELS.search(saying.text)) or (parts and HALVES.issuperset(parts)):
            target.passing = True
        if saying.segment.subjects:
            self._keep_acts(saying)
        if Mark.EXCEPT in saying.segment.said:
            self.excepted |= {each.text for each in saying.segment.subjects if each.kind is Kind.PART}
        self._close(saying)
        self._keep_nodes(saying)

    def _keep_deferred(self, saying: Saying) -> None:
        """Whose day was said to be the old one, in doubt or gone by: the next new day is theirs."""
        judgement, target = saying.judgement, saying.target
        if judgement.due_on is not None:
            if target.nodes == self.deferred:
                self.deferred = {}
            return
        if not (judgement.dated and target.nodes and target.whole):
            return
        waited = any(token.kind is Kind.MARK and token.text == "没等" for token in saying.segment.body)
        if waited or not saying.segment.said.isdisjoint(UNKEPT):
            self.deferred = dict(target.nodes)

    def _keep_acts(self, saying: Saying) -> None:
        judgement = saying.judgement
        if judgement.status is not None or judgement.due_on is not None or judgement.planned:
            return
        for token in saying.segment.subjects:
            if token.kind is Kind.NODE and token.value.act:
                self.acting |= {each.id for each in token.value.nodes.values()}

    def _close(self, saying: Saying) -> None:
        """After a node is done the talk is no longer of it."""
        doubtful = saying.troubled and saying.judgement.done_on is None
        if saying.judgement.status is Status.DONE and self.target.nodes and self.target.whole and not doubtful:
            self.target.closed = True

    def _list_nodes(self, saying: Saying) -> None:
        for token in saying.segment.subjects:
            if token.kind is Kind.NODE and not token.value.weak and not is_reference(token):
                for project, node in token.value.nodes.items():
                    before = tuple(each for each in self.listed.get(project, ()) if each is not node)
                    self.listed[project] = (*before, node)
                    self._spoken_of[node.id] = self.sentences
        if saying.status is Status.DONE and saying.target.whole:
            for node in saying.target.nodes.values():
                self._spoken_of.pop(node.id, None)

    def abreast(self) -> dict[str, tuple[NodeEntry, ...]]:
        """The nodes that the sentence has named and not told to be done: 均在本月底前完成."""
        spoken = self._spoken_of
        return {
            project: tuple(each for each in nodes if spoken.get(each.id) == self.sentences)
            for project, nodes in self.listed.items()
        }

    def _keep_nodes(self, saying: Saying) -> None:
        nodes = self.target.nodes
        if saying.segment.subjects:
            self._list_nodes(saying)
        told = saying.status is not None and all(node.kind in PERMITS for node in nodes.values())
        named = any(each.kind is Kind.NODE and (told or not each.value.weak) for each in saying.segment.subjects)
        if self.target.closed and any(node.kind is NodeKind.START for node in nodes.values()):
            self.sentence = {}
        elif nodes and (named or self._tells_how_far(saying)):
            self.sentence = dict(nodes)
        if saying.clause.label and nodes and not saying.measures.counts:
            self.label = dict(nodes)

    def _tells_how_far(self, saying: Saying) -> bool:
        """桩打了三千根 of 桩基施工: whether a clause tells of a node by its works, and nothing that goes wrong."""
        own = bool(saying.segment.subjects) and self.target is saying.target and not saying.target.works
        counted = any(each.kind is Kind.NUMBER and each.text[0] not in FEW for each in saying.segment.body)
        return own and bool(counted or saying.judgement.predicates) and not saying.troubled


FEW = frozenset("一几半")
"""What a number begins with that tells of a thing or two: 边坡滑了一块."""

LEFT_OUT = late(r"(?:除[了去开]?|除却)((?!此|以上|上述)[^，。；除\d]{2,10}?(?<![之以]))[之以]?外")
"""除三号坑外: what was left out, in the words in which it is told of afterwards."""
IF = late(r"要是|如果|倘若|假如|假使|只要|一旦|除非|若(?!干)|等(?!级|离)|待(?!定)|(?:之后|以后|后|的话)$")
COMES_TRUE = frozenset({Act.PLANNED, Act.NAMED})


def _is_condition(saying: Saying) -> bool:
    """土地要是能摘下来，7月就能开工: an end that is only supposed, with no day of its own."""
    judgement = saying.judgement
    if judgement.due_on is not None or not judgement.acts & COMES_TRUE:
        return False
    return IF.search(saying.text.strip("，,。 ")) is not None


def _amid(saying: Saying) -> bool:
    """有一批机床压在海关: a thing of the node that goes wrong, and no part of which the next clause goes on."""
    named = any(each.kind is Kind.PART for each in saying.segment.subjects) or Mark.PART in saying.segment.said
    return saying.target.part and not named


def _is_said_of(saying: Saying) -> bool:
    """说打桩震裂了房子: what others complain of is not what the next clause speaks of."""
    first = saying.segment.subjects[0] if saying.segment.subjects else None
    if first is None or saying.tells_progress or Kind.DATE in saying.segment.kinds:
        return False
    return THEY_SAY.search(saying.text[: first.start - saying.segment.start]) is not None


def _leaves_one(saying: Saying) -> bool:
    """就剩综合楼: the last of several, without which the node is not at its end."""
    lacks = next((each for each in saying.segment.body if each.kind is Kind.MARK and each.value is Mark.LACK), None)
    return lacks is not None and lacks.text.endswith("剩") and saying.target.part and not saying.judgement.predicates


def _only_reassures(saying: Saying) -> bool:
    """资金没问题: money that is only said to be there is not what the next clause speaks of."""
    judgement, nodes = saying.judgement, saying.target.nodes.values()
    if not saying.heard.solved or judgement.status is not None or judgement.due_on or saying.measures.counts:
        return False
    return bool(nodes) and all(node.kind is NodeKind.FINANCING for node in nodes)
