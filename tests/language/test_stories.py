"""Troubles told as a story, by people who never say the usual word; and words of trouble that tell of none."""

from datetime import datetime
from pathlib import Path

import pytest

from language.stories import is_unreal, story_of
from language.understand import understand
from language.understanding import Utterance
from models.calendar import SHANGHAI
from models.vocabulary import ChatKind
from tests.language import linjiang
from tests.language.telling import Case, read_cases, tell

NOW = datetime.fromisoformat(linjiang.NOW).replace(tzinfo=SHANGHAI)
TOLD = list(read_cases(Path(__file__).parent / "cases" / "stories.txt"))


@pytest.mark.parametrize("case", TOLD, ids=lambda case: case.text[:24])
def test_what_is_told_as_a_story(case: Case) -> None:
    found = understand(Utterance(case.text, NOW, ChatKind.GROUP, case.sender), linjiang.lexicon())
    assert tell(found, linjiang.registry()) == list(case.told)


@pytest.mark.parametrize(
    "text", ["怕后面雨多影响组塔", "如果上游泄洪就得停", "为免挖断管线提前交底，避免", "隔壁县风场让村民堵了"]
)
def test_what_is_feared_or_of_others_is_no_trouble(text: str) -> None:
    assert is_unreal(text)


@pytest.mark.parametrize("text", ["村民担心辐射", "从去年拖到现在还没批", "主要是对附属物补偿有异议"])
def test_what_others_fear_and_what_lasts_is_real(text: str) -> None:
    assert not is_unreal(text)


@pytest.mark.parametrize("text", ["还有4户没签", "施工组织有序", "资金没问题", "工人回家过年了"])
def test_no_story_where_all_is_well_or_only_counted(text: str) -> None:
    assert story_of(text) is None
