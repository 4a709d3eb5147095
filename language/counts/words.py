"""Words that only look like numbers: 四川, 一致, 十分, 万达广场, 统一, 周三, K3+200, 〔2025〕27号."""

from collections import defaultdict
from string import ascii_letters

from language.counts.kinds import NumberKind
from language.counts.measures import TEN, unit_at
from language.late import late
from language.numerals import read_numeral

_WORDS = """
五方验收 五方验 五方一起 五方来 五方代表 五方全 五方过 四方验
五方主体 五方责任 五方单位 五方会 五方联合 五方签字 五方现场 五方已 五方都 四方验收 四方会 四方联合
一致 一定 一些 一起 一直 一般 一旦 一律 一并 一样 一边 一方面 一体 一切 一同 一向 一再 一经
一下 一会 一点点 一流 一线 一如 一味 一心 一带 一贯 一共 一时 一手 一早 一键 一站式 一次性
一网 一事一议 一把手 一路 一举 一应 一概 一齐 一刻 一来 一新 一目 一行 一期一会 一度 二手 二维
二次供水 二次搬运 二次结构 二次衬砌 二建 两江 两岸 两侧 两旁 两边 两端 两头 两会 两优 两委 两学 两山
两河 两广 两湖 两淮 两手 两用 两者 两化 两高 两新 两重 两方 三亚 三峡 三色 三农 三通一平 三方
三令五申 三轮 三明 三门 三河 三江 三水 三星 三维 三包 三废 四川 四方 四平 四周 四处 四季 四海
四会 四清 四电 五金 五指山 五湖 五通一平 五险 五保 五常 六安 六合 六盘 六稳 六保 七通一平
七台河 八达 八一 八方 八宝 八项规定 九江 九龙 九州 九寨 十分 十堰 十足 十四五 十五五 十三五
十二五 两通一平 四通一平 十里 十字 百姓 百货 百度 百年大计 百色 千方百计 千里 千秋 千岛 千企 千家万户 千辛 万达
万科 万州 万一 万般 万分 万能 万众 万宁 万全 万家 万象 万里 亿达 亿纬 亿联 几乎 几何 几时
五一 七一 六一 三八 五四 十一黄金周 数字 数据 数量 数控 数智 数码 零星 零件 零售 零报告 零部件
零散 零距离 零碳 陆续
"""
# A 一 behind these, or a weekday's number, is the end of a word: 统一, 唯一, 进一步, 周三, 星期五.
_BEFORE_ONE = frozenset("统唯单逐划归专某进万同合")
_GOES_ON = frozenset("十百千万亿")
_CLOSES = ("", *"，。；、,; （(\n")
_WEEKDAYS = frozenset("一二三四五六")
_LABEL = late(r"[0-9]{1,4}\+[0-9]{1,4}(?:\.[0-9]{1,3})?")
_DOCUMENT = late(r"[0-9]{4}[〕\]］】)）][ 第]{0,2}[0-9]{1,6}(?:-[0-9]{1,4})?号?")
_LETTERED = late(r"[0-9]{1,8}")
_LABELLERS = frozenset(f"{ascii_letters}〔[［【(（")
_CURRENCIES = frozenset({"RMB", "CNY", "USD", "EUR", "HKD"})


def _by_first_sign() -> dict[str, tuple[str, ...]]:
    lists: dict[str, list[str]] = defaultdict(list)
    for word in sorted(_WORDS.split(), key=len, reverse=True):
        lists[word[0]].append(word)
    return {first: tuple(words) for first, words in lists.items()}


_BY_FIRST_SIGN = _by_first_sign()


def word_end(text: str, place: int) -> int:
    """Where the word ends that begins here and only looks like a number; the place itself where there is none."""
    sign = text[place]
    before = text[place - 1] if place else ""
    if "0" <= sign <= "9":
        return _label_end(text, place, before) if before in _LABELLERS and before else place
    words = _BY_FIRST_SIGN.get(sign)
    if words is not None and text.startswith(words, place) and not text.startswith(("十分之", "万分之"), place):
        return place + next(len(word) for word in words if text.startswith(word, place))
    if sign == "零" and before == "负":
        return place + 1  # 正负零 is the ground floor's level
    if not before or sign not in _WEEKDAYS:
        return place
    if before == "周" and counts_this_week(text, place):
        return place
    weekday = before in "周拜" or (before == "期" and place > 1 and text[place - 2] == "星")
    alone = text[place + 1 : place + 2] not in _GOES_ON or place + 1 == len(text)  # 计划一百八十公里
    return place + 1 if weekday or (sign == "一" and before in _BEFORE_ONE and alone) else place


def counts_this_week(text: str, place: int) -> bool:
    """本周|四根, 本周|六百四十万元: what is counted this week, and no weekday."""
    if place < 2 or text[place - 2] not in "本这":
        return False
    numeral = read_numeral(text, place)
    found = unit_at(text, numeral.end) if numeral else None
    if numeral is None or found is None:
        return numeral is not None and numeral.value >= TEN * TEN  # 本周六百四十万
    if found[0].kind is NumberKind.NUMBER:
        return False
    return numeral.end > place + 1 or text[found[1] : found[1] + 1] in _CLOSES


def _label_end(text: str, place: int, before: str) -> int:
    """The end of a stake number (K3+200), of a letter's number (A3, X305), of a document's number."""
    if before in "Kk" and (match := _LABEL.match(text, place)):
        return match.end()
    if before in "〔[［【(（":
        document = _DOCUMENT.match(text, place)
        return document.end() if document else place
    lettered = None if text[max(0, place - 3) : place] in _CURRENCIES else _LETTERED.match(text, place)
    return lettered.end() if lettered else place
