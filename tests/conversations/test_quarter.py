"""A season of a whole district, played by the real bot, ends where an independent tally says.

The whole quarter (40 units, 120 projects, 3,000 messages) is played by hand: SANSE_TEST_LONG=1.
"""

import io
import json
import os
import time
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot import simulate
from tests.conversations.quarter import Season, expected_weeks, make, still_owed

SEASONS = [(15, 45, 200, 4), (25, 75, 260, 9)] + ([(40, 120, 3000, 13)] if os.environ.get("SANSE_TEST_LONG") else [])


def _play(season: Season, folder: Path) -> tuple[list[dict[str, Any]], float]:
    story = folder / "season.jsonl"
    story.write_text(season.write(), "utf-8")
    out = io.StringIO()
    began = time.process_time()
    assert simulate.run(story, out) == 0
    return [json.loads(line) for line in out.getvalue().splitlines()], time.process_time() - began


@pytest.mark.timeout(900)
@pytest.mark.parametrize(("units", "projects", "messages", "weeks"), SEASONS)
def test_a_season_ends_as_the_tally_says(units: int, projects: int, messages: int, weeks: int, tmp_path: Path) -> None:
    season = make(units, projects, messages, weeks)
    lines, took = _play(season, tmp_path)
    print(f"{units} units, {projects} projects, {messages} messages, {weeks} weeks: {took:.1f} s, {len(lines)} lines")
    state = lines[-1]["state"]
    for project in season.registry["projects"]:
        known = state["projects"][project["id"]]
        assert known["percent"] == season.tally.percent.get(project["id"]), project["name"]
        done = {node: each["finished_on"] for node, each in known["nodes"].items() if each["status"] == "done"}
        assert done == {
            node["id"]: season.tally.done[node["id"]] for node in project["nodes"] if node["id"] in season.tally.done
        }
    for week, expected in expected_weeks(season).items():
        known = state["weeks"][week]
        assert {key: known[key] for key in expected} == expected, week
    _nobody_is_overburdened(season, lines[:-1])
    _only_who_owes_is_nudged(season, lines[:-1])


def _only_who_owes_is_nudged(season: Season, lines: list[dict[str, Any]]) -> None:
    """At the moment of each nudge its unit still had something to report for the week."""
    nudges = [line for line in lines if line["why"] == "reminder"]
    assert nudges
    for line in nudges:
        moment = datetime.fromisoformat(line["at"])
        assert still_owed(season, f"u{line['to']['person'][3:]}", moment), line


def _nobody_is_overburdened(season: Season, lines: list[dict[str, Any]]) -> None:
    """At most two nudges a person and cycle, three posts a group, none to who has nothing to report or at night."""
    by_cycle: dict[tuple[str, str, str], int] = {}
    for line in lines:
        year, number, _ = datetime.fromisoformat(line["at"]).isocalendar()
        week = f"{year}-W{number}"
        who = line["to"].get("person") or line["to"].get("group")
        if line["why"] in ("reminder", "count") or (line["why"] in ("notice", "summary") and line["kind"] == "text"):
            key = (who, "nudge" if line["why"] == "reminder" else "post" if "group" in line["to"] else "list", week)
            by_cycle[key] = by_cycle.get(key, 0) + 1
        if line["why"] not in ("reply", "restricted", "alert"):
            assert "08:30" <= line["at"][11:16] <= "17:30"
    assert max((count for (_, what, _), count in by_cycle.items() if what == "nudge"), default=0) <= 2
    assert max((count for (_, what, _), count in by_cycle.items() if what == "post"), default=0) <= 3
