"""What a spreadsheet must be before anything looks inside; the rest is refused with a sentence."""

import re
from io import BytesIO
from itertools import islice
from zipfile import BadZipFile, ZipFile, ZipInfo

from models.refusal import Refusal

MB = 1024 * 1024
MOST_PACKED = 10 * MB
MOST_UNPACKED = 60 * MB
MOST_MEMBERS = 200
MOST_RATIO = 100  # real ledgers lie between 3 and 30; blank formatted rows reach 60
RATIO_COUNTS_FROM = 8 * MB
MOST_ROWS = 20_000
MOST_CELLS = 150_000
MOST_MERGED = 200_000

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
MERGE = re.compile(
    rb"<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*[\"']\s*\$?([A-Za-z]{1,3})\$?(\d{1,7}):\$?([A-Za-z]{1,3})\$?(\d{1,7})"
)


class WorkbookRefused(Refusal):
    """A file that will not be read; `reason` is a Chinese sentence for whoever sent it."""

    def __init__(self, reason: str) -> None:
        """Keep the sentence."""
        super().__init__(reason)
        self.reason = reason


def check_envelope(data: bytes) -> None:
    """Refuse by size and first bytes; cheap enough for the process that serves people."""
    if len(data) > MOST_PACKED:
        raise WorkbookRefused(f"文件有{len(data) / MB:.1f}MB，超过{MOST_PACKED // MB}MB，请拆开或删去图片后再发。")
    if data.startswith(OLE):
        if ENCRYPTED_STREAM in data:
            raise WorkbookRefused("文件设了打开密码，读不了，请取消密码后再发。")
        raise WorkbookRefused("这是旧版 .xls 文件，请在 Excel 或 WPS 里另存为 .xlsx 后再发。")
    if not data.startswith(b"PK"):
        raise WorkbookRefused("这不是 .xlsx 表格文件，请在 Excel 或 WPS 里另存为 .xlsx 后再发。")


def check_archive(data: bytes) -> None:
    """Refuse by what the archive holds: bombs, macros, links, floods of rows. Costs time: for the child process."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            _check_sizes(members, len(data))
            _check_names({member.filename for member in members})
            _check_parts(archive, members)
    except (BadZipFile, EOFError, NotImplementedError, OSError, ValueError, RuntimeError) as error:
        raise WorkbookRefused("文件损坏，打不开，请重新保存后再发。") from error


def _check_sizes(members: list[ZipInfo], packed: int) -> None:
    """Refuse what would grow out of all measure; sizes beyond what is declared are cut off by `zipfile` itself."""
    if len(members) > MOST_MEMBERS:
        raise WorkbookRefused(f"文件里有{len(members)}个部分，超过{MOST_MEMBERS}个，不像正常的表格，没有读。")
    if any(member.flag_bits & 1 for member in members):
        raise WorkbookRefused("文件设了压缩密码，读不了，请取消密码后再发。")
    unpacked = sum(member.file_size for member in members)
    if unpacked > RATIO_COUNTS_FROM and unpacked > packed * MOST_RATIO:
        raise WorkbookRefused(f"文件展开后是原来的{unpacked // packed}倍，不像正常的表格，没有读；请删去多余的空行。")
    if unpacked > MOST_UNPACKED:
        raise WorkbookRefused(
            f"文件展开后有{unpacked / MB:.0f}MB，太大了，没有读；请删去多余的空行、空表和图片后再发。"
        )


def _check_names(names: set[str]) -> None:
    """Refuse other formats, macros and links to other files."""
    lower = {name.lower() for name in names}
    if "xl/workbook.bin" in lower:
        raise WorkbookRefused("这是 .xlsb 文件，请另存为 .xlsx 后再发。")
    if "[content_types].xml" not in lower or not any(name.startswith("xl/") for name in lower):
        raise WorkbookRefused("这不是 .xlsx 表格文件，请在 Excel 或 WPS 里另存为 .xlsx 后再发。")
    if any(name.endswith("vbaproject.bin") or name.startswith("xl/macrosheets/") for name in lower):
        raise WorkbookRefused("文件带宏，为安全起见没有读，请另存为不带宏的 .xlsx 后再发。")
    if any(name.startswith("xl/externallinks/") for name in lower):
        raise WorkbookRefused("表格链接了别的文件，数值可能不准，请“断开链接”或粘贴为数值后再发。")


def _check_parts(archive: ZipFile, members: list[ZipInfo]) -> None:
    """Look through every part, since a sheet may hide under any name."""
    rows = cells = merged = 0
    for member in members:
        part = archive.read(member)
        if not part.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
            _check_encoding(member.filename, part)
            continue
        _check_declarations(member.filename, part)
        rows += _count(ROW, part, MOST_ROWS)
        cells += _count(CELL, part, MOST_CELLS)
        merged += sum(_area(match) for match in islice(MERGE.finditer(part), MOST_MERGED))
        _check_counts(rows, cells, merged)


def _check_encoding(name: str, part: bytes) -> None:
    """Refuse XML in an encoding that the checks below cannot look through."""
    if part.startswith((b"\xff\xfe", b"\xfe\xff")) or (
        name.lower().endswith((".xml", ".rels")) and b"\x00" in part[:8]
    ):
        raise WorkbookRefused("文件的编码不合规，请在 Excel 或 WPS 里重新保存后再发。")


def _check_declarations(name: str, part: bytes) -> None:
    """Refuse document types, which only attackers write, and macros told by the table of contents."""
    if b"<!DOCTYPE" in part[:4096].upper() or b"<!ENTITY" in part[:4096].upper():
        raise WorkbookRefused("文件里有不该有的声明，为安全起见没有读。")
    if name.lower() == "[content_types].xml" and b"macroenabled" in part.lower():
        raise WorkbookRefused("文件带宏，为安全起见没有读，请另存为不带宏的 .xlsx 后再发。")


def _check_counts(rows: int, cells: int, merged: int) -> None:
    """Refuse more than an office's ledger can hold."""
    if rows > MOST_ROWS:
        raise WorkbookRefused(f"表格超过{MOST_ROWS}行，太多了，没有读；请删去多余的空行，或分成几个文件再发。")
    if cells > MOST_CELLS:
        raise WorkbookRefused(f"表格超过{MOST_CELLS}个单元格，太多了，没有读；请删去多余的行列，或分成几个文件再发。")
    if merged > MOST_MERGED:
        raise WorkbookRefused("合并单元格的范围太大，没有读；请取消整行整列的合并后再发。")


def _count(pattern: re.Pattern[bytes], part: bytes, most: int) -> int:
    """How often a pattern stands in a part, counting no further than needed."""
    return sum(1 for _ in islice(pattern.finditer(part), most + 1))


def _area(match: re.Match[bytes]) -> int:
    """How many cells a merged range covers."""
    left, top, right, bottom = match.groups()
    width = abs(_number(right) - _number(left)) + 1
    return width * (abs(int(bottom) - int(top)) + 1)


def _number(letters: bytes) -> int:
    """The number of a column from its letters."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
