"""What the numbers of a clause measure: percent, counts done, total and left, money invested."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from language.amounts import NumberKind, NumberSpan
from language.report.lexing import Lexed
from language.report.tokens import Kind, Token
from language.tables.measures import SCOPES, UNCOUNTED_UNITS, Cue
from language.understanding import Investment, Quantity
from language.words import Found, WordTable, spread
from models.vocabulary import Scope

SCOPE_WORDS: WordTable[Scope] = WordTable(spread({scope: words.split() for scope, words in SCOPES.items()}))

REACH = 14
"""How many characters before a number may still tell what it is."""

@dataclass(slots=True)
class Measures:
    """The numbers of one segment."""

    percent: Decimal | None = None
    percent_vague: bool = False
    quantities: list[Quantity] = field(default_factory=list)
    parts: bool = False
    investments: list[Investment] = field(default_factory=list)
    count_done: bool = False
    bare: bool = False  # the last count came right after its subject: 7600户干了5100户
    targeted: bool = False  # a number to be reached, not reached yet: 签满700户


@dataclass(slots=True)
class MoneyTopic:
    """Whether money is being told of, carried from clause to clause."""

    invested: bool = False
    scope: Scope | None = None
    running: bool = False


def measure(lexed: Lexed, start: int, subjects: Sequence[Token], numbers: Sequence[Token], topic: MoneyTopic, role_invests: bool, planned: bool) -> Measures:
    """Read the numbers of one segment in order."""
    result = Measures()
    before = start
    for token in numbers:
        span: NumberSpan = token.value
        said_of = max((each.end for each in subjects if each.end <= token.start), default=start)
        before = max(before, said_of)
        cues = lexed.cues_between(max(before, token.start - REACH), token.start)
        window = lexed.text[before : token.start]
        reader = _Number(lexed, token, span, cues, window, planned, topic.running)
        if span.kind in (NumberKind.PERCENT, NumberKind.PERCENT_RANGE):
            reader.percent(result, topic)
        elif span.kind in (NumberKind.MONEY, NumberKind.MONEY_RANGE) or _bare_money(span, cues, topic, role_invests):
            reader.money(result, topic, role_invests)
        else:
            reader.count(result)
            topic.running = any(word in lexed.text[max(0, token.start - REACH) : token.start] for word in PERIODS)
        before = token.end
    return result


def _bare_money(span: NumberSpan, cues: Sequence[Found[Cue]], topic: MoneyTopic, role_invests: bool) -> bool:
    """累计投了一千八百万: a number without a unit is money where money is told of."""
    if span.kind is not NumberKind.NUMBER or span.value is None or span.value < 10000:
        return False
    return role_invests or topic.invested or any(cue.value in (Cue.INVESTED, Cue.OTHER_MONEY) for cue in cues)


@dataclass(slots=True)
class _Number:
    lexed: Lexed
    token: Token
    span: NumberSpan
    cues: Sequence[Found[Cue]]
    window: str
    planned: bool
    running: bool = False  # the count before was one of today or this week

    def _has(self, *cues: Cue) -> bool:
        return any(each.value in cues for each in self.cues)

    def _last(self, *cues: Cue) -> Cue | None:
        for each in reversed(self.cues):
            if each.value in cues:
                return each.value
        return None

    def _after(self, *words: str) -> bool:
        return self.lexed.text.startswith(words, self.token.end)

    def percent(self, result: Measures, topic: MoneyTopic) -> None:
        """A share of a plan, of the node, or of something that does not count."""
        if self._has(Cue.SHARE) and (topic.invested or self._names_plan() or result.investments):
            self._share(result, topic)
            return
        last = self._last(Cue.RATE, Cue.DELIVERED, Cue.OTHER_MONEY, Cue.THING, Cue.GROWTH, Cue.OLD_LEVEL, Cue.LEVEL, Cue.WRONG, Cue.PLANNED, Cue.DONE)
        if last in (Cue.RATE, Cue.DELIVERED, Cue.OTHER_MONEY, Cue.THING, Cue.OLD_LEVEL, Cue.WRONG) or (last is Cue.GROWTH and not self._has(Cue.LEVEL)):
            return
        if self.planned or last is Cue.PLANNED or self._has(Cue.RATE, Cue.OTHER_MONEY, Cue.DELIVERED):
            return
        if not self.span.exact:
            result.percent_vague = True
            return
        if "投资" in self.window or ("投资" in self.lexed.text[max(0, self.token.start - 12) : self.token.start] and topic.invested):
            self._share(result, topic)
            return
        result.percent = self.span.value

    def _names_plan(self) -> bool:
        return any(word in self.window for word in ("计划", "投资", "年度", "概算", "任务", "全年"))

    def _share(self, result: Measures, topic: MoneyTopic) -> None:
        if not self.span.exact or self._has(Cue.RATE):
            return
        scope = self._plan_scope(topic)
        if result.investments and result.investments[-1].plan_percent is None:
            last = result.investments[-1]
            kept = scope if self._names_plan() else last.scope
            result.investments[-1] = Investment(last.yuan, kept, self.span.value)
        else:
            result.investments.append(Investment(None, scope, self.span.value))

    def _plan_scope(self, topic: MoneyTopic) -> Scope:
        if "总投资" in self.window or "概算" in self.window:
            return Scope.TOTAL
        for word, scope in (("年", Scope.YEAR), ("季度", Scope.QUARTER), ("月", Scope.MONTH), ("周", Scope.WEEK)):
            if word in self.window:
                return scope
        return topic.scope or Scope.YEAR

    def money(self, result: Measures, topic: MoneyTopic, role_invests: bool) -> None:
        """Money counts only where it is invested."""
        last = self._last(Cue.INVESTED, Cue.OTHER_MONEY, Cue.PLANNED, Cue.WRONG, Cue.OLD_LEVEL, Cue.LEVEL, Cue.LEFT, Cue.DONE)
        if last is Cue.DONE and (self._has(Cue.OTHER_MONEY) and not self._has(Cue.INVESTED)):
            last = Cue.OTHER_MONEY
        if last in (Cue.OTHER_MONEY, Cue.PLANNED, Cue.WRONG, Cue.OLD_LEVEL, Cue.LEFT) or self.planned:
            if last in (Cue.PLANNED, Cue.OLD_LEVEL) and "投资" in self.window:
                topic.invested = True
            return
        invests = role_invests or topic.invested or self._has(Cue.INVESTED)
        if not invests or not self.span.exact or self.span.yuan is None:
            return
        topic.invested = True
        scope = self._scope(topic)
        topic.scope = scope
        result.investments.append(Investment(self.span.yuan, scope))

    def _scope(self, topic: MoneyTopic) -> Scope:
        window = self.lexed.text[max(0, self.token.start - REACH) : self.token.start]
        stretch = self.window if SCOPE_WORDS.find(self.window) else window if not topic.scope else self.window
        found = SCOPE_WORDS.find(stretch)
        if found:
            words = {each.value for each in found}
            if Scope.YEAR in words:
                return Scope.YEAR
            return found[-1].value if found[-1].value is not Scope.TOTAL or len(words) == 1 else _narrow(found)
        if "月" in stretch:
            return Scope.YEAR if "—" in stretch or "-" in stretch or "至" in stretch else Scope.MONTH
        if self._after("（本周", "(本周"):
            return Scope.WEEK
        return Scope.TOTAL

    def count(self, result: Measures) -> None:
        """A count: done, of how many, how many left."""
        span = self.span
        if span.done is not None and span.total is not None and span.unit:
            result.quantities.append(Quantity(span.unit, done=span.done, total=span.total))
            result.count_done = True
            return
        if span.unit is None or span.unit in UNCOUNTED_UNITS or not span.exact or span.value is None:
            return
        slot = self._slot(result)
        if slot is None:
            return
        if self.span.text in ("一个", "一处", "一台", "一段", "一条"):
            return
        said = bool(self.cues) and self.cues[-1].value is Cue.DONE
        _put(result, slot, span.unit, span.value, self._has(Cue.AMONG), said)

    def _slot(self, result: Measures) -> Cue | None:
        cue = self._last(*COUNT_CUES)
        if cue is Cue.TOTAL and self.cues[-1].word in SUMMED and self.running:
            return Cue.DONE
        if cue is Cue.PLANNED:
            result.targeted = True
        if cue in (Cue.DELIVERED, Cue.WRONG, Cue.OLD_LEVEL, Cue.SPEED, Cue.SCALE, Cue.PLANNED, Cue.THING, Cue.OTHER_MONEY):
            return None
        if self.planned and cue is not Cue.LEFT and cue is not Cue.TOTAL:
            result.targeted = True
            return None
        if cue in (Cue.TOTAL, Cue.LEFT):
            return cue
        if self._after("没", "未", "还没", "尚未", "要价", "不") and cue is not Cue.DONE:
            return Cue.LEFT if self._after("没签", "未签", "没完", "未完", "没拆", "未拆", "没干", "没装", "没谈", "未谈") else None
        return Cue.DONE


SUMMED = ("一共", "共", "总共", "共计", "合计", "总计")
"""After a count of today or this week these words sum up what is done: 今天打了三眼，一共一百四十一眼."""

PERIODS = ("今天", "今日", "昨天", "昨日", "本周", "这周", "本月", "当天", "新增", "新签", "当日", "近两天", "上周", "又")

COUNT_CUES = (
    Cue.TOTAL, Cue.LEFT, Cue.DONE, Cue.PLANNED, Cue.LEVEL, Cue.OLD_LEVEL, Cue.THING, Cue.DELIVERED, Cue.WRONG, Cue.SPEED, Cue.SCALE, Cue.OTHER_MONEY
)  # fmt: skip


def _narrow(found: Sequence[Found[Scope]]) -> Scope:
    last = found[-1]
    return last.value


def _put(result: Measures, slot: Cue, unit: str, value: Decimal, part: bool, said: bool) -> None:
    """Add a count to the entry it completes, or as one of its own."""
    if part:
        result.parts = True
    last = result.quantities[-1] if result.quantities else None
    if slot is Cue.DONE and said and result.bare and last and last.unit == unit and last.done is not None and last.done >= value:
        result.quantities[-1] = Quantity(unit, done=value, total=last.done)
        return
    if slot is Cue.DONE:
        result.bare = not said
        result.quantities.append(Quantity(unit, done=value))
        result.count_done = True
        return
    if slot is Cue.TOTAL:
        result.quantities.append(Quantity(unit, total=value))
    else:
        result.quantities.append(Quantity(unit, left=value))
