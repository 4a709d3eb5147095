"""The last look before a letter leaves: what may not be said to these ears is not, and those concerned learn of it."""

from tortoise.transactions import in_transaction

from actions.to_office import tell_office
from bot.clock import Clock
from bot.letters import Desk
from bot.parcels import Addressed
from bot.platforms.base import Parcel
from language.discretion import allowed
from language.wording import door as wording
from models.mailbox import Outbox, Reply
from models.people import Person
from models.permission import SEES_RESTRICTED
from models.vocabulary import LetterKind, Role, Why


class LastLook:
    """Keeps back letters at the door."""

    def __init__(self, desk: Desk, clock: Clock) -> None:
        self._desk = desk
        self._clock = clock

    async def withholds(self, letter: Outbox, addressed: Addressed) -> bool:
        """What may not be said to these ears goes privately to who asked, or nowhere."""
        if may_go(letter, words_of(letter), addressed.group):
            return False
        now, asked = self._clock.now(), letter.answers
        person = await self._desk.asker(letter) if addressed.group and asked is not None else None
        private = person is not None and allowed(words_of(letter), group=False, cleared=_is_cleared(person))
        async with in_transaction():
            await self._desk.give_up(letter, wording.WITHHELD)
            if asked is None:
                await self._tell_withheld(letter)
            else:
                told = wording.NOT_FOR_GROUP if private else wording.NOT_FOR_ANYBODY
                await Outbox.put(
                    f"withheld/{letter.id}",
                    Reply(told, why=Why.RESTRICTED),
                    now,
                    chat=letter.chat,
                    person=letter.person,
                    answers=asked,
                )
            if private:
                reply = Reply(letter.text, LetterKind(letter.kind), Why.RESTRICTED, letter.title)
                await Outbox.put(f"withheld/{letter.id}/private", reply, now, person=person, answers=asked)
        return True

    async def _tell_withheld(self, letter: Outbox) -> None:
        """The office hears that something of ours was kept back at the door, but not the words themselves."""
        words = wording.withheld(LetterKind(letter.kind), Why(letter.why), self._desk.destination(letter))
        reply = Reply(words, why=Why.OFFICE)
        await tell_office(f"withheld/{letter.id}", reply, self._clock.now(), but=letter.person_id)


def _is_cleared(person: Person | None) -> bool:
    """Whether somebody may hear in private what is never said in a group."""
    return person is not None and Role(person.role) in SEES_RESTRICTED


def may_go(letter: Outbox, words: str, group: bool) -> bool:
    """Whether words may be said to those who hear this letter."""
    return allowed(words, group=group, cleared=_is_cleared(letter.person))


def words_of(said: Outbox | Parcel) -> str:
    """Everything in it that people will read."""
    return f"{said.title}\n{said.text}"
