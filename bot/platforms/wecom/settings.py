"""What WeChat Work needs to be told by the configuration, and how patient we are with it."""

from dataclasses import dataclass, field

from bot.platforms.outside import must_be_safe
from bot.platforms.wecom.crypto import key_of

PLATFORMS_OWN = "https://work.weixin.qq.com"
"""Where a card leads as long as the pages have no address of their own."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds we wait, chosen so that a new message is heard within 30 s after any fault has ended."""

    opening: float = 10.0  # handshake and subscription together
    ping: float = 10.0  # the platform wants one every 30 s; ours come sooner, to notice a dead line sooner
    answer: float = 5.0  # longest wait for the answer to a frame of ours
    dead: int = 2  # pings without an answer after which a socket is given up
    keeping: float = 10.0  # longest wait for one message to be committed, before it is tried again
    again: float = 0.5  # after which a message that could not be kept is tried again, doubling
    first_pause: float = 1.0
    longest_pause: float = 15.0
    refused: float = 60.0  # after a subscription that was refused for another reason than its secret
    steady: float = 5.0
    farewell: float = 2.0
    media: float = 60.0  # a download, which must be over before the address ends after five minutes


@dataclass(frozen=True, slots=True)
class Callback:
    """The secrets of one callback address."""

    token: str = field(default="", repr=False)
    aes_key: str = field(default="", repr=False)

    def __bool__(self) -> bool:
        return bool(self.token and self.aes_key)


@dataclass(frozen=True, slots=True)
class Settings:
    """One corporation: its 智能机器人 (by socket or by callback) and, where there is one, its own application."""

    bot_id: str = ""
    bot_secret: str = field(default="", repr=False)
    bot_name: str = ""
    bot_callback: Callback = Callback()
    corp_id: str = ""
    agent_id: int | None = None
    app_secret: str = field(default="", repr=False)
    app_callback: Callback = Callback()
    api: str = "https://qyapi.weixin.qq.com"
    socket: str = "wss://openws.work.weixin.qq.com"
    media_domains: tuple[str, ...] = ("myqcloud.com", "weixin.qq.com")
    login: str = "https://login.work.weixin.qq.com"
    authorize: str = "https://open.weixin.qq.com"
    address: str = PLATFORMS_OWN  # the office's pages, where a card leads
    answer_within: float = 10.0
    patience: Patience = Patience()

    def __post_init__(self) -> None:
        for base in (self.api, self.socket, self.login, self.authorize, self.address):
            must_be_safe(base)
        for callback in (self.bot_callback, self.app_callback):
            if callback:
                key_of(callback.aes_key)

    @property
    def has_app(self) -> bool:
        """Is there an application that can write to people?"""
        return bool(self.corp_id and self.app_secret and self.agent_id is not None)
