"""Whose a problem is, in the office's words; reports, questions and papers with numbers are none of it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from language.names import Lexicon
from language.problem_charges import asks_whose, read_charge
from models.registry import registry_from_json

NOW = datetime(2026, 6, 8, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
LEXICON = Lexicon(
    registry_from_json(
        {
            "units": [
                {"id": "czj", "name": "区财政局", "aliases": ["财政局"]},
                {"id": "slj", "name": "区水利局", "aliases": ["水利局"]},
            ],
            "people": [],
            "projects": [],
        }
    )
)


@pytest.mark.parametrize(
    ("text", "unit", "due", "serial"),
    [
        ("这个问题转给水利局负责，6月25日前解决", "slj", date(2026, 6, 25), None),
        ("2026-002由财政局牵头", "czj", None, 2),
        ("3号问题由财政局负责，月底前解决", "czj", date(2026, 6, 30), 3),
        ("资金的问题，6月20日之前解决，财政局负责", "czj", date(2026, 6, 20), None),
    ],
)
def test_a_unit_is_charged(text: str, unit: str, due: date | None, serial: int | None) -> None:
    charge = read_charge(text, NOW, LEXICON)
    assert charge is not None
    assert (charge.unit, charge.due, charge.serial) == (unit, due, serial)


@pytest.mark.parametrize(
    "text",
    [
        "这个问题谁负责",
        "问题解决了没",
        "财政局牵头拿出方案",
        "问题有哪些",
        "2026-002销号",
        "问题已经转给水利局了吗",
        "环评6月20日前批复",
    ],
)
def test_nobody_is_charged(text: str) -> None:
    assert read_charge(text, NOW, LEXICON) is None


def test_whose_a_problem_is() -> None:
    assert all(asks_whose(text) for text in ("物流园问题谁的", "这个问题谁负责", "问题归谁管", "问题现在谁在管"))
    assert not any(asks_whose(text) for text in ("谁没报", "问题有哪些", "问题解决没有"))
