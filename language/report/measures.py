"""What the numbers of a clause measure: percent, counts done, total and left, money invested."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from language.amounts import NumberKind, NumberSpan
from language.report.draft import Count
from language.report.lexing import Lexed
from language.report.tokens import Token
from language.tables.measures import ATTRIBUTIVE, PERIODS, SCOPES, SUMMED, TRIVIAL, UNCOUNTED_NOUNS, Cue
from language.understanding import Investment, Quantity
from language.words import Found, WordTable, spread
from models.vocabulary import Scope

SCOPE_WORDS: WordTable[Scope] = WordTable(spread({scope: words.split() for scope, words in SCOPES.items()}))

REACH = 14
"""How many characters before a number may still tell what it is."""


@dataclass(slots=True)
class Measures:
    """The numbers of one segment."""

    percents: list[Decimal] = field(default_factory=list)
    percent_vague: bool = False
    counts: list[Count] = field(default_factory=list)
    investments: list[Investment] = field(default_factory=list)
    bare: bool = False  # the last count came right after its subject: 7600户干了5100户
    of_quantity: bool = False  # a share of a quantity, such as 占合同总量的77%
    targeted: bool = False  # a number to be reached, not reached yet: 签满700户

    @property
    def counted(self) -> bool:
        """Whether something was counted."""
        return bool(self.counts)


@dataclass(slots=True)
class Topic:
    """What the numbers before were about, carried from clause to clause."""

    invested: bool = False
    scope: Scope | None = None
    plan: Scope | None = None  # the plan that was named: 年计划2.1亿元，完成率41%
    running: bool = False  # the count before was one of today or this week
    listed: bool = False  # money of another project was told just before: A上半年完成投资1.7亿元；B上半年1.2亿元
    carry: Scope | None = None  # the period of an amount in the same clause: 11月份一期2300万元、二期150万元
    among: bool = False  # after 其中: parts of the count before


class Setting(NamedTuple):
    """What is known of a segment when its numbers are read."""

    planned: bool
    invests: bool  # under the heading 投资
    due_from: int | None  # after a day to come a count is one to be reached: 下月中旬到三层
    others: bool  # 其余36座推进中: the rest is no count of what is done
    troubled: bool  # a clause that tells of a problem: its bare counts are of what is in the way


def measure(
    lexed: Lexed, start: int, subjects: Sequence[Token], numbers: Sequence[Token], topic: Topic, setting: Setting
) -> Measures:
    """Read the numbers of one segment in order."""
    result = Measures()
    before = last_end = start
    for token in numbers:
        span: NumberSpan = token.value
        named = [each for each in subjects if each.end <= token.start and each.start >= before]
        cues = lexed.cues_between(
            max(before, max((each.end for each in named), default=start), token.start - REACH), token.start
        )
        if named and not cues:
            cues = [
                each
                for each in lexed.cues_between(start, named[0].end)
                if each.start < named[0].start and named[0].start - each.end <= 1
            ]
        before = max(before, max((each.end for each in named), default=start))
        since = lexed.text[last_end : token.start]
        of_those = last_end > start and AND_OF_THOSE.search(since) is not None
        reader = _Number(lexed.text, token, span, cues, lexed.text[before : token.start], topic, setting, of_those)
        last_end = token.end
        if span.kind in (NumberKind.PERCENT, NumberKind.PERCENT_RANGE):
            reader.percent(result)
        elif span.kind in (NumberKind.MONEY, NumberKind.MONEY_RANGE) or reader.is_bare_money():
            reader.money(result)
        else:
            reader.count(result)
            topic.running = any(word in lexed.text[max(start, token.start - REACH) : token.start] for word in PERIODS)
        before = token.end
    return result


UNDER_WAY = re.compile(r"正在|在建|在施工")
OF_IT = re.compile(r"(?:楼|房|塔|桥|路)?的")
AND_OF_THOSE = re.compile(r"^[^，、；又\s]+$")
NO_PERCENT = (Cue.RATE, Cue.DELIVERED, Cue.OTHER_MONEY, Cue.THING, Cue.OLD_LEVEL, Cue.WRONG)
NO_MONEY = (Cue.OTHER_MONEY, Cue.PLANNED, Cue.WRONG, Cue.OLD_LEVEL, Cue.LEFT)
NO_COUNT = (Cue.DELIVERED, Cue.WRONG, Cue.OLD_LEVEL, Cue.SPEED, Cue.SCALE, Cue.PLANNED, Cue.THING, Cue.OTHER_MONEY)
PLAN_WORDS = ("计划", "投资", "年度", "概算", "任务", "全年")


@dataclass(slots=True)
class _Number:
    text: str
    token: Token
    span: NumberSpan
    cues: Sequence[Found[Cue]]
    window: str
    topic: Topic
    setting: Setting
    of_those: bool  # 26个小区已开工9个: a count of those counted before

    def _has(self, *cues: Cue) -> bool:
        return any(each.value in cues for each in self.cues)

    def _last(self, *cues: Cue) -> Cue | None:
        for each in reversed(self.cues):
            if each.value in cues:
                return each.value
        return None

    def _followed_by(self, words: tuple[str, ...]) -> bool:
        return self.text.startswith(words, self.token.end)

    def is_bare_money(self) -> bool:
        """累计投了一千八百万: a number without a unit is money where money is told of."""
        if self.span.unit is not None or self.span.value is None or self.span.value < 1000:
            return False
        return (
            self.setting.invests
            or self.topic.invested
            or self._has(Cue.INVESTED, Cue.OTHER_MONEY)
            or "投资" in self.window
        )

    def percent(self, result: Measures) -> None:
        """A share of a plan, of the node, or of something that does not count."""
        if self._has(Cue.SHARE) and (self.topic.invested or self._names_plan() or result.investments):
            self._share(result)
            return
        last = self._last(*NO_PERCENT, Cue.GROWTH, Cue.LEVEL, Cue.PLANNED, Cue.DONE, Cue.INVESTED)
        if (
            last in NO_PERCENT
            or (last is Cue.GROWTH and not self._has(Cue.LEVEL))
            or self._has(Cue.RATE, Cue.OTHER_MONEY, Cue.DELIVERED)
        ):
            return
        if self._of_money():
            self._share(result)
        elif self.setting.planned or last is Cue.PLANNED or self._has(Cue.AMONG):
            result.targeted = not self._has(Cue.AMONG)
        elif not self.span.exact:
            result.percent_vague = True
        elif self.span.value is not None and 0 <= self.span.value <= 100:
            result.percents.append(self.span.value)
            result.of_quantity = "总量" in self.window

    def _of_money(self) -> bool:
        return "投资" in self.window or (
            self.topic.invested and "投资" in self.text[max(0, self.token.start - 12) : self.token.start]
        )

    def _names_plan(self) -> bool:
        return any(word in self.window for word in PLAN_WORDS)

    def _share(self, result: Measures) -> None:
        if not self.span.exact or self._has(Cue.RATE):
            return
        scope = self._plan_scope()
        last = result.investments[-1] if result.investments else None
        if last is not None and last.plan_percent is None:
            named = self._names_plan() or self.topic.plan is not None
            result.investments[-1] = Investment(last.yuan, scope if named else last.scope, self.span.value)
        else:
            result.investments.append(Investment(None, scope, self.span.value))

    def _plan_scope(self) -> Scope:
        if "总投资" in self.window or "概算" in self.window:
            return Scope.TOTAL
        for word, scope in (("年", Scope.YEAR), ("季度", Scope.QUARTER), ("月", Scope.MONTH), ("周", Scope.WEEK)):
            if word in self.window:
                return scope
        return self.topic.plan or self.topic.scope or Scope.YEAR

    def money(self, result: Measures) -> None:
        """Money counts only where it is invested."""
        last = self._last(Cue.INVESTED, Cue.LEVEL, Cue.DONE, *NO_MONEY)
        if last is Cue.DONE and self._has(Cue.OTHER_MONEY) and not self._has(Cue.INVESTED):
            last = Cue.OTHER_MONEY
        if last in NO_MONEY or self.setting.planned:
            if last is Cue.PLANNED and "年" in self.window:
                self.topic.plan = Scope.YEAR
            if last in (Cue.PLANNED, Cue.OLD_LEVEL) and any(word in self.window for word in ("投资", "年度", "年计划")):
                self.topic.invested = True
            return
        listed = self.topic.listed and bool(SCOPE_WORDS.find(self.window))
        invests = self.setting.invests or self.topic.invested or self._has(Cue.INVESTED) or listed
        if not invests or not self.span.exact or self.span.yuan is None or self.setting.troubled:
            return
        self.topic.invested = True
        self.topic.scope = self.topic.carry = self._scope()
        result.investments.append(Investment(self.span.yuan, self.topic.scope))

    def _scope(self) -> Scope:
        """The period named nearest before the amount."""
        nearby = self.text[max(0, self.token.start - REACH) : self.token.start]
        stretch = self.window if SCOPE_WORDS.find(self.window) or self.topic.scope else nearby
        found = SCOPE_WORDS.find(stretch)
        if found:
            return Scope.YEAR if any(each.value is Scope.YEAR for each in found) else found[-1].value
        if "月" in stretch:
            return Scope.YEAR if any(mark in stretch for mark in "—-至~到") else Scope.MONTH
        return self.topic.carry or Scope.TOTAL

    def count(self, result: Measures) -> None:
        """A count: done, of how many, how many left."""
        span = self.span
        if span.done is not None and span.total is not None and span.unit:
            result.counts.append(Count(Quantity(span.unit, done=span.done, total=span.total)))
            return
        if span.unit is None or not span.exact or span.value is None or self._is_no_amount():
            return
        slot = self._slot(result)
        if slot is not None:
            self._put(result, slot, span.unit, span.value)

    def _is_no_amount(self) -> bool:
        """两个项目, 一个班组, 六层的模板: said of something else than works done."""
        if self.text[: self.token.start].endswith(("最后", "仅有的", "那")) and self.span.value == 1:
            return True
        if (
            self.setting.others
            or (self.span.text in TRIVIAL and not self.of_those)
            or (self.span.unit == "个" and self._followed_by(UNCOUNTED_NOUNS))
        ):
            return True
        if (
            OF_IT.match(self.text, self.token.end)
            and not self._has(Cue.TOTAL, Cue.LEFT)
            and not self.text.startswith(ATTRIBUTIVE, self.token.end)
        ):
            return True
        if self.window.endswith(("的", "-")) and not self._has(Cue.LEFT, Cue.TOTAL):
            return True  # 外地联系不上的6户, 开挖至-12米
        if UNDER_WAY.search(self.text, max(0, self.token.start - 8), self.token.start) and not self._has(Cue.DONE):
            return True
        return self.setting.troubled and not self._has(Cue.DONE, Cue.LEFT, Cue.TOTAL)

    def _slot(self, result: Measures) -> Cue | None:
        cue = self._last(Cue.TOTAL, Cue.LEFT, Cue.DONE, Cue.LEVEL, *NO_COUNT)
        if self._has(Cue.AMONG):
            self.topic.among = True
        if cue is Cue.TOTAL and self.cues[-1].word in SUMMED and self.topic.running:
            return Cue.DONE
        planned = self.setting.planned or (
            self.setting.due_from is not None and self.token.start >= self.setting.due_from
        )
        if cue is Cue.PLANNED or (planned and cue not in (Cue.LEFT, Cue.TOTAL)):
            result.targeted = True
            return None
        if cue in NO_COUNT:
            return None
        if self._followed_by(IS_TOTAL):
            return Cue.TOTAL
        if self._followed_by(("中", "里")) and not self._followed_by(("中标", "里程")):
            return None if cue is Cue.LEFT else Cue.TOTAL
        if cue in (Cue.TOTAL, Cue.LEFT):
            return cue
        if self._followed_by(UNDONE):
            return Cue.LEFT
        return None if self._followed_by(DENIED) and cue is not Cue.DONE else Cue.DONE

    def _put(self, result: Measures, slot: Cue, unit: str, value: Decimal) -> None:
        """Add a count; 7600户干了5100户 is a total and what of it is done."""
        if slot is not Cue.DONE:
            self.topic.among = False
            result.counts.append(Count(Quantity(unit, **{"total" if slot is Cue.TOTAL else "left": value})))
            return
        said = bool(self.cues) and self.cues[-1].value is Cue.DONE
        last = result.counts[-1].quantity if result.counts else None
        if (
            (said or self.of_those)
            and not self.topic.among
            and result.bare
            and last is not None
            and last.unit == unit
            and last.done is not None
            and last.done >= value
        ):
            result.counts[-1] = Count(Quantity(unit, done=value, total=last.done))
            return
        result.bare = not said
        result.counts.append(Count(Quantity(unit, done=value), part=self.topic.among))


IS_TOTAL = ("是设计总", "是总", "是全部", "为总", "是合同总", "是设计量")
UNDONE = (
    "没签",
    "未签",
    "没完",
    "未完",
    "没拆",
    "未拆",
    "没干",
    "没装",
    "没谈",
    "未谈",
    "未腾",
    "没腾",
    "未搬",
    "没搬",
    "未征",
    "没征",
    "还没签",
    "尚未签",
    "未完成",
    "没完成",
    "未交",
    "还没谈",
)
DENIED = ("没", "未", "还没", "尚未", "要价", "不")
