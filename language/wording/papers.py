"""Official papers as drafts: facts from the ledgers in neutral words, never signed, never sent by the bot."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from language.wording import common
from language.wording.escalation import LEVELS

DRAFT = "（草稿，未签发）"
_SIGN = "（草稿由台账自动生成，请办公室核定；文号、签发人、印发由办公室办理，机器人不对外发送。）"


@dataclass(frozen=True, slots=True)
class LateNode:
    """A node past its day."""

    project: str
    node: str
    planned: date
    unit: str
    color: str


@dataclass(frozen=True, slots=True)
class LateDecision:
    """A decision past its day."""

    number: str
    text: str
    unit: str
    due: date


def _node(each: LateNode, today: date, *, unit: bool = True) -> str:
    whose = f"，{each.unit}" if unit and each.unit else ""
    late = (today - each.planned).days
    return (
        f"{each.project}：{each.node}计划{common.day(each.planned, today)}，已过{late}天未完成（{each.color}）{whose}"
    )


def _decision(each: LateDecision, today: date, *, unit: bool = True) -> str:
    whose = f"，{each.unit}" if unit and each.unit else ""
    return f"{each.number} {each.text}：{common.day(each.due, today)}到期，已过{(today - each.due).days}天{whose}"


def _listed(nodes: Sequence[LateNode], decisions: Sequence[LateDecision], today: date, *, unit: bool) -> list[str]:
    told = [_node(each, today, unit=unit) for each in nodes]
    told += [_decision(each, today, unit=unit) for each in decisions]
    return [f"{number}. {line}" for number, line in enumerate(told, 1)]


def talks(nodes: Sequence[LateNode], decisions: Sequence[LateDecision], today: date) -> str:
    """Whom the leaders may want to speak to: what is severely late, nothing judged."""
    if not nodes and not decisions:
        return f"截至{common.day(today, today)}，没有严重滞后的项目，也没有过期未销号的议定事项，未生成约谈建议。"
    found = f"严重滞后节点{len(nodes)}个、过期议定事项{len(decisions)}项"
    head = f"约谈建议名单{DRAFT}\n截至{common.day(today, today)}，{found}："
    tail = "是否约谈、约谈何人由领导决定。仅供办公室，不在群内发布。"
    return "\n".join([head, *_listed(nodes, decisions, today, unit=True), tail])


def urging(
    unit: str, nodes: Sequence[LateNode], decisions: Sequence[LateDecision], due: date | None, today: date
) -> str:
    """A letter to a unit about what is past its day."""
    until = f"{common.day(due, today)}前" if due else "____前"
    lines = _listed(nodes, decisions, today, unit=False)
    asks = f"请于{until}书面反馈进展、存在问题和完成时间。"
    return "\n".join([f"督办函{DRAFT}", f"{unit}：", "经核台账，以下事项已过计划时间：", *lines, asks, _SIGN])


def urging_what(unit: str) -> str:
    """That nothing of a unit is past its day: no letter is made up."""
    return f"台账里{unit}没有已过计划时间的节点或议定事项，未生成督办函。请写明督办哪个项目、哪件事。"


def urging_whom() -> str:
    """To whom the letter goes is not said."""
    return "督办函发给哪个单位、督办哪个项目？请写全再发一次，例如“给某局拟督办函，某项目，6月30日前回复”。"


def bulletin(nodes: Sequence[LateNode], total: int, today: date) -> str:
    """Which projects are late, for a bulletin."""
    if not nodes:
        return f"截至{common.day(today, today)}，{total}个项目均为正常，未生成滞后通报。"
    head = f"截至{common.day(today, today)}，{total}个项目中{len(nodes)}项滞后或严重滞后："
    return "\n".join([f"关于项目滞后情况的通报{DRAFT}", head, *_listed(nodes, (), today, unit=True), _SIGN])


@dataclass(frozen=True, slots=True)
class OpenProblem:
    """A problem of the ledger; `unit` is who is to settle it, where somebody was named."""

    number: str
    project: str
    categories: Sequence[str]
    words: str
    unit: str
    level: int
    opened: date


MOST_WORDS = 60


def _stuck(each: OpenProblem, today: date) -> str:
    said = each.words.strip().replace("\n", " ")
    said = f"：“{said[:MOST_WORDS]}{'…' if len(said) > MOST_WORDS else ''}”" if said else ""
    whose = f"，{each.unit}负责" if each.unit else ""
    climbed = f"，第{each.level}级（{LEVELS[each.level]}协调）" if each.level > 1 else ""
    since = f"{common.day(each.opened, today)}报"
    return f"{each.project}（{common.problems(each.categories)}）{said}，{since}{climbed}{whose}，编号{each.number}"


def _numbered(lines: Sequence[str]) -> list[str]:
    return [f"{number}. {line}" for number, line in enumerate(lines, 1)]


def problems(stuck: Sequence[OpenProblem], today: date) -> str:
    """The list of open problems."""
    if not stuck:
        return f"截至{common.day(today, today)}，台账里没有未销号的问题，未生成问题清单。"
    head = f"截至{common.day(today, today)}，未销号问题{len(stuck)}个："
    lines = _numbered([_stuck(each, today) for each in sorted(stuck, key=lambda each: -each.level)])
    return "\n".join([f"问题清单{DRAFT}", head, *lines, _SIGN])


def state(
    nodes: Sequence[LateNode],
    total: int,
    stuck: Sequence[OpenProblem],
    decisions: Sequence[LateDecision],
    promises: Sequence[tuple[str, date]],
    today: date,
) -> str:
    """How things stand, for a bulletin to the leaders: (subject, day) of each promise past its day."""
    parts = [f"一、总体情况。截至{common.day(today, today)}，{total}个项目中滞后或严重滞后{len(nodes)}项。"]
    parts += _listed(nodes, (), today, unit=True)
    parts.append(f"二、未销号问题{len(stuck)}个。")
    parts += _numbered([_stuck(each, today) for each in stuck])
    parts.append(f"三、过期未销号的议定事项{len(decisions)}项，过期未补齐的容缺承诺{len(promises)}项。")
    parts += _numbered(
        [_decision(each, today) for each in decisions]
        + [f"{subject}容缺承诺：{common.day(due, today)}到期，已过{(today - due).days}天" for subject, due in promises]
    )
    return "\n".join([f"重点项目进展情况通报{DRAFT}", *parts, _SIGN])


def report(
    names: Sequence[str], facts: str, stuck: Sequence[OpenProblem], today: date, *, special: bool = False
) -> str:
    """What the ledgers hold of some projects, for a report."""
    lines = ["存在问题：", *_numbered([_stuck(each, today) for each in stuck])] if stuck else []
    kind = "专报" if special else "报告"
    return "\n".join([f"关于{'、'.join(names)}有关情况的{kind}{DRAFT}", facts, *lines, _SIGN])


def report_on_what() -> str:
    """Of which project is not said."""
    return "报告写哪个项目？请写全再发一次，例如“写个某项目的专报”。"


def coordination(unit: str, stuck: Sequence[OpenProblem], due: date | None, today: date) -> str:
    """A letter that asks a unit for its help."""
    until = f"{common.day(due, today)}前" if due else "____前"
    lines = _numbered([_stuck(each, today) for each in stuck])
    asks = f"请贵单位予以支持协调，并于{until}反馈办理意见。"
    return "\n".join([f"协调函{DRAFT}", f"{unit}：", "以下问题需贵单位协调：", *lines, asks, _SIGN])


def asks_unit(unit: str, facts: str, matter: str, due: date | None, today: date) -> str:
    """A letter to a unit about what the office has named, where no problem stands in the ledger."""
    until = f"{common.day(due, today)}前" if due else "____前"
    asks = f"商请事项：{matter}。请贵单位予以支持，并于{until}反馈办理意见。"
    return "\n".join([f"协调函{DRAFT}", f"{unit}：", *([facts] if facts else []), asks, _SIGN])


def request(names: Sequence[str], facts: str, matter: str, stuck: Sequence[OpenProblem], today: date) -> str:
    """A request to those above, who decide."""
    lines = ["存在问题：", *_numbered([_stuck(each, today) for each in stuck])] if stuck else []
    about = f"{'、'.join(names)}有关事项" if names else "有关事项"
    asked = f"请示事项：{matter or '____'}。"
    return "\n".join(
        [f"关于{about}的请示{DRAFT}", "____：", *([facts] if facts else []), *lines, asked, "妥否，请批示。", _SIGN]
    )


def request_what() -> str:
    """About what is not said."""
    return "请示写什么事？请写明项目和请示事项，例如“写个请示，某项目征地资金缺300万，请求解决”。"


def coordination_whom() -> str:
    """To whom the letter goes, or about what, is not said."""
    return "函发给哪个单位、为哪个项目？请写全再发一次，例如“给某局拟协调函，某项目，6月30日前回复”。"


def coordination_what(names: Sequence[str]) -> str:
    """That nothing is stuck there: no letter is made up."""
    return f"台账里{'、'.join(names)}没有未销号的问题，未生成协调函。请先登记问题，或写明协调什么事。"


def opinions(matter: str, due: date | None, today: date) -> str:
    """A notice that asks the units what they think of something."""
    titled = matter.endswith(("办法", "方案", "规定", "制度", "细则", "意见", "通知", "稿", "规则", "规划", "标准"))
    about = f"《{matter}》" if titled else f"“{matter}”" if matter else "____"
    until = f"{common.day(due, today)}前" if due else "____前"
    asks = f"现就{about}征求意见，请各单位于{until}书面反馈办公室，无意见的也请反馈。附件由办公室附上。"
    return "\n".join([f"关于征求{about}意见的通知{DRAFT}", "各成员单位：", asks, _SIGN])


def by_when() -> str:
    """One question: until when an answer is wanted."""
    return "要求哪天前书面回复？回日期即可，不回则留空。"


def only_office() -> str:
    """To anybody else: who drafts papers."""
    return "公文由办公室起草，如有需要请联系办公室。"


def passed_on() -> str:
    """To a leader: that the office drafts it."""
    return "已转办公室起草。"


def wanted(who: str, words: str) -> str:
    """To the office: a leader wants a paper drafted."""
    return f"【起草要求】{who}：“{words}”。"


def not_posted() -> str:
    """That such papers go out by the office, never in a group."""
    return "这类公文由办公室按程序印发，不在群里发。"


def privately() -> str:
    """In a group: that the draft goes to the asker alone."""
    return "草稿不在群内发，已私发给您。"


def by_hand() -> str:
    """That a draft is amended by hand but for its day."""
    again = "要换对象、事项或限期，请连起来重说一遍，例如“给某局拟个函，…，6月15日前回复”。"
    return f"稿子是私发的文字稿，个别字句请复制后直接改；{again}"


def minutes(kind: str, serial: int | None, day: date, lines: Sequence[tuple[str, str, date | None]]) -> str:
    """The minutes of a meeting, of which the ledger knows what was decided."""
    nth = f"第{serial}次" if serial and serial < 100 else ""
    items = [
        text + (f"（{unit}牵头）" if unit else "") + (f"（{common.day(due, day)}前）" if due else "")
        for text, unit, due in lines
    ]
    head = [f"{nth}{kind}纪要{DRAFT}", f"时间：{day.month}月{day.day}日　地点：____　主持：____　出席：____"]
    return "\n".join([*head, "会议议定：", *_numbered(items), _SIGN])


def minutes_of_nothing() -> str:
    """That nothing is known of which minutes could be made."""
    return "台账里没有登记过会议议定事项，起草不了纪要。请先发“第几次某会议定：1.… 2.…”登记，再回“起草纪要”。"
