"""Which process does what only one may do. No clock is asked: those of several machines do not agree."""

from tortoise import fields
from tortoise.models import Model


class Lease(Model):
    """One task, its holder, and a beat that the holder moves on, who sees it stand still long enough may take it."""

    id = fields.IntField(primary_key=True)
    name = fields.CharField(40)
    holder = fields.CharField(80, default="", db_default="")
    beat = fields.IntField(default=0, db_default=0)

    class Meta:
        table = "lease"
        unique_together = (("name",),)

    @classmethod
    async def seen(cls, name: str) -> tuple[str, int]:
        """Who holds it, and its beat; made when it is first asked for."""
        await cls.bulk_create([cls(name=name)], ignore_conflicts=True)
        row = await cls.get(name=name)
        return row.holder, row.beat

    @classmethod
    async def take(cls, name: str, me: str, holder: str, beat: int) -> bool:
        """Take it from whoever was seen with it, if nothing has moved since; to move one's own beat is the same."""
        mine = cls.filter(name=name, holder=holder, beat=beat)
        return bool(await mine.update(holder=me, beat=beat + 1))

    @classmethod
    async def give_back(cls, name: str, me: str) -> None:
        """Let the next one take it at once."""
        await cls.filter(name=name, holder=me).update(holder="")
