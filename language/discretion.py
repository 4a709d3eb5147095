"""May this be said to these ears? Asked at the single exit, before anything leaves."""

import unicodedata

from language.late import late
from models.vocabulary import ProblemCategory

_BETWEEN = r"[ \-.·_　]?"
_NUMBER_OF_A_PERSON = late(rf"(?<!\d)\d(?:{_BETWEEN}\d){{16}}{_BETWEEN}[\dXx](?!\d)")
_MOBILE = late(rf"(?<![\d.])(?!\d{{3,}}\.\d{{1,2}}(?![\d.]))1{_BETWEEN}[3-9](?:{_BETWEEN}\d){{9}}(?![\d.]*\d)")
_LANDLINE = late(r"(?<!\d)0\d{2,3}[ \-]\d{7,8}(?!\d)")
_CASES = late(r"问责|约谈|追责|信访人|上访人|信访个案|信访户|上访户|纪委监委")
_FIGURES = str.maketrans("〇零幺一二三四五六七八九", "001123456789")
"""Numbers are also written out, to get past whoever looks for figures."""
_LABEL = ProblemCategory.STABILITY.label
"""That there is a petition is nobody's business in a group either."""
_UNSEEN = late("[\u200b-\u200f\u2060\ufeff]")


_PETITION = late(r"信访|上访|闹访|缠访|堵门|堵路|闹事|闹|举报|维稳|阻工|阻拦|拦路|问责|约谈|追责|处分|纪委|监委|巡察")
_INCIDENT = late(
    r"[0-9一二两三四五六七八九十几多数]+(?:余)?(?:户|人|名|起|批)[^，。；\n]{0,10}(?:信访|上访|堵门|堵路|闹|阻工|阻拦|拦路)|(?:信访|上访)(?:人|户|群众)?(?:已|正|刚)"
)
_HOUSEHOLD = late(
    r"户|[家村居群]民|村里|群众|老乡|老百姓|[\u4e00-\u9fff](?<![国专厂商几各两独回大业名企一二三四五六七八九十多])家(?!具|电|庄|属|园|居|装|单位|企业|公司)|要价|谈不拢|不(?:肯|愿|同意)签|漫天"
)


def allowed(text: str, *, group: bool, cleared: bool = True) -> bool:
    """Whether a text may be said: in a group no phone number, accountability or petitioner; an id number nowhere.

    `cleared` is whether the one person who hears it privately may hear these: by role, as in a group where not.
    """
    plain = _UNSEEN.sub("", unicodedata.normalize("NFKC", text)).translate(_FIGURES)
    if _NUMBER_OF_A_PERSON.search(plain):
        return False
    if group and _LABEL in plain:
        return False
    open_ears = group or not cleared
    return not open_ears or not any(pattern.search(plain) for pattern in (_MOBILE, _LANDLINE, _CASES))


def masked(text: str) -> str:
    """The text without the numbers of people's papers, so that what is urgent is not held back for one."""
    shown = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    hits = list(_NUMBER_OF_A_PERSON.finditer(shown.translate(_FIGURES)))
    if not hits:
        return text
    for hit in reversed(hits):
        shown = f"{shown[: hit.start()]}（证件号略）{shown[hit.end() :]}"
    return shown


def speaks_of_petition(text: str) -> bool:
    """Whether words are about a petition, a blockade, an accusation: they are never repeated where others hear them."""
    return _PETITION.search(text) is not None


def tells_of_petition(text: str) -> bool:
    """Whether somebody tells that people have come, stand in the way, or were talked to: 2户堵门已劝返."""
    return len(text) <= 300 and _INCIDENT.search(text) is not None


def speaks_of_household(text: str) -> bool:
    """Whether words may name people whose land or house is needed: told in private, not to be repeated in a group."""
    return _HOUSEHOLD.search(text) is not None
