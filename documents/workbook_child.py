"""Runs in a process of its own, poor in time and memory: a spreadsheet on stdin, its cells as JSON lines on stdout."""

import contextlib
import json
import os
import re
import resource
import sys
import traceback
import warnings
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from documents.workbook_guard import MOST_ROWS, WorkbookRefused, check_archive, check_envelope

CPU_SECONDS = 5
MEMORY = 512 * 1024 * 1024
MOST_TEXT = 2_000  # a cell is cut there
MOST_OUTPUT = 24_000_000
MOST_COLUMN = 120
UNCOMPUTED = object()


def main() -> None:
    """Read, or say why not; nothing but JSON lines is ever written."""
    confine()
    sys.modules["PIL"] = None  # type: ignore[assignment]  # pictures in the sheet are never opened
    warnings.simplefilter("ignore")
    out = sys.stdout.buffer
    try:
        data = sys.stdin.buffer.read()
        check_envelope(data)
        check_archive(data)
        written = 0
        for line in lines(data):
            encoded = json.dumps(line, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace") + b"\n"
            written += len(encoded)
            if written > MOST_OUTPUT:
                raise WorkbookRefused("表格里的文字太多，没有读；请分成几个文件再发。")
            out.write(encoded)
    except WorkbookRefused as refused:
        refuse(refused.reason)
    except MemoryError:
        refuse("读这个表格要的内存太多，没有读；请删去多余的行列后再发。")
    except Exception:
        # Whatever a hostile or broken file makes the parser do, its sender hears one sentence; the log gets the rest.
        traceback.print_exc(limit=-3)
        refuse("表格内容不合规，读不出来，请在 Excel 或 WPS 里重新保存后再发。")
    out.write(b'{"end": true}\n')


def refuse(reason: str) -> None:
    """Say why not."""
    sys.stdout.buffer.write(json.dumps({"refused": reason}).encode() + b"\n")


def confine() -> None:
    """Give up the time and memory that an honest ledger never needs, and let everybody else go first."""
    os.nice(10)
    for limit, most in ((resource.RLIMIT_CPU, CPU_SECONDS), (resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CORE, 0)):
        # A system that cannot limit one of them still limits the others, and the parent watches the clock.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(limit, (most, most))


def lines(data: bytes) -> Iterator[dict[str, Any]]:
    """A line for each sheet, followed by a line for each row that holds something."""
    for sheet in load(data).worksheets:
        yield head(sheet)
        yield from rows(sheet)


def load(data: bytes) -> Any:
    """The workbook with its computed values; formulas that were never computed hold UNCOMPUTED instead of nothing."""
    import openpyxl
    from openpyxl.worksheet import _reader

    class Parser(_reader.WorkSheetParser):  # type: ignore[misc]
        """Openpyxl reads a formula without a value as an empty cell; loading twice to know would cost double."""

        def parse_cell(self, element: Any) -> dict[str, Any]:
            cell: dict[str, Any] = super().parse_cell(element)
            if cell["value"] is None and element.find(_reader.FORMULA_TAG) is not None:
                cell["value"] = None if element.get("t") == "str" else UNCOMPUTED  # "str": computed, an empty text
            return cell

    _reader.WorkSheetParser = Parser
    return openpyxl.load_workbook(BytesIO(data), data_only=True, keep_links=False)


def head(sheet: Any) -> dict[str, Any]:
    """What is to be known of a sheet as a whole."""
    hidden_rows = sorted(row for row, size in sheet.row_dimensions.items() if size.hidden and row <= MOST_ROWS)
    hidden_columns = {
        column
        for size in sheet.column_dimensions.values()
        if size.hidden
        for column in range(size.min or 0, min(size.max or 0, MOST_COLUMN) + 1)
    }
    merges = [list(part.bounds) for part in sheet.merged_cells.ranges]  # left, top, right, bottom
    return {
        "sheet": sheet.title,
        "visible": sheet.sheet_state == "visible",
        "hidden_rows": hidden_rows,
        "hidden_columns": sorted(hidden_columns),
        "merges": merges,
    }


def rows(sheet: Any) -> Iterator[dict[str, Any]]:
    """The cells that hold something, row by row; asking for the sheet's whole square could mean 17 billion cells."""
    found: dict[int, list[list[Any]]] = {}
    outside = 0
    places: Iterable[tuple[int, int]] = sorted(sheet._cells)
    for row, column in places:
        cell = sheet._cells[row, column]
        wire = None if cell.value is None else value(cell)
        if wire is None:
            continue
        if row > MOST_ROWS or column > MOST_COLUMN:
            outside += 1
            continue
        found.setdefault(row, []).append([column, *wire])
    for row, cells in found.items():
        yield {"row": row, "cells": cells}
    if outside:
        yield {"outside": outside}


def value(cell: Any) -> list[Any] | None:
    """One cell as kind, value and, for a number, its format."""
    found = cell.value
    if found is UNCOMPUTED:
        return ["formula", ""]
    match found:
        case bool():
            return ["text", "是" if found else "否"]
        case int() | float():
            return number(found, cell.number_format)
        case datetime() | date():
            # Whoever types 2026年6月 gets the first of June in a format that shows no day.
            return ["date" if shows_day(cell.number_format) else "month", found.isoformat()[:10]]
        case time() | timedelta():
            return ["text", str(found)]
    text = str(found)[:MOST_TEXT]
    if not text.strip():
        return None
    return ["error" if cell.data_type == "e" else "text", text]


def number(found: int | float, shown_as: str) -> list[Any]:
    """A number, or the text of one that no arithmetic can take."""
    if found != found or abs(found) > 1e15:
        return ["text", str(found)]
    return ["number", found, shown_as[:60]]


def shows_day(shown_as: str) -> bool:
    """Whether a date format shows the day of the month; what stands in quotes or brackets is not a code."""
    bare = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", shown_as.lower())
    return "d" in bare or "m" not in bare


if __name__ == "__main__":
    main()
