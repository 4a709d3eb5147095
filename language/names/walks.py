"""How far one name explains a text from a place on: right, by its sound, with words left out, or in spite of a slip."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from language.names.bodies import Body
from language.names.clause import ends_there
from language.names.marks import Mark, MarkSpan

_SKIPPED = 0.5
"""What a lone character out of the middle of a word counts, as 材 of 新材料 in 铝材."""


@dataclass(slots=True)
class Walk:
    """How far one name explains a text from a place on."""

    body: Body
    start: int
    end: int
    matched: set[int]
    credit: float
    slips: int = 0
    odd: list[int] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    @property
    def score(self) -> float:
        """What it explains, less what it must excuse."""
        return self.credit - 1.25 * self.slips - 0.25 * len(self.odd)

    def take(self, place: int, to: int, credit: float, changed: bool) -> None:
        """Match one more character of the text with one of the name."""
        self.matched.add(to)
        self.credit += credit
        if changed:
            self.odd.append(place)
        self.end = place + 1


def walked(body: Body, text: str, sounds: str, place: int, marks: Mapping[int, MarkSpan]) -> Walk | None:
    """Walk a name along the text from a place on."""
    at = body.sounds.find(sounds[place : place + 2])
    if at >= 0:
        matched, name = {at, at + 1}, at + 2
    else:
        at = body.sounds.find(sounds[place])
        name = body.sounds.find(sounds[place + 1], at + 1)
        if at < 0 or name < 0:
            return None
        matched, name = {at, name}, name + 1
    walk = Walk(body, place, place + 2, matched, 2.0)
    walk.odd = [place + step for step, each in enumerate(sorted(matched)) if text[place + step] != body.letters[each]]
    _go_on(walk, text, sounds, name, marks)
    return walk


def _go_on(walk: Walk, text: str, sounds: str, name: int, marks: Mapping[int, MarkSpan]) -> None:
    """Take in what follows as long as the name explains it."""
    body, place = walk.body, walk.end
    while place < len(text) and name < len(body.sounds):
        mark = marks.get(place)
        if mark is not None and text[place] != body.letters[name]:
            walk.marks.append(mark.mark)
            place = mark.end
            continue
        to, credit = _next(body, sounds, place, name)
        changed = to >= 0 and text[place] != body.letters[to]
        if changed and to != name and sounds[place + 1 : place + 2] != (body.sounds[to + 1 : to + 2] or None):
            to = -1  # a lone character that is right only by its sound is chance
        if to < 0:
            step = _slip(body, sounds, place, name)
            if step is None or walk.slips > 1:
                return
            walk.slips += 1
            walk.odd.append(place)
            place, name = place + step[0], name + step[1]
            continue
        walk.take(place, to, credit, changed)
        place, name = place + 1, to + 1


def _next(body: Body, sounds: str, place: int, name: int) -> tuple[int, float]:
    """Where in the name the text goes on, and what that counts: less amid a word than here or at a word's edge."""
    letter = sounds[place]
    after = sounds[place + 1 : place + 2]
    edges = body.edges
    first = to = body.sounds.find(letter, name)
    while to >= 0:
        if to == name or to in edges or (after and body.sounds[to + 1 : to + 2] == after):
            return to, 1.0
        to = body.sounds.find(letter, to + 1)
    return first, _SKIPPED


def _slip(body: Body, sounds: str, place: int, name: int) -> tuple[int, int] | None:
    """A character wrong, or one too many, where the text goes on rightly after it."""
    after = sounds[place + 1 : place + 2]
    if not after:
        return None
    if after == body.sounds[name + 1 : name + 2]:
        return 1, 1
    if after == body.sounds[name]:
        return 1, 0
    later = body.sounds.find(sounds[place + 1 : place + 3], name)
    return (1, later - name) if later > 0 and place + 3 <= len(sounds) else None


def is_convincing(walk: Walk, text: str) -> bool:
    """Whether a walk is more than chance."""
    length = walk.end - walk.start
    if walk.slips > (0 if length <= 3 else 1 if length <= 7 else 2) or walk.credit < 2.5:
        return False
    if not (_heads(walk) or _works(walk)):
        return False
    return len(walk.matched) > 3 or ends_there(text, walk.end)


def _heads(walk: Walk) -> bool:
    """Whether the proper word is heard right, and something of the sort of works beside it."""
    body = walk.body
    first, last = body.head
    heard = sum(place in walk.matched for place in range(first, last))
    if first == last or first not in walk.matched or heard < min(2, last - first):
        return False
    words = sum(any(place in walk.matched for place in range(*word)) for word in body.words)
    return words > 1 or (heard > 2 and not body.local) or len(walk.matched) >= max(4, 0.8 * len(body.letters))


def _works(walk: Walk) -> bool:
    """Whether without the proper word a long sort of works is said nearly whole, or in a name without one two words."""
    body = walk.body
    said = {word: sum(place in walk.matched for place in range(*word)) for word in body.words}
    if body.head == (0, 0) and any(said[word] for word in body.sorts) and sum(map(bool, said.values())) > 1:
        return True
    return any(last - first > 3 and said[first, last] >= 0.75 * (last - first) for first, last in body.sorts)


def from_within(body: Body, text: str, sounds: str, place: int, marks: Mapping[int, MarkSpan]) -> Walk | None:
    """Walk a name along the text from a pair amid the name, to the right and to the left; no slip is excused."""
    at = body.letters.find(text[place : place + 2])
    if at < 0:
        return None
    walk = Walk(body, place, place + 2, {at, at + 1}, 2.0)
    _go_on(walk, text, sounds, at + 2, marks)
    if walk.odd:
        return None
    while walk.start and at:
        before = body.letters.rfind(text[walk.start - 1], 0, at)
        if before < 0 or (before != at - 1 and before not in body.edges):
            break
        walk.matched.add(before)
        walk.start, at = walk.start - 1, before
    return walk


def is_distinct(walk: Walk, text: str) -> bool:
    """Whether so much of a name's middle is said that it can be nothing else: three characters on end, or two words."""
    body = walk.body
    if len(walk.matched) < 3:
        return False
    runs = _runs(walk.matched)
    long = max(runs) > 2 or sum(run > 1 for run in runs) > 1
    if not long and not any(last - 1 in walk.matched for _, last in body.sorts):
        return False
    idle = {place for word in body.idle for place in range(*word)}
    if walk.matched <= idle or any(walk.matched <= {*range(*word)} for word in body.sorts):
        return False
    return ends_there(text, walk.end)


def _runs(matched: set[int]) -> list[int]:
    """The lengths of unbroken stretches."""
    runs: list[int] = []
    last = -2
    for place in sorted(matched):
        if place == last + 1:
            runs[-1] += 1
        else:
            runs.append(1)
        last = place
    return runs
