"""One segment of a clause with all that was read from it."""

from copy import copy
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple, TypeVar

from language.facts import Act, Judgement
from language.hearing import Heard
from language.report.aim import Target
from language.report.figures import Measures
from language.report.segments import Segment
from language.report.tokens import Kind, Token
from language.structure import Clause, Gap
from language.tables.headings import Role
from language.tables.marks import Mark
from language.tables.phrases import JOINTS
from language.tables.works import Stage
from models.registry import NodeEntry, ProjectEntry
from models.vocabulary import Status

LATER = (Stage.INFILL, Stage.FITTING, Stage.OUTSIDE)
TRIM = " ，,。；;、：:"


Each = TypeVar("Each")


def _own(told: list[Each], place: int, many: int) -> list[Each]:
    """One's own of several values; one value is everybody's, and of too few or too many none is anybody's."""
    return told if len(told) < 2 else [told[place]] if len(told) == many else []


class Saying(NamedTuple):
    """What one segment says, of whom, and what may be wrong with it."""

    clause: Clause
    segment: Segment
    text: str
    judgement: Judgement
    target: Target
    measures: Measures
    heard: Heard
    troubled: bool
    """Whether it tells of a problem, so that an end or a count in it may be of what is in the way."""

    @property
    def words(self) -> str:
        """The segment as it is kept for a source."""
        return self.text.strip(TRIM)

    @property
    def role(self) -> Role | None:
        """The role of the heading that it stands under."""
        return self.clause.role

    @property
    def status(self) -> Status | None:
        """What its verbs come to."""
        return self.judgement.status

    @property
    def resumes(self) -> bool:
        """Whether it tells that work goes on after a standstill."""
        return Act.RESUMED in self.judgement.acts

    @property
    def leaves(self) -> bool:
        """Whether it counts what is left."""
        counts = self.measures.counts
        return bool(counts) and any(each.quantity.left is not None for each in counts)

    @property
    def each_own(self) -> bool:
        """Whether it gives each of several its own: 分别完成40%、60%."""
        return Mark.EACH in self.segment.said

    def gives_as_many(self, many: int) -> bool:
        """Whether it gives several projects as many amounts of one period: 两个项目本月完成投资1300万元和860万元."""
        investments = self.measures.investments
        return 1 < many == len(investments) and len({each.scope for each in investments}) == 1

    def of_one(self, place: int, many: int) -> "Saying":
        """The same of one of several that have each their own day and figure; none where these are not as many."""
        measures = replace(
            self.measures,
            percents=_own(self.measures.percents, place, many),
            counts=_own(self.measures.counts, place, many),
            investments=_own(self.measures.investments, place, many),
        )
        return self._replace(judgement=self._judgement_of_one(place, many), measures=measures)

    def _judgement_of_one(self, place: int, many: int) -> Judgement:
        days = [token.value for token in self.segment.body if token.kind is Kind.DATE]
        if len(days) < 2 and len(self.judgement.dues) < 2:
            return self.judgement
        judgement = copy(self.judgement)
        done = judgement.done_on is not None
        judgement.done_on = judgement.due_on = None
        if done and len(days) == many:
            judgement.done_on = days[place].finished()
        elif not done and len(judgement.dues) == many:
            judgement.due_on = judgement.dues[place]
        return judgement

    @property
    def gives_only_day(self) -> bool:
        """Whether it gives nothing but a day, for what was named right before: 苗木和栈道同时收，9月15日前后."""
        judgement = self.judgement
        only = (judgement.due_on or judgement.done_on) is not None and not judgement.predicates
        return only and self.clause.gap is Gap.COMMA and not self.segment.subjects and self.days == 1

    @property
    def days(self) -> int:
        """How many days it names."""
        return sum(token.kind is Kind.DATE for token in self.segment.body)

    @property
    def names_node(self) -> bool:
        """Whether it names its node, or works that are all of one."""
        if not self.segment.subjects:
            return False
        if any(token.kind is Kind.NODE and not token.value.weak for token in self.segment.subjects):
            return True
        works = any(token.kind is Kind.WORK for token in self.segment.subjects)
        return works and bool(self.target.nodes) and self.target.whole

    def first_named(self, project: str) -> NodeEntry | None:
        """The node of a project that it begins with the name of, whatever it goes on to tell of it."""
        first = self.segment.subjects[0] if self.segment.subjects else None
        named = first is not None and first.kind is Kind.NODE and not first.value.weak
        return first.value.nodes.get(project) if named and first is not None else None

    @property
    def does_later_work(self) -> bool:
        """Whether it tells of works inside the frame: its storeys are not those that the frame has reached."""
        stages = {token.value for token in self.segment.tokens if token.kind is Kind.WORK}
        return Stage.FRAME not in stages and not stages.isdisjoint(LATER)

    @property
    def tells_progress(self) -> bool:
        """Whether it tells how far something is."""
        return bool(self.judgement.predicates or self.measures.counts or self.measures.percents)

    def named_together(self, project: str) -> list[NodeEntry]:
        """The nodes of a project that are named as one subject: 左洞、右洞."""
        tokens = [token for token in self.segment.subjects if token.kind is Kind.NODE and project in token.value.nodes]
        if len(tokens) < 2 or any(self._parts(one, other) for one, other in pairwise(tokens)):
            return []
        return list(dict.fromkeys(token.value.nodes[project] for token in tokens))

    def _parts(self, one: Token, other: Token) -> bool:
        between = self.text[one.end - self.segment.start : other.start - self.segment.start]
        return between.strip() not in JOINTS

    def node_tokens(self, project: ProjectEntry) -> list[Token]:
        """The words that name nodes of a project."""
        subjects = self.segment.subjects
        return [token for token in subjects if token.kind is Kind.NODE and project.id in token.value.nodes]
