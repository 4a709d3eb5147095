"""Orders of the office about the bot's own life: to be silent for some days, and who speaks for a unit from when on."""

import re
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
_QUIET = late(
    rf"^(?:那|你|机器人|助手|先|就|请|麻烦|都|这[两几三]天|这段时间|期间|让大家|给大家|大家)*(?:保持)?(?:安静|静默|清净|清静|消停|歇|休息|停)(?:上|个)?(?:[两几三一]天|一阵|一段时间|一下|会儿|着|点)?(?:吧|了|哈)?(?:{_NO}|[，,]|$)"
    rf"|^(?:那|你|机器人|助手|先|就|请|麻烦|都|这[两几三]天|这段时间|期间)*{_NO}(?:往群里|在群里|给大家|给各单位)?{_SPEAK}(?:{_ANYTHING}|大家|人家?|群里?)?(?:了|啦|吧|哈)*$"
)
_LASTING = late(rf"{_SPAN}|[两几三]天")
_ONE_DAY_OF_DRAFT = late(r"草稿|周报|简报|通报|三色图")
_END = late(
    r"^(?:现在|今天|明天起|可以)?(?:恢复|重新开始|开始)(?:正常)?(?:的)?(?:发送|推送|提醒|发消息|发东西|消息|通知|主动消息)(?:了|吧)?$|^(?:解除|取消|结束)(?:静默|免打扰|暂停)(?:了|吧)?$"
)
MOST = 40


def asks_for_silence(said: str) -> bool:
    """Whether the bot is to say nothing of its own accord over some days (国庆期间不要发东西)."""
    if len(said) > MOST or _ONE_DAY_OF_DRAFT.search(said):
        return False
    if _SILENT.match(said):
        return True
    clauses = re.split("[，,。；;]", said)  # 明后两天高考，安静两天别发消息
    return _LASTING.search(said) is not None and any(_QUIET.match(each.strip()) for each in clauses)


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
    r"(?:就|都|往后|以后|今后|现在|接下来|后面|改)*(?:换成|换为|改成|改为|变更为|变更成|调整为|更换为|更换成|更新为"
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
_TELLS_OF_WORKS = late(r"开工|完工|完成|项目|工程|许可|批复|投资")
_HANDED_ON = late(
    rf"(?:^|[，,])[^，。；]{{0,14}}?(?:以后|今后|往后|现在|接下来|后面|之后|{_FROM.format(3)})(?:就|都|改|则|的)*(?:是|由|换(?:成)?|找|让|归)"
    r"(?P<new>[\u4e00-\u9fff]{2,4}?)(?:同志|科长)?(?:来)?(?:对接|接手|接替|接任|接(?=$|了)|负责报送|负责联络|报送|报周报|管报送|联络|当联络员"
    r"|管(?:这块|这摊|报送)|负责(?:这块|这摊)?)(?:了|吧|哈)?$"
)
_PROXY = (
    late(
        r"^(?P<who>[^，。；]{2,12}?)(?:那边|那里|那块)?(?:的)?(?:这周|本周|这次|今天|下周)?(?:的)?(?:周报|材料|进展|情况)?(?:这周|本周|这次|先|暂时|临时|就)*"
        r"(?:由|让|请|叫|归|改由)(?P<new>(?!我|你|谁|他|她)[\u4e00-\u9fff]{2,4}?)(?:同志)?(?:来|先|帮忙?|暂时|临时)*(?:代为?|替|帮着)*(?:报送?|填报|交|上报)(?:周报|一下|一次|上来)?(?:吧|了|哈)?$"
    ),
    late(
        r"^(?P<who>[^，。；]{2,12}?)(?:那边|那里|那块)(?:的)?(?:周报|材料|进展)?(?:这周|本周|这次|先|暂时|临时|就)*(?P<new>(?!我|你|谁|他|她|由|让|请)[\u4e00-\u9fff]{2,3}?)(?:代|替)(?:为)?报(?:送|周报)?(?:吧|了|一下)?$"
    ),
    late(
        r"^(?P<new>(?!我|你|谁|他|她|代|替|帮)[\u4e00-\u9fff]{2,4}?)(?:同志)?(?:这周|本周|这次|先|临时|暂时?)*(?:代|替|帮)(?P<who>[^，。；]{2,12}?)"
        r"(?:那边)?(?:报送?|填报|交)(?:周报|材料|一下|一次)?(?:吧|了|哈)?$"
    ),
)

_PROXY_OF_HIM = late(
    r"^(?:这周|本周|这次|先|暂时|临时|就)*(?:的?(?:周报|材料)?)(?:由|让|请|叫|改由)(?P<new>(?!我|你|谁|他|她)[\u4e00-\u9fff]{2,4}?)(?:同志)?(?:来|先|帮忙?|暂时|临时)*"
    r"(?:代为?|替|帮)(?:着|他|她|其|一下)*(?:报送?|填报|交|上报)(?:周报|一下|一次|上来)?(?:吧|了|哈)?$"
)
"""水务局沈水生在党校，让柯敏替他报: of whom it is said before."""


def stands_proxy(said: str) -> tuple[str, str] | None:
    """(the unit, who reports for it this once): 住建的周报由小康代报, 小康替住建报周报."""
    if len(said) > MOST or not any(word in said for word in ("报", "交")):
        return None
    *before, last = re.split("[，,。；;]", said)  # 乔珊下乡了，住建的周报由小康代报
    found = next((each for each in (form.match(last) for form in _PROXY) if each), None)
    if found is None and before and (found := _PROXY_OF_HIM.match(last)):
        return "，".join(before), found["new"]
    return (found["who"], found["new"]) if found else None


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
    first, comma, last = said.rpartition("，")
    if comma and (found := _HANDOVER.match(last)) and not _TELLS_OF_WORKS.search(first):
        old = f"{first}，{found['old']} {found['name'] or ''}".strip()  # 柯敏借调走了，农业局的联系人往后是鲍林
        return Handover(old, found["new"], found["when1"] or found["when2"] or "")
    if found := _HANDED_ON.search(said):
        return Handover(said[: found.start("new")], found["new"], found["when3"] or "")
    if found := _REPLACED.match(said):
        return Handover(
            f"{found['unit'] or ''} {found['old']}".strip(), found["new"], found["when1"] or found["when2"] or ""
        )
    return None
