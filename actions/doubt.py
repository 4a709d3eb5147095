"""What a report leaves open: one question to the speaker at most, and what two units say otherwise, to the office."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from actions.burden import ASKED
from actions.recorded import Recorded, Source, Stated
from actions.to_office import tell_office
from language.contradictions import contradictions
from language.empty_words import is_empty
from language.normalize import normalize
from language.wording import common
from language.wording import doubt as wording
from language.wording import office as office_wording
from models.calendar import Week, day_of, utc
from models.change import Change, changes_under
from models.mailbox import Reply
from models.people import Person, Unit
from models.project import Project
from models.report import Fact, Withdrawal
from models.standing import ProjectStanding, Said
from models.store.quick import insert
from models.vocabulary import Status, Why

CONFLICT_WITHIN = timedelta(days=7)
"""What another unit said longer ago has simply moved on."""
EVER = datetime(2000, 1, 1, tzinfo=UTC)
UNCHANGED_WEEKS = 3
MOST = 3
"""Doubts that are put in one question."""
CONFLICT = "conflict"
"""Key of a change that says that the office was told of two values, so that it is told once."""
NOT_YET = {Status.NOT_STARTED.value, Status.IN_PROGRESS.value, Status.BLOCKED.value, Status.CONDITIONAL.value}
OPEN = {Status.NOT_STARTED.value, Status.IN_PROGRESS.value}
STUCK = {Status.NOT_STARTED.value, Status.BLOCKED.value}


async def question(source: Source, recorded: Recorded, week: Week) -> str | None:
    """The one question that this report leaves, put once; None where there is nothing to ask, as after most reports."""
    against_itself = await _against_itself(source, recorded)
    if source.correction:
        return wording.together(against_itself) if against_itself else None
    back = await _gone_back(source, recorded)
    if len(back) == 1 and not against_itself:
        return await _ask_which(back[0], source, recorded)
    if back or against_itself:
        against_last = [await _one_of_several(each, source, recorded) for each in back]
        return wording.together((against_itself + against_last)[:MOST])
    for report in recorded.reports:
        stated = Stated(report.project, report.node, "empty", None, None)
        mine = [each for each in recorded.stated if (each.project, each.node) == (report.project, report.node)]
        if is_empty(report.words, [each.key for each in mine]) and await _first(stated, "empty", str(week), source):
            return wording.empty()
    return await _long_unchanged(source, recorded, week)


async def _against_itself(source: Source, recorded: Recorded) -> list[str]:
    """What the message says against itself, each told once."""
    text = normalize(source.message.text)
    found: list[str] = []
    for report in recorded.reports:
        standing = recorded.standings.get(report.project)
        total = standing.project.total_yuan if standing else None
        for each in contradictions(report, text, total, source.today):
            stated = Stated(report.project, report.node, each.clash.name.lower(), None, None)
            if await _first(stated, "itself", "/".join(map(str, each.figures)), source):
                found.append(wording.against_itself(await _name(report.project, report.node, recorded), each))
    return found


async def _gone_back(source: Source, recorded: Recorded) -> list[Stated]:
    """What has gone back since it was last told by the same unit, each asked about once."""
    found = []
    for each in recorded.stated:
        if _goes_back(each) or _year_shrank(each, source, recorded) or _done_before_open(each, source, recorded):
            if await _by_another_unit(each, source, recorded):
                continue
            if await _first(each, "backwards", str(each.new), source):
                found.append(each)
    return found


async def _one_of_several(each: Stated, source: Source, recorded: Recorded) -> str:
    return wording.against_last(*await _both_values(each, source, recorded))


async def _both_values(each: Stated, source: Source, recorded: Recorded) -> tuple[str, str, date | None, str, date]:
    """Of what two values were told: the one before, its day, and the one now."""
    before = _earlier(each, recorded)
    return (
        await _name(each.project, each.node, recorded),
        _told_before(each, before, source.today),
        before.day if before else None,
        common.value(each.key, each.new, source.today),
        source.today,
    )


def _told_before(each: Stated, before: Said | None, today: date) -> str:
    if each.old is None and before is not None:
        return common.value("status", before.value, today)
    return common.value(each.key, each.old, today)


async def _ask_which(each: Stated, source: Source, recorded: Recorded) -> str:
    """Which of two values is right, the one before or the one now."""
    before = _earlier(each, recorded)
    return wording.backwards(
        *await _both_values(each, source, recorded),
        colleague=before is not None and before.person not in (None, source.person.id),
    )


def _goes_back(each: Stated) -> bool:
    """Whether a value has gone down that only goes up, or a finished node is open again."""
    if each.old is None:
        return False
    if each.key == "status":
        return bool(each.old == Status.DONE.value and each.new in NOT_YET)
    if each.key in ("percent", "investment/total"):
        return bool(each.new < each.old)
    if each.key.startswith("quantity/") and not each.key.endswith("/part"):
        return bool(each.new.get("done", 0) < each.old.get("done", 0) and "done" in each.new)
    return False


def _year_shrank(each: Stated, source: Source, recorded: Recorded) -> bool:
    """Whether less is invested this year than was told before in the same year; a new year begins at nothing."""
    before = _before(each, recorded)
    if each.key != "investment/year" or each.old is None or before is None:
        return False
    return before.day.year == source.today.year and bool(each.new < each.old)


def _done_before_open(each: Stated, source: Source, recorded: Recorded) -> bool:
    """Whether something is said to have been done before the day on which the same person last told it as open."""
    told = _earlier(each, recorded)
    if each.key != "done_on" or each.old is not None or told is None or told.value not in OPEN:
        return False
    return told.person == source.person.id and date.fromisoformat(each.new) < told.day


def _earlier(each: Stated, recorded: Recorded) -> Said | None:
    """What was told before that is now told otherwise: the value, or for a day of an end the state."""
    if each.key == "done_on" and each.old is None:
        return recorded.before.get((each.project, each.node, "status"))
    return _before(each, recorded)


def _before(each: Stated, recorded: Recorded) -> Said | None:
    """What was said of the same thing before this message."""
    return recorded.before.get((each.project, each.node, each.key))


async def _by_another_unit(each: Stated, source: Source, recorded: Recorded) -> bool:
    """Whether what is contradicted was said by another unit, which makes it the office's affair.

    What a colleague of another unit reported on behalf of this one was said by that other unit.
    """
    before = _before(each, recorded)
    if before is None or before.unit is None:
        return False
    if before.unit != source.unit or before.person == source.person.id:
        return before.unit != source.unit
    speaker = await Person.get_or_none(id=before.person)
    return speaker is not None and speaker.unit_id != source.person.unit_id


async def _first(each: Stated, kind: str, what: str, source: Source) -> bool:
    """Whether this is asked for the first time; it is asked by asking whether."""
    return await _noted(each, f"{ASKED}{kind}", f"{source.unit}/{each.key}/{what}", source)


async def _noted(each: Stated, key: str, mark: str, source: Source, within: timedelta | None = None) -> bool:
    """Whether something is noted for the first time, ever or within a while; it stands in the changes from now on."""
    since = source.now - within if within else EVER
    if any(row.new == mark for row in await changes_under(each.project, each.node, key, since)):
        return False
    row = {
        "project_id": each.project,
        "node_id": each.node,
        "key": key,
        "new": mark,
        "person_id": source.person.id,
        "message_id": source.message.id,
        "at": utc(source.now),
    }
    await insert(Change, [row])
    return True


async def _long_unchanged(source: Source, recorded: Recorded, week: Week) -> str | None:
    """A project of which a unit has reported nothing but 无变化 for some weeks: why, asked once a standstill."""
    if any(each.new != Status.UNCHANGED.value for each in recorded.stated):
        return None
    still = []
    for project, standing in recorded.standings.items():
        since = await _standstill(project, source, week)
        if since is not None:
            stated = Stated(project, None, "unchanged", None, None)
            if await _first(stated, "unchanged", since.isoformat(), source):
                still.append(standing.project.name)
    return wording.unchanged(still, UNCHANGED_WEEKS) if still else None


async def _standstill(project: str, source: Source, week: Week) -> date | None:
    """The last day on which anything else was said by this unit; None where that is not so many weeks ago."""
    gone = [each.message_id for each in await Withdrawal.all().only("id", "message_id")]
    facts = Fact.filter(project_id=project, unit_id=source.unit, said_at__lte=utc(source.now))
    weeks: dict[Week, bool] = {}
    last_moved = date.min
    for fact in await facts.order_by("said_at"):
        if fact.message_id in gone:
            continue
        same = fact.value == Status.UNCHANGED.value
        told = Week.of(day_of(fact.said_at))
        weeks[told] = weeks.get(told, True) and same
        if not same:
            last_moved = day_of(fact.said_at)
    streak = 0
    for told in sorted(weeks, reverse=True):
        if not weeks[told]:
            break
        streak += 1
    return last_moved if streak >= UNCHANGED_WEEKS else None


async def tell_conflicts(source: Source, recorded: Recorded) -> None:
    """Where another unit has just said otherwise of the same, the office hears of both (N5), once.

    Two liaisons of one unit are asked to look at it themselves first; when they go on, the office hears of that too.
    """
    told: list[tuple[Stated, Said]] = []
    for each in recorded.stated:
        before = _before(each, recorded)
        if before is None or source.correction or source.now - before.said_at > CONFLICT_WITHIN:
            continue
        if await _concerns_office(each, before, source, recorded) and await _untold(each, before, source):
            told.append((each, before))
    if told:
        await _write_to_office(told, source, recorded)


async def _concerns_office(each: Stated, before: Said, source: Source, recorded: Recorded) -> bool:
    if await _by_another_unit(each, source, recorded):
        return _goes_back(each) or _contradicts(each) or (each.key == "done_on" and each.old not in (None, each.new))
    return before.person != source.person.id and each.old != each.new and await _asked_before(each, source)


async def _asked_before(each: Stated, source: Source) -> bool:
    """Whether one of the unit has just been asked to look at this and it is said otherwise again."""
    rows = await changes_under(each.project, each.node, f"{ASKED}backwards", source.now - CONFLICT_WITHIN)
    start = f"{source.unit}/{each.key}/"
    return any(str(row.new).startswith(start) and row.message_id != source.message.id for row in rows)


async def _untold(each: Stated, before: Said, source: Source) -> bool:
    """Whether the office has yet to hear of these two values; it is noted by asking whether."""
    mark = f"{each.key}/{'/'.join(sorted((str(each.old), str(each.new))))}"
    return await _noted(each, CONFLICT, mark, source, within=CONFLICT_WITHIN)


def _contradicts(each: Stated) -> bool:
    return each.key == "status" and each.old in STUCK and each.new == Status.DONE.value


async def _write_to_office(told: Sequence[tuple[Stated, Said]], source: Source, recorded: Recorded) -> None:
    units = {unit.id: unit.name for unit in await Unit.all()}
    people = {person.id: person for person in await Person.filter(id__in=[said.person for _, said in told])}
    lines = []
    for each, before in told:
        then = people.get(before.person or "")
        lines.append(
            office_wording.conflict(
                await _name(each.project, each.node, recorded),
                (_who(then, before.unit, source, units), before.day, common.value(each.key, each.old, source.today)),
                (
                    _who(source.person, source.unit, source, units, then),
                    common.value(each.key, each.new, source.today),
                ),
                source.today,
                one_unit=then is not None and then.unit_id == source.person.unit_id,
            )
        )
    await tell_office(f"conflict/{source.message.id}", Reply("\n".join(lines), why=Why.OFFICE), source.now)


def _who(
    person: Person | None, unit: str | None, source: Source, units: Mapping[str, str], other: Person | None = None
) -> str:
    """Whose word it is: the unit, on whose behalf if another, and by name where two of one unit disagree."""
    own = person.unit_id if person else unit
    name = units.get(own or unit or "", "")
    if own != unit and unit:
        return f"{name}{common.ON_BEHALF}{units.get(unit, '')}"
    against = other or source.person
    if person is not None and against.id != person.id and against.unit_id == person.unit_id:
        return f"{name}{person.name}"
    return name


async def _name(project: str, node: str | None, recorded: Recorded) -> str:
    standing: ProjectStanding | None = recorded.standings.get(project)
    if standing is None:
        return (await Project.get(id=project)).name
    return f"{standing.project.name}，{standing.nodes[node].name}" if node else standing.project.name


def remember_before(standings: Iterable[ProjectStanding]) -> dict[tuple[str, str | None, str], Said]:
    """Every value as it was before a message, with who said it."""
    found: dict[tuple[str, str | None, str], Said] = {}
    for standing in standings:
        found |= {(standing.project.id, None, key): said for key, said in standing.said.items()}
        for node in standing.nodes.values():
            found |= {(standing.project.id, node.id, key): said for key, said in node.said.items()}
    return found
