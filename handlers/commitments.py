"""What is said of a promise behind a conditional approval and is no report of its node: kept, or to be put off."""

from datetime import date

from actions import commitment
from actions.recorded import Source
from actions.report import record_reports, values_of
from handlers.turn import Turn
from language.dates import find_dates
from language.promises import (
    hands_in,
    keeps_promise,
    makes_promise,
    postpones_promise,
    promised_day,
    puts_off,
    same_paper,
)
from language.understanding import Ask, Nothing, Report, Reports, Understanding
from language.wording import due as wording
from models.calendar import DAY
from models.commitment import Commitment
from models.mailbox import Reply
from models.permission import REPORTS
from models.vocabulary import Role


async def answer(turn: Turn, understood: Understanding) -> tuple[Reply, ...] | None:
    """Note that a promise is kept, or pass on that it is to be put off; None where nothing of the sort is said."""
    if turn.person is None or Role(turn.person.role) not in REPORTS:
        return None
    text = turn.message.text
    kept = keeps_promise(text)
    told = understood.told if isinstance(understood, Nothing) else ()
    if len(told) == 1 and makes_promise(text) and not kept:
        return await _of_paper(turn, told[0])
    later = postpones_promise(text) or (puts_off(text) and await _of_its_paper(turn))
    if not isinstance(understood, Nothing | Ask) and not (later and _only_a_day(understood)):
        return None
    if not (kept or later or hands_in(text)):
        return None
    found = await _meant(turn)
    if not found:
        return None
    if len(found) > 1:
        nodes = [each.node.name if each.node else "项目整体" for each in found]
        return (Reply(wording.which_promise(found[0].project.name, nodes)),)
    promise = found[0]
    subject = f"{promise.project.name}，{promise.node.name}" if promise.node else promise.project.name
    if later and not kept:
        new = promised_day(text, turn.now, turn.lexicon.registry.festivals) or _day_in(turn)
        if new is None or promise.due_on is None or new < promise.due_on + DAY:
            return None
        await commitment.ask_later(promise, new, turn.person, turn.message, turn.now)
        return (Reply(wording.later_noted(subject, promise.due_on, new, turn.today)),)
    await commitment.settle(promise, turn.message, turn.now)
    return (Reply(wording.kept(subject)),)


async def _of_paper(turn: Turn, project: str) -> tuple[Reply, ...]:
    """人防审批走容缺，承诺6月30日补齐: a promise of a paper that the plan does not know; it counts as a report, too."""
    assert turn.person is not None
    due = promised_day(turn.message.text, turn.now, turn.lexicon.registry.festivals)
    report = Report(project, words=turn.said)
    await record_reports(Source(turn.message, turn.person, turn.now), [report], turn.office)
    made = await commitment.of_paper(report, due, turn.person, turn.message, turn.now)
    return (Reply(wording.promise_noted(turn.lexicon.registry.projects[project].name, made.due_on, turn.today)),)


def _only_a_day(understood: Understanding) -> bool:
    """Whether nothing but a day is reported: the promise's, where the words speak of one."""
    if not isinstance(understood, Reports):
        return False
    return all(key == "due_on" for report in understood.reports for key, _ in values_of(report))


async def _of_its_paper(turn: Turn) -> bool:
    """Whether what is to come later is the paper of an open promise that is meant."""
    made = [each.message.text if each.message else each.words for each in await _meant(turn)]
    return any(same_paper(words, turn.message.text) for words in made)


async def _meant(turn: Turn) -> list[Commitment]:
    """The promises of the project that is named, of its node where one is named too; else the unit's only one."""
    assert turn.person is not None
    spans = turn.lexicon.projects(turn.message.text, turn.person.id)
    named = [span.candidates[0] for span in spans if len(span.candidates) == 1]
    if not named:
        own = await commitment.of_unit(turn.person.unit_id or "")
        return own if len(own) == 1 else []
    found = await commitment.open_of(named[0])
    of_node = [each for each in found if each.node and each.node.name in turn.message.text]
    return of_node or found


def _day_in(turn: Turn) -> date | None:
    """The last day that is named."""
    spans = find_dates(turn.message.text, turn.now, turn.lexicon.registry.festivals)
    days = [day for span in spans if (day := span.deadline())]
    return days[-1] if days else None
