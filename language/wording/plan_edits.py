"""What has become of the plan by the office's word in the chat."""

from collections.abc import Sequence
from datetime import date

from language.wording import common


def node_added(project: str, node: str, planned: date, unit: str, today: date) -> str:
    """That a node is in the plan from now on."""
    who = f"，责任单位{unit}" if unit else ""
    return f"已加节点：{project}，{node}，计划{common.day(planned, today)}{who}。如有误回“取消{project}{node}节点”。"


def node_known(project: str, node: str, planned: date | None, today: date) -> str:
    """That there is such a node."""
    when = f"，计划{common.day(planned, today)}" if planned else ""
    ground = "要调整日期请写明依据的会议，如“某月某日调度会同意改到某月某日”。"
    return f"{project}已有“{node}”节点{when}，没有重复新增。{ground}"


def node_renamed(project: str, old: str, new: str) -> str:
    """That a node is called otherwise."""
    return f"已改名：{project}的节点“{old}”改为“{new}”，计划日期和已报情况不变。"


def node_given(project: str, node: str, unit: str) -> str:
    """That another unit answers for a node."""
    return f"已改：{project}，{node}，责任单位改为{unit}。"


def node_dropped(project: str, node: str) -> str:
    """That a node is no more in the plan."""
    back = f"如有误请重新说“{project}加节点{node}，某月某日”。"
    return f"已取消节点：{project}，{node}，不再提醒，也不计入三色；已报的情况保留。{back}"


def project_added(name: str, unit: str, support: Sequence[str], liaison: str, number: int) -> str:
    """That a project is in the plan from now on, and what it lacks."""
    beside = f"，配合单位{'、'.join(support)}" if support else ""
    who = f"，联络员{liaison}" if liaison else "，联络员未定（回“该项目联络员换成某某”）"
    return (
        f"已新增项目：{name}，牵头单位{unit}{beside}{who}。现共{number}个项目。"
        f"节点还没有，可逐条回“{name}加节点某某，某月某日”，或在网页“导入计划”里整表导入；如有误回“{name}撤项”。"
    )


def project_known(name: str) -> str:
    """That there is such a project."""
    return f"项目库里已有{name}，没有重复新增。"


def project_given(project: str, unit: str) -> str:
    """That another unit leads a project."""
    return f"已改：{project}，牵头单位改为{unit}，原牵头单位名下的节点一并转过去；联络员如需更换请另回。"


def liaison_given(project: str, old: str, new: str) -> str:
    """That somebody else is asked about a project."""
    before = f"（原{old}）" if old else ""
    return f"已改：{project}的联络员为{new}{before}，其他项目不变。"


def liaison_unknown(name: str, project: str, old: str) -> str:
    """That a new liaison is not in the roster, and who it is until then."""
    stays = f"{project}仍由{old}联络" if old else f"{project}的联络员没有改动"
    told = f"名册里没有“{name}”，{stays}。"
    return told + f"请先在网页“导入计划”里把{name}及其单位加进名册，再回“{project}联络员换成{name}”。"


def wanted(unit: str, person: str, words: str) -> str:
    """To the office: what a unit wants changed in the plan."""
    return f"{unit}{person}提出调整计划：“{words}”。计划未动，同意的请办公室直接回改法。"


def only_office() -> str:
    """To a unit: who changes the plan."""
    return "计划节点由办公室按会议意见调整，您的意见已转办公室，计划未动。"


def who_changes() -> str:
    """Who may change the plan, and how."""
    return (
        "计划由办公室改：节点日期要经调度会等会议同意，写明依据；增减节点、项目也由办公室办。"
        "各单位可以提申请（如“某节点申请延到某月某日，原因…”），批准前按原计划计算三色。"
    )
