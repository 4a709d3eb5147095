"""Short private words to a liaison who asks for patience or is away."""

from collections.abc import Sequence
from datetime import date, datetime

from language.wording import common


def patience(until: datetime, cutoff: datetime) -> str:
    """That no nudge comes before then."""
    late = f"本周{common.clock(cutoff)}截止，之后报的按迟报登记。" if until > cutoff else ""
    return f"好的，{common.clock(until)}前不再提醒。{late}"


def away(first: date, last: date, substitute: str, today: date) -> str:
    """Who is asked instead."""
    return f"已记下：{_days(first, last, today)}由{substitute}代为对接。"


def _days(first: date, last: date, today: date) -> str:
    return common.day(first, today) if first == last else f"{common.day(first, today)}至{common.day(last, today)}"


def proxy(unit: str, name: str, first: date, last: date, today: date) -> str:
    """Who is asked in place of a unit's liaison, and for how long."""
    return f"已记下：{_days(first, last, today)}{unit}由{name}代为报送，清单和提醒发给{name}。"


def not_found(said: str) -> str:
    """That it is not clear who stands in; the question who it is follows."""
    return f"没有对上“{said}”是哪位同事。"


def away_without(first: date, last: date, today: date) -> str:
    """That somebody is away and it is not known who stands in: one question."""
    when = "当天" if first == last else "这几天"
    return f"已记下：{_days(first, last, today)}不提醒您。{when}由哪位同事代为对接？回姓名即可。"


def question_not_understood() -> str:
    """To a leader who asked something that was not understood: how it can be asked."""
    return "这个问题没有听懂。可以问：某项目进展、红灯有哪些、有哪些问题、议定事项办得怎么样、容缺补了没、本周谁没报。"


def away_alone(first: date, last: date, today: date) -> str:
    """That somebody is away and nobody stands in."""
    return f"已记下：{_days(first, last, today)}不提醒您，报送情况由办公室掌握。"


def back() -> str:
    """That somebody who was away is asked again."""
    return "已记下，今天起恢复提醒您。"


def noted() -> str:
    """That somebody is there, which the bot never doubted."""
    return "好的，已记下。"


def until_when() -> str:
    """That a day is to be put off, of which neither node nor day is known."""
    return (
        "延期请写明项目、节点、延到哪天和原因，例如“某项目施工许可延期到7月15日，因图审没过”，由办公室按会议决定办理。"
    )


def rules_stay() -> str:
    """That nobody can talk a colour into another."""
    return "进展以责任单位报送为准，颜色由计划日期和完成日期计算，不能这样改；计划调整由办公室按会议决定办理。"


def called(projects: Sequence[tuple[str, Sequence[str]]]) -> str:
    """What projects are called in full, and for short."""
    return "\n".join(f"{name}" + (f"（简称：{'、'.join(short[:4])}）" if short else "") for name, short in projects)


def no_opinion() -> str:
    """To a leader who wants to know what the bot thinks: that it only has facts."""
    return "该不该、好不好由领导决定，机器人只提供台账情况，可回“某项目怎么样了”。"


def not_kept_here(what: str) -> str:
    """The same before what is known instead."""
    return f"台账里没有登记{what}。"


def not_kept(what: str) -> str:
    """That something asked for stands in no ledger."""
    return f"台账里没有登记{what}，请向责任单位了解；要联络员可回“某项目谁负责”。"


def another_trade() -> str:
    """That something else is asked for than this office knows."""
    return "这个我办不了。写材料要用的项目情况，可以回“汇总一下”。"


def quieter() -> str:
    """Where to turn the bot down."""
    return "好的。提醒频次由办公室掌握，可请办公室在群里说“本群设为克制”。"


def restricted(sent: bool) -> str:
    """That something is not spoken of here."""
    return "该事项不宜在群内答复，已私发给您。" if sent else "该事项请直接联系办公室。"


def restricted_facts(lines: Sequence[str]) -> str:
    """What the ledger holds of it, for private eyes."""
    if not lines:
        return "台账里没有相关的未销号问题；问责、约谈、信访材料不在机器人里留存，请联系办公室。"
    return "\n".join([f"台账里相关的未销号问题{len(lines)}个：", *lines, "其他材料不在机器人里留存，请联系办公室。"])


def not_bound() -> str:
    """That a group is not known to be one of ours."""
    return "本群还没有绑定，答复已私发给您。办公室在群里说“绑定本群”后，可在群里答复。"


def leaving_passed_on() -> str:
    """That the office hears that somebody else is in charge from now on."""
    return "已转办公室更新联络员名册，更新前仍请您或接手的同事反馈。"


def decided(name: str, words: str) -> str:
    """To the office: that somebody tells of a meeting's decisions, and how to register them."""
    return f"【议定事项待登记】{name}反映：“{words}”。核实后可回“登记议定事项：某次会议，1.…”。"


def decided_passed_on() -> str:
    """To who told of a meeting's decisions: that the office registers them."""
    return "会议议定事项已转办公室登记。"


def leaving(who: str, words: str) -> str:
    """To the office: somebody else is in charge from now on."""
    return f"【联络员变动】{who}：“{words}”。请核实后更新名册。"


def not_of_this_group() -> str:
    """That a project is not this group's, and that its asker has the answer."""
    return "该项目不在本群范围，已私发给您。"


def no_export() -> str:
    """That no whole ledger is handed out in a chat."""
    return "台账不在聊天里整体发送。可按项目、单位逐项询问；需要整套的请联系办公室。"
