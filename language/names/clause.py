"""What stands around a name: whether words hold together there, and whether the sentence speaks of works."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate

from language import tokens
from language.belonging import STAGE_WORDS
from language.late import late
from language.vocabulary_words import NODE_KINDS, PROBLEMS
from language.words import listed

_EVERYDAY = 50
"""From this count on a word is everyday Chinese: 路上, 小时, 三种."""

_CHANCE = 2
"""Up to this count a word may be in the dictionary by chance."""

_NAME = 100
"""How often a short name counts as seen, against the words of everyday Chinese that it would break up."""

_SUBJECT = 1000
"""The same of a name that somebody entered, where it is the first of its clause."""


_BELONGS = 4.0
"""How much less likely a clause must become by a character before it, if that character belongs to the name."""

_EQUAL = 1e-6
"""Sums of the same logarithms may differ so much."""

_STOPS = frozenset("，。；！？：、,;!?:\n【】（）()“”\"' \t")
_NEAR = 8
"""Characters on either side of a short name that are weighed with it."""

_BEFORE_LABEL = frozenset("\n；。 】、.）①②③④⑤⑥⑦⑧⑨⑩")
_POINTER = late(r"[这那](?:个|座|条|处|所|家|边)?$")
_POINTED = late(
    r"的?(?:[这那]?[一二两俩三四几\d]?[个大]?(?:项目|工程)|[这那]个|[这那]边|的事|[这那]?[两俩三四五][个期段标条座处])"
)
_WORKS = late(
    r"完|上线|投放|启用|交付|进展|进度|动静|开工|动工|完成|批复|批了|没批|获批|报批|验收|施工|竣工|封顶|招标|并网|通车|投产|投运|停工|复工|征地|征收|签约|户|环评|手续"
    r"|许可|问题|情况|难点|困难|卡|怎么样|咋样|怎样|如何|到哪|多少|什么时候|啥时候|何时|进场|到位|推进|办|供|上报|报上|报了|上会|受理|公示|拿到|下来|装"
    r"|停了|停着|叫停|停下|干到|干完|干了|做到|做完|搞完|完工|收尾|业主|施工单位|监理|项目部|负责|没动|不动|动起来"
    r"|铺|浇|吊|打桩|开挖|拆|贯通|合龙|投资|无变化|没变化|同上周|变化|施工队|联络员|负责人|电话|工地|现场|百分之|[一二三四五六七八九]成"
    r"|\d(?:%|万|亿|米|公里|亩|户|栋|层|个|台|吨|根|兆瓦)"
)
_ASKED = late(
    r"[几哪][月号天年个家]|谁|啥|什么|怎|咋|吗|能[否不]|多久|[年月]底|年内|[这本上下]周|[这本上下]个?月|季度|[一二三四五六七八九十\d]月|对?比|近期|最近"
)
"""What is asked of works and when they will be: 妇幼谁管, 引水九月能用."""
_GOES_ON = frozenset(
    "的那这哪来已正在还没未本上下今昨明前后又都也就是要将拟预计等共只现目最累完停复怎咋啥什进情问报办批卡开竣签征拆招验投并通有能可因由受和与及跟同各"
    "两三几第一二四五六七八九十约近超剩余差缺需请拿取得接到做干把被让为谁联电负何多挺很无未项工分"
)
_LEADS_IN = frozenset(
    "除的和与及跟同把对将给在到是为让请看问查催报说讲由从于向日天周月年号区县市个条座处所进展送发按据关涉"
)
_BEFORE_PERSON = ("", *"@：，、。；\n 和与及找问给请让代由是")
_AFTER_NOUN = tuple("期值时段里间")
_DONE_TO = frozenset("到得了着过完成咋没不掉起")
"""Behind a character they make it a verb: 走到, 推得, 修没修."""
_FUNCTIONS = frozenset(
    "的了着过在是我你他它这那哪谁去来到看听给把将被让对和与跟同及由从向往请叫说问讲有没还要都也就又再才很太更最已正曾各每本该其另几今昨明前后上下里外中间做干搞弄报查列说等因为按照据除当每用可能会想先但而并或一二三四五六七八九十两个"
)
"""Characters that are words of their own; before a sort of works they are no part of its name."""

_PLACES = frozenset("东西南北中城山河湖江海镇乡村街区县市路桥新老旧")
_ORDINAL = late(r"第[一二三四五六七八九十\d]+$")


def clause_end(text: str, end: int) -> int:
    """Where the clause of a name ends, at most 24 characters after it."""
    high = end
    while high < len(text) and high - end < 24 and text[high] not in _STOPS:
        high += 1
    return high


def holds(text: str, start: int, end: int, entered: bool = False) -> bool:
    """Whether a short stretch is likelier a name than a part of everyday words, as 三中 is in 三中全会."""
    low, high = start, end
    while low > 0 and start - low < _NEAR and text[low - 1] not in _STOPS:
        low -= 1
    while high < len(text) and high - end < _NEAR and text[high] not in _STOPS:
        high += 1
    return _holds(
        text[low:start], text[start:end], text[end:high], _SUBJECT if entered and leads(text, start) else _NAME
    )


@lru_cache(maxsize=256)
def _holds(before: str, name: str, after: str, seen: int) -> bool:
    if not before and not after:
        return True
    apart = tokens.likelihood(before) + tokens.cost(max(seen, tokens.frequency(name))) + tokens.likelihood(after)
    return apart >= tokens.likelihood(before + name + after) - _EQUAL


def ends_there(text: str, end: int) -> bool:
    """Whether the last character before a place belongs to what stands before it, not to the next word: 大 in 大家."""
    rest = text[end : min(clause_end(text, end), end + _NEAR)]
    return not rest or tokens.likelihood(text[end - 1 : end] + rest) < tokens.likelihood(rest) - _BELONGS


def reads_well(text: str, start: int, end: int, odd: Iterable[int]) -> bool:
    """Whether the places that would be slips stand inside words that make sense as they are written."""
    low = max(0, start - _NEAR)
    wanted = set(odd)
    place = low
    for word in tokens.cut(text[low : end + _NEAR]):
        stop = place + len(word)
        if len(word) > 1 and not wanted.isdisjoint(range(place, stop)) and _makes_sense(word):
            return True
        place = stop
    return False


def _makes_sense(word: str) -> bool:
    """Whether a word is written so on purpose: common, of the trade, or longer than chance would make one."""
    common = tokens.frequency(word)
    return common >= _EVERYDAY or (len(word) > 2 and common > 0) or word in tokens.trade_words()


def pointed_at(text: str, start: int, end: int) -> bool:
    """Whether a word is pointed at as a project: 那个水库, 医院项目."""
    return _POINTER.search(text, max(0, start - 2), start) is not None or _POINTED.match(text, end) is not None


def is_label(text: str, start: int, end: int) -> bool:
    """Whether a word heads a line or an item: 冷链：已签约."""
    return text[end : end + 1] == "：" and (start == 0 or text[start - 1] in _BEFORE_LABEL)


_LEADS = late(
    r"(?:^|[\n；;。，,、：:！!？?）)】.．…①②③④⑤⑥⑦⑧⑨⑩\s])"
    r"(?:(?:目前|现在|本周|上周|这周|今天|昨天|截至目前|另外?|还有|那个?|这个?|请问|问[一下]*|报[一下]*|查[一下]*|看[一下]*|说[一下]*|关于|对于|领导|老师|听说|据说|其中|你们?|县里|区里|市里|全[县区市]|督查|检查|巡查|督导|接到|收到)[，、]?){0,2}$"
)


def leads(text: str, start: int) -> bool:
    """Whether a word is the first of its clause, but for small words: what the clause speaks of."""
    return _LEADS.search(text, max(0, start - 9), start) is not None if start else True


def joins(text: str, start: int, end: int) -> bool:
    """Whether only 和 or the like stands between two names."""
    return text[start:end] in ("和", "及", "与", "跟", "、")


def speaks_of_works(text: str, start: int, end: int) -> bool:
    """Whether the clause of a name speaks of works, papers or money, or stops right after it."""
    high = clause_end(text, end)
    if high == end or pointed_at(text, start, end):
        return True
    if _WORKS.search(text, end, high) or _ASKED.search(text, end, high):
        return True
    return any(table.find(text, end, high) for table in (NODE_KINDS, PROBLEMS, STAGE_WORDS))


_IN_NUMBERS = frozenset("0123456789.,+-—~#*/")


_NUMBERED_ON = late(
    r"(?:的?[那这](?:[边里块头]|[个条]|一?段)|项目|工程|线路?|[国省县乡]道|[已还没未也都又刚暂均缺差无]|正[在常]?|目前|现在|[本这上]周"
    r"|累计|截[至止]|图审|地征|[、和及与跟](?=\d{3}|[GSXY\u4e00-\u9fff])|有(?=[一二两三几\d]))"
)
_ROAD_LETTERS = ("G", "S", "X", "Y", "g", "s", "x", "y")
_BEFORE_NUMBER = late(r"(?:除[了去开]?|不算|(?<=\d)线?[、和及与跟])$")
_EXCEPTED, _LEFT_OUT = late(r"(?:除[了去开]?|不算)$"), late(r"线?[之以]?外?[，, ]?[都均全其别]")
_WORKS_OF_ROAD = late(rf"(?![户装办吊拆铺浇完]|供(?!不)|\d)(?:{_WORKS.pattern})")


def numbers_works(text: str, start: int, end: int) -> bool:
    """Whether a bare number is a road's, for its works follow at once: 509路基, 218：; and never 218根.

    At the head of a clause what is told of any works may follow: 319停工, 308还没招标; but nothing that is counted.
    """
    if end - start < 3 or text[max(0, start - 1) : start] in _IN_NUMBERS:
        return False
    stop = min(len(text), end + 6)
    if text[end : end + 1] == "：" or any(
        found.start == end and len(found.word) > 1
        for table in (NODE_KINDS, STAGE_WORDS)
        for found in table.find(text, end, stop)
    ):
        return True
    begin = start - 1 if text[start - 1 : start] in _ROAD_LETTERS and start else start
    if not leads(text, begin) and not _BEFORE_NUMBER.search(text, max(0, begin - 4), begin):
        return False
    if _EXCEPTED.search(text, max(0, begin - 3), begin) and _LEFT_OUT.match(text, end):
        return True
    return (
        _NUMBERED_ON.match(text, end) is not None
        or _WORKS_OF_ROAD.match(text, end) is not None
        or any(found.start == end for found in PROBLEMS.find(text, end, stop))
    )


def goes_on(text: str, end: int, known: Iterable[str]) -> bool:
    """Whether the sentence goes on after a proper word, rather than the word being a part of another name."""
    if end >= len(text) or not "\u4e00" <= text[end] <= "\u9fff" or text[end] in _GOES_ON:
        return True
    following = text[end : end + 2]
    if following[1:] and following[1] in _DONE_TO:
        return True
    if any(following in words for words in known):
        return True
    stop = min(len(text), end + 6)
    return any(
        found.start == end for table in (NODE_KINDS, PROBLEMS, STAGE_WORDS) for found in table.find(text, end, stop)
    )


def is_everyday(word: str) -> bool:
    """Whether a word is everyday Chinese, that may be said of anything: 中心, 高峰."""
    return tokens.frequency(word) >= _EVERYDAY


def is_known(word: str) -> bool:
    """Whether a word is any Chinese at all, so that it need be no place's name: 提水, 加压."""
    return tokens.frequency(word) > _CHANCE or word in tokens.trade_words()


def modified(text: str, start: int, strictly: bool) -> bool:
    """Whether a word before makes a sort of works another one: 北山水库, 第二人民医院, 庭院管网."""
    if start == 0 or not "\u4e00" <= text[start - 1] <= "\u9fff" or text[start - 1] in _LEADS_IN:
        return False
    if strictly or _ORDINAL.search(text, max(0, start - 4), start):
        return True
    words = tokens.cut(text[max(0, start - 6) : start])
    last = words[-1]
    if len(last) == 1:
        return len(words) > 1 and len(words[-2]) == 1 and _FUNCTIONS.isdisjoint(words[-2:])
    return last[-1] in _PLACES


_OPENING = frozenset(
    listed("""
        目前 现在 当前 近期 眼下 如今 大概 大约 到底 究竟 具体 主要 整个 全部 所有
        咱们 领导 书记 主任 县长 区长 市长 局长 老师 同志 各位 大家 重点 其他 其它
        另外 顺便 关心 关注 介绍 反馈 告知 知道 确认 核实 汇总 统计 梳理 整理 对于
        针对 负责 分管 包联 牵头 继续 首先 然后 麻烦 辛苦 谢谢 帮忙 请问 盯着 督促
        关于 通报 汇报 参观 视察 调研 去年 今年 明年 马上 赶紧 新区 老区 城区 城北
        城南 城东 城西 园区 全县 全区 全市 本县 本区 本市 我县 我区 我市 我局 本局
        我镇
    """)
)
"""Words before a name that do not belong to it, where they hold no character that is a word of its own."""
_FRAME = late(r"我?[说讲看查问报聊](?:一?下|一?[说讲看查问聊])(?:[你那这]个?)?")
"""How a question begins before it names anything."""
_WHEN = frozenset("月周年底初末旬份度期日天时候刻")


def qualified(text: str, start: int, exact: bool) -> bool:
    """葵花|中学: whether in a question a word stands before a sort of works that can only tell which one is meant.

    What is only alike must not begin inside a word: 陶|艺中学.
    """
    low = start
    while low > 0 and start - low < 2 * _NEAR and "\u4e00" <= text[low - 1] <= "\u9fff":
        low -= 1
    if frame := _FRAME.match(text, low, start):
        low = frame.end()
    if low == start or text[start - 1] in _LEADS_IN or text[start - 1] in _WHEN or leads(text, start):
        return False
    if not exact:
        return start not in accumulate((len(word) for word in tokens.cut(text[low : start + 2])), initial=low)
    words = tokens.cut(text[low:start])
    last = words[-1]
    if (
        last in _OPENING
        or len(set(last)) < len(last)
        or last in tokens.trade_words()
        or not _FUNCTIONS.isdisjoint(last)
    ):
        return False
    return len(last) > 1 or (len(words) > 1 and _FUNCTIONS.isdisjoint(words[-2]) and words[-2] not in _OPENING)


_OTHERS = late(
    r"[\u4e00-\u9fff]{0,2}?(?:站|厂|馆|院|校|中心|库|楼|市场|基地)(?=的|[这那]边|什么|啥|怎|咋|到|有|现|进|卡|开|完|停|何|几|多|谁|投|手续|$)"
)


def place_of_others(text: str, end: int) -> str:
    """The works that stand right behind a place in a question: the 粮站 of 双楼粮站, where only a 双楼闸 is known."""
    found = _OTHERS.match(text, end)
    return found[0] if found and len(found[0]) > 1 else ""


def place_before(text: str, start: int) -> str | None:
    """The two characters of no known word that look like a place's name, at most two words of a trade before a name."""
    low = start
    while low > 0 and start - low < _NEAR + 4 and "\u4e00" <= text[low - 1] <= "\u9fff":
        low -= 1
    words = tokens.cut(text[low:start])
    for _ in range(3):
        if len(words) > 1 and len(words[-1]) == len(words[-2]) == 1:
            place = words[-2] + words[-1]
            return place if _FUNCTIONS.isdisjoint(place) and _LEADS_IN.isdisjoint(place) else None
        last = words[-1] if words else ""
        if len(last) == 2 and last[-1] in _PLACES and not is_known(last):
            return last
        if len(last) < 2 or not _FUNCTIONS.isdisjoint(last) or _WORKS.search(last) or last[-1] in _LEADS_IN:
            return None
        words = words[:-1]
    return None


def is_person(text: str, start: int, end: int, full: bool) -> bool:
    """Whether a name is a person's where it stands, and no part of other words: 高峰 in 施工高峰期, 施工."""
    common = tokens.frequency(text[start:end]) >= _EVERYDAY
    if (common and not full) or not holds(text, start, end):
        return False
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return not common or (before in _BEFORE_PERSON and after not in _AFTER_NOUN)
