"""One number of a segment with what stands around it, and what the numbers of a message have been about so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from language.amounts import NumberSpan
from language.late import late
from language.report.done_to import done_before, done_behind
from language.report.draft import Count
from language.report.tokens import Token
from language.tables.measures import Cue
from language.understanding import Investment
from language.words import Found
from models.vocabulary import Scope

REACH = 14
"""How many characters before a number may still tell what it is."""


BEHIND_COUNT = late(r"[0-9一二两三四五六七八九十百千万][\u4e00-\u9fff]{1,3}$")
"""Before what was done, or what it was done to: 216户|签约201户."""


@dataclass(slots=True)
class Measures:
    """The numbers of one segment."""

    percents: list[Decimal] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)
    investments: list[Investment] = field(default_factory=list)
    percent_vague: bool = False
    """Whether a share was told that is no number: 过半."""
    bare: bool = False
    """Whether the last count came right after its subject: 7600户干了5100户."""
    of_quantity: bool = False
    """Whether the percent is a share of a quantity: 占合同总量的77%."""
    targeted: bool = False
    """Whether a number is one to be reached: 签满700户."""


NO_MEASURES = Measures()
"""Of a segment without a number; nothing is ever added to it."""


@dataclass(slots=True)
class Topic:
    """What the numbers before were about, carried from clause to clause."""

    invested: bool = False
    scope: Scope | None = None
    plan: Scope | None = None
    """The plan that was named: 年计划2.1亿元，完成率41%."""
    counted: bool = False
    """Whether the number before was a count of works."""
    left: bool = False
    """Whether the count before was of what is left."""
    running: bool = False
    """Whether the count before was one of today or this week."""
    summed: bool = False
    """Whether what has been done so far was told already: a 总共 behind it is of all there is."""
    listed: Scope | None = None
    """The period of the money of another project that was told just before: A上半年完成投资1.7亿元，B1.2亿元."""
    headed: Scope | None = None
    """The period that a heading gives to all money below it: 1—8月完成投资：…."""
    shared: bool = False
    """Whether the plan was told whose share follows: 占总投资9.8亿元的63%."""
    carry: Scope | None = None
    """The period of an amount in the same clause: 11月份一期2300万元、二期150万元."""
    overview: bool = False
    """Whether the sentence tells how large the project is: 占地62亩，总投资1.8亿元，建3栋厂房."""
    among: bool = False
    """Whether 其中 was said: what follows are parts of the count before."""


class Setting(NamedTuple):
    """What is known of a segment when its numbers are read."""

    planned: bool
    invests: bool
    """Whether it stands under the heading 投资."""
    due_from: int | None
    """Where a day to come ends, after which a count is one to be reached: 下月中旬到三层."""
    others: bool
    """Whether it is of the rest, which is no count of what is done: 其余36座推进中."""
    troubled: bool
    """Whether it tells of a problem: its bare counts are of what is in the way."""


class Figure(NamedTuple):
    """One number where it stands."""

    text: str
    token: Token
    cues: Sequence[Found[Cue]]
    """The words before it that tell what it is, in order."""
    window: str
    """What stands between it and the subject or number before it."""
    since: str
    """What stands between it and the number before it, or the beginning of its segment."""
    topic: Topic
    setting: Setting
    named: bool
    """Whether works or a node are named right before it."""
    of_those: bool
    """Whether it counts some of those counted before: 26个小区已开工9个."""

    @property
    def span(self) -> NumberSpan:
        """The number itself."""
        span: NumberSpan = self.token.value
        return span

    @property
    def cue(self) -> Cue | None:
        """The word nearest before it."""
        return self.cues[-1].value if self.cues else None

    @property
    def act(self) -> str:
        """The words before it that say that so many are done, if any."""
        return done_before(self.text, self.token.start - len(self.since), self.token.start)

    @property
    def of_count_before(self) -> bool:
        """Whether it goes on at once from a count: 216户签约201户."""
        place = self.token.start - len(self.since)
        return self.of_those or BEHIND_COUNT.search(self.text, max(0, place - 6), place) is not None

    @property
    def ended(self) -> bool:
        """Whether it is said behind it that so many are done."""
        return done_behind(self.text, self.token.end)

    def has(self, *wanted: Cue) -> bool:
        """Whether one of some words stands before it."""
        return any(each.value in wanted for each in self.cues)

    def last(self, *wanted: Cue) -> Cue | None:
        """Which of some words stands nearest before it."""
        return next((each.value for each in reversed(self.cues) if each.value in wanted), None)

    def before(self, reach: int) -> str:
        """So many characters before it."""
        return self.text[max(0, self.token.start - reach) : self.token.start]

    def followed_by(self, words: tuple[str, ...]) -> bool:
        """Whether one of some words follows at once."""
        return self.text.startswith(words, self.token.end)
