"""What goes wrong in a clause, by category; what is solved or not so is none."""

from collections.abc import Sequence
from dataclasses import dataclass

from language.complaints import LACKED, complaint_before, complaint_behind
from language.late import late
from language.tables.complaints import WEIGHTY
from language.tables.problems import ALONE, FALLBACK, HARMLESS
from language.tables.topics import LABOUR, NEUTRAL, PROCEDURES, SITE_WIDE, TOPICS
from language.words import Found, Together, WordTable, any_of, listed
from models.vocabulary import NodeKind, ProblemCategory

ALONE_WORDS: WordTable[ProblemCategory | None] = WordTable(
    {word: category for category, words in ALONE.items() for word in words.split()} | dict.fromkeys(HARMLESS.split())
)
TOPIC_WORDS: WordTable[ProblemCategory | None] = WordTable(
    {word: category for category, words in TOPICS.items() for word in words.split()} | dict.fromkeys(NEUTRAL)
)
FALLBACK_WORDS: WordTable[ProblemCategory] = WordTable(
    {word: category for category, words in FALLBACK.items() for word in words.split()}
)
WORDS = Together(ALONE_WORDS, TOPIC_WORDS, FALLBACK_WORDS)

TELLTALES = frozenset(
    [
        *(word for table in (ALONE_WORDS, TOPIC_WORDS, FALLBACK_WORDS) for word, value in table.items() if value),
        *WEIGHTY,
    ]
)
"""Where none of these words stands, no problem is told: only whether one is solved is left to be asked."""

STABILITY = ProblemCategory.STABILITY
TALKS = frozenset(listed("没谈成 谈不成 没谈拢 谈不拢 没谈妥 没谈下来 谈不下来 谈崩 未谈妥 未谈拢"))
"""Talks that came to nothing, about whatever was told before."""
OF_ANYTHING = frozenset({"供不上", "断供", "跟不上", "供应不上", "接不上", "断了", "没腾出来"})
"""Said of power and water as of stone and steel."""
NOT_TAKEN = ("不接", "不收", "不肯接", "不肯收", "不接收", "不肯要")
"""What a clause ends in that tells of somebody who does not take something over."""
PUT_OFF = late(r"(?:推迟|延期|延后|顺延)[到至为]")
"""A new day is no complaint."""
BEFORE_IT = 99
"""How far away a complaint counts that stands before its topic."""

PARTS = late(r"[、，,]|以及|加上|并且|而且|和|与|及(?!时|早|格)")
"""What parts two troubles in one clause: 风浪大加上打桩船坏了."""
JOINTS = frozenset({"和", "、", "与", "及", "以及", "跟"})
OBSTRUCTS = late(r"堵|拦|阻[工挠拦止]|闹|围[着住堵]|反对|上访|告状|横|躺|联名|抗议")
"""What people do who stand in the way, whatever it is about."""

SITE = late(r"[ ，]?(?:施工)?(?:工地|现场|场[内区地]|全场|项目部)")
"""工地渣土没苫盖 is of no node."""
UNHAPPY = late(r"意见(?:很|较|比较|特别|非常|挺|蛮|不)?[大小多]|有(?:很大|不少|些)?意见|抱怨|投诉不断|怨言")
"""居民对停水意见大: what people are cross about is no lack of ours."""

IDLE_SITE = late(r"[上进装打挖铺吊浇架种焊建拼填]不(?:了|成|动|进)")
"""What cannot be done on the site: 上不了设备."""

UNABLE = late(r"[\u4e00-\u9fff]不(?:了|上|下|来|出|起|进|动|成|开|去|到)|受限|没法|无法|只能")
"""What cannot be done for want of something else."""

SIGNS = late(r"[不没][^，。]{0,3}(?:签|搬|腾|卖|租)")
"""What people refuse who are to give up land or houses: 农户不签."""

NAMES_OF_PAPERS = late(r"影响(?=评价|评估|报告|登记|书|分析)")
"""环境影响评价 holds up nothing."""

FORECAST = late(r"怕|担心|趁|预报|预计|气象台|气象局|未来|明天|后天|应对|迎战|备战|防御|防范|抵御|抢在|赶在|避开|为防")
COMING = late(r"(?:天气)?(?:来临|到来|来)?之?前|(?:过|过境|走|停)?后|过了|走了|停了")
BECAUSE_OF = ("因", "因为", "由于", "受", "赶上", "碰上", "遇上")
WEATHERS = ("暴雨", "高温", "台风", "大风", "寒潮", "暴雪", "雷电", "大雾", "雷雨", "低温", "冰雹", "强对流")

SOLVED = late(
    r"翻篇|结清|付清|兑付|发放到位|散去|走人了?|摆平|平息|撤诉|(?<!正在)(?<!仍在)(?<!还在)(?<!继续)劝(?:走|离|退|返|散|回)|疏散|谅解|达成(?:一致|共识|协议)|和解|息访|停访|罢访|补(?:齐|足|上)了?(?![^，。]{0,6}[才再就])|续上了?|[接供跟]上了"
    r"|(?<!等)(?<!等天)(?:放晴|雨停(?!工|不|产|了[一二两三四五六七八九十半\d])|停雨|转晴|天好了|水退|退水|退潮了)|水(?:都|已|也)?抽[干完]|积水(?:都|已|也)?[排抽]|不(?:闹|堵|拦|阻|吵|反对|上访|缺|差|欠|卡|漏|渗)了?(?!的)|没再|不再闹|都?同意了|都签了|(?<![不没])满意|支持施工|[不没]耽误"
    r"|(?:没有?|无|未发现|未发生|未出现|没发现|没出现)[^，。；]{0,8}(?:问题|隐患|困难|异常|事故|矛盾|纠纷|投诉|信访|情况|现象)"
    r"|(?:解决|整改|化解|消除|疏通|恢复|处理)(?:了|完成|完毕|到位|好|完)(?![才后再之])|已(?:经|全部|基本)?(?:解决|整改|化解|消除|恢复|疏通|协调解决|处理|劝返|协调好)|不用再?(?:协调|解决)|没问题|无问题|不存在|没有问题|没啥问题|不再"
    r"|已(?:经)?重新[\u4e00-\u9fff□]{2}|重新(?:挂网|挂牌|发布|招标|上网|组织)[^，。]{0,4}了|[没未]有?受到?影响"
    r"|不影响|没影响|没有影响|未受影响|不受影响|解除了|已解除|谈妥了|已谈妥|谈好了|[做说谈讲劝]通了|都做通|不缺|充足|打通了"
)
UNSOLVED = late(r"[没未](?:有)?(?:得到|能|完全|彻底)?(?:解决|整改|化解|消除|疏通|恢复|处理|解除)")
ABSENT = listed("没有 无 未发生 未出现 没发生 没出现 避免 防止 杜绝 预防 防范 不会 不存在 严防 谨防 以防")
"""Before a word of trouble these say that there is none: 没有质疑, 防止塌方."""

AGENTS = frozenset(
    [
        "海关",
        "交警",
        "高管局",
        "铁路局",
        "省厅",
        "林草局",
        "林业局",
        "园林局",
        "水利厅",
        "供电公司",
        "环保局",
        "物业",
        "施工单位",
        "设计院",
        "厂家",
        "海事",
        "航道",
    ]
)
"""Offices that something is wanted of; what is wanted was said before."""

HOLDS_UP = (
    "影响",
    "制约",
    "耽误",
    "拖累",
    "阻碍",
    "卡住",
    "卡在",
    "跟不上",
    "慢",
    "只干了",
    "过不去",
    "过不了",
    "拖",
    "快不起来",
    "干不了",
    "没法",
    "上不来",
)
HOLDING_UP, WEIGHING = any_of(HOLDS_UP), any_of(WEIGHTY)


NOT = ("没", "未", "无")
BLANK = "□"
"""What stands where a node's name was."""

DENIED = late(r"(?:并)?不是|并非|没有?(?:啥|什么)?(?:问题|困难)")
REASON = late(r"原因|主要是|是?因为?|由于|卡在|难在")
"""A clause that gives the reason tells what holds up the node before it, be it a lack of the whole site."""

OBJECTIONS = {
    ProblemCategory.TENDER: ("异议", "质疑", "投诉", "举报", "只来了", "流了", "不足三家", "没人投", "放弃"),
    ProblemCategory.ACQUISITION: (
        "嫌",
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
    ProblemCategory.UTILITIES: ("不同意", "排不上", "不配合", "冲突", "没迁走", "没挪", "没人迁", "没来", "不迁"),
    ProblemCategory.FUNDING: ("缺", "差", "不足", "不够", "紧张", "没着落", "未落实", "没落实", "跟不上", "断"),
    ProblemCategory.HANDOVER: ("不愿", "不肯", "不接", "拒"),
}
OF_KIND = {
    NodeKind.TENDER: ProblemCategory.TENDER,
    NodeKind.ACQUISITION: ProblemCategory.ACQUISITION,
    NodeKind.UTILITIES: ProblemCategory.UTILITIES,
    NodeKind.FINANCING: ProblemCategory.FUNDING,
}


@dataclass(frozen=True, slots=True)
class Problems:
    """The categories of a clause; `site_wide` where it is a lack of the whole site."""

    categories: tuple[ProblemCategory, ...] = ()
    site_wide: bool = False
    guessed: bool = False
    """Whether only the way of complaining tells the category: after a problem that was told it is its consequence."""


NO_PROBLEMS = Problems()


@dataclass(slots=True)
class Heard:
    """What a clause holds that may tell of a problem; node names in it are blanked out, for they are no topics."""

    text: str
    alone: Sequence[Found[ProblemCategory]]
    topics: Sequence[Found[ProblemCategory]]
    guessed: Sequence[ProblemCategory]
    """What only the way of complaining tells: 短缺, 进不了场, of things that nobody here knows."""
    weighty: bool
    """Whether it sounds like one about a problem: in it a topic alone is enough."""
    solved: bool
    _told: list[ProblemCategory] | None = None

    @property
    def told(self) -> list[ProblemCategory]:
        """What its parts tell by themselves, whatever was spoken of before; asked of it twice."""
        if self._told is None:
            self._told = _told_in_parts(self, self.topics, latent=None)
        return self._told

    @property
    def silent(self) -> bool:
        """Whether nothing in it may tell of a problem by itself."""
        return not (self.alone or self.topics or self.guessed)

    @property
    def topic(self) -> ProblemCategory | None:
        """What it speaks of that may turn out to be a problem: 围网区段要封道."""
        return next((each.value for each in self.topics if each.word not in AGENTS), None)


SILENCE = Heard("", (), (), (), weighty=False, solved=False)


def hear(text: str, plain: str | None = None, telltale: bool = True) -> Heard:
    """Find the words of problems in a clause; `plain` is the clause with its node names blanked out.

    Without `telltale` it is known already that none of TELLTALES stands in it.
    """
    if not text:
        return SILENCE
    plain = text if plain is None else plain
    if not telltale:
        return Heard(plain, (), (), (), weighty=False, solved=solves(plain))
    (outright, spoken_of, ways), _ = WORDS.find(plain)
    topics = [each for each in spoken_of if each.value and not _is_of_the_node(plain, each)]
    guessed = [each.value for each in ways if not _is_absent(plain, each.start)]
    return Heard(plain, _told_outright(plain, outright), topics, guessed, is_weighty(text), solves(plain))


def _is_of_the_node(plain: str, topic: Found[ProblemCategory | None]) -> bool:
    """林地手续: the procedure is the node's own."""
    return topic.word in PROCEDURES and plain.endswith(BLANK, 0, topic.start)


def problems_of(
    heard: Heard, weighty: bool, of_node: ProblemCategory | None = None, latent: ProblemCategory | None = None
) -> Problems:
    """The problems a clause tells; `weighty` where it is known to tell of one (a heading, a standstill).

    `of_node` is what an objection to the node in force is about (有人提异议 of a tender), `latent` the topic of
    the clause before, of which nothing was said yet.
    """
    silent = heard.silent and not of_node and not latent
    if silent or not heard.text or heard.solved or DENIED.match(heard.text):
        return NO_PROBLEMS
    if heard.text.rstrip("了的。！ ").endswith(NOT_TAKEN):
        return Problems((ProblemCategory.HANDOVER,))
    objected = of_node is not None and any(word in heard.text for word in OBJECTIONS.get(of_node, ()))
    found = [of_node] if of_node and objected and not heard.alone else []
    found = _lacked_instead(heard, found) or found or _told(heard, weighty, latent)
    categories = tuple(dict.fromkeys(found))
    if not categories:
        return Problems(tuple(dict.fromkeys(heard.guessed)), guessed=True) if heard.guessed else NO_PROBLEMS
    site_wide = _is_site_wide(categories, heard.text) and not REASON.match(heard.text)
    return Problems(categories, site_wide, guessed=_may_follow(heard, categories))


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
    if categories != (ProblemCategory.CONSTRUCTION,) or heard.alone:
        return False
    return UNABLE.search(heard.text) is not None or not any(
        complaint_behind(heard.text, each.value, each.end, len(heard.text)) is not None for each in heard.topics
    )


def _of_land(heard: Heard) -> bool:
    """Whether land, houses or what is paid for them are spoken of."""
    return any(each.value is ProblemCategory.ACQUISITION for each in heard.topics) or "户" in heard.text


def _is_site_wide(categories: Sequence[ProblemCategory], text: str) -> bool:
    """Whether it is a lack of the whole site: money, power, hands."""
    if all(each in SITE_WIDE for each in categories):
        return True
    if categories == (ProblemCategory.ENVIRONMENT,) and SITE.match(text):
        return True
    return categories == (ProblemCategory.CONSTRUCTION,) and any(word in text for word in LABOUR)


def solves(text: str) -> bool:
    """Whether a clause says that a problem is none any more."""
    return SOLVED.search(text) is not None and not UNSOLVED.search(text)


def holds_up(text: str) -> bool:
    """Whether a clause says what is held up: 影响通水."""
    return HOLDING_UP.search(text) is not None or IDLE_SITE.search(text) is not None


def problem_spans(text: str, start: int, end: int) -> list[Found[ProblemCategory]]:
    """Where a stretch of text says a problem outright."""
    part = text[start:end]
    found = _told_outright(part, ALONE_WORDS.find(part))
    return [each._replace(start=start + each.start, end=start + each.end) for each in found]


def is_weighty(text: str) -> bool:
    """Whether a clause sounds like one about a problem."""
    return WEIGHING.search(NAMES_OF_PAPERS.sub("", text)) is not None


def _told(heard: Heard, weighty: bool, latent: ProblemCategory | None) -> list[ProblemCategory]:
    """What each part of a clause tells; a part that only names things shares the complaint of the next."""
    topics = _topics(heard, latent)
    alike = topics is heard.topics and latent is not ProblemCategory.SUPPLY
    if told := heard.told if alike else _told_in_parts(heard, topics, latent):
        return told
    if topics and weighty:
        return [_nearest([(topic.start, topic) for topic in topics]).value]
    complains = latent and (weighty or complaint_behind(heard.text, None, 0, len(heard.text)) is not None)
    return [latent] if latent and complains else []


def _told_in_parts(
    heard: Heard, topics: Sequence[Found[ProblemCategory]], latent: ProblemCategory | None
) -> list[ProblemCategory]:
    if not heard.alone and not topics:
        return []
    told: list[ProblemCategory] = []
    start = 0
    for end in (*(cut.start() for cut in PARTS.finditer(heard.text)), len(heard.text)):
        if found := _part(heard, topics, latent, start, end):
            told, start = told + found, end
    return told


def _topics(heard: Heard, latent: ProblemCategory | None) -> Sequence[Found[ProblemCategory]]:
    """What may be complained about: where something was spoken of before, offices are only those who complain."""
    if latent is None or not any(each.word in AGENTS for each in heard.topics):
        return heard.topics
    return [each for each in heard.topics if each.word not in AGENTS]


def _part(
    heard: Heard, topics: Sequence[Found[ProblemCategory]], latent: ProblemCategory | None, start: int, end: int
) -> list[ProblemCategory]:
    """The problems of one part of a clause: said outright, or by a topic with a complaint."""
    people = [each for each in heard.topics if each.value is STABILITY]
    if people and len(people) == len(heard.topics) and UNHAPPY.search(heard.text, people[0].end, end):
        return [STABILITY]
    if alone := [each for each in heard.alone if start <= each.start < end]:
        return _outright(heard, alone, start, latent)
    topics = [each for each in topics if start <= each.start and each.end <= end]
    near = [(far, each) for each in topics if (far := _complaint_of(heard.text, each, start, end)) is not None]
    if not near:
        return []
    chosen = _nearest(near)
    if any(OBSTRUCTS.search(heard.text, each.end, end) for each in topics if each.value is STABILITY):
        return [STABILITY]
    if chosen.value is STABILITY and SIGNS.search(heard.text, chosen.end, end):
        return [ProblemCategory.ACQUISITION]
    return [chosen.value, *(each.value for _, each in near if _joined(heard.text, each, chosen))]


def _outright(
    heard: Heard, alone: Sequence[Found[ProblemCategory]], start: int, latent: ProblemCategory | None
) -> list[ProblemCategory]:
    """What is said outright; 供不上 tells it only with what is not supplied, and 不让拆 not of those in the way."""
    obstructed = any(each.value is STABILITY for each in alone)
    told: list[ProblemCategory] = []
    for each in alone:
        before = [topic.value for topic in heard.topics if start <= topic.start and topic.end <= each.start]
        if each.word in OF_ANYTHING and ProblemCategory.SUPPLY in (*before[:1], latent):
            told.append(ProblemCategory.SUPPLY)
        elif not (obstructed and each.word.startswith("不让") and each.value is not STABILITY):
            told.append(each.value)
    return told


def _joined(text: str, one: Found[ProblemCategory], other: Found[ProblemCategory]) -> bool:
    """资金和图纸都没到位: both things are complained about."""
    return text[one.end : other.start] in JOINTS and not _only_tells_who_or_how(one)


def _nearest(near: Sequence[tuple[int, Found[ProblemCategory]]]) -> Found[ProblemCategory]:
    """移植手续没批 is about trees: what says only that there is a procedure gives way to what it is for."""
    telling = [each for each in near if not _only_tells_who_or_how(each[1])]
    return min(telling or near, key=lambda each: each[0])[1]


def _only_tells_who_or_how(topic: Found[ProblemCategory]) -> bool:
    return topic.word in PROCEDURES or topic.value is STABILITY


def _complaint_of(text: str, topic: Found[ProblemCategory], start: int, end: int) -> int | None:
    """How far from a topic a complaint stands that fits it; behind it counts more than before it."""
    behind = complaint_behind(text, topic.value, topic.end, end)
    if behind is not None and PUT_OFF.match(text, behind):
        return None
    if behind is not None:
        return None if _is_absent(text, behind) else behind - topic.end
    return BEFORE_IT if complaint_before(text, topic.value, start, topic.start) else None


def _is_absent(text: str, place: int) -> bool:
    """Whether the word of trouble at a place is said not to be: 没有质疑, 防止塌方."""
    return text.endswith(ABSENT, 0, place) or (text.startswith("有", place) and text[place - 1 : place] in NOT)


def _told_outright(text: str, words: Sequence[Found[ProblemCategory | None]]) -> list[Found[ProblemCategory]]:
    """The words that by themselves tell of a problem, without those that are denied or foretold."""
    return [
        Found(each.start, each.end, each.word, each.value)
        for each in words
        if each.value and not _is_absent(text, each.start) and not _is_forecast(text, each)
    ]


def _is_forecast(text: str, hit: Found[ProblemCategory | None]) -> bool:
    """预报后天有台风, 雨季来前: weather that has done nothing yet."""
    if hit.word.endswith("预警") and text.endswith(WEATHERS, 0, hit.start):
        return True  # 暴雨橙色预警 is none of pollution
    if hit.value is not ProblemCategory.WEATHER:
        return False
    if text.endswith(BECAUSE_OF, 0, hit.start) and text.startswith("停了", hit.end):
        return False  # 因为高温停了
    return COMING.match(text, hit.end) is not None or FORECAST.search(text, 0, hit.start) is not None
