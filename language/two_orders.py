"""Two things wanted in one message of somebody above: where the one ends and the other begins."""

import re

from language.late import late

LONGEST, MOST = 160, 4
_JOINS = late(
    r"[；;。\n！!]+\s*|[，,]\s*(?=(?:另外|另|顺便|顺带|对了|同时|并且|然后|接着|还有|再就是|再(?:把|给|帮|发|看|催|提醒|出|查|登记|问)|也(?:把|给)))"
)
_LEADS = late(
    r"^(?:另外|另|顺便|顺带|对了|同时|并且|然后|接着|还有|再就是|再(?=把|给|帮|发|看|催|提醒|出|查|登记|问))[，,：:]?(?:再|也|还)?"
)
_COMMA = late(r"[，,]\s*(?!(?:让|叫|请|要求|要|督促)(?:他们|它们|其|各家|各单位|人家)|(?:务必|一定|必须|都|尽快))")
"""A comma; 催一下住建局，让他们今天报上来 is all one."""


def wanted_parts(text: str, *, loosely: bool = False) -> list[str]:
    """The parts by semicolons and words such as 另外, 顺便; `loosely` at each comma; empty where it is all one."""
    if len(text) > LONGEST or not len(text) >= 8:
        return []
    parts = [each for each in (part.strip(" ，,") for part in (_COMMA if loosely else _JOINS).split(text)) if each]
    said = [_LEADS.sub("", each).strip() for each in parts]
    return said if 1 < len(said) <= MOST and all(len(each) > 2 for each in said) else []


def joined(text: str) -> bool:
    """Whether a word or a mark says that another matter follows."""
    return re.search(r"[；;。\n]|另外|顺便|顺带|对了|同时", text) is not None
