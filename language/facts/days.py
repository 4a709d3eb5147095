"""Which verb a day belongs to, and whether it is the day of an end gone by or of one still to come."""

from datetime import date, timedelta

from language.dates import DateSpan, Direction, Grain, Part, Relation
from language.facts.acts import AHEAD, Act, Judgement, Predicate
from language.facts.said import Said
from language.late import late
from language.report.tokens import Kind, Token
from language.tables.marks import Mark
from language.terms import BARE_ACTIONS

DEADLINE = ("前", "内")
NEVER_OF_THIS = ("由", "从", "不是", "而非", "并非")
WINDING_UP = ("收尾", "扫尾", "收口")
COMES = late(r"(?:[之以]?前|左右|才|可|能|将|全部|都|就)*(?:到港|到货|到场|到岸|发货|发运|启运|出厂|供货|运到|送到)")
"""明年2月到港: when things come or are sent, which ends nothing."""
HANDED_IN = late(r"[之以]?前?(?:送|报|交|提)(?:审|件|出去|上去|走|到[^，。]{1,6})?$")
"""7月底前送: when papers are handed in, which is no end."""
PUNCTUAL = late(r"准点|准时|按时|如期|按期|就行|左右|没问题|问题不大")
UNTIL = late(r"期?(?:到|至|截止到?|截至)|期(?:还有|剩)?")
"""公示到本月25号: how long a step goes on."""

SAID = late(r"[又才刚也还]?(?:来电|打电话|开会|[跟给对]我们?)?(?:说|答复|回复|承诺|表示|告诉|告知|反馈|回话)")
"""厂家今天又说能按时: the day of a word, not of what it promises."""

AGAIN = late(r"再(?:弄|干|说|报|做|接着|继续|定|看|议|动)")
"""干不完的话明年再弄: the day on which work goes on is none of an end."""
ARRIVES = late(r"(?:前|左右)?(?:才|就|能|可|会)*到[了。]?$")
THINGS_COME = late(r"(?:设备|材料|机组|主机|管材|钢材|板材|苗木|配件|厂家|班组|队伍|工人)[^，。；]{0,6}$")
"""间隔扩建设备6月底到: the day on which things or people come is no end."""

LONG_AGO = timedelta(days=150)
"""A bare day longer gone by than this is the coming one: 竣工验收12月10日完成, said in June."""

UNKNOWN = late(r"(?![的了呢吧啊前后左右上下是为在将要得到])[\u4e00-\u9fff]")
ACTS = late(r"(?:就|再|才|开始)?[吊装打浇挖铺架拆迁栽种焊砌拼沉](?![完好妥成了通到齐])")
"""What is done to a thing on a day: its first, its last, or the only one."""

OF_A_MONTH = ("上旬", "中旬", "下旬", "月底", "月末", "月中")
"""Said without a month they are this month's."""
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
            if token.kind is not Kind.DATE or self._set_aside(token):
                continue
            if token.value.relation is Relation.SINCE:
                self._act_since(token.value)
                continue
            if self._counted and self._still_to_come(token.value):
                self._result.future_from = token.end
            if not self._said.affected(token):
                self._settle(token, self._verb_of(token))

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
        if any(0 <= token.start - each.end <= 2 for each in self._said.marks(Mark.OLD)):
            return True
        if any(
            min(abs(token.start - each.end), abs(each.start - token.end)) <= 2
            for each in self._said.marks(Mark.NO_DATE)
        ):
            return True
        if SAID.match(self._said.text, token.end, self._said.end):
            return True
        if COMES.match(self._said.text, token.end, self._said.end):
            return True
        arrives = ARRIVES.match(self._said.text, token.end, self._said.end)
        if arrives and THINGS_COME.search(self._said.text, self._said.start, token.start):
            return True
        return self._said.text[max(self._said.start, token.start - 2) : token.start].endswith(NEVER_OF_THIS)

    def _verb_of(self, token: Token) -> Predicate | None:
        free = [each for each in self._result.predicates if each.date is None]
        after = [each for each in free if each.start >= token.end and each.act is not Act.RUNNING]
        before = [each for each in free if each.end <= token.start]
        found = after[0] if after else before[-1] if before else None
        if found is not None:
            found.date = token.value
        return found

    def _settle(self, token: Token, verb: Predicate | None) -> None:
        """Take a day as the one of an end, of one to come, of a beginning, or as none of the node's."""
        if AGAIN.match(self._said.text, token.end) and (verb is None or verb.act in AHEAD):
            return
        if verb is None:
            if any(each.act is Act.RUNNING for each in self._result.predicates):
                return  # 端午不停工
            if self._arrives_on(token):
                return
            if self._ahead or self._alone_due(token):
                self._take_due(token.value)
        elif verb.act is Act.PROGRESS and self._said.text[verb.start : verb.end] in WINDING_UP:
            self._winding_up(token, verb)
        elif verb.act is Act.STEP and UNTIL.fullmatch(self._said.text, verb.end, token.start):
            return
        elif not verb.dated and (not self._ahead or verb.act in (Act.STEP, Act.STEPPED)):
            self._of_no_end(token.value, verb)
        elif verb.act is Act.ENTERED or (verb.act is Act.PLANNED and not verb.dated):
            self._result.enters_on = _due(token.value)
        else:
            self._of_an_end(token, verb)

    def _arrives_on(self, token: Token) -> bool:
        """预计10月中旬到场安装: the day on which something comes."""
        return any(0 <= each.start - token.end <= 2 and each.text[0] == "到" for each in self._said.marks(Mark.THING))

    def _of_an_end(self, token: Token, verb: Predicate) -> None:
        looks_back = verb.act is Act.DONE or (verb.act is Act.NAMED and not self._ahead)
        if looks_back and not self._is_plan(token):
            year = token.value.grain is Grain.YEAR and verb.act is Act.DONE and token.text[-1:] not in ("底", "末")
            verb.act = Act.DONE
            self._result.done_on = None if year else token.value.finished()
            return
        if verb.act is Act.DONE:
            self._plan_from(verb)
        if self._ahead or verb.act not in STANDING | {Act.PARTLY_DONE}:
            self._take_due(token.value)

    def _take_due(self, span: DateSpan) -> None:
        due = _due(span)
        if not self._result.doubtful and due is not None and due >= self._said.today:
            self._result.due_on = due
            self._result.dues.append(due)

    def _winding_up(self, token: Token, verb: Predicate) -> None:
        """月底收尾: still to be wound up by then."""
        if self._is_plan(token) or token.value.relation is Relation.BEFORE:
            verb.act = Act.PLANNED
            self._result.due_on = _due(token.value)

    def _of_no_end(self, span: DateSpan, verb: Predicate) -> None:
        """The day of a beginning or a step says only whether that is still to come."""
        if verb.act is Act.ENTERED:
            self._result.enters_on = _due(span)
        if (verb.act in (Act.STEP, Act.STEPPED) and self._ahead) or (
            self._still_to_come(span) and not self._said.told_as_past()
        ):
            verb.act = Act.PLANNED

    def _plan_from(self, verb: Predicate) -> None:
        """明年五一前装完调完: what follows a planned end is planned, too."""
        for each in self._result.predicates:
            if each is verb or (each.start >= verb.start and each.act is Act.DONE and each.date is None):
                each.act = Act.PLANNED

    def _alone_due(self, token: Token) -> bool:
        """Whether a day without a verb is a deadline: 竣工验收10月20号前, and not 今天打了三眼."""
        span: DateSpan = token.value
        if self._of_a_thing(token) or (span.relation is not Relation.BEFORE and self._only_acts(token)):
            return False
        if HANDED_IN.match(self._said.text, token.end, self._said.end):
            return False
        if any(each.kind is Kind.NUMBER for each in self._said.tokens):
            return span.relation is Relation.BEFORE and not self._says_more(token, 4)
        if self._says_more(token, 4) or any(self._said.marks(Mark.PAPER)):
            return False  # 下周签合同
        if any(each.start >= token.end for each in self._said.marks(Mark.THING)):
            return False  # 设备8月中旬到厂
        if span.relation is Relation.BEFORE:
            return not self._says_more(token, 2)
        due, done, today = _due(span), span.finished(), self._said.today
        nearer = due is not None and due > today and (done in (None, today) or due - today < today - done)
        if nearer or self._of_this_month(token):
            return not self._says_more(token, 2)
        named = any(each.kind is Kind.NODE for each in self._said.tokens)
        if done is not None and not named and not self._says_more(token, 6):
            self._result.done_on, self._result.day = done, span
        return False

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

    def _is_plan(self, token: Token) -> bool:
        """Whether the day beside an ending is still to come."""
        span: DateSpan = token.value
        ahead, behind, today = _due(span), span.finished(), self._said.today
        if behind is None or ahead is None:
            return behind is None and (ahead > today if ahead is not None else not self._said.told_as_past())
        if ahead == behind:
            return ahead > today
        if self._said.told_as_past():
            return False
        if self._said.text[token.start] in "月本这" and ahead > today:
            return True
        if self._of_this_month(token):
            return True
        if span.own_day:  # a feast: the nearer one is meant
            return (ahead - today) < (today - behind)
        if self._ahead or self._before_its_end(token) or today - behind > LONG_AGO:
            return True
        return self._runs_on(token, ahead, behind)

    def _of_this_month(self, token: Token) -> bool:
        """下旬, 月底: the end of a part of this month that is not over."""
        due, today = _due(token.value), self._said.today
        bare = token.text.startswith(OF_A_MONTH)
        return bare and due is not None and due > today and (due.year, due.month) == (today.year, today.month)

    def _before_its_end(self, token: Token) -> bool:
        text = self._said.text
        return text[token.end - 1 : token.end] in DEADLINE or text[token.end : token.end + 1] in DEADLINE

    def _runs_on(self, token: Token, ahead: date, behind: date) -> bool:
        """Whether a stretch of time that is not over is meant to its end; else the nearer end is."""
        span, today = token.value, self._said.today
        if behind == today and span.grain in (Grain.MONTH, Grain.QUARTER):
            return True
        if behind == today and span.grain is Grain.THIRD:
            return ahead > today
        if behind == today and ahead > today and token.text.rstrip("前后左右")[-1:] in ("底", "末"):
            return True
        if behind == today and span.grain is Grain.YEAR:
            return self._said.text[token.end : token.end + 1] in ("内", "底", "末")
        return (ahead - today) < (today - behind)

    def _still_to_come(self, span: DateSpan) -> bool:
        found, behind, today = span.resolve(Direction.PLAN), span.finished(), self._said.today
        if span.relation is Relation.BEFORE and not self._said.told_as_past():
            due = _due(span)
            return due is not None and due > today
        begin = found and (found.first or found.last)
        if begin is None or begin <= today:
            return False
        return behind is None or begin - today < today - behind


def _due(span: DateSpan) -> date | None:
    """The last day a deadline covers; 月初 and 年初 have none."""
    if span.part is Part.EARLY and not span.text.rstrip("之以前后左右").endswith("旬"):
        return None
    return span.deadline()
