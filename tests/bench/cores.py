"""Which core does what: what is measured has one for itself, whoever drives it another."""

import asyncio
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Cores:
    """The core of the measured and that of the driver; none where the machine has only one, or does not tell."""

    measured: int | None = None
    driver: int | None = None

    def __str__(self) -> str:
        return (
            "nothing is pinned"
            if self.measured is None
            else f"measured on core {self.measured}, driven from {self.driver}"
        )


def settle() -> Cores:
    """Take the second core for the driver, which is this process, and leave the first to what is measured."""
    if not hasattr(os, "sched_setaffinity"):
        return Cores()
    free = sorted(os.sched_getaffinity(0))
    if len(free) < 2:
        return Cores()
    os.sched_setaffinity(0, {free[1]})
    return Cores(free[0], free[1])


async def start(
    cores: Cores, words: Sequence[str], *, variables: Mapping[str, str] | None = None, heard: bool = False
) -> asyncio.subprocess.Process:
    """Start a Python of ours on the core of the measured, from its first instruction on; `heard` keeps what it prints.

    It may keep what it has compiled, as every installation does: only the very first start compiles.
    """

    def pinned() -> None:
        if cores.measured is not None:
            os.sched_setaffinity(0, {cores.measured})

    return await asyncio.create_subprocess_exec(
        sys.executable, *words, cwd=ROOT, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "", **(variables or {})}, preexec_fn=pinned,
        stdout=asyncio.subprocess.PIPE if heard else None,
    )  # fmt: skip


async def end(process: asyncio.subprocess.Process, *, at_once: bool = False) -> None:
    """End a process: politely, or at once where its unfinished work is of no use to anybody."""
    if process.returncode is None:
        (process.kill if at_once else process.terminate)()
        await process.wait()


def memory_of(pid: int) -> float | None:
    """Megabytes of a process, with its share of what it shares (PSS); None where the system does not tell."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), None)


def work_of(pid: int) -> float:
    """Seconds of processor that a process has used, with all its threads; nought where the system does not tell."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
