"""Two nodes of one project in one message, in seventeen plain arrangements, for every pair of works of a district."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from models.registry import NodeEntry, ProjectEntry
from models.vocabulary import NodeKind
from tests.language.combined import lexicon, read

WORKS = frozenset(
    {
        NodeKind.FOUNDATION,
        NodeKind.STRUCTURE,
        NodeKind.INSTALLATION,
        NodeKind.OTHER,
        NodeKind.UTILITIES,
        NodeKind.ACQUISITION,
    }
)
Wanted = dict[str, Any]
NOTHING: Wanted = {"status": None}
DONE, GOING, UNBEGUN = {"status": "done"}, {"status": "in_progress"}, {"status": "not_started"}
ARRANGED: tuple[tuple[str, Wanted, Wanted], ...] = (
    ("{a}{x}完成了，{y}还没动", DONE, UNBEGUN),
    ("{a}{x}完成，{y}正在做", DONE, GOING),
    ("{a}{y}还没开始，{x}刚完", DONE, UNBEGUN),
    ("{a}：{x}已完成；{y}正在推进", DONE, GOING),
    ("{a}{x}和{y}都完成了", DONE, DONE),
    ("{a}{x}、{y}都在推进", GOING, GOING),
    ("{a}{x}没变化，{y}停了", {"status": "unchanged"}, {"status": "blocked"}),
    ("{a}{x}9月底完成，{y}10月底", {"due_on": "2026-09-30"}, {"due_on": "2026-10-31"}),
    ("{a}{x}完成60%，{y}完成30%", {"percent": 60}, {"percent": 30}),
    ("{a}{x}6月3日完成，{y}6月8日开始", {**DONE, "done_on": "2026-06-03"}, GOING),
    ("{x}做完了，{y}在做，{a}", DONE, GOING),
    ("{a}{x}完工，转入{y}", DONE, GOING),
    ("{a}{y}要等{x}完成后才能做", NOTHING, NOTHING),
    ("{a}{x}因为缺人停了，不影响{y}", {"status": "blocked", "problems": ["construction"]}, NOTHING),
    ("{a}\n{x}：已完成\n{y}：推进中", DONE, GOING),
    ("{a}{x}已完成，{y}完成30%，预计9月底完成", DONE, {"percent": 30, "due_on": "2026-09-30"}),
    ("{a}目前{x}已经收尾，{y}下周开始", GOING, NOTHING),
)


def _pairs() -> Iterator[tuple[ProjectEntry, NodeEntry, NodeEntry]]:
    for project in lexicon("ac").registry.projects.values():
        nodes = [node for node in project.nodes if node.kind in WORKS]
        for one, other in pairwise(nodes):
            yield project, one, other


def _all() -> tuple[int, list[str]]:
    total, wrong = 0, list[str]()
    for number, (project, one, other) in enumerate(_pairs()):
        name = (*project.aliases, project.name)[0]
        for arranged, wanted_of_one, wanted_of_other in ARRANGED[number % 2 :: 2]:  # every second: a moment's work
            text = arranged.format(a=name, x=one.name, y=other.name)
            reports = {each.get("node"): each for each in read(text, "ac", project.liaison).get("reports", [])}
            total += 1
            told = (reports.get(one.id, {}), wanted_of_one), (reports.get(other.id, {}), wanted_of_other)
            held = all(got.get(key) == value for got, wanted in told for key, value in wanted.items())
            if not held or not reports.keys() <= {one.id, other.id}:
                wrong.append(f"{text}: {list(reports.values())}")
    return total, wrong


def test_what_is_told_of_two_nodes() -> None:
    total, wrong = _all()
    assert len(wrong) <= 0.02 * total, wrong


if __name__ == "__main__":
    total, wrong = _all()
    print(total - len(wrong), total, *wrong, sep="\n")
