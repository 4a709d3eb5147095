"""DingTalk's own paces."""

from bot.platforms.dingtalk.errors import DingTalkError, Trouble
from bot.platforms.pace import Pace

WEBHOOK_PER_MINUTE = 15  # DingTalk allows 20 and shuts the robot for ten minutes after that
CALLS_PER_FIFTH = 3  # DingTalk allows 20 a second to one application and one API


def no_room(wait: float) -> DingTalkError:
    """Too fast by so many seconds."""
    return DingTalkError(Trouble.TOO_FAST, retry_after=wait)


def per_minute() -> Pace:
    """The pace of one webhook."""
    return Pace(WEBHOOK_PER_MINUTE, 60.0, no_room)


def per_second() -> Pace:
    """The pace of API calls: in small steps, for a whole second's calls in one go would overlap the next second's."""
    return Pace(CALLS_PER_FIFTH, 0.2, no_room)
