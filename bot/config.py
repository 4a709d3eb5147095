"""config.toml, environment and secret files → frozen settings; all mistakes are told at once, in Chinese."""

import os
import re
import stat
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from difflib import get_close_matches
from enum import Enum
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal, TypeGuard, get_args, get_origin

from pydantic import BaseModel, SecretStr, ValidationError
from pydantic.fields import FieldInfo

from bot.config_form import ConfigForm, DingTalkForm, YearForm
from handlers.turn import Settings
from language.wording import config as wording
from models.calendar import WorkCalendar
from models.policy import Policy, WeeklySettings

PREFIX = "SANSE__"
_LOOPBACK_OR_HTTPS = re.compile(r"https://|http://(localhost|127\.0\.0\.1|\[::1\])(:|$)")
SECRETS = {("dingtalk", "client_secret"), ("pages", "key")}
SHORTEST_KEY = 12


class ConfigError(Exception):
    """Everything that is wrong with the configuration, one Chinese line each."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


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
    settings: Settings
    browser: bool
    sample: bool
    dingtalk: DingTalkConfig | None = None
    pages_key: str = field(default="", repr=False)
    warnings: tuple[str, ...] = ()


def read_config(path: Path, environment: Mapping[str, str] = os.environ) -> Config:
    """Read a configuration file with the environment's overrides; raises ConfigError."""
    text = _text(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        last = len(text.rstrip().splitlines()) or 1
        raise ConfigError([f"{path} {wording.syntax(str(error), last)}"]) from None
    return build_config(data, environment, text, path.resolve().parent)


def build_config(
    data: dict[str, Any], environment: Mapping[str, str] | None = None, text: str = "", folder: Path | None = None
) -> Config:
    """Check the data of a configuration and make the settings of it; `folder` is what relative paths begin at."""
    data = _plain(data)
    places = Places(text)
    mistakes = [
        f"{places.of(path)}：{wording.KEY_IN_FILE.format(key=path[-1], variable=_variable(path))}"
        for path in SECRETS
        if _has(data, path)
    ]
    places.variables = _override(data, environment or {})
    try:
        form = ConfigForm.model_validate(data)
    except ValidationError as error:
        raise ConfigError(mistakes + [_told(each, places) for each in error.errors()]) from None
    build = _Build(form, places, folder or Path.cwd(), mistakes)
    config = build.config()
    if build.mistakes:
        raise ConfigError(build.mistakes)
    return config


def _text(path: Path) -> str:
    """The file as text; a byte-order mark is forgiven, another encoding is not."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise ConfigError([wording.missing_file(str(path))]) from None
    except OSError as error:
        raise ConfigError([wording.unreadable_file(str(path), error.strerror or "")]) from None
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise ConfigError([wording.not_utf8(str(path), raw.count(b"\n", 0, error.start) + 1)]) from None


def _plain(data: dict[str, Any]) -> dict[str, Any]:
    """A copy whose tables can be changed."""
    return {key: _plain(value) if isinstance(value, dict) else value for key, value in data.items()}


def _has(data: Any, path: tuple[str, ...]) -> bool:
    for key in path:
        if not isinstance(data, dict) or key not in data:
            return False
        data = data[key]
    return True


def _variable(path: tuple[Any, ...]) -> str:
    return PREFIX + "__".join(str(key).upper() for key in path)


def _override(data: dict[str, Any], environment: Mapping[str, str]) -> dict[tuple[str, ...], str]:
    """Lay SANSE__SECTION__KEY over the file; a list or table is written as in TOML, all else as bare text."""
    names: dict[tuple[str, ...], str] = {}
    for name, value in sorted(environment.items()):
        if not name.startswith(PREFIX):
            continue
        path = tuple(name.removeprefix(PREFIX).lower().split("__"))
        target = data
        for key in path[:-1]:
            inner = target.setdefault(key, {})
            if not isinstance(inner, dict):
                inner = target[key] = {}
            target = inner
        target[path[-1]] = _from_variable(value)
        names[path] = name
    return names


def _from_variable(value: str) -> Any:
    if value.startswith(("[", "{")):
        try:
            return tomllib.loads(f"value = {value}")["value"]
        except tomllib.TOMLDecodeError:
            return value
    return value


class Places:
    """Where each key stands: the line of the file, or the environment variable."""

    def __init__(self, text: str) -> None:
        self.variables: dict[tuple[str, ...], str] = {}
        self._lines = dict(_lines(text))

    def of(self, path: tuple[Any, ...]) -> str:
        """A key's path with its line or variable; without either where it stands nowhere."""
        keys = tuple(str(key) for key in path)
        line = next((self._lines[keys[:end]] for end in range(len(keys), 0, -1) if keys[:end] in self._lines), None)
        return wording.place(".".join(keys), line, self.variables.get(keys))


_SECTION = re.compile(r"\s*\[\[?\s*([^\]]+?)\s*\]\]?")
_KEY = re.compile(r"""\s*((?:"[^"]*"|'[^']*'|[\w.-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=""")
_PART = re.compile(r""""([^"]*)"|'([^']*)'|([\w-]+)""")


def _lines(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """The line of each section and key, as far as that shows without parsing."""
    section: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if found := _SECTION.match(line):
            section = _parts(found[1])
            yield section, number
        elif found := _KEY.match(line):
            yield section + _parts(found[1]), number


def _parts(name: str) -> tuple[str, ...]:
    return tuple("".join(part) for part in _PART.findall(name))


def _told(error: Any, places: Places) -> str:
    """One mistake that the checker found, as a line."""
    path = tuple(key for key in error["loc"] if key != "[key]")
    kind = error["type"]
    if kind == "extra_forbidden":
        return f"{places.of(path)}：{wording.unknown_key(_nearest(path))}"
    if kind == "missing":
        return f"{places.of(path)}：{wording.MISSING}"
    allowed = _allowed(path) or (['"休"', '"班"'] if kind == "literal_error" else [])
    return f"{places.of(path)}：{wording.wrong_value(kind, error.get('ctx', {}), error['input'], allowed)}"


def _nearest(path: tuple[Any, ...]) -> str | None:
    """The key that was probably meant: in the same section, else of the same name elsewhere."""
    form = _form_at(path[:-1])
    known = list(form.model_fields) if form else []
    near = get_close_matches(str(path[-1]), known, 1, 0.6)
    if near:
        return ".".join([*map(str, path[:-1]), near[0]])
    elsewhere = (
        f"{name}.{path[-1]}"
        for name, section in ConfigForm.model_fields.items()
        if isinstance(section.annotation, type) and path[-1] in getattr(section.annotation, "model_fields", ())
    )
    return next(elsewhere, None)


def _form_at(path: tuple[Any, ...]) -> type[BaseModel] | None:
    """The section's form, seen through lists and tables."""
    form: Any = ConfigForm
    for key in path:
        if _is_form(form):
            known: FieldInfo | None = form.model_fields.get(str(key))
            form = known.annotation if known else None
        else:
            form = next((each for each in get_args(form) if _is_form(each)), None)
    return form if _is_form(form) else None


def _is_form(kind: Any) -> TypeGuard[type[BaseModel]]:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _allowed(path: tuple[Any, ...]) -> list[str]:
    """The values that a key may have, where they can be listed."""
    form = _form_at(path[:-1])
    known = form.model_fields.get(str(path[-1])) if form else None
    kind = known.annotation if known else None
    if isinstance(kind, type) and issubclass(kind, Enum):
        return [f'"{member.value}"' for member in kind]
    if get_origin(kind) is Literal:
        return [f'"{each}"' for each in get_args(kind)]
    return []


class _Build:
    """Makes the settings of a form that is right by itself; what does not fit together is a mistake too."""

    def __init__(self, form: ConfigForm, places: Places, folder: Path, mistakes: list[str]) -> None:
        self.form = form
        self.places = places
        self.folder = folder
        self.mistakes = mistakes
        self.warnings: list[str] = []

    def config(self) -> Config:
        """Everything that comes down from the front door."""
        form = self.form
        self._check_hours()
        if form.policy.yellow_months >= form.policy.red_months:
            self._wrong(("policy", "yellow_months"), wording.YELLOW_AFTER_RED.format(red=form.policy.red_months))
        if form.browser.enabled and form.dingtalk.enabled:
            self._wrong(("browser", "enabled"), wording.BROWSER_WITH_PLATFORM)
        return Config(
            store_url=self._store_url(),
            host=form.server.host,
            port=form.server.port,
            log_level=form.logging.level,
            log_format=form.logging.format,
            settings=Settings(self._policy(), self._weekly(), WorkCalendar(self._days())),
            browser=form.browser.enabled,
            sample=form.browser.enabled and form.browser.sample,
            dingtalk=self._dingtalk() if form.dingtalk.enabled else None,
            pages_key=self._pages_key(),
            warnings=tuple(self.warnings),
        )

    def _wrong(self, path: tuple[Any, ...], words: str) -> None:
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
        return WeeklySettings(**self.form.weekly.model_dump())

    def _check_hours(self) -> None:
        """The hours of the cycle follow one another and lie where people may be disturbed."""
        weekly, quiet = self.form.weekly, self.form.quiet
        if quiet.after <= quiet.until:
            self._wrong(("quiet", "after"), wording.QUIET_REVERSED.format(time=f"{quiet.until:%H:%M}"))
        for name in ("notice", "first_call", "count", "cutoff", "publish", "warn", "supplement"):
            hour = getattr(weekly, name)
            if not quiet.until <= hour <= quiet.after:
                self._wrong(("weekly", name), wording.IN_QUIET.format(time=f"{hour:%H:%M}"))
        friday = ("first_call", "count", "cutoff", "publish")
        for earlier, later in pairwise(friday):
            before = getattr(weekly, earlier)
            if getattr(weekly, later) <= before:
                self._wrong(("weekly", later), wording.ORDER.format(earlier=earlier, time=f"{before:%H:%M}"))

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
            self._wrong(path, wording.NOT_A_DAY.format(value=words))
            return []
        first, last = ends[0], ends[-1]
        if last < first or first.year != year or last.year != year:
            told = wording.DAYS_REVERSED if last < first else wording.OUT_OF_YEAR
            self._wrong(path, told.format(value=words, year=year))
            return []
        return [first + timedelta(days=number) for number in range((last - first).days + 1)]

    def _dingtalk(self) -> DingTalkConfig:
        form = self.form.dingtalk
        if not form.client_id:
            self._wrong(("dingtalk", "client_id"), wording.NEEDED)
        secret = self._secret(("dingtalk", "client_secret"), form.client_secret, form.client_secret_file)
        for name in ("api", "oapi"):
            if not _LOOPBACK_OR_HTTPS.match(getattr(form, name)):
                self._wrong(("dingtalk", name), wording.NOT_HTTPS)
        return DingTalkConfig(form, secret, tuple(self._groups(form)))

    def _pages_key(self) -> str:
        """The key of the office's pages; empty where none is set."""
        form = self.form.pages
        if form.key is None and not form.key_file:
            return ""
        key = self._secret(("pages", "key"), form.key, form.key_file)
        if 0 < len(key) < SHORTEST_KEY:
            self._wrong(("pages", "key"), wording.KEY_SHORT.format(shortest=SHORTEST_KEY))
        return key

    def _groups(self, form: DingTalkForm) -> Iterator[DingTalkGroup]:
        for place, group in enumerate(form.groups):
            path = ("dingtalk", "groups", str(place))
            made = DingTalkGroup(group.name, group.conversation, group.projects)
            if group.webhook_file:
                made = replace(made, webhook=self._from_file((*path, "webhook_file"), group.webhook_file))
            if group.webhook_secret_file:
                found = self._from_file((*path, "webhook_secret_file"), group.webhook_secret_file)
                made = replace(made, webhook_secret=found)
            yield made

    def _secret(self, path: tuple[str, ...], given: SecretStr | None, file: str) -> str:
        """A secret from the environment, else from its file."""
        if given is not None and given.get_secret_value():
            return given.get_secret_value()
        if file:
            return self._from_file((*path[:-1], f"{path[-1]}_file"), file)
        self._wrong(path, wording.KEY_EMPTY.format(key=path[-1], variable=_variable(path)))
        return ""

    def _from_file(self, path: tuple[str, ...], name: str) -> str:
        file = self.folder / name
        try:
            secret = file.read_text("utf-8").strip()
            mode = file.stat().st_mode
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "不是文字"
            self._wrong(path, wording.KEY_UNREADABLE.format(path=file, reason=reason))
            return ""
        if not secret:
            self._wrong(path, wording.KEY_BLANK.format(path=file))
        if mode & (stat.S_IRWXG | stat.S_IRWXO):
            self.warnings.append(f"{self.places.of(path)}：{wording.KEY_OPEN.format(path=file)}")
        return secret
