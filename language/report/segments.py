"""A stretch of a clause: one subject, or several joined, with what is said of it."""

from dataclasses import dataclass, field
from operator import attrgetter

from language.hearing import BLANK
from language.report.tokens import Kind, Token
from language.tables.marks import Mark

START = attrgetter("start")


@dataclass(slots=True)
class Segment:
    """One subject (or several joined) with what is said of it."""

    start: int
    end: int
    subjects: list[Token] = field(default_factory=list)
    body: list[Token] = field(default_factory=list)
    _tokens: list[Token] | None = None
    _kinds: frozenset[Kind] | None = None
    _said: frozenset[Mark] | None = None

    @property
    def tokens(self) -> list[Token]:
        """Everything in it, in order; not to be asked for while the clause is still being cut."""
        if self._tokens is None:
            both = self.subjects and self.body
            self._tokens = sorted((*self.subjects, *self.body), key=START) if both else self.subjects or self.body
        return self._tokens

    @property
    def kinds(self) -> frozenset[Kind]:
        """What sorts of things stand in it; not to be asked for while the clause is still being cut."""
        if self._kinds is None:
            self._kinds = frozenset([token.kind for token in self.tokens])
        return self._kinds

    @property
    def said(self) -> frozenset[Mark]:
        """Its small words; not to be asked for while the clause is still being cut."""
        if self._said is None:
            self._said = frozenset([token.value for token in self.body if token.kind is Kind.MARK])
        return self._said

    def without_nodes(self, text: str) -> str:
        """Its text without its nodes' names: 环评批复卡在资金上 is about money, 摘牌用地指标没下来 about land."""
        for place, token in enumerate(self.subjects):
            if token.kind is not Kind.NODE or any(same_node(each, token) for each in self.subjects[:place]):
                continue
            low, high = token.start - self.start, token.end - self.start
            if low >= 0 and high <= len(text):
                text = text[:low] + BLANK * (high - low) + text[high:]
        return text

    def marks(self, *wanted: Mark) -> bool:
        """Whether one of some small words is said."""
        return any(token.kind is Kind.MARK and token.value in wanted for token in self.body)


def same_node(one: Token, other: Token) -> bool:
    """通航影响评价3月20日拿到审核意见 names one node twice."""
    if one.kind is not Kind.NODE or other.kind is not Kind.NODE:
        return False
    return {node.id for node in one.value.nodes.values()} == {node.id for node in other.value.nodes.values()}
