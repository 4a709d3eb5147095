"""Groups that the configuration binds, beside those that are bound in the chat itself."""

from collections.abc import Sequence
from datetime import datetime

from models.calendar import utc
from models.change import Change
from models.chat import Chat, ChatChannel
from models.people import Person
from models.policy import Profile
from models.vocabulary import ChatKind

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


async def unbind_group(platform: str, address: str) -> None:
    """We were taken out of a group, or it is no more: nothing is posted there until somebody binds it again."""
    await Chat.filter(platform=platform, address=address, kind=ChatKind.GROUP.value).update(bound=False)


async def set_profile(chat: Chat, profile: Profile, person: Person, now: datetime) -> None:
    """How firmly the projects of a group are asked about from now on."""
    await Chat.filter(id=chat.id).update(profile=profile.value)
    await Change.create(key=f"profile/{chat.id}", old=chat.profile, new=profile.value, person=person, at=utc(now))
