"""Reads a report: walks over the clauses with the project, node and heading in force, and fills the drafts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import zip_longest

from language.facts import judge
from language.facts.said import Said
from language.hearing import hear
from language.late import late
from language.names import Lexicon
from language.problems import NOT_ARRIVED, problems_of
from language.report.aim import Target
from language.report.collective import referred
from language.report.evidence import tells_of_works
from language.report.gathering import gathered
from language.report.lexing import lex
from language.report.memory import Memory, Nodes
from language.report.money import scope_headed
from language.report.nodes import node_tokens
from language.report.order import in_order
from language.report.others import Others
from language.report.project_names import ProjectNames, together
from language.report.record import Record
from language.report.row_of_names import Row
from language.report.runs import LONG, TURNED, stops
from language.report.saying import Saying
from language.report.scope import Scope
from language.report.segments import Segment
from language.report.status import Before
from language.report.subjects import cut
from language.report.tokens import Kind, Token
from language.report.topics import LONGEST_PAUSE, LONGEST_TOPIC, is_topic
from language.report.troubles import Troubles
from language.report.unregistered import tells_of_unregistered
from language.report.untold import BESIDE_WORKS, told_beside
from language.structure import Clause, Gap
from language.tables.headings import PLANS, Role
from language.tables.marks import UNSURE, Mark
from language.terms import index_of
from language.understanding import PromptItem, Report
from language.vocabulary_words import NODE_KINDS
from models.registry import NodeEntry, ProjectEntry
from models.vocabulary import Modality, Status

HOPES = frozenset({Mark.HOPE, Mark.PLAN, Mark.DOUBT, Mark.NEAR, Mark.MOVED, Mark.NOT_GRANTED, Mark.WAITING, Mark.LACK})
UNTRUE_WORD = late(
    r"有误|不实|不属实|不准确|(?:报|写|填|发|说|弄|搞|记)错了?|不对|不是真的|是假的|是误报|误报|误传|谣传|讹传|谣言|假消息"
)
UNTRUE = late(rf"(?:{UNTRUE_WORD.pattern})[”」』）]?的?$")
"""What a clause ends in that takes itself back."""

THING_WRONG = late(
    r"(?:图纸?|设计|方案|坐标|标高|高程|轴线|放线|定位|尺寸|型号|规格|颜色|材质|参数|地勘|勘察|勘探|测量|清单|控制价|红线|界址|权属|合同|配比|配筋|预埋件?)"
    r"(?:里|上|中|又|也|都|还|的)?$"
)
"""图纸有误: a thing is wrong, not what was told."""

SAID_WHY = late(r"[，、 ]?(?:[他人]家|对方|那边|上面|局里)?(?:说是|理由是|讲是)")
"""退回来两次，说是退线不够: what they say who returned it."""
SHOWN_UNTIL = late(r"(?:公[示告]期?|挂网)?(?:[到至]|截[至止]到?).{2,12}(?:结束|截止|期满|到期|为止|止)$")
"""Behind 环评已公示: how long it is on show, and not when it is granted."""

THE_OTHERS = late(
    r"[ ，]?(?:其余|其[他它]|剩下的?)(?:各?(?:个|项)?(?:项目|单位))?(?:均|都|也)?"
    r"(?:正常(?:推进|施工)?|按计划推进|不变|无变化|没变化|同上周)[。！ ]?"
)
ARE_WELL = late(
    r"[\x20，]?(?:其余|其[他它]|剩下的?|别的)(?:各?(?:个|项)?(?:项目|单位|工作|方面|事项))?的?(?:一切|目前|暂时)?(?:均|都|也)?(?:正常(?:推进|施工)?|照常|按计划(?:推进)?|没什么|无异常)了?[。！\x20]?"
)
"""…。其余照常: a sentence of its own says nothing of what was told before it."""
THEIRS = late(r"那?边?的(?=[，。；、 ]|$)")
SPEAKING = ("今天", "今日", "本周", "这周", "本月", "目前")
"""Days that a heading may be of without anything having been done on them."""
SIDE_BY_SIDE = ("、", "和", "及", "与", "跟")
LONGEST_BESIDE = 14
"""How long what stands between two names may be that is but a node of the first."""
LINE = late(r"[。；\n]")
ELSE = late(r"(?:不然|否则|要不然?|如若不然)(?:的话)?[，就]?")
"""急需环评批复，不然进不了场: what would be, were it otherwise, is not so."""
BESIDES = ("另外", "此外", "另有", "还有个事", "还有一个", "再一个", "再就是")
"""Behind a full stop these turn to something else than what stands before the colon."""
ALL_BUT = late(r"除(?!了)(?P<part>.{1,12}?)[之以]?外")
"""除3号库外: what is told of all after it is told of a part."""

HALVES = frozenset({"一半", "大半", "小半", "多半", "部分"})

PAPERS = late(r"审批|批复|手续|许可|容缺|承诺")
NAMING = frozenset({Kind.PROJECT, Kind.WORK, Kind.MARK})
LEADING = (Kind.NODE, Kind.NUMBER, Kind.WORK)


@dataclass(slots=True)
class Reading:
    """What reading a message gave, before it is decided what to answer."""

    reports: tuple[Report, ...] = ()
    unnamed: bool = False
    """Something was said while no project was in force."""
    stranger: bool = False
    """A project was named that nobody has registered."""
    unclear: bool = False
    """Something was said to be done, and it cannot be told what: 今天领证了."""
    aside: bool = False
    """A part of a node, or work that is no node, was said to be finished, which is nothing to record."""
    unsure: bool = False
    """Something was said that nobody has confirmed."""
    candidates: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    """The projects of the sender's unit of which works were told, though nothing of it is to be recorded."""


class ReportReader:
    """One reading of one text by one speaker; `about` is what a question has settled already."""

    def __init__(
        self, text: str, now: datetime, sender: str | None, lexicon: Lexicon, about: PromptItem | None = None
    ) -> None:
        self._lexed = lex(text, now, lexicon, sender)
        text = self._text = self._lexed.text
        self._may_be_untrue = UNTRUE_WORD.search(text) is not None
        self._leaves_some_out = "除" in text
        self._may_turn = ELSE.search(text) is not None
        self._now = now
        self._lexicon = lexicon
        self._projects = lexicon.registry.projects
        self._scope = Scope(lexicon, sender, text, self._lexed.projects)
        self._scope.unknown = about is None and bool(lexicon.strangers(text))
        self._others = Others(text, self._scope)
        self._names = ProjectNames(text, self._projects, self._scope)
        self._row = Row(text)
        if about is not None:
            self._scope.settle(about.project)
        self._memory = Memory(_nodes_asked(about, self._projects))
        self._record = Record(now.date(), self._memory)
        self._troubles = Troubles(self._record.draft, self._memory, self._text)
        self._reading = Reading()

    def read(self) -> Reading:
        """Read all clauses in order."""
        ordered = in_order(self._lexed, self._lexicon, self._scope.entries)
        self._foresee(ordered)
        topic: Clause | None = None
        for said, following in zip_longest(ordered, ordered[1:]):
            clause = said if topic is None else Clause(topic.start, said.end, topic.gap, said.role, said.aside)
            topic = clause if topic is None and following and self._is_topic(clause, following) else None
            if topic is not None:
                continue
            if clause.role is not Role.IGNORE and not self._is_of_others(clause):
                self._clause(clause, following)
        self._troubles.end_sentence()
        self._reading.reports = self._record.reports(self._text)
        self._reading.candidates = self._scope.candidates
        if not self._reading.unsure:
            kept = {each.project for each in self._reading.reports}
            self._reading.told = told_beside(self._lexed, self._scope, kept) if kept else self._told()
        return self._reading

    def _is_topic(self, clause: Clause, following: Clause) -> bool:
        """环评呢，6月批了: whether a clause only names the node of which the next one tells."""
        if clause.end - clause.start > LONGEST_TOPIC or not 0 < following.start - clause.end <= LONGEST_PAUSE:
            return False
        if following.gap > Gap.COMMA or following.role not in (clause.role, Role.PROGRESS) or following.label:
            return False
        tokens = self._lexed.within(clause.start, clause.end)
        names = [token for token in tokens if token.kind is Kind.PROJECT]
        begin = names[-1].end if names else clause.start
        if any(token.kind not in NAMING for token in tokens) or len(names) > 1:
            return False
        if any(token.kind is Kind.PROJECT for token in self._lexed.within(following.start, following.end)):
            return False
        projects = self._scope.known(names[0].value.candidates) if names else self._scope.entries
        return len(projects) == 1 and is_topic(self._text, projects[0], begin, clause.end, following)

    def _told(self) -> tuple[str, ...]:
        if BESIDE_WORKS.search(self._text):
            return ()  # 二实小周边已恢复交通
        mine = self._scope.of_unit()
        own = tuple(each for each in self._scope.named or self._scope.ids if each in mine)
        if not own or self._reading.aside:
            return own
        if not (self._scope.named or NODE_KINDS.find(self._text) or PAPERS.search(self._text)):
            return ()
        whole = 0, len(self._text)
        said = tells_of_works(self._text, self._lexed.within(*whole), *whole, named=True, ambiguous=False)
        return own if said else ()

    def _is_of_others(self, clause: Clause) -> bool:
        """甲…；乙…；其余正常: behind several projects it is said of those that were not named."""
        if clause.gap >= Gap.STOP and clause.start and ARE_WELL.fullmatch(self._text, clause.start, clause.end):
            return True
        several = clause.gap >= Gap.SEMICOLON and len(self._scope.named) > 1
        return several and THE_OTHERS.fullmatch(self._text, clause.start, clause.end) is not None

    # which project ------------------------------------------------------------------------------------------

    def _tells_trouble(self, clause: Clause, stops: bool = False) -> bool:
        """Whether a clause tells of a trouble; `stops` where something stands still for it."""
        heard = hear(self._text[clause.start : clause.end])
        return bool(problems_of(heard, stops or heard.weighty).categories)

    def _gives_reason(self, clause: Clause) -> bool:
        """Whether a clause of hearsay tells why something stands still, be it that nobody knows what has not come."""
        return self._tells_trouble(clause) or NOT_ARRIVED.search(self._text, clause.start, clause.end) is not None

    def _foresee(self, ordered: Sequence[Clause]) -> None:
        """昨晚停电，二标停工一天: what a sentence begins with is of the project it goes on to name."""
        if not self._lexed.projects:
            return
        theirs = bool(self._scope.ids) and len(self._scope.own) == 1
        for place, clause in enumerate(ordered):
            tokens = self._lexed.within(clause.start, clause.end)
            if place and clause.gap >= Gap.SEMICOLON:
                return
            names = self._names.said_in(tokens)
            still = any(token.kind is Kind.MARK and token.value is Mark.BLOCKED for token in tokens)
            if (
                names
                and place
                and (still or not theirs)
                and all(self._tells_trouble(each, still) for each in ordered[:place])
            ):
                self._scope.enter(together(self._text, names)[0])
            if names or any(token.kind is Kind.NODE for token in tokens):
                return

    def _taken_back(self, following: Clause | None) -> bool:
        """Whether the clause that follows says that nobody is sure: 林地手续批了，核实后再报."""
        if not self._lexed.unconfirmed or following is None or following.gap > Gap.COMMA:
            return False
        tokens = self._lexed.within(following.start, following.end)
        return any(token.kind is Kind.MARK and token.value is Mark.UNCONFIRMED for token in tokens)

    def _is_untrue(self, clause: Clause) -> bool:
        """上午报的招标已完成有误: what a clause itself calls wrong is not so."""
        found = UNTRUE.search(self._text, clause.start, clause.end)
        return found is not None and THING_WRONG.search(self._text, clause.start, found.start()) is None

    def _clause(self, clause: Clause, following: Clause | None) -> None:
        """One clause: change of project first, then what is said of it."""
        if clause.gap >= Gap.SEMICOLON:
            self._troubles.end_sentence()
        self._memory.cross(clause)
        if self._memory.stopped and self._text.startswith(BESIDES, clause.start):
            self._memory.sentence = {}  # 腾退：还剩2家。另外厂区查出污染土，…
        self._memory.rumour = self._taken_back(following)
        if self._may_turn and ELSE.match(self._text, clause.start, clause.end):
            return
        self._memory.untrue = self._may_be_untrue and self._is_untrue(clause)
        if self._leaves_some_out:
            self._leave_out_parts(clause)
        tokens = self._lexed.within(clause.start, clause.end)
        if clause.label:
            self._head(clause, following)
            day = tokens[0] if tokens and tokens[0].kind is Kind.DATE else None
            if day is not None and (day.start, day.end) == (clause.start, clause.end) and day.value.lies_ahead():
                self._memory.label_day = day
                return
        names = self._names.said_in(tokens)
        if not names:
            self._unnamed(clause, tokens)
        elif outside := self._others.leaves_out(clause, names):
            self._others.leave_out(names)
            begin = self._others.enter(outside, clause.end)
            if begin := begin or self._scope.enter_others(self._text, names[-1].end, clause.end):
                self._memory.target = Target()
                self._stretch(clause, [token for token in tokens if token.start >= begin], begin, clause.end)
        else:
            self._groups(clause, tokens, self._row.with_before(clause, together(self._text, names)))

    def _leave_out_parts(self, clause: Clause) -> None:
        """除3号库外: keep what is left out of what is told of all."""
        found = ALL_BUT.search(self._text, clause.start, clause.end)
        if found is not None:
            self._memory.excepted |= {found["part"]}
            if (found.start(), found.end()) == (clause.start, clause.end):
                self._memory.all_but = True

    def _head(self, clause: Clause, following: Clause | None) -> None:
        """A label may say of what time or sort the money below it is: 本月完成投资："""
        heads = following is not None and following.role is Role.INVESTMENT and clause.role is not Role.INVESTMENT
        before = LINE.split(self._text[max(0, clause.start - 10) : clause.start])[-1]
        label = before + self._text[clause.start : clause.end] + ("投资" if heads else "")
        self._memory.topic.headed = scope_headed(label) or self._memory.topic.headed

    def _unnamed(self, clause: Clause, tokens: Sequence[Token]) -> None:
        """A clause that names no project: 两个项目都… may still speak of several that are in force."""
        if self._scope.ids and tells_of_unregistered(self._text, clause.start, clause.end, self._scope.entries):
            self._scope.lose()
            self._reading.stranger = True
        if all_named := self._row.told_of(clause):
            self._scope.enter(all_named)
            self._memory.begin_project(clause.gap)
        behind_whole = self._others.speaks and self._record.tells_of_whole(self._scope.ids)
        counted = self._others.enter(clause.start, clause.end, behind_whole) or self._scope.enter_all(
            self._text, clause.start, clause.end
        )
        if counted:
            self._memory.target = Target()
            tokens = [token for token in tokens if token.start >= counted]
        self._stretch(clause, tokens, counted or clause.start, clause.end)

    def _groups(self, clause: Clause, tokens: Sequence[Token], groups: Sequence[Sequence[Token]]) -> None:
        """A clause that names projects: what stands before the first, then what is said of each group of them."""
        first = groups[0][0].start
        if self._turned_round(groups[0]):
            self._scope.enter(groups[0])
            self._memory.begin_project(clause.gap)
            self._stretch(clause, [token for token in tokens if token.end <= first], clause.start, first)
            return
        if any(token.end <= first and token.kind is Kind.MARK and token.value in UNSURE for token in tokens):
            self._memory.rumour = True  # 听说二标批了
        if any(token.end <= first and token.kind in LEADING for token in tokens) or self._goes_on(
            clause, first, tokens
        ):
            if not self._scope.ids:
                self._scope.enter(groups[0])
            self._stretch(clause, [token for token in tokens if token.end <= first], clause.start, first)
            led = []
        else:
            led = [token for token in tokens if token.end <= first and not (clause.label and _is_idle_day(token))]
        hoped = any(token.end <= first and _hopes(token) for token in tokens)
        ends = [*(group[0].start for group in groups[1:]), clause.end]
        planned = self._memory.planned or hoped
        beside: list[Token] = []
        for group, end in zip(groups, ends, strict=True):
            self._scope.enter([*beside, *group])
            if end < clause.end and (node := self._node_beside(group, end)):
                self._memory.beside |= node
                beside += group
                continue
            self._memory.begin_project(clause.gap)
            self._memory.implied = self._names.implied(group)
            self._memory.planned = planned  # 力争年底前二标通车
            self._troubles.forget_owner(self._scope.ids)
            begin = self._names.end_of(group[-1])
            said = [
                token for token in tokens if begin <= token.start < end and not self._names.counts_them(token, begin)
            ]
            if any(token.kind is Kind.DATE or token.value is Mark.HELP for token in led):
                self._stretch(clause, [*led, *group, *said], clause.start, end)  # 今天上午绕城东段正式通车
            else:
                self._stretch(clause, said, begin, end)
            led = []

    def _node_beside(self, group: Sequence[Token], end: int) -> Nodes:
        """二桥桥梁、泵站泵房都在施工: the one node between a project's name and the next one joined to it."""
        if len(group) != 1 or len(group[0].value.candidates) != 1:
            return {}
        begin = self._names.end_of(group[0])
        said = self._text[begin:end]
        joint = next((each for each in SIDE_BY_SIDE if said.endswith(each)), "")
        if not joint or len(said) > LONGEST_BESIDE:
            return {}
        project = self._projects[group[0].value.candidates[0]]
        stop = end - len(joint)
        found = [each for each in index_of(project).find(self._text, begin, stop) if not each.weak]
        whole = len(found) == 1 and len(found[0].nodes) == 1 and found[0].end == stop
        return {project.id: found[0].nodes[0]} if whole and found[0].start - begin <= said.startswith("的") else {}

    def _goes_on(self, clause: Clause, first: int, tokens: Sequence[Token]) -> bool:
        """交付年底前|机械厂桩基…: whether what runs on ends with more than a day before another project is named."""
        if not self._lexed.runs_on or clause.gap is not Gap.COMMA or not self._scope.ids:
            return False
        days = sum(token.end - token.start for token in tokens if token.end <= first and token.kind is Kind.DATE)
        return 0 < days <= first - clause.start - 2

    def _turned_round(self, group: Sequence[Token]) -> bool:
        """防渗墙是右岸的: what it is stands before whose it is."""
        return self._text.endswith("是", 0, group[0].start) and THEIRS.match(self._text, group[-1].end) is not None

    # what is said -------------------------------------------------------------------------------------------

    def _stretch(self, clause: Clause, tokens: Sequence[Token], start: int, end: int) -> None:
        """One clause, or the part of it after a project's name, cut at its subjects."""
        projects = self._scope.entries
        if clause.label and self._text.startswith(("：", ":"), clause.end):
            tokens = _without_idle_days(tokens)
        if not projects:
            said = tells_of_works(
                self._text, tokens, start, end, self._scope.unknown, ambiguous=bool(self._scope.candidates)
            )
            heard = self._memory.rumour or any(token.kind is Kind.MARK and token.value in UNSURE for token in tokens)
            self._reading.unsure = self._reading.unsure or (said and heard)
            self._reading.unnamed = self._reading.unnamed or (said and not heard)
            return
        ordered = node_tokens(self._lexed, tokens, start, end, projects, self._memory.target.nodes)
        if self._memory.beside:
            ordered = self._with_those_beside(ordered)
        if self._memory.listed:
            ordered = referred(self._text, ordered, start, end, self._memory)
        mended = self._lexed.runs_on
        runs_on = mended or clause.end - clause.start >= LONG or TURNED.search(self._text, start, end) is not None
        for stop in (*(stops(self._text, start, end, ordered, spoken=mended) if runs_on else ()), end):
            piece = [token for token in ordered if start <= token.start < stop]
            for segment in cut(piece, start, stop, self._text):
                self._segment(clause, segment, projects)
            if stop < end:
                clause = Clause(stop, end, Gap.COMMA, clause.role, clause.aside)
                self._memory.cross(clause)
            start = stop

    def _with_those_beside(self, ordered: Sequence[Token]) -> list[Token]:
        """The nodes of the projects named before this one, told of together with its first."""
        beside, self._memory.beside = self._memory.beside, {}
        first = next((each for each in ordered if each.kind is Kind.NODE), None)
        if first is None:
            return list(ordered)
        own = {project: node for project, node in first.value.nodes.items() if project not in beside}
        joined = replace(first, value=replace(first.value, nodes={**beside, **own}))
        return [joined if each is first else each for each in ordered]

    def _segment(self, clause: Clause, segment: Segment, projects: Sequence[ProjectEntry]) -> None:
        """Read one segment, unless it is hearsay, and tell it to the drafts."""
        planned = self._memory.planned or clause.role in PLANS
        tokens = segment.tokens
        if (day := self._memory.label_day) is not None and Kind.DATE not in segment.kinds and segment.start >= day.end:
            tokens = [day, *tokens]
        said = Said(self._text, tokens, self._now, segment.start, segment.end)
        judgement = judge(said, planned, self._memory.hoped)
        if self._memory.on_show and not segment.subjects and SHOWN_UNTIL.match(self._text, segment.start, segment.end):
            judgement.due_on, judgement.dues = None, []
        hearsay = not self._memory.untrue and (judgement.modality is Modality.HEARSAY or self._memory.leading_rumour)
        if hearsay and self._memory.unexplained and clause.gap <= Gap.COMMA and self._gives_reason(clause):
            hearsay = False  # 房屋拆除停着，说是红色预警: the reason that is given for what was seen
        if hearsay and self._troubles.just_told and clause.gap <= Gap.COMMA and not judgement.predicates:
            hearsay = SAID_WHY.match(self._text, segment.start, segment.end) is None
        self._memory.muted = hearsay or self._memory.rumour or (self._memory.muted and not segment.subjects)
        self._memory.leading_rumour = hearsay and not segment.subjects and not judgement.predicates
        if self._memory.muted:
            self._reading.unsure = True
            return
        saying = gathered(self._lexed, self._memory, clause, segment, judgement, projects)
        if self._memory.untrue:
            self._memory.go_on(saying, self._troubles.just_told)
            self._memory.target.closed = False
            return
        if saying.text:
            self._record.write(saying, projects, self._before(saying))
            self._troubles.tell_of(saying, projects)
        else:
            self._troubles.forget_last()
        self._memory.go_on(saying, self._troubles.just_told)
        self._reading.unclear = self._reading.unclear or _done_of_nothing(saying)
        beside = saying.target.part or saying.target.works
        self._reading.aside = self._reading.aside or (beside and saying.status is Status.DONE)

    def _before(self, saying: Saying) -> Before:
        still = saying.resumes and any(self._record.stands_still(each) for each in self._scope.ids)
        return Before(self._troubles.just_told, self._memory.left_over, still, self._troubles.has_told)


def _without_idle_days(tokens: Sequence[Token]) -> Sequence[Token]:
    """本周管线迁改：排不上队: in a heading without a verb a day tells when one speaks, and not when it was done."""
    if any(token.kind is Kind.MARK for token in tokens):
        return tokens
    return [token for token in tokens if not _is_idle_day(token)]


def _is_idle_day(token: Token) -> bool:
    return token.kind is Kind.DATE and token.text.startswith(SPEAKING)


def _hopes(token: Token) -> bool:
    """Whether a word before a name makes a hope of what is told of it: 力争把…, 加快把…"""
    return token.kind is Kind.MARK and (token.value in HOPES or token.text in ("加快", "抓紧"))


def _done_of_nothing(saying: Saying) -> bool:
    """Whether something is done that is neither a node nor works nor a thing: 今天领证了."""
    target = saying.target
    if target.nodes or target.works or target.foreign or saying.measures.counts or saying.measures.percents:
        return False
    if saying.status is Status.NOT_STARTED:
        return any(token.text in HALVES for token in saying.segment.subjects)  # 还有一半没弄
    return saying.status is Status.DONE and not target.part


def _nodes_asked(about: PromptItem | None, projects: Mapping[str, ProjectEntry]) -> dict[str, NodeEntry]:
    """The node that a question was about, by its project."""
    if about is None or about.node is None:
        return {}
    asked = [node for node in projects[about.project].nodes if node.id == about.node]
    return {about.project: asked[0]} if asked else {}
