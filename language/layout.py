"""Marks and lines that change nothing of what is said: Word's blanks, items run on in one line, broken lines."""

import re
from collections.abc import Iterator
from itertools import pairwise

from language.late import late

_HAN = "\u4e00-\u9fff"
_DIGITS = "一二三四五六七八九"

_MARKED = late("[，；。：]")
_WORD_BLANK = late(rf"(?<=[{_HAN}]) (?=[0-9A-Z])|(?<=[0-9A-Za-z%]) (?=[{_HAN}])")
_DAY = late(r"(?:(?<!\d) )?(\d{1,2}月) (\d{1,2}[日号]) ?")
_SET_OFF = late(rf"(?<=[{_HAN}]) (\d{{1,2}}月\d{{1,2}}[日号]) (?=[{_HAN}])")
_OWN_NUMBER = late(rf"(?<![^\n])\d{{1,3}} (?=[{_HAN}])")
_TIGHT = late(rf"[{_HAN}](?<!月)[0-9]")
_PARTED = late(rf"[{_HAN}](?<!\d[日号]) [{_HAN}]")
_LETTER = late(rf"(?:(?<![A-Za-z ])|(?<=[{_HAN}]) )([A-Z]) (?=[区座栋楼段标线馆库幢])")

_NUMERALS = "零〇一二三四五六七八九十百千万亿两几半"
_FULL_STOP = late(rf"(?<=[{_HAN}%）])(?!(?<=[{_NUMERALS}]).[{_NUMERALS}])[.．](?= ?(?:[{_HAN}（【]|\n|$))")
_HAN_ITEM = late(r"(?:(?<![^\n])|[；。：]) ?[一二三四五六七八九十]$")
_QUOTED = late(r"“([^“”，。；：！？\n]{2,20})”|\"([^\"，。；：！？\n]{2,20})\"|\*\*([^*\n]+)\*\*")
_SLASH = late(rf"(?<=[{_HAN}0-9%]) / (?=[{_HAN}])")
_DOTS = late(rf"(?<=[{_HAN}\d%）])(?:…+|(?<!\d)~+)(?=[{_HAN}\d（“A-Z])")
_TRAIL = late(r"[\s~…\U0001f300-\U0001f3ff\U0001f44b-\U0001f94f\u2764\u2665\u263a\u273f]+$")

_ITEM_MARK = late(
    rf"(?<![\d.第到至、和及/#\-K+])(?:(?P<figure>[1-9])[、.．)）]|(?P<bare>[1-9])[，：]|(?P<han>[{_DIGITS}])、"
    rf"|第(?P<ordinal>[{_DIGITS}])[、，]|(?P<circled>[①-⑳]))"
)
_FOLLOWS = late(r"(?!\d)|(?=\d{1,2}月)")
_IN_FIGURE = late(r"[：，]\d[.．]\d(?!\d?月)")
"""外立面：3.4万平方米 as the second of three lines: no third item begins in a figure."""
_BEGINS = "\n；。：，！"
_GOES_ON = late(
    r"(?<=[，、])\n+(?![ \t]*(?:[（(]?[0-9一二三四五六七八九十]{1,2}(?:[）)、]|[.．](?!\d))|[①-⑳\-•·*■◆【@])"
    r"|[^\n，。；：]{1,12}：)[ \t]*"
)


def laid_out(text: str) -> str:
    """The same words in one line a sentence or item, and without the marks that only dress them."""
    if '"' in text or "“" in text or "**" in text:
        text = _QUOTED.sub(lambda found: found[1] or found[2] or found[3], text)
    if "…" in text or "~" in text:
        text = _DOTS.sub("，", _TRAIL.sub("", text) or text)
    if "." in text or "．" in text:
        text = _FULL_STOP.sub(_full_stop, text)
    if " " in text:
        text = _without_blanks(text)
    if "\n" in text:
        text = _GOES_ON.sub("", text)
    text = _items_apart(text)
    return _TRAIL.sub("", text) or text


def _full_stop(found: re.Match[str]) -> str:
    """A point behind a word ends a sentence, unless it numbers a line."""
    before = found.string[max(0, found.start() - 4) : found.start()]
    return found[0] if _HAN_ITEM.search(before) else "。"


def _without_blanks(text: str) -> str:
    """完成 45% as Word sets it: blanks round figures part nothing where marks part the clauses."""
    text = _DAY.sub(r"\1\2", _SLASH.sub("；", _LETTER.sub(r"\1", text)))
    if not _WORD_BLANK.search(text) or not _MARKED.search(text) or _TIGHT.search(text) or _PARTED.search(text):
        return text
    return text if _OWN_NUMBER.search(text) else _WORD_BLANK.sub("", _SET_OFF.sub(r"\1", text))


def _items_apart(text: str) -> str:
    """Each of the items that are counted 1, 2, … in a line of its own, its number told from what it may number."""
    found = list(_counted(text))
    if len(found) < 2 or any(a.end() == b.start() for (a, _), (b, _) in pairwise(found)):
        return text  # ①②没变
    for hit, number in reversed(found):
        begins = hit.start() == 0 or text[hit.start() - 1] == "\n"
        mark = hit[0] if hit["circled"] else f"{number}. "
        text = text[: hit.start()].rstrip(" ") + ("" if begins else "\n") + mark + text[hit.end() :]
    return text


def _counted(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """The marks of items that count on from one."""
    expected, style = 1, None
    for hit in _ITEM_MARK.finditer(text):
        now = hit.lastgroup
        sign = hit[now or 0]
        number = int(sign) if sign.isascii() else _DIGITS.find(sign) + 1 or ord(sign) - ord("①") + 1
        if number != expected or (style is not None and now != style):
            continue
        if hit[0].endswith((".", "．")) and _IN_FIGURE.match(text, hit.start() - 1):
            continue
        if not _heads(text, hit) and (number == 1 or now in ("bare", "han") or not _FOLLOWS.match(text, hit.end())):
            continue
        yield hit, number
        expected, style = number + 1, now


def _heads(text: str, hit: re.Match[str]) -> bool:
    """Whether a mark stands where an item begins: at the head of a line (bare: 1，), or behind any stop."""
    before = text[: hit.start()].rstrip(" ")[-1:]
    return before in ("", "\n") if hit.lastgroup == "bare" else before in ("", *_BEGINS)
