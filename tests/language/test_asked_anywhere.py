"""Every kind of question as people of many regions and moods say it, and what only sounds like a question."""

from pathlib import Path
from typing import Any

import pytest

from language.names import Lexicon
from language.understand import understand
from language.understanding_json import to_json
from models.registry import registry_from_json
from tests.language.linxi import lexicon, said

CASES = Path(__file__).parent / "cases"
ASKERS = ("zhou", "ning", "bao", "shi", "yue")
KEYS = {"p": "projects", "u": "units", "w": "towns", "c": "categories", "k": "node_kinds", "x": "problem_categories"}
PERIODS = {
    "TW": "2026-09-14..2026-09-20",
    "LW": "2026-09-07..2026-09-13",
    "NW": "2026-09-21..2026-09-27",
    "AUG": "2026-08-01..2026-08-31",
    "SEP": "2026-09-01..2026-09-30",
    "OCT": "2026-10-01..2026-10-31",
    "Q1": "2026-01-01..2026-03-31",
    "Q3": "2026-07-01..2026-09-30",
    "Q4": "2026-10-01..2026-12-31",
    "H1": "2026-01-01..2026-06-30",
    "YEAR": "2026-01-01..2026-12-31",
}


def rows(name: str) -> list[list[str]]:
    """The lines of a table of cases, each in its parts, with the heading under which it stands as the last."""
    found: list[list[str]] = []
    heading = ""
    for line in (CASES / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            heading = line[2:]
        elif line:
            found.append([*line.split(" | "), heading])
    return found


def wanted(spec: str) -> dict[str, Any]:
    """What `nodes p=q01 k=start s=due per=SEP` stands for."""
    topic, *filters = spec.split()
    query: dict[str, Any] = {"topic": topic}
    for each in filters:
        key, value = each.split("=")
        if key == "per":
            first, last = PERIODS.get(value, value).split("..")
            query["period"] = {"from": first, "to": last}
        elif key == "s":
            query["node_state"] = value
        else:
            query["colors" if key == "col" else KEYS[key]] = sorted(value.split(","))
    return query


def asked(text: str, sender: str, names: Lexicon) -> dict[str, Any]:
    """What is understood, with every list in order."""
    found = to_json(understand(said(text, sender), names))
    query = found.get("query", {})
    return found | {"query": {key: sorted(each) if isinstance(each, list) else each for key, each in query.items()}}


@pytest.mark.parametrize(("place", "row"), list(enumerate(rows("asked.txt"))))
def test_it_is_asked(place: int, row: list[str]) -> None:
    found = asked(row[0], ASKERS[place % len(ASKERS)], lexicon())
    assert found == {"intent": "query", "query": wanted(row[1])}, row[0]


@pytest.mark.parametrize("row", rows("not_asked.txt"))
def test_it_only_sounds_so(row: list[str]) -> None:
    sender, text, heading = row
    found = to_json(understand(said(text, sender), lexicon()))
    assert found["intent"] == ("report" if heading == "reports" else "none"), text


VALLEY = {
    "p1": ("砚河城区段防洪治理工程", "砚河治理"),
    "p2": ("砚河二桥危桥改建工程", "砚河二桥"),
    "p3": ("青石滩水库扩建工程", "青石滩水库"),
    "p4": ("青石滩扬水泵站更新改造工程", "青石滩扬水"),
    "p5": ("南湖湾安置房项目", "南湖湾安置房"),
    "p6": ("南湖水厂工程", "南湖水厂"),
    "p8": ("云盘岭隧道工程", "云盘岭隧道"),
    "p7": ("县第一高级中学改扩建项目", "一高"),
}


@pytest.mark.parametrize(
    ("text", "projects"),
    [
        ("砚河那边干成啥样了", ["p1", "p2"]),
        ("砚河那边什么情况", ["p1", "p2"]),
        ("砚河防洪进展如何", ["p1"]),
        ("砚河二桥进展如何", ["p2"]),
        ("青石滩那个工程到哪一步了", ["p3", "p4"]),
        ("青石滩水库到哪一步了", ["p3"]),
        ("南湖那边咋样了", ["p6"]),
        ("云盘岭隧道干到哪一步了", ["p8"]),
        ("一高什么情况", ["p7"]),
        ("领导问一高干到哪一步了", ["p7"]),
    ],
)
def test_a_place_means_all_that_begin_with_it(text: str, projects: list[str]) -> None:
    known = [
        {"id": key, "name": name, "aliases": [alias], "category": "水利", "town": "砚山镇", "nodes": []}
        for key, (name, alias) in VALLEY.items()
    ]
    people = [{"id": "zhou", "name": "周正平", "role": "leader"}]
    names = Lexicon(registry_from_json({"units": [], "people": people, "projects": known}))
    assert asked(text, "zhou", names)["query"].get("projects") == projects
