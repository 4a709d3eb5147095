"""Other marks and other lines for the same words: what a hand, a phone, Word or a dictation makes of them."""

import re
from collections.abc import Callable

from tests.language.rewording.rewording import Reword, Said

Change = Callable[[str], str | None]

INNER = r"(?=[^\s。；;！])"
LIST = re.compile(
    r"(?:^|\n|[。；：]) ?(?:[（(]?[0-9一二三四五六七八九十]{1,2}[)）.、]|[①-⑳•·-]|#|[一二三四]是)|\||接龙|【"
)
FIGURE = re.compile(r"[0-9A-Za-z+．.%]")


def body(change: Change) -> Reword:
    """A change of all but the mention at the head."""

    def reword(said: Said) -> str | None:
        changed = change(said.body)
        return None if changed is None else said.mention + changed

    return reword


def sub(pattern: str, put: str) -> Change:
    """Each mark for another."""
    found = re.compile(pattern)
    return lambda text: found.sub(put, text)


def plain(change: Change) -> Change:
    """Only of messages that are no lists, tables or forms."""
    return lambda text: None if LIST.search(text) else change(text)


def without(pattern: str, which: int | None = None) -> Change:
    """Without all of some marks, or one of them; a blank where figures would run into each other."""
    found = re.compile(pattern)

    def change(text: str) -> str | None:
        places = list(found.finditer(text))
        chosen = places if which is None else places[which:][:1]
        for hit in reversed(chosen):
            before, behind = text[: hit.start()], text[hit.end() :]
            apart = FIGURE.match(before[-1:]) and re.match("[0-9A-Za-z]", behind)
            text = before + (" " if apart else "") + behind
        return text

    return plain(change)


def items(mark: Callable[[int], str], between: str) -> Change:
    """The sentences as items that are counted or marked."""

    def change(text: str) -> str | None:
        parts = [part.strip() for part in re.split(r"[。；;\n]+", text) if part.strip()]
        if not 2 <= len(parts) <= 9:
            return None
        return between.join(mark(place) + part for place, part in enumerate(parts))

    return plain(change)


def ends(put: str) -> Change:
    """Another end."""
    return lambda text: text.rstrip("。；;，,.！!~ \n") + put


def wide(text: str) -> str:
    """Figures and letters of full width."""
    return "".join(chr(ord(sign) + 0xFEE0) if sign.isascii() and sign.isalnum() else sign for sign in text)


def broken(text: str) -> str | None:
    """A line broken behind the comma in the middle."""
    places = [hit.start() for hit in re.finditer("，", text)]
    if len(text) < 30 or not places:
        return None
    at = min(places, key=lambda place: abs(place - len(text) // 2))
    return f"{text[: at + 1]}\n{text[at + 1 :]}"


HAN = "一二三四五六七八九"
SAME: dict[str, Change] = {
    "half width": lambda text: text.translate(str.maketrans("，；：（）！？", ",;:()!?")),
    "points for stops": sub(r"(?<![0-9A-Za-z])。(?![0-9])", "."),
    "figures of full width": wide,
    "stop for semicolon": sub("；", "。"),
    "line for semicolon": sub("；", "\n"),
    "slash for semicolon": sub("；", " / "),
    "semicolon for stop": sub("。" + INNER, "；"),
    "marks of haste": sub("。", "！！！"),
    "dots for commas": sub("，", "…"),
    "blanks for commas": sub(r"[，,](?!\d)", " "),
    "a line behind each comma": plain(sub("，", "，\n")),
    "a line broken": plain(broken),
    "blanks round figures": sub(r"(?<=[^\s\d.,，。；：+~\-—/#（(①-⑳])(?=\d)|(?<=[0-9])(?=[\u4e00-\u9fff%℃㎡])", " "),
    "blanks in days": sub(r"(\d+)月(\d+)([日号])", r" \1 月 \2 \3 "),
    "flowers": ends("🌹🌹"),
    "dots at the end": ends("……"),
    "bullets": items(lambda place: "- ", "\n"),
    "circled": items(lambda place: chr(ord("①") + place), "\n"),
    "circled in one line": items(lambda place: chr(ord("①") + place), ""),
    "counted": items(lambda place: f"{place + 1}、", "\n"),
    "counted in one line": items(lambda place: f"{place + 1}、", ""),
    "counted with colons": items(lambda place: f"{place + 1}：", "\n"),
    "first, second": items(lambda place: f"第{HAN[place]}，", "；"),
    "in words": items(lambda place: f"{HAN[place]}、", "\n"),
}
"""What must be read as before."""

DICTATED: dict[str, Change] = {
    "no first comma": without("，", 0),
    "no second comma": without("，", 1),
    "no commas": without("，"),
    "no marks": without("[，。；]"),
}
"""Where the reader has to find the clauses' ends by itself."""

ASKED: dict[str, Change] = {
    "no mark": sub("[？?]", ""),
    "a stop": ends("。"),
    "dots": lambda text: text.rstrip("？?。 ") + "……",
    "a wave": lambda text: text.rstrip("？?。 ") + "~",
    "hands": lambda text: text.rstrip() + "🙏",
    "quoted": lambda text: f"“{text}”" if len(text) < 12 and "，" not in text else None,
}
"""Questions."""
