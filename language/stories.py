"""Troubles told as a story, without the usual word for them: 电杆还杵在路中间, 老板跑路, 玉米还没收."""

import re
from collections.abc import Mapping
from functools import reduce
from operator import or_
from typing import NamedTuple

from language.late import late, prepared
from language.leads import led, telltales
from language.tables.stories import STORIES, Story
from language.words import listed
from models.vocabulary import ProblemCategory

HARMLESS = late(
    r"[没无未不][^，。；]{0,3}(?:问题|毛病|岔子|纰漏|差错|大碍|瑕疵|影响|隐患|异常|困难|障碍|耽误|意见|矛盾|损失|伤亡|险情|超标|投诉|质疑|举报|流标|废标|纠纷|异议|反对|开裂|裂缝|渗漏|变形|塌)|强度[^，。；]{0,3}(?:上来|达到|够了)|龄期"
    r"|容缺|办结|已?处理完|春节|过年|过节|年前|年后|节前|节后|没有[^，。；]{0,6}的$|[没不](?:要|闹|扯|找)(?!到|着)|不碍事|不打紧|不要紧|不妨事|不(?:影响|耽误|停工|误|含|包括|再|低于|少于|小于|超过|用|需要|到位不)|稳定|平稳|正常(?!施工不)|有序|可控|照常|如期|按期|良好|顺利|通过了|到位了?$|齐了|就绪|达标(?!不)"
)
"""What says that all is well."""

COUNTS_LEFT = late(
    r"(?:[有剩差余就只仅]|最后)[^，。；]{0,3}[\d一二两三四五六七八九十百几]+(?:户|家|座|处|栋|宗|个)[^，。；]{0,4}[没未][签搬迁拆腾谈交清](?:完|走|掉)?了?$|^其中|[0-9]户[^，。；]{0,4}打工$"
)
"""还剩4户没签 tells how far it is."""

UNREAL = late(
    r"^[^，。；]{0,6}(?:怕|担心|恐怕|生怕|唯恐|如果|(?<!主)要是|假如|倘若|万一|一旦|若是|若(?!干)|避免|防止|杜绝|谨防|严防|预防|以防|以免|免得|趁)"
    r"|(?:防止|避免|杜绝|谨防|严防|预防|以防|以免|免得|省得)[^，。；]{0,8}$|可能(?:会|要)|再(?:不|没)[^，。；]{1,10}就(?:都|要|得|会|只能|全)*[停撤走退]|(?:去年|前年|往年|上一?年|当年)(?!底|末)[^，。；]{0,30}(?:过|次|时|了)"
    r"|(?:撤|转移|疏散|转运)(?:离|到|至)了?[^，。；]{0,4}(?:安全|高处|高地|岸上|营地|板房|仓库)"
    r"|(?:加强|强化|抓好|抓实|抓牢|做好|落实|严格|持续|搞好|加大|规范|提升)(?:了|对)?[^，。；没不停未无缺]{0,12}(?:管控|治理|防治|防控|措施|工作|检查|巡查|监测|管理|力度|准备|防护|养护|值守|教育|培训)(?:力度|工作|措施)?了?$"
    r"|是(?:别的|其他|另外?的?|隔壁|人家)[^，。；]{0,6}的[。！ ]*$"
    r"|^(?:□*|[^，。；]{0,2})(?:隔壁|邻县|外县|兄弟|别的|其他|人家)(?:县|市|区|项目|工地|标段|单位|风场|的)"
)
"""What is feared, supposed, prevented, long past or somebody else's."""
SPEAKERS_FEAR = late(r"[民众户区家长师村邻里庄屯社寨校院楼](?:们|都|还|很|也)?(?:怕|担心)")
"""居民担心辐射: what others fear is a trouble."""
UP_TO_NOW = late(r"到现在|至今|一直|还没|仍")


def story_of(text: str) -> ProblemCategory | None:
    """The category of the trouble that a clause tells as a story."""
    category = _told(text)
    if category is None or HARMLESS.search(text) is not None or COUNTS_LEFT.search(text) is not None:
        return None
    return category


def is_unreal(text: str) -> bool:
    """Whether a trouble is only feared, supposed or prevented, or was another year's or another's."""
    return UNREAL.search(text) is not None and SPEAKERS_FEAR.search(text) is None and UP_TO_NOW.search(text) is None


def _told(text: str) -> ProblemCategory | None:
    """The first story of those for which a text has the characters: one that it is told of, and one that tells it."""
    known = _known()
    found = reduce(or_, filter(None, map(known.of_sign.get, text)), known.always)
    left = found & (found >> len(STORIES)) & known.all
    while left:
        number = (left & -left).bit_length() - 1
        left &= left - 1
        category, pattern = known.patterns[number]
        if pattern.search(text) is not None:
            return category
    return None


class _Known(NamedTuple):
    """The stories ready to be looked for; bit n says that the ways, bit n + their number that the things may stand."""

    patterns: tuple[tuple[ProblemCategory, re.Pattern[str]], ...]
    of_sign: Mapping[str, int]
    """What each character makes possible."""
    always: int
    """What may be told with any character."""
    all: int


@prepared
def _known() -> _Known:
    patterns = tuple((story.category, led(_pattern(story))) for story in STORIES)
    of_sign: dict[str, int] = {}
    always = 0
    for number, story in enumerate(STORIES):
        for bit, words in ((1 << number, story.ways), (1 << (number + len(STORIES)), story.things)):
            signs = telltales("|".join(listed(words))) if words else None
            if signs is None:
                always |= bit
            for sign in signs or ():
                of_sign[sign] = of_sign.get(sign, 0) | bit
    return _Known(patterns, of_sign, always, (1 << len(STORIES)) - 1)


def _pattern(story: Story) -> str:
    ways = "|".join(listed(story.ways))
    if not story.things:
        return ways
    return rf"(?:{'|'.join(listed(story.things))})[^，。；]{{0,{story.far}}}?(?:{ways})"
