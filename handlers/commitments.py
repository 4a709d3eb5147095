"""What is said of a promise behind a conditional approval and is no report of its node: kept, or to be put off."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from actions import commitment
from actions.recorded import Source
from actions.report import record_reports, values_of
from handlers.report import take_reports
from handlers.slips import SLIPS_WITHIN
from handlers.turn import Turn
from language.dates import find_dates
from language.plan_verdicts import refuses_date
from language.promises import (
    cannot_keep,
    gets_paper,
    gives_only_a_day,
    grants,
    grants_node,
    hands_in,
    hands_over,
    keeps_promise,
    makes_promise,
    paper_in,
    postpones_promise,
    promised_day,
    puts_off,
    same_paper,
    speaks_of_lack,
    speaks_of_promise,
)
from language.same_matter import names_around
from language.slips import corrects
from language.understanding import Ask, Command, Nothing, Query, Report, Reports, Understanding
from language.wording import due as wording
from models.calendar import DAY
from models.commitment import Commitment
from models.mailbox import Reply
from models.permission import REPORTS
from models.vocabulary import ProblemCategory, Role, Status


async def answer(turn: Turn, understood: Understanding) -> tuple[Reply, ...] | None:
    """Note that a promise is kept, or pass on that it is to be put off; None where nothing of the sort is said."""
    if turn.person is None or Role(turn.person.role) not in REPORTS:
        return None
    text = turn.message.text
    if (due := await _when(turn, understood)) is not None:
        return due
    kept = keeps_promise(text)
    if (papers := _unplanned(turn, understood)) and not kept and not postpones_promise(text):
        return await _of_papers(turn, understood, papers)
    if (got := await _paper_got(turn)) is not None and not (makes_promise(text) and not kept):
        return await _settled(turn, understood, got)
    later = postpones_promise(text) or (
        puts_off(text) and (cannot_keep(text) or speaks_of_lack(text) or await _of_its_paper(turn))
    )
    lacking = hands_in(text) and not grants_node(text) and await _only_papers(understood)
    if (put_right := await _put_right(turn, understood)) is not None:
        return put_right
    given = (hands_in(text) or hands_over(text)) and not grants_node(text)
    beside = isinstance(understood, Reports) and (kept or (given and not lacking and await _of_its_paper(turn)))
    if (
        not isinstance(understood, Nothing | Ask)
        and not (later and _only_a_day(understood))
        and not lacking
        and not beside
    ):
        return None
    over = hands_over(text) and not grants_node(text) and await _of_its_paper(turn)
    refused = turn.person.is_office and refuses_date(text) and speaks_of_promise(text)
    if not (kept or later or hands_in(text) or over or refused):
        return None
    found = await _meant(turn)
    if not found:
        return None
    if len(found) > 1:
        nodes = [each.node.name if each.node else "项目整体" for each in found]
        return (Reply(wording.which_promise(found[0].project.name, nodes)),)
    promise = found[0]
    await _count(turn, promise)
    if turn.person.is_office and refuses_date(text) and not kept:
        await commitment.refuse_later(promise, turn.person, turn.message, turn.now)
        return (Reply(wording.later_refused(promise.subject, promise.due_on, turn.today)),)
    if later and not kept:
        new = promised_day(text, turn.now, turn.lexicon.registry.festivals) or _day_in(turn)
        if new is None or (promise.due_on is not None and new < promise.due_on + DAY):
            return None
        if turn.person.is_office and grants(text):
            await commitment.put_off(promise, new, turn.person, turn.message, turn.now)
            return (Reply(wording.put_off(promise.subject, new, turn.today)),)
        if promise.due_on is None:
            return None
        await commitment.ask_later(promise, new, turn.person, turn.message, turn.now)
        return (Reply(wording.later_noted(promise.subject, promise.due_on, new, turn.today)),)
    rest = _besides(understood) if beside else None
    reports = await take_reports(turn, rest) if rest is not None else ()
    await commitment.settle(promise, turn.message, turn.now)
    lines = [*(each.text for each in reports), wording.kept(promise.subject)]
    return (Reply("\n".join(lines), private=any(each.private for each in reports)),)


def _besides(understood: Understanding) -> Reports | None:
    """What a message tells of works besides a kept promise; that all goes on is nothing."""
    if not isinstance(understood, Reports):
        return None
    goes_on = (Status.IN_PROGRESS.value, Status.CONDITIONAL.value)
    told = [
        each
        for each in understood.reports
        if any((key, str(was)) not in [("status", one) for one in goes_on] for key, was in values_of(each))
    ]
    return replace(understood, reports=tuple(told)) if told else None


async def _put_right(turn: Turn, understood: Understanding) -> tuple[Reply, ...] | None:
    """更正，方案是8月21日前报，不是14日: the speaker's own promise gets the day that it should have had."""
    assert turn.person is not None
    if not corrects(turn.plain) or not (isinstance(understood, Nothing | Ask) or _only_a_day(understood)):
        return None
    day = promised_day(turn.plain, turn.now, turn.lexicon.registry.festivals)
    since = turn.now - SLIPS_WITHIN
    made = await commitment.told_by(turn.person, since, turn.lexicon.sure_projects(turn.plain)) if day else []
    if len(made) > 1:
        made = [each for each in made if _of_paper_in(turn, each)]
    if len(made) != 1 or day is None:
        return None
    promise = made[0]
    await commitment.set_day(promise, day)
    return (Reply(wording.day_noted(promise.subject, day, turn.today)),)


async def _count(turn: Turn, promise: Commitment) -> None:
    """What a liaison tells of a promise is told of its project this week: nobody asks for it again."""
    assert turn.person is not None
    if turn.person.role == Role.LIAISON.value:
        source = Source(turn.message, turn.person, turn.now)
        await record_reports(source, [Report(promise.project_id, words=turn.said)], turn.office)


async def _when(turn: Turn, understood: Understanding) -> tuple[Reply, ...] | None:
    """下周五前, after it was asked until when what was promised just now is to come."""
    assert turn.person is not None
    if isinstance(understood, Reports) and not _only_a_day(understood):
        return None
    day = gives_only_a_day(turn.plain, turn.now, turn.lexicon.registry.festivals)
    promise = await commitment.without_day(turn.person, turn.now, turn.office) if day is not None else None
    if promise is None or day is None:
        return None
    await commitment.set_day(promise, day)
    return (Reply(wording.day_noted(promise.subject, day, turn.today)),)


async def _paper_got(turn: Turn) -> Commitment | None:
    """The promise of a paper that no node stands for, and which is told to be there now (施工许可证领到了)."""
    meant = await _meant(turn)
    names = {each.project_id: list(names_around(each.project_id, turn.lexicon)) for each in meant}
    papers = [each for each in meant if each.node_id is None]
    got = [each for each in papers if gets_paper(turn.plain, paper_in(each.words, names[each.project_id]))]
    return got[0] if len(got) == 1 else None


async def _settled(turn: Turn, understood: Understanding, promise: Commitment) -> tuple[Reply, ...]:
    """What else is told is recorded, and the promise is kept."""
    rest = _besides(understood)
    reports = await take_reports(turn, rest) if rest is not None else ()
    if rest is None or all(each.project != promise.project_id for each in rest.reports):
        await _count(turn, promise)
    await commitment.settle(promise, turn.message, turn.now)
    paper = paper_in(promise.words, list(names_around(promise.project_id, turn.lexicon)))
    said = wording.kept(f"{promise.subject}{paper}")
    return (Reply("\n".join([*(each.text for each in reports), said]), private=any(each.private for each in reports)),)


def _unplanned(turn: Turn, understood: Understanding) -> dict[str, str]:
    """The projects of which a paper that the plan does not know is let off for now, each with the words that say so."""
    text = turn.said
    if not makes_promise(text) or isinstance(understood, Query | Command):
        return {}
    planned = understood.reports if isinstance(understood, Reports) else ()
    if any(each.status is Status.CONDITIONAL for each in planned):
        return {}
    known = list(dict.fromkeys(each.project for each in planned)) or list(getattr(understood, "told", ()))
    found: dict[str, str] = {}
    for sentence in re.split(r"[。；;\n]", text):
        if not makes_promise(sentence):
            continue
        assert turn.person is not None
        named = turn.lexicon.sure_projects(sentence, turn.person.id) or known
        if len(named) == 1:
            found[named[0]] = f"{found[named[0]]}；{sentence}" if named[0] in found else sentence
    return found


async def _of_papers(turn: Turn, understood: Understanding, papers: Mapping[str, str]) -> tuple[Reply, ...]:
    """人防审批走容缺，承诺6月30日补齐: a promise of a paper that the plan does not know; it counts as a report, too."""
    assert turn.person is not None
    replies = await take_reports(turn, understood) if isinstance(understood, Reports) else ()
    lines = [each.text for each in replies]
    for project, words in papers.items():
        due = promised_day(words, turn.now, turn.lexicon.registry.festivals)
        report = Report(project, words=words.strip(" ，,"))
        if not isinstance(understood, Reports) or all(each.project != project for each in understood.reports):
            await record_reports(Source(turn.message, turn.person, turn.now), [report], turn.office)
        made = await commitment.of_paper(report, due, turn.person, turn.message, turn.now)
        paper = paper_in(words, list(names_around(project, turn.lexicon)))
        name = turn.lexicon.registry.projects[project].name
        lines.append(wording.promise_noted(name, made.due_on, turn.today, paper))
    return (Reply("\n".join(lines), private=any(each.private for each in replies)),)


async def _only_papers(understood: Understanding) -> bool:
    """Whether all that is told done is a node with an open promise: its paper has come (总平面图补交了), not it."""
    if not isinstance(understood, Reports) or any(each.status is not Status.DONE for each in understood.reports):
        return False
    nodes = [{one.node_id for one in await commitment.open_of(each.project)} for each in understood.reports]
    return all(each.node in known for each, known in zip(understood.reports, nodes, strict=True))


def _only_a_day(understood: Understanding) -> bool:
    """Whether nothing but a day is reported, or that a paper lacks: the promise's, where the words speak of one."""
    if not isinstance(understood, Reports):
        return False
    lacks = {ProblemCategory.APPROVAL, ProblemCategory.DESIGN, ProblemCategory.OTHER}
    papers = all(lacks.issuperset(report.problems) for report in understood.reports)
    return papers and all(
        key in ("due_on", "problems") for report in understood.reports for key, _ in values_of(report)
    )


async def _of_its_paper(turn: Turn) -> bool:
    """Whether what is to come later is the paper of an open promise that is meant."""
    return any(_of_paper_in(turn, each) for each in await _meant(turn))


def _of_paper_in(turn: Turn, promise: Commitment) -> bool:
    """Whether a message speaks of the paper that a promise was made for."""
    words = promise.message.text if promise.message else promise.words
    return same_paper(words, turn.message.text, tuple(names_around(promise.project_id, turn.lexicon)))


async def _meant(turn: Turn) -> list[Commitment]:
    """The promises of the project that is named, of its node where one is named too; else the unit's only one."""
    assert turn.person is not None
    named = turn.lexicon.sure_projects(turn.message.text, turn.person.id)
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
