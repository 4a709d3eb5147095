"""The predicates of a clause: which verbs are told as happened, planned, denied, of a part, or of something else."""

from collections.abc import Sequence

from language.amounts import NumberKind, NumberSpan
from language.dates import Direction, Relation
from language.facts.acts import Act, Judgement, Predicate
from language.facts.said import Said, is_mark, was_meant
from language.late import late
from language.report.tokens import Kind, Token
from language.tables.marks import Mark
from language.words import listed
from models.vocabulary import NodeKind

ENDING = frozenset({Mark.DONE, Mark.DONE_PAST, Mark.WHOLE, Mark.AWARD})
AHEAD = frozenset({Mark.PLAN, Mark.HOPE, Mark.MOVED})
SIMPLE = {
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

CAUSES = frozenset({"因", "因为", "受", "由于", "因受"})
"""What a clause tells that begins so is the reason for something, no progress."""

BEGINNINGS = listed("""
    动 办 报 送 做 干 弄 启动 开始 开工 开展 施工 招 编 实施 着手 申报 提交 上报 铺 挖 建 打 装 拆 签 征 种 栽 砌 贴
""")
BEGINS_TO = frozenset("动办报做编施招开启弄干送提委着申建上拆征铺打挖种栽砌贴")
"""After a 没, one of these verbs denies the beginning, not the end: 没办, 没送审."""

THEN = late(
    r"后|即开|即可|便|方可|[了过]?(?:之后|以后|的话|再|才|之前|以前|与否|没有?(?=[，。；？！\s]|$)|还(?:早|远|差|有一?段))"
    r"|就(?:[发批给办下出]|能|可以)|了(?:后|没)|不(?:了|成)(?!本)|(?:应该|应当)?(?:没有?啥?问题|问题不大|不成问题|谈何容易)|(?:时限|期限)"
)
"""After an end, what tells that it has not come or makes it a condition: 批了再报, 批复之前, 完成还早."""
VERB_BEFORE = {"完": (0, 1, 2), "好": (0, 1, 2), "立": (0, 1)}
"""How many characters of a verb may stand before an end: 组|立完, 修|完了."""
AS_NOUN = late(r"的?(?:时间|日期|日子)|的(?:把握|希望|可能|难度|前提|时候|门槛|障碍)")
"""完成时间, 批复的日子: the end is only named, and a day beside it decides."""
UNTOLD = late(
    r"(?:可能|大概|大约|估计|恐怕|想必|或许|也许|兴许|没准|说不定|是否|是不是|有没有|算不算|算不上|谈不上|称不上|不能说|不能算|不算"
    r"|不是|并非|以为|当成|当作|视同|疑似|(?<![撤分脱剥隔偏])离|距|要想|没法|无法|没办法|不能|难以)"
    r"(?:说|是|都|也|就|算|得上|全部|全|最终|真正|彻底|按时|按期|如期|准时|及时|顺利|早日|在|于|已经?|业已)*$"
)
"""Before an end, what leaves open or denies that it has come: 是否已, 不是已经, 离…还早, 无法按时."""

ARRIVES = late(r"到位|下达|落实|拨付")
DUE = ("该", "应该", "早该", "就该")
NEITHER = listed("不是 并非 没有 不用 不需要 不再 不能 不")
WHEN = listed("看 待 要 得 还 时间 日期 计划 条件 后 前 不了 无望 申请 令 报告 通知 手续")
"""复工看天气: nothing has been resumed."""

MONEY_WORDS = ("投资", "固投", "固定资产", "产值", "年度投资", "年度计划", "总投资")
COPIES = ("原件", "纸质件", "纸质版", "正本", "盖章件")
"""没拿到原件: what is granted is granted, wherever its paper is."""
NO_OBJECTS = MONEY_WORDS + COPIES
PAPERS = ("批复", "批文", "证", "批准", "审批")
NOT_COME = late(r"(?:还|尚|仍|一直|至今|到现在|都)*[没未](?:有)?(?P<verb>[到来见拿收下出等办领取发])?")
"""Behind the name of a paper: it has not come."""
AGENT = late(r"(单位|机构|队伍|厂家|班组|经费|服务商|代理|中介|代理公司)(?:都|已经?|也|刚刚?|才|还)?$")
CHOSEN = ("中标单位", "施工单位", "总包单位", "中选单位", "成交单位")
DEALS = ("协议", "合同", "意向")
AS_EVER = ("照常", "正常", "如期", "按期", "准时")
REACHES = ("到了", "到", "至", "了")
JUST_HAPPENED = ("了", "的", "啦", "喽", "咯")
AT_LAST = ("如期", "提前", "顺利", "圆满", "终于", "总算", "成功", "正式", "胜利")
"""Before an act these say that it has happened, where nothing makes it a hope: 如期封顶."""
SMALL = frozenset({Mark.ALL, Mark.PERFECT, Mark.PROGRESS, Mark.NEAR})
"""What may stand between a denial and its verb."""

DENIED_VERB = late(r"[\u4e00-\u9fff]{2,3}(?<![的了])")
"""What may stand between a 没 and the end it denies: its verb."""

NOT_SO = (
    "不是",
    "并非",
    "不算",
    "没有",
    "谈不上",
    "不存在",
    "不至于",
    "未出现",
    "没出现",
    "不用",
    "无需",
    "不会",
    "避免",
    "防止",
)
"""Before a standstill these say that there is none."""

APPOINTED = ("定于", "约定于")
SOON = frozenset({"即将", "快要", "马上", "马上就"})
SOON_SEEN = ("眼看", "眼瞅", "眼见", "差点", "差一点", "险些")

REWRITE = late(
    r"(?:请|把|将|麻烦|帮|给|要求|让|命令)[^，。；！？\n]{1,50}(?:改|标|标记|标注|登记|记|设|设置|置|更新|修改|变更|录入?|填|写|显示)(?:为|成|回|作)"
    r"[“”\"'「『【]?(?:已经?)?$"
)
PUT_RIGHT = late(r"更正|勘误|纠正|写错|报错|填错|打错|有误|应为|应该?是|不对")
"""With these words somebody puts right what they said before."""

SOME = late(r"[\u4e00-\u9fff](的)(?:都|全|也|已|就){0,2}$")

SO_MANY = late(r"[0-9一二两三四五六七八九十百几多][家个户处栋座台条段人名所基根片道]$")
"""Right before a denial: only so many have not begun."""
STRETCH = late(r"(?:[\u4e00-\u9fff](?:段|侧|处|块|部位|区域|一带)|这块|那块|\+\d{1,3})(?:先|暂|已|也|就|全)?$")

STANDS = frozenset("停歇趴")
SPOTS = late(r"了?[\d一二两三四五六七八九十几](?:个(?![月工小星礼])|处|台|段|栋|片|仓|孔|条|户)")
"""Behind a standstill: so many pieces stand still."""


STRETCH_ENDS = late(
    r"[\u4e00-\u9fff](?<![全标各分工阶手])(?P<stretch>段)(?:[已也就全都]|[谈签拆迁征清铺挖干修埋焊做打装])*$"
)


class Verbs:
    """Reads the verbs of one segment from left to right."""

    def __init__(self, said: Said, marks: Sequence[Token], planned: bool, hoped: bool = False) -> None:
        self._said = said
        self.planned = planned or hoped
        self.found: list[Predicate] = []
        self.of_a_part = False
        self._only_inherited = planned and not any(each.value in AHEAD for each in marks)
        self._doubtful = any(each.value in (Mark.DOUBT, Mark.OLD) for each in marks)
        self._tells_why = bool(marks) and marks[0].value is Mark.CAUSE and marks[0].text in CAUSES
        self._waiting = False
        self._wants = False
        """Whether something is said to be wanting: what has not begun then is only that."""
        self._hoped = hoped
        """Whether a word of hope stands before in this very clause: then even a 了 only tells of the end hoped for."""

    def read(self, result: Judgement) -> None:
        """Fill in the predicates."""
        result.planned = self.planned
        for place, token in enumerate(self._said.tokens):
            if token.kind is Kind.MARK:
                self._mark(token, place, result)
            elif token.kind is Kind.NODE:
                self._node(token, place)
            elif token.kind is Kind.DATE and token.value.relation is Relation.SINCE and token.text.endswith("开始"):
                self._begins(token, result)
        result.predicates = self.found
        result.of_a_part = self.of_a_part
        waits = self._waiting and all(each.act is Act.PENDING for each in self.found)
        result.hoped = waits or ((self._hoped or self._breaks_off()) and not self.found)

    def _breaks_off(self) -> bool:
        """没|组立完, 快|组立完: whether the segment breaks off at a denial, before works that are its verb."""
        last = self._said.tokens[-1] if self._said.tokens else None
        return is_mark(last, (Mark.NOT, Mark.NEAR)) and last is not None and last.end == self._said.end

    def _mark(self, token: Token, place: int, result: Judgement) -> None:
        mark = token.value
        if mark in ENDING:
            self._ending(token, place)
        elif mark in AHEAD:
            if mark is not Mark.MOVED or token.text in APPOINTED or self._date_follows(place):
                self._hoped = mark is not Mark.MOVED
                self.planned = result.planned = True
        elif mark is Mark.HELP and token.text == "建议":
            self.planned = True
        elif mark is Mark.HELP and token.text in ("盼", "望") and self._wished(place):
            self.planned = result.planned = self._hoped = True
        elif mark is Mark.SOLVED and THEN.match(self._said.text, token.end):
            self.planned = result.planned = True  # 整改到位后通过
        elif mark is Mark.PERFECT:
            self.planned = self.planned and token.text == "就"
            if self._only_inherited and token.text == "了" and self._counts_next(place):
                result.planned = False  # 计划本周完成3座，只装了1座
            self._hoped = self._hoped and token.text in ("就", "了")
        elif mark is Mark.NEAR and (
            token.text in SOON or token.text.startswith(SOON_SEEN) or token.text.endswith("天就")
        ):
            self.planned = self._hoped = True
        elif mark is Mark.DOUBT and token.text.endswith("可能"):
            self._hoped = True
        elif mark is Mark.NOT:
            self._not_begun(token, place)
        elif mark is Mark.LACK:
            self._lacking(token, place)
        elif mark is Mark.WAITING:
            self._waits(token, place, result)
        elif mark is Mark.STEP and self._ends_its_node(token):
            self._ending(token, place)
        elif mark in SIMPLE:
            self._simple(token, place, SIMPLE[mark])

    def _ends_its_node(self, token: Token) -> bool:
        """征收决定昨天已经公告: what is but a step elsewhere is the end of a node that is called so."""
        named = [each.value for each in self._said.tokens if each.kind is Kind.NODE and each.end <= token.start]
        if not named or not (self._said.goes_on_with(token, JUST_HAPPENED) or self._said.told_as_past()):
            return False
        return all(node.name.endswith(token.text) for node in named[-1].nodes.values())

    def _node(self, token: Token, place: int) -> None:
        """A node whose name is a verb: 并网, 挂网."""
        if token.value.step:
            self._simple(token, place, Act.STEP)
        elif token.value.act and not self._said.affected(token):
            self._ending(token, place, by_name=True)

    def _begins(self, token: Token, result: Judgement) -> None:
        """昨日开始安装, 9月上旬开始: the day on which work begins."""
        ahead, behind = token.value.resolve(Direction.PLAN), token.value.resolve(Direction.FACT)
        today = self._said.today
        first = ahead.first if ahead else None
        past = behind.first if behind else None
        if first is not None and first > today and (past is None or past > today or first - today < today - past):
            self._add(Act.PLANNED, token, dated=False)
            result.enters_on = first
        elif not self.planned:
            self._add(Act.ENTERED, token, dated=False)

    def _not_begun(self, token: Token, place: int) -> None:
        """没办, 还没动: a denied beginning, unless a denied end follows at once (没办下来)."""
        following = self._said.after(place)
        if following is not None and following.start == token.end and following.kind is Kind.MARK:
            return
        if not self._denies(token):
            return
        if token.text != "不" and self._said.goes_on_with(token, tuple(BEGINNINGS)):
            self._add(Act.NOT_STARTED, token, dated=False)
        elif self._ended_in_one_breath(token):
            self._add(Act.PENDING, token, dated=False)

    def _ended_in_one_breath(self, token: Token) -> bool:
        """专项债省里审过了还没发行: what is still denied right behind an end was more than that end."""
        last = self.found[-1] if self.found else None
        if last is None or last.act is not Act.DONE or not self._said.text.endswith(("还", "尚"), 0, token.start):
            return False
        return not any(each.kind is Kind.NODE and each.start > last.end for each in self._said.tokens)

    def _lacking(self, token: Token, place: int) -> None:
        """就差批文: what is wanting has not happened; 还差3户 is only counted."""
        self._waiting = self._wants = not self._counts_next(place)
        if self._waiting and any(self._said.marks(Mark.PART)):
            self._add(Act.PENDING, token, dated=False)

    def _waits(self, token: Token, place: int, result: Judgement) -> None:
        if self._counts_next(place):
            return
        if self._said.goes_on_with(token, ("到",)):
            self.planned = result.planned = True
            return
        self._add(Act.PENDING, token, dated=False)
        self._waiting = True

    def _date_follows(self, place: int) -> bool:
        """推到12月5日, and not 沉放到位."""
        following = self._said.after(place)
        return (
            following is not None
            and following.kind is Kind.DATE
            and following.start - self._said.tokens[place].end <= 4
        )

    def _wished(self, place: int) -> bool:
        """盼月底批, 望尽快批下来: what is longed for is an end or a day, and nobody's help."""
        following = self._said.after(place)
        ends = following is None or following.kind is Kind.NODE or is_mark(following, ENDING)
        return ends or self._date_follows(place)

    def _counts_next(self, place: int) -> bool:
        following = self._said.after(place)
        return following is not None and following.kind is Kind.NUMBER

    def _add(self, act: Act, token: Token, dated: bool = True) -> None:
        if act is Act.NOT_STARTED and self._counted_at_once(token):
            return  # 未开工5个: only so many have not begun
        if act is Act.NOT_STARTED and self._wants:
            act = Act.PENDING  # 只剩屋架没装
        if not self._tells_why or act is Act.BLOCKED:
            self.found.append(Predicate(act, token.start, token.end, dated=dated))

    def _counted_at_once(self, token: Token) -> bool:
        if SO_MANY.search(self._said.text, max(self._said.start, token.start - 6), token.start):
            return True  # 还有3家没启动
        for each in self._said.tokens:
            if each.kind is Kind.NUMBER and 0 <= token.start - each.end <= len("来长") and is_amount(each.value):
                return True  # 还有3公里来长没铺
            if each.kind is Kind.NUMBER and each.start >= token.end:
                return each.start - token.end <= 3 and "，" not in self._said.text[token.end : each.start]
        return False

    # verbs that are no end ----------------------------------------------------------------------------------

    def _simple(self, token: Token, place: int, act: Act) -> None:
        denied = self._denied(token, place)
        if act is Act.PENDING and THEN.match(self._said.text, token.end):
            self.planned = self._hoped = True  # 待批复后下证
        if act is Act.ENTERED:
            self._entered(token, place, denied)
        elif act in (Act.PROGRESS, Act.STEP):
            self._going_on(token, act, denied)
        elif act is Act.BLOCKED:
            denied = denied or self._said.text.endswith(NOT_SO, self._said.start, token.start)
            paper = token.text[0] == "卡" and self._of_a_thing(place)  # 占道手续卡了半个月
            if not (denied or self.planned or paper or self._only_slow(token, place)):
                self.of_a_part = self.of_a_part or self._of_a_stretch(token)
                self._add(act, token, dated=False)
        elif act is Act.CONDITIONAL:
            if not denied and not self._said.follows(token, NEITHER):
                self._add(act, token)
        elif act is not Act.RESUMED or not (
            denied or self.planned or self._said.follows(token, ("再",)) or self._said.goes_on_with(token, WHEN)
        ):
            self._add(act, token, dated=False)

    def _entered(self, token: Token, place: int, denied: bool) -> None:
        if self._of_a_thing(place) or self._said.affected(token):
            return
        if denied:
            self._add(Act.NOT_STARTED, token)
        else:
            self._add(Act.PLANNED if self.planned else Act.ENTERED, token, dated=False)

    def _going_on(self, token: Token, act: Act, denied: bool) -> None:
        if act is Act.PROGRESS and token.text in AS_EVER and self._act_follows(token):
            return  # 15号照常开工
        if act is Act.PROGRESS and (self._said.goes_on_with(token, ("的",)) or self._reaches_number(token)):
            return  # 上报的245片, 推进到66%
        if self._said.affected(token):
            return  # 影响主体收尾
        if denied:
            begins = token.text[0] in BEGINS_TO or act is Act.STEP
            self._add(Act.NOT_STARTED if begins else Act.PENDING, token, dated=False)
        else:
            self._add(Act.PLANNED if self.planned or was_meant(self._said.tokens, token) else act, token, dated=False)

    def _act_follows(self, token: Token) -> bool:
        return any(each.kind is Kind.NODE and each.start == token.end and each.value.act for each in self._said.tokens)

    def _reaches_number(self, token: Token) -> bool:
        """推进至66%: a level that was reached tells of no more than the number."""
        for word in REACHES:
            if self._said.goes_on_with(token, (word,)):
                at = token.end + len(word)
                return any(each.kind is Kind.NUMBER and 0 <= each.start - at <= 1 for each in self._said.tokens)
        return False

    def _only_slow(self, token: Token, place: int) -> bool:
        """一周干不了两天: little is done, but not nothing."""
        following = self._said.after(place)
        measured = following is not None and following.kind in (Kind.DATE, Kind.NUMBER)
        return token.text.endswith("不了") and measured and following is not None and following.start == token.end

    def _of_a_stretch(self, token: Token) -> bool:
        """交叉段先停, K2+300到K2+500停工: only a part stands still."""
        if token.text[0] in STANDS and SPOTS.match(self._said.text, token.end, self._said.end):
            return True  # 停了1个点
        return STRETCH.search(self._said.text, max(self._said.start, token.start - 8), token.start) is not None

    # ends ---------------------------------------------------------------------------------------------------

    def _ending(self, token: Token, place: int, by_name: bool = False) -> None:
        if token.text in PAPERS and (missing := NOT_COME.match(self._said.text, token.end, self._said.end)):
            if missing["verb"]:
                self._add(Act.PENDING, token, dated=False)
            return  # 批文还没到
        if self._waiting or self._said.goes_on_with(token, NO_OBJECTS) or self._is_paper(token, place):
            return
        if self.found and self.found[-1].act is Act.PLANNED and self.found[-1].end == token.start:
            self.found[-1].end = token.end  # 疑似已批|下来 is one end
            return
        if THEN.match(self._said.text, token.end) and self._stands_firm(token, place):
            self._add(Act.PLANNED, token)
            self.planned = True
            return
        act = self._act_of_ending(token, place, by_name)
        if act is not None:
            self._add(act, token, dated=act is not Act.STEPPED)

    def _is_paper(self, token: Token, place: int) -> bool:
        """批复5月25日前拿到: a paper that is only named, with its verb behind it."""
        if token.text not in PAPERS or any(each.kind is not Kind.DATE for each in self._said.tokens[:place]):
            return False
        rest = self._said.tokens[place + 1 :]
        return bool(rest) and rest[0].kind is Kind.DATE and any(is_mark(each, ENDING) for each in rest)

    def _stands_firm(self, token: Token, place: int) -> bool:
        return not (self._impossible(token, place) or self._denied(token, place) or self._nearly(token, place))

    def _act_of_ending(self, token: Token, place: int, by_name: bool) -> Act | None:
        """What an end comes to: denied, nearly reached, planned, of a number only, of a step, or reached."""
        if self._impossible(token, place) or self._untold(token):
            return Act.PLANNED
        if self._denied(token, place):
            return self._denied_end(token, by_name)
        if self._nearly(token, place):
            return Act.PROGRESS
        if AS_NOUN.match(self._said.text, token.end):
            return Act.NAMED
        if self._said.follows(token, DUE):
            return Act.PLANNED  # 主体该封顶了
        if self._hoped or ((self.planned or self._doubtful) and token.value is not Mark.DONE_PAST):
            return Act.PLANNED
        if by_name and not self._counted(token, place):
            return self._named_end(token, place)
        if self._of_some(token) or self._of_one_stretch(token):
            return Act.PARTLY_DONE
        if not by_name and (self._of_a_thing(place) or self._of_agent(token) or self._only_going_on(token, place)):
            return None
        if not by_name and self._said.goes_on_with(token, DEALS):
            return Act.STEPPED
        if by_name or (token.value is not Mark.WHOLE and self._counted(token, place) and not self._grants(token)):
            return Act.PARTLY_DONE
        return Act.STEPPED if self._step_before(token, place) else Act.DONE

    def _of_one_stretch(self, token: Token) -> bool:
        """青苗补偿双河镇段谈完: the end of a stretch is none of the whole."""
        found = STRETCH_ENDS.search(self._said.text, max(self._said.start, token.start - 8), token.start)
        if found is None:
            return False
        at = found.start("stretch")
        return not any(each.start <= at < each.end for each in self._said.tokens if each.kind is not Kind.MARK)

    def _of_some(self, token: Token) -> bool:
        """电力的迁完了: of some of them, which are named by nothing but what they are."""
        found = SOME.search(self._said.text, max(self._said.start, token.start - 6), token.start)
        if found is None:
            return False
        owner = self._said.text[: found.start(1)]
        return not any(each.end == len(owner) for each in self._said.tokens)

    def _of_agent(self, token: Token) -> bool:
        """环评单位定了: whoever is to do it has been found, nothing is done; that of a tender is its end."""
        found = AGENT.search(self._said.text, max(self._said.start, token.start - 6), token.start)
        return found is not None and not self._said.text.endswith(CHOSEN, 0, found.end(1))

    def _only_going_on(self, token: Token, place: int) -> bool:
        """正在办: an end that is being worked at."""
        before = self._said.before(place)
        if before is None or token.value is not Mark.DONE or before.end != token.start:
            return False
        return (
            before.kind is Kind.MARK
            and before.value is Mark.PROGRESS
            and before.text.endswith(("在", "正", "抓紧", "加快"))
        )

    def _grants(self, token: Token) -> bool:
        """贷款授信批了八个亿: what is granted is done, however much it is; money that is to arrive has not."""
        if token.text not in ("批了", "获批", "批下来了", "批复了"):
            return False
        shares = (NumberKind.PERCENT, NumberKind.PERCENT_RANGE)
        if any(each.kind is Kind.NUMBER and each.value.kind in shares for each in self._said.tokens):
            return False
        named = [each for each in self._said.tokens if each.kind is Kind.NODE and each.end <= token.start]
        return not any(ARRIVES.search(node.name) for each in named for node in each.value.nodes.values())

    def _named_end(self, token: Token, place: int) -> Act | None:
        if not self._happened(token):
            return Act.DONE if self._paid_in(token, place) else Act.NAMED
        if self._of_a_thing(place):
            return None
        return Act.STEPPED if self._step_before(token, place) else Act.DONE

    def _paid_in(self, token: Token, place: int) -> bool:
        """资金8000万元到位: the money of a node of money, said in full before its act."""
        before = self._said.before(place)
        if before is None or before.kind is not Kind.NUMBER or token.start - before.end > 1:
            return False
        return before.value.kind is NumberKind.MONEY and all(
            node.kind is NodeKind.FINANCING for node in token.value.nodes.values()
        )

    def _denied_end(self, token: Token, by_name: bool) -> Act:
        """没批 waits for its end; 没开工 and 没办 have not begun."""
        begins = token.text == "办" or (by_name and token.value.node.kind in (NodeKind.START, NodeKind.OPERATION))
        return Act.NOT_STARTED if begins else Act.PENDING

    def _impossible(self, token: Token, place: int) -> bool:
        """赶不完, 批不了: what cannot be done, which is no state."""
        before = self._said.before(place)
        return before is not None and before.text == "不" and before.end == token.start and token.text != "通过"

    def _untold(self, token: Token) -> bool:
        """Whether it is left open, or somebody only wants it written so: 请将环评改为已批复."""
        text = self._said.text
        first = max(0, token.start - 16)
        if any(UNTOLD.search(text, first, token.start - back) for back in VERB_BEFORE.get(token.text[0], (0,))):
            return True
        ordered = REWRITE.search(text, max(0, token.start - 60), token.start)
        return ordered is not None and PUT_RIGHT.search(text) is None

    def _denied(self, token: Token, place: int) -> bool:
        """Whether a 没 or 未 stands before the verb with nothing but small words between."""
        at = token.start
        for before in reversed(self._said.tokens[:place]):
            if before.kind in (Kind.WORK, Kind.NODE) and before.end >= at:
                at = before.start  # 没|组立|完
                continue
            if before.kind is not Kind.MARK or not self._close(before, at):
                return False
            if before.value is Mark.NOT:
                return self._denies(before)
            if before.value not in SMALL:
                return False
            at = before.start
        return False

    def _denies(self, token: Token) -> bool:
        """Whether a 没 is not itself denied: 不是没开工."""
        return not self._said.follows(token, ("不是", "并非"))

    def _close(self, before: Token, at: int) -> bool:
        """Whether nothing stands between, or after a 没 only the verb: 没延期下来, not 没拆的都签了."""
        between = self._said.text[before.end : at]
        if before.value is Mark.NOT and len(between) in (2, 3):
            return DENIED_VERB.fullmatch(between) is not None
        return 0 <= at - before.end <= 1

    def _nearly(self, token: Token, place: int) -> bool:
        before = self._said.before(place)
        if before is not None and before.kind in (Kind.WORK, Kind.NODE) and before.end >= token.start:
            token, before = before, self._said.before(place - 1)  # 快|组立|完了
        if is_mark(before, (Mark.PERFECT,)) and before is not None and before.text == "就" and place > 1:
            before = self._said.before(place - 1)  # 马上就完了
        return before is not None and is_mark(before, (Mark.NEAR,)) and token.start - before.end <= 1

    def _happened(self, token: Token) -> bool:
        """Whether a node's own name is told as an event: with 已, 了 or a day gone by."""
        if (
            token.value.past
            or self._said.goes_on_with(token, JUST_HAPPENED)
            or self._said.follows(token, ("已", "已经", *AT_LAST))
        ):
            return True
        return any(
            each.text != "就" and 0 <= token.start - each.end <= 3 for each in self._said.marks(Mark.PERFECT, Mark.ALL)
        )

    def _of_a_thing(self, place: int) -> bool:
        """Whether the ending is told of something beside the works: 设备订货完成, 资料齐了."""
        for before in reversed(self._said.tokens[:place]):
            if before.kind in (Kind.NODE, Kind.WORK):
                return False
            if is_mark(before, (Mark.THING,)):
                return True
        return False

    def _step_before(self, token: Token, place: int) -> bool:
        """Whether it is a step that ended, or a paper on the way: 评审通过, 送审稿完成."""
        for before in reversed(self._said.tokens[:place]):
            if before.kind in (Kind.NODE, Kind.NUMBER) or is_mark(before, ENDING):
                return False
            if is_mark(before, (Mark.STEP, Mark.PAPER)):
                return token.start - before.end <= 10
        return False

    def _counted(self, token: Token, place: int) -> bool:
        """Whether the ending is told of a number only: 完成3公里, 6台装完, but not 6台全部装完."""
        return self._counts_behind(token, place) or self._counted_before(place, token.value is Mark.DONE_PAST)

    def _counts_behind(self, token: Token, place: int) -> bool:
        behind = [each for each in self._said.tokens[place + 1 : place + 5] if each.value is not Mark.PERFECT][:3]
        after = next((each for each in behind if each.kind not in (Kind.NODE, Kind.WORK, Kind.PART)), None)
        if after is None or after.kind is not Kind.NUMBER or not is_amount(after.value):
            return False
        object_said = "".join(each.text for each in behind if token.end <= each.start < after.start)
        between = self._said.text[token.end : after.start].replace(object_said, "").strip("约近大概了共将为超过的和、 ")
        apart = token.value is Mark.DONE_PAST and after.start > token.end
        if self._said.text[after.start - 1] == "的" and after.value.kind is NumberKind.PERCENT:
            return len(between) <= 8  # 完成设计量的73%
        return len(between) <= (8 if object_said else 0 if apart else 2)

    def _counted_before(self, place: int, past: bool) -> bool:
        for before in reversed(self._said.tokens[:place]):
            if is_mark(before, (Mark.ALL, Mark.WHOLE)) or (is_mark(before, (Mark.PERFECT,)) and "全" in before.text):
                return False
            if before.kind is Kind.NUMBER:
                span = before.value
                money = span.kind in (NumberKind.MONEY, NumberKind.MONEY_RANGE) or (
                    past and span.kind is NumberKind.NUMBER and span.unit is None  # 资金3800万已下达
                )
                return is_amount(before.value) and not money
            if before.kind not in (Kind.WORK, Kind.NODE) and not is_mark(before, (Mark.PERFECT, Mark.PROGRESS)):
                return False
        return False


def is_amount(span: NumberSpan) -> bool:
    """Whether a number counts or measures something."""
    return span.kind is not NumberKind.NUMBER or span.unit is not None or (span.value or 0) >= 1000
