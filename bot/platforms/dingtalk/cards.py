"""Interactive cards, for those who have built a template in the console: sending, changing, and clicks."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.platforms.base import Attachment, Button, Incoming
from bot.platforms.dingtalk.api import Api
from bot.platforms.dingtalk.errors import DingTalkError, Trouble
from bot.platforms.dingtalk.parse import PLATFORM
from bot.platforms.dingtalk.settings import Settings
from bot.platforms.dingtalk.texts import MOST_BUTTONS, harmless, markdown
from bot.platforms.reading import LONGEST_ID, LONGEST_NAME, LONGEST_TEXT, Malformed, decoded
from language.wording.dingtalk import CARD_TITLES, CHOSEN, SOMETHING_TO_CHOOSE
from models.mailbox import PRESSED
from models.vocabulary import ChatKind, Why

LARGEST_KEY = 100
LARGEST_VALUE = 1024
ALREADY_THERE = "param.cardAlreadyExist"


@dataclass(frozen=True, slots=True)
class Click:
    """Somebody pressed a button; the same click comes again now and then."""

    card: str
    person: str
    params: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Offer:
    """Words of one letter with something to press under them."""

    letter: str
    why: Why
    text: str
    buttons: tuple[Button, ...]

    @property
    def card(self) -> str:
        """The card's own id, the same over all tries of its letter."""
        return hashlib.sha256(self.letter.encode()).hexdigest()[:40]

    def values(self) -> dict[str, str]:
        """The variables of the template that docs/platforms.md describes."""
        values = {
            "title": CARD_TITLES.get(self.why.value, SOMETHING_TO_CHOOSE),
            "markdown": markdown(harmless(self.text)),
            "letter": self.letter,
            "chosen": "",
        }
        for number in range(1, MOST_BUTTONS + 1):
            shown = self.buttons[number - 1] if number <= len(self.buttons) else Button("", "")
            values |= {f"label{number}": shown.label, f"words{number}": shown.words}
        return values


Press = Callable[[Click, datetime], tuple[Incoming, Mapping[str, Any]]]
"""Reads a click; gives what it says, and what the card becomes: `cardData`, `userPrivateData`."""


def click_of(body: Mapping[str, Any]) -> Click:
    """The click in a card callback; raises Malformed."""
    card, person = body.get("outTrackId"), body.get("userId")
    if not isinstance(card, str) or not isinstance(person, str) or not card or not person:
        raise Malformed("card")
    content = body.get("content", body.get("value"))
    inner = decoded(content) if isinstance(content, str) else {}
    private = inner.get("cardPrivateData")
    params = private.get("params") if isinstance(private, dict) else None
    return Click(card, person, params if isinstance(params, dict) else {})


def card_values(values: Mapping[str, Any]) -> dict[str, str]:
    """Variables of a card as DingTalk wants them: every value a string, and none too long."""
    written = {
        key: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) for key, value in values.items()
    }
    for key, value in written.items():
        if len(key.encode()) > LARGEST_KEY or len(value.encode()) > LARGEST_VALUE:
            raise DingTalkError(Trouble.TOO_LONG, key if key.isascii() else "card")
    return written


class Cards:
    """Cards of one template, delivered to a group or to one person."""

    def __init__(self, api: Api, settings: Settings) -> None:
        self._api = api
        self._settings = settings

    async def to_group(
        self, card: str, chat: str, values: Mapping[str, Any], mentions: Mapping[str, str] | None = None
    ) -> str:
        """Put a card into a group; `mentions` are user ids with their names. Gives the message's own id."""
        deliver: dict[str, Any] = {"robotCode": self._settings.robot}
        if mentions:
            deliver["atUserIds"] = dict(mentions)
        space = {"imGroupOpenSpaceModel": {"supportForward": True}, "imGroupOpenDeliverModel": deliver}
        return await self._deliver(card, f"dtv1.card//IM_GROUP.{chat}", values, space)

    async def to_person(self, card: str, person: str, values: Mapping[str, Any]) -> str:
        """Put a card into the single chat with one person."""
        deliver = {"spaceType": "IM_ROBOT", "robotCode": self._settings.robot}
        space = {"imRobotOpenSpaceModel": {"supportForward": True}, "imRobotOpenDeliverModel": deliver}
        return await self._deliver(card, f"dtv1.card//IM_ROBOT.{person}", values, space)

    async def offer(self, offer: Offer, person: str) -> str:
        """Put a letter's card into the single chat with one person."""
        return await self.to_person(offer.card, person, offer.values())

    def press(self, click: Click, now: datetime) -> tuple[Incoming, Mapping[str, Any]]:
        """What a click says, and what becomes of the card; raises Malformed."""
        letter, words, label = (click.params.get(name) for name in ("letter", "words", "label"))
        if not all(isinstance(each, str) and each for each in (letter, words, label)):
            raise Malformed("params")  # the template does not hand back what docs/platforms.md asks it to
        if len(click.person) > LONGEST_ID or hashlib.sha256(str(letter).encode()).hexdigest()[:40] != click.card:
            raise Malformed("letter")
        name = hashlib.sha256(f"{letter}/{click.person}/{words}".encode()).hexdigest()
        incoming = Incoming(
            platform=PLATFORM,
            message_id=f"card:{name[:40]}",
            chat=click.person,
            chat_kind=ChatKind.SINGLE,
            sender=click.person,
            text=str(words)[:LONGEST_TEXT],
            attachments=(Attachment(PRESSED, name=str(label)[:LONGEST_NAME], code=str(letter)),),
            sent_at=now,
        )
        changed = {"cardParamMap": {"chosen": CHOSEN.format(label=label)}}
        return incoming, {"cardData": changed, "cardUpdateOptions": {"updateCardDataByKey": True}}

    async def change(self, card: str, values: Mapping[str, Any]) -> None:
        """Change some variables of a card and leave the others as they are."""
        body = {
            "outTrackId": card,
            "cardData": {"cardParamMap": card_values(values)},
            "cardUpdateOptions": {"updateCardDataByKey": True, "updatePrivateDataByKey": True},
            "userIdType": 1,
        }
        _succeeded(await self._api.new("PUT", "/v1.0/card/instances", body))

    async def _deliver(self, card: str, space_id: str, values: Mapping[str, Any], space: Mapping[str, Any]) -> str:
        body = {
            "cardTemplateId": self._settings.card_template,
            "outTrackId": card,
            "callbackType": "STREAM",
            "cardData": {"cardParamMap": card_values(values)},
            "userIdType": 1,
            "openSpaceId": space_id,
            **space,
        }
        answer = await self._api.new("POST", "/v1.0/card/instances/createAndDeliver", body)
        return _delivered(answer)


def _succeeded(answer: Mapping[str, Any]) -> Mapping[str, Any]:
    if answer.get("success") is not True:
        raise DingTalkError(Trouble.REJECTED, "card")
    result = answer.get("result")
    return result if isinstance(result, dict) else {}


def _delivered(answer: Mapping[str, Any]) -> str:
    """The id under which the card arrived; HTTP 200 alone says nothing about that."""
    results = _succeeded(answer).get("deliverResults")
    for one in results if isinstance(results, list) else ():
        if isinstance(one, dict) and one.get("success") is True:
            return str(one.get("carrierId") or "")
    raise DingTalkError(Trouble.REJECTED, "card")
