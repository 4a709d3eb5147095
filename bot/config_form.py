"""The form of config.toml: which keys there are, what is allowed, and what holds when a key is left out."""

import re
from datetime import date, time
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SecretStr
from pydantic_core import PydanticCustomError

from models.policy import Approval, HolidayMode, Policy, WeeklySettings

POLICY = Policy()
WEEKLY = WeeklySettings()

_CLOCK = re.compile(r"([01]?\d|2[0-3])[:：]([0-5]\d)")


def _clock(value: object) -> time:
    """A time of day as an office writes it; a bare number would be read as seconds, so it is refused."""
    if isinstance(value, time):
        return value
    found = _CLOCK.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found:
        raise PydanticCustomError("time", "not a time of day")
    return time(int(found[1]), int(found[2]))


Clock = Annotated[time, BeforeValidator(_clock)]
Count = Annotated[int, Field(ge=1, le=1000)]
Minutes = Annotated[int, Field(ge=1, le=7 * 24 * 60)]
Port = Annotated[int, Field(ge=0, le=65535)]
HttpAddress = Annotated[str, Field(pattern=r"^https?://[^\s/]+$")]
Domain = Annotated[str, Field(pattern=r"^[a-z0-9.-]+$")]
DayRange = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d(\.\.\d{4}-\d\d-\d\d)?$")]


class Form(BaseModel):
    """A section; what nobody knows is a mistake, not a wish."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class StoreForm(Form):
    """Where the data is."""

    url: Annotated[str, Field(pattern=r"^(sqlite|postgres|postgresql)://.+")] = "sqlite://data/sanse.sqlite3"


class ServerForm(Form):
    """Where pages and callbacks are served."""

    host: str = "127.0.0.1"
    port: Port = 8080


class LoggingForm(Form):
    """How much is logged, and in which form."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["text", "json"] = "text"


class WeeklyForm(Form):
    """The hours of the weekly cycle."""

    notice: Clock = WEEKLY.notice
    first_call: Clock = WEEKLY.first_call
    count: Clock = WEEKLY.count
    cutoff: Clock = WEEKLY.cutoff
    publish: Clock = WEEKLY.publish
    warn: Clock = WEEKLY.warn
    supplement: Clock = WEEKLY.supplement
    approval: Approval = WEEKLY.approval
    holiday_mode: HolidayMode = WEEKLY.holiday_mode
    grace_minutes: Minutes = WEEKLY.grace_minutes


class QuietForm(Form):
    """When people may be disturbed."""

    until: Clock = POLICY.quiet_until
    after: Clock = POLICY.quiet_from


class PolicyForm(Form):
    """The office's yardsticks."""

    yellow_months: Count = POLICY.yellow_months
    red_months: Count = POLICY.red_months
    warn_days: Count = POLICY.warn_days
    level_days: tuple[Count, Count, Count] = POLICY.level_days
    group_messages_per_cycle: Count = POLICY.group_messages_per_cycle
    nudges_per_cycle: Count = POLICY.nudges_per_cycle
    follow_up_minutes: Minutes = POLICY.follow_up_minutes
    question_minutes: Minutes = POLICY.question_minutes
    answer_lines: Count = POLICY.answer_lines


class YearForm(Form):
    """One year's days off and make-up days, as the State Council's notice lists them."""

    holidays: tuple[DayRange, ...] = ()
    workdays: tuple[DayRange, ...] = ()


class CalendarForm(Form):
    """What the office knows better than the official calendar."""

    overrides: dict[date, Literal["休", "班"]] = Field(default_factory=dict)
    years: dict[Annotated[int, Field(ge=2000, le=2100)], YearForm] = Field(default_factory=dict)


class BrowserForm(Form):
    """The simulated group in the browser; whoever opens it can speak as anybody."""

    enabled: bool = True
    sample: bool = True


class PagesForm(Form):
    """The office's pages beside a real platform; without a key, or an address to sign in at, they stay shut."""

    address: Annotated[str, Field(pattern=r"^(https?://[^\s/]+)?$")] = ""
    key: SecretStr | None = None
    key_file: str = ""


class GroupForm(Form):
    """One group of DingTalk that the office binds by hand instead of in the chat."""

    name: str = ""
    conversation: str
    projects: tuple[str, ...] = ()
    webhook_file: str = ""
    webhook_secret_file: str = ""


class DingTalkForm(Form):
    """One self-built DingTalk application."""

    enabled: bool = False
    mode: Literal["stream", "http"] = "stream"
    client_id: str = ""
    client_secret: SecretStr | None = None
    client_secret_file: str = ""
    robot_code: str = ""
    agent_id: int | None = None
    corp_id: str = ""
    card_template: str = ""
    api: HttpAddress = "https://api.dingtalk.com"
    oapi: HttpAddress = "https://oapi.dingtalk.com"
    gateway_domain: Domain = "dingtalk.com"
    download_domains: tuple[Domain, ...] = ("dingtalk.com", "aliyuncs.com")
    accounts: dict[str, str] = Field(default_factory=dict)
    groups: tuple[GroupForm, ...] = ()


class WeComGroupForm(Form):
    """One group of WeChat Work that the office binds by hand instead of in the chat."""

    name: str = ""
    chat: str
    projects: tuple[str, ...] = ()
    webhook_file: str = ""


class WeComForm(Form):
    """One corporation of WeChat Work: its 智能机器人 and, where there is one, its own application."""

    enabled: bool = False
    mode: Literal["socket", "http"] = "socket"
    bot_id: str = ""
    bot_name: str = ""
    bot_secret: SecretStr | None = None
    bot_secret_file: str = ""
    bot_token: SecretStr | None = None
    bot_token_file: str = ""
    bot_aes_key: SecretStr | None = None
    bot_aes_key_file: str = ""
    corp_id: str = ""
    agent_id: int | None = None
    app_secret: SecretStr | None = None
    app_secret_file: str = ""
    app_token: SecretStr | None = None
    app_token_file: str = ""
    app_aes_key: SecretStr | None = None
    app_aes_key_file: str = ""
    api: HttpAddress = "https://qyapi.weixin.qq.com"
    socket: Annotated[str, Field(pattern=r"^wss?://[^\s]+$")] = "wss://openws.work.weixin.qq.com"
    login: HttpAddress = "https://login.work.weixin.qq.com"
    authorize: HttpAddress = "https://open.weixin.qq.com"
    media_domains: tuple[Domain, ...] = ("myqcloud.com", "weixin.qq.com")
    media_folder: str = "data/media"
    accounts: dict[str, str] = Field(default_factory=dict)
    groups: tuple[WeComGroupForm, ...] = ()


class ConfigForm(Form):
    """The whole of config.toml."""

    store: StoreForm = StoreForm()
    server: ServerForm = ServerForm()
    logging: LoggingForm = LoggingForm()
    weekly: WeeklyForm = WeeklyForm()
    quiet: QuietForm = QuietForm()
    policy: PolicyForm = PolicyForm()
    calendar: CalendarForm = CalendarForm()
    browser: BrowserForm = BrowserForm()
    pages: PagesForm = PagesForm()
    dingtalk: DingTalkForm = DingTalkForm()
    wecom: WeComForm = WeComForm()
