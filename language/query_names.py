"""Subjects of a question that no registry holds: an unknown project, 这个项目, 那件事."""

from language.late import late
from language.mentions import DATE, Mentions
from language.question_words import KIND
from language.trade_words import ACTIONS, SORTS, plain, table
from language.vocabulary_words import PROBLEMS
from language.words import Found, WordTable, listed
from models.vocabulary import AskAbout

_BUILT = WordTable({word: word for word in table(SORTS) if len(word) > 1})
"""Sorts of works: one that is left when all known names are blanked out belongs to a name that is not known."""

_OF_ANY_TOWN = frozenset(listed("酒店 食堂 小区 道路 停车场 大学 学院 操场 运动场 宿舍楼"))
_LONE_WORKS = WordTable({word: word for word in (*table(SORTS), "中心") if len(word) > 1 and word not in _OF_ANY_TOWN})
"""What a name may end with that is all that is said; where people eat and live is as soon a place to meet."""

_BEFORE_PROJECT = late(r"([\u4e00-\u9fffA-Za-z0-9]{2,12})(?:项目|工程)")
_NO_NAME = late(
    r"重点|重大|全部|所有|各|[省市区县]|级|[类口]$|在建|新建|续建|拟建|储备|前期|民生|政府|社会|投资|债|央企|国企|民企|招商|引进|签约|落地|竣工|建成|产业链"
    r"|十[四五]五|亿|以[上下]|[的有些个几哪这那我你他们全总整本该两三四五六七八九十]|什么|啥|分管|包联|负责|牵头|[红黄绿]|问题|困难|卡|没|未|报|更新|[看查列]|推进|管|[是在把给和跟]"
    r"|年|月|季度|周|计划|保|审批|期|涉及|影响|重|要|缺|受|多少|怎么|哪|正常|滞后|完成|施工|建设|整体|总体|其他|其它|具体|相关|目前|现在|上次|下次|手上|进度|进展|列入"
)
"""What makes the words before 项目 a sort of projects (省重点项目) and no name."""

_SIGN = r"(?:(?![的有些个几哪这那我你他们全都在是把给和跟被受因过没未上下])[\u4e00-\u9fff])"
_OWN = r"(?:(?![的有些个几哪这那我你他们全都在是把给和跟被受因过没未上下什么怎谁多])[\u4e00-\u9fff])"
"""Characters that names are made of, and none of a sentence."""
_FRAME = r"(?:我?(?:[说讲看查问报聊](?:一?下|一?[说讲看查问聊])(?:[你那这]个?)?)[，, ]?)?"
_PROPER = late(rf"{_SIGN}{{3}}$")
_AT_HEAD = late(
    rf"(?:^|[，。]){_FRAME}(?:那个?|这个?)?(?!目前|现在|新建|在建|拟建|全部|所有|各个|重点|一共|总共|几[座个条]|多少|其他|其它|已经|还有|有没|哪|谁)"
    rf"{_SIGN}{{2}}$"
)
"""海底隧道 at the head of a question is a name, though 隧道 alone may be a part of works."""
_PHASE = late(r"[\u4e00-\u9fff]{3,}(?:[一二三四五]期|[东西南北]段)")
_ENDS = (
    r"(?:中心|市场|菜场|花园|广场|公寓|社区|新村|书店|码头|基地"
    r"|寺|庙|馆|院|站|所|园区?|环路|宫|楼|厂|库|桥|塔|港|路|街|城)"
)
_ACTS = rf"(?:布展|{'|'.join(sorted(plain(ACTIONS), key=len, reverse=True))})"
_OF_IT = (
    rf"有没有(?!.{{0,12}}的)|的?(?:{KIND}|问题|进[度展]|情况|手续|环评|投资|联系人|联络员|负责人|颜色)|的$"
    rf"|(?:那边|这边|那块|那个|这个)?(?:项目|工程)?(?:现在|目前|最近|近期|眼下|到底|究竟|{DATE}+)?(?:是)?(?:怎么样|怎样|咋样|咋回事|咋还|咋个|怎么还|怎么回事|怎么停|如何|进[度展]|情况|动静|(?:什么|啥|哪)(?:情况|颜色|程度)"
    r"|停|卡|堵|难在|(?:什么|啥)时候|何时|哪天|几月|几号|(?:还|有)没|还未|有(?:什么|啥)(?:问题|难|进展|动静)|到(?:什么|啥|哪)|(?:是|归)?谁(?:家|在)?(?:负责|管|跟|盯|联系|牵头)|联系人|联络员|负责人|投资(?:完成|多少)|投了"
    r"|哪些手续|[还都](?:差|缺|剩|有(?:什么|啥|哪))|[开动完竣复]工|为(?:什么|啥)|能[不按]|[红黄绿]灯|[走推弄搞整建修盖干做忙批办][到得成了着没完])"
)
_PLACE = late(
    rf"(?:^|[，。！ ]){_FRAME}(?:(?:请问|麻烦问下|问一下|问下|那个?|咱们?|我们)[，, ]?)?"
    rf"(?P<name>{_OWN}{{2,9}}?{_ENDS}{_ACTS}{{0,2}}"
    rf"|{_OWN}{{3,9}}?(?:迁建|修缮|布展|修复|改建))(?={_OF_IT})"
)
"""A place with a name of its own, of which a question begins: 西门菜场改造停了多久了."""
_ZONE = late(r"(?<=[园小社片校库港矿景灌牧厂])区")
"""职教园区 is a place; 全区 is none."""
_LONE = late(rf"{_SIGN}{{4,11}}")
_POINTS = late(r"(?:[这那]个?)?(?:项目|工程)?(?:呢)?$")

_VAGUE_PROJECT = late(r"[这那该此]一?个?(?:项目|工程)(?!们)")
_VAGUE_MATTER = late(
    r"[那这](?:件|个|桩|档子|回)?事|上[次回][说讲提]的?那?[个件]?(?:事|问题)|那[边头](?:怎么样|咋样|如何)"
)


def vague_subject(mentions: Mentions) -> AskAbout | None:
    """What to ask back where the subject is only pointed at: 这个项目 without a name, 那件事."""
    if mentions.named:
        return None
    if _VAGUE_PROJECT.search(mentions.text):
        return AskAbout.PROJECT
    return AskAbout.MEANING if _VAGUE_MATTER.search(mentions.text) else None


def names_unknown(mentions: Mentions) -> bool:
    """Whether a project or place is named that the registry does not hold."""
    if mentions.named:
        return False
    if any(not _NO_NAME.search(hit[1]) for hit in _BEFORE_PROJECT.finditer(mentions.blanked)):
        return True
    if _PHASE.search(mentions.unnamed) or names_place(mentions):
        return True
    return any(_is_name(found, mentions) for found in _BUILT.find(mentions.unnamed))


def names_place(mentions: Mentions) -> bool:
    """Whether a question begins with a place that has a name of its own, none that is known."""
    found = _PLACE.search(mentions.blanked) if not mentions.named else None
    return found is not None and _NO_NAME.search(_ZONE.sub("", found["name"])) is None


def is_lone_name(mentions: Mentions) -> bool:
    """Whether nothing is said but what has the build of a name: 凤凰台产业园."""
    said = _POINTS.sub("", mentions.text.strip(" 。？?"))
    if _LONE.fullmatch(said) is None or _NO_NAME.search(said) is not None:
        return False
    return any(found.end == len(said) and found.start > 1 for found in _LONE_WORKS.find(said))


def _is_name(found: Found[str], mentions: Mentions) -> bool:
    """Whether a sort of works ends a name: alone it may as well be a procedure or a sort of problem."""
    if mentions.unnamed[: found.start].endswith("的"):
        return False  # 没并网的风电光伏 are all of a sort
    if PROBLEMS.get(found.word) is None and mentions.blanked[found.start] == mentions.unnamed[found.start]:
        return True
    before = mentions.blanked[: found.start]
    return _PROPER.search(before) is not None or (len(found.word) > 1 and _AT_HEAD.search(before) is not None)
