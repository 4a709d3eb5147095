"""What people put behind a project's or a node's name that says no more than the name: 北站路这块, 环评手续方面."""

from collections.abc import Sequence

from language.late import late

CALLED = late(r"的?(?:[这那]个?|[这那][边块儿])?(?:项目|工程)?$")
"""What points at a name, at the end of what was said of it: 泥河那个项目."""

_TAIL = late(
    r"的?(?:[这那]一?[块头](?![地田石板料骨水钱])|[这那][边里儿]|[这那]一?个?(?:项目|工程)|方面)"
    r"|的?(?:(?:这|那)件?事儿?|(?:最新|具体)?(?:情况|进展|进度)(?:是|来看)?|一事|事儿?)(?=[，,])"
    r"|建设(?!单位|[局方部期者场厅委]|内容|规模|用|资|集团|公司|条件|工|规|指挥|手续|计划|标准|项目|任务|[情进成完起到得投中了前后过需所管]|周期|领域|$)"
)
_SITE = late(r"的?(?:项目|工程)?(?:工地|现场)(?:[这那]边|上(?![周月旬午级下]))?|(?<=项目)上(?![周月旬午级下报会])")
_ON_SITE = frozenset("装已正目现全昨今本停复累0123456789，：")
_BEGINS = frozenset("的这那方工项现建上一事情进最具")


def may_have_tail(text: str, end: int) -> bool:
    """Whether the character behind a name begins such a word."""
    return text[end : end + 1] in _BEGINS


def tail_end(text: str, end: int) -> int:
    """Where a name ends with such words behind it, if there are any."""
    found = _TAIL.match(text, end)
    return found.end() if found else end


def site_end(text: str, end: int, begins: Sequence[int]) -> int:
    """Where a name ends with 工地 behind it, if the site is no subject of its own: 客运站工地裸土没盖 is one.

    `begins` is where nodes of the project are named.
    """
    found = _SITE.match(text, end)
    if found is None or not (found.end() in begins or text[found.end() : found.end() + 1] in _ON_SITE):
        return end
    return found.end()


_NODE_TAIL = late(
    r"(?:(?:手续|审批手续|办理手续)(?!费)|工作(?!井|面|坑|量|日|组|人|站|平台)|工程(?![款量费规师监处部局公设物概总造机车]|进度)|环节|事项|事宜|任务(?!量|数)"
    r"|部分(?=\d|全部|百分之|完成[\d一二三四五六七八九十百]|还没|尚未|正在|[这那]|月底|昨天|今天|上周|本周)"
    r"|施工(?=\d|完成|[这那已正还没未目现昨累]|百分之|全部)|办理(?=\d{1,2}[月.]|[这那卡]|方面))?"
    r"(?:的?[这那]一?个?(?:块(?![地田石板料骨水钱])|[边里儿头]|方面|环节|节点|事项?|项(?:工作|手续|工程|任务)?)|方面)?"
    r"(?:(?:的?(?:进展|情况|进度|事)(?:情况)?)?(?:的话|[呢嘛啊吧哈])?[，,：: ]+(?=\S))?"
)
_NODE_BEGINS = frozenset("手审办工环事任部施的这那方进情呢嘛啊吧哈，,：: ")


def node_tail_end(text: str, end: int, stop: int) -> int:
    """Where a node's name ends with 手续 or 这个节点 behind it, if there are any."""
    if end >= stop or text[end] not in _NODE_BEGINS:
        return end
    found = _NODE_TAIL.match(text, end, stop)
    return found.end() if found else end
