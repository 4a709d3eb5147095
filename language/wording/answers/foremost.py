"""The first few of the works, in words."""

from collections.abc import Sequence
from datetime import date

from language.wording.answers import investment
from language.wording.answers import nodes as node_wording

Invested = investment.Line


def nodes(late: bool, of_nodes: bool, lines: Sequence[node_wording.Line], of: int, today: date) -> str:
    """The nodes that are late for the longest, or fall due the soonest."""
    if not lines:
        return "目前没有超期节点。" if late else "没有计划日期在今天以后的未办结节点。"
    what = "超期最久的" if late else "计划到期最近的"
    told = node_wording.listed("", (), None, lines, today, len(lines) + 1)
    if len(lines) == 1:
        return f"{what}是{told}"
    _, _, rest = told.partition("\n")
    what_of = f"{'超期' if late else '未到期'}节点" if of_nodes else f"项目有{'超期' if late else '未到期'}节点"
    return f"{what}{len(lines)}个（共{of}个{what_of}）：\n{rest}"


def invested(lowest: bool, many: int, lines: Sequence[Invested], today: date) -> str:
    """The amounts that were told, the least or the most first; a share and a sum are not put in one order."""
    known = [line for line in lines if line.amounts]
    silent = len(lines) - len(known)
    if not known:
        return f"{len(lines)}个项目都没有报投资数据。"
    ordered = sorted(known, key=lambda line: line.amounts[0].wan or 0, reverse=not lowest)
    shared = [line for line in known if line.amounts[0].share is not None]
    head = f"已报投资的{len(known)}个项目中，按金额{'最少' if lowest else '最多'}的"
    found = [f"{head}：" if many > 1 else f"{head}是"]
    told = [f"{line.project}，{investment.amount(line.amounts[0], today)}" for line in ordered[:many]]
    found = (
        [f"{found[0]}{told[0]}。"] if many == 1 else [found[0], *(f"{at}. {each}" for at, each in enumerate(told, 1))]
    )
    if len(shared) > 1:
        each = (
            min(shared, key=lambda line: line.amounts[0].share or 0)
            if lowest
            else max(shared, key=lambda line: line.amounts[0].share or 0)
        )
        if each.project not in {line.project for line in ordered[:many]}:
            told_of = f"{each.project}，{investment.amount(each.amounts[0], today)}"
            found.append(f"报了占比的{len(shared)}个中{'最低' if lowest else '最高'}的是{told_of}。")
    if silent:
        found.append(f"另{silent}个项目没有报投资数据，不在比较之内。")
    return "\n".join(found)
