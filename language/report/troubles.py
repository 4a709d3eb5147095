"""Whose a problem is: the node its sentence names or holds up, else the project's."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from language.belonging import PERMITS, WORKS_KINDS
from language.pleas import asks_for_help
from language.problems import NO_PROBLEMS, OF_KIND, SHIRKED, UNABLE, Problems, problems_of
from language.report.aim import Target
from language.report.draft import Draft
from language.report.memory import Memory
from language.report.saying import Saying
from language.report.tokens import Kind
from language.report.trouble_cues import (
    Trouble,
    affects,
    builds,
    is_guess,
    is_held,
    is_of_others,
    is_of_the_whole,
    is_taken_over,
    lacks_its_part,
    names_its_goods,
    names_own_paper,
    of_permit,
    only_done,
    only_leads,
    own_category,
    slows,
    still_out,
    tells_only_where,
)
from language.report.trouble_words import (
    ACCESS,
    AFFECTING,
    AMENDS,
    BACK,
    BARELY_STUCK,
    CAME,
    CUTTING,
    DENIES,
    FAULT,
    FEAST,
    GIVEN,
    GOES,
    HALTED,
    LEFT_OUT,
    MAKES_SUPPLY,
    MOVES_LINES,
    MOVING,
    NEXT_STEP,
    NOT_GRANTED,
    OF_IT,
    OPINIONS,
    PLACED,
    PUT_BACK,
    SILENT,
    STUCK,
    SUFFERS,
    THERE,
    UNGRANTED,
    UNWILLING,
    WANTING,
    WINDOW,
)
from language.structure import Gap
from language.tables.headings import PLANS, Role
from models.registry import NodeEntry, ProjectEntry
from models.vocabulary import NodeKind, ProblemCategory, Status

OBSTACLES = frozenset(
    {
        ProblemCategory.ACQUISITION,
        ProblemCategory.UTILITIES,
        ProblemCategory.GREENING,
        ProblemCategory.TRAFFIC,
        ProblemCategory.LAND,
    }
)
"""What may stand in the way without a word that says so."""
OF_PLACES = frozenset({ProblemCategory.ACQUISITION, ProblemCategory.LAND})
"""What is told of the place of some works is told of these works."""
AT_WORK = (ProblemCategory.CONSTRUCTION,)


class Told(NamedTuple):
    """A trouble that has been laid to somebody; `named` where its clause named the node itself."""

    draft: Draft
    trouble: Trouble
    named: bool


class Troubles:
    """Keeps the problems of a sentence until it is known whom they hold up."""

    def __init__(self, draft: Callable[[str, NodeEntry | None], Draft], memory: Memory, text: str = "") -> None:
        self._draft = draft
        self._memory = memory
        self._text = text
        self._pending: list[Trouble] = []
        self._owner: Draft | None = None
        self._sentence: list[Told] = []
        self._stuck: list[Draft] = []
        """Permits that were said to be stuck somewhere: where no other reason is told, the office is it."""
        self._leads = False
        """Whether the clause before only told what the one after it suffers from: 受大风影响，…."""
        self._waited: tuple[Saying, Problems] | None = None
        """What the clause before only said to be still to come."""
        self._last_topic: ProblemCategory | None = None
        """What the clause before spoke of, whatever it told of it: 钱到了一半，剩下的没着落."""
        self._before: ProblemCategory | None = None
        """What the clause before spoke of that may stand in the way."""
        self._returned = False
        """Whether the clause before told that the opinions on a paper are there."""
        self._finds_fault = False
        """Whether somebody is telling what is wrong with what they shall take over."""
        self._moved_on = False
        """Whether the sentence has told of progress since its last problem: what follows is no more of that problem."""
        self._gone_home = False
        """Whether the clause told of hands that have left for a feast."""
        self.just_told = False
        """Whether the clause before told of a problem: what is being done about it is no progress."""

    def end_sentence(self) -> None:
        """Problems that found no node are the project's."""
        self._settle(None)
        for draft in self._stuck:
            if not draft.problems and not self.has_told:
                draft.problems.append(ProblemCategory.APPROVAL)
        self._stuck, self._sentence = [], []
        self.just_told = self._moved_on = False

    def forget_owner(self, named: Sequence[str] = ()) -> None:
        """These projects are spoken of now: what waits for one of them goes on waiting (连日降雨，左岸填筑停了)."""
        if any(waiting.project not in named for waiting in self._pending):
            self._settle(None)
        self._owner = None

    def tell_of(self, saying: Saying, projects: Sequence[ProjectEntry]) -> None:
        """Take in what a segment tells of problems, and whom it says they hold up."""
        others = is_of_others(saying)
        came = self.just_told and not saying.segment.subjects and CAME.fullmatch(saying.words) is not None
        asked = asks_for_help(saying.text, saying.role)
        let_off = self.just_told and saying.status is Status.CONDITIONAL and saying.clause.gap <= Gap.COMMA
        if (
            saying.resumes or (saying.heard.solved and not asked) or came or let_off or self._is_back(saying)
        ) and not others:
            self._take_back()
        needs_help = asked
        self._tell_what_was_waited_for(saying, projects)
        problems = self._problems(saying, needs_help)
        told = bool(problems.categories)
        leads, self._leads = self._leads, told and only_leads(saying)
        unexplained = self._memory.unexplained and not self.has_told
        self._last_topic = saying.heard.topic if not saying.heard.solved else None
        self._returned = OPINIONS.search(saying.text) is not None
        self._finds_fault = FAULT in saying.text or (self._finds_fault and saying.clause.gap <= Gap.COMMA)
        if not told and not saying.tells_progress and not self._gone_home:
            self._memory.latent = self._memory.latent or saying.heard.topic
        if told or needs_help:
            reason = unexplained and problems.categories[:1] != (ProblemCategory.CONSTRUCTION,)
            own = reason or self._is_its_own_lack(problems)  # 土建停着，进度款没付
            problems = replace(problems, site_wide=problems.site_wide and not own)
            self._memory.unexplained = self._memory.unexplained and not told
            for project in projects:
                if told and not problems.guessed and self.just_told and saying.clause.gap <= Gap.COMMA:
                    self._drop_guesses(project.id)
                self._tell(Trouble(project.id, problems, needs_help, saying.words), saying)
        else:
            self._find_owner(saying, projects, leads and saying.clause.gap <= Gap.COMMA)
        progresses = saying.tells_progress and bool(saying.segment.subjects)
        self._moved_on = not told and (self._moved_on or progresses)
        self.just_told = told

    def _tell_what_was_waited_for(self, saying: Saying, projects: Sequence[ProjectEntry]) -> None:
        """涉路许可没批，影响进场: what only waits becomes a trouble by what it holds up."""
        waited, self._waited = self._waited, None
        if waited is None or saying.clause.gap > Gap.COMMA:
            return
        before, problems = waited
        affects = saying.text.startswith(AFFECTING[:4])
        asked = asks_for_help(saying.text, saying.role) and problems.categories == (ProblemCategory.UTILITIES,)
        for project in projects:
            trouble = Trouble(project.id, problems, False, before.words)
            held = saying.target.nodes.get(project.id)
            if affects or asked:
                self._tell(trouble, before)
            elif saying.judgement.due_on is not None:
                continue  # 县里还没上会，招标估计拖到4月上旬: only a new day
            elif held is not None and held is not before.target.nodes.get(project.id) and is_held(saying):
                self._attach(self._draft(project.id, held), trouble, named=True)

    def _problems(self, saying: Saying, needs_help: bool) -> Problems:
        """The problems of a segment, given what was said before it."""
        self._gone_home = False
        if saying.role in PLANS or LEFT_OUT.match(saying.text):
            return NO_PROBLEMS
        self._before = self._last_topic if self._last_topic in OBSTACLES else None
        latent = None if saying.heard.weighty and not OF_IT.match(saying.text) else self._memory.latent
        latent = latent or (self._last_topic if OF_IT.match(saying.text) and saying.clause.gap <= Gap.COMMA else None)
        of_node = next(filter(None, map(own_category, saying.target.nodes.values())), None)
        found = problems_of(saying.heard, self._is_weighty(saying, needs_help), of_node, latent)
        if found.categories == (ProblemCategory.ACQUISITION,) and only_done(saying):
            return NO_PROBLEMS  # 已腾空的房子拆了88户
        self._gone_home = self._goes_home(saying)
        if self._gone_home and found.categories in ((), (ProblemCategory.CONSTRUCTION,)):
            return NO_PROBLEMS  # 工人回家过年，工地停了
        told = self.has_told and saying.clause.gap <= Gap.COMMA
        if self._before is not None and self._only_bears_it(saying, found):
            found = Problems((self._before,))
        if (
            told
            and HALTED.search(saying.text)
            and found.categories[:1] in ((ProblemCategory.FUNDING,), (ProblemCategory.APPROVAL,))
        ):
            return NO_PROBLEMS  # 设备采购被投诉，财政局叫停了
        if told and (affects(saying) or SUFFERS.search(saying.text)) and not saying.heard.alone:
            return NO_PROBLEMS  # 消防意见没拿到，影响验收; 杆线没迁，场地施工受到影响
        if told and self._only_follows(found, of_node, saying):
            return NO_PROBLEMS
        if told and not self._moved_on and (found.guessed or self._is_shut_out(saying, found)):
            return NO_PROBLEMS
        if not found.categories and of_permit(saying) and SILENT.search(saying.text) and not saying.heard.solved:
            return Problems((ProblemCategory.APPROVAL,))
        if (
            not found.categories
            and saying.role is Role.PROBLEM
            and UNGRANTED.search(saying.text)
            and not saying.heard.solved
        ):
            return Problems((ProblemCategory.APPROVAL,))
        if found.categories == (ProblemCategory.CONSTRUCTION,) and of_permit(saying) and UNGRANTED.search(saying.text):
            return Problems((ProblemCategory.APPROVAL,))  # 通航安全核查意见没批
        if not found.categories and saying.status is Status.BLOCKED and NOT_GRANTED.search(saying.text):
            return Problems((ProblemCategory.APPROVAL,))  # 危岩清除卡在爆破作业没批
        if not found.categories and (category := still_out(saying)) is not None:
            self._waited = (saying, Problems((category,)))
        if found.categories == (ProblemCategory.SUPPLY,) and self._is_of_lines(saying, of_node):
            found = Problems((ProblemCategory.UTILITIES,))
        if found.categories == (ProblemCategory.DESIGN,) and self._only_answers(saying):
            return NO_PROBLEMS
        if self._only_counts_or_waits(saying, found):
            self._waited = (saying, found)
            return NO_PROBLEMS
        waited_for = found.site_wide and GIVEN.search(saying.text) is not None
        return replace(found, site_wide=False) if waited_for else found

    def _goes_home(self, saying: Saying) -> bool:
        """班组全走了，过完正月十五才来: who leaves for a feast is not wanting; the sentence need not begin with it."""
        if GOES.search(saying.text) is None or WANTING.search(saying.text) is not None:
            return False
        start, end = self._text.rfind("。", 0, saying.segment.start) + 1, self._text.find("。", saying.segment.end)
        return FEAST.search(self._text, start, len(self._text) if end < 0 else end) is not None

    def _is_of_lines(self, saying: Saying, of_node: ProblemCategory | None) -> bool:
        """管线切改卡在电力这家, 光缆横着，运营商不来迁: whose line it is, of a line that is to go."""
        if of_node is ProblemCategory.UTILITIES:
            moved = all(MOVES_LINES.search(node.name) for node in saying.target.nodes.values())
            return moved or CUTTING.search(saying.text) is not None
        if WINDOW.search(saying.text):
            return True
        told = self._sentence[-1].trouble.problems.categories if self.just_told and self._sentence else ()
        return told == (ProblemCategory.UTILITIES,) and MOVING.search(saying.text) is not None

    def _only_follows(self, found: Problems, of_node: ProblemCategory | None, saying: Saying) -> bool:
        """Whether a clause only goes on with what was told before: 光缆没迁，几家互相推; 嫌井盖不平、树没清."""
        if found.categories == (ProblemCategory.OTHER,):
            return SHIRKED.search(saying.text) is not None
        if found.categories == (ProblemCategory.APPROVAL,):
            return BARELY_STUCK.search(saying.words) is not None
        handing = of_node is ProblemCategory.HANDOVER or self._finds_fault or FAULT in saying.text
        return handing and self._has_told_of(ProblemCategory.HANDOVER)

    def _has_told_of(self, category: ProblemCategory) -> bool:
        """Whether the sentence has told of a problem of some category."""
        return any(category in each.problems.categories for each in self._pending) or any(
            category in each.trouble.problems.categories for each in self._sentence
        )

    def _is_shut_out(self, saying: Saying, found: Problems) -> bool:
        """居民堵了大门，混凝土车进不来: what those in the way keep out."""
        if found.categories != (ProblemCategory.CONSTRUCTION,) or not ACCESS.search(saying.text):
            return False
        return self._has_told_of(ProblemCategory.STABILITY)

    def _is_back(self, saying: Saying) -> bool:
        """连续降雨停了两天，现正常."""
        return self.has_told and saying.clause.gap <= Gap.COMMA and BACK.fullmatch(saying.text) is not None

    def _only_bears_it(self, saying: Saying, found: Problems) -> bool:
        """楼前那根电杆没挪，塔吊转不开: what cannot be done suffers from the thing told of right before."""
        bears = found.categories == (ProblemCategory.CONSTRUCTION,) and not saying.heard.alone
        close = saying.clause.gap <= Gap.COMMA and not self.has_told
        return bears and close and UNABLE.search(saying.text) is not None

    def _only_answers(self, saying: Saying) -> bool:
        """审查意见返回来了，正在改图: of a permit that is the usual way."""
        returned = OPINIONS.search(saying.text) is not None or (self._returned and saying.clause.gap <= Gap.COMMA)
        return returned and (of_permit(saying) or self._returned) and AMENDS.search(saying.text) is not None

    def _only_counts_or_waits(self, saying: Saying, found: Problems) -> bool:
        """批复没到手 of a permit and 还有4座坟没迁 of an acquisition tell how far it is, and of no trouble."""
        if saying.role is Role.PROBLEM or saying.heard.weighty or self._memory.unexplained:
            return False
        if found.categories == (ProblemCategory.ACQUISITION,):
            counted = saying.leaves and any(node.kind is NodeKind.ACQUISITION for node in self._memory.label.values())
            return counted and not UNWILLING.search(saying.text)
        if found.categories == (ProblemCategory.APPROVAL,) and NEXT_STEP.search(saying.words):
            return True
        if found.categories == (ProblemCategory.UTILITIES,):
            own = any(node.kind is NodeKind.UTILITIES for node in saying.target.nodes.values())
            return own and saying.status is Status.NOT_STARTED and not STUCK.search(saying.text)  # 那段还没动
        if found.guessed and found.categories == (ProblemCategory.FUNDING,):
            financing = any(node.kind is NodeKind.FINANCING for node in saying.target.nodes.values())
            return financing and not STUCK.search(saying.text)
        return of_permit(saying) and found.categories == (ProblemCategory.APPROVAL,) and not STUCK.search(saying.text)

    def _is_its_own_lack(self, problems: Problems) -> bool:
        """外电接入卡住了，变压器容量不够: a lack of power is none of the whole site where power is what is made."""
        if problems.categories != (ProblemCategory.SUPPLY,):
            return False
        return any(MAKES_SUPPLY.search(node.name) for node in self._memory.sentence.values())

    @property
    def has_told(self) -> bool:
        """Whether the sentence has told of a problem already."""
        return any(each.problems.categories for each in self._pending) or any(
            told.trouble.problems.categories for told in self._sentence
        )

    def _is_weighty(self, saying: Saying, needs_help: bool) -> bool:
        """Whether a segment is known to tell of a problem; what only goes on with one told is not."""
        known = bool(self._pending or self._sentence)
        if known and saying.clause.gap <= Gap.COMMA and not saying.heard.weighty:
            return False
        alone = needs_help and self._owner is None and not self._pending
        explains = self._memory.unexplained and DENIES.search(saying.text) is not None
        blocked = saying.role is Role.PROBLEM or saying.status is Status.BLOCKED
        return blocked or saying.heard.weighty or explains or alone

    def _find_owner(self, saying: Saying, projects: Sequence[ProjectEntry], led: bool) -> None:
        """What waits belongs to the node that a segment says is held up, or to the project that stands still."""
        blocked = saying.status is Status.BLOCKED
        if blocked and "卡在" in saying.text:
            self._stuck += [self._draft(p, node) for p, node in saying.target.nodes.items() if node.kind in PERMITS]
        if not saying.segment.subjects and self._pending and affects(saying):
            self._settle_affected(saying, projects)
        named = saying.target.nodes and (saying.segment.subjects or (slows(saying) and self._is_of_sentence(saying)))
        not_begun = self.just_told and saying.status is Status.NOT_STARTED and saying.clause.gap <= Gap.COMMA
        if named and (led or blocked or not_begun or saying.judgement.moved or is_held(saying)):
            self._hand_on(saying, saying.names_node and (led or blocked))
            self._blame(saying)
            self._settle(saying.target)
        elif blocked and not saying.target.nodes:
            self._settle(None)
            self._widen(saying.clause.gap)
        elif saying.segment.subjects and saying.tells_progress:
            self._memory.unexplained = False
        self._memory.unexplained = self._memory.unexplained or blocked

    def _is_of_sentence(self, saying: Saying) -> bool:
        """Whether what is spoken of was named before no full stop: behind one 只能半夜干 is of the project."""
        if not self._memory.stopped or THERE.match(saying.text):
            return True
        sentence = self._memory.sentence
        return any(sentence.get(project) is node for project, node in saying.target.nodes.items())

    def _settle_affected(self, saying: Saying, projects: Sequence[ProjectEntry]) -> None:
        """消防意见没拿到，影响验收: what is held up is named by a part of one node's name alone."""
        thing = saying.words.removeprefix(saying.words[:2])
        held = {
            project.id: [node for node in project.nodes if len(thing) > 1 and thing in node.name]
            for project in projects
        }
        for waiting in [each for each in self._pending if len(held.get(each.project, ())) == 1]:
            self._pending.remove(waiting)
            self._attach(self._draft(waiting.project, held[waiting.project][0]), waiting, named=True)

    def _blame(self, saying: Saying) -> None:
        """施工电梯没验收，材料上不去，影响主体: what was spoken of before is what holds up."""
        latent = self._memory.latent
        if latent is None or self.has_told or saying.clause.gap > Gap.COMMA or not affects(saying):
            return
        for project, node in saying.target.nodes.items():
            self._attach(
                self._draft(project, node), Trouble(project, Problems((latent,)), False, saying.words), named=True
            )

    def _hand_on(self, saying: Saying, follows: bool) -> None:
        """水厂专线没批下来，影响通水; 吊机坏了，设备安装停了: what is held up owns the problem."""
        if not (self.just_told and self._sentence):
            return
        told = self._sentence[-1]
        stuck = saying.status is Status.BLOCKED and saying.words.endswith(("卡着", "卡住", "卡住了", "卡着呢"))
        suffers = not told.named and (follows or SUFFERS.search(saying.text) is not None)
        node = saying.target.nodes.get(told.trouble.project)
        if node is None or saying.clause.gap > Gap.COMMA or told.draft.node == node.id:
            return
        if not (saying.text.startswith(AFFECTING) or stuck or suffers or PUT_BACK.search(saying.text)):
            return
        self._sentence.pop()
        told.draft.drop_problems(told.trouble.problems.categories)
        self._attach(self._draft(told.trouble.project, node), told.trouble)

    def _settle(self, target: Target | None) -> None:
        """Give what waits to the node that is held up, else to the project."""
        waiting, self._pending = self._pending, []
        for trouble in waiting:
            node = target.nodes.get(trouble.project) if target is not None else None
            self._attach(self._draft(trouble.project, node), trouble)

    def _widen(self, gap: Gap) -> None:
        """环保督察组说裸土没盖，全厂停工: what was laid to the node before concerns the whole project."""
        if not self.just_told or gap > Gap.COMMA or not self._sentence:
            return
        told = self._sentence.pop()
        if not told.named and told.draft.node is not None:
            told.draft.drop_problems(told.trouble.problems.categories)
            self._attach(self._draft(told.trouble.project, None), told.trouble)

    def _take_back(self) -> None:
        """已整改, 昨天已复工: the problem told just before is none any more."""
        self._pending = []
        for told in self._sentence:
            told.draft.drop_problems(told.trouble.problems.categories)
        self._sentence = []

    def _tell(self, trouble: Trouble, saying: Saying) -> None:
        """Lay a trouble to its owner, or keep it until one is named."""
        owner = self._owner_of(trouble, saying)
        if owner is None:
            self._pending.append(trouble)
            return
        self._settle(saying.target)
        for draft in (owner, *self._beside(owner, saying)):
            self._attach(draft, trouble, saying.names_node or saying.status is Status.BLOCKED)

    def _beside(self, owner: Draft, saying: Saying) -> Iterator[Draft]:
        """左洞、右洞都停了: the other nodes that are named together with the owner."""
        nodes = saying.named_together(owner.project)
        if owner.node in [node.id for node in nodes]:
            yield from (self._draft(owner.project, node) for node in nodes if node.id != owner.node)

    def _owner_of(self, trouble: Trouble, saying: Saying) -> Draft | None:
        project, target = trouble.project, saying.target
        if tells_only_where(trouble, saying) or is_taken_over(trouble, saying):
            return None
        if not trouble.problems.categories:
            if self._pending:
                return None
            if self._owner is not None and self._owner.project == project:
                return self._owner
            if self._stuck and self._stuck[-1].project == project:
                return self._stuck[-1]  # 林地手续卡在省林业局，怕赶不上开工，恳请协调
        node = target.nodes.get(project)
        stopped = saying.status is Status.BLOCKED and not target.closed
        if node is not None and not target.works and (saying.names_node or stopped):
            return self._draft(project, node)
        if target.works and (first := saying.first_named(project)) is not None:
            return self._draft(project, first)  # 净化装修图纸改了四版没定
        own_kind = node is not None and OF_KIND.get(node.kind) in trouble.problems.categories
        if own_kind and not (saying.target.foreign and saying.clause.gap >= Gap.STOP):
            return self._draft(project, node)
        if saying.status is Status.BLOCKED and not target.nodes and not target.works and not target.foreign:
            return self._draft(project, None)  # 站房主体11月完工，目前因大雪停工
        if any(
            each.project == project and each.problems.categories == trouble.problems.categories
            for each in self._pending
        ):
            return None
        if (same := self._same(trouble)) is not None:
            return same
        held = self._memory.sentence.get(project)
        if held is None and not target.closed and not target.works and PLACED.search(saying.text):
            held = node  # 南门口那段底下有军缆
        own = target.works and saying.segment.start <= saying.clause.start and builds(saying)
        if own and set(trouble.problems.categories) & OF_PLACES:
            return None  # 组件11兆瓦，送出线路铁塔占地补偿谈不拢
        if trouble.problems.categories == (ProblemCategory.TENDER,) and saying.segment.subjects and target.works:
            return None  # 主体9层，机电安装招标废标了
        if held is not None and held.kind is NodeKind.START and own and trouble.problems.categories == AT_WORK:
            return None  # 9月28日就开了，是基坑降水没做好: what goes wrong at work is not of the beginning
        if self._is_of_own_paper(trouble, saying):
            return None  # 桩基40根，涉路许可公路局还没批
        if held is not None and node is not None and (names_its_goods(saying) or lacks_its_part(saying)):
            held = node  # 屋面完成三成，制冰机组压在海关: of the 制冰系统
        approval = trouble.problems.categories == (ProblemCategory.APPROVAL,) and not self._memory.unexplained
        if approval and held is not None and held.kind in WORKS_KINDS and names_own_paper(saying):
            return None  # 桩基完成40根，涉路施工许可公路局还没批
        if held is not None and saying.target.works and self._memory.target.closed:
            return None  # 主体封顶完成，天太冷抹灰停了: nothing holds up what is done
        if held is None or trouble.problems.site_wide or is_of_the_whole(trouble, saying, held):
            return None
        return self._draft(project, held)

    def _is_of_own_paper(self, trouble: Trouble, saying: Saying) -> bool:
        """Whether a clause tells of a paper that no plan has, and not why the node before it stands still."""
        if trouble.problems.categories != (ProblemCategory.APPROVAL,) or self._memory.unexplained:
            return False
        first = saying.segment.subjects[0] if saying.segment.subjects else None
        if first is None or first.kind is not Kind.WORK or first.value is not None or not saying.target.works:
            return False
        return first.start - saying.clause.start <= 3

    def _same(self, trouble: Trouble) -> Draft | None:
        """可研卡在资金来源上，财政迟迟不出函: the same problem told once more is whose it was."""
        for told in self._sentence:
            same = told.trouble.project == trouble.project and bool(told.trouble.problems.categories)
            if same and set(trouble.problems.categories) <= set(told.trouble.problems.categories):
                return told.draft
        return None

    def _drop_guesses(self, project: str) -> None:
        """工地就一台小变压器，施工用电不够: what was only guessed gives way to what is said outright."""
        self._pending = [each for each in self._pending if each.project != project or not is_guess(each)]
        for told in [each for each in self._sentence if each.trouble.project == project and is_guess(each.trouble)]:
            told.draft.drop_problems(told.trouble.problems.categories)
            self._sentence.remove(told)

    def _attach(self, draft: Draft, trouble: Trouble, named: bool = False) -> None:
        draft.problems.extend(each for each in trouble.problems.categories if each not in draft.problems)
        draft.needs_help = draft.needs_help or trouble.needs_help
        draft.say(trouble.words)
        self._owner = draft
        self._sentence.append(Told(draft, trouble, named))
