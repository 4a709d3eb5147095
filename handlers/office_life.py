"""Orders of the office about the life of its cycle: bulletins withdrawn or made again, weeks, silence, liaisons."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from actions import bulletin, cycle, reminder, roster, silence, withdrawal
from handlers import plan_edits
from handlers.command import last_due, take_back
from handlers.turn import Turn
from language.dates import Direction, find_dates
from language.named_units import units_in
from language.numerals import small_number
from language.office_orders import AGAIN, OfficeOrder
from language.wording import office as wording
from language.wording import reminder as reminder_wording
from models.calendar import DAY, Week, day_of, local
from models.cycle import Times, reporting_week, times_of
from models.draft import PUBLISHED, Draft
from models.mailbox import Outbox, Reply
from models.people import Person, Unit, liaisons_by_unit
from models.refusal import NoBulletin, NoCycle, Unfinished
from models.vocabulary import Role
from models.weekly import cycle_times

LONGEST_SILENCE = timedelta(days=31)


def _speaker(turn: Turn) -> Person:
    assert turn.person is not None  # routing gives these orders to the office only
    return turn.person


async def make(turn: Turn, order: OfficeOrder) -> str:
    """The draft of the last week that is due, where its hour was missed, or again, where that is wanted."""
    times = await last_due(turn)
    draft = await bulletin.draft_of(times.week)
    if draft is None:
        draft = await bulletin.close_week(times, turn.office, turn.now, by_hand=True)
    elif order.words == AGAIN and draft.state == PUBLISHED:
        return wording.out_already(draft.week)
    elif order.words == AGAIN:
        draft = await bulletin.compose_again(draft, times, turn.office, _speaker(turn), turn.now)
        return wording.draft(draft.week, draft.state, draft.text.split("\n"), again=True)
    return wording.draft(draft.week, draft.state, draft.text.split("\n"))


async def withdraw(turn: Turn, order: OfficeOrder) -> Reply:
    """A bulletin that is out is taken back; where none is known, the last letters that were one."""
    found = await withdrawal.published()
    draft = _meant(turn, found, order.words)
    if draft is None and not found:
        return await take_back(turn, "周报")
    if draft is None:
        raise NoBulletin
    can, cannot = await withdrawal.withdraw(draft, _speaker(turn), turn.message, turn.now)
    return Reply(wording.bulletin_withdrawn(draft.week, can, cannot), private=True)


_WEEKDAYS = "一二三四五"
_DAYS_AGO = {"今": 0, "昨": 1, "前": 2}


def _day(draft: Draft) -> date:
    """On which day a bulletin went out."""
    assert draft.published_at is not None
    return day_of(local(draft.published_at))


def _meant(turn: Turn, found: Sequence[Draft], when: str) -> Draft | None:
    """The one that is meant: of a day on which it went out, of a week, or the newest."""
    if not when:
        return next(iter(found), None)
    if when[:1] in _DAYS_AGO:
        day = turn.today - _DAYS_AGO[when[0]] * DAY
        return next((each for each in found if _day(each) == day), None)
    if when[-1:] in _WEEKDAYS and when[:1] in "周星":
        wanted = _WEEKDAYS.index(when[-1])
        return next((each for each in found if _day(each).weekday() == wanted), None)
    if "月" in when:
        month, day_of_month = (int(each) for each in re.findall(r"\d+", when))
        return next((each for each in found if (_day(each).month, _day(each).day) == (month, day_of_month)), None)
    if when.startswith("第"):
        number = small_number(when.strip("第周"))
        return next((each for each in found if Week.parse(each.week).number == number), None)
    if when.startswith("上") and "期" not in when:
        week = Week.of(turn.today)
        for _ in range(when.count("上")):
            week = week.previous
        return next((each for each in found if each.week == str(week)), None)
    return next(iter(found), None)


async def _times_ahead(turn: Turn, ahead: int) -> Times:
    """The cycle of the message's week or of one after it; raises NoCycle."""
    week = reporting_week(turn.now, turn.office.weekly, turn.office.calendar)
    for _ in range(ahead):
        week = week.next
    times = await cycle_times(week, turn.office.weekly, turn.office.calendar)
    if times is None:
        raise NoCycle
    return times


async def skip_week(turn: Turn, order: OfficeOrder) -> str:
    """No report this week or the next; the groups hear of it once they have heard of that week."""
    times = await _times_ahead(turn, order.number or 0)
    await cycle.skip_week(times, order.words, _speaker(turn), turn.now)
    ahead = await reminder.announcements(times.week, turn.office)
    told = reminder_wording.skipped_now(times.week, order.words, ahead)
    # The notice of this week says it of the next; if it has gone, this is the last word before that week.
    gone = await Outbox.filter(key__startswith=f"notice/{times.week.previous}/").exists()
    announced = times.shifted or bool(order.number and gone)
    await reminder.tell_groups(
        times, "skipped", told, turn.office, turn.now, summary_follows=False, announced=announced
    )
    return wording.week_skipped(times.week)


async def keep_week(turn: Turn, order: OfficeOrder) -> str:
    """A week that was let off is reported after all; whoever heard the one hears the other."""
    week = reporting_week(turn.now, turn.office.weekly, turn.office.calendar)
    for _ in range(order.number or 0):
        week = week.next
    times = times_of(week, turn.office.weekly, turn.office.calendar)
    if times is None:
        raise NoCycle
    await cycle.keep_week(times, _speaker(turn), turn.now)
    if await Outbox.filter(key__startswith=f"cycle/{week}/", key__endswith="/skipped").exists():
        told = reminder_wording.kept_now(week, times.cutoff, turn.today)
        await reminder.tell_groups(times, "kept", told, turn.office, turn.now, summary_follows=False, announced=True)
    return wording.week_kept(week)


async def be_silent(turn: Turn, order: OfficeOrder) -> str:
    """Nothing of the bot's own accord on the days that are named."""
    first, last = _days(turn, order.words)
    await silence.begin(first, last, _speaker(turn), turn.now)
    return wording.silent(first, last, turn.office.calendar.next_workday(last), turn.today)


def _days(turn: Turn, said: str) -> tuple[date, date]:
    """From which day to which; raises where no end is named, or one too far."""
    today, days = turn.today, []
    for span in find_dates(said, turn.now, turn.lexicon.registry.festivals):
        found = span.resolve(Direction.PLAN)
        if found is not None and found.last is not None:
            days += [found.first or today, found.last]
    if not days and any(word in said for word in ("放假", "长假", "假期", "过节")):
        days = _next_holiday(turn)
    if "明后" in said:
        days = [today + DAY, today + 2 * DAY]
    if not days and (many := next((word for word in ("两天", "几天", "三天") if word in said), "")):
        days = [today, today + (1 if many == "两天" else 2) * DAY]
    first, last = max(min(days, default=today), today), max(days, default=today)
    if not days or last < first or last - first > LONGEST_SILENCE:
        raise Unfinished("从哪天到哪天不发")
    return first, last


def _next_holiday(turn: Turn) -> list[date]:
    """The next run of three and more free days."""
    day, run = turn.today, list[date]()
    for _ in range(120):
        if not turn.office.calendar.is_workday(day):
            run.append(day)
        elif len(run) >= 3:
            break
        else:
            run = []
        day += DAY
    return [run[0], run[-1]] if len(run) >= 3 else []


async def end_silence(turn: Turn, order: OfficeOrder) -> str:
    """It speaks again."""
    return wording.speaking_again(await silence.end(_speaker(turn), turn.now))


async def set_liaison(turn: Turn, order: OfficeOrder) -> str:
    """Somebody of the roster follows a unit's liaison, from the day that is named."""
    old, _, when = order.subject.partition("\n")
    names = {span.candidates[0] for span in turn.lexicon.people(old) if len(span.candidates) == 1}
    units = _units_of(turn, old)
    followed = await Person.filter(id__in=list(names), role=Role.LIAISON.value, active=True).order_by("id")
    units = units or list(dict.fromkeys(each.unit_id for each in followed if each.unit_id))
    projects = turn.lexicon.sure_projects(old) if not units or len(units) > 1 else []
    if len(projects) == 1:
        return await plan_edits.set_liaison(turn, projects[0], order.words)
    if len(units) != 1:
        raise Unfinished("是哪个单位的联络员")
    new = await _named(order.words, units[0])
    if new is None:
        return wording.not_in_roster(order.words)
    followed = [each for each in followed if each.unit_id == units[0]] or (await liaisons_by_unit()).get(units[0], [])
    followed = [each for each in followed if each.id != new.id]
    if len(followed) != 1:
        raise Unfinished(
            f"接替的是哪一位（{'、'.join(each.name for each in followed)}）" if followed else "接替的是哪一位"
        )
    first = _first_day(turn, when)
    await roster.hand_over(followed, new, first, _speaker(turn), turn.now)
    unit = await Unit.get(id=units[0])
    return wording.handed_over(unit.name, [each.name for each in followed], new.name, first, turn.today)


def _units_of(turn: Turn, said: str) -> list[str]:
    """The units that are named, whoever is named beside them."""
    named = [span.candidates[0] for span in turn.lexicon.units(said) if len(span.candidates) == 1]
    for span in turn.lexicon.people(said):
        said = said.replace(said[span.start : span.end], " ")
    return list(dict.fromkeys(named)) or units_in(said, turn.lexicon)


async def _named(name: str, unit: str) -> Person | None:
    """The one person of a unit's roster with this name who may report for it."""
    found = await Person.filter(name=name, unit_id=unit, active=True, role=Role.LIAISON.value)
    return found[0] if len(found) == 1 else None


def _first_day(turn: Turn, when: str) -> date:
    for span in find_dates(when, turn.now, turn.lexicon.registry.festivals):
        days = span.resolve(Direction.PLAN)
        if days is not None and days.first is not None:
            return max(days.first, turn.today)
    return turn.today
