"""Floods of each word that the reader knows, at two lengths: what grows faster than its text is found here.

python -m tests.bench.floods [PART PARTS] reads every PARTS-th word (all if nothing is said) with nothing and with 、
between its repetitions, and prints the slowest: milliseconds at the greater length, at the lesser, their ratio.
"""

import re
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import language
from bot import collector
from language import tokens
from language.names import Lexicon
from language.understand import understand
from language.understanding import Utterance
from models.calendar import SHANGHAI
from models.vocabulary import ChatKind
from tests.language.district import build

NOW = datetime(2026, 6, 12, 10, 0, tzinfo=SHANGHAI)
SHORT, LONG = 500, 1_000
WORTH = 0.010
"""Seconds below which the longer flood is not read at all."""
SHOWN = 25


def words() -> list[str]:
    """Every run of Chinese that stands in the reader's own files."""
    room = Path(language.__file__).parent
    texts = (path.read_text(encoding="utf-8") for path in room.rglob("*.py") if "wording" not in path.parts)
    return sorted({word for text in texts for word in re.findall(r"[\u4e00-\u9fff]{1,6}", text)})


def measured(chosen: list[str]) -> Iterator[tuple[float, float, str]]:
    """(milliseconds at the greater length, at the lesser, what was repeated) of what is not quick."""
    registry, made = build(200)
    lexicon, sender = Lexicon(registry), made[0].entry.liaison

    def took(text: str) -> float:
        best = float("inf")
        for _ in range(2):
            lexicon.projects("")  # what was read last is kept
            began = time.thread_time()
            understand(Utterance(text, NOW, ChatKind.GROUP, sender), lexicon)
            best = min(best, time.thread_time() - began)
        return best

    for between in ("", "、"):
        for word in chosen:
            flood = (word + between) * LONG
            short = took(flood[:SHORT])
            if short > WORTH:
                yield took(flood[:LONG]) * 1e3, short * 1e3, word + between


def main() -> None:
    """Print the slowest floods."""
    part, parts = (int(each) for each in (sys.argv[1:] or ("0", "1")))
    tokens.warm()
    collector.settle()
    for long, short, flood in sorted(measured(words()[part::parts]), reverse=True)[:SHOWN]:
        print(f"{long:7.1f} {short:7.1f} {long / short:5.2f}  {flood}")


if __name__ == "__main__":
    main()
