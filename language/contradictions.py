"""What a report says against itself: sums that do not add up, a share its amounts do not make, done and yet 85 %."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum, auto
from itertools import pairwise

from language.amounts import NumberKind, NumberSpan, find_numbers
from language.late import late
from language.understanding import Investment, Quantity, Report
from models.vocabulary import Scope, Status

HUNDRED = Decimal(100)
ROUNDING = Decimal(1)
"""A share is not doubted for less: people round, and count to different days."""
SCOPES = (Scope.WEEK, Scope.MONTH, Scope.QUARTER, Scope.YEAR, Scope.TOTAL)
"""From the narrowest to the widest: what was invested in one is part of what was invested in the next."""
WHOLE_MONEY = late(r"(?:计划|任务|目标|总投资|总概算|概算)[^，。；\d]{0,6}$")
WHOLE_COUNT = late(r"(?:共|总数|总计|合计|总量|总共|应[征签拆迁])[有计为]{0,2}$")
OF_THE_COUNT = late(r"(?:签约|完成|征收|征迁|拆迁|搬迁|铺设|架设|安装)率|占(?:总|全|设计)|总[长量数]")
DENIED = late(
    r"(批复?|办结?|拿到?|取得|通过|开工|完成|封顶|竣工|验收|签完?|下来)了?[，,、 ]{0,2}"
    r"(?:但是?|可是?|不过|现在|目前|其实|实际上?|又|却|到现在|至今)*(?:还|也|并|仍|尚)?(?:没有?|未)\1"
    r"|(?:还没有?|尚?未|没有?)(批复?|办结?|拿到?|取得|通过|开工|完成|封顶|竣工|验收|下来)[，,、 ]{1,2}"
    r"(?:但是?|可是?|不过|又|却|昨天|前天|上周|今天|已经?|早就)+\2了"
)
"""One end told and denied in one breath, with no other subject between."""
OVER = late(r"[^，。；！!\n\d]{0,16}(?P<share>\d{3}(?:\.\d+)?)[%％]")
OF_A_PLAN = late(r"计划|投资|产值|任务|目标|序时|增|超|率|比|占|产能|负荷|收入|税|贷|保")
"""What may well be more than all: a share of a plan, a growth, a load."""
SOON = timedelta(days=120)
"""A bare day no further ahead is not taken for last year's."""
YEAR_SAID = late(r"(?:去年|上年|前年|(?:19|20)?\d\d年)")
SENTENCE = late(r"[。；;！!\n]")


class Clash(Enum):
    """How two things that one report says do not agree."""

    SUM = auto()
    """What is done and what is left are not all there is."""
    BEYOND = auto()
    """More is done than there is."""
    SHARE = auto()
    """What is done of the whole is another share than said."""
    MONEY_SHARE = auto()
    PERIODS = auto()
    """More was invested in a part of a time than in the whole."""
    OVER = auto()
    """More than all of it: 完成120%; it is not recorded."""
    UNFINISHED = auto()
    """Done, and yet not all of it."""
    DENIED = auto()
    """Done, and not done: 昨天批了，现在还没批."""
    AHEAD = auto()
    """Done on a day that this year is still to come: 6月20日已取得, said on 4 June; month and day are its figures."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One clash with its figures, in the order in which they are told; money in yuan."""

    clash: Clash
    figures: tuple[Decimal, ...]
    unit: str = ""
    scopes: tuple[Scope, ...] = ()
    words: str = ""
    """The clause as it was said, where it may be of another node."""


def contradictions(
    report: Report, text: str, total_yuan: int | None = None, today: date | None = None
) -> tuple[Contradiction, ...]:
    """What a report says against itself; `text` is the message it is from, `total_yuan` the project's investment."""
    near = _sentences(report.words, text)
    numbers = find_numbers(near)
    found = [each for quantity in report.quantities for each in _of_count(quantity, near, numbers)]
    found += _of_share(report, near)
    found += [each for money in report.investments for each in _of_money(money, near, numbers, total_yuan)]
    found += _of_periods(report)
    if OVER.search(near):
        found += _of_more_than_all(near, report.words)
    if report.status is Status.DONE and report.percent is not None and report.percent < HUNDRED:
        found.append(Contradiction(Clash.UNFINISHED, (report.percent,)))
    if report.status in (Status.DONE, Status.IN_PROGRESS) and DENIED.search(near):
        found.append(Contradiction(Clash.DENIED, ()))
    if report.done_on is not None and today is not None and _is_ahead(report.done_on, today, near):
        found.append(Contradiction(Clash.AHEAD, (Decimal(report.done_on.month), Decimal(report.done_on.day))))
    return tuple(found)


def _is_ahead(done_on: date, today: date, near: str) -> bool:
    """Whether a day without a year was read as last year's though this year's is near, and said as it stands."""
    if done_on.year != today.year - 1 or YEAR_SAID.search(near):
        return False
    said = any(f"{done_on.month}{sign}{done_on.day}" in near for sign in "月./")
    coming = done_on + timedelta(days=365)
    return said and today < coming <= today + SOON


def _sentences(words: str, text: str) -> str:
    """The words of a report with what else stands in their sentences: 年计划2.1亿元 belongs to no fact of its own."""
    pieces = [piece for piece in words.split("，") if piece]
    if not pieces or (start := text.find(pieces[0])) < 0:
        return words
    end = max(text.find(pieces[-1], start), start) + len(pieces[-1])
    before = max((each.end() for each in SENTENCE.finditer(text, 0, start)), default=0)
    after = SENTENCE.search(text, end)
    return text[before : after.start() if after else len(text)]


def _of_count(quantity: Quantity, near: str, numbers: tuple[NumberSpan, ...]) -> Iterator[Contradiction]:
    done, left = quantity.done, quantity.left
    total = quantity.total or _whole_count(quantity, near, numbers)
    if total is None or done is None:
        return
    if left is not None and done + left != total:
        yield Contradiction(Clash.SUM, (done, left, total), quantity.unit)
    elif done > total:
        yield Contradiction(Clash.BEYOND, (done, total), quantity.unit)


def _whole_count(quantity: Quantity, near: str, numbers: tuple[NumberSpan, ...]) -> Decimal | None:
    """共5个标段: the whole that stands beside a count and was not counted with it."""
    for span in numbers:
        if span.unit == quantity.unit and span.value and WHOLE_COUNT.search(near, max(0, span.start - 6), span.start):
            return span.value
    return None


def _of_share(report: Report, near: str) -> Iterator[Contradiction]:
    """签约87户，共90户，签约率80%."""
    counted = [each for each in report.quantities if each.done is not None and each.total]
    if report.percent is None or len(report.quantities) != 1 or not counted or not OF_THE_COUNT.search(near):
        return
    done, total = counted[0].done or Decimal(0), counted[0].total or Decimal(1)
    if _differs(done, total, report.percent):
        yield Contradiction(Clash.SHARE, (done, total, report.percent), counted[0].unit)


def _of_money(
    money: Investment, near: str, numbers: tuple[NumberSpan, ...], total_yuan: int | None
) -> Iterator[Contradiction]:
    """8600万元 of 2.1亿元 are 41 %."""
    if money.yuan is None or money.plan_percent is None:
        return
    wholes = [
        span.value
        for span in numbers
        if (span.kind is NumberKind.MONEY or (span.kind is NumberKind.NUMBER and span.text.endswith(("万", "亿"))))
        and span.value
        and span.value != money.yuan
        and WHOLE_MONEY.search(near, max(0, span.start - 12), span.start)
    ]
    if not wholes and money.scope is Scope.TOTAL and total_yuan:
        wholes = [Decimal(total_yuan)]
    if len(wholes) == 1 and _differs(Decimal(money.yuan), wholes[0], money.plan_percent):
        yield Contradiction(
            Clash.MONEY_SHARE, (Decimal(money.yuan), wholes[0], money.plan_percent), "元", (money.scope,)
        )


def _of_periods(report: Report) -> Iterator[Contradiction]:
    by_scope = {each.scope: each.yuan for each in report.investments if each.yuan is not None}
    told = [scope for scope in SCOPES if scope in by_scope]
    for narrow, wide in pairwise(told):
        if by_scope[narrow] > by_scope[wide]:
            figures = (Decimal(by_scope[narrow]), Decimal(by_scope[wide]))
            yield Contradiction(Clash.PERIODS, figures, "元", (narrow, wide))


def _of_more_than_all(near: str, words: str) -> Iterator[Contradiction]:
    """主体完成120%, and not 占年度计划的105%: doubted with the report that stands right beside it."""
    pieces = tuple(piece for piece in words.split("，") if piece)
    for clause in OVER.finditer(near):
        share = Decimal(clause["share"])
        beside = near[: clause.start()].rstrip("，、；。 ").endswith(pieces) or (
            clause.start() == 0 and near[clause.end() :].lstrip("，、；。 ").startswith(pieces)
        )
        if share > HUNDRED and not OF_A_PLAN.search(clause[0]) and (beside or clause[0] in words):
            yield Contradiction(Clash.OVER, (share,), words=clause[0])


def _differs(part: Decimal, whole: Decimal, share: Decimal) -> bool:
    return abs(part / whole * HUNDRED - share) >= ROUNDING
