"""Taking a report: what was understood is recorded and told back in one compact message."""

from actions.alias import note_names
from actions.calls import Office
from actions.dialogue import remember_subject
from actions.recorded import Recorded, Source
from actions.report import record_reports
from handlers.turn import Turn
from language.aliases import likely_names
from language.discretion import speaks_of_petition
from language.promises import promised_in, promiser_in
from language.requests import decided_by, makes_up_for_last_week, proxied_unit
from language.understanding import Reports
from language.wording import report as wording
from models.mailbox import Reply
from models.project import APPROVED
from models.refusal import Stranger
from models.vocabulary import ProblemCategory, Status


async def take_reports(turn: Turn, understood: Reports) -> tuple[Reply, ...]:
    """Record a report and answer with what was understood."""
    if turn.person is None:
        raise Stranger
    source = Source(
        turn.message,
        turn.person,
        turn.now,
        proxied=proxied_unit(turn.message.text, turn.lexicon),
        correction=understood.correction,
        last_week=makes_up_for_last_week(turn.message.text),
        promised=promised_in(turn.message.text, understood, turn.now, turn.lexicon.registry.festivals),
        reference=decided_by(turn.message.text),
        promiser=promiser_in(turn.message.text, understood, turn.lexicon),
    )
    settings = turn.settings
    office = Office(settings.policy, settings.weekly, settings.calendar)
    recorded = await record_reports(source, understood.reports, office)
    await remember_subject(turn.chat, turn.person, {"projects": list(recorded.standings)}, turn.now)
    await note_names(likely_names(turn.message.text, turn.lexicon), turn.now)
    echo = _echo(turn, recorded, understood.correction)
    text = f"{echo}\n{recorded.question}" if recorded.question else echo
    # What was said of petitions is not said again before others.
    unspoken = any(ProblemCategory.STABILITY in report.problems for report in understood.reports)
    return (Reply(text, private=unspoken or speaks_of_petition(turn.message.text)),)


def _echo(turn: Turn, recorded: Recorded, correction: bool) -> str:
    """The answer to a report."""
    registry = turn.lexicon.registry
    values = [(each.project, each.node, each.key, each.old, each.new) for each in recorded.stated]
    if correction:
        corrected = wording.corrected(registry, values, turn.today)
        moved = _plans(turn, recorded)
        return f"{corrected}\n{'；'.join(moved)}。" if moved else corrected
    mark = _mark(turn, recorded)
    if all(each.new == Status.UNCHANGED.value for each in recorded.stated):
        return wording.unchanged(registry, list(recorded.standings), mark)
    return wording.recorded(registry, values, turn.today, _extras(turn, recorded), mark)


def _mark(turn: Turn, recorded: Recorded) -> str:
    """What is unusual about a report: for which week it counts where that is not this one, late, for another unit."""
    unit = turn.lexicon.registry.units.get(recorded.proxied or "")
    return wording.mark(recorded.made_up, recorded.late, unit.name if unit else "")


def _extras(turn: Turn, recorded: Recorded) -> list[str]:
    """What follows from a report and the speaker should know."""
    extras = [wording.issue_opened(issue.number, issue.categories) for issue in recorded.opened]
    extras += _plans(turn, recorded)
    extras += [wording.promised(promise.due_on, turn.today) for promise in recorded.promised]
    if any(report.status is Status.DONE and report.done_on is None for report in recorded.reports):
        extras.append(wording.assumed_day(turn.today))
    return extras


def _plans(turn: Turn, recorded: Recorded) -> list[str]:
    """What became of the planned dates: asked for, or moved by the office with its reference."""
    return [
        wording.moved(change.old, change.new, change.reference, turn.today)
        if change.state == APPROVED
        else wording.postponement(change.old, change.new, turn.today)
        for change in recorded.requested
    ]
