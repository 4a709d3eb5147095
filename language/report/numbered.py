"""Answers by number to a numbered question: 1没变 2已批 3公示中, 1. = 2. √, 前两个没变第三个封顶了, 都没变."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from language.late import late
from language.names import Lexicon
from language.numerals import small_number
from language.report.reader import ReportReader
from language.understanding import PromptItem, Report, Utterance

SIGNS = {
    **dict.fromkeys(["=", "＝", "-", "—", "——", "/"], "无变化"),
    **dict.fromkeys(["√", "✓", "✔", "✅", "☑", "ok", "OK", "Ok"], "已完成"),
    **dict.fromkeys(["×", "✗", "❌"], "未启动"),
    **dict.fromkeys(["同", "还没", "还没有", "没有", "没呢", "还没呢"], "无变化"),
}
"""Signs and words too short to be read alone that people put after a number."""

_LIST = r"\d{1,2}(?:(?:[、,，和及&]|[-~至到])\d{1,2}(?![\d月日号%％]))*"
HEAD = late(
    rf"(?P<circled>[①-⑳]+)[.、]?"
    rf"|(?P<front>前|后)(?P<many>[两二三四五六七八九])(?:个|项|条)"
    rf"|第(?P<ordinal>[一二三四五六七八九十\d]{{1,3}})(?:个|项|条)"
    rf"|(?P<rest>其他|其它|其余|别的|另外(?:几|的|[两三四])个?|剩下的?)(?=[的几两三个项都均全没无不照同暂正按还也]|$)"
    rf"|(?P<all>(?:以上|上述|这[些几]项?|全部|所有)[的个项]{{0,2}}(?:都|均|全)?|都|均)(?=[没无不照同暂正按还已完批])"
    rf"|(?<![\d.%])(?P<numbers>{_LIST})(?:(?P<spaced>[.．、:：)）])"
    r"(?:[ \t]+(?=\d)|(?=\d{1,2}月\d)|(?<=[、:：)）])(?=\d{1,3}[%％]))"
    rf"|(?P<mark>[.．、:：)）]| )?\s*(?=[^\d\s.%、,，万亿]|$))"
)
"""Which items the words after it speak of."""

MEASURED = late(
    r"公里|公顷|成[。，；\s]|[月日号年点时层间户亩平米吨台根棵株套片孔榀段块栋幢座条处个元人名家方度分倍天周%％千百多几余]"
)
"""What makes a number that stands in the run of the words an amount, not an item's."""

PREFIX = late(r"^(?:[（(][^）)]{0,16}[）)]|回复[^：:\d]{0,8}[：:]|答复?[：:]|[：:\s])+")
EDGES = " ，,；;。\n"


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


def read_about(text: str, item: PromptItem, utterance: Utterance, lexicon: Lexicon) -> tuple[Report, ...]:
    """What a text says where it is known which project and node it is about."""
    plain = text.strip(EDGES)
    said = SIGNS.get(plain, plain)
    return ReportReader(said, utterance.now, utterance.sender, lexicon, about=item).read().reports


def lines(text: str, known: Sequence[int]) -> list[Line]:
    """The text cut where it names items by number; empty where it does not begin so. What is said of all is first."""
    plain = PREFIX.sub("", text)
    heads = list(_heads(plain, known))
    if not heads or heads[0][0].start() > 0:
        return []
    ends = [hit.start() for hit, _ in heads[1:]] + [len(plain)]
    found = [
        Line(numbers, plain[hit.end() : end].strip(EDGES)) for (hit, numbers), end in zip(heads, ends, strict=True)
    ]
    return sorted(found, key=lambda line: len(line.numbers) < len(known))


def _heads(text: str, known: Sequence[int]) -> Iterator[tuple[re.Match[str], tuple[int, ...]]]:
    spoken_of: set[int] = set()
    for hit in HEAD.finditer(text):
        numbers = _numbers(hit, known, spoken_of)
        if numbers and set(numbers) <= set(known) and _stands_as_head(text, hit, numbers, spoken_of):
            spoken_of |= set(numbers)
            yield hit, numbers


def _stands_as_head(text: str, hit: re.Match[str], numbers: Sequence[int], spoken_of: Iterable[int]) -> bool:
    """Whether digits are an item's number: after a mark, or as the next one in a run (1没变2已批3公示)."""
    before = text[: hit.start()]
    if hit["numbers"] is None:
        return not before or hit["circled"] is not None or before[-1] in EDGES
    if not (hit["mark"] or hit["spaced"]) and MEASURED.match(text, hit.end()):
        return False
    return not before or before[-1] in EDGES or numbers[0] == max(spoken_of, default=0) + 1


def _numbers(hit: re.Match[str], known: Sequence[int], spoken_of: Iterable[int]) -> tuple[int, ...]:
    """The items that a head names."""
    if hit["circled"]:
        return tuple(ord(sign) - ord("①") + 1 for sign in hit["circled"])
    if hit["front"]:
        many = small_number(hit["many"]) or 0
        return tuple(known[:many] if hit["front"] == "前" else known[-many:])
    if hit["ordinal"]:
        return (small_number(hit["ordinal"]) or 0,)
    if hit["rest"]:
        return tuple(number for number in known if number not in spoken_of)
    return tuple(known) if hit["all"] else tuple(_listed(hit["numbers"]))


def _listed(said: str) -> Iterator[int]:
    if span := re.fullmatch(r"(\d{1,2})[-~至到](\d{1,2})", said):
        yield from range(int(span[1]), int(span[2]) + 1)
    else:
        yield from map(int, re.findall(r"\d{1,2}", said))
