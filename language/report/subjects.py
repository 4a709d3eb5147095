"""Cuts a clause where a new subject begins."""

from collections.abc import Sequence

from language.amounts import NumberKind
from language.belonging import PERMITS, WORKS_KINDS
from language.late import late
from language.report.segments import Segment, same_node
from language.report.tokens import Kind, Token
from language.tables.marks import CAUSES, Mark
from language.tables.names_of_works import EVENT_WORDS
from language.tables.phrases import JOINTS
from language.tables.works import WORK_VERBS
from language.terms import BARE_ACTIONS, NUMBERED
from models.vocabulary import NodeKind

NOUN = 4
"""How many characters of a counted thing may stand before its act: 10台|风机|并网发电."""

JOINED = JOINTS | {" ", "，"}
LEADING = frozenset(
    {
        Mark.PLAN,
        Mark.HOPE,
        Mark.HEARSAY,
        Mark.DOUBT,
        Mark.PROGRESS,
        Mark.ENTER,
        Mark.DONE,
        Mark.NOT,
        Mark.PERFECT,
        Mark.CAUSE,
        Mark.AFFECTS,
        Mark.NEAR,
        Mark.OLD,
        Mark.BUT,
        Mark.HELP,
        Mark.OTHERS,
        Mark.EXCEPT,
        Mark.ALL,
        Mark.WAITING,
    }
)
"""Small words that stand before the subject they belong to."""

TOUCHED = ("涉及", "涉及到", "共涉及")
ENDS = (Mark.DONE, Mark.DONE_PAST, Mark.WHOLE, Mark.AWARD)
DOING = frozenset(f"{now}{verb}" for now in ("在", "正", "正在", "还在") for verb in ("做", "补", "编", "补办", "补做"))
STUCK_AT = frozenset({"卡在", "堵在", "晾在"})
"""What stands behind these is where it is stuck, and no new subject: 隧道卡在便道用地上."""
FITTED = ("安装", "装修", "装饰", "调试")
"""泵站机电安装: what is fitted into the works named right before is told of, not they."""
STEPS = frozenset({"预审", "初审", "评审", "评估", "审查", "预验收"})
"""Procedures that behind a permit's name are but steps to it: 林地手续预审过了."""
OF_PAPERS = frozenset({"备案", "可研", "核准", "立项", "论证", "方案审查"})
"""Right behind a permit's name these are its own paper: 稳评备案, 林地可研."""
BY = late(r"被[^，。；]{0,10}$")
IN_THE_WAY = late(r"[^，。；]{0,3}[挡拦卡压占堵顶绊拖碍]")
TOUCHES = late(r"(?:[顶碰挨压横架悬罩埋碍靠][着在]|[碰遇][到上见]|挖[到出断]|离)[^，。；]{0,4}$")
"""盖梁有两处顶着架空高压线: what works run into is no new subject."""
PAID = late(r"的?(?:补偿|赔偿|补助|青苗|差价|损失费)")
"""Behind works: what is paid for them is spoken of, and not they."""
SMALL = late(
    r"(?:[该本此]|这个)(?:项目|工程)|现在|目前|当前|现场|我们|我局|我方|这边|那边"
    r"|上午|下午|其中|同时|另外|此外|[的了也还又在、 ]"
)
DELIVERED = frozenset({"中标通知书", "开工令"})
"""Papers with which an act is done: 3月30日下的开工令."""
GIVES = late(r"(?<![就再才即便后可等待])(?:发出|[下发送]达|下发|(?<![下签])[发出下领签拿给])$")
"""Right before such a paper: 本周内出中标通知书."""
PERMITS_AND_TENDERS = PERMITS | {NodeKind.TENDER}
SUBJECTS = frozenset({Kind.NODE, Kind.WORK, Kind.PART})
LOOKED_BACK = 20
"""So many words before a name may tell that it is a cause: more stand in no sentence."""


def cut(tokens: Sequence[Token], start: int, end: int, text: str) -> list[Segment]:
    """Begin a new segment at each subject that follows something already said."""
    segments = [Segment(start, end)]
    for place, token in enumerate(tokens):
        segment = segments[-1]
        if token.kind in SUBJECTS and _only_tells_why(segment, token, text):
            continue
        if token.kind is Kind.PART and place == len(tokens) - 1 and end_before(tokens, place):
            segment.body.append(token)
            continue
        if place == len(tokens) - 1 and _is_granted_last(segment, token, tokens, text):
            segment.subjects.append(token)
            continue
        if token.kind not in SUBJECTS or _is_counted(token, segment, end) or not _is_subject(token, segment, text):
            segment.body.append(token)
        elif _replaces(segment, token, text):
            segment.subjects[-1] = token
        elif _goes_on(segment, token, text):
            if not (
                token.kind is Kind.NODE
                and token.value.weak
                and any(each.kind is Kind.NODE for each in segment.subjects)
                and not _is_next_in_row(segment.subjects[-1], token)
            ):
                segment.subjects.append(token)
        else:
            lead = _lead(segment, token, text)
            begin = lead[0].start if lead else token.start
            segment.end = begin
            segments.append(Segment(begin, end, [token], lead))
    return segments


def _is_next_in_row(last: Token, token: Token) -> bool:
    """1号|2号厂房, 1号和2号: two nodes told apart by their numbers."""
    numbered = NUMBERED.match(last.text) is not None and NUMBERED.match(token.text) is not None
    return last.kind is Kind.NODE and numbered and not same_node(last, token)


def _is_counted(token: Token, segment: Segment, end: int) -> bool:
    """防渗墙还有17个槽段: what is counted at the end of its clause is no subject of its own."""
    last = segment.body[-1] if segment.body else None
    if token.kind is not Kind.WORK or token.end != end or not segment.subjects or last is None:
        return False
    return last.kind is Kind.NUMBER and last.end == token.start and last.text.endswith("个")


def _is_granted_last(segment: Segment, token: Token, tokens: Sequence[Token], text: str) -> bool:
    """环保局昨天批了环评: a paper that is named right behind its end, and nothing before it."""
    if token.kind is not Kind.NODE or token.value.weak or token.value.act:
        return False
    if segment.subjects and not (token.text in DELIVERED and same_node(segment.subjects[-1], token)):
        return False
    end = end_before(tokens, len(tokens) - 1)
    if token.text in DELIVERED and end is None and (gives := GIVES.search(text, segment.start, token.start)):
        segment.body.append(Token(gives.start(), gives.end(), Kind.MARK, gives[0], Mark.DONE))
        return True
    paper = token.text in DELIVERED or all(node.kind in PERMITS for node in token.value.nodes.values())
    return paper and end is not None and token.start - end.end <= 1


def end_before(tokens: Sequence[Token], place: int) -> Token | None:
    """做完了北面: the end right before a token, 了 left aside, of which the token is then the object."""
    last = next((each for each in reversed(tokens[:place]) if each.value is not Mark.PERFECT), None)
    ends = last is not None and last.kind is Kind.MARK and last.value in (Mark.DONE, Mark.DONE_PAST)
    return last if ends else None


def _only_tells_why(segment: Segment, token: Token, text: str) -> bool:
    """Whether a name only tells the cause: 因塔吊基础沉降, 受图审影响, 被一排电杆挡着."""
    if BY.search(text, segment.start, token.start) and IN_THE_WAY.match(text, token.end):
        return True
    if segment.subjects and token.kind is Kind.NODE and TOUCHES.search(text, segment.subjects[-1].end, token.start):
        return True
    for before in reversed(segment.body[-LOOKED_BACK:]):
        if before.kind is Kind.MARK and before.value is Mark.CAUSE and before.text in CAUSES:
            return token.start - before.end <= 8 and not any(each.start > before.end for each in segment.subjects)
        if before.kind is Kind.MARK and before.text in STUCK_AT:
            return True
        if before.kind is Kind.MARK and before.value in (Mark.WAITING, Mark.LACK):
            return bool(segment.subjects)
        if (
            before.kind is Kind.MARK
            and before.text + text[before.end : token.start] in DOING
            and not segment.marks(Mark.DONE, Mark.DONE_PAST)
        ):
            return any(each.kind is Kind.NODE for each in segment.subjects)
    return False


def _is_subject(token: Token, segment: Segment, text: str) -> bool:
    if token.kind is Kind.WORK and segment.subjects and text.endswith(TOUCHED, 0, token.start):
        return False  # 征拆涉及厂房14家
    if token.kind is Kind.WORK and PAID.match(text, token.end):
        return False  # 两片虾塘清塘补偿没谈好
    if token.kind is Kind.WORK and token.text in WORK_VERBS:
        return not segment.subjects and not any(each.kind is Kind.NUMBER for each in segment.body)
    if token.kind is Kind.WORK and token.text in STEPS and _is_step_of(segment):
        token.kind, token.value = Kind.MARK, Mark.STEP
        return False
    if token.kind is Kind.WORK and not segment.subjects and _object_of_unknown(segment, token, text):
        return False
    if token.text in OF_PAPERS and _belongs_to_paper(token, segment):
        return False
    if token.kind is Kind.NODE and "嫌" in text[max(segment.start, token.start - 3) : token.start]:
        return False  # 嫌安置房偏: what people find fault with is not what is spoken of
    if token.kind is Kind.NODE and segment.subjects and (token.text in EVENT_WORDS or _ends_supply(segment, token)):
        token.kind, token.value = Kind.MARK, Mark.DONE
        return False
    if _ends_all(segment, token):
        token.kind, token.value = Kind.MARK, Mark.DONE
        return False
    if token.kind is Kind.NODE and token.value.step and _is_step_of(segment):
        token.kind, token.value = Kind.MARK, Mark.STEP
        return False
    if (
        token.kind is Kind.NODE
        and token.text in BARE_ACTIONS
        and (_names_whole(segment) or _came(segment) or _of_one_piece(segment))
    ):
        return False  # 粪污处理设施正在安装, 压力钢管到货8节安装5节
    if _begins_works(token, segment):
        token.kind, token.value = Kind.MARK, Mark.ENTER
        return False
    return True


def _ends_all(segment: Segment, token: Token) -> bool:
    """管网、泵井分别完成76%、58%，都计划10月底前完工: the end of all that were told before, by no name of its own."""
    if token.kind is not Kind.NODE or token.text not in EVENT_WORDS or segment.subjects or len(token.value.nodes) > 1:
        return False
    return bool(segment.body) and segment.body[0].text in ("都", "均") and segment.body[0].start - segment.start <= 1


def _belongs_to_paper(token: Token, segment: Segment) -> bool:
    """Whether a permit of another sort was named right before, whose own paper this is."""
    last = segment.subjects[-1] if segment.subjects else None
    if last is None or last.kind is not Kind.NODE or token.start - last.end > (6 if token.text == "备案" else 0):
        return False
    return all(
        node.kind in PERMITS_AND_TENDERS and node.kind is not NodeKind.PROJECT_APPROVAL
        for node in last.value.nodes.values()
    )


def _is_step_of(segment: Segment) -> bool:
    """Whether a permit was named and not yet its end: 环评公示已挂网 is on show, and no tender."""
    last = segment.subjects[-1] if segment.subjects else None
    if last is None or last.kind is not Kind.NODE or segment.marks(*ENDS):
        return False
    return all(node.kind in PERMITS for node in last.value.nodes.values())


SUPPLIED = frozenset({"送电", "通电", "供电", "受电", "通水", "供水", "通气", "供气", "通热", "供热"})


def _ends_supply(segment: Segment, token: Token) -> bool:
    """外电接入9月28日送电: the connection that is named is what ends so, and not the whole project."""
    last = segment.subjects[-1]
    if token.text not in SUPPLIED or last.kind is not Kind.NODE or last.value.weak:
        return False
    if any(token.text in node.name for node in token.value.nodes.values()):
        return False
    return all(node.kind is NodeKind.UTILITIES or "接入" in node.name for node in last.value.nodes.values())


def _came(segment: Segment) -> bool:
    """Whether works were named that have come: what is then done is done to them."""
    return bool(segment.subjects) and segment.subjects[-1].kind is Kind.WORK and segment.marks(Mark.THING)


def _of_one_piece(segment: Segment) -> bool:
    """沉箱首件3月25日安装: what is done is done to the piece that was named last."""
    said = [each for each in segment.body if each.kind is not Kind.DATE]
    return bool(segment.subjects) and bool(said) and said[-1].value is Mark.PART


def _names_whole(segment: Segment) -> bool:
    """Whether a node was named that is more than an action: what follows as a bare action is only done to it."""
    named = [each for each in segment.subjects if each.kind is Kind.NODE]
    last = segment.subjects[-1] if named else None
    if last is None or last.kind is Kind.PART or last.text in BARE_ACTIONS:
        return False
    after = [each for each in segment.body if each.start >= last.end]
    return bool(after) and all(
        each.kind is Kind.DATE or (each.kind is Kind.MARK and each.value in (Mark.PROGRESS, Mark.NOT)) for each in after
    )


def _begins_works(token: Token, segment: Segment) -> bool:
    """路面工程10月15日开工: the beginning of some works is not the one of the whole project."""
    if token.kind is not Kind.NODE or token.text not in ("开工", "动工") or not segment.subjects:
        return False
    if segment.body and segment.body[-1].value is Mark.AFFECTS and segment.body[-1].end == token.start:
        return False  # 风机招标流标影响开工
    last = segment.subjects[-1]
    return last.kind is not Kind.NODE or all(node.kind in WORKS_KINDS for node in last.value.nodes.values())


def _object_of_unknown(segment: Segment, token: Token, text: str) -> bool:
    """Whether words nobody knows stand before works in their clause: 人防要求调整地下室 tells of no works."""
    last = segment.body[-1].end if segment.body else segment.start
    return len(SMALL.sub("", text[last : token.start])) >= 3


def _replaces(segment: Segment, token: Token, text: str) -> bool:
    """主体全部封顶, 换热站全部投运: the act is what is told, and what stands before it only its subject."""
    if not segment.subjects or token.kind is not Kind.NODE or token.value.weak:
        return False
    last = segment.subjects[-1]
    if last.kind is not Kind.NODE or text[last.end : token.start] in JOINED:
        return False
    if last.end == token.start and _is_next_in_row(last, token):
        return False
    after = [each for each in segment.body if each.start >= last.end]
    if any(each.kind is Kind.NUMBER or _closes(each) for each in after):
        return False
    if any(each.kind is Kind.DATE for each in after) and "、" in text[after[-1].end : token.start]:
        return False  # 管网9月底、设备10月底
    fits_out = token.start == last.end and token.text.endswith(FITTED) and not last.text.endswith(FITTED)
    return fits_out or bool(last.value.weak) or (bool(token.value.act) and not last.value.act)


def _goes_on(segment: Segment, token: Token, text: str) -> bool:
    """Whether a subject joins those of the segment instead of beginning a new one."""
    if _is_met_with(segment.body, text):
        return token.kind is not Kind.NODE  # 挖出一根不明电缆
    if not segment.subjects:
        if segment.marks(Mark.EXCEPT) or _count_leads(segment.body, token, text):
            return True
        return not any(each.kind is Kind.NUMBER or _closes(each) for each in segment.body if not _appoints(each))
    last = segment.subjects[-1]
    if last.kind is Kind.NODE and last.value.past and last.end == token.start and not same_node(last, token):
        return False  # 上月二十号摘的牌|施工招标还没挂网
    after = [each for each in segment.body if each.start >= last.end]
    if last.kind is Kind.PART and token.kind is Kind.NODE and _count_leads(after, token, text):
        return True
    if last.kind is Kind.PART and not any(
        each.kind is Kind.NUMBER or _closes(each) for each in segment.body if each.value is not Mark.EXCEPT
    ):
        return True
    if after and same_node(last, token) and not any(_counts_works(each) or _closes(each) for each in after):
        return True
    if "、" in text[last.end : token.start] and after:
        return False
    if after:
        return token.kind is not Kind.NODE and not any(each.kind is Kind.NUMBER or _closes(each) for each in after)
    between = text[last.end : token.start]
    return not between or between in JOINED or len(between) <= 3


MET_WITH = late(r"(?:挖|碰|遇|撞|刨|钻|打|探|摸)[出到着断上穿]了?$|(?:发现|冒出|露出)了?$")


PIECES = frozenset("根条个处座块枚口道棵截段组")


def _is_met_with(body: Sequence[Token], text: str) -> bool:
    """Whether what has been counted last is something that was come upon."""
    last = next((each for each in reversed(body) if each.value is not Mark.NOT), None)
    if last is None or last.kind is not Kind.NUMBER or last.value.unit not in PIECES:
        return False
    return MET_WITH.search(text, max(0, last.start - 4), last.start) is not None


def _counts_works(token: Token) -> bool:
    """Whether a token is a number that is no money."""
    return token.kind is Kind.NUMBER and token.value.kind is not NumberKind.MONEY


def _count_leads(body: Sequence[Token], token: Token, text: str) -> bool:
    """60套舱体就位, 38座站全部投运: the number before belongs to what follows."""
    undone = bool(body) and body[-1].value is Mark.NOT and body[-1].end == token.start
    acts = token.kind is Kind.NODE and bool(token.value.act)
    idle = (Mark.ALL, Mark.PERFECT, Mark.NOT, Mark.LACK) if acts and undone else (Mark.ALL, Mark.PERFECT)
    rest = [
        each
        for each in body
        if not (each.kind is Kind.MARK and each.value in idle) and not (each.kind is Kind.DATE and acts)
    ]
    if (
        not rest
        or rest[-1].kind is not Kind.NUMBER
        or any(_closes(each) or each.value is Mark.DONE for each in rest[:-1])
        or "、" in text[rest[-1].end : token.start]
    ):
        return False
    return token.start - body[-1].end <= (NOUN if acts else 1) or (acts and body[-1] is not rest[-1])


def _appoints(token: Token) -> bool:
    """定于9月20日正式投运: before its act the day that was fixed for it."""
    return token.kind is Kind.MARK and token.value is Mark.MOVED


def _only_leads(body: Sequence[Token]) -> bool:
    return all(each.kind is Kind.DATE or (each.kind is Kind.MARK and each.value in LEADING) for each in body)


def _closes(token: Token) -> bool:
    return token.kind is Kind.MARK and token.value not in LEADING


def _lead(segment: Segment, token: Token, text: str) -> list[Token]:
    """The words at the end of the segment before that belong to the new subject: 正在, 完成, 3月底前."""
    lead: list[Token] = []
    at = token.start
    while segment.body and at - segment.body[-1].end <= 1:
        last = segment.body[-1]
        if "、" in text[last.end : at]:
            break
        if last.kind is Kind.MARK and last.value in LEADING and last.text not in ("了", "完", "完了", "完毕"):
            if last.value is Mark.DONE and _has_number_before(segment, last):
                break
        elif last.kind is not Kind.DATE or not _date_leads(segment, last):
            break
        lead.insert(0, segment.body.pop())
        at = last.start
        if last.value is Mark.AFFECTS:
            break  # 消防图没审完|影响开工
    return lead


def _has_number_before(segment: Segment, token: Token) -> bool:
    return len(segment.body) > 1 and segment.body[-2].kind is Kind.NUMBER and token.start - segment.body[-2].end <= 2


def _date_leads(segment: Segment, token: Token) -> bool:
    """A day before a subject is that subject's when the one before has said its own."""
    rest = [each for each in segment.body if each is not token]
    return any(each.kind in (Kind.DATE, Kind.NUMBER) or _closes(each) or each.value is Mark.DONE for each in rest)
