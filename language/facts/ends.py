"""What a word that ends something comes to: reached, denied, nearly reached, planned, of a number or a part only."""

from language.amounts import NumberKind
from language.facts.acts import Act
from language.facts.counted_ends import is_counted
from language.facts.end_words import (
    ACTS_OF_A_DAY,
    ALLOTTED,
    ARRIVED,
    ARRIVES,
    AS_NOUN,
    AT_LAST,
    BEFORE_NOW,
    BEING_WRITTEN,
    CALLED_GRANTED,
    DEALS,
    DENIED_VERB,
    DENYING,
    DUE,
    ENDING,
    FIXED,
    GOES_WITH,
    GONE_ON,
    GRANTED,
    HAN,
    HANDED_TO,
    HURRY,
    IS_ANOTHER,
    ITS_PAPERS,
    JUST_HAPPENED,
    LETTERS,
    LIES_WITH,
    MOMENTS,
    MOST_OF_IT,
    NEEDS,
    NOT_KNOWN,
    NOT_REALLY,
    NUMBERED,
    OF_A_TIME,
    OF_PAPERS,
    ONCE,
    OPEN,
    OWNS,
    PAPERS,
    PASSED,
    PASSES,
    PUT_RIGHT,
    REWRITE,
    SMALL,
    TWICE_DENIED,
    UNTOLD,
    UNWILLING,
    VERB_BEFORE,
    WORKED_AT,
    WRITTEN,
)
from language.facts.other_ends import (
    end_of_another,
    of_a_thing,
    of_agent,
    of_another,
    of_its_money,
    of_its_papers,
    of_one_sort,
    of_one_stretch,
    of_some,
    step_before,
    was_mended,
)
from language.facts.said import Said, is_mark, kinds_of
from language.report.tokens import Kind, Token
from language.tables.marks import Mark
from models.vocabulary import NodeKind


class Ends:
    """Judges the ends that are told in one segment by what stands beside them."""

    def __init__(self, said: Said) -> None:
        self._said = said

    def is_paper(self, token: Token, place: int) -> bool:
        """批复5月25日前拿到: a paper that is only named, with its verb behind it."""
        if token.text in PAPERS and token.end == self._said.end and self._said.follows(token, ("的",)):
            return True  # 取水许可的批复，省厅说…
        if token.text not in PAPERS or any(each.kind is not Kind.DATE for each in self._said.tokens[:place]):
            return False
        rest = self._said.tokens[place + 1 :]
        return bool(rest) and rest[0].kind is Kind.DATE and any(is_mark(each, ENDING) for each in rest)

    def stands_firm(self, token: Token, place: int) -> bool:
        """Whether an end is neither impossible nor denied nor only near."""
        return not (self._impossible(token, place) or self.denied(token, place) or self._nearly(token, place))

    def _of_a_time(self, token: Token) -> bool:
        """通航时间海事已经批了: a day is fixed or granted, and nothing has ended."""
        first = max(self._said.start, token.start - 10)
        return token.text[0] in "批定" and OF_A_TIME.search(self._said.text, first, token.start) is not None

    def _of_a_paper(self, token: Token) -> bool:
        """批文下来才能开工, 开工取决于批文: a paper is granted, the works beside it have not ended."""
        if OF_PAPERS.search(token.text) is None or any(
            each.kind is Kind.NODE and CALLED_GRANTED.search(each.text) for each in self._said.tokens
        ):
            return False  # 开工令下来了
        named = [node for each in self._said.tokens if each.kind is Kind.NODE for node in each.value.nodes.values()]
        return bool(named) and all(
            node.kind in WORKED_AT and CALLED_GRANTED.search(node.name) is None for node in named
        )

    def _only_fixed(self, token: Token) -> bool:
        """试通航定了，7月1日: of an act it is the day that is fixed."""
        if token.text not in FIXED:
            return False
        node = self._said.node_before(token)
        return node is not None and kinds_of(node) <= ACTS_OF_A_DAY

    def act(self, token: Token, place: int, by_name: bool, ahead: bool) -> Act | None:
        """What an end comes to: denied, nearly reached, planned, of a number only, of a step, or reached.

        `ahead` where what is still to come is told before it.
        """
        said = self._said
        if by_name and NOT_REALLY.search(said.text, max(said.start, token.start - 12), token.start):
            return self._denied_end(token, by_name)
        if self._impossible(token, place) or self._untold(token):
            return Act.PLANNED
        if not by_name and was_mended(said, token):
            return None
        if self._handed_to_grant(token) or self._lies_with(token):
            return Act.PENDING
        if self.denied(token, place):
            return None if of_its_money(said, token) or of_its_papers(said, token) else self._denied_end(token, by_name)
        if self._nearly(token, place):
            return Act.PROGRESS
        if self._only_mentioned(token, place):
            return Act.NAMED
        text, near = said.text, max(said.start, token.start - 8)
        if token.text[0] != "中" and IS_ANOTHER.match(text, token.end - token.text.endswith("的")):
            return Act.NAMED  # 说下了的是规划证
        if AS_NOUN.match(text, token.end - token.text.endswith("的")) or TWICE_DENIED.search(text, near, token.start):
            return Act.NAMED
        if token.text in ONCE and BEFORE_NOW.search(text, near, token.start):
            return Act.NAMED  # 原来批过
        if said.follows(token, DUE) or (said.follows(token, ("先",)) and not said.told_as_past()):
            return Act.PLANNED  # 主体该封顶了
        if ahead:
            return Act.PLANNED
        if not by_name and (self._of_a_time(token) or self._only_fixed(token) or self._of_a_paper(token)):
            return None
        if by_name and not is_counted(said, token, place):
            return self._named_end(token, place)
        if not by_name and of_one_sort(said, token):
            return Act.PARTLY_DONE
        if of_some(said, token) or of_one_stretch(said, token) or MOST_OF_IT.match(text, token.end):
            return Act.PARTLY_DONE
        if not by_name and (of_a_thing(said, place) or of_agent(said, token) or self._only_going_on(token, place)):
            return None
        if not by_name and said.goes_on_with(token, DEALS):
            return Act.STEPPED
        if by_name or (token.value is not Mark.WHOLE and is_counted(said, token, place) and not self._grants(token)):
            return Act.PARTLY_DONE
        if step_before(said, token, place) or self._not_yet_in(token):
            return Act.STEPPED
        return end_of_another(said, token) if of_another(said, token, place) else Act.DONE

    def _handed_to_grant(self, token: Token) -> bool:
        """已报市局批, 已报请批复, 批文在拟: whoever is to grant it has it, or is writing it."""
        if token.text[0] not in "批审核签":
            return False
        text = self._said.text
        if token.text in PAPERS and BEING_WRITTEN.match(text, token.end, self._said.end):
            return True
        handed = HANDED_TO.search(text, max(self._said.start, token.start - 12), token.start)
        return handed is not None and (not token.text.endswith(JUST_HAPPENED) or handed["to"] == "")

    def _lies_with(self, token: Token) -> bool:
        """还在县里批, 在省厅批复: an office that has it, and a bare verb of granting."""
        if token.text not in ("批", "批复", "审批", "核准") or self._said.goes_on_with(token, JUST_HAPPENED):
            return False
        return LIES_WITH.search(self._said.text, max(self._said.start, token.start - 12), token.start) is not None

    def _not_yet_in(self, token: Token) -> bool:
        """专项债批下来了, 额度下来了 of 专项债资金到位, 审核通过 of 专项债发行: what is granted has not arrived."""
        text, near = self._said.text, max(self._said.start, token.start - 8)
        allotted = ALLOTTED.search(text, near, token.start) is not None
        letter = text.startswith(LETTERS, token.start) or text.startswith(LETTERS, token.start - 1)
        granted = letter or token.text in GRANTED or token.text in PASSED or token.text == "批下来"
        if not allotted and not granted:
            return False
        node = self._said.node_before(token)
        return node is not None and all(ARRIVED.search(each.name) for each in node.value.nodes.values())

    def _only_mentioned(self, token: Token, place: int) -> bool:
        """完成在即, 批复取决于省厅, 完工计划不变: an end by its bare name of which something else is said."""
        if token.value is not Mark.DONE or self._said.told_as_past() or self._said.goes_on_with(token, JUST_HAPPENED):
            return False
        following = self._said.after(place)
        opens = following is not None and is_mark(following, OPEN) and following.text not in ITS_PAPERS
        if opens and following is not None and following.start - token.end <= 1:
            return True
        end = following.start if following is not None else self._said.end
        rest = GOES_WITH.sub("", self._said.text[token.end : end])
        if NUMBERED.match(self._said.text, token.end):
            return False
        if token.text == "通过" and PASSES.fullmatch(rest):
            return False
        dated = any(each.kind is Kind.DATE for each in self._said.tokens[:place])
        return not dated and len(HAN.findall(rest)) >= 2

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
        if token.text not in GRANTED:
            return False
        shares = (NumberKind.PERCENT, NumberKind.PERCENT_RANGE)
        if any(each.kind is Kind.NUMBER and each.value.kind in shares for each in self._said.tokens):
            return False
        named = [each for each in self._said.tokens if each.kind is Kind.NODE and each.end <= token.start]
        return not any(ARRIVES.search(node.name) for each in named for node in each.value.nodes.values())

    def _named_end(self, token: Token, place: int) -> Act | None:
        if not self._happened(token):
            return Act.DONE if self._paid_in(token, place) else Act.NAMED
        if of_a_thing(self._said, place):
            return None
        return Act.STEPPED if step_before(self._said, token, place) else Act.DONE

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
        at_once = by_name and token.value.node.kind in (NodeKind.START, NodeKind.OPERATION)
        begins = at_once or token.text in ("办", "供地")
        return Act.NOT_STARTED if begins else Act.PENDING

    def _impossible(self, token: Token, place: int) -> bool:
        """赶不完, 批不了: what cannot be done, which is no state."""
        before = self._said.before(place)
        return before is not None and before.text == "不" and before.end == token.start and token.text != "通过"

    def _untold(self, token: Token) -> bool:
        """Whether it is left open, or somebody only wants it written so: 请将环评改为已批复."""
        text = self._said.text
        backs = VERB_BEFORE.get(token.text[0], (0,))
        asked = text.startswith(token.text[0], token.start - 2)
        if asked and NOT_KNOWN.search(text, max(0, token.start - 10), token.start):
            return True  # 不确定批没批
        starts = [token.start - back for back in backs] + [each.start for each in self._named_before(token)]
        if any(UNTOLD.search(text, max(0, start - 16), start) for start in starts):
            return True
        if not self._said.told_as_past() and any(
            HURRY.search(text, max(self._said.start, start - 10), start) for start in (token.start, *starts)
        ):
            return True
        if WRITTEN.isdisjoint(text[max(0, token.start - 4) : token.start]):
            return False
        ordered = REWRITE.search(text, max(0, token.start - 60), token.start)
        return ordered is not None and PUT_RIGHT.search(text) is None

    def _named_before(self, token: Token) -> list[Token]:
        """急需环评|批复: the node right before an end, before which it may be told how that is meant."""
        text, tokens = self._said.text, self._said.tokens
        beside = [each for each in tokens if 0 <= token.start - each.end <= 1]
        return [
            each
            for each in beside
            if each.kind is Kind.NODE or (each.kind is Kind.DATE and text.endswith(NEEDS, 0, each.start))
        ]

    def denied(self, token: Token, place: int) -> bool:
        """Whether a 没 or 未 stands before the verb with nothing but small words between."""
        at = token.start
        for before in reversed(self._said.tokens[:place]):
            if before.kind in (Kind.WORK, Kind.NODE) and before.end >= at:
                at = before.start  # 没|组立|完
                continue
            if before.kind is not Kind.MARK or not self._close(before, at):
                return False
            if before.value in DENYING and before.text[0] in "没未不":
                return self.denies(before)
            if before.value not in SMALL:
                return False
            at = before.start
        return False

    def denies(self, token: Token) -> bool:
        """Whether a 没 is not itself denied: 不是没开工."""
        return not self._said.follows(token, ("不是", "并非"))

    def _close(self, before: Token, at: int) -> bool:
        """Whether nothing stands between, or after a 没 only the verb: 没延期下来, not 没拆的都签了."""
        if before.text == "不":
            return UNWILLING.fullmatch(self._said.text, before.end, at) is not None  # 钥匙不交|正式供热
        between = self._said.text[before.end : at]
        if before.value is Mark.NOT and len(between) > 1:
            return DENIED_VERB.fullmatch(between) is not None
        return 0 <= at - before.end <= 1

    def _nearly(self, token: Token, place: int) -> bool:
        before = self._said.before(place)
        if before is not None and before.kind in (Kind.WORK, Kind.NODE) and before.end >= token.start:
            token, before = before, self._said.before(place - 1)  # 快|组立|完了
        if is_mark(before, (Mark.PERFECT,)) and before is not None and before.text == "就" and place > 1:
            before = self._said.before(place - 1)  # 马上就完了
        return before is not None and is_mark(before, (Mark.NEAR,)) and token.start - before.end <= 1

    def _stands_in_a_row(self, token: Token) -> bool:
        """主体封顶，在装修: the bare name of a moment, with what is under way now right behind it."""
        if not all(each.name.endswith(MOMENTS) for each in token.value.nodes.values()) or not token.text.endswith(
            MOMENTS
        ):
            return False
        if any(each.kind is not Kind.NODE and each.end <= token.start for each in self._said.tokens):
            return False
        return GONE_ON.match(self._said.text, token.end) is not None

    def _happened(self, token: Token) -> bool:
        """Whether a node's own name is told as an event: with 已, 了 or a day gone by."""
        if (
            token.value.past
            or (self._said.goes_on_with(token, JUST_HAPPENED) and not OWNS.match(self._said.text, token.end))
            or self._said.follows(token, ("已", "已经", *AT_LAST))
        ):
            return True
        if self._stands_in_a_row(token):
            return True
        return any(
            each.text != "就" and 0 <= token.start - each.end <= 3 for each in self._said.marks(Mark.PERFECT, Mark.ALL)
        )
