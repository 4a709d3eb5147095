"""What is said about who is who."""

YES = ("确认", "确认")
NO = ("不是", "不对")
"""What stands on the buttons, and the words it stands for."""


def who_is_this(name: str, unit: str, nick: str) -> str:
    """To the office: somebody says they are a person of the roster."""
    shown = f"（昵称“{nick}”）" if nick else ""
    return f"有账号{shown}申请绑定为{unit}{name}。核实无误回“确认”，不是本人回“不对”。"


def still_waiting(name: str, unit: str, count: int) -> str:
    """To the office, which has answered one claim: others wait."""
    others = f"，另有{count - 1}人" if count > 1 else ""
    return f"还待核实：{unit}{name}{others}。核实无误再回“确认”，不是本人回“不对”。"


def welcome(name: str, unit: str) -> str:
    """To somebody whom the office has just confirmed."""
    return f"已核实，您登记为{unit}{name}。今后可以直接对我报送和查询，需要时回“帮助”。"


def is_this_a_name(alias: str, project: str) -> str:
    """To the office: people keep using a name that nobody entered."""
    return f"近来多次有人用“{alias}”称呼{project}。要作为它的简称吗？回“确认”或“不对”。"
