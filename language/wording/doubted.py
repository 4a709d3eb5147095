"""To leaders who doubt what the records say, and to the office that is to look into it."""

from collections.abc import Sequence

from language.wording import common


def known(grounds: str) -> str:
    """What the records hold and on what ground; they stay as they are until the unit says otherwise."""
    return f"台账记录如下，已转办公室核实，核实前不改动：\n{grounds}"


def to_verify(who: str, words: str, projects: Sequence[str]) -> str:
    """To the office: that a leader doubts what is recorded."""
    return f"【请核实】{who}：“{words}”（{common.join_few(list(projects))}）。台账未改动，请向责任单位核实后答复。"


def who_may_change() -> str:
    """By whom a planned date may be changed."""
    return (
        "计划日期由办公室按会议决定调整：单位报延期只记为申请，计划不动；"
        "经会议研究同意、办公室登记后才改，颜色一直按已批准的计划日期算。"
    )


def not_judged() -> str:
    """That the bot does not tell what is true from what is not."""
    return (
        "台账如实登记各单位所报，不判断真假。要核对某一项，可问“某项目依据呢”，会给出谁报的、什么时候、原话；"
        "对某一项有疑问的，直接说哪里不对，转办公室核实。"
    )


def reminders() -> str:
    """Who is reminded of what was ordered, and how to ask after it."""
    return "交办和议定事项到期前后会提醒责任单位并告知办公室；您可随时问“我交办的事办得怎么样”。"


def regularly() -> str:
    """That nothing is sent to one person at set times, and how to have it whenever it is wanted."""
    return "定时发送由办公室安排；您随时回“汇总一下”就能看到当时的情况。"


def group_by_office() -> str:
    """That nothing is put before a group that the office has not approved."""
    return "发到群里的内容由办公室核定后发布，请告诉办公室；您要看，可直接问我。"


def not_an_order(project: str, unit: str) -> str:
    """To a leader who urges works: nothing was recorded, and how it becomes an order that is followed."""
    return f"没有登记为交办。要交给责任单位并跟踪，请说清单位和时限，例如“让{unit}下周五前报{project}的推进方案”。"
