"""What units want on the next agenda: noted for the office, and asked by whom it was dealt with before (S4-07)."""

from dataclasses import replace

from actions import dialogue, meeting
from handlers.report import take_reports
from handlers.turn import Turn
from language.late import late
from language.topic_wishes import topic_in, tried_before, wishes_topic
from language.understanding import Ask, Command, Query, Reports, Understanding
from language.wording import ledger as wording
from models.dialogue import open_question
from models.mailbox import Reply
from models.people import Person
from models.vocabulary import Role

TRIED = "topic_tried"
_CLAUSES = late(r"[，。；：:;,\n]")


async def answer(turn: Turn, understood: Understanding) -> tuple[Reply, ...] | None:
    """Note a topic, or who has dealt with one before; None where neither is told."""
    person = turn.person
    if person is None or Role(person.role) not in (Role.LIAISON, Role.OWNER) or isinstance(understood, Command):
        return None
    if told := await _tried(turn, person, understood):
        return told
    if not wishes_topic(turn.plain) or not (_names_project(turn, person) or "议题" in turn.plain):
        return None
    # 把供电问题报到例会上 only wants; what is told beside the wish stands in clauses of its own.
    more = isinstance(understood, Reports) and bool(_CLAUSES.search(turn.plain.strip(" ，。；;,.")))
    reports = await take_reports(turn, understood) if more and isinstance(understood, Reports) else ()
    tried = tried_before(turn.plain)
    number = await meeting.wish_topic(topic_in(turn.said), tried, person, turn.message, turn.now)
    if not tried:
        minutes = turn.office.policy.question_minutes
        await dialogue.ask(turn.chat, person, TRIED, {"topic": number}, turn.now, minutes)
    line = wording.topic_wished(topic_in(turn.said), tried)
    if not reports:
        return (Reply(line),)
    return (replace(reports[0], text=f"{reports[0].text}\n{wording.topic_beside(tried)}"), *reports[1:])


async def _tried(turn: Turn, person: Person, understood: Understanding) -> tuple[Reply, ...]:
    """The answer to by whom it was dealt with, and to what end."""
    question = await open_question(turn.chat, person, turn.now)
    if question is None or question.kind != TRIED or isinstance(understood, Query | Ask):
        return ()
    if not tried_before(turn.plain) or not await dialogue.settle(question, turn.now):
        return ()
    words = await meeting.topic_tried(question.payload["topic"], turn.said, person, turn.message, turn.now)
    return (Reply(wording.topic_wished(words, tried=True)),)


def _names_project(turn: Turn, person: Person) -> bool:
    return bool(turn.lexicon.sure_projects(turn.plain, person.id))
