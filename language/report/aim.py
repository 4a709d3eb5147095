"""A segment whose target is looked for, and what a target is: nodes of the plan, works beside it, or the project."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from language.facts import Judgement
from language.report.segments import Segment
from language.report.tokens import Kind, Token
from language.structure import Clause
from language.tables.marks import Mark
from models.registry import NodeEntry, ProjectEntry


@dataclass(slots=True)
class Target:
    """Who is spoken of: without nodes it is the project."""

    nodes: dict[str, NodeEntry] = field(default_factory=dict)
    works: bool = False
    """Whether it is work that is no node of the project."""
    part: bool = False
    """Whether it is a part of the node."""
    closed: bool = False
    """Whether the node was said to be done."""
    foreign: bool = False
    """Whether it is a thing that nobody here knows."""
    reopened: bool = False
    """Whether the node was said to be done, and something of it is still out."""
    strange: bool = False
    """Whether something unknown is spoken of beside the node in force: its end and its percent are not the node's."""
    rest: bool = False
    """Whether it is what was left of the node, whose end is the node's: 剩几户月底前签完."""
    passing: bool = False
    """Whether it is a part, or a level on the way, only in the clause that names the works: 主墩桩基44根成孔38根."""

    several: bool = False
    """Whether they are works of the node told one after the other: 沟槽开挖1.1公里、焊接0.6公里，8月底前完."""

    @property
    def whole(self) -> bool:
        """Whether it is a node, or the project, as a whole."""
        return not (self.works or self.part or self.foreign or self.strange)


class Aim(NamedTuple):
    """A segment whose target is looked for, with what it follows."""

    text: str
    segment: Segment
    clause: Clause
    judgement: Judgement
    before: Target
    excepted: Collection[str]
    """Parts that were left out: 除3号楼外."""
    projects: Sequence[ProjectEntry]
    deferred: Mapping[str, NodeEntry]
    """The nodes of which a day was said that is not kept, and no new one yet."""
    left_over: bool
    """Whether the clause before counted what is left."""
    told_beside: bool = False
    """Whether the clause before told of a trouble, or of the end of a part: a share behind it is of the whole."""

    def subjects(self, kind: Kind) -> list[Token]:
        """The subjects of one kind."""
        subjects = self.segment.subjects
        return [token for token in subjects if token.kind is kind] if subjects else subjects

    @property
    def marks(self) -> frozenset[Mark]:
        """The small words of the segment."""
        return self.segment.said

    @property
    def first_word(self) -> int:
        """Where the first thing stands that could be read."""
        tokens = self.segment.tokens
        return tokens[0].start if tokens else self.segment.end
