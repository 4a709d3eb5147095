"""A project or a node named otherwise is the same project or node."""

import pytest

from tests.language.rewording import naming, naming_nodes
from tests.language.rewording.rewording import CORPUS, Reword, Said, messages, outcome

DISTRICTS = ("c", "k", "o")
MOST = 12
"""So many messages are said in each way."""

FEWEST = 5
"""A way that hardly any message can be said in holds nothing."""


@pytest.fixture(scope="module")
def reports() -> list[Said]:
    return list(messages("report", [CORPUS / each for each in DISTRICTS]))


@pytest.fixture(scope="module")
def questions() -> list[Said]:
    return list(messages("query", [CORPUS / each for each in DISTRICTS]))


def holds(way: tuple[Reword, int], said: list[Said]) -> None:
    reword, least = way
    fitting = [each for each in said if reword(each) not in (None, each.text)]
    found = outcome(reword, fitting[:: 1 + len(fitting) // MOST])
    assert found.tried >= FEWEST
    assert found.kept >= least, "\n".join(f"{found.kept} {each[0]} {each[1]}" for each in found.changed)


@pytest.mark.parametrize("way", naming.REPORTS)
def test_project_in_a_report(way: str, reports: list[Said]) -> None:
    holds(naming.REPORTS[way], reports)


@pytest.mark.parametrize("way", naming.QUESTIONS)
def test_project_in_a_question(way: str, questions: list[Said]) -> None:
    holds(naming.QUESTIONS[way], questions)


@pytest.mark.parametrize("way", naming_nodes.REPORTS)
def test_node_in_a_report(way: str, reports: list[Said]) -> None:
    holds(naming_nodes.REPORTS[way], reports)
