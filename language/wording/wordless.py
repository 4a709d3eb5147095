"""What is said to a picture, a file or a voice without words."""

KINDS = {"image": "图片", "file": "文件", "video": "视频", "voice": "语音", "audio": "语音"}
"""What people call the things that come with messages."""


def cannot_read(kind: str) -> str:
    """That it was kept and not understood, and what to do instead."""
    what = KINDS.get(kind, "这条")
    return f"收到{what}，已转存给办公室看，但我读不懂里面的内容。要登记请用一句话说明，例如“北站路环评6月10日已批复”。"


def nothing_came() -> str:
    """That only the platform's word for a picture came (a copied [图片]), and what to do instead."""
    return "只看到“[图片]”字样，图片或文件本身没有收到，请重发。要登记请用一句话说明，例如“北站路环评6月10日已批复”。"


def ledger(name: str) -> str:
    """That a spreadsheet of the office's waits where plans are brought in."""
    return f"收到《{name}》，计划没有改动。要导入请打开网页“导入计划”，在“收到的表格”里选它，核对后再写入。"
