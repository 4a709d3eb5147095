"""Short questions that change one thing about the last one: 那学校呢, 上周呢, 水利局的呢; and names used loosely."""

from dataclasses import replace

from language.asking import asks
from language.late import late
from language.names import Lexicon
from language.normalize import normalize
from language.understanding import Query
from models.vocabulary import Topic

LONGEST = 16
_CHANGED = late(
    r"^(?:那么?|还有|另外|再(?:说说|看看|查查)?|换成|改成|然后|其中|(?:这|那|它)?里(?:面|头|边))?[，,]?(?P<what>[^，。；？?\n]{1,14}?)"
    r"(?:的|那个|那边|这块|方面|这个|那时候?|当时)?(?P<ask>呢|也?(?:就|都)?(?:是|有)?(?:不是)?(?:也)?(?:这么多|那么多|这么些|这几个|这些|这样|一样多?)个?(?:吗|么|吧|不)|怎么样了?|咋样了?|如何了?|怎样了?|什么情况|啥情况|到哪(?:一步|儿)?了?)[？?]?$"
)
_OPENS = late(r"^(?:那么?|还有|另外|再(?:说说|看看|查查)|换成|改成|然后|其中|里(?:面|头|边))")
_NARROWS = late(r"^(?:其中|(?:这|那|它)?里(?:面|头|边)|这些里|那些里)")
_PROGRESS = late(
    r"怎么样了?[？?]?$|咋样了?[？?]?$|如何了[？?]?$|什么情况|啥情况|到哪(?:一步|儿)?了|进展(?:如何|呢)?[？?]?$|干到(?:哪|什么)"
)
_MATTER = late(
    r"(?:另外?一?|头一|后一|前一|最后一?|两)[件项条]|哪(?:一|几|些|两)?[件项条]|几[件项条]|(?:那|这)(?:几)?[件项条]"
)


def asks_which_matter(text: str) -> bool:
    """Whether one of several matters is asked for without a name (哪件快到期)."""
    return len(text) <= LONGEST and _MATTER.search(text) is not None


_POINTED = late(
    r"它(?!们)(?P<of>的)?|(?<![\u4e00-\u9fff])(?:那|这)(?:个)?(?:项目|工程)|(?:这|那)(?:个|件|桩|档子|摊子?)?(?:项目|工程|事|活儿?)(?![情故业实动])"
)


def by_name(text: str, name: str) -> str:
    """A short question with a name in place of what only points (谁跟的这个事); empty where nothing does."""
    if len(text) > 2 * LONGEST or not _POINTED.search(text):
        return ""
    return _POINTED.sub(lambda found: name + (found["of"] or ""), text)


_AS_MANY = frozenset("吗么吧不")
"""What 上周也这么多吗 ends in, and no other way of asking so."""
_FILLER = late(
    r"(?:的|口|类|这块)?(?:全部|都|一共|总共)?(?:加(?:在)?一(?:块|起)|加起来|合起来|合(?:在)?一(?:块|起)|合计|总共|一共)$|^(?:那个|这个|咱们?的?|我们?的?)|(?:[那这](?:个|[栋座幢条片处家所])?(?:楼|路|桥|厂|园|站|地方)?|那个|这个|项目|工程|的事|那边|这块|现在|目前|最近|的)$"
)
ASKED: dict[Topic, str] = {
    Topic.STATUS: "进展怎么样",
    Topic.COLORS: "三色图",
    Topic.MISSING: "谁没报",
    Topic.PROBLEMS: "有哪些问题",
    Topic.NODES: "有哪些节点要完成",
    Topic.INVESTMENT: "投资完成多少",
    Topic.DECISIONS: "议定事项落实得怎么样",
    Topic.HISTORY: "最近几周的变化",
}
"""How a question of each topic sounds, so that what has changed can be read with it."""

WORKS: tuple[tuple[str, ...], ...] = (
    ("学校", "小学", "中学", "幼儿园", "一贯制", "学院", "校区", "高中", "初中"),
    ("医院", "卫生院", "院区", "医疗"),
    ("污水厂", "污水处理厂", "污水"),
    ("水厂", "供水", "自来水"),
    ("水库", "除险"),
    ("泵站", "排涝"),
    ("变电站", "输变电", "千伏", "变电"),
    ("光伏", "新能源", "风电"),
    ("安置房", "安置", "回迁"),
    ("老小区", "老旧小区", "小区改造"),
    ("公园", "绿地", "湿地"),
    ("产业园", "园区", "厂房"),
    ("桥", "大桥"),
    ("高速", "高速公路", "连接线"),
    ("停车场", "停车"),
    ("垃圾", "焚烧"),
    ("农田", "高标准农田"),
    ("图书馆", "文化馆", "体育馆", "场馆"),
    ("养老院", "养老", "敬老院", "福利院", "颐养"),
    ("隧道",),
    ("码头", "港口", "泊位", "港区"),
    ("游泳馆", "体育中心", "运动中心"),
    ("数据中心", "算力", "机房"),
    ("物流园", "冷链", "仓储", "物流"),
    ("管网", "管道", "管线改造"),
    ("灌区", "渠道", "干渠"),
    ("实训楼", "教学楼", "宿舍楼"),
    ("充电站", "充电桩", "换电"),
    ("菜市场", "农贸市场", "菜场", "市场"),
    ("老街", "步行街", "古镇", "古城"),
    ("殡仪馆", "公墓", "陵园"),
    ("边坡", "滑坡", "地质灾害"),
    ("垃圾站", "转运站", "中转站"),
)
"""What people call a sort of works, and what stands in the names of its projects."""


def changed_in(text: str, people: frozenset[str] = frozenset()) -> str | None:
    """What a short question puts in place of what was asked before (那学校呢 → 学校); None where it is none."""
    said = normalize(text, people).strip()
    found = _CHANGED.match(said) if len(said) <= LONGEST else None
    if found is None or not (found["ask"] == "呢" or found["ask"][-1] in _AS_MANY or _OPENS.match(said)):
        return None
    return _core(found["what"]) or None


_POINTS = late(
    r"^(?:(?:我)?(?:说|指|问)?的?(?:就|也)?是|就是|就|指|哦|嗯|对|应该是|是说)|(?:那个|这个|那|这|项目|工程|的|呗|啊|吧|嘛|呀|哈|了|事|[，,。.!！])+$"
)


def only_names(text: str, lexicon: Lexicon) -> bool:
    """Whether a message is nothing but a project's name with what points at it (就是城北供热那个)."""
    said = normalize(text, lexicon.people_names).strip()
    spans = lexicon.projects(said)
    if len(said) > LONGEST + 8 or len(spans) != 1:
        return False
    rest = _POINTS.sub("", _POINTS.sub("", said[: spans[0].start] + said[spans[0].end :]))
    return not rest.strip(" ，,。") or rest in ("我说", "我指", "我问")


def pointed_at(text: str) -> str:
    """What is named with 就是 or 我说的是 (就是大数据那个 → 大数据); empty where nothing is."""
    said = text.strip(" 。！!")
    found = _POINTS_FIRST.match(said) if len(said) <= LONGEST else None
    return _core(found["what"]) if found else ""


_POINTS_FIRST = late(
    r"^(?:哦|嗯|对)?[，,]?(?:就是|我(?:说|指|问)的(?:就)?是|我是说|指的?是)(?P<what>[^，。；？?\n]{2,12}?)(?:那个|这个|的|项目|呗|啊|吧|嘛|呀)*$"
)


def asks_of_progress(text: str, people: frozenset[str] = frozenset()) -> str | None:
    """What a short question how something is getting on is about, in its own words; None where it is none."""
    said = normalize(text, people).strip()
    found = _PROGRESS.search(said) if len(said) <= LONGEST + 8 else None
    return _core(said[: found.start()]) or None if found else None


def addresses_somebody(text: str, lexicon: Lexicon) -> bool:
    """Whether words are for a colleague who is named at their head (@王海 水厂啥情况, 王海，把材料发我)."""
    if text.startswith("@"):
        return True
    return any(span.start == 0 and text[span.end : span.end + 1] in "，,：: " for span in lexicon.people(text))


def loosely_named(core: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The projects whose name or short name holds a word, or that are of the sort of works it names."""
    if len(core) < 2:
        return ()
    projects = lexicon.registry.projects.values()
    found = [each.id for each in projects if any(core in name for name in (each.name, *each.aliases))]
    if found:
        return tuple(found)
    words = next((sort for sort in WORKS if core in sort), ())
    return tuple(each.id for each in projects if any(word in each.name for word in words))


_BEFORE_A_SORT = frozenset("那这的个该新老各几把对和跟与是说问让下看咱县区市们两有在")


def sort_named(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The projects of the first sort of works that a question speaks of (学校能不能赶上9月开学).

    老鹰岩水库 is called by a name of its own and so none of those that are known; a statement asks for none.
    """
    return sort_spoken(text, lexicon) if asks(text) else ()


def sort_spoken(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The projects of the first sort of works that is spoken of, whatever is said of it."""
    sort = next((sort[0] for sort in WORKS if sort[0] in text), "")
    before = text[: text.find(sort)][-1:]
    named = "\u4e00" <= before <= "\u9fff" and before not in _BEFORE_A_SORT
    return () if named or not sort else loosely_named(sort, lexicon)


_LOOKED_UP = late(
    r"(?:项目库|台账|库|名单|计划)里?(?:面)?(?:是不是|到底)?有(?:没有)?(?P<what>[^，。；？?\n]{2,12}?)(?:这个|那个)?(?:项目)?"
    r"(?:没有?|吗)?[？?]?$"
)
_TOWN = late(
    r"^(?:那|请问|看看|查一?下)?(?P<town>[\u4e00-\u9fff]{1,4}(?:镇|街道|乡))"
    r"(?:有|的|里|都|境内|目前|现在|项目)"
)


def looked_up(text: str) -> str | None:
    """What somebody asks whether it is among the projects (项目库里有没有冷链); None where nobody does."""
    found = _LOOKED_UP.search(normalize(text).strip()) if len(text) <= 2 * LONGEST else None
    return _core(found["what"]) or None if found else None


def unknown_town(text: str, lexicon: Lexicon) -> str | None:
    """The town that a question is about, where no project lies in it and no unit or project is called so."""
    found = _TOWN.match(normalize(text, lexicon.people_names).strip())
    if found is None or lexicon.towns(found["town"]) or lexicon.units(text) or lexicon.projects(text):
        return None
    return found["town"]


def narrows(text: str) -> bool:
    """Whether a question asks for a part of what was asked before (其中资规的呢)."""
    return _NARROWS.match(normalize(text).strip()) is not None


def carried(last: Query, new: Query, *, narrower: bool = False) -> Query:
    """The last question with what the new one names in its place, or, where it asks for a part, beside it."""
    named = bool(new.projects or new.units or new.towns or new.categories) and not narrower
    kept = replace(last, projects=(), units=(), towns=(), categories=()) if named else last
    return replace(
        kept,
        projects=new.projects or kept.projects,
        units=new.units or kept.units,
        towns=new.towns or kept.towns,
        categories=new.categories or kept.categories,
        colors=new.colors or kept.colors,
        node_kinds=new.node_kinds or kept.node_kinds,
        node_state=new.node_state or kept.node_state,
        period=new.period or kept.period,
    )


def says_more(query: Query) -> bool:
    """Whether a question names anything beyond its topic."""
    return query != Query(query.topic)


def names_this_week(what: str) -> bool:
    """Whether nothing is named but the running week, of which a question of who is missing asks anyway."""
    return _THIS_WEEK.fullmatch(what) is not None


_THIS_WEEK = late(r"(?:这|本)(?:一)?(?:个)?(?:周|星期|礼拜)")


def _core(what: str) -> str:
    """A name without what stands around it."""
    before = ""
    while what != before:
        before, what = what, _FILLER.sub("", what).strip()
    return what
