"""Everything that can be found in a whole message before its clauses are read: names, dates, numbers, words."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from language.amounts import NumberKind, NumberSpan, find_numbers
from language.belonging import STAGE_WORDS
from language.dates import find_dates
from language.names import Lexicon, NameSpan
from language.report.tokens import Kind, Token
from language.structure import Clause, clauses
from language.tables.marks import MARKS, Mark
from language.tables.measures import CUES, UNCOUNTED_UNITS, Cue
from language.tables.works import PARTS, Stage
from language.terms import PROCEDURE_WORDS
from language.words import Found, WordTable, spread

Festivals = Mapping[int, Mapping[str, date]]

MARK_WORDS: WordTable[Mark] = WordTable(spread({mark: words.split() for mark, words in MARKS.items()}))
CUE_WORDS: WordTable[Cue] = WordTable(spread({cue: words.split() for cue, words in CUES.items()}))

TAIL_ONLY = frozenset("完批出过定停签办拿领竣")
"""One-character verbs that say it only at the end of what they tell: 已签, not 签约大会."""

AFTER_TAIL = frozenset("了的呢吧啦嘛着掉好 ，,。；;、！!？?（）()：:\n")

BEFORE_VERB = {
    "在": frozenset(
        "整补汇准筹招比选谈研论讨核校签配安布吊运加绑搭粉刷贴试联消排对办审建干做走跑编施修改评推报协谈拆打浇装铺挖砌调收抓等掘清焊砼架征进开"
    ),
    "正": frozenset("办审建干做走跑编施修改评推报协谈拆打浇装铺挖砌调收抓等按常组掘清焊架申进在"),
    "可": frozenset("批完以达开取拿投通竣封办结并出具进实全交"),
    "会": frozenset("批完达开取拿投通竣封办结并出具"),
    "将": frozenset("于在完达开取拿投通竣封办结并出具按对进全组提推"),
    "要": frozenset("到等下年月0123456789一二三四五六七八九十明完开"),
    "得": frozenset("到等下年月0123456789一二三四五六七八九十明五六"),
    "能": frozenset("批完够达开取拿投通竣封办结并出具进实全交在定按把干浇装"),
    "难": frozenset("度以完按如保在"),
}
"""One-character words before a verb, with the characters that may follow."""

SAYINGS = frozenset({Mark.UNCHANGED, Mark.RUNNING, Mark.PART})
"""Set phrases that hold a date or a number which is none: 同上周, 没停."""

ONGOING = re.compile(
    r"(?<=[\u4e00-\u9fff])(?<![其集当初高三一二四五六七八九十])(中)(?=[，。；、！）\s]|$)"
    r"|(?<=[编审办报干做谈建修铺挖打装吊浇改调测评走跑拆弄等砌焊])(着)(?=呢?[，。；、！）\s]|呢?$)"
    r"|在[^，。；、在\d]{1,10}?(审|办|评|审核|审查|会审|走流程|整理|修改)(?=呢?[，。；、！）\s]|呢?$)"
)
"""审查中, 编着, 在资规局审: what ends a clause so is under way."""

PART_WORD = re.compile(
    r"(?:第[0-9一二三四五六七八九十]{1,4}(?:道|台|根|片|跨|环|栋|段|仓|块|座|孔|榀|节)|K[0-9]{1,3}\+[0-9]{1,3}|[0-9A-Za-z一二三四五六七八九十、#到至-]{1,6}(?:号楼|#楼|栋楼|号机组|#机组|号墩|#墩|号塔|标段|标|工区|#井|号井|号厂房|#厂房|号线|#主变|号主变|号岛|号地块|#地块|#|号泵|号站|号桥))"
    r"|" + "|".join(sorted(PARTS, key=len, reverse=True))
)


@dataclass(slots=True)
class Lexed:
    """A message with all that was found in it, in order, nothing overlapping."""

    text: str
    now: datetime
    festivals: Festivals
    projects: list[NameSpan]
    tokens: list[Token]
    cues: list[Found[Cue]]
    clauses: list[Clause]
    _starts: list[int] = field(default_factory=list)
    _cue_ends: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._starts = [token.start for token in self.tokens]
        self._cue_ends = [cue.end for cue in self.cues]

    def within(self, start: int, end: int) -> list[Token]:
        """The tokens between two places."""
        return self.tokens[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def marks_at(self, place: int) -> list[Token]:
        """The small word that begins at a place."""
        found = MARK_WORDS.find(self.text, place, min(place + 4, len(self.text)))
        return [
            Token(hit.start, hit.end, Kind.MARK, hit.word, hit.value)
            for hit in found[:1]
            if hit.start == place and _counts(self.text, hit)
        ]

    def cues_between(self, start: int, end: int) -> list[Found[Cue]]:
        """The cue words between two places."""
        return self.cues[bisect_left(self._cue_ends, start + 1) : bisect_left(self._cue_ends, end + 1)]


def lex(text: str, now: datetime, lexicon: Lexicon, sender: str | None) -> Lexed:
    """Find everything once over the whole text."""
    projects = list(lexicon.projects(text, sender))
    works = [hit for hit in STAGE_WORDS.find(text) if hit.value is not None]
    places = [*lexicon.towns(text), *lexicon.units(text)] if projects else []
    projects = [span for span in projects if not _within_works(span, works) and not _within_place(span, places)]
    dates = find_dates(text, now, lexicon.registry.festivals)
    numbers = [span for span in (_as_count(text, each) for each in find_numbers(text)) if _measures(span)]
    numbers = [span for span in numbers if not (span.value == 1 and text.endswith(("最后", "第"), 0, span.start))]
    found = [
        *(Token(span.start, span.end, Kind.PROJECT, span.text, span) for span in projects),
        *(Token(span.start, span.end, Kind.DATE, span.text, span) for span in dates),
        *(Token(span.start, span.end, Kind.NUMBER, span.text, span) for span in numbers),
    ]
    marks = MARK_WORDS.find(text)
    found += [
        Token(hit.start, hit.end, Kind.SAYING, hit.word, hit.value)
        for hit in marks
        if hit.value in SAYINGS and len(hit.word) > 2
    ]
    solid = _apart(found)
    for token in solid:
        if token.kind is Kind.SAYING:
            token.kind = Kind.MARK
    words = [
        *(Token(hit.start(), hit.end(), Kind.PART, hit.group(), None) for hit in PART_WORD.finditer(text)),
        *(Token(hit.start, hit.end, Kind.WORK, hit.word, hit.value) for hit in works),
        *(Token(hit.start, hit.end, Kind.WORK, hit.word, None) for hit in PROCEDURE_WORDS.find(text)),
        *(Token(hit.start, hit.end, Kind.MARK, hit.word, hit.value) for hit in marks if _counts(text, hit)),
        *(
            Token(hit.start(hit.lastindex or 0), hit.end(hit.lastindex or 0), Kind.MARK, hit[0], Mark.PROGRESS)
            for hit in ONGOING.finditer(text)
        ),
    ]
    tokens = sorted((*solid, *_free(words, solid)), key=_place)
    spans = [(token.start, token.end) for token in solid]
    kept = [token.value for token in solid if token.kind is Kind.PROJECT]
    tokens = _without_repaired(text, tokens)
    return Lexed(text, now, lexicon.registry.festivals, kept, tokens, CUE_WORDS.find(text), clauses(text, spans))


REPAIR = re.compile(
    r"[，。、；!！ …]*(?:哦|噢|呃|啊|诶|额)?"
    r"(?:不(?=[，,]是)|不对|错了|说错了|口误|打错了|写错了|记错了|报错了|搞错了|有误)"
    r"[，。、；!！ …]*(?:应该是|应为|应是|是|为)?[，。 ]*"
)


MENDED = ("应为", "改为", "应该是", "更正为", "实际为", "实际是", "改成", "应是")


def _without_repaired(text: str, tokens: list[Token]) -> list[Token]:
    """A slip mended at once counts for nothing: 36座，哦不对，35座."""
    gone: list[tuple[int, int]] = []
    figures = [token for token in tokens if token.kind in (Kind.NUMBER, Kind.DATE)]
    for slip, mended in pairwise(figures):
        between = text[slip.end : mended.start]
        if slip.kind is mended.kind and (
            REPAIR.fullmatch(between) or (len(between) <= 14 and between.endswith(MENDED))
        ):
            slip.value = mended.value
            gone.append((slip.end, mended.end))
    if not gone:
        return tokens
    return [token for token in tokens if not any(a <= token.start < b for a, b in gone)]


def _within_works(span: NameSpan, works: Sequence[Found[Stage | None]]) -> bool:
    """Whether what reads like a short name begins a longer word for works: 光伏 in 光伏板."""
    return len(span.text) < 4 and any(each.start == span.start and each.end > span.end for each in works)


def _within_place(span: NameSpan, places: Sequence[NameSpan]) -> bool:
    """Whether what reads like a short name is part of an office's or a town's: 青山 in 请青山镇协调."""
    return any(each.start <= span.start and span.end <= each.end and len(each.text) > len(span.text) for each in places)


def _place(token: Token) -> tuple[int, int]:
    return token.start, token.kind


def _apart(found: list[Token]) -> list[Token]:
    """Of names, dates and numbers that overlap, the surest and longest."""
    found.sort(key=lambda token: (token.kind, token.start - token.end, token.start))
    kept: list[Token] = []
    taken = bytearray(max((token.end for token in found), default=0))
    for token in found:
        if 1 not in taken[token.start : token.end]:
            taken[token.start : token.end] = b"\1" * (token.end - token.start)
            kept.append(token)
    kept.sort(key=_place)
    return kept


def _free(words: list[Token], solid: list[Token]) -> list[Token]:
    """The words that stand outside names, dates and numbers."""
    ends = [token.end for token in solid]
    free: list[Token] = []
    for word in words:
        at = bisect_left(ends, word.start + 1)
        if at == len(solid) or solid[at].start >= word.end:
            free.append(word)
    return free


BARE_MONEY = 1000
MONEY_BEFORE = re.compile(r"投资|资金|[万亿]元|缺|欠|付|费|价|钱|拨|奖|补")


def _as_count(text: str, span: NumberSpan) -> NumberSpan:
    """840块 are blocks of stone where nothing speaks of money."""
    if span.kind is NumberKind.NUMBER and span.unit is None and text.startswith("块", span.end):
        return replace(span, kind=NumberKind.COUNT, unit="块", end=span.end + 1)
    if span.kind is not NumberKind.MONEY or not span.text.endswith("块"):
        return span
    if text.startswith("钱", span.end) or MONEY_BEFORE.search(text, max(0, span.start - 8), span.start):
        return span
    return replace(span, kind=NumberKind.COUNT, unit="块")


def _measures(span: NumberSpan) -> bool:
    """Whether a number may be of works or money; those of people, time and papers are not looked at."""
    if span.kind in (NumberKind.ORDINAL, NumberKind.FRACTION, NumberKind.POINTS):
        return False
    if span.kind is NumberKind.NUMBER and span.unit is None:
        return span.value is not None and span.value >= BARE_MONEY
    return span.unit not in UNCOUNTED_UNITS


def _counts(text: str, hit: Found[Mark]) -> bool:
    """Whether a word is meant as one here; single characters are easily part of another."""
    if hit.value is Mark.IDLE:
        return False
    if len(hit.word) > 1:
        return True
    after = text[hit.end : hit.end + 1]
    if hit.word in TAIL_ONLY:
        return not after or after in AFTER_TAIL or not ("\u4e00" <= after <= "\u9fff")
    if hit.word in BEFORE_VERB:
        return after in BEFORE_VERB[hit.word]
    if hit.word == "无":
        return not after or not ("\u4e00" <= after <= "\u9fff")
    return True


def stage_of(token: Token) -> Stage:
    """The stage of a token of works."""
    stage: Any = token.value
    assert isinstance(stage, Stage)
    return stage
