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
    for start, end in (*_works(text), *_routes(index, text)):
        if all(end <= first or last <= start for first, last in known):
            found.append(NameSpan(start, end, text[start:end], ()))
    return tuple(sorted(found, key=lambda span: span.start))


def _works(text: str) -> Iterator[tuple[int, int]]:
    """A sort of works after what looks like a place or a number."""
    for found in _WHOLES.find(text):
        before = _BEFORE.search(text, max(0, found.start - 4), found.start)
        if before and modified(text, found.start, strictly=False):
            yield found.start - 2, found.end


def _routes(index: NameIndex, text: str) -> Iterator[tuple[int, int]]:
    """The numbers of roads that no name holds."""
    for found in _ROUTE.finditer(text):
        number = found[0].strip("国省县乡道线GSXY")
        if not any(number in words for words in index.words.values()):
            yield found.start(), found.end()
