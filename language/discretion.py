"""May this be said to these ears? Asked at the single exit, before anything leaves."""

import unicodedata

from language.late import late

_BETWEEN = r"[ \-.·_　]?"
_NUMBER_OF_A_PERSON = late(rf"(?<!\d)\d(?:{_BETWEEN}\d){{16}}{_BETWEEN}[\dXx](?!\d)")
_MOBILE = late(rf"(?<![\d.])1{_BETWEEN}[3-9](?:{_BETWEEN}\d){{9}}(?![\d.]*\d)")
_LANDLINE = late(r"(?<!\d)0\d{2,3}[ \-]\d{7,8}(?!\d)")
_CASES = late(r"问责|约谈|追责|信访人|上访人|信访个案|信访户|上访户|纪委监委")
_UNSEEN = late("[\u200b-\u200f\u2060\ufeff]")


def allowed(text: str, *, group: bool) -> bool:
    """Whether a text may be said: in a group no phone number, accountability or petitioner; an id number nowhere."""
    plain = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    if _NUMBER_OF_A_PERSON.search(plain):
        return False
    return not group or not any(pattern.search(plain) for pattern in (_MOBILE, _LANDLINE, _CASES))
