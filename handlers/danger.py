"""A safety word in a message: the office and the leader on duty hear of it at once, whatever the hour."""

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.alert import raise_alert, raised_lately
from handlers.turn import Turn
from language.safety import goes_on, tells_of_danger, tells_what_followed
from language.wording import alert as wording
from models.mailbox import Reply
from models.permission import ABOVE
from models.vocabulary import Role

_ASKS = re.compile(r"[?？]|吗|呢|怎么样|怎么回事|如何|说一下|说说|详细|哪|谁|多少|什么|有没有|处理得|报一下|发我|情况$")
"""From those to whom danger is told: they ask about one that they have heard of."""


async def look_out(turn: Turn) -> bool:
    """Pass on what tells of danger, with its words and who sent it; whether there was any."""
    if turn.person is None:
        return False
    words = turn.said
    told = tells_of_danger(words) and tells_of_danger(words, turn.lexicon.named(words))
    lately = await raised_lately(turn.person, turn.now) if not told or goes_on(words) else None
    further = lately is not None and (tells_what_followed(words) if not told else _of_the_same(turn, lately))
    if not told and not further:
        return False
    if Role(turn.person.role) in ABOVE and _ASKS.search(words):
        return False
    await raise_alert(turn.message, words, turn.person, turn.now, further=further)
    return True


def _of_the_same(turn: Turn, alert: str) -> bool:
    """Whether no other project is named than in the alarm before."""
    named = turn.lexicon.sure_projects(turn.said, turn.person.id if turn.person else None)
    return not named or bool(set(named) & set(turn.lexicon.sure_projects(alert)))


def with_word(replies: Sequence[Reply]) -> Sequence[Reply]:
    """The answer to a message that told of danger says that it was passed on; alone, where there is no other."""
    if not replies:
        return (Reply(wording.passed_on()),)
    first, *rest = replies
    return (replace(first, text=f"{wording.passed_on()}\n{first.text}"), *rest)
