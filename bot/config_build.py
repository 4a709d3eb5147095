"""From a form that is right by itself to the settings that come down; what does not fit together is told too."""

import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.config_form import ConfigForm, DingTalkForm, YearForm
from bot.config_places import Places, variable
from bot.config_wecom import WeComConfig, read_wecom
from bot.hours import Hours, fitting
from language.wording import config as wording
from models.calendar import WorkCalendar
from models.policy import Office, Policy, WeeklySettings

_LOOPBACK_OR_HTTPS = re.compile(r"https://|http://(localhost|127\.0\.0\.1|\[::1\])(:|$)")
SHORTEST_KEY = 12


@dataclass(frozen=True, slots=True)
class DingTalkGroup:
    """A group that is bound by the configuration; `webhook` and `webhook_secret` are secrets."""

    name: str
    conversation: str
    projects: tuple[str, ...] = ()
    webhook: str = field(default="", repr=False)
    webhook_secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class DingTalkConfig:
    """What `bot.platforms.dingtalk` needs to be built."""

    form: DingTalkForm
    client_secret: str = field(repr=False)
    groups: tuple[DingTalkGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """The whole configuration, read once; `warnings` are told at start and stop nothing."""

    store_url: str
    host: str
    port: int
    log_level: str
    log_format: str
    office: Office
    browser: bool
    sample: bool
    dingtalk: DingTalkConfig | None = None
    wecom: WeComConfig | None = None
    pages_key: str = field(default="", repr=False)
    pages_address: str = ""
    warnings: tuple[str, ...] = ()


class Build:
    """Makes the settings of a form that is right by itself; what does not fit together is a mistake too."""

    def __init__(self, form: ConfigForm, places: Places, folder: Path, mistakes: list[str]) -> None:
        self.form = form
        self.places = places
        self.folder = folder
        self.mistakes = mistakes
        self.warnings: list[str] = []
        self.hours: Hours = fitting(form.weekly, form.quiet)

    def config(self) -> Config:
        """Everything that comes down from the front door."""
        form = self.form
        self._check_hours()
        if form.policy.yellow_months >= form.policy.red_months:
            self.wrong(("policy", "yellow_months"), wording.YELLOW_AFTER_RED.format(red=form.policy.red_months))
        if form.browser.enabled and (form.dingtalk.enabled or form.wecom.enabled):
            self.wrong(("browser", "enabled"), wording.BROWSER_WITH_PLATFORM)
        return Config(
            store_url=self._store_url(),
            host=form.server.host,
            port=form.server.port,
            log_level=form.logging.level,
            log_format=form.logging.format,
            office=Office(self._policy(), self._weekly(), WorkCalendar(self._days())),
            browser=form.browser.enabled,
            sample=form.browser.enabled and form.browser.sample,
            dingtalk=self._dingtalk() if form.dingtalk.enabled else None,
            wecom=read_wecom(form.wecom, self) if form.wecom.enabled else None,
            pages_key=self._pages_key(),
            pages_address=self._pages_address(),
            warnings=tuple(self.warnings),
        )

    def wrong(self, path: tuple[Any, ...], words: str) -> None:
        """Note a mistake."""
        self.mistakes.append(f"{self.places.of(path)}：{words}")

    def _store_url(self) -> str:
        url = self.form.store.url
        if not url.startswith("sqlite:"):
            return url
        return f"sqlite://{self.folder / url.removeprefix('sqlite://')}"

    def _policy(self) -> Policy:
        return Policy(
            **self.form.policy.model_dump(), quiet_until=self.form.quiet.until, quiet_from=self.form.quiet.after
        )

    def _weekly(self) -> WeeklySettings:
        return WeeklySettings(**{**self.form.weekly.model_dump(), **self.hours})

    def _check_hours(self) -> None:
        """The hours of the cycle follow one another and lie where people may be disturbed."""
        quiet = self.form.quiet
        if quiet.after <= quiet.until:
            self.wrong(("quiet", "after"), wording.QUIET_REVERSED.format(time=f"{quiet.until:%H:%M}"))
        for name, hour in self.hours.items():
            if not quiet.until <= hour <= quiet.after:
                self.wrong(("weekly", name), wording.IN_QUIET.format(time=f"{hour:%H:%M}"))
        for earlier, later in pairwise(("first_call", "count", "cutoff", "publish")):
            before = self.hours[earlier]
            if self.hours[later] <= before:
                self.wrong(("weekly", later), wording.ORDER.format(earlier=earlier, time=f"{before:%H:%M}"))

    def _days(self) -> dict[date, bool]:
        """Every day that the office has settled; a year it lists is settled as a whole."""
        days: dict[date, bool] = {}
        for year, form in sorted(self.form.calendar.years.items()):
            first = date(year, 1, 1)
            for number in range((date(year + 1, 1, 1) - first).days):
                day = first + timedelta(days=number)
                days[day] = day.weekday() < 5
            days.update(self._exceptions(year, form))
        days.update({day: words == "班" for day, words in self.form.calendar.overrides.items()})
        return days

    def _exceptions(self, year: int, form: YearForm) -> dict[date, bool]:
        path = ("calendar", "years", str(year))
        off = {day: False for each in form.holidays for day in self._range(each, year, (*path, "holidays"))}
        on = {day: True for each in form.workdays for day in self._range(each, year, (*path, "workdays"))}
        return off | on

    def _range(self, words: str, year: int, path: tuple[str, ...]) -> list[date]:
        """The days of "2027-02-12" or "2027-02-12..2027-02-18"."""
        try:
            ends = [date.fromisoformat(each) for each in words.split("..")]
        except ValueError:
            self.wrong(path, wording.NOT_A_DAY.format(value=words))
            return []
        first, last = ends[0], ends[-1]
        if last < first or first.year != year or last.year != year:
            told = wording.DAYS_REVERSED if last < first else wording.OUT_OF_YEAR
            self.wrong(path, told.format(value=words, year=year))
            return []
        return [first + timedelta(days=number) for number in range((last - first).days + 1)]

    def _dingtalk(self) -> DingTalkConfig:
        form = self.form.dingtalk
        if not form.client_id:
            self.wrong(("dingtalk", "client_id"), wording.NEEDED)
        secret = self.secret(("dingtalk", "client_secret"), form.client_secret, form.client_secret_file)
        for name in ("api", "oapi"):
            if not _LOOPBACK_OR_HTTPS.match(getattr(form, name)):
                self.wrong(("dingtalk", name), wording.NOT_HTTPS)
        return DingTalkConfig(form, secret, tuple(self._groups(form)))

    def _pages_address(self) -> str:
        """Where people's browsers find the pages; the platform sends its codes there, so not without TLS."""
        address = self.form.pages.address
        if address and not _LOOPBACK_OR_HTTPS.match(address):
            self.wrong(("pages", "address"), wording.NOT_HTTPS)
        return address

    def _pages_key(self) -> str:
        """The key of the office's pages; empty where none is set."""
        form = self.form.pages
        if form.key is None and not form.key_file:
            return ""
        key = self.secret(("pages", "key"), form.key, form.key_file)
        if 0 < len(key) < SHORTEST_KEY:
            self.wrong(("pages", "key"), wording.KEY_SHORT.format(shortest=SHORTEST_KEY))
        return key

    def _groups(self, form: DingTalkForm) -> Iterator[DingTalkGroup]:
        for place, group in enumerate(form.groups):
            path = ("dingtalk", "groups", str(place))
            made = DingTalkGroup(group.name, group.conversation, group.projects)
            if group.webhook_file:
                made = replace(made, webhook=self.from_file((*path, "webhook_file"), group.webhook_file))
            if group.webhook_secret_file:
                found = self.from_file((*path, "webhook_secret_file"), group.webhook_secret_file)
                made = replace(made, webhook_secret=found)
            yield made

    def secret(self, path: tuple[str, ...], given: SecretStr | None, file: str) -> str:
        """A secret from the environment, else from its file."""
        if given is not None and given.get_secret_value():
            return given.get_secret_value()
        if file:
            return self.from_file((*path[:-1], f"{path[-1]}_file"), file)
        self.wrong(path, wording.KEY_EMPTY.format(key=path[-1], variable=variable(path)))
        return ""

    def from_file(self, path: tuple[str, ...], name: str) -> str:
        """A secret from its file."""
        file = self.folder / name
        try:
            secret = file.read_text("utf-8").strip()
            mode = file.stat().st_mode
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "不是文字"
            self.wrong(path, wording.KEY_UNREADABLE.format(path=file, reason=reason))
            return ""
        if not secret:
            self.wrong(path, wording.KEY_BLANK.format(path=file))
        if mode & (stat.S_IRWXG | stat.S_IRWXO):
            self.warnings.append(f"{self.places.of(path)}：{wording.KEY_OPEN.format(path=file)}")
        return secret
