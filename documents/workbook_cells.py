"""The cells of a spreadsheet as plain values, read by a child process that a hostile file may kill without harm."""

import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from documents.workbook_guard import WorkbookRefused, check_envelope

logger = logging.getLogger(__name__)
ROOT = Path(__file__).parent.parent
WALL_SECONDS = 30
TOO_HEAVY = "读这个表格太费时，没有读；请删去多余的行列，或分成几个文件再发。"


class Cell(NamedTuple):
    """One cell: `kind` is text, number, date, month, error or formula (one without a computed value)."""

    kind: str
    value: str | int | float | date
    shown_as: str = ""

    @property
    def text(self) -> str:
        """The cell as text."""
        return str(self.value)


class Merge(NamedTuple):
    """A merged range, ends included."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(slots=True)
class Sheet:
    """One sheet: only cells that hold something, by row and column, both counted from 1."""

    name: str
    visible: bool = True
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    merges: tuple[Merge, ...] = ()
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    outside: int = 0
    repeated: set[tuple[int, int]] = field(default_factory=set)

    def spread(self) -> None:
        """Repeat a merged cell's value down its first column, as people read it."""
        for left, top, _, bottom in self.merges:
            cell = self.cells.get((top, left))
            for row in range(top + 1, bottom + 1 if cell is not None else 0):
                if cell is not None and (row, left) not in self.cells:
                    self.cells[row, left] = cell
                    self.repeated.add((row, left))


def read_cells(data: bytes) -> list[Sheet]:
    """The sheets of a spreadsheet; raises WorkbookRefused with a sentence."""
    check_envelope(data)
    sheets: list[Sheet] = []
    for line in _lines(_run(data)):
        _take(line, sheets)
    for sheet in sheets:
        sheet.spread()
    return sheets


def _run(data: bytes) -> bytes:
    """Let the child read; it limits its own time and memory, and sees nothing of our environment."""
    # A child and not a thread: only a process can be stopped in the middle of a parser, and its memory given back.
    passed = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    command = [sys.executable, "-m", "documents.workbook_child"]
    try:
        done = subprocess.run(command, input=data, capture_output=True, cwd=ROOT, env=passed, timeout=WALL_SECONDS)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise WorkbookRefused(TOO_HEAVY) from error
    complaint = done.stderr[-800:].decode(errors="replace").strip()
    if done.stdout.endswith(b'{"end": true}\n'):
        if complaint:
            logger.warning("a spreadsheet could not be read: %s", complaint)
        return done.stdout
    if done.returncode > 0 and "MemoryError" not in complaint:
        raise RuntimeError(f"the spreadsheet reader failed: {complaint}")
    raise WorkbookRefused(TOO_HEAVY)


def _lines(output: bytes) -> Iterator[dict[str, Any]]:
    """The child's lines, one at a time so that no single step holds up the other threads."""
    for line in output.splitlines():
        yield json.loads(line)


def _take(line: dict[str, Any], sheets: list[Sheet]) -> None:
    """Let one line of the child count."""
    if "refused" in line:
        raise WorkbookRefused(line["refused"])
    if "sheet" in line:
        merges = tuple(Merge(*bounds) for bounds in line["merges"])
        hidden = tuple(line["hidden_rows"]), tuple(line["hidden_columns"])
        sheets.append(Sheet(line["sheet"], line["visible"], *hidden, merges))
    elif "row" in line:
        for column, kind, value, *shown_as in line["cells"]:
            made = date.fromisoformat(value) if kind in ("date", "month") else value
            sheets[-1].cells[line["row"], column] = Cell(kind, made, *shown_as)
    elif "outside" in line:
        sheets[-1].outside = line["outside"]
