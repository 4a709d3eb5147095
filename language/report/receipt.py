"""On which day a paper was granted, where it is told beside the day on which somebody received it."""

from language.late import late

_DAY = r"(?:(?:20\d\d年)?(?:\d{1,2}月)?\d{1,2}[日号]|\d{1,2}\.\d{1,2}(?![\d.])|上?周[一二三四五六日天]|昨天|昨日|前天)"
_GRANTED_ON = late(
    rf"[，,（(；;]\s*[^，,。；;\n（(]{{0,8}}?(?:(?:落款|发证|批复|签发|印发|核发|成文|发文|文件|证上|文上|证书)(?:的|上)?(?:日期|时间|日子)?(?:写的?)?(?:是|为|：|:)?{_DAY}"
    rf"|{_DAY}(?:就)?(?:批|发|签发|印发|核发|签|出|下)的|是{_DAY}的(?:文|证|件|批))"
)
_RECEIVED_ON = late(
    rf"(?:今天|今早|今日|刚刚?|{_DAY})(?:[早上下中]午|一早|才|刚|就|正式|已经?)*(?=(?:把|将)?[^，,。；;\n\d]{{0,6}}?(?:收到|拿到|领到|取到|领回|取回|拿回)(?!位))"
)
RECEIVED = ("收到", "拿到", "领到", "取到", "领回", "取回", "拿回")


def without_receipt(text: str) -> str:
    """批文今天收到，省文物局10月22日批的: the paper is as old as its granting, not as its arrival."""
    if not any(word in text for word in RECEIVED):
        return text
    received = _RECEIVED_ON.search(text)
    granted = _GRANTED_ON.search(text, received.end()) if received else None
    if received is None or granted is None or any(stop in text[received.end() : granted.start()] for stop in "。\n"):
        return text
    return text[: received.start()] + text[received.end() :]
