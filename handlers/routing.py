"""Which sentence goes to which desk; the one transaction; what may be told and what is a fault."""

import asyncio
import hashlib
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

from actions.bulletin import Picture
from handlers import (
    ask,
    asked_beside,
    asked_matter,
    both,
    called,
    carried,
    charged,
    command,
    commitments,
    danger,
    doubted,
    excepted,
    grounded,
    in_hands,
    in_order,
    inside,
    lengthy,
    misheard,
    misplaced,
    narrowed,
    not_ours,
    office,
    onboarding,
    overheard,
    papers,
    plan_edits,
    pointed,
    postponed,
    pressed,
    project_life,
    query,
    relayed,
    report,
    restricted,
    ruled,
    settled,
    several,
    shifted,
    slips,
    them,
    told_alone,
    unchanged,
    unread,
    unsaid,
    wished,
    worded,
    wordless,
)
from handlers.answers import accidents, closed
from handlers.turn import Turn
from language.asked_ahead import asks_what_fails, asks_what_turns
from language.carrying import addresses_somebody
from language.command import reported_instead
from language.deferral import is_back
from language.due_questions import asks_when_report_is_due
from language.foremost import foremost_asked
from language.ledger_questions import asks_if_published, read_ledger_question
from language.names import Lexicon
from language.particulars import asks_for_all
from language.query_filters import colors_in
from language.requests import asks_for_restricted, marks_internal, tries_to_overrule
from language.settling import asks_closing, says_finished
from language.slips import denies
from language.understand import understand
from language.understanding import (
    Ask,
    Command,
    Nothing,
    PromptItem,
    Query,
    Report,
    Reports,
    Understanding,
    Utterance,
)
from language.wording import door, refused
from models.calendar import local
from models.chat import Chat, known_chat, private_chat
from models.dialogue import open_question
from models.mailbox import Inbox, Outbox, Reply, claim, last_prompt, letters_put
from models.people import Person, person_at
from models.permission import ABOVE
from models.policy import Office
from models.refusal import Refusal
from models.store.light import light_transaction
from models.vocabulary import ChatKind, CommandName, LetterKind, Role, Status, Topic

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Handled:
    """What became of a message: the letters that were put, by whomever, and whether it was an order.

    An order may have changed who is who or what is called what.
    """

    letters: Sequence[Outbox]
    ordered: bool = False


async def handle(message: Inbox, settings: Office, lexicon: Lexicon, now: datetime) -> Handled:
    """Answer one message once: facts, changes and letters stand or fall together, and so does that it was handled.

    Its commit need not wait for the disk: the message is there, and no letter goes out before an ordinary commit.
    """
    if wordless.only_names_medium(message.text) and (spoken := _spoken(message)):
        message.text = spoken  # for this reading; the message stays on the disk as it came
    message.text = await relayed.fresh_words(message)
    turn = excepted.left_out(await in_order.named(await _turn(message, settings, lexicon)))
    turn = await grounded.completed(await them.named(misheard.put_right(turn)))
    try:
        turn = await shifted.named(turn)
    except Refusal as refusal:
        return Handled(await _refuse(turn, message, refusal, now))
    utterance = await _utterance(turn)
    orders = () if onboarding.brings_key(message) else office.orders_of(turn, utterance.text)
    orders = await office.without_days(turn, orders) or await office.verdict_of(turn)
    each_part = [] if onboarding.brings_key(message) else await both.parts(turn, orders)
    nothing = orders or each_part or onboarding.brings_key(message) or tries_to_overrule(utterance.text)
    understood = Nothing() if nothing else understand(utterance, lexicon)
    await asyncio.sleep(0)  # reading takes milliseconds: whoever waits for an acknowledgement has a turn
    pictures: tuple[Picture, ...] = ()
    try:
        turn = await pressed.with_letter(turn)
        drawn = [await _drawn(part) for part in each_part]
        if each_part:
            orders = ()
        elif orders:
            office.check(turn, orders)
            pictures = await office.draw_for(turn, orders)
        elif isinstance(understood, Command):
            pictures = await command.draw_for(turn, understood)
        elif isinstance(understood, Query):
            pictures = await query.draw_for(turn, understood)
        async with _transaction() as letters:
            if await claim(message, now):  # first, so that two processes cannot both answer
                await onboarding.forget_key(message)
                if turn.person is None and not _may_be_from_strangers(understood):
                    await _put_stranger(turn, now)
                else:
                    passed_on = await danger.look_out(turn)
                    if each_part:
                        done = [await _each(part, drawn[at]) for at, part in enumerate(each_part)]
                        replies: Sequence[Reply] = both.in_one([reply for one in done for reply in one])
                    elif orders:
                        replies = await office.obey(turn, orders, pictures)
                    else:
                        replies = await _answer(turn, understood, pictures)
                    await _put(turn, danger.with_word(replies) if passed_on else replies, now)
    except Refusal as refusal:
        letters = await _refuse(turn, message, refusal, now)
    return Handled(letters, bool(orders or each_part) or isinstance(understood, Command))


async def _refuse(turn: Turn, message: Inbox, refusal: Refusal, now: datetime) -> list[Outbox]:
    """Tell why something cannot be done."""
    logger.info("message %s was refused: %r", message.id, refusal)
    async with _transaction() as letters:
        if await claim(message, now):
            await onboarding.forget_key(message)
            await _put(turn, (Reply(refused.words(refusal)),), now)
    return letters


async def _drawn(part: both.Part) -> tuple[Picture, ...]:
    """What one of several things that are wanted needs drawn; nothing of one that is refused."""
    if part.orders:
        try:
            office.check(part.turn, part.orders)
        except Refusal:
            return ()
        return await office.draw_for(part.turn, part.orders)
    if isinstance(part.understood, Command):
        return await command.draw_for(part.turn, part.understood)
    return await query.draw_for(part.turn, part.understood) if isinstance(part.understood, Query) else ()


async def _each(part: both.Part, pictures: tuple[Picture, ...]) -> Sequence[Reply]:
    """What becomes of one of several things that are wanted; that one cannot be done does not undo the other."""
    try:
        if part.orders:
            office.check(part.turn, part.orders)
            return await office.obey(part.turn, part.orders, pictures)
        return await _answer(part.turn, part.understood, pictures) or both.not_done(part)
    except Refusal as refusal:
        logger.info("a part of message %s was refused: %r", part.turn.message.id, refusal)
        return (Reply(refused.words(refusal)),)


@asynccontextmanager
async def _transaction() -> AsyncIterator[list[Outbox]]:
    """The one transaction of a message, and the letters that are put in it."""
    with letters_put() as letters:
        async with light_transaction():
            yield letters


async def _answer(turn: Turn, understood: Understanding, pictures: tuple[Picture, ...]) -> Sequence[Reply]:
    """The whole menu: what is done with each kind of sentence."""
    if onboarding.brings_key(turn.message):
        return await onboarding.take_key(turn)
    if wordless.is_wordless(turn.message):
        await wordless.say_so(turn)
        return ()
    if (drafted := await papers.answer(turn)) is not None:
        return drafted
    if (ruling := await ruled.answer(turn)) is not None:
        return ruling
    if (gone := await closed.answer(turn) or await accidents.answer(turn)) is not None:
        return gone
    if isinstance(understood, Query | Nothing | Ask) and asks_for_restricted(turn.plain):
        return await restricted.answer(turn)
    if (moved := await misplaced.answer(turn, understood)) is not None:
        return moved
    if (instead := await _instead(turn)) is not None:
        return instead
    if (gone := await unsaid.answer(turn, understood)) is not None:
        return gone
    understood = await slips.mend(turn, understood)
    if (promised := await commitments.answer(turn, understood)) is not None:
        return promised
    if (delay := await postponed.answer(turn, understood)) is not None:
        return delay
    if (named := await called.answer(turn)) is not None:
        return named
    if (passed_on := await not_ours.answer(turn, understood)) is not None:
        return passed_on
    if (given_up := await project_life.answer(turn, understood)) is not None:
        return given_up
    if (planned := await plan_edits.answer(turn, understood)) is not None:
        return planned
    if (charge := await charged.answer(turn, understood)) is not None:
        return charge
    if (word := await worded.answer(turn)) is not None:
        return word
    if (chosen := await ask.chosen_in_words(turn)) is not None:
        return chosen
    if (topic := await wished.answer(turn, understood)) is not None:
        return topic
    if (listed := await ask.beyond_list(turn)) is not None:
        return listed
    if (doubt := await doubted.answer(turn, understood)) is not None:
        return doubt
    if (of_ledgers := await settled.answer(turn, _about_ledgers(turn, understood))) is not None:
        return of_ledgers
    if (matter := await asked_matter.answer(turn, understood)) is not None:
        return matter
    turn, understood = await pointed.named(turn, in_hands.asked(turn, understood))
    if not pictures and (both := asked_beside.parts(turn, understood)):
        return several.joined(turn, [reply for each in both for reply in await _answer(*each, ())])
    if not pictures and (asked := several.questions(turn, understood)):
        return several.joined(turn, [reply for each in asked for reply in await _answer(*each, ())])
    if isinstance(understood, Nothing | Ask) and wordless.only_points(turn.message):
        await wordless.say_so(turn)
        return ()
    if turn.person is not None and _tells_only_of_work(understood) and is_back(turn.plain):
        return await overheard.about_themselves(turn)
    understood = await narrowed.named(turn, understood)
    understood = await carried.carry(turn, await unchanged.widen(turn, _about_ledgers(turn, understood)))
    match understood:
        case Reports():
            recorded = await report.take_reports(turn, understood)
            taken = await unread.with_word(turn, recorded, understood.reports, understood.told)
            told = lengthy.with_word(turn, taken)
            return inside.keep(turn, told) if marks_internal(turn.message.text) else told
        case Query():
            board = tuple(Reply("", LetterKind.IMAGE, name=each.name, body=each.body) for each in pictures)
            return inside.keep(turn, (*await query.answer(turn, understood), *board))
        case Command():
            return await command.obey(turn, understood, pictures)
        case Ask():
            if told := await overheard.about_themselves(turn) or overheard.done_elsewhere(turn):
                return told
            return lengthy.with_word(turn, await ask.ask_back(turn, understood))
        case Nothing():
            heard = await overheard.listen(turn) or await report.take_untold(
                turn, understood.told or told_alone.of(turn)
            )
            return heard or await unread.with_word(turn, ()) or report.hear_in_private(turn)
        case _:
            assert_never(understood)


def _tells_only_of_work(understood: Understanding) -> bool:
    """Whether what was read says no more than that something is under way (我回来了，报送还是找我), or is not clear."""
    if isinstance(understood, Ask):
        return True
    return isinstance(understood, Reports) and all(
        replace(each, words="") == Report(each.project, status=Status.IN_PROGRESS) for each in understood.reports
    )


async def _instead(turn: Turn) -> tuple[Reply, ...] | None:
    """刚才那条撤了，殡仪馆用地批了: the one is taken back and the other recorded; None where nothing is to be."""
    rest = reported_instead(turn.plain) if turn.person is not None else ""
    if not rest or denies(rest):
        return None  # 撤回，证还没到手: what was done is not, which puts it right
    read = understand(replace(await _utterance(turn), text=rest), turn.lexicon)
    if not isinstance(read, Reports) or not (gone := await command.undone(turn)):
        return None
    replies = await report.take_reports(turn, read)
    return tuple(replace(reply, text=f"{gone}\n{reply.text}") for reply in replies)


def _about_ledgers(turn: Turn, understood: Understanding) -> Understanding:
    """A question about what a meeting decided is none about the procedure that it names, and no report of it."""
    if isinstance(understood, Command):
        return understood
    if isinstance(understood, Nothing) and addresses_somebody(turn.said, turn.lexicon):
        return understood  # @卞玉 二期的事跟祁科说过没: a colleague is asked
    words = turn.plain
    if asks_closing(words) and says_finished(words):  # 手续办完了，可以销了吧 is wanted, not asked
        return Nothing() if isinstance(understood, Query) else understood
    if (read := read_ledger_question(words, turn.lexicon)) is not None:
        return read
    of_cycle = turn.person is not None and not isinstance(understood, Reports)
    if of_cycle and asks_if_published(words):
        return Query(Topic.STATUS)
    bare = isinstance(understood, Nothing | Ask) or (isinstance(understood, Query) and not understood.projects)
    if of_cycle and bare and asks_when_report_is_due(words):
        return Query(Topic.STATUS)
    above = turn.person is not None and Role(turn.person.role) in ABOVE
    if above and isinstance(understood, Nothing | Ask) and asks_for_all(words):
        return Query(Topic.STATUS)
    if above and isinstance(understood, Nothing | Ask) and asks_what_fails(words):
        return Query(Topic.STATUS)
    if above and isinstance(understood, Nothing | Ask) and foremost_asked(words):
        return Query(Topic.STATUS)
    ahead = above and isinstance(understood, Nothing | Ask) and asks_what_turns(words)
    return Query(Topic.COLORS, colors=colors_in(words)) if ahead else understood


def _may_be_from_strangers(understood: Understanding) -> bool:
    """Somebody unknown may say who they are, and nothing else."""
    return isinstance(understood, Command) and understood.name is CommandName.BIND


async def _turn(message: Inbox, settings: Office, lexicon: Lexicon) -> Turn:
    person = await person_at(message.platform, message.sender_address)
    return Turn(
        message=message,
        chat=await _chat(message, person),
        person=person,
        now=local(message.sent_at),
        office=settings,
        lexicon=lexicon,
    )


async def _chat(message: Inbox, person: Person | None) -> Chat:
    """The chat a message came from, with its name and, if it is private, its person as they are known now."""
    owner = person if message.chat_kind == ChatKind.SINGLE.value else None
    chat = await known_chat(message.platform, message.chat_address, message.chat_kind)
    if chat is None:
        chat, _ = await Chat.get_or_create(
            platform=message.platform,
            address=message.chat_address,
            kind=message.chat_kind,
            defaults={"name": (message.chat_title or "")[:120], "person": owner},
        )
    if owner is not None and chat.person_id != owner.id:
        await Chat.filter(id=chat.id).update(person_id=owner.id)
        chat.person_id = owner.id
    return chat


async def _utterance(turn: Turn) -> Utterance:
    message = turn.message
    items = await last_prompt(turn.person, turn.now) if turn.person else ()
    return Utterance(
        text=message.text or _spoken(message),
        now=turn.now,
        chat=ChatKind(message.chat_kind),
        sender=turn.person.id if turn.person else None,
        quote=message.quote,
        awaiting=await open_question(turn.chat, turn.person, turn.now) is not None,
        prompt=tuple(PromptItem(each["number"], each["project"], each.get("node")) for each in items),
    )


def _spoken(message: Inbox) -> str:
    """What a voice message says, where the platform has written it down."""
    return "\n".join(each["transcript"] for each in message.attachments if each.get("transcript"))


async def _put(turn: Turn, replies: Sequence[Reply], now: datetime) -> None:
    """Put the replies into the outbox, to the chat or privately to the speaker."""
    for number, reply in enumerate(replies):
        chat, person = await _addressee(turn, reply)
        await Outbox.put(_key(turn.message, number), reply, now, chat=chat, person=person, answers=turn.message)


async def _put_stranger(turn: Turn, now: datetime) -> None:
    """Somebody unknown is told once, privately, how to be registered, not at every word."""
    reply = Reply(door.STRANGER, private=True)
    key = f"stranger/{turn.message.platform}/{turn.message.sender_address or ''}"
    chat, _ = await _addressee(turn, reply)
    await Outbox.put(key, reply, now, chat=chat, answers=turn.message)


async def _addressee(turn: Turn, reply: Reply) -> tuple[Chat | None, Person | None]:
    """A group, or the person where one is known, else the private chat of somebody unknown."""
    if turn.chat.is_group and not reply.private:
        return turn.chat, None
    if turn.person is not None:
        return None, turn.person
    if not turn.chat.is_group:
        return turn.chat, None
    return await private_chat(turn.message.platform, turn.message.sender_address or ""), None


def _key(message: Inbox, number: int) -> str:
    """The name of a reply, which makes it happen once."""
    key = f"reply/{message.platform}/{message.message_id}/{number}"
    return key if len(key) <= 200 else f"reply/{hashlib.sha256(key.encode()).hexdigest()}"
