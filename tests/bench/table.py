"""The figures: what each must be, what the rounds gave, and how it is printed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table; `target` with `least` true is a floor, else a ceiling; none is asked of a yardstick."""

    key: str
    words: str
    unit: str
    target: float | None = None
    least: bool = False
    digits: int = 1

    def verdict(self, value: float) -> str:
        if self.target is None:
            return ""
        good = value >= self.target if self.least else value <= self.target
        return f"{'≥' if self.least else '≤'} {shown(self.target, self.digits)}  {'ok' if good else 'SHORT'}"


@dataclass(frozen=True, slots=True)
class Part:
    """A group of figures under a heading."""

    title: str
    figures: tuple[Figure, ...]


def least(key: str, words: str, unit: str, target: float, digits: int = 0) -> Figure:
    return Figure(key, words, unit, target, True, digits)


def most(key: str, words: str, unit: str, target: float, digits: int = 1) -> Figure:
    return Figure(key, words, unit, target, False, digits)


def given(key: str, words: str, unit: str, digits: int = 1) -> Figure:
    return Figure(key, words, unit, None, False, digits)


PARTS = (
    Part(
        "DingTalk HTTP callbacks",
        (
            given("http/bare/rate", "bare aiohttp handler: verifies, answers", "1/s", 0),
            given("http/ours/rate", "ours: verified, committed, deduplicated", "1/s", 0),
            least("http/ratio", "ours to bare, by round", "×", 0.45, 2),
            given("http/bare/cpu", "bare, processor per callback", "ms", 3),
            given("http/ours/cpu", "ours, processor per callback, with what it handles meanwhile", "ms", 3),
            given("http/bare/p50", "bare, answer at 50/s, p50", "ms"),
            given("http/bare/p99", "bare, answer at 50/s, p99", "ms"),
            given("http/ours/p50", "ours, acknowledgement at 50/s, p50", "ms"),
            most("http/ours/p99", "ours, acknowledgement at 50/s, p99", "ms", 15),
        ),
    ),
    Part(
        "DingTalk Stream",
        (
            given("stream/bare/rate", "bare aiohttp client: reads, acknowledges", "1/s", 0),
            given("stream/ours/rate", "ours: committed, deduplicated, acknowledged", "1/s", 0),
            least("stream/ratio", "ours to bare, by round", "×", 0.45, 2),
            given("stream/bare/cpu", "bare, processor per push", "ms", 3),
            given("stream/ours/cpu", "ours, processor per push, with what it handles meanwhile", "ms", 3),
            given("stream/bare/p50", "bare, acknowledgement at 50/s, p50", "ms"),
            given("stream/bare/p99", "bare, acknowledgement at 50/s, p99", "ms"),
            given("stream/ours/p50", "ours, acknowledgement at 50/s, p50", "ms"),
            most("stream/ours/p99", "ours, acknowledgement at 50/s, p99", "ms", 15),
        ),
    ),
    Part(
        "The whole way: understood, recorded, answered, delivered",
        (
            least("full/rate", "messages, by HTTP", "1/s", 300),
            most("full/cpu", "processor per message", "ms", 3.3, 2),
            most("http/reply/p50", "reply at 50/s, by HTTP, p50", "ms", 15),
            most("http/reply/p99", "reply at 50/s, by HTTP, p99", "ms", 60),
            most("stream/reply/p50", "reply at 50/s, by Stream, p50", "ms", 15),
            most("stream/reply/p99", "reply at 50/s, by Stream, p99", "ms", 60),
        ),
    ),
    Part(
        "The process",
        (
            given("start/bare", "bare aiohttp: start to first 2xx", "s", 2),
            most("start/ours", "ours: start to first 2xx", "s", 1.5, 2),
            given("start/warm", "ours: start to first reply (dictionary loaded)", "s", 2),
            given("memory/bare", "bare aiohttp, idle, PSS", "MB", 0),
            most("memory/ours", "ours, idle with the dictionary, PSS", "MB", 150, 0),
        ),
    ),
    Part(
        "Reading a message of 120 characters, one core",
        (
            given("cut/usual/1000/p50", "bare jieba cut of the same message", "µs", 0),
            given("pass/usual/1000/p50", "bare Aho-Corasick pass, full names of 1,000 projects", "µs", 0),
            given("pass/usual/10000/p50", "bare Aho-Corasick pass, full names of 10,000 projects", "µs", 0),
            most("read/usual/1000/p50", "understand, 1,000 projects, p50", "µs", 400, 0),
            most("read/usual/1000/p99", "understand, 1,000 projects, p99", "µs", 2000, 0),
            given("read/ratio", "understand to a bare jieba cut, by round", "×", 1),
            most("read/usual/10000/p50", "understand, 10,000 projects, p50", "µs", 1000, 0),
            given("read/usual/10000/p99", "understand, 10,000 projects, p99", "µs", 0),
            given("read/dense/1000/p50", "understand a row of eight projects, 1,000 projects, p50", "µs", 0),
            given("read/dense/1000/p99", "understand a row of eight projects, 1,000 projects, p99", "µs", 0),
            given("hostile/p99", "hostile texts of up to 10,000 characters, p99", "ms"),
            most("hostile/worst", "the worst of them", "ms", 50),
            most("load/10000", "loading a registry of 10,000 projects", "s", 1, 2),
            given("add", "adding one project to 10,000", "ms", 2),
            most("import/time", "import of the language, without jieba's dictionary", "ms", 150, 0),
            most("import/memory", "its memory, with Python's own, PSS", "MB", 40, 0),
        ),
    ),
)
"""Targets are those of the project's own performance goals; `docs/performance.md` says where each comes from."""


class Results:
    """What the rounds gave, by figure."""

    def __init__(self) -> None:
        self._values: dict[str, list[float]] = defaultdict(list)

    def note(self, key: str, value: float | None) -> None:
        """Keep a value of this round; what could not be measured is left out."""
        if value is not None:
            self._values[key].append(value)

    def ratio(self, key: str, ours: str, bare: str) -> None:
        """Keep the quotient of two values of this round: neighbours disturb both alike."""
        if self._values[ours] and self._values[bare]:
            self.note(key, self._values[ours][-1] / self._values[bare][-1])

    def lines(self) -> Iterable[str]:
        """The table, as it is printed and as Markdown shows it."""
        for part in PARTS:
            rows = [_row(figure, self._values[figure.key]) for figure in part.figures if self._values[figure.key]]
            if rows:
                yield from ("", f"| {part.title} | median [min–max] | target |", "|---|---|---|", *rows)


def _row(figure: Figure, values: Sequence[float]) -> str:
    middle = median(values)
    span = (
        " [{}–{}]".format(*(shown(value, figure.digits) for value in (min(values), max(values))))
        if len(values) > 1
        else ""
    )
    return f"| {figure.words} | {shown(middle, figure.digits)}{span} {figure.unit} | {figure.verdict(middle)} |"


def shown(value: float, digits: int) -> str:
    return f"{value:,.{digits}f}"


def percentile(values: Iterable[float], share: int) -> float:
    """The value below which so many per cent lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * share // 100)]
