"""The predicates of a clause: which verbs are told as happened, planned, denied, of a part, or of something else."""

from language.belonging import PERMITS
from language.dates import Direction, Relation
from language.facts.acts import Act, Judgement, Predicate
from language.facts.counted_ends import is_amount
from language.facts.end_words import ENDING, JUST_HAPPENED, PAPERS
from language.facts.ends import Ends
from language.facts.other_ends import of_a_thing
from language.facts.papers import ON_PAPER, SUPPLEMENTS, lies_ahead, rung
from language.facts.reviews import with_passed_review
from language.facts.said import Said, is_mark, is_parted, kinds_of, was_meant, without_tail
from language.facts.standstill import is_resumed, is_told_to_stand, of_a_stretch, since_then
from language.facts.verb_words import (
    AHEAD,
    APPOINTED,
    AS_EVER,
    AS_SOON_AS,
    BEGINNINGS,
    BEGINS_TO,
    LAST_PLACE,
    LAST_WORKS,
    MEANING,
    NEITHER,
    NO_OBJECTS,
    NONE_AT_ALL,
    NOT_COME,
    NOT_YET,
    ON_ITS_WAY,
    ONCE_IT_IS,
    ONLY_NAMED,
    POWER,
    REACHES,
    ROUND,
    SIMPLE,
    SO_MANY,
    SOON,
    SOON_SEEN,
    THEN,
    THINGS,
    TOLD,
    UNBEGUN,
    UNHELD,
    UNTIL_SOMETIME,
    WHICH_ARE,
)
from language.late import late
from language.report.tokens import Kind, Token
from language.tables.marks import CAUSES, Mark
from models.vocabulary import NodeKind

EXAMINED = frozenset({NodeKind.DRAWING_REVIEW, NodeKind.ACCEPTANCE, NodeKind.COMPLETION})
IMPERATIVE = frozenset({"建议", "催一下", "催一催", "督促", "请", "恳请", "请求", "提请", "帮忙", "帮着"})
"""With these an end is asked for: 请尽快把环评批了."""


HANDED_IN = late(r"[^，。；\n]{0,9}?(?:[送交呈递]|上报)")
"""Behind papers: they are handed in, or are to be."""
BEGUN = frozenset({Act.NOT_STARTED, Act.ENTERED})
"""A bare verb right behind these is what has begun or not, and no end."""
WAITS_FIRST = late(r"[，、 ]?(?:目前|现在?|还|正|都|就|一直|只)*在?(?:等|等着|等待)")
PAPER_LAST = late(r"(?:合格[书证]|意见书)(?:下来|出来|批)?[。 ]?")
ANY_PAPER_LAST = late(r"(?:批复|批文|许可证?|证)?[。 ]?")
"""鹭洲220还在等核准, right behind the name; behind a comma it is what others wait for."""
CLEARED_AWAY = frozenset("迁移拆搬挪砍伐改拔")
PAPERS_OF_IT = late(r"(?:手续|许可|批文|审批|意见)(?:还|都|也|仍|一直|至今|到现在)*$")
IN_THE_WAY = frozenset({NodeKind.ACQUISITION, NodeKind.UTILITIES})
DOUBTS = frozenset({Mark.DOUBT, Mark.OLD})


def _begins_with_cause(said: Said) -> bool:
    """Whether the first small word tells why something is so."""
    first = next(each for each in said.tokens if each.kind is Kind.MARK)
    return first.value is Mark.CAUSE and first.text in CAUSES


class Verbs:
    """Reads the verbs of one segment from left to right."""

    def __init__(self, said: Said, planned: bool, hoped: bool = False) -> None:
        self._said = said
        self._ends = Ends(said)
        self.planned = planned or hoped
        self.found: list[Predicate] = []
        self.of_a_part = False
        self._only_inherited = planned and said.small.isdisjoint(AHEAD)
        self._doubtful = not said.small.isdisjoint(DOUBTS)
        self._tells_why = Mark.CAUSE in said.small and _begins_with_cause(said)
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
        untold = {each.act for each in self.found} <= ({Act.NAMED, Act.PLANNED} if self._wants else {Act.NAMED})
        if untold and (self._wants or not self.planned or self._supplements()):
            self.found += rung(self._said, wanting=self._wants)
        self.found = with_passed_review(self._said, self.found)
        result.predicates = self.found
        result.of_a_part = self.of_a_part
        waits = self._waiting and all(each.act is Act.PENDING for each in self.found)
        result.hoped = waits or ((self._hoped or self._breaks_off()) and not self.found)

    def _supplements(self) -> bool:
        said = self._said
        return "补" in said.text and SUPPLEMENTS.search(said.text, said.start, said.end) is not None

    def _breaks_off(self) -> bool:
        """没|组立完, 快|组立完: whether the segment breaks off at a denial, before works that are its verb."""
        last = self._said.tokens[-1] if self._said.tokens else None
        return is_mark(last, (Mark.NOT, Mark.NEAR)) and last is not None and last.end == self._said.end

    def _mark(self, token: Token, place: int, result: Judgement) -> None:
        mark = token.value
        if mark in ENDING:
            self._ending(token, place)
        elif mark in MEANING:
            self._meant(token, place, result)
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

    def _meant(self, token: Token, place: int, result: Judgement) -> None:
        """A word that tells whether what stands beside it is meant, hoped for or has come."""
        mark = token.value
        if mark in AHEAD:
            if mark is not Mark.MOVED or token.text in APPOINTED or self._date_follows(place):
                self._hoped = mark is not Mark.MOVED and not (token.text[-1] == "前" and not self._hoped)  # 汛前收了口
                self.planned = result.planned = True
        elif mark is Mark.HELP and token.text in IMPERATIVE:
            self.planned = True
        elif mark is Mark.HELP and token.text in ("盼", "望") and self._wished(place):
            self.planned = result.planned = self._hoped = True
        elif mark is Mark.SOLVED and THEN.match(self._said.text, token.end):
            self.planned = result.planned = True  # 整改到位后通过
        elif mark is Mark.PERFECT and token.text == "早" and self._hoped:
            return  # 争取早完
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

    def _ends_its_node(self, token: Token) -> bool:
        """征收决定昨天已经公告: what is but a step elsewhere is the end of a node that is called so."""
        said = self._said
        node = said.node_before(token)
        past = any(each.kind is Kind.DATE and each.end == token.start and not lies_ahead(said) for each in said.tokens)
        if node is None or not (past or said.goes_on_with(token, JUST_HAPPENED) or said.told_as_past()):
            return False
        names = [each.name for each in node.value.nodes.values()]
        return all(name.endswith(token.text) or (name.endswith("决定") and token.text == "公告") for name in names)

    def _node(self, token: Token, place: int) -> None:
        """A node whose name is a verb: 并网, 挂网."""
        if token.value.step:
            self._simple(token, place, Act.STEP)
        elif (
            token.value.node.kind in EXAMINED
            and self._said.goes_on_with(token, ("合格",))
            and not self._said.goes_on_with(token, ("合格书", "合格证"))
            and not THEN.match(self._said.text, token.end + len("合格"))
        ):
            self._add(Act.DONE, token)  # 图审合格
        elif token.value.act and not self._said.affected(token) and not ONLY_NAMED.match(self._said.text, token.end):
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
        at_once = following is not None and following.start == token.end and following.kind is Kind.MARK
        if at_once and not is_mark(following, (Mark.PAPER,)):
            return
        if self._said.follows(token, NEITHER[:2]):
            return  # 环评不是没报，8月就报了
        if not self._ends.denies(token) or POWER.search(self._said.text, self._said.start, token.start):
            return
        if self._said.goes_on_with(token, ("签字", "签章", "签发", "盖章")):
            self._add(Act.PENDING, token, dated=False)
        elif self._said.goes_on_with(token, ("开",)) and UNHELD.search(self._said.text, self._said.start, token.start):
            self._add(Act.PENDING, token, dated=False)  # 专家会还没开
        elif self._said.goes_on_with(token, ("开",)) and any(each.act is Act.STEP for each in self.found):
            self._add(Act.PENDING, token, dated=False)  # 还挂在网上没开
        elif self._said.goes_on_with(token, TOLD) and self._ended_just_before(token):
            return  # 早就干完了没报上来
        elif token.text != "不" and (
            self._said.goes_on_with(token, BEGINNINGS) or UNBEGUN.match(self._said.text, token.end, self._said.end)
        ):
            if not self._of_some_things(token):
                self._add(Act.NOT_STARTED, token, dated=False)
        elif self._ended_in_one_breath(token):
            self._add(Act.PENDING, token, dated=False)

    def _of_some_things(self, token: Token) -> bool:
        """征迁坟没迁, 迁改光缆没动: what is in the way is there yet, which does not say that nothing has begun."""
        node = self._said.node_before(token)
        if node is None:
            return False
        kinds = kinds_of(node)
        there = THINGS.fullmatch(self._said.text, node.end, token.start) is not None
        if kinds <= IN_THE_WAY:
            return there
        cleared = self._said.text[token.end : token.end + 1] in CLEARED_AWAY  # 桩基有根光缆没迁
        papers = PAPERS_OF_IT.search(self._said.text, without_tail(node), token.start) is not None  # 桩基移树手续没办
        return kinds.isdisjoint(ON_PAPER) and ((there and cleared) or papers)

    def _ended_just_before(self, token: Token) -> bool:
        last = self.found[-1] if self.found else None
        return last is not None and last.act is Act.DONE and token.start - last.end <= 2

    def _ended_in_one_breath(self, token: Token) -> bool:
        """专项债省里审过了还没发行: what is still denied right behind an end was more than that end."""
        last = self.found[-1] if self.found else None
        if last is None or last.act is not Act.DONE or not self._said.text.endswith(("还", "尚"), 0, token.start):
            return False
        return not any(each.kind is Kind.NODE and each.start > last.end for each in self._said.tokens)

    def _lacking(self, token: Token, place: int) -> None:
        """就差批文: what is wanting has not happened; 还差3户 is only counted."""
        self._waiting = self._wants = not self._counts_next(place)
        if self._waiting and (any(self._said.marks(Mark.PART)) or self._lacks_last_works(token, place)):
            self._add(Act.PENDING, token, dated=False)

    def _lacks_last_works(self, token: Token, place: int) -> bool:
        """就剩屋面了, 只差河西那段: all but some last works is done, where nothing more is said of these."""
        following = self._said.after(place)
        if following is not None and following.kind in (Kind.WORK, Kind.PART) and following.start == token.end:
            return "层" not in following.text and LAST_WORKS.match(self._said.text, following.end) is not None
        return LAST_PLACE.match(self._said.text, token.end) is not None

    def _waits(self, token: Token, place: int, result: Judgement) -> None:
        if self._counts_next(place):
            return
        if self._said.goes_on_with(token, ("到",)):
            self.planned = result.planned = True
            return
        following = self._said.after(place)
        led = following is not None and following.kind is Kind.NODE and following.start == token.end
        alone = not any(each.kind in (Kind.NODE, Kind.WORK) for each in self._said.tokens[:place])
        if not (led and alone) or self._waits_for_permit(token, following):
            self._add(Act.PENDING, token, dated=False)
        self._waiting = True  # 等展柜装完 of what comes behind says nothing of the 展柜

    def _waits_for_permit(self, token: Token, following: Token | None) -> bool:
        """等施工图审查合格书: a clause that only waits for a permit of the plan tells that it is still to come."""
        if (
            following is None
            or following.kind is not Kind.NODE
            or not WAITS_FIRST.match(self._said.text, self._said.start)
        ):
            return False
        permits = all(node.kind in PERMITS for node in following.value.nodes.values())
        text, start = self._said.text, self._said.start
        behind_comma = text[start] in "，、 " or text[start - 1 : start] in ("，", "、")
        papers = (PAPER_LAST,) if behind_comma else (PAPER_LAST, ANY_PAPER_LAST)
        return permits and any(each.fullmatch(text, following.end, self._said.end) for each in papers)

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
        near = max(self._said.start, token.start - 6)
        lacks = next(self._said.marks(Mark.LACK), None)
        if lacks and any(
            each.kind is Kind.NUMBER and lacks.end <= each.start < token.start for each in self._said.tokens
        ):
            return True  # 还差一条110千伏没迁
        if lacks is None and NONE_AT_ALL.search(self._said.text, near, token.start):
            return False  # 一片没架
        if SO_MANY.search(self._said.text, near, token.start):
            return True  # 还有3家没启动
        for each in self._said.tokens:
            if each.kind is Kind.NUMBER and 0 <= token.start - each.end <= len("来长") and is_amount(each.value):
                return True  # 还有3公里来长没铺
            if each.kind is Kind.NUMBER and each.start >= token.end:
                between = self._said.text[token.end : each.start]
                return "，" not in between and (len(between) <= 3 or WHICH_ARE.fullmatch(between) is not None)
        return False

    # verbs that are no end ----------------------------------------------------------------------------------

    def _simple(self, token: Token, place: int, act: Act) -> None:
        denied = self._ends.denied(token, place)
        if act is Act.PENDING and (
            THEN.match(self._said.text, token.end) or self._said.goes_on_with(token, ("下来", "复下来"))
        ):
            self.planned = self._hoped = True  # 待批复后下证
        self._waiting = self._waiting or (act is Act.PENDING and token.text.startswith("等"))
        if act is Act.ENTERED:
            self._entered(token, place, denied)
        elif act in (Act.PROGRESS, Act.STEP):
            self._going_on(token, place, act, denied)
        elif act is Act.BLOCKED:
            if is_told_to_stand(self._said, token, place, self.planned, self._hoped, denied):
                self.of_a_part = self.of_a_part or of_a_stretch(self._said, token)
                self._add(act, token, dated=False)
        elif act is Act.CONDITIONAL:
            if not denied and not self._said.follows(token, NEITHER):
                self._add(act, token)
        elif act is Act.NOT_STARTED and self._said.follows(token, NEITHER):
            return  # 不是没动
        elif act is Act.UNCHANGED and token.text in ("照旧", "一样") and self._date_follows(place):
            return  # 照旧6月底架完
        elif act is Act.RESUMED and self._said.follows(token, NOT_YET) and not self.planned:
            self._add(Act.BLOCKED, token, dated=False)  # 还没复工
        elif act is not Act.RESUMED or is_resumed(self._said, token, self.planned, denied):
            self._add(act, token, dated=False)

    def _entered(self, token: Token, place: int, denied: bool) -> None:
        awaited = self._waiting and not any("在" in each.text for each in self._said.marks(Mark.WAITING))
        if awaited or of_a_thing(self._said, place) or self._said.affected(token):
            return
        if denied:
            self._add(Act.NOT_STARTED, token)
        else:
            ahead = (self.planned and not since_then(self._said, token)) or self._once_it_is_so(token)
            self._add(Act.PLANNED if ahead else Act.ENTERED, token, dated=False)

    def _once_it_is_so(self, token: Token) -> bool:
        """钱到了就开工, 雨停了就干: what begins at once when something has come, with no word that it has."""
        said = self._said
        if said.goes_on_with(token, JUST_HAPPENED) or any(each.kind is Kind.DATE for each in said.tokens):
            return False
        return ONCE_IT_IS.search(said.text, max(said.start, token.start - 9), token.start) is not None

    def _going_on(self, token: Token, place: int, act: Act, denied: bool) -> None:
        if act is Act.PROGRESS and token.text in AS_EVER and self._act_follows(token):
            return  # 15号照常开工
        if act is Act.PROGRESS and (self._said.goes_on_with(token, ("的",)) or self._reaches_number(token)):
            return  # 上报的245片, 推进到66%
        if act is Act.STEP and token.text[-1] in "件稿" and HANDED_IN.match(self._said.text, token.end):
            return  # 报件6月10日前送省厅: the papers, and what is done with them is told behind
        day = self._said.after(place) if token.text[-1] == "在" else None
        if day is not None and day.kind is Kind.DATE and day.start == token.end:
            return  # 均在本月底前完成
        if token.text == "中" and of_a_thing(self._said, place):
            return  # 门机到港卸船中
        if self._said.affected(token) or (self._doubtful and token.text in ("作废", "失效")):
            return  # 影响主体收尾, 之前说的6月8号作废
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

    def _ending(self, token: Token, place: int, by_name: bool = False) -> None:
        if token.value is Mark.DONE and self._said.affected(token):
            return  # 影响8月底土建完工
        if token.text in PAPERS and (missing := NOT_COME.match(self._said.text, token.end, self._said.end)):
            if missing["verb"]:
                self._add(Act.PENDING, token, dated=False)
            return  # 批文还没到
        if token.text in PAPERS and ON_ITS_WAY.match(self._said.text, token.end, self._said.end):
            self._add(Act.PENDING, token, dated=False)
            return
        if token.text[0] == "定" and UNTIL_SOMETIME.search(self._said.text, self._said.start, token.start):
            return  # 什么时候复工还没定
        if token.text[0] == "签" and self._said.follows(token, ROUND):
            return  # 批文在走签
        if len(token.text) == 1 and self.found and self.found[-1].end == token.start and self.found[-1].act in BEGUN:
            return  # 没开始办, 开始签
        if self._waiting or self._said.goes_on_with(token, NO_OBJECTS) or self._ends.is_paper(token, place):
            return
        if self.found and self.found[-1].act is Act.PLANNED and self.found[-1].end == token.start:
            self.found[-1].end = token.end  # 疑似已批|下来 is one end
            return
        at_once = AS_SOON_AS.search(self._said.text, self._said.start, token.start)  # 一到手就开工
        if at_once or (THEN.match(self._said.text, token.end) and self._ends.stands_firm(token, place)):
            self._add(Act.PLANNED, token)
            self.planned = True
            self._hoped = self._hoped or at_once is not None
            return
        past = token.value is Mark.DONE_PAST or is_parted(token) or self._said.goes_on_with(token, ("了",))
        ahead = self._hoped or ((self.planned or self._doubtful) and not past)
        act = self._ends.act(token, place, by_name, ahead)
        if act is not None:
            self._add(act, token, dated=act is not Act.STEPPED)
