"""docs/proofs.md names tests that are there."""

import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TEXT = (HERE.parents[1] / "docs" / "proofs.md").read_text("utf-8")
NAMED = re.findall(r"`((?:\.\./\w+/)?\w+)::(\w+)`", TEXT)


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_a_named_test_is_there(file: str, name: str):
    source = (HERE / f"{file}.py").read_text("utf-8")
    assert re.search(rf"^(?:async )?def {name}\(", source, re.MULTILINE)


def test_every_promise_has_a_proof():
    rows = [line for line in TEXT.splitlines() if line.startswith("|") and not line.startswith(("| promise", "|---"))]
    assert len(rows) > 50
    assert [row for row in rows if "`" not in row.split("|")[2]] == []
