"""Where a message without stops, as people dictate it, would have one: 浇了15台月底能浇完|升压站40%|集电线路还没动."""

from collections.abc import Iterator, Sequence

from language.late import late
from language.report.tokens import Kind, Token

LONG = 20
"""Characters of a clause that nobody writes without a stop unless he dictates."""
LEAST = 4
"""Characters that a piece has at least."""

ENDED = late(
    r"(?:[了过完毕齐通中呢着半]|(?<![说约讲谈想])好|[没未不]动|没问题|进场|到位|到手|下来|启动|成型|[一二三四五六七八九十\d]成|[日号底旬]到)的?$",
    r"[批验发办拿取]到?的$",
    r"(?:再|再去|去)[谈说看议办催]$",
)
"""How something that was told ends, before which its subject stands."""
AHEAD = late(
    r"[之以]?前?(?:左右|前后)?(?:就|都|全部?|能|可以|肯定|应该|争取|保证|确保|估计|才|要|会|开始)",
    r"[之以]?前?(?:左右|前后)?[\u4e00-\u9fff]?(?:[完好齐通]|开工|交付|验收|封顶)",
)
"""What follows a day that begins something new."""
TURNS = late(
    r"(?<=[\u4e00-\u9fff])已经(?=[签装打浇拆铺挖建交搬种架])|还有(?=[一二两三四五六七八九十\d])"
    r"|(?<=的)正在|现在|目前|眼下|剩下的|剩余|余下|另外|此外|还有就是|接下来|下一?步|然后|不过|但是|就是(?!说)"
)
"""Words that begin something new."""
TURNED = late(r"(?:(?<=[了的])|(?<=的[工标牌顶槽网]))(?:现在|目前|眼下|正在)|(?<=[户家座台根亩个栋米里吨套])已经")
"""开工的|现在打地基, 开的工|现在挖基础, 要签430户|已经签了216户: even in a short clause."""
ITS_PAPER = late(r"[\u4e00-\u9fff]{0,6}的(?:文|批文|函|批件|批复|证)$")
"""批了二月二十六号市里的文|招标…: the paper of what was granted, behind its day."""
SUBJECTS = frozenset({Kind.NODE, Kind.WORK})
TELLS = frozenset({Kind.NUMBER, Kind.MARK, Kind.DATE})


def stops(text: str, start: int, end: int, tokens: Sequence[Token], spoken: bool = False) -> list[int]:
    """Where something new is told of in a stretch of a clause that runs on; `spoken`: of a subject named before."""
    found: list[int] = []
    for place in _beginnings(text, start, end, tokens, spoken):
        if place - (found[-1] if found else start) >= LEAST and end - place >= LEAST:
            found.append(place)
    return found


def _beginnings(text: str, start: int, end: int, tokens: Sequence[Token], spoken: bool) -> Iterator[int]:
    """Where a subject, a day or a word that turns to something else stands right behind what was told."""
    turns = [hit.start() for hit in TURNS.finditer(text, start, end)]
    last = max((token.start for token in tokens if token.kind in TELLS), default=start)
    subject, told = spoken, None
    for token in tokens:
        passed = [turn for turn in turns if turn <= token.start]
        turns = turns[len(passed) :]
        begins = passed[0] if passed else token.start
        known = told is not None and (subject or (bool(passed) and told.kind is Kind.NUMBER))
        if known and told is not None and told.end <= begins and (passed or _is_new(text, told, token, last)):
            yield begins
            subject = begins < token.start or token.kind is Kind.DATE  # what was spoken of goes on
            told = None
        if token.kind in SUBJECTS:
            subject = True
        elif token.kind in TELLS:
            told = token


def _is_new(text: str, told: Token, token: Token, last: int) -> bool:
    """Whether a token stands right behind the end of what was told, and more is told behind it, up to `last`."""
    counted = told.kind is Kind.NUMBER and told.end == token.start
    ended = token.start - told.end <= 3 and ENDED.search(text, max(told.start, token.start - 4), token.start)
    its_paper = told.kind is Kind.DATE and ITS_PAPER.fullmatch(text, told.end, token.start)
    if not counted and not ended and not its_paper:
        return False
    if token.kind is Kind.DATE:
        return AHEAD.match(text, token.end) is not None
    return token.kind in SUBJECTS and token.start < last
