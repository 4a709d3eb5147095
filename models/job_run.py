"""What the clock has done, or skipped, for which moment; the unique pair makes it happen once."""

from datetime import datetime

from tortoise import fields
from tortoise.models import Model

from models.calendar import utc

DONE = "done"
SKIPPED = "skipped"


class JobRun(Model):
    """One occasion of one job, written in the transaction that holds the job's letters."""

    id = fields.IntField(primary_key=True)
    job = fields.CharField(60)
    due = fields.DatetimeField()
    state = fields.CharField(20)
    at = fields.DatetimeField()

    class Meta:
        table = "job_run"
        unique_together = (("job",),)

    @classmethod
    async def claim(cls, job: str, due: datetime, now: datetime, state: str = DONE) -> bool:
        """Whether this occasion of a job is ours; false where it was done or skipped before.

        `job` names the occasion, such as cutoff/2026-W24. Call it first in the transaction: on PostgreSQL a lost
        race raises IntegrityError and nothing may follow it.
        """
        if await cls.filter(job=job).exists():
            return False
        await cls.create(job=job, due=utc(due), state=state, at=utc(now))
        return True


class Cycle(Model):
    """What the office changed about one week's cycle: another cut-off or hour of publication, or no report, and why."""

    id = fields.IntField(primary_key=True)
    week = fields.CharField(10)
    cutoff_at = fields.DatetimeField(null=True)
    publish_at = fields.DatetimeField(null=True)
    skipped = fields.BooleanField(default=False, db_default=False)
    reason = fields.TextField(default="", db_default="")

    class Meta:
        table = "cycle"
        unique_together = (("week",),)


class Deferral(Model):
    """A unit's liaison has said when the report will come (下午报), nudges wait until then."""

    id = fields.IntField(primary_key=True)
    week = fields.CharField(10)
    person_id = fields.CharField(60)
    unit_id = fields.CharField(60)
    until = fields.DatetimeField()
    message_id = fields.IntField(null=True)
    at = fields.DatetimeField()

    class Meta:
        table = "deferral"
        indexes = (("week", "unit_id"),)
