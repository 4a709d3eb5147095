"""All that a handler gets of one message: who said what, where and when, and the office's yardsticks."""

from dataclasses import dataclass, field
from datetime import date, datetime

from language.framing import unframed
from language.names import Lexicon
from language.normalize import normalize
from language.wrapping import unwrapped
from models.calendar import Week, day_of
from models.chat import Chat
from models.mailbox import Inbox, Outbox
from models.people import Person
from models.policy import Office


@dataclass(frozen=True, slots=True)
class Turn:
    """One message with its surroundings; `now` is when it was sent, in Asia/Shanghai, not when it is handled."""

    message: Inbox
    chat: Chat
    person: Person | None
    now: datetime
    office: Office
    lexicon: Lexicon
    pressed: Outbox | None = None
    """The letter whose button was pressed, where the words were not typed."""
    without: tuple[str, ...] = ()
    """Projects that a question leaves out (除了大桥还有哪些滞后的)."""
    plain: str = field(init=False)
    """The words without what people put round them: greetings, thanks, haste, what it is wanted for; made once."""

    def __post_init__(self) -> None:
        inner = unwrapped(self.said, self.lexicon, self.person.id if self.person else None)
        object.__setattr__(self, "plain", unframed(inner))

    @property
    def said(self) -> str:
        """The words in one form and without the bot's mention."""
        return normalize(self.message.text, self.lexicon.people_names).strip()

    @property
    def today(self) -> date:
        """The day of the message in Shanghai."""
        return day_of(self.now)

    @property
    def week(self) -> Week:
        """The week of the message."""
        return Week.of(self.today)
