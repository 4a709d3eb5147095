"""Dates, money and names as offices write them into cells."""

import contextlib
from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.sheet_values import (
    CellProblem,
    read_names,
    read_planned,
    read_span,
    read_text,
    read_yuan,
    split_phone,
    tidy,
    unit_of,
)
from documents.workbook_cells import Cell

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
NUMERALS = "〇一二三四五六七八九"


def text(value: str) -> Cell:
    return Cell("text", value)


def planned(value: str, year: int = 2026) -> str | None:
    found = read_planned(text(value), year)
    return found.day.isoformat() if found else None


def chinese(number: int) -> str:
    """A number up to 31 as people write it: 十一, 二十, 三十一."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else NUMERALS[tens] + "十"
    return head + (NUMERALS[ones] if ones else "")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026.6.30", "2026-06-30"),
        ("2026/6/30", "2026-06-30"),
        ("2026-06-30", "2026-06-30"),
        ("20260630", "2026-06-30"),
        ("26年6月30日", "2026-06-30"),
        ("6月30日", "2026-06-30"),
        ("6.30", "2026-06-30"),
        ("2026年6月30日前", "2026-06-30"),
        ("2026年6月30日18时", "2026-06-30"),
        ("2026年6月底", "2026-06-30"),
        ("6月底", "2026-06-30"),
        ("6 月 底 前 完 成", "2026-06-30"),
        ("力争6月底前完成", "2026-06-30"),
        ("2026年6月", "2026-06-30"),
        ("2026.06", "2026-06-30"),
        ("202606", "2026-06-30"),
        ("２０２６年６月份", "2026-06-30"),
        ("2026年6月上旬", "2026-06-10"),
        ("6月中旬", "2026-06-20"),
        ("2026年6月下旬", "2026-06-30"),
        ("2026Q2", "2026-06-30"),
        ("二季度", "2026-06-30"),
        ("2026年第二季度末", "2026-06-30"),
        ("上半年", "2026-06-30"),
        ("2026年下半年", "2026-12-31"),
        ("年底", "2026-12-31"),
        ("2026年底前", "2026-12-31"),
        ("2027年", "2027-12-31"),
        ("今年9月底", "2026-09-30"),
        ("明年3月底", "2027-03-31"),
        ("二〇二六年六月三十日", "2026-06-30"),
        ("十一月底", "2026-11-30"),
        ("2026年6月（力争5月）", "2026-06-30"),
        ("2026年3月-6月", "2026-06-30"),
        ("2026.3.1-2026.6.30", "2026-06-30"),
        ("2026年3月至2027年12月", "2027-12-31"),
        ("2028年2月底", "2028-02-29"),
    ],
)
def test_dates_as_offices_write_them(written: str, meant: str) -> None:
    assert planned(written) == meant


@pytest.mark.parametrize("written", ["", " ", "/", "—", "-", "无", "不涉及", "\u3000"])
def test_a_cell_that_says_nothing_gives_no_date_and_no_complaint(written: str) -> None:
    assert planned(written) is None


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("已完成", "没有计划日期"),
        ("√", "没有计划日期"),
        ("已于2025年12月完成", "没有计划日期"),
        ("长期坚持", "没有确定的日期"),
        ("待定", "没有确定的日期"),
        ("2026.6.31", "没有2026年6月31日这一天"),
        ("2026年2月30日", "没有2026年2月30日这一天"),
        ("2026.13", "没有13月"),
        ("国庆节前", "不是日期"),
        ("工期120天", "不是日期"),
        ("2026年6月、8月", "不是日期"),
        ("1026年6月", "不像计划日期"),
        ("张伟", "不是日期"),
    ],
)
def test_what_is_no_date_is_told_why(written: str, reason: str) -> None:
    with pytest.raises(CellProblem, match=reason):
        planned(written)


@given(DAYS, st.data())
def test_a_day_is_read_however_it_is_written(day: date, data: st.DataObject) -> None:
    y, m, d = day.year, day.month, day.day
    century = "".join(NUMERALS[int(figure)] for figure in str(y))
    forms = [
        f"{y}.{m}.{d}",
        f"{y}/{m:02}/{d:02}",
        f"{y}-{m}-{d}",
        f"{y}年{m}月{d}日",
        f"{y}年{m}月{d}号前",
        f"{y}{m:02}{d:02}",
        f"{century}年{chinese(m)}月{chinese(d)}日",
        f"计划{y}年{m}月{d}日完成",
    ]
    assert planned(data.draw(st.sampled_from(forms))) == day.isoformat()
    assert planned(f"{m}月{d}日前", y) == day.isoformat()


@given(st.integers(2000, 2099), st.integers(1, 12), st.data())
def test_a_month_means_its_last_day(year: int, month: int, data: st.DataObject) -> None:
    forms = [
        f"{year}年{month}月",
        f"{year}.{month}",
        f"{year}年{month}月底",
        f"{year}/{month:02}",
        f"{year}年{chinese(month)}月末",
    ]
    end = date(year, month, monthrange(year, month)[1])
    assert planned(data.draw(st.sampled_from(forms))) == end.isoformat()
    assert planned(f"{month}月底前", year) == end.isoformat()


@given(DAYS)
def test_excels_own_days_and_serials(day: date) -> None:
    assert read_planned(Cell("date", day), 2026).day == day
    serial = (day - date(1899, 12, 30)).days
    assert read_planned(Cell("number", serial, "General"), 2026).day == day
    assert read_planned(Cell("number", serial + 0.75, "General"), 2026).day == day
    month = read_planned(Cell("month", day.replace(day=1)), 2026).day
    assert (month.year, month.month, (month + timedelta(1)).day) == (day.year, day.month, 1)


@pytest.mark.parametrize(
    ("number", "shown_as", "meant"),
    [
        (2026.6, "General", "2026-06-30"),
        (2026.12, "General", "2026-12-31"),
        (2026.1, "0.00", "2026-10-31"),
        (6.15, "General", "2026-06-15"),
        (6.3, "0.00", "2026-06-30"),
        (20260630, "General", "2026-06-30"),
        (2026, "General", "2026-12-31"),
    ],
)
def test_dates_that_excel_took_for_numbers(number: float, shown_as: str, meant: str) -> None:
    assert read_planned(Cell("number", number, shown_as), 2026).day.isoformat() == meant


@pytest.mark.parametrize("number", [2026.1, 6.3, 6.1])
def test_a_lost_zero_is_not_guessed(number: float) -> None:
    with pytest.raises(CellProblem, match="分不清"):
        read_planned(Cell("number", number, "General"), 2026)


def test_whether_the_year_was_guessed_is_known() -> None:
    assert read_planned(text("6月底"), 2026).guessed_year
    assert not read_planned(text("2026年6月底"), 2025).guessed_year
    assert not read_planned(text("2026年3月-6月"), 2025).guessed_year


def test_start_and_end_in_one_cell() -> None:
    start, end = read_span(text("2026年3月-2027年12月"), 2025)
    assert (start.day, end.day) == (date(2026, 3, 31), date(2027, 12, 31))
    assert [part.day for part in read_span(text("2026.3～9月"), 2025)] == [date(2026, 3, 31), date(2026, 9, 30)]
    assert read_span(text("/"), 2026) == ()
    with pytest.raises(CellProblem, match="不是起止时间"):
        read_span(text("2026年"), 2026)


@pytest.mark.parametrize(
    ("written", "unit", "yuan"),
    [
        ("2.3亿元", None, 230_000_000),
        ("2.3亿元", "万元", 230_000_000),
        ("23000万", None, 230_000_000),
        ("1,200.5", "万元", 12_005_000),
        ("约2.3亿", None, 230_000_000),
        ("1亿2000万元", None, 120_000_000),
        ("２．３亿", None, 230_000_000),
        ("3000万元（含征拆）", None, 30_000_000),
        ("12,345.6789", "万元", 123_456_789),
        ("0", "万元", 0),
        ("/", "万元", None),
        ("", None, None),
    ],
)
def test_money_as_offices_write_it(written: str, unit: str | None, yuan: int | None) -> None:
    assert read_yuan(text(written), unit) == yuan


@pytest.mark.parametrize(
    ("written", "unit", "reason"),
    [
        ("1200", None, "没有写单位"),
        ("5-6亿", "万元", "不是一个金额"),
        ("230000000", "亿元", "请核对单位"),
        ("-5", "万元", "不是一个金额"),
        ("待定", "万元", "不是一个金额"),
        ("2.3.4亿", "万元", "不是一个金额"),
        ("1亿2000", "万元", "不是一个金额"),
    ],
)
def test_what_is_no_amount_is_told_why(written: str, unit: str | None, reason: str) -> None:
    with pytest.raises(CellProblem, match=reason):
        read_yuan(text(written), unit)


@given(st.integers(0, 10**13))
def test_no_yuan_is_ever_lost(yuan: int) -> None:
    wan, yi = Decimal(yuan) / 10**4, Decimal(yuan) / 10**8
    assert read_yuan(text(f"{wan:f}"), "万元") == yuan
    assert read_yuan(text(f"{wan:,f}万元"), "亿元") == yuan
    assert read_yuan(text(f"{yi:f}亿"), None) == yuan
    assert read_yuan(Cell("number", float(wan), "#,##0"), "万元") == yuan
    assert read_yuan(Cell("number", float(yi), '0.00"亿元"'), "万元") == yuan


def test_units_of_money_in_headers() -> None:
    headers = ("总投资（万元）", "总投资(亿元)", "单位：元", "单位:万元", "总投资", "投资单元")
    assert [unit_of(header) for header in headers] == ["万元", "亿元", "元", "万元", None, None]


def test_broken_formulas_are_told() -> None:
    for reader in (
        lambda cell: read_planned(cell, 2026),
        lambda cell: read_yuan(cell, "元"),
        lambda cell: read_text(cell, 9, ""),
    ):
        with pytest.raises(CellProblem, match="#REF!"):
            reader(Cell("error", "#REF!"))
        with pytest.raises(CellProblem, match="打开保存一次"):
            reader(Cell("formula", ""))


def test_names_and_telephones() -> None:
    assert read_names(text("区住建委、区规资局，区城管委\n杨村街道/区住建委"), 120, "") == (
        "区住建委",
        "区规资局",
        "区城管委",
        "杨村街道",
    )
    assert split_phone("张伟 13800000000") == ("张伟", "13800000000")
    assert split_phone("张伟（022-82123456）") == ("张伟", "022-82123456")
    assert split_phone("张伟") == ("张伟", "")
    with pytest.raises(CellProblem, match="超过3字"):
        read_text(text("区住建委"), 3, "“责任单位”")
    assert read_text(Cell("number", 13800000000.0, ""), 40, "") == "13800000000"


@given(
    st.text(max_size=60)
    | st.text("0123456789年月日号.-/~至到底末初上中下旬第季度半万亿元千一二三十〇,（）Qq 已完成前", max_size=20)
)
def test_any_text_is_read_or_refused_and_tidying_settles(value: str) -> None:
    assert tidy(tidy(value)) == tidy(value)
    readers = (
        lambda cell: read_planned(cell, 2026),
        lambda cell: read_yuan(cell, "万元"),
        lambda cell: read_span(cell, 2026),
    )
    for reader in readers:
        with contextlib.suppress(CellProblem):
            reader(text(value))


@pytest.mark.parametrize("piece", ["-", "—", "(", "1", "1-", "前", "一", " ", "、", "1万", "2026年", "~1"])
def test_endless_cells_break_nothing(piece: str) -> None:
    for reader in (
        lambda cell: read_planned(cell, 2026),
        lambda cell: read_yuan(cell, "元"),
        lambda cell: read_span(cell, 2026),
    ):
        with contextlib.suppress(CellProblem):
            reader(text(piece * 2000))
