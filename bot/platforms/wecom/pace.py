"""WeChat Work's own paces, a little below what it allows: our clock and its clock do not begin a minute together."""

from dataclasses import dataclass, field

from bot.platforms.pace import Pace
from bot.platforms.wecom.errors import Trouble, WeComError

WEBHOOK_PER_MINUTE = 18
MINUTE = 60.0
HOUR = 3600.0


def no_room(wait: float) -> WeComError:
    """Too fast by so many seconds."""
    return WeComError(Trouble.TOO_FAST, retry_after=wait)


@dataclass(slots=True)
class Paces:
    """One process's calls; with several processes only the one that holds the lease sends."""

    webhook: Pace = field(default_factory=lambda: Pace(WEBHOOK_PER_MINUTE, MINUTE, no_room))
    talk_minute: Pace = field(default_factory=lambda: Pace(27, MINUTE, no_room))
    talk_hour: Pace = field(default_factory=lambda: Pace(950, HOUR, no_room))
    person_minute: Pace = field(default_factory=lambda: Pace(27, MINUTE, no_room))
    person_hour: Pace = field(default_factory=lambda: Pace(950, HOUR, no_room))
    upload: Pace = field(default_factory=lambda: Pace(28, MINUTE, no_room))

    def talk(self, chat: str, now: float) -> None:
        """Book a place for one message of the aibot in a conversation; raises where there is none."""
        self.talk_minute.take(chat, now)
        self.talk_hour.take(chat, now)

    def write(self, person: str, now: float) -> None:
        """Book a place for one message of the application; more than these the platform drops without a word."""
        self.person_minute.take(person, now)
        self.person_hour.take(person, now)
