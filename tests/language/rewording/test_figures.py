"""Days, deadlines, shares, counts and money in another form are read as before: how large a share at least, in percent."""

from decimal import Decimal

import pytest

from tests.language.rewording import figures as say
from tests.language.rewording.rewording import FEW, Reword, messages, outcome

DAYS: dict[str, tuple[Reword, int]] = {
    "9.18": (say.day(lambda month, day: f"{month}.{day}"), 96),
    "09.18": (say.day(lambda month, day: f"{month:02}.{day:02}"), 96),
    "9.18日": (say.day(lambda month, day: f"{month}.{day}日"), 96),
    "9/18": (say.day(lambda month, day: f"{month}/{day}"), 94),
    "9月18": (say.day(lambda month, day: f"{month}月{day}"), 96),
    "09月18日": (say.day(lambda month, day: f"{month:02}月{day:02}日"), 96),
    "九月十八号": (say.day(lambda month, day: f"{say.characters(month)}月{say.characters(day)}号"), 96),
    "9月份18号": (say.day(lambda month, day: f"{month}月份{day}号"), 96),
    "2026.9.18": (say.known(lambda each, *_: f"{each.year}.{each.month}.{each.day}"), 96),
    "2026-09-18": (say.known(lambda each, *_: each.isoformat()), 96),
    "26年9月18日": (say.known(lambda each, *_: f"{each.year % 100}年{each.month}月{each.day}日"), 96),
    "9月18日（周五）": (
        say.known(lambda each, *_: f"{each.month}月{each.day}日（周{say.WEEKDAYS[each.weekday()]}）"), 96
    ),
    "9.18（周五）": (say.known(lambda each, *_: f"{each.month}.{each.day}（周{say.WEEKDAYS[each.weekday()]}）"), 96),
    "9月18日周五": (say.known(lambda each, *_: f"{each.month}月{each.day}日周{say.WEEKDAYS[each.weekday()]}"), 96),
    "9月18日下午": (say.known(lambda each, *_: f"{each.month}月{each.day}日下午"), 96),
    "9月18日当天": (say.known(lambda each, *_: f"{each.month}月{each.day}日当天"), 96),
    "昨天": (say.known(say.relative), 85),
    "昨天（9月17日）": (say.known(say.both), 85),
    "上个星期三": (say.known(say.of_a_week({-1: "上个星期", 0: "这个星期", 1: "下个星期"})), 96),
    "下礼拜三": (say.known(say.of_a_week({-1: "上礼拜", 0: "这礼拜", 1: "下礼拜"})), 96),
    "这个月18号": (say.known(say.of_this_month("这个月{}号")), 96),
}  # fmt: skip
"""Each with the floor."""

CLAUSES: dict[str, tuple[Reword, int]] = {
    "the day first": (say.leading("{when}{what}{end}"), 90),
    "the day first, a comma": (say.leading("{when}，{what}{end}"), 90),
    "于": (say.leading("{what}于{when}{end}"), 90),
    "when it ended": (say.leading("{what}{end}时间：{when}"), 90),
    "the day in brackets": (say.leading("{what}{end}（{when}）"), 90),
    "9月底之前": (say.month_end("{month}月底之前"), 85),
    "9月30日前": (say.month_end("{month}月{last}日前"), 85),
    "9.30前": (say.month_end("{month}.{last}前"), 85),
    "不晚于9月底": (say.month_end("不晚于{month}月底"), 85),
    "九月底前": (say.month_end("{words}月底前"), 85),
    "9月20日（含）前": (say.instead(say.DAY_BEFORE, r"\1月\2日（含）前"), 85),
    "不迟于9月20日": (say.instead(say.DAY_BEFORE, r"不迟于\1月\2日"), 85),
    "9/20前": (say.instead(say.DAY_BEFORE, r"\1/\2前"), 85),
    "the week by another word": (say.instead(r"(?<![上下])([上本下])周(?![一二三四五六日末期边])", r"\1星期"), 94),
}

NUMBERS: dict[str, tuple[Reword, int]] = {
    "百分之六十五": (say.instead(say.PERCENT, lambda found: "百分之" + say.aloud(found[1])), 96),
    "六成五": (say.instead(say.PERCENT, say.tenths), 96),
    "约65%": (say.instead(r"(?<![约近过足到])" + say.PERCENT.pattern, r"约\1%"), 96),
    "三百一十": (say.counted(lambda number: say.characters(int(number))), 94),
    "1.2亿": (say.instead(say.HUNDRED_MILLIONS, r"\1亿"), 90),
    "1.2个亿": (say.instead(say.HUNDRED_MILLIONS, r"\1个亿"), 92),
    "12000万元": (say.instead(say.HUNDRED_MILLIONS, lambda found: say.plain(Decimal(found[1]) * 10000) + "万元"), 94),
    "1亿2000万元": (say.instead(say.HUNDRED_MILLIONS, say.in_two), 94),
    "一点二亿元": (say.instead(say.HUNDRED_MILLIONS, lambda found: say.aloud(found[1]) + "亿元"), 94),
    "0.86亿元": (
        say.instead(say.TEN_THOUSANDS, lambda found: say.plain(Decimal(found[1]) / 10000) + "亿元"), 94
    ),
    "8600万块": (say.instead(say.TEN_THOUSANDS, r"\1万块"), 94),
    "86000000元": (say.instead(say.TEN_THOUSANDS, lambda found: say.plain(Decimal(found[1]) * 10000) + "元"), 94),
    "3座（共8座）": (say.done_of("{done}{unit}（共{total}{unit}）"), 94),
    "3座（共8）": (say.done_of("{done}{unit}（共{total}）"), 92),
    "3/8座": (say.done_of("{done}/{total}{unit}"), 94),
    "3座，总计8座": (say.done_of("{done}{unit}，总计{total}{unit}"), 90),
    "3座，应完成8座": (say.done_of("{done}{unit}，应完成{total}{unit}"), 90),
}  # fmt: skip

EVERY = 7
"""One message in so many is tried with another day, one in two with what is rarer."""


@pytest.mark.parametrize("name", [*DAYS, *CLAUSES, *NUMBERS])
def test_the_same_figures_otherwise(name: str) -> None:
    reword, floor = (DAYS | CLAUSES | NUMBERS)[name]
    every = EVERY if name in DAYS else 2
    result = outcome(reword, list(messages("report", FEW, every)))
    assert result.tried > 0, "nothing could be said so"
    assert result.kept >= floor, result.changed[:3]
