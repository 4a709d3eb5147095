"""The section of WeChat Work in the configuration: what belongs together, and the secrets that are kept elsewhere."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from pydantic import SecretStr

from bot.config_form import WeComForm
from language.wording import config as wording

WECOM = "wecom"
SECRETS = ("bot_secret", "bot_token", "bot_aes_key", "app_secret", "app_token", "app_aes_key")
_AES_KEY = re.compile(r"[A-Za-z0-9+/]{43}", re.ASCII)
_LOOPBACK_OR_TLS = re.compile(r"(https|wss)://|(http|ws)://(localhost|127\.0\.0\.1|\[::1\])(:|/|$)")


@dataclass(frozen=True, slots=True)
class WeComGroup:
    """A group that is bound by the configuration; `webhook` is a secret."""

    name: str
    chat: str
    projects: tuple[str, ...] = ()
    webhook: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class WeComConfig:
    """What `bot.platforms.wecom` needs to be built; `secrets` by the names of their keys, empty where none is set."""

    form: WeComForm
    secrets: Mapping[str, str] = field(repr=False)
    media_folder: Path
    groups: tuple[WeComGroup, ...] = ()


class Reader(Protocol):
    """Who notes mistakes and reads secrets."""

    folder: Path

    def wrong(self, path: tuple[Any, ...], words: str) -> None:
        """Note a mistake."""

    def secret(self, path: tuple[str, ...], given: SecretStr | None, file: str) -> str:
        """A secret from the environment, else from its file; a mistake where there is neither."""

    def from_file(self, path: tuple[str, ...], name: str) -> str:
        """A secret from its file."""


def read_wecom(form: WeComForm, reader: Reader) -> WeComConfig:
    """The section as settings; what is missing is told."""
    for name in ("api", "socket", "login", "authorize"):
        if not _LOOPBACK_OR_TLS.match(getattr(form, name)):
            reader.wrong(("wecom", name), wording.NOT_WSS if name == "socket" else wording.NOT_HTTPS)
    if form.mode == "socket" and not form.bot_id:
        reader.wrong(("wecom", "bot_id"), wording.NEEDED)
    needed = _needed(form)
    if "app_secret" in needed:
        for name in ("corp_id", "agent_id"):
            if getattr(form, name) in ("", None):
                reader.wrong(("wecom", name), wording.NEEDED)
    secrets = {name: _secret(form, name, name in needed, reader) for name in SECRETS}
    return WeComConfig(form, secrets, reader.folder / form.media_folder, tuple(_groups(form, reader)))


def _needed(form: WeComForm) -> set[str]:
    """The secrets without which nothing works; of two that belong together each needs the other."""
    needed = {"bot_secret"} if form.mode == "socket" else {"bot_token", "bot_aes_key"}
    if form.corp_id or form.agent_id is not None or _is_set(form, "app_secret"):
        needed.add("app_secret")
    if _is_set(form, "app_token") or _is_set(form, "app_aes_key"):
        needed |= {"app_token", "app_aes_key", "app_secret"}
    return needed


def _is_set(form: WeComForm, name: str) -> bool:
    return getattr(form, name) is not None or bool(getattr(form, f"{name}_file"))


def _secret(form: WeComForm, name: str, needed: bool, reader: Reader) -> str:
    """One secret; a key that is none is told here, and not when the first message comes."""
    if name.startswith("bot_") and not needed:
        return ""  # that of the other mode
    if not needed and not _is_set(form, name):
        return ""
    secret = reader.secret(("wecom", name), getattr(form, name), getattr(form, f"{name}_file"))
    if secret and name.endswith("aes_key") and not _AES_KEY.fullmatch(secret):
        reader.wrong(("wecom", name), wording.AES_KEY)
    return secret


def _groups(form: WeComForm, reader: Reader) -> Iterator[WeComGroup]:
    for place, group in enumerate(form.groups):
        path = ("wecom", "groups", str(place), "webhook_file")
        webhook = reader.from_file(path, group.webhook_file) if group.webhook_file else ""
        yield WeComGroup(group.name, group.chat, group.projects, webhook)
