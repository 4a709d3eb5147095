"""Whether an end is told of a number only (完成3公里, 6台装完), and what counts as one."""

from language.amounts import NumberKind, NumberSpan
from language.facts.said import Said, is_mark
from language.late import late
from language.report.tokens import Kind, Token
from language.tables.marks import Mark

WHOLE_OF = late(r"(?:(?:全[长线段程部路堤坝渠河]|整[段条])(?:的|共|约|一共)?|(?<![剩差缺])最后的?那?)$")
"""全长9.2公里已经清完: the whole is what is counted; with the last two all are done."""


def is_counted(said: Said, token: Token, place: int) -> bool:
    """Whether the ending is told of a number only: 完成3公里, 6台装完, but not 6台全部装完."""
    return _counts_behind(said, token, place) or _counted_before(said, place, token.value is Mark.DONE_PAST)


def _counts_behind(said: Said, token: Token, place: int) -> bool:
    behind = [each for each in said.tokens[place + 1 : place + 5] if each.value is not Mark.PERFECT][:3]
    after = next((each for each in behind if each.kind not in (Kind.NODE, Kind.WORK, Kind.PART)), None)
    if after is None or after.kind is not Kind.NUMBER or not is_amount(after.value):
        return False
    if WHOLE_OF.search(said.text, max(said.start, after.start - 6), after.start):
        return False  # 房屋腾退最后两户月底前搬空
    object_said = "".join(each.text for each in behind if token.end <= each.start < after.start)
    between = said.text[token.end : after.start].replace(object_said, "").strip("约近大概了共将为超过的和、 ")
    apart = token.value is Mark.DONE_PAST and after.start > token.end
    if said.text[after.start - 1] == "的" and after.value.kind is NumberKind.PERCENT:
        return len(between) <= 8  # 完成设计量的73%
    return len(between) <= (8 if object_said else 0 if apart else 2)


def _counted_before(said: Said, place: int, past: bool) -> bool:
    for at in reversed(range(place)):
        before = said.tokens[at]
        if is_mark(before, (Mark.ALL, Mark.WHOLE)) or (is_mark(before, (Mark.PERFECT,)) and "全" in before.text):
            return _is_share(said, said.before(at), before)
        if before.kind is Kind.NUMBER:
            span = before.value
            money = span.kind in (NumberKind.MONEY, NumberKind.MONEY_RANGE) or (
                past and span.kind is NumberKind.NUMBER and span.unit is None  # 资金3800万已下达
            )
            whole = WHOLE_OF.search(said.text, max(said.start, before.start - 6), before.start)
            return is_amount(before.value) and not money and whole is None
        if before.kind not in (Kind.WORK, Kind.NODE) and not is_mark(before, (Mark.PERFECT, Mark.PROGRESS)):
            return False
    return False


def _is_share(said: Said, share: Token | None, whole: Token) -> bool:
    """三分之二|都弄完了: all of a share."""
    if share is None or share.kind is not Kind.NUMBER or share.end != whole.start:
        return False
    return share.value.kind in (NumberKind.PERCENT, NumberKind.FRACTION) and share.value.value != 100


def is_amount(span: NumberSpan) -> bool:
    """Whether a number counts or measures something."""
    return span.kind is not NumberKind.NUMBER or span.unit is not None or (span.value or 0) >= 1000
