"""The addresses of WeChat Work that we are willing to call."""

from yarl import URL

from bot.platforms.outside import ForeignAddress, Guard, parsed
from bot.platforms.wecom.settings import Settings

WEBHOOK_PATH = "/cgi-bin/webhook/send"
RESPONSE_PATH = "/cgi-bin/aibot/response"


class Hosts(Guard):
    """The addresses of one corporation."""

    def __init__(self, settings: Settings) -> None:
        self._api = settings.api
        self._exactly = Guard([settings.api])
        super().__init__((settings.api, settings.socket), settings.media_domains)

    def _known(self, text: str, path: str, key: str) -> URL:
        url = parsed(text)
        # The path counts too: another path of the right host could be anything.
        if not self._exactly.is_exact(url) or url.raw_path != path or not url.query.get(key):
            raise ForeignAddress
        return url

    def response(self, text: str) -> URL:
        """The address at which one message may be answered once within an hour."""
        return self._known(text, RESPONSE_PATH, "response_code")

    def webhook_key(self, text: str) -> str:
        """The key of a group's webhook, from its address or pasted alone."""
        if "/" not in text and text.isascii() and 0 < len(text) <= 128 and text.replace("-", "").isalnum():
            return text
        return self._known(text, WEBHOOK_PATH, "key").query["key"]

    def media(self, text: str) -> URL:
        """The address of what somebody sent; the hosts of the object store are not published."""
        url = parsed(text)
        if url.scheme not in ("http", "https") or not self.allows(url):
            raise ForeignAddress
        return url
