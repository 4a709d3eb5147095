"""What a number is a number of, and how exactly it was said."""

from enum import StrEnum


class NumberKind(StrEnum):
    """What a number is a number of."""

    NUMBER = "number"
    PERCENT = "percent"
    PERCENT_RANGE = "percent_range"
    POINTS = "pp"
    MONEY = "money"
    MONEY_RANGE = "money_range"
    QUANTITY = "quantity"
    COUNT = "count"
    PROGRESS = "progress"
    FRACTION = "fraction"
    ORDINAL = "ordinal"


class Op(StrEnum):
    """How the true value stands to the one that was said: 近八成 is less, 过半 is more."""

    EQ = "eq"
    ABOUT = "about"
    LT = "lt"
    GT = "gt"
    LE = "le"
    GE = "ge"
