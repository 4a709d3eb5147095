"""How many of the dates and numbers of a spans corpus are read right; skipped where no corpus is at hand.

Run it with SANSE_SPANS=<folder> pytest -s tests/language/test_spans_corpus.py; it prints the figures and every miss.
"""

import json
import os
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import pytest

from language.amounts import NumberSpan, find_numbers
from language.dates import DateSpan, DayRange, Direction, find_dates
from models.calendar import SHANGHAI

FOLDER = os.environ.get("SANSE_SPANS", "")
pytestmark = pytest.mark.skipif(not FOLDER, reason="SANSE_SPANS names no corpus")

Span = TypeVar("Span", DateSpan, NumberSpan)
# The sources write the same length in days or weeks, in months, quarters or years.
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def test_dates() -> None:
    rows = _rows("dates.jsonl")
    faults = [(row, fault) for row in rows if (fault := _date_fault(row))]
    _report("dates", len(rows), faults)
    assert len(faults) <= 0.04 * len(rows)


def test_numbers() -> None:
    rows = _rows("numbers.jsonl")
    found = [(row, _number_found(row)) for row in rows]
    values = [(row, str(got)) for row, got in found if not _right_value(row, got)]
    kinds = [(row, str(got)) for row, got in found if not _right_kind(row, got)]
    _report("number values", len(rows), values)
    _report("number kinds", len(rows), kinds)
    assert len(values) <= 0.07 * len(rows)
    assert len(kinds) <= 0.10 * len(rows)


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (Path(FOLDER) / name).read_text("utf-8").splitlines()]


def _report(title: str, count: int, faults: list[tuple[dict[str, Any], str]]) -> None:
    print(f"\n{title}: {100 * (count - len(faults)) / count:.1f} % of {count}")
    for row, got in faults:
        print(f"  {row['id']} {row['text']!r} [{row['span']}] wants {row['expect']}, got {got}")


def _over(row: dict[str, Any], spans: Iterable[Span]) -> list[Span]:
    """The spans that lie over the words asked about, the one that covers most of them first."""
    start = row["text"].index(row["span"])
    end = start + len(row["span"])
    over = [each for each in spans if each.start < end and start < each.end]
    return sorted(over, key=lambda each: max(each.start, start) - min(each.end, end))


def _date_fault(row: dict[str, Any]) -> str:
    """What was read instead of what is expected; empty where it is right."""
    moment = datetime.fromisoformat(row["ref"]).replace(tzinfo=SHANGHAI)
    spans = _over(row, find_dates(row["text"], moment, {}))
    ranges = [found for each in spans if (found := each.resolve(Direction(row["direction"])))]
    if row["expect"] is None:
        return str(ranges) if ranges else ""
    if "duration" in row["expect"]:
        return "" if any(_same_length(row["expect"]["duration"], each) for each in spans) else f"{spans}"
    wanted = [row["expect"], *row.get("accept", [])]
    return "" if ranges and any(_same_range(row, each, ranges[0]) for each in wanted) else f"{ranges}"


def _same_length(wanted: dict[str, Any], span: DateSpan) -> bool:
    if span.duration is None:
        return False
    value, unit, mine = Decimal(str(wanted["value"])), wanted["unit"], span.duration.unit.value
    for units in (_DAYS, _MONTHS):
        if unit in units and mine in units:
            return value * units[unit] == span.duration.value * units[mine]
    return (value, unit) == (span.duration.value, mine)


def _same_range(row: dict[str, Any], wanted: dict[str, Any], got: DayRange) -> bool:
    tolerance = timedelta(days=row.get("tol_days", 0))
    first = row["check"] == "end" or _same_day(wanted["start"], got.first, tolerance)
    last = row["check"] == "start" or _same_day(wanted["end"], got.last, tolerance)
    return first and last


def _same_day(wanted: str | None, got: date | None, tolerance: timedelta) -> bool:
    if wanted is None or got is None:
        return wanted is None and got is None
    return abs(date.fromisoformat(wanted) - got) <= tolerance


def _number_found(row: dict[str, Any]) -> NumberSpan | Decimal | None:
    """The number over the words asked about; the bare numeral where only that is asked (十 of 十斤)."""
    spans = find_numbers(row["text"])
    over = _over(row, [each for span in spans for each in (span, *span.parts)])
    start = row["text"].index(row["span"])
    for span in over if row["kind"] == "number" else ():
        numeral = span.numeral
        if numeral and (numeral.start, numeral.end) == (start, start + len(row["span"])):
            return numeral.value
    return next((each for each in over if each.text == row["span"]), over[0] if over else None)


def _right_value(row: dict[str, Any], got: NumberSpan | Decimal | None) -> bool:
    wanted = row["expect"]
    if wanted is None or got is None:
        return wanted is None and got is None
    if isinstance(got, Decimal):
        return got == Decimal(str(wanted["value"]))
    mine = {"value": got.in_base(got.value), "min": got.in_base(got.low), "max": got.in_base(got.high)}
    mine |= {"done": got.done, "total": got.total}
    same = all(mine[key] == Decimal(str(wanted[key])) for key in mine if key in wanted)
    return same and wanted.get("unit", got.base_unit) == got.base_unit and wanted.get("op", got.op) == got.op


def _right_kind(row: dict[str, Any], got: NumberSpan | Decimal | None) -> bool:
    if row["kind"] == "none" or got is None:
        return row["kind"] == "none" and got is None
    return isinstance(got, Decimal) or got.kind == row["kind"]
