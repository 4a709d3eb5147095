"""Questions about what has been closed: 这个月销了几条, 3月份销了哪些问题, 销号情况."""

from datetime import datetime

from language.dates import find_dates
from language.late import late
from language.ledger_questions import names_last_meeting, names_meeting
from language.names import Lexicon
from language.query_period import period_in
from language.understanding import Period
from models.vocabulary import Topic

LONGEST = 40
_CLOSED = r"(?<![没未不该能待要])(?:销(?!售|路|毁)(?:号|掉|账|项)?|结案|办结销号|了结)"
_MANY = r"(?:[哪几多][一些少]?|多少|什么|啥)"
_HOW_MANY = late(
    rf"{_CLOSED}(?:了|过|的|掉)*(?:议定|交办)?(?:问题|事项|事|台账)?(?:一共|总共|都|共)?(?:有|是)?{_MANY}(?!时|候)"
    rf"|{_MANY}(?:[条项个件桩]|问题|议定事项|事项?|的)*[^，。；\n]{{0,8}}{_CLOSED}(?:了|掉|的)*(?=$|[?？，,。呢])"
    r"|(?<![没未])销号(?:了)?(?:的)?(?:情况|清单|明细|统计|进展|数量?|率)(?:怎么样|如何|咋样|列|报|发|说|给|是|$|[?？])"
)
_STILL = late(
    r"[没未]销|还[剩有差没]|剩下?|待销|[没未]有?(?:结|办)|能[^，。；\n]{0,3}销|可以销|该销|要销|应该?销|申请|怎么销|谁"
)
_OF_PROBLEMS = late(r"问题|难题|困难|堵点|卡点|难点")
_OF_DECISIONS = late(r"议定|会上|会议?定|次会|例会|调度会|专题会|交办|交代|决定|督办|定的事|纪要")


def asks_what_was_closed(text: str) -> bool:
    """Whether what has been closed is asked for, and not what still stands open."""
    said = text.strip()
    of_one = names_meeting(said) is not None or names_last_meeting(said)
    return len(said) <= LONGEST and _HOW_MANY.search(said) is not None and not _STILL.search(said) and not of_one


_STANDING = late(
    rf"(?:挂着?|[没未]有?销(?:号|掉)?|在挂|待销)(?:的|了)*(?:还|一共|总共)?(?:有|剩|是)?{_MANY}[条件个]?(?=$|[?？，,。呢吗])"
    rf"|(?:还|现在|目前|一共|总共)*(?:有|剩下?)?{_MANY}[条件个]?(?!项)[^，。；\n]{{0,4}}(?:挂着|[没未]有?(?:了结|结|销(?:号|掉)?))"
)
_OF_WORKS = late(r"节点|项目|单位|手续|户|亩|问题|议定|交办|会|证|号码")


def asks_what_stands(text: str) -> bool:
    """Whether all that is still open in the ledgers is asked for, of no sort (还挂着几条, 还剩哪几条没销)."""
    said = text.strip()
    return len(said) <= 20 and _STANDING.search(said) is not None and not _OF_WORKS.search(said)


def of_which_ledgers(text: str) -> tuple[bool, bool]:
    """Whether problems are meant, and whether decisions are; both where neither is named."""
    problems, decisions = _OF_PROBLEMS.search(text) is not None, _OF_DECISIONS.search(text) is not None
    return problems or not decisions, decisions or not problems


def period_of(text: str, now: datetime, lexicon: Lexicon) -> Period | None:
    """In which days; None where no time is said."""
    return period_in(find_dates(text, now, lexicon.registry.festivals), text, Topic.PROBLEMS, None, now)
