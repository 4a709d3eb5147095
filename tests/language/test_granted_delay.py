"""That a delay was granted grants no paper: 环评批准延期了 leaves the approval open."""

from datetime import datetime
from pathlib import Path

import pytest

from language.names import Lexicon
from language.understand import understand
from language.understanding import Reports, Utterance
from models.registry import read_registry
from models.vocabulary import ChatKind, Status

BOROUGH = Path(__file__).parents[1] / "conversations" / "borough.json"
NOW = datetime.fromisoformat("2026-06-08T09:40:00+08:00")


def _read(text: str) -> Reports | None:
    said = Utterance(text, NOW, ChatKind.SINGLE, "heliang")
    read = understand(said, Lexicon(read_registry(BOROUGH)))
    return read if isinstance(read, Reports) else None


@pytest.mark.parametrize(
    "text",
    [
        "南延环评批准延期了，改成7月15日吧",
        "南延环评延期批了",
        "南延环评区里同意延期，7月15日前办结",
        "南延环评延期申请已获批准",
    ],
)
def test_a_granted_delay_ends_nothing(text: str) -> None:
    read = _read(text)
    assert read is None or all(report.status is not Status.DONE for report in read.reports)


def test_a_granted_paper_is_granted() -> None:
    read = _read("南延环评已批准")
    assert read is not None
    assert read.reports[0].status is Status.DONE
