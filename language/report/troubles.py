"""Whose a problem is: the node its sentence names or holds up, else the project's."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from language.problems import Problems
from language.report.draft import Draft
from language.report.target import Target
from language.structure import Clause, Gap
from language.tables.headings import Role
from models.registry import NodeEntry
from models.vocabulary import Status

HELP = re.compile(
    r"请[^，。；\n]{0,8}(?:局|委|办|镇|乡|街道|公司|分局|政府|部门|[区县市]里|指挥部|专班|支队|大队|领导|区长|县长|主任)(?!已)|恳请|请求|提请|恳求|协助|盼(?!望)|麻烦(?:领导|区|县|市|各)|望[^，。；\n]{0,8}(?:协调|支持|解决)|希望[^，。；\n]{0,14}(?:协调|支持|解决|帮|出面)"
    r"|请[^，。；\n]{0,18}(?:协调|支持|帮|解决|调度|配合|出警|督促|明确|过问|研究|加快|尽快|推动|出面|牵头|给予|关注|批准|同意|催)"
    r"|(?:需要?|须|建议|要|得)[^，。；\n没]{0,16}(?:协调|支持|配合|上会|研究解决|出面|帮助|调度|推动|牵头解决|提级|帮忙)|(?:帮忙?|协助)(?:协调|解决|推动|催|沟通|一下)|协调一下|上会研究|(?:还是)?得[^，。；\n]{0,4}出面"
)
OWN_EFFORT = re.compile(r"正在[^，。；\n]{0,6}协调|在协调|已[^，。；\n]{0,4}协调|协调中|不用再?协调|无需协调|不需要?协调|协调好|不用再|积极协调|正协调|协调了|请示|请假|申请|需协调(?:事项|问题)?[：:]?无|会同|配合[^，。；\n]{0,4}做")


@dataclass(slots=True)
class Trouble:
    """A problem or a cry for help whose owner is not known yet."""

    project: str
    problems: Problems
    needs_help: bool
    words: str


@lru_cache(maxsize=16)
def asks_for_help(text: str, role: Role | None) -> bool:
    """Whether a clause asks somebody to coordinate or support."""
    if OWN_EFFORT.search(text):
        return False
    return HELP.search(text) is not None or (role is Role.HELP and len(text) > 3)


class Troubles:
    """Keeps the problems of a sentence until it is known whom they hold up."""

    def __init__(self, draft: Callable[[str, NodeEntry | None], Draft]) -> None:
        self._draft = draft
        self._pending: list[Trouble] = []
        self._owner: Draft | None = None
        self._sentence: list[tuple[Draft, Trouble, bool]] = []
        self.just_told = False
        """Whether the clause before told of a problem: what is being done about it is no progress."""

    @property
    def known(self) -> bool:
        """Whether the sentence has told of a problem already."""
        return bool(self._pending or self._sentence)

    def end_sentence(self) -> None:
        """Problems that found no node are the project's."""
        self.settle(None)
        self._sentence = []
        self.just_told = False

    @property
    def has_owner(self) -> bool:
        """Whether a problem has been told that a cry for help may belong to."""
        return self._owner is not None or bool(self._pending)

    def forget_owner(self) -> None:
        """Another project is spoken of."""
        self.settle(None)
        self._owner = None

    def settle(self, target: Target | None) -> None:
        """Give what waits to the node that is held up, else to the project."""
        waiting, self._pending = self._pending, []
        for trouble in waiting:
            node = target.nodes.get(trouble.project) if target is not None else None
            self._attach(self._draft(trouble.project, node), trouble)

    def widen(self, gap: Gap) -> None:
        """环保督察组说裸土没盖，全厂停工: what was laid to the node before concerns the whole project."""
        if not self.just_told or gap > Gap.COMMA or not self._sentence:
            return
        draft, trouble, named = self._sentence.pop()
        if named or draft.node is None:
            return
        draft.problems = [each for each in draft.problems if each not in trouble.problems.categories]
        self._attach(self._draft(trouble.project, None), trouble)

    def take_back(self) -> None:
        """已整改, 昨天已复工: the problem told just before is none any more."""
        self._pending = []
        for draft, trouble, _ in self._sentence:
            draft.problems = [each for each in draft.problems if each not in trouble.problems.categories]
        self._sentence = []

    def tell(self, trouble: Trouble, clause: Clause, named: bool, target: Target, sentence: Mapping[str, NodeEntry], status: Status | None) -> None:
        """Take in the problem of one clause."""
        owner = self._owner_of(trouble, clause, named, target, sentence, status)
        if owner is None:
            self._pending.append(trouble)
            return
        self.settle(target)
        self._attach(owner, trouble, named)

    def _owner_of(self, trouble: Trouble, clause: Clause, named: bool, target: Target, sentence: Mapping[str, NodeEntry], status: Status | None) -> Draft | None:
        project = trouble.project
        if not trouble.problems.categories:
            if self._pending:
                return None
            if self._owner is not None and self._owner.project == project:
                return self._owner
        node = target.nodes.get(project)
        if node is not None and named and not target.works:
            return self._draft(project, node)
        if status is Status.BLOCKED and node is not None and not target.closed and not target.works:
            return self._draft(project, node)
        held = sentence.get(project)
        if held is None or trouble.problems.site_wide:
            return None
        return self._draft(project, held)

    def _attach(self, draft: Draft, trouble: Trouble, named: bool = False) -> None:
        draft.problems.extend(each for each in trouble.problems.categories if each not in draft.problems)
        draft.needs_help = draft.needs_help or trouble.needs_help
        draft.say(trouble.words)
        self._owner = draft
        self._sentence.append((draft, trouble, named))


def opens_sentence(clause: Clause) -> bool:
    """Whether a clause begins a sentence of its own."""
    return clause.gap >= Gap.SEMICOLON
