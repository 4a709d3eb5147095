"""接龙: whoever continues one sends all earlier lines once more; only what is new in it is read."""

from datetime import datetime, time

from language.pasted import may_continue_relay, relay_rest
from models.calendar import Week, at, day_of, local
from models.mailbox import Inbox, said_before


async def fresh_words(message: Inbox) -> str:
    """The words of a message without the lines that stood in this chat's 接龙 before, in the same week.

    A line that stands again next week (水务局 无变化) is a new report.
    """
    if not message.text or not may_continue_relay(message.text):
        return message.text
    return relay_rest(message.text, [each.text for each in await said_before(message, _since(message))])


def _since(message: Inbox) -> datetime:
    return at(Week.of(day_of(local(message.sent_at))).monday, time())
