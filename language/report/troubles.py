"""Whose a problem is: the node its sentence names or holds up, else the project's."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from language.belonging import PERMITS
from language.hearing import Problems
from language.pleas import asks_for_help
from language.report.aim import Target
from language.report.course import Course, Told
from language.report.draft import Draft
from language.report.memory import Memory
from language.report.saying import Saying
from language.report.told_problems import told_problems
from language.report.trouble_cues import (
    Trouble,
    affects,
    is_guess,
    is_held,
    is_of_others,
    only_leads,
    slows,
)
from language.report.trouble_owner import named_in_compound, only_tender, owner_of
from language.report.trouble_words import (
    A_DAY_AGO,
    AFFECTING,
    ANEW,
    AWARDED,
    BACK,
    BY_NOW,
    CAME,
    FAULT,
    FOLLOWS_SUIT,
    MAKES_SUPPLY,
    OPENING,
    OPINIONS,
    PUT_BACK,
    STANDS,
    SUFFERS,
    THERE,
    THEY_LEFT,
    THEY_SAY_SO,
    USED_TO_BE,
    WELL_SINCE,
)
from language.structure import Gap
from language.tables.marks import Mark
from models.registry import NodeEntry, ProjectEntry
from models.vocabulary import NodeKind, ProblemCategory, Status


class Troubles:
    """Keeps the problems of a sentence until it is known whom they hold up."""

    def __init__(self, draft: Callable[[str, NodeEntry | None], Draft], memory: Memory, text: str = "") -> None:
        self._course = Course(draft, memory, text)

    @property
    def just_told(self) -> bool:
        """Whether the clause before told of a problem: what is being done about it is no progress."""
        return self._course.just_told

    @property
    def has_told(self) -> bool:
        """Whether the sentence has told of a problem already."""
        return self._course.has_told

    def forget_last(self) -> None:
        """What comes next is no answer to the problem told last."""
        self._course.just_told = False

    def end_sentence(self) -> None:
        """Problems that found no node are the project's."""
        self._settle(None)
        for draft in self._course.stuck:
            if not draft.problems and not self._course.has_told:
                draft.problems.append(ProblemCategory.APPROVAL)
        self._course.stuck, self._course.sentence = [], []
        self._course.just_told = self._course.moved_on = False

    def forget_owner(self, named: Sequence[str] = ()) -> None:
        """These projects are spoken of now: what waits for one of them goes on waiting (连日降雨，左岸填筑停了)."""
        if any(waiting.project not in named for waiting in self._course.pending):
            self._settle(None)
        self._course.owner = None

    def tell_of(self, saying: Saying, projects: Sequence[ProjectEntry]) -> None:
        """Take in what a segment tells of problems, and whom it says they hold up."""
        others = is_of_others(saying)
        came = self._course.just_told and not saying.segment.subjects and CAME.fullmatch(saying.words) is not None
        asked = asks_for_help(saying.text, saying.role)
        let_off = self._course.just_told and saying.status is Status.CONDITIONAL and saying.clause.gap <= Gap.COMMA
        over = came or let_off or self._is_back(saying) or self._is_gone_by(saying)
        if (saying.resumes or (saying.heard.solved and not asked) or over) and not (
            others or self._is_tried_again(saying)
        ):
            self._take_back()
        needs_help = asked
        self._tell_what_was_waited_for(saying, projects)
        problems = told_problems(self._course, saying, projects, needs_help)
        told = bool(problems.categories)
        leads, self._course.leads = self._course.leads, told and only_leads(saying)
        unexplained = self._course.memory.unexplained and not self._course.has_explained
        self._course.last_topic = saying.heard.topic if not saying.heard.solved else None
        self._course.returned = OPINIONS.search(saying.text) is not None
        self._course.finds_fault = FAULT in saying.text or (self._course.finds_fault and saying.clause.gap <= Gap.COMMA)
        if not told and not saying.tells_progress and not self._course.gone_home:
            self._course.memory.latent = self._course.memory.latent or saying.heard.topic
        if told or needs_help:
            reason = unexplained and problems.categories[:1] != (ProblemCategory.CONSTRUCTION,)
            own = reason or self._is_its_own_lack(problems)  # 土建停着，进度款没付
            problems = replace(problems, site_wide=problems.site_wide and not own)
            if problems.categories == (ProblemCategory.HANDOVER,) and saying.clause.gap <= Gap.COMMA:
                self._drop_reasons()
            outright = told and not problems.guessed and self._course.just_told
            for project in projects:
                if outright and self._course.goes_on(saying, projects):
                    self._drop_guesses(project.id)
                node = only_tender(project, problems, saying) or named_in_compound(project, problems, saying)
                self._tell(Trouble(project.id, problems, needs_help, saying.words), saying, node)
            explained = told and not problems.guessed
            self._course.memory.unexplained = self._course.memory.unexplained and not explained
        else:
            self._find_owner(saying, projects, leads and saying.clause.gap <= Gap.COMMA)
        progresses = saying.tells_progress and bool(saying.segment.subjects)
        self._course.moved_on = not told and (self._course.moved_on or progresses)
        self._course.just_told = told

    def _tell_what_was_waited_for(self, saying: Saying, projects: Sequence[ProjectEntry]) -> None:
        """涉路许可没批，影响进场: what only waits becomes a trouble by what it holds up."""
        waited, self._course.waited = self._course.waited, None
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
            elif saying.judgement.due_on is not None or FOLLOWS_SUIT.search(saying.text):
                continue  # 县里还没上会，招标估计拖到4月上旬: only a new day
            elif held is not None and held is not before.target.nodes.get(project.id) and is_held(saying):
                self._attach(self._course.draft(project.id, held), trouble, named=True)

    def _is_back(self, saying: Saying) -> bool:
        """连续降雨停了两天，现正常."""
        return self._course.has_told and saying.clause.gap <= Gap.COMMA and BACK.fullmatch(saying.text) is not None

    def _is_gone_by(self, saying: Saying) -> bool:
        """之前缺人，现在人齐了; 昨天停电，今天来电了; 流标后重新招，已定标: what was told as gone by is over."""
        if not self._course.just_told or saying.clause.gap > Gap.COMMA or saying.segment.subjects:
            return False
        if saying.heard.alone or saying.heard.weighty or not self._course.has_told:
            return False
        if Mark.AWARD in saying.segment.said or AWARDED.search(saying.text):
            return self._course.has_told_of(ProblemCategory.TENDER)
        if self._course.has_told_of(ProblemCategory.STABILITY) and THEY_LEFT.fullmatch(saying.text):
            return True
        told = self._course.pending or [each.trouble for each in self._course.sentence]
        words = told[-1].words
        if USED_TO_BE.search(words) and WELL_SINCE.fullmatch(saying.text):
            return True
        return A_DAY_AGO.search(words) is not None and BY_NOW.fullmatch(saying.text) is not None

    def _is_tried_again(self, saying: Saying) -> bool:
        """流标了，已重新挂网: to try once more solves nothing until the day is known on which bids are opened."""
        if ANEW.search(saying.text) is None or not self._course.has_told_of(ProblemCategory.TENDER):
            return False
        if not any(node.kind is NodeKind.TENDER for node in self._course.memory.sentence.values()):
            return False  # 空管设备招标流标一次，重新挂网了: no tender of the plan
        return OPENING.match(self._course.text, saying.segment.end) is None

    def _is_its_own_lack(self, problems: Problems) -> bool:
        """外电接入卡住了，变压器容量不够: a lack of power is none of the whole site where power is what is made."""
        if problems.categories != (ProblemCategory.SUPPLY,):
            return False
        return any(MAKES_SUPPLY.search(node.name) for node in self._course.memory.sentence.values())

    def _find_owner(self, saying: Saying, projects: Sequence[ProjectEntry], led: bool) -> None:
        """What waits belongs to the node that a segment says is held up, or to the project that stands still."""
        blocked = saying.status is Status.BLOCKED
        if blocked and "卡在" in saying.text:
            self._course.stuck += [
                self._course.draft(p, node) for p, node in saying.target.nodes.items() if node.kind in PERMITS
            ]
        if not saying.segment.subjects and self._course.pending and affects(saying):
            self._settle_affected(saying, projects)
        named = saying.target.nodes and (saying.segment.subjects or (slows(saying) and self._is_of_sentence(saying)))
        not_begun = self._course.just_told and saying.status is Status.NOT_STARTED and saying.clause.gap <= Gap.COMMA
        if named and (led or blocked or not_begun or saying.judgement.moved or is_held(saying)):
            self._hand_on(saying, saying.names_node and (led or blocked))
            self._blame(saying)
            self._settle(saying.target)
        elif blocked and not saying.target.nodes:
            self._settle(None)
            self._widen(saying.clause.gap)
        elif blocked and not saying.segment.subjects:
            self._narrow(saying)
        elif saying.segment.subjects and saying.tells_progress:
            self._course.memory.unexplained = False
        self._course.memory.unexplained = self._course.memory.unexplained or (blocked and not self._course.has_told)

    def _is_of_sentence(self, saying: Saying) -> bool:
        """Whether what is spoken of was named before no full stop: behind one 只能半夜干 is of the project."""
        if not self._course.memory.stopped or THERE.match(saying.text):
            return True
        sentence = self._course.memory.sentence
        return any(sentence.get(project) is node for project, node in saying.target.nodes.items())

    def _settle_affected(self, saying: Saying, projects: Sequence[ProjectEntry]) -> None:
        """消防意见没拿到，影响验收: what is held up is named by a part of one node's name alone."""
        thing = saying.words.removeprefix(saying.words[:2])
        held = {
            project.id: [node for node in project.nodes if len(thing) > 1 and thing in node.name]
            for project in projects
        }
        for waiting in [each for each in self._course.pending if len(held.get(each.project, ())) == 1]:
            self._course.pending.remove(waiting)
            self._attach(self._course.draft(waiting.project, held[waiting.project][0]), waiting, named=True)

    def _blame(self, saying: Saying) -> None:
        """施工电梯没验收，材料上不去，影响主体: what was spoken of before is what holds up."""
        latent = self._course.memory.latent
        if latent is None or self._course.has_told or saying.clause.gap > Gap.COMMA or not affects(saying):
            return
        for project, node in saying.target.nodes.items():
            self._attach(
                self._course.draft(project, node),
                Trouble(project, Problems((latent,)), False, saying.words),
                named=True,
            )

    def _hand_on(self, saying: Saying, follows: bool) -> None:
        """水厂专线没批下来，影响通水; 吊机坏了，设备安装停了: what is held up owns the problem."""
        if not (self._course.just_told and self._course.sentence):
            return
        told = self._course.sentence[-1]
        stuck = saying.status is Status.BLOCKED and saying.words.endswith(("卡着", "卡住", "卡住了", "卡着呢"))
        suffers = not told.named and (follows or SUFFERS.search(saying.text) is not None)
        node = saying.target.nodes.get(told.trouble.project)
        if node is None or saying.clause.gap > Gap.COMMA or told.draft.node == node.id:
            return
        if not (saying.text.startswith(AFFECTING) or stuck or suffers or PUT_BACK.search(saying.text)):
            return
        self._course.sentence.pop()
        told.draft.drop_problems(told.trouble.problems.categories)
        self._attach(self._course.draft(told.trouble.project, node), told.trouble)

    def _settle(self, target: Target | None) -> None:
        """Give what waits to the node that is held up, else to the project."""
        waiting, self._course.pending = self._course.pending, []
        for trouble in waiting:
            node = target.nodes.get(trouble.project) if target is not None else None
            self._attach(self._course.draft(trouble.project, node), trouble)

    def _widen(self, gap: Gap) -> None:
        """环保督察组说裸土没盖，全厂停工: what was laid to the node before concerns the whole project."""
        if not self._course.just_told or gap > Gap.COMMA or not self._course.sentence:
            return
        told = self._course.sentence[-1]
        if not told.named and told.draft.node is not None:
            self._course.sentence.pop()
            told.draft.drop_problems(told.trouble.problems.categories)
            self._attach(self._course.draft(told.trouble.project, None), told.trouble)

    def _narrow(self, saying: Saying) -> None:
        """主体完成40%，进度款没给，6月3日起停工: what stands still for it is the node that was spoken of."""
        target, sentence = saying.target, self._course.memory.sentence
        own = all(sentence.get(project) is node for project, node in target.nodes.items())
        if not (self._course.just_told and own and STANDS.search(saying.text)) or saying.clause.gap > Gap.COMMA:
            return
        if self._course.pending:
            self._settle(target)
        elif self._course.sentence and not (target.works or target.part):
            told = self._course.sentence[-1]
            node = target.nodes.get(told.trouble.project)
            if node is not None and not told.named and told.draft.node is None:
                self._course.sentence.pop()
                told.draft.drop_problems(told.trouble.problems.categories)
                self._attach(self._course.draft(told.trouble.project, node), told.trouble)

    def _take_back(self) -> None:
        """已整改, 昨天已复工: the problem told just before is none any more."""
        self._course.pending = []
        for told in self._course.sentence:
            told.draft.drop_problems(told.trouble.problems.categories)
        self._course.sentence = []

    def _tell(self, trouble: Trouble, saying: Saying, node: NodeEntry | None = None) -> None:
        """Lay a trouble to its owner, or keep it until one is named."""
        owner = self._course.draft(trouble.project, node) if node else owner_of(self._course, trouble, saying)
        if owner is None:
            self._course.pending.append(trouble)
            return
        self._settle(saying.target)
        for draft in (owner, *self._beside(owner, saying)):
            self._attach(draft, trouble, saying.names_node or saying.status is Status.BLOCKED)

    def _beside(self, owner: Draft, saying: Saying) -> Iterator[Draft]:
        """左洞、右洞都停了: the other nodes that are named together with the owner."""
        nodes = saying.named_together(owner.project)
        if owner.node in [node.id for node in nodes]:
            yield from (self._course.draft(owner.project, node) for node in nodes if node.id != owner.node)

    def _drop_guesses(self, project: str) -> None:
        """工地就一台小变压器，施工用电不够: what was only guessed gives way to what is said outright."""
        self._course.pending = [each for each in self._course.pending if each.project != project or not is_guess(each)]
        for told in [
            each for each in self._course.sentence if each.trouble.project == project and is_guess(each.trouble)
        ]:
            told.draft.drop_problems(told.trouble.problems.categories)
            self._course.sentence.remove(told)

    def _drop_reasons(self) -> None:
        """排水所说没装监测设备，不肯接管: what they say is why they do not take it over."""
        self._course.pending = [each for each in self._course.pending if not THEY_SAY_SO.search(each.words)]
        for told in [each for each in self._course.sentence if THEY_SAY_SO.search(each.trouble.words)]:
            told.draft.drop_problems(told.trouble.problems.categories)
            self._course.sentence.remove(told)

    def _attach(self, draft: Draft, trouble: Trouble, named: bool = False) -> None:
        draft.problems.extend(each for each in trouble.problems.categories if each not in draft.problems)
        draft.needs_help = draft.needs_help or trouble.needs_help
        draft.say(trouble.words)
        self._course.owner = draft
        self._course.sentence.append(Told(draft, trouble, named))
