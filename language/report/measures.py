"""What the numbers of a segment measure: percent, counts done, total and left, money invested."""

from dataclasses import replace

from language.amounts import NumberKind
from language.facts.said import was_meant
from language.late import late
from language.report.counts import read_count
from language.report.figures import BEHIND_COUNT, NO_MEASURES, REACH, Figure, Measures, Setting, Topic
from language.report.lexing import Lexed
from language.report.money import is_bare_money, is_of_money, is_share_of_plan, read_money, read_share
from language.report.no_counts import counts_places
from language.report.segments import Segment
from language.report.tokens import Kind, Token
from language.tables.measures import PERIODS, Cue
from language.words import Found

AND_OF_THOSE = late(r"^[^，、；又\s]+$")
"""Between two counts of which the second is of those counted first: 26个小区已开工9个."""

UNTIL_NOW = late(r"[到至](?:今天|今日|昨[天日晚]|前天|本周|本月|上周|上月)")
"""到今天: what was done up to then is no count of that day."""
LEVELS = ("层", "米", "公里", "千米", "延米", "环", "节", "段", "轮")
LEVEL_REACHED = late(r"(?<![收得找买签达])[到至](?:第|了|地上|地下)?$")
"""Right before a number: how far up or in they are (干到6层), no count of what was done."""
OVERVIEW = late(r"(?:占地(?:面积)?|建设规模|设计规模|(?<!占)总投资额?)[约为达]?$")
"""Before a number: the sentence tells how large the project is."""

PAID = ("款", "的款", "预付", "货款", "首付", "定金", "保证金", "工程款", "进度款", "设备款", "材料款", "尾款")
OTHER_THING = late(r"另外?[\d一二两三四五六七八九十][^，。；]{0,10}$")
NO_PERCENT = (Cue.RATE, Cue.LEFT, Cue.DELIVERED, Cue.OTHER_MONEY, Cue.THING, Cue.OLD_LEVEL, Cue.WRONG)
OF_OTHER_THINGS = (Cue.RATE, Cue.OTHER_MONEY, Cue.DELIVERED)
PERCENTS = (NumberKind.PERCENT, NumberKind.PERCENT_RANGE)
MONEY = (NumberKind.MONEY, NumberKind.MONEY_RANGE)


def measure(lexed: Lexed, segment: Segment, topic: Topic, setting: Setting) -> Measures:
    """Read the numbers of one segment in order."""
    if Kind.NUMBER not in segment.kinds:
        topic.counted = topic.counted and not segment.subjects  # 4台并网，集电线路情况：26公里全部完成
        return NO_MEASURES
    result = Measures()
    before = last = segment.start
    for token in segment.tokens:
        if token.kind is not Kind.NUMBER or was_meant(segment.tokens, token):
            continue
        if token.value.kind is NumberKind.FRACTION:
            result.percent_vague = result.percent_vague or not setting.planned
            continue
        if counts_places(lexed.text, token):
            topic.counted = False
            continue  # 涉及3个村216户: the word before is told of what follows
        figure = _figure(lexed, segment, token, before, last, topic, setting)
        topic.overview = topic.overview or OVERVIEW.search(figure.window) is not None
        if token.value.kind is NumberKind.PROGRESS and token.value.unit == "元":
            figure = figure._replace(token=replace(token, value=token.value.parts[0]))  # 累计5600万元/8000万元
        if figure.span.kind in PERCENTS:
            _read_percent(figure, result)
            topic.counted = False
        elif figure.span.kind in MONEY or is_bare_money(figure):
            read_money(figure, result)
            topic.counted = False
        else:
            topic.counted = read_count(figure, result)
            near = lexed.text[max(segment.start, token.start - REACH) : token.start]
            within = UNTIL_NOW.sub("", near)
            # 本周干到6层 tells how far they are, not how much was done this week: nothing is summed up behind it.
            level = figure.cue is Cue.LEVEL  # 由上周的186亩增加到231亩
            level = level or (figure.span.unit in LEVELS and LEVEL_REACHED.search(figure.window) is not None)
            topic.running = not level and any(word in within for word in PERIODS)
            topic.summed = topic.summed or "累计" in near
            if topic.counted and result.counts:
                result.counts[-1].running = topic.running
        before = last = token.end
    return result


def _figure(
    lexed: Lexed, segment: Segment, token: Token, before: int, last: int, topic: Topic, setting: Setting
) -> Figure:
    """A number with the words between it and the subject or number before it."""
    named = [each for each in segment.subjects if before <= each.start and each.end <= token.start]
    begin = max(before, max((each.end for each in named), default=segment.start))
    cues = lexed.cues_between(max(begin, token.start - REACH), token.start)
    if named and not cues:
        cues = _cues_before_subject(lexed, segment.start, named[0])
        if not cues and named[-1].kind is Kind.PART:
            cues = _cues_before_subject(lexed, segment.start, named[-1])  # 基坑支护还剩北侧80米
    name = named[-1] if named and named[-1].kind is Kind.NODE else None
    acted = name is not None and BEHIND_COUNT.search(lexed.text, max(0, name.start - 6), name.start) is not None
    since = lexed.text[begin if name and not acted else last : token.start]
    of_those = last > segment.start and AND_OF_THOSE.search(lexed.text[last : token.start]) is not None
    return Figure(
        lexed.text, token, cues, lexed.text[begin : token.start], since, topic, setting, bool(named), of_those
    )


def _reaches(figure: Figure) -> bool:
    """月底前达到80%: a share to be reached."""
    return bool(figure.cues) and (figure.cue is Cue.LEVEL or figure.cues[-1].word in ("到", "达")) and not figure.act


def _cues_before_subject(lexed: Lexed, start: int, subject: Token) -> list[Found[Cue]]:
    """剩余管线12公里: the word stands before the thing that is counted."""
    cues = lexed.cues_between(start, subject.end)
    return [each for each in cues if each.start < subject.start <= each.end + 1]


def _is_of_what_was_counted(figure: Figure, result: Measures) -> bool:
    """完成196眼，占计划320眼的61.25%: what stands for a plan there is only what the share is of."""
    whole = figure.window == "的" and bool(result.counts) and result.counts[-1].quantity.total is not None
    return figure.topic.counted and (whole or figure.has(Cue.SHARE))


def _read_percent(figure: Figure, result: Measures) -> None:
    """A share of a plan, of the node, or of something that does not count."""
    if OTHER_THING.search(figure.before(14)) or figure.followed_by(PAID):
        return  # 另1台安装60%
    if is_share_of_plan(figure, result):
        read_share(figure, result)
        return
    last = figure.last(*NO_PERCENT, Cue.GROWTH, Cue.LEVEL, Cue.PLANNED, Cue.DONE, Cue.INVESTED)
    growth = last is Cue.GROWTH and not figure.has(Cue.LEVEL)
    if last in NO_PERCENT or growth or figure.has(*OF_OTHER_THINGS):
        return
    due_from = figure.setting.due_from
    ahead = due_from is not None and due_from <= figure.token.start and _reaches(figure)
    if is_of_money(figure):
        read_share(figure, result)
    elif (
        (figure.setting.planned and not _is_of_what_was_counted(figure, result))
        or last is Cue.PLANNED
        or figure.has(Cue.AMONG)
        or ahead
    ):
        result.targeted = not figure.has(Cue.AMONG)
    elif not figure.span.exact:
        result.percent_vague = True
    elif figure.span.value is not None and 0 <= figure.span.value <= 100:
        result.percents.append(figure.span.value)
        result.of_quantity = "总量" in figure.window
