"""The status that a segment gives a node, work that is no node, or the project."""

from typing import NamedTuple

from language.belonging import WORKS_KINDS
from language.facts import Act
from language.facts.acts import AHEAD
from language.kinds import CROSSING
from language.late import late
from language.pleas import asks_for_help
from language.problems import IDLE_SITE
from language.report.aspects import VISITED
from language.report.beside_ends import brings, comes_after, lacks_its_report, mends
from language.report.needs import only_of_needs
from language.report.saying import Saying
from language.report.small_words import FILLERS, STANDS_AT
from language.report.tokens import Kind
from language.report.trouble_words import ACCESS
from language.tables.headings import Role
from language.tables.marks import Mark
from language.tables.measures import TRIVIAL
from language.tables.works import WORK_VERBS
from models.registry import NodeEntry
from models.vocabulary import NodeKind, ProblemCategory, Status

MOVING = frozenset({Act.PROGRESS, Act.ENTERED, Act.RESUMED})
"""What makes work that is no node count as the project being under way."""

ON_PAPER = frozenset({Act.STEP, Act.STEPPED})
LOOKED_AT = ON_PAPER | {Act.NAMED}
DEALS = ("合同", "协议", "会审", "交底", "图纸", "专项方案", "施工方案", "拆除方案", "吊装方案", "深化")
"""What is agreed, drawn or talked over before anything is built."""
BUILT = WORKS_KINDS | {NodeKind.START, NodeKind.OPERATION}
ON_SITE = frozenset({NodeKind.FOUNDATION, NodeKind.STRUCTURE, NodeKind.TOPPING_OUT, NodeKind.INSTALLATION})
BEGINS = frozenset({NodeKind.START, NodeKind.OPERATION})
MOMENTS = BEGINS | {NodeKind.COMPLETION, NodeKind.TOPPING_OUT}
"""What comes in one moment is not under way while something is waited for."""

WHOLE_SITE = late(r"全面停工|全线停工|全部停工|停工整改|停工整顿|全场停工")
WHOLE_SITE_RESUMES = late(r"恢复施工|全面复工|复工了|已复工|今[天日]复工|昨[天日]复工")
STOPS_FIRST = late(r"[，、 ]?(?:已经?|又|都|就|现在|目前|工地|现场|整个工地)?暂?停(?!水|电|气|车|机|止供)")
SOME_OF_IT = late(
    r"有(?:一?部分|一?些|[一二两三四五六七八九十几多\d]{1,3}[处段根个座孔台棵基户批]"
    r"(?![\u4e00-\u9fff]{0,4}(?:[不没未拒拦阻堵闹])))"
)
"""有两处顶着高压线没法吊: some of it stands still."""
STOPPED_AT = late(
    r"(?:[干做建修打挖浇铺砌盖装搭施][工到]?|进行)?[到至][^，。；]{1,8}(?:就|便|以后|之后)[^，。；]{0,2}(?:停|撂|搁|没再|不干)"
)
"""干到三层就停了: how far it has come, and no part of it."""
TROUBLE_ROLES = (Role.PROBLEM, Role.HELP)


class Before(NamedTuple):
    """What the clauses before have told."""

    trouble_told: bool
    left_over: bool
    stood_still: bool
    trouble_in_sentence: bool = False


def status_of(saying: Saying, node: NodeEntry | None, before: Before) -> Status | None:
    """What a segment's verbs say of a node, or of the project where there is none."""
    if saying.status is None and Act.PARTLY_DONE not in saying.judgement.acts:
        return None
    if (
        _only_tells_trouble(saying, node, before)
        or _only_counts(saying, node)
        or _of_a_part(saying, before)
        or _of_something_else(saying, node, before)
        or (node is not None and _only_of_what_it_needs(saying, node))
        or (node is not None and (mends(saying, node) or lacks_its_report(saying, node)))
    ):
        return None
    if node is not None and node.kind is NodeKind.FINANCING and saying.target.part and saying.status is Status.DONE:
        return Status.IN_PROGRESS  # 专项债到了一半
    part = saying.target.part and not (saying.names_node and STOPPED_AT.search(saying.text))
    if node is None or saying.target.works or part:
        return _without_node(saying, node, before)
    return _of_node(saying, node)


def _only_tells_trouble(saying: Saying, node: NodeEntry | None, before: Before) -> bool:
    """Whether the verbs are of what goes wrong, and of what is being done about it."""
    status, judgement = saying.status, saying.judgement
    troubles = saying.role in TROUBLE_ROLES and status is not Status.BLOCKED and Act.RESUMED not in judgement.acts
    if asks_for_help(saying.text, saying.role) or troubles:
        return True  # 问题：停了4天，周一恢复了 is under way
    if saying.troubled and status is Status.DONE and judgement.done_on is None:
        return True
    if status is Status.BLOCKED and (saying.heard.unreal or _only_somebodys(saying)):
        return True  # 如果泄洪，拦河堰可能要停
    own_word = saying.segment.subjects or saying.resumes or judgement.of_the_rest
    answered = node is not None and node.kind is NodeKind.TENDER and Act.PROGRESS in judgement.acts
    if before.trouble_told and status in (Status.IN_PROGRESS, Status.NOT_STARTED) and not own_word and not answered:
        return True
    if before.trouble_in_sentence and judgement.acts == {Act.PENDING} and not own_word and node is not None:
        return True  # 煤气管横着，绕不过去，等燃气公司
    denied = saying.judgement.acts <= {Act.PENDING, Act.NOT_STARTED}
    if saying.troubled and denied and not own_word and saying.target.part:
        return True  # 有一批机床压在海关没放出来
    if status is Status.NOT_STARTED and (
        (before.trouble_in_sentence and NOT_ONE.search(saying.text)) or (saying.troubled and not own_word)
    ):
        return True  # 这周一台没吊, 厂家说没排上产
    if node is not None and node.kind is NodeKind.TENDER and _is_disputed(saying):
        return status is Status.IN_PROGRESS and Act.PROGRESS not in judgement.acts
    if status is Status.IN_PROGRESS and node is None and not own_word and SOOTHES.search(saying.text):
        return True
    on_paper = status is Status.IN_PROGRESS and judgement.acts <= ON_PAPER | {Act.PENDING, Act.NAMED}
    if on_paper and saying.troubled and node is not None and node.kind in ON_SITE:
        return True  # 主体结构省里排不上专家会
    if status is Status.NOT_STARTED and node is not None and TRIED.search(saying.text):
        return True  # 检测单位还没招到, 净化工程没招出去
    if status is Status.IN_PROGRESS and saying.troubled and saying.target.works and judgement.acts <= ON_PAPER:
        return True  # 风机招标流了标，影响开工
    stranger = saying.target.strange or saying.target.foreign
    if status is Status.IN_PROGRESS and saying.troubled and not own_word and stranger:
        return True  # 道岔还在路上
    if saying.troubled and status is Status.NOT_STARTED and OF_ITS_USE.search(saying.text):
        return True  # 游客中心施工用的临电还没送上
    if node is None or not judgement.acts <= {Act.PENDING, Act.NAMED}:
        return False
    if saying.troubled and node.kind in WORKS_KINDS | {NodeKind.UTILITIES} and CROSSING.search(saying.text):
        return True  # 外线电缆沟穿绿道的许可没批
    if node.kind not in ON_SITE:
        return False
    return saying.troubled or NOT_GRANTED.search(saying.text) is not None


def _only_of_what_it_needs(saying: Saying, node: NodeEntry) -> bool:
    """主体完成40%，电通了; 桩基预付款没打: what has come or is wanting is none of the works."""
    if node.kind is NodeKind.CONSTRUCTION_PERMIT and saying.status in (Status.NOT_STARTED, Status.DONE):
        named = [each.text for each in saying.segment.subjects if each.kind is Kind.NODE]
        if named and all(each in BEFORE_PERMIT for each in named) and node.name[:2] not in BEFORE_PERMIT:
            return True  # 质监手续没办
    if saying.status is Status.BLOCKED and (node.kind in ON_SITE or not saying.segment.subjects):
        return PAPER_STUCK.search(saying.text) is not None and saying.segment.marks(Mark.BLOCKED)
    waits = saying.status is Status.IN_PROGRESS and saying.judgement.acts <= {Act.PENDING, Act.NAMED}
    if not (waits or saying.status in (Status.DONE, Status.NOT_STARTED)):
        return False
    return only_of_needs(saying, node) or (saying.status is Status.NOT_STARTED and _lacks_another(saying, node))


BEFORE_PERMIT = ("质监手续", "安监手续", "质安监手续")
PAPER_STUCK = late(
    r"(?:许可证?|手续|审批|批复|批文|证|意见|备案|协议|方案|变更)[^，。；]{0,6}[批办审](?:不下来|不出来|不了)$"
)
"""桩基的爆破手续批不下来: a paper is stuck, and the works are not said to stand still."""
BEGINNING = late(r"[没未](?:有)?(?:开[工始挖展钻铺打]|动|启动|施工|实施|干|进场)")
BETWEEN = late(r"[\u4e00-\u9fff]")


def _lacks_another(saying: Saying, node: NodeEntry) -> bool:
    """厂房主体10千伏线路没改: what has not been done is done to the thing in the way, and is no beginning of works."""
    named = [each for each in saying.segment.subjects if each.kind is Kind.NODE]
    if node.kind not in ON_SITE or not named or not saying.troubled or BEGINNING.search(saying.text):
        return False
    denied = next((each for each in saying.segment.body if each.value is Mark.NOT), None)
    if denied is None or denied.start < named[-1].end:
        return False
    between = saying.text[named[-1].end - saying.segment.start : denied.start - saying.segment.start]
    return len(BETWEEN.findall(FILLERS.sub("", between))) >= 2


def _only_somebodys(saying: Saying) -> bool:
    """打桩船进不了位, 商砼厂停产, 村民要求停工, 风大老吊不成: not the works stand still, or not all the time."""
    if WISHED.search(saying.text) or AT_TIMES.search(saying.text) or (saying.heard.solved and not saying.resumes):
        return True
    if not saying.segment.subjects and ACCESS.search(saying.text):
        return True
    if saying.segment.subjects:
        behind = saying.text[saying.segment.subjects[-1].end - saying.segment.start :]
        return MAKERS_STOP.search(behind) is not None  # 厂房主体水泥厂停产没货
    if not (saying.target.strange or saying.target.foreign):
        return False
    return STOPS_WORK.search(saying.text) is None or MAKERS.search(saying.text) is not None


PEOPLE = ("户", "家", "人", "名", "位")
"""因有一户不签字停工: who is counted is no part of the works."""
OF_ITS_USE = late(r"(?:用|需要?|[两三四几]家)的[^，。；]{1,7}[没未]")
"""施工用的临电, 两家的光缆: the thing has not come or gone, and the node may well have begun."""
SOOTHES = late(r"[做干](?:通|好|思想|群众)*工作|调解|劝导|协商|对接|会商|安抚")
"""镇里正在做工作: about a trouble, and no progress of the works."""
WISHED = late(
    r"(?:[民户众商主工队家区村里]|联名|嚷着|扬言|闹着|吵着|写信|上访|信访)[^，。；]{0,4}(?:要求|要)[^，。；]{0,3}停"
    r"|^[， ]?要求[^，。；]{0,3}停|(?:准备|打算|可能|面临|说)要?停工"
)
AT_TIMES = late(
    r"(?:[\u4e00-\u9fff]一[大多急高猛涨来刮下]|一(?:下雨|刮风|来人|涨水|检查|下雪|起风|有雨|到雨天))就?[^，。；]{0,4}(?:[不停没]|无法|歇)"
    r"|(?:老是?(?![百乡人板旧城镇街厂小村桥路楼区民式化年化房户县校院家])|总是?(?![包监承公工站部体])|经常|时常|时不时|动不动|三天两头|断断续续|(?<![昨今前当]天)(?:中午|晚上|夜里|夜间|半夜|白天|早晚|夜班))[^，。；]{0,6}(?:[不停没]|无法|歇)"
)
STOPS_WORK = late(r"停(?:工|建|施|止施)|[暂全]停|停了|停下|停着|干不|做不|没法[干做]|无法施")
TRIED = late(r"没[招选采](?:到|下来|上|出来|出去|成)")
MAKERS_STOP = late(r"[厂站商矿窑][^，。；]{0,3}停(?:产|炉|窑|机|供|业)")
MAKERS = late(r"[厂站商矿库][^，。；]{0,3}停|供|到货|海关|进不[了去来]|上不[了去来]")


def _is_disputed(saying: Saying) -> bool:
    """评标结果有人质疑: of a tender that is told of no step."""
    return ProblemCategory.TENDER in saying.heard.told and not saying.heard.solved


NOT_ONE = late(r"一[台米根炮片块节方吨榀孔组棵户车次跨环寸尺](?:都|也|还)?[没未]")
NOT_GRANTED = late(r"[没未不][批准许]")
"""有12处要砍树，林业局没批: works are not granted; it is something else that is not."""


def _only_counts(saying: Saying, node: NodeEntry | None) -> bool:
    """还剩3户正在谈: what is left is counted, and said to be under way."""
    if not saying.leaves:
        # 11户房屋没签
        counted = node is not None and node.kind is NodeKind.ACQUISITION and Kind.NUMBER in saying.segment.kinds
        return counted and saying.judgement.acts == {Act.PENDING}
    return node is None or (saying.status is Status.IN_PROGRESS and not saying.judgement.acts & MOVING)


def _of_a_part(saying: Saying, before: Before) -> bool:
    """Whether it is the rest that is finished, or a part that stands still: 3.2公里进不去."""
    if saying.judgement.of_the_rest and saying.status in (Status.DONE, None):
        return True
    if STOPPED_AT.search(saying.text):
        return False
    homes = any(node.kind is NodeKind.ACQUISITION for node in saying.target.nodes.values())
    measured = any(
        token.kind is Kind.NUMBER
        and token.text not in TRIVIAL
        and (homes or token.value.unit not in PEOPLE)
        and not saying.text.endswith(STANDS_AT, 0, token.start - saying.segment.start)
        for token in saying.segment.body
    )
    left_over = before.left_over and STOPS_FIRST.match(saying.text) is None  # 还有21台，大风不敢起吊，停着
    part = saying.judgement.of_a_part or left_over or saying.leaves or measured or SOME_OF_IT.search(saying.text)
    return saying.status is Status.BLOCKED and bool(part)


def _of_something_else(saying: Saying, node: NodeEntry | None, before: Before) -> bool:
    """Whether a thing is spoken of that nobody here knows, or somebody came to look."""
    beside = saying.target.strange or VISITED.search(saying.text) is not None
    if beside and saying.judgement.acts <= LOOKED_AT and (node is None or node.kind in BUILT):
        return True  # 活动方案报了 of 开工, 监理来看过 of 主体
    if saying.target.foreign and saying.status is Status.BLOCKED and node is not None and before.trouble_told:
        return IDLE_SITE.search(saying.text) is not None  # 东兴路口占道手续没批，挖不了
    if saying.target.foreign and saying.status not in (Status.BLOCKED, Status.UNCHANGED):
        site = "段" not in saying.text and WHOLE_SITE_RESUMES.search(saying.text) is not None
        return not (saying.resumes and (node is not None or before.stood_still or site))
    return saying.target.strange and saying.status not in (Status.BLOCKED, Status.IN_PROGRESS)


def _without_node(saying: Saying, node: NodeEntry | None, before: Before) -> Status | None:
    """Work that is no node, a part, or the project: under way counts, an end does not."""
    status, target = saying.status, saying.target
    if status is Status.IN_PROGRESS:
        if target.works and any(FOR_AN_EVENT.search(each.text) for each in saying.segment.subjects):
            return None  # 开诊活动方案正在编
        still = saying.leaves and not saying.judgement.acts & MOVING
        return status if _moves(saying) or (target.part and node is not None and not still) else None
    if status is Status.NOT_STARTED and node is None and not target.part:
        return status if UNBEGUN.fullmatch(saying.text) else None
    if target.works or target.part:
        return status if node is not None and its_works_stop(saying, before) else None
    of_all = not target.foreign or WHOLE_SITE.search(saying.text) is not None or _stops_for_it(saying, before)
    if status is Status.UNCHANGED or (status is Status.BLOCKED and of_all):
        return status
    ended = status is Status.DONE and saying.judgement.ends_project and not saying.measures.counts
    return status if ended else None


UNBEGUN = late(
    r"[，、： ]?(?:目前|现在?|至今|暂时?|项目|工程|[都均也还仍尚全]|依然|到现在)*(?:没有?|未)(?:能|正式|实质性?)?"
    r"(?:开工|动工|启动|开建|破土)(?:建设|动工)?[呢了，。； ]*"
)
"""风光带尚未开工: of a project whose plan has no node for its beginning."""

ITS_STOP = late(r"(?:施工|作业|工序)?[也都就又已经全部被迫只好能不得临时暂目前现在昨今天前早晚]{0,6}(?:停|中断|歇)")


def its_works_stop(saying: Saying, before: Before) -> bool:
    """汽车吊坏了，吊装暂停: what is done stands still for a trouble of the same sentence."""
    if not before.trouble_in_sentence or saying.status is not Status.BLOCKED:
        return False
    works = saying.segment.subjects
    if not works or any(each.kind is not Kind.WORK or each.text not in WORK_VERBS for each in works):
        return False
    return ITS_STOP.match(saying.text, works[-1].end - saying.segment.start) is not None


def _stops_for_it(saying: Saying, before: Before) -> bool:
    """居民围着工地不让挖，停了三天: a standstill said by itself after a trouble is that of the site."""
    return before.trouble_told and STOPS_FIRST.match(saying.text) is not None


def _moves(saying: Saying) -> bool:
    last = [each.act for each in saying.judgement.predicates if each.act not in AHEAD | {Act.RUNNING}]
    return bool(last) and (last[-1] in MOVING or (saying.target.works and last[-1] is Act.STEP))


def _of_node(saying: Saying, node: NodeEntry) -> Status | None:
    status, acts, measures = saying.status, saying.judgement.acts, saying.measures
    if status is Status.IN_PROGRESS and acts <= {Act.PENDING, Act.NAMED, Act.PLANNED} and comes_after(saying):
        return None
    waits = acts == {Act.PENDING} and saying.segment.marks(Mark.WAITING) and not saying.judgement.of_the_rest
    if status is Status.DONE and node.kind in WORKS_KINDS and _only_awarded(saying):
        return None  # 机耕路标段3月2号定标
    if node.kind in WORKS_KINDS and brings(saying):
        return None  # 防渗系统膜到了
    if node.kind in ON_SITE and (_only_came(saying) or (waits and (saying.segment.subjects or saying.target.strange))):
        return None  # 今天到了 of a thing, 铺轨要等梁场供枕, 水里那几根等汛后打
    if (
        node.kind in WORKS_KINDS
        and Act.STEPPED in acts
        and acts <= ON_PAPER
        and any(word in saying.text for word in DEALS)
    ):
        return None  # 设备合同签了
    if status is None:
        part_paid = node.kind is NodeKind.FINANCING and Act.PARTLY_DONE in acts
        return Status.IN_PROGRESS if part_paid else None
    if (
        node.kind in MOMENTS
        and status is Status.IN_PROGRESS
        and (acts <= {Act.PENDING, Act.NAMED} or (saying.target.strange and saying.segment.marks(Mark.PAPER)))
    ):
        return None  # 开工得等土地证; 活动方案已经报了
    if status is Status.IN_PROGRESS and (measures.percents or measures.counts):
        return status if acts & (MOVING | {Act.PENDING, Act.STEP}) else None
    return status


def _only_awarded(saying: Saying) -> bool:
    """Whether all that has ended is a tender."""
    ends = [each for each in saying.segment.body if each.kind is Kind.MARK and each.value in (*ENDS, Mark.AWARD)]
    return bool(ends) and all(each.value is Mark.AWARD for each in ends)


def _only_came(saying: Saying) -> bool:
    """Whether all that is said to have ended is the coming of something, which ends no works."""
    ends = [each for each in saying.segment.body if each.kind is Kind.MARK and each.value in ENDS]
    return bool(ends) and not saying.segment.subjects and all(each.text in ARRIVALS for each in ends)


FOR_AN_EVENT = late(r"(?:活动|仪式|典礼|庆典)[\u4e00-\u9fff]{0,4}$")
ENDS = (Mark.DONE, Mark.DONE_PAST, Mark.WHOLE)
ARRIVALS = frozenset({"到了", "到齐", "到齐了", "送来了", "回来了", "来了"})
