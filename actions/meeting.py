"""Meetings: when one has ended, which starts the timers of notices and minutes."""

from datetime import datetime

from models.calendar import utc
from models.meeting import Meeting


async def note_meeting(kind: str, ended: bool, now: datetime) -> Meeting:
    """Note that a meeting has begun, or has ended."""
    moment = utc(now)
    return await Meeting.create(kind=kind[:20], starts_at=None if ended else moment, ended_at=moment if ended else None)
