"""What official paper somebody wants drafted: 起草约谈名单, 给城投拟个督办函, 写个滞后项目的通报, 征求意见的通知."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from language.dates import find_dates
from language.late import late
from language.names import Lexicon


class Paper(StrEnum):
    """The papers that are drafted from the ledgers."""

    TALKS = "talks"
    URGING = "urging"
    BULLETIN = "bulletin"
    OPINIONS = "opinions"
    COORDINATION = "coordination"
    PROBLEMS = "problems"
    REPORT = "report"
    STATE = "state"
    REQUEST = "request"
    MINUTES = "minutes"


@dataclass(frozen=True, slots=True)
class PaperRequest:
    """Which paper, to which units, about which projects or matter, until which day an answer is wanted."""

    paper: Paper
    units: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    matter: str = ""
    due: date | None = None


LONGEST = 120
_DRAFT = late(
    r"起草|草拟|代拟|拟(?=[一个份篇份写定就]|督办|催办|通报|约谈|征求|名单|通知|函)|(?:写|弄|做|准备|整理|生成|搞)(?:一|个|份|篇|下|出)|出(?:一?[个份期篇]|具)|(?:发|下|印)(?:一?[个份封张]|一下)(?=[^，。；\n]{0,6}(?:函|督办|催办|提醒单|通知单|通报))|(?:再|先)?(?:写|拟|出|搞|弄)(?:一?[份个期篇]|下)|(?:帮我|给我|替我)[^，。；\n]{0,8}(?:写|拟|出|弄|做)"
    r"|(?:名单|函|通报|通知|稿)(?:给我)?[^，。；\n]{0,4}(?:拟|写|起草|弄)(?:一?[个份下])"
)
_KINDS = (
    (late(r"请示(?!了|过|一下|领导|[区县市]长|书记)"), Paper.REQUEST),
    (late(r"约谈[^，。；\n]{0,6}(?:名单|建议|提纲|对象|通知)"), Paper.TALKS),
    (late(r"督办(?:函|单|通知|件)|催办(?:函|单|通知)|督查(?:函|通知)|提醒函|工作函"), Paper.URGING),
    (late(r"征求[^，。；\n]{0,16}意见|征集意见|意见征求|征求意见"), Paper.OPINIONS),
    (
        late(
            r"(?:滞后|超期|逾期|进度慢|进展缓慢|红黄|黄灯|红灯|未完成)[^。；\n]{0,12}通报|通报[^。；\n]{0,12}(?:滞后|超期|逾期|红黄|黄灯|红灯|未完成)"
        ),
        Paper.BULLETIN,
    ),
    (late(r"(?:协调|商请|联系|商洽|沟通)函|函(?!数)"), Paper.COORDINATION),
    (late(r"(?:问题|难点|堵点|困难|待协调(?:事项|问题)?)[^，。；\n]{0,4}(?:清单|台账|汇总表)"), Paper.PROBLEMS),
    (late(r"(?:情况|进展|工作|月度|季度|阶段)[^，。；\n]{0,4}通报|(?:月报|月度报告|月度情况)"), Paper.STATE),
    (late(r"专报|专题报告|(?:情况|进展|工作)(?:汇报|报告|说明)|汇报(?:材料|稿)"), Paper.REPORT),
    (late(r"通报(?!批评的?人)"), Paper.BULLETIN),
    (late(r"纪要"), Paper.MINUTES),
)
_TITLE = late(
    r"《(?P<title>[^》\n]{2,40})》|(?:就|对|把|关于|内容是|[:：])(?P<about>[^，。；：:\n]{3,30}?)(?:想|要|拟|向|给)?(?:征求|发|$|[，。；\n])"
)
_BEFORE_WISH = late(r"^(?P<about>[^，。；：:\n]{3,30}?)(?:想|要|拟|需要?)(?:征求|征集)")
_ASKS = late(r"[?？]$|了没有?$|吗$|怎么样|好了没|出来没|哪|几号|什么时候")


def paper_wanted(text: str, now: datetime, lexicon: Lexicon) -> PaperRequest | None:
    """The paper that is to be drafted; None where none is, or where one is only asked after."""
    said = text.strip(" 。.!！")
    if len(said) > LONGEST or not _DRAFT.search(said) or _ASKS.search(said):
        return None
    kind = next((paper for pattern, paper in _KINDS if pattern.search(said)), None)
    if kind is None:
        return None
    units = tuple(dict.fromkeys(span.candidates[0] for span in lexicon.units(said) if len(span.candidates) == 1))
    projects = tuple(lexicon.sure_projects(said))
    matter = _matter(said) if kind is Paper.OPINIONS else _about(said) if kind in _WITH_MATTER else ""
    return PaperRequest(kind, units, projects, matter, answer_by(said, now, lexicon))


_WITH_MATTER = (Paper.REQUEST, Paper.COORDINATION)
_HEAD_OF_WISH = late(
    r"^.{0,30}?(?:请示|函)(?:稿)?(?:[给报向致到][^，,。；;：:\n]{2,14})?[，,：:]\s*(?:内容是|主要是|就|关于)?(?P<matter>[^。；;\n]{4,60})"
)
_TILL = late(r"[，,]?[^，,。；;]{2,12}(?:前|之前|以前)(?:书面)?(?:回复|答复|反馈|回函)$")


def _about(said: str) -> str:
    """What a letter or a request is to be about, as it was said behind (…的函，催殡仪馆用地报批)."""
    found = _HEAD_OF_WISH.match(said)
    return _TILL.sub("", found["matter"]).strip() if found else ""


_POSTS = late(
    r"(?:督办|催办|督查|工作|提醒)函[^，。；\n]{0,6}(?:发|贴|传|转|放)[^，。；\n]{0,6}群|群里?[^，。；\n]{0,6}(?:发|贴|传|转)[^，。；\n]{0,6}(?:督办|催办|督查|工作|提醒)函"
)


def posts_paper(text: str) -> bool:
    """Whether a paper that the office signs is wanted in a group (督办函发群里)."""
    return len(text) <= 40 and _POSTS.search(text) is not None


def answer_by(text: str, now: datetime, lexicon: Lexicon) -> date | None:
    """The last day by which an answer is wanted; what lies behind today is none."""
    days = [day for span in find_dates(text, now, lexicon.registry.festivals) if (day := span.deadline())]
    return max((day for day in days if day >= now.date()), default=None)


def _matter(said: str) -> str:
    """About what opinions are wanted, in the words in which it was said."""
    if found := _BEFORE_WISH.match(said) or _TITLE.search(said):
        words = found.groupdict()
        return re.sub(r"^(?:请|帮我|给我)", "", (words.get("title") or words.get("about") or "").strip())
    return ""


_AMENDS = late(
    r"(?:函|请示|督办[单函件]?|通知|通报|稿子?)[^，。；\n]{0,10}(?:改|加|补|添|写上)"
    r"|(?:加上|改成|补上|写明|写上|注明)[^，。；\n]{0,4}(?:请于|要求|限)"
)


def amends_paper(text: str) -> bool:
    """Whether a paper that was drafted before is to say something more (函再改一下，加上请于6月15日前反馈)."""
    return len(text) <= 40 and _AMENDS.search(text) is not None and not _ASKS.search(text)
