"""What must be true after a week in which the bot was killed again and again, beside the same week undisturbed."""

import random
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.fate import RATHER_TWICE
from language.wording import door as wording
from models.job_run import JobRun
from models.mailbox import Inbox, Outbox
from models.report import Fact
from models.store.connection import open_store
from models.vocabulary import Why
from tests.outage.actor import Actor, letters_on
from tests.outage.script import END, START, friday

NewStore = Callable[[], Awaitable[str]]
ABOUT_DEATHS = ("undelivered/",)
"""Lines that only a death brings forth."""
LONGEST_LIFE = 1.2
MOST_IN_A_CYCLE = 10


@dataclass(frozen=True, slots=True)
class Known:
    """What a store holds at the end."""

    letters: dict[str, Outbox]
    facts: Counter[tuple[str, str, str]]
    runs: dict[str, str]
    unhandled: tuple[str, ...]
    kept: frozenset[str]


async def known(url: str) -> Known:
    async with open_store(url):
        letters = {letter.key: letter for letter in await Outbox.all().prefetch_related("answers")}
        names = dict(await Inbox.all().values_list("id", "message_id"))
        facts = await Fact.all()
        return Known(
            letters=letters,
            facts=Counter((names[each.message_id], each.key, str(each.value)) for each in facts),
            runs={run.job: run.state for run in await JobRun.all()},
            unhandled=tuple(await Inbox.filter(handled_at=None).values_list("message_id", flat=True)),
            kept=frozenset(names.values()),
        )


@dataclass(slots=True)
class Outcome:
    """The counts of a trial; `wrong` says in words what may not be."""

    kills: int = 0
    cycles: int = 0
    letters: int = 0
    doubtful: int = 0
    repeated: int = 0
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.kills} kills in {self.cycles} cycles, {self.letters} letters: {self.doubtful} told to the office as"
            f" doubtful, {self.repeated} repeated and marked; {len(self.wrong)} wrong"
        )


async def kill_through(new_store: NewStore, folder: Path, kills: int, seed: int = 0) -> Outcome:
    """Cycle after cycle until so many have died."""
    outcome, chance = Outcome(), random.Random(seed)
    while outcome.kills < kills:
        number = outcome.cycles
        wanted = await _week(new_store, folder / f"calm{number}", number, chance, 0)
        left = min(kills - outcome.kills, MOST_IN_A_CYCLE)
        had = await _week(new_store, folder / f"wild{number}", number, chance, left)
        outcome.kills += had.kills
        outcome.cycles += 1
        _compare(outcome, wanted, had, f"cycle {number}")
    return outcome


@dataclass(frozen=True, slots=True)
class Week:
    kills: int
    acked: set[str]
    known: Known
    sent: list[dict[str, Any]]


async def _week(new_store: NewStore, wire: Path, seed: int, chance: random.Random, kills: int) -> Week:
    url = await new_store()
    actor = Actor(url, wire, START, chance, LONGEST_LIFE)
    try:
        actor.play(friday(seed), END, kills)
    finally:
        actor.abandon()
    return Week(actor.kills, actor.acked, await known(url), letters_on(wire))


def _compare(outcome: Outcome, wanted: Week, had: Week, where: str) -> None:
    """Everything that the undisturbed week brought, once; and nothing else but what tells of a death."""
    found = [f"lost {sorted(had.acked - had.known.kept)}"] if had.acked - had.known.kept else []
    found += [f"not handled: {had.known.unhandled}"] if had.known.unhandled else []
    if had.known.facts != wanted.known.facts:
        found.append(f"facts: {had.known.facts - wanted.known.facts} {wanted.known.facts - had.known.facts}")
    if had.known.runs != wanted.known.runs:
        found.append(f"runs: {had.known.runs.items() ^ wanted.known.runs.items()}")
    letters = {key for key in had.known.letters if not key.startswith(ABOUT_DEATHS)}
    if letters != wanted.known.letters.keys():
        found.append(f"letters: {letters ^ wanted.known.letters.keys()}")
    found += [each for key in sorted(letters) if (each := _fate(outcome, had, key))]
    outcome.letters += len(letters)
    outcome.wrong += [f"{where}: {each}" for each in found]


def _fate(outcome: Outcome, week: Week, key: str) -> str | None:
    """What is wrong with the fate of one letter, if anything."""
    letter = week.known.letters[key]
    sent = [each for each in week.sent if each["key"] == key]
    marked = sum(wording.REPEATED in each["text"] for each in sent)
    if letter.uncertain:
        told = any(each.startswith(ABOUT_DEATHS) for each in week.known.letters)
        outcome.doubtful += letter.delivered_at is None
        if letter.delivered_at is None and not told:
            return f"{key} may not have arrived, and nobody was told"
    elif letter.delivered_at is None and letter.not_before <= END - timedelta(hours=1):
        return f"{key} was not delivered: {letter.trouble}"
    elif letter.delivered_at is not None and not sent:
        return f"{key} was lost"
    if len(sent) > 1:
        outcome.repeated += 1
        if len(sent) - 1 > marked or Why(letter.why) not in RATHER_TWICE:
            return f"{key} was sent {len(sent)} times, {marked} marked"
    return None
