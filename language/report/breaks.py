"""Where a message that runs on without marks, as people dictate it, would have a comma.

What stands before and behind a place is weighed: its characters, and what sort of words, names, days and numbers
end and begin there. The weights were learnt from where people put their marks (`tests/language/rewording/learning.py`),
none from what the words mean; a place inside a name, a day or a number is never looked at.
"""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from language.late import late
from language.report.tokens import Kind, Token
from language.structure import Clause
from language.tables.marks import UNSURE, Mark

LONGEST = 400
"""Characters that nobody dictates at once: what is longer is read as it was written."""
LEAST_LONG = 14
"""Characters of a clause that may hold a second one."""
LONG = 22
"""Characters that few clauses have: for each that is missing a place must weigh more."""
SHORT = 15
LEAST = 2
"""Characters that a piece has at least."""
SURE = 230
"""What a place must weigh to be a break; the weights are kept in hundredths."""
DICTATED = 60
"""What it must weigh in a message without any comma."""
HEAD = 4
"""Characters that what stands before the first break has at least."""
SLIP = late(r"不对|哦|[说报写看记]错|记岔|其实")
"""What is put right in one breath is read whole."""
UNKNOWN = 4
"""So many characters that are no words of works tell something of their own."""
NAMED = 100
"""What speaks for a break before a project's name, of which there are few."""
TELLING = frozenset({Kind.MARK, Kind.DATE, Kind.NUMBER})
MEASURED = frozenset({Kind.DATE, Kind.NUMBER})
OPENING = frozenset({Kind.MARK, Kind.DATE, Kind.PROJECT})
TRANSITIVE = frozenset({Mark.DONE, Mark.DONE_PAST, Mark.ENTER, Mark.PROGRESS})
STATES = TRANSITIVE | {
    Mark.WHOLE,
    Mark.AWARD,
    Mark.STEP,
    Mark.PAPER,
    Mark.PERFECT,
    Mark.NOT,
    Mark.NOT_STARTED,
    Mark.NOT_GRANTED,
    Mark.WAITING,
    Mark.BLOCKED,
    Mark.RESUMED,
    Mark.RUNNING,
    Mark.UNCHANGED,
    Mark.CONDITIONAL,
    Mark.SLOW,
    Mark.SOLVED,
}
"""What tells how something stands."""
OF_WORKS = frozenset({Kind.NODE, Kind.WORK, Kind.PROJECT})
ENDS = frozenset({Mark.DONE, Mark.DONE_PAST, Mark.WHOLE, Mark.AWARD, Mark.PERFECT, Mark.STEP})
HEDGED = UNSURE | {Mark.PLAN, Mark.HOPE, Mark.DOUBT, Mark.NEAR, Mark.CAUSE, Mark.HEARSAY, Mark.UNCONFIRMED}
"""What colours all that stands behind it."""
WEIGHTS = Path(__file__).parents[1] / "tables" / "breaks.json"

TAIL = late(r"(?:项目|工程)?的?(?:[那这][个边块儿里]|那头|这头|事儿?)?的?")
OWNED = late(r"(?:的|[那这][个边块儿里]|[那这]头|事儿?)$")
"""Behind a project's name at the end of a clause: it is what was told of."""
LEADS_ON = late(r"[给到在和跟与及是属归从由向往为的]$")
"""Before a name: it is no owner of what stands before."""
MARK = late(r"[，。；：、！？（）()【】\[\]“”「」—\s/|｜…~+.%-]")
GOES_ON = late(r"的|[中里](?:的|有|已)")
"""No clause begins so: 900户|中的412户."""
WHOLE = frozenset({Kind.PROJECT, Kind.DATE, Kind.NUMBER})


@cache
def weights() -> dict[str, int]:
    """What each feature of a place weighs."""
    learnt: dict[str, int] = json.loads(WEIGHTS.read_text("utf-8"))
    return learnt


def breaks(text: str, clauses: Sequence[Clause], tokens: Sequence[Token]) -> list[int]:
    """The places of a message at which a clause that runs on would have a comma."""
    if len(text) > LONGEST:
        return []
    sure = SURE if "，" in text else DICTATED
    found: list[int] = []
    for clause in clauses:
        last = _named_last(text, clause, tokens)
        clause = clause if last is None else clause._replace(end=last)
        length = clause.end - clause.start
        if length >= LEAST_LONG and not SLIP.search(text, clause.start, clause.end):
            inner = [token for token in tokens if clause.start <= token.start < clause.end]
            found += _within(text, clause, inner, sure + SHORT * max(0, LONG - length))
        if last is not None:
            found.append(last)
    return found


def _named_last(text: str, clause: Clause, tokens: Sequence[Token]) -> int | None:
    """Where whose it was is said behind what was told, in one breath: 车间还没动工|良繁基地的."""
    if not OWNED.search(text, max(clause.start, clause.end - 8), clause.end):
        return None
    inner = [token for token in tokens if clause.start <= token.start < clause.end]
    names = [token for token in inner if token.kind is Kind.PROJECT]
    if len(names) != 1 or names[0].start - clause.start < HEAD or not TAIL.fullmatch(text, names[0].end, clause.end):
        return None
    begin = names[0].start
    before = [token for token in inner if token.end <= begin]
    told = before[-1] if before else None
    ended = told is not None and (told.kind is Kind.NUMBER or _states(told)) and begin - told.end <= 1
    return begin if ended and not LEADS_ON.search(text, begin - 2, begin) else None


def _within(text: str, clause: Clause, tokens: Sequence[Token], sure: int) -> list[int]:
    """The breaks of one clause, looked for from its end: what stands behind each must tell something."""
    found: list[tuple[int, int]] = []
    told = next((each.start for each in tokens if each.kind is Kind.NUMBER or _states(each)), None)
    if told is None or not _heavy(text, clause, tokens, sure, told + 1):
        return []  # every break stands behind something told
    for place, weight in reversed(_heavy(text, clause, tokens, sure, clause.start + HEAD)):
        end = found[-1][0] if found else clause.end
        if found and weight > found[-1][1] and not _tells(tokens, place, end):
            found.pop()
            end = found[-1][0] if found else clause.end
        if end - place >= LEAST and _tells(tokens, place, end):
            found.append((place, weight))
    behind = [place for place, _ in found if _is_of_something(tokens, place, clause.end)]
    return list(_told_before(tokens, clause.start, behind[::-1]))


def _heavy(text: str, clause: Clause, tokens: Sequence[Token], sure: int, first: int) -> list[tuple[int, int]]:
    """The places of a clause, from one on, that weigh enough to be looked at."""
    begun = {token.start for token in tokens if token.kind is Kind.PROJECT}
    weighed = (
        (place, weigh(features) + (NAMED if place in begun else 0))
        for place, features in places(text, clause.start, clause.end, tokens, max(first, clause.start + HEAD))
    )
    return [(place, weight) for place, weight in weighed if weight > sure]


def _told_before(tokens: Sequence[Token], start: int, found: Sequence[int]) -> Iterator[int]:
    """The breaks before which something is told and nothing is hoped: no comma in 有望12月10号前三小施工许可证办结."""
    for place in found:
        before = [token for token in tokens if start <= token.start < place]
        hoped = any(token.kind is Kind.MARK and token.value in HEDGED for token in before)
        if not hoped and any(token.kind is Kind.NUMBER or _states(token) for token in before):
            yield place
            start = place


def _is_of_something(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Whether other works are told of behind an end: 批下来|就能进场 and 封顶了|请通知 only go on about it."""
    before = max((token for token in tokens if token.end <= place), key=lambda token: token.end, default=None)
    if before is None or before.kind is not Kind.MARK or before.value not in ENDS:
        return True
    return any(token.kind in OF_WORKS for token in tokens if place <= token.start < end)


def _states(token: Token) -> bool:
    return token.kind is Kind.MARK and token.value in STATES


def _tells(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Whether something is told between two places, and not only the object of what ends there: 取得|施工许可证."""
    behind = [token for token in tokens if place <= token.start < end]
    sorts = {token.kind for token in behind}
    last = [token for token in tokens if token.end == place]
    if any(token.kind is Kind.MARK and token.value in TRANSITIVE for token in last):
        opens = behind[0].kind if behind and behind[0].start == place else None
        return opens in OPENING or (Kind.MARK in sorts and bool(sorts & MEASURED))
    if any(token.kind is Kind.NUMBER and _counted_on(token, behind) for token in last):
        return any(token.kind is Kind.MARK for token in tokens if token.end < place)
    unknown = end - place - sum(token.end - token.start for token in behind)
    return bool(sorts & TELLING) or unknown >= UNKNOWN


def _counted_on(number: Token, behind: Sequence[Token]) -> bool:
    """216户|签约201户: whether the same is counted on behind a number."""
    return any(token.kind is Kind.NUMBER and token.text[-1] == number.text[-1] for token in behind)


def weigh(features: Sequence[str]) -> int:
    """How much speaks for a break."""
    known = weights()
    return sum([known.get(feature, 0) for feature in features], known[""])


def places(text: str, start: int, end: int, tokens: Sequence[Token], first: int = 0) -> Iterator[tuple[int, list[str]]]:
    """The places of a stretch, from one on, where a comma might stand, with their features."""
    ends: dict[int, str] = {}
    begins: dict[int, str] = {}
    inside: set[int] = set()
    for token in tokens:
        if token.kind in WHOLE:
            inside.update(range(token.start + 1, token.end))
        sort = _sort(token)
        begins.setdefault(token.start, sort)
        ends[token.end] = sort
    signs = "".join(["9" if sign.isdigit() else sign for sign in text[start:end]])
    for place in range(max(first, start + LEAST), end - LEAST + 1):
        if (
            place in inside
            or GOES_ON.match(text, place)
            or MARK.match(text, place)
            or (MARK.match(text, place - 1) and text[place - 1] != "%")
        ):
            continue
        yield place, _features(signs, place - start, _sort_before(ends, text, place), begins.get(place, "-"))


def _sort_before(ends: dict[int, str], text: str, place: int) -> str:
    """The sort of what ends at a place, or one character before it."""
    if place in ends:
        return ends[place]
    return f"{ends[place - 1]}+{text[place - 1]}" if place - 1 in ends else "-"


def _features(signs: str, place: int, before: str, behind: str) -> list[str]:
    last, first = signs[place - 1], signs[place]
    return [
        f"<{last}",
        f"<{signs[max(0, place - 2) : place]}",
        f"<{signs[max(0, place - 3) : place]}",
        f">{first}",
        f">{signs[place : place + 2]}",
        f">{signs[place : place + 3]}",
        f"{last}>{first}",
        f"={before}",
        f"~{behind}",
        f"={before}~{behind}",
        f"={before}>{first}",
        f"<{last}~{behind}",
    ]


def _sort(token: Token) -> str:
    """What sort of thing a token is; of small words, what they say."""
    if token.kind is Kind.MARK:
        return str(token.value.name)
    if token.kind is Kind.NUMBER and token.text.endswith(("%", "成")):
        return "PERCENT"
    return token.kind.name
