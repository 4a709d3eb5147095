"""Composes messages whose facts are known: plans of many sectors × ways of saying × values × orders × punctuation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from language.names import Lexicon
from models.registry import Registry, registry_from_json
from tests.language.sectors import SECTORS, read

TODAY = date(2026, 9, 16)
"""A Wednesday."""

WORKS = {"foundation", "structure", "installation"}
PERMITS = {
    "project_approval", "preliminary_design", "planning_permit", "environmental_assessment", "water_soil", "forestry",
    "energy_review", "industry_review", "construction_permit", "drawing_review", "site_selection", "heritage",
}  # fmt: skip
EVENTS = {"operation", "acceptance"}
UNITS = [
    "米",
    "公里",
    "吨",
    "立方米",
    "平方米",
    "台",
    "套",
    "根",
    "座",
    "榀",
    "片",
    "孔",
    "部",
    "圈",
    "环",
    "仓",
    "跨",
    "幅",
    "扇",
    "栋",
    "处",
    "块",
    "组",
    "节",
    "个",
    "方",
    "亩",
    "株",
    "延米",
    "㎡",
    "km",
]
SAME = {"方": "立方米", "延米": "米", "㎡": "平方米", "km": "公里"}
TENTHS = "一二三四五六七八九"


@dataclass
class Piece:
    """What is said of one node, and the facts in it."""

    text: str
    facts: set[tuple[str, Any]]


@dataclass
class Message:
    """A message with what it states: (project, node) → facts."""

    text: str
    sender: str | None
    facts: set[tuple[str, str | None, str, Any]] = field(default_factory=set)


def registry() -> Registry:
    """All projects of the sectors; each has a liaison of its own."""
    projects, people = [], []
    for number, (name, nodes, _) in enumerate(read(SECTORS), 1):
        key = f"s{number:02}"
        people.append({"id": f"w{number:02}", "name": f"联络员{chr(0x4E00 + number)}", "unit": "u", "role": "liaison"})
        projects.append({
            "id": key, "name": name, "aliases": [], "category": "城建", "town": "城关镇", "lead_unit": "u", "liaison": f"w{number:02}",
            "nodes": [
                {"id": f"{key}n{place}", "name": node, "kind": kind, "planned": "2026-12-31"}
                for place, (node, kind) in enumerate(nodes, 1)
            ],
        })  # fmt: skip
    units = [{"id": "u", "name": "县重点项目建设服务中心", "aliases": []}]
    return registry_from_json({"units": units, "people": people, "projects": projects, "festivals": {}})


class Composer:
    """Draws messages with one stream of chance."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.registry = registry()
        self.lexicon = Lexicon(self.registry)

    def messages(self, many: int) -> Iterator[Message]:
        """So many messages."""
        for _ in range(many):
            yield self._message()

    def _message(self) -> Message:
        chance = self.chance
        chosen = chance.sample(list(self.registry.projects.values()), chance.choice((1, 1, 1, 2, 2, 3)))
        alone = len(chosen) == 1 and chance.random() < 0.4
        style = chance.choice(STYLES)
        message = Message("", chosen[0].liaison if alone else "nobody")
        blocks = []
        for number, project in enumerate(chosen, 1):
            nodes = [node for node in project.nodes if node.kind.value in WORKS | PERMITS | EVENTS]
            told = chance.sample(nodes, min(len(nodes), chance.choice((1, 1, 2, 2, 3))))
            pieces = []
            for node in told:
                piece = self._piece(node.name, node.kind.value)
                pieces.append(piece.text)
                message.facts.add((project.id, node.id, "stated", True))
                message.facts |= {(project.id, node.id, *fact) for fact in piece.facts}
            if chance.random() < 0.2:
                piece = self._money()
                pieces.insert(chance.choice((0, len(pieces))), piece.text)
                message.facts.add((project.id, None, "stated", True))
                message.facts |= {(project.id, None, *fact) for fact in piece.facts}
            said = self._join(style, [node.name for node in told], pieces)
            blocks.append(said if alone else style.project(number, project.name, said))
        message.text = style.between.join(blocks) + chance.choice(("", "。", ""))
        return message

    def _join(self, style: Style, names: Sequence[str], pieces: Sequence[str]) -> str:
        """Pieces that end in a figure may be joined by 、; what else is said needs more of a stop."""
        joint = self.chance.choice(style.joints)
        figures = all(text.startswith(tuple(names)) and text[-1] in "%量幅台套米" for text in pieces)
        return (joint if joint != "、" or figures else "，").join(pieces)

    def _piece(self, name: str, kind: str) -> Piece:
        if kind in WORKS:
            ways: Sequence[Callable[[str], Piece]] = (
                self._percent, self._percent, self._count, self._count, self._done, self._due, self._under_way, self._not_begun,
            )  # fmt: skip
        elif kind in PERMITS:
            ways = (
                self._granted,
                self._granted,
                self._awaited,
                self._handed_in,
                self._not_handed_in,
                self._conditional,
            )
        else:
            ways = (self._event_due, self._event_due, self._event_done)
        return self.chance.choice(ways)(name)

    # works --------------------------------------------------------------------------------------------------

    def _percent(self, name: str) -> Piece:
        now = self.chance.randint(3, 97)
        before = self.chance.randint(1, now - 1)
        way = self.chance.choice(PERCENT)
        return Piece(way.format(n=name, p=now, q=before, P=chinese(now)), {("percent", now)})

    def _count(self, name: str) -> Piece:
        chance = self.chance
        total = chance.randint(12, 900)
        done = chance.randint(5, total - 3)
        week = chance.randint(1, done - 1)
        unit = chance.choice(UNITS)
        way, keys = chance.choice(COUNT)
        text = way.format(n=name, x=done, y=total, z=total - done, w=week, u=unit)
        told = {"x": ("done", done), "y": ("total", total), "z": ("left", total - done), "w": ("done", week)}
        facts: set[tuple[str, Any]] = set()
        for entry in keys.split():
            facts.add(("quantity", (SAME.get(unit, unit), frozenset(told[key] for key in entry))))
        return Piece(text, facts)

    def _done(self, name: str) -> Piece:
        said, day = self._past()
        way, dated = self.chance.choice(DONE)
        facts: set[tuple[str, Any]] = {("status", "done")}
        return Piece(way.format(n=name, d=said), facts | {("done_on", day)} if dated else facts)

    def _due(self, name: str) -> Piece:
        said, day = self._coming()
        return Piece(self.chance.choice(DUE).format(n=name, d=said), {("due_on", day)})

    def _under_way(self, name: str) -> Piece:
        return Piece(self.chance.choice(UNDER_WAY).format(n=name), {("status", "in_progress")})

    def _not_begun(self, name: str) -> Piece:
        return Piece(self.chance.choice(NOT_BEGUN).format(n=name), {("status", "not_started")})

    # papers -------------------------------------------------------------------------------------------------

    def _granted(self, name: str) -> Piece:
        said, day = self._past()
        way, dated = self.chance.choice(GRANTED)
        facts: set[tuple[str, Any]] = {("status", "done")}
        return Piece(way.format(n=name, d=said), facts | {("done_on", day)} if dated else facts)

    def _awaited(self, name: str) -> Piece:
        said, day = self._coming()
        return Piece(self.chance.choice(AWAITED).format(n=name, d=said), {("due_on", day)})

    def _handed_in(self, name: str) -> Piece:
        return Piece(self.chance.choice(HANDED_IN).format(n=name), {("status", "in_progress")})

    def _not_handed_in(self, name: str) -> Piece:
        return Piece(self.chance.choice(NOT_HANDED_IN).format(n=name), {("status", "not_started")})

    def _conditional(self, name: str) -> Piece:
        return Piece(self.chance.choice(CONDITIONAL).format(n=name), {("status", "conditional")})

    # events and money ---------------------------------------------------------------------------------------

    def _event_due(self, name: str) -> Piece:
        said, day = self._coming()
        return Piece(self.chance.choice(EVENT_DUE).format(n=name, d=said), {("due_on", day)})

    def _event_done(self, name: str) -> Piece:
        said, day = self._past()
        way = self.chance.choice(EVENT_DONE)
        return Piece(way.format(n=name, d=said), {("status", "done"), ("done_on", day)})

    def _money(self) -> Piece:
        wan, share = self.chance.randint(120, 98000), self.chance.randint(5, 97)
        way, scope, shared = self.chance.choice(MONEY)
        said = f"{wan / 10000:.4f}".rstrip("0").rstrip(".") + "亿元" if self.chance.random() < 0.5 else f"{wan}万元"
        return Piece(way.format(m=said, s=share), {("investment", (wan, scope, share if shared else None))})

    # days ---------------------------------------------------------------------------------------------------

    def _past(self) -> tuple[str, str]:
        day = TODAY - timedelta(days=self.chance.randint(1, 100))
        return f"{day.month}月{day.day}日", day.isoformat()

    def _coming(self) -> tuple[str, str]:
        chance = self.chance
        day = TODAY + timedelta(days=chance.randint(5, 100))
        last = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        tenth = "上旬" if day.day <= 10 else "中旬" if day.day <= 20 else "下旬"
        end = {"上旬": day.replace(day=10), "中旬": day.replace(day=20), "下旬": last}[tenth]
        return chance.choice(
            (
                (f"{day.month}月{day.day}日", day.isoformat()),
                (f"{day.month}月底", last.isoformat()),
                (f"{day.month}月{tenth}", end.isoformat()),
            )
        )


@dataclass(frozen=True)
class Style:
    """How pieces and projects are joined."""

    joints: tuple[str, ...]
    between: str
    head: str

    def project(self, number: int, name: str, said: str) -> str:
        """What is said of one project."""
        return self.head.format(n=number, p=name) + said


STYLES = (
    Style(("，", "；", "。", "、"), "；", "{p}"),
    Style(("，", "；", "。"), "。", "{p}："),
    Style(("，", "；"), "\n", "{n}、{p}："),
    Style(("；", "。"), "\n", "{n}.{p}，"),
    Style(("，", "；"), "。", "【{p}】"),
    Style(("，",), "；", "（{n}）{p}："),
    Style(("\n",), "\n", "{p}\n"),
    Style((" ", "，"), "\n", "{p} "),
    Style(("；\n", "；"), "\n\n", "▲{p}：\n"),
    Style(("，", "。"), "。\n", "{p}——"),
)

PERCENT = (
    "{n}完成{p}%", "{n}{p}%", "{n}已完成{p}%", "{n}累计完成{p}%", "{n}完成了{p}%", "{n}由{q}%提高到{p}%", "{n}从{q}%推进到{p}%",
    "{n}完成百分之{P}", "{n}进度{p}%", "{n}形象进度{p}%", "{n}完成总量的{p}%", "{n}目前完成{p}%", "{n}上周{q}%，现在{p}%", "{n}：{p}%",
    "{n}完成约{p}%", "{n}施工完成{p}%", "{n}总体完成{p}%", "{n}完成进度{p}%", "{n}本周提高到{p}%", "{n}推进至{p}%",
)  # fmt: skip
COUNT = (
    ("{n}完成{x}{u}", "x"), ("{n}完成{x}{u}，共{y}{u}", "xy"), ("{n}已完成{x}{u}，剩余{z}{u}", "xz"), ("{n}{x}/{y}{u}", "xy"),
    ("{n}累计完成{x}{u}（总{y}{u}）", "xy"), ("{n}总量{y}{u}，已完成{x}{u}", "xy"), ("{n}{x}{u}，还剩{z}{u}", "xz"),
    ("{n}本周完成{w}{u}，累计{x}{u}", "w x"), ("{n}完成{x}{u}，总共{y}{u}，剩{z}{u}", "xyz"), ("{n}{y}{u}中已完成{x}{u}", "xy"),
    ("{n}干了{x}{u}", "x"), ("{n}共{y}{u}，完成{x}{u}", "xy"), ("{n}已完成{x}{u}/{y}{u}", "xy"), ("{n}完成{x}{u}，设计{y}{u}", "xy"),
    ("{n}完成{w}{u}，不对，{x}{u}", "x"), ("{n}完成{x}{u}，尚余{z}{u}", "xz"),
)  # fmt: skip
DONE = (
    ("{n}{d}完成", True), ("{n}已于{d}完成", True), ("{n}{d}全部完成", True), ("{n}已完成", False), ("{n}已全部完成", False),
    ("{n}{d}完工", True), ("{n}完工（{d}）", True), ("{n}干完了", False), ("{d}{n}完成", True), ("{n}施工{d}全部结束", True),
)  # fmt: skip
DUE = (
    "{n}计划{d}完成", "{n}预计{d}完成", "{n}力争{d}前完成", "{n}{d}前完成", "{n}争取{d}干完", "{n}确保{d}前完工", "{n}完成时间推迟到{d}",
    "{n}原定8月底完成，现调整到{d}", "计划{d}完成{n}", "{n}拟于{d}完成", "预计{d}前{n}全部完成", "{n}{d}能完成", "{n}目标{d}完成",
)  # fmt: skip
UNDER_WAY = (
    "{n}正在施工",
    "{n}正在推进",
    "{n}施工中",
    "{n}已启动",
    "{n}有序推进",
    "正在进行{n}",
    "{n}已开始施工",
    "{n}全面铺开",
)
NOT_BEGUN = ("{n}未启动", "{n}还没开始", "{n}尚未开工", "{n}未开始", "{n}还没动", "{n}尚未启动", "{n}没开干")
GRANTED = (
    ("{n}已办结", False), ("{n}{d}办结", True), ("{n}{d}取得", True), ("{n}{d}办下来了", True), ("{n}已经办好", False),
    ("{n}于{d}办理完成", True), ("{d}取得{n}", True), ("{n}办好了（{d}）", True), ("{n}{d}拿到手", True), ("{n}{d}通过", True),
)  # fmt: skip
AWAITED = (
    "{n}预计{d}办结",
    "{n}力争{d}前取得",
    "{n}{d}前办好",
    "{n}{d}能下来",
    "预计{d}取得{n}",
    "{n}计划{d}办完",
    "{n}推迟到{d}",
)
HANDED_IN = (
    "{n}已受理",
    "{n}正在审查",
    "{n}正在办理",
    "{n}材料已报",
    "{n}专家评审会开过了",
    "{n}公示中",
    "{n}已报待批",
    "{n}在走流程",
)
NOT_HANDED_IN = ("{n}还没报", "{n}尚未办理", "{n}未启动", "{n}材料还没送", "{n}还没办")
CONDITIONAL = ("{n}容缺办理", "{n}告知承诺办理", "{n}按容缺受理", "{n}走的告知承诺制")
EVENT_DUE = ("{n}预计{d}", "计划{d}{n}", "力争{d}前{n}", "{d}前{n}", "{n}推迟到{d}", "确保{d}{n}", "{n}定在{d}")
EVENT_DONE = ("{d}已{n}", "{n}{d}完成", "已于{d}{n}", "{d}{n}了")
MONEY = (
    ("累计完成投资{m}", "total", False), ("本年完成投资{m}", "year", False), ("今年累计完成投资{m}，占年度计划的{s}%", "year", True),
    ("本月完成投资{m}", "month", False), ("年初以来完成投资{m}", "year", False), ("自开工累计完成投资{m}", "total", False),
    ("完成投资{m}，占年度计划{s}%", "year", True), ("累计完成投资{m}，占总投资的{s}%", "total", True), ("一季度完成投资{m}", "quarter", False),
)  # fmt: skip


def chinese(number: int) -> str:
    """A number under a hundred in Chinese."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else TENTHS[tens - 1] + "十"
    return head + (TENTHS[ones - 1] if ones else "")
