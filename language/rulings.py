"""What the office or a leader says of a day in the ledgers: it stays, it is another, the one asked for is granted."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from language.dates import find_dates
from language.late import late
from language.names import Lexicon

LONGEST = 60
_ASKS = late(r"[?？]|吗[。]?$|没有?[。]?$|是不是|能不能|可不可以|行不行|谁|哪|几[号天]|什么|怎么|为啥|多少")
_DENIES = late(
    r"不(?:予|能|给|准|宜|许|可以?|得|好|打算)?(?:再)?(?:同意|批准?|准|延期?|顺延|推迟|延后|调整?|改期?|宽限?|缓|拖|往后[推拖挪延放]|等)(?!意见)"
    r"|(?:^|[，,。；;])不(?:行|可以?|成|同意|准|批|许)(?=$|[了的吧，,。；;])|没(?:得|有)?商量|免谈|驳回|退回|打回|等不[了起及]|[拖等]不[了得起]|别(?:再)?[拖延等]|没(?:有)?(?:同意|批准)"
    r"|(?:仍|还是|还|照|照旧|就|维持)?(?:按|照|依|维持)(?:照)?(?:着)?(?:原|之前|先前|老|既定|定好)[^，。；;\n]{0,6}|(?:日期|时间|期限|节点)?(?:雷打不动|不变|不动|不改了?)(?=$|[了的吧，,。；;])"
)
_TOO_LATE = late(r"太(?:晚|迟|久|长|靠后)|不是|不(?:行|成|可以|同意|能到|能拖到|能等到)|等不|拖不|来不及")
"""In the clause of a day which is not the one."""
_GRANTS = late(
    r"(?<!不)(?:同意|批准|准予|准许|照准)|准了|批了|可以延|(?:^|[，,。；;])(?:行|可以|好|好的|准|依[他她你]们?)(?=$|[了的吧啊，,。；;])|没意见|点头|就(?:这样|这么)办"
)
_SETS = late(
    r"最[多迟晚]|顶多|至多|只能|只(?:能)?给|[给宽放延缓推拖改挪调定提顺][限宽期延迟后到前整]*(?:到|至|为|成|在)|(?:延|推|展|改|宽|调)(?:期|迟|限|整)?(?:到|至)?(?=\d)|再给|限(?:期|在|于|到)|务必|必须|就(?:是)?(?=\d)|还是(?=\d|[本下这]?周|月)"
    r"|不(?:能|得|可)(?:超过?|晚于|迟于|过)|(?:期限|时限|时间|日期|截止)(?:是|为|定|改|到|在)*|给[^，。；;\n]{0,6}(?=\d)"
)
_BARE = re.compile(r"吧|了|的|前|之前|以前|要有?结果|有结果|办[完结好妥]|完成|办|交|报|[，,。；;\s]")


@dataclass(frozen=True, slots=True)
class Ruling:
    """What becomes of a day: `denies` a later one, `grants` what is asked, or a `day` that it is to be instead.

    `sets` where the day is said to be the new one in so many words, whether or not somebody has asked.
    """

    denies: bool
    grants: bool
    day: date | None
    sets: bool


def read_ruling(text: str, now: datetime, lexicon: Lexicon) -> Ruling | None:
    """The ruling in some words without a number; None for a question, or words that rule nothing of a day."""
    said = text.strip().rstrip("。.!！")
    if len(said) > LONGEST or _ASKS.search(said):
        return None
    day, sets = None, False
    denies = _DENIES.search(said) is not None
    for clause in re.split(r"[，,。；;\n]", said):
        spans = [] if _TOO_LATE.search(clause) else find_dates(clause, now, lexicon.registry.festivals)
        days = [found for span in spans if (found := span.deadline())]
        if days:
            rest = "".join(part for part in _outside(clause, [(span.start, span.end) for span in spans]))
            day, sets = days[-1], sets or _SETS.search(clause) is not None or not _BARE.sub("", rest)
    grants = not denies and _GRANTS.search(said) is not None
    denies = denies or _TOO_LATE.search(said) is not None
    return Ruling(denies, grants, day, sets) if denies or grants or day else None


def _outside(clause: str, spans: list[tuple[int, int]]) -> list[str]:
    """What of a clause is not of its days."""
    parts, at = [], 0
    for first, end in sorted(spans):
        parts.append(clause[at:first])
        at = max(at, end)
    return [*parts, clause[at:]]


_ORDINAL = late(
    r"^(?:会上(?:定的)?|议定的?|刚才的?|上面的?)*第\s*(?P<nr>[一二三四五六七八九十\d]{1,3})\s*[件条项个](?:事[情项]?)?"
)


def ordinal_in(text: str) -> str:
    """Which of the things that were entered last is meant (第三件3月25日前要有结果): its figure; else empty."""
    found = _ORDINAL.match(text.strip())
    return found["nr"] if found else ""


def behind_ordinal(text: str) -> str:
    """What is said of it."""
    return _ORDINAL.sub("", text.strip(), count=1).strip(" ，,：:")


_UNTIL = late(r"\d{1,2}[日号月]|[月季年]底|[本下这]?周|[明后]天")
_BY = late(r"前|之前|以前|内|为止|到期|务必|必须|限|最[迟晚]|给到|宽到|延到|办[完结好]|解决")


def sets_day(text: str) -> bool:
    """Whether a day is named by which something is to be done (3月25日前办完)."""
    return any(_UNTIL.search(part) and _BY.search(part) for part in re.split(r"[，,。；;\n]", text[:120]))


_DELAY = late(r"推迟到|提前到|宽限|放宽|延[到至期]|顺延|展期|往后|缓到|给到|再给|期限|时限")


def speaks_of_delay(text: str) -> bool:
    """Whether a day is given in place of another (宽限到27号, 时间放宽到7月5日)."""
    return _DELAY.search(text) is not None
