"""A group's webhook in somebody's words: a key for whoever has it, so it is taken out before anything is kept."""

import re
from dataclasses import replace

from bot.platforms.base import Attachment, Incoming
from bot.platforms.outside import ForeignAddress
from bot.platforms.wecom.hosts import Hosts
from language.wording.onboarding import HIDDEN_KEY
from models.mailbox import HOOK

_ADDRESS = r"(?:https?://)?[\w.:-]+/cgi-bin/webhook/\w+\?[!-~]*"
_BARE = r"(?<![0-9a-z-])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-z-])"
_EITHER = re.compile(f"{_ADDRESS}|{_BARE}", re.ASCII | re.IGNORECASE)


def hidden(incoming: Incoming, hosts: Hosts) -> Incoming:
    """A message without keys in its words; each key is an attachment, empty where it is not one of our hosts'."""
    found = list(dict.fromkeys(_EITHER.findall(incoming.text)))
    quote = _EITHER.sub(HIDDEN_KEY, incoming.quote) if incoming.quote else incoming.quote
    if not found and quote == incoming.quote:
        return incoming
    keys = tuple(Attachment(HOOK, code=_known(each, hosts)) for each in found)
    text = _EITHER.sub(HIDDEN_KEY, incoming.text)
    return replace(incoming, text=text, quote=quote, attachments=(*incoming.attachments, *keys))


def _known(text: str, hosts: Hosts) -> str:
    try:
        return hosts.webhook_key(text if "/" not in text or "://" in text else f"https://{text}")
    except ForeignAddress:
        return ""
