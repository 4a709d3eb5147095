"""Everything that can be found in a whole message before its clauses are read: names, dates, numbers, words."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import pairwise
from operator import attrgetter
from typing import Any

from language.amounts import NumberKind, NumberSpan, find_numbers
from language.belonging import STAGE_WORDS
from language.dates import DateSpan, Grain, find_dates
from language.late import late
from language.names import Lexicon, NameSpan
from language.names.tails import may_have_tail, site_end, tail_end
from language.problem_words import TELLTALES
from language.procedures import PROCEDURE_WORDS
from language.report.breaks import breaks
from language.report.open_units import with_open_units
from language.report.passing import spoken_of
from language.report.repairs import with_units, without_slips
from language.report.same import unchanged
from language.report.small_words import MARK_WORDS, is_meant, mark_at, set_phrases, small_words
from language.report.tokens import Kind, Token
from language.structure import Clause, Gap, clauses
from language.tables.marks import Mark
from language.tables.measures import BARE_MONEY, CUES, UNCOUNTED_UNITS, Cue
from language.tables.works import NUMBERED_PARTS, PART_UNITS, PARTS, Stage
from language.terms import BARE_ACTIONS, MEANS, OFFICE, index_of
from language.times.festivals import Festivals
from language.words import Found, Together, WordTable, any_of, spread
from models.vocabulary import NodeKind

CUE_WORDS: WordTable[Cue] = WordTable(spread({cue: words.split() for cue, words in CUES.items()}))
WORDS = Together(STAGE_WORDS, MARK_WORDS, CUE_WORDS, PROCEDURE_WORDS, anywhere=TELLTALES)

PLACE = attrgetter("start", "kind")

OF_A_ROUND = late(
    r"(?:公示|公告|会审|评审|审查|审核|[送报复初专]审|挂网|招标|开标|流标|听证|论证|补正|修改|征求|征询|专家|意见|上会)"
)
"""What goes round: 第二次公示, 会审第二轮."""

PART_WORD = late(
    rf"(?:第[0-9一二三四五六七八九十]{{1,4}}(?:{any_of(PART_UNITS).pattern})|K[0-9]{{1,3}}\+[0-9]{{1,3}}"
    r"|(?<![A-Za-z0-9])[A-Za-z][0-9]{0,2}(?:[、和至到-][A-Za-z]?[0-9]{0,2}){0,4}[栋座幢楼区馆](?![0-9])"
    rf"|[0-9A-Za-z一二三四五六七八九十、#到至-]{{1,6}}(?:{any_of(NUMBERED_PARTS).pattern}))"
    rf"|{any_of(sorted(PARTS, key=len, reverse=True)).pattern}"
)
"""第三道, 2号楼, 裙楼: a part of what is built."""


REACHED = tuple("层台根片跨环栋段仓块座孔榀节联基模米")
"""What an ordinal counts up to: 吊装到第14台."""


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
    telltales: list[int]
    """Where words stand that may tell of a problem."""
    unconfirmed: bool
    """Whether it says somewhere that something is not sure yet: 核实后再报."""
    runs_on: bool = False
    """Whether commas were put into it, as into what is dictated."""
    names: list[Token] = field(default_factory=list)
    """Those of its tokens that name projects."""
    _starts: list[int] = field(default_factory=list)
    _cue_ends: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.names = [token for token in self.tokens if token.kind is Kind.PROJECT]
        self._starts = [token.start for token in self.tokens]
        self._cue_ends = [cue.end for cue in self.cues]

    def within(self, start: int, end: int) -> list[Token]:
        """The tokens between two places."""
        return self.tokens[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def has_telltale(self, start: int, end: int) -> bool:
        """Whether a word that may tell of a problem begins between two places."""
        at = bisect_left(self.telltales, start)
        return at < len(self.telltales) and self.telltales[at] < end

    def cues_between(self, start: int, end: int) -> list[Found[Cue]]:
        """The cue words between two places."""
        return self.cues[bisect_left(self._cue_ends, start + 1) : bisect_left(self._cue_ends, end + 1)]


def lex(text: str, now: datetime, lexicon: Lexicon, sender: str | None) -> Lexed:
    """Find everything once over the whole text, and again where commas are put into what runs on."""
    found = found_in(text, now, lexicon, sender)
    if not (missing := breaks(text, found.clauses, found.tokens)):
        return found
    pieces = [text[start:end] for start, end in pairwise([0, *missing, len(text)])]
    found = found_in("，".join(pieces), now, lexicon, sender)
    found.runs_on = True
    return found


def found_in(text: str, now: datetime, lexicon: Lexicon, sender: str | None) -> Lexed:
    """Everything that is found in a text as it stands."""
    festivals = lexicon.registry.festivals
    (stages, marks, cues, procedures), telltales = WORDS.find(text)
    unconfirmed = any(hit.value is Mark.UNCONFIRMED for hit in marks)
    works = [hit for hit in stages if hit.value is not None]
    marks, behind = _off_works(text, marks, works)
    dates = find_dates(text, now, festivals)
    projects = _projects(text, lexicon, sender, works, dates)
    solid = without_slips(
        text, _apart([*projects, *_figures(text, dates), *set_phrases(text, marks), *unchanged(text)])
    )
    words = [
        *_parts(text),
        *_works(text, works, procedures),
        *small_words(text, marks),
        *behind,
        *_behind_names(text, solid, marks),
    ]
    names: list[NameSpan] = [token.value for token in solid if token.kind is Kind.PROJECT]
    cut = clauses(text, [(token.start, token.end) for token in solid], {each.start for each in names})
    for token in solid:
        if token.kind is Kind.SAYING:
            token.kind = Kind.MARK
    tokens = sorted((*solid, *_free(words, solid)), key=PLACE)
    cut = _each_together(_led_by_days(cut, solid), tokens)
    return Lexed(text, now, festivals, names, tokens, cues, cut, telltales, unconfirmed)


def _behind_names(text: str, solid: Sequence[Token], marks: Sequence[Found[Mark]]) -> Iterator[Token]:
    """柳变|为了, 周一|批复: the small word right behind a name or a day, where one was seen across its end."""
    ends = {token.end for token in solid if token.kind in (Kind.PROJECT, Kind.DATE)}
    for hit in marks:
        if hit.word == "批" and hit.start in ends and not is_meant(text, hit):
            yield Token(hit.start, hit.end, Kind.MARK, hit.word, hit.value)  # 9.18批 are no 18批
        for place in range(hit.start + 1, hit.end):
            if place in ends:
                yield from mark_at(text, place)


def _off_works(
    text: str, marks: Sequence[Found[Mark]], works: Sequence[Found[Stage | None]]
) -> tuple[list[Found[Mark]], list[Token]]:
    """炉排|在装: a small word that was seen across the end of some works gives way to the one right behind them."""
    begun = {hit.end: hit.start for hit in works if len(hit.word) > 1}
    kept: list[Found[Mark]] = []
    behind: list[Token] = []
    for hit in marks:
        places = [at for at in range(hit.start + 1, hit.end) if begun.get(at, hit.start) < hit.start]
        found = mark_at(text, places[0]) if places else []
        behind += found
        if not found:
            kept.append(hit)
    if behind:
        kept = [hit for hit in kept if not any(hit.start < token.end and token.start < hit.end for token in behind)]
    return kept, behind


def _led_by_days(cut: list[Clause], solid: Sequence[Token]) -> list[Clause]:
    """12月19日，厂房主体完工: a day with which a sentence begins belongs to what is told behind its comma."""
    days = {(each.start, each.end) for each in solid if each.kind is Kind.DATE and each.value.grain is Grain.DAY}
    if not days:
        return cut
    joined: list[Clause] = []
    for clause in cut:
        last = joined[-1] if joined else None
        if last is not None and clause.gap is Gap.COMMA and (last.start, last.end) in days and _leads(last, clause):
            joined[-1] = clause._replace(start=last.start, gap=last.gap)
        else:
            joined.append(clause)
    return joined


def _leads(day: Clause, clause: Clause) -> bool:
    plain = not (day.aside or day.label or clause.aside or clause.label)
    return plain and day.gap >= Gap.SEMICOLON and day.role is clause.role


def _each_together(cut: list[Clause], tokens: Sequence[Token]) -> list[Clause]:
    """分别完成49%，37%，22%: numbers and days by themselves after a 分别 belong to its clause."""
    each = [token.start for token in tokens if token.kind is Kind.MARK and token.value is Mark.EACH]
    if not each:
        return cut
    alone = {(token.start, token.end) for token in tokens if token.kind in (Kind.NUMBER, Kind.DATE)}
    joined: list[Clause] = []
    for clause in cut:
        last = joined[-1] if joined else None
        if (
            last is not None
            and clause.gap is Gap.COMMA
            and (clause.start, clause.end) in alone
            and any(last.start <= place < last.end for place in each)
        ):
            joined[-1] = last._replace(end=clause.end)
        else:
            joined.append(clause)
    return joined


def _projects(
    text: str, lexicon: Lexicon, sender: str | None, works: Sequence[Found[Stage | None]], dates: Sequence[DateSpan]
) -> Iterator[Token]:
    """The names of projects that are none of a place or of works."""
    spans = lexicon.projects(text, sender)
    places = [*lexicon.towns(text), *lexicon.units(text)] if spans else []
    named: set[str] = set()
    for span in spoken_of(text, spans, lexicon.own_projects(sender)):
        if _is_its_node(span, named, lexicon):
            continue
        named.add(span.candidates[0])
        within = _within_works(span, works) and not _goes_before_node(text, span, lexicon, sender)
        if not within and not _within_place(text, span, places) and not _is_day(text, span, dates):
            end = _before_node(text, span, lexicon, sender) or _begins_works(span, works)
            end = end or _end_with_tail(text, span, lexicon)
            yield Token(span.start, end, Kind.PROJECT, span.text, span)


GOES_ON_NAMED = late(r"(?:改造|建设|扩建|新建|提升)?(?:工程|项目)|[一二三四五1-9]期|[及和与、（(]")
"""Behind a name that may end in its node's: the name goes on."""


def _before_node(text: str, span: NameSpan, lexicon: Lexicon, sender: str | None) -> int | None:
    """颍南水厂|配水管网停了: where a name that seems to run on is one before a node of its plan."""
    project = lexicon.registry.projects[span.candidates[0]]
    if not span.sure or span.text in (project.name, *project.aliases) or GOES_ON_NAMED.match(text, span.end):
        return None
    tails = [node.name for node in project.nodes if len(node.name) > 2 and span.text.endswith(node.name)]
    head = span.text[: -len(max(tails, key=len))].rstrip("及和与的") if tails else ""
    named = lexicon.projects(head, sender) if len(head) > 1 else ()
    whole = any(each.start == 0 and each.end == len(head) and each.candidates == span.candidates for each in named)
    return span.start + len(head) if whole else None


def _is_its_node(span: NameSpan, named: Collection[str], lexicon: Lexicon) -> bool:
    """颍南水厂滤池完成了，配水管网没动: of a project that was named, what its name ends in is the node called so."""
    one = span.candidates[0]
    if len(span.candidates) > 1 or one not in named:
        return False
    return any(node.name == span.text for node in lexicon.registry.projects[one].nodes)


def _begins_works(span: NameSpan, works: Sequence[Found[Stage | None]]) -> int | None:
    """Where the 工程 that ends a name begins a word for works: 正极二期|工程桩."""
    if not span.text.endswith("工程"):
        return None
    begin = span.end - len("工程")
    return begin if any(each.start == begin and each.end > span.end for each in works) else None


def _end_with_tail(text: str, span: NameSpan, lexicon: Lexicon) -> int:
    """Where a name ends with 这块 or 方面 behind it, unless a node of the project is named there: 建设|用地规划许可."""
    if not may_have_tail(text, span.end):
        return span.end
    end = tail_end(text, span.end)
    if len(span.candidates) > 1:
        return end
    found = index_of(lexicon.registry.projects[span.candidates[0]]).find(text, span.end, min(len(text), span.end + 12))
    end = max(end, site_end(text, span.end, [each.start for each in found]))
    return span.end if any(each.start < end < each.end for each in found) else end


def _figures(text: str, dates: Sequence[DateSpan]) -> Iterator[Token]:
    """The dates, and the numbers that may be of works or money."""
    for date_span in dates:
        yield Token(date_span.start, date_span.end, Kind.DATE, date_span.text, date_span)
    for each in with_open_units(text, tuple(with_units(text, find_numbers(text)))):
        span = _as_count(text, each)
        ordinal = span.value == 1 and text.endswith(("最后", "第"), 0, span.start)
        chainage = text.endswith("+", 0, span.start)
        if (_measures(span) or _counts_firms(text, span)) and not ordinal and not chainage:
            yield Token(span.start, span.end, Kind.NUMBER, span.text, span)


def _parts(text: str) -> Iterator[Token]:
    for hit in PART_WORD.finditer(text):
        if not (_is_level(text, hit.start(), hit.end()) or _is_round(text, hit)):
            yield Token(hit.start(), hit.end(), Kind.PART, hit.group(), None)
    yield from _sites(text)


SITES = "站村镇屯寨"
SIDE_BY_SIDE = late(
    rf"(?P<one>[\u4e00-\u9fff](?<![泵压电关变气油水基车场热卫闸])(?P<sort>[{SITES}]))(?:已经?|都|均|全部?|基本)*"
    r"[^，。；、\d]{0,2}?(?:完成|完|好|齐|毕|贯通|封顶|净)了?[，、；](?P<other>[\u4e00-\u9fff]{1,3}(?P=sort))"
)
"""望潮站全部完成、沙渚站做了62幅: two places of one sort are parts of what is built."""


def _sites(text: str) -> Iterator[Token]:
    if any(text.count(sort) > 1 for sort in SITES):
        for hit in SIDE_BY_SIDE.finditer(text):
            for side in ("one", "other"):
                yield Token(hit.start(side), hit.end(side), Kind.PART, hit[side], None)


def _is_round(text: str, hit: re.Match[str]) -> bool:
    """第二次公示, 会审第二轮: how often a paper goes round, which is no part of it."""
    if hit[0][-1] not in "次轮批" or hit[0][0] != "第":
        return False
    low, high = max(0, hit.start() - 4), hit.end() + 4
    return OF_A_ROUND.search(text, low, hit.start()) is not None or OF_A_ROUND.search(text, hit.end(), high) is not None


def _is_level(text: str, start: int, end: int) -> bool:
    """干到第6层, 吊装到第14台: how many stand, and not one of them."""
    return text.endswith(REACHED, 0, end) and text.startswith("第", start) and text.endswith(("到", "至"), 0, start)


def _works(text: str, works: Sequence[Found[Stage | None]], procedures: Sequence[Found[NodeKind]]) -> Iterator[Token]:
    """Works, and procedures, which are works of nobody's plan unless a node is named so."""
    for hit in works:
        if hit.word in BARE_ACTIONS and text.startswith(MEANS, hit.end):
            continue  # 敷设机械
        yield Token(hit.start, hit.end, Kind.WORK, hit.word, hit.value)
    for procedure in procedures:
        if OFFICE.match(text, procedure.end):
            continue  # 国家文物局
        yield Token(procedure.start, procedure.end, Kind.WORK, procedure.word, None)


def _within_works(span: NameSpan, works: Sequence[Found[Stage | None]]) -> bool:
    """Whether what reads like a short name begins a longer word for works: 光伏 in 光伏板."""
    longest = span.end if span.exact else span.end - 1  # 电池舱 is only like a 电池厂
    return len(span.text) < 4 and any(each.start == span.start and each.end > longest for each in works)


def _goes_before_node(text: str, span: NameSpan, lexicon: Lexicon, sender: str | None) -> bool:
    """Whether a node of the project follows its name at once, or one of one's own begins with it.

    引水|管道铺设 of the 引水工程; 分拣线安装 of the 分拣中心.
    """
    if len(span.candidates) != 1 or len(span.text) < 2:
        return False
    index = index_of(lexicon.registry.projects[span.candidates[0]])
    found = index.find(text, span.end, min(len(text), span.end + 8))
    if found and found[0].start == span.end and found[0].end - span.end > 1 and not found[0].weak:
        return True
    if span.candidates[0] not in lexicon.own_projects(sender):
        return False
    amid = index.find(text, span.start, min(len(text), span.end + 8))
    return any(each.start == span.start and each.end > span.end + 1 and not each.weak for each in amid)


DAY_OF = late(r"\d{1,2}[月.]$")
DAY = late(r"\d{1,2}[号日]")


def _is_day(text: str, span: NameSpan, dates: Sequence[DateSpan]) -> bool:
    """Whether what reads like a numbered thing is a day of a month or a building: 5月6号 where there is a 6号泊位."""
    if "0" <= text[span.start] <= "9" and any(each.start < span.start < each.end for each in dates):
        return True
    if span.text.endswith("号") and text.startswith(("楼", "栋"), span.end):
        return True  # 2号楼 where there is a 2号泊位
    day = DAY.match(text, span.start)
    return day is not None and DAY_OF.search(text, max(0, span.start - 3), span.start) is not None


def _within_place(text: str, span: NameSpan, places: Sequence[NameSpan]) -> bool:
    """Whether what reads like a short name is part of an office's or a town's, or is one that nothing points at.

    青山 in 请青山镇协调; 青山镇 in 青山镇变压器不够.
    """
    if any(each.start <= span.start and span.end <= each.end and len(each.text) > len(span.text) for each in places):
        return True
    town = any((each.start, each.end) == (span.start, span.end) for each in places)
    return town and span.text.endswith(TOWNS) and not text.startswith(POINTS, span.end)


TOWNS = ("镇", "乡", "街道", "苏木")
POINTS = ("的", "那", "这", "项目", "：", "，")
"""Behind a town's name: a project there is meant."""


def _apart(found: list[Token]) -> list[Token]:
    """Of names, dates and numbers that overlap, the surest and longest."""
    found.sort(key=lambda token: (token.kind, token.start - token.end, token.start))
    kept: list[Token] = []
    taken = bytearray(max((token.end for token in found), default=0))
    for token in found:
        if 1 not in taken[token.start : token.end]:
            taken[token.start : token.end] = b"\1" * (token.end - token.start)
            kept.append(token)
    kept.sort(key=PLACE)
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


MOST_BARE = 100_000_000
"""From here on a number without a unit is money: 年度计划1.9亿."""
MOST_BLOCKS = 1_000_000
"""Nobody counts so many: 4900万块 are money."""
MONEY_BEFORE = late(r"投资|资金|[万亿]元|缺|欠|付|费|价|钱|拨|奖|补")


def _as_count(text: str, span: NumberSpan) -> NumberSpan:
    """840块 are blocks of stone where nothing speaks of money; 干到第6层 counts storeys."""
    if span.kind is NumberKind.ORDINAL and _is_level(text, span.start, span.end):
        return replace(span, kind=NumberKind.COUNT)
    if span.kind is NumberKind.NUMBER and span.unit is None and text.startswith("块", span.end):
        kind, unit = (NumberKind.MONEY, "元") if (span.value or 0) >= MOST_BLOCKS else (NumberKind.COUNT, "块")
        return replace(span, kind=kind, unit=unit, end=span.end + 1)
    if span.kind is NumberKind.NUMBER and span.unit is None and (span.value or 0) >= MOST_BARE:
        return replace(span, kind=NumberKind.MONEY, unit="元")
    if span.kind is NumberKind.PROGRESS and span.unit == "元" and span.text.endswith("块"):
        return replace(span, unit="块")
    if span.kind is not NumberKind.MONEY or not span.text.endswith("块"):
        return span
    if (
        (span.value or 0) >= MOST_BLOCKS
        or text.startswith("钱", span.end)
        or MONEY_BEFORE.search(text, max(0, span.start - 8), span.start)
    ):
        return span
    return replace(span, kind=NumberKind.COUNT, unit="块")


_HOLDERS = r"(?:企业|商户|商铺|租户|住户|摊[位主贩]|工厂|厂[房子]?|门店|门面|店铺?|作坊|养殖[场户]|汽修厂|仓库|加油站)"
_CLEARED = r"[签搬腾拆迁关清退](?:走|完|好|掉|空|下来?|离|出|除|迁|改|约|订)*了?"
TENANTS = late(
    rf"{_HOLDERS}?(?:还|都|已经?|全部?|至今)?[没未不](?:肯|愿|让)?[搬腾拆迁关签]"
    rf"|{_HOLDERS}?[，、]?(?:已经?|现在|目前)?(?:{_CLEARED})[\d一二两三四五六七八九十百]{{1,5}}家"
    rf"|{_HOLDERS}?(?:已经?|都|全部?)*{_CLEARED}(?=[，。；]|$)"
)
"""Behind so many 家: those who are to move away."""
SUM_OF_FIRMS = late(rf"{_CLEARED}[\d一二两三四五六七八九十百]{{1,5}}家[，、](?:一?共|总共|应签|还有|目标|任务)$")
FIRMS = late(
    r"涉及[\u4e00-\u9fff]{0,4}$"
    r"|(?:征拆|拆迁|征收|征迁|完成|完工|竣工|开工|封顶|改造|验收|腾退|搬迁|拆除|关停|整治|整改|签约|装修|改完|验完|交付)了?$"
    rf"|{_CLEARED}$|(?:剩|[只就还]差)[^，。；\d有来家]{{0,9}}$"
)


def _counts_firms(text: str, span: NumberSpan) -> bool:
    """验收完成9家, 还剩2家企业没搬: what works are done to is counted, and not who does them."""
    if span.unit != "家":
        return False
    done = FIRMS.search(text, max(0, span.start - 12), span.start)
    if done is not None or TENANTS.match(text, span.end) is not None:
        return True
    return SUM_OF_FIRMS.search(text, max(0, span.start - 16), span.start) is not None


def _measures(span: NumberSpan) -> bool:
    """Whether a number may be of works or money; those of people, time and papers are not looked at."""
    if span.kind is NumberKind.FRACTION:
        return "分之" in span.text  # 一半 is a part
    if span.kind in (NumberKind.ORDINAL, NumberKind.POINTS):
        return False
    if span.kind is NumberKind.NUMBER and span.unit is None:
        return span.value is not None and span.value >= BARE_MONEY
    return span.unit not in UNCOUNTED_UNITS


def stage_of(token: Token) -> Stage:
    """The stage of a token of works."""
    stage: Any = token.value
    assert isinstance(stage, Stage)
    return stage
