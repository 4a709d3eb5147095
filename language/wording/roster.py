"""What is said about who is who."""


def who_is_this(name: str, unit: str, nick: str) -> str:
    """To the office: somebody says they are a person of the roster."""
    shown = f"（昵称“{nick}”）" if nick else ""
    return f"有账号{shown}申请绑定为{unit}{name}。核实无误回“确认”，不是本人回“不对”。"


def is_this_a_name(alias: str, project: str) -> str:
    """To the office: people keep using a name that nobody entered."""
    return f"近来多次有人用“{alias}”称呼{project}。要作为它的简称吗？回“确认”或“不对”。"
