"""Learns where messages have their marks (`python -m tests.language.rewording.learning`): what breaks.py weighs.

Every message of the corpora is said without its marks; the places where they stood are told from those where none did.
"""

import json
import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from language.layout import laid_out
from language.normalize import normalize
from language.report.breaks import WEIGHTS, places
from language.report.lexing import found_in
from tests.language.rewording.rewording import FOLDERS, Said, messages

Place = tuple[list[str], bool]
ROUNDS = 4
RATE = 0.3
FADING = 0.9997
SEEN = 4
IN_LINE = 40
SMALLEST = 20
"""Hundredths: what weighs less is not kept."""
HAN = re.compile("[\u4e00-\u9fff]")
FIGURE = re.compile("[0-9A-Za-z]")


def without_marks(text: str) -> tuple[str, set[int]]:
    """A text without its commas and stops, and where they stood; a blank keeps figures apart."""
    dictated = "，" not in text and "；" not in text
    plain, stood = "", set()
    for at, sign in enumerate(text):
        before, behind = plain[-1:], text[at + 1 : at + 2]
        blank = sign == " " and dictated and HAN.match(before) and HAN.match(behind)
        if not blank and sign not in "，；。":
            plain += sign
        elif FIGURE.match(before or " ") and FIGURE.match(behind or " "):
            plain += " "
        else:
            stood.add(len(plain))
    return plain, stood


def samples(said: Said) -> Iterator[Place]:
    """The places of one message, each with whether a mark stood there."""
    text = laid_out(normalize(said.text, said.lexicon.people_names))
    if "\n" in text or "「" in text:
        return
    plain, stood = without_marks(text)
    found = found_in(plain, datetime.fromisoformat(said.row["now"]), said.lexicon, said.row.get("sender"))
    for place, features in places(plain, 0, len(plain), found.tokens):
        yield features, place in stood


def learnt(found: Sequence[Place]) -> dict[str, int]:
    """The weights, in hundredths, that tell the places with a mark from those without."""
    weights: dict[str, float] = defaultdict(float)
    steps: dict[str, float] = defaultdict(lambda: 1e-3)
    bias, order, chance = -2.0, list(found), random.Random(1)
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for features, marked in order:
            total = bias + sum(weights[feature] for feature in features)
            wrong = 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - marked
            if abs(wrong) < 0.01:
                continue
            for feature in features:
                steps[feature] += wrong * wrong
                weights[feature] = FADING * (weights[feature] - RATE * wrong / math.sqrt(steps[feature]))
            bias -= 0.01 * wrong
    seen = Counter(feature for features, _ in found for feature in features)
    kept = {
        feature: round(100 * weight)
        for feature, weight in weights.items()
        if abs(100 * weight) >= SMALLEST and seen[feature] >= SEEN
    }
    return {"": round(100 * bias), **dict(sorted(kept.items()))}


def in_lines(weights: dict[str, int]) -> str:
    """The weights as JSON, some to a line."""
    each = [f"{json.dumps(feature, ensure_ascii=False)}: {weight}" for feature, weight in weights.items()]
    lines = [", ".join(each[at : at + IN_LINE]) for at in range(0, len(each), IN_LINE)]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main(folders: list[Path] | None = None, target: Path = WEIGHTS) -> None:
    """Learn from all reports of the corpora and keep the weights."""
    found = [place for said in messages("report", folders) for place in samples(said)]
    target.write_text(in_lines(learnt(found)), "utf-8")


if __name__ == "__main__":
    main(FOLDERS)
