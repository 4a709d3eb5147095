"""Takes apart what was pasted: chat records with several speakers, quoted messages, and 接龙 of a line each."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from language.late import late
from language.normalize import SURNAMES, normalize


@dataclass(frozen=True, slots=True)
class Said:
    """Who said what; no speaker where it is the sender's own word, or nobody can tell whose."""

    speaker: str | None
    text: str
    day: str = ""
    """The day at its head, in the words of the record (9/14, 昨天); empty where there is none."""


_DATE = r"(?:(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?|今天|昨天|前天|(?:星期|周|礼拜)[一二三四五六日天])"
_CLOCK = r"(?:上午|下午|晚上|中午|凌晨|早上)?\d{1,2}:\d{2}(?::\d{2})?"
_MOMENT = rf"(?:(?P<day>{_DATE}) ?)?{_CLOCK}"
_LABEL = r"[^\s：:，。；、！？\[\]【】「」0-9][^：:，。；、！？\[\]【】「」\n]{0,23}?"
_HEADED = late(rf"^(?P<who>{_LABEL}) {{0,2}}[\[（(]?{_MOMENT}[\])）]?[：:]?$")
_DATED = late(rf"^[\[（(]?{_MOMENT}[\])）]? ?(?P<who>{_LABEL})(?:$|[：:] ?(?P<said>.*)$)")
_SPOKEN = late(rf"^({_LABEL})[：:] ?(.*)$")
_RECORD = late(r"聊天记录|合并转发|转发.{0,4}消息|群消息如下")
_RULE = late(rf"^[-—–_=*~ ]{{3,}}(?:{_DATE})?[-—–_=*~ ]*$|^{_DATE}$")
_NOTICE = late(r"撤回了一条消息|加入了?群聊|退出了?群聊|修改群名|拍了拍|以上是打招呼")
_QUOTE = late(r"^[「『“\"]([^」』”\"]{1,2000})[」』”\"][ \n]{0,5}(?:[-—–_ ]{3,80})?\n")
_NAME = late(r"[\u4e00-\u9fff]{2,4}")
_APART = late(r"[\s（）()\-—_|/·@]+")

_RELAY = late(r"接龙")
_ITEM = late(r"^ ?(?:(\d{1,3})[.、．)） ]|([①-⑳])) ?(.+)$")
_LABELLED = late(
    r"^(?P<label>[^：:，,。；;\d\s]{2,12}(?:[ \-—_/|·（(]{1,2}[^：:，,。；;\d\s）)]{2,4}[）)]?)?)"
    r"(?:[：:] ?| )(?P<said>\S.*)$"
)
"""大数据局 袁野：同上周: a unit, a person or both before what is said."""
_INLINE = late(r"(?:^|(?<=[\s：。；]))(?=\d{1,2}[.、．] ?[^\d\s])")


def split_record(text: str, people: Set[str] = frozenset(), units: Set[str] = frozenset()) -> tuple[Said, ...]:
    """Who said what in a normalised text; one piece without a speaker where it is an ordinary message."""
    _, own = split_quote(text)
    if relay := read_relay(own, people, units):
        return relay
    if "\n" in own:
        said = tuple(_speeches(own.split("\n"), people))
        if any(each.speaker for each in said):
            return said
    return (Said(None, own),)


def is_record(text: str, people: Set[str]) -> bool:
    """Whether a text is a record of what at least two have said."""
    return text.count("\n") > 0 and len({each.speaker for each in split_record(text, people) if each.speaker}) > 1


def split_quote(text: str) -> tuple[str | None, str]:
    """The message that is quoted at the head of a text, and what is answered to it."""
    if found := _QUOTE.match(text):
        answer = text[found.end() :].strip()
        if answer:
            return found[1], answer
    lines = text.split("\n")
    quoted = [line.lstrip("> ") for line in lines if line.startswith(">")]
    own = [line for line in lines if not line.startswith(">")]
    if quoted and any(line.strip() for line in own):
        return "\n".join(quoted), "\n".join(own).strip()
    return None, text


def read_relay(text: str, people: Set[str] = frozenset(), units: Set[str] = frozenset()) -> tuple[Said, ...] | None:
    """The lines of a 接龙, each with the person or the unit whose it is where it begins so; None where it is none."""
    if not _RELAY.search(text[:60]):
        return None
    items = [found[3].strip() for line in _rows(text) if (found := _ITEM.match(line.strip()))]
    if not items:
        return None
    return tuple(_signed(item, people, units) for item in items)


def may_continue_relay(text: str) -> bool:
    """Whether a message may send earlier lines of a 接龙 once more: it has several numbered ones."""
    return ("接龙" in text[:60] or "\n" in text) and sum(
        _ITEM.match(line.strip()) is not None for line in _rows(text)
    ) > 1


def relay_rest(text: str, earlier: Iterable[str]) -> str:
    """A message without the lines of a 接龙 that stood in what was said before; whole where it continues none.

    As often as a line stood before it is known (1. 无变化 2. 无变化 is said by two).
    """
    before = list(earlier)
    if not any(_RELAY.search(each[:60]) for each in (text, *before)):
        return text
    known: Counter[str] = Counter()
    for each in before:
        known |= Counter(bare for row in _rows(each) if (bare := _item(row)))
    rest = []
    for row in _rows(text):
        bare = _item(row)
        if bare and known[bare]:
            known[bare] -= 1
        else:
            rest.append(row)
    kept = any(_item(row) for row in rest)
    return "\n".join(rest) if kept or _RELAY.search(text[:60]) else text


def _rows(text: str) -> list[str]:
    """The lines of a text; those of a 接龙 may stand in one."""
    return text.split("\n") if "\n" in text else [row for row in _INLINE.split(text) if row]


def _item(row: str) -> str:
    """What a numbered line says, its number and blanks left out; empty where it has no number."""
    found = _ITEM.match(normalize(row).strip())
    return re.sub(r"[\s，。；、]+", "", found[3]) if found else ""


def _signed(item: str, people: Set[str], units: Set[str]) -> Said:
    """A line of a 接龙 without the name by which it begins: 袁野 …, 大数据局 袁野：…, 住建局罗成 …, 自规局：…."""
    head, _, rest = item.partition(" ")
    head, colon, after = head.partition("：")
    if head in people or (rest and not colon and not people and _is_name(head)):
        return Said(head, f"{after} {rest}".strip())
    for name in people:
        if item.startswith(name) and len(item) > len(name):
            return Said(name, item[len(name) :].lstrip("：:，, "))
    if found := _LABELLED.match(item):
        label = found["label"].strip()
        speaker = _speaker(label, people)
        if speaker in people and label.endswith(speaker or ""):
            return Said(speaker, found["said"])
        if label in units:
            return Said(label, found["said"])
    return Said(None, item)


def _speeches(lines: list[str], people: Set[str]) -> Iterator[Said]:
    """The speeches of a record: each begins at a line that tells who speaks."""
    marked = any(_RECORD.search(line) for line in lines[:3])
    heads = [_head(line, people, marked) for line in lines]
    several = marked or sum(head is not None for head in heads) > 1
    speaker: str | None = None
    words: list[str] = []
    day = ""
    for line, head in zip(lines, heads, strict=True):
        if head is not None and (several or head[2]):
            yield from _speech(speaker, words, day)
            speaker, words, day = head[0], [head[1]], head[3]
        elif speaker is not None and line.lstrip().startswith("@"):
            yield from _speech(speaker, words, day)
            speaker, words, day = None, [line], ""  # who pastes it asks a colleague
        elif not _is_frame(line.strip(), marked):
            words.append(line)
    yield from _speech(speaker, words, day)


def _is_frame(line: str, marked: bool) -> bool:
    """Whether a line belongs to the record and not to what was said: a rule, a date, a notice."""
    if len(line) > 60:
        return False
    return bool(_RULE.match(line) or _NOTICE.search(line) or (marked and _RECORD.search(line)))


def _speech(speaker: str | None, words: list[str], day: str) -> Iterator[Said]:
    text = "\n".join(words).strip()
    if text:
        yield Said(speaker, text, day)


def _head(line: str, people: Set[str], marked: bool) -> tuple[str, str, bool, str] | None:
    """Who speaks from a line on, what of it they say, whether that is sure from this line alone, and the day."""
    line = line.strip()
    if found := _HEADED.match(line):
        name = _speaker(found["who"], people)
        return (name, "", name in people or _is_name(name), found["day"] or "") if name else None
    if (
        (found := _DATED.match(line))
        and (name := _speaker(found["who"], people))
        and (name in people or _is_name(name))
    ):
        return name, found["said"] or "", name in people, found["day"] or ""
    if found := _SPOKEN.match(line):
        name = _speaker(found[1], people)
        if name in people or (marked and name is not None and _is_name(name)):
            return name or "", found[2], False, ""
    return None


def _speaker(label: str, people: Set[str]) -> str | None:
    """The name in a label such as 水务局-张伟 or 张伟（水务局）: a known one, else what has the shape of one."""
    parts = [part for part in _APART.split(label) if part]
    for part in parts:
        if part in people:
            return part
    for part in parts:
        if _is_name(part):
            return part
    if not parts:
        return None
    last = parts[-1]
    ending = next((last[-size:] for size in range(len(last), 1, -1) if last[-size:] in people), None)
    return ending or (last if len(last) < 9 else None)


def _is_name(word: str) -> bool:
    """Whether a word has the shape of a person's name."""
    return 1 < len(word) < 4 and word[0] in SURNAMES and _NAME.fullmatch(word) is not None
