"""Interactive cards, for those who have built a template in the console: sending, changing, and clicks."""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.platforms.dingtalk.api import Api
from bot.platforms.dingtalk.errors import DingTalkError, Trouble
from bot.platforms.dingtalk.parse import Malformed, decoded
from bot.platforms.dingtalk.settings import Settings

LARGEST_KEY = 100
LARGEST_VALUE = 1024


@dataclass(frozen=True, slots=True)
class Click:
    """Somebody pressed a button; the same click comes again now and then, `key` tells."""

    card: str
    person: str
    actions: tuple[str, ...]
    params: Mapping[str, Any]

    @property
    def key(self) -> str:
        """The same for every delivery of one click."""
        return f"{self.card}/{self.person}/{','.join(self.actions)}"


Clicked = Callable[[Click], Awaitable[Mapping[str, Any]]]
"""Takes a click; gives what the card becomes: `cardData`, `userPrivateData`, or nothing."""


def click_of(body: Mapping[str, Any]) -> Click:
    """The click in a card callback; raises Malformed."""
    card, person = body.get("outTrackId"), body.get("userId")
    if not isinstance(card, str) or not isinstance(person, str) or not card or not person:
        raise Malformed("card")
    content = body.get("content", body.get("value"))
    inner = decoded(content) if isinstance(content, str) else {}
    private = inner.get("cardPrivateData")
    private = private if isinstance(private, dict) else {}
    actions, params = private.get("actionIds"), private.get("params")
    named = tuple(action for action in actions if isinstance(action, str)) if isinstance(actions, list) else ()
    return Click(card, person, named, params if isinstance(params, dict) else {})


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
