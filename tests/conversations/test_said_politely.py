"""Conversations go as they are written, too, where everybody speaks politely."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conversations.player import play


def _before(words: str) -> Callable[[str], str]:
    """Say something first, behind the bot's mention."""
    return lambda said: re.sub(r"^(@\S+\s+)?", lambda found: found[0] + words, said, count=1)


def _behind(words: str) -> Callable[[str], str]:
    """Say something last."""
    return lambda said: said.rstrip("。！") + words


@pytest.mark.parametrize(
    ("name", "reword"),
    [
        ("07_draft_held_and_edited", _before("好的，")),
        ("13_plan_change", _behind("，谢谢")),
        ("14_plan_change_refused", _behind("，谢谢")),
        ("06_follow_ups", _behind("，谢谢")),
        ("08_approval_required", _before("小助手，")),
    ],
)
async def test_courtesy_changes_nothing(name: str, reword: Callable[[str], str]) -> None:
    await play(Path(__file__).parent / f"{name}.txt", reword)
