"""Makes what somebody typed, dictated or pasted into one form: one width, punctuation, word for a week; no mention."""

import re
import unicodedata
from collections.abc import Iterable, Set

from language.late import late

LONGEST = 4000
"""Characters that are read of one message: whoever writes more is not reporting, and a reader must not be held up."""

_ALIKE = {
    "｡": "。", "､": "、", "｢": "「", "｣": "」", "〖": "【", "〗": "】", "﹝": "（", "﹞": "）",
    "❨": "（", "❩": "）", "∶": ":", "ː": ":", "︰": "：", "﹕": "：", "﹐": "，", "﹑": "、",
    "﹔": "；", "﹖": "？", "﹗": "！", "٪": "%", "﹪": "%", "～": "~", "〜": "~", "∼": "~", "˜": "~",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "−": "-", "﹣": "-", "―": "—", "─": "—", "━": "—",
    "㎞": "km", "㎏": "kg", "㎝": "cm", "㎜": "mm", "㏊": "公顷", "￥": "¥", "🔟": "⑩",
    "\v": "\n", "\f": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n",
}  # fmt: skip
"""Signs that mean the same as the one they become. ①, ㎡ and ✅ carry meaning and stay, as NFKC would not let them."""

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"

_UNSEEN = [
    *range(0x09), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0), 0xAD, *range(0x300, 0x370), 0x61C,
    0x115F, 0x1160, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070),
    *range(0x20D0, 0x20F0), 0x3164, *range(0xD800, 0xF900), *range(0xFE00, 0xFE10), *range(0xFE20, 0xFE30), 0xFEFF,
    0xFFA0, *range(0xFFF0, 0x10000), *range(0xE0000, 0xE0200),
]  # fmt: skip
"""Controls, zero-width, bidirectional and combining marks, lone surrogates, private use: nobody types them to speak."""

_COMPATIBILITY = [*range(0x2E80, 0x2FD6), *range(0xF900, 0xFB00)]
"""Radicals and compatibility ideographs, which PDF readers put on the clipboard in place of the real character."""


def _one_form() -> dict[int, str | int | None]:
    """What each odd character becomes; None takes it away."""
    table: dict[int, str | int | None] = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    table.update({code: unicodedata.normalize("NFKC", chr(code)) for code in _COMPATIBILITY})
    table.update({ord(sign): sign for sign in "，：；？！（）"})
    table.update({ord(odd): plain for odd, plain in _ALIKE.items()})
    table.update(dict.fromkeys(map(ord, _SPACES), " "))
    table.update(dict.fromkeys(_UNSEEN))
    return table


def _any_of(codes: Iterable[int]) -> str:
    """A set of a pattern that holds some characters, stretch by stretch."""
    ordered = sorted(codes)
    begins = [code for code, before in zip(ordered, [-2, *ordered], strict=False) if code != before + 1]
    ends = [code for code, after in zip(ordered, [*ordered[1:], -2], strict=True) if code != after - 1]
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in zip(begins, ends, strict=True))


_TABLE = _one_form()
_ODD = late(f"[{_any_of(code for code, same in _TABLE.items() if same != chr(code))}]")
_FOREIGN_DIGIT = late(r"(?![0-9])\d")
_KEYCAP = late("([0-9])\ufe0f?\u20e3")
_WEEK = late(r"(?:(?<=[上下本这])|(?<=[上下这])一?个)(?:星期|礼拜)(?![寺堂])")
_LINE_END = late(r" ?\n ?")
_NARROW = late(r"(?<![0-9A-Za-z])[,:]|[,:](?![0-9A-Za-z/])|[;?!()]")
_WIDE = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
_CLOCK = late(r"(?<=\d)：(?=\d\d(?!\d))")
_BLANKS = late(r" {2,}")
_AROUND_SIGN = late(r" (?=[，。；：、！？）】%])|(?<=[，。；：、！？（【]) ")
_IN_NUMBER = late(
    r"(?<=[0-9.]) (?=[月日号年时点])"
    r"|(?:(?<=[^\n ][0-9])|(?<=[^\n] [0-9])) (?=[\u4e00-\u9fff㎡㎥])"  # not after a line's own number: 1 韩梅 老旧小区
    r"|(?<=\d) ?([/~]) ?(?=\d)"
)


def normalize(text: str, people: Set[str] = frozenset(), bots: Set[str] = frozenset()) -> str:
    """One form of a message; mentions of `people` stay, the bot's own (`bots`, or what looks like one) goes."""
    text = text[:LONGEST].replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii():
        text = _FOREIGN_DIGIT.sub(_plain_digit, text)
    if _ODD.search(text):
        text = _KEYCAP.sub(_keycap, text).translate(_TABLE)
    if " " in text:
        text = _LINE_END.sub("\n", _BLANKS.sub(" ", text))
    if "星期" in text or "礼拜" in text:
        text = _WEEK.sub("周", text)
    text = _NARROW.sub(_wide, text)
    text = _CLOCK.sub(":", text)
    if " " in text:
        text = _IN_NUMBER.sub(_sign_alone, _AROUND_SIGN.sub("", text))
    return without_mention(text.strip(), people, bots)


_MENTION = r"@([^\s@，,。：:；;、！!？?【】\[\]（）()「」]{1,20})"
_FIRST = late(_MENTION)
_LAST = late(_MENTION + r"\s*$")
_BOT_END = late(r".{0,8}?(?:助手|机器人|小助理|助理|小秘书|秘书|管家|项目通|小二|[Bb][Oo][Tt](?![a-zA-Z]))")
_TITLE_END = late(r"(?:主任|科长|局长|区长|县长|镇长|书记|处长|部长|主席|经理|科|局|工|总|处|队|姐|哥|老师)$")
_EVERYBODY = ("所有人", "全体", "all", "All", "ALL")
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦傅"
    "方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞"
    "左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦"
)


def without_mention(text: str, people: Set[str] = frozenset(), bots: Set[str] = frozenset()) -> str:
    """Take off mentions of the bot at the start and the end of a message; a colleague's and everybody's stay."""
    while (found := _FIRST.match(text)) and (taken := _bot_length(found[1], people, bots)):
        text = text[1 + taken :].lstrip(" \n\t，,：:、")
    while (found := _LAST.search(text, max(0, len(text) - 40))) and _bot_length(found[1], people, bots) == len(
        found[1]
    ):
        text = text[: found.start()].rstrip()
    return text


def _bot_length(token: str, people: Set[str], bots: Set[str]) -> int:
    """How many characters of a mention are the bot's name; none where it is somebody else's."""
    if token.startswith(_EVERYBODY) or token in people:
        return 0
    for name in bots:
        if token.startswith(name):
            return len(name)
    if ending := _BOT_END.match(token):
        return ending.end()
    return 0 if _is_person(token, people) else len(token)


def _is_person(token: str, people: Set[str]) -> bool:
    """Whether somebody is addressed: a known name at its head, or an unknown one of a person's shape (王科, 李工长)."""
    if any(token.startswith(name) for name in people):
        return True
    return token[0] in SURNAMES and (bool(_TITLE_END.search(token)) or (len(token) in (2, 3) and not people))


def _keycap(found: re.Match[str]) -> str:
    """1️⃣ numbers a line as ① does."""
    return chr(ord("①") + int(found[1]) - 1) if found[1] != "0" else "0"


def _plain_digit(found: re.Match[str]) -> str:
    """A digit of any script: ６, ٦, 𝟔."""
    return str(unicodedata.decimal(found[0]))


def _wide(found: re.Match[str]) -> str:
    return _WIDE[found[0]]


def _sign_alone(found: re.Match[str]) -> str:
    return found[1] or ""
