"""How characters sound: texts are compared by sound, since most slips of the keys are homophones."""

import os
import unicodedata
from functools import lru_cache

_ALIKE = (("zh", "z"), ("ch", "c"), ("sh", "s"))
_ENDS = (("ing", "in"), ("eng", "en"))
"""Sounds that dialects do not tell apart and that people therefore mistype for each other."""

_SAID = {
    "长": "chang",
    "厦": "xia",
    "石": "shi",
    "大": "da",
    "行": "hang",
    "乐": "le",
    "都": "du",
    "铺": "pu",
    "种": "zhong",
}
"""How characters sound in names, where the commonest reading elsewhere is another."""


class _Sounds(dict[int, int]):
    """For each character a private one that stands for its sound, found when first asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._first: dict[str, int] = {}
        self.readings = _readings()

    def __missing__(self, code: int) -> int:
        letter = chr(code)
        reading = _SAID.get(letter) or self.readings.get(code)
        same = ord(letter.upper()[0])
        if reading is not None:
            same = self._first.setdefault(_folded(reading), 0xE000 + len(self._first))
        self[code] = same
        return same


def sound(text: str) -> str:
    """The text with every character replaced by one that stands for its sound; of the same length."""
    return text.translate(_sounds())


@lru_cache(maxsize=16)
def heard(text: str) -> str:
    """The sound of a message, which several readers ask for."""
    return sound(text)


def syllable(letter: str) -> str:
    """How one character is said, without tone; empty where that is not known."""
    table = _sounds()
    reading = _SAID.get(letter) or table.readings.get(ord(letter))
    return _folded(reading) if reading else ""


@lru_cache(maxsize=1)
def _sounds() -> _Sounds:
    return _Sounds()


def _readings() -> dict[int, str]:
    """Each character's readings, the commonest first."""
    os.environ.setdefault(
        "PYPINYIN_NO_PHRASES", "true"
    )  # readings of phrases cost 140 ms and 40 MB and serve nothing here
    os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "true")  # it is only read here
    from pypinyin.constants import PINYIN_DICT

    readings: dict[int, str] = PINYIN_DICT
    return readings


def _folded(readings: str) -> str:
    """A syllable without tone, and without what dialects drop."""
    plain = unicodedata.normalize("NFD", readings.partition(",")[0]).replace("u\u0308", "v")
    syllable = "".join(letter for letter in plain if not unicodedata.combining(letter))
    for begin, short in _ALIKE:
        if syllable.startswith(begin):
            syllable = short + syllable[2:]
    for end, short in _ENDS:
        if syllable.endswith(end):
            syllable = syllable[: -len(end)] + short
    return syllable
