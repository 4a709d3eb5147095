"""What importing the language costs, without jieba's dictionary: `python tests/bench/importing.py` prints JSON."""

import json
import sys
import time
from pathlib import Path

ROOT = str(Path(__file__).parents[2])


def measure() -> dict[str, float | None]:
    """Milliseconds, and megabytes of the whole process with Python itself."""
    sys.path[0] = ROOT
    began = time.process_time()
    import language.understand  # noqa: F401

    took = time.process_time() - began
    import os

    from tests.bench.cores import memory_of

    return {"import/time": took * 1e3, "import/memory": memory_of(os.getpid())}


if __name__ == "__main__":
    print(json.dumps(measure()))
