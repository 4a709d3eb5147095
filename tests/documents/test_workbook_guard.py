"""Hostile and broken files: each refused with a sentence, none of them felt by the process that serves people."""

import os
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import pytest

from documents import workbook_cells
from documents.plan_workbook import read_workbook
from documents.workbook_cells import read_cells
from documents.workbook_guard import MOST_PACKED, WorkbookRefused
from models.refusal import Refusal
from tests.documents.ledgers import kind_of, ledger, members, packed

NAMESPACE = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SHEET, TYPES = "xl/worksheets/sheet1.xml", "[Content_Types].xml"
HONEST = ledger([["项目名称", "责任单位"], ["北站路", "区住建委"]])
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def altered(name: str, part: bytes) -> bytes:
    return packed({**members(HONEST), name: part})


def sheet(rows: bytes, rest: bytes = b"") -> bytes:
    """A workbook whose only sheet is this XML."""
    part = b"<worksheet " + NAMESPACE + b"><sheetData>" + rows + b"</sheetData>" + rest + b"</worksheet>"
    return altered(SHEET, part)


def noise(count: int) -> Iterator[bytes]:
    """Numbers that do not pack well."""
    chance = random.Random(1)
    return (str(chance.random()).encode() for _ in range(count))


def refusal(data: bytes) -> str:
    with pytest.raises(WorkbookRefused) as caught:
        read_workbook(data, kind_of, date(2026, 6, 12))
    assert isinstance(caught.value, Refusal)
    reason = caught.value.reason
    assert reason.endswith("。")
    assert "Error" not in reason
    return reason


def read_or_refused(data: bytes) -> None:
    """A reading or a sentence is right; anything else is raised and fails the test."""
    try:
        read_workbook(data, kind_of, date(2026, 6, 12))
    except WorkbookRefused as refused:
        said = refused.reason
    else:
        return
    assert said.endswith("。")


def test_the_honest_one_is_read() -> None:
    assert read_workbook(HONEST, kind_of, date(2026, 6, 12)).projects[0].name == "北站路"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "不是 .xlsx"),
        (b"hello", "不是 .xlsx"),
        ("项目名称,责任单位\n".encode("gbk"), "不是 .xlsx"),
        (b"<html><table></table></html>", "不是 .xlsx"),
        (OLE, "旧版 .xls"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "打开密码"),
        (b"PK\x03\x04" + b"\0" * (MOST_PACKED + 1), "超过10MB"),
        (b"PK\x03\x04rubbish", "损坏"),
        (HONEST[: len(HONEST) // 2], "损坏"),
        (packed({"word/document.xml": b"<x/>", TYPES: b"<x/>"}), "不是 .xlsx"),
        (packed({"xl/workbook.bin": b"x", TYPES: b"<x/>"}), ".xlsb"),
        (altered("xl/vbaProject.bin", b"x"), "带宏"),
        (altered("xl/macrosheets/sheet1.xml", b"<x/>"), "带宏"),
        (altered(TYPES, members(HONEST)[TYPES].replace(b"sheet.main+xml", b"sheet.macroEnabled.main+xml")), "带宏"),
        (altered("xl/externalLinks/externalLink1.xml", b"<x/>"), "断开链接"),
        (packed({**members(HONEST), **{f"xl/media/{n}.bin": b"x" for n in range(200)}}), "200个"),
        (altered(SHEET, b'<!DOCTYPE a [<!ENTITY b "c">]>' + members(HONEST)[SHEET]), "不该有的声明"),
        (altered("xl/sharedStrings.xml", b"<?xml version='1.0'?>\n<!DocType a>" + b"<sst/>"), "不该有的声明"),
        (altered(SHEET, members(HONEST)[SHEET].decode().encode("utf-16")), "编码"),
        (sheet(b"<row>" * 300), "读不出来"),
        (altered("xl/workbook.xml", b"<workbook>"), "读不出来"),
    ],
)
def test_what_is_no_honest_ledger_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    assert reason in refusal(data)


def test_a_zip_bomb_is_refused_before_it_unpacks() -> None:
    assert "倍" in refusal(sheet(b'<row><c t="str"><v>' + b"0" * 59_000_000 + b"</v></c></row>"))
    dense = random.Random(2).randbytes(1_000_000) + b"\0" * 62_000_000
    assert "太大" in refusal(packed({**members(HONEST), "xl/media/a.bin": dense}))


def test_a_bomb_that_lies_about_its_size_is_refused() -> None:
    data = bytearray(sheet(b'<row><c t="str"><v>' + b"0" * 9_000_000 + b"</v></c></row>"))
    with ZipFile(BytesIO(data)) as archive:
        size = archive.getinfo(SHEET).file_size.to_bytes(4, "little")
    assert data.count(size) == 2  # in front of the part and in the table of contents
    assert "损坏" in refusal(bytes(data.replace(size, (500).to_bytes(4, "little"))))


def test_an_archive_with_a_password_is_refused() -> None:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as archive:
        for name, part in members(HONEST).items():
            archive.writestr(name, part)
    data = bytearray(out.getvalue())
    place = data.index(b"PK\x01\x02")
    data[place + 8] |= 1
    assert "密码" in refusal(bytes(data))


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (b"".join(b'<row r="%d"/>' % number for number in range(1, 1_000_001)), "太"),
        (b"".join(b'<row ht="%s"/>' % value for value in noise(40_000)), "行"),
        (b"<row>" + b"".join(b"<c><v>%s</v></c>" % value for value in noise(160_000)) + b"</row>", "单元格"),
        (b"".join(b"<x:row><x:c/></x:row>%s" % value for value in noise(40_000)), "行"),
    ],
)
def test_a_flood_of_rows_is_refused_in_a_moment(rows: bytes, reason: str) -> None:
    data = sheet(rows)
    assert reason in refusal(data)


@pytest.mark.parametrize("reference", [b"A1:XFD1048576", b"A1:A1048576", b"B2:ZZ9999", b" $A$1:$XFD$1048576"])
def test_a_merge_of_everything_is_refused(reference: bytes) -> None:
    assert "合并" in refusal(sheet(b"<row/>", b'<mergeCells><mergeCell ref="%s"/></mergeCells>' % reference))


def test_what_takes_too_long_is_stopped() -> None:
    merges = b"".join(b'<mergeCell ref="A%d:B%d"/>' % (number, number) for number in range(1, 90_000))
    assert "费时" in refusal(
        sheet(b'<row r="1"><c r="A1"><v>1</v></c></row>', b"<mergeCells>" + merges + b"</mergeCells>")
    )


def test_a_word_repeated_a_hundred_thousand_times_is_refused() -> None:
    strings = b"<sst " + NAMESPACE + b"><si><t>" + "中".encode() * 30_000 + b"</t></si></sst>"
    rows = b"".join(b"<row>" + b'<c t="s"><v>0</v></c>' * 100 + b"</row>" for _ in range(1_000))
    listed = (
        b'<Override PartName="/xl/sharedStrings.xml" '
        b'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
    )
    types = members(HONEST)[TYPES].replace(b"</Types>", listed)
    part = b"<worksheet " + NAMESPACE + b"><sheetData>" + rows + b"</sheetData></worksheet>"
    data = packed({**members(HONEST), TYPES: types, "xl/sharedStrings.xml": strings, SHEET: part})
    assert re.search("内存|文字太多|费时", refusal(data))


def test_deep_nesting_does_no_harm() -> None:
    for depth in (
        b"<a>" * 200_000 + b"</a>" * 200_000,
        b'<row r="1"><c r="A1">' + b"<is>" * 50_000 + b"</is>" * 50_000 + b"</c></row>",
    ):
        read_or_refused(sheet(depth))


def test_flipped_bits_give_a_reading_or_a_sentence_and_nothing_else() -> None:
    chance = random.Random(7)
    for _ in range(40):
        data = bytearray(HONEST)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        read_or_refused(bytes(data))


def test_broken_parts_give_a_reading_or_a_sentence_and_nothing_else() -> None:
    chance = random.Random(8)
    names = sorted(members(HONEST))
    for name in names:
        part = bytearray(members(HONEST)[name])
        start = chance.randrange(len(part))
        part[start : start + chance.randint(1, 30)] = chance.choice(
            [b"", b"<", b"&x;", b"99999999999999999999", b'" x="']
        )
        read_or_refused(altered(name, bytes(part)))


# A child counts its parent's size at the fork as its own, so a small parent of its own is needed to measure it.
MEASURE = """
import resource, sys
from documents.workbook_cells import read_cells
from models.refusal import Refusal
try:
    read_cells(sys.stdin.buffer.read())
except Refusal:
    pass
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


@pytest.mark.parametrize("rows", [0, 60_000])
def test_the_child_stays_within_its_memory(rows: int) -> None:
    data = (
        sheet(b"".join(b'<row r="%d"><c><v>%s</v></c></row>' % pair for pair in enumerate(noise(rows), 1)))
        if rows
        else HONEST
    )
    done = subprocess.run(
        [sys.executable, "-c", MEASURE], input=data, capture_output=True, check=True, cwd=workbook_cells.ROOT
    )
    assert 0 < int(done.stdout) < 700_000, "kilobytes"


def test_the_child_knows_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SANSE_SECRET", "swordfish")
    seen: dict[str, Any] = {}
    real = subprocess.run

    def watch(*arguments: Any, **options: Any) -> Any:
        seen.update(options)
        return real(*arguments, **options)

    monkeypatch.setattr("documents.workbook_cells.subprocess.run", watch)
    read_cells(HONEST)
    assert set(seen["env"]) <= {"PATH", "LD_LIBRARY_PATH"}
    assert "SANSE_SECRET" in os.environ


def test_a_reader_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_cells, "WALL_SECONDS", 0.01)
    assert "费时" in refusal(HONEST)


def test_a_reader_that_is_broken_is_a_fault_and_not_the_senders(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_cells, "ROOT", workbook_cells.ROOT / "tests")
    with pytest.raises(RuntimeError, match="reader failed"):
        read_cells(HONEST)
