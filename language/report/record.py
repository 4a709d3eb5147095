"""Writes what a segment says into the drafts of its projects and nodes."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from language.belonging import WORKS_KINDS
from language.facts import Act
from language.facts.acts import AHEAD
from language.late import late
from language.node_names import is_half
from language.problems import UNABLE
from language.procedures import PROCEDURE_KINDS
from language.report.beside_ends import GRANTED_AT_LAST, awaits_grant, handed_over
from language.report.draft import Count, Draft
from language.report.memory import Memory
from language.report.owners import SHEETS, STOREYS, TREES, clearing_of, owner_of
from language.report.saying import Saying
from language.report.source import source
from language.report.status import Before, its_works_stop, status_of
from language.report.tokens import Kind
from language.report.trouble_cues import stay_in_the_way
from language.report.trouble_words import BACK
from language.structure import Gap
from language.tables.headings import Role
from language.tables.marks import Mark
from language.understanding import Report
from language.vocabulary_words import NODE_KINDS
from models.calendar import Week, add_months
from models.registry import NodeEntry, ProjectEntry
from models.vocabulary import NodeKind, ProblemCategory, Status

PAPERS = PROCEDURE_KINDS - {NodeKind.LAND_TRANSFER, NodeKind.SITE_SELECTION}
"""Of a paper nothing is left to be counted: what is left beside it stands in the way."""

SETTLED = late(r"搞定|解决|谈妥|谈下来|谈拢|摆平|协调好|协调到位|理顺")
"""The end of a trouble, of no node."""

GOES_ON = late(r"照[干做常样浇铺装打挖吊旧]|[正如]常|接着[干做]|没停|不停")
"""外墙停了，室内照干: the other part of it goes on."""

AT_ALL = late(r"[动干做推进施展往]")
"""动不了: of nothing that is done but of the whole."""

OF_PAPERS = late(
    r"批|受理|公示|[领拿取][到了得证]|[没未]拿|[办下出发][来了证]|送审|[报递]上|上报|评审|过会|上会|在办|在审|补正|退"
)
"""What happens to papers only."""

STUCK = late(
    r"[，、 ]?(?:一直|就|还|就这么|至今|现在|目前|也|又|都|给)*(?:卡|搁|悬|压)(?:着|住|在那|那儿?|了)*[。！ ]*"
)
"""卡着: nothing but that it is stuck."""
NOT_REALLY_BEGUN = late(r"正式|真正|实质|实际|其实|[不没]算|算不上|谈不上")
"""Beside a beginning that is denied: what was told to have begun was only a ceremony."""

SAME_DAY = late(r"[也都就][也都就]?(?:是|在|要到?|得到?|定在|放在|赶在)?(?:那天|那一天|同一天|同日)")
"""消防验收要到11月20日，交房也是那天."""


class Record:
    """The drafts of one message."""

    def __init__(self, today: date, memory: Memory) -> None:
        self._today = today
        self._memory = memory
        self._drafts: dict[tuple[str, str | None], Draft] = {}
        self._halfway: list[Draft] = []
        """Those of which only a share was told that is no number."""

    def reports(self, text: str) -> tuple[Report, ...]:
        """Every draft that says something, finished; `text` is what they were read from."""
        for draft in self._drafts.values():
            draft.drop_scales()
        if not any(draft.states for draft in self._drafts.values()):
            for draft in self._halfway:
                draft.set_status(Status.IN_PROGRESS)  # 装修过半了, and nothing else
        said = [draft for draft in self._drafts.values() if draft.states]
        return tuple(draft.report(source(text, draft.words, self._of_others(draft))) for draft in said)

    def _of_others(self, draft: Draft) -> list[str]:
        return [words for other in self._drafts.values() if other is not draft for words in other.words]

    def draft(self, project: str, node: NodeEntry | None) -> Draft:
        """The draft of a node, or of a project as a whole."""
        key = (project, node.id if node else None)
        if key not in self._drafts:
            self._drafts[key] = Draft(*key)
        return self._drafts[key]

    def stands_still(self, project: str) -> bool:
        """Whether a project as a whole was said to stand still."""
        draft = self._drafts.get((project, None))
        return draft is not None and draft.status is Status.BLOCKED

    def tells_of_whole(self, projects: Sequence[str]) -> bool:
        """Whether of each of some projects nothing but how it stands as a whole was told."""
        told = [draft for draft in self._drafts.values() if draft.states]
        whole = {draft.project for draft in told if draft.node is None and draft.status is not None}
        return bool(projects) and whole.issuperset(projects) and not any(d.node for d in told if d.project in projects)

    def write(self, saying: Saying, projects: Sequence[ProjectEntry], before: Before) -> None:
        """What one segment says of the projects in force."""
        for place, project in enumerate(projects):
            nodes = self._nodes(saying, project)
            as_many = len(nodes) > 1 and (saying.days > 1 or len(saying.measures.percents) == len(nodes))
            own = saying.each_own or as_many or saying.gives_as_many(len(projects))
            if own and len(projects) > 1:
                self._write(saying.of_one(place, len(projects)), project, nodes, before)
            elif own and len(nodes) > 1:
                for number, node in enumerate(nodes):
                    self._write(saying.of_one(number, len(nodes)), project, [node], before)
            else:
                self._write(saying, project, nodes, before)

    def _write(self, saying: Saying, project: ProjectEntry, nodes: Sequence[NodeEntry | None], before: Before) -> None:
        """What one segment says of one project and some of its nodes."""
        for node in nodes:
            self._state(saying, project, node, self._due(saying, node, before), before)
        self._invest(saying, project)
        if nodes:
            if saying.measures.percent_vague and saying.target.whole and nodes[-1] is not None:
                self._halfway.append(self.draft(project.id, nodes[-1]))
            if saying.measures.percents:
                self._shares(saying, project, nodes)
            if saying.measures.counts:
                self._counts(saying, project, nodes[-1])

    def _nodes(self, saying: Saying, project: ProjectEntry) -> Sequence[NodeEntry | None]:
        """The nodes of one project that a segment speaks of; None for the project itself."""
        memory, target = self._memory, saying.target
        tokens = saying.node_tokens(project)
        named = list(dict.fromkeys(token.value.nodes[project.id] for token in tokens)) if tokens else []
        if len(tokens) > 1:
            memory.together = {**memory.together, project.id: tuple(named)}
        elif tokens:
            memory.together.pop(project.id, None)
        elif not saying.segment.subjects:
            both = memory.together.get(project.id, ())
            if both and (
                saying.judgement.of_all
                or saying.each_own
                or (saying.gives_only_day and target.nodes.get(project.id) in both)
            ):
                return both
        if named and not target.works:
            return named
        node = target.nodes.get(project.id)
        under_way = saying.status is Status.IN_PROGRESS and len(saying.words) <= FEW_WORDS
        if node is None and not target.works and (saying.status is Status.DONE or under_way):
            node = memory.implied.get(project.id) or self._same_paper(saying, project)
        return [node]

    def _same_paper(self, saying: Saying, project: ProjectEntry) -> NodeEntry | None:
        """甲环评受理了，乙的22号批了: what happens to papers is of the sort that was told of the project before."""
        kind = self._memory.paper
        if kind is None or saying.segment.subjects or OF_PAPERS.search(saying.text) is None:
            return None
        nodes = [node for node in project.nodes if node.kind is kind]
        return nodes[0] if len(nodes) == 1 else None

    # status and days ----------------------------------------------------------------------------------------

    def _state(
        self, saying: Saying, project: ProjectEntry, node: NodeEntry | None, due: date | None, before: Before
    ) -> None:
        judgement = saying.judgement
        if saying.target.reopened:
            self.draft(project.id, node).reopen()
        if (node or not saying.target.works) and awaits_grant(saying):
            handed = node or self._memory.sentence.get(project.id)
            if handed is not None and handed.kind in GRANTED_AT_LAST:
                node = handed
                self.draft(project.id, node).reopen()
        if node is None and saying.target.works and GOES_ON.search(saying.text):
            node = self._standing(project)
        if node is None and its_works_stop(saying, before):
            node = self._memory.sentence.get(project.id)
        if node is None and saying.clause.gap <= Gap.COMMA and STUCK.fullmatch(saying.text):
            node = self._troubled_paper(project)
        status = status_of(saying, node, before)
        if status is Status.DONE and node is not None and _half_built(saying, project, node):
            status = None  # 墩柱36根已全部完成 is not the end of 墩柱及盖梁
        if status is None and due is None and node is not None and self._dates_an_act(saying, node):
            status = Status.DONE
        if status is None and node is not None and (day := _only_day(saying)):
            self.draft(project.id, node).take_status(None, day, forced=False, rest_goes_on=False)
        if saying.clause.gap <= Gap.SEMICOLON:
            self._goes_on_again(saying, project, node)
        if status is None and due is None and not (saying.target.closed and judgement.done_on):
            return
        draft = self.draft(project.id, node)
        if status is Status.BLOCKED and draft.status is Status.IN_PROGRESS and _is_only_unable(saying):
            status = None
        opens = node is not None and node.kind is NodeKind.TENDER and status is Status.NOT_STARTED
        if opens and draft.status is Status.IN_PROGRESS and saying.clause.gap <= Gap.COMMA:
            status = None  # 挂着网，标还没开
        if node is not None and node.kind in PAPERS and _half_open(saying, project):
            draft.reopen()
        elsewhere = (saying.target.strange or saying.target.part or saying.target.works) and GOES_ON.search(
            saying.text
        ) is not None
        rest_goes_on = (judgement.of_the_rest or elsewhere) and judgement.status is Status.IN_PROGRESS
        if rest_goes_on and node is not None and draft.status is Status.BLOCKED and OTHER_NODES.match(saying.text):
            return
        if rest_goes_on and node is not None and node.kind is NodeKind.TENDER and not saying.segment.subjects:
            return  # 施工招标3标段废标，其他标段正常干
        if rest_goes_on and draft.due_on and draft.status is None and OTHER_NODES.match(saying.text):
            return  # 调蓄池7月10日前完工，其余正常
        all_of_it = judgement.all_of_it and bool(saying.measures.counts)
        if status is Status.NOT_STARTED and NOT_REALLY_BEGUN.search(saying.text):
            draft.reopen()  # 昨天奠基了，还没正式开工
        draft.take_status(status, judgement.done_on, saying.resumes, rest_goes_on, all_of_it)
        if status is Status.DONE and judgement.done_on and node is not None and node.kind is NodeKind.TENDER:
            draft.drop_problems((ProblemCategory.TENDER,))  # 流标后二次招标6月5日中标
        if due is not None:
            draft.take_due(due, judgement.modality)
        draft.say(saying.words)

    def _standing(self, project: ProjectEntry) -> NodeEntry | None:
        """大厅停着，病房照做: the node of the sentence that was said to stand still."""
        node = self._memory.sentence.get(project.id)
        return node if node is not None and self.draft(project.id, node).status is Status.BLOCKED else None

    def _troubled_paper(self, project: ProjectEntry) -> NodeEntry | None:
        """施工许可证图审没过，卡着: the one paper of which a trouble was told."""
        told = [draft.node for draft in self._drafts.values() if draft.project == project.id and draft.problems]
        nodes = [node for node in project.nodes if node.id in told and node.kind in PROCEDURE_KINDS]
        return nodes[0] if len(nodes) == len(told) == 1 else None

    def _dates_an_act(self, saying: Saying, node: NodeEntry) -> bool:
        """开工不是1月28日，是1月29日: the day of an act that was named before."""
        return node.id in self._memory.acting and saying.judgement.day is not None and not saying.segment.subjects

    def _due(self, saying: Saying, node: NodeEntry | None, before: Before) -> date | None:
        """The day by which a node is to end: no part of it, no number on the way."""
        judgement = saying.judgement
        whole = saying.target.whole or saying.target.rest
        if (
            node is None
            or not whole
            or (self._memory.conditional and not judgement.moved and not saying.segment.subjects)
        ):
            return None
        if judgement.due_on is None and SAME_DAY.search(saying.text):
            return self._memory.last_due
        if judgement.acts <= {Act.NAMED} and not judgement.planned and _counts_done(saying):
            return None  # 签约本周新增41户
        if node.kind is NodeKind.START and judgement.enters_on:
            return judgement.enters_on
        if saying.measures.targeted and not judgement.all_of_it:
            return None
        deferred = node in self._memory.deferred.values()  # 原定6月30日，路灯没到货，估计7月10日
        if before.trouble_told and not (judgement.moved or deferred or judgement.acts & (AHEAD | {Act.DONE})):
            return None
        settled = None if saying.segment.subjects else SETTLED.search(saying.text)
        if settled and (before.trouble_told or (settled[0] != "搞定" and node.kind is not NodeKind.ACQUISITION)):
            return None  # 青苗补偿没谈下来，9月底前搞定
        if judgement.due_on is not None and handed_over(saying, node):
            return None
        if judgement.due_on is None and not judgement.dated and judgement.plans_an_end:
            return self._due_of(saying.role)
        return judgement.due_on

    def _due_of(self, role: Role | None) -> date | None:
        """下周计划：完成X is due on Sunday of next week."""
        if role is Role.PLAN_WEEK:
            return Week.of(self._today).next.sunday
        if role is Role.PLAN_MONTH:
            return add_months(self._today.replace(day=1), 2) - timedelta(days=1)
        return None

    # numbers ------------------------------------------------------------------------------------------------

    def _invest(self, saying: Saying, project: ProjectEntry) -> None:
        if not saying.measures.investments:
            return
        self._memory.sentence.pop(project.id, None)
        draft = self.draft(project.id, None)
        for investment in saying.measures.investments:
            draft.add_investment(investment)
        draft.say(saying.words)

    def _shares(self, saying: Saying, project: ProjectEntry, nodes: Sequence[NodeEntry | None]) -> None:
        percents = saying.measures.percents
        if len(percents) > 1 and (len(nodes) > 1 or Mark.EACH in saying.segment.said):
            return  # whose is which cannot be told
        if saying.target.whole and not _half_named(saying, project):
            node = nodes[-1]
            if node is None and saying.measures.of_quantity:
                node = self._memory.implied.get(project.id)
            self._share(saying, project, node, percents[-1])

    def _share(self, saying: Saying, project: ProjectEntry, node: NodeEntry | None, percent: Decimal) -> None:
        draft = self.draft(project.id, node)
        draft.percent = percent
        draft.say(saying.words)

    def _counts(self, saying: Saying, project: ProjectEntry, node: NodeEntry | None) -> None:
        target = saying.target
        if target.foreign and not target.nodes and not _is_built(saying):
            return
        known = {each.quantity.unit for each in self.draft(project.id, node).counts} if target.strange else set()
        counts = saying.measures.counts
        if known and not any(each.quantity.unit in known or each.quantity.left is not None for each in counts):
            node = None  # 机耕路9公里，泵站主体2座
        for count in saying.measures.counts:
            owner = self._owner(saying, project, node, count)
            left_over = saying.troubled and count.quantity.left is not None
            trees = owner is not None and owner.kind is NodeKind.FORESTRY and count.quantity.unit in TREES
            if (
                owner is not None
                and owner.kind in PAPERS
                and not trees
                and (left_over or target.strange or (count.quantity.left is not None and count.quantity.unit in SHEETS))
            ):
                continue  # 环评正在编，还有两座坟没迁; 规划许可证换好，抽水井加了8口
            if owner is not None and owner.kind in ACCEPTED and _only_likened(saying, count):
                continue  # 消防管还差600米
            if owner is not None and count.quantity.left is not None and stay_in_the_way(saying, (project,)):
                continue  # 桩基还有两户没搬
            if owner is not None and not target.nodes and not target.works:
                target.nodes[project.id] = owner
                self._memory.sentence[project.id] = owner
            draft = self.draft(project.id, owner)
            if node is None and owner is not None and _all_done(saying) and not count.part:
                draft.set_status(Status.DONE, saying.judgement.done_on)
            scale = count.quantity.done is None and count.quantity.left is None and not saying.segment.subjects
            if scale and node is None:
                count.sentence = self._memory.sentences
            if owner is not None:
                self._take_whole(project.id, draft, count)
            if not saying.judgement.predicates:
                count = draft.all_of_it(count)
            draft.add_count(count, self._memory.sentences)
            draft.say(saying.words)

    def _take_whole(self, project: str, draft: Draft, count: Count) -> None:
        """大坪总共75户，房屋主体起完38户: a whole of nothing is of the node that its sentence goes on to tell of."""
        if count.quantity.done is None or count.quantity.total is not None:
            return
        for told in self._drafts.values():
            for whole in told.counts if told is not draft and told.project == project else ():
                if whole.sentence == self._memory.sentences and whole.is_whole_of(count.quantity):
                    told.counts.remove(whole)
                    draft.counts.append(whole)
                    return

    def _goes_on_again(self, saying: Saying, project: ProjectEntry, node: NodeEntry | None) -> None:
        """停了两天，已经协调好: what stood still goes on, though nothing else says so."""
        draft = self._drafts.get((project.id, node.id if node else None))
        if draft is not None and draft.status is Status.BLOCKED and BACK.fullmatch(saying.text.strip("，,。； ")):
            draft.status = Status.IN_PROGRESS

    def _owner(self, saying: Saying, project: ProjectEntry, node: NodeEntry | None, count: Count) -> NodeEntry | None:
        if node is None and count.quantity.unit == STOREYS and saying.does_later_work:
            return None
        beside = self._memory.ended_beside if node is None and not saying.segment.subjects else ""
        if beside and saying.clause.gap is Gap.COMMA:
            return clearing_of(project, beside)
        implied = self._memory.implied.get(project.id) if node is None and not saying.target.works else None
        return implied or owner_of(project, node, saying.target, count.quantity, count.by)


BUILDING = late(
    r"(?:完成了?|(?:新|扩|重)?[修建砌浇铺栽种换挖打架立装焊埋敷刷做盖]+(?:筑|设|建|植|装|造)?(?:完|好|成)?了?)(?:约|近)?$"
    r"|^[，、 ]?(?:又|已经?|共|累计)?[修建砌浇铺栽种换挖架立焊埋敷刷盖]了?[\u4e00-\u9fff]{0,2}[^\W\d人员班次回]$"
)
"""What stands right before a count of things that have been made: 渠道修了|6公里, 停车位做了|80个."""
MADE = frozenset(
    {
        "公里",
        "米",
        "平方米",
        "立方米",
        "亩",
        "棵",
        "株",
        "座",
        "道",
        "根",
        "栋",
        "孔",
        "跨",
        "榀",
        "盏",
        "个",
        "处",
        "口",
        "条",
    }
)
"""In what things are counted that are built, and papers, people and meetings are not."""
ACCEPTED = frozenset({NodeKind.ACCEPTANCE, NodeKind.COMPLETION, NodeKind.DRAWING_REVIEW, NodeKind.CONSTRUCTION_PERMIT})
LAID = frozenset({"米", "公里", "立方米", "吨", "延米"})
UNLISTED = frozenset({NodeKind.ACQUISITION, NodeKind.UTILITIES})
"""What is counted in every project, be it a node of its plan or not."""


def _only_likened(saying: Saying, count: Count) -> bool:
    """消防管还差600米 is no length of a 消防验收: what is laid, of a paper that is named by one of its words."""
    named = [each.text for each in saying.segment.subjects if each.kind is Kind.NODE]
    return count.quantity.unit in LAID and not any("验" in each or "许可" in each for each in named)


def _is_built(saying: Saying) -> bool:
    """渠道修了6公里: whether what nobody entered is counted as something that has been built."""
    counts = saying.measures.counts
    if any(each.value in UNLISTED for each in NODE_KINDS.find(saying.text)):
        return True  # 征地还剩12户 where the plan has no such node
    if saying.troubled or saying.leaves or any(each.quantity.unit not in MADE for each in counts):
        return False
    numbers = [token for token in saying.segment.body if token.kind is Kind.NUMBER]
    return bool(numbers) and BUILDING.search(saying.text[: numbers[0].start - saying.segment.start]) is not None


FEW_WORDS = 5
"""航道疏浚收尾: behind a name that is a node's too, so many words tell nothing but how far it is."""
OTHER_NODES = late(
    r"[，； ]?(?:其[他它余]|别的|剩下的?)的?(?:工序|节点|作业面|工作|分项|专业)?"
    r"(?=照|正常|都|均|全|没停|不受|继续|在干|在施工)"
)
"""防渗墙停工，其余正常施工: where a whole node stands still, the others go on and no part of it."""


def _counts_done(saying: Saying) -> bool:
    return bool(saying.measures.counts) and all(each.quantity.done is not None for each in saying.measures.counts)


def _all_done(saying: Saying) -> bool:
    """306户全部签完, 230户清零: an end of all that is counted is the end of the node that is counted so."""
    whole = saying.target.whole and not saying.judgement.of_the_rest and saying.judgement.all_of_it
    return saying.status is Status.DONE and whole and not saying.leaves and not saying.troubled


def _is_only_unable(saying: Saying) -> bool:
    """安装中，专家来不了，调不了: what cannot be done just now, of what is under way."""
    return not saying.segment.subjects and UNABLE.search(saying.text) is not None and not AT_ALL.search(saying.text)


def _half_built(saying: Saying, project: ProjectEntry, node: NodeEntry) -> bool:
    """Whether only one of two works is spoken of that a node joins."""
    return node.kind in WORKS_KINDS and _half_named(saying, project) and is_half(node.name, saying.text)


def _half_open(saying: Saying, project: ProjectEntry) -> bool:
    """初设批了概算没批: one half of what a node joins is not granted."""
    undone = saying.status in (Status.BLOCKED, Status.IN_PROGRESS)
    return undone and _half_named(saying, project)


def _half_named(saying: Saying, project: ProjectEntry) -> bool:
    """幕墙完成32% says nothing of the whole of 幕墙及装饰."""
    named = saying.node_tokens(project)
    return len(named) == 1 and is_half(named[0].value.nodes[project.id].name, named[0].text)


def _only_day(saying: Saying) -> date | None:
    """规划证12月4号: of a node that has been told done before, the day on which it was."""
    if any(token.kind is Kind.MARK or token.kind is Kind.NUMBER for token in saying.segment.tokens):
        return None
    days = [token.value for token in saying.segment.tokens if token.kind is Kind.DATE]
    return days[0].finished() if len(days) == 1 else None
