"""Recording what a message reported: facts, what they changed, whose report it was, and what follows from it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from actions import alert, commitment, doubt, escalation, issue, plan_change, reminder
from actions.recorded import Recorded, Source, Stated
from language.increments import split_counts
from language.understanding import Report
from language.understanding_json import investment_to_json, number, quantity_to_json, report_to_json
from models.calendar import Week, day_of, utc
from models.change import Change
from models.cycle import reporting_week, weeks_before
from models.mailbox import Inbox
from models.people import Person
from models.policy import HolidayMode, Office
from models.report import Fact, WeeklyReport, Withdrawal
from models.standing import ProjectStanding, Standing, owing_units, standings
from models.store.quick import Look, Row, insert
from models.vocabulary import Status
from models.weekly import cutoff_of, cycle_times, week_state


async def record_reports(source: Source, reports: Sequence[Report], office: Office) -> Recorded:
    """Record what a message states; call it inside the transaction that also holds the answer."""
    projects = list(dict.fromkeys(report.project for report in reports))
    found = await standings(source.now, projects)
    recorded = Recorded(reports, found, doubt.remember_before(found.values()))
    for report in reports:
        standing = recorded.standings[report.project]
        target = standing.nodes[report.node] if report.node else standing
        await _record_one(source, report, target, recorded)
        opened = await issue.open_from_report(source.message, source.person, report, source.now)
        recorded.opened += opened
        await alert.tell_of_unspoken(source.message, opened, source.person, source.now)
        if not opened:
            await alert.tell_of_return(source.message, report, source.person, source.now)
        alone = sum(bool(each.problems) for each in reports) == 1
        if not await escalation.note_vain(source.message, source.person, report, office, source.now, alone):
            await escalation.ask_for_help(opened, standing.project.name, source.person, source.now)
            if report.needs_help and not opened:
                recorded.helped |= await escalation.ask_again(
                    source.message, source.person, report, standing.project.name, source.now
                )
        recorded.requested += await plan_change.request_from_report(
            source.message, source.person, report, source.now, source.reference, source.proxied is not None
        )
        recorded.promised += await commitment.follow_report(
            source.message, source.person, report, source.promised, source.now, source.promiser
        )
    week = reporting_week(source.now, office.weekly, office.calendar)
    recorded.proxied = source.proxied
    recorded.late = await _cover(source, recorded, week, office)
    recorded.question = await doubt.question(source, recorded, week)
    await doubt.tell_conflicts(source, recorded)
    return recorded


async def _record_one(source: Source, report: Report, target: Standing, recorded: Recorded) -> None:
    """One fact a value, and one change where the value is another than before."""
    facts, changes = [], []
    for key, value in values_of(report):
        before = target.said.get(key)
        stated = Stated(report.project, report.node, key, before.value if before else None, value)
        recorded.stated.append(stated)
        facts.append(
            {
                "message_id": source.message.id,
                "person_id": source.person.id,
                "unit_id": source.unit,
                "project_id": report.project,
                "node_id": report.node,
                "key": key,
                "value": value,
                "words": report.words,
                "correction": source.correction,
                "said_at": utc(source.now),
                "recorded_at": utc(source.now),
            }
        )
        if stated.old != stated.new and value != Status.UNCHANGED.value:
            changes.append(change_of(stated, source.person, source.message, source.now))
    await insert(Fact, facts)
    await insert(Change, changes)


def change_of(stated: Stated, person: Person | None, message: Inbox | None, now: datetime) -> Row:
    """That a value became another, and by whom; not yet written down."""
    return {
        "project_id": stated.project,
        "node_id": stated.node,
        "key": stated.key,
        "old": stated.old,
        "new": stated.new,
        "person_id": person and person.id,
        "message_id": message and message.id,
        "at": utc(now),
    }


def values_of(report: Report) -> list[tuple[str, Any]]:
    """The (key, wire value) pairs of a report as facts keep them (`Fact.key`)."""
    wire = report_to_json(report)
    found: list[tuple[str, Any]] = [
        (key, wire[key]) for key in ("status", "percent", "done_on", "due_on", "problems", "needs_help") if key in wire
    ]
    for each in report.investments:
        money = investment_to_json(each)
        if "wan" in money:
            found.append((f"investment/{each.scope.value}", money["wan"]))
        if each.plan_percent is not None:
            found.append((f"share/{each.scope.value}", number(each.plan_percent)))
    totals, parts = split_counts(report.quantities, report.words)
    found += [(f"quantity/{each.unit}", quantity_to_json(each)) for each in totals]
    found += [(f"quantity/{each.unit}/part", quantity_to_json(each)) for each in parts]
    return found


async def _cover(source: Source, recorded: Recorded, week: Week, office: Office) -> bool:
    """Note for which units this message counts as the week's report; true where a first one came after the cut-off."""
    if source.last_week and not await _means_this_week(source, recorded, week, office):
        week = recorded.made_up = await _last_due(week, office)
    elif (late_for := await _just_missed(source, recorded, week, office)) is not None:
        week = late_for
    times = await cycle_times(week, office.weekly, office.calendar)
    on_time = times is None or source.now <= times.cutoff
    covered: set[str] = set()
    late = False
    moved = bool(source.reference) and source.person.is_office and source.proxied is None
    for project, standing in recorded.standings.items():
        nodes = [report.node for report in recorded.reports if report.project == project]
        for unit in () if moved else units_reported(source, standing, nodes):  # the office's plan is nobody's report
            covered.add(unit)
            late = late or not (on_time or await _was_in_time(week, unit, project))
            report = {
                "week": str(week),
                "unit_id": unit,
                "project_id": project,
                "person_id": source.person.id,
                "message_id": source.message.id,
                "said_at": utc(source.now),
                "on_time": on_time,
                "proxy": unit != source.person.unit_id,
            }
            await insert(WeeklyReport, [report])
    if times is not None and source.now >= times.notice:
        for unit in sorted(covered):
            await reminder.spare(week, unit, source.now, office)
    return late


async def _means_this_week(source: Source, recorded: Recorded, week: Week, office: Office) -> bool:
    """On days off behind the cut-off people call the week whose report they still owe 上周 already."""
    cutoff = await cutoff_of(week, office.weekly, office.calendar)
    if cutoff is None or source.now <= cutoff or office.calendar.is_workday(day_of(source.now)):
        return False
    return await _still_owes(source, recorded, week, office)


async def _still_owes(source: Source, recorded: Recorded, week: Week, office: Office) -> bool:
    """Whether a unit still owes a week what is reported here."""
    missing = (await week_state(week, source.now, office.weekly, office.calendar)).owed
    for project, standing in recorded.standings.items():
        nodes = [report.node for report in recorded.reports if report.project == project]
        if any(project in missing.get(unit, ()) for unit in units_reported(source, standing, nodes)):
            return True
    return False


async def _just_missed(source: Source, recorded: Recorded, week: Week, office: Office) -> Week | None:
    """The week before, where its cut-off was put off to this day and a unit still owed it what it reports now.

    So a report minutes after a cut-off on a Monday is late for its week, as one on a Friday is, and not early for the
    next; from the next day on it counts for the week in which it is made.
    """
    if office.weekly.holiday_mode not in (HolidayMode.LATER, HolidayMode.SECOND_LATER):
        return None
    for earlier in reversed(weeks_before(week)):
        times = await cycle_times(earlier, office.weekly, office.calendar)
        if times is None:
            continue
        if not times.cutoff < source.now or day_of(times.cutoff) != day_of(source.now):
            return None
        return earlier if await _still_owes(source, recorded, earlier, office) else None
    return None


_IN_TIME = Look(
    WeeklyReport,
    'SELECT 1 FROM "weekly_report" WHERE "week" = $1 AND "unit_id" = $2 AND "project_id" = $3 AND "on_time" = $4'
    " LIMIT 1",
)


async def _was_in_time(week: Week, unit: str, project: str) -> bool:
    """Whether a unit had reported on a project before the cut-off: what it adds later is not late."""
    return bool(await _IN_TIME.rows(str(week), unit, project, True))


async def _last_due(week: Week, office: Office) -> Week:
    """The week before that had a cut-off."""
    for earlier in reversed(weeks_before(week)):
        if await cutoff_of(earlier, office.weekly, office.calendar) is not None:
            return earlier
    return week


def units_reported(source: Source, standing: ProjectStanding, nodes: Sequence[str | None]) -> list[str]:
    """The units whose duty to report on a project a message fulfils.

    The unit it was made for; else the sender's own, where it owes a report on this project; else, as a proxy, the
    holders of the nodes that were named, or the lead of the project. Who reports for another unit may go on to what
    only their own owes (代林业局报…。我们自己的粮库没变化).
    """
    own, owing = source.person.unit_id, owing_units(standing)
    if source.proxied:
        theirs = source.proxied in owing or any(node and standing.nodes[node].unit == source.proxied for node in nodes)
        return [own] if own and own in owing and not theirs else [source.proxied]
    if own and own in owing:
        return [own]
    holders = [
        standing.nodes[node].unit or standing.project.lead_unit_id if node else standing.project.lead_unit_id
        for node in nodes
    ]
    return list(dict.fromkeys(unit for unit in holders if unit))


async def last_reported(person: Person, chat_address: str, now: datetime) -> Inbox | None:
    """The newest message of this person in this chat whose facts still count."""
    withdrawn = [each.message_id for each in await Withdrawal.filter(person=person).only("id", "message_id")]
    query = Inbox.filter(facts__person_id=person.id, chat_address=chat_address, sent_at__lte=utc(now))
    return await query.exclude(id__in=withdrawn or [0]).order_by("-sent_at", "-id").first()


LATELY = 3
"""So many messages back is looked for what a correction is of."""


async def reported_lately(
    person: Person, chat_address: str | None, since: datetime, now: datetime, most: int = LATELY
) -> list[Inbox]:
    """The last messages of this person in a chat, or (None) anywhere, whose facts still count, the newest first."""
    withdrawn = [each.message_id for each in await Withdrawal.filter(person=person).only("id", "message_id")]
    query = Inbox.filter(facts__person_id=person.id, sent_at__lte=utc(now))
    query = query if chat_address is None else query.filter(chat_address=chat_address)
    found = query.filter(sent_at__gte=utc(since)).exclude(id__in=withdrawn or [0])
    return await found.distinct().order_by("-sent_at", "-id").limit(most)


async def facts_of(message: Inbox) -> dict[tuple[str, str | None], dict[str, Any]]:
    """What a message reported, each value by its key, by (project, node)."""
    found: dict[tuple[str, str | None], dict[str, Any]] = {}
    for fact in await Fact.filter(message=message).order_by("id"):
        found.setdefault((fact.project_id, fact.node_id), {})[fact.key] = fact.value
    return found


async def withdraw(message: Inbox, person: Person, now: datetime) -> list[Fact]:
    """Take back everything a message reported; its facts stay readable but no longer count."""
    facts = await Fact.filter(message=message).order_by("id")
    await Withdrawal.create(message=message, person=person, at=utc(now))
    taken = [
        Stated(fact.project_id, fact.node_id, fact.key, fact.value, None)
        for fact in facts
        if fact.value != Status.UNCHANGED.value
    ]
    await insert(Change, [change_of(each, person, message, now) for each in taken])
    await issue.withdraw_from(message, now)
    await plan_change.withdraw_from(message, now)
    await commitment.withdraw_from(message, now)
    return facts
