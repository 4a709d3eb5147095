"""Reports in the making: one draft for each project and node, filled clause by clause."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from language.late import late
from language.report.done_to import goes_with, is_plain
from language.understanding import Investment, Quantity, Report
from models.vocabulary import Modality, ProblemCategory, Scope, Status

MODALITIES = {
    Status.DONE: Modality.DONE,
    Status.CONDITIONAL: Modality.CONDITIONAL,
    Status.NOT_STARTED: Modality.NEGATED,
}
"""How a state is meant, where that does not depend on the words."""


@dataclass(slots=True)
class Count:
    """A quantity and whether it is only a part of the one before (其中)."""

    quantity: Quantity
    part: bool = False
    parallel: bool = False
    """Whether it was told side by side with the one before (左洞412米、右洞398米): a total is of neither."""
    bare: bool = False
    """Whether it is said of it how many there are, and not that they are done: 机井60眼."""
    direct: bool = False
    """Whether it came right behind its name with nothing between."""
    of: str = ""
    """What a bare count is of: 机井, 设备安装."""
    by: str = ""
    """By what act so many are done, which may be of what a bare count before was the whole of: 已成井44眼."""
    joined: bool = False
    """Whether it goes on at once from the count before: 7600户干了5100户."""
    running: bool = False
    """Whether it is of a day or a week: a total is of what has been done so far."""
    side: bool = False
    """Whether it is of one side or piece of a thing: 左线320环，右线286环."""
    told_in: int = 0
    """The sentence that it stands in."""
    sentence: int | None = None
    """The sentence of a bare total of nothing that was named: with counts of later sentences it has nothing to do."""

    def is_whole_of(self, quantity: Quantity) -> bool:
        """Whether it only tells how many there are, of which so many are done."""
        whole, done = self.quantity.total, quantity.done
        if whole is None or done is None or self.quantity.unit != quantity.unit:
            return False
        return self.quantity.done is None and self.quantity.left is None and done <= whole


@dataclass(slots=True)
class Draft:
    """What is known so far of one project or node."""

    project: str
    node: str | None
    status: Status | None = None
    percent: Decimal | None = None
    investments: list[Investment] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)
    done_on: date | None = None
    due_on: date | None = None
    problems: list[ProblemCategory] = field(default_factory=list)
    needs_help: bool = False
    modality: Modality = Modality.STATED
    words: list[str] = field(default_factory=list)

    def say(self, words: str) -> None:
        """Keep the clause as source."""
        if words and words not in self.words:
            self.words.append(words)

    def set_status(self, status: Status, done_on: date | None = None, forced: bool = False) -> None:
        """A later word counts more, but what is done stays done."""
        if self.status is Status.DONE and status is not Status.DONE:
            return
        if (
            self.status in (Status.CONDITIONAL, Status.BLOCKED)
            and not forced
            and status in (Status.IN_PROGRESS, Status.DONE)
        ):
            return
        if self.status is Status.UNCHANGED and status is Status.IN_PROGRESS:
            return
        if self.status is Status.NOT_STARTED and status is Status.IN_PROGRESS:
            return
        if status is Status.NOT_STARTED and self.percent:
            return  # 房子建了80%，没搬
        again = self.status is Status.DONE and status is Status.DONE
        self.status = status
        if status is Status.DONE:
            self.done_on = self.done_on or done_on if again else done_on or self.done_on

    def take_status(
        self, status: Status | None, done_on: date | None, forced: bool, rest_goes_on: bool, all_of_it: bool = False
    ) -> None:
        """A status with its day, or only the day of an end told before."""
        if status is not None and rest_goes_on and self.status is Status.BLOCKED:
            self.status = Status.IN_PROGRESS  # 其余段照常: the standstill was only of a part
        elif status is not None:
            self.set_status(status, done_on, forced)
            if status is Status.DONE and all_of_it and done_on is None:
                self.due_on = None  # 单桩基础本周收官，48根全部完成
        elif done_on is not None and self.status is Status.DONE:
            self.done_on = self.done_on or done_on

    def reopen(self) -> None:
        """It was told to be done, and something of it is still out."""
        if self.status is Status.DONE:
            self.status, self.done_on = Status.IN_PROGRESS, None

    def take_due(self, due_on: date, modality: Modality) -> None:
        """The day by which it is to end, and how that is meant."""
        self.due_on = due_on
        self.modality = modality

    def drop_problems(self, categories: Sequence[ProblemCategory]) -> None:
        """They are none any more, or somebody else's."""
        self.problems = [each for each in self.problems if each not in categories]

    def all_of_it(self, count: Count) -> Count:
        """桩基打完了，一共486根: of a node that is done, and counted by nothing yet, all of it is done."""
        quantity = count.quantity
        if self.status is not Status.DONE or self.node is None or self.counts:
            return count
        if quantity.total is None or quantity.done is not None or quantity.left is not None:
            return count
        return replace(count, quantity=Quantity(quantity.unit, done=quantity.total))

    def add_count(self, count: Count, sentence: int) -> None:
        """Counts of one thing told one after the other become one entry: 签约121户，剩15户."""
        quantity = count.quantity
        count.told_in = sentence
        if quantity.left and self.status is Status.DONE and not count.part:
            self.status, self.done_on = None, None  # 61户20号就全签了，最后3户没搬
        whole = self._whole_of(count) if count.by and not count.part and not count.running else None
        if whole is not None:
            whole.quantity = Quantity(quantity.unit, quantity.done, whole.quantity.done, quantity.left)
            whole.bare = False
            return
        last = self.counts[-1] if self.counts else None
        if last is not None and last.side and count.side and last.quantity.unit == quantity.unit:
            count.parallel = True
        if quantity.done is None and quantity.left is None and self._sums_up(quantity, sentence):
            self.counts.append(Count(Quantity(quantity.unit, done=quantity.total), told_in=sentence))
            return
        if last is not None and last.parallel and not last.part and quantity.done is None and quantity.left is None:
            return  # 左洞412米、右洞398米，全长900米: of which of them is not told
        place = None if count.part else self._open_entry(quantity, sentence)
        if place is not None and count.running and self.counts[place].quantity.total is not None:
            place = None  # 总数22个，这两天又装上2个，累计13个
        if place is None:
            self.counts.append(count)
            return
        old = self.counts[place].quantity
        self.counts[place].quantity = Quantity(
            quantity.unit,
            quantity.done if old.done is None else old.done,
            quantity.total if old.total is None else old.total,
            quantity.left if old.left is None else old.left,
        )

    def _sums_up(self, quantity: Quantity, sentence: int) -> bool:
        """城关18个、河东20个，共38个: whether a whole is but the sum of what is done, side by side or by one act."""
        told = [each for each in self.counts if each.told_in == sentence and not each.part and not each.running]
        parts = [each for each in told if each.quantity.unit == quantity.unit and each.quantity.done is not None]
        if len(parts) < 2 or sum(each.quantity.done or 0 for each in parts) != quantity.total:
            return False
        return parts[-1].parallel or (bool(parts[0].by) and all(each.by == parts[0].by for each in parts))

    def _whole_of(self, count: Count) -> Count | None:
        """The bare count before in the same sentence of which so many are done: 电梯加装120部，投用46部."""
        for last in reversed(self.counts):
            if last.told_in != count.told_in:
                return None
            if last.quantity.unit != count.quantity.unit or last.running:
                continue
            whole, done = last.quantity.done, count.quantity.done
            if not last.bare or (last.parallel and not count.joined) or whole is None or done is None or done > whole:
                return None
            if last.side and count.side and not count.joined:
                return None  # 进口掘进218米、出口掘进175米
            own = count.joined and not is_plain(count.by.removesuffix("成"))  # 征迁32户签了30户
            open_whole = last.quantity.total is None and goes_with(
                last.of.removesuffix(count.quantity.unit), count.by, told=bool(last.by) and not own
            )
            return last if open_whole else None
        return None

    def add_investment(self, investment: Investment) -> None:
        """A share said after its amount completes it: 完成4900万元，完成率49%."""
        last = self.investments[-1] if self.investments else None
        amount = last is not None and last.yuan is not None and last.plan_percent is None
        if investment.yuan is None and amount and last and not is_of_more(last.scope, investment.scope):
            self.investments[-1] = Investment(last.yuan, investment.scope, investment.plan_percent)
        else:
            self.investments.append(investment)

    def _open_entry(self, quantity: Quantity, sentence: int) -> int | None:
        if quantity.left is not None and quantity.done is None and len(self.counts) > 1:
            for place, count in enumerate(self.counts):
                if not count.part and count.told_in == sentence and _leaves_just(count.quantity, quantity):
                    return place  # 要拆46栋，签了39栋，拆掉31栋，剩下7栋
        for place in range(len(self.counts) - 1, -1, -1):
            count = self.counts[place]
            old = count.quantity
            if count.part or old.unit != quantity.unit or (count.sentence or sentence) != sentence:
                continue
            if count.running and quantity.done is not None:
                continue  # 总数22个，这两天又装上2个，累计13个
            pairs = ((old.done, quantity.done), (old.total, quantity.total), (old.left, quantity.left))
            both = any(a is not None and b is not None for a, b in pairs)
            if not both and count.running and self._goes_with_sum(place, quantity):
                return place - 1
            less = quantity.total is not None and old.done is not None and quantity.total < old.done
            return None if both or less or count.parallel else place
        return None

    def _goes_with_sum(self, place: int, quantity: Quantity) -> bool:
        """累计4.6公里，本周0.7公里，总长14.5公里: the total is of the sum and not of the week."""
        if place == 0 or quantity.total is None or self.counts[place - 1].part:
            return False
        week, whole = self.counts[place].quantity, self.counts[place - 1].quantity
        if whole.unit != week.unit or whole.done is None or week.done is None or whole.total is not None:
            return False
        return whole.left is None and whole.done >= week.done

    def drop_scales(self) -> None:
        """A total of which nothing is said to be done or left is a bare scale: 今年共26个小区."""
        told = [each for each in self.counts if each.quantity.done is not None or each.quantity.left is not None]
        if len(self.counts) == 1:
            self.counts = told
        else:
            self.counts = [each for each in self.counts if each in told or each.sentence is None]

    @property
    def _leaves(self) -> bool:
        """Whether some of it is left by its own counts: 架设全完，就差6片."""
        return any(each.quantity.left or _is_under(each.quantity) for each in self.counts)

    @property
    def states(self) -> bool:
        """Whether it says anything."""
        return bool(
            self.status
            or self.percent is not None
            or self.investments
            or self.counts
            or self.done_on
            or self.due_on
            or self.problems
            or self.needs_help
        )

    def report(self, words: str) -> Report:
        """The finished report with its source; what is still to end by a day was done only in part."""
        if self.status is Status.DONE and self.done_on is None and (self.due_on is not None or self._leaves):
            self.status = None
        return Report(
            project=self.project,
            node=self.node,
            status=self.status,
            percent=self.percent,
            investments=_wholes(dict.fromkeys(self.investments), "".join(self.words)),
            quantities=tuple(dict.fromkeys(count.quantity for count in self.counts)),
            done_on=self.done_on if self.status is Status.DONE else None,
            due_on=self.due_on if self.status is not Status.DONE else None,
            problems=tuple(dict.fromkeys(self.problems)),
            needs_help=self.needs_help,
            modality=MODALITIES.get(self.status, self.modality) if self.status else self.modality,
            words=words,
        )


ONE_AFTER_ANOTHER = frozenset({Scope.QUARTER, Scope.MONTH, Scope.WEEK})
AMONG_IT = late(r"其中|里[面头]|当中|包括|包含|含")


def _wholes(investments: Iterable[Investment], words: str) -> tuple[Investment, ...]:
    """累计6.5亿，其中设备1.9亿: of several amounts of one time the greatest is the sum, the others are parts of it."""
    told = tuple(investments)
    if len(told) < 2 or ({each.scope for each in told} <= ONE_AFTER_ANOTHER and not AMONG_IT.search(words)):
        return told  # 一季度1.1亿，二季度到今天7600万
    most = {each.scope: each.yuan for each in sorted(told, key=lambda each: each.yuan or 0)}
    return tuple(each for each in told if each.yuan is None or each.yuan == most[each.scope])


def is_of_more(amount: Scope, plan: Scope) -> bool:
    """本月投1200万，完成年计划58%: the share is of all that was done of the plan, and not of that month's."""
    return amount in SHORT and plan not in SHORT


SHORT = frozenset({Scope.WEEK, Scope.MONTH})


def _leaves_just(whole: Quantity, rest: Quantity) -> bool:
    """Whether so many are left of a whole of which so many are done."""
    if whole.total is None or whole.done is None or whole.left is not None or whole.unit != rest.unit:
        return False
    return whole.total - whole.done == rest.left


def _is_under(quantity: Quantity) -> bool:
    return quantity.done is not None and quantity.total is not None and quantity.done < quantity.total
