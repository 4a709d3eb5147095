"""What accidents were told of lately, and what was said of them since: for those who heard of them, privately."""

from datetime import timedelta

from handlers.turn import Turn
from language.safety import asks_of_accidents
from language.wording import alert as wording
from models.calendar import day_of, utc
from models.mailbox import Outbox, Reply
from models.permission import SEES_RESTRICTED
from models.vocabulary import Role

LATELY = timedelta(days=60)
MOST = 6


async def answer(turn: Turn) -> tuple[Reply, ...] | None:
    """The alarms of the last weeks, of the project that is named; None where they are not asked for, or not here."""
    person = turn.person
    if person is None or turn.chat.is_group or Role(person.role) not in SEES_RESTRICTED:
        return None
    if not asks_of_accidents(turn.plain):
        return None
    named = turn.lexicon.sure_projects(turn.plain)
    rows = Outbox.filter(
        key__startswith="alert/", created_at__gte=utc(turn.now - LATELY), created_at__lte=utc(turn.now)
    )
    found: dict[str, str] = {}
    for letter in await rows.order_by("id").only("id", "key", "text", "created_at", "context"):
        source = letter.key.rsplit("/", 1)[0]
        about = turn.lexicon.sure_projects(letter.text)
        if source not in found and (not named or not about or set(named) & set(about)):
            found[source] = wording.told_on(day_of(letter.created_at), letter.text, turn.today)
    if named and not found:
        return None
    return (Reply(wording.accidents(list(found.values())[-MOST:])),)
