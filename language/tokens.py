"""Words of a text by jieba with the words of this trade added; the dictionary loads at the first need or in `warm`."""

from functools import lru_cache
from itertools import pairwise
from math import log
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from language import late
from language.trade_words import ACTIONS, FILLING, QUALITIES, SORTS, plain, table

if TYPE_CHECKING:
    from jieba import Tokenizer

_lock = Lock()
_tokenizer: "Tokenizer | None" = None
_cache_folder: Path | None = None

_HAN = late.late("[\u4e00-\u9fd5]+")

TRADE = 30
"""How often a word of the trade counts as seen: enough to hold together, too rare to break up everyday words."""


def keep_cache_in(folder: Path) -> None:
    """Where jieba may keep its prepared dictionary (2 s the first time, 0.5 s after); else the system's own folder."""
    global _cache_folder
    _cache_folder = folder


def warm() -> None:
    """Load the dictionary and compile the patterns; for a thread at start, so that no message waits for it."""
    _loaded()
    late.compile_all()


def cut(text: str) -> list[str]:
    """The words of a text, which joined are the text."""
    tokenizer = _loaded()
    if not _HAN.fullmatch(text):
        words: list[str] = tokenizer.lcut(text, HMM=False)
        return words
    route: dict[int, tuple[float, int]] = {}  # what jieba does with such a text, without asking what it is made of
    tokenizer.calc(text, tokenizer.get_DAG(text), route)
    places = [0]
    while places[-1] < len(text):
        places.append(route[places[-1]][1] + 1)
    return [text[first:last] for first, last in pairwise(places)]


@lru_cache(maxsize=8192)
def cut_name(piece: str) -> tuple[str, ...]:
    """The words of a piece of a name: many names share their pieces, and each liaison's are cut anew."""
    return tuple(cut(piece))


def frequency(word: str) -> int:
    """How common a word is in everyday Chinese, by jieba's count over 60 million words; 0 where it is none."""
    return _loaded().FREQ.get(word) or 0


def likelihood(text: str) -> float:
    """How likely a text is as a row of words: the logarithm of the probability of its best cut."""
    if not text:
        return 0.0
    tokenizer = _loaded()
    route: dict[int, tuple[float, int]] = {}
    tokenizer.calc(text, tokenizer.get_DAG(text), route)
    return route[0][0]


def cost(count: int) -> float:
    """The logarithm of the probability of a word that is seen so often."""
    return log(count) - log(_loaded().total)


def _loaded() -> "Tokenizer":
    """A tokenizer of our own, since the one that jieba shares may be taught other words by anybody."""
    global _tokenizer
    if _tokenizer is None:
        with _lock:
            if _tokenizer is None:
                _tokenizer = _load()
    return _tokenizer


def _load() -> "Tokenizer":
    import logging

    import jieba  # 40 ms and 20 MB that a program which only imports this room must not pay

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    if _cache_folder is not None:
        tokenizer.tmp_dir = str(_cache_folder)
    tokenizer.initialize()
    for word in trade_words():
        if len(word) > 1 and not tokenizer.FREQ.get(word):
            tokenizer.add_word(word, TRADE)
    return tokenizer


@lru_cache(maxsize=1)
def trade_words() -> frozenset[str]:
    """The words of the trade that jieba is taught."""
    return frozenset([*table(SORTS), *plain(ACTIONS), *plain(FILLING), *plain(QUALITIES)])
