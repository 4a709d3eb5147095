"""Obeying an order: name → function; who may order what is in `models.permission`."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

from actions import bulletin, cycle, issue, readers, reminder, roster, taking_back
from actions.bulletin import Picture
from actions.report import last_reported, withdraw
from handlers import ask, unsaid
from handlers.turn import Turn
from language.understanding import Command
from language.wording import command as wording
from language.wording import common
from language.wording import report as report_wording
from models.calendar import day_of, local, next_open
from models.cycle import Times, reporting_week, weeks_before
from models.mailbox import Reply
from models.people import Person, Unit
from models.permission import may_command
from models.refusal import NoCycle, NotAllowed, Unfinished
from models.vocabulary import CommandName, LetterKind, Publication, Role, Why
from models.weekly import cycle_times, times_of_weeks, week_state

CLAIM_LIVES = 3 * 24 * 60
"""Minutes for which the office may confirm who somebody is: it may be asked on a Friday evening."""
UNDO_WITHIN = timedelta(days=7)
"""An older report is corrected, not undone: what followed from it may have been published."""


async def obey(turn: Turn, command: Command, pictures: tuple[Picture, ...] = ()) -> tuple[Reply, ...]:
    """Do what was ordered; `pictures` were drawn before the transaction, where the order needs any."""
    if turn.person is None and command.name is not CommandName.BIND:
        raise NotAllowed(command.name)
    if turn.person is not None and not may_command(Role(turn.person.role), command.name, command.what):
        if command.name is CommandName.CLOSE_PROBLEM and command.number is not None:
            return await _ask_to_close(turn, turn.person, command.number)
        raise NotAllowed(command.name)
    if command.name is CommandName.PUBLISH:
        return await _publish(turn, command, pictures)
    return await ORDERS[command.name](turn, command)


async def draw_for(turn: Turn, command: Command) -> tuple[Picture, ...]:
    """The pictures an order needs; slow, and no transaction may be open around it."""
    if command.name is not CommandName.PUBLISH or turn.person is None:
        return ()
    if not may_command(Role(turn.person.role), command.name, command.what):
        return ()
    if command.what is Publication.COLORS:
        return await bulletin.draw_now(turn.now, turn.chat.scope if turn.chat.is_group else [], turn.office.policy)
    draft = await bulletin.waiting_draft()
    if command.what is Publication.WEEKLY and draft is not None:
        return tuple(await bulletin.draw_pages(draft))
    return ()


async def _publish(turn: Turn, command: Command, pictures: tuple[Picture, ...]) -> tuple[Reply, ...]:
    match command.what:
        case Publication.COLORS:
            return tuple(Reply("", kind=LetterKind.IMAGE, name=each.name, body=each.body) for each in pictures)
        case Publication.MISSING:
            return await _publish_missing(turn)
        case _:
            return await publish_weekly(turn, pictures)


async def publish_weekly(turn: Turn, pictures: tuple[Picture, ...]) -> tuple[Reply, ...]:
    """The office publishes the draft now."""
    draft = await bulletin.current_draft()
    await bulletin.publish(draft, list(pictures), turn.office, turn.now, turn.person)
    policy = turn.office.policy
    opens = next_open(turn.now, policy.quiet_until, policy.quiet_from, turn.office.calendar)
    held = opens if opens > turn.now else None
    if turn.chat.is_group and held is None:
        return ()
    return (Reply(wording.published(draft.week, held, turn.today)),)


async def _publish_missing(turn: Turn) -> tuple[Reply, ...]:
    """Names and a time, nothing else; the office has ordered it."""
    times = await times_of_turn(turn)
    scope = turn.chat.scope if turn.chat.is_group else None
    state = await week_state(times.week, turn.now, turn.office.weekly, turn.office.calendar, scope)
    return (Reply(wording.missing(await _unit_names(state.missing), turn.now)),)


async def _remind(turn: Turn, command: Command) -> tuple[Reply, ...]:
    times = await times_of_turn(turn)
    office = turn.office
    state = await week_state(times.week, turn.now, turn.office.weekly, turn.office.calendar)
    wanted = [unit for unit in state.missing if not command.units or unit in command.units]
    await cycle.resume_nudges(times, command.units)
    asked, _ = await reminder.nudge(times, office, turn.now, f"ordered/{local(turn.now):%d%H%M}", wanted)
    reached = await _unit_names(list(dict.fromkeys(call.unit.id for call in asked)))
    rest = await _unit_names([unit for unit in wanted if unit not in {call.unit.id for call in asked}])
    policy = turn.office.policy
    opens = next_open(turn.now, policy.quiet_until, policy.quiet_from, turn.office.calendar)
    held = common.moment(opens, turn.today) if opens > turn.now else ""
    return (Reply(wording.reminded(reached, rest, named=not turn.chat.is_group, held=held)),)


async def undone(turn: Turn) -> str:
    """What the speaker reported here last, taken back because they report it anew; empty where there is nothing."""
    assert turn.person is not None
    message = await last_reported(turn.person, turn.message.chat_address, turn.now)
    if message is None or turn.now - message.sent_at > UNDO_WITHIN or day_of(message.sent_at) < turn.today:
        return ""
    facts = await withdraw(message, turn.person, turn.now)
    subjects = [(fact.project_id, fact.node_id) for fact in facts]
    return report_wording.withdrawn(turn.lexicon.registry, subjects, message.sent_at, turn.today)


async def _undo(turn: Turn, command: Command) -> tuple[Reply, ...]:
    assert turn.person is not None
    message = await unsaid.meant(turn) or await last_reported(turn.person, turn.message.chat_address, turn.now)
    if message is None or turn.now - message.sent_at > UNDO_WITHIN:
        if turn.person.is_office and turn.chat.is_group:
            return (await take_back(turn, ""),)  # whoever has reported nothing here means what we said
        return (Reply(report_wording.nothing_to_withdraw()),)
    if day_of(message.sent_at) < turn.today and "刚" in turn.said:
        return (Reply(report_wording.older_than_said(message.sent_at, turn.today)),)
    facts = await withdraw(message, turn.person, turn.now)
    subjects = [(fact.project_id, fact.node_id) for fact in facts]
    return (Reply(report_wording.withdrawn(turn.lexicon.registry, subjects, message.sent_at, turn.today)),)


async def take_back(turn: Turn, what: str) -> Reply:
    """Take back what the bot said last, here or, asked privately, everywhere; said privately, for the group saw it."""
    whys = next((whys for words, whys in SAID.items() if what and words in what), ())
    letters = await taking_back.last_said(turn.chat if turn.chat.is_group else None, whys, turn.now)
    if not letters:
        return Reply(wording.nothing_to_take_back(), private=True)
    can = await taking_back.take_back(letters, turn.message, turn.now)
    first = letters[0]
    assert first.delivered_at is not None
    told = wording.taking_back(Why(first.why), local(first.delivered_at), can, len(letters) - can)
    return Reply(told, private=True)


async def who_has_read(turn: Turn, what: str) -> Reply:
    """Have the platform asked who has read what the bot said last, in this group or, asked privately, in all."""
    whys = next((whys for words, whys in SAID.items() if words in what), ())
    letters = await taking_back.last_said(turn.chat if turn.chat.is_group else None, whys, turn.now)
    asked = await readers.ask_who_read(letters, turn.message, turn.now)
    return Reply(wording.asking_who_read(asked), private=True)


SAID: Mapping[str, tuple[Why, ...]] = {
    "补充": (Why.SUPPLEMENT,),
    "更正": (Why.SUPPLEMENT,),
    "提示": (Why.NOTICE,),
    "通知": (Why.NOTICE,),
    "催报": (Why.REMINDER,),
    "提醒": (Why.REMINDER,),
    "计数": (Why.COUNT,),
    "报送情况": (Why.COUNT,),
    "预警": (Why.WARNING,),
    "周报": (Why.SUMMARY,),
    "简报": (Why.SUMMARY,),
    "通报": (Why.SUMMARY,),
}
"""What the office calls the things the bot says; of whatever else, the last is meant."""


async def _close_problem(turn: Turn, command: Command) -> tuple[Reply, ...]:
    assert turn.person is not None
    if command.number is None:
        raise Unfinished("销号的问题编号")
    closed = await issue.close_issue(command.number, turn.person, turn.message, turn.now)
    return (Reply(wording.closed_issue(closed.number, turn.lexicon.registry, closed.project_id, closed.categories)),)


async def _ask_to_close(turn: Turn, person: Person, number: int) -> tuple[Reply, ...]:
    """Who may not close a problem and calls it settled is passed on to the office, which looks and closes."""
    asked = await issue.ask_to_close(number, person, turn.message, turn.now)
    return (Reply(wording.asked_to_close(asked.number)),)


async def _open_problem(turn: Turn, command: Command) -> tuple[Reply, ...]:
    assert turn.person is not None
    if command.project is None:
        raise Unfinished("挂号问题所属的项目")
    if not command.problems:
        raise Unfinished("问题是什么")
    opened = await issue.open_issue(command.project, command.problems, turn.person, turn.message, turn.now)
    return (Reply(wording.opened_issue(opened.number, turn.lexicon.registry, opened.project_id, opened.categories)),)


async def _bind(turn: Turn, command: Command) -> tuple[Reply, ...]:
    """A person says who they are, and the office confirms."""
    if command.person is None:
        raise Unfinished("姓名和单位")
    claimed = await roster.find_person(command.person, command.unit)
    if turn.person is not None:
        return (Reply(wording.already_known(turn.person.name, await _unit_name(turn.person)), private=True),)
    await roster.ask_to_confirm(turn.message, claimed, turn.now, CLAIM_LIVES)
    return (Reply(wording.asked_to_confirm(), private=True),)


async def _unit_name(person: Person) -> str:
    unit = await Unit.get_or_none(id=person.unit_id)
    return unit.name if unit else ""


async def _unit_names(units: list[str] | tuple[str, ...]) -> list[str]:
    """The names of units in the order given."""
    names = {unit.id: unit.name for unit in await Unit.filter(id__in=list(units))}
    return [names[unit] for unit in units]


async def times_of_turn(turn: Turn) -> Times:
    """The cycle of the message's week; raises NoCycle."""
    week = reporting_week(turn.now, turn.office.weekly, turn.office.calendar)
    times = await cycle_times(week, turn.office.weekly, turn.office.calendar)
    if times is None:
        raise NoCycle
    return times


async def last_due(turn: Turn) -> Times:
    """The newest cycle whose cut-off has passed; raises NoCycle."""
    weeks = [*weeks_before(turn.week), turn.week]
    found = await times_of_weeks(weeks, turn.office.weekly, turn.office.calendar)
    past = [times for times in found if times.cutoff <= turn.now]
    if not past:
        raise NoCycle
    return past[-1]


ORDERS: Mapping[CommandName, Callable[[Turn, Command], Awaitable[tuple[Reply, ...]]]] = {
    CommandName.UNDO: _undo,
    CommandName.REMIND: _remind,
    CommandName.CLOSE_PROBLEM: _close_problem,
    CommandName.OPEN_PROBLEM: _open_problem,
    CommandName.CONFIRM: ask.take_confirm,
    CommandName.REJECT: ask.take_reject,
    CommandName.CHOOSE: ask.take_choice,
    CommandName.BIND: _bind,
}
