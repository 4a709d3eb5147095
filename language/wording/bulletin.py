"""The weekly bulletin in words, and what the office is told when a week is closed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from language.wording import common
from models.calendar import Week
from models.cycle import Times
from models.policy import Approval
from models.vocabulary import Color
from models.weekly import WeekState

BOARD_TITLE = "重点项目三色图"
DISCLAIMER = "（自动汇总，以办公室核定为准）"
COLORS = (Color.GREEN, Color.YELLOW, Color.RED)
MOST_NAMED = 5
DECISIONS = (("发布", "发布"), ("暂缓", "暂缓发布"), ("看草稿", "看草稿"))
"""What may be pressed on a draft, and the words it stands for."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many projects have each colour on a day."""

    as_of: date
    by_color: Mapping[Color, int]


@dataclass(frozen=True, slots=True)
class Moved:
    """A project whose colour has changed, with the node that decides it."""

    name: str
    before: Color
    after: Color
    node: str
    planned: date | None


@dataclass(frozen=True, slots=True)
class Problem:
    """An open problem of the ledger."""

    number: str
    project: str
    categories: tuple[str, ...]
    needs_help: bool


@dataclass(frozen=True, slots=True)
class DueNode:
    """A node that falls due."""

    project: str
    node: str
    planned: date


@dataclass(frozen=True, slots=True)
class Promise:
    """What a conditional approval still lacks after the day that was promised."""

    project: str
    node: str
    due: date


def weekly(
    week: Week,
    counts: Counts,
    moves: Sequence[Moved],
    problems: Sequence[Problem],
    due: Sequence[DueNode],
    state: WeekState,
    broken: Sequence[Promise] = (),
) -> list[str]:
    """The bulletin's paragraphs, the conclusion first; empty where there is nothing to say."""
    return [
        _conclusion(week, counts, state),
        _moves(moves, counts.as_of),
        _problems(problems),
        _broken(broken, counts.as_of),
        _due(due, counts.as_of),
    ]


def _conclusion(week: Week, counts: Counts, state: WeekState) -> str:
    colors = "、".join(f"{color.label}{counts.by_color.get(color, 0)}项" for color in COLORS)
    total = sum(counts.by_color.values())
    units = len(state.reported) + len(state.late) + len(state.missing)
    told = len(state.reported) + len(state.late)
    answered = f"{units}家单位已全部反馈" if not state.missing else f"{units}家单位中{told}家已反馈"
    return f"{week.label}：截至{common.day(counts.as_of, counts.as_of)}，{total}个项目中{colors}；{answered}。"


def _moves(moves: Sequence[Moved], today: date) -> str:
    """What changed colour and why."""
    parts = []
    for color, verb in ((Color.RED, "新转红"), (Color.YELLOW, "新转黄"), (Color.GREEN, "转绿")):
        moved = [move for move in moves if move.after is color]
        if moved:
            parts.append(f"{verb}{len(moved)}项：{_named([_why(move, today) for move in moved])}")
    return "；".join(parts) + "。" if parts else "本周颜色无变化。"


def _why(move: Moved, today: date) -> str:
    if move.after is Color.GREEN or not move.planned:
        return move.name
    return f"{move.name}（{move.node}，计划{common.day(move.planned, today)}）"


def _problems(problems: Sequence[Problem]) -> str:
    if not problems:
        return ""
    asking = sum(problem.needs_help for problem in problems)
    named = [f"{each.project}（{common.problems(each.categories)}，{each.number}）" for each in problems]
    return f"未销号问题{len(problems)}个{f'，其中请求协调{asking}个' if asking else ''}：{_named(named)}。"


def _broken(broken: Sequence[Promise], today: date) -> str:
    if not broken:
        return ""
    named = [f"{each.project}{each.node}（承诺{common.day(each.due, today)}）" for each in broken]
    return f"容缺承诺到期未补齐{len(broken)}项：{_named(named)}。"


def _due(due: Sequence[DueNode], today: date) -> str:
    if not due:
        return ""
    named = [f"{each.project}{each.node}（{common.day(each.planned, today)}）" for each in due]
    return f"下周到期节点{len(due)}个：{_named(named)}。"


def _named(names: Sequence[str]) -> str:
    return "；".join(names[:MOST_NAMED]) + (f"；等{len(names)}项" if len(names) > MOST_NAMED else "")


NO_LIAISON = "缺联络员"
AWAY = "联络员不在岗"
CHECKED = "职责待核对"


def closed(
    times: Times,
    missing: Sequence[tuple[str, str]],
    approval: Approval,
    unclear: tuple[int, int] = (0, 0),
    narrowed: bool = False,
) -> str:
    """What the office is told at the cut-off, above the draft.

    `missing` are (unit, why nobody could be asked), `unclear` the unanswered questions and the contradictions,
    `narrowed` whether some groups hear of their own projects only.
    """
    if missing:
        names = "、".join(f"{name}（{why}）" if why else name for name, why in missing)
        head = f"截至{common.clock(times.cutoff)}未反馈{len(missing)}家：{names}。"
    else:
        head = f"截至{common.clock(times.cutoff)}各单位已全部反馈。"
    questions, conflicts = unclear
    head += f"待澄清{questions}条。" if questions else ""
    head += f"两家反馈不一致{conflicts}条，已另告。" if conflicts else ""
    if times.estimated:
        head += "放假安排尚未公布，本期各时点为预估。"
    when = "经您确认后发布" if approval is Approval.REQUIRED else f"{common.clock(times.publish)}自动发布"
    when += "，只管部分项目的群只收到本群项目的内容" if narrowed else ""
    how = "可回“发布”“暂缓”“第2段删掉”“第2段改为…”"
    return f"{head}草稿如下，{when}；{how}："


@dataclass(frozen=True, slots=True)
class Changed:
    """A project of a published bulletin that is otherwise now: figures before and after, by which units, and how."""

    name: str
    color_before: Color
    color: Color
    percent_before: float | None
    percent: float | None
    invested_before: float | None
    invested: float | None
    by: Sequence[tuple[str, str]]


def supplement(week: str, lines: Sequence[Changed]) -> str:
    """The one line of a day that supplements a published bulletin."""
    return f"【周报补充】{Week.parse(week).label}：{_named([_changed(line) for line in lines])}。{DISCLAIMER}"


def _changed(line: Changed) -> str:
    parts = []
    if line.color is not line.color_before:
        parts.append(f"{line.color_before.label}改为{line.color.label}")
    if line.percent != line.percent_before and line.percent is not None:
        before = f"，原为{common.percent(line.percent_before)}" if line.percent_before is not None else ""
        parts.append(f"完成{common.percent(line.percent)}{before}")
    if line.invested != line.invested_before and line.invested is not None:
        before = f"，原为{common.money(line.invested_before)}" if line.invested_before is not None else ""
        parts.append(f"累计投资{common.money(line.invested)}{before}")
    said = "，".join(parts) or "原数据撤回"
    return f"{line.name}{said}（{'、'.join(f'{unit}{how}' for unit, how in line.by)}）"


def corrected(text: str) -> str:
    """A bulletin that is published again after one was withdrawn."""
    return f"更正：{text}"


def withdrawn(week: str, published_at: datetime, today: date) -> str:
    """To the groups: a bulletin is taken back."""
    when = common.moment(published_at, today)
    return f"更正：{Week.parse(week).label}周报（{when}发布）已撤回，请以更正后发布的为准。"


def unsigned(week: str, held_at: datetime | None, today: date) -> str:
    """To the office at the hour of publication: the draft waits for its word."""
    how = f"（{common.moment(held_at, today)}暂缓）" if held_at else ""
    return f"{Week.parse(week).label}周报草稿仍待签发{how}，群里还没有发。可以发了请回“发布”；暂不发不必回复。"
