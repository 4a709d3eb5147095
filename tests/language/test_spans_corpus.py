"""How many of the dates and numbers of a spans corpus are read right; skipped where no corpus is at hand.

Run it with SANSE_SPANS=<folder> pytest -s tests/language/test_spans_corpus.py; it prints the figures and every miss.
"""

import json
import os
from collections import Counter
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from language.amounts import NumberSpan, find_numbers
from language.dates import DateSpan, Direction, find_dates
from models.calendar import SHANGHAI

FOLDER = os.environ.get("SANSE_SPANS", "")
pytestmark = pytest.mark.skipif(not FOLDER, reason="SANSE_SPANS names no corpus")

# README: 6 天 and 四个星期 are written in days, weeks, months or years by different sources.
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def test_dates() -> None:
    rows = _rows("dates.jsonl")
    wrong = [(row, got) for row in rows if (got := _date_fault(row))]
    _report(
        "dates",
        len(rows),
        [
            f"{row['id']} {row['class']} {row['direction']} {row['ref'][:10]} {row['text']!r} [{row['span']}] wants {row['expect']} got {got}"
            for row, got in wrong
        ],
    )
    assert len(wrong) <= 0.04 * len(rows)


def test_numbers() -> None:
    rows = _rows("numbers.jsonl")
    faults = [(row, _number_fault(row)) for row in rows]
    values = [
        f"{row['id']} {row['kind']} {row['text']!r} [{row['span']}] wants {row['expect']} got {fault[2]}"
        for row, fault in faults
        if fault[0]
    ]
    kinds = [
        f"{row['id']} {row['kind']} {row['text']!r} [{row['span']}] got {fault[2]}" for row, fault in faults if fault[1]
    ]
    _report("number values", len(rows), values)
    _report("number kinds", len(rows), kinds)
    assert len(values) <= 0.07 * len(rows)
    assert len(kinds) <= 0.10 * len(rows)


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (Path(FOLDER) / name).read_text("utf-8").splitlines()]


def _report(title: str, rows: int, wrong: list[str]) -> None:
    print(f"\n{title}: {100 * (rows - len(wrong)) / rows:.1f} % of {rows}")
    print("\n".join(wrong))


def _overlapping(row: dict[str, Any], spans: Any) -> list[Any]:
    start = row["text"].index(row["span"])
    end = start + len(row["span"])
    return sorted(
        (each for each in spans if each.start < end and start < each.end),
        key=lambda each: -(min(each.end, end) - max(each.start, start)),
    )


def _date_fault(row: dict[str, Any]) -> str:
    """What was read instead of what is expected; empty where it is right."""
    moment = datetime.fromisoformat(row["ref"]).replace(tzinfo=SHANGHAI)
    spans = _overlapping(row, find_dates(row["text"], moment, {}))
    direction = Direction(row["direction"])
    ranges = [each.resolve(direction) for each in spans]
    if row["expect"] is None:
        return "" if not any(ranges) else f"{ranges}"
    if "duration" in row["expect"]:
        return "" if any(_same_duration(row["expect"]["duration"], each) for each in spans) else f"{spans}"
    got = next((each for each in ranges if each), None)
    if got and any(_same_range(row, wanted, got) for wanted in [row["expect"], *row.get("accept", [])]):
        return ""
    return f"{got}" if got else "nothing"


def _same_duration(wanted: dict[str, Any], span: DateSpan) -> bool:
    if span.duration is None:
        return False
    value, unit = Decimal(str(wanted["value"])), wanted["unit"]
    for units in (_DAYS, _MONTHS):
        if unit in units and span.duration.unit.value in units:
            return value * units[unit] == span.duration.value * units[span.duration.unit.value]
    return bool(value == span.duration.value and unit == span.duration.unit.value)


def _same_range(row: dict[str, Any], wanted: dict[str, Any], got: Any) -> bool:
    first = row["check"] == "end" or _same_day(wanted["start"], got.first, row.get("tol_days", 0))
    last = row["check"] == "start" or _same_day(wanted["end"], got.last, row.get("tol_days", 0))
    return first and last


def _same_day(wanted: str | None, got: date | None, tolerance: int) -> bool:
    if wanted is None or got is None:
        return wanted is None and got is None
    return abs(date.fromisoformat(wanted) - got) <= timedelta(days=tolerance)


def _number_fault(row: dict[str, Any]) -> tuple[bool, bool, str]:
    """Whether the value is wrong, whether the kind is wrong, and what was read."""
    spans = _overlapping(row, _with_parts(find_numbers(row["text"])))
    if row["expect"] is None:
        return bool(spans), bool(spans), f"{spans}"
    asked = [each for each in spans if each.text == row["span"]] or spans
    if row["kind"] == "number" and (bare := _bare(row, asked)) is not None:
        return bare != Decimal(str(row["expect"]["value"])), False, f"{bare}"
    if not asked:
        return True, True, "nothing"
    return not _same_number(row["expect"], asked[0]), asked[0].kind.value != row["kind"], f"{asked[0]}"


def _with_parts(spans: tuple[NumberSpan, ...]) -> list[NumberSpan]:
    return [each for span in spans for each in (span, *span.parts)]


def _bare(row: dict[str, Any], spans: list[NumberSpan]) -> Decimal | None:
    """The numeral alone, where a row asks for it without its unit (十 of 十斤)."""
    start = row["text"].index(row["span"])
    for span in spans:
        numeral = span.numeral
        if numeral and numeral.start == start and numeral.end == start + len(row["span"]):
            return span.numeral.value if span.value is None or span.value >= 0 else -span.numeral.value
    return None


def _same_number(wanted: dict[str, Any], got: NumberSpan) -> bool:
    for key, mine in (("value", got.in_base(got.value)), ("min", got.in_base(got.low)), ("max", got.in_base(got.high))):
        if key in wanted and (mine is None or Decimal(str(wanted[key])) != mine):
            return False
    return "unit" not in wanted or wanted["unit"] == got.base_unit


def test_the_corpus_is_there() -> None:
    assert Counter(row["kind"] for row in _rows("numbers.jsonl"))
