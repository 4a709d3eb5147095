"""The headings and mistakes of the command line."""

from collections.abc import Sequence

USAGE = "用法："
OPTIONS = "选项"
COMMANDS = "可用的词"
HELP = "看用法"
STOPPED = "已中断"
WRONG = "写法不对"


def usage(pieces: str) -> str:
    """What may stand behind a word."""
    return pieces.replace("[OPTIONS]", "[选项]").replace("COMMAND [ARGS]...", "词 …")


def no_option(name: str, near: Sequence[str]) -> str:
    """An option that does not exist."""
    return f"没有选项 {name}" + (f"；是不是 {'、'.join(near)}？" if near else "")


def missing(name: str) -> str:
    """Something that has to be written."""
    return f"缺少 {name}"


def no_word(words: Sequence[str]) -> str:
    """A word that does not exist."""
    return f"没有这个词；可用的有 {'、'.join(words)}"


def look_at_help(words: str, path: str) -> str:
    """Where to read on."""
    return f"{words}（{path} --help 看用法）"
