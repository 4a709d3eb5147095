"""Plays a script with lives that may be killed at any time: what a dead one has not answered is told to the next."""

import json
import multiprocessing
import random
import threading
from collections.abc import Iterable
from datetime import datetime
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from tests.outage.life import live
from tests.outage.script import Line

NEVER = float("inf")
HASTY = 2
"""So many lives may end one after the other without an answer; then one is left alone until it has given one."""

_births = multiprocessing.get_context("forkserver")
_births.set_forkserver_preload(["tests.outage.warm"])


class Life:
    """A process and the pipe to it."""

    def __init__(self, url: str, wire: Path, moment: datetime) -> None:
        self._pipe: Connection
        self._pipe, theirs = _births.Pipe()
        self.process: BaseProcess = _births.Process(
            target=live, args=(theirs, url, str(wire), moment.isoformat()), daemon=True
        )
        self.killed = False
        self.process.start()
        theirs.close()

    def tell(self, *order: Any) -> None:
        self._pipe.send(order)

    def answer(self) -> Any:
        """What it says; raises EOFError where it is dead."""
        try:
            return self._pipe.recv()
        except ConnectionResetError as error:
            raise EOFError from error

    def ask(self, *order: Any) -> Any:
        try:
            self.tell(*order)
        except BrokenPipeError as error:
            raise EOFError from error
        return self.answer()

    def kill(self) -> None:
        self.killed = True
        self.process.kill()

    def bury(self) -> None:
        self.process.kill()
        self.process.join()
        self._pipe.close()


class Actor:
    """One bot after the other at the same store; each is killed after a random time, so many in all."""

    def __init__(self, url: str, wire: Path, start: datetime, chance: random.Random, longest: float) -> None:
        self.kills = 0
        self.acked: set[str] = set()
        self.now = start
        self._url = url
        self._wire = wire
        self._chance = chance
        self._longest = longest
        self._wanted = 0
        self._life: Life | None = None
        self._killer: threading.Timer | None = None
        self._hasty = 0

    def play(self, lines: Iterable[Line], until: datetime, kills: int) -> None:
        """Everything that is said and everything that is due, up to a moment, with at most so many deaths."""
        self._wanted = kills
        for line in lines:
            self.advance(line.at)
            while not self._ask("hear", line.said):
                pass
            self.acked.add(line.said["id"])
            if self._chance.random() < 0.2:
                self._ask("hear", line.said)  # as platforms do that have not seen the answer
            self._ask("rest")
        self.advance(until)
        self.end()

    def advance(self, target: datetime) -> None:
        """Move on; what is due before happens at its own time."""
        while (due := self._ask("rest")) and (moment := datetime.fromisoformat(due)) < target:
            self.now = max(moment, self.now)
            self._ask("move", self.now.isoformat())
        self.now = target
        self._ask("move", target.isoformat())

    def end(self) -> None:
        """A quiet end; what is left undone is left."""
        self._wanted = 0
        self._ask("rest")
        self._ask("end")
        self.abandon()

    def vanish(self, after: float) -> None:
        """Die in the middle of what has just begun, and leave nobody behind."""
        if self._life is not None:
            self._life.process.join(after)
            self._life.kill()
        self.abandon()

    def abandon(self) -> None:
        """Without another word: the process is gone, and nobody starts another."""
        if self._killer is not None:
            self._killer.cancel()
            self._killer.join()
        if self._life is not None:
            self._life.bury()
            self._life = None

    def _ask(self, *order: Any) -> Any:
        """Tell it until somebody lives to answer; who is born has the hour looked at, as a real start does."""
        while True:
            try:
                if self._life is None:
                    self._life = self._born()
                    self._life.ask("move", self.now.isoformat())
                answer = self._life.ask(*order)
            except EOFError:
                if self._life is None or not self._life.killed:
                    raise RuntimeError("it died by itself") from None
                self._hasty += 1
                self.abandon()
            else:
                self._hasty = 0
                return answer

    def _born(self) -> Life:
        life = Life(self._url, self._wire, self.now)
        self._killer = None
        if self.kills < self._wanted:
            shortest = self._longest if self._hasty >= HASTY else 0.0
            self._killer = threading.Timer(shortest + self._chance.uniform(0.0, self._longest), self._kill, (life,))
            self._killer.start()
        return life

    def _kill(self, life: Life) -> None:
        self.kills += 1
        life.kill()


def letters_on(wire: Path) -> list[dict[str, Any]]:
    """Every letter that the platform has seen."""
    return [json.loads(line) for line in wire.read_text("utf-8").splitlines()] if wire.exists() else []
