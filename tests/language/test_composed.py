"""Messages composed by chance, of projects of forty sectors, are understood statement by statement."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from language.names import Lexicon
from language.understand import understand
from language.understanding import Reports, Understanding, Utterance
from language.understanding_json import number
from models.calendar import SHANGHAI
from models.vocabulary import ChatKind
from tests.language.composing import TODAY, Composer, Message, registry
from tests.language.telling import Case, read_cases, tell

NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 10, tzinfo=SHANGHAI)


def stated(understanding: Understanding) -> set[tuple[str, str | None, str, Any]]:
    """What an understanding states, in the form in which composed messages tell their facts."""
    facts: set[tuple[str, str | None, str, Any]] = set()
    for report in understanding.reports if isinstance(understanding, Reports) else ():
        about = (report.project, report.node)
        told: list[tuple[str, Any]] = [("stated", True)]
        told += [("status", report.status.value)] if report.status else []
        told += [("percent", number(report.percent))] if report.percent is not None else []
        told += [("done_on", report.done_on.isoformat())] if report.done_on else []
        told += [("due_on", report.due_on.isoformat())] if report.due_on else []
        told += [("problem", each.value) for each in report.problems]
        for each in report.quantities:
            counts = (("done", number(each.done)), ("total", number(each.total)), ("left", number(each.left)))
            told.append(("quantity", (each.unit, frozenset(count for count in counts if count[1] is not None))))
        for money in report.investments:
            wan = None if money.yuan is None else money.yuan / 10000
            told.append(("investment", (wan, money.scope.value, number(money.plan_percent))))
        facts |= {(*about, *fact) for fact in told}
    return facts


def read(composer: Composer, message: Message) -> set[tuple[str, str | None, str, Any]]:
    return stated(understand(Utterance(message.text, NOW, ChatKind.GROUP, message.sender), composer.lexicon))


@pytest.mark.parametrize("seed", range(20))
def test_composed_messages_are_understood(seed: int) -> None:
    composer = Composer(seed)
    for message in composer.messages(30):
        found = read(composer, message)
        assert found - message.facts == set(), message.text
        assert message.facts - found == set(), message.text


REGISTRY = registry()
LEXICON = Lexicon(REGISTRY)
SAID = list(read_cases(Path(__file__).parent / "cases" / "sectors.txt"))


@pytest.mark.parametrize("case", SAID, ids=lambda case: case.text[:24])
def test_what_liaisons_of_many_sectors_write(case: Case) -> None:
    found = understand(Utterance(case.text, NOW, ChatKind.GROUP, case.sender), LEXICON)
    assert tell(found, REGISTRY) == list(case.told)
