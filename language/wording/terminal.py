"""What the terminal shows around the conversation."""

from collections.abc import Sequence

from models.vocabulary import LetterKind

SOMEBODY = "未登记的人"
GROUP = "重点项目调度群"
WELCOME = """这是三色的试用终端，数据是临时的。直接打字就是在群里@机器人说话。
  /我是 张伟      换成另一个人      /谁        看有哪些人
  /私聊           私下和机器人说    /群        回到群里
  /时间 +1天      拨钟（+2小时、+30分、09:30、2026-06-12 09:30，或 下一件）
  /帮助           再看一遍          /退出"""
NOT_A_MOMENT = "看不懂这个时间；可以写 +1天、+2小时、+30分、09:30、2026-06-12 09:30 或 下一件"
BACKWARDS = "钟只能往前拨"
NOTHING_DUE = "后面没有定好的事"
NO_COMMAND = "没有这个命令；/帮助 看有哪些"
BAD_START = "--start 应写成 2026-06-12T09:00"


def said(moment: str, to: str, mentions: Sequence[str], text: str) -> str:
    """One letter of the bot."""
    called = "".join(f"@{name} " for name in mentions)
    lines = f"{called}{text}".replace("\n", "\n    ")
    return f"[{moment}] 机器人 → {to}：\n    {lines}"


def saved(kind: LetterKind, path: str) -> str:
    """Where a picture or file is to be seen."""
    return f"［{kind.label}］{path}"


def prompt(moment: str, name: str, place: str) -> str:
    """Who speaks where, and when."""
    return f"[{moment}] {name}（{place}）> "


def no_such_person(name: str) -> str:
    """Nobody of this name."""
    return f"没有叫{name}的人；/谁 看有哪些人"


def now(moment: str) -> str:
    """The clock has been moved."""
    return f"现在是 {moment}"
