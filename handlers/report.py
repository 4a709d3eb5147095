"""Taking a report: what was understood is recorded and told back in one compact message."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from actions.alias import note_names
from actions.dialogue import remember_subject
from actions.recorded import Recorded, Source
from actions.report import facts_of, record_reports, reported_lately, values_of
from handlers.turn import Turn
from language.aliases import likely_names
from language.discretion import speaks_of_petition
from language.ledger_orders import REFERENCE
from language.promises import promised_in, promiser_in
from language.proxies import proxied_unit
from language.requests import asks_about_last_week, decided_by, makes_up_for_last_week
from language.slips import corrected_figure, corrected_value, corrects, figures_besides, only_corrects, told_in_full
from language.understand import understand
from language.understanding import Ask, Nothing, Report, Reports, Understanding, Utterance
from language.wording import report as wording
from models.calendar import at
from models.mailbox import Inbox, Reply
from models.project import APPROVED
from models.refusal import Stranger
from models.report import Fact
from models.vocabulary import AskAbout, ProblemCategory, Role, Status

SLIPS_WITHIN = timedelta(days=7)
"""An older report is corrected with its project's name."""


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
    told = await Fact.filter(project_id=report.project, key__in=keys).order_by("-said_at", "-id").first()
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
    if not told or REFERENCE.search(turn.said):
        return ()  # what is said of a decision's number by those whom it does not concern
    source = Source(turn.message, person, turn.now, last_week=makes_up_for_last_week(turn.message.text))
    await record_reports(source, [Report(project, words=turn.said) for project in told], turn.office)
    await remember_subject(turn.chat, person, {"projects": list(told)}, turn.now)
    return (Reply(wording.heard(turn.lexicon.registry, told)),)


async def mend_slip(turn: Turn, understood: Understanding) -> Understanding:
    """A correction that names nothing (更正：应为21%) is read as of what its sender reported here last."""
    unread = isinstance(understood, Nothing | Ask)
    if turn.person is None or not corrects(turn.plain) or not (unread or only_corrects(turn.plain)):
        return understood
    value = corrected_value(turn.plain)
    address, since = turn.message.chat_address, turn.now - SLIPS_WITHIN
    if asks_about_last_week(turn.plain):
        since = min(since, at(turn.week.previous.monday, time()))
    named = set(turn.lexicon.sure_projects(turn.plain, turn.person.id))
    for message in await reported_lately(turn.person, address, since, turn.now) if value else ():
        fitting: dict[str, list[Report]] = {}
        for subject, keys in (await facts_of(message)).items():
            if named and subject[0] not in named:
                continue
            read = _corrected(turn, subject, told_in_full(value, keys))
            if {key for each in read for key, _ in values_of(each)} & set(keys):
                fitting.setdefault(subject[0], list(read))
        if len(fitting) > 1:
            fitting = await _of_wrong_value(turn, message, value, fitting) or fitting
        if len(fitting) > 1:
            return Ask(AskAbout.PROJECT, tuple(fitting))
        if fitting:
            return Reports(tuple(next(iter(fitting.values()))), correction=True)
    return understood


async def _of_wrong_value(
    turn: Turn, message: Inbox, value: str, fitting: dict[str, list[Report]]
) -> dict[str, list[Report]]:
    """Of several projects those of which the value that is called wrong was reported (1.35亿应为1.05亿)."""
    told = {(fact.project_id, fact.key, str(fact.value)) for fact in await Fact.filter(message=message)}
    found = {}
    for subject, keys in (await facts_of(message)).items():
        for wrong in figures_besides(turn.plain, value) if subject[0] in fitting else ():
            read = _corrected(turn, subject, told_in_full(wrong, keys))
            if any((subject[0], key, str(was)) in told for each in read for key, was in values_of(each)):
                found[subject[0]] = fitting[subject[0]]
    return found


def _corrected(turn: Turn, subject: tuple[str, str | None], told: str) -> tuple[Report, ...]:
    """What a correction says of a project or a node of it."""
    project = turn.lexicon.registry.projects[subject[0]]
    node = next((each.name for each in project.nodes if each.id == subject[1]), "")
    sender = turn.person.id if turn.person else None
    said = Utterance(f"更正：{project.name}{node}{told}", turn.now, sender=sender, about=(project.id,))
    read = understand(said, turn.lexicon)
    if not isinstance(read, Reports):
        return ()
    own = turn.message.text.strip()  # the source is what was written, not what it was read as
    return tuple(replace(each, words=own) for each in read.reports if each.project == project.id)


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
