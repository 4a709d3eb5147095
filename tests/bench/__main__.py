"""`make bench`: the figures this project holds itself to, measured here and now beside the bare thing.

python -m tests.bench [--quick] [--rounds N] [http] [stream] [language]
"""

import argparse
import asyncio
import os
import platform as machine
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tests.bench import rounds
from tests.bench.cores import settle
from tests.bench.office import Office
from tests.bench.table import Results

PARTS = {"http": rounds.http, "stream": rounds.stream, "language": rounds.language}


async def measure(parts: Sequence[str], size: rounds.Size) -> Results:
    """All parts in turn, round after round, so that what disturbs one round disturbs all parts alike."""
    began = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="sanse-bench-") as folder:
        bench = rounds.Bench(await Office.open(Path(folder)), settle(), size, Results())
        print(f"{machine.system()} {machine.machine()}, Python {machine.python_version()}, {os.cpu_count()} cores")
        print(f"{bench.cores}; {size.rounds} rounds; load of the machine before: {_load()}", flush=True)
        for number in range(size.rounds):
            for part in parts:
                _tell(f"round {number + 1} of {size.rounds}, {part}, {time.perf_counter() - began:.0f} s")
                await PARTS[part](bench, number)
        _tell("")
        return bench.results


def _tell(words: str) -> None:
    """Where it stands, for whoever sits before it."""
    if sys.stderr.isatty():
        print(f"\r{words:<60}\r", end="", file=sys.stderr, flush=True)


def _load() -> str:
    return " ".join(f"{load:.1f}" for load in os.getloadavg())


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "parts", nargs="*", choices=[*PARTS, []], help="what is measured; everything, if nothing is named"
    )
    parser.add_argument("--quick", action="store_true", help="two short rounds")
    parser.add_argument("--rounds", type=int, help="so many rounds")
    chosen = parser.parse_args()
    size = rounds.QUICK if chosen.quick else rounds.FULL
    size = replace(size, rounds=chosen.rounds or size.rounds)
    for line in asyncio.run(measure(chosen.parts or list(PARTS), size)).lines():
        print(line)
    print(f"\nload of the machine after: {_load()}")


if __name__ == "__main__":
    main()
