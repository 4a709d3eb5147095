"""Every node of every district's plans, said by its name beside its project's: before it, behind it, in other forms."""

from collections.abc import Iterator
from itertools import count
from typing import Any

from tests.language.combined import CORPUS, lexicon, read, thinned

FORMS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("{project}{node}已完成", {"status": "done"}),
    ("{project}的{node}6月3日完成了", {"status": "done", "done_on": "2026-06-03"}),
    ("{node}这块，{project}还没开始", {"status": "not_started"}),
    ("{project}：{node}正在办理", {"status": "in_progress"}),
    ("{project} {node} 预计7月15日完成", {"due_on": "2026-07-15"}),
    ("{project}{node}停了，没钱", {"status": "blocked", "problems": ["funding"]}),
    ("{project}，{node}本周没进展", {"status": "unchanged"}),
    ("{node}方面，{project}完成60%", {"percent": 60}),
)
FLOOR = 98


def _said() -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    number = count()
    for folder in sorted(each.name for each in CORPUS.iterdir() if (each / "registry.json").exists()):
        for project in lexicon(folder).registry.projects.values():
            names = (project.name, *project.aliases)
            for node in project.nodes:
                place = next(number)
                form, told = FORMS[place % len(FORMS)]
                name = names[place // len(FORMS) % len(names)]
                yield folder, form.format(project=name, node=node.name), node.id, told


def _holds(district: str, text: str, node: str, told: dict[str, Any]) -> bool:
    reports = read(text, district).get("reports", [])
    return len(reports) == 1 and reports[0].get("node") == node and told.items() <= reports[0].items()


def test_a_node_is_known_by_its_name() -> None:
    tried = thinned(_said(), 500)
    wrong = [text for district, text, node, told in tried if not _holds(district, text, node, told)]
    assert 100 * (len(tried) - len(wrong)) // len(tried) >= FLOOR, wrong


if __name__ == "__main__":
    every = list(_said())
    bad = [each for each in every if not _holds(*each)]
    print(len(every) - len(bad), len(every))
    for each in bad:
        print(each, read(each[1], each[0]).get("reports"))
