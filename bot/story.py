"""A story as it is written: the scene and its lines, read and checked as a whole before anything is played."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from bot.config import Config, ConfigError, build_config
from bot.platforms.base import Attachment
from bot.platforms.memory import Fault
from language.wording import story as wording
from models.calendar import local
from models.registry import Registry, RegistryError, dangling, read_registry, registry_from_json
from models.vocabulary import ChatKind

Form = TypeVar("Form", bound=BaseModel)


def _moment(value: object) -> datetime:
    """A moment as the contract writes it, with its offset; numbers are no moments."""
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise PydanticCustomError("moment", "not a moment")
    return moment


Moment = Annotated[datetime, BeforeValidator(_moment)]


class StoryError(ValueError):
    """The story cannot be played; one Chinese line with the file, the line and what is wrong."""


class Line(BaseModel):
    """A line of a story; what nobody knows is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    at: Moment


class AttachmentForm(BaseModel):
    """Something that came with a message."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    kind: Literal["image", "file", "voice"]
    name: str = ""
    transcript: str = ""


class MessageLine(Line):
    """Somebody says something to the bot."""

    chat: ChatKind
    group: str | None = None
    sender: str | None = None
    text: str = ""
    id: str | None = Field(None, min_length=1)
    quote: str | None = None
    attachments: tuple[AttachmentForm, ...] = ()

    def pieces(self) -> tuple[Attachment, ...]:
        """The attachments as a platform hands them on."""
        return tuple(Attachment(each.kind, each.name, each.transcript) for each in self.attachments)


class MeetingForm(BaseModel):
    """What is known of a meeting."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    kind: str = Field(min_length=1)
    ended: bool = True


class MeetingLine(Line):
    """A meeting is held."""

    meeting: MeetingForm


class RestartLine(Line):
    """The process is killed and started again."""

    restart: Literal[True]


class DownLine(Line):
    """The process goes away."""

    down: Literal[True]


class UpLine(Line):
    """The process comes back."""

    up: Literal[True]


class UntilLine(BaseModel):
    """How long the story goes on."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    until: Moment


class FaultForm(BaseModel):
    """How the next sends fail."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    fail: Fault
    times: int = Field(1, ge=1, le=1000)


class FaultLine(BaseModel):
    """The platform has trouble from the line before it."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    at: Moment | None = None
    platform: FaultForm


class GroupForm(BaseModel):
    """A group; without projects it is for all of them."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: str = Field(min_length=1)
    name: str = ""
    projects: tuple[str, ...] = ()


class SceneForm(BaseModel):
    """The first line."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    registry: str | dict[str, Any]
    start: Moment
    groups: tuple[GroupForm, ...] = ()
    config: dict[str, Any] = Field(default_factory=dict)


AnyLine = MessageLine | MeetingLine | RestartLine | DownLine | UpLine | UntilLine | FaultLine
KINDS: dict[str, type[BaseModel]] = {
    "chat": MessageLine,
    "text": MessageLine,
    "meeting": MeetingLine,
    "restart": RestartLine,
    "down": DownLine,
    "up": UpLine,
    "until": UntilLine,
    "platform": FaultLine,
}
"""The key by which each kind of line is known, the telling one first."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens, at a moment; `name` is the message's id or the line's number."""

    at: datetime
    line: AnyLine
    name: str


@dataclass(frozen=True, slots=True)
class Story:
    """A story that can be played from beginning to end."""

    registry: Registry
    start: datetime
    groups: tuple[GroupForm, ...]
    config: Config
    steps: tuple[Step, ...] = field(default=())


def read_story(path: Path) -> Story:
    """Read and check a whole story; raises StoryError."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise StoryError(f"{path}：{wording.unreadable(error)}") from error
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    return Reader(path).read(lines)


class Reader:
    """Reads the lines of one file and says where a mistake is."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.number = 1

    def read(self, lines: Iterable[tuple[int, str]]) -> Story:
        """The story of all lines."""
        data = [(number, self._json(number, line)) for number, line in lines]
        if not data:
            raise self._wrong(wording.EMPTY)
        self.number, first = data[0]
        scene = self._form(SceneForm, first)
        registry = self._registry(scene.registry)
        self._check_groups(scene, registry)
        config = self._config(scene.config)
        steps = self._steps(data[1:], scene, registry)
        return Story(registry, local(scene.start), scene.groups, config, steps)

    def _wrong(self, words: str) -> StoryError:
        return StoryError(f"{self.path} 第{self.number}行：{words}")

    def _json(self, number: int, line: str) -> Mapping[str, Any]:
        self.number = number
        try:
            data = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            raise self._wrong(wording.NOT_JSON) from error
        if not isinstance(data, dict):
            raise self._wrong(wording.NOT_AN_OBJECT)
        return data

    def _form(self, form: type[Form], data: Mapping[str, Any]) -> Form:
        try:
            return TypeAdapter(form).validate_python(data)
        except ValidationError as error:
            first = error.errors()[0]
            path = ".".join(str(key) for key in first["loc"])
            raise self._wrong(wording.mistake(path, first["type"], first["input"])) from error

    def _registry(self, given: str | dict[str, Any]) -> Registry:
        try:
            registry = self._read_registry(given)
        except RegistryError as error:
            raise self._wrong(str(error)) from error
        if loose := dangling(registry):
            raise self._wrong(loose[0])
        return registry

    def _read_registry(self, given: str | dict[str, Any]) -> Registry:
        return registry_from_json(given) if isinstance(given, dict) else read_registry(self.path.parent / given)

    def _check_groups(self, scene: SceneForm, registry: Registry) -> None:
        seen: set[str] = set()
        for group in scene.groups:
            if group.id in seen:
                raise self._wrong(wording.twice("groups", group.id))
            seen.add(group.id)
            for project in group.projects:
                if project not in registry.projects:
                    raise self._wrong(wording.unknown("projects", project))

    def _config(self, overrides: dict[str, Any]) -> Config:
        try:
            return build_config(overrides)
        except ConfigError as error:
            raise self._wrong("config：" + "；".join(error.mistakes)) from error

    def _steps(
        self, data: list[tuple[int, Mapping[str, Any]]], scene: SceneForm, registry: Registry
    ) -> tuple[Step, ...]:
        taken = {line["id"] for _, line in data if isinstance(line.get("id"), str)}
        groups = {group.id for group in scene.groups}
        steps: list[Step] = []
        now = local(scene.start)
        for number, line in data:
            self.number = number
            if steps and isinstance(steps[-1].line, UntilLine):
                raise self._wrong(wording.AFTER_THE_END)
            step = self._step(line, now, taken)
            self._check(step, groups, registry)
            now = step.at
            steps.append(step)
        return tuple(steps)

    def _step(self, data: Mapping[str, Any], now: datetime, taken: set[str]) -> Step:
        form = next((KINDS[key] for key in KINDS if key in data), None)
        if form is None:
            raise self._wrong(wording.no_kind(list(data)))
        line: Any = self._form(form, data)
        moment = line.until if isinstance(line, UntilLine) else line.at
        at = now if moment is None else local(moment)
        if at < now:
            raise self._wrong(wording.backwards(at, now))
        name = getattr(line, "id", None) or f"m{self.number}"
        while name != getattr(line, "id", None) and name in taken:
            name += "x"  # a message without an id must not be taken for a redelivery of another
        return Step(at, line, name)

    def _check(self, step: Step, groups: set[str], registry: Registry) -> None:
        """People and groups that are named exist."""
        line = step.line
        if not isinstance(line, MessageLine):
            return
        if line.chat is ChatKind.GROUP and line.group is None:
            raise self._wrong(wording.NO_GROUP)
        if line.chat is ChatKind.SINGLE and line.group is not None:
            raise self._wrong(wording.NEEDLESS_GROUP)
        if line.group is not None and line.group not in groups:
            raise self._wrong(wording.unknown("group", line.group))
        if line.sender is not None and line.sender not in registry.people:
            raise self._wrong(wording.unknown("sender", line.sender))
        if not line.text and not line.attachments:
            raise self._wrong(wording.NOTHING_SAID)
