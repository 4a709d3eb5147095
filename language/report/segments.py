"""A stretch of a clause: one subject, or several joined, with what is said of it."""

from dataclasses import dataclass, field
from operator import attrgetter

from language.hearing import BLANK
from language.late import late
from language.report.tokens import Kind, Token
from language.tables.marks import Mark
from models.vocabulary import NodeKind

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

    def without_nodes(self, text: str, things: bool = False) -> str:
        """Its text without its nodes' names: 环评批复卡在资金上 is about money, 摘牌用地指标没下来 about land.

        With `things`, what is a node only as a thing of it stays: 电杆 of 管线迁改, 组件 of 组件安装.
        """
        for place, token in enumerate(self.subjects):
            if token.kind is not Kind.NODE or any(same_node(each, token) for each in self.subjects[:place]):
                continue
            if (
                things
                and _is_thing(token)
                and not (NOT_PUT_UP.match(text, token.end - self.start) and _only_put_up(token))
            ):
                continue
            low, high = token.start - self.start, token.end - self.start
            tail = low + len(token.text)
            high = tail if text.startswith("手续", tail) and _is_of_works(token) else high  # 路基工程|手续没下来
            if low >= 0 and high <= len(text):
                text = text[:low] + BLANK * (high - low) + text[high:]
        return text

    @property
    def of_works(self) -> bool:
        """Whether all nodes that it names are works, which no paper ends."""
        named = [token for token in self.subjects if token.kind is Kind.NODE]
        return bool(named) and all(_is_of_works(token) for token in named)

    def marks(self, *wanted: Mark) -> bool:
        """Whether one of some small words is said."""
        return any(token.kind is Kind.MARK and token.value in wanted for token in self.body)


NOT_PUT_UP = late(r"(?:还|尚|仍|也|都|一直|目前)*[没未]有?[装架铺立吊敷](?![\u4e00-\u9fff])")
"""Behind the name of what is put up: it has not been begun, and nothing is wanting."""


def _only_put_up(token: Token) -> bool:
    return all(node.kind is NodeKind.INSTALLATION for node in token.value.nodes.values())


def _is_of_works(token: Token) -> bool:
    return all(node.kind in BUILT for node in token.value.nodes.values())


BUILT = frozenset({NodeKind.FOUNDATION, NodeKind.STRUCTURE, NodeKind.TOPPING_OUT, NodeKind.INSTALLATION})


def _is_thing(token: Token) -> bool:
    """Whether a word names a node by a thing that it has to do with, and not by what is done."""
    return all(
        node.kind in THINGS
        and (token.text not in node.name or node.name.endswith(tuple(token.text + end for end in FITTED)))
        for node in token.value.nodes.values()
    )


THINGS = frozenset({NodeKind.UTILITIES, NodeKind.INSTALLATION})
FITTED = ("安装", "架设", "组立", "搬入", "吊装", "铺设", "敷设")


def same_node(one: Token, other: Token) -> bool:
    """通航影响评价3月20日拿到审核意见 names one node twice."""
    if one.kind is not Kind.NODE or other.kind is not Kind.NODE:
        return False
    return {node.id for node in one.value.nodes.values()} == {node.id for node in other.value.nodes.values()}
