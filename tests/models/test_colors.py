"""The three colours, held against an oracle that counts months in another way."""

import random
from calendar import monthrange
from datetime import date, timedelta

import pytest

from models.calendar import add_months
from models.policy import Policy
from models.project import NodeDates, days_late, node_color, worst
from models.vocabulary import Color

POLICY = Policy()
SETS = 12_000


def oracle_month_later(day: date, months: int) -> date:
    """Walk month by month through the calendar, then clip to the last day that exists."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    last = monthrange(year, month)[1]
    return date(year, month, day.day if day.day <= last else last)


def oracle_color(nodes: list[NodeDates], today: date) -> str:
    """The rule of the office read aloud: 1 month past and not done is yellow, 3 months is red, the worst decides."""
    seen = {"green"}
    for node in nodes:
        done_by_today = node.finished is not None and not node.finished > today
        if node.planned is None or done_by_today:
            continue
        if not today < oracle_month_later(node.planned, 3):
            seen.add("red")
        elif not today < oracle_month_later(node.planned, 1):
            seen.add("yellow")
    return "red" if "red" in seen else "yellow" if "yellow" in seen else "green"


def random_day(chance: random.Random) -> date:
    """Days that hurt come up often: month ends, leap days, the turn of the year."""
    year = chance.choice([2019, 2020, 2023, 2024, 2025, 2026, 2027, 2028])
    month = chance.randint(1, 12)
    last = monthrange(year, month)[1]
    return date(year, month, chance.choice([1, last, last, max(1, last - 1), chance.randint(1, last)]))


def random_nodes(chance: random.Random, today: date) -> list[NodeDates]:
    nodes = []
    for number in range(chance.randint(0, 8)):
        near = today - timedelta(
            days=chance.choice([0, 1, 27, 28, 29, 30, 31, 32, 58, 59, 60, 89, 90, 91, 92, 93, 400])
        )
        planned = chance.choice([None, near, near, random_day(chance)])
        finished = chance.choice([None, None, today, today + timedelta(days=1), random_day(chance)])
        nodes.append(NodeDates(f"n{number}", planned, finished))
    return nodes


def test_twelve_thousand_random_plans_agree_with_the_oracle() -> None:
    chance = random.Random(20260612)
    seen = dict.fromkeys(Color, 0)
    for _ in range(SETS):
        today = random_day(chance)
        nodes = random_nodes(chance, today)
        color, deciding = worst(nodes, today, POLICY)
        assert color.value == oracle_color(nodes, today), (today, nodes)
        assert (deciding is None) == (color is Color.GREEN)
        if deciding is not None:
            assert oracle_color([deciding], today) == color.value
        seen[color] += 1
    assert min(seen.values()) > SETS / 20  # every colour was really tried


@pytest.mark.parametrize(
    ("planned", "yellow", "red"),
    [
        (date(2026, 1, 31), date(2026, 2, 28), date(2026, 4, 30)),
        (date(2024, 1, 31), date(2024, 2, 29), date(2024, 4, 30)),
        (date(2024, 2, 29), date(2024, 3, 29), date(2024, 5, 29)),
        (date(2025, 11, 30), date(2025, 12, 30), date(2026, 2, 28)),
        (date(2026, 5, 31), date(2026, 6, 30), date(2026, 8, 31)),
    ],
)
def test_the_boundary_day_is_included_and_month_ends_are_clipped(planned: date, yellow: date, red: date) -> None:
    day = timedelta(days=1)
    assert node_color(planned, None, yellow - day, POLICY) is Color.GREEN
    assert node_color(planned, None, yellow, POLICY) is Color.YELLOW
    assert node_color(planned, None, red - day, POLICY) is Color.YELLOW
    assert node_color(planned, None, red, POLICY) is Color.RED


def test_finished_late_is_green_and_remembers_the_days() -> None:
    planned, finished = date(2026, 3, 10), date(2026, 6, 13)
    assert node_color(planned, finished, date(2026, 6, 13), POLICY) is Color.GREEN
    assert node_color(planned, finished, date(2026, 6, 12), POLICY) is Color.RED
    assert days_late(planned, finished, date(2026, 7, 1)) == 95


def test_the_yardsticks_are_the_offices() -> None:
    strict = Policy(yellow_months=0, red_months=2)
    assert node_color(date(2026, 6, 12), None, date(2026, 6, 12), strict) is Color.YELLOW
    assert node_color(date(2026, 6, 12), None, add_months(date(2026, 6, 12), 2), strict) is Color.RED
