"""Days, deadlines, shares, counts and money said in another way: every rewording states the same facts."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal

from tests.language.rewording.rewording import Reword, Said

DIGITS = "零一二三四五六七八九"
WEEKDAYS = "一二三四五六日"
RELATIVE = {-2: "前天", -1: "昨天", 0: "今天", 1: "明天", 2: "后天"}
DAY = re.compile(
    r"(?<![\d.,/\-年—~至到月])(?<!农历)(1[0-2]|[1-9])月([12]\d|3[01]|[1-9])[日号](?![至到\-—~和、（(\d：周])(?!星期)"
)
MONTH_END = re.compile(r"(?<![\d至到\-—~])(1[0-2]|[1-9])月底前(?!期)")
DAY_BEFORE = re.compile(r"(?<![\d至到\-—~])(1[0-2]|[1-9])月([12]\d|3[01]|[1-9])[日号]前(?!期|后)")
UNIT = "公里|平方米|立方米|㎡|米|亩|户|座|台|套|根|栋|层|片|基|吨|方|处|棵|株|环|孔|榀"
DONE_OF = re.compile(
    rf"(?<![\d.])(\d+(?:\.\d+)?)({UNIT})[，,、]?(?:共|总共|一共|全部|总计|总)(\d+(?:\.\d+)?)\2(?!的|中|里)"
)
PERCENT = re.compile(r"(?<![\d.—\-~～至到比/])(\d{1,2}(?:\.\d+)?)[%％](?![—\-~～至到])")
HUNDRED_MILLIONS = re.compile(r"(?<![\d.,—\-~～至到])(\d+(?:\.\d+)?)亿元?(?![\d人])")
TEN_THOUSANDS = re.compile(r"(?<![\d.,—\-~～至到])(\d+(?:\.\d+)?)万元")
LEADING = re.compile(
    r"(?:(?<=^)|(?<=[；。\n]))([\u4e00-\u9fff]{2,10}?)((?:1[0-2]|[1-9])月(?:[12]\d|3[01]|[1-9])[日号])"
    r"((?:全部)?(?:批复|取得|拿到|完成|完工|封顶|并网|贯通|通车|开工|投运|竣工|浇完|打完|铺完))(?=[，。；\n]|$)"
)
"""A clause of a subject, its day and its end."""
OTHERWISE = re.compile(r"预计|计划|争取|力争|拟|原|推|改|定|由|从|到|于|在|约|截|另|其|的|年|来|会")

Form = Callable[[int, int], str]
"""A month and a day in another form."""


def characters(number: int) -> str:
    """A number below 10000 in Chinese characters."""
    said, pending = "", False
    places = len(str(number))
    for place, digit in enumerate(map(int, str(number))):
        power = places - 1 - place
        pending = pending or digit == 0
        if digit:
            said += ("零" if pending and said else "") + ("两" if digit == 2 and power == 3 else DIGITS[digit])
            said, pending = said + ["", "十", "百", "千"][power], False
    return said.removeprefix("一") if said.startswith("一十") else said


def aloud(number: str) -> str:
    """A decimal as it is spoken: 一点二."""
    whole, _, tenths = number.partition(".")
    return characters(int(whole)) + ("点" + "".join(DIGITS[int(each)] for each in tenths) if tenths else "")


def plain(number: Decimal) -> str:
    """A number without the noughts behind its point."""
    return format(number.quantize(Decimal(1)) if number == number.to_integral() else number.normalize(), "f")


def sent(said: Said) -> date:
    """The day on which a message was sent."""
    return datetime.fromisoformat(said.row["now"]).date()


def known_days(said: Said) -> dict[date, str]:
    """The days that are annotated, each with what it is."""
    dated = [fact for fact in said.facts if fact[-2:-1] and fact[-2] in ("done_on", "due_on")]
    return {date.fromisoformat(fact[-1].strip('"')): fact[-2] for fact in dated}


def instead(pattern: re.Pattern[str] | str, words: str | Callable[[re.Match[str]], str]) -> Reword:
    """One expression for another, all over the message."""
    found = re.compile(pattern)
    return lambda said: said.mention + found.sub(words, said.body)


def day(form: Form) -> Reword:
    """Each day of a month in another form; none is put before a figure it would run into."""

    def reword(said: Said) -> str:
        def one(found: re.Match[str]) -> str:
            runs_on = re.match(r"\s*\d", said.body[found.end() :])
            return found[0] if runs_on else form(int(found[1]), int(found[2]))

        return said.mention + DAY.sub(one, said.body)

    return reword


def known(form: Callable[[date, date, str], str | None]) -> Reword:
    """Each day that is annotated in another form, which may ask when it was said and whether it is gone by."""

    def reword(said: Said) -> str:
        days = {(each.month, each.day): (each, kind) for each, kind in known_days(said).items()}

        def one(found: re.Match[str]) -> str:
            each = days.get((int(found[1]), int(found[2])))
            lone = said.body[found.end() : found.end() + 1] not in tuple("前起后上下早晚中夜凌那当0123456789")
            return (form(each[0], sent(said), each[1]) if each and lone else None) or found[0]

        return said.mention + DAY.sub(one, said.body)

    return reword


def relative(each: date, today: date, kind: str) -> str | None:
    """昨天, 明天."""
    return None if kind == "due_on" and each <= today else RELATIVE.get((each - today).days)


def both(each: date, today: date, kind: str) -> str | None:
    """昨天（9月17日）."""
    word = relative(each, today, kind)
    return word and f"{word}（{each.month}月{each.day}日）"


def of_a_week(words: dict[int, str]) -> Callable[[date, date, str], str | None]:
    """上个星期三, 下礼拜一: a day by its week."""

    def form(each: date, today: date, kind: str) -> str | None:
        weeks = (each - timedelta(each.weekday()) - today + timedelta(today.weekday())).days // 7
        ahead = kind != "due_on" or each > today
        return words[weeks] + WEEKDAYS[each.weekday()] if ahead and weeks in words else None

    return form


def of_this_month(form: str) -> Callable[[date, date, str], str | None]:
    """这个月18号: a day of the running month."""
    return lambda each, today, _: (
        form.format(each.day) if (each.year, each.month) == (today.year, today.month) else None
    )


def month_end(form: str) -> Reword:
    """9月底前 otherwise, where it is the annotated end; {last} is the month's last day."""

    def reword(said: Said) -> str:
        ends = {each.month: each for each in known_days(said) if each.day == monthrange(each.year, each.month)[1]}

        def one(found: re.Match[str]) -> str:
            each = ends.get(int(found[1]))
            return form.format(month=each.month, last=each.day, words=characters(each.month)) if each else found[0]

        return said.mention + MONTH_END.sub(one, said.body)

    return reword


def leading(form: str) -> Reword:
    """The day of a clause elsewhere: before its subject, behind its end."""

    def one(found: re.Match[str]) -> str:
        what, when, end = found.groups()
        return found[0] if OTHERWISE.search(what) else form.format(what=what, when=when, end=end)

    return instead(LEADING, one)


def done_of(form: str) -> Reword:
    """3座，共8座 otherwise: {done}, {total} and {unit}."""
    return instead(DONE_OF, lambda found: form.format(done=found[1], unit=found[2], total=found[3]))


def tenths(found: re.Match[str]) -> str:
    """六成五."""
    whole = re.fullmatch(r"([1-9])(\d)", found[1])
    return (
        found[0] if whole is None else DIGITS[int(whole[1])] + "成" + (DIGITS[int(whole[2])] if whole[2] != "0" else "")
    )


def in_two(found: re.Match[str]) -> str:
    """1亿2000万元."""
    whole, rest = divmod(Decimal(found[1]) * 10000, 10000)
    return f"{whole}亿{plain(rest)}万元" if whole and rest >= 1000 else found[0]


def counted(words: Callable[[str], str]) -> Reword:
    """Counts in another form, outside the names of projects and nodes."""
    pattern = re.compile(rf"(?<![\dA-Za-z.,/第—\-~至到#号+K])(\d{{1,4}})(?=(?:{UNIT})(?!月|基础))")

    def reword(said: Said) -> str:
        names = [name for name, _ in said.all_names()]
        names += [node["name"] for project in said.registry["projects"] for node in project["nodes"]]
        held = [name for name in names if name in said.body and re.search(r"\d", name)]
        spans = [found.span() for name in held for found in re.finditer(re.escape(name), said.body)]

        def one(found: re.Match[str]) -> str:
            named = any(start < found.end() and found.start() < end for start, end in spans)
            return found[0] if named or not int(found[1]) else words(found[1])

        return said.mention + pattern.sub(one, said.body)

    return reword
