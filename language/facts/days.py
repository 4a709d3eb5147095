"""Which verb a day belongs to, and whether it is the day of an end gone by or of one still to come."""

from collections.abc import Iterator
from datetime import date, timedelta

from language.dates import DateSpan, Direction, Grain, Part, Relation
from language.facts.acts import AHEAD, Act, Judgement, Predicate
from language.facts.end_words import PAPERS
from language.facts.said import Said, is_mark
from language.facts.shapes import (
    ACTS,
    AGAIN,
    ALL_END,
    ARRIVES,
    BEGINS_AGAIN,
    CANNOT,
    COMES,
    EVENT_THEN,
    GROUND,
    HANDED_IN,
    HANDED_ON,
    HEDGES,
    MOVES,
    NO_END,
    OPEN_END,
    OTHER_EVENT,
    OUGHT,
    OUGHT_ON,
    PUNCTUAL,
    RESUMES_THEN,
    SAID,
    THINGS_COME,
    TILL,
    UNKNOWN,
    UNTIL,
    VISITED,
    WORKS_ON,
)
from language.facts.standstill import went_on
from language.facts.still_to_come import LATELY, due_of, is_to_come, of_this_month
from language.report.tokens import Kind, Token
from language.tables.marks import Mark
from language.terms import BARE_ACTIONS
from models.registry import NodeEntry

COME = ("进场", "入场", "进驻")
"""Right before what is begun these are but how it is begun."""
NEVER_OF_THIS = ("由", "从", "不是", "而非", "并非", "占")
SHORT = ("没", "没有", "才", "刚", "不到", "还不到", "刚有")
WINDING_UP = ("收尾", "扫尾", "收口")
WOUND_UP = (Act.PROGRESS, Act.PLANNED)
FAR_FROM_OLD = 7
"""Characters between a 原定 and its day."""

EARLY_DAYS = timedelta(days=7)
"""So long a month has only begun: what happens in it is still to come."""
WANTING = (Mark.NOT, Mark.WAITING)
WEEKS_TOLD = frozenset({"本周", "这周", "本月", "这个月"})
"""At the head of what is told of them."""
STANDING = frozenset({Act.PENDING, Act.NOT_STARTED, Act.BLOCKED, Act.CONDITIONAL, Act.UNCHANGED})
"""States of which a day says only since when."""


class Days:
    """Gives each date of one segment to the verb after it, else to the one before it."""

    def __init__(self, said: Said, result: Judgement, ahead: bool) -> None:
        self._said = said
        self._result = result
        self._ahead = ahead
        self._counted = any(token.kind is Kind.NUMBER for token in said.tokens)
        """Only numbers ask from where on they are to be reached."""

    def give_out(self) -> None:
        """All dates in order."""
        for token in self._said.tokens:
            if token.kind is not Kind.DATE or self._set_aside(token) or self._runs_into_another(token):
                continue
            if self._only_opens(token):
                continue
            if token.value.relation is Relation.SINCE:
                self._act_since(token.value)
                continue
            until_now = token.value.relation is Relation.AS_OF  # 截至1月13日已完成297根
            if self._counted and not until_now and self._still_to_come(token.value):
                self._result.future_from = token.end
            if not self._said.affected(token):
                self._settle(token, self._verb_of(token))

    def _runs_into_another(self, token: Token) -> bool:
        """三月底四月初封顶: of two days that stand together the last counts."""
        return any(each.kind is Kind.DATE and each.start == token.end for each in self._said.tokens)

    def _only_opens(self, token: Token) -> bool:
        """本周二标环评6月8日批复, 本周出让没启动: the week told of, where a day or a standing state is said."""
        if token.text not in WEEKS_TOLD or self._said.text[self._said.start : token.start].strip("，、 "):
            return False
        if any(each.kind is Kind.DATE and each.start > token.end for each in self._said.tokens):
            return True
        acts = {each.act for each in self._result.predicates}
        return bool(acts & STANDING) and acts <= STANDING | {Act.NAMED}

    def _act_since(self, span: DateSpan) -> None:
        """4月2日起对外运营: an act since a day gone by is done on it."""
        found = span.resolve(Direction.FACT)
        first = found.first if found else None
        if first is None or first > self._said.today or span.text.endswith("开始"):
            return
        for predicate in self._result.predicates:
            if predicate.act is Act.NAMED:
                predicate.act, self._result.done_on = Act.DONE, first

    def _set_aside(self, token: Token) -> bool:
        """Whether a date is an old one, or one of something that is no end: 原定10月20日, 截至6月."""
        if any(self._is_old(token, each) for each in self._said.marks(Mark.OLD)):
            return True
        if any(
            min(abs(token.start - each.end), abs(each.start - token.end)) <= 2
            for each in self._said.marks(Mark.NO_DATE)
        ):
            return True
        if SAID.match(self._said.text, token.end, self._said.end) or self._of_other_event(token):
            return True
        if COMES.match(self._said.text, token.end, self._said.end):
            return True
        if any(
            each.act is Act.STEP and UNTIL.fullmatch(self._said.text, each.end, token.start)
            for each in self._result.predicates
        ):
            return True  # 公示30天到6月15日
        if VISITED.match(self._said.text, token.end, self._said.end):
            return True
        if self._resumes_then(token) or self._stands_till(token):
            return True
        if HANDED_ON.match(self._said.text, token.end, self._said.end) and any(
            each.text in PAPERS and each.end <= token.start for each in self._said.tokens
        ):
            return True
        if token.value.own_day and WORKS_ON.match(self._said.text, token.end, self._said.end):
            return True
        arrives = ARRIVES.match(self._said.text, token.end, self._said.end)
        if arrives and THINGS_COME.search(self._said.text, self._said.start, token.start):
            return True
        if token.value.grain is Grain.LENGTH and self._only_so_long_ago(token):
            return True
        return self._said.text[max(self._said.start, token.start - 2) : token.start].endswith(NEVER_OF_THIS)

    def _resumes_then(self, token: Token) -> bool:
        """停了，9月1日复工: the day on which works go on again is no end of theirs, and may be still to come."""
        if RESUMES_THEN.match(self._said.text, token.end, self._said.end) is None:
            return False
        if self._still_to_come(token.value) or of_this_month(self._said, token):
            for each in self._result.predicates:
                if each.act is Act.RESUMED and each.start >= token.end and not went_on(self._said, token, each):
                    each.act = Act.PLANNED
        return True

    def _stands_till(self, token: Token) -> bool:
        """停工到8月底: so long they stand still."""
        return any(
            each.act is Act.BLOCKED and TILL.fullmatch(self._said.text, each.end, token.start)
            for each in self._result.predicates
        )

    def _only_so_long_ago(self, token: Token) -> bool:
        """下来没两天: how short a while ago it was."""
        ended = any(each.act is Act.DONE and each.end <= token.start for each in self._result.predicates)
        return ended and self._said.text.endswith(SHORT, self._said.start, token.start)

    def _of_other_event(self, token: Token) -> bool:
        """架线停电窗口改到6月22日, 初验会定在6月12日: what is put off or fixed is a means or a meeting, and no end."""
        moved = next((each for each in self._said.marks(Mark.MOVED) if 0 <= token.start - each.end <= 2), None)
        at, shape = (token.start, EVENT_THEN) if moved is None else (moved.start, OTHER_EVENT)
        event = shape.search(self._said.text, max(self._said.start, at - 14), at)
        if event is None or GROUND.search(self._said.text, self._said.start, event.start()):
            return False  # 按6月10日调度会改为6月30日
        if any(event["what"] in node.name for node in self._nodes_before(token)):
            return False
        for each in self._result.predicates:
            if each.act in (Act.STEP, Act.STEPPED) and each.end <= at:
                each.act = Act.PLANNED  # 专家会定在下周
        return True

    def _nodes_before(self, token: Token) -> Iterator[NodeEntry]:
        for each in self._said.tokens:
            if each.kind is Kind.NODE and each.start < token.start:
                yield from each.value.nodes.values()

    def _is_old(self, token: Token, old: Token) -> bool:
        """原定10月20日, 原定完成时间8月底, and not 原定8月底改到9月底."""
        if not 0 <= token.start - old.end <= FAR_FROM_OLD:
            return False
        between = [each for each in self._said.tokens if old.end <= each.start < token.start]
        return not any(each.kind is Kind.DATE or is_mark(each, (Mark.MOVED,)) for each in between)

    def _verb_of(self, token: Token) -> Predicate | None:
        free = [each for each in self._result.predicates if each.date is None]
        after = [each for each in free if each.start >= token.end and each.act is not Act.RUNNING]
        before = [each for each in free if each.end <= token.start]
        if len(after) > 1 and after[0].end == after[1].start and self._said.text.startswith(COME, after[0].start):
            after = after[1:]  # 4月22日就进场开工了
        found = after[0] if after else before[-1] if before else None
        if found is not None:
            found.date = token.value
        return found

    def _settle(self, token: Token, verb: Predicate | None) -> None:
        """Take a day as the one of an end, of one to come, of a beginning, or as none of the node's."""
        if MOVES.fullmatch(self._said.text, self._said.start, token.start):
            self._result.moved = True
        if BEGINS_AGAIN.match(self._said.text, token.end) and verb is None:
            self._result.enters_on = due_of(token.value)
            return  # 今年不开工了，明年3月再开
        if AGAIN.match(self._said.text, token.end) and (verb is None or verb.act in AHEAD):
            return
        if verb is None:
            if any(each.act is Act.RUNNING for each in self._result.predicates):
                return  # 端午不停工
            if self._arrives_on(token) or self._begins_then(token):
                return
            if self._ahead or self._alone_due(token):
                self._take_due(token)
        elif verb.act is Act.NAMED and verb.end <= token.start and self._begins_then(token):
            return
        elif verb.act in WOUND_UP and self._said.text[verb.start : verb.end] in WINDING_UP:
            self._winding_up(token, verb)
        elif not verb.dated and (not self._ahead or verb.act in (Act.STEP, Act.STEPPED)):
            self._of_no_end(token, verb)
        elif verb.act is Act.ENTERED or (verb.act is Act.PLANNED and not verb.dated):
            self._result.enters_on = due_of(token.value)
        else:
            self._of_an_end(token, verb)

    def _arrives_on(self, token: Token) -> bool:
        """预计10月中旬到场安装: the day on which something comes."""
        return any(0 <= each.start - token.end <= 2 and each.text[0] == "到" for each in self._said.marks(Mark.THING))

    def _of_an_end(self, token: Token, verb: Predicate) -> None:
        if self._said.follows(token, ("这",)) and not self._said.told_as_past():
            self._plan_from(verb)  # 大约这两天通过
            return
        looks_back = verb.act is Act.DONE or (verb.act is Act.NAMED and not self._ahead)
        if looks_back and not is_to_come(self._said, token, self._ahead) and not self._appointed(token, verb):
            if verb.act is Act.NAMED and any(each.start >= verb.end for each in self._said.marks(*WANTING)):
                return  # 初设批复上周没等到
            year = token.value.grain is Grain.YEAR and verb.act is Act.DONE and token.text[-1:] not in ("底", "末")
            verb.act = Act.DONE
            self._result.done_on = None if year else token.value.finished()
            return
        if verb.act is Act.DONE:
            self._plan_from(verb)
        if self._ahead or verb.act not in STANDING | {Act.PARTLY_DONE}:
            self._take_due(token)

    def _appointed(self, token: Token, verb: Predicate) -> bool:
        """交房12月底, said in March: a stretch behind the name of an act, with no word that it has come, is ahead."""
        if verb.act is not Act.NAMED or token.start < verb.end or self._said.told_as_past():
            return False
        due, done = due_of(token.value), token.value.finished()
        coarse = token.value.grain in (Grain.THIRD, Grain.MONTH, Grain.QUARTER, Grain.HALF, Grain.YEAR)
        return coarse and due is not None and done is not None and self._said.today - done > LATELY

    def _take_due(self, token: Token) -> None:
        if self._owed(token):
            return
        due = due_of(token.value) or self._new_beginning(token)
        if any(
            self._said.text.startswith("不", each.start - 1) and each.act is Act.PLANNED
            for each in self._result.predicates
        ):
            return  # 今年不开工了
        if due is not None and due >= self._said.today and not self._doubted(token) and not self._said_once(token):
            self._result.due_on = due
            self._result.dues.append(due)

    def _owed(self, token: Token) -> bool:
        """应9月3日开工, 8月底就该开工: a day gone by on which something ought to have happened."""
        said = self._said
        if OUGHT.match(said.text, token.end) is None and OUGHT_ON.search(said.text, said.start, token.start) is None:
            return False
        return not self._still_to_come(token.value)

    def _new_beginning(self, token: Token) -> date | None:
        """得2月初了: a day put off to the beginning of a month is its tenth; as a plan alone it is none."""
        span: DateSpan = token.value
        if not self._result.moved or span.part is not Part.EARLY or span.grain is not Grain.THIRD:
            return None
        if HEDGES.search(self._said.text, self._said.start, token.start):
            return None
        return span.deadline()

    def _said_once(self, token: Token) -> bool:
        """说好5月底验的，到现在没验: what was promised for a day just gone by."""
        behind, promised = token.value.finished(), (each.text for each in self._said.marks(Mark.PLAN))
        gone = behind is not None and self._said.today - behind < LATELY
        return gone and any(each.startswith(("说好", "答应", "约好")) for each in promised)

    def _doubted(self, token: Token) -> bool:
        """Whether it is doubted that a day is kept; the new one behind it is not: 赶不上1月底得2月中了."""
        said = self._said
        if any(is_mark(each, (Mark.MOVED,)) and 0 <= token.start - each.end <= 2 for each in said.tokens):
            return False
        feared = self._result.doubtful and not MOVES.fullmatch(said.text, said.start, token.start)
        return feared or CANNOT.search(said.text, token.end, said.end) is not None

    def _winding_up(self, token: Token, verb: Predicate) -> None:
        """月底收尾: still to be wound up by then."""
        if self._ahead or is_to_come(self._said, token, self._ahead) or token.value.relation is Relation.BEFORE:
            verb.act = Act.PLANNED
            self._result.due_on = due_of(token.value)

    def _of_no_end(self, token: Token, verb: Predicate) -> None:
        """The day of a beginning or a step says only whether that is still to come."""
        span: DateSpan = token.value
        if verb.act is Act.ENTERED:
            self._result.enters_on = due_of(span)
        if any(each.act is Act.RUNNING for each in self._result.predicates) or went_on(self._said, token, verb):
            return  # 五一不休息继续拆
        if verb.act is Act.BLOCKED and span.relation is Relation.AFTER and self._said.text[verb.end - 1] == "了":
            return  # 元旦过后就停了
        if (verb.act in (Act.STEP, Act.STEPPED) and self._ahead) or (
            (self._still_to_come(span) or of_this_month(self._said, token)) and not self._said.told_as_past()
        ):
            entered = verb.act is Act.PROGRESS
            verb.act = Act.PLANNED
            if entered:
                self._enter_an_end(token, verb)
            else:
                self._plan_from(verb)  # 8月20号公示结束出证

    def _enter_an_end(self, token: Token, verb: Predicate) -> None:
        """12月10日转入正式运行: the act that is entered on a day to come is what the day is of."""
        for each in self._result.predicates:
            if each.act in (Act.DONE, Act.NAMED) and each.date is None and 0 <= each.start - verb.end <= 3:
                each.act, each.date = Act.PLANNED, token.value
                self._take_due(token)

    def _plan_from(self, verb: Predicate) -> None:
        """明年五一前装完调完: what follows a planned end is planned, too."""
        for each in self._result.predicates:
            if each is verb or (each.start >= verb.start and each.act is Act.DONE and each.date is None):
                each.act = Act.PLANNED

    def _alone_due(self, token: Token) -> bool:
        """Whether a day without a verb is a deadline: 竣工验收10月20号前, and not 今天打了三眼."""
        span: DateSpan = token.value
        if (
            self._of_a_thing(token)
            or self._begins_then(token)
            or (span.relation is not Relation.BEFORE and self._only_acts(token))
        ):
            return False
        if HANDED_IN.match(self._said.text, token.end, self._said.end):
            return False
        if any(each.kind is Kind.NUMBER for each in self._said.tokens):
            return span.relation is Relation.BEFORE and not self._says_more(token, 4)
        if self._ends_somehow(token):
            if span.relation is Relation.BEFORE or is_to_come(self._said, token, self._ahead):
                return True
            self._result.predicates.append(Predicate(Act.DONE, token.end, self._said.end, span))
            self._result.done_on = span.finished()
            return False
        if self._says_more(token, 4) or any(self._said.marks(Mark.PAPER)):
            return False  # 下周签合同
        if any(each.start >= token.end for each in self._said.marks(Mark.THING)):
            return False  # 设备8月中旬到厂
        if span.relation is Relation.BEFORE:
            return not self._says_more(token, 2)
        due, done, today = due_of(span), span.finished(), self._said.today
        nearer = due is not None and due > today and (done in (None, today) or due - today < today - done)
        if nearer or of_this_month(self._said, token):
            return not self._says_more(token, 2)
        named = any(each.kind is Kind.NODE for each in self._said.tokens)
        if done is not None and not named and not self._says_more(token, 6):
            self._result.done_on, self._result.day = done, span
        return False

    def _ends_somehow(self, token: Token) -> bool:
        """8月20日前出零: what is to be before a day, and what no table knows, is an end."""
        said = self._said
        if ALL_END.fullmatch(said.text, token.end, said.end):
            return not NO_END.search(said.text, token.end, said.end)
        before = token.value.relation is Relation.BEFORE
        return before and OPEN_END.fullmatch(said.text, token.end, said.end) is not None

    def _begins_then(self, token: Token) -> bool:
        """招标九月挂: a day on which something is only begun or handed in."""
        return NO_END.match(self._said.text, token.end) is not None  # 设备4月29日|开标

    def _of_a_thing(self, token: Token) -> bool:
        """主变8月5日到货: the day on which something comes ends nothing."""
        return any(each.start >= token.end for each in self._said.marks(Mark.THING))

    def _only_acts(self, token: Token) -> bool:
        """引桥明天吊, 组块7月8日吊装: a day on which something is done to a thing named before it may be its first."""
        if not any(each.kind in (Kind.NODE, Kind.WORK) and each.end <= token.start for each in self._said.tokens):
            return False
        if ACTS.match(self._said.text, token.end, self._said.end):
            return True
        return any(
            each.kind is Kind.NODE and each.text in BARE_ACTIONS and each.start >= token.end
            for each in self._said.tokens
        )

    def _says_more(self, token: Token, most: int) -> bool:
        """厂家明天到场: a day of something that nobody here knows is no deadline."""
        rest = self._said.text[token.end : self._said.end]
        for each in sorted(self._said.tokens, key=lambda each: -each.start):
            if each.start >= token.end:
                rest = rest[: each.start - token.end] + rest[each.end - token.end :]
        return len(UNKNOWN.findall(PUNCTUAL.sub("", rest))) >= most

    def _still_to_come(self, span: DateSpan) -> bool:
        found, behind, today = span.resolve(Direction.PLAN), span.finished(), self._said.today
        if span.relation is Relation.BEFORE and not self._said.told_as_past():
            due = due_of(span)
            return due is not None and due > today
        begin = found and (found.first or found.last)
        if begin is not None and found and span.grain is Grain.MONTH and begin <= today <= EARLY_DAYS + begin:
            return found.last is not None and found.last > today  # 6月进场, said on 4 June
        if begin is None or begin <= today:
            return False
        return behind is None or begin - today < today - behind
