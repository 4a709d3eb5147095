"""What tells two projects of one name apart: phase, section, voltage, number, batch and year."""

import re
from dataclasses import dataclass
from itertools import pairwise

from language.late import late

Mark = tuple[str, str]
"""A sort of mark and its value in one form: ("phase", "2"), ("section", "南"), ("voltage", "110")."""

_DIGIT = {sign: str(value) for value, sign in enumerate("零一二三四五六七八九")} | {"幺": "1", "两": "2", "首": "1"}
_ROMAN = {"Ⅰ": "1", "Ⅱ": "2", "Ⅲ": "3", "Ⅳ": "4", "Ⅴ": "5", "I": "1", "II": "2", "III": "3", "IV": "4"}
_VOLTAGES = {
    "一一零": "110", "幺幺零": "110", "一百一": "110", "一百一十": "110", "二二零": "220", "两二零": "220",
    "二百二": "220", "二百二十": "220", "两百二": "220", "三十五": "35", "三五": "35", "六十六": "66", "五百": "500",
    "三百三": "330", "十": "10",
}  # fmt: skip

_COUNT = r"[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]|\d{1,2}"
_PATTERNS = (
    ("phase", rf"(?:第?({_COUNT}|首|[ⅠⅡⅢⅣⅤ]|I{{1,3}}|IV)期)(?![间限望待盼权货刊])"),
    ("batch", rf"(?:第({_COUNT})|首)批次?"),
    ("section", r"([东西南北中上下前后左右A-Z]|城区|主城区|新城)(?:段|标段|[岸侧]?线(?=段))"),
    (
        "lot",
        rf"第?({_COUNT}|[A-Z])(?:标段|合同段|标(?![准志书签识底记杆价配注题语榜示称段量]|图(?![审纸])|高(?!速)|的[物额价]|本(?![月周年季期])|投(?!资)|定(?!标))"
        r"|地块|[区座]块?(?![域别委长里划县政]))",
    ),
    ("bank", r"([东西南北左右])(?:(?:岸|区|线|侧|片区)(?![域别委长里划县政路])|片(?![石岩麻状剂区]))"),
    (
        "number",
        rf"(?:({_COUNT}|[A-Z])(?:号|#)|#({_COUNT}))(?=(?:[、和及]?\d{{1,2}}(?:号|#))*(?:线|路|桥|站|泵|厂|井|地块|楼|机|变|库|闸|泊位|主变|码头|坝|渠|隧|炉|塔|院|馆|门|岛|墩))",
    ),
)
_VOLTAGE = late(rf"(\d{{2,4}}|{'|'.join(sorted(_VOLTAGES, key=len, reverse=True))})(?:千伏|[kK][vV])")
_BARE_VOLTAGE = late(
    rf"(10|35|66|110|220|330|500|750|1000|{'|'.join(sorted(_VOLTAGES, key=len, reverse=True))})"
    r"(?:千伏|[kK][vV]|(?=[一二三四五六七八九1-9]号)|(?![\d.,%％‰一二三四五六七八九十百千万亿余多来几个户米公里亩吨人座栋年月日号期层兆根处台套基棵元天时点分块件批次株方平]))"
)
_SIGN = late(r"[期批段标岸线侧区座块片号#千kK]")
"""The characters without which there is no mark; looking for them first spares most texts the dear patterns."""

_BEFORE_SIGN = frozenset(
    "一二三四五六七八九十零首第东西南北中上下前后左右城新区0123456789ⅠⅡⅢⅣⅤIVABCDEFGHJK标岸侧合同主vk片块地"
)
_BEGINNINGS = frozenset("第首一二三四五六七八九十幺两东西南北中上下前后左右城主新0123456789ⅠⅡⅢⅣⅤABCDEFGHIJK#")

_MARK = late("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _PATTERNS))


@dataclass(frozen=True, slots=True)
class MarkSpan:
    """A mark where it stands in a text."""

    start: int
    end: int
    mark: Mark


def find_marks(text: str, start: int = 0, end: int | None = None, voltages: bool = False) -> list[MarkSpan]:
    """Every mark that is one by its own form; where told, bare numbers that may be voltages too."""
    stop = len(text) if end is None else end
    found: list[MarkSpan] = []
    free = start
    for sign in _SIGN.finditer(text, start, stop):
        if sign.start() > start and text[sign.start() - 1] not in _BEFORE_SIGN and sign[0] != "#":
            continue
        for place in range(max(free, sign.start() - 4), sign.start() + 1):
            each = _MARK.match(text, place, stop) or _VOLTAGE.match(text, place, stop)
            if each and each.end() > sign.start():
                found.append(_read(each))
                free = each.end()
                break
    if voltages:
        known = {each.start for each in found}
        bare = (_read(each) for each in _BARE_VOLTAGE.finditer(text, start, stop))
        found += [each for each in bare if each.start not in known]
    return found


_OPPOSITE = "东西|南北|左右|上下|前后|西东|北南"
_ENDINGS = {
    "标段": "lot", "标": "lot", "片区": "bank", "期": "phase", "批": "batch", "段": "section", "岸": "bank",
    "区": "bank", "线": "bank", "侧": "bank", "片": "bank", "地块": "lot", "号": "number",
}  # fmt: skip
_AND = "、和及与,，"
_SO_MANY = "(?:[两二三四]个?)?"
"""东西两段, 一、二两个标段: how many they are, which their values have told."""
_ROW = late(
    rf"(?:(?P<ends>{_OPPOSITE}|[东西南北左右](?:[{_AND}][东西南北左右])+|[A-Z](?:[{_AND}]?[A-Z])+){_SO_MANY}"
    r"(?P<side>标段|段|岸|线|侧|片区|片(?![石岩])|区|地块)"
    rf"|第?(?P<counts>[一二三四五六七八九]{{2,3}}|(?:\d{{1,2}}|[一二三四五六七八九])(?:[{_AND}]第?(?:\d{{1,2}}|[一二三四五六七八九]))+){_SO_MANY}"
    r"(?P<sort>期(?![间限望待盼权货刊])|标段|标(?![准志书签识底记杆价配注题语榜示称段量])|批|号(?=泊位|线|路|桥|站|泵|厂|井|地块|楼|机|变|库|闸)))"
)
_ROW_SIGN = late(r"[期标批段岸线侧区片块号]")
_ROWS = late(rf"{_OPPOSITE}|[{_AND}]|[一二三四五六七八九]{{2}}|[A-Z]{{2}}")


@dataclass(frozen=True, slots=True)
class MarkRow:
    """Several marks of one sort that share their last word: 东西段, 一二期, 5、6号."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def find_rows(text: str, start: int = 0, end: int | None = None) -> list[MarkRow]:
    """The marks that share their last word."""
    stop = len(text) if end is None else end
    if _ROWS.search(text, start, stop) is None or _ROW_SIGN.search(text, start, stop) is None:
        return []
    return [row for found in _ROW.finditer(text, start, stop) if (row := _row(found))]


def row_at(text: str, place: int) -> MarkRow | None:
    """The marks that begin at a place and share their last word."""
    if place >= len(text) or text[place] not in _BEGINNINGS:
        return None
    found = _ROW.match(text, place)
    return _row(found) if found else None


def _row(found: re.Match[str]) -> MarkRow | None:
    said, ending = found["ends"] or found["counts"], found["side"] or found["sort"]
    values = re.split(rf"[{_AND}]第?", said) if any(sign in said for sign in _AND) else list(said)
    kind = "section" if found["ends"] and ending == "标段" else _ENDINGS[ending]
    if values[0].isascii() and kind == "bank":
        kind = "lot"  # A、B区
    numbers = [_number(value) for value in values]
    if found["counts"] and len(values) == len(said) and not _ascend(numbers):
        return None
    if found.start() and found["counts"] and found.string[found.start() - 1] in "0123456789十百.%":
        return None
    return MarkRow(found.start(), found.end(), tuple((kind, number) for number in numbers))


def _ascend(numbers: list[str]) -> bool:
    return all(int(after) == int(before) + 1 for before, after in pairwise(numbers))


def mark_at(text: str, place: int, voltages: bool = False) -> MarkSpan | None:
    """The mark that stands at a place; bare numbers count as voltages only where told."""
    if place >= len(text) or text[place] not in _BEGINNINGS:
        return None
    found = _MARK.match(text, place) or (_BARE_VOLTAGE if voltages else _VOLTAGE).match(text, place)
    return _read(found) if found else None


def _read(found: re.Match[str]) -> MarkSpan:
    kind = found.lastgroup
    if kind is None:
        return MarkSpan(found.start(), found.end(), ("voltage", _number(found[1])))
    inner = [each for each in found.groups() if each is not None and each != found[0]]
    return MarkSpan(found.start(), found.end(), (kind, _number(inner[-1] if inner else found[0][0])))


def _number(value: str) -> str:
    """A count in digits, whatever way it was written."""
    if value in _VOLTAGES:
        return _VOLTAGES[value]
    if value in _ROMAN:
        return _ROMAN[value]
    if "十" in value:
        tens, _, ones = value.partition("十")
        return str(int(_DIGIT.get(tens, "1")) * 10 + int(_DIGIT.get(ones, "0")))
    return _DIGIT.get(value, value)
