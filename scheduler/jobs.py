"""What the timetable's rows do: each calls one action."""

from datetime import datetime

from actions import bulletin, burden, due, escalation, meeting_timers, reminder, roster, supplement, warning
from models.cycle import Times
from models.draft import Draft
from models.policy import Office


async def notice(times: Times, office: Office, now: datetime, _: None) -> None:
    """The notice in the group and the pre-filled lists."""
    await reminder.post_notice(times, office, now)


async def first_call(times: Times, office: Office, now: datetime, _: None) -> None:
    """The first nudge to those who have not reported."""
    await reminder.nudge(times, office, now, reminder.FIRST_CALL)


async def count(times: Times, office: Office, now: datetime, _: None) -> None:
    """The count in the group and the second nudge."""
    await reminder.post_count(times, office, now)


async def cutoff(times: Times, office: Office, now: datetime, _: None) -> None:
    """The draft to the office."""
    await bulletin.close_week(times, office, now)


async def draw(times: Times, office: Office, now: datetime) -> list[bulletin.Picture]:
    """The pictures for the publication; none where there is no draft."""
    draft = await Draft.get_or_none(kind=bulletin.WEEKLY, week=str(times.week))
    return await bulletin.draw_pages(draft) if draft and draft.publish_at else []


async def publish(times: Times, office: Office, now: datetime, pages: list[bulletin.Picture]) -> None:
    """The publication of what nobody holds."""
    draft = await Draft.get_or_none(kind=bulletin.WEEKLY, week=str(times.week))
    if draft is not None and draft.publish_at is not None:
        await bulletin.publish(draft, pages, office, now)


async def remind_to_sign(times: Times, office: Office, now: datetime, _: None) -> None:
    """The office's draft that still waits for its word."""
    await bulletin.remind_to_sign(times, now)


async def hand_over(office: Office, now: datetime) -> None:
    """The projects of liaisons whom somebody has followed."""
    await roster.settle_handovers(now)


async def tell_burden(times: Times, office: Office, now: datetime, _: None) -> None:
    """The office's line on how much was asked of whom."""
    await burden.tell(times, now)


async def warn(office: Office, now: datetime) -> None:
    """The warnings before nodes turn."""
    await warning.warn(office, now)


async def remind_due(office: Office, now: datetime) -> None:
    """What falls due of promises and of meetings' decisions."""
    await due.remind(office, now)


async def climb(office: Office, now: datetime) -> None:
    """The problems whose time at their level is over."""
    await escalation.climb(office, now)


async def remind_of_meetings(office: Office, now: datetime) -> None:
    """What is to be done after a meeting, and on the working day before one."""
    await meeting_timers.remind(office, now)


async def supplement_bulletin(office: Office, now: datetime) -> None:
    """What of the last bulletin has changed."""
    await supplement.post_supplement(office, now)
