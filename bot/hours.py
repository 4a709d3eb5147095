"""The hours of the weekly cycle: what nobody wrote down moves along with a cut-off that somebody did."""

from datetime import datetime, time, timedelta

from bot.config_form import QuietForm, WeeklyForm

Hours = dict[str, time]
NAMES = ("notice", "first_call", "count", "cutoff", "publish", "warn", "supplement")
FIRST_CALL_BEFORE = timedelta(hours=2)
COUNT_BEFORE = timedelta(minutes=45)
PUBLISH_AFTER = timedelta(hours=2, minutes=30)


def fitting(weekly: WeeklyForm, quiet: QuietForm) -> Hours:
    """The hours as written; one that was left out and would fall on the wrong side of another keeps its distance."""
    hours: Hours = {name: getattr(weekly, name) for name in NAMES}
    free = set(NAMES) - weekly.model_fields_set
    cutoff = hours["cutoff"]
    if "count" in free and hours["count"] >= cutoff:
        hours["count"] = _moved(cutoff, -COUNT_BEFORE)
    if "first_call" in free and hours["first_call"] >= min(hours["count"], cutoff):
        hours["first_call"] = max(_moved(cutoff, -FIRST_CALL_BEFORE), quiet.until)
    if "publish" in free and hours["publish"] <= cutoff:
        hours["publish"] = min(_moved(cutoff, PUBLISH_AFTER), quiet.after)
    return hours


def _moved(clock: time, by: timedelta) -> time:
    """The time of day so much earlier or later, never beyond the day's ends."""
    day = datetime(2000, 1, 3, clock.hour, clock.minute)  # noqa: DTZ001 - any day; only its clock is looked at
    moved = day + by
    return moved.time() if moved.date() == day.date() else clock
