"""Questions for the first few of a kind: 超期最久的是哪一项, 工期最紧的三个; of works, never of units."""

from dataclasses import dataclass

from language.late import late
from language.numerals import small_number

LONGEST = 40
OVERDUE, TIGHT, LOWEST, HIGHEST = "overdue", "tight", "lowest", "highest"
_UNITS = late(r"单位|部门|[局委办]|街道|[乡镇]|谁|哪家|联络员|报送|报得|上报|负责人|领导")
_LATE = r"(?:超期|超|逾期|过期|超时|延误|误期|拖期|拖延|拖|压|滞后|欠账|晚|误)"
_KINDS = (
    (
        OVERDUE,
        late(rf"{_LATE}(?:得|的|时间|天数|期|了)*最(?:久|长|多|厉害|严重|狠|凶)|最(?:久|长|严重)[^，。]{{0,3}}{_LATE}"),
    ),
    (
        TIGHT,
        late(
            r"(?:工期|时间|节点|任务|期限|工时|日子|时限)(?:上)?最(?:紧|赶|急|近|迫|短)|最(?:先|快|早|近|急|紧)(?:要)?(?:到期|到点|完成|交|该办|的节点|的工期)|最(?:紧|赶|急|紧张|紧迫)的?(?:几|[一二两三四五六七八九十\d]{1,2}|节点|项目|是|哪)"
            r"|(?:到期|到点)最(?:近|早|快)|(?:马上|眼看)[^，。]{0,3}最紧"
        ),
    ),
    (
        LOWEST,
        late(
            r"(?:投资|投入|资金|完成率|占比|投|花)[^，。]{0,6}最(?:低|少|差|慢|小|不理想|靠后)|最(?:低|少|差)[^，。]{0,4}投资"
        ),
    ),
    (
        HIGHEST,
        late(
            r"(?:投资|投入|资金|完成率|占比|投|花)[^，。]{0,6}最(?:高|多|好|快|大|靠前)|最(?:高|多|大)[^，。]{0,4}投资"
        ),
    ),
)
_MANY = late(
    r"(?:前|的|那|最[\u4e00-\u9fff]{1,2})(?P<many>[一二两三四五六七八九十]|\d{1,2})(?:个|项|条|件|名|位)|(?P<some>哪几|哪些|几个|几项|排[一个]?[下名序])"
)
SOME = 3
_NODES = late(r"节点|手续|证|[一几\d二两三四五六七八九十]项(?!目)|事项|环节")


@dataclass(frozen=True, slots=True)
class Foremost:
    """By what the projects or nodes are put in order, and how many of them are wanted."""

    by: str
    many: int
    of_nodes: bool
    """Whether nodes are asked for, of which a project may have several."""


def foremost_asked(text: str) -> Foremost | None:
    """What is asked for the first of; None where nothing is, or where units would be compared."""
    if len(text) > LONGEST or _UNITS.search(text) or "最" not in text:
        return None
    by = next((kind for kind, pattern in _KINDS if pattern.search(text)), None)
    if by is None:
        return None
    found = _MANY.search(text)
    many = 1 if found is None else small_number(found["many"]) if found["many"] else SOME
    return Foremost(by, many or 1, _NODES.search(text) is not None)
