"""What the front door itself says: to strangers, about secrets, faults and letters that did not arrive."""

from models.vocabulary import LetterKind, Why

MARKED = "您刚才的内容带有密级标识，未记录。请按保密规定通过专用渠道报送。"
STRANGER = "您好，我还不认识您。请私聊回我“我是 单位 姓名”，例如“我是 区水利局 张伟”，办公室确认后就可以报送和查询。"
NOT_FOR_GROUP = "该事项不宜在群内答复，已私发给您。"
NOT_FOR_ANYBODY = "该事项不便在这里答复，请直接联系办公室。"
SOMEBODY = "未登记人员"
PRIVATE = "单聊"
GROUP = "群"
NO_PLATFORM = "所在平台没有启用"
NO_ACCOUNT = "没有绑定账号"
STALE = "停机或故障期间没有发出，已过时，不再补发"
WITHHELD = "不宜在此处公开"
INTERRUPTED = "发送时程序中断"
CANNOT_SEE_READERS = "这个平台查不到谁看过"
CANNOT_TAKE_BACK = "这个平台不支持撤回"
NO_ANSWER = "平台没有应答"
REPEATED = "（上一次发送结果不明，如已收到请忽略）"


def failed(number: int) -> str:
    """An apology for a message that could not be handled."""
    return f"刚才那条没有处理成功，已记下（编号 {number}），办公室会看到。"


def fault(number: int, where: str, who: str) -> str:
    """The office learns of a message that could not be handled."""
    return f"有1条消息没有处理成功：编号 {number}，{where}，{who}。原文已保存，可重新处理。"


def repeated(text: str) -> str:
    """A text that is sent again although it may have arrived."""
    return f"{text}\n{REPEATED}"


def undelivered(kind: LetterKind, why: Why, to: str, reason: str) -> str:
    """The office learns of a letter that will not arrive."""
    if kind is LetterKind.RECALL:
        return f"发到{to}的没有撤回：{reason}。请手工撤回。"
    if kind is LetterKind.READERS:
        return f"没能查到{to}里谁看过：{reason}。"
    return f"1条{why.label}（{kind.label}）没有送达{to}：{reason}。"


def sent_with_a_loss(to: str, note: str) -> str:
    """The office learns that a letter arrived, and what of it did not."""
    return f"{to}：{note}。"


def uncertain(kind: LetterKind, why: Why, to: str, reason: str) -> str:
    """The office learns of a letter that may or may not have arrived and is not sent again."""
    if kind is LetterKind.RECALL:
        return f"发到{to}的不知是否已撤回（{reason}），请看一下。"
    return f"1条{why.label}（{kind.label}）发给{to}，结果不明（{reason}），可能已送达，未重发；如没有收到，请转告。"


def withheld(kind: LetterKind, why: Why, where: str) -> str:
    """To the office: a letter that nobody asked for was kept back, because of what stands in it."""
    return (
        f"1条{why.label}（{kind.label}）没有发给{where}：内容含问责、约谈、信访人或证件、电话号码，不宜在该处公开。"
        "请修改后另发。"
    )
