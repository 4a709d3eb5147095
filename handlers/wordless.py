"""Pictures, files and voices without a word: kept for the office, and said so. Silence would look like a yes."""

import re

from handlers.turn import Turn
from language.normalize import without_mention
from language.wording import wordless as wording
from models.mailbox import HOOK, PRESSED, Inbox, Outbox, Reply

NO_MEDIA = (PRESSED, HOOK)
LONGEST_POINTER = 40
SHEETS = (".xlsx", ".xlsm")


def is_wordless(message: Inbox) -> bool:
    """Whether there is something to look at or to listen to, and nothing to read."""
    media = [each for each in message.attachments if each.get("kind") not in NO_MEDIA]
    said = without_mention(message.text)
    if _PICTURES.fullmatch(said):
        return True
    return bool(media) and not said.strip() and not any(each.get("transcript") for each in media)


_MEDIUM = re.compile(r"\s*(?:@\S+\s+)?[\[【(（]\s*(?:语音|录音)(?:消息)?[^\]】)），]{0,10}[\]】)）]\s*")


_PICTURES = re.compile(
    r"\s*(?:[\[【(（]\s*(?:图片|照片|视频|文件|截图|小视频)(?:[:：][^\]】)），]{0,60})?[\]】)）]\s*(?:[×xX*]\s*\d{1,2})?\s*)+"
)
"""The platform's word for what came, where nothing came with it."""


def only_names_medium(text: str) -> bool:
    """Whether the text is but the platform's word for a voice message ([语音 58秒]), or there is none."""
    return not without_mention(text).strip() or _MEDIUM.fullmatch(text) is not None


_POINTS = re.compile("附件|查收|照片|图片|如图|见图|现场|文件|表格|材料|请审|请阅|视频")


def only_points(message: Inbox) -> bool:
    """Whether what is written only points at what came with it (按要求报送附件，请查收)."""
    media = [each for each in message.attachments if each.get("kind") not in (*NO_MEDIA, "voice")]
    return bool(media) and len(message.text) <= LONGEST_POINTER and _POINTS.search(message.text) is not None


async def say_so(turn: Turn) -> None:
    """One polite line, privately, once a person and day; a ledger that the office sends is worth a word of its own."""
    sent = turn.message
    assert turn.person is not None
    sheets = [each["name"] for each in sent.attachments if each.get("name", "").lower().endswith(SHEETS)]
    if sheets and turn.person.is_office and not turn.chat.is_group:
        words, key = wording.ledger(sheets[0]), f"ledger/{sent.platform}/{sent.message_id}"
    else:
        kind = sent.attachments[0].get("kind", "") if sent.attachments else None
        words = wording.nothing_came() if kind is None else wording.cannot_read(kind)
        key = f"{'unseen' if kind is None else 'wordless'}/{sent.platform}/{turn.person.id}/{turn.today}"
    await Outbox.put(key[:200], Reply(words), turn.now, person=turn.person, answers=sent)
