"""Which project, which node, and when to ask: each said in many plain ways, in two invented districts."""

import pytest

from tests.language.combined.naming import district

DISTRICTS = ("inland", "coast")
TOLD = {"inland": 88, "coast": 88}
UNCLEAR, CLEAR = 97, 94
"""So many of a hundred are read as meant, are asked back about, and are not asked back about."""


@pytest.mark.parametrize("name", DISTRICTS)
def test_a_project_and_its_node_are_known_by_whatever_they_are_called(name: str) -> None:
    wrong = district(name).misread("told")
    told = len(district(name).said["told"])
    assert 100 * (told - len(wrong)) // told >= TOLD[name], wrong


def test_what_fits_several_is_asked_about() -> None:
    guessed = [each for name in DISTRICTS for each in district(name).misread("unclear")]
    told = sum(len(district(name).said["unclear"]) for name in DISTRICTS)
    assert 100 * (told - len(guessed)) // told >= UNCLEAR, guessed


def test_who_knows_the_senders_projects_need_not_ask() -> None:
    asked = [each for name in DISTRICTS for each in district(name).misread("clear")]
    told = sum(len(district(name).said["clear"]) for name in DISTRICTS)
    assert 100 * (told - len(asked)) // told >= CLEAR, asked
