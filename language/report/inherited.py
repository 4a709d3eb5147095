"""Whom a segment speaks of that names nobody: what the one before spoke of, a stranger, or the project."""

from language.belonging import PERMITS
from language.facts import Act
from language.facts.shapes import MOVES
from language.late import late
from language.problem_words import problem_spans
from language.report.aim import Aim, Target
from language.report.lexing import CUE_WORDS
from language.report.small_words import FILLERS, HAN
from language.report.tokens import Kind
from language.structure import Gap
from language.tables.marks import Mark
from models.registry import NodeEntry
from models.vocabulary import NodeKind, ProblemCategory, Status

ON_THE_SITE = late(r"^的?(?:[那这]块)?(?:地块?|红线|片区|范围|场地|厂区|园区)[上里内中]")
"""青石收储那块地上还有3户: the place of the works is no stranger."""
OCCASION = late(
    r"[，、 ]?(?:因|为|由于|受|赶上|碰上|正逢|正值|遇)?(?:[全本][区县市镇村])?"
    r"(?:麦收|秋收|夏收|三夏|双抢|农忙|[高中]考|两会|过年|放假|年会|庙会|祭祖|清明|(?:安全)?(?:大?检查|整改|整顿)|疫情|封控|封路|管控"
    r"|防汛|度汛|汛期|休渔|禁渔|伏休|禁航|封航|封海|缺料|待料|等图|等料|等钱)(?:期间?|时|影响)?"
)
"""麦收停工: on what occasion all stands still."""
OUTSIDE = frozenset({ProblemCategory.WEATHER, ProblemCategory.ENVIRONMENT})
"""What stops a whole site from outside."""
SPEAKS = late(r"(?:说|表示|答复|反馈|回复|通知|明确|承诺|口头|来电|讲|告知|答应)(?:是|了|的|我们|可|，)?$")
"""财政那边说一季度能到位: whoever speaks is not what is spoken of."""
AGENTS = (*"厅局委办会府司里家组部院所站方理位主门区县市省镇村队长总工们", "街道")
"""What the names of offices and people in office end in."""

OF_ITS_PAPER = frozenset({"正式", "最终", "书面", "红头"})
"""Right before a word for a paper these tell which of it is meant."""

PAPER_OUT = late(
    r"[， ]*(?:但是?|可是?|不过|正式的?|[省市区县部国家]{1,2}里?的?|就是|只是|那个)?"
    r"(?:批[复文件]|报告|正式文|文件|意见书?|函|证|红头)"
)
WAITED_FOR = late(
    r"[， ]*(?:还|正|现在|目前|就|只|也)*在?等(?:着|候|待)?(?![^，。；]{0,8}(?:纸质|原件|正本|盖章件))"
    r"[^，。；]{0,8}(?:文|批复|意见书?|函|证|纪要)"
)
"""审完了，等出文: the paper itself has not come."""
OPEN = frozenset({Act.PENDING, Act.PROGRESS})
REST_OF_IT = late(r"[ 、]?(?:还有|还差|剩下?的?|剩余的?|其余的?|余下的?|另外?的?|尾款)")

UNDONE = late(
    r"退回|打回|驳回|作废|过期|失效|(?:被|遭)[^，。]{0,4}(?:撤|收回|投诉|质疑|叫停)|重新?(?:报|办|公示|招|挂|编|审|评|来|走|申)|又(?:报|送|递|退|改)"
    r"|要?重来|(?:还|也|都)?不(?:能|好)?算(?:是)?(?:完|数|结束)|不作数|[没未](?:盖章|签字)|(?:证|文|批文|批复|红头)(?:还|先|仍|都|一直|至今)?(?:[没未]有?(?:[盖签领取拿下办]|出(?!手)|到(?!群))|[被先]?扣)"
)
"""Behind a granted permit these tell that it is not at its end after all."""
TAKEN_BACK = PERMITS | {NodeKind.TENDER, NodeKind.LAND_TRANSFER, NodeKind.OTHER}
REST = late(r"[，、 ]?(?:就|只|仅|还)?(?:剩|余|最后)(?:下|余|的)?")
"""What begins so is the last of the node."""

AFTERWARDS = late(r"(?:之|以)?后(?:就|再|才)?$")
"""专家意见回复后下周能过: what is done first is not what is spoken of."""

BUILT = late(r"[\u4e00-\u9fff](?:站|池|楼|房|库|桥|路|墙|沟|井|塔|坝|闸|堤|场|棚|台|管|梁|柱|板|渠|洞|架|馆|院)$")


def after_the_end(aim: Aim, part: bool) -> Target:
    """After a node is done the talk is of the project, unless only the day of its end is added, or what it lacks."""
    if aim.clause.gap <= Gap.COMMA and (Mark.LACK in aim.marks or _only_counts(aim)):
        return Target(dict(aim.before.nodes), part=part)
    if aim.clause.gap <= Gap.COMMA and aim.judgement.status is Status.CONDITIONAL:
        return Target(dict(aim.before.nodes), part=part, reopened=True)  # 施工许可证拿到了，告知承诺的
    if reopened := _still_out(aim):
        return Target(reopened, part=part, reopened=True)
    only_dated = aim.judgement.status in (None, Status.DONE) and aim.judgement.done_on is not None
    return Target(dict(aim.before.nodes), closed=True) if only_dated else Target(part=part)


def _still_out(aim: Aim) -> dict[str, NodeEntry]:
    """审查通过，批复还没出 of a permit, 批了一个亿，剩下的下月到 of money: the node is not at its end after all."""
    if aim.clause.gap > Gap.COMMA:
        return {}
    said = aim.text[aim.segment.start : aim.segment.end]
    waits = aim.judgement.acts & OPEN and aim.judgement.status is Status.IN_PROGRESS
    paper = waits and (PAPER_OUT.match(said) or WAITED_FOR.match(said)) is not None
    rest = REST_OF_IT.match(said) is not None
    undone = UNDONE.search(said) is not None
    return {
        project: node
        for project, node in aim.before.nodes.items()
        if ((paper or undone) and (node.kind in TAKEN_BACK or "算" in said))
        or (rest and node.kind is NodeKind.FINANCING)
    }


def _only_counts(aim: Aim) -> bool:
    """沉箱预制7月18日完成，48个: a count by itself is of what has just ended."""
    bare = [token for token in aim.segment.tokens if token.kind is not Kind.MARK]
    if len(bare) != 1 or bare[0].kind is not Kind.NUMBER:
        return False
    return len(HAN.findall(aim.text[aim.segment.start : bare[0].start])) <= 2


def of_new_day(aim: Aim) -> Target | None:
    """原定8月底，摊铺机调不过来，往后挪到9月20日: the new day is of the node whose old one was said."""
    if aim.judgement.due_on is None or aim.clause.aside or (not _only_moves(aim) and _names_stranger(aim)):
        return None
    same = not aim.before.nodes or aim.before.nodes == aim.deferred
    if aim.deferred and (aim.judgement.moved or same):
        return Target(dict(aim.deferred))
    if not aim.judgement.moved or not aim.before.nodes or aim.clause.gap >= Gap.SEMICOLON:
        return None
    return Target(dict(aim.before.nodes), aim.before.works, aim.before.part)


def _only_moves(aim: Aim) -> bool:
    """怎么也得10月了: before its day nothing stands but how it is meant."""
    day = next((token for token in aim.segment.body if token.kind is Kind.DATE), None)
    return day is not None and MOVES.fullmatch(aim.text, aim.segment.start, day.start) is not None


def inherited(aim: Aim, part: bool) -> Target:
    """What the segment before spoke of, unless this one begins with a stranger."""
    before, close = aim.before, aim.clause.gap < Gap.SEMICOLON
    stranger = not aim.clause.label and _names_stranger(aim)
    if stranger and BUILT.search(aim.text[aim.segment.start : aim.first_word]):
        return Target(works=True)
    foreign = not close or not before.nodes if stranger else close and before.foreign
    goes_on = aim.clause.gap <= Gap.COMMA and not aim.judgement.of_all
    the_rest = any(token.text in aim.excepted for token in aim.subjects(Kind.PART)) or _was_left_out(aim)
    part = part or (before.part and not (before.passing or before.rest) and goes_on and not the_rest)
    strange = stranger and bool(before.nodes) and not foreign
    several = before.several and part and Kind.NUMBER in aim.segment.kinds
    rest = _is_the_rest(aim)
    return Target(dict(before.nodes), before.works, part, foreign=foreign, strange=strange, rest=rest, several=several)


def _is_the_rest(aim: Aim) -> bool:
    """Whether what is left of the node is spoken of, or what was left out before: 剩几户月底前签完."""
    if not aim.before.nodes or aim.clause.gap >= Gap.SEMICOLON:
        return False
    if (aim.left_over or aim.before.several) and not aim.segment.subjects and not _names_stranger(aim):
        return True
    lead = aim.text[aim.segment.start : aim.first_word]
    return REST.match(aim.text, aim.segment.start, aim.segment.end) is not None or (
        len(lead) > 1 and any(lead.startswith(each) or each.startswith(lead) for each in aim.excepted)
    )


def _was_left_out(aim: Aim) -> bool:
    """除三号坑外都完了，三号坑10月底完: whether it begins with what was left out before."""
    return any(aim.text.startswith(each, aim.segment.start) for each in aim.excepted)


def stopped_from_outside(lead: str) -> bool:
    """连着几天大风|不敢起吊: whether what a clause begins with is no thing, but what stops a whole site."""
    return any(each.value in OUTSIDE for each in problem_spans(lead, 0, len(lead)))


def _names_stranger(aim: Aim) -> bool:
    """Whether a clause begins with a thing that is neither a node nor an office: 工地的电还是没接."""
    lead = ON_THE_SITE.sub("", aim.text[aim.segment.start : aim.first_word])
    if len(lead) < 2:
        return False
    for cue in sorted(CUE_WORDS.find(lead), key=lambda each: -each.start):
        lead = lead[: cue.start] + lead[cue.end :]
    if SPEAKS.search(lead) or (aim.judgement.due_on is not None and AFTERWARDS.search(lead)):
        return False
    if aim.judgement.status is Status.BLOCKED and OCCASION.fullmatch(lead):
        return False
    if (aim.judgement.status is Status.BLOCKED or Mark.NOT in aim.marks) and stopped_from_outside(lead):
        return False  # 天太冷停工了
    lead = FILLERS.sub("", lead)
    if lead in OF_ITS_PAPER and aim.first_word < aim.segment.end:
        return False  # 评审会开过，正式批复要到6月下旬
    return len(HAN.findall(lead)) >= 2 and not lead.endswith(AGENTS)
