"""How fast an address is called by all processes together: so many slots for each, and each call takes one."""

from tortoise import fields
from tortoise.models import Model

from models.store.quick import Look, Update, insert

LONGEST_MS = 3_600_000
"""Nobody shuts an address longer: a slot taken further ahead was taken by a clock that went wrong."""


class CallSlot(Model):
    """One of the calls that an address takes in a window of time, `key` tells nothing of the address itself."""

    id = fields.IntField(primary_key=True)
    key = fields.CharField(64)
    number = fields.IntField()
    taken_ms = fields.BigIntField(default=0, db_default=0)

    class Meta:
        table = "call_slot"
        unique_together = (("key", "number"),)


_SLOTS = Look(
    CallSlot, 'SELECT "number", "taken_ms" FROM "call_slot" WHERE "key" = $1 ORDER BY "taken_ms", "number" LIMIT $2'
)
_TAKE = Update(
    CallSlot, 'UPDATE "call_slot" SET "taken_ms" = $1 WHERE "key" = $2 AND "number" = $3 AND "taken_ms" = $4'
)
_SHUT = Update(CallSlot, 'UPDATE "call_slot" SET "taken_ms" = $1 WHERE "key" = $2 AND "taken_ms" < $1')


async def take_slot(key: str, limit: int, window_ms: int, now_ms: int) -> int:
    """Take the slot that is free longest; gives 0, or in how many milliseconds the next one is free."""
    while True:
        slots = await _SLOTS.rows(key, limit)
        if len(slots) < limit:
            await insert(CallSlot, [{"key": key, "number": number} for number in range(limit)], conflict="DO NOTHING")
            continue
        oldest = slots[0]
        wait = oldest["taken_ms"] + window_ms - now_ms
        if 0 < wait <= LONGEST_MS:
            return int(wait)
        if await _TAKE.run(now_ms, key, oldest["number"], oldest["taken_ms"]):
            return 0


async def shut_slots(key: str, window_ms: int, until_ms: int) -> None:
    """Let nobody take any before a moment: the platform has said so."""
    await _SHUT.run(until_ms - window_ms, key)
