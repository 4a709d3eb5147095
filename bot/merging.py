"""Letters that wait together for a crowded place, said in one message. Pure: which may be joined, and into what."""

import hashlib
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from bot.letters import Candidate, Place
from bot.platforms.base import Parcel
from models.mailbox import Outbox
from models.vocabulary import LetterKind

WORDS = frozenset({LetterKind.TEXT.value, LetterKind.MARKDOWN.value})
LARGEST = 1800
"""Bytes of a joined text: below what the narrowest channel takes in one message."""
MOST_MENTIONS = 50
MOST_LETTERS = 30
_APART = {LetterKind.TEXT: "\n", LetterKind.MARKDOWN: "\n\n"}


def runs(
    due: Sequence[Candidate], crowded: Collection[Place], alone: Callable[[int], bool]
) -> Iterator[tuple[Candidate, Sequence[Candidate]]]:
    """The due letters in their order, each with those behind it at a crowded place that may be said along with it.

    Only letters that follow one another there: whatever is of another class or form ends the run, so the order holds.
    """
    if not crowded:
        yield from ((each, ()) for each in due)
        return
    taken: set[int] = set()
    for place, first in enumerate(due):
        if first.id in taken:
            continue
        behind = [each for each in due[place + 1 :] if each.place == first.place]
        run = list(_alike(first, behind, alone)) if first.place in crowded else []
        taken.update(each.id for each in run)
        yield first, run


def _alike(first: Candidate, behind: Sequence[Candidate], alone: Callable[[int], bool]) -> Iterator[Candidate]:
    if first.kind not in WORDS or first.taken_by is not None or alone(first.id):
        return
    for each in behind[: MOST_LETTERS - 1]:
        if (each.why, each.kind, each.taken_by) != (first.why, first.kind, None) or alone(each.id):
            return
        yield each


def joinable(letter: Outbox) -> bool:
    """Whether a letter may be said with others: not where an answer will refer to it, nor for a second time."""
    return not letter.context and not letter.uncertain and letter.body is None


def joined(parcels: Sequence[Parcel]) -> Parcel | None:
    """One parcel to one place that says what all of them say, in order; None where it would be too much."""
    first, newest = parcels[0], max(parcels, key=_lives_until)
    text = _APART[first.kind].join(parcel.text.strip("\n") for parcel in parcels)
    mentions = tuple(dict.fromkeys(person for parcel in parcels for person in parcel.mentions))
    if len(text.encode("utf-8", "replace")) > LARGEST or len(mentions) > MOST_MENTIONS:
        return None
    titles = {parcel.title for parcel in parcels}
    name = hashlib.sha256("\n".join(parcel.key for parcel in parcels).encode()).hexdigest()[:16]
    return replace(
        first,
        key=f"{first.key}+{len(parcels) - 1}/{name}",
        text=text,
        title=first.title if len(titles) == 1 else "",
        mentions=mentions,
        reply_to=newest.reply_to,
        reply_address=newest.reply_address,
        reply_until=newest.reply_until,
    )


def _lives_until(parcel: Parcel) -> float:
    """Until when the place may be answered by this parcel; of those without such an address, none."""
    if parcel.reply_address is None or parcel.reply_until is None:
        return 0.0
    return parcel.reply_until.timestamp()
