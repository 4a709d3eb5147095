"""Plays a conversation written as an official would read it, and says at which line the bot spoke otherwise.

    # 说明
    地区：bot/sample/district.json        （不写就是旁边的 district.json）
    设置：weekly.cutoff = 11:00
    群：一线群（p01、p02）                  （不写括号就管全部项目；第一个群是默认的群）
    [6月11日（周四） 15:00]                 时刻；年份写在第一处：[2026年6月11日（周四） 15:00]
    张伟 → 一线群：@项目助手 北站路环评6月10日已批复
    张伟 → 机器人：谁没报                    私聊
    李建国：谁没报                          在默认的群里
    某人 → 一线群：你好                      不认识的人
    机器人：已登记：…                        刚才那条的答复；… 代表任意文字
    机器人 → 张伟：…                        私发
    机器人 → 一线群［图片］：三色图-…
    （没有答复）                             刚才那条之后机器人什么也没说
    （重启） （停机） （恢复） （例会结束）
    （平台：server_error 2次）

What the bot says must stand in the file line for line, in this order, except what `（其余不论）` leaves out up to the next
spoken line or time.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path

from bot.config import build_config
from bot.platforms.memory import Fault, Said
from bot.stage import NOBODY, Stage, open_stage
from bot.story import GroupForm
from models.calendar import at, local
from models.registry import Registry, read_registry
from models.vocabulary import LetterKind

ROOT = Path(__file__).parents[2]
SAMPLE = Path(__file__).parent / "district.json"
BOT = "机器人"
STRANGER = "某人"

_TIME = re.compile(
    r"\[(?:(\d{4})年)?(?:(\d{1,2})月(\d{1,2})日)?(?:（?周([一二三四五六日])）?)?\s*(?:(\d{1,2}):(\d\d))?\]"
)
_SPOKEN = re.compile(r"([^\s：→（）\[\]]+)(?:\s*→\s*([^：［\[]+?))?\s*(?:［(图片|文件|卡片)］)?：(.*)", re.DOTALL)
_GROUP = re.compile(r"群：([^（]+)(?:（(.+)）)?")
_FAULT = re.compile(r"（平台：(\w+)(?:\s+(\d+)次)?）")
_MEETING = re.compile(r"（(\S{0,8}会)结束）")
_KINDS = {"图片": LetterKind.IMAGE, "文件": LetterKind.FILE, "卡片": LetterKind.CARD}
WEEKDAYS = "一二三四五六日"


class Otherwise(AssertionError):
    """The bot did something else than what is written."""


@dataclass(slots=True)
class Script:
    """A conversation file, its head read and its lines numbered."""

    path: Path
    district: Path = SAMPLE
    settings: dict[str, dict[str, object]] = field(default_factory=dict)
    groups: list[GroupForm] = field(default_factory=list)
    lines: list[tuple[int, str]] = field(default_factory=list)


def read_script(path: Path) -> Script:
    """Read a conversation; a line that begins with a blank continues the one before."""
    script = Script(path)
    for number, raw in enumerate(path.read_text("utf-8").splitlines(), 1):
        line = raw.rstrip()
        if not line or line.startswith("#"):
            continue
        if line[0] in " \u3000" and script.lines:
            script.lines[-1] = (script.lines[-1][0], f"{script.lines[-1][1]}\n{line.strip()}")
        elif not _took_head(script, line):
            script.lines.append((number, line))
    if not script.groups:
        script.groups.append(GroupForm(id="g1", name="一线群"))
    return script


def _took_head(script: Script, line: str) -> bool:
    if line.startswith("地区："):
        script.district = ROOT / line.removeprefix("地区：")
    elif line.startswith("设置："):
        key, _, value = line.removeprefix("设置：").partition("=")
        section, _, name = key.strip().partition(".")
        script.settings.setdefault(section, {})[name] = value.strip()
    elif found := _GROUP.fullmatch(line):
        projects = tuple(re.split("[、，]", found[2])) if found[2] else ()
        script.groups.append(GroupForm(id=f"g{len(script.groups) + 1}", name=found[1], projects=projects))
    else:
        return False
    return True


async def play(path: Path, reword: Callable[[str], str] = str) -> list[Said]:
    """Play a conversation from its first moment to its last line, what people say worded otherwise; all the bot said."""
    script = read_script(path)
    registry = read_registry(script.district)
    start = _moment(script.lines[0][1], None)
    if start is None:
        raise Otherwise(f"{path.name} 第{script.lines[0][0]}行：第一行应是时刻，如 [2026年6月11日（周四） 15:00]")
    config = build_config(script.settings)
    said: list[Said] = []
    async with open_stage(registry, script.groups, config.office, start, said.append) as stage:
        await _Player(script, registry, stage, said, reword).play()
    return said


class _Player:
    """Walks the lines; `said` fills as the bot speaks, `heard` counts what the file has accounted for."""

    def __init__(
        self, script: Script, registry: Registry, stage: Stage, said: list[Said], reword: Callable[[str], str]
    ) -> None:
        self.script = script
        self.reword = reword
        self.stage = stage
        self.said = said
        self.heard = 0
        self.line = 0
        self.people = {person.name: person.id for person in registry.people.values()}
        self.names = {person: name for name, person in self.people.items()}
        self.group_ids = {group.name: group.id for group in script.groups}
        self.group_names = {group.id: group.name for group in script.groups}

    async def play(self) -> None:
        """Every line in its turn; at the end nothing may be left that nobody wrote down."""
        for number, text in self.script.lines:
            self.line = number
            await self._take(text)
        self._nothing_more()

    async def _take(self, text: str) -> None:
        if moment := _moment(text, self.stage.clock.now()):
            await self._go_to(moment)
        elif text == "（没有答复）":
            self._nothing_more()
        elif text == "（其余不论）":
            self.heard = len(self.said)
        elif text.startswith("（"):
            await self._happen(text)
        elif found := _SPOKEN.fullmatch(text):
            await self._speak(found)
        else:
            raise self._otherwise(f"看不懂这一行：{text}")

    async def _go_to(self, moment: datetime) -> None:
        """What is due on the way, and at this moment, is to be written below the moment, in its order."""
        self._nothing_more()
        await self.stage.advance(moment)
        await self.stage.settle()

    async def _happen(self, text: str) -> None:
        self._nothing_more()
        if found := _FAULT.fullmatch(text):
            self.stage.platform.fail(Fault(found[1]), int(found[2] or 1))
            return
        if found := _MEETING.fullmatch(text):
            await self.stage.meet("weekly" if found[1] == "例会" else found[1], True)
            await self.stage.settle()
            return
        match text:
            case "（重启）":
                await self.stage.restart()
            case "（停机）":
                await self.stage.down()
            case "（恢复）":
                await self.stage.up()
            case _:
                raise self._otherwise(f"不知道怎么办：{text}")

    async def _speak(self, found: re.Match[str]) -> None:
        speaker, to, kind, words = found[1], found[2], found[3], found[4].strip()
        if speaker == BOT:
            self._expect(to, _KINDS.get(kind or ""), words)
            return
        self._nothing_more()
        if speaker != STRANGER and speaker not in self.people:
            raise self._otherwise(f"没有叫{speaker}的人")
        group = None if to == BOT else self.group_ids.get(to or self.script.groups[0].name)
        if to is not None and to != BOT and group is None:
            raise self._otherwise(f"没有叫{to}的群")
        await self.stage.say(self.reword(words), sender=self.people.get(speaker), group=group, name=f"m{self.line}")

    def _expect(self, to: str | None, kind: LetterKind | None, words: str) -> None:
        if self.heard == len(self.said):
            raise self._otherwise(f"机器人什么也没说；应为：{words}")
        said = self.said[self.heard]
        self.heard += 1
        parcel = said.parcel
        text = parcel.name if parcel.body is not None else parcel.text
        right_place = to is None or to == self._place(said)
        right_kind = (parcel.kind is kind) if kind else parcel.body is None
        if not (right_place and right_kind and _fits(words, text)):
            raise self._otherwise(f"应为：{BOT}{f' → {to}' if to else ''}：{words}\n实为：{self._shown(said)}")

    def _nothing_more(self) -> None:
        if len(self.said) > self.heard:
            rest = "\n".join(self._shown(said) for said in self.said[self.heard :])
            raise self._otherwise(f"机器人还说了：\n{rest}")

    def _place(self, said: Said) -> str:
        parcel = said.parcel
        if parcel.chat is not None:
            return self.group_names[parcel.chat]
        return STRANGER if parcel.person == NOBODY else self.names[parcel.person or ""]

    def _shown(self, said: Said) -> str:
        parcel = said.parcel
        what = f"［{parcel.kind.label}］：{parcel.name}" if parcel.body is not None else f"：{parcel.text}"
        return f"[{local(said.at):%m-%d %H:%M}] {BOT} → {self._place(said)}{what}"

    def _otherwise(self, words: str) -> Otherwise:
        return Otherwise(f"{self.script.path.name} 第{self.line}行：{words}")


def _fits(pattern: str, text: str) -> bool:
    """Whether a text is what was written, where … stands for anything and line ends do not count."""
    parts = (re.escape(part) for part in _one_line(pattern).split("…"))
    return re.fullmatch(".*".join(parts), _one_line(text)) is not None


def _one_line(text: str) -> str:
    return re.sub(r"\s*\n\s*", "", text.strip())


def _moment(text: str, before: datetime | None) -> datetime | None:
    """The moment of a line such as [6月12日（周五） 09:30], [周五 11:30] or [15:00]; None for any other line."""
    found = _TIME.fullmatch(text)
    if found is None or not any(found.groups()):
        return None
    today = local(before).date() if before else None
    day = _day(found, today)
    clock = time(int(found[5]), int(found[6])) if found[5] else time(0, 0)
    return at(day, clock)


def _day(found: re.Match[str], today: date | None) -> date:
    if found[2]:
        day = date(int(found[1]) if found[1] else (today or date.min).year, int(found[2]), int(found[3]))
        if found[4] and WEEKDAYS[day.weekday()] != found[4]:
            raise Otherwise(f"{day}不是周{found[4]}")
        return day
    if today is None:
        raise Otherwise("第一处时刻要写年月日")
    ahead = (WEEKDAYS.index(found[4]) - today.weekday()) % 7 if found[4] else 0
    return date.fromordinal(today.toordinal() + ahead)


def scripts() -> Iterator[Path]:
    """Every conversation beside this file."""
    yield from sorted(Path(__file__).parent.glob("*.txt"))
