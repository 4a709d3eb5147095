"""Orders that only the office gives: about its draft, this week's cycle, requests to move a date, names."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from actions import bulletin, commitment, cycle, groups, issue, later, meeting, plan_change, roster
from actions.bulletin import Picture
from actions.bulletin_text import text_for
from handlers import called, ledger, meetings, office_hours, office_life, plan_edits, project_life, ruled
from handlers.command import publish_weekly, take_back, times_of_turn, who_has_read
from handlers.turn import Turn
from language.carrying import loosely_named
from language.dates import find_dates
from language.ledger_orders import ONE_MORE
from language.named_units import units_in
from language.named_weeks import with_plain_weeks
from language.office_orders import (
    EDITS,
    FRONT,
    LOOSELY,
    MORE,
    PERHAPS,
    PRIVATELY,
    OfficeOrder,
    OfficeOrderName,
    read_office_orders,
    read_verdict,
)
from language.plan_verdicts import grants_date, moves_to, refuses_date, takes_date_back
from language.promises import speaks_of_promise
from language.requests import asks_to_postpone, decided_by, without_ground
from language.same_matter import concerns_node
from language.vocabulary_words import node_kinds_in
from language.wording import bulletin as bulletin_wording
from language.wording import command as command_wording
from language.wording import common
from language.wording import office as wording
from language.wording import onboarding as onboarding_wording
from language.wording import roster as roster_wording
from models.dialogue import open_question
from models.draft import Draft
from models.mailbox import Reply
from models.people import Person
from models.permission import MAY_ORDER
from models.policy import Profile
from models.project import PlanChange
from models.refusal import OfficeOnly, Unfinished
from models.vocabulary import LetterKind, NodeKind, Role


def orders_of(turn: Turn, text: str) -> tuple[OfficeOrder, ...]:
    """The orders in a message; words that only edit a draft are orders from the office alone, else a report's."""
    orders = _ordered(turn, text) if turn.person is not None else ()
    if turn.person is not None and not turn.person.is_office and any(order.name in EDITS for order in orders):
        return ()
    if turn.person is not None and not turn.person.is_office and any(order.told for order in orders):
        return ()
    if any(order.subject == LOOSELY for order in orders) and turn.lexicon.sure_projects(text):
        return ()
    if turn.person is not None and any(order.name in OF_DRAFT for order in orders):
        # A liaison's 周报下午再发 promises a report; it holds nothing.
        return () if Role(turn.person.role) in (Role.LIAISON, Role.OWNER) else orders
    if turn.person is not None and any(order.name is OfficeOrderName.ASSIGN for order in orders):
        heard = MAY_ORDER[OfficeOrderName.ASSIGN.value] | {Role.SUPERVISOR}
        return orders if Role(turn.person.role) in heard else ()
    return orders


def _ordered(turn: Turn, text: str) -> tuple[OfficeOrder, ...]:
    """Orders without the courtesy round them (同意申请1，谢谢 gives no reason); a paragraph stays as it was worded."""
    orders = _read(turn, turn.plain)
    worded = any(
        order.name in (OfficeOrderName.REPLACE, OfficeOrderName.ADD, OfficeOrderName.INSERT, OfficeOrderName.SENTENCE)
        for order in orders
    )
    return (_read(turn, text) or orders) if worded or not orders else orders


def _read(turn: Turn, text: str) -> tuple[OfficeOrder, ...]:
    weeks = with_plain_weeks(text, turn.now, turn.week, turn.lexicon.registry.festivals)
    if given := project_life.given(turn, weeks):
        return given
    if (orders := read_office_orders(weeks)) or (orders := project_life.ordered(turn, weeks)):
        return orders
    return plan_edits.ordered(turn, text) or ledger.wanted_by(turn, text)


async def without_days(turn: Turn, orders: tuple[OfficeOrder, ...]) -> tuple[OfficeOrder, ...]:
    """Orders about a decision's number that may be a day are none unless the speaker's unit has that decision open."""
    for order in orders:
        if order.name is OfficeOrderName.HOLD and order.words == PERHAPS and not await bulletin.waiting_draft():
            return ()
        if order.name is OfficeOrderName.SENTENCE and not await bulletin.waiting_draft():
            return ()  # 水库那条改成310米 of a report
        asked = order.name in (OfficeOrderName.APPROVE_CHANGE, OfficeOrderName.REJECT_CHANGE) and order.subject
        if asked and await later.waiting() and not await plan_change.waiting():
            return ()  # 供电那条延期不批, of what a meeting decided
        if await _adds_decision(turn, order):
            return (OfficeOrder(OfficeOrderName.REGISTER_DECISIONS, words=order.words, subject=MORE),)
        if order.subject == MORE and not await ledger.goes_on(turn):
            return (replace(order, subject=""),) if ONE_MORE.match(turn.plain) else ()
        if order.perhaps_a_day and not await ledger.is_own(turn, order):
            return ()
    return orders


async def _adds_decision(turn: Turn, order: OfficeOrder) -> bool:
    """再补一条：… behind a decision that was just entered is another one, unless a draft waits for it."""
    adds = order.name is OfficeOrderName.ADD and order.number is None and turn.person is not None
    return adds and await ledger.goes_on(turn) and not await bulletin.waiting_draft()


async def verdict_of(turn: Turn) -> tuple[OfficeOrder, ...]:
    """同意, 驳回 of the office where nothing was asked of it: meant is the one thing that waits for its word."""
    if turn.person is None or not turn.person.is_office:
        return ()
    if named := await _verdict_by_name(turn):
        return (named,)
    if await ruled.rules(turn):
        return ()
    verdict = read_verdict(turn.plain)
    if verdict is None:
        return ()
    if await open_question(turn.chat, turn.person, turn.now):
        return ()
    requests, draft = await plan_change.waiting(), await bulletin.waiting_draft()
    closing = await meeting.waiting() if not requests and not draft else []
    asked = await issue.waiting(turn.now) if not requests and not draft else []
    if len(asked) == 1 and not closing and verdict.approve and not verdict.words:
        return (OfficeOrder(OfficeOrderName.CLOSE_ISSUE, asked[0].serial),)
    if len(closing) == 1 and not asked:
        number, item = closing[0].meeting.serial or 0, closing[0].serial
        name = OfficeOrderName.CLOSE_DECISION if verdict.approve else OfficeOrderName.RETURN_DECISION
        return (OfficeOrder(name, number, "" if verdict.approve else verdict.words, item=item),)
    if verdict.words and not requests and not draft:
        return ()  # 同意，渔船的事改由农业局负责: what follows tells what is wanted
    if len(requests) == 1 and (verdict.words or not draft):
        name = OfficeOrderName.APPROVE_CHANGE if verdict.approve else OfficeOrderName.REJECT_CHANGE
        return (OfficeOrder(name, requests[0].id, verdict.words),)
    if draft and not requests and not verdict.sure:
        return (OfficeOrder(OfficeOrderName.PUBLISH if verdict.approve else OfficeOrderName.HOLD),)
    # In a group 同意 may as well be said to somebody there.
    return (OfficeOrder(OfficeOrderName.WAITING),) if requests or draft or not turn.chat.is_group else ()


async def _verdict_by_name(turn: Turn) -> OfficeOrder | None:
    """大棚不同意延期; 取水许可的节点撤回，还按原来: what becomes of the one date that waits, or was moved, there."""
    words = turn.plain
    no, back = refuses_date(words), takes_date_back(words)
    if not no and not back and not grants_date(words):
        return None
    projects = turn.lexicon.sure_projects(words) or loosely_named(words, turn.lexicon)
    if len(projects) != 1 or (await commitment.open_of(projects[0]) and speaks_of_promise(words)):
        return None
    asked = [each for each in await plan_change.waiting() if each.node.project_id == projects[0]]
    if asked := _of_node(turn, asked):
        if not no and not back and _names_day(turn):
            days = _days(turn)
            same = [each for each in asked if each.new in days]
            if len(same) == 1 and decided_by(words) and not moves_to(words):
                return OfficeOrder(OfficeOrderName.APPROVE_CHANGE, same[0].id, decided_by(words))
            return None  # the day that is named is the one that the plan gets, asked for or not
        ground = "" if no or back else decided_by(words)
        name = OfficeOrderName.REJECT_CHANGE if no or back else OfficeOrderName.APPROVE_CHANGE
        return OfficeOrder(name, asked[0].id, ground) if len(asked) == 1 else None
    moved = _of_node(turn, await plan_change.in_force(projects[0])) if back or no else []
    if len(moved) == 1:
        return OfficeOrder(OfficeOrderName.MOVE_BACK, moved[0].id)
    # What the office says of a postponement that nobody asked for is no report of the works.
    unasked = (no or back) and asks_to_postpone(words) and not await plan_change.in_force(projects[0])
    return OfficeOrder(OfficeOrderName.REJECT_CHANGE, subject=words) if unasked else None


def _of_node(turn: Turn, changes: Sequence[PlanChange]) -> list[PlanChange]:
    """Of several nodes' changes those of the node whose sort or name is said."""
    if len({each.node_id for each in changes}) < 2:
        return list(changes)
    words = turn.plain
    return [each for each in changes if concerns_node(words, each.node.name, NodeKind(each.node.kind))]


def _names_day(turn: Turn) -> bool:
    """Whether a day is named besides that of the meeting it rests on."""
    return bool(_days(turn))


def _days(turn: Turn) -> list[date]:
    """The days that are named besides that of the meeting."""
    words = without_ground(turn.plain)
    ground = decided_by(turn.plain)
    said = find_dates(words.replace(ground, "") if ground else words, turn.now, turn.lexicon.registry.festivals)
    return [day for span in said if (day := span.deadline())]


async def _move_back(turn: Turn, order: OfficeOrder) -> str:
    change = await plan_change.move_back(order.number or 0, _speaker(turn), turn.now)
    subject = common.subject(turn.lexicon.registry, change.node.project_id, change.node_id)
    return wording.moved_back(subject, change.old, turn.today)


def check(turn: Turn, orders: Sequence[OfficeOrder]) -> None:
    """Refuse what the speaker's role may not order."""
    role = Role(_speaker(turn).role)
    if any(role not in MAY_ORDER[order.name.value] for order in orders):
        raise OfficeOnly


async def obey(turn: Turn, orders: Sequence[OfficeOrder], pictures: tuple[Picture, ...]) -> tuple[Reply, ...]:
    """Carry out the orders of one message in their order; the first that cannot be done undoes them all."""
    replies: list[Reply] = []
    # A week that is reported after all is no longer announced as one that is not.
    for order in sorted(orders, key=lambda order: order.name is OfficeOrderName.SKIP_WEEK):
        if order.name is OfficeOrderName.PUBLISH:
            replies += await publish_weekly(turn, pictures)
        elif order.name is OfficeOrderName.RESEND:
            replies += await _resend(turn, order, pictures)
        elif _withdraws(order):
            replies.append(await office_life.withdraw(turn, order))
        elif order.name is OfficeOrderName.TAKE_BACK:
            replies.append(await take_back(turn, order.words))
        elif order.name is OfficeOrderName.READERS:
            replies.append(await who_has_read(turn, order.words))
        else:
            replies.append(Reply(await ORDERS[order.name](turn, order)))
    if len(orders) > 1 and {order.name for order in orders} <= OF_WEEKS:
        return (Reply("".join(reply.text for reply in replies)),)
    # What a later order made plain need not be said twice.
    return tuple(replies[-1:] if len(orders) > 1 else replies)


async def draw_for(turn: Turn, orders: Sequence[OfficeOrder]) -> tuple[Picture, ...]:
    """The pictures the orders need; slow, and no transaction may be open around it."""
    for order in orders:
        if order.name is OfficeOrderName.PUBLISH:
            return tuple(await bulletin.draw_pages(await bulletin.current_draft()))
        if order.name is OfficeOrderName.RESEND:
            draft = await _earlier(turn, order)
            scope = turn.chat.scope if turn.chat.is_group else []
            return tuple(await bulletin.draw_again(draft, scope))
    return ()


async def _earlier(turn: Turn, order: OfficeOrder) -> Draft:
    """The bulletin of so many weeks ago, or the last there was by then."""
    week = turn.week
    for _ in range(order.number or 0):
        week = week.previous
    return await bulletin.published_until(week)


async def _resend(turn: Turn, order: OfficeOrder, pictures: Sequence[Picture]) -> list[Reply]:
    """An earlier bulletin as it was published, text and picture, to where it was asked for."""
    draft = await _earlier(turn, order)
    alone = order.words == PRIVATELY
    said = await text_for(draft, turn.chat) if turn.chat.is_group and not alone else draft.text
    text = Reply(f"{said}\n{bulletin_wording.DISCLAIMER}", private=alone)
    images = [Reply("", LetterKind.IMAGE, name=each.name, body=each.body, private=alone) for each in pictures]
    return [text, *images]


def _withdraws(order: OfficeOrder) -> bool:
    """Whether the bulletin itself is taken back, by whichever words."""
    if order.name is OfficeOrderName.TAKE_BACK:
        return order.words in BULLETIN
    return order.name is OfficeOrderName.WITHDRAW_BULLETIN


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
    draft = await bulletin.current_draft()
    number = order.number or 0
    if order.name is OfficeOrderName.INSERT:
        words = bulletin.inserted(draft, number, order.words, in_front=order.subject == FRONT)
    elif order.subject:
        number = order.number or bulletin.paragraph_with(draft, order.subject)
        words = bulletin.amended(draft, number, order.subject, order.words)
    draft = await bulletin.edit(draft, number, words, _speaker(turn), turn.now)
    return wording.draft(draft.week, draft.state, draft.text.split("\n"))


async def _sentence(turn: Turn, order: OfficeOrder) -> str:
    """The sentence of the draft that speaks of a project, or holds some words, put otherwise or taken out."""
    draft = await bulletin.current_draft()
    meant = [turn.lexicon.registry.projects[each].name for each in turn.lexicon.sure_projects(order.subject)]
    number, words = bulletin.with_sentence(draft, [*meant, order.subject], order.words)
    draft = await bulletin.edit(draft, number, words or None, _speaker(turn), turn.now)
    return wording.draft(draft.week, draft.state, draft.text.split("\n"))


async def _add(turn: Turn, order: OfficeOrder) -> str:
    draft = await bulletin.current_draft()
    draft = await bulletin.add(draft, order.words, order.number, _speaker(turn), turn.now)
    return wording.draft(draft.week, draft.state, draft.text.split("\n"))


async def _reopen_issue(turn: Turn, order: OfficeOrder) -> str:
    again = await issue.reopen(order.number, _speaker(turn), turn.message, turn.now)
    return command_wording.reopened_issue(again.number, turn.lexicon.registry, again.project_id, again.categories)


async def _close_issue(turn: Turn, order: OfficeOrder) -> str:
    closed = await issue.close_issue(order.number or 0, _speaker(turn), turn.message, turn.now)
    return command_wording.closed_issue(closed.number, turn.lexicon.registry, closed.project_id, closed.categories)


async def _pause_reminders(turn: Turn, order: OfficeOrder) -> str:
    times = await times_of_turn(turn)
    units = units_in(order.subject, turn.lexicon)
    if order.subject and not units:
        raise Unfinished("不催哪家单位")
    today_only = order.words == "today"
    await cycle.pause_nudges(times, _speaker(turn), turn.message, turn.now, units, today_only)
    names = [turn.lexicon.registry.units[each].name for each in units]
    return wording.nudges_paused(times.week, names, today_only)


async def _tell_waiting(turn: Turn, order: OfficeOrder) -> str:
    draft = await bulletin.waiting_draft()
    registry = turn.lexicon.registry
    return wording.waiting(
        [
            *([wording.waiting_draft(draft.week)] if draft else []),
            *(
                wording.waiting_change(each.id, common.subject(registry, each.node.project_id, each.node_id))
                for each in await plan_change.waiting()
            ),
        ]
    )


async def _decide(turn: Turn, order: OfficeOrder) -> str:
    approve = order.name is OfficeOrderName.APPROVE_CHANGE
    change = await _request(turn, order)
    await plan_change.decide(change, approve, order.words, _speaker(turn), turn.now)
    return wording.change_decided(
        turn.lexicon.registry, change.node.project_id, change.node_id, change.new, approve, turn.today
    )


async def _request(turn: Turn, order: OfficeOrder) -> PlanChange:
    """The request of a number, or the newest about the project and sort of node that are named."""
    if not order.subject:
        return await plan_change.pending(order.number or 0)
    spans = turn.lexicon.projects(order.subject)
    candidates = spans[0].candidates if spans else ()
    return await plan_change.pending_about(candidates, node_kinds_in(order.subject))


async def _add_alias(turn: Turn, order: OfficeOrder) -> str:
    alias, name = order.words.split("\n", 1)
    spans = turn.lexicon.projects(name)
    candidates = spans[0].candidates if spans else ()
    other = called.taken_by(turn, _speaker(turn), alias, candidates[0]) if len(candidates) == 1 else ""
    if other:
        return roster_wording.name_means(alias, other)
    project = await roster.add_alias(alias, name, candidates, _speaker(turn), turn.now)
    return wording.alias_added(alias, project.name)


async def _set_profile(turn: Turn, order: OfficeOrder) -> str:
    if not turn.chat.is_group:
        raise Unfinished("是哪个群（请在那个群里说）")
    profile = Profile(order.words)
    await groups.set_profile(turn.chat, profile, _speaker(turn), turn.now)
    return wording.profile_set(profile.value)


async def _bind_group(turn: Turn, order: OfficeOrder) -> str:
    if not turn.chat.is_group:
        raise Unfinished("是哪个群（请在那个群里 @我 说）")
    await groups.bind_group(turn.chat, order.words, _speaker(turn), turn.now)
    return onboarding_wording.group_bound(order.words)


async def _unbind_group(turn: Turn, order: OfficeOrder) -> str:
    if not turn.chat.is_group:
        raise Unfinished("是哪个群（请在那个群里 @我 说）")
    await groups.unbind_group(turn.chat.platform, turn.chat.address)
    return command_wording.group_unbound()


OF_DRAFT = (OfficeOrderName.HOLD, OfficeOrderName.MOVE_PUBLICATION)
"""Orders that the same words of a liaison only promise something by."""
BULLETIN = ("周报", "简报", "通报")
OF_WEEKS = {OfficeOrderName.SKIP_WEEK, OfficeOrderName.KEEP_WEEK}
"""Orders of which each concerns a week of its own."""
ORDERS: Mapping[OfficeOrderName, Callable[[Turn, OfficeOrder], Awaitable[str]]] = {
    OfficeOrderName.SHOW_DRAFT: _show,
    OfficeOrderName.MAKE_DRAFT: office_life.make,
    OfficeOrderName.HOLD: _hold,
    OfficeOrderName.REPLACE: _edit,
    OfficeOrderName.DELETE: _edit,
    OfficeOrderName.INSERT: _edit,
    OfficeOrderName.SENTENCE: _sentence,
    OfficeOrderName.ADD: _add,
    OfficeOrderName.MOVE_CUTOFF: office_hours.move_cutoff,
    OfficeOrderName.MOVE_PUBLICATION: office_hours.move_publication,
    OfficeOrderName.SET_PROXY: office_hours.set_proxy,
    OfficeOrderName.SPARE_PROJECT: project_life.spare,
    OfficeOrderName.REMOVE_PROJECT: project_life.remove,
    OfficeOrderName.RESTORE_PROJECT: project_life.restore,
    OfficeOrderName.GIVE_PROJECT: project_life.give,
    OfficeOrderName.EDIT_PLAN: plan_edits.obey,
    OfficeOrderName.SKIP_WEEK: office_life.skip_week,
    OfficeOrderName.KEEP_WEEK: office_life.keep_week,
    OfficeOrderName.BE_SILENT: office_life.be_silent,
    OfficeOrderName.END_SILENCE: office_life.end_silence,
    OfficeOrderName.SET_LIAISON: office_life.set_liaison,
    OfficeOrderName.REOPEN_ISSUE: _reopen_issue,
    OfficeOrderName.CLOSE_ISSUE: _close_issue,
    OfficeOrderName.PAUSE_REMINDERS: _pause_reminders,
    OfficeOrderName.WAITING: _tell_waiting,
    OfficeOrderName.APPROVE_CHANGE: _decide,
    OfficeOrderName.REJECT_CHANGE: _decide,
    OfficeOrderName.MOVE_BACK: _move_back,
    OfficeOrderName.ADD_ALIAS: _add_alias,
    OfficeOrderName.SET_PROFILE: _set_profile,
    OfficeOrderName.BIND_GROUP: _bind_group,
    OfficeOrderName.REGISTER_DECISIONS: ledger.register_decisions,
    OfficeOrderName.ASSIGN: ledger.assign,
    OfficeOrderName.PROPOSE_TOPIC: ledger.propose_topic,
    OfficeOrderName.MEETING_OVER: meetings.is_over,
    OfficeOrderName.MARK_DONE: meetings.mark_done,
    OfficeOrderName.CHANGE_MEETING: meetings.change,
    OfficeOrderName.CALL_TOPICS: meetings.call_for_topics,
    OfficeOrderName.ESCALATE: meetings.escalate,
    OfficeOrderName.REGISTER_MEETING: ledger.register_meeting,
    OfficeOrderName.CLOSE_DECISION: ledger.close_decision,
    OfficeOrderName.RETURN_DECISION: ledger.return_decision,
    OfficeOrderName.REFUSE_LATER: ledger.refuse_later,
    OfficeOrderName.APPLY_CLOSING: ledger.apply_closing,
    OfficeOrderName.NOTE_PROGRESS: ledger.note_progress,
    OfficeOrderName.SET_DUTY: ledger.set_duty,
    OfficeOrderName.UNBIND_GROUP: _unbind_group,
}
