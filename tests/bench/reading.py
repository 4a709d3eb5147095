"""How fast messages are read, in a process of its own: `python -m tests.bench.reading MESSAGES` prints JSON."""

import json
import random
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot import collector
from language import tokens
from language.names import Lexicon
from language.understand import understand
from language.understanding import Utterance
from models.calendar import SHANGHAI
from models.vocabulary import ChatKind
from tests.bench.automaton import Automaton
from tests.bench.hostile import run
from tests.bench.table import percentile
from tests.bench.texts import dense, usual
from tests.language.district import Built, build

NOW = datetime(2026, 6, 12, 10, 0, tzinfo=SHANGHAI)
TURNS = 25
"""Messages that each reader reads before the next has its turn, so that a disturbance meets all of them."""

Figures = dict[str, float]


def measure(messages: int) -> Figures:
    """All figures of one round, in time of the processor: what neighbours take is not ours."""
    tokens.warm()
    figures: Figures = {}
    for projects in (1_000, 10_000):
        registry, made = build(projects)
        began = time.thread_time()
        lexicon = Lexicon(registry)
        if projects == 10_000:
            figures["load/10000"] = time.thread_time() - began
        collector.settle()  # as the bot does when it has started
        _readers(figures, projects, lexicon, made, messages)
        if projects == 10_000:
            figures["add"] = _adding(lexicon, made)
    hostile = run(messages, seed=messages)
    figures["hostile/p99"] = percentile(hostile.times, 99) * 1e3
    figures["hostile/worst"] = max(hostile.times) * 1e3
    figures["read/ratio"] = figures["read/usual/1000/p50"] / figures["cut/usual/1000/p50"]
    return figures


def _readers(figures: Figures, projects: int, lexicon: Lexicon, made: list[Built], messages: int) -> None:
    """Our reader, a bare cut and a bare automaton on the same messages, in turns."""
    rng = random.Random(projects)
    automaton = Automaton({each.entry.name for each in made})

    def ours(text: str) -> None:
        understand(Utterance(text, NOW, ChatKind.GROUP, rng.choice(senders)), lexicon)

    senders = [each.entry.liaison for each in made]
    readers = {"read": ours, "cut": tokens.cut, "pass": automaton.find}
    for kind, text in (("usual", usual), ("dense", dense)):
        texts = [text(rng, made) for _ in range(messages)]
        for each in texts[:TURNS]:  # what is computed once and kept, is
            ours(each)
        times = _in_turns(readers, texts)
        for name, taken in times.items():
            for share in (50, 99):
                figures[f"{name}/{kind}/{projects}/p{share}"] = percentile(taken, share) * 1e6


def _in_turns(readers: Mapping[str, Callable[[str], object]], texts: Sequence[str]) -> dict[str, list[float]]:
    """The times that each reader took for each text."""
    times: dict[str, list[float]] = {name: [] for name in readers}
    for start in range(0, len(texts), TURNS):
        for name, read in readers.items():
            for text in texts[start : start + TURNS]:
                began = time.thread_time()
                read(text)
                times[name].append(time.thread_time() - began)
    return times


def _adding(lexicon: Lexicon, made: list[Built]) -> float:
    """Milliseconds to learn one project more."""
    taken = []
    for number, each in enumerate(build(300, seed=99)[1][-20:]):
        began = time.thread_time()
        lexicon.add_project(replace(each.entry, id=f"new{number}"))
        taken.append(time.thread_time() - began)
    return percentile(taken, 50) * 1e3


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))
