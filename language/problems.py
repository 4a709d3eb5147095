"""What goes wrong in a clause, by category; what is solved or not so is none."""

from collections.abc import Sequence

from language.complaints import LACKED, complaint_behind
from language.hearing import (
    OBSTRUCTS,
    OF_ANYTHING,
    REACH,
    STABILITY,
    Heard,
    Problems,
    nearest,
    told_in_parts,
    topics_of,
)
from language.kinds import PEOPLE_SAY, better_kinds
from language.late import late
from language.tables.topics import LABOUR, SITE_WIDE
from language.words import Found, any_of, listed
from models.vocabulary import NodeKind, ProblemCategory

TALKS = frozenset(listed("没谈成 谈不成 没谈拢 谈不拢 没谈妥 没谈下来 谈不下来 谈崩 未谈妥 未谈拢"))
"""Talks that came to nothing, about whatever was told before."""
NOT_TAKEN = ("不接", "不收", "不肯接", "不肯收", "不接收", "不肯要")
"""What a clause ends in that tells of somebody who does not take something over."""

SITE = late(r"[ ，]?(?:施工)?(?:工地|现场|场[内区地]|全场|项目部)")
"""工地渣土没苫盖 is of no node."""

UNTIDY = late(r"苫盖|[没未不]盖|[没未](?:覆|遮)盖|裸[土露]|扬尘大|料堆|冲洗|带泥|抛洒")
"""裸土没盖: how a site is kept."""

IDLE_SITE = late(r"[上进装打挖铺吊浇架种焊建拼填]不(?:了|成|动|进)")
"""What cannot be done on the site: 上不了设备."""

UNABLE = late(r"[\u4e00-\u9fff]不(?:了|上|下|来|出|起|进|动|成|开|去|到)|受限|没法|无法|只能")
"""What cannot be done for want of something else."""

HOLDING_UP = any_of(
    listed("影响 制约 耽误 拖累 阻碍 卡住 卡在 跟不上 慢 只干了 过不去 过不了 拖 快不起来 干不了 没法 上不来")
)

DENIED = late(r"(?:并)?不是|并非|没有?(?:啥|什么)?(?:问题|困难)")
ALL_WELL = late(r"没有?(?:啥|什么|任何|大)?(?:毛病|岔子|纰漏|差错|大碍|瑕疵)[了呢的。 ]?$")
"""顶管机检修没毛病."""
REASON = late(r"原因|主要是|是?因为?|由于|[卡难差]在|就?[差缺卡等难]的(?:就|还)?是|问题[是在]")
"""A clause that gives the reason tells what holds up the node before it, be it a lack of the whole site."""

NOT_ARRIVED = late(
    r"[^，。；期点候季限龄度值]{2}(?:一直|还|也|都)?没(?:有)?(?:到|来|送来|运来|运到|到齐|进场)(?:[了呢]?$|(?=[才就而被迫]{0,2}[停歇]))"
)
"""罐体没到, where it is known that works stand still: whatever it is, the site waits for it."""

NO_OBJECTION = late(r"(?:无|没有?|未)(?:收到|提出?|人|人提|任何)?(?:异议|质疑|投诉|举报)")
OBJECTIONS = {
    ProblemCategory.TENDER: ("异议", "质疑", "投诉", "举报", "只来了", "流了", "不足三家", "没人投", "放弃"),
    ProblemCategory.ACQUISITION: (
        "嫌",
        "不松口",
        "死活",
        "加钱",
        "纠纷",
        "反悔",
        "不满",
        "异议",
        "要价",
        "谈不",
        "不同意",
        "不肯",
        "不愿",
        "没谈",
        "顶着",
        "争议",
        "联系不上",
    ),
    ProblemCategory.UTILITIES: (
        "没人管",
        "说不清",
        "没人认",
        "不同意",
        "排不上",
        "不配合",
        "冲突",
        "没迁走",
        "没挪",
        "没人迁",
        "没来",
        "不迁",
    ),
    ProblemCategory.FUNDING: ("缺", "差", "不足", "不够", "紧张", "没着落", "未落实", "没落实", "跟不上", "断"),
    ProblemCategory.HANDOVER: ("嫌", "不愿", "不肯", "不接", "拒", "不认", "不签", "才肯", "对不上"),
}
OF_KIND = {
    NodeKind.TENDER: ProblemCategory.TENDER,
    NodeKind.ACQUISITION: ProblemCategory.ACQUISITION,
    NodeKind.UTILITIES: ProblemCategory.UTILITIES,
    NodeKind.FINANCING: ProblemCategory.FUNDING,
}


NO_PROBLEMS = Problems()


STAYS = late(
    r"(?:[户家](?:人|企业|厂子?|店|商户)?|[座处个栋间](?:老|旧|民|祖)?(?:坟墓?|房子?|厂房|大棚|猪舍|祠堂|庙))"
    r"(?:还|仍|都|就|一直|死活)?[没未]有?(?:来得及)?[搬签腾迁谈拆]"
)
"""停工，还有三户没搬: of those who stay only where it is known to tell of a problem; else they are but counted."""


def problems_of(
    heard: Heard, weighty: bool, of_node: ProblemCategory | None = None, latent: ProblemCategory | None = None
) -> Problems:
    """The problems a clause tells; `weighty` where it is known to tell of one (a heading, a standstill).

    `of_node` is what an objection to the node in force is about (有人提异议 of a tender), `latent` the topic of
    the clause before, of which nothing was said yet.
    """
    asked = weighty, of_node, latent
    if heard.answered is None or heard.answered[0] != asked:
        heard.answered = asked, _problems_of(heard, *asked)
    return heard.answered[1]


def _problems_of(
    heard: Heard, weighty: bool, of_node: ProblemCategory | None, latent: ProblemCategory | None
) -> Problems:
    if not heard.text or heard.solved or DENIED.match(heard.text):
        return NO_PROBLEMS
    silent = heard.silent and not of_node and not latent
    if heard.unreal or ALL_WELL.search(heard.text):
        return NO_PROBLEMS
    if silent and weighty and heard.story is None and STAYS.search(heard.text):
        return Problems((ProblemCategory.ACQUISITION,))
    if silent and heard.story is None:
        missing = weighty and NOT_ARRIVED.search(heard.text) is not None
        return Problems((ProblemCategory.CONSTRUCTION,), guessed=True) if missing else NO_PROBLEMS
    if silent:
        return _as_story(heard, of_node)
    if heard.text.rstrip("了的。！ ").endswith(NOT_TAKEN):
        return Problems((ProblemCategory.HANDOVER,))
    if latent is ProblemCategory.HANDOVER and "嫌" in heard.text:
        return Problems((latent,))
    objected = of_node is not None and any(word in heard.text for word in OBJECTIONS.get(of_node, ()))
    objected = objected and not NO_OBJECTION.search(heard.text)
    found = [of_node] if of_node and objected and not heard.alone else []
    found = _lacked_instead(heard, found) or found or _told(heard, weighty, latent)
    categories = better_kinds(heard.text, tuple(found))
    if categories == (ProblemCategory.ACQUISITION,) and of_node is ProblemCategory.FUNDING and not _of_land(heard):
        categories = (of_node,)  # 融资没谈成
    if categories == (STABILITY,) and of_node is ProblemCategory.ACQUISITION and _only_people(heard):
        categories = (of_node,)
    if categories == (ProblemCategory.OTHER,) and latent and SHIRKED.search(heard.text):
        categories = (latent,)
    if _is_told_better(heard, categories):
        return _as_story(heard, of_node)
    if not categories and heard.guessed:
        return Problems(better_kinds(heard.text, tuple(heard.guessed)), guessed=True)
    if not categories:
        return _as_story(heard, of_node)
    site_wide = _is_site_wide(categories, heard.text) and not REASON.match(heard.text)
    return Problems(categories, site_wide, guessed=_may_follow(heard, categories))


def _only_people(heard: Heard) -> bool:
    """还剩43户，主要是村里那几户: people are only named as those who have not signed, and nobody does anything."""
    return not heard.alone and not heard.told and not OBSTRUCTS.search(heard.text) and not PEOPLE_SAY.search(heard.text)


def _is_told_better(heard: Heard, categories: Sequence[ProblemCategory]) -> bool:
    """市里不让动那排法桐, 挖出根煤气管: a story of few things is surer than a word of many."""
    if len(categories) != 1 or heard.story in (None, *categories):
        return False
    if categories == (ProblemCategory.APPROVAL,) and heard.story is ProblemCategory.TRAFFIC:
        return CLOSES_ROAD.search(heard.text) is not None  # 大件运输许可没下来 is a paper
    if categories == (STABILITY,):
        if heard.story is ProblemCategory.TENDER:
            return True
        if PEOPLE_SAY.search(heard.text) or any(each.word.startswith("震") for each in heard.alone):
            return False
        people = any(each.value is STABILITY for each in heard.topics)
        return not people and not OBSTRUCTS.search(heard.text)
    if heard.story is STABILITY:
        people = any(each.value is STABILITY for each in heard.topics)
        forbids = categories == (ProblemCategory.ACQUISITION,) and "不让" in heard.text and "拆" not in heard.text
        if categories == (ProblemCategory.FUNDING,) and OBSTRUCTS.search(heard.text):
            return True  # 被讨要工程款的人堵了
        return people and (forbids or categories == (ProblemCategory.CONSTRUCTION,))
    if heard.story is ProblemCategory.ACQUISITION:
        standing = categories == (ProblemCategory.CONSTRUCTION,) and STANDING.search(heard.text) is not None
        return standing or categories == (ProblemCategory.HANDOVER,)
    if heard.story is ProblemCategory.APPROVAL:
        return categories == (ProblemCategory.CONSTRUCTION,) and NOT_GRANTED.search(heard.text) is not None
    if heard.story is ProblemCategory.WEATHER:
        return categories == (ProblemCategory.CONSTRUCTION,) and KEPT_OUT.search(heard.text) is not None
    if heard.story is ProblemCategory.ENVIRONMENT:
        return categories == (ProblemCategory.CONSTRUCTION,) and UNPLACED.search(heard.text) is not None
    if heard.story is ProblemCategory.FUNDING:
        return categories == (ProblemCategory.CONSTRUCTION,) and UNRECEIVED.search(heard.text) is not None
    if heard.story is ProblemCategory.UTILITIES:
        return categories == (ProblemCategory.DESIGN,)
    return heard.story in SURE and categories[0] in UNSURE


KEPT_OUT = late(r"[进上过出开下运打干]不[了来去动成]")
"""封江了船过不来: what the weather does."""
UNPLACED = late(r"没处|没地方|外溢|偷排")
UNRECEIVED = late(r"没有?(?:拿|收|见|领|等|看)到|不见钱|见不[到着]钱|不给钱")
"""施工队说没拿到工程款: whoever says so."""
SHIRKED = late(r"互相|相互|推来推去|踢皮球|推诿|扯皮|推托|推脱|谁也不|谁都不")
"""光缆挡着，几家互相推: nobody does what was spoken of."""
CLOSES_ROAD = late(r"占道|[封断]|导[行改]|绕行|限[行高载]|半幅|禁行|通行(?!许可|证)|天窗|进城|路口")
STANDING = late(r"没(?:拆|搬|腾|迁)[走完掉]?的")
NOT_GRANTED = late(r"[没不未]批|批[得不]")
SURE = frozenset({ProblemCategory.GREENING, ProblemCategory.TENDER, ProblemCategory.TRAFFIC, ProblemCategory.HANDOVER})
UNSURE = frozenset(
    {ProblemCategory.CONSTRUCTION, ProblemCategory.DESIGN, ProblemCategory.APPROVAL, ProblemCategory.UTILITIES}
)


def _as_story(heard: Heard, of_node: ProblemCategory | None = None) -> Problems:
    """What is told as a story: 电杆还杵在路中间. After a problem that was told it is its consequence."""
    if heard.story is None:
        return NO_PROBLEMS
    if heard.story is ProblemCategory.CONSTRUCTION and PEOPLE_SAY.search(heard.text):
        return Problems((STABILITY,))
    financed = of_node is ProblemCategory.FUNDING and heard.story is ProblemCategory.APPROVAL
    categories = better_kinds(heard.text, (ProblemCategory.FUNDING if financed else heard.story,))
    return Problems(categories, _is_site_wide(categories, heard.text), guessed=True)


def _lacked_instead(heard: Heard, found: Sequence[ProblemCategory]) -> list[ProblemCategory]:
    """钢筋工不够 after the money was spoken of: what is lacking is named."""
    if found != [ProblemCategory.FUNDING] or any(each.value in found for each in heard.topics):
        return []
    return [each for each in _told(heard, False, None) if each in LACKED]


def _may_follow(heard: Heard, categories: Sequence[ProblemCategory]) -> bool:
    """Whether a clause may only tell what comes of a problem told before: 拌不了混凝土, 吊车半径受限, 农户不签."""
    people = [each for each in heard.topics if each.value is STABILITY]
    if categories == (ProblemCategory.ACQUISITION,) and heard.alone and not _of_land(heard):
        return all(each.word in TALKS for each in heard.alone)
    if categories == (STABILITY,):
        return not OBSTRUCTS.search(heard.text) and (
            bool(people) if not heard.alone else not people and heard.text[heard.alone[0].start] == "不"
        )
    if heard.alone and not heard.topics and all(each.word in OF_ANYTHING for each in heard.alone):
        return True
    if categories != (ProblemCategory.CONSTRUCTION,) or any("不" not in each.word[:2] for each in heard.alone):
        return False
    return UNABLE.search(heard.text) is not None or not any(
        complaint_behind(heard.text, each.value, each.end, min(len(heard.text), each.end + REACH)) is not None
        for each in heard.topics
    )


def _of_land(heard: Heard) -> bool:
    """Whether land, houses or what is paid for them are spoken of."""
    return any(each.value is ProblemCategory.ACQUISITION for each in heard.topics) or "户" in heard.text


def _is_site_wide(categories: Sequence[ProblemCategory], text: str) -> bool:
    """Whether it is a lack of the whole site: money, power, hands."""
    if all(each in SITE_WIDE for each in categories):
        return True
    if categories == (ProblemCategory.ENVIRONMENT,) and (SITE.match(text) or UNTIDY.search(text)):
        return True
    return categories == (ProblemCategory.CONSTRUCTION,) and any(word in text for word in LABOUR)


def holds_up(text: str) -> bool:
    """Whether a clause says what is held up: 影响通水."""
    return HOLDING_UP.search(text) is not None or IDLE_SITE.search(text) is not None


def _told(heard: Heard, weighty: bool, latent: ProblemCategory | None) -> list[ProblemCategory]:
    """What each part of a clause tells; a part that only names things shares the complaint of the next."""
    topics = topics_of(heard, latent)
    alike = topics is heard.topics and latent is not ProblemCategory.SUPPLY
    if told := heard.told if alike else told_in_parts(heard, topics, latent):
        return told
    if weighty and heard.story is not None and any(each.value is heard.story for each in topics):
        return [heard.story]
    topics = [each for each in topics if not _is_asked(heard.text, each)] if topics and weighty else topics
    if topics and weighty:
        return [nearest([(topic.start, topic) for topic in topics]).value]
    complains = latent and (weighty or complaint_behind(heard.text, None, 0, len(heard.text)) is not None)
    return [latent] if latent and complains else []


def _is_asked(text: str, topic: Found[ProblemCategory]) -> bool:
    """Whether a topic is but part of the name of those who are asked: 请供电公司往前排."""
    if topic.value is not ProblemCategory.SUPPLY:
        return False
    return text.startswith(OFFICES, topic.end) and PLEA.search(text, 0, topic.start) is not None


OFFICES = ("公司", "局", "所", "部门", "集团", "单位")
PLEA = late(r"(?:请|[盼望]|麻烦|劳烦|拜托)[^，。；]{0,4}$")
