"""A correction that names nothing (更正：应为21%, 上周报的2.2亿应为2.02亿): read as of what was reported last."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from language.late import late
from language.normalize import normalize

LONGEST = 60
_CHECKED = (
    r"(?:我|们|又|再|刚|重新)*(?:核实|核对|复核|确认|查|问)(?:了|过)?(?:一?下|清楚)?[，,]"
    r"(?=[\u4e00-\u9fff]{0,8}(?:是|应为)(?:\d|[一二三四五六七八九十两]))(?:[\u4e00-\u9fff]{0,6}(?:显示|写的?|说的?))?"
)
"""刚核实了下，系统显示是6月5号."""
_OOPS = (
    r"^(?:[\u4e00-\u9fff]{0,6}[，,])?"
    r"(?:晕|汗|囧|糟了?|尴尬|哎?呀?[手嘴][滑抖快误瓢]|眼花|看[花岔串]|记岔)(?:了|啊|死|倒)*[，,。！!]"
)
"""晕，6月5日; 手滑，8座."""
_MARK = late(
    r"更正|纠正|订正|应为|应是|应该是|[写报说填打弄看算搞记听抄数]错|[多少漏][写报说填打算记数]了?|[写报说填打算记数][多少漏]了|(?:^|[，,。])\d[\d.]*[万亿元%户亩米]*\s*改[成为]?\s*\d|打错字|[说报看]早了|[搞弄记看]混|有误|不对[，,]|(?:^|[，,。])错了?[，,]|不是[^，。；\n]{1,16}[，,]?(?:而)?是|口误|笔误|改为|改成"
    r"|(?:正确|准确|对)的?(?:数字?|值)?(?:应该?)?[是为](?=约?[\d零一二三四五六七八九十百千])|(?:长度|面积|数量|方量|户数|亩数|层数|里程|金额|投资额?|比例|百分比|台数|根数|吨数)(?:都|也|给)?(?:错了?|不对|不准|有误)"
    r"|(?:^|[，,。])撤回[，,。 ]|看错|敲[错反]|表述有误|没说清|[多少漏][写打输敲按报填加掉]?了?(?:一|1)?个?[0零](?!\d)"
    rf"|{_OOPS}|^{_CHECKED}"
)
_NEW = late(
    r"(?:应该?为|应该?是|应该(?=\d)|改为|改成|更正为|更正成|纠正为|(?<=[\d万亿元%])改(?=\d)|(?<!不)而?是|(?:口径|应|就|得|要|请|先|统一|[，,])按照?(?=\d[\d.]*[万亿])|(?:扣|剔|去|减|刨|除)[除掉去开][^，。；\n]{1,10}?后[，,]?(?:是|为)?(?=\d))(?!多少|什么)\s*(?P<new>[^，。；\n]{1,30})"
)
_AFTER_MARK = late(r"^.{0,16}?(?:更正|纠正|订正)(?:一下|下)?[:：，, ]*(?P<new>.+)$")
_WRONG_FIRST = late(
    r"^[^，,。]{0,12}?\d[\d.]*[^，,。\d]{0,6}?(?:不对|有误|[写报说填打]?错了?)[，,](?P<new>约?\d[\d.]*[^，,。；\n]{0,8})$"
)
"""58%也不对，52%: the wrong figure first."""
_AROUND = late(
    r"^(?:上一条|上条|刚才(?:那条|的)?|上周(?:报的)?|前面(?:那条)?|之前(?:报的)?)?(?:的)?",
    r"(?:抱歉|不好意思|对不起|请更正|谢谢|哈|了)?[，。！!～~ ]*$",
)
_MONEY = late(r"\d[\d.,]*\s*(?:亿|万)元?|[零一二三四五六七八九十百千]+[亿万]元?|\d[\d.,]*\s*元")
_PERCENT = late(r"\d[\d.]*\s*[%％]|百分之[零一二三四五六七八九十百点\d]+|[一二三四五六七八九]成")
_COUNT = late(r"(?:\d[\d.]*\s*(?:万)?|[一二两三四五六七八九十百]{1,5})(?P<unit>[\u4e00-\u9fff]{1,3})$")
_BESIDE = late(
    r"更正|纠正|订正|一下|应该?[为是]|是|而|[写报说填打弄看算搞]?错了?|有误|不对|口误|笔误|改[为成]|刚才|上一条|上条|那条|的|数|我"
    r"|[，,。：:、 ]|\d[\d.]*[%％]?|[也都]"
)
_BARE = late(r"\d[\d.]*")
_DAY = late(
    r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}[日号]|今天|昨天|昨日|前天|大前天|上?(?:周|星期)[一二三四五六日天]|\d{1,2}月(?:底|初|[上中下]旬)|[本上下]?(?:个)?月[底初]"
)
_MONTH = late(r"\d{1,2}月|月")
_FIRST_WORDS = late(
    r"^(?:(?:[哎哦啊呀呃噢额唉诶嗯]|不好意思|抱歉|对不起|等等|等下|慢着|[，,。！! ])*)"
    r"(?:刚才|刚刚|上面|前面|上一?条|刚那条|那条|我|这个|那个|日期|时间|数字?|数据|情况|消息|说的|报的|写的|发的|是)*"
    r"(?:(?:撤回(?=[，,。 ])|"
    r"更正|纠正|订正|不对|错了|有误|口误|笔误|手误|晕|汗|囧|糟了?|尴尬|[手嘴][滑抖快瓢]|眼花|[写报说填打弄看算搞记听抄数](?:错|早|混|反|岔|多|少|漏)了?|[多少漏][写报说填打算记数]了?"
    rf"|{_CHECKED})"
    r"(?:字|一下|下|[一两\d]{1,2}[个户亩米台根处栋]|了|啊|哈)*[，,]?){1,3}"
    r"[，,。：:！! ]*(?:(?:其实|实际上?|事实上|应该?是|应为|(?:不是\S{1,12}?[，,])?是)(?!否))?"
)
_LAST_WORDS = late(
    r"[，,。；][^，,。；]{0,8}(?:(?:表述|说法|上面|前面|刚才)[^，,。；]{0,4}(?:有误|不准确?|不对|错了)|[写报说填发打弄搞](?:错|早|混|反|岔|快|满)了?|口误|手误|笔误|没说清楚?|说得不清楚?)[了啊哈吧]*$"
)
"""…，我表述有误: behind what is right."""
_LOOKED_AGAIN = late(
    r"^(?:我|我们)?(?:刚|又|再|重新|去|到现场)*(?:确认|核实|核对|核|复核|问|查|看|数)(?:了)?(?:一?[下遍圈])?(?:了)?[，,]"
)
_DENIED = late(
    r"(?:还|尚|并|都|实际|其实|根本|压根)?(?:没有?|未)(?!问题|变|错|什么)|[还仍]在|[还仍]差|不是|差(?:一点|点)儿?就"
)
_WHEN_TOLD = r"昨天|昨日|前天|上午|下午|早上|刚才|刚刚|刚|之前|前面|上次|上周|(?:周|星期)[一二三四五]"
_OF_ANOTHER = late(
    rf"^(?:不好意思|抱歉|对不起|哎呀?|[，,。！! ])*(?:{_WHEN_TOLD})(?:我|我们)?(?:[报说发传]的?|的)?"
    r"那?(?:[个条份本张批]|件事)?[^，,。]{0,14}?是(?!我)[^，,。]{2,14}的[，,。]"
)
"""昨天那个施工许可证是隔壁冷库的，…: what was told belongs to somebody else; what is so stands behind it."""
TAKEN_BACK = late(r"被[\u4e00-\u9fff]{0,6}?(?:撤销|撤回|收回|吊销|注销)")
"""那个证被省局收回了: whoever has granted a paper takes it back."""
_EARLIER_DAY = late(r"昨天|昨日|前天|上次|上周|(?:周|星期)[一二三四五]")
_AGAIN_IN_IT = late(r"^.*\d[^，,。]{0,8}?[.…，, ]*(?:不对|哦不|啊不|不不|错了)[，,]+(?:是|应该是)?(?=\d)")
"""是2400元……不对，240万元."""
_TAIL = late(
    r"[，, ]?而?不是.*$|(?<=[日号])(?:才|就)?(?:发|批|出|拿到?|办|签|取得|核发|下来?|封顶|完工|开工|通过|验)(?:的|了)$"
)
_ZERO = late(r"(?P<how>[多少漏])[写打输敲按报填加掉]?了?(?P<many>[一1两二2])?个?[0零](?!\d)")
SCOPES = {
    "total": "累计完成投资",
    "year": "本年完成投资",
    "quarter": "本季度完成投资",
    "month": "本月完成投资",
    "week": "本周完成投资",
}


_THING = late(
    r"(?:^|[，,。：:错正对误])(?:是|的|那个)?(?P<thing>[\u4e00-\u9fff]{2,6}?)(?:应该|应|实际|其实)?(?:是|为)\d"
)


def thing_in(text: str) -> str:
    """Of what thing a figure is put right (打错，沟槽是1.1公里); empty where none is named."""
    found = _THING.search(normalize(text))
    return found["thing"] if found else ""


def counts_of(thing: str, value: Any, words: str) -> bool:
    """Whether a count was told of a thing in one clause of the words that are kept of it."""
    done = value.get("done") if isinstance(value, Mapping) else None
    return done is not None and any(thing in each and f"{done:g}" in each for each in re.split("[，,。；;]", words))


def corrects(text: str) -> bool:
    """Whether a short message says that something said before was wrong."""
    said = normalize(text)
    return (
        len(said) <= LONGEST and (_MARK.search(said) or _OF_ANOTHER.match(said) or TAKEN_BACK.search(said)) is not None
    )


def speaks_of_earlier_day(text: str) -> bool:
    """Whether what is put right was told on a day before (昨天那个…)."""
    return _EARLIER_DAY.search(normalize(text)) is not None


def zeros_too_many(text: str) -> int:
    """By how many noughts the figure told before was too long (多写了个0), below 0 too short; 0 where none is said."""
    said = normalize(text)
    found = _ZERO.search(said) if len(said) <= LONGEST and not corrected_value(text) else None
    if found is None:
        return 0
    many = 2 if found["many"] and found["many"] in "两二2" else 1
    return many if found["how"] == "多" else -many


def only_corrects(text: str) -> bool:
    """Whether a message names nothing but that a figure was wrong and which is right (错了，是56%)."""
    said = normalize(text).strip(" 。！!")
    value = corrected_value(text)
    return corrected_figure(text) and not _BESIDE.sub("", said.replace(value, "", 1))


def restated(text: str) -> str:
    """What a message says behind its word that the last one was wrong (看错了，还没批); empty where none heads it."""
    said = normalize(text).strip(" 。！!")
    if len(said) > LONGEST:
        return ""
    if behind := _LAST_WORDS.search(said):
        return _LOOKED_AGAIN.sub("", said[: behind.start()])
    if TAKEN_BACK.search(said):
        return said
    found = _OF_ANOTHER.match(said) or _FIRST_WORDS.match(said)
    return said[found.end() :] if found else ""


def denies(text: str) -> bool:
    """Whether it says that something is not yet, or still under way."""
    return _DENIED.search(text) is not None


def corrected_figure(text: str) -> bool:
    """Whether what is right now is a figure (上周报的1.2亿应为1.02亿)."""
    value = corrected_value(text)
    return any(each.fullmatch(value) for each in (_DAY, _MONEY, _PERCENT, _COUNT, _BARE)) if value else False


def corrected_value(text: str) -> str:
    """The words of what is right now, without what stands around them."""
    said = normalize(text).strip(" 。！!")
    found = _NEW.search(said) or _AFTER_MARK.match(said) or _WRONG_FIRST.match(said)
    if found is None:
        rest = restated(said)  # 不对，7月1号
        return rest if any(each.fullmatch(rest) for each in (_DAY, _MONEY, _PERCENT, _COUNT)) else ""
    value = _AGAIN_IN_IT.sub("", said) if _AGAIN_IN_IT.match(said) else found["new"]
    return _TAIL.sub("", _AROUND.sub("", value)).strip(" ，,")


def figures_besides(text: str, value: str) -> list[str]:
    """The other figures of a correction: what was told wrongly."""
    rest = normalize(text).replace(value, " ", 1)
    return [found[0] for pattern in (_MONEY, _PERCENT) for found in pattern.finditer(rest)]


_NUMBER = late(r"(?<![\d.])\d+(?:\.\d+)?(?![\d.])(?!\s*[月日号:：])")


def numbers_besides(text: str, value: str) -> list[str]:
    """The other numbers of a correction, in its digits: 26.3 of 刚才的26.3写错了，是23.6."""
    return [each[0] for each in _NUMBER.finditer(normalize(text).replace(value, " ", 1))]


def holds_number(text: str, number: str) -> bool:
    """Whether a number stands in a text by itself."""
    return any(each[0] == number for each in _NUMBER.finditer(normalize(text)))


_OTHER_PROJECT = late(
    r"项目[^，。；]{0,4}(?:错|不对|反|混)|[搞弄发报写说填登看记贴念](?:错|串|混|岔|反)了?(?:个|一?行|项目|地方|位置|名)|(?:看|写|报|填|串)串?行|张冠李戴"
    r"|(?:那|上|这|前|刚)[^，。；]{0,4}(?:条|个|数|句)[^，。；]{0,8}(?:是|算|属于)[^，。；]{2,24}[，,]?(?:而)?不(?:是|算|属于)"
    r"|(?:条|个|句)[^，。；]{0,4}不(?:是|算)[^，。；]{2,20}[，,](?:而)?(?:是|算)"
)
_NAMED_THEN = late(r"的?(?P<what>[^，。；！!\d的]{2,12}?)(?=的?(?:进度|情况|数|事|那[个条])?(?:[，。；！!]|$))")


def places_otherwise(text: str) -> bool:
    """Whether a short message says that the one before was told of the wrong project (发错项目了，是体育公园的)."""
    return len(text) <= LONGEST and _OTHER_PROJECT.search(text) is not None


def behind_name(text: str, end: int) -> str:
    """What of a project is named right behind its name: 体育公园|的用地批复; empty where nothing is."""
    found = _NAMED_THEN.match(text, end)
    return found["what"] if found and not found["what"].startswith(("进度", "情况", "那条")) else ""


def told_again(told: Mapping[str, Any]) -> str:
    """One fact in the words of a report (`Fact.key` to its value); empty where there are several or it has none."""
    keys = set(told) - {"status", "done_on"}
    if told.get("status") == "done" and not keys:
        return f"{str(told['done_on']).replace('-', '.')}已完成" if told.get("done_on") else "已完成"
    if keys == {"percent"}:
        return f"完成{told['percent']}%"
    money = next(iter(keys), "")
    if len(keys) == 1 and money.startswith("investment/"):
        return f"{SCOPES[money.partition('/')[2]]}{told[money]}万元"
    return ""


def told_in_full(value: str, told: Mapping[str, Any]) -> str:
    """The value as a report would say it, by what was reported last (`Fact.key` to its value): 21% → 完成21%."""
    money = next((key.partition("/")[2] for key in told if key.startswith("investment/")), None)
    if money is not None and _MONEY.fullmatch(value):
        return f"{SCOPES.get(money, SCOPES['total'])}{value}"
    if _BARE.fullmatch(value):
        value = _with_unit(value, told)
        if money is not None and _BARE.fullmatch(value):
            return f"{SCOPES.get(money, SCOPES['total'])}{value}万元"
    if _DAY.fullmatch(value):
        return _on_day(value, told)
    counts = [each for key, each in told.items() if key.startswith("quantity/")]
    if _COUNT.fullmatch(value) and len(counts) == 1 and set(counts[0]) & {"done", "left"} == {"left"}:
        return f"剩{value}"
    if _PERCENT.fullmatch(value):
        share = next((key.partition("/")[2] for key in told if key.startswith("share/")), None)
        return f"占年度计划{value}" if share and "percent" not in told else f"完成{value}"
    return value


def _on_day(value: str, told: Mapping[str, Any]) -> str:
    """A day as that of what was reported to end, or to have ended; in the month that was said, where it names none."""
    key = "done_on" if "done_on" in told else "due_on"
    if (was := told.get(key)) and not _MONTH.search(value) and value[0].isdigit():
        value = f"{int(str(was)[5:7])}月{value}"
    if key == "due_on":
        return f"预计{value}完成" if was else f"{value}完成" if told.get("status") == "done" else value
    return f"{value}完成"


def _with_unit(value: str, told: Collection[str]) -> str:
    """A bare number in the unit of the one value that was reported: 应为60 of a percent."""
    units = ["%" for key in told if key == "percent"] + [
        key.split("/")[1] for key in told if key.startswith("quantity/")
    ]
    return f"{value}{units[0]}" if len(units) == 1 else value
