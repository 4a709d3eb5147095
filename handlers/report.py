"""Taking a report: what was understood is recorded and told back in one compact message."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from actions.alias import note_names
from actions.dialogue import remember_subject
from actions.recorded import Recorded, Source
from actions.report import record_reports, values_of
from handlers.turn import Turn
from language.aliases import likely_names
from language.discretion import speaks_of_petition
from language.ledger_orders import REFERENCE
from language.promises import promised_in, promiser_in
from language.proxies import proxied_unit
from language.requests import announces_gathering, decided_by, makes_up_for_last_week
from language.slips import corrected_figure, corrects, counts_of, thing_in
from language.told_of import told_of
from language.understanding import Report, Reports
from language.wording import report as wording
from models.mailbox import Reply
from models.project import APPROVED
from models.refusal import Stranger
from models.report import Fact
from models.vocabulary import ProblemCategory, Role, Status


def _stands_in_for(turn: Turn) -> str | None:
    """The other unit that a report is made for; who reports for a colleague of their own unit reports for it anyhow."""
    unit = proxied_unit(turn.message.text, turn.lexicon)
    return None if turn.person is not None and unit == turn.person.unit_id else unit


async def take_reports(turn: Turn, understood: Reports) -> tuple[Reply, ...]:
    """Record a report and answer with what was understood."""
    if turn.person is None:
        raise Stranger
    source = Source(
        turn.message,
        turn.person,
        turn.now,
        proxied=_stands_in_for(turn),
        correction=understood.correction,
        last_week=makes_up_for_last_week(turn.message.text),
        promised=promised_in(turn.message.text, understood, turn.now, turn.lexicon.registry.festivals),
        reference=decided_by(turn.message.text),
        promiser=promiser_in(turn.message.text, understood, turn.lexicon, turn.person.unit_id),
    )
    told = () if understood.correction else understood.told
    reports = [await _as_told_before(each) if understood.correction else each for each in understood.reports]
    reports += [Report(project, words=turn.said) for project in told]
    recorded = await record_reports(source, reports, turn.office)
    await remember_subject(turn.chat, turn.person, {"projects": list(recorded.standings)}, turn.now)
    await note_names(likely_names(turn.message.text, turn.lexicon), turn.now)
    echo = _echo(turn, recorded, understood.correction, told)
    text = f"{echo}\n{recorded.question}" if recorded.question else echo
    # What was said of petitions is not said again before others.
    unspoken = any(ProblemCategory.STABILITY in report.problems for report in understood.reports)
    return (Reply(text, private=unspoken or speaks_of_petition(turn.message.text)),)


async def _as_told_before(report: Report) -> Report:
    """A correction as it is meant, given what was told before."""
    return await _open_again(await _at_its_node(report))


async def _at_its_node(report: Report) -> Report:
    """A correction of a figure alone (老街应该是29户) is of the node of which that figure was told last."""
    keys = [key for key, _ in values_of(report)]
    if report.node or not keys or not all(key == "percent" or key.startswith("quantity/") for key in keys):
        return report
    facts = Fact.filter(project_id=report.project, key__in=keys).order_by("-said_at", "-id")
    told = await facts.first()
    if told is not None and (thing := thing_in(report.words)):
        beside = await facts.filter(message_id=told.message_id)
        told = next((each for each in beside if counts_of(thing, each.value, each.words)), told)
    return replace(report, node=told.node_id) if told is not None and told.node_id else report


async def _open_again(report: Report) -> Report:
    """A correction by which something of a node is left (还有3户没签，不是完成) reopens one called done."""
    if not report.node or report.status is not None or not any(each.left for each in report.quantities):
        return report
    told = await Fact.filter(node_id=report.node, key="status").order_by("-said_at", "-id").first()
    done = told is not None and told.value == Status.DONE.value
    return replace(report, status=Status.IN_PROGRESS) if done else report


async def take_untold(turn: Turn, told: Sequence[str]) -> tuple[Reply, ...]:
    """A liaison has told of works of which nothing is kept: it counts as the week's report, so nobody asks again."""
    person = turn.person
    if person is None or person.role != Role.LIAISON.value:
        return ()
    if corrects(turn.plain) and (told or corrected_figure(turn.plain)):
        return (Reply(wording.nothing_to_correct()),)
    if not told or REFERENCE.search(turn.said) or announces_gathering(turn.plain):
        return ()  # what is said of a decision's number by those whom it does not concern
    source = Source(turn.message, person, turn.now, last_week=makes_up_for_last_week(turn.message.text))
    await record_reports(source, [Report(project, words=turn.said) for project in told], turn.office)
    await remember_subject(turn.chat, person, {"projects": list(told)}, turn.now)
    return (Reply(wording.heard(turn.lexicon.registry, told)),)


def hear_in_private(turn: Turn) -> tuple[Reply, ...]:
    """老旧小区三期那860万今天拨出去了, by whoever pays: who tells of a project in private is told that it came in."""
    person = turn.person
    if turn.chat.is_group or person is None or person.role != Role.LIAISON.value:
        return ()
    projects = told_of(turn.plain, turn.lexicon, person.id)
    return (Reply(wording.heard(turn.lexicon.registry, projects)),) if projects else ()


def _echo(turn: Turn, recorded: Recorded, correction: bool, told: Sequence[str] = ()) -> str:
    """The answer to a report."""
    registry = turn.lexicon.registry
    if recorded.only_moves_plans():
        of = {each.node: each.project for each in recorded.stated}
        lines = [
            wording.moved_of(registry, of[change.node_id], change.node_id, plan)
            for change, plan in zip(recorded.requested, _plans(turn, recorded), strict=True)
        ]
        return "\n".join(lines)
    values = [(each.project, each.node, each.key, each.old, each.new) for each in recorded.stated]
    if correction:
        corrected = wording.corrected(registry, values, turn.today)
        moved = _plans(turn, recorded)
        return f"{corrected}\n{'；'.join(moved)}。" if moved else corrected
    mark = _mark(turn, recorded)
    heard = [wording.heard_beside(registry, told)] if told else []
    if all(each.new == Status.UNCHANGED.value for each in recorded.stated):
        same = wording.unchanged(registry, [each for each in recorded.standings if each not in told], mark)
        return "\n".join([same, *heard])
    extras = _extras(turn, recorded)
    return wording.recorded(registry, values, turn.today, extras, mark, heard)


def _mark(turn: Turn, recorded: Recorded) -> str:
    """What is unusual about a report: for which week it counts where that is not this one, late, for another unit."""
    unit = turn.lexicon.registry.units.get(recorded.proxied or "")
    return wording.mark(recorded.made_up, recorded.late, unit.name if unit else "")


def _extras(turn: Turn, recorded: Recorded) -> list[str]:
    """What follows from a report and the speaker should know."""
    extras = [wording.issue_opened(issue.number, issue.categories) for issue in recorded.opened]
    extras += [wording.help_passed_on()] if recorded.helped else []
    extras += _plans(turn, recorded)
    extras += [wording.promised(promise.due_on, turn.today) for promise in recorded.promised]
    if any(_day_is_assumed(report, recorded, turn.today) for report in recorded.reports):
        extras.append(wording.assumed_day(turn.today))
    return extras


def _day_is_assumed(report: Report, recorded: Recorded, today: date) -> bool:
    """Whether something is done of which nobody has said on which day, now or before."""
    if report.status is not Status.DONE or report.done_on is not None:
        return False
    standing = recorded.standings[report.project]
    target = standing.nodes[report.node] if report.node else standing
    return "done_on" not in target.said and target.finished_on in (None, today)


def _plans(turn: Turn, recorded: Recorded) -> list[str]:
    """What became of the planned dates: asked for, or moved by the office with its reference."""
    return [
        wording.moved(change.old, change.new, change.reference, turn.today)
        if change.state == APPROVED
        else wording.postponement(change.old, change.new, turn.today)
        for change in recorded.requested
    ]
