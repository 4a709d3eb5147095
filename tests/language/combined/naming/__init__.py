"""Which project and which node: invented districts, and how their people name what they tell of."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from language.names import Lexicon
from language.understand import understand
from language.understanding import Utterance
from language.understanding_json import to_json
from models.registry import registry_from_json
from models.vocabulary import ChatKind
from tests.language.combined import NOW

KINDS = {
    "招标": "tender",
    "环评": "environmental_assessment",
    "节能": "energy_review",
    "防洪评价": "water_soil",
    "取水许可": "water_soil",
    "文物": "heritage",
    "用地预审": "site_selection",
    "规划许可": "planning_permit",
    "摘牌": "land_transfer",
    "用地": "land_transfer",
    "土地划拨": "land_transfer",
    "施工图": "drawing_review",
    "施工许可": "construction_permit",
    "征地": "acquisition",
    "征迁": "acquisition",
    "征收": "acquisition",
    "移民": "acquisition",
    "迁改": "utilities",
    "资金": "financing",
    "开工": "start",
    "初步设计": "preliminary_design",
    "可研": "project_approval",
    "备案": "project_approval",
    "核准": "project_approval",
    "立项": "project_approval",
    "实施方案": "project_approval",
    "桩": "foundation",
    "基础": "foundation",
    "基坑": "foundation",
    "封顶": "topping_out",
    "主体": "structure",
    "竣工": "acceptance",
    "验收": "acceptance",
    "通车": "operation",
    "通水": "operation",
    "投": "operation",
    "并网": "operation",
    "安装": "installation",
    "装修": "installation",
    "组立": "installation",
    "架线": "installation",
}
"""The kind of a node by what its name holds, the first that fits."""
OFFICE = {"id": "office", "name": "办公室", "role": "office"}
SIGNS = {
    "in_progress": "I",
    "done": "D",
    "not_started": "N",
    "blocked": "B",
    "conditional": "C",
    "unchanged": "U",
}


class Said(NamedTuple):
    """What somebody says, and the readings that are right."""

    sender: str
    text: str
    wanted: tuple[frozenset[str], ...]


class District:
    """The projects of a district, and what is said of them, by sort: told, unclear, clear."""

    def __init__(self, name: str) -> None:
        text = (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8")
        parts = dict(part.split("\n", 1) for part in text.split("=== ")[1:])
        self._nodes: dict[str, dict[str, str]] = {}
        self._lexicon = Lexicon(registry_from_json(self._registry(parts.pop("projects").splitlines())))
        self.said = {sort: list(self._rows(lines)) for sort, lines in parts.items()}

    def misread(self, sort: str) -> list[tuple[str, frozenset[str]]]:
        """What is not read as it should be, and how it is."""
        read = ((said, self.reading(said)) for said in self.said[sort])
        return [(f"{said.sender}: {said.text}", got) for said, got in read if got not in said.wanted]

    def reading(self, said: Said) -> frozenset[str]:
        """What a message tells, one short line for each project or node; ? where it is asked back about."""
        got = to_json(understand(Utterance(said.text, NOW, ChatKind.GROUP, said.sender), self._lexicon))
        if got["intent"] == "report":
            return frozenset(map(self._line, got["reports"]))
        return frozenset({{"ask": "?", "none": "-"}.get(got["intent"], got["intent"])})

    def _registry(self, lines: list[str]) -> dict[str, Any]:
        """The registry that short lines stand for: id, name, aliases, category, town, unit, liaison, nodes."""
        rows = [line.split("|") for line in lines if line]
        for project, *_, nodes in rows:
            self._nodes[project] = {f"{project}n{place}": name for place, name in enumerate(nodes.split(), 1)}
        units = {row[5] for row in rows}
        people = [{"id": row[6], "name": f"联络员{row[6]}", "unit": row[5], "role": "liaison"} for row in rows]
        return {
            "units": [{"id": unit, "name": f"县{unit}局", "aliases": []} for unit in sorted(units)],
            "people": [*{each["id"]: each for each in people}.values(), OFFICE | {"unit": min(units)}],
            "projects": [self._project(*row) for row in rows],
            "festivals": {"2026": {"春节": "2026-02-17"}},
        }

    def _project(self, *row: str) -> dict[str, Any]:
        project, name, aliases, category, town, unit, liaison, _ = row
        nodes = [
            {"id": node, "name": called, "kind": _kind(called), "planned": "2026-09-30", "unit": unit}
            for node, called in self._nodes[project].items()
        ]
        own = {"id": project, "name": name, "aliases": [each for each in aliases.split(",") if each], "nodes": nodes}
        of_whom = {"lead_unit": unit, "support_units": [], "liaison": liaison}
        return own | of_whom | {"category": category, "town": town}

    def _rows(self, lines: str) -> Iterator[Said]:
        for line in lines.splitlines():
            if line.strip() and not line.startswith("#"):
                sender, text, wanted = (each.strip() for each in line.split("|"))
                readings = tuple(frozenset(self._wanted(each)) for each in wanted.split(" OR "))
                yield Said(sender, text.replace("⏎", "\n"), readings)

    def _wanted(self, said: str) -> Iterator[str]:
        for each in filter(None, map(str.strip, said.split(";"))):
            whose, colon, facts = each.partition(":")
            project, slash, node = whose.partition("/")
            if slash:
                node = next(name for name in self._nodes[project].values() if name.startswith(node))
            yield f"{project}{slash}{node}{colon}{' '.join(sorted(facts.split()))}"

    def _line(self, report: dict[str, Any]) -> str:
        node = "/" + self._nodes[report["project"]][report["node"]] if "node" in report else ""
        return f"{report['project']}{node}:{' '.join(sorted(_facts(report)))}"


def _kind(name: str) -> str:
    return next((kind for word, kind in KINDS.items() if word in name), "other")


def _facts(report: dict[str, Any]) -> Iterator[str]:
    if "status" in report:
        yield SIGNS[report["status"]]
    if "percent" in report:
        yield f"%{report['percent']:g}"
    for each in report.get("quantities", ()):
        left = f"/{each['left']}" if "left" in each else ""
        yield f"q{each.get('done', '')}/{each.get('total', '')}{left}"
    for each in report.get("investments", ()):
        share = f"%{each['plan_percent']}" if "plan_percent" in each else ""
        yield f"${each.get('wan', '')}{each['scope'][0]}{share}"
    for key, sign in (("done_on", "d"), ("due_on", "due")):
        if key in report:
            yield sign + report[key][5:]
    yield from (f"!{each}" for each in report.get("problems", ()))
    if "needs_help" in report:
        yield "h"


@cache
def district(name: str) -> District:
    """One of the invented districts."""
    return District(name)
