"""How units report: never compared in a group; the facts of past weeks go privately to those who may have them."""

from datetime import datetime, timedelta

from handlers.turn import Turn
from language.ledger_questions import weeks_of_silence
from language.understanding import Query
from language.wording.answers import comparing as wording
from models.calendar import Week, local, utc
from models.job_run import JobRun
from models.mailbox import Outbox, Reply
from models.people import Unit
from models.permission import SEES_COMPARISON
from models.vocabulary import Role, Why
from models.weekly import WeekState, week_state

WEEKS = 4
RECENT = timedelta(days=7)


async def ranking(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """Who came late and who did not report in the last weeks."""
    if not _may_hear(turn):
        return (Reply(wording.not_compared(sent=False)),)
    names = await _names()
    weeks = [
        (state.week, [names[unit] for unit in state.late], [names[unit] for unit in state.missing])
        for state in await _weeks(turn, WEEKS)
    ]
    return _alone(turn, wording.reporting(weeks))


async def silent(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """连续三周没报的单位: who has reported in none of the last weeks that have ended."""
    if not _may_hear(turn):
        return (Reply(wording.not_compared(sent=False)),)
    wanted = weeks_of_silence(turn.message.text) or WEEKS
    states, names = await _weeks(turn, wanted), await _names()
    always = set.intersection(*(set(state.missing) for state in states)) if len(states) == wanted else set()
    found = [name for unit, name in names.items() if unit in always]
    return _alone(turn, wording.silent(wanted, [state.week for state in states], found))


async def nudged(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """最近谁催过他们: which units the bot has nudged in the last days, and when."""
    if not _may_hear(turn):
        return (Reply(wording.not_compared(sent=False)),)
    sent = Outbox.filter(
        why=Why.REMINDER.value, delivered_at__gte=utc(turn.now - RECENT), delivered_at__lte=utc(turn.now)
    )
    told: dict[str, list[datetime]] = {}
    for letter in await sent.order_by("delivered_at", "id").prefetch_related("person__unit"):
        unit = letter.person.unit.name if letter.person and letter.person.unit else ""
        if unit and letter.delivered_at:
            told.setdefault(unit, []).append(local(letter.delivered_at))
    return _alone(turn, wording.nudged(told, turn.today))


def _may_hear(turn: Turn) -> bool:
    return turn.person is not None and Role(turn.person.role) in SEES_COMPARISON


def _alone(turn: Turn, text: str) -> tuple[Reply, ...]:
    """Facts about units go to the asker alone; a group hears that they did."""
    facts = Reply(text, why=Why.RESTRICTED if turn.chat.is_group else Why.REPLY, private=True)
    return (Reply(wording.not_compared(sent=True)), facts) if turn.chat.is_group else (facts,)


async def _names() -> dict[str, str]:
    return {unit.id: unit.name for unit in await Unit.all()}


async def _weeks(turn: Turn, many: int) -> list[WeekState]:
    """The last weeks before this one in which anybody was asked, the oldest first."""
    found, week = [], Week.of(turn.today)
    for _ in range(many):
        week = week.previous
        if await JobRun.filter(job=f"cutoff/{week}").exists():
            found.append(await week_state(week, turn.now, turn.office.weekly, turn.office.calendar))
    return found[::-1]
