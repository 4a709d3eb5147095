"""Of what kind a trouble is, whether it is one, and whether help is asked; whose it is, other tests say."""

from datetime import datetime
from pathlib import Path

import pytest

from language.kinds import better_kinds
from language.understand import understand
from language.understanding import Reports, Utterance
from models.calendar import SHANGHAI
from models.vocabulary import ChatKind
from models.vocabulary import ProblemCategory as P
from tests.language import luzhou

NOW = datetime.fromisoformat(luzhou.NOW).replace(tzinfo=SHANGHAI)
LINES = (Path(__file__).parent / "cases" / "kinds.txt").read_text("utf-8").splitlines()
CASES = [line.split(" > ") for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_of_what_kind(text: str, expected: str) -> None:
    found = understand(Utterance(text, NOW, ChatKind.GROUP, "lian"), luzhou.lexicon())
    assert isinstance(found, Reports)
    told = {each.value for report in found.reports for each in report.problems}
    helped = {"help" for report in found.reports if report.needs_help}
    assert told | helped == set(expected.split()) - {"-"}


@pytest.mark.parametrize(
    ("text", "category", "kind"),
    [
        ("运营商迟迟不来迁", P.SUPPLY, P.UTILITIES),
        ("供电公司还没接进来", P.SUPPLY, P.SUPPLY),
        ("用地没谈妥", P.ACQUISITION, P.LAND),
        ("料场征地谈不拢", P.ACQUISITION, P.ACQUISITION),
        ("业主不让拆防盗窗", P.ACQUISITION, P.STABILITY),
        ("老板不让拆厂房", P.ACQUISITION, P.ACQUISITION),
        ("等电缆等了三天", P.UTILITIES, P.CONSTRUCTION),
    ],
)
def test_what_is_done_tells_the_kind(text: str, category: P, kind: P) -> None:
    assert better_kinds(text, (category,)) == (kind,)
