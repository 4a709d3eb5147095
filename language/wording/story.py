"""What is wrong with a story that cannot be played."""

from collections.abc import Sequence
from datetime import datetime

EMPTY = "故事是空的，第一行应写明 registry 和 start"
NOT_JSON = "不是合规的 JSON"
NOT_AN_OBJECT = "应是一个对象"
NO_GROUP = "chat 为 group 时要写明 group"
NEEDLESS_GROUP = "chat 为 single 时不写 group"
NOTHING_SAID = "text 和 attachments 不能都没有"
AFTER_THE_END = "until 之后不能再有别的行"

_KINDS = {
    "extra_forbidden": "没有这个键",
    "missing": "这个键必须写",
    "moment": "时间应写成 2026-06-12T11:30:00+08:00",
    "enum": "没有这个取值",
    "literal_error": "没有这个取值",
    "string": "应为文字",
    "int": "应为整数",
    "bool": "应为 true 或 false",
    "dict": "应为对象",
    "tuple": "应为列表",
    "model": "应为对象",
    "greater": "太小",
    "less": "太大",
}


def unreadable(error: Exception) -> str:
    """The file cannot be read."""
    reasons = {
        FileNotFoundError: "没有这个文件",
        IsADirectoryError: "这是一个文件夹",
        UnicodeDecodeError: "不是 UTF-8 编码",
    }
    return f"读不出来（{reasons.get(type(error), '打不开')}）"


def mistake(path: str, kind: str, value: object) -> str:
    """One key that is wrong, in the checker's words for it."""
    words = next((words for start, words in _KINDS.items() if kind.startswith(start)), "写法不对")
    shown = str(value)
    if kind in ("extra_forbidden", "missing"):
        return f"{path}：{words}"
    return f"{path}：{words}（现为 {shown if len(shown) <= 60 else shown[:57] + '…'}）"


def no_kind(keys: Sequence[str]) -> str:
    """A line of no known kind."""
    shown = "、".join(keys) or "空对象"
    return f"看不出这一行是什么（只有 {shown}）；应有 chat、meeting、restart、down、up、platform 或 until"


def unknown(key: str, name: str) -> str:
    """A name that the scene does not hold."""
    return f"{key}：没有 {name}"


def twice(key: str, name: str) -> str:
    """An id that stands twice."""
    return f"{key}：{name} 写了两次"


def backwards(at: datetime, now: datetime) -> str:
    """Time runs backwards."""
    return f"时间不能倒退：{at.isoformat()} 早于上一行的 {now.isoformat()}"
