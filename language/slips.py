"""A correction that names nothing (更正：应为21%, 上周报的2.2亿应为2.02亿): read as of what was reported last."""

from collections.abc import Collection, Mapping
from typing import Any

from language.late import late
from language.normalize import normalize

LONGEST = 60
_MARK = late(
    r"更正|纠正|订正|应为|应是|应该是|[写报说填打弄看算搞记听抄数]错|[多少漏][写报说填打算记数]了?|[写报说填打算记数][多少漏]了|(?:^|[，,。])\d[\d.]*[万亿元%户亩米]*\s*改[成为]?\s*\d|打错字|[说报看]早了|[搞弄记看]混|有误|不对[，,]|(?:^|[，,。])错了?[，,]|不是[^，。；\n]{1,16}[，,]?(?:而)?是|口误|笔误|改为|改成"
)
_NEW = late(
    r"(?:应该?为|应该?是|改为|改成|更正为|更正成|纠正为|(?<=[\d万亿元%])改(?=\d)|(?<!不)而?是)(?!多少|什么)\s*(?P<new>[^，。；\n]{1,30})"
)
_AFTER_MARK = late(r"^.{0,16}?(?:更正|纠正|订正)(?:一下|下)?[:：，, ]*(?P<new>.+)$")
_AROUND = late(
    r"^(?:上一条|上条|刚才(?:那条|的)?|上周(?:报的)?|前面(?:那条)?|之前(?:报的)?)?(?:的)?",
    r"(?:抱歉|不好意思|对不起|请更正|谢谢|哈|了)?[，。！!～~ ]*$",
)
_MONEY = late(r"\d[\d.,]*\s*(?:亿|万)元?|[零一二三四五六七八九十百千]+[亿万]元?|\d[\d.,]*\s*元")
_PERCENT = late(r"\d[\d.]*\s*[%％]|百分之[零一二三四五六七八九十百点\d]+|[一二三四五六七八九]成")
_COUNT = late(r"(?:\d[\d.]*\s*(?:万)?|[一二两三四五六七八九十百]{1,5})(?P<unit>[\u4e00-\u9fff]{1,3})$")
_BESIDE = late(
    r"更正|纠正|订正|一下|应该?[为是]|是|而|[写报说填打弄看算搞]?错了?|有误|不对|口误|笔误|改[为成]|刚才|上一条|上条|那条|的|数|我"
    r"|[，,。：:、 ]"
)
_DAY = late(r"(?:\d{1,2}月)?\d{1,2}[日号]|\d{1,2}\.\d{1,2}|昨天|前天|今天")
_BARE = late(r"\d[\d.]*")
_DAY = late(
    r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}[日号]|今天|昨天|昨日|前天|大前天|上?(?:周|星期)[一二三四五六日天]|\d{1,2}月(?:底|初|[上中下]旬)|[本上下]?(?:个)?月[底初]"
)
_MONTH = late(r"\d{1,2}月|月")
_FIRST_WORDS = late(
    r"^(?:(?:[哎哦啊呀呃噢额唉诶嗯]|不好意思|抱歉|对不起|等等|等下|慢着|[，,。！! ])*)"
    r"(?:刚才|刚刚|上面|前面|上一?条|刚那条|那条|我|这个|那个|日期|时间|数字?|数据|情况|消息|说的|报的|写的|发的|是)*"
    r"(?:(?:更正|纠正|订正|不对|错了|有误|口误|笔误|手误|[写报说填打弄看算搞记听抄数](?:错|早|混|反|岔|多|少|漏)了?|[多少漏][写报说填打算记数]了?)(?:字|一下|下|[一两\d]{1,2}[个户亩米台根处栋]|了|啊|哈)*[，,]?){1,3}"
    r"[，,。：:！! ]*(?:(?:其实|实际上?|事实上|应该?是|应为|(?:不是\S{1,12}?[，,])?是)(?!否))?"
)
_DENIED = late(
    r"(?:还|尚|并|都|实际|其实|根本|压根)?(?:没有?|未)(?!问题|变|错|什么)|[还仍]在|[还仍]差|不是|差(?:一点|点)儿?就"
)
SCOPES = {
    "total": "累计完成投资",
    "year": "本年完成投资",
    "quarter": "本季度完成投资",
    "month": "本月完成投资",
    "week": "本周完成投资",
}


def corrects(text: str) -> bool:
    """Whether a short message says that something said before was wrong."""
    said = normalize(text)
    return len(said) <= LONGEST and _MARK.search(said) is not None


def only_corrects(text: str) -> bool:
    """Whether a message names nothing but that a figure was wrong and which is right (错了，是56%)."""
    said = normalize(text).strip(" 。！!")
    value = corrected_value(text)
    return corrected_figure(text) and not _BESIDE.sub("", said.replace(value, "", 1))


def restated(text: str) -> str:
    """What a message says behind its word that the last one was wrong (看错了，还没批); empty where none heads it."""
    said = normalize(text).strip(" 。！!")
    found = _FIRST_WORDS.match(said) if len(said) <= LONGEST else None
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
    found = _NEW.search(said) or _AFTER_MARK.match(said)
    if found is None:
        rest = restated(said)  # 不对，7月1号
        return rest if any(each.fullmatch(rest) for each in (_DAY, _MONEY, _PERCENT, _COUNT)) else ""
    return _AROUND.sub("", found["new"]).strip(" ，,")


def figures_besides(text: str, value: str) -> list[str]:
    """The other figures of a correction: what was told wrongly."""
    rest = normalize(text).replace(value, " ", 1)
    return [found[0] for pattern in (_MONEY, _PERCENT) for found in pattern.finditer(rest)]


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
