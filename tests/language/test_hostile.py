"""A few of the hostile texts, on every run.

The whole hundred thousand are read by hand: SANSE_TEST_LONG=1, or `python -m tests.bench.hostile`, which tells the time, too.
"""

import os
from decimal import Decimal

from language.understanding import Quantity, Report, Reports
from models.vocabulary import Status
from tests.bench.hostile import run
from tests.bench.known import facts_of

COUNT, PROJECTS = (100_000, 1_000) if os.environ.get("SANSE_TEST_LONG") else (400, 200)


def test_hostile_texts_are_read_without_a_fault_or_an_invented_fact() -> None:
    found = run(COUNT, seed=11, projects=PROJECTS)
    assert found.broken == []
    assert found.invented == []
    assert found.read == COUNT
    assert found.stated
    assert found.kept == found.stated, "noise that hides nothing swallowed a statement"


def test_every_fact_is_counted() -> None:
    report = Report(
        "a", "n", Status.DONE, percent=Decimal(65), quantities=(Quantity("户", left=Decimal(3)),), needs_help=True
    )
    assert set(facts_of(Reports((report,)))) == {
        ("a", "n", "status", "done"),
        ("a", "n", "percent", "65"),
        ("a", "n", "quantities", "left 3 户"),
        ("a", "n", "needs_help", "True"),
    }
