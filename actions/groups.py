"""Groups that the configuration binds, beside those that are bound in the chat itself."""

from collections.abc import Sequence
from datetime import datetime

from actions.to_office import tell_office
from language.wording import onboarding as wording
from models.calendar import utc
from models.change import Change
from models.chat import Chat, ChatChannel, bound_groups
from models.mailbox import Reply
from models.people import Person
from models.policy import Profile
from models.vocabulary import ChatKind, Why

WEBHOOK = "webhook"


async def keep_group(
    platform: str, address: str, *, name: str, scope: Sequence[str], webhook: str = "", secret: str = ""
) -> None:
    """Bind a group, and the webhook by which people can be mentioned in it; doing it again changes nothing."""
    chat, _ = await Chat.get_or_create(platform=platform, address=address, kind=ChatKind.GROUP.value)
    await Chat.filter(id=chat.id).update(bound=True, name=name or chat.name, scope=list(scope))
    if webhook:
        channel, _ = await ChatChannel.get_or_create(chat_id=chat.id, kind=WEBHOOK, defaults={"address": webhook})
        await ChatChannel.filter(id=channel.id).update(address=webhook, secret=secret)


async def bind_group(chat: Chat, name: str, person: Person, now: datetime) -> None:
    """From now on a group gets the notices and summaries, under the name that the office gives it."""
    await Chat.filter(id=chat.id).update(bound=True, name=(name or chat.name)[:120])
    await Change.create(key=f"group/{chat.id}", old=chat.bound, new=True, person=person, at=utc(now))


async def keep_webhook(chat: Chat, address: str, person: Person, now: datetime) -> None:
    """From now on people are mentioned in a group through this address; the ledger of changes does not hold it."""
    channel, _ = await ChatChannel.get_or_create(chat_id=chat.id, kind=WEBHOOK, defaults={"address": address})
    await ChatChannel.filter(id=channel.id).update(address=address, secret="")
    await Change.create(key=f"webhook/{chat.id}", old=None, new="kept", person=person, at=utc(now))


async def drop_webhook(platform: str, address: str, now: datetime) -> None:
    """A group's webhook is dead: it is forgotten, and the office told how to give another."""
    chat = await Chat.get_or_none(platform=platform, address=address, kind=ChatKind.GROUP.value)
    if chat is None or not await ChatChannel.filter(chat_id=chat.id, kind=WEBHOOK).delete():
        return
    await Change.create(key=f"webhook/{chat.id}", old="kept", new=None, at=utc(now))
    told = Reply(wording.webhook_dead(shown(chat)), why=Why.OFFICE)
    await tell_office(f"webhook/{chat.id}/{utc(now):%Y%m%d%H%M}", told, now)


async def groups_on(platform: str) -> list[Chat]:
    """The bound groups of one platform."""
    return [group for group in await bound_groups() if group.platform == platform]


def shown(chat: Chat) -> str:
    """A group's name for people; what has none is told by the end of its id."""
    return chat.name or wording.unnamed(chat.address[-4:])


async def unbind_group(platform: str, address: str) -> None:
    """We were taken out of a group, or it is no more: nothing is posted there until somebody binds it again."""
    await Chat.filter(platform=platform, address=address, kind=ChatKind.GROUP.value).update(bound=False)


async def set_profile(chat: Chat, profile: Profile, person: Person, now: datetime) -> None:
    """How firmly the projects of a group are asked about from now on."""
    await Chat.filter(id=chat.id).update(profile=profile.value)
    await Change.create(key=f"profile/{chat.id}", old=chat.profile, new=profile.value, person=person, at=utc(now))
