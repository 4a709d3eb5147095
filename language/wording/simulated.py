"""What the simulated group in the browser says of itself, and what it proposes to try."""

from datetime import date

from models.vocabulary import Color, NodeKind

GROUP = "重点项目调度群"
WAITING = "发出等着的消息"

LEADER = ["现在有几个红灯", "谁还没报", "目前有哪些问题要协调", "这个月到期的节点有哪些"]
OFFICE = ["谁没报", "催报", "目前有哪些问题要协调", "发三色图"]
LIAISON = ["撤回上一条", "这个月到期的节点有哪些", "你能做什么"]
DRAFT = ["发布", "暂缓"]

WORKS = {NodeKind.FOUNDATION, NodeKind.STRUCTURE, NodeKind.INSTALLATION, NodeKind.ACQUISITION, NodeKind.UTILITIES}
ENDS = {
    NodeKind.START: "今天开工了",
    NodeKind.COMPLETION: "今天完工了",
    NodeKind.ACCEPTANCE: "今天通过了",
    NodeKind.TOPPING_OUT: "今天封顶了",
    NodeKind.TENDER: "今天开标，中标单位已公示",
}


def done(project: str, node: str, kind: NodeKind, today: date) -> str:
    """A node that was finished today."""
    name = node.removesuffix("批复").removesuffix("证")
    if kind in (NodeKind.START, NodeKind.COMPLETION):
        return f"{project}{ENDS[kind]}"
    if kind in WORKS:
        return f"{project}{node}，{today.month}月{today.day}日全部完成"
    verb = "取得" if kind is NodeKind.CONSTRUCTION_PERMIT else "批复"
    return f"{project}{name}{today.month}月{today.day}日已{verb}"


def progress(project: str, node: str, kind: NodeKind) -> str:
    """How far something is."""
    if kind in WORKS:
        return f"{project}{node.removesuffix('完成')}完成80%"
    return f"{project}{node.removesuffix('批复')}已上报，预计月底前办结"


def unchanged(project: str) -> str:
    """Nothing new."""
    return f"{project}没变化"


def problem(project: str) -> str:
    """Something that holds a project up."""
    return f"{project}卡在资金，缺口500万元，请区财政局协调"


def close(number: str) -> str:
    """Closing a problem of the ledger."""
    return f"{number}号问题销号"


LIGHTS = {Color.RED: "红灯", Color.YELLOW: "黄灯", Color.GREEN: "绿灯"}


def why(project: str, color: Color) -> str:
    """Asking for the reason of a colour."""
    return f"{project}为什么是{LIGHTS[color]}"


def how(project: str) -> str:
    """Asking how a project stands."""
    return f"{project}进展怎么样"
