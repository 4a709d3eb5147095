"""Cards with buttons (template cards), and what it means that somebody presses one: the words it stands for."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.platforms.base import Attachment, Button, Incoming
from bot.platforms.reading import LONGEST_ID, Malformed, moment_of
from bot.platforms.wecom.parse import PLATFORM
from bot.platforms.wecom.wechat import AppMessage
from language.wording.wecom import CARD_TITLES, CHOSEN, PRESS_OR_TYPE, SOMETHING_TO_CHOOSE
from models.mailbox import PRESSED
from models.vocabulary import ChatKind, Why

CLICK = "template_card_event"
INTERACTION = "button_interaction"
PRESS = "card:"
"""Begins the id of a press: the same for every delivery of it, whatever moment and codes come with it."""
MOST_BUTTONS = 6
LONGEST_LABEL = 10
LONGEST_KEY = 1024
LONGEST_IN_APP = 160
LONGEST_IN_BOT = 112
"""Characters beside the buttons; more words go before the card, as a message of their own."""
_APART = "|"
_FIRST, _OTHER = 1, 2


@dataclass(frozen=True, slots=True)
class Card:
    """Buttons of one letter; `text` stands above them, empty where the words went before."""

    letter: str
    why: Why
    buttons: tuple[Button, ...]
    text: str = ""

    @property
    def task(self) -> str:
        """The card's own id: the same over all tries of its letter."""
        return hashlib.sha256(self.letter.encode()).hexdigest()[:40]


@dataclass(frozen=True, slots=True)
class Press:
    """A button that was pressed; `code` changes an application's card once, `card` is what is shown afterwards."""

    incoming: Incoming
    label: str
    task: str
    code: str = ""


def fits(buttons: tuple[Button, ...], letter: str) -> bool:
    """Whether the platform can show these; what it cannot goes as words alone."""
    return (
        0 < len(buttons) <= MOST_BUTTONS
        and all(0 < len(each.label) <= LONGEST_LABEL for each in buttons)
        and all(_APART not in each.words + each.label for each in buttons)
        and all(len(_key(each, letter).encode()) <= LONGEST_KEY for each in buttons)
    )


def body_of(card: Card) -> Mapping[str, Any]:
    """The card as a message; application and 智能机器人 take the same."""
    return {
        "msgtype": "template_card",
        "template_card": {
            "card_type": INTERACTION,
            "main_title": {"title": CARD_TITLES.get(card.why.value, SOMETHING_TO_CHOOSE)},
            "sub_title_text": card.text or PRESS_OR_TYPE,
            "task_id": card.task,
            "button_list": [
                {"text": each.label, "style": _OTHER if place else _FIRST, "key": _key(each, card.letter)}
                for place, each in enumerate(card.buttons)
            ],
        },
    }


def pressed_body(press: Press, address: str) -> Mapping[str, Any]:
    """What the 智能机器人's card becomes; without somewhere to lead it is refused (42045)."""
    return {
        "response_type": "update_template_card",
        "template_card": {
            "card_type": "text_notice",
            "main_title": {"title": chosen(press.label)},
            "card_action": {"type": 1, "url": address},
            "task_id": press.task,
        },
    }


def chosen(label: str) -> str:
    """What stands in the buttons' place afterwards."""
    return CHOSEN.format(label=label)


def press_in_app(message: AppMessage, now: datetime) -> Press:
    """The press in an application's event; raises Malformed."""
    fields = message.fields
    found = {name: fields.get(name) for name in ("EventKey", "TaskId", "ResponseCode")}
    key, task, code = (value if isinstance(value, str) else "" for value in found.values())
    return _press(message.sender, None, key, task, code, moment_of(message.created, now) or now)


def press_in_bot(body: Mapping[str, Any], now: datetime) -> Press:
    """The press in an event of the 智能机器人; raises Malformed."""
    event = body.get("event")
    inner = event.get(CLICK) if isinstance(event, dict) else None
    sender = body.get("from")
    person = sender.get("userid") if isinstance(sender, dict) else None
    if not isinstance(inner, dict) or not isinstance(person, str):
        raise Malformed("event")
    key, task, group = inner.get("event_key"), inner.get("task_id"), body.get("chatid")
    return _press(
        person,
        group if body.get("chattype") == "group" else None,
        key if isinstance(key, str) else "",
        task if isinstance(task, str) else "",
        "",
        moment_of(body.get("create_time"), now) or now,
    )


def is_press(body: Mapping[str, Any]) -> bool:
    """Whether a push of the 智能机器人 says that a button was pressed."""
    event = body.get("event")
    return body.get("msgtype") == "event" and isinstance(event, dict) and event.get("eventtype") == CLICK


def _key(button: Button, letter: str) -> str:
    return _APART.join((button.words, button.label, letter))


def _press(person: str, group: object, key: str, task: str, code: str, sent_at: datetime) -> Press:
    words, _, rest = key.partition(_APART)
    label, _, letter = rest.partition(_APART)
    chat = person if group is None else group
    if not words or not label or not letter or len(key.encode("utf-8", "replace")) > LONGEST_KEY:
        raise Malformed("event_key")
    if not isinstance(chat, str) or not 0 < len(chat) <= LONGEST_ID or not 0 < len(person) <= LONGEST_ID:
        raise Malformed("chatid")
    name = hashlib.sha256(f"{letter}/{person.lower()}/{words}".encode("utf-8", "replace")).hexdigest()
    incoming = Incoming(
        platform=PLATFORM,
        message_id=PRESS + name[:40],
        chat=chat,
        chat_kind=ChatKind.SINGLE if group is None else ChatKind.GROUP,
        sender=person,
        text=words,
        attachments=(Attachment(PRESSED, name=label, code=letter),),
        sent_at=sent_at,
    )
    return Press(incoming, label, task, code)
