"""A group's webhook, given in the chat by the office: bound to its group, and kept nowhere else."""

from actions import dialogue, groups
from handlers.turn import Turn
from language.wording import ask as ask_wording
from language.wording import onboarding as wording
from models.chat import Chat
from models.dialogue import PendingQuestion
from models.mailbox import HOOK, Inbox, Outbox, Reply
from models.refusal import OfficeOnly

WHICH_GROUP = "which_group"
MOST_CHOICES = 6


def brings_key(message: Inbox) -> bool:
    """Whether the platform found a webhook in a message, and took it out of its words."""
    return any(each.get("kind") == HOOK for each in message.attachments)


async def forget_key(message: Inbox) -> None:
    """Take the address out of the kept message: from now on it stands with its group alone."""
    if not brings_key(message):
        return
    kept = [{**each, "code": ""} if each.get("kind") == HOOK else each for each in message.attachments]
    await Inbox.filter(id=message.id).update(attachments=kept)


async def take_key(turn: Turn) -> tuple[Reply, ...]:
    """Bind an address to the group that is meant; where that cannot be told, ask."""
    if turn.person is None or not turn.person.is_office:
        raise OfficeOnly
    if turn.chat.is_group:
        return (Reply(wording.key_said_in_group(), private=True),)
    keys = [each["code"] for each in turn.message.attachments if each.get("kind") == HOOK and each["code"]]
    if len(keys) != 1:
        return (Reply(wording.key_is_foreign()),)
    known = await groups.groups_on(turn.message.platform)
    if not known:
        return (Reply(wording.no_group_yet()),)
    meant = [group for group in known if group.name and group.name in turn.message.text] or known
    if len(meant) == 1:
        return await _bind(turn, meant[0], keys[0])
    return await _ask(turn, meant, keys[0])


async def take_choice(turn: Turn, question: PendingQuestion, number: int) -> tuple[Reply, ...]:
    """The number of the group to which the address belongs."""
    chats = question.payload["groups"]
    if not 1 <= number <= len(chats):
        return (Reply(ask_wording.no_such_choice(len(chats))),)
    if not await dialogue.settle(question, turn.now):
        return ()
    await PendingQuestion.filter(id=question.id).update(payload={"groups": chats})
    return await _bind(turn, await Chat.get(id=chats[number - 1]), question.payload["address"])


async def _ask(turn: Turn, meant: list[Chat], address: str) -> tuple[Reply, ...]:
    names = [groups.shown(group) for group in meant]
    if len(meant) > MOST_CHOICES:
        return (Reply(wording.which_group_openly(names)),)
    payload = {"address": address, "groups": [group.id for group in meant]}
    number = await dialogue.ask(
        turn.chat, turn.person, WHICH_GROUP, payload, turn.now, turn.office.policy.question_minutes
    )
    words = wording.which_group(names)
    return (Reply(words, context={"question": number}, buttons=ask_wording.choices(names)),)


async def _bind(turn: Turn, group: Chat, address: str) -> tuple[Reply, ...]:
    assert turn.person is not None
    await groups.keep_webhook(group, address, turn.person, turn.now)
    proof = Reply(wording.key_works(), mentions=(turn.person.id,))
    await Outbox.put(f"webhook/{group.id}/{turn.message.id}", proof, turn.now, chat=group)
    return (Reply(wording.key_kept(groups.shown(group))),)
