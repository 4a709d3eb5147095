"""Projects that a text names and nobody has registered: 北山水库, 县道X305, 鹿鸣风电三期 where there are two phases."""

from collections.abc import Iterator, Sequence

from language.late import late
from language.names.clause import modified
from language.names.hits import Hit
from language.names.index import NameIndex
from language.names.span import NameSpan
from language.trade_words import WHOLES, plain
from language.words import WordTable

_WHOLES = WordTable({word: word for word in plain(WHOLES)})
_ROUTE = late(r"(?:国道|省道|县道|乡道)[A-Z]?\d{3,4}线?|[GSXY]\d{3,4}线?")
_BEFORE = late(r"[\u4e00-\u9fff]{2,4}$")


def strangers(index: NameIndex, text: str, hits: Sequence[Hit], taken: Sequence[NameSpan]) -> tuple[NameSpan, ...]:
    """The names in a text that have the build of a project's and are none that is known."""
    found = [NameSpan(hit.start, hit.end, text[hit.start : hit.end], ()) for hit in hits if not hit.ids]
    known = [(hit.start, hit.end) for hit in hits if hit.ids]
    known += [(span.start, span.end) for span in (*taken, *found)]
    for start, end, sure in (*_works(text), *_routes(index, text)):
        free = all(end <= first or last <= start for first, last in known)
        if free and (sure or modified(text, start + 2, strictly=False)):
            found.append(NameSpan(start, end, text[start:end], ()))
    return tuple(sorted(found, key=lambda span: span.start))


def _works(text: str) -> Iterator[tuple[int, int, bool]]:
    """A sort of works after two characters, which may be a place or a number; whether they are is to be looked at."""
    for found in _WHOLES.find(text):
        if _BEFORE.search(text, max(0, found.start - 4), found.start):
            yield found.start - 2, found.end, False


def _routes(index: NameIndex, text: str) -> Iterator[tuple[int, int, bool]]:
    """The numbers of roads that no name holds."""
    for found in _ROUTE.finditer(text):
        number = found[0].strip("国省县乡道线GSXY")
        if not any(number in words for words in index.words.values()):
            yield found.start(), found.end(), True
