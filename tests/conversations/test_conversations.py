"""Every conversation in this folder goes as it is written."""

from pathlib import Path

import pytest

from tests.conversations.player import Otherwise, play, scripts


@pytest.mark.parametrize("path", list(scripts()), ids=lambda path: path.stem)
async def test_conversation(path: Path) -> None:
    await play(path)


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
