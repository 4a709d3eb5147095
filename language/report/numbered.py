"""Answers by number to a numbered question: 1没变 2已批 3公示中, 1. = 2. √, 都没变."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from language.names import Lexicon
from language.report.reader import ReportReader
from language.understanding import PromptItem, Report, Utterance

NUMBER = re.compile(
    r"(?<![\d.一-龥%])(?P<numbers>\d{1,2}(?:(?:[、,，和及&]|[-~至到])\d{1,2})*)(?P<mark>[.．、:：)）]| )?\s*(?=[^\d\s.%、,，]|$)"
)
"""The number of an item, or several of them (1、2没变, 1-3没变), before what is said of it."""

ALL_OF_THEM = re.compile(r"(?:以上|上述|这[些几]项?|全部|都|均|所有)[^\d]{0,3}")
SIGNS = {
    "=": "无变化",
    "＝": "无变化",
    "-": "无变化",
    "—": "无变化",
    "——": "无变化",
    "/": "无变化",
    "同": "同上周",
    "√": "已完成",
    "✓": "已完成",
    "✔": "已完成",
    "✅": "已完成",
    "☑": "已完成",
    "ok": "已完成",
    "OK": "已完成",
    "Ok": "已完成",
    "×": "未启动",
    "✗": "未启动",
    "❌": "未启动",
}
"""Signs that people put after a number."""

PREFIX = re.compile(r"^(?:[（(][^）)]{0,16}[）)]|回复[^：:\d]{0,8}[：:]|答复?[：:]|[：:\s])+")


@dataclass(frozen=True, slots=True)
class Line:
    """What was said of some items."""

    numbers: tuple[int, ...]
    text: str


def read_numbered(text: str, items: Sequence[PromptItem], utterance: Utterance, lexicon: Lexicon) -> tuple[Report, ...]:
    """What a text says of the numbered items; nothing where it does not answer by number."""
    by_number = {item.number: item for item in items}
    reports: list[Report] = []
    for line in _lines(PREFIX.sub("", text), frozenset(by_number)):
        said = SIGNS.get(line.text.strip(" 。；;，,"), line.text)
        for number in line.numbers:
            reports += read_about(said, by_number[number], utterance, lexicon)
    return tuple(reports)


def read_about(text: str, item: PromptItem, utterance: Utterance, lexicon: Lexicon) -> tuple[Report, ...]:
    """What a text says where it is known which project and node it is about."""
    return ReportReader(text, utterance.now, utterance.sender, lexicon, about=item).read().reports


def answers_all(text: str) -> bool:
    """Whether a text without numbers speaks of every item: 都没变."""
    return len(text) <= 16 and ALL_OF_THEM.match(PREFIX.sub("", text)) is not None


def _lines(text: str, known: frozenset[int]) -> list[Line]:
    """The text cut at the numbers of known items; empty where it does not begin with one."""
    heads = [(hit, numbers) for hit in NUMBER.finditer(text) if (numbers := _numbers(hit["numbers"])) and set(numbers) <= known]
    if not heads or heads[0][0].start() > 0:
        return []
    ends = [hit.start() for hit, _ in heads[1:]] + [len(text)]
    return [Line(numbers, text[hit.end() : end].strip(" ，,；;。\n")) for (hit, numbers), end in zip(heads, ends, strict=True)]


def _numbers(said: str) -> tuple[int, ...]:
    if span := re.fullmatch(r"(\d{1,2})[-~至到](\d{1,2})", said):
        return tuple(range(int(span[1]), int(span[2]) + 1))
    return tuple(int(each) for each in re.findall(r"\d{1,2}", said))
