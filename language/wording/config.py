"""What the person who starts the bot is told about mistakes in config.toml, one line each."""

from collections.abc import Sequence
from typing import Any

from language.late import late

_AT = late(r"\(at line (\d+), column \d+\)$|\(at end of document\)$")

_SYNTAX = {
    "Cannot overwrite a value": "同一个键写了两次",
    "Cannot declare": "同一个小节写了两次",
    "Cannot mutate": "同一个小节写了两次",
    "Duplicate inline table key": "同一个键写了两次",
    "Invalid value": "等号后面的值不对（文字要加英文双引号）",
    "Expected '=' after a key": "键后面缺少等号",
    "Expected newline": "一行里多写了东西（文字和时间要加英文双引号）",
    "Expected ']'": "小节名缺少右方括号",
    "Unterminated string": "引号没有配对",
    'Expected "\'"': "引号没有配对",
    "Invalid statement": "行首的字符不对（键名只能用字母、数字和下划线）",
    "Illegal character": "有不允许的字符",
    "Invalid initial character": "行首的字符不对（键名只能用字母、数字和下划线）",
    "Unclosed array": "方括号没有配对",
    "Unescaped": "反斜杠要写成两个，或改用单引号",
}


def syntax(message: str, last_line: int) -> str:
    """A mistake in the TOML itself, with its line."""
    found = _AT.search(message)
    line = int(found[1]) if found and found[1] else last_line
    reason = next((words for start, words in _SYNTAX.items() if message.startswith(start)), "写法不合规")
    return f"第{line}行：{reason}"


def missing_file(path: str) -> str:
    """There is no such file."""
    return f"找不到配置文件 {path}；请从安装包里复制一份，或用 --config 指明位置"


def unreadable_file(path: str, reason: str) -> str:
    """The file cannot be opened."""
    return f"配置文件 {path} 打不开：{reason}"


def not_utf8(path: str, line: int) -> str:
    """The file is in some other encoding, most likely GBK."""
    return f"{path} 第{line}行：不是 UTF-8 编码（可能是 GBK）；请用编辑器另存为 UTF-8"


def place(path: str, line: int | None, variable: str | None) -> str:
    """Where a mistake is: the key, and the line or the environment variable that holds it."""
    where = f"环境变量 {variable}" if variable else f"第{line}行" if line else ""
    return f"{path}（{where}）" if where else path


def unknown_key(suggestion: str | None) -> str:
    """A key that nobody knows."""
    return "没有这个键" + (f"；是不是 {suggestion}？" if suggestion else "")


def wrong_value(kind: str, context: dict[str, Any], value: object, allowed: Sequence[str]) -> str:
    """A value that is not allowed, and what is; `kind` is the checker's name for the mistake."""
    shown = _shown(value)
    if allowed:
        return f"不能是 {shown}；可以写 {'、'.join(allowed)}"
    return f"不能是 {shown}；{_need(kind, context)}"


_NEEDS = {
    "bool": "应为 true 或 false",
    "int": "应为整数",
    "string": "应为加引号的文字",
    "tuple": "应为方括号里的列表",
    "dict": "应为小节",
    "model": "应为小节",
    "date": "日期应写成 \"2027-02-14\"",
    "time": "时间应写成 \"15:00\"",
    "url": "应为 sqlite://文件 或 postgres://用户:密码@主机/库名",
    "address": "应为 https://主机，末尾不带斜杠",
    "domain": "应为域名",
    "path": "应以 / 开头",
    "days": "应为 \"2027-02-12\" 或 \"2027-02-12..2027-02-18\"",
}  # fmt: skip


def _need(kind: str, context: dict[str, Any]) -> str:
    if kind == "missing":
        return "这个键必须写"
    if kind in ("greater_than_equal", "less_than_equal"):
        return f"应{'不小于' if kind == 'greater_than_equal' else '不大于'} {context.get('ge', context.get('le'))}"
    if kind == "string_pattern_mismatch":
        return _NEEDS[_pattern_need(str(context.get("pattern", "")))]
    return next((words for start, words in _NEEDS.items() if kind.startswith(start)), "写法不对")


def _pattern_need(pattern: str) -> str:
    if "sqlite" in pattern:
        return "url"
    if "http" in pattern:
        return "address"
    if pattern.startswith(r"^\d"):
        return "days"
    return "path" if pattern.startswith("^/") else "domain"


def _shown(value: object) -> str:
    if isinstance(value, str) and "://" in value:
        value = value.partition("://")[0] + "://…"  # the rest may hold a password
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 40 else text[:37] + "…"


MISSING = "这个键必须写"
KEY_IN_FILE = "密钥不要写在配置文件里；请写到单独的文件并用 {key}_file 指明，或放进环境变量 {variable}"
KEY_EMPTY = "已启用，但没有 {key}；请用 {key}_file 指明密钥文件，或设环境变量 {variable}"
KEY_UNREADABLE = "密钥文件 {path} 打不开：{reason}"
KEY_SHORT = "口令太短，至少{shortest}个字符；可用 openssl rand -hex 16 生成"
KEY_BLANK = "密钥文件 {path} 是空的"
KEY_OPEN = "密钥文件 {path} 别人也能读，请执行 chmod 600"
NOT_WSS = "应以 wss:// 开头，否则密钥会被旁人看到"
AES_KEY = "不是 EncodingAESKey：应为 43 个字母和数字"
NOT_HTTPS = "应以 https:// 开头，否则密钥会被旁人看到"
NEEDED = "已启用，必须写"
BROWSER_WITH_PLATFORM = "模拟群里谁都可以冒充别人说话，不能和真实平台同时启用；请改为 false"
YELLOW_AFTER_RED = "应小于 policy.red_months（{red}）"
NOT_A_DAY = "{value} 不是日历上的日子"
DAYS_REVERSED = "{value} 的结束日早于开始日"
OUT_OF_YEAR = "{value} 不在 {year} 年内"
ORDER = "应晚于 weekly.{earlier}（{time}）"
IN_QUIET = "{time} 在免打扰时段，消息发不出去；请改时间，或放宽 quiet.until、quiet.after"
QUIET_REVERSED = "应晚于 quiet.until（{time}）"
HEADING = "配置有 {count} 处不对，没有启动："
