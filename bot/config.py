"""config.toml, environment and secret files → frozen settings; all mistakes are told at once, in Chinese."""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot import config_wecom
from bot.config_build import Build, Config, DingTalkConfig, DingTalkGroup
from bot.config_form import ConfigForm
from bot.config_places import PREFIX, Places, told, variable
from language.wording import config as wording

__all__ = ["Config", "ConfigError", "DingTalkConfig", "DingTalkGroup", "build_config", "read_config"]

SECRETS = {("dingtalk", "client_secret"), ("pages", "key"), *(("wecom", name) for name in config_wecom.SECRETS)}


class ConfigError(Exception):
    """Everything that is wrong with the configuration, one Chinese line each."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


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
        f"{places.of(path)}：{wording.KEY_IN_FILE.format(key=path[-1], variable=variable(path))}"
        for path in SECRETS
        if _has(data, path)
    ]
    places.variables = _override(data, environment or {})
    try:
        form = ConfigForm.model_validate(data)
    except ValidationError as error:
        raise ConfigError(mistakes + [told(each, places) for each in error.errors()]) from None
    build = Build(form, places, folder or Path.cwd(), mistakes)
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
