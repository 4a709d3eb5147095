"""Where we are willing to connect: an exact list for what callers and messages name, https, and public addresses."""

from yarl import URL

from bot.platforms.dingtalk.settings import Settings
from bot.platforms.outside import ForeignAddress, Guard, parsed, within

SESSION_PATH = "/robot/sendBySession"
WEBHOOK_PATH = "/robot/send"


class Hosts(Guard):
    """The addresses of one DingTalk application."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        super().__init__((settings.api, settings.oapi), (settings.gateway_domain, *settings.download_domains))

    def _known(self, text: str, path: str) -> URL:
        url = parsed(text)
        # The path counts too: another path of the right host could be a robot in somebody else's group.
        if not self.is_exact(url) or url.raw_path != path:
            raise ForeignAddress
        return url

    def session_webhook(self, text: str) -> URL:
        """The address at which one conversation may be answered for 90 minutes."""
        return self._known(text, SESSION_PATH)

    def webhook(self, text: str) -> URL:
        """The address of a group's robot, as the office pasted it."""
        url = self._known(text, WEBHOOK_PATH)
        if not url.query.get("access_token"):
            raise ForeignAddress
        return url

    def gateway(self, text: str) -> URL:
        """The socket's address; DingTalk adds gateway hosts without notice, so its whole domain is accepted here.

        It comes over TLS from the API itself, never out of a message.
        """
        url = parsed(text)
        if not self.is_exact(url) and not within(url, (self._settings.gateway_domain,)):
            raise ForeignAddress
        return url

    def download(self, text: str) -> URL:
        """A signed link to a file that somebody sent; the hosts of the object store are not published."""
        url = parsed(text)
        if not self.is_exact(url) and not within(url, self._settings.download_domains):
            raise ForeignAddress
        return url
