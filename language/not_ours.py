"""A unit says that what it is asked about is none of its business (不涉及我局)."""

import re

from language.late import late
from language.normalize import normalize

_OWN = r"(?:我们?|本|咱们?)(?:区|县|市)?(?:局|委|办|镇|街道|乡|司|公司|单位|中心|院|分局|部门|站|处)|我方|我们"
_DUTY = r"(?:的)?(?:职责|职能|业务|管辖|工作|权限|负责|分管|主管)?(?:范围|范畴|事项|事|项目)?(?:之?内|里)?"
_WORKS = r"(?!.{0,4}(?:施工|变更|征地|拆迁))"
_NOT_OURS = late(
    rf"(?:不|没有?|未|并不)(?:涉及|牵涉|关|干|关系)(?:到)?(?:{_OWN})",
    rf"(?:{_OWN})(?:均|都|也|并)?(?:不|没有?|未|无)(?:涉及(?!事项)|参与|负责|承担|主管|管){_WORKS}",
    rf"^第?[0-9、，, 和]{{1,12}}(?:项|条)?[，,：:]?(?:均|都)?(?:不涉及|无关)(?:{_OWN})?$",
    rf"(?:与|和|跟)(?:{_OWN})(?:均|都)?(?:无关|没有?关系|不相关)",
    rf"不(?:归|由|该)(?:{_OWN})(?:来)?(?:报|填)(?![错漏晚的])",
    rf"(?:不|非|并非|不是)(?:属于?|归|在|是|由)?(?:{_OWN}){_DUTY}(?:管|负责|牵头|承担|办理?|$|[，。；！])",
)
_ASKS = late(r"[?？]|吗$|谁|哪")
LONGEST = 60


_WHOSE = (
    r"(?:[，,](?:是|应该?是?|归|由|属于?|在|找)[^，。；;\n]{2,14}?"
    r"(?:管|办|负责|牵头|那边|的事|局|委|办|中心|公司)?(?=[，。；;\n]|$))?"
)
_DONE_BY_OTHERS = late(
    rf"(?:不|非|并非|不是)(?:属于?|归|在|是|由)?(?:{_OWN}){_DUTY}(?:管|负责|牵头|承担|办理?)?的?(?=$|[，,。；;！\n]){_WHOSE}"
)


def without_not_ours(text: str) -> str:
    """不是我局办，归行政审批局: put so that nothing of it is told of works; who is spoken of stays."""
    return _DONE_BY_OTHERS.sub("不归我们管", text) if "不" in text or "非" in text else text


def numbers_in(text: str) -> tuple[int, ...]:
    """The numbers of the list at the head of such a message (2不涉及我局)."""
    found = re.match(r"\s*第?((?:[0-9]{1,2}[、，, 和.]*)+)(?:项|条)?", normalize(text))
    return tuple(int(each) for each in re.findall(r"[0-9]{1,2}", found[1])) if found else ()


def says_not_ours(text: str, people: frozenset[str] = frozenset()) -> bool:
    """Whether a short message says that something does not concern the speaker's unit."""
    said = normalize(text, people).strip(" 。！")
    return len(said) <= LONGEST and _NOT_OURS.search(said) is not None and not _ASKS.search(said)
