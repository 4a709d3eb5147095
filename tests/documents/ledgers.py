"""Small workbooks as offices write them, made where they are needed."""

from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl

from models.vocabulary import NodeKind

KIND_WORDS = {
    "环评": NodeKind.ENVIRONMENTAL_ASSESSMENT,
    "施工许可": NodeKind.CONSTRUCTION_PERMIT,
    "立项": NodeKind.PROJECT_APPROVAL,
    "水保": NodeKind.WATER_SOIL,
    "征地": NodeKind.ACQUISITION,
    "资金": NodeKind.FINANCING,
    "竣工": NodeKind.COMPLETION,
    "开工": NodeKind.START,
}


def kind_of(name: str) -> NodeKind:
    return next((kind for word, kind in KIND_WORDS.items() if word in name), NodeKind.OTHER)


def saved(book: openpyxl.Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def ledger(
    rows: Iterable[Sequence[Any]],
    merges: Sequence[str] = (),
    title: str = "Sheet1",
    change: Callable[[Any], None] | None = None,
) -> bytes:
    """A workbook of one sheet; `change` does to the sheet what rows cannot say."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for part in merges:
        sheet.merge_cells(part)
    if change:
        change(sheet)
    return saved(book)


def members(data: bytes) -> dict[str, bytes]:
    """What a workbook's archive holds."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    """An archive of these parts."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()
