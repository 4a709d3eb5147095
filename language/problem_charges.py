"""Whose a problem is and until when it is to be settled, in the office's words: 这个问题由工信局负责，25日前解决."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from language.ledger_orders import read_item
from language.names import Lexicon

_CHARGED = re.compile(
    r"负责|牵头|转给|转由|交给|交由|转交|归.{2,10}管|(?:前|之前|以前|内)(?:必须|要|务必)?(?:解决|办结|销号|处理)"
)
_ASKS = re.compile(r"[?？]|谁|吗[。]?$|呢[。]?$|什么|多少|几个|怎么|没有[。]?$|了没")
_NUMBER = re.compile(r"(?<!\d)(?:20\d\d-(?P<serial>\d{3})|(?P<bare>\d{1,3})号问题|问题(?P<other>\d{1,3})(?!\d))(?!\d)")
_OWNER_ASKED = re.compile(r"(?:谁|哪家|哪个(?:单位|局|部门)).{0,3}(?:的|负责|管|牵头|处理|办|盯)|归(?:谁|哪)|谁在")
LONGEST = 80


@dataclass(frozen=True, slots=True)
class Charge:
    """Who is to settle a problem and by which day, and the problem's serial where its number was said."""

    unit: str | None
    due: date | None
    serial: int | None


_TO = ("给", "由", "归", "派", "转", "让", "请")


def gives_to(text: str, lexicon: Lexicon) -> bool:
    """第三条给文旅局，10月10日前: whether a unit is named as the one who is to do it."""
    if any(word in text for word in ("牵头", "负责", "主办")):
        return True
    return any(text.endswith(_TO, 0, span.start) for span in lexicon.units(text))


def read_charge(text: str, now: datetime, lexicon: Lexicon) -> Charge | None:
    """Whom the office charges with a problem; None where nothing of the sort is said."""
    said = text.strip()
    number = _NUMBER.search(said)
    if len(said) > LONGEST or not ("问题" in said or number) or not _CHARGED.search(said) or _ASKS.search(said):
        return None
    item = read_item(_NUMBER.sub("问题", said), now, lexicon)
    figure = next((each for each in number.groups() if each), None) if number else None
    if item.unit is None and item.due is None:
        return None
    return Charge(item.unit, item.due, int(figure) if figure else None)


_OPENS = re.compile(
    r"挂(?:上)?(?:一?个|一条|一项|号|起来|上)|立(?:一?个|一条|项)问题|(?:记|列|登记|新增|增加|添)(?:一?[个条项])?问题(?!的)|作为问题"
)


def opens_problem(text: str) -> bool:
    """Whether the office wants a new problem in the ledger (给挂个问题，农业局牵头)."""
    return len(text) <= LONGEST and _OPENS.search(text) is not None and not _ASKS.search(text)


def asks_whose(text: str) -> bool:
    """Whether a question is whose a problem is (物流园问题谁的)."""
    return len(text) <= 40 and "问题" in text and _OWNER_ASKED.search(text) is not None
