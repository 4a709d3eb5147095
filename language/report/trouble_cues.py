"""What one clause shows of a trouble: whether it guesses, builds, affects, holds, slows, counts, leads."""

from collections.abc import Sequence
from typing import NamedTuple

from language.belonging import PERMITS, WORKS_KINDS
from language.facts import Act
from language.hearing import Problems
from language.late import late
from language.problems import OF_KIND, STAYS, holds_up
from language.report.saying import Saying
from language.report.small_words import FILLERS, HAN
from language.report.tokens import Kind
from language.report.trouble_words import (
    AFFECTING,
    AT_ITS_PLACE,
    AT_ODDS,
    CANNOT,
    DAYS,
    DENIES,
    GOES_ON,
    LEFT,
    MAKES_HANDOVER,
    MAKES_SUPPLY,
    OVER,
    PAPER,
    REFUSES_TO_TAKE,
    RETURNED,
    SLACK,
    SLOWED,
    TAKES_OVER,
    THERE,
    THEY_SAY,
    UNAFFECTED,
)
from language.tables.marks import Mark
from language.tables.works import Stage
from models.registry import NodeEntry, ProjectEntry
from models.vocabulary import NodeKind, ProblemCategory, Status

NOT_COME = late(r"[没未]有?(?:到货?|来货?|进场|发货|交货)|不到货|在路上|压货|断货|缺货")


class Trouble(NamedTuple):
    """A problem or a cry for help whose owner is not known yet."""

    project: str
    problems: Problems
    needs_help: bool
    words: str


def is_guess(trouble: Trouble) -> bool:
    """Whether a trouble is but a guess of what anything may lack, or nobody has said yet what it is about."""
    categories = trouble.problems.categories
    if categories == (ProblemCategory.OTHER,):
        return AT_ODDS.search(trouble.words) is not None
    if categories == (ProblemCategory.APPROVAL,):
        return RETURNED.search(trouble.words) is not None
    return trouble.problems.guessed and categories == (ProblemCategory.CONSTRUCTION,)


def builds(saying: Saying) -> bool:
    """送出线路铁塔: whether works are named that are built."""
    stages = {each.value for each in saying.segment.tokens if each.kind is Kind.WORK}
    return bool(stages - {None, Stage.CLEARING})


def affects(saying: Saying) -> bool:
    """Whether a clause only tells what is held up by what was told before."""
    return saying.words.startswith(AFFECTING)


def still_out(saying: Saying) -> ProblemCategory | None:
    """What a node that is not there yet may hold up others by: a permit, money, power."""
    if not saying.segment.subjects or saying.heard.solved or not saying.target.nodes:
        return None
    node = next(iter(saying.target.nodes.values()))
    out = saying.leaves or DENIES.search(saying.text) is not None or LEFT.search(saying.text) is not None
    if MAKES_SUPPLY.search(node.name):
        return ProblemCategory.SUPPLY if out else None
    if node.kind in OF_KIND:
        return OF_KIND[node.kind] if out else None
    return ProblemCategory.APPROVAL if Act.PENDING in saying.judgement.acts and of_permit(saying) else None


def is_held(saying: Saying) -> bool:
    """Whether a clause that names a node says that it stands still, or cannot be done."""
    if not saying.segment.subjects:
        return slows(saying)
    if UNAFFECTED.search(saying.text) or "不受影响" in saying.text:
        return False
    cannot = holds_up(saying.text) or CANNOT.search(saying.text) is not None
    slow = Mark.SLOW in saying.segment.said or SLACK.search(saying.text) is not None
    return cannot or slow or saying.status is Status.BLOCKED


def slows(saying: Saying) -> bool:
    """人手紧，进度慢下来了, 占道没批，这一段挖不了: what is held up is what was spoken of."""
    if saying.target.closed or saying.target.works:
        return False
    place = THERE.match(saying.text) is not None
    own = not (saying.target.foreign or saying.target.strange) and SLOWED.search(saying.text) is not None
    return own or (place and (saying.status is Status.BLOCKED or CANNOT.search(saying.text) is not None))


def own_category(node: NodeEntry) -> ProblemCategory | None:
    """What an objection to a node is about."""
    return ProblemCategory.HANDOVER if MAKES_HANDOVER.search(node.name) else OF_KIND.get(node.kind)


BUILT = WORKS_KINDS | {NodeKind.START}
CLEARS = late(r"[搬签腾迁征拆]")


def stay_in_the_way(saying: Saying, projects: Sequence[ProjectEntry]) -> bool:
    """桩基还有两户没搬: those who stay are counted where land is cleared, and in the way where something is built."""
    if saying.heard.solved or saying.heard.unreal or (found := STAYS.search(saying.text)) is None:
        return False
    if found[0][0] == "家" and found[0].endswith("谈"):
        return False  # 运管和公交两家没谈好
    nodes = list(saying.target.nodes.values())
    if not nodes:
        plan = [node for project in projects for node in project.nodes]
        return not any(node.kind is NodeKind.ACQUISITION or CLEARS.search(node.name) for node in plan)
    return all(node.kind in BUILT and CLEARS.search(node.name) is None for node in nodes)


def only_done(saying: Saying) -> bool:
    """Whether all that is counted is done, and nothing is denied or weighs."""
    counts = saying.measures.counts
    done = bool(counts) and all(each.quantity.done is not None for each in counts)
    return done and not saying.heard.weighty and saying.segment.said.isdisjoint({Mark.NOT, Mark.LACK, Mark.BLOCKED})


def of_permit(saying: Saying) -> bool:
    """Whether a clause is told of a permit."""
    return any(node.kind in PERMITS for node in saying.target.nodes.values())


def names_its_goods(saying: Saying) -> bool:
    """制冰机组 of the node 制冰系统安装: whether works begin with the word that tells a node apart."""
    nodes = {each.start: each.end for each in saying.segment.subjects if each.kind is Kind.NODE}
    return any(
        each.kind is Kind.WORK and nodes.get(each.start, each.end) < each.end for each in saying.segment.subjects
    )


def lacks_its_part(saying: Saying) -> bool:
    """窖池砌了220口，灌装机没到: a part of another node is what has not come."""
    works = [each for each in saying.segment.subjects if each.kind is Kind.WORK and each.value is not None]
    return (
        bool(works)
        and NOT_COME.search(saying.text) is not None
        and saying.target.part
        and not saying.target.strange
        and not saying.target.foreign
    )


def is_of_the_whole(trouble: Trouble, saying: Saying, held: NodeEntry) -> bool:
    """竣工验收11月底完成，物业不愿接管: who takes over, takes over the whole."""
    handed_over = trouble.problems.categories == (ProblemCategory.HANDOVER,)
    own = held.kind is NodeKind.OPERATION or MAKES_HANDOVER.search(held.name) is not None
    gives = TAKES_OVER.search(saying.text) is None  # 物业不肯交站房
    return handed_over and not own and not gives and not saying.measures.counts


def is_taken_over(trouble: Trouble, saying: Saying) -> bool:
    """物业不肯接管新管网: what is to be taken over stands behind the refusal, and is no subject."""
    first = saying.segment.subjects[0] if saying.segment.subjects else None
    if trouble.problems.categories != (ProblemCategory.HANDOVER,) or first is None:
        return False
    return REFUSES_TO_TAKE.search(saying.text[: first.start - saying.segment.start]) is not None


def tells_only_where(trouble: Trouble, saying: Saying) -> bool:
    """基坑东侧居民说房子开裂: whether a node's name only tells where people stand, or what they complain of."""
    first = saying.segment.subjects[0] if saying.segment.subjects else None
    if trouble.problems.categories != (ProblemCategory.STABILITY,) or first is None or first.kind is Kind.PART:
        return False
    if saying.status is Status.BLOCKED:
        return False
    start = first.start - saying.segment.start
    behind = saying.text[first.end - saying.segment.start :]
    return AT_ITS_PLACE.match(behind) is not None or THEY_SAY.search(saying.text[:start]) is not None


def names_own_paper(saying: Saying) -> bool:
    """涉路施工许可公路局还没批: whether a clause begins with a paper that is no node of the plan."""
    if not saying.target.works or saying.segment.start > saying.clause.start:
        return False  # 主管网过国道那段|涉路许可没批
    return any(each.kind is Kind.WORK and PAPER.search(each.text) for each in saying.segment.subjects)


def is_of_others(saying: Saying) -> bool:
    """桥涵不受影响, 屋里水电接着做: with a subject of its own it solves nothing of what was told before."""
    if saying.segment.subjects and UNAFFECTED.search(saying.text) is not None:
        return True
    goes_on = GOES_ON.search(saying.text) if saying.resumes else None
    if goes_on is None or saying.heard.solved:
        return False
    lead = saying.text[: goes_on.start()]
    own = saying.segment.subjects or len(HAN.findall(FILLERS.sub("", DAYS.sub("", lead)))) > 1
    return bool(own) and OVER.search(lead) is None


def only_leads(saying: Saying) -> bool:
    """受大风影响，沉桩两天没干: a clause of a cause alone, whose effect follows."""
    body = saying.segment.body
    causes = bool(body) and body[0].kind is Kind.MARK and body[0].value is Mark.CAUSE
    told_itself = saying.judgement.moved or saying.judgement.due_on or saying.status is not None
    return causes and not saying.segment.subjects and not told_itself
