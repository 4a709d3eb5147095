"""Two things wanted in one message of the office or a leader: each is read, and done, as if it were said alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers import office
from handlers.spoken_of import as_asked
from handlers.turn import Turn
from language.asking import asks
from language.elsewhere import belongs_elsewhere
from language.office_orders import OfficeOrder, OfficeOrderName
from language.project_orders import says_finished_whole
from language.requests import sounds_like_order
from language.two_orders import wanted_parts
from language.understand import understand
from language.understanding import Ask, Command, Nothing, Query, Reports, Understanding, Utterance
from language.wording import office as wording
from models.mailbox import Reply
from models.permission import ABOVE
from models.vocabulary import ChatKind, LetterKind, Role

WHOLE = frozenset(
    {
        OfficeOrderName.REGISTER_DECISIONS,
        OfficeOrderName.REGISTER_MEETING,
        OfficeOrderName.CHANGE_MEETING,
        OfficeOrderName.ASSIGN,
        OfficeOrderName.PROPOSE_TOPIC,
        OfficeOrderName.REPLACE,
        OfficeOrderName.ADD,
        OfficeOrderName.INSERT,
        OfficeOrderName.SENTENCE,
        OfficeOrderName.EDIT_PLAN,
        OfficeOrderName.PAUSE_REMINDERS,
        OfficeOrderName.WITHDRAW_BULLETIN,
        OfficeOrderName.TAKE_BACK,
        OfficeOrderName.BE_SILENT,
        OfficeOrderName.HOLD,
        OfficeOrderName.SKIP_WEEK,
        OfficeOrderName.KEEP_WEEK,
    }
)
"""Orders that have taken in all that is said: what stands behind them belongs to them."""


@dataclass(frozen=True, slots=True)
class Part:
    """One of the things that are wanted, as a message of its own."""

    turn: Turn
    orders: tuple[OfficeOrder, ...]
    understood: Understanding


async def parts(turn: Turn, orders: Sequence[OfficeOrder]) -> list[Part]:
    """The parts of a message where each can be done; empty where it is one, or part of it is something else."""
    if turn.person is None or Role(turn.person.role) not in ABOVE:
        return []
    if len(orders) > 1 or any(order.name in WHOLE for order in orders):
        return []
    read = [await _part(turn, words) for words in wanted_parts(turn.plain)]
    if _are_done(read):
        return read
    if not orders:
        read = [await _part(turn, words) for words in wanted_parts(turn.plain, loosely=True)]
        asked = [part for part in read if isinstance(part.understood, Query)]
        if _are_done(read) and all(_is_wanted(part) or (part in asked and asks(part.turn.plain)) for part in read):
            return read
    return []


def _are_done(read: Sequence[Part]) -> bool:
    """Whether something is ordered, and nothing is but told."""
    ordered = [part for part in read if _is_wanted(part)]
    rest = [part for part in read if part not in ordered]
    if not ordered or len(read) < 2:
        return False
    return all(
        isinstance(part.understood, Query)
        or (not isinstance(part.understood, Reports) and sounds_like_order(part.turn.plain))
        for part in rest
    )


def _is_wanted(part: Part) -> bool:
    """Whether a part is something to be done, here or, as whoever wants it hears, elsewhere."""
    if part.orders or isinstance(part.understood, Command):
        return True
    office_says = part.turn.person is not None and part.turn.person.is_office
    if office_says and isinstance(part.understood, Reports | Nothing | Ask):
        names = [(each.start, each.end) for each in part.turn.lexicon.projects(part.turn.plain)]
        return bool(belongs_elsewhere(part.turn.plain)) or (
            len(names) == 1 and says_finished_whole(part.turn.plain, names)
        )
    return False


async def _part(turn: Turn, words: str) -> Part:
    alone = as_asked(turn, words)
    orders = await office.without_days(alone, office.orders_of(alone, words))
    sender = turn.person.id if turn.person else None
    utterance = Utterance(words, turn.now, ChatKind(turn.chat.kind), sender)
    return Part(alone, orders, Nothing() if orders else understand(utterance, turn.lexicon))


def not_done(part: Part) -> tuple[Reply, ...]:
    """That a part of what was wanted was not understood."""
    return (Reply(wording.half_not_understood(part.turn.plain[:40])),)


def in_one(replies: Sequence[Reply]) -> tuple[Reply, ...]:
    """One letter of all that is only text for the same ears."""
    if len(replies) < 2 or any(each.kind is not LetterKind.TEXT for each in replies):
        return tuple(replies)
    if len({each.private for each in replies}) > 1:
        return tuple(replies)
    return (replace(replies[0], text="\n".join(dict.fromkeys(each.text for each in replies))),)
