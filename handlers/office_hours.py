"""Orders of the office about this week's hours and who reports: another cut-off or hour of publication, a proxy."""

from datetime import date, datetime, time, timedelta

from actions import cycle, reminder
from handlers.command import times_of_turn
from handlers.turn import Turn
from language.dates import Direction, find_dates
from language.named_units import units_in
from language.office_orders import OfficeOrder
from language.wording import office as wording
from language.wording import overheard as overheard_wording
from language.wording import reminder as reminder_wording
from models.calendar import DAY, day_of, local
from models.cycle import Times
from models.mailbox import Outbox
from models.people import Person, Unit
from models.refusal import NoCycle, TooLate, Unfinished
from models.vocabulary import Role
from models.weekly import cycle_times

WEEKDAYS = "一二三四五"


def _speaker(turn: Turn) -> Person:
    assert turn.person is not None  # routing gives these orders to the office only
    return turn.person


async def move_cutoff(turn: Turn, order: OfficeOrder) -> str:
    """Another hour or day for this week's cut-off, of which the groups are told."""
    times = await times_ahead(turn, order.item or 0)
    day, clock = _day(turn, times, order), _clock(order, times.cutoff)
    moved = await cycle.move_cutoff(times, clock, _speaker(turn), turn.now, day)
    told = reminder_wording.cutoff_moved(moved, turn.today, times.week if order.item else None)
    key = f"cutoff/{clock:%H%M}" if day == day_of(times.cutoff) else f"cutoff/{moved:%m%d%H%M}"
    # Where the notice of the new day should have gone out already, this is the first word of that day.
    at_new = await times_ahead(turn, order.item or 0)
    announced = day != day_of(times.cutoff) and at_new.notice <= turn.now
    if order.item:  # the week's own notice tells of it; if this week's has gone, this is the word of the week before
        announced = await Outbox.filter(key__startswith=f"notice/{times.week.previous}/").exists()
    all_told = await reminder.tell_groups(times, key, told, turn.office, turn.now, announced=announced)
    said = wording.cutoff_moved(moved, turn.today, times.week if order.item else None)
    return said + ("" if all_told else wording.group_is_full())


async def times_ahead(turn: Turn, ahead: int) -> Times:
    """The cycle of the message's week, or of so many weeks after it; raises NoCycle."""
    if not ahead:
        return await times_of_turn(turn)
    week = turn.week
    for _ in range(ahead):
        week = week.next
    times = await cycle_times(week, turn.office.weekly, turn.office.calendar)
    if times is None:
        raise NoCycle
    return times


async def move_publication(turn: Turn, order: OfficeOrder) -> str:
    """Another hour for this week's bulletin; the cut-off stays."""
    times = await times_of_turn(turn)
    clock = _clock(order, times.publish)
    if clock > turn.office.policy.quiet_from:
        raise Unfinished(wording.before_quiet(turn.office.policy.quiet_from))
    moved = await cycle.move_publication(times, clock, _speaker(turn), turn.now)
    return wording.publication_moved(times.week, moved, times.cutoff, turn.today)


def _clock(order: OfficeOrder, before: datetime) -> time:
    """The hour that was named, or so many minutes from the one before; where only a day was named, the same hour."""
    return order.clock or (local(before) + timedelta(minutes=order.number or 0)).time()


def _day(turn: Turn, times: Times, order: OfficeOrder) -> date:
    """The day that was named, of this week and one on which somebody works; else the cut-off's own."""
    own = day_of(times.cutoff)
    if not order.words:
        return own
    found = [span.resolve(Direction.PLAN) for span in find_dates(order.words, turn.now, {})]
    day = next((each.last for each in found if each and each.last), None)
    if (order.item or order.words[:1] == "周") and order.words[-1:] in WEEKDAYS:
        day = times.week.monday + WEEKDAYS.index(order.words[-1]) * DAY
    if day is None or day < turn.today:
        raise TooLate
    if not times.week.monday <= day < times.week.next.monday or not turn.office.calendar.is_workday(day):
        raise Unfinished("本周的哪个工作日")
    return day


async def set_proxy(turn: Turn, order: OfficeOrder) -> str:
    """住建的周报由小康代报: for this week, or the days that are named, somebody else is asked in a liaison's place."""
    units = units_in(order.subject, turn.lexicon) or _units_of(turn, order.subject)
    if len(units) != 1:
        raise Unfinished("是哪个单位")
    liaisons = await Person.filter(unit_id=units[0], active=True, role=Role.LIAISON.value).order_by("id")
    proxy = await _meant(turn, liaisons, order.words)
    if proxy is None:
        return wording.not_in_roster(order.words)
    first, last = _days(turn, order)
    absent = [each for each in liaisons if each.id != proxy.id]
    for each in absent:
        await cycle.note_absence(each, proxy, first, last)
    unit = await Unit.get(id=units[0])
    return overheard_wording.proxy(unit.name, proxy.name, first, last, turn.today)


def _units_of(turn: Turn, said: str) -> list[str]:
    """The unit that some words name among others, or that of the person they name."""
    named = [span.candidates[0] for span in turn.lexicon.units(said) if len(span.candidates) == 1]
    people = [span.candidates[0] for span in turn.lexicon.people(said) if len(span.candidates) == 1]
    own = [turn.lexicon.registry.people[each].unit for each in people]
    return list(dict.fromkeys(named)) or [each for each in dict.fromkeys(own) if each]


async def _meant(turn: Turn, liaisons: list[Person], said: str) -> Person | None:
    """The one whom a word for a colleague means, among those of the unit first."""
    if liaisons and (found := await cycle.colleague(liaisons[0], said)):
        return found
    if liaisons and cycle.means(said, liaisons[0].name):
        return liaisons[0]
    named = await Person.filter(name=said, active=True).exclude(role=Role.LEADER.value)
    return named[0] if len(named) == 1 else None


def _days(turn: Turn, order: OfficeOrder) -> tuple[date, date]:
    """The days that were named; this week where none was."""
    found = [span.resolve(Direction.PLAN) for span in find_dates(turn.plain, turn.now, {})]
    days = [each for each in found if each and each.last and each.last >= turn.today]
    first = max(min((each.first or turn.today for each in days), default=turn.today), turn.today)
    return first, max((each.last for each in days if each.last), default=turn.week.next.monday - timedelta(days=1))
