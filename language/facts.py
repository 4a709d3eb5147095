"""What a clause says of its subject: done, under way, planned, hoped, heard, denied, stopped; and by when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum, auto

from language.amounts import NumberKind, NumberSpan
from language.dates import DateSpan, Direction, Grain, Part, Relation
from language.report.tokens import Kind, Token
from language.tables.marks import Mark
from models.vocabulary import NodeKind, Status


class Modality(Enum):
    """How a fact is meant."""

    STATED = auto()
    DONE = auto()
    PLANNED = auto()
    HOPED = auto()
    HEARSAY = auto()
    NEGATED = auto()
    CONDITIONAL = auto()


class Act(Enum):
    """What a predicate says happened."""

    __hash__ = object.__hash__  # members are only themselves; Enum would hash their names in Python

    DONE = auto()
    PARTLY_DONE = auto()
    PLANNED = auto()
    STEP = auto()
    STEPPED = auto()
    PROGRESS = auto()
    ENTERED = auto()
    PENDING = auto()
    NOT_STARTED = auto()
    BLOCKED = auto()
    RUNNING = auto()
    RESUMED = auto()
    UNCHANGED = auto()
    CONDITIONAL = auto()


STATUS_OF = {
    Act.DONE: Status.DONE,
    Act.STEP: Status.IN_PROGRESS,
    Act.STEPPED: Status.IN_PROGRESS,
    Act.PROGRESS: Status.IN_PROGRESS,
    Act.ENTERED: Status.IN_PROGRESS,
    Act.PENDING: Status.IN_PROGRESS,
    Act.RESUMED: Status.IN_PROGRESS,
    Act.NOT_STARTED: Status.NOT_STARTED,
    Act.BLOCKED: Status.BLOCKED,
    Act.UNCHANGED: Status.UNCHANGED,
    Act.CONDITIONAL: Status.CONDITIONAL,
}

ENDING = frozenset({Mark.DONE, Mark.DONE_PAST, Mark.WHOLE, Mark.AWARD})
FUTURE = frozenset({Mark.PLAN, Mark.HOPE, Mark.MOVED})
NEVER_DATED = frozenset({Mark.RESUMED, Mark.STEP, Mark.PROGRESS, Mark.NO_DATE, Mark.BLOCKED, Mark.RUNNING})
DEADLINE = ("前", "内")
CAUSES = frozenset({"因", "因为", "受", "由于", "因受"})
"""What such a clause tells is the reason for something, no progress."""

STRETCH = re.compile(r"(?:[\u4e00-\u9fff](?:段|侧|处|块|部位|区域|一带)|这块|那块|\+\d{1,3})(?:先|暂|已|也|就|全)?$")
PUNCTUAL = re.compile(r"准点|准时|按时|如期|按期|就行|左右|没问题|问题不大")
UNKNOWN = re.compile(r"(?![的了呢吧啊前后左右上下是为在将要得到])[\u4e00-\u9fff]")
PROJECT_ENDS = ("完工", "竣工", "建成", "投用", "交付", "完工了", "全部完成", "全面完成")
MONEY_WORDS = ("投资", "固投", "固定资产", "产值", "年度投资", "年度计划", "总投资")
WINDING_UP = ("收尾", "扫尾", "收口")
BEGINNINGS = (
    "动", "办", "报", "送", "做", "干", "弄", "启动", "开始", "开工", "开展", "施工", "招", "编", "实施", "着手", "申报", "提交", "上报", "铺", "挖", "建", "打", "装", "拆", "签", "征"
)  # fmt: skip
BEGINS_TO = frozenset("动办报做编施招开启弄干送提委着申建上拆征铺打挖")
"""After a 没, one of these verbs denies the beginning, not the end: 没办, 没送审."""


@dataclass(slots=True)
class Predicate:
    """One verb of a clause with the date beside it."""

    act: Act
    start: int
    end: int
    date: DateSpan | None = None
    modality: Modality = Modality.STATED
    dated: bool = True


@dataclass(slots=True)
class Judgement:
    """What a clause says, before it is known of which node."""

    predicates: list[Predicate] = field(default_factory=list)
    status: Status | None = None
    done_on: date | None = None
    due_on: date | None = None
    all_of_it: bool = False
    planned: bool = False
    hearsay: bool = False
    enters_on: date | None = None
    dues: list[date] = field(default_factory=list)
    dated: bool = False
    of_the_rest: bool = False
    of_all: bool = False
    doubtful: bool = False
    of_a_part: bool = False
    caused: bool = False
    moved: bool = False
    day: DateSpan | None = None
    future_from: int | None = None
    ends_project: bool = False


def judge(text: str, tokens: Sequence[Token], now: datetime, planned: bool, start: int, end: int) -> Judgement:
    """Read the predicates, dates and modality of one segment."""
    return _Reader(text, tokens, now, planned, start, end).read()


class _Reader:
    def __init__(self, text: str, tokens: Sequence[Token], now: datetime, planned: bool, start: int, end: int) -> None:
        self._text = text
        self._tokens = tokens
        self._now = now
        self._planned = planned
        self._start = start
        self._end = end
        self._result = Judgement(planned=planned)
        self._doubtful = False
        self._waiting = False
        self._caused = False

    def read(self) -> Judgement:
        result = self._result
        result.dated = any(token.kind is Kind.DATE for token in self._tokens)
        marks = [token for token in self._tokens if token.kind is Kind.MARK]
        kinds = {token.value for token in marks}
        result.all_of_it = Mark.ALL in kinds or Mark.WHOLE in kinds
        result.hearsay = Mark.HEARSAY in kinds
        self._doubtful = bool(kinds & {Mark.DOUBT, Mark.OLD})
        result.doubtful = Mark.DOUBT in kinds
        result.moved = Mark.MOVED in kinds
        result.of_all = Mark.ALL in kinds
        self._caused = bool(marks) and marks[0].value is Mark.CAUSE and marks[0].text in CAUSES
        result.caused = self._caused
        result.of_the_rest = bool(kinds & {Mark.OTHERS, Mark.EXCEPT})
        result.ends_project = any(token.text.endswith(PROJECT_ENDS) for token in marks)
        for place, token in enumerate(self._tokens):
            if token.kind is Kind.MARK:
                self._mark(token, place)
            elif token.kind is Kind.DATE and token.value.relation is Relation.SINCE and token.text.endswith("开始"):
                self._begins(token)
            elif token.kind is Kind.NODE and token.value.step:
                self._simple(token, place, Act.STEP)
            elif token.kind is Kind.NODE and token.value.act and not self._held_up(token):
                self._ending(token, place, by_name=True)
        self._dates(Mark.DOUBT in kinds, bool(kinds & FUTURE))
        result.status = _status(result.predicates)
        return result

    def _held_up(self, token: Token) -> bool:
        """影响12月25日并网: what is held up is not told to happen."""
        return any(
            each.kind is Kind.MARK and each.value is Mark.AFFECTS and each.end <= token.start and token.start - each.end <= 10
            and not any(other.kind is Kind.MARK and other.value is Mark.MOVED and each.end <= other.start < token.start for other in self._tokens)
            for each in self._tokens
        )

    def _begins(self, token: Token) -> None:
        """昨日开始安装, 9月上旬开始: the day on which work begins."""
        ahead, behind = token.value.resolve(Direction.PLAN), token.value.resolve(Direction.FACT)
        today = self._now.date()
        first = ahead.first if ahead else None
        past = behind.first if behind else None
        if first is not None and first > today and (past is None or past > today or first - today < today - past):
            self._add(Act.PLANNED, token, dated=False)
            self._result.enters_on = first
        elif not self._planned:
            self._add(Act.ENTERED, token, dated=False)

    def _mark(self, token: Token, place: int) -> None:
        mark = token.value
        if mark in ENDING:
            self._ending(token, place)
        elif mark is Mark.MOVED and not self._date_follows(place):
            return
        elif mark in (Mark.PLAN, Mark.HOPE, Mark.MOVED):
            self._result.planned = True
            self._planned = True
        elif mark is Mark.PERFECT and token.text != "就":
            self._planned = False
        elif mark is Mark.NOT:
            self._not_begun(token, place)
        elif mark is Mark.LACK:
            self._waiting = not self._measured(place)
            if self._waiting and any(each.kind is Kind.MARK and each.value is Mark.PART for each in self._tokens):
                self._add(Act.PENDING, token, dated=False)
        elif mark is Mark.WAITING and not self._measured(place):
            if self._text.startswith("到", token.end):
                self._planned = self._result.planned = True
                return
            self._add(Act.PENDING, token, dated=False)
            self._waiting = True
        elif mark in _SIMPLE:
            self._simple(token, place, _SIMPLE[mark])

    def _not_begun(self, token: Token, place: int) -> None:
        """没办, 还没动: a denied beginning, unless a denied end follows at once (没办下来)."""
        following = self._tokens[place + 1] if place + 1 < len(self._tokens) else None
        if following is not None and following.start == token.end and following.kind is Kind.MARK:
            return
        if token.text != "不" and self._text.startswith(BEGINNINGS, token.end):
            self._add(Act.NOT_STARTED, token, dated=False)

    def _date_follows(self, place: int) -> bool:
        """推到12月5日, and not 沉放到位."""
        following = self._tokens[place + 1] if place + 1 < len(self._tokens) else None
        return following is not None and following.kind is Kind.DATE and following.start - self._tokens[place].end <= 4

    def _measured(self, place: int) -> bool:
        """还差3户: what is wanting is counted, not waited for."""
        return place + 1 < len(self._tokens) and self._tokens[place + 1].kind is Kind.NUMBER

    def _add(self, act: Act, token: Token, dated: bool = True) -> None:
        if self._caused and act is not Act.BLOCKED:
            return
        self._result.predicates.append(Predicate(act, token.start, token.end, dated=dated))

    def _simple(self, token: Token, place: int, act: Act) -> None:
        denied = self._denied(token, place)
        if act is Act.ENTERED and (self._of_a_thing(place) or self._held_up(token)):
            return
        if act is Act.ENTERED:
            if denied:
                self._add(Act.NOT_STARTED, token)
            else:
                self._add(Act.PLANNED if self._planned else act, token, dated=False)
        elif act is Act.PROGRESS and self._text.startswith("的", token.end):
            return  # 上报的245片
        elif act in (Act.PROGRESS, Act.STEP):
            if denied:
                begins = token.text[0] in BEGINS_TO or act is Act.STEP
                self._add(Act.NOT_STARTED if begins else Act.PENDING, token, dated=False)
            else:
                self._add(Act.PLANNED if self._planned else act, token, dated=False)
        elif act is Act.BLOCKED and (denied or self._planned or self._only_slow(token, place)):
            return
        elif act is Act.BLOCKED and self._of_a_stretch(token):
            self._result.of_a_part = True
            self._add(act, token, dated=False)
        elif act is Act.RESUMED and (denied or self._planned):
            return
        else:
            self._add(act, token, dated=act in (Act.CONDITIONAL,))

    def _only_slow(self, token: Token, place: int) -> bool:
        """一周干不了两天: little is done, but not nothing."""
        following = self._tokens[place + 1] if place + 1 < len(self._tokens) else None
        return token.text.endswith("不了") and following is not None and following.start == token.end and following.kind in (Kind.DATE, Kind.NUMBER)

    def _of_a_stretch(self, token: Token) -> bool:
        """交叉段先停, K2+300到K2+500停工: only a part stands still."""
        return STRETCH.search(self._text, max(self._start, token.start - 8), token.start) is not None

    def _ending(self, token: Token, place: int, by_name: bool = False) -> None:
        past = token.value is Mark.DONE_PAST
        if self._waiting or self._text.startswith(MONEY_WORDS, token.end):
            return
        if self._negated_with_bu(token, place):
            self._add(Act.PLANNED, token)
        elif self._denied(token, place):
            begins = token.text == "办" or (by_name and token.value.node.kind in (NodeKind.START, NodeKind.OPERATION))
            self._add(Act.NOT_STARTED if begins else Act.PENDING, token)
        elif self._nearly(place, token):
            self._add(Act.PROGRESS, token)
        elif self._text.startswith(("后", "之后", "以后", "的话", "再", "才", "即开", "即可", "便", "方可"), token.end):
            self._add(Act.PLANNED, token)
            self._planned = self._result.planned = True
        elif (self._planned or self._doubtful) and not past:
            self._add(Act.PLANNED, token)
        elif by_name and self._counted(token, place):
            self._add(Act.PARTLY_DONE, token)
        elif by_name and not self._happened(token, place):
            self._add(Act.PLANNED, token)
            self._result.predicates[-1].modality = Modality.NEGATED
        elif self._of_a_thing(place):
            return
        elif token.value is not Mark.WHOLE and self._counted(token, place):
            self._add(Act.PARTLY_DONE, token)
        elif self._step_before(place, token):
            self._add(Act.STEPPED, token, dated=False)
        else:
            self._add(Act.DONE, token)

    def _of_a_thing(self, place: int) -> bool:
        """Whether the ending is told of something beside the works: 设备订货完成, 资料齐了."""
        for before in reversed(self._tokens[:place]):
            if before.kind in (Kind.NODE, Kind.WORK):
                return False
            if before.kind is Kind.MARK and before.value is Mark.THING:
                return True
        return False

    def _counted(self, token: Token, place: int) -> bool:
        """Whether the ending is told of a number only: 完成3公里, 6台装完, but not 6台全部装完."""
        following = [each for each in self._tokens[place + 1 : place + 4] if each.kind not in (Kind.NODE, Kind.WORK, Kind.PART)]
        after = following[0] if following else None
        if after is not None and after.kind is Kind.NUMBER and is_amount(after.value):
            said = "".join(each.text for each in self._tokens[place + 1 : place + 4] if token.end <= each.start < after.start)
            between = self._text[token.end : after.start].replace(said, "").strip("约近大概了共将为超过的和、 ")
            if len(between) <= (8 if said else 0 if token.value is Mark.DONE_PAST and after.start > token.end else 2):
                return True
        for before in reversed(self._tokens[:place]):
            if before.kind is Kind.MARK and before.value in (Mark.ALL, Mark.WHOLE):
                return False
            if before.kind is Kind.NUMBER:
                return is_amount(before.value) and before.value.kind not in (NumberKind.MONEY, NumberKind.MONEY_RANGE)
            if before.kind not in (Kind.WORK, Kind.NODE) and (before.kind is not Kind.MARK or before.value not in (Mark.PERFECT, Mark.PROGRESS)):
                return False
        return False

    def _denied(self, token: Token, place: int) -> bool:
        """Whether a 没 or 未 stands before the verb with nothing but small words between."""
        at = token.start
        for before in reversed(self._tokens[:place]):
            if before.kind is not Kind.MARK or before.end > at or at - before.end > 1:
                return False
            if before.value is Mark.NOT:
                return True
            if before.value not in (Mark.ALL, Mark.PERFECT, Mark.PROGRESS, Mark.NEAR):
                return False
            at = before.start
        return False

    def _negated_with_bu(self, token: Token, place: int) -> bool:
        """赶不完, 批不了: what cannot be done, which is no state."""
        before = self._tokens[place - 1] if place else None
        return before is not None and before.text == "不" and before.end == token.start and token.text not in ("通过",)

    def _nearly(self, place: int, token: Token) -> bool:
        before = self._tokens[place - 1] if place else None
        return bool(before and before.kind is Kind.MARK and before.value is Mark.NEAR and token.start - before.end <= 1)

    def _happened(self, token: Token, place: int) -> bool:
        """Whether a node's own name is told as an event: with 已, 了 or a day gone by."""
        if token.value.past or self._text[token.end : token.end + 1] in ("了", "的", "啦", "喽", "咯"):
            return True
        return any(
            other.kind is Kind.MARK and other.value in (Mark.PERFECT, Mark.ALL) and other.text != "就" and 0 <= token.start - other.end <= 3
            for other in self._tokens
        )

    def _step_before(self, place: int, token: Token) -> bool:
        for before in reversed(self._tokens[:place]):
            if before.kind in (Kind.NODE, Kind.NUMBER):
                return False
            if before.kind is Kind.MARK and before.value in (Mark.STEP, Mark.PAPER):
                return token.start - before.end <= 10
            if before.kind is Kind.MARK and before.value in ENDING:
                return False
        return False

    def _dates(self, doubtful: bool, future: bool) -> None:
        """Give each date to the verb after it, else to the one before it."""
        result = self._result
        for token in self._tokens:
            if token.kind is not Kind.DATE or self._set_aside(token):
                continue
            if token.value.relation is Relation.SINCE:
                self._act_since(token.value)
                continue
            if self._still_to_come(token.value):
                result.future_from = token.end
            if self._held_up(token):
                continue
            predicate = self._verb_of(token)
            if predicate is not None:
                predicate.date = token.value
            self._settle(token, predicate, doubtful, future)
        result.planned = result.planned or self._planned

    def _act_since(self, span: DateSpan) -> None:
        """4月2日起对外运营: an act since a day gone by is done on it."""
        found = span.resolve(Direction.FACT)
        first = found.first if found else None
        for predicate in self._result.predicates:
            by_name = predicate.act is Act.PLANNED and predicate.modality is Modality.NEGATED
            if by_name and first is not None and first <= self._now.date() and not span.text.endswith("开始"):
                predicate.act, self._result.done_on = Act.DONE, first

    def _set_aside(self, token: Token) -> bool:
        """Whether a date is an old one, or one of something that is no end: 原定10月20日, 截至6月."""
        for other in self._tokens:
            if other.kind is Kind.MARK and other.value in (Mark.OLD, Mark.NO_DATE):
                if other.value is Mark.OLD and 0 <= token.start - other.end <= 2:
                    return True
                near = min(abs(token.start - other.end), abs(other.start - token.end)) <= 2
                if other.value is Mark.NO_DATE and near:
                    return True
        before = self._text[max(self._start, token.start - 2) : token.start]
        return before.endswith(("由", "从", "不是", "而非", "并非"))

    def _verb_of(self, token: Token) -> Predicate | None:
        after = [each for each in self._result.predicates if each.start >= token.end and each.date is None]
        before = [each for each in self._result.predicates if each.end <= token.start and each.date is None]
        dated = [each for each in after if each.act is not Act.RUNNING]
        if dated:
            return dated[0]
        return before[-1] if before else None

    def _settle(self, token: Token, predicate: Predicate | None, doubtful: bool, future: bool) -> None:
        span: DateSpan = token.value
        act = predicate.act if predicate else None
        if act is Act.PARTLY_DONE and not future:
            return
        if predicate is not None and act is Act.PROGRESS and self._text[predicate.start : predicate.end] in WINDING_UP:
            if self._is_plan(token, span, future) or span.relation is Relation.BEFORE:
                predicate.act = Act.PLANNED
                self._result.due_on = self._due(span)
            return
        if predicate is not None and not predicate.dated and (not future or act in (Act.STEP, Act.STEPPED)):
            if act is Act.ENTERED:
                self._result.enters_on = self._due(span)
            if (act in (Act.STEP, Act.STEPPED) and future) or self._still_to_come(span):
                predicate.act = Act.PLANNED
            return
        if act is Act.ENTERED or (act is Act.PLANNED and predicate is not None and not predicate.dated):
            self._result.enters_on = self._due(span)
            return
        if act is Act.DONE and predicate is not None:
            if self._is_plan(token, span, future):
                self._plan_from(predicate)
            else:
                self._result.done_on = None if span.grain is Grain.YEAR else self._done(span)
                return
        elif act is Act.PLANNED and predicate is not None and predicate.modality is Modality.NEGATED:
            if not future and not self._is_plan(token, span, future):
                predicate.act, predicate.modality = Act.DONE, Modality.DONE
                self._result.done_on = self._done(span)
                return
        if act in (Act.PENDING, Act.NOT_STARTED, Act.BLOCKED, Act.CONDITIONAL, Act.UNCHANGED) and not future:
            return
        if predicate is None and not future and not self._alone_due(token, span):
            return
        due = self._due(span)
        if not doubtful and due is not None:
            self._result.due_on = due
            self._result.dues.append(due)

    def _says_more(self, token: Token, most: int) -> bool:
        """厂家明天到场: a day of something that nobody here knows is no deadline."""
        rest = self._text[token.end : self._end]
        for each in sorted(self._tokens, key=lambda each: -each.start):
            if each.start >= token.end:
                rest = rest[: each.start - token.end] + rest[each.end - token.end :]
        return len(UNKNOWN.findall(PUNCTUAL.sub("", rest))) >= most

    def _plan_from(self, predicate: Predicate) -> None:
        """明年五一前装完调完: what follows a planned end is planned, too."""
        for each in self._result.predicates:
            if each.start >= predicate.start and each.act is Act.DONE and each.date is None or each is predicate:
                each.act = Act.PLANNED

    def _alone_due(self, token: Token, span: DateSpan) -> bool:
        """Whether a day without a verb is a deadline: 竣工验收10月20号前, and not 今天打了三眼."""
        if any(each.kind is Kind.NUMBER for each in self._tokens):
            return span.relation is Relation.BEFORE
        if self._says_more(token, 4):
            return False
        if span.relation is Relation.BEFORE:
            return not self._says_more(token, 2)
        due, done = self._due(span), self._done(span)
        today = self._now.date()
        if due is not None and due > today and (done is None or due - today < today - done):
            return not self._says_more(token, 2)
        if done is not None and not any(each.kind is Kind.NODE for each in self._tokens):
            self._result.done_on = done
            self._result.day = span
        return False

    def _is_plan(self, token: Token, span: DateSpan, future: bool) -> bool:
        """Whether the day beside an ending is still to come."""
        today = self._now.date()
        ahead, behind = self._due(span), self._done(span)
        if behind is None and ahead is None:
            return not self._said_past()
        if behind is None or ahead is None:
            return behind is None and ahead is not None and ahead > today
        if ahead == behind:
            return ahead > today
        if self._said_past():
            return False
        if self._text[token.start] in "月本这" and ahead > today:
            return True
        if span.own_day:  # a feast: the nearer one is meant
            return (ahead - today) < (today - behind)
        if future or self._text[token.end - 1 : token.end] in DEADLINE or self._text[token.end : token.end + 1] in DEADLINE:
            return True
        if behind == today and span.grain in (Grain.MONTH, Grain.QUARTER):
            return True
        if behind == today and ahead > today and self._text[token.end - 1 : token.end] in ("底", "末"):
            return True
        if behind == today and span.grain is Grain.YEAR:
            return self._text[token.end : token.end + 1] in ("内", "底", "末")
        return (ahead - today) < (today - behind)

    def _still_to_come(self, span: DateSpan) -> bool:
        found = span.resolve(Direction.PLAN)
        behind = span.finished()
        today = self._now.date()
        begin = found and (found.first or found.last)
        if begin is None or begin <= today:
            return False
        return behind is None or begin - today < today - behind

    def _said_past(self) -> bool:
        return any(
            each.kind is Kind.MARK and (each.value is Mark.DONE_PAST or (each.value is Mark.PERFECT and each.text != "就"))
            for each in self._tokens
        )

    def _due(self, span: DateSpan) -> date | None:
        if span.part is Part.EARLY and not span.text.rstrip("前").endswith("旬"):
            return None
        return span.deadline()

    def _done(self, span: DateSpan) -> date | None:
        return span.finished()


_SIMPLE = {
    Mark.STEP: Act.STEP,
    Mark.PROGRESS: Act.PROGRESS,
    Mark.ENTER: Act.ENTERED,
    Mark.NOT_STARTED: Act.NOT_STARTED,
    Mark.NOT_GRANTED: Act.PENDING,
    Mark.BLOCKED: Act.BLOCKED,
    Mark.RESUMED: Act.RESUMED,
    Mark.RUNNING: Act.RUNNING,
    Mark.UNCHANGED: Act.UNCHANGED,
    Mark.CONDITIONAL: Act.CONDITIONAL,
}


def is_amount(span: NumberSpan) -> bool:
    """Whether a number counts or measures something."""
    return span.kind is not NumberKind.NUMBER or span.unit is not None or (span.value or 0) >= 1000


def _status(predicates: Sequence[Predicate]) -> Status | None:
    """What the verbs of one segment come to."""
    acts = [each.act for each in predicates]
    if Act.CONDITIONAL in acts:
        return Status.CONDITIONAL
    if Act.BLOCKED in acts and Act.RESUMED not in acts[acts.index(Act.BLOCKED) :]:
        return Status.BLOCKED
    for act in reversed(acts):
        if act in (Act.PLANNED, Act.RUNNING, Act.PARTLY_DONE):
            continue
        if act in (Act.STEP, Act.STEPPED) and Act.DONE in acts:
            return Status.DONE if acts[-1] is Act.DONE else Status.IN_PROGRESS
        return STATUS_OF[act]
    return None
