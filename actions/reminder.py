"""The calls of a weekly cycle: the notice, the pre-filled list, the nudges, and the count in the group."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from actions.calls import Call, answerable, open_calls
from actions.to_office import tell_office
from language.wording import reminder as wording
from models.calendar import Week, day_of, next_open, utc
from models.chat import Chat, bound_groups
from models.cycle import Times, cutoff_day
from models.job_run import Deferral
from models.mailbox import STRONGER, Outbox, Reply, untouched_letters
from models.people import Identity, Person
from models.policy import Office, Profile
from models.vocabulary import Status, Why
from models.weekly import cycle_times, week_state

FIRST_CALL = "first_call"
SECOND_CALL = "second_call"
FAR = 6
"""So many weeks ahead a holiday is looked for: none is longer."""


async def post_notice(times: Times, office: Office, now: datetime) -> None:
    """The one notice of a week to each group, and to each liaison the list of what is asked."""
    ahead = await announcements(times.week, office)
    for group in await bound_groups():
        text = wording.notice(times, ahead)
        await Outbox.put(f"notice/{times.week}/{group.id}", Reply(text, why=Why.NOTICE), now, chat=group)
    state = await week_state(times.week, now, office.weekly, office.calendar)
    for call in await open_calls(state, now):
        text = wording.prefilled(call.unit.name, _lines(call), times.cutoff)
        key = f"notice/{times.week}/{call.unit.id}/{call.person.id}"
        reply = Reply(text, why=Why.NOTICE, buttons=wording.SHORT_ANSWERS)
        context = {**call.context(), "week": str(times.week)}
        await Outbox.put(key, reply, now, person=call.person, context=context)


async def announcements(week: Week, office: Office) -> list[str]:
    """What has to be said with a week's notice about those after it, up to the next that has a cut-off of its own.

    So nothing unusual is announced later than with the last notice before it.
    """
    joined: list[Week] = []
    lines: list[str] = []
    following = week
    for _ in range(FAR):
        following = following.next
        times = await cycle_times(following, office.weekly, office.calendar)
        if times is not None:
            if joined:
                lines.append(wording.joined(joined, times, week, office.calendar))
            elif times.shifted:
                lines.append(wording.shifted(times, week))
            return lines
        if cutoff_day(following, office.weekly.holiday_mode, office.calendar) is None:
            joined.append(following)
        else:
            lines.append(wording.skipped(following, week))
    return lines


async def tell_groups(
    times: Times,
    what: str,
    text: str,
    office: Office,
    now: datetime,
    *,
    summary_follows: bool = True,
    announced: bool = False,
) -> bool:
    """Tell the groups that something about this week's cycle is other than the notice said; false where one is full.

    Not before the notice, unless something was `announced` of this week with the one before.
    """
    all_told = True
    for group in await bound_groups():
        noticed = await Outbox.filter(key=f"notice/{times.week}/{group.id}").exists()
        if not (noticed or announced):
            continue
        if not await _has_room(group, times.week, office, int(summary_follows)):
            all_told = False
            continue
        key = f"cycle/{times.week}/{group.id}/{what}"
        await Outbox.put(key, Reply(text, why=Why.NOTICE), now, chat=group)
    return all_told


async def _has_room(group: Chat, week: Week, office: Office, kept: int = 1) -> bool:
    """Whether one more letter may go to a group in a cycle, the summary's own place kept free."""
    asked = Outbox.filter(chat=group, key__contains=f"/{week}/", why__in=[Why.NOTICE.value, Why.COUNT.value])
    return await asked.count() < office.policy.group_messages_per_cycle - kept


async def nudge(
    times: Times, office: Office, now: datetime, round_name: str, units: Iterable[str] | None = None
) -> tuple[list[Call], list[Call]]:
    """Ask privately those, and only those, who have not reported; who was asked, and whom no letter can reach."""
    state = await week_state(times.week, now, office.weekly, office.calendar)
    held = await _held(times.week, now)
    if ("", OFFICE_PAUSED) in held:
        return [], []
    asked, unreachable = [], []
    for call in await _calls_of_round(await open_calls(state, now, units), round_name, now):
        mine = {(call.unit.id, each) for each in (call.person.id, EVERYBODY, OFFICE_PAUSED)}
        if held & mine or await _nudged(call, times, office):
            continue
        if await _just_nudged(call, times, now):
            continue
        if not await Identity.filter(person=call.person).exists():
            unreachable.append(call)
            continue
        names = [item.standing.project.name for item in call.items]
        opens = next_open(now, office.policy.quiet_until, office.policy.quiet_from, office.calendar)
        again = await _asked_before(call, times)
        text = wording.nudge(call.unit.name, names, times.cutoff, again, day_of(opens))
        key = f"remind/{times.week}/{call.unit.id}/{call.person.id}/{round_name}"
        context = {"week": str(times.week), STRONGER: again}
        reply = Reply(text, why=Why.REMINDER, context=context, buttons=wording.SHORT_ANSWERS)
        await Outbox.put(key, reply, now, person=call.person, not_before=opens)
        asked.append(call)
    return asked, unreachable


async def _calls_of_round(calls: list[Call], round_name: str, now: datetime) -> list[Call]:
    """Whom a round asks: restrained groups have no second one, in firm ones it reaches the colleagues too."""
    if round_name != SECOND_CALL:
        return calls
    groups, people = await bound_groups(), await answerable(day_of(now))
    again = [call for call in calls if call.profile(groups) is not Profile.RESTRAINED]
    found = {(call.unit.id, call.person.id): call for call in again}
    for call in again:
        if call.profile(groups) is Profile.FIRM:
            for person in people.colleagues(call):
                found.setdefault((call.unit.id, person.id), replace(call, person=person))
    return list(found.values())


EVERYBODY = "*"
"""In a deferral: not one person's share but the whole unit's."""
OFFICE_PAUSED = "office"
"""In a deferral: the office wants nobody nudged, or nobody of a unit."""


async def _held(week: Week, now: datetime) -> set[tuple[str, str]]:
    """(unit, person) pairs that have said when their report will come, while that is ahead."""
    rows = await Deferral.filter(week=str(week), until__gt=utc(now))
    return {(row.unit_id, row.person_id) for row in rows}


SPACING = timedelta(minutes=60)
"""Nobody is nudged twice within it, whoever orders it."""


async def _asked_before(call: Call, times: Times) -> bool:
    """Whether a person has been nudged in this cycle."""
    return await Outbox.filter(person=call.person, key__startswith=f"remind/{times.week}/{call.unit.id}/").exists()


async def _just_nudged(call: Call, times: Times, now: datetime) -> bool:
    """Whether a person has been nudged a short while ago, for whichever unit."""
    mine = Outbox.filter(person=call.person, key__startswith=f"remind/{times.week}/")
    return await mine.filter(created_at__gt=utc(now - SPACING), created_at__lt=utc(now)).exists()


async def _nudged(call: Call, times: Times, office: Office) -> bool:
    """Whether a person has had as many nudges in this cycle as anybody may get, for whichever unit."""
    mine = Outbox.filter(person=call.person, key__startswith=f"remind/{times.week}/")
    return await mine.count() >= office.policy.nudges_per_cycle


async def spare(week: Week, unit: str, now: datetime, office: Office) -> None:
    """Take back the nudges that are written and not sent, when their unit has reported meanwhile."""
    waiting = [letter.id for letter in await untouched_letters(f"remind/{week}/{unit}/")]
    if waiting:
        state = await week_state(week, now, office.weekly, office.calendar)
        if unit not in state.missing:
            still = Outbox.filter(id__in=waiting, delivered_at=None, given_up_at=None, attempts=0, taken_by=None)
            await still.update(given_up_at=utc(now), trouble=wording.REPORTED_MEANWHILE)


async def spare_person(week: Week, person: Person, now: datetime) -> None:
    """Take back the nudges to somebody who has just said when the report will come."""
    await Outbox.filter(
        key__startswith=f"remind/{week}/", person=person, delivered_at=None, given_up_at=None, attempts=0, taken_by=None
    ).update(given_up_at=utc(now), trouble=wording.PROMISED_MEANWHILE)


async def spare_units(week: Week, unit: str, now: datetime) -> None:
    """Take back the nudges that are written and not sent, of a unit or, where none is named, of all."""
    waiting = Outbox.filter(key__startswith=f"remind/{week}/{unit}/" if unit else f"remind/{week}/")
    await waiting.filter(delivered_at=None, given_up_at=None, attempts=0, taken_by=None).update(
        given_up_at=utc(now), trouble=wording.PAUSED_MEANWHILE
    )


async def post_count(times: Times, office: Office, now: datetime) -> None:
    """How many units have reported, to each group, and the second call; a mention only where nothing else reaches."""
    _, unreachable = await nudge(times, office, now, SECOND_CALL)
    firm = False
    for group in await bound_groups():
        firm = firm or group.profile == Profile.FIRM.value
        if group.profile == Profile.RESTRAINED.value or not await _has_room(group, times.week, office):
            continue
        state = await week_state(times.week, now, office.weekly, office.calendar, group.scope)
        mentions = [call for call in unreachable if call.concerns(group)]
        text = wording.count(now, len(state.reported), len(state.missing), times.cutoff, len(mentions))
        people = tuple(dict.fromkeys(call.person.id for call in mentions))
        await Outbox.put(f"count/{times.week}/{group.id}", Reply(text, why=Why.COUNT, mentions=people), now, chat=group)
    if firm:
        await _names_to_office(times, office, now)


async def _names_to_office(times: Times, office: Office, now: datetime) -> None:
    """In a firm cycle the office hears at the second call who is missing, while there is time to telephone."""
    state = await week_state(times.week, now, office.weekly, office.calendar)
    calls = await open_calls(state, now)
    if not calls:
        return
    text = wording.still_missing([(call.unit.name, call.person.name, len(call.items)) for call in calls], now)
    await tell_office(f"still_missing/{times.week}", Reply(text, why=Why.OFFICE), now)


def _lines(call: Call) -> list[wording.Line]:
    """What is asked, each with what was last known of it."""
    found = []
    for item in call.items:
        known = item.node if item.node and item.node.last else item.standing
        said = known.last if item.node else item.standing.latest()
        status, percent = known.status, known.said.get("percent")
        found.append(
            wording.Line(
                item.standing.project.name,
                item.node.name if item.node else "",
                status.label if status else "",
                percent.value if percent else None,
                said.day if said else None,
                tuple(count.value for count in known.quantities().values() if said and count.day == said.day),
                known.due_on if known.status is not Status.DONE else None,
            )
        )
    return found
