"""A question beside a quoted message is about what was quoted, not about what was spoken of last."""

from pathlib import Path

import pytest

from tests.bot.test_simulate import SCENE, at, play, replies


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "story.jsonl"


QUOTED = {"quote": "【节点提示】三污环境影响评价批复，计划4月30日"}


def asked(day: str, text: str, **more: str) -> dict[str, str]:
    return {"at": at(day), "chat": "single", "sender": "lijianguo", "text": text, **more}


@pytest.mark.parametrize("text", ["什么时候批的", "怎么还没批", "为什么", "能按期吗"])
def test_the_quoted_project_is_meant(path: Path, text: str) -> None:
    said = replies(play(path, SCENE, asked("09T10:00", "滨河路怎么样了"), asked("09T10:01", text, **QUOTED)))
    assert "滨河路" in said[0]["text"]
    assert "第三污水" in said[1]["text"]
    assert "滨河路" not in said[1]["text"]


def test_what_names_its_own_project_is_not_bent(path: Path) -> None:
    said = replies(play(path, SCENE, asked("09T10:00", "滨河路施工许可批了没", **QUOTED)))
    assert "滨河路" in said[0]["text"]
    assert "第三污水" not in said[0]["text"]
