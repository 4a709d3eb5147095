"""When somebody says that the report will come later, or that they are away: nothing to record, but to be respected."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from language.asking import asks
from language.clock_words import find_clock
from language.dates import Direction, find_dates
from language.late import late
from language.names import Lexicon
from language.normalize import normalize
from language.numerals import small_number
from models.calendar import DAY, Week, at, day_of, local

_TELL = (
    r"(?:补报|上报|报送|填报|回复|反馈|汇报|补上|补交|给您|报(?![批审建备装名表告了的得数销喜废错]|到[了]?|送省)"
    r"|发(?![现货生包标电放证改])|补(?![偿充正种贴办件齐]))"
)
_DONE_FIRST = r"[忙弄做办开核对签算改填写跑理总计审看收凑问跟赶](?:完|好|齐|清楚?|实)(?:了|手头|这阵|这边|会)?"
"""忙完, 核好, 收齐: what is done first."""
_NOON = r"午后|晌午后?|(?:吃[过完了]?|吃好)?(?:午饭|中饭|饭)(?:后|以后|之后|过后|再|[，,])?|午休后?|午觉后"
_WHEN = (
    r"明天上午|明天下午|明天|明早|上午|中午前|中午|下午|晚上|今晚|傍晚|(?:稍微?|再|略)?[晚迟](?:一?点儿?|一?些)|晚些时候|稍后|稍晚|过?一会儿?|过会儿?|过一阵|待会儿?|等会儿?|等一?下|回头|马上|立马|抽空"
    rf"|会后|散了?会后?|开完会|下班前|下班后|今天|今日|到了|到家|[到回](?:局|单位|办公室|所|委|镇|公司|去|来)里?|{_NOON}|{_DONE_FIRST}"
)
_LENGTH = r"(?P<many>半|一|二|两|三|四|\d{1,2}|[一二三四五]?十)个?(?P<unit>半?小时|钟头|刻钟|分钟|来分钟|多分钟)"
_LATER = late(
    rf"(?<![\d昨])(?P<when>{_WHEN})[^，。；\n]{{0,8}}?[，,]?(?:再|给您?|就)?{_TELL}",
    rf"(?<![\d昨])({_WHEN})(?:再|就|一定|肯定|才能)?[给交](?:到|上|数|齐|你们?|您|过去)*[吧哈啊]?(?=$|[，。；\n])",
    rf"(?<![\d昨])({_WHEN})[就再]?(?:马上)?(?:弄|整|写|填|搞)(?:好|完|上)?(?:给您?|报)?(?=[了吧哈啊]?(?:$|[，。；\n]))",
    rf"(?:宽限|[缓推延拖放等挪](?:一缓|一推)?)[到至]({_WHEN})(?!\d)",
    rf"({_WHEN})(?:行不行|行吗|可以吗|可不可以|成吗|成不成|来得及吗|好吗)",
)
_AFTER = late(rf"(?<![\d天周月年]){_LENGTH}(?:之?内|以?后|左右|就|再)*(?:好|完)?(?:{_TELL}|[给交]|$)")
"""半小时后报, 正在写，十分钟."""
_PATIENCE = late(
    r"(?:收到|好的?|嗯)?[，,]?(?:请)?(?P<when>稍后|稍等|晚点儿?|等会儿?|等一?下|马上|一会儿?|等我[^，。；\n]{1,5}(?:分钟|小时))[哈啊吧哦呢]?(?:[，,]马上)?[。!！~]*$"
)
"""Nothing but a plea for patience: 稍等, 等我五分钟."""
_AT = late(
    r"(?P<clock>(?:凌晨|早上|上午|中午|下午|晚上|傍晚)?(?:\d{1,2}|[一二三四五六七八九十两]{1,2})(?:[:：]\d\d|[点时](?:半|一刻|钟|\d{1,2}分?)?))(?:前|之前|以前|左右)?(?:再|给您?|就|一定)?(?:补报|上报|报送|报|回复|反馈|发|补上|补(?![偿充正种贴办件齐])|[给交](?:到|上|数|齐|你们?|您|过去)*[吧哈啊]?(?=$|[，。；\n]|行不|行吗|可以[吗么不]|可不|成[吗不]|好[吗不]|中不))"
    r"|(?:宽限|[缓推延拖放等挪])[到至](?P<until>(?:上午|中午|下午|晚上)?(?:\d{1,2}|[一二三四五六七八九十两]{1,2})[点时](?:半|一刻|\d{1,2}分?)?)"
)
_AT_AFTER = late(
    r"(?:就|再)(?:补报|上报|报送|报|回复|反馈|发)[，,]?(?:大概|大约|估计|应该|可能)(?:要?到?|得)"
    r"(?P<clock>(?:上午|中午|下午|晚上)?(?:\d{1,2}|[一二三四五六七八九十两]{1,2})(?:[:：]\d\d|[点时](?:半|一刻|\d{1,2}分?)?))"
)
_WHOLE_UNIT = late(r"我们?(?:局|委|办|镇|街道|司|公司|单位|中心|院)|本(?:局|委|单位|司)|全局")
_HANDED_OVER = late(
    r"^(?:(?:我|本人)?(?:调走|调离|换岗|退休|工作(?:有)?调整|不再?负责|离开)[^，。；\n]{0,6}[，,])?(?:这(?:个|几个|些|项|几项)?|我的|本周的?|周报|以后|今天)?(?:项目)?(?:的)?(?:请|麻烦)?(?:联系|找|由|让|问|交给|转给)(?:[^，。；\n]{1,3}?[科股处室站])?(?P<who>[小老]?[\u4e00-\u9fff]{1,3}?)"
    r"(?:来)?(?:代报|代为报送|报送|报|对接|负责|回复|填报|处理|吧)?[。吧]?$"
)
_AWAY = late(
    r"公休|休假|年休|年假|事假|请[^，。；\n]{0,3}假|病假|产假|婚假|丧假|探亲假|陪护假|请假|调休|轮休|补休|出差|外出学习|脱产培训|培训学习|在外培训|外出培训|在外学习|住院|不在(?:岗|单位|局里|家|[，,。]|$)"
)
_GONE = late(r"去[^，。；\n]{0,10}?(?:培训|学习|考察|党校|出差|开会|跟班|跑项目)")
"""去省里培训: away only where somebody is named who stands in, or else it may be for an hour."""
_FOR_ANOTHER = late(r"(?:让|由|托|委托|叫|请)我|我(?:来)?代")
"""夏雨出差让我代报: it is not the speaker who is away."""
_INSTEAD = late(
    r"(?:请|可)?(?:联系|找|由|让|问|请(?![假示教]|[病事年婚产丧公]假|[\d一二三两]天假)|麻烦)(?:一下)?(?:联系|找|由|让|问)?(?:我局|我们局|我们?单位|我单位|同事)?(?:的)?(?:办公室|[^，。；\n]{1,3}?[科股处室站]里?的?)??(?P<who>[小老]?[\u4e00-\u9fff]{1,3}?)(?:代|对接|负责|报送|报|填|联系|接手|处理|即可|吧|$|[，。；,])"
    r"|(?P<deputy>[小老]?[\u4e00-\u9fff]{1,3})(?:代我|替我|帮我|顶我|代班|代岗)"
)
_OWN = late(r"我|本人|^(?:下周|本周|明天|今天|这两天|\d|公休|休假|年假|病假|产假|请假|调休|轮休|家[里中]|临时|因)")
LONGEST = 40
CLOSES = time(17, 30)
_UNTIL = {
    "今天": CLOSES,
    "今日": CLOSES,
    "上午": time(12, 0),
    "中午": time(13, 0),
    "中午前": time(12, 0),
    "今晚": time(20, 0),
    "下午": CLOSES,
    "晚上": time(20, 0),
    "下班前": CLOSES,
}


def promised_until(text: str, now: datetime) -> datetime | None:
    """Until when the speaker asks for patience (下午报); None where nothing is promised."""
    said = normalize(text).strip()
    if len(said) > LONGEST:
        return None
    today = day_of(now)
    if (exact := _AT.search(said) or _AT_AFTER.search(said)) and (clock := find_clock(_clock_said(exact))):
        until = at(today, clock)
        return until if until > now else None
    found = _LATER.search(said) or _PATIENCE.match(said)
    if not found:
        return (local(now) + _length(length)) if (length := _AFTER.search(said)) else None
    when = next(each for each in found.groups() if each)
    if (when.startswith("回") and when != "回头") or NOON.match(when):
        return at(today, CLOSES) if at(today, CLOSES) > now else None
    if when.startswith("明"):
        return at(today + DAY, time(12, 0) if when in ("明天上午", "明早") else CLOSES)
    if when in _UNTIL:
        until = at(today, _UNTIL[when])
        return until + DAY if until <= now and _TOMORROW.search(said) else until
    return local(now) + timedelta(hours=1)


NOON = late(_NOON)
_TOMORROW = late(r"明(?:天|儿|早|日|个)")
"""明天上午开会，我中午前补上: the noon is tomorrow's."""


def _clock_said(found: re.Match[str]) -> str:
    said = found.groupdict()
    return str(said["clock"] or said.get("until")).replace("钟", "")


def _length(found: re.Match[str]) -> timedelta:
    """How long somebody says it will take, an hour for what is not told exactly."""
    many, unit = found["many"], found["unit"]
    count = 0.5 if many == "半" else small_number(many) or 1
    minutes = {"小时": 60, "钟头": 60, "刻钟": 15}.get(unit.removeprefix("半"), 1)
    return timedelta(minutes=max(10, round(count * minutes)))


_LEAVES = late(
    r"(?:工作|岗位|分工)(?:有)?(?:调整|变动|变化)|调走|调离|换岗|轮岗|退休|离职|(?:今后|以后|从(?:今|即)[^，。；\n]{0,3}起)[^，。；\n]{0,8}?(?:不再负责|由|请联系|联系|找)"
)
_TAKEN_OVER = late(r"(?:由|找|联系|交给|转给|换成|请)[^，。；\n]{1,14}(?:对接|负责|联系|报送|接手|接替|代替|$)")


_BACK = late(
    r"^(?:各位|大家|领导|你)?好?[，,]?(?:我|本人)?(?:今天|今早|今日|昨天|现在|刚刚?|已经?|提前|也|都)*(?:从[^，。；\n]{1,6})?"
    r"(?:回来(?:上班|了)|回(?:单位|局里?|镇里?|办公室|公司|委里)(?:了|上班)|休完假|休假(?:结束|回来|完)|年假休完|假期结束|销假|返岗|到岗|复工上班|(?:开始|正常|恢复)上班|病好了|出院|出差回来|培训(?:结束|回来))"
    r"[^，。；\n]{0,4}(?:[，。；\n,]|$)"
)
_NOBODY = late(
    r"(?:没|没有|无)(?:什么)?人(?:能|可以?|来|帮)?(?:替|代|顶|接)|(?:暂)?无(?:人)?(?:代|替|接)|没(?:有)?(?:别的)?(?:同事|人手)|就我一个"
)


def is_back(text: str) -> bool:
    """Whether somebody says that they are at work again (我回来了, 今天销假)."""
    return _BACK.match(normalize(text).strip()) is not None


def leaves_post(text: str) -> bool:
    """Whether a liaison says that somebody else is in charge for good (工作调整，以后由李科长对接)."""
    said = normalize(text).strip(" 。")
    return len(said) <= 2 * LONGEST and _LEAVES.search(said) is not None and _TAKEN_OVER.search(said) is not None


def speaks_for_unit(text: str) -> bool:
    """Whether patience is asked for the whole unit (我局下午报), not for one's own share."""
    return _WHOLE_UNIT.search(normalize(text)) is not None


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody is away from one day to another; `substitute` is the person to ask, as said, empty where none was."""

    first: date
    last: date
    substitute: str
    nobody: bool = False
    """Whether they say that nobody can stand in."""


def away(text: str, now: datetime, lexicon: Lexicon) -> Away | None:
    """From when to when the speaker is away and who stands in (我下周公休，请联系我局小周)."""
    said = normalize(text).strip()
    today = day_of(now)
    if handed := _HANDED_OVER.match(said):
        return Away(today, Week.of(today).sunday, handed["who"])
    if len(said) > 2 * LONGEST or not _OWN.search(said) or _FOR_ANOTHER.search(said) or asks(said):
        return None  # 我的请假条批了没 asks after a paper
    instead = _INSTEAD.search(said)
    if not (_AWAY.search(said) or (instead and _GONE.search(said))):
        return None
    substitute = (instead["who"] or instead["deputy"]) if instead else ""
    if len(substitute) < 2:
        substitute = ""  # 材料找我们科室
    first, last = _days_away(said, now, lexicon)
    return Away(max(first, today), max(last, today), substitute, not substitute and _NOBODY.search(said) is not None)


def _days_away(said: str, now: datetime, lexicon: Lexicon) -> tuple[date, date]:
    """From which day to which somebody is away, be it in two words (明天起…到7月3号); until Sunday where no end is."""
    first, last = None, None
    for span in find_dates(said, now, lexicon.registry.festivals):
        days = span.resolve(Direction.PLAN)
        if days is None:
            continue
        if said[: span.start].endswith(("到", "至")):
            last = days.last or days.first
            break
        if first is None:
            first, last = days.first or day_of(now), days.last
    first = first or day_of(now)
    return first, last or Week.of(first).sunday
