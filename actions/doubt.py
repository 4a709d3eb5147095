"""What a report leaves open: one question to the speaker at most, and what two units say otherwise, to the office."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from actions.burden import ASKED
from actions.recorded import Recorded, Source, Stated
from language.empty_words import is_empty
from language.wording import common
from language.wording import doubt as wording
from language.wording import office as office_wording
from models.calendar import Week, day_of, utc
from models.change import Change
from models.mailbox import Outbox, Reply
from models.people import Unit, office_people
from models.project import Project
from models.report import Fact, Withdrawal
from models.standing import ProjectStanding, Said
from models.vocabulary import Status, Why

CONFLICT_WITHIN = timedelta(days=7)
"""What another unit said longer ago has simply moved on."""
UNCHANGED_WEEKS = 3
NOT_YET = {Status.NOT_STARTED.value, Status.IN_PROGRESS.value, Status.BLOCKED.value, Status.CONDITIONAL.value}
STUCK = {Status.NOT_STARTED.value, Status.BLOCKED.value}


async def question(source: Source, recorded: Recorded, week: Week) -> str | None:
    """The one question that this report leaves, put once; None where there is nothing to ask, as after most reports."""
    if source.correction:
        return None
    backwards = [each for each in recorded.stated if _goes_back(each) and not _by_another(each, source, recorded)]
    if backwards and await _first(backwards[0], "backwards", str(backwards[0].new), source):
        each = backwards[0]
        before = _before(each, recorded)
        return wording.backwards(
            await _name(each.project, each.node, recorded),
            common.value(each.key, each.old, source.today),
            before.day if before else None,
            common.value(each.key, each.new, source.today),
            source.today,
        )
    for report in recorded.reports:
        stated = Stated(report.project, report.node, "empty", None, None)
        mine = [each for each in recorded.stated if (each.project, each.node) == (report.project, report.node)]
        if is_empty(report.words, [each.key for each in mine]) and await _first(stated, "empty", str(week), source):
            return wording.empty()
    return await _long_unchanged(source, recorded, week)


def _goes_back(each: Stated) -> bool:
    """Whether a value has gone down that only goes up, or a finished node is open again."""
    if each.key == "status":
        return each.old == Status.DONE.value and each.new in NOT_YET
    if each.key in ("percent", "investment/total"):
        return each.old is not None and each.new < each.old
    return False


def _before(each: Stated, recorded: Recorded) -> Said | None:
    """What was said of the same thing before this message."""
    return recorded.before.get((each.project, each.node, each.key))


def _by_another(each: Stated, source: Source, recorded: Recorded) -> bool:
    """Whether what is contradicted was said by another unit, which makes it the office's affair."""
    before = _before(each, recorded)
    return before is not None and before.unit is not None and before.unit != source.unit


async def _first(each: Stated, kind: str, what: str, source: Source) -> bool:
    """Whether this is asked for the first time; it is asked by asking whether."""
    key = f"{ASKED}{kind}"
    rows = await Change.filter(project_id=each.project, node_id=each.node, key=key)
    mark = f"{source.unit}/{each.key}/{what}"
    if any(row.new == mark for row in rows):
        return False
    await Change.create(
        project_id=each.project,
        node_id=each.node,
        key=key,
        new=mark,
        person=source.person,
        message=source.message,
        at=utc(source.now),
    )
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
    """Where another unit has just said otherwise of the same, the office hears of both (N5)."""
    told: list[tuple[Stated, Said]] = []
    for each in recorded.stated:
        before = _before(each, recorded)
        if before is None or not _by_another(each, source, recorded) or source.correction:
            continue
        if source.now - before.said_at <= CONFLICT_WITHIN and (_goes_back(each) or _contradicts(each)):
            told.append((each, before))
    if told:
        await _write_to_office(told, source, recorded)


def _contradicts(each: Stated) -> bool:
    return each.key == "status" and each.old in STUCK and each.new == Status.DONE.value


async def _write_to_office(told: Sequence[tuple[Stated, Said]], source: Source, recorded: Recorded) -> None:
    units = {unit.id: unit.name for unit in await Unit.all()}
    lines = [
        office_wording.conflict(
            await _name(each.project, each.node, recorded),
            (units.get(before.unit or "", ""), before.day, common.value(each.key, each.old, source.today)),
            (units.get(source.unit or "", ""), common.value(each.key, each.new, source.today)),
            source.today,
        )
        for each, before in told
    ]
    for person in await office_people():
        key = f"conflict/{source.message.id}/{person.id}"
        await Outbox.put(key, Reply("\n".join(lines), why=Why.OFFICE), source.now, person=person)


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
