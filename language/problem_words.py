"""The words that tell of a problem where they stand, unless they are denied or foretold."""

from collections.abc import Sequence

from language.late import late
from language.tables.complaints import WEIGHTY
from language.tables.problems import ALONE, FALLBACK, HARMLESS
from language.tables.topics import NEUTRAL, TOPICS
from language.words import Found, Together, WordTable, any_of, listed
from models.vocabulary import ProblemCategory

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

NAMES_OF_PAPERS = late(r"影响(?=评价|评估|报告|登记|书|分析)")
"""环境影响评价 holds up nothing."""

REASONED = late(r"[因受][^，。；]{1,8}(?:问题|原因|限制)")
"""因资金问题推迟: the thing alone is the reason."""

FORECAST = late(
    r"怕|防着|提防|当心|小心|注意|做好|备好|担心|趁|预报|预计|气象台|气象局"
    r"|未来|明天|后天|应对|迎战|备战|防御|防范|抵御|抢在|赶在|避开|为防"
)
COMING = late(r"(?:天气)?(?:来临|到来|来)?之?前|(?:过|过境|走|停)?后|过了|走了|停了")
BECAUSE_OF = late(r"(?:因|由于|受|赶上|碰上|遇[上到]?|[被让叫]|下[了着]?)[^，。；]{0,6}$")
STATES_OF_WEATHER = ("风大", "浪大", "雾大", "雪大", "雨多", "流速大", "能见度低", "能见度差", "风太大", "浪太大")
"""What is so does not stop: 风大停了两天 are the works."""
WEATHERS = ("暴雨", "高温", "台风", "大风", "寒潮", "暴雪", "雷电", "大雾", "雷雨", "低温", "冰雹", "强对流")

STAYS = frozenset("冷热冻温寒冰暑霜凝高急滑")
"""What ends in these does not stop as rain does."""

ABSENT = listed("没有 无 未发生 未出现 没发生 没出现 避免 防止 杜绝 预防 防范 不会 不存在 严防 谨防 以防")
"""Before a word of trouble these say that there is none: 没有质疑, 防止塌方."""
NONE_OF_IT = late(
    r"(?:没有?|未|无)(?:再|有)?(?:[刮下来]过?|出现过?|发生过?|遇上|碰上|赶上|一[户人家起件次]|任何|谁|人(?:来|再)?|接到)$"
)
"""没有一户上访, 没刮大风."""
HAPPENS = frozenset("刮下闹拦堵围阻断涨塌漏渗返跳淹上")
"""What troubles begin with that happen, and did not where it is denied: 没刮大风."""
WEIGHING = any_of(WEIGHTY)

NOT = ("没", "未", "无")


def problem_spans(text: str, start: int, end: int) -> list[Found[ProblemCategory]]:
    """Where a stretch of text says a problem outright."""
    part = text[start:end]
    found = told_outright(part, ALONE_WORDS.find(part))
    return [each._replace(start=start + each.start, end=start + each.end) for each in found]


def is_weighty(text: str) -> bool:
    """Whether a clause sounds like one about a problem."""
    return WEIGHING.search(NAMES_OF_PAPERS.sub("", text)) is not None or REASONED.search(text) is not None


def is_absent(text: str, place: int) -> bool:
    """Whether the word of trouble at a place is said not to be: 没有质疑, 防止塌方."""
    return (
        text.endswith(ABSENT, 0, place)
        or (text[place : place + 1] in HAPPENS and text[place - 1 : place] in NOT)
        or NONE_OF_IT.search(text[max(0, place - 7) : place]) is not None
        or (text.startswith("有", place) and text[place - 1 : place] in NOT)
    )


def told_outright(text: str, words: Sequence[Found[ProblemCategory | None]]) -> list[Found[ProblemCategory]]:
    """The words that by themselves tell of a problem, without those that are denied or foretold."""
    return [
        Found(each.start, each.end, each.word, each.value)
        for each in words
        if each.value and not is_absent(text, each.start) and not _is_forecast(text, each)
    ]


def _is_forecast(text: str, hit: Found[ProblemCategory | None]) -> bool:
    """预报后天有台风, 雨季来前: weather that has done nothing yet."""
    if hit.word.endswith("预警") and text.endswith(WEATHERS, 0, hit.start):
        return True  # 暴雨橙色预警 is none of pollution
    if hit.value is not ProblemCategory.WEATHER:
        return False
    if text.startswith("停了", hit.end) and (
        hit.word[-1] in STAYS or hit.word in STATES_OF_WEATHER or BECAUSE_OF.search(text, 0, hit.start)
    ):
        return False  # 因为高温停了, 天冷停了: it is the works that have stopped
    return COMING.match(text, hit.end) is not None or FORECAST.search(text, 0, hit.start) is not None
