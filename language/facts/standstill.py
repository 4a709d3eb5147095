"""Whether a word tells that works stand still, and whether that they go on again."""

from language.facts.acts import Act, Predicate
from language.facts.other_ends import holds_a_thing
from language.facts.said import Said, is_mark
from language.facts.verb_words import (
    AFTER_NEW_YEAR,
    AHEAD,
    FOR_SO_LONG,
    GONE_BY,
    LACKED,
    LASTS,
    NOT_SO,
    ONLY,
    RESUMES,
    SEASONS,
    SPOTS,
    STANDS,
    STRETCH,
    TELLS_WHY,
    UNTIL_WHEN,
    WHEN,
)
from language.report.tokens import Kind, Token
from language.tables.marks import CAUSES, Mark

LATELY = 31
"""So many days ago what has happened on a day is told of without its month's name."""


def is_told_to_stand(said: Said, token: Token, place: int, planned: bool, hoped: bool, denied: bool) -> bool:
    """Whether a word of standing still is meant: not denied, over, planned or of a thing beside the works."""
    if holds_a_thing(said, token, place) or _only_slow(said, token, place):
        return False
    ended = "了" in token.text and said.follows(token, ("就",)) and not hoped  # 年前就停了
    ahead = (planned and not ended) or _is_denied(said, token, place, denied)
    return not ahead or _told_of_the_cause(said, token, place)


def of_a_stretch(said: Said, token: Token) -> bool:
    """交叉段先停, K2+300到K2+500停工: only a part stands still."""
    if token.text[0] in STANDS and SPOTS.match(said.text, token.end, said.end):
        return True  # 停了1个点
    named = [each for each in said.tokens if each.kind is Kind.NODE and each.end == token.start]
    if any(len(each.text) < each.end - each.start for each in named):
        return False  # 环评这块卡在专家手里
    return STRETCH.search(said.text, max(said.start, token.start - 8), token.start) is not None


def is_resumed(said: Said, token: Token, planned: bool, denied: bool) -> bool:
    """Whether a word of going on again is meant: not denied, asked or still to come."""
    if denied or (planned and not since_then(said, token)) or _standing_till(said, token):
        return False
    return not (said.follows(token, UNTIL_WHEN) or said.goes_on_with(token, WHEN))


def since_then(said: Said, token: Token) -> bool:
    """节后复工了: behind the name of a time with a 了, it has happened."""
    ahead = [each for each in said.marks(*AHEAD) if each.end <= token.start]
    return said.goes_on_with(token, ("了",)) and bool(ahead) and all(each.text in SEASONS for each in ahead)


def went_on(said: Said, day: Token, verb: Predicate) -> bool:
    """周一已复工, 3号恢复了: with a 已 or a 了 a day of late is one gone by, whichever is the nearer."""
    if verb.act is not Act.RESUMED:
        return False
    told = said.text.startswith("已", verb.start) or said.text.endswith("了", verb.start, verb.end)
    gone = day.value.finished() if told or said.text.startswith("了", verb.end) else None
    return gone is not None and (said.today - gone).days <= LATELY


def _is_denied(said: Said, token: Token, place: int, denied: bool) -> bool:
    """Whether a standstill is denied, or told to be over; 没料停了 denies none."""
    if denied and LACKED.search(said.text, max(said.start, token.start - 6), token.start) is None:
        return True
    if said.text.endswith(NOT_SO, said.start, token.start):
        return True
    lasted = said.goes_on_with(token, TELLS_WHY) or FOR_SO_LONG.match(said.text, said.start, token.start) is not None
    if lasted and RESUMES.search(said.text, 0, token.start):
        return True
    node = said.node_before(token)
    begin = node.end if node is not None else said.start
    return GONE_BY.match(said.text, begin, token.start) is not None or _only_for_a_while(said, token, place)


def _only_for_a_while(said: Said, token: Token, place: int) -> bool:
    """只是3日到5日停了三天: a standstill told as nothing but so long a one is over."""
    after = said.after(place)
    if after is None or after.kind is not Kind.DATE or not 0 <= after.start - token.end <= 1:
        return False
    only = any(each.text in ONLY and each.end <= token.start for each in said.marks(Mark.BUT))
    return only and not LASTS.match(said.text, after.end)


def _told_of_the_cause(said: Said, token: Token, place: int) -> bool:
    """因图纸要改暂停, 因设备没到暂停: what is planned or denied behind a 因 is the cause alone."""
    before = said.tokens[:place]
    cause = next((at for at, each in enumerate(before) if each.kind is Kind.MARK and each.text in CAUSES), None)
    if cause is None or any(is_mark(each, AHEAD) for each in before[:cause]):
        return False
    return before[-1].end < token.start and not said.text.endswith(NOT_SO, before[-1].start, token.start)


def _only_slow(said: Said, token: Token, place: int) -> bool:
    """一周干不了两天: little is done, but not nothing."""
    following = said.after(place)
    if following is None or following.kind not in (Kind.DATE, Kind.NUMBER):
        return False
    return token.text.endswith("不了") and following.start == token.end


def _standing_till(said: Said, token: Token) -> bool:
    """停工过年了，初十复工: a day of the new year and no 了 behind it."""
    hit = AFTER_NEW_YEAR.search(said.text, max(said.start, token.start - 8), token.start)
    return hit is not None and token.start - hit.end() < 3 and not said.goes_on_with(token, ("了",))
