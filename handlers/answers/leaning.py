"""Questions that lean on the last subject: why that colour, on what ground, what comes next, shorter, longer."""

from collections.abc import Iterable
from dataclasses import replace

from handlers.answers import colors, problems, status
from handlers.answers.scope import Scope, scope_of
from handlers.quoting import Quotes, about_people, may_be_named
from handlers.turn import Turn
from language.understanding import Query
from language.wording import common
from language.wording.answers import leaning as wording
from models.issue import open_issues
from models.mailbox import Reply
from models.people import Person
from models.project import APPROVED, PlanChange
from models.standing import ProjectStanding, Said
from models.vocabulary import Aspect, Color, NodeKind, Topic

nothing_spoken_of = wording.nothing_spoken_of


async def why(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """The rule and the node that decide a colour, and what is known to be stuck."""
    scope = await scope_of(turn, query)
    policy = turn.office.policy
    lines = []
    for standing in scope.found.values():
        color, node = standing.color(scope.today, policy)
        if query.colors and color not in query.colors and len(scope.found) > 1:
            continue
        asked = [each for each in standing.nodes.values() if each.kind in query.node_kinds]
        if asked and all(each.finished_on for each in asked):
            lines += [
                wording.finished(standing.project.name, each.name, each.finished_on, each.planned, scope.today)
                for each in asked
            ]
            continue
        months = policy.red_months if color.value == "red" else policy.yellow_months
        named = (node.name, node.planned, scope.unit(node.unit or standing.project.lead_unit_id)) if node else None
        lines.append(wording.why(standing.project.name, color, named or _passed(standing, scope), months, scope.today))
        issues = await open_issues(scope.moment, [standing.project.id])
        if not issues and query.topic is Topic.PROBLEMS:
            lines[-1] += wording.no_problems()
            last = await _last_words(turn, standing)
            lines += [last] if last else []
        quotes = await Quotes.of(turn, [issue.message_id for issue in issues])
        for issue in (each for each in issues if may_be_named(turn, each.categories)):
            words = quotes.words(issue.words, issue.message_id, about_people=about_people(issue.categories))
            lines.append(wording.problem(issue.number, issue.categories, words))
    return (Reply("\n".join(lines[: policy.answer_lines])),)


def _passed(standing: ProjectStanding, scope: Scope) -> wording.Named | None:
    """The open node that is late for the longest, though not for so long that it gives a colour."""
    dated = [node for node in standing.open_nodes() if node.planned and node.planned < scope.today]
    node = min(dated, key=lambda each: (each.planned or scope.today, each.id), default=None)
    return (node.name, node.planned, scope.unit(node.unit or standing.project.lead_unit_id)) if node else None


async def _last_words(turn: Turn, standing: ProjectStanding) -> str:
    """What was last told, in the words in which it was: no problem is known, but these may say what is lacking."""
    said = standing.latest()
    if said is None or not said.words:
        return ""
    quotes = await Quotes.of(turn, [said.message])
    return wording.last_told(quotes.words(said.words, said.message, about_people=False), said.day, turn.today)


async def why_many(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """What decides the colours of the projects that a question chooses, and which problems stand open there."""
    plain = replace(query, aspect=None)
    told = await colors.answer(_with_room(turn, FEW_LINES), plain)
    if query.topic is not Topic.PROBLEMS:
        return told
    late = replace(plain, projects=tuple(await colors.chosen(turn, plain))) if query.colors else plain
    if query.colors and not late.projects:
        return told
    stuck = await problems.answer(_with_room(turn, FEW_LINES), late)
    return (replace(told[0], text=f"{told[0].text}\n{stuck[0].text}"),)


def _is_acquisition(values: Iterable[str], standing: ProjectStanding) -> bool:
    """Whether values are of a node about land and houses."""
    nodes = [node.name for node in standing.nodes.values() if node.kind is NodeKind.ACQUISITION]
    return any(value.startswith(name) for value in values for name in nodes)


MOST_GROUNDS = 3


async def source(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """For the figures that were said: unit, title, time and words of each, and where a late plan is from."""
    scope = await scope_of(turn, replace(query, units=(), categories=()) if query.projects else query)
    people = {person.id: person for person in await Person.all()}
    lines: list[str] = [] if scope.found else [nothing_spoken_of()]
    for standing in scope.found.values():
        grounds = _grounds(standing, turn)
        if not grounds:
            lines.append(wording.source(standing.project.name, (), "", None, "", turn.today))
        quotes = await Quotes.of(turn, [said.message for said, _ in grounds])
        for said, values in grounds:
            who = common.speaker(scope.unit(said.unit), people.get(said.person or ""))
            words = quotes.words(said.words, said.message, about_people=_is_acquisition(values, standing))
            line = wording.source(standing.project.name, values, who, said.said_at, words, turn.today)
            lines.append(line if words or said.message is None else wording.not_repeated(line))
        color, node = standing.color(scope.today, turn.office.policy)
        if node is not None and node.planned is not None and color is not Color.GREEN:
            changes = PlanChange.filter(node_id=node.id, state=APPROVED).order_by("-decided_at")
            change = await changes.first()
            lines.append(wording.plan_source(node.name, node.planned, change.reference if change else "", turn.today))
    return (Reply("\n".join(lines[: turn.office.policy.answer_lines])),)


def _grounds(standing: ProjectStanding, turn: Turn) -> list[tuple[Said, tuple[str, ...]]]:
    """The clauses behind what is known of a project, the newest first, each with the values that it gave."""
    found: dict[tuple[int, str], tuple[Said, list[str]]] = {}
    holders = [("", standing.said), *((node.name, node.said) for node in standing.nodes.values())]
    for name, values in holders:
        for key, said in values.items():
            if key not in ("needs_help", "problems"):
                words = found.setdefault((said.message or -said.fact, said.words), (said, []))[1]
                words.append(f"{name}{common.value(key, said.value, turn.today)}")
    ordered = sorted(found.values(), key=lambda each: (each[0].said_at, each[0].fact), reverse=True)
    last = standing.latest()
    if not ordered and last is not None:
        return [(last, ())]
    return [(said, tuple(words)) for said, words in ordered[:MOST_GROUNDS]]


def by_the_records(turn: Turn) -> str:
    """On what an answer about many rests, before it is told once more."""
    return wording.by_the_records(turn.today)


async def following(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """The open node that is planned next."""
    scope = await scope_of(turn, query)
    lines = []
    for standing in scope.found.values():
        dated = sorted(
            (node for node in standing.open_nodes() if node.planned),
            key=lambda node: (node.planned or scope.today, node.id),
        )
        node = dated[0] if dated else None
        named = (node.name, node.planned, scope.unit(node.unit or standing.project.lead_unit_id)) if node else None
        lines.append(wording.following(standing.project.name, named, scope.today))
    return (Reply("\n".join(lines[: turn.office.policy.answer_lines])),)


async def shorter(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """The conclusion alone."""
    scope = await scope_of(turn, query)
    cards = [await status.card(each, scope, turn) for each in scope.found.values()]
    return (Reply(wording.shorter(cards, scope.today)),)


async def longer(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """Everything that is known; in a group the full length goes to the asker alone."""
    scope = await scope_of(turn, query)
    cards = [await status.card(each, scope, turn) for each in scope.found.values()]
    full = wording.longer(cards, scope.today)
    if turn.chat.is_group and full.count("\n") >= turn.office.policy.answer_lines:
        return (Reply(wording.sent_privately()), Reply(full, private=True))
    return (Reply(full),)


MOST_LINES = 40
"""So many lines a full answer may have, which in a group goes to the asker alone."""


FEW_LINES = 4
"""So many of each of the two parts of an answer."""


def roomier(turn: Turn) -> Turn:
    """The same turn with room for a long answer."""
    return _with_room(turn, MOST_LINES)


def _with_room(turn: Turn, lines: int) -> Turn:
    policy = replace(turn.office.policy, answer_lines=lines)
    return replace(turn, office=replace(turn.office, policy=policy))


def again(turn: Turn, query: Query, replies: tuple[Reply, ...]) -> tuple[Reply, ...]:
    """The last answer once more: its conclusion alone, or all of it."""
    text = replies[0].text
    if query.aspect is Aspect.SHORTER:
        return (Reply(text.partition("\n")[0]),)
    if turn.chat.is_group and text.count("\n") >= turn.office.policy.answer_lines and not replies[0].private:
        return (Reply(wording.sent_privately()), replace(replies[0], private=True))
    return replies


async def other_one(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """The same question of what was named: a status where nothing else was asked."""
    return await status.answer(turn, replace(query, aspect=None))
