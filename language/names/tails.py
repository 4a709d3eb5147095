"""What people put behind a project's name that says no more than the name: 北站路这块, 北站路方面, 北站路工地上."""

from language.late import late

_TAIL = late(
    r"的?(?:[这那]一?[块头](?![地田石板料骨水钱])|[这那][边里儿]|[这那]一?个?(?:项目|工程)|方面)"
    r"|(?:项目|工程)?(?:工地|现场)(?:[这那]边|上(?![周月旬午级下]))?"
    r"(?!会|办公|核|管|督|踏|勘|调研|指挥|检|查|验|监|清|人|负责|图|技|条件|封|食堂|宿舍|扬尘|围挡|门口|旁|附近|周边|被)"
    r"|的?(?:(?:这|那)件?事儿?|(?:最新|具体)?(?:情况|进展|进度)(?:是|来看)?|一事|事儿?)(?=[，,])"
    r"|建设(?=[，。：:；、 \n的]|今天|昨天|目前|现在|已|正在|还|累计|全面|\d{1,2}[月.])"
    r"|(?<=项目)上(?=的|已|正|还|没|未|累计|本|目前)"
)
_BEGINS = frozenset("的这那方工项现建上一事情进最具")


def tail_end(text: str, end: int) -> int:
    """Where a name ends with such words behind it, if there are any."""
    found = _TAIL.match(text, end) if text[end : end + 1] in _BEGINS else None
    return found.end() if found else end
