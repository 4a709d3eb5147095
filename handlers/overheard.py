"""What is neither report nor question nor order and still counts: patience asked for, somebody away, a first hello."""

import logging
from datetime import date

from actions import alert, cycle, dialogue, roster, to_office
from handlers.answers import mentioned
from handlers.spoken_of import spoken_of
from handlers.turn import Turn
from language.asking import asks, supposes
from language.chatter import is_chatter
from language.deferral import away, is_back, leaves_post, promised_until, speaks_for_unit
from language.discretion import tells_of_petition
from language.elsewhere import belongs_elsewhere
from language.late import late
from language.ledger_orders import headed
from language.minutes import minutes_in
from language.particulars import asks_for_opinion, asks_full_name, particular_asked
from language.requests import (
    asks_for_another_trade,
    asks_for_delay,
    asks_for_everything,
    asks_for_quiet,
    sounds_like_order,
    tries_to_overrule,
)
from language.understanding import Utterance
from language.wording import alert as alert_wording
from language.wording import office as office_wording
from language.wording import overheard as wording
from models.cycle import reporting_week
from models.dialogue import open_question
from models.mailbox import Reply
from models.people import Person
from models.permission import ABOVE
from models.vocabulary import ChatKind, Role, Why
from models.weekly import cycle_times

logger = logging.getLogger(__name__)
STANDS_IN = "stands_in"


async def listen(turn: Turn) -> tuple[Reply, ...]:
    """Respect what a liaison says about reporting; silence to almost everything else."""
    if tries_to_overrule(turn.plain):
        logger.warning("message %s tries to overrule the rules; nothing was done", turn.message.id)
        return (Reply(wording.rules_stay()),)
    if asks_for_everything(turn.plain):
        return (Reply(wording.no_export()),)
    if turn.person is not None and asks_for_another_trade(turn.plain):
        return (Reply(wording.another_trade()),)
    if turn.person is not None and Role(turn.person.role) in ABOVE:
        if asks_for_opinion(turn.plain):
            return (Reply(wording.no_opinion()),)
        if what := particular_asked(turn.plain):
            return (Reply(wording.not_kept(what)),)
        named = turn.lexicon.sure_projects(turn.plain) if asks_full_name(turn.plain) else []
        if named:
            projects = [turn.lexicon.registry.projects[each] for each in named]
            return (Reply(wording.called([(each.name, each.aliases) for each in projects])),)
    if turn.chat.is_group and _is_leader(turn) and _asks(turn.plain) and (said := await said_before(turn)):
        return (Reply(said),)
    if asks_for_quiet(turn.plain) and not (turn.person is not None and turn.person.is_office):
        return (Reply(wording.quieter()),)
    if turn.person is not None and turn.person.is_office:
        told = office_wording.ELSEWHERE.get(belongs_elsewhere(turn.plain))
        if not told and not turn.chat.is_group and (sounds_like_order(turn.plain) or _asks(turn.plain) or _says(turn)):
            told = office_wording.NOT_UNDERSTOOD
        return (Reply(told),) if told else ()
    if turn.person is not None and Role(turn.person.role) in ABOVE and not turn.chat.is_group and _wonders(turn):
        return (Reply(await said_before(turn) or wording.question_not_understood()),)
    if turn.person is None or turn.person.role != Role.LIAISON.value:
        return ()
    if noted := await about_themselves(turn):
        return noted
    if tells_of_petition(turn.plain):
        await alert.pass_to_office(turn.message, turn.said, turn.person, turn.now)
        return (Reply(alert_wording.petition_passed_on(), private=True),)
    if headed(turn.plain) or minutes_in(turn.message.text):
        await to_office.tell_office(f"decided/{turn.message.id}", _decided(turn, turn.person), turn.now)
        return (Reply(wording.decided_passed_on(), private=True),)
    if asks_for_delay(turn.plain):
        return (Reply(wording.until_when()),)
    return await _named_substitute(turn)


def _is_leader(turn: Turn) -> bool:
    return turn.person is not None and Role(turn.person.role) in ABOVE and not turn.person.is_office


async def said_before(turn: Turn) -> str:
    """主变什么时候到: what no reader understands may ask after a word that was said of the project spoken of."""
    named = turn.lexicon.sure_projects(turn.plain) or (await spoken_of(turn)).get("projects", [])
    return await mentioned.beside(turn, named[0], "") if len(named) == 1 else ""


LONGEST_QUESTION = 60
_OPENLY = late(r"[?？]|吗|哪|几|多少|什么|啥|谁|怎么|咋|何时|没有?$|呢$")


WISHES = late(
    r"^(?:我|领导|区长|主任)?(?:们)?(?:就|也|还)?(?:想|要|需要)(?:知道|了解|问|看|听|查)|有没有|^(?:请|麻烦)?(?:帮我|给我)"
)
"""我想知道…: what is wanted without a word of asking."""


def done_elsewhere(turn: Turn) -> tuple[Reply, ...]:
    """Where what the office wants is done, if it is nothing that is done in a chat."""
    if turn.person is None or not turn.person.is_office:
        return ()
    told = office_wording.ELSEWHERE.get(belongs_elsewhere(turn.plain))
    return (Reply(told),) if told else ()


def _says(turn: Turn) -> bool:
    """Whether more is said privately than a courtesy: what nobody understood is never left without a word."""
    sender = turn.person.id if turn.person else None
    said = Utterance(turn.plain, turn.now, ChatKind.SINGLE, sender)
    return len(turn.plain) >= SHORTEST and not is_chatter(turn.plain, said, turn.lexicon)


SHORTEST = 7
"""Shorter words (知道了, 在忙) want no answer."""


def _asks(text: str) -> bool:
    """Whether a short message asks something: who asks privately is never left without a word."""
    if len(text) > LONGEST_QUESTION:
        return False
    return (
        text.startswith("还有") or WISHES.search(text) is not None or (asks(text) and _OPENLY.search(text) is not None)
    )


def _wonders(turn: Turn) -> bool:
    """Whether somebody above asks, or supposes something of a project that is known (马头变今年完不成吧)."""
    if _asks(turn.plain):
        return True
    named = len(turn.plain) <= LONGEST_QUESTION and supposes(turn.plain)
    return bool(named and turn.lexicon.sure_projects(turn.plain))


def _decided(turn: Turn, person: Person) -> Reply:
    """What a liaison tells of a meeting's decisions, which only the office registers."""
    return Reply(wording.decided(person.name, turn.said), why=Why.OFFICE)


async def about_themselves(turn: Turn) -> tuple[Reply, ...]:
    """What a liaison says of themselves: somebody else is in charge, they are away, the report comes later."""
    if turn.person is None or turn.person.role != Role.LIAISON.value:
        return ()
    if leaves_post(turn.plain):
        await roster.tell_of_leaving(turn.message, turn.said, turn.person, turn.now)
        handed = away(turn.plain, turn.now, turn.lexicon)
        heir = await cycle.colleague(turn.person, handed.substitute) if handed and handed.substitute else None
        if handed and heir:
            return await _note(turn, heir, handed.first, handed.last)
        return (Reply(wording.leaving_passed_on(), private=True),)
    return await _back(turn) or await _away(turn) or await _patience(turn)


async def _away(turn: Turn) -> tuple[Reply, ...]:
    """我下周公休，请联系小周: the substitute is asked; where none was named, who it is, once."""
    absent = away(turn.plain, turn.now, turn.lexicon)
    if absent is None or turn.person is None:
        return ()
    named = await cycle.colleague(turn.person, absent.substitute) if absent.substitute else None
    if named is not None:
        return await _note(turn, named, absent.first, absent.last)
    await cycle.note_absence(turn.person, None, absent.first, absent.last)
    if absent.nobody:
        return (Reply(wording.away_alone(absent.first, absent.last, turn.today), private=True),)
    days = {"first": absent.first.isoformat(), "last": absent.last.isoformat()}
    await dialogue.ask(turn.chat, turn.person, STANDS_IN, days, turn.now, turn.office.policy.question_minutes)
    asked = wording.away_without(absent.first, absent.last, turn.today)
    return (Reply(wording.not_found(absent.substitute) + asked if absent.substitute else asked, private=True),)


async def _back(turn: Turn) -> tuple[Reply, ...]:
    """我回来了: whoever was away is asked again."""
    if turn.person is None or not is_back(turn.plain):
        return ()
    ended = await cycle.end_absence(turn.person, turn.now)
    return (Reply(wording.back() if ended else wording.noted(), private=True),)


async def _note(turn: Turn, substitute: Person, first: date, last: date) -> tuple[Reply, ...]:
    assert turn.person is not None
    await cycle.note_absence(turn.person, substitute, first, last)
    return (Reply(wording.away(first, last, substitute.name, turn.today), private=True),)


async def _named_substitute(turn: Turn) -> tuple[Reply, ...]:
    """The name that answers who stands in."""
    question = await open_question(turn.chat, turn.person, turn.now)
    if question is None or question.kind != STANDS_IN or turn.person is None:
        return ()
    words = turn.plain.strip(" 。，,")
    substitute = await cycle.colleague(turn.person, words)
    if substitute is None or not await dialogue.settle(question, turn.now):
        return ()
    first, last = (date.fromisoformat(question.payload[key]) for key in ("first", "last"))
    return await _note(turn, substitute, first, last)


async def _patience(turn: Turn) -> tuple[Reply, ...]:
    """下午报: no nudge until then. In a group this needs no answer."""
    until = promised_until(turn.plain, turn.now)
    if until is None or turn.person is None:
        return ()
    week = reporting_week(turn.now, turn.office.weekly, turn.office.calendar)
    times = await cycle_times(week, turn.office.weekly, turn.office.calendar)
    if times is None:
        return ()
    await cycle.defer(times, turn.person, until, turn.message, turn.now, speaks_for_unit(turn.plain))
    return () if turn.chat.is_group else (Reply(wording.patience(until, times.cutoff)),)
