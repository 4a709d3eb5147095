"""Whom a trouble is laid to: the node its clause names, the one spoken of, or nobody yet."""

from language.belonging import WORKS_KINDS
from language.hearing import Problems
from language.late import late
from language.problems import OF_KIND
from language.report.course import Course
from language.report.draft import Draft
from language.report.saying import Saying
from language.report.tokens import Kind
from language.report.trouble_cues import (
    Trouble,
    builds,
    is_of_the_whole,
    is_taken_over,
    lacks_its_part,
    names_its_goods,
    names_own_paper,
    tells_only_where,
)
from language.report.trouble_words import (
    PETITIONS,
    PLACED,
)
from language.structure import Gap
from language.terms import index_of, nodes_of_kind
from models.registry import NodeEntry, ProjectEntry
from models.vocabulary import NodeKind, ProblemCategory, Status

OF_PLACES = frozenset({ProblemCategory.ACQUISITION, ProblemCategory.LAND})
"""What is told of the place of some works is told of these works."""
AT_WORK = (ProblemCategory.CONSTRUCTION,)


OF_ANYTHING = frozenset({None, "个", "处", "户", "家", "人"})
"""Units in which people and places are counted as well as works: 有3个小区居民不同意."""
OTHER_TENDER = late(r"[^投流废开招中围串弃评重竞]标(?![准段])|监理|勘察|设计|采购|检测")
"""监理标没人报名: a tender of something else than the works."""


def only_tender(project: ProjectEntry, problems: Problems, saying: Saying) -> NodeEntry | None:
    """投标人不够三家，流标了: the one tender of a project's plan, where bids fail and nothing else is named."""
    named = saying.segment.subjects or "卡在" in saying.text or OTHER_TENDER.search(saying.text)
    if problems.categories != (ProblemCategory.TENDER,) or named:
        return None
    tenders = nodes_of_kind(project, NodeKind.TENDER)
    return tenders[0] if len(tenders) == 1 else None


ITS_OWN = ("图纸", "施工图", "设计", "便道", "监理", "设备", "材料")
"""What makes of a node's name the name of a thing that the node needs."""


def named_in_compound(project: ProjectEntry, problems: Problems, saying: Saying) -> NodeEntry | None:
    """路基工程|图纸没到, 管网敷设|设计没出: a thing that is called after a node lacks to that node."""
    first = saying.segment.subjects[0] if saying.segment.subjects else None
    if first is None or first.kind is not Kind.WORK or first.value is not None or not saying.target.works:
        return None
    if not problems.categories or problems.categories == (ProblemCategory.TENDER,):
        return None
    if not first.text.endswith(ITS_OWN):
        return None
    named = index_of(project).find(first.text)
    if not named or named[0].start or named[0].weak or len(named[0].nodes) != 1 or named[0].end == len(first.text):
        return None
    node = named[0].nodes[0]
    return node if node.kind in WORKS_KINDS and node.name.startswith(named[0].text) else None


def owner_of(course: Course, trouble: Trouble, saying: Saying) -> Draft | None:
    """The node or project that a trouble is laid to; None where that is not known yet."""
    project, target = trouble.project, saying.target
    if tells_only_where(trouble, saying) or is_taken_over(trouble, saying):
        return None
    if not trouble.problems.categories:
        if course.pending:
            return None
        if course.owner is not None and course.owner.project == project:
            return course.owner
        if course.stuck and course.stuck[-1].project == project:
            return course.stuck[-1]  # 林地手续卡在省林业局，怕赶不上开工，恳请协调
    node = target.nodes.get(project)
    stopped = saying.status is Status.BLOCKED and not target.closed
    if node is not None and not target.works and (saying.names_node or stopped):
        return course.draft(project, node)
    if target.works and (first := saying.first_named(project)) is not None:
        return course.draft(project, first)  # 净化装修图纸改了四版没定
    return _inherited(course, trouble, saying, node)


def _inherited(course: Course, trouble: Trouble, saying: Saying, node: NodeEntry | None) -> Draft | None:
    """The owner by what was spoken of before, where the clause names none itself."""
    project, target = trouble.project, saying.target
    implied = course.memory.implied.get(project)
    if implied is not None and node is None and saying.text.startswith("的") and not trouble.problems.site_wide:
        return course.draft(project, implied)  # 配水管网|的管材厂家压着不发货: part of a project's name, and its node's
    own_kind = node is not None and OF_KIND.get(node.kind) in trouble.problems.categories
    if own_kind and not (saying.target.foreign and saying.clause.gap >= Gap.STOP):
        return course.draft(project, node)
    if saying.status is Status.BLOCKED and not target.nodes and not target.works and not target.foreign:
        return course.draft(project, None)  # 站房主体11月完工，目前因大雪停工
    if any(
        each.project == project and each.problems.categories == trouble.problems.categories for each in course.pending
    ):
        return None
    if (same := _same(course, trouble)) is not None:
        return same
    held = course.memory.sentence.get(project)
    clearing = held is not None and held.kind is NodeKind.ACQUISITION
    stability = trouble.problems.categories == (ProblemCategory.STABILITY,)
    if stability and not clearing and PETITIONS.search(saying.text):
        return None  # 外墙保温正在施工，因欠薪有十几人上访
    if held is None and node is not None and not target.closed and not target.works:
        some = PLACED.search(saying.text) is not None or _is_of_counted(course.draft(project, node), saying)
        held = node if some else None  # 南门口那段底下有军缆
    own = target.works and saying.segment.start <= saying.clause.start and builds(saying)
    if own and set(trouble.problems.categories) & OF_PLACES:
        return None  # 组件11兆瓦，送出线路铁塔占地补偿谈不拢
    if trouble.problems.categories == (ProblemCategory.TENDER,) and saying.segment.subjects and target.works:
        return None  # 主体9层，机电安装招标废标了
    if held is not None and held.kind is NodeKind.START and own and trouble.problems.categories == AT_WORK:
        return None  # 9月28日就开了，是基坑降水没做好: what goes wrong at work is not of the beginning
    if _is_of_own_paper(course, trouble, saying):
        return None  # 桩基40根，涉路许可公路局还没批
    if held is not None and node is not None and (names_its_goods(saying) or lacks_its_part(saying)):
        held = node  # 屋面完成三成，制冰机组压在海关: of the 制冰系统
    approval = trouble.problems.categories == (ProblemCategory.APPROVAL,) and not course.memory.unexplained
    if approval and held is not None and held.kind in WORKS_KINDS and names_own_paper(saying):
        return None  # 桩基完成40根，涉路施工许可公路局还没批
    if held is not None and saying.target.works and course.memory.target.closed:
        return None  # 主体封顶完成，天太冷抹灰停了: nothing holds up what is done
    if held is None or trouble.problems.site_wide or is_of_the_whole(trouble, saying, held):
        return None
    return course.draft(project, held)


def _is_of_counted(told: Draft, saying: Saying) -> bool:
    """有6台住户不同意: some of the pieces in which the node that was spoken of is counted."""
    counted = {each.quantity.unit for each in told.counts}
    units = {each.value.unit for each in saying.segment.body if each.kind is Kind.NUMBER}
    return bool(counted & units - OF_ANYTHING)


def _is_of_own_paper(course: Course, trouble: Trouble, saying: Saying) -> bool:
    """Whether a clause tells of a paper that no plan has, and not why the node before it stands still."""
    if trouble.problems.categories != (ProblemCategory.APPROVAL,) or course.memory.unexplained:
        return False
    first = saying.segment.subjects[0] if saying.segment.subjects else None
    if first is None or first.kind is not Kind.WORK or first.value is not None or not saying.target.works:
        return False
    return first.start - saying.clause.start <= 3


def _same(course: Course, trouble: Trouble) -> Draft | None:
    """可研卡在资金来源上，财政迟迟不出函: the same problem told once more is whose it was."""
    for told in course.sentence:
        same = told.trouble.project == trouble.project and bool(told.trouble.problems.categories)
        if same and set(trouble.problems.categories) <= set(told.trouble.problems.categories):
            return told.draft
    return None
