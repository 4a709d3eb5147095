"""Groups and private chats, and the identities under which the platforms reach them."""

from tortoise import fields
from tortoise.models import Model

from models.people import Person
from models.store.quick import Select
from models.vocabulary import ChatKind


class Chat(Model):
    """A conversation, `scope` lists the projects a group is for, empty for every project.

    `bound` groups get the notices and summaries. A private chat has `kind` single and, where known, its person.
    """

    id = fields.IntField(primary_key=True)
    platform = fields.CharField(20)
    address = fields.CharField(200)
    kind = fields.CharField(10)
    name = fields.CharField(120, default="", db_default="")
    person: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="chats", null=True, on_delete=fields.RESTRICT
    )
    person_id: str | None
    scope: list[str] = fields.JSONField(default=list)
    bound = fields.BooleanField(default=False, db_default=False)
    profile = fields.CharField(10, default="标准", db_default="标准")

    class Meta:
        table = "chat"
        unique_together = (("platform", "address", "kind"),)

    @property
    def is_group(self) -> bool:
        """Whether more people than the speaker hear what is said here."""
        return self.kind == ChatKind.GROUP.value

    def covers(self, project: str) -> bool:
        """Whether a project is this group's business."""
        return not self.scope or project in self.scope


class ChatChannel(Model):
    """Another door into a group: a webhook that can mention people. `address` and `secret` are never logged."""

    id = fields.IntField(primary_key=True)
    chat: fields.ForeignKeyRelation[Chat] = fields.ForeignKeyField(
        "models.Chat", related_name="channels", on_delete=fields.CASCADE
    )
    chat_id: int
    kind = fields.CharField(20)
    address = fields.CharField(500)
    secret = fields.CharField(200, default="", db_default="")

    class Meta:
        table = "chat_channel"
        unique_together = (("chat_id", "kind"),)


_KNOWN = Select(Chat, 'WHERE "platform" = $1 AND "address" = $2 AND "kind" = $3')


async def known_chat(platform: str, address: str, kind: str) -> Chat | None:
    """A chat that something was said in before."""
    return await _KNOWN.first(platform, address, kind)


_DOOR = Select(ChatChannel, 'WHERE "chat_id" = $1 AND "kind" = $2')


async def door_of(chat: Chat, kind: str) -> ChatChannel | None:
    """Another door into a group, where one was registered."""
    return await _DOOR.first(chat.id, kind)


async def webhooks_on(platform: str) -> list[tuple[Chat, str, str]]:
    """The groups of a platform that have a webhook, with its address and signing secret; both are secrets."""
    rows = await ChatChannel.filter(kind="webhook", chat__platform=platform).prefetch_related("chat").order_by("id")
    return [(row.chat, row.address, row.secret) for row in rows]


async def bound_groups() -> list[Chat]:
    """The groups that get notices and summaries, in the order in which they were bound."""
    return await Chat.filter(kind=ChatKind.GROUP.value, bound=True).order_by("id")


async def private_chat(platform: str, address: str) -> Chat:
    """The private chat with whoever a platform knows under an id, made when it is first needed."""
    chat, _ = await Chat.get_or_create(platform=platform, address=address, kind=ChatKind.SINGLE.value)
    return chat
