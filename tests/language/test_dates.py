"""Dates in messages: what falls due, what was finished when, what is no date; the clock stands at Friday 2026-06-12."""

import calendar
import random
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

import chinese_calendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from language.dates import DateSpan, Direction, Grain, LengthUnit, Relation, find_dates
from language.times.festivals import festival_day
from models.calendar import SHANGHAI

NOW = datetime(2026, 6, 12, 9, 5, tzinfo=SHANGHAI)
TODAY = NOW.date()
UNHURRIED = settings(deadline=None)  # a busy machine is no fault of the reader


def read(text: str, now: datetime = NOW) -> tuple[DateSpan, ...]:
    return find_dates(text, now, {})


def one(text: str, now: datetime = NOW) -> DateSpan:
    spans = read(text, now)
    assert len(spans) == 1, spans
    return spans[0]


def day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("沥青面层6月底前铺完", "2026-06-30"),
        ("钢梁6月份吊完", "2026-06-30"),
        ("预计6月下旬封顶", "2026-06-30"),
        ("预计7月上旬取得批复", "2026-07-10"),
        ("月中旬能出图", "2026-06-20"),
        ("8月中下旬通水", "2026-08-31"),
        ("8月上中旬通水", "2026-08-20"),
        ("本周内报送", "2026-06-14"),
        ("这周报", "2026-06-14"),
        ("周内报", "2026-06-14"),
        ("下周给意见", "2026-06-21"),
        ("下周三前出具", "2026-06-17"),
        ("下周周六完成", "2026-06-20"),
        ("周三下班前报我", "2026-06-17"),
        ("本周五", "2026-06-12"),
        ("三季度末竣工", "2026-09-30"),
        ("三季度竣工", "2026-09-30"),
        ("Q4投产", "2026-12-31"),
        ("上半年完成", "2026-06-30"),
        ("下半年开工", "2026-12-31"),
        ("年内建成", "2026-12-31"),
        ("年底前建成", "2026-12-31"),
        ("今年底建成", "2026-12-31"),
        ("明年底建成", "2027-12-31"),
        ("6月15日前完成验收", "2026-06-15"),
        ("6月30日之前", "2026-06-30"),
        ("3月5日开标", "2027-03-05"),
        ("月底收尾", "2026-06-30"),
        ("本月内收尾", "2026-06-30"),
        ("月内收尾", "2026-06-30"),
        ("国庆节前通车", "2026-09-30"),
        ("国庆前通车", "2026-09-30"),
        ("春节前复工", "2027-02-05"),
        ("端午节前", "2026-06-18"),
        ("明年五一前装完", "2027-04-30"),
        ("十一前完工", "2026-09-30"),
        ("七一前", "2026-06-30"),
        ("节前清零", "2026-06-18"),
        ("国庆节前3天", "2026-09-28"),
        ("6.18开工", "2026-06-18"),
        ("定于7.5签约", "2026-07-05"),
        ("6/30前办结", "2026-06-30"),
        ("18号开工", "2026-06-18"),
        ("8号上午签约", "2026-07-08"),
        ("31号准点", "2026-07-31"),
        ("6月30前", "2026-06-30"),
        ("9月1开学前", "2026-09-01"),
        ("十五号前", "2026-06-15"),
        ("六月三十号", "2026-06-30"),
        ("元月底", "2027-01-31"),
        ("二〇二七年三月十日", "2027-03-10"),
        ("27年3月", "2027-03-31"),
        ("2027.3.10", "2027-03-10"),
        ("2027年一季度", "2027-03-31"),
        ("十四五末", "2025-12-31"),
        ("“十五五”期间", "2030-12-31"),
        ("20天内拿证", "2026-07-02"),
        ("半个月内", "2026-06-27"),
        ("一个月内", "2026-07-12"),
        ("两三天内", "2026-06-15"),
        ("5个工作日内", "2026-06-22"),  # 端午节 on 19 June is no working day
        ("3-5个工作日内", "2026-06-22"),
        ("10日内", "2026-06-22"),
        ("一周后", "2026-06-19"),
        ("明天", "2026-06-13"),
        ("大后天", "2026-06-15"),
        ("6月20日（周六）11:30前", "2026-06-20"),
        ("本周五（6月12日）", "2026-06-12"),
        ("6月15日至18日", "2026-06-18"),
        ("下周一至周五", "2026-06-19"),
        ("10月至次年", "2026-10-31"),
        ("11月至2月", "2027-02-28"),
        ("2026—2027年", "2027-12-31"),
        ("本月最后一个工作日", "2026-06-30"),
        ("七月第二个星期一", "2026-07-13"),
        ("第30周", "2026-07-26"),
        ("腊月二十前", "2027-01-27"),
        ("八九月份集中开工", "2026-09-30"),
        ("6.15安评会", "2026-06-15"),
        ("今明两年投资", "2027-12-31"),
        ("二十八号通车", "2026-06-28"),
        ("灌注桩9.20全部打完", "2026-09-20"),
        ("推迟到8/10", "2026-08-10"),
        ("（7.6）", "2026-07-06"),
        ("07-15批", "2026-07-15"),
        ("7.17（周五）交底", "2026-07-17"),
        ("冷库6.20基本完成", "2026-06-20"),
        ("6月20批复", "2026-06-20"),
        ("6月20一次通过", "2026-06-20"),
        ("屋面6.28省里来人看", "2026-06-28"),
    ],
)
def test_a_deadline_is_the_last_day_that_the_words_cover(text: str, due: str) -> None:
    assert one(text).deadline() == day(due)


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("6月10日取得批复", "2026-06-10"),
        ("6月15日取得批复", "2025-06-15"),
        ("昨天拿到", "2026-06-11"),
        ("今早拿到", "2026-06-12"),
        ("上周完成", "2026-06-07"),
        ("上周五完成", "2026-06-05"),
        ("上上周三完成", "2026-05-27"),
        ("本周完成", "2026-06-12"),
        ("周一完成", "2026-06-08"),
        ("9号就受理了", "2026-06-09"),
        ("3月份批的", "2026-03-31"),
        ("5月底批的", "2026-05-31"),
        ("6月上旬批的", "2026-06-10"),
        ("6月中旬批的", "2026-06-12"),
        ("去年12月28日", "2025-12-28"),
        ("上月18日", "2026-05-18"),
        ("一季度完成", "2026-03-31"),
        ("二季度完成", "2026-06-12"),
        ("五一前完成", "2026-04-30"),
        ("元旦前拿到", "2025-12-31"),
        ("节前完工", "2026-04-30"),
        ("二月二十九日", "2024-02-29"),
        ("三天前", "2026-06-09"),
        ("取水许可5.20批了", "2026-05-20"),
        ("批了，5.8，", "2026-05-08"),
        ("环评批复5/20；", "2026-05-20"),
        ("核准5月20批的", "2026-05-20"),
        ("腊月二十三", "2026-02-10"),
        ("去年", "2025-12-31"),
        ("6月初完成", None),
        ("年初完成", None),
        ("下周完成", None),
        ("明年完成", None),
        ("明年五一前完成", None),
        ("下周三前完成", None),
        ("年底前完成", None),
        ("近一个月", None),
        ("截至6月10日", None),
        ("6月1日起", None),
    ],
)
def test_a_finished_fact_is_never_later_than_today(text: str, done: str | None) -> None:
    assert one(text).finished() == day(done)


@pytest.mark.parametrize(
    "text",
    [
        "近期开工",
        "尽快办理",
        "近日取得",
        "节后复工",
        "年前完成",
        "年后接着干",
        "汛期前完成",
        "汛期后复工",
        "今年汛期前完成大坝加固",
        "2026年冬季停工",
        "待管线迁改后施工",
        "3号楼封顶",
        "3号、5号楼封顶",
        "5号换热站移交",
        "1-2号池浇完",
        "3#墩盖梁",
        "12号线车站",
        "五一广场改造",
        "八一路排水",
        "12/18公里",
        "46/120 根",
        "K3+200至K5+800",
        "滨环审〔2025〕27号",
        "津环许(2026)118号",
        "27号文",
        "容积率2.5-3.6",
        "容积率2.5，绿地率30%",
        "长3.12公里",
        "完成投资6.18亿元",
        "电话138-1234-5678",
        "888-000-9999",
        "1.2.3",
        "周边环境",
        "一周期",
        "二次衬砌",
        "三通一平",
        "第三方检测",
        "上个标段",
        "祝大家端午安康",
        "教师节快乐",
        "18号台风影响",
        "由2.5提高到3.6",
        "这台2.5的泵",
        "管线铺了4.3，全长7.6，",
        "高程8.2，边坡1.5",
        "签约12/30，",
        "2.1 征地拆迁：剩3户",
        "3.4管网：正在施工",
        "打到2.4万平",
        "墩柱10-12浇筑",
        "累计 10.25，",
        "工人都回家过年，节后来",
        "双节前",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert not [span for span in read(text) if span.resolve(Direction.EITHER)]


@pytest.mark.parametrize("text", ["2月30日", "6月31日前", "2027年2月29日", "2026-13-01", "2026.6.31", "13月5日"])
def test_a_day_that_does_not_exist_gives_nothing(text: str) -> None:
    for span in read(text):
        assert all(span.resolve(direction) is None for direction in Direction)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("工期120天", "120", LengthUnit.DAY),
        ("工期一百二十天", "120", LengthUnit.DAY),
        ("比计划提前15天", "15", LengthUnit.DAY),
        ("预计还要半个月", "0.5", LengthUnit.MONTH),
        ("停了两三天", "3", LengthUnit.DAY),
        ("还需一个半月", "1.5", LengthUnit.MONTH),
        ("运行两年半", "2.5", LengthUnit.YEAR),
        ("公示90日", "90", LengthUnit.DAY),
        ("质保期2年", "2", LengthUnit.YEAR),
        ("30年产权", "30", LengthUnit.YEAR),
        ("工期10年", "10", LengthUnit.YEAR),
        ("晚了3个月", "3", LengthUnit.MONTH),
        ("五个工作日", "5", LengthUnit.WORKDAY),
    ],
)
def test_a_length_of_time_is_no_date(text: str, value: str, unit: LengthUnit) -> None:
    span = one(text)
    assert (span.duration and span.duration.value, span.duration and span.duration.unit) == (Decimal(value), unit)
    assert span.deadline() is None
    assert span.finished() is None


def test_how_long_a_length_reaches_from_today() -> None:
    assert one("预计还要半个月").ahead() == date(2026, 6, 27)
    assert one("再有20天").ahead() == date(2026, 7, 2)


@pytest.mark.parametrize(
    ("text", "relation", "first", "last"),
    [
        ("截至6月10日", Relation.AS_OF, None, "2026-06-10"),
        ("截止5月底", Relation.AS_OF, None, "2026-05-31"),
        ("5月以来", Relation.SINCE, "2026-05-01", None),
        ("自2025年以来", Relation.SINCE, "2025-01-01", None),
        ("6月1日起", Relation.SINCE, "2026-06-01", None),
        ("6月1日零时起封路", Relation.SINCE, "2026-06-01", None),
        ("从6月1日到6月5日", Relation.ON, "2026-06-01", "2026-06-05"),
        ("2025年之后", Relation.AFTER, "2026-01-01", None),
        ("国庆节后", Relation.AFTER, "2026-10-02", None),
        ("6月1日或之后", Relation.AFTER, "2026-06-01", None),
        ("6月1日及以前", Relation.BEFORE, None, "2026-06-01"),
        ("前三季度", Relation.ON, "2026-01-01", "2026-09-30"),
        ("今年1—5月", Relation.ON, "2026-01-01", "2026-05-31"),
        ("7、8两个月", Relation.ON, "2026-07-01", "2026-08-31"),
        ("六月第三周", Relation.ON, "2026-06-15", "2026-06-21"),
        ("第24周", Relation.ON, "2026-06-08", "2026-06-14"),
        ("周末", Relation.ON, "2026-06-13", "2026-06-14"),
        ("国庆期间", Relation.ON, "2026-10-01", "2026-10-07"),
        ("今年的第二天", Relation.ON, "2026-01-02", "2026-01-02"),
    ],
)
def test_how_the_words_around_it_bound_a_time(text: str, relation: Relation, first: str, last: str) -> None:
    span = one(text)
    found = span.resolve(Direction.EITHER)
    assert span.relation is relation
    assert found
    assert (found.first, found.last) == (day(first), day(last))


def test_a_bare_day_takes_the_month_of_the_date_before_it() -> None:
    later = datetime(2026, 10, 30, 9, tzinfo=SHANGHAI)
    assert [span.deadline() for span in read("11月15日通水，30日完工", later)] == [
        date(2026, 11, 15),
        date(2026, 11, 30),
    ]
    assert [span.finished() for span in read("5月28日批的，29号领的")] == [date(2026, 5, 28), date(2026, 5, 29)]
    assert read("5月28日批的，18号开工")[1].deadline() == date(2026, 6, 18)
    assert read("5月28日批的\n29号开工")[1].deadline() == date(2026, 6, 29)


def test_the_offices_own_festival_table_comes_first() -> None:
    own = {2026: {"国庆节": date(2026, 10, 3)}}
    assert find_dates("国庆前", NOW, own)[0].deadline() == date(2026, 10, 2)


def test_festivals_fall_on_the_official_holidays() -> None:
    names = {"春节": "Spring", "端午节": "Dragon", "中秋节": "Mid-autumn", "清明节": "Tomb", "国庆节": "National"}
    for year in range(2008, 2027):
        for name, official in names.items():
            found = festival_day(name, year, {})
            assert found
            free, holiday = chinese_calendar.get_holiday_detail(found)
            assert free, (name, found)
            # On a weekend, or where two festivals share a holiday, the calendar may give no name or the other's.
            assert not holiday or holiday.startswith((official, "National", "Mid-autumn"))


def test_spans_say_where_they_stand() -> None:
    text = "环评６月１０日已批复，计划 6月底前 开工"
    spans = read(text)
    assert [span.text for span in spans] == ["６月１０日", "6月底前"]
    assert [text[span.start : span.end] for span in spans] == [span.text for span in spans]


@UNHURRIED
@given(st.dates(date(2001, 1, 1), date(2098, 12, 31)), st.dates(date(2005, 1, 1), date(2090, 12, 31)))
def test_a_full_date_means_itself(wanted: date, today: date) -> None:
    now = datetime(today.year, today.month, today.day, 12, tzinfo=SHANGHAI)
    for text in (
        f"{wanted:%Y年%m月%d日}",
        f"{wanted.year}-{wanted.month}-{wanted.day}",
        f"{wanted:%Y%m%d}",
        f"{wanted:%Y.%m.%d}",
    ):
        for direction in Direction:
            assert one(text, now).resolve(direction) == (wanted, wanted)


@UNHURRIED
@given(st.integers(1, 12), st.integers(1, 31), st.dates(date(2005, 1, 1), date(2090, 12, 31)))
def test_a_yearless_day_is_the_nearest_that_fits(month: int, number: int, today: date) -> None:
    now = datetime(today.year, today.month, today.day, 12, tzinfo=SHANGHAI)
    days = [
        date(year, month, number)
        for year in range(today.year - 9, today.year + 10)
        if number <= calendar.monthrange(year, month)[1]
    ]
    span = one(f"{month}月{number}日", now)
    ahead = min((each for each in days if each >= today), default=None)
    behind = max((each for each in days if each <= today), default=None)
    assert span.deadline() == ahead
    assert span.finished() == behind


@UNHURRIED
@given(st.integers(1, 31), st.dates(date(2005, 1, 1), date(2090, 12, 31)))
def test_a_bare_day_is_the_nearest_that_fits(number: int, today: date) -> None:
    now = datetime(today.year, today.month, today.day, 12, tzinfo=SHANGHAI)
    around = [today + timedelta(days=offset) for offset in range(-70, 71)]
    span = one(f"{number}日", now)
    assert span.deadline() == min(each for each in around if each >= today and each.day == number)
    assert span.finished() == max(each for each in around if each <= today and each.day == number)


@UNHURRIED
@given(
    st.sampled_from("一二三四五六日"),
    st.sampled_from(["上", "本", "下", ""]),
    st.dates(date(2005, 1, 1), date(2090, 1, 1)),
)
def test_weekdays(name: str, which: str, today: date) -> None:
    now = datetime(today.year, today.month, today.day, 12, tzinfo=SHANGHAI)
    number = "一二三四五六日".index(name)
    monday = today - timedelta(days=today.weekday())
    wanted = monday + timedelta(days=7 * {"上": -1, "本": 0, "下": 1, "": 0}[which] + number)
    found = one(f"{which}周{name}", now).resolve(Direction.PLAN)
    if not which and wanted < today:
        wanted += timedelta(days=7)
    assert found == (wanted, wanted)


SIGNS = "0123456789零〇一二三四五六七八九十百万两几半多上下本月年日号周天旬底初末中前后至到-—~/.,，。（）() \u3000第个季度星期礼拜国庆节五一今明昨近约过、和与自截至０１．／"


def test_no_text_breaks_it() -> None:
    chance = random.Random(26)
    for _ in range(400):
        signs = SIGNS if chance.random() < 0.5 else chance.sample(SIGNS, 8)
        text = "".join(chance.choices(signs, k=chance.choice((20, 300, 4000))))
        spans = read(text)
        for span, after in pairwise(spans):
            assert span.end <= after.start
        for span in spans[:40]:
            assert text[span.start : span.end] == span.text
            for direction in Direction:
                span.resolve(direction)
            assert span.finished() is None or span.finished() <= TODAY  # type: ignore[operator]
            assert span.grain in Grain
