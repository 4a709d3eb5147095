"""Which problems a clause tells of, given what its sentence told before."""

from collections.abc import Sequence
from dataclasses import replace

from language.hearing import Problems
from language.late import late
from language.problems import NO_PROBLEMS, SHIRKED, UNABLE, problems_of
from language.report.beside_ends import comes_after
from language.report.course import Course
from language.report.saying import Saying
from language.report.trouble_cues import (
    affects,
    of_permit,
    only_done,
    own_category,
    stay_in_the_way,
    still_out,
)
from language.report.trouble_words import (
    ACCESS,
    AMENDS,
    BARELY_STUCK,
    BARS,
    CUTTING,
    DENIES,
    FAULT,
    FEAST,
    GIVEN,
    GOES,
    HALTED,
    HELD_BACK,
    IDLES,
    LEAVES,
    LEFT_OUT,
    MOVES_LINES,
    MOVING,
    MUTUAL,
    NEXT_STEP,
    NOT_GRANTED,
    NOT_PAID_OUT,
    OF_IT,
    OPINIONS,
    SHORT_OF_PAPERS,
    SILENT,
    STUCK,
    SUFFERS,
    SURVEYS,
    UNGRANTED,
    UNWILLING,
    WANTING,
    WINDOW,
    WITHDRAWN,
)
from language.structure import Gap
from language.tables.headings import PLANS, Role
from models.registry import ProjectEntry
from models.vocabulary import NodeKind, ProblemCategory, Status

REVIEWED_FIRST = late(r"等[^，。；没未不]{0,4}(?:图审|审图|施工图审查)[^，。；没未不]{0,8}$")
DONE_FIRST = late(r"等[^，。；没未不]{1,18}(?:完|好|成|以后|之后|后)(?:了|以后|之后|后)*[，、]?(?:[才再]|方可)")
OBSTACLES = frozenset(
    {
        ProblemCategory.ACQUISITION,
        ProblemCategory.UTILITIES,
        ProblemCategory.GREENING,
        ProblemCategory.TRAFFIC,
        ProblemCategory.LAND,
    }
)
"""What may stand in the way without a word that says so."""
HALTING = ((ProblemCategory.FUNDING,), (ProblemCategory.APPROVAL,))
"""Why somebody has works stopped."""


def told_problems(course: Course, saying: Saying, projects: Sequence[ProjectEntry], needs_help: bool) -> Problems:
    """The problems of a segment, given what was said before it."""
    course.gone_home = False
    if saying.role in PLANS or LEFT_OUT.match(saying.text):
        return NO_PROBLEMS
    course.before = course.last_topic if course.last_topic in OBSTACLES else None
    latent = None if saying.heard.weighty and not OF_IT.match(saying.text) else course.memory.latent
    latent = latent or (course.last_topic if OF_IT.match(saying.text) and saying.clause.gap <= Gap.COMMA else None)
    of_node = next(filter(None, map(own_category, saying.target.nodes.values())), None)
    found = problems_of(saying.heard, _is_weighty(course, saying, needs_help), of_node, latent)
    if found.categories == (ProblemCategory.ACQUISITION,) and only_done(saying):
        return NO_PROBLEMS  # 已腾空的房子拆了88户
    course.gone_home = _goes_home(course, saying)
    if course.gone_home and found.categories in ((), (ProblemCategory.CONSTRUCTION,)):
        return NO_PROBLEMS  # 工人回家过年，工地停了
    if course.memory.unexplained and found.categories == (ProblemCategory.CONSTRUCTION,) and IDLES.search(saying.words):
        return NO_PROBLEMS  # 主体停着，塔吊也不转
    if found.categories == (ProblemCategory.CONSTRUCTION,) and _has_surveyed(saying):
        return NO_PROBLEMS  # 考古队昨天撤场
    if found.categories in ((), (ProblemCategory.OTHER,)) and (mutual := _waited_for_each_other(course, saying)):
        found = Problems((mutual,))
    if course.before is not None and _only_bears_it(course, saying, found):
        found = Problems((course.before,))
    if course.goes_on(saying, projects) and _says_no_more(course, saying, found, of_node):
        return NO_PROBLEMS
    if _is_about_a_paper(saying, found):
        return Problems((ProblemCategory.APPROVAL,))
    if not found.categories and stay_in_the_way(saying, projects):
        return Problems((ProblemCategory.ACQUISITION,))
    if not found.categories and (category := still_out(saying)) is not None:
        course.waited = (saying, Problems((category,)))
    if found.categories == (ProblemCategory.SUPPLY,) and _is_of_lines(course, saying, of_node):
        found = Problems((ProblemCategory.UTILITIES,))
    if found.categories == (ProblemCategory.DESIGN,) and _only_answers(course, saying):
        return NO_PROBLEMS
    if _only_comes_after(saying, found):
        return NO_PROBLEMS
    if _only_counts_or_waits(course, saying, found):
        course.waited = (saying, found)
        return NO_PROBLEMS
    waited_for = found.site_wide and GIVEN.search(saying.text) is not None
    return replace(found, site_wide=False) if waited_for else found


def _has_surveyed(saying: Saying) -> bool:
    """考古队撤场: who only looks, digs or measures has done so when they leave."""
    if LEAVES.search(saying.text) is None:
        return False
    heritage = any(node.kind is NodeKind.HERITAGE for node in saying.target.nodes.values())
    return heritage or SURVEYS.search(saying.text) is not None


def _waited_for_each_other(course: Course, saying: Saying) -> ProblemCategory | None:
    """杆线一根没动，移动联通互相等: what the node in force is about, which nobody of them begins."""
    found = MUTUAL.search(course.text, saying.segment.start, min(len(course.text), saying.segment.end + LONGEST_NAME))
    if found is None or found.start() >= saying.segment.end or saying.role in PLANS:
        return None
    nodes = [*saying.target.nodes.values(), *course.memory.sentence.values()]
    return next((own for node in nodes if (own := own_category(node)) is not None), None)


LONGEST_NAME = 8
"""How far 自来水等燃气 reaches into the next clause that 燃气等自来水 stands before."""


def _says_no_more(course: Course, saying: Saying, found: Problems, of_node: ProblemCategory | None) -> bool:
    """Whether a clause only tells what follows from the trouble that was told right before it."""
    if HALTED.search(saying.text) and found.categories[:1] in HALTING:
        return True  # 设备采购被投诉，财政局叫停了
    if (affects(saying) or SUFFERS.search(saying.text)) and not saying.heard.alone:
        return True  # 消防意见没拿到，影响验收; 杆线没迁，场地施工受到影响
    if _only_follows(course, found, of_node, saying):
        return True
    unpaid = found.categories == (ProblemCategory.CONSTRUCTION,) and course.has_told_of(ProblemCategory.FUNDING)
    if unpaid and HELD_BACK.search(saying.text):
        return True  # 设备款没凑齐，厂家压着不发货
    if found.categories == (ProblemCategory.STABILITY,) and BARS.search(saying.text):
        return False  # 嫌过渡费低谈不拢，把便道堵了
    return not course.moved_on and (found.guessed or _is_shut_out(course, saying, found))


def _is_about_a_paper(saying: Saying, found: Problems) -> bool:
    """Whether what is told is that a paper is not granted, whatever else it sounds like."""
    if found.categories == (ProblemCategory.CONSTRUCTION,):
        wants = UNGRANTED.search(saying.text) or SHORT_OF_PAPERS.search(saying.text)
        return of_permit(saying) and wants is not None  # 通航安全核查意见没批, 施工许可证缺两样
    if found.categories:
        return False
    if saying.status is Status.BLOCKED and NOT_GRANTED.search(saying.text):
        return True  # 危岩清除卡在爆破作业没批
    if saying.heard.solved:
        return False
    if of_permit(saying) and SHORT_OF_PAPERS.search(saying.text):
        return True  # 施工许可证差人防那张回执
    silent = of_permit(saying) and SILENT.search(saying.text) is not None
    return silent or (saying.role is Role.PROBLEM and UNGRANTED.search(saying.text) is not None)


def _goes_home(course: Course, saying: Saying) -> bool:
    """班组全走了，过完正月十五才来: who leaves for a feast is not wanting; the sentence need not begin with it."""
    if GOES.search(saying.text) is None or WANTING.search(saying.text) is not None:
        return False
    start, end = course.text.rfind("。", 0, saying.segment.start) + 1, course.text.find("。", saying.segment.end)
    return FEAST.search(course.text, start, len(course.text) if end < 0 else end) is not None


def _is_of_lines(course: Course, saying: Saying, of_node: ProblemCategory | None) -> bool:
    """管线切改卡在电力这家, 光缆横着，运营商不来迁: whose line it is, of a line that is to go."""
    if of_node is ProblemCategory.UTILITIES:
        moved = all(MOVES_LINES.search(node.name) for node in saying.target.nodes.values())
        return moved or CUTTING.search(saying.text) is not None
    if WINDOW.search(saying.text):
        return True
    told = course.sentence[-1].trouble.problems.categories if course.just_told and course.sentence else ()
    return told == (ProblemCategory.UTILITIES,) and MOVING.search(saying.text) is not None


def _only_follows(course: Course, found: Problems, of_node: ProblemCategory | None, saying: Saying) -> bool:
    """Whether a clause only goes on with what was told before: 光缆没迁，几家互相推; 嫌井盖不平、树没清."""
    if found.categories == (ProblemCategory.OTHER,):
        return SHIRKED.search(saying.text) is not None
    if found.categories == (ProblemCategory.APPROVAL,):
        return BARELY_STUCK.search(saying.words) is not None
    handing = of_node is ProblemCategory.HANDOVER or course.finds_fault or FAULT in saying.text
    return handing and course.has_told_of(ProblemCategory.HANDOVER)


def _is_shut_out(course: Course, saying: Saying, found: Problems) -> bool:
    """居民堵了大门，混凝土车进不来: what those in the way keep out."""
    if found.categories != (ProblemCategory.CONSTRUCTION,):
        return False
    if WITHDRAWN.search(saying.text) and course.has_told_of(ProblemCategory.WEATHER):
        return True  # 洪峰要过，栈桥上的人撤了
    keeps_out = (ProblemCategory.STABILITY, ProblemCategory.WEATHER, ProblemCategory.ENVIRONMENT)
    return ACCESS.search(saying.text) is not None and any(map(course.has_told_of, keeps_out))


def _only_bears_it(course: Course, saying: Saying, found: Problems) -> bool:
    """楼前那根电杆没挪，塔吊转不开: what cannot be done suffers from the thing told of right before."""
    bears = found.categories == (ProblemCategory.CONSTRUCTION,) and not saying.heard.alone
    close = saying.clause.gap <= Gap.COMMA and not course.has_told
    return bears and close and UNABLE.search(saying.text) is not None


def _only_answers(course: Course, saying: Saying) -> bool:
    """审查意见返回来了，正在改图: of a permit that is the usual way."""
    returned = OPINIONS.search(saying.text) is not None or (course.returned and saying.clause.gap <= Gap.COMMA)
    return returned and (of_permit(saying) or course.returned) and AMENDS.search(saying.text) is not None


def _only_comes_after(saying: Saying, found: Problems) -> bool:
    """生产许可等设备装好再报, 等图审公司出合格书: what is to come before something else is no trouble."""
    if found.categories == (ProblemCategory.DESIGN,):
        return REVIEWED_FIRST.search(saying.text) is not None and not saying.heard.weighty
    guessed = found.categories in ((ProblemCategory.CONSTRUCTION,), (ProblemCategory.APPROVAL,))
    return guessed and comes_after(saying) and DONE_FIRST.search(saying.text) is not None


def _only_counts_or_waits(course: Course, saying: Saying, found: Problems) -> bool:
    """批复没到手 of a permit and 还有4座坟没迁 of an acquisition tell how far it is, and of no trouble."""
    if saying.role is Role.PROBLEM or saying.heard.weighty or course.memory.unexplained:
        return False
    if found.categories == (ProblemCategory.ACQUISITION,):
        counted = saying.leaves and any(node.kind is NodeKind.ACQUISITION for node in course.memory.label.values())
        return counted and not UNWILLING.search(saying.text)
    if found.categories == (ProblemCategory.APPROVAL,) and (
        NEXT_STEP.search(saying.words) or saying.status is Status.CONDITIONAL
    ):
        return True  # 施工许可容缺受理: what lacks is to come later
    if found.categories == (ProblemCategory.UTILITIES,):
        own = any(node.kind is NodeKind.UTILITIES for node in saying.target.nodes.values())
        return own and saying.status is Status.NOT_STARTED and not STUCK.search(saying.text)  # 那段还没动
    if found.categories == (ProblemCategory.FUNDING,) and (found.guessed or NOT_PAID_OUT.match(saying.text)):
        nodes = [*saying.target.nodes.values(), *course.memory.sentence.values()]
        financing = any(node.kind is NodeKind.FINANCING for node in nodes)
        return financing and not STUCK.search(saying.text)
    return of_permit(saying) and found.categories == (ProblemCategory.APPROVAL,) and not STUCK.search(saying.text)


WEATHERED = late(
    r"[，、 ]*(?:因为?|由于|主要|都?是|这几天|这两天|今天|最近|天天|一直|那边|山上|海上|江面|现场)*"
    r"(?:[风雨雪雾浪潮天霾][\u4e00-\u9fff]{0,2}(?:大|密|冷|热|猛|急|浓|不停|不断|不小)|[大暴][雨雪风雾浪])了?[。！ ]*"
)
"""停工，雪大: said behind a standstill, the weather is why."""


def _is_weighty(course: Course, saying: Saying, needs_help: bool) -> bool:
    """Whether a segment is known to tell of a problem; what only goes on with one told is not."""
    known = bool(course.pending or course.sentence)
    if known and saying.clause.gap <= Gap.COMMA and not saying.heard.weighty:
        return False
    alone = needs_help and course.owner is None and not course.pending
    explains = (
        course.memory.unexplained and (DENIES.search(saying.text) or WEATHERED.fullmatch(saying.text)) is not None
    )
    blocked = saying.role is Role.PROBLEM or saying.status is Status.BLOCKED
    return blocked or saying.heard.weighty or explains or alone
