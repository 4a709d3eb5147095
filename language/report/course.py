"""What a sentence has told of troubles so far, and what of it still waits for an owner."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from language.hearing import Problems
from language.report.draft import Draft
from language.report.memory import Memory
from language.report.saying import Saying
from language.report.trouble_cues import Trouble
from language.report.trouble_words import BESIDES
from language.structure import Gap
from models.registry import NodeEntry, ProjectEntry
from models.vocabulary import ProblemCategory


class Told(NamedTuple):
    """A trouble that has been laid to somebody; `named` where its clause named the node itself."""

    draft: Draft
    trouble: Trouble
    named: bool


@dataclass(slots=True)
class Course:
    """How the telling of troubles goes on, clause by clause; all of it ends with the sentence or its own clause."""

    draft: Callable[[str, NodeEntry | None], Draft]
    memory: Memory
    text: str = ""
    pending: list[Trouble] = field(default_factory=list)
    owner: Draft | None = None
    sentence: list[Told] = field(default_factory=list)
    stuck: list[Draft] = field(default_factory=list)
    """Permits that were said to be stuck somewhere: where no other reason is told, the office is it."""
    leads: bool = False
    """Whether the clause before only told what the one after it suffers from: 受大风影响，…."""
    waited: tuple[Saying, Problems] | None = None
    """What the clause before only said to be still to come."""
    last_topic: ProblemCategory | None = None
    """What the clause before spoke of, whatever it told of it: 钱到了一半，剩下的没着落."""
    before: ProblemCategory | None = None
    """What the clause before spoke of that may stand in the way."""
    returned: bool = False
    """Whether the clause before told that the opinions on a paper are there."""
    finds_fault: bool = False
    """Whether somebody is telling what is wrong with what they shall take over."""
    moved_on: bool = False
    """Whether the sentence has told of progress since its last problem: what follows is no more of that problem."""
    gone_home: bool = False
    """Whether the clause told of hands that have left for a feast."""
    just_told: bool = False
    """Whether the clause before told of a problem: what is being done about it is no progress."""

    @property
    def has_told(self) -> bool:
        """Whether the sentence has told of a problem already."""
        if not (self.pending or self.sentence):
            return False
        return any(each.problems.categories for each in self.pending) or any(
            told.trouble.problems.categories for told in self.sentence
        )

    @property
    def has_explained(self) -> bool:
        """Whether the sentence has told of a problem by more than a guess: 人不在 tells of none."""
        told = [each.problems for each in (*self.pending, *(told.trouble for told in self.sentence))]
        return any(each.categories and not each.guessed for each in told)

    def goes_on(self, saying: Saying, projects: Sequence[ProjectEntry]) -> bool:
        """Whether a clause goes on with the trouble told before it: of the same works, and without a word for more."""
        if not self.has_told or saying.clause.gap > Gap.COMMA or BESIDES.match(saying.text):
            return False
        told = {each.project for each in self.pending} | {each.trouble.project for each in self.sentence}
        return any(project.id in told for project in projects)

    def has_told_of(self, category: ProblemCategory) -> bool:
        """Whether the sentence has told of a problem of some category."""
        return any(category in each.problems.categories for each in self.pending) or any(
            category in each.trouble.problems.categories for each in self.sentence
        )
