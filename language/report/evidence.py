"""Whether words that name no project tell of works all the same: talk has no end, what is reported of has one."""

from collections.abc import Sequence
from itertools import pairwise

from language.counts.kinds import NumberKind
from language.hearing import hear
from language.late import late
from language.problems import problems_of
from language.report.small_words import HAN
from language.report.tokens import Kind, Token
from language.tables import phrases
from language.tables.marks import Mark
from language.vocabulary_words import NODE_KINDS
from language.words import any_of
from models.vocabulary import ProblemCategory

STATES = frozenset(
    {
        Mark.DONE,
        Mark.DONE_PAST,
        Mark.WHOLE,
        Mark.AWARD,
        Mark.STEP,
        Mark.PROGRESS,
        Mark.ENTER,
        Mark.NEAR,
        Mark.NOT_STARTED,
        Mark.NOT_GRANTED,
        Mark.WAITING,
        Mark.LACK,
        Mark.BLOCKED,
        Mark.RESUMED,
        Mark.RUNNING,
        Mark.UNCHANGED,
        Mark.CONDITIONAL,
        Mark.MOVED,
        Mark.SOLVED,
        Mark.SLOW,
    }
)
"""Small words that tell how far something is; a bare 了 or 不 tells that of anything under the sun."""

STATES_ALONE = any_of(phrases.STATES)
CLAUSE = late(r"[，。；！!\n]+")
SHARE = late(r"\d[%％]|百分之")
THINGS = frozenset({Mark.PAPER, Mark.THING})
SHARES = frozenset({NumberKind.PERCENT, NumberKind.PERCENT_RANGE})
MONEY = frozenset({NumberKind.MONEY, NumberKind.MONEY_RANGE, NumberKind.NUMBER})
ANYBODYS = frozenset({ProblemCategory.WEATHER, ProblemCategory.OTHER, ProblemCategory.TRAFFIC})
"""Troubles that anybody has on any day."""

INVESTED = late(r"投资|产值|资金")
PRICES = late(r"[涨跌降](?!到)|[价费]")
GROUND = late(
    r"停工(?![令期通损费证后])|复工(?![令通证后])|完工|开工(?!仪式|典礼|大吉)|封顶|修缮|施工|改造|建设|安装|整治|治理|亮化|绿化|工程|吊装|铺设|土地|用地|地块|设备|机组|管线|杆线|[铺浇吊焊砌挖拆装架敷]完"
)
LEFT_OVER = late(
    r"[剩差]最后[一二两三几\d]|一半|大半|小半|三分之|[还只仅就][剩差欠缺]|剩下|又?多了|又[推加减提完办签解延拖][^，。]{0,2}了"
)
SETTLED = late(
    r"[搞弄办做签拿批谈跑落解][完好成下妥定到齐通决实]|下来|[完好成过定][了啦]|同意|[报交递]上去|还?在等|能好|有了|到手"
    r"|没[弄接搞办签批谈跑落动装验交过成好]|[签搬批]了|有(?:点|了)?眉目|拿下|快了"
)
"""What says that something unsaid has gone well, gone on or is waited for."""

POINTED = late(
    r"[这那][几两三]?[个件边份户家头块桩回]|[这那]事|[一二两三四五六七八九十几\d]+[个件]|第[一二三四五六七八九十\d]+|另一?个|剩下的"
    r"|(?:上[次回]|之前|前面|昨天|前天|刚才)说的|上[次回][这那]个|最后一|其[他它余中]的?"
)
"""What is pointed at and not named."""

SHAPELESS = late(
    r"(?:形象)?进[度展]|标段|工区|全线|整个|工[程地]|项目|现场|施工|问题|解决|协调|完成|通过|(?:我们?|本)(?:局|委|办|镇|街道|公司|单位|中心|院)|我们?|咱们?|你们?|他们?|它们?|自己|领导|主任|报告|汇报|各位|[这那][边里头些几个两三件项块桩回次]*|哪[边个]|事情?|东西|手续"
    r"|总算|终于|可算|好歹|居然|果然|其实|反正|应该|大概|可能|已经|目前|现在|刚刚|刚才|马上|今[天早]|昨[天晚]|比|跟|和|又|还|也|均|都|就|才|再|全|第"
    r"|[一二两三四五六七八九十几半\d]+(?:[个项件条份家间台处户周天口根座栋层片孔套组]|号楼)?|最后|一共|总共|下来|上去|上来|出来"
    r"|[迟延拖月年号完签解多少加减涨升降推提剩差弄搞办做干批过成到齐好妥谈定搬落跑拿没未不有是的了呢吧啊哦嗯呀哈啦嘛着被把给让在]|[\s，。；：、！!~…]"
)
"""What holds no subject: a clause of it and small words alone leaves out what it is of, not whether it is of works."""

SENT = late(
    r"(?:材料|资料|文件|申请|东西|手续|表)?(?:也|都|已经?|又|重新|再|刚刚?|才|昨[天晚]|今[天早]|上午|下午|全部?|一并)*"
    r"(?:[报交送递补]|上报|提交|递交|报送|交接|移交|补交|补报)(?:[上过进出]去|上来|[齐完好])?了?"
)
"""Something has been handed in, and nobody says what."""

UNSAID = late(
    r"[这那][几两三]?[份户家头块桩][个]?|[一二两三四五六七八九十几\d]+[户家份]|(?:之前|前面|昨天|前天|刚才|上[次回])说的|上[次回]|前[一二两三几]个?|里[头面]|当中|其中|有点?眉目|[签搬快]了?|没[弄接搞办签批谈跑落动装验交]|搞定|同意|[报交递]上去|还?在等|能够?|到手|有了|还有|[月年]底之?前?|[上下]午|上[次回]说的|另外?|其[他它余]|剩下|"
    + SHAPELESS.pattern
)
"""The same of a whole clause that only says that something has gone well."""


def tells_of_works(text: str, tokens: Sequence[Token], start: int, end: int, named: bool, ambiguous: bool) -> bool:
    """Whether a stretch tells how far works or papers are, hard facts of them, or only how far something unsaid is.

    `named` says that the message names a project that nobody has registered, `ambiguous` one that could be several.
    """
    said = [token for token in tokens if start <= token.start < end]
    states = any(token.kind is Kind.MARK and token.value in STATES for token in said)
    numbers = {token.value.kind for token in said if token.kind is Kind.NUMBER}
    left = LEFT_OVER.search(text, start, end) is not None
    if named and (states or numbers or left):
        return True
    if (numbers & SHARES and not PRICES.search(text, start, end)) or (
        numbers & MONEY and INVESTED.search(text, start, end)
    ):
        return True
    if said and NumberKind.QUANTITY in numbers:
        return True
    words = text[start:end]
    papers = bool(NODE_KINDS.find(words)) or GROUND.search(words) is not None
    topic = papers or any(map(_is_topic, said))
    counted = NumberKind.COUNT in numbers
    if ambiguous and (numbers or left):
        return True
    if (topic or counted) and (states or (left and counted) or _is_said_of(said)):
        return True
    if papers and (ambiguous or any(token.value is not Mark.HELP for token in said)):
        return True
    if (states or left or (numbers and not start)) and not _subject(text, said, start, end):
        return True
    heard = hear(words)
    return any(each not in ANYBODYS for each in problems_of(heard, heard.weighty).categories)


def tells_of_the_unsaid(text: str) -> bool:
    """Whether a clause tells only that something has happened, and of what is left out: 又推了一周, 还剩最后一个.

    A share of something tells it as well, though what it is of is nothing that anybody knows.
    """
    return any(
        (STATES_ALONE.search(clause) or LEFT_OVER.search(clause) or SETTLED.search(clause))
        and (SHARE.search(clause) or not UNSAID.sub("", clause))
        for clause in CLAUSE.split(text)
    )


def shares_works(text: str) -> bool:
    """Whether a clause says how much is done of works that it names: 土方完成20%."""
    return any(SHARE.search(each) and len(HAN.findall(UNSAID.sub("", each))) > 1 for each in CLAUSE.split(text))


def tells_only_of_some(text: str) -> bool:
    """Whether nothing is told but that some of what is not named is done or left: 还剩两个没弄, 那个过了."""
    pointed = LEFT_OVER.search(text) or (POINTED.search(text) and SETTLED.search(text))
    return pointed is not None and not UNSAID.sub("", text)


def tells_only_of_sending(text: str) -> bool:
    """Whether nothing is told but that something has been handed in: 报上去了, 办好了，材料已交."""
    told = [clause for clause in CLAUSE.split(text) if clause]
    return any(map(SENT.fullmatch, told)) and all(SENT.fullmatch(each) or not UNSAID.sub("", each) for each in told)


def _is_topic(token: Token) -> bool:
    return token.kind in (Kind.NODE, Kind.WORK) or (token.kind is Kind.MARK and token.value in THINGS)


def _is_said_of(said: Sequence[Token]) -> bool:
    """Whether a small word stands right behind the works: 调试了, not 停车场收费了."""
    return any(
        _is_topic(one) and other.kind is Kind.MARK and other.start <= one.end + 1 for one, other in pairwise(said)
    )


def _subject(text: str, said: Sequence[Token], start: int, end: int) -> str:
    """What is left of a stretch without its small words, numbers and days."""
    rest: list[str] = []
    place = start
    for token in said:
        rest.append(text[place : token.start])
        place = max(place, token.end)
    rest.append(text[place:end])
    return SHAPELESS.sub("", "，".join(rest))
