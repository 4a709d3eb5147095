"""Answers by number to a numbered question: 1没变 2已批 3公示中, 1. = 2. √, 前两个没变第三个封顶了, 都没变."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from language.asked_kinds import SPLIT
from language.dates import Direction, find_dates
from language.late import late
from language.names import Lexicon
from language.numerals import small_number
from language.report.reader import ReportReader
from language.understanding import PromptItem, Report, Utterance
from models.calendar import day_of
from models.vocabulary import NodeKind

SIGNS = {
    **dict.fromkeys(["=", "＝", "-", "—", "——", "/"], "无变化"),
    **dict.fromkeys(["√", "✓", "✔", "✅", "☑", "ok", "OK", "Ok"], "已完成"),
    **dict.fromkeys(["×", "✗", "❌"], "未启动"),
    **dict.fromkeys(["同", "还没", "还没有", "没有", "没呢", "还没呢", "没", "未", "没批", "同上", "同上周"], "无变化"),
    **dict.fromkeys(["有了", "好了", "成了", "已好", "可以了", "拿了", "到手了"], "已完成"),
    **dict.fromkeys(["快了", "快好了", "差不多了", "快了快了", "马上", "马上好", "快"], "正在办理"),
}
"""Signs and words too short to be read alone that people put after a number."""

_LIST = r"\d{1,2}(?:(?:[、,，和及&]|[-~至到])\d{1,2}(?![\d月日号%％]))*"
DENIALS = frozenset({"没", "没有", "还没", "还没有", "没呢", "还没呢", "未", "没批", "还没批"})
"""Answers that look like questions without what they answer."""

_ONLY = r"(?:除(?:了|去)?|就是?|也就|只有?|仅)?"
"""就2完工了，其余照旧; 除了3在公示，其他没变: what stands before the one of which something is told."""

_UNIT = r"(?:公里|[米亩户层台根吨方个片处栋套])"
HEAD = late(
    rf"(?P<circled>[①-⑳]+)[.、]?"
    rf"|除(?:了|去)?第?(?P<but>{_LIST}|[一二三四五六七八九])(?:号|个|条|项)?(?:[以之]?外[，,]?(?:其[他它余]的?)?[都均全]?|[，,]?其[他它余]的?|[，,]?[都均全])"
    rf"|(?P<front>前|后)(?P<many>[一两二三四五六七八九])(?:个|项|条)"
    rf"|{_ONLY}第(?P<ordinal>[一二三四五六七八九十\d]{{1,3}})(?:个|项|条)"
    rf"|{_ONLY}(?P<first>头一?[个条项]|首[个条项])|{_ONLY}(?P<last>(?:最后|末了|末尾)那?一?[个条项])|(?P<fore>前[面头]那?几?[的个]?)"
    rf"|(?P<han>[一二三四五六七八九])(?:[、.．，,:：]|是)?(?=[^、一二三四五六七八九十百\d个项条])"
    rf"|(?P<rest>其他|其它|其余|别的|另外(?:几|的|[两三四])个?|剩下的?)(?=[的几两三个项都均全没无不照同暂正按还也]|$)"
    rf"|(?P<all>(?:以上|上述|这[些几]项?|全部|所有)[的个项]{{0,2}}(?:都|均|全)?|[两二三四五六七八九][个项条](?:都|均|全)|都|均)(?=[没无不照同暂正按还已完批])"
    rf"|{_ONLY}[(（]?(?<![\d.%])(?P<numbers>{_LIST})(?:(?P<spaced>[.．、:：)）])"
    r"(?:[ \t]+(?=\d)|(?=\d{1,2}月\d)|(?<=[、:：)）])(?=\d{1,3}[%％]))"
    rf"|(?P<gap>[ \t]+)(?=\d{{1,3}}(?:[%％]|\.\d|月\d|{_UNIT}))|(?P<numbered>[号条项])(?![楼线桥机墩井塔洞闸库仓泵标])"
    rf"|(?P<mark>[.．、:：)）]| )?\s*(?=[^\d\s.%、,，万亿]|$))"
)
"""Which items the words after it speak of."""

MEASURED = late(
    r"公里|公顷|成[。，；\s]|[月日号年点时层间户亩平米吨台根棵株套片孔榀段块栋幢座条处个元人名家方度分倍天周%％千百多几余]"
)
"""What makes a number that stands in the run of the words an amount, not an item's."""

LEADING = late(r"^(?:已经?|现在|目前|都|刚刚?)+(?=[\u4e00-\u9fff])")
ALONE = late(r"[吧左右前之以内大概差不多应该估计能可以会好行了到要得等，。\s]")
"""What may stand beside a day that is the whole answer."""

GRANTED = late(
    r"(?:已经?|刚|昨天|今天)*(?:获?批(?!次)|核发|发证|领证|拿证)[下来复准]*(?:到手)?了?|批文?下来了|证下来了"
)
BUILT = frozenset({NodeKind.FOUNDATION, NodeKind.STRUCTURE, NodeKind.TOPPING_OUT, NodeKind.INSTALLATION})
BUILT |= {NodeKind.START, NodeKind.COMPLETION}
PREFIX = late(r"^(?:[（(](?!\d{1,2}[）)])[^）)]{0,16}[）)]|回复[^：:\d]{0,8}[：:]|答复?[：:]|[：:\s])+")
EDGES = " ，,；;。\n"
MOST_ITEMS = 20
FEW = 6
"""More numbers than these are those of 都, 其他: what is said of all."""
SHORTEST_TOLD = 8
FEW_WORDS = 16
BARE = late(
    r"(?:还|都|已经?|仍|尚|也)*(?:在|正在)?(?:没有?|未|无)?(?:什么)?(?:变化?|动|批复?|办[完结好]?|报批?|完成|开工|受理|公示|评审|签|核发|拿[到证]|领[到证]|到位|进展)"
    r"(?:了|中|过|完|下来)*|[=√×]|同上周?|不变|照旧"
)
"""Nothing but a state."""


@dataclass(frozen=True, slots=True)
class Line:
    """What was said of some items."""

    numbers: tuple[int, ...]
    text: str


def read_numbered(text: str, items: Sequence[PromptItem], utterance: Utterance, lexicon: Lexicon) -> tuple[Report, ...]:
    """What a text says of the numbered items; nothing where it does not answer by number."""
    by_number = {item.number: item for item in items}
    said = {number: line.text for line in lines(text, tuple(by_number)) for number in line.numbers}
    return tuple(
        report for number in sorted(said) for report in read_about(said[number], by_number[number], utterance, lexicon)
    )


OPENS = late(r"^[（(]?(?:\d{1,2}|[①-⑳一二三四五六七八九]|第|头|首)")
"""How an answer by number begins; asked before the list is looked for."""


def left_unread(text: str, items: Sequence[PromptItem], reports: Sequence[Report]) -> tuple[PromptItem, ...]:
    """The items of which a text says something by number that nobody could read (1改第三稿)."""
    return tuple(item for item, _ in unread_lines(text, items, reports))


def unread_lines(
    text: str, items: Sequence[PromptItem], reports: Sequence[Report]
) -> tuple[tuple[PromptItem, str], ...]:
    """Those items, each with what is said of it."""
    by_number = {item.number: item for item in items}
    read = {(report.project, report.node) for report in reports}
    said = {number: line.text for line in lines(text, tuple(by_number)) if line.text for number in line.numbers}
    told = [(by_number[number], said[number]) for number in sorted(said)]
    return tuple((item, words) for item, words in told if not {(item.project, item.node), (item.project, None)} & read)


def read_about(text: str, item: PromptItem, utterance: Utterance, lexicon: Lexicon) -> tuple[Report, ...]:
    """What a text says where it is known which project and node it is about."""
    plain = text.strip(EDGES)
    if GRANTED.fullmatch(plain) and _kind(item, lexicon) in BUILT:
        return ()  # what is built is not granted: something else is meant
    said = SIGNS.get(LEADING.sub("", plain), plain)
    return (
        ReportReader(_whole(said, item, utterance, lexicon), utterance.now, utterance.sender, lexicon, about=item)
        .read()
        .reports
    )


def names_nothing(text: str) -> bool:
    """Whether an answer is a bare state, of whatever was asked about: 批了, 还没动."""
    plain = text.strip(EDGES)
    return LEADING.sub("", plain) in SIGNS or BARE.fullmatch(plain) is not None or GRANTED.fullmatch(plain) is not None


def _kind(item: PromptItem, lexicon: Lexicon) -> NodeKind | None:
    nodes = lexicon.registry.projects[item.project].nodes
    return next((node.kind for node in nodes if node.id == item.node), None)


def _whole(said: str, item: PromptItem, utterance: Utterance, lexicon: Lexicon) -> str:
    """What is said with what the question has said already: 开了 of a 开工 node, a day alone."""
    dates = find_dates(said, utterance.now, lexicon.registry.festivals)
    if len(dates) == 1 and not ALONE.sub("", said[: dates[0].start] + said[dates[0].end :]):
        day = dates[0].resolve(Direction.EITHER)
        ahead = day is None or day.last is None or day.last >= day_of(utterance.now)
        return f"预计{dates[0].text}完成" if ahead else f"{dates[0].text}完成"
    kind = _kind(item, lexicon)
    for verb in SPLIT[kind].split() if kind is not None and kind in SPLIT else ():
        if hit := re.search(rf"{verb[0]}了(?![\u4e00-\u9fff]*{verb[1]})", said):
            return f"{said[: hit.start()]}{verb}了{said[hit.end() :]}"
    return said


def lines(text: str, known: Sequence[int], listed: Sequence[int] = ()) -> list[Line]:
    """The text cut where it names items by number; empty where it does not begin so. What is said of all is first.

    `listed` are the items that there are, where more numbers than those may be said: 最后一个 is the last of them.
    """
    plain = PREFIX.sub("", text)
    heads = list(_heads(plain, known, listed or known))
    if not heads or heads[0][0].start() > 0 or (heads[0][0]["han"] and len(heads) < 2):
        return []
    ends = [hit.start() for hit, _ in heads[1:]] + [len(plain)]
    found = [
        Line(numbers, plain[hit.end() : end].strip(EDGES))
        for (hit, numbers), end in zip(heads, ends, strict=True)
        if set(numbers) <= set(known)
    ]
    return sorted(found, key=lambda line: len(line.numbers) < len(known))


def beyond(text: str, known: Sequence[int]) -> bool:
    """Whether bare states are told of numbers that a list does not have: 1没变2已批 to a list of one."""
    said = lines(text, range(1, MOST_ITEMS), known)
    told = [(line.numbers, line.text) for line in said if len(line.numbers) <= FEW]
    outside = any(number not in known for numbers, _ in told for number in numbers)
    short = all(len(said) <= SHORTEST_TOLD for _, said in told)
    return outside and short and any(BARE.fullmatch(said) for _, said in told)


def runs_beyond(text: str, items: Sequence[PromptItem]) -> bool:
    """Whether items are numbered in turn past the end of a list of several projects, whatever is told of them."""
    told = lines(text, range(1, MOST_ITEMS))
    numbers = [number for line in told for number in line.numbers]
    if len({item.project for item in items}) < 2 or numbers != list(range(1, len(told) + 1)):
        return False
    return len(numbers) > max(item.number for item in items) and all(0 < len(line.text) <= FEW_WORDS for line in told)


def _heads(text: str, known: Sequence[int], listed: Sequence[int]) -> Iterator[tuple[re.Match[str], tuple[int, ...]]]:
    spoken_of: set[int] = set()
    for hit in HEAD.finditer(text):
        numbers = _numbers(hit, listed, spoken_of)
        if not numbers or not _stands_as_head(text, hit, numbers, spoken_of):
            continue
        if set(numbers) <= set(known) or _is_one_too_many(text, hit, numbers, spoken_of):
            spoken_of |= set(numbers)
            yield hit, numbers


def _is_one_too_many(text: str, hit: re.Match[str], numbers: Sequence[int], spoken_of: Iterable[int]) -> bool:
    """Whether the next number in turn opens what was not asked: 1 √ 2 = 3 = of two items."""
    alone = len(numbers) == 1 and numbers[0] == max(spoken_of, default=0) + 1 > 1
    return alone and hit["numbers"] is not None and bool(hit["mark"]) and text[hit.start() - 1] in EDGES


def by_signs(text: str, items: Sequence[PromptItem]) -> bool:
    """Whether a text answers the numbered items by nothing but numbers and signs: 1 √ 2 =."""
    said = lines(text, [item.number for item in items]) if items else []
    return bool(said) and all(line.text in SIGNS for line in said)


def _stands_as_head(text: str, hit: re.Match[str], numbers: Sequence[int], spoken_of: Iterable[int]) -> bool:
    """Whether digits are an item's number: after a mark, or as the next one in a run (1没变2已批3公示)."""
    before = text[: hit.start()]
    in_turn = numbers[0] == max(spoken_of, default=0) + 1
    if hit["han"]:
        return in_turn
    if hit["numbered"]:
        return in_turn or bool(spoken_of and not set(numbers) & set(spoken_of) and before[-1:] in EDGES)
    if hit["numbers"] is None:
        return not before or bool(hit["circled"] or hit["rest"] or hit["front"]) or before[-1] in EDGES
    if hit["gap"]:
        return in_turn and (not before or before[-1] in EDGES)
    if hit[0][0] in "（(":
        return True
    if not (hit["mark"] or hit["spaced"]) and MEASURED.match(text, hit.end()):
        return False
    return not before or before[-1] in EDGES or in_turn


def _numbers(hit: re.Match[str], known: Sequence[int], spoken_of: Iterable[int]) -> tuple[int, ...]:
    """The items that a head names."""
    if hit["circled"]:
        return tuple(ord(sign) - ord("①") + 1 for sign in hit["circled"])
    if hit["but"]:
        left = {small_number(hit["but"])} if not hit["but"][0].isdigit() else set(_listed(hit["but"]))
        return tuple(number for number in known if number not in left)
    if hit["first"] or hit["last"]:
        return (known[0],) if hit["first"] else (known[-1],)
    if hit["fore"]:
        return tuple(number for number in known if number < min(spoken_of, default=known[-1]))
    if hit["front"]:
        many = small_number(hit["many"]) or 0
        return tuple(known[:many] if hit["front"] == "前" else known[-many:])
    if hit["ordinal"] or hit["han"]:
        return (small_number(hit["ordinal"] or hit["han"]) or 0,)
    if hit["rest"]:
        return tuple(number for number in known if number not in spoken_of)
    return tuple(known) if hit["all"] else tuple(_listed(hit["numbers"]))


def _listed(said: str) -> Iterator[int]:
    if span := re.fullmatch(r"(\d{1,2})[-~至到](\d{1,2})", said):
        yield from range(int(span[1]), int(span[2]) + 1)
    else:
        yield from map(int, re.findall(r"\d{1,2}", said))
