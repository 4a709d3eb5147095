"""Every conversation in this folder goes as it is written."""

import re
from pathlib import Path

import pytest

from bot.platforms.memory import Said
from language.discretion import allowed
from models.vocabulary import Why
from tests.conversations.player import Otherwise, play, scripts
from tests.language.test_wording_manners import faults

PEOPLES_WORDS = re.compile(r"“[^”]*”|（依据：[^）]*）")
LONGEST_ANSWER = 7
"""Lines of an answer in a group: six, and the day and source of what it says."""


@pytest.mark.parametrize("path", list(scripts()), ids=lambda path: path.stem)
async def test_conversation(path: Path) -> None:
    said = await play(path)
    assert not [(each.parcel.text, wrong) for each in said if (wrong := _manners(each))]


def _manners(said: Said) -> list[str]:
    """What is wrong with something that was said, apart from the words of people that it repeats."""
    parcel = said.parcel
    wrong = faults(PEOPLES_WORDS.sub("", parcel.text))
    if parcel.chat is not None and not allowed(parcel.text, group=True):
        wrong.append("not for a group")
    if parcel.chat is not None and parcel.why is Why.REPLY and len(parcel.text.splitlines()) > LONGEST_ANSWER:
        wrong.append("too long for a group")
    return wrong


async def test_the_player_notices_what_is_said_otherwise(tmp_path: Path) -> None:
    script = tmp_path / "wrong.txt"
    script.write_text("[2026年6月10日（周三） 10:00]\n某人：北站路到哪了\n机器人 → 某人：您好，欢迎\n", "utf-8")
    with pytest.raises(Otherwise, match=r"第3行：应为"):
        await play(script)
    script.write_text("[2026年6月10日（周三） 10:00]\n某人：北站路到哪了\n（没有答复）\n", "utf-8")
    with pytest.raises(Otherwise, match=r"第3行：机器人还说了"):
        await play(script)
    script.write_text("[2026年6月10日（周三） 10:00]\n机器人：…\n", "utf-8")
    with pytest.raises(Otherwise, match=r"第2行：机器人什么也没说"):
        await play(script)
