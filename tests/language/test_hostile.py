"""A few of the hostile texts, on every run; many by hand with `python -m tests.bench.hostile`."""

from tests.bench.hostile import run


def test_hostile_texts_are_read_without_a_fault_or_an_invented_fact() -> None:
    found = run(120, seed=11, projects=200)
    assert found.broken == []
    assert found.invented == []
    assert found.read == 120
