"""The three-colour board, judged by its pixels."""

import random
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from io import BytesIO
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from documents.canvas import Page
from documents.color_chart import Board, BoardRow, draw_color_chart, lateness
from models.calendar import add_months
from models.vocabulary import Color

TODAY = date(2026, 6, 12)
PAINT = {Color.RED: (200, 40, 31), Color.YELLOW: (247, 191, 28), Color.GREEN: (42, 138, 72)}
TABLE_HEAD = (228, 234, 242)
STATE_COLUMN = 404  # a little inside the left edge of the state cells, where no letter stands
LONG = "京津冀协同发展示范区北站片区配套道路、综合管廊及地下空间综合开发利用一期工程（含北侧连接线和雨水泵站）"


def board(*rows: BoardRow, title: str = "武清区重点项目三色图") -> Board:
    return Board(title, TODAY, "2026年第24周", rows)


def some_rows(count: int) -> tuple[BoardRow, ...]:
    chance = random.Random(count)
    planned = {Color.RED: 120, Color.YELLOW: 45, Color.GREEN: -20}
    rows = []
    for number in range(count):
        color = chance.choice(list(Color))
        day = TODAY - timedelta(planned[color] + chance.randint(0, 10))
        rows.append(
            BoardRow(f"第{number}标段配套道路工程", "区住房城乡建设委", color, "施工许可", day, "缺人防意见", 65)
        )
    return tuple(rows)


def pixels(page: Page) -> Image.Image:
    return Image.open(BytesIO(page.png)).convert("RGB")


def cells(page: Page) -> list[tuple[Color, int, int]]:
    """The state cells of a page, downwards: colour, first and last line of pixels."""
    image = pixels(page)
    column = [image.getpixel((STATE_COLUMN, y)) for y in range(image.height)]
    named = {paint: color for color, paint in PAINT.items()}
    found, y, below_head = [], 0, False
    for paint, run in groupby(column):
        length = len(list(run))
        below_head = below_head or (paint == TABLE_HEAD and length > 30)
        if below_head and paint in named and length > 30:  # tiles lie above the head; legend marks are small
            found.append((named[paint], y, y + length - 1))
        y += length
    return found


def differ(one: Page, other: Page) -> bool:
    return one.png != other.png


@pytest.mark.parametrize(("projects", "pages"), [(1, 1), (5, 1), (24, 1), (25, 2), (40, 2), (200, 9)])
def test_every_project_has_its_coloured_cell_red_first(projects: int, pages: int) -> None:
    rows = some_rows(projects)
    drawn = draw_color_chart(board(*rows))
    assert len(drawn) == pages
    shown = [color for page in drawn for color, _, _ in cells(page)]
    worst_first = [Color.RED, Color.YELLOW, Color.GREEN]
    assert shown == sorted((row.color for row in rows), key=worst_first.index)


def test_pages_are_light_and_as_wide_as_a_phone_wants() -> None:
    for page in draw_color_chart(board(*some_rows(200))):
        assert page.width == 1080
        assert 1500 < page.height < 4500
        assert len(page.png) < 350_000
        assert pixels(page).size == (page.width, page.height)


def test_names_of_pages_tell_the_day_and_the_number() -> None:
    assert [page.name for page in draw_color_chart(board(*some_rows(3)))] == ["三色图-2026-06-12.png"]
    many = [page.name for page in draw_color_chart(board(*some_rows(30)))]
    assert many == ["三色图-2026-06-12-1.png", "三色图-2026-06-12-2.png"]


def test_an_empty_board_is_one_page_without_cells() -> None:
    (page,) = draw_color_chart(board())
    image = pixels(page)
    assert 300 < page.height < 800
    assert TABLE_HEAD not in {image.getpixel((STATE_COLUMN, y)) for y in range(page.height)}


def test_the_same_board_gives_the_same_bytes_from_any_thread() -> None:
    boards = [board(*some_rows(count), title=f"{count}项") for count in (3, 7, 11)]
    alone = [draw_color_chart(each) for each in boards]
    with ThreadPoolExecutor(6) as pool:
        together = list(pool.map(draw_color_chart, boards * 3))
    assert together == alone * 3


@pytest.mark.parametrize(
    "text",
    [
        LONG,
        "名" * 500,
        "A" * 300,
        "https://example.com/" + "a1/" * 60,
        "——" * 40,
        "！" * 80,
        "，" * 99,
        "1" * 90,
        "…" * 70,
    ],
)
def test_nothing_runs_out_of_its_column(text: str) -> None:
    row = BoardRow(text, text, Color.RED, text, date(2025, 12, 31), text, 33.333, Color.YELLOW)
    (page,) = draw_color_chart(board(row, row))
    image = pixels(page)
    (_, top, _), (_, last, bottom) = cells(page)
    for margin in (0, 12, 22, 1060, 1070, 1079):
        assert {image.getpixel((margin, y)) for y in range(top, bottom)} == {(255, 255, 255)}
    # Text of the name column that ran on would stand in the state cells.
    inside = {image.getpixel((x, y)) for x in range(400, 407) for y in (*range(top, last - 4), *range(last, bottom))}
    assert inside <= {PAINT[Color.RED], (213, 219, 227)}


def test_a_very_long_board_is_cut_into_pages_a_phone_can_take() -> None:
    rows = [BoardRow("名" * 300, "区" * 60, Color.GREEN, "节" * 60, TODAY, "题" * 900)] * 24
    pages = draw_color_chart(board(*rows))
    assert len(pages) > 1
    assert max(page.height for page in pages) < 5500
    assert sum(len(cells(page)) for page in pages) == 24


@pytest.mark.parametrize("rare", list("㙓𠮷堃喆燊䶮𬱖"))
def test_rare_characters_are_drawn(rare: str) -> None:
    unknown = draw_color_chart(board(BoardRow("\U0001bc00", "", Color.GREEN)))[0]  # in no face: the empty box
    assert differ(draw_color_chart(board(BoardRow(rare, "", Color.GREEN)))[0], unknown)


@pytest.mark.parametrize(
    "text", ["#panic()", "$x", "*b", "_u", "#let", "@ref", "<label>", "//", "`raw", "\\", '"', "#{"]
)
def test_what_people_wrote_is_never_markup(text: str) -> None:
    plain = draw_color_chart(board(BoardRow(text, "", Color.GREEN)))[0]
    longer = draw_color_chart(board(BoardRow(text + "甲", "", Color.GREEN)))[0]
    empty = draw_color_chart(board(BoardRow("", "", Color.GREEN)))[0]
    assert differ(plain, longer)
    assert differ(plain, empty)


@pytest.mark.parametrize("noise", ["\x00", "\u202e", "\ud800", "😀", "\u200f", "e\u0301\u0301\u0301"[1:]])
def test_what_has_no_shape_is_left_out(noise: str) -> None:
    clean = draw_color_chart(board(BoardRow("北站路", "", Color.GREEN)))
    assert draw_color_chart(board(BoardRow("北" + noise + "站路", "", Color.GREEN))) == clean


def test_counts_can_be_of_more_projects_than_are_shown() -> None:
    red = BoardRow("北站路", "", Color.RED)
    assert Board("t", TODAY, "w", [red]).count() == {Color.RED: 1, Color.YELLOW: 0, Color.GREEN: 0}
    assert Board("t", TODAY, "w", [red], {Color.RED: 1, Color.GREEN: 27}).count()[Color.GREEN] == 27
    (partial,) = draw_color_chart(Board("t", TODAY, "w", [red], {Color.RED: 1, Color.GREEN: 27}))
    (whole,) = draw_color_chart(Board("t", TODAY, "w", [red]))
    assert [color for color, _, _ in cells(partial)] == [color for color, _, _ in cells(whole)] == [Color.RED]
    assert differ(partial, whole)


def test_a_change_of_colour_is_told() -> None:
    changed = draw_color_chart(board(BoardRow("北站路", "", Color.RED, changed_from=Color.YELLOW)))
    from_green = draw_color_chart(board(BoardRow("北站路", "", Color.RED, changed_from=Color.GREEN)))
    unchanged = draw_color_chart(board(BoardRow("北站路", "", Color.RED, changed_from=Color.RED)))
    assert unchanged == draw_color_chart(board(BoardRow("北站路", "", Color.RED)))
    assert len({page[0].png for page in (changed, from_green, unchanged)}) == 3


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(0, 800))
def test_lateness_adds_up_to_today(planned: date, days: int) -> None:
    today = planned + timedelta(days)
    said = lateness(planned, today)
    assert (said == "") == (days == 0)
    months, rest = said.removeprefix("超期").rpartition("个月")[0], said.removeprefix("超期").rpartition("个月")[2]
    assert add_months(planned, int(months or 0)) + timedelta(int(rest.rstrip("天") or 0)) == today
    assert add_months(planned, int(months or 0) + 1) > today


def test_lateness_as_an_office_says_it() -> None:
    assert lateness(date(2026, 3, 31), date(2026, 6, 12)) == "超期2个月12天"
    assert lateness(date(2026, 1, 31), date(2026, 2, 28)) == "超期1个月"
    assert lateness(date(2026, 5, 31), date(2026, 6, 12)) == "超期12天"
    assert lateness(date(2026, 6, 12), date(2026, 6, 12)) == ""
