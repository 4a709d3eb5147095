"""A story prints everything that leaves the bot, and then what it knows; twice the same story, twice the same bytes."""

import hashlib
import io
import json
import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.simulate import run
from models.calendar import SHANGHAI
from tests.bot.test_story import DISTRICT, ROOT, SAID, SCENE, write

Lines = list[dict[str, Any]]
BEGIN = datetime(2026, 6, 8, 9, 0, tzinfo=SHANGHAI)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "story.jsonl"


def play(path: Path, *lines: Any) -> Lines:
    out, errors = io.StringIO(), io.StringIO()
    assert run(write(path, *lines), out, errors) == 0, errors.getvalue()
    return [json.loads(line) for line in out.getvalue().splitlines()]


def at(text: str) -> str:
    return f"2026-06-{text}:00+08:00"


def replies(lines: Lines) -> Lines:
    return [line for line in lines if line.get("why") == "reply"]


def test_an_echo_and_what_is_known_after_it(path: Path) -> None:
    *said, last = play(path, SCENE, SAID, {"until": at("11T16:00")})
    (echo,) = replies(said)
    assert echo["at"] == SAID["at"]
    assert echo["to"] == {"group": "g1"}
    assert echo["kind"] == "text"
    assert echo["reply_to"] == "m2"
    assert "北站路" in echo["text"]
    state = last["state"]
    assert state["at"] == at("11T16:00")
    node = state["projects"]["p01"]["nodes"]["p01n1"]
    assert node == {
        "status": "done", "finished_on": "2026-06-11", "planned": "2026-05-31", "color": "green", "late_days": 11,
    }  # fmt: skip
    assert state["projects"]["p03"]["color"] == "red"
    assert set(state["weeks"]) == {"2026-W24"}
    week = state["weeks"]["2026-W24"]
    assert week["cutoff"] == at("12T11:30")
    assert set(state) == {"at", "projects", "weeks", "problems", "decisions", "commitments", "plan_changes"}


def test_a_redelivery_changes_nothing_and_a_restart_neither(path: Path) -> None:
    plain = play(path, SCENE, SAID | {"id": "x"}, {"until": at("12T18:00")})
    again = play(
        path, SCENE, SAID | {"id": "x"}, SAID | {"id": "x"}, {"at": at("11T16:00"), "restart": True},
        SAID | {"id": "x", "at": at("11T17:00")}, {"until": at("12T18:00")},
    )  # fmt: skip
    assert plain == again


def test_who_is_away_hears_nothing_and_missed_hours_are_told_to_the_office(path: Path) -> None:
    lines = play(
        path, SCENE, {"at": at("11T14:00"), "down": True}, SAID, {"at": at("15T10:00"), "up": True},
        {"until": at("15T18:00")},
    )  # fmt: skip
    assert replies(lines) == []
    later = [line for line in lines[:-1] if line["at"] >= at("15T10:00")]
    missed = [line for line in later if line["why"] == "office" and "截止" in line["text"]]
    assert len(missed) == 2, later  # one line to each of the two of the office
    assert all("group" not in line["to"] for line in later), later
    assert lines[-1]["state"]["projects"]["p01"]["nodes"]["p01n1"]["status"] is None


def test_somebody_unknown_is_told_privately_and_once(path: Path) -> None:
    unknown = {key: SAID[key] for key in SAID if key != "sender"}
    lines = play(path, SCENE, unknown, unknown, {"until": at("11T16:00")})
    told = replies(lines)
    assert [line["to"] for line in told] == [{"person": None}]


QUIET = SAID | {"at": at("11T15:29"), "text": "收到"}


def test_a_platform_that_fails_is_tried_again(path: Path) -> None:
    fault = {"platform": {"fail": "server_error", "times": 2}}
    lines = play(path, SCENE, QUIET, fault, SAID, {"until": at("12T09:00")})
    (echo,) = replies(lines)
    assert echo["at"] > SAID["at"]


def test_what_timed_out_is_printed_as_unknown(path: Path) -> None:
    fault = {"platform": {"fail": "timeout", "times": 1}}
    lines = play(path, SCENE, QUIET, fault, SAID, {"until": at("12T09:00")})
    first, second = replies(lines)
    assert first["outcome"] == "unknown"
    assert "outcome" not in second
    assert second["text"].startswith(first["text"])


def test_config_overrides_move_the_hours(path: Path) -> None:
    lines = play(path, SCENE | {"config": {"weekly": {"cutoff": "12:00"}}}, {"until": at("12T18:00")})
    assert lines[-1]["state"]["weeks"]["2026-W24"]["cutoff"] == at("12T12:00")
    assert [line["at"] for line in lines if line.get("why") == "draft"] == [at("12T12:00")] * 2


def test_a_report_at_the_very_cutoff_is_in_time(path: Path) -> None:
    liaison = SAID | {"sender": "hexue", "text": "实验学校无变化", "at": at("12T11:30")}
    lines = play(path, SCENE, liaison, {"until": at("12T11:30")})
    week = lines[-1]["state"]["weeks"]["2026-W24"]
    assert "jyj" in week["reported"]
    kinds = [line["why"] for line in lines[:-1] if line["at"] == at("12T11:30")]
    assert kinds[0] == "reply"


def test_the_friday_cycle_comes_out_once_and_in_order(path: Path) -> None:
    lines = play(path, SCENE, {"until": at("12T18:00")})
    group = [(line["at"], line["why"], line["kind"]) for line in lines[:-1] if line["to"] == {"group": "g1"}]
    assert group == [
        (at("11T15:00"), "notice", "text"),
        (at("12T10:45"), "count", "text"),
        (at("12T14:00"), "summary", "text"),
        (at("12T14:00"), "summary", "image"),
    ]
    image = next(line for line in lines if line.get("kind") == "image")
    assert image["bytes"] > 10_000
    assert image["name"].endswith(".png")


def story_of(weeks: int, messages: int) -> list[Any]:
    """Weeks of reports and questions, the same every time."""
    data = json.loads(DISTRICT.read_text("utf-8"))
    people = [person["id"] for person in data["people"]]
    projects = [project["aliases"][0] for project in data["projects"]]
    step = timedelta(days=7 * weeks) / messages
    lines: list[Any] = [SCENE]
    for number in range(messages):
        dice = hashlib.sha256(str(number).encode()).digest()
        project = projects[dice[0] % len(projects)]
        text = (
            f"{project}形象进度完成{dice[1] % 100}%",
            f"{project}无变化",
            f"{project}施工许可还差图审合格书，请住建局协调",
            f"{project}咋样了",
            "红灯的有哪些",
        )[dice[2] % 5]
        lines.append(
            {"at": (BEGIN + step * number).isoformat(), "chat": "group" if dice[3] % 2 else "single",
             "sender": people[dice[4] % len(people)], "text": text} | ({"group": "g1"} if dice[3] % 2 else {})
        )  # fmt: skip
    return [*lines, {"until": (BEGIN + timedelta(days=7 * weeks)).isoformat()}]


def test_the_same_story_prints_the_same_bytes_whatever_the_hash_seed(path: Path) -> None:
    write(path, *story_of(2, 60))
    players = [
        subprocess.Popen(
            [sys.executable, "-m", "bot", "simulate", str(path)],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": "UTC"},
        )
        for seed in ("1", "2")
    ]  # fmt: skip
    printed = []
    for player in players:
        out, errors = player.communicate(timeout=100)
        assert (player.returncode, errors) == (0, b"")
        printed.append(out)
    assert printed[0] == printed[1]
    assert printed[0].count(b"\n") > 60


def test_four_weeks_and_two_hundred_messages_are_played(path: Path) -> None:
    lines = play(path, *story_of(4, 200))
    assert len(lines) > 200
