"""Orders of the office about the bot's own life: to be silent for some days, and who speaks for a unit from when on."""

from dataclasses import dataclass

from language.late import late

_NO = (
    r"(?:不要|不用|不许|不准|不得|不必|别|甭|勿|不|停止|暂停|停)(?:再|往群里|在群里|主动|给[^，。；]{1,6}?|去|乱|随便)*"
)
_SPEAK = r"(?:发布?(?!现|生|放|改|包|电|证)|推送?(?!进|迟)|打扰|骚扰|提醒|通知|催|出声|说话|吭声|冒泡|吵)"
_ANYTHING = r"(?:任何|什么|啥|各种|这些)?(?:的)?(?:东西|消息|信息|通知|提醒|提示|内容|话|推送)"
_SPAN = (
    r"(?:期间|假期|长假|放假|节前|节后|国庆|春节|元旦|清明|五一|劳动节|端午|中秋|过年|过节|周末|双休|下周|下个?星期|(?:[这今明后]|明后|今明|后面|接下来)[两几三]?天(?<!今天)"
    r"|\d{1,2}(?:月|[号日])|周[一二三四五六日天]|星期[一二三四五六日天])"
)
_SILENT = late(
    rf"^[^，。；]{{0,14}}?{_SPAN}[^，。；]{{0,12}}?{_NO}{_SPEAK}(?:{_ANYTHING}|大家|人家?|群里?)?(?:了|啦|吧|哈)*$"
    rf"|^[^，。；]{{0,14}}?{_SPAN}[^，。；]{{0,10}}?(?:机器人|你|助手)?(?:先|就)?(?:保持)?(?:静默|安静|休息|停(?:一停|用|发|下来)?)(?:一下|点|了|吧|推送)*$"
    rf"|^(?:先|暂时|请|麻烦|你|机器人|助手)*{_NO}{_SPEAK}{_ANYTHING}(?:了|啦|吧|哈)*[，,]?[^，。；]{{0,12}}{_SPAN}[^，。；]{{0,6}}$"
)
_ONE_DAY_OF_DRAFT = late(r"草稿|周报|简报|通报|三色图")
_END = late(
    r"^(?:现在|今天|明天起|可以)?(?:恢复|重新开始|开始)(?:正常)?(?:的)?(?:发送|推送|提醒|发消息|发东西|消息|通知|主动消息)(?:了|吧)?$|^(?:解除|取消|结束)(?:静默|免打扰|暂停)(?:了|吧)?$"
)
MOST = 40


def asks_for_silence(said: str) -> bool:
    """Whether the bot is to say nothing of its own accord over some days (国庆期间不要发东西)."""
    return len(said) <= MOST and _SILENT.match(said) is not None and _ONE_DAY_OF_DRAFT.search(said) is None


def ends_silence(said: str) -> bool:
    """Whether it may speak again."""
    return _END.match(said) is not None


@dataclass(frozen=True, slots=True)
class Handover:
    """Somebody speaks for a unit from a day on: whom or what they follow, their name and the day, as they were said."""

    old: str
    new: str
    when: str


_POST = r"(?:联络员|联系人|对接人|信息员|报送人|经办人|专班联络人|联络人)"
_FROM = (
    r"(?:从)?(?P<when{0}>(?:\d|[一二三四五六七八九十]{{1,2}}[月号日]|本|下|明天?|今天?|即日)[^，。；]{{0,7}}?)"
    r"(?:起|开始|以后|之后|后)"
)
_TO = (
    r"(?:就|都)?(?:换成|换为|改成|改为|变更为|变更成|调整为|更换为|更换成|更新为"
    r"|换(?=[\u4e00-\u9fff]{2,4}(?:同志)?$)|由|是|找|请联系|联系)"
)
_NEW = (
    r"(?P<new{0}>[\u4e00-\u9fff]{{2,4}}?)(?:同志|科长|主任|股长|局长)?(?:来)?"
    r"(?:担任|负责|对接|接替|接手|接任|报送|来报|报|了|吧|哈|啦)*"
)
_HANDOVER = late(
    rf"^(?:通知|告知|各位|请注意|大家好)?[，,：:]?(?:{_FROM.format(1)}[，,]?)?(?:把|将)?(?P<old>[^，。；：]{{0,16}}?)(?:的)?(?:新的?)?{_POST}(?P<name>[\u4e00-\u9fff]{{2,3}})?[，,]?"
    rf"(?:{_FROM.format(2)}[，,]?)?{_TO}{_NEW.format('')}$"
)
_REPLACED = late(
    rf"^(?:{_FROM.format(1)}[，,]?)?(?:把|将)?(?P<old>[^，。；：]{{0,12}}?[\u4e00-\u9fff]{{2,3}})(?:同志)?(?:调走了?|退休了?|调离了?)?[，,]?(?:{_FROM.format(2)}[，,]?)?"
    rf"(?:换成|换为|由(?=[^，。；]{{2,8}}(?:接替|接手|接任)))(?:由)?{_NEW.format('')}(?:[，,](?P<unit>[^，。；]{{2,14}}))?$"
)


def hands_over(said: str) -> Handover | None:
    """Who is to speak for a unit instead of whom (交通局联络员7月起换成周敏)."""
    if len(said) > MOST or not any(
        word in said for word in ("联", "对接", "信息员", "换", "接替", "接手", "报送人", "经办")
    ):
        return None
    if found := _HANDOVER.match(said):
        return Handover(
            f"{found['old']} {found['name'] or ''}".strip(), found["new"], found["when1"] or found["when2"] or ""
        )
    if found := _REPLACED.match(said):
        return Handover(
            f"{found['unit'] or ''} {found['old']}".strip(), found["new"], found["when1"] or found["when2"] or ""
        )
    return None
