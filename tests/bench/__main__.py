"""`make bench`: the figures this project holds itself to, measured here and now beside the bare thing.

python -m tests.bench [--quick] [http] [stream] [language]
"""

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench import rounds
from tests.bench.cores import settle
from tests.bench.office import Office
from tests.bench.table import Results

PARTS = {"http": rounds.http, "stream": rounds.stream, "language": rounds.language}


async def measure(parts: Sequence[str], size: rounds.Size) -> Results:
    """All parts in turn, round after round, so that what disturbs one round disturbs all parts alike."""
    with tempfile.TemporaryDirectory(prefix="sanse-bench-") as folder:
        bench = rounds.Bench(await Office.open(Path(folder)), settle(), size, Results())
        print(f"{size.rounds} rounds, {bench.cores}", flush=True)
        for number in range(size.rounds):
            for part in parts:
                await PARTS[part](bench, number)
        return bench.results


def main() -> None:
    """Print the table."""
    chosen = [name for name in sys.argv[1:] if name in PARTS] or list(PARTS)
    size = rounds.QUICK if "--quick" in sys.argv[1:] else rounds.FULL
    for line in asyncio.run(measure(chosen, size)).lines():
        print(line)


if __name__ == "__main__":
    main()
