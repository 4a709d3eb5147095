"""The terminal: anybody may be spoken for, the clock is moved, and pictures lie where it says."""

import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from bot.chat import moment_of, run
from models.calendar import SHANGHAI
from tests.bot.conftest import DISTRICT

NOW = datetime(2026, 6, 11, 14, 50, tzinfo=SHANGHAI)


def asked(*lines: str) -> Callable[[str], str]:
    rest = iter(lines)

    def ask(prompt: str) -> str:
        try:
            return next(rest)
        except StopIteration:
            raise EOFError from None

    return ask


def talk(*lines: str) -> str:
    out = io.StringIO()
    assert run(DISTRICT, "2026-06-11T14:50", asked(*lines), out) == 0
    return out.getvalue()


def test_somebody_speaks_and_the_clock_is_moved() -> None:
    shown = talk(
        "/我是 张伟",
        "北站路环评6月10日已批复",
        "/私聊",
        "/我是 李建国",
        "北站路到哪了",
        "/时间 15:00",
        "/退出",
        "不再听",
    )
    assert "机器人 → 重点项目调度群：\n    已登记：北站路" in shown
    assert "机器人 → 李建国：\n    云溪北站配套道路工程：正常（绿）" in shown
    assert "【周报提示】" in shown
    assert "现在是 2026-06-11 15:00" in shown


def test_what_cannot_be_done_is_said() -> None:
    shown = talk("/我是 孙悟空", "/时间 昨天", "/时间 09:00", "/跳舞", "/谁", "/帮助")
    for words in ("没有叫孙悟空的人", "看不懂这个时间", "钟只能往前拨", "没有这个命令", "张伟、刘洋", "/退出"):
        assert words in shown


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("+1天", NOW.replace(day=12)),
        ("+2小时", NOW.replace(hour=16)),
        ("30分", NOW.replace(hour=15, minute=20)),
        ("09：30", NOW.replace(hour=9, minute=30)),
        ("2026-06-12", NOW.replace(day=12, hour=0, minute=0)),
        ("2026-06-12 09:30", NOW.replace(day=12, hour=9, minute=30)),
        ("昨天", None),
        ("2026-13-01", None),
        ("25:00", None),
        ("2026-06-12 abc", None),
    ],
)
def test_moments_as_they_are_typed(words: str, moment: datetime | None) -> None:
    assert moment_of(words, NOW) == moment


def test_a_district_that_cannot_be_read_ends_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.json").write_text("{", "utf-8")
    assert run(tmp_path / "x.json", None, asked(), io.StringIO()) == 2
    assert run(None, "昨天", asked(), io.StringIO()) == 2
    assert capsys.readouterr().err.count("\n") == 2
