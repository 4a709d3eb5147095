"""What DingTalk needs to be told by the configuration, and how patient we are with it."""

from dataclasses import dataclass, field

from bot.platforms.outside import must_be_safe


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds we wait, chosen so that a new message is heard within 30 s after any fault has ended."""

    opening: float = 10.0  # ticket and handshake together; a hung gateway must not hold us longer
    heartbeat: float = 15.0  # a dead peer shows after one and a half of these
    silence: float = 150.0  # pings come about every 30 s; a socket without any frame this long is taken for dead
    linger: float = 10.0  # the server keeps a socket that it has rotated out about this long
    keeping: float = 10.0  # longest wait for one message to be committed; past it the platform will send it again
    first_pause: float = 1.0
    longest_pause: float = 15.0
    steady: float = 5.0  # a socket that lived at least so long and spoke ends the back-off
    farewell: float = 2.0


@dataclass(frozen=True, slots=True)
class Settings:
    """One DingTalk application: who we are there, and where it is reached."""

    client_id: str
    client_secret: str = field(repr=False)
    robot_code: str = ""
    agent_id: int | None = None
    corp_id: str = ""
    card_template: str = ""
    api: str = "https://api.dingtalk.com"
    oapi: str = "https://oapi.dingtalk.com"
    gateway_domain: str = "dingtalk.com"
    download_domains: tuple[str, ...] = ("dingtalk.com", "aliyuncs.com")
    events: bool = False
    answer_within: float = 10.0
    patience: Patience = Patience()

    def __post_init__(self) -> None:
        for base in (self.api, self.oapi):
            must_be_safe(base)

    @property
    def robot(self) -> str:
        """The robot's code, which for self-built applications is the client id."""
        return self.robot_code or self.client_id
