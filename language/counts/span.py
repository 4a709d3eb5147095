"""A number as it stands in a text."""

from dataclasses import dataclass
from decimal import Decimal

from language.counts.kinds import NumberKind, Op
from language.counts.units import UNITS
from language.numerals import Numeral


@dataclass(slots=True)
class NumberSpan:
    """A number in a text. `value` is in `unit`, which is what was said under the contract's name for it.

    A range has `low` and `high` and no value; 151户/210户 has `done` and `total`; `parts` are the numbers joined in it.
    Money is in yuan (or the currency named), percent in per cent.
    """

    start: int
    end: int
    text: str
    kind: NumberKind
    value: Decimal | None = None
    unit: str | None = None
    op: Op = Op.EQ
    low: Decimal | None = None
    high: Decimal | None = None
    done: Decimal | None = None
    total: Decimal | None = None
    parts: tuple["NumberSpan", ...] = ()
    numeral: Numeral | None = None

    @property
    def exact(self) -> bool:
        """Whether it states one number: 约 and 左右 do; 超过, 近, 不足, …多 and 三五个 do not."""
        return self.value is not None and self.low is None and self.op in (Op.EQ, Op.ABOUT)

    @property
    def base_unit(self) -> str | None:
        """The unit in which amounts of one kind can be compared: m for 公里, CNY for money."""
        known = UNITS.get(self.unit or "")
        return known.base if known else self.unit

    def in_base(self, value: Decimal | None) -> Decimal | None:
        """A value of this span, in its base unit."""
        known = UNITS.get(self.unit or "")
        return value if value is None or known is None else value * known.factor

    @property
    def yuan(self) -> int | None:
        """The amount in whole yuan; a bare 8000万 may be money too, which only its sentence tells."""
        if self.value is None or self.base_unit not in (None, "CNY"):
            return None
        return int(self.value) if self.value == int(self.value) else None

    def scale(self, factor: Decimal) -> None:
        """Take the number in another unit."""
        self.value = None if self.value is None else self.value * factor
        self.low = None if self.low is None else self.low * factor
        self.high = None if self.high is None else self.high * factor
