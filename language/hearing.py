"""What a clause holds that may tell of a problem, and what each part of it tells by itself."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from language.complaints import complaint_before, complaint_behind
from language.late import late
from language.problem_words import WORDS, is_absent, is_weighty, told_outright
from language.solved import solves
from language.stories import is_unreal, story_of
from language.tables.phrases import JOINTS
from language.tables.topics import PROCEDURES
from language.words import Found, Value, listed
from models.vocabulary import ProblemCategory

STABILITY = ProblemCategory.STABILITY
OF_ANYTHING = frozenset({"供不上", "断供", "跟不上", "供应不上", "接不上", "断了", "没腾出来"})
TAKEN = frozenset({"被调走", "调走了", "被抽走", "抽走"})
"""Said of money as of men and machines."""
TALKED = frozenset({"谈不拢", "没谈妥", "没谈下来", "没谈拢", "谈不下来", "未谈妥", "未谈拢", "谈不成", "没谈成"})
OF_TALKS = frozenset({ProblemCategory.TRAFFIC, ProblemCategory.UTILITIES, ProblemCategory.HANDOVER})
"""Talked about as well as what is paid for land: 公交改线没谈妥."""
"""Said of power and water as of stone and steel."""
PUT_OFF = late(r"(?:推迟|延期|延后|顺延)[到至为]")
"""A new day is no complaint."""
BEFORE_IT = 99
"""How far away a complaint counts that stands before its topic."""
REACH = 60
"""Characters within which a complaint belongs to a topic; without an end a flood of topics would take its square."""
MOST_PARTS = 5
"""So many parts of a clause may share a complaint: 水、电、路、气、网都没通."""

PARTS = late(
    r"(?<=[没未不][迁移改拆批到办给定清搬来出通接])(?=[\u4e00-\u9fff]{1,6}[也又还都][没未不])|[、，,]|以及|加上|并且|而且|和|与|及(?!时|早|格)"
)
"""What parts two troubles in one clause: 风浪大加上打桩船坏了."""
STUCK_AT = late(r"[卡难差堵压]在|原因是|[因由]于")
OBSTRUCTS = late(r"投诉|堵|拦|阻[工挠拦止]|闹(?!情绪)|围[着住堵]|反对|上访|告状|横|躺|联名|抗议")
"""What people do who stand in the way, whatever it is about."""
UNHAPPY = late(r"意见(?:很|较|比较|特别|非常|挺|蛮|不)?[大小多]|(?<![没无])有(?:很大|不少|些)?意见|抱怨|投诉不断|怨言")
"""居民对停水意见大: what people are cross about is no lack of ours."""

HELD_BY = late(
    r"[被让给][^，。；]{0,6}(?:[民众户渔盐花茶果牧农]|老乡|老板|的人|群人|伙人|[盐渔]工)[们]?(?:给|用[^，。；]{1,4})?[堵拦围阻](?!不)"
)
"""被盐工堵了: people, whatever they stand before."""
HOMES = late(r"[房屋楼院棚厂宅墙店圈坟庙祠]")
"""不让拆防盗窗 is about no home: whoever does not let it be done stands in the way."""
SIGNS = late(r"[不没][^，。]{0,3}(?:签|搬|腾|卖|租)")
"""What people refuse who are to give up land or houses: 农户不签."""

AGENTS = frozenset(
    listed(
        "海关 交警 高管局 铁路局 省厅 林草局 林业局 园林局 水利厅 供电公司 环保局 物业 施工单位 设计院 厂家 海事 航道"
    )
)
"""Offices that something is wanted of; what is wanted was said before."""

_BEGINS = attrgetter("start")

OF_OFFICES = frozenset({ProblemCategory.ENVIRONMENT, ProblemCategory.TRAFFIC})
"""Told outright with a 不让, it is an office that forbids, and nobody stands in the way."""

FORBIDS = ("不让", "不准", "不许")

OF_FIRE = late(r"[水管泵箱栓池喷门线]|电梯|通道|车道|楼梯|卷帘|控制室|设施|设备|系统|主机|报警|联动|器材|工程")
"""Behind 消防: a thing, and no paper."""
BLANK = "□"
"""What stands where a node's name was."""


@dataclass(frozen=True, slots=True)
class Problems:
    """The categories of a clause; `site_wide` where it is a lack of the whole site."""

    categories: tuple[ProblemCategory, ...] = ()
    site_wide: bool = False
    guessed: bool = False
    """Whether only the way of complaining tells the category: after a problem that was told it is its consequence."""


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
    things: str = ""
    """Its text with the names of nodes that are but things left in: 电杆 of 管线迁改."""
    only_people: bool = False
    """Whether people are all that it speaks of."""
    answered: tuple[tuple[bool, ProblemCategory | None, ProblemCategory | None], Problems] | None = None
    """What was asked last of the problems that it tells, and what they are; asked of it twice."""
    _told: list[ProblemCategory] | None = None
    _story: ProblemCategory | None = None
    _story_sought: bool = False
    _unreal: bool | None = None

    @property
    def story(self) -> ProblemCategory | None:
        """What it tells as a story, without a word that tells it by itself; asked of it twice."""
        if not self._story_sought:
            self._story_sought, self._story = True, story_of(self.things or self.text)
        return self._story

    @property
    def unreal(self) -> bool:
        """Whether what it tells is only feared, supposed, prevented, or somebody else's; looked for when asked."""
        if self._unreal is None:
            self._unreal = is_unreal(self.text)
        return self._unreal

    @property
    def told(self) -> list[ProblemCategory]:
        """What its parts tell by themselves, whatever was spoken of before; asked of it twice."""
        if self._told is None:
            self._told = told_in_parts(self, self.topics, latent=None)
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


def hear(text: str, plain: str | None = None, telltale: bool = True, things: str = "", of_works: bool = False) -> Heard:
    """Find the words of problems in a clause; `plain` is the clause with its node names blanked out.

    Papers behind a name are the node's own, unless it is `of_works`.

    Without `telltale` it is known already that none of TELLTALES stands in it.
    """
    if not text:
        return SILENCE
    plain = text if plain is None else plain
    if not telltale:
        return Heard(plain, (), (), (), weighty=False, solved=solves(plain), things=things)
    (outright, spoken_of, ways), _ = WORDS.find(plain)
    topics = [each for each in spoken_of if each.value and (of_works or not _is_of_the_node(plain, each))]
    topics = [
        each
        for each in topics
        if not (each.word in ("消防", "人防") and OF_FIRE.match(plain, each.end))
        and not (each.value is ProblemCategory.UTILITIES and STILL_TO_LAY.match(plain, each.end))
    ]
    guessed = [each.value for each in ways if not is_absent(plain, each.start)]
    return Heard(
        plain,
        told_outright(plain, outright),
        topics,
        guessed,
        is_weighty(text),
        solves(plain),
        things,
        bool(topics) and all(each.value is STABILITY for each in topics),
    )


def _is_of_the_node(plain: str, topic: Found[ProblemCategory | None]) -> bool:
    """林地手续: the procedure is the node's own."""
    return topic.word in PROCEDURES and plain.endswith(BLANK, 0, topic.start)


def told_in_parts(
    heard: Heard, topics: Sequence[Found[ProblemCategory]], latent: ProblemCategory | None
) -> list[ProblemCategory]:
    """What the parts of a clause tell, one after the other."""
    if not heard.alone and not topics:
        return []
    told: list[ProblemCategory] = []
    start = 0
    ends = [*(cut.start() for cut in PARTS.finditer(heard.text)), len(heard.text)]
    for number, end in enumerate(ends):
        oldest = ends[number - MOST_PARTS] if number >= MOST_PARTS else 0
        if found := _part(heard, topics, latent, max(start, oldest), end):
            told, start = told + found, end
    return told


STILL_TO_LAY = late(
    r"(?:也|都|还|至今|目前|一直|一米|一段)*[没未]有?(?:开始|开)?(?:开?挖|铺|敷|埋|装|焊|做|干|施工|建|砌|顶|下管|接通)"
)
"""污水管还没开挖: what is still to be laid stands in nobody's way."""


def topics_of(heard: Heard, latent: ProblemCategory | None) -> Sequence[Found[ProblemCategory]]:
    """What may be complained about: where something was spoken of before, offices are only those who complain."""
    if latent is None or not any(each.word in AGENTS for each in heard.topics):
        return heard.topics
    return [each for each in heard.topics if each.word not in AGENTS]


def _part(
    heard: Heard, topics: Sequence[Found[ProblemCategory]], latent: ProblemCategory | None, start: int, end: int
) -> list[ProblemCategory]:
    """The problems of one part of a clause: said outright, or by a topic with a complaint."""
    if heard.only_people and UNHAPPY.search(heard.text, max(start, heard.topics[0].end), end):
        return [STABILITY]
    if HELD_BY.search(heard.text, start, end):
        return [STABILITY]
    if alone := _between(heard.alone, start, end):
        return _outright(heard, alone, start, latent)
    topics = _between(topics, start, end)
    near = [(far, each) for each in topics if (far := _complaint_of(heard.text, each, start, end)) is not None]
    if not near:
        return []
    chosen = _behind_stuck(heard.text, topics) or nearest(near)
    those = [each for each in topics if each.value is STABILITY]
    if any(OBSTRUCTS.search(heard.text, each.end, min(end, each.end + REACH)) for each in those):
        return [STABILITY]
    if chosen.value is STABILITY and SIGNS.search(heard.text, chosen.end, end):
        return [ProblemCategory.ACQUISITION]
    return [chosen.value, *(each.value for _, each in near if _joined(heard.text, each, chosen))]


def _behind_stuck(text: str, topics: Sequence[Found[ProblemCategory]]) -> Found[ProblemCategory] | None:
    """征地卡在耕地指标上: what stands behind tells the reason."""
    if len(topics) < 2 or (stuck := STUCK_AT.search(text, topics[0].end)) is None:
        return None
    return next((each for each in topics if 0 <= each.start - stuck.end() <= 4), None)


def _between(found: Sequence[Found[Value]], start: int, end: int) -> Sequence[Found[Value]]:
    """Those of some words in a row that begin between two places."""
    return found[bisect_left(found, start, key=_BEGINS) : bisect_left(found, end, key=_BEGINS)]


def _outright(
    heard: Heard, alone: Sequence[Found[ProblemCategory]], start: int, latent: ProblemCategory | None
) -> list[ProblemCategory]:
    """What is said outright; 供不上 tells it only with what is not supplied, and 不让拆 not of those in the way."""
    obstructed = any(each.value is STABILITY for each in alone)
    spoken_of = {each.value for each in heard.topics}
    by_office = any(each.value in OF_OFFICES for each in alone) or (
        ProblemCategory.ENVIRONMENT in spoken_of and STABILITY not in spoken_of
    )
    told: list[ProblemCategory] = []
    first = next(iter(heard.topics[bisect_left(heard.topics, start, key=_BEGINS) :]), None)
    for each in alone:
        supplied = first is not None and first.end <= each.start and first.value is ProblemCategory.SUPPLY
        if each.word in OF_ANYTHING and (supplied or latent is ProblemCategory.SUPPLY):
            told.append(ProblemCategory.SUPPLY)
        elif first is not None and first.end <= each.start and _is_said_of(each.word, first.value):
            told.append(first.value)
        elif each.word.startswith(FORBIDS) and each.value is STABILITY and by_office:
            continue  # 环保督察期间不让动土
        elif each.word == "不让拆" and HOMES.search(heard.text, each.end) is None and len(heard.text) > each.end:
            told.append(STABILITY)
        elif not (obstructed and each.word.startswith("不让") and each.value is not STABILITY):
            told.append(each.value)
    return told


def _is_said_of(word: str, category: ProblemCategory | None) -> bool:
    """Whether a word that has its own kind of trouble is said here of another: 额度被调走, 改线没谈妥."""
    return (word in TALKED and category in OF_TALKS) or (word in TAKEN and category is ProblemCategory.FUNDING)


def _joined(text: str, one: Found[ProblemCategory], other: Found[ProblemCategory]) -> bool:
    """资金和图纸都没到位: both things are complained about."""
    return text[one.end : other.start] in JOINTS and not _only_tells_who_or_how(one)


def nearest(near: Sequence[tuple[int, Found[ProblemCategory]]]) -> Found[ProblemCategory]:
    """移植手续没批 is about trees: what says only that there is a procedure gives way to what it is for."""
    telling = [each for each in near if not _only_tells_who_or_how(each[1])]
    if all(each[1].value is ProblemCategory.CONSTRUCTION for each in telling):
        telling = [each for each in near if each[1].word in PROCEDURES] or telling  # 火工品审批手续没批
    return min(telling or near, key=lambda each: each[0])[1]


def _only_tells_who_or_how(topic: Found[ProblemCategory]) -> bool:
    return topic.word in PROCEDURES or topic.value is STABILITY


def _complaint_of(text: str, topic: Found[ProblemCategory], start: int, end: int) -> int | None:
    """How far from a topic a complaint stands that fits it; behind it counts more than before it."""
    start, end = max(start, topic.start - REACH), min(end, topic.end + REACH)
    behind = complaint_behind(text, topic.value, topic.end, end)
    if behind is not None and PUT_OFF.match(text, behind):
        return None
    if behind is not None:
        return None if is_absent(text, behind) else behind - topic.end
    return BEFORE_IT if complaint_before(text, topic.value, start, topic.start) else None
