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


def asks_for_name(alias: str, project: str) -> str:
    """To the office: a unit calls its project so and asks that it be known."""
    return f"有单位提出把“{alias}”登记为{project}的简称。同意回“确认”，不同意回“不对”。"


def name_put_forward(alias: str, project: str) -> str:
    """To a unit: that the office decides on a name."""
    return f"“{alias}”作为{project}的简称已转办公室，确认后生效；在此之前请写项目名称。"


def name_means(alias: str, project: str) -> str:
    """That a name is understood as another project already and nothing was changed."""
    return f"“{alias}”现在指{project}，未改动。请换一个不会混淆的简称。"


def is_this_a_name(alias: str, project: str) -> str:
    """To the office: people keep using a name that nobody entered."""
    return f"近来多次有人用“{alias}”称呼{project}。要作为它的简称吗？回“确认”或“不对”。"
