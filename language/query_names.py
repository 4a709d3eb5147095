"""Subjects of a question that no registry holds: an unknown project, 这个项目, 那件事."""

from language.late import late
from language.mentions import Mentions
from language.trade_words import SORTS, table
from language.vocabulary_words import PROBLEMS
from language.words import Found, WordTable
from models.vocabulary import AskAbout

_BUILT = WordTable({word: word for word in table(SORTS) if len(word) > 1})
"""Sorts of works: one that is left when all known names are blanked out belongs to a name that is not known."""

_BEFORE_PROJECT = late(r"([\u4e00-\u9fffA-Za-z0-9]{2,12})(?:项目|工程)")
_NO_NAME = late(
    r"重点|重大|全部|所有|各|[省市区县]|级|[类口]$|在建|新建|续建|拟建|储备|前期|民生|政府|社会|投资|债|央企|国企|民企|招商|引进|签约|落地|竣工|建成|产业链"
    r"|十[四五]五|亿|以[上下]|[的有些个几哪这那我你他们全总整本该两三四五六七八九十]|什么|啥|分管|包联|负责|牵头|[红黄绿]|问题|困难|卡|没|未|报|更新|[看查列]|推进|管|[是在把给和跟]"
    r"|年|月|季度|周|计划|保|审批|期|涉及|影响|重|要|缺|受|多少|怎么|哪|正常|滞后|完成|施工|建设|整体|总体|其他|其它|具体|相关|目前|现在|上次|下次|手上|进度|进展|列入"
)
"""What makes the words before 项目 a sort of projects (省重点项目) and no name."""

_PROPER = late(r"(?:(?![的有些个几哪这那我你他们全都在是把给和跟被受因过没未上下])[\u4e00-\u9fff]){3}$")
_AT_HEAD = late(
    r"(?:^|[，。])(?:那个?|这个?)?(?!目前|现在|新建|在建|拟建|全部|所有|各个|重点|一共|总共|几[座个条]|多少|其他|其它|已经|还有|有没|哪|谁)"
    r"(?:(?![的有些个几哪这那我你他们全都在是把给和跟被受因过没未上下])[\u4e00-\u9fff]){2}$"
)
"""海底隧道 at the head of a question is a name, though 隧道 alone may be a part of works."""
_PHASE = late(r"[\u4e00-\u9fff]{3,}(?:[一二三四五]期|[东西南北]段)")
_PLACE = late(
    r"(?:^|[，。！ ])(?:(?:请问|麻烦问下|问一下|问下|那个?|咱们?|我们)[，, ]?)?"
    r"(?P<name>(?:(?![的有些个几哪这那我你他们全都在是把给和跟被受因过没未上下什么怎谁多])[\u4e00-\u9fff]){2,9}?"
    r"(?:中心|市场|菜场|花园|广场|公寓|社区|新村|书店|码头|基地|寺|庙|馆|院|站|所|园|宫|楼|厂|库|桥|塔|港|路|街|城)"
    r"(?:改造|扩建|新建|迁建|重建|修缮|布展|提升|整治|修复|加固|改建){0,2}"
    r"|(?:(?![的有些个几哪这那我你他们全都在是把给和跟被受因过没未上下什么怎谁多])[\u4e00-\u9fff]){3,9}?(?:迁建|修缮|布展|修复|改建))"
    r"(?=的?(?:问题|进[度展]|情况|手续)|(?:现在|目前|最近|到底|究竟)?(?:是)?(?:怎么样|怎样|咋样|咋回事|咋还|怎么还|怎么回事|怎么停|(?:什么|啥|哪)情况"
    r"|停|卡|(?:什么|啥)时候|何时|哪天|几月|几号|(?:还|有)没|还未|有(?:什么|啥)问题|到(?:什么|啥|哪)|(?:是)?谁(?:负责|管|跟|盯|联系)|联系人|联络员|负责人|投资(?:完成|多少)|哪些手续"
    r"|[开动完竣复]工|为(?:什么|啥)|能按期|[红黄绿]灯))"
)
"""A place with a name of its own, of which a question begins: 西门菜场改造停了多久了."""

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
    return found is not None and _NO_NAME.search(found["name"]) is None


def _is_name(found: Found[str], mentions: Mentions) -> bool:
    """Whether a sort of works ends a name: alone it may as well be a procedure or a sort of problem."""
    if PROBLEMS.get(found.word) is None and mentions.blanked[found.start] == mentions.unnamed[found.start]:
        return True
    before = mentions.blanked[: found.start]
    return _PROPER.search(before) is not None or (len(found.word) > 1 and _AT_HEAD.search(before) is not None)
