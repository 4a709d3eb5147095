"""What was told of the wrong project (发错项目了，是体育公园的): taken back there and recorded where it belongs."""

from dataclasses import replace
from typing import Any

from actions.report import facts_of
from handlers import command, report
from handlers.slips import RESTATED_WITHIN
from handlers.turn import Turn
from language.misnaming import meant_project, misnamed, tells_anew
from language.normalize import normalize
from language.slips import behind_name, places_otherwise, told_again
from language.understand import understand
from language.understanding import Report, Reports, Understanding, Utterance
from language.wording import report as report_wording
from models.calendar import utc
from models.mailbox import Inbox, Reply
from models.people import Person
from models.vocabulary import ChatKind


async def answer(turn: Turn, understood: Understanding) -> tuple[Reply, ...] | None:
    """The sender's message before, read as of the project it was meant for; None where that is not said or not sure."""
    person = turn.person
    if anew := await _told_anew(turn, understood):
        return anew
    slip = misnamed(turn.plain)
    if person is None or not (slip or places_otherwise(turn.plain)):
        return None
    before = await _message_before(turn)
    if before is None:
        return None
    told = await facts_of(before)
    wrong = {project for project, _ in told} or set(turn.lexicon.sure_projects(normalize(before.text), person.id))
    right = [each for each in turn.lexicon.sure_projects(turn.plain, person.id) if each not in wrong]
    meant = None
    if slip and len(wrong) == 1:
        meant = meant_project(slip, next(iter(wrong)), person.id, turn.lexicon)
        right = [meant] if meant else right if places_otherwise(turn.plain) else []
    if len(right) != 1 or len(wrong) != 1:
        return None
    for said in (
        _by_its_facts(turn, person, right[0], told),
        _renamed(turn, person, before, next(iter(wrong)), right[0]),
    ):
        if reports := _read(turn, person, said, right[0]):
            gone = await command.undone(turn) if told else ""
            replies = await report.take_reports(turn, Reports(tuple(reports)))
            return tuple(replace(each, text=f"{gone}\n{each.text}".strip()) for each in replies)
    if slip and meant and told and (gone := await command.undone(turn)):
        # Of the other project nothing of it can be kept; what its sender has denied does not stay all the same.
        return (Reply(f"{gone}\n{report_wording.heard(turn.lexicon.registry, right)}"),)
    return None


async def _told_anew(turn: Turn, understood: Understanding) -> tuple[Reply, ...]:
    """打错了，是游客中心图审合格, right behind what was told of another project: that is taken back, this recorded."""
    if turn.person is None or not isinstance(understood, Reports) or not tells_anew(turn.plain):
        return ()
    before = await _message_before(turn)
    told = {project for project, _ in await facts_of(before)} if before else set()
    if len(told) != 1 or told & {each.project for each in understood.reports}:
        return ()
    gone = await command.undone(turn)
    if not gone:
        return ()
    replies = await report.take_reports(turn, replace(understood, correction=False))
    return tuple(replace(each, text=f"{gone}\n{each.text}") for each in replies)


async def _message_before(turn: Turn) -> Inbox | None:
    """The last of the sender's messages here that told of a project; 哦 and 收到 in between count for nothing."""
    message, sender = turn.message, turn.person.id if turn.person else None
    same = Inbox.filter(platform=message.platform, chat_address=message.chat_address)
    mine = same.filter(sender_address=message.sender_address, sent_at__gte=utc(turn.now - RESTATED_WITHIN))
    for each in await mine.filter(sent_at__lte=utc(turn.now), id__lt=message.id).order_by("-sent_at", "-id").limit(3):
        if await facts_of(each) or turn.lexicon.sure_projects(normalize(each.text), sender):
            return each
    return None


def _by_its_facts(turn: Turn, person: Person, project: str, told: dict[tuple[str, str | None], dict[str, Any]]) -> str:
    """70%那个是颐养院装修: the node that is named now, with what was told of the one thing before."""
    if len(told) != 1:
        return ""
    spans = [each for each in turn.lexicon.projects(turn.plain, person.id) if each.candidates[0] == project]
    if not spans:
        return ""  # 是二期不是一期: the whole message before is meant
    named = behind_name(turn.plain, spans[0].end)
    values = told_again(next(iter(told.values())))
    return f"{turn.lexicon.registry.projects[project].name}{named}{values}" if named and values else ""


def _renamed(turn: Turn, person: Person, before: Inbox, wrong: str, right: str) -> str:
    """The message before with the other project's name in the place of its own, or before it."""
    said, name = normalize(before.text), turn.lexicon.registry.projects[right].name
    spans = [each for each in turn.lexicon.projects(said, person.id) if each.candidates[0] == wrong]
    for span in sorted(spans, key=lambda each: each.start, reverse=True):
        said = said[: span.start] + name + said[span.end :]
    return said if spans else f"{name}{said}"


def _read(turn: Turn, person: Person, said: str, project: str) -> list[Report]:
    if not said:
        return []
    read = understand(Utterance(said, turn.now, ChatKind(turn.chat.kind), person.id), turn.lexicon)
    found = read.reports if isinstance(read, Reports) else ()
    return [each for each in found if each.project == project]
