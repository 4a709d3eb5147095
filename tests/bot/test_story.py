"""A story is read as a whole before anything is played; a mistake is one line with the file, the line and the reason."""

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.simulate import run
from bot.story import StoryError, read_story

ROOT = Path(__file__).parents[2]
DISTRICT = ROOT / "tests" / "conversations" / "district.json"
SCENE = {
    "registry": json.loads(DISTRICT.read_text("utf-8")),
    "start": "2026-06-08T08:00:00+08:00",
    "groups": [{"id": "g1", "name": "重点项目调度群"}],
}
SAID = {
    "at": "2026-06-11T15:30:00+08:00",
    "chat": "group",
    "group": "g1",
    "sender": "zhangwei",
    "text": "北站路环评已批复",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "story.jsonl"


def write(path: Path, *lines: Any) -> Path:
    text = "\n".join(each if isinstance(each, str) else json.dumps(each, ensure_ascii=False) for each in lines)
    path.write_text(text + "\n", "utf-8")
    return path


MISTAKES = [
    ([], "第1行：故事是空的"),
    (["{"], "第1行：不是合规的 JSON"),
    (["[1]"], "第1行：应是一个对象"),
    ([{"start": SCENE["start"]}], "第1行：registry：这个键必须写"),
    ([SCENE | {"start": "2026-06-08"}], "第1行：start：时间应写成"),
    ([SCENE | {"start": 5}], "第1行：start：时间应写成"),
    ([SCENE | {"sense": 1}], "第1行：sense：没有这个键"),
    ([SCENE | {"registry": "nowhere.json"}], "第1行"),
    ([SCENE | {"groups": [{"id": "g1", "projects": ["p99"]}]}], "第1行：projects：没有 p99"),
    ([SCENE | {"groups": [{"id": "g1"}, {"id": "g1"}]}], "第1行：groups：g1 写了两次"),
    ([SCENE | {"config": {"weekly": {"cutof": "11:00"}}}], "第1行：config：weekly.cutof：没有这个键；是不是 weekly.cutoff？"),
    ([SCENE, SAID | {"sender": "nobody"}], "第2行：sender：没有 nobody"),
    ([SCENE, SAID | {"group": "g2"}], "第2行：group：没有 g2"),
    ([SCENE, SAID | {"chat": "single"}], "第2行：chat 为 single 时不写 group"),
    ([SCENE, {key: SAID[key] for key in SAID if key != "group"}], "第2行：chat 为 group 时要写明 group"),
    ([SCENE, SAID | {"chat": "channel"}], "第2行：chat：没有这个取值"),
    ([SCENE, SAID | {"at": "昨天"}], "第2行：at：时间应写成"),
    ([SCENE, SAID | {"at": "2026-06-11T15:30:00"}], "第2行：at：时间应写成"),
    ([SCENE, SAID | {"texts": "x"}], "第2行：texts：没有这个键"),
    ([SCENE, SAID | {"text": ""}], "第2行：text 和 attachments 不能都没有"),
    ([SCENE, SAID | {"attachments": [{"kind": "video"}]}], "第2行：attachments.0.kind：没有这个取值"),
    ([SCENE, SAID, SAID | {"at": "2026-06-11T15:29:59+08:00"}], "第3行：时间不能倒退"),
    ([SCENE, {"at": "2026-06-07T00:00:00+08:00", "restart": True}], "第2行：时间不能倒退"),
    ([SCENE, "", SAID | {"sender": "nobody"}], "第3行：sender"),
    ([SCENE, {"at": SAID["at"]}], "第2行：看不出这一行是什么（只有 at）"),
    ([SCENE, {"at": SAID["at"], "restart": False}], "第2行：restart：没有这个取值"),
    ([SCENE, {"platform": {"fail": "fire", "times": 3}}], "第2行：platform.fail：没有这个取值"),
    ([SCENE, {"platform": {"fail": "timeout", "times": 0}}], "第2行：platform.times：太小"),
    ([SCENE, {"at": SAID["at"], "meeting": {"ended": True}}], "第2行：meeting.kind：这个键必须写"),
    ([SCENE, {"until": SAID["at"]}, SAID], "第3行：until 之后不能再有别的行"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "told"), MISTAKES, ids=[told for _, told in MISTAKES])
def test_a_mistake_is_one_line_and_nothing_is_played(path: Path, lines: list[Any], told: str) -> None:
    out, errors = io.StringIO(), io.StringIO()
    assert run(write(path, *lines), out, errors) == 2
    assert out.getvalue() == ""
    assert errors.getvalue().count("\n") == 1
    assert errors.getvalue().startswith(f"{path} {told}"), errors.getvalue()


def test_a_missing_story_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(StoryError, match="读不出来"):
        read_story(tmp_path / "none.jsonl")
    with pytest.raises(StoryError, match="读不出来"):
        read_story(tmp_path)


def test_a_message_without_an_id_is_no_redelivery_of_another(path: Path) -> None:
    story = read_story(write(path, SCENE, SAID | {"id": "m3"}, SAID, SAID | {"id": "m3"}))
    assert [step.name for step in story.steps] == ["m3", "m3x", "m3"]


def test_the_registry_may_lie_beside_the_story(path: Path) -> None:
    (path.parent / "r.json").write_bytes(DISTRICT.read_bytes())
    assert len(read_story(write(path, SCENE | {"registry": "r.json"})).registry.projects) == 12


def test_the_command_line_exits_with_two_and_no_traceback(path: Path) -> None:
    write(path, SCENE, SAID | {"sender": "nobody"})
    done = subprocess.run(
        [sys.executable, "-m", "bot", "simulate", str(path)], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == f"{path} 第2行：sender：没有 nobody\n"
