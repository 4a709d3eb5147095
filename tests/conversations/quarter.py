"""A made-up district and a season of messages in it, with a tally kept apart from the product: what must be known after."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from typing import Any

from models.policy import HolidayMode
from tests.models.test_cycle import oracle

BEIJING = timezone(timedelta(hours=8))
PLACES = [
    "青岗",
    "白沙",
    "云台",
    "柳湾",
    "鹤鸣",
    "梧桐",
    "石盘",
    "南坪",
    "丰乐",
    "竹溪",
    "银杏",
    "长寿",
    "金牛",
    "玉泉",
    "双桥",
    "大观",
    "望江",
    "凤栖",
    "龙潭",
    "松岭",
]
WORKS = ["污水处理厂", "中学迁建", "变电站", "安置房", "防洪堤", "物流园"]
NODES = (("环境影响评价批复", "environmental_assessment"), ("施工许可", "construction_permit"), ("开工", "start"))
OFFICES = [
    "发展改革",
    "水利",
    "教育",
    "交通运输",
    "财政",
    "民政",
    "农业农村",
    "商务",
    "文化旅游",
    "应急管理",
    "城市管理",
    "卫生健康",
    "住房保障",
    "林草",
    "体育",
]


@dataclass(slots=True)
class Tally:
    """What was said, by the plainest bookkeeping: (project) → percent, (node) → day done, (week) → who said what when."""

    percent: dict[str, int] = field(default_factory=dict)
    done: dict[str, str] = field(default_factory=dict)
    told: dict[date, list[tuple[datetime, str, str]]] = field(default_factory=dict)


@dataclass(slots=True)
class Season:
    """A story as its lines, and what must be known at its end."""

    registry: dict[str, Any]
    lines: list[dict[str, Any]]
    tally: Tally
    until: datetime

    def write(self) -> str:
        """The story as `python -m bot simulate` reads it."""
        return "\n".join(json.dumps(line, ensure_ascii=False) for line in self.lines) + "\n"


def make(units: int, projects: int, messages: int, weeks: int, seed: int = 1) -> Season:
    """A season that begins on Monday, 30 March 2026: no message is ambiguous, every unit has a liaison."""
    rng = random.Random(seed)
    registry = _district(units, projects)
    start = datetime(2026, 3, 30, 8, tzinfo=BEIJING)
    until = start + timedelta(weeks=weeks)
    tally = Tally()
    lines: list[dict[str, Any]] = [
        {"registry": registry, "start": start.isoformat(), "groups": [{"id": "g1", "name": "调度群"}]}
    ]
    cutoffs = sorted(oracle(HolidayMode.EARLIER).items())
    for moment in sorted(_moments(rng, start, until, messages)):
        project = rng.choice(registry["projects"])
        text, unit = _say(rng, project, moment, tally)
        chat: dict[str, str] = {"chat": "single"} if rng.random() < 0.4 else {"chat": "group", "group": "g1"}
        lines.append({"at": moment.isoformat(), **chat, "sender": f"ren{unit[1:]}", "text": text})
        monday = moment.date() - timedelta(days=moment.weekday())
        week = monday if monday in dict(cutoffs) else min(each for each, _ in cutoffs if each > monday)
        tally.told.setdefault(week, []).append((moment, unit, project["id"]))
    lines.append({"until": until.isoformat()})
    return Season(registry, lines, tally, until)


def _moments(rng: random.Random, start: datetime, until: datetime, count: int) -> Iterator[datetime]:
    span = int((until - start).total_seconds() // 60) - 60
    taken: set[int] = set()
    while len(taken) < count:
        minute = rng.randrange(span)
        if 0 <= minute % 1440 < 600 and minute not in taken:  # from eight in the morning until six
            taken.add(minute)
            yield start + timedelta(minutes=minute)


def _say(rng: random.Random, project: dict[str, Any], moment: datetime, tally: Tally) -> tuple[str, str]:
    """One message about a project by its lead, or about a node by whoever holds it."""
    node = rng.choice(project["nodes"])
    if rng.random() < 0.25 and node["id"] not in tally.done:
        tally.done[node["id"]] = moment.date().isoformat()
        return f"{project['name']}{node['name']}今天已完成", node["unit"]
    if rng.random() < 0.3:
        return f"{project['name']}同上周", project["lead_unit"]
    percent = min(99, tally.percent.get(project["id"], 0) + rng.randrange(1, 4))
    tally.percent[project["id"]] = percent
    return f"{project['name']}完成{percent}%", project["lead_unit"]


def _district(units: int, projects: int) -> dict[str, Any]:
    names = [f"{office}局" for office in OFFICES] + [f"{place}镇政府" for place in PLACES] + [
        f"{place}投资公司" for place in PLACES
    ]  # fmt: skip
    rows = [{"id": f"u{n}", "name": names[n], "aliases": []} for n in range(units)]
    people = [{"id": f"ren{n}", "name": _person(n), "unit": f"u{n}", "role": "liaison"} for n in range(units)]
    people.append({"id": "office", "name": "欧阳明", "unit": "u0", "role": "office"})
    return {"units": rows, "people": people, "projects": [_project(n, units) for n in range(projects)]}


def _person(n: int) -> str:
    return "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"[n % 20] + "文武斌芳"[n // 20 % 4] + "华"


def _project(n: int, units: int) -> dict[str, Any]:
    lead = n % units
    nodes = [
        {"id": f"p{n}n{k}", "name": name, "kind": kind, "unit": f"u{(lead + k) % units}",
         "planned": (date(2026, 2, 10) + timedelta(days=(n * 7 + k * 45) % 240)).isoformat()}
        for k, (name, kind) in enumerate(NODES)
    ]  # fmt: skip
    name = f"{PLACES[n % len(PLACES)]}{WORKS[n // len(PLACES)]}工程"
    return {"id": f"p{n}", "name": name, "aliases": [], "category": "城建", "town": "", "lead_unit": f"u{lead}",
            "support_units": [], "liaison": f"ren{lead}", "nodes": nodes}  # fmt: skip


def expected_weeks(season: Season) -> dict[str, dict[str, list[str]]]:
    """Reported, late and missing of each week, from the tally and the plan alone."""
    found = {}
    for monday, day in sorted(oracle(HolidayMode.EARLIER).items()):
        cutoff = datetime(day.year, day.month, day.day, 11, 30, tzinfo=BEIJING)
        if not date(2026, 3, 30) <= monday < season.until.date():
            continue
        told = season.tally.told.get(monday, [])
        in_time = {(unit, project) for moment, unit, project in told if moment <= cutoff}
        ever = {(unit, project) for _, unit, project in told}
        states: dict[str, list[str]] = {"reported": [], "late": [], "missing": []}
        owed = _owed(season, cutoff)
        for unit in sorted({*owed, *(unit for unit, _ in ever)}):
            due = {(unit, project) for project in owed.get(unit, ())}
            own_in_time = {each for each in in_time if each[0] == unit}
            if not due <= ever:
                states["missing"].append(unit)
            elif due <= in_time if due else own_in_time:
                states["reported"].append(unit)
            else:
                states["late"].append(unit)
        iso = monday.isocalendar()
        found[f"{iso.year}-W{iso.week:02d}"] = states
    return found


def still_owed(season: Season, unit: str, moment: datetime) -> set[str]:
    """The projects on which a unit had yet to report in the week of a moment."""
    monday = moment.date() - timedelta(days=moment.weekday())
    told = {project for when, who, project in season.tally.told.get(monday, ()) if who == unit and when <= moment}
    return _owed(season, moment).get(unit, set()) - told


def _owed(season: Season, moment: datetime) -> dict[str, set[str]]:
    """Which projects each unit leads, or holds a node of that was not said to be done by then."""
    done = {node for node, when in _done_at(season).items() if when <= moment}
    owed: dict[str, set[str]] = {}
    for project in season.registry["projects"]:
        owed.setdefault(project["lead_unit"], set()).add(project["id"])
        for node in project["nodes"]:
            if node["id"] not in done:
                owed.setdefault(node["unit"], set()).add(project["id"])
    return owed


def _done_at(season: Season) -> dict[str, datetime]:
    names = {
        f"{project['name']}{node['name']}今天已完成": node["id"]
        for project in season.registry["projects"]
        for node in project["nodes"]
    }
    return {
        names[line["text"]]: datetime.fromisoformat(line["at"]) for line in season.lines if line.get("text") in names
    }
