"""Orders that only the office gives: about its draft, this week's cycle, requests to move a date, names."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from actions import bulletin, cycle, plan_change, roster
from actions.bulletin import Picture
from handlers.command import office_of, publish_weekly, times_of_turn
from handlers.turn import Turn
from language.office_orders import OfficeOrder, OfficeOrderName
from language.wording import office as wording
from models.mailbox import Reply
from models.people import Person
from models.refusal import Unfinished


async def obey(turn: Turn, orders: Sequence[OfficeOrder], pictures: tuple[Picture, ...]) -> tuple[Reply, ...]:
    """Carry out the orders of one message in their order; the first that cannot be done undoes them all."""
    replies: list[Reply] = []
    for order in orders:
        if order.name is OfficeOrderName.PUBLISH:
            replies += await publish_weekly(turn, pictures)
        else:
            replies.append(Reply(await ORDERS[order.name](turn, order)))
    # What a later order made plain need not be said twice.
    return tuple(replies[-1:] if len(orders) > 1 else replies)


async def draw_for(turn: Turn, orders: Sequence[OfficeOrder]) -> tuple[Picture, ...]:
    """The pictures the orders need; slow, and no transaction may be open around it."""
    if not any(order.name is OfficeOrderName.PUBLISH for order in orders):
        return ()
    return tuple(await bulletin.draw_pages(await bulletin.current_draft(), office_of(turn)))


def _speaker(turn: Turn) -> Person:
    assert turn.person is not None  # routing gives these orders to the office only
    return turn.person


async def _show(turn: Turn, order: OfficeOrder) -> str:
    draft = await bulletin.current_draft()
    return wording.draft(draft.week, draft.state, draft.text.split("\n"))


async def _hold(turn: Turn, order: OfficeOrder) -> str:
    draft = await bulletin.current_draft()
    await bulletin.hold(draft, _speaker(turn), turn.now)
    return wording.held(draft.week)


async def _edit(turn: Turn, order: OfficeOrder) -> str:
    words = order.words if order.name is OfficeOrderName.REPLACE else None
    draft = await bulletin.edit(await bulletin.current_draft(), order.number or 0, words, _speaker(turn), turn.now)
    return wording.draft(draft.week, draft.state, draft.text.split("\n"))


async def _move_cutoff(turn: Turn, order: OfficeOrder) -> str:
    if order.clock is None:
        raise Unfinished("新的截止时间")
    moved = await cycle.move_cutoff(await times_of_turn(turn), order.clock, _speaker(turn), turn.now)
    return wording.cutoff_moved(moved, turn.today)


async def _skip_week(turn: Turn, order: OfficeOrder) -> str:
    times = await times_of_turn(turn)
    await cycle.skip_week(times, order.words, _speaker(turn), turn.now)
    return wording.week_skipped(times.week)


async def _decide(turn: Turn, order: OfficeOrder) -> str:
    approve = order.name is OfficeOrderName.APPROVE_CHANGE
    change = await plan_change.pending(order.number or 0)
    await plan_change.decide(change, approve, order.words, _speaker(turn), turn.now)
    return wording.change_decided(
        turn.lexicon.registry, change.node.project_id, change.node_id, change.new, approve, turn.today
    )


async def _add_alias(turn: Turn, order: OfficeOrder) -> str:
    alias, name = order.words.split("\n", 1)
    spans = turn.lexicon.projects(name)
    candidates = spans[0].candidates if spans else ()
    project = await roster.add_alias(alias, name, candidates, _speaker(turn), turn.now)
    return wording.alias_added(alias, project.name)


ORDERS: Mapping[OfficeOrderName, Callable[[Turn, OfficeOrder], Awaitable[str]]] = {
    OfficeOrderName.SHOW_DRAFT: _show,
    OfficeOrderName.HOLD: _hold,
    OfficeOrderName.REPLACE: _edit,
    OfficeOrderName.DELETE: _edit,
    OfficeOrderName.MOVE_CUTOFF: _move_cutoff,
    OfficeOrderName.SKIP_WEEK: _skip_week,
    OfficeOrderName.APPROVE_CHANGE: _decide,
    OfficeOrderName.REJECT_CHANGE: _decide,
    OfficeOrderName.ADD_ALIAS: _add_alias,
}
