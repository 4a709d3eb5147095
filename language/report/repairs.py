"""Slips mended in the same breath: 36座，哦不对，35座."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice, pairwise

from language.amounts import NumberKind, NumberSpan
from language.late import late
from language.report.tokens import Kind, Token
from language.tables.phrases import MENDED

REPAIR = late(
    r"[，。、；!！ …]{0,4}(?:哦|噢|呃|啊|诶|额)?"
    r"(?:不(?=[，,]是)|(?<=[哦噢呃啊诶])不(?=[，、, ])"
    r"|不对|错了|口误|有误|(?:[说打写记报搞看弄数念](?:错|岔|混|反|漏|串|茬)了?))"
    r"[，。、；!！ …]{0,4}(?:应该是|应为|应是|是|为)?[，。 ]{0,2}"
)
BEHIND_VERB = late(
    r"(?P<verb>(?:已|才)?[\u4e00-\u9fff]{1,8}?了?的?)[，。；！! …]{1,3}(?:刚才|刚刚|前面|上面|上午|早上)?(?:我)?"
    r"(?:(?:哦|噢|呃|啊|诶|哎|嗯|额|喔)，?不(?:对|是)?"
    r"|不(?=[，,]是)|不对|口误|(?:[说打写记报搞看弄数念填](?:错|岔|混|反|漏|串|茬)了?))[，。、！! …]{0,4}"
    r"(?:应该是|应为|应是|是|为)?"
)
"""9月10日通过，刚才说错了，是9月11日: the verb stands between the slip and what puts it right."""
MOVED_TO = ("改为", "改成")
REACH = 14
"""How far behind a slip the right one may stand."""


def without_slips(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens with each slip put right; it counts for nothing itself."""
    gone: list[tuple[int, int]] = []
    figures = [token for token in tokens if token.kind in (Kind.NUMBER, Kind.DATE)]
    for slip, mended in pairwise(figures):
        if slip.kind is not mended.kind:
            continue
        verb = BEHIND_VERB.fullmatch(text, slip.end, mended.start) if slip.kind is Kind.DATE else None
        if verb is not None:
            gone.append((verb.end("verb"), mended.end))
            slip.value = mended.value
        elif slip.kind is Kind.DATE and text.endswith(MOVED_TO, slip.end, mended.start):
            continue  # 由10月15日改为10月31日 is no slip
        elif _mends(text[slip.end : min(mended.start, slip.end + 2 * REACH)]):
            gone.append((slip.end, mended.end))
            slip.value, slip.end = mended.value, mended.end
    if not gone:
        return tokens
    return [token for token in tokens if not any(a <= token.start < b for a, b in gone)]


def with_units(text: str, spans: Iterable[NumberSpan]) -> Iterator[NumberSpan]:
    """四点八公里，哦记岔了，五点八: the right number is one of what the slip was one of."""
    before: NumberSpan | None = None
    for span in spans:
        bare = span.kind is NumberKind.NUMBER and span.unit is None
        if bare and before is not None and REPAIR.fullmatch(text, before.end, span.start):
            span = replace(span, kind=before.kind, unit=before.unit)
        yield span
        before = span


MARKER = late(
    r"[，。；！! ]{1,3}(?:哦|噢|呃|啊|诶|哎)?(?:我|刚才|刚刚|前面|上面)?"
    r"(?:不对|错了|口误|(?:说|打|写|记|报|搞|弄)(?:错|岔|混|反|串)了?)"
    r"[，。、！! …]{0,3}(?:应该)?[是为](?P<right>[^，。；;！!\n\d]{2,30})(?=[，。；;！!\n]|$)"
)
"""路基摊铺完了，说错了，是路面: what is put right without a figure."""
BEFORE = late(r"[^，。；;！!\n]{2,40}$")
STATES = late(r"[了完好成批停没未不在]|通过|开工|开始")


_WRONG = r"(?:[说写打记报搞看弄数念填发](?:错|岔|混|反|漏|串|茬)了?|口误|手误|有误|笔误)"
_SORRY = r"(?:不好意思|对不起|抱歉|sorry)"
_RIGHT = r"(?:应该是|应该为|应为|应是|实际是|实际为|改为|改成|而是|是|为)"
IN_ONE_BREATH = late(
    rf"(?:[，。、；！…\x20]{{0,3}}(?:[哦噢呃啊诶哎嗯额]|哎呀)?，?(?:不(?=[，、\x20\d一二三四五六七八九十两])|不对|不不|不是(?=[，、]))|[，。、；！…\x20]{{1,3}}(?:[哦噢呃啊诶哎嗯额]，?)?(?:{_SORRY}，?)?(?:我|刚才|刚刚)?{_WRONG}(?:，?{_SORRY})?"
    rf"|[，。、；… （]{{1,3}}(?:{_SORRY}|更正(?:一下)?|[呃额嗯诶]|[哦噢](?=[是，]))|[，。、；…\x20]{{0,3}}[哦噢](?=是))"
    rf"(?:[，。、；！… ：]{{0,3}}{_RIGHT})?[，：…\x20]{{0,2}}(?=[\d一二三四五六七八九十两])"
)
"""Between what was said by a slip and what is right: 43%，哦不，40%; 43座，说错了，应该是40座."""
MOST_SLIPS = 8
"""Nobody mends more figures in one message."""
_MAY_SLIP = (
    *"哦噢呃啊诶哎嗯额错岔",
    "，不，",
    "不对",
    "不不",
    "口误",
    "手误",
    "笔误",
    "有误",
    "不好意思",
    "对不起",
    "抱歉",
    "更正",
    "，不，",
    "，不、",
    "，不是，",
)
_NOT_THAT = late(
    r"[，、]?(?:而)?(?:不是|并非)(?:[\d.一二三四五六七八九十两百]+[^\d，。；、（）\n]{1,3}){1,3}(?=[，。；、\n]|$)|（(?:而)?(?:不是|并非)[^（）]{2,16}）"
)
_RATHER_THAN = late(
    r"(?P<right>\d{1,2}月\d{1,2}[日号])，?而(?:不是|非)(?:\d{1,2}月)?\d{1,2}[日号]"
    r"|(?P<number>\d[\d.]{0,8}|[一二三四五六七八九十两百]{1,5})(?P<unit>[^\d，。；、（）\s]{1,4}?)，?而(?:不是|非)(?:[\d.]{1,9}|[一二三四五六七八九十两百]{1,5})(?P=unit)"
)
"""40户而不是43户."""
_NOT_BUT = late(
    r"(?<!是)(?:不是|并非)(?P<slip>(?:[\d.]+[^\d，。；、（）\n]{1,3}){1,3})[，、；](?:而)?是(?=[\d一二三四五六七八九十两])"
)
_DAY = late(r"(?P<month>\d{1,2}月)?\d{1,2}[日号]$")
_A_DAY = late(r"(?:\d{1,2}月)?\d{1,2}[日号]")
_FIGURE = late(
    r"(?P<number>[\d.]*\d|[一二三四五六七八九十两百点]{1,7})(?P<unit>[^\d，。；、：（）\s]{0,4}?)(?:完?了|左右)?$"
)
_A_FIGURE = late(r"[\d.]*\d|[一二三四五六七八九十两百点]{1,7}")
_EARLIER = late(
    r"(?:上午|下午|早上|昨天|昨晚|前天|上次|上周|上条|上一条|前面|之前|先前|原来|刚才|刚刚|今早|早前|上期)[^，。；\n]{0,10}[报写填发说]"
    r"|[报填写]的[^。；\n]{0,20}$"
)
"""What was told in an earlier message: to put that right is a correction."""
_LEFT_OF_IT = late(r"^(?P<half>半|多)?(?=了?(?:还|仅|只|就|尚)?[剩余])")
"""十五公里不对十六公里半还剩一公里半: what is put right was done, not the whole of which some is left."""
_PUTS_RIGHT = late(r"\W*(?:更正|纠正|勘误|不对|错了|写错|报错|说错|打错|修正)")


def _without_slips_in_figures(text: str) -> str:
    """43%，哦不，40% is 40%: whoever mends a figure at once has said only the right one."""
    for between in reversed(list(islice(IN_ONE_BREATH.finditer(text), MOST_SLIPS))):
        before, after = text[: between.start()], text[between.end() :]
        if _EARLIER.search(before, max(map(before.rfind, "。；\n")) + 1):
            continue
        if (right := _mended_day(before, after) or _mended_figure(before, after)) is not None:
            kept, length = right
            rest = after[length:]
            rest = rest.removeprefix("）") if "（" in between[0] else rest
            text = kept + after[:length] + _LEFT_OF_IT.sub(r"\g<half>，", rest, count=1)
    return text


def _what_is_right(found: re.Match[str]) -> str:
    return found["right"] or found["number"] + found["unit"]


def _mended_day(before: str, after: str) -> tuple[str, int] | None:
    """What stands before the slip of a day, and how long the right one is."""
    slip, right = _DAY.search(before, max(0, len(before) - 6)), _A_DAY.match(after)
    if slip is None or right is None:
        return None
    month = "" if "月" in right[0] else slip["month"] or ""
    return before[: slip.start()] + month, right.end()


def _mended_figure(before: str, after: str) -> tuple[str, int] | None:
    slip, right = _FIGURE.search(before, max(0, len(before) - 12)), _A_FIGURE.match(after)
    if slip is None or right is None or not after.startswith(slip["unit"], right.end()):
        return None
    return before[: slip.start()], right.end() + len(slip["unit"])


def mended(text: str) -> str:
    """A message without what was said by a slip and put right in the same breath."""
    slipped, denied = any(word in text for word in _MAY_SLIP), "不是" in text or "并非" in text
    if (slipped or denied) and not _PUTS_RIGHT.match(text):
        text = _without_slips_in_figures(text) if slipped else text
        text = _NOT_THAT.sub("", _NOT_BUT.sub("", _RATHER_THAN.sub(_what_is_right, text))) if denied else text
    if "报" in text or "准" in text or "算" in text or "计" in text:
        text = _as_settled(_EARLIER_DAY.sub("", _EARLIER_FIGURE.sub(_same_unit, text)))
    if "的是" in text or "的其实是" in text or "的只是" in text:
        text = _WHAT_ENDED.sub(_ended, text)
    if any(word in text for word in ("不对", "错", "口误", "快了", "早了")):
        text = _UNSAID.sub(r"\g<thing>", text)
    return _with_works_put_right(text)


def _ended(found: re.Match[str]) -> str:
    """完的是清水池 as 清水池完了."""
    verb = {"卡": "卡住", "停": "停工"}.get(found["verb"], found["verb"])
    if any(f"{deny}{verb}" in found.string[: found.start()] for deny in ("没", "未", "没有")) and verb in AT_ONCE:
        return ""  # 没封顶，封顶的是隔壁楼
    return f"{found['thing']}{verb}了"


AT_ONCE = frozenset({"封顶", "合龙", "贯通", "竣工", "开工", "动工", "投产", "并网", "通车", "通水"})
"""What a plan calls a node by: of another thing it must not be told."""


_NUMBER = r"(?:\d[\d.]{0,8}|[一二三四五六七八九十百两]{1,6})万?"
_SETTLED = late(
    rf"[，；](?:那?就|我们|我方|暂|先|还是|统一)*(?:按|以|照)(?:我们|现场|实际|这个)?的?(?P<number>{_NUMBER})"
    r"(?P<unit>[^\d，。；、\s]{0,3}?)(?:来|上)?(?:报|算|计|统计|填|为准|为主)(?:了|吧|的)?(?=[，。；\n]|$)"
)
"""按59报: which of the figures told before counts."""
_TOLD_BY = late(
    r"(?:监理|施工[方队]|施工单位|承建方|村里|镇里|街道|社区|业主|厂家|班组|项目部|他们|对方|台账|日志|系统|报表)"
    r"(?:日志|台账|报表|单位|那边|方)?(?:说|写|报|讲|认|记|上|里|称)的?是?"
)
"""Who told the figure that does not count."""
_EARLIER_FIGURE = late(
    r"(?:上周|上次|上期|上月|昨天|昨晚|之前|前面|原来|先前|此前)(?:我们?)?误?[报填写说](?:的是?|了|成了?|为)?"
    rf"(?P<old>{_NUMBER}(?P<unit>[^\d，。；、\s]{{1,4}}))[，、][^，。；\d]{{0,6}}?(?:[复审]?核|实?测|丈?量|清?点|盘点|数|对)"
    rf"[^，。；\d]{{0,5}}?(?:是|为|只?有)(?P<right>{_NUMBER}(?P<now>[^\d，。；、\s]{{1,4}}))(?=[，。；\n]|$)"
)
"""上周报5.1万立方米，复核下来是4.8万立方米: what was measured anew stands for what was reported."""


_EARLIER_DAY = late(
    r"(?:上周|上次|上期|上月|昨天|昨晚|前天|上午|刚才|之前|前面|原来|先前|此前)(?:我们?)?误?[报填写说](?:的是?|成了?|为|了)"
    r"(?:\d{1,2}月)?\d{1,2}[日号](?![-—~至到])[^，。；\d]{0,6}，(?:应该?是|应为|实际上?是?|其实是?|其实|是)(?=(?:\d{1,2}月)?\d{1,2}[日号])"
)
"""昨天报成4月20日完成，应该是4月12日拆完: the day that was told by mistake, and on which."""


def _same_unit(found: re.Match[str]) -> str:
    return found["right"] if found["unit"] == found["now"] else found[0]


def _as_settled(text: str) -> str:
    """监理说做了61幅，我们数下来是59幅，按59报 is 做了59幅: of two figures the one counts that is to be reported."""
    for settled in reversed(list(islice(_SETTLED.finditer(text), MOST_SLIPS))):
        begin = max(map(text[: settled.start()].rfind, "。；\n")) + 1
        told = list(re.finditer(rf"({_NUMBER})([^\d，。；、\s]{{1,4}})", text[begin : settled.start()]))
        right = next((each for each in reversed(told) if each[1] == settled["number"]), None)
        if right is None:
            continue
        unit = right[2][: len(settled["unit"]) or 4]
        wrong = next((each for each in told if each.start() < right.start() and each[2][:4].startswith(unit)), None)
        if not right[2].startswith(settled["unit"]):
            continue
        end = settled.end()
        if wrong is None:
            text = text[: settled.start()] + text[end:]
        else:
            told_by = _TOLD_BY.sub("", text[begin : begin + wrong.start()])
            text = text[:begin] + told_by + right[1] + unit + text[end:]
    return text


_WHAT_ENDED = late(
    r"(?P<verb>完工|完成|封顶|合龙|贯通|竣工|开工|动工|投产|并网|通车|通水|停工|停下来|暂停|[做干装打浇铺修建]完|完|停|批|卡住?)的(?:其实|只)?是"
    r"(?P<thing>(?!因|我|他|按|在|对|真|个|[\d一二两三四五六七八九十])[^，。；、\n的了没未不是\d]{2,10})(?=[，。；\n]|$)"
)
"""完的是清水池: of what it is told is named behind the verb."""
_UNSAID = late(
    r"(?P<thing>[^，。；\n]{1,40}?)(?P<end>(?:已经?|都|全)?(?:完成|完工|封顶|合龙|贯通|通过|开工|投产|并网|通车|拿到|批复|[\u4e00-\u9fff]?[完好齐批]|到手|下来)了?)"
    r"(?:[，。！… ]{1,3}(?:[哦噢呃啊诶哎]，?)?(?:我|刚才|刚刚)?(?:不对|错了|口误|[说打写记报搞弄](?:错|岔|快|早)了?)"
    r"|(?:是|可能)?[说报](?:快|早)了)[，。！… ]{1,3}"
    r"(?=(?:应该|其实|实际上?)?(?:是)?[^，。；\n]{0,14}?(?:没|未|还[差有剩在]|正在|才|只))"
)
"""储罐装完了，哦不对，还有一台没装完: an end that is taken back by what is not."""


def _with_works_put_right(text: str) -> str:
    """A message without the works that were named by a slip."""
    for marker in MARKER.finditer(text) if "错" in text or "不对" in text or "口误" in text else ():
        slip = BEFORE.search(text, max(0, marker.start() - 40), marker.start())
        if slip is not None:
            right = _put_right(slip[0], marker["right"])
            return text[: slip.start()] + right + _with_works_put_right(text[marker.end() :])
    return text


def _put_right(slip: str, right: str) -> str:
    """滨湖路路基摊铺完了 with 路面摊铺完了, or with 路面, in place of what was said by a slip."""
    same = 0
    while same < min(len(slip), len(right)) and slip[-1 - same] == right[-1 - same]:
        same += 1
    told = slip[len(slip) - same :] if STATES.search(right[-same:] if same else "") else ""
    thing = right.removesuffix(told) if told else right
    if not thing or STATES.search(thing):
        return right
    best, at = 0, 0
    for place in range(len(slip) - len(told) - len(thing) + 1):
        alike = sum(one == other for one, other in zip(slip[place:], thing, strict=False))
        if alike >= max(best, 1):
            best, at = alike, place
    if best:
        return slip[:at] + thing + slip[at + len(thing) :]
    head = slip[: len(slip) - len(told) - len(thing)]
    return f"{head}{right}" if told and head else right


def _mends(between: str) -> bool:
    return (len(between) <= REACH and between.endswith(MENDED)) or REPAIR.fullmatch(between) is not None
