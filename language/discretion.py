"""May this be said to these ears? Asked at the single exit, before anything leaves."""

import re

_NUMBER_OF_A_PERSON = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")
_PHONE = re.compile(r"(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)")
_CASES = re.compile(r"问责|约谈|追责|信访人|上访人|信访个案|信访户|纪委监委")


def allowed(text: str, *, group: bool) -> bool:
    """Whether a text may be said: in a group no phone number, accountability or petitioner."""
    if _NUMBER_OF_A_PERSON.search(text):
        return False
    return not group or not (_PHONE.search(text) or _CASES.search(text))
