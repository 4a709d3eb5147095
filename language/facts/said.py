"""The tokens of one segment, with the questions that are asked of what stands beside what."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime

from language.facts.end_words import ACTS_OF_A_DAY
from language.late import late
from language.report.tokens import Kind, Token
from language.tables.marks import MEANT, Mark
from models.vocabulary import NodeKind

PAST = frozenset({Mark.DONE_PAST, Mark.PERFECT})
NOT_PAST = frozenset({Mark.PLAN, Mark.HOPE, Mark.DOUBT, Mark.NEAR, Mark.NOT, Mark.WAITING, Mark.OLD})
PARTED = frozenset({Mark.DONE_PAST, Mark.AWARD, Mark.ENTER, Mark.STEP})
_ARRANGED = (
    r"(?:(?<![签制审核商规])定(?:好|下来?|妥)?|敲定|约好?|[说讲谈]好|安排(?:好|妥)?|确定(?:下来)?|选好|看好|排[好定]|[准预]?备[好齐妥]"
    r"|齐[备全]?|具备|满足|成熟|就绪|通知)"
)
_NOW_ARRANGED = late(_ARRANGED + "了?$")
_IS_ARRANGED = late("(?:都|全|全部)?" + _ARRANGED)
"""15号验收定了, 18号开工条件都具备了: what is told as past is how an act was prepared, not the act."""


class Said:
    """One segment: its text, its tokens in order, and when it was said; `small` are the sorts of its small words."""

    __slots__ = ("_past", "end", "now", "small", "start", "text", "tokens")

    def __init__(self, text: str, tokens: Sequence[Token], now: datetime, start: int, end: int) -> None:
        self.text, self.tokens, self.now, self.start, self.end = text, tokens, now, start, end
        self._past: bool | None = None
        self.small: frozenset[Mark] = frozenset([each.value for each in tokens if each.kind is Kind.MARK])

    @property
    def today(self) -> date:
        """The day on which it was said."""
        return self.now.date()

    def marks(self, *wanted: Mark) -> Iterator[Token]:
        """The small words of some kinds, in order."""
        if self.small.isdisjoint(wanted):
            return iter(())
        return (each for each in self.tokens if each.kind is Kind.MARK and each.value in wanted)

    def after(self, place: int) -> Token | None:
        """The token that follows another."""
        return self.tokens[place + 1] if place + 1 < len(self.tokens) else None

    def before(self, place: int) -> Token | None:
        """The token that another follows."""
        return self.tokens[place - 1] if place else None

    def node_before(self, token: Token) -> Token | None:
        """The last node that is named before a token."""
        named = [each for each in self.tokens if each.kind is Kind.NODE and each.end <= token.start]
        return named[-1] if named else None

    def goes_on_with(self, token: Token, words: tuple[str, ...]) -> bool:
        """Whether one of some words follows a token at once."""
        return self.text.startswith(words, token.end)

    def follows(self, token: Token, words: tuple[str, ...]) -> bool:
        """Whether a token follows one of some words at once."""
        return self.text.endswith(words, self.start, token.start)

    def affected(self, token: Token) -> bool:
        """影响12月25日并网: what is held up is not told to happen."""
        return Mark.AFFECTS in self.small and any(
            each.end <= token.start <= each.end + 10 and not self._moved_between(each, token)
            for each in self.marks(Mark.AFFECTS)
        )

    def _moved_between(self, one: Token, other: Token) -> bool:
        return any(one.end <= each.start < other.start for each in self.marks(Mark.MOVED))

    def told_as_past(self) -> bool:
        """Whether a 已 or a 了 says that it has happened."""
        if self._past is None:
            self._past = self._tells_past()
        return self._past

    def _tells_past(self) -> bool:
        if not self.small.isdisjoint(PAST) and any(
            (each.value is Mark.DONE_PAST or each.text != "就") and not self._only_arranges(each)
            for each in self.marks(*PAST)
        ):
            return True
        return self._ends_past() or any(is_parted(each) for each in self.tokens)

    def _ends_past(self) -> bool:
        """3月20日完成的, 批文是2月20日的: a 的 that ends what is told of an end or of its day."""
        last = self.tokens[-1] if self.tokens else None
        if last is None or self.text[last.end : self.end].rstrip("，。；、 ") != "的":
            return False
        ended = last.value is Mark.DONE if last.kind is Kind.MARK else last.kind is Kind.DATE
        return ended and self.small.isdisjoint(NOT_PAST)

    def _only_arranges(self, token: Token) -> bool:
        """Whether a 了 or 已 belongs to a verb of arranging, beside the name of an act that has its day."""
        acts = [each for each in self.tokens if each.kind is Kind.NODE]
        if not acts or not all(kinds_of(each) <= ACTS_OF_A_DAY for each in acts):
            return False
        if _IS_ARRANGED.match(self.text, token.end, self.end):
            return True
        return _NOW_ARRANGED.search(self.text, acts[0].end, token.end) is not None


def is_mark(token: Token | None, wanted: Collection[Mark]) -> bool:
    """Whether a token is a small word of some kinds."""
    return token is not None and token.kind is Kind.MARK and token.value in wanted


def is_parted(token: Token) -> bool:
    """开的工, 摘了牌: a verb parted from its object by what tells it as past."""
    if token.kind is Kind.NODE:
        return bool(token.value.past)
    return token.kind is Kind.MARK and len(token.text) == 3 and token.text[1] in "的了过" and token.value in PARTED


def was_meant(tokens: Sequence[Token], token: Token) -> bool:
    """Whether something is said after a 原打算: what was once meant is no state and no measure."""
    return any(each.kind is Kind.MARK and each.text in MEANT and each.end <= token.start for each in tokens)


def kinds_of(node: Token) -> set[NodeKind]:
    """The kinds of the nodes that one word names, of one project or several."""
    return {each.kind for each in node.value.nodes.values()}


def without_tail(node: Token) -> int:
    """Where the node's own words end: 手续 behind them counts as their tail."""
    return node.start + len(node.text)
