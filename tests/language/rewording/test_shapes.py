"""The same facts arranged otherwise are read as before: how large a share of the messages at least, in percent."""

import pytest

from tests.language.rewording import shapes
from tests.language.rewording.rewording import FEW, messages
from tests.language.rewording.shapes import Shape

SHAPES: dict[str, tuple[Shape, int, int]] = {
    "nothing to coordinate": (shapes.ended("。暂无需要协调的事项"), 12, 96),
    "nothing for the leaders": (shapes.ended("。没什么需要领导协调的"), 12, 96),
    "no gap": (shapes.ended("。不存在资金缺口"), 12, 96),
    "that is all": (shapes.ended("。完"), 12, 96),
    "the rest is well": (shapes.ended("。其余照常"), 12, 90),
    "see annex": (shapes.aside("（详见附件）"), 12, 96),
    "reported before": (shapes.aside("（上周会上汇报过）"), 12, 96),
    "photos": (shapes.aside("（照片已发）"), 12, 96),
    "whose it is": (shapes.aside("（区住建局）"), 12, 96),
    "percent mended": (shapes.slipped("percent", "{wrong}，哦不，{right}"), 3, 96),
    "percent called wrong": (shapes.slipped("percent", "{wrong}，说错了，是{right}"), 3, 96),
    "percent put right": (shapes.slipped("percent", "{wrong}，更正：{right}"), 3, 96),
    "count mended": (shapes.slipped("count", "{wrong}哦不{right}"), 6, 94),
    "count, sorry": (shapes.slipped("count", "{wrong}，不好意思，是{right}"), 6, 94),
    "count called wrong": (shapes.slipped("count", "{wrong}，写错了，应该是{right}"), 6, 94),
    "rather than": (shapes.slipped("count", "{right}而不是{wrong}"), 6, 94),
    "day mended": (shapes.slipped("day", "{wrong}哦不{right}"), 6, 94),
    "day called wrong": (shapes.slipped("day", "{wrong}，说错了，{right}"), 6, 94),
    "not that day": (shapes.slipped("day", "{right}（不是{wrong}）"), 6, 94),
    "how much in all": (shapes.under("{name}（总投资3.2亿元）{rest}"), 5, 94),
    "not another": (shapes.under("{name}（不是朝阳路那个），{rest}"), 5, 94),
    "signed": (shapes.under("{rest}。以上是{name}的情况"), 5, 94),
    "that is how it is": (shapes.under("{rest}。{name}就这个情况"), 5, 90),
    "template": (shapes.under("项目名称：{name}\n本周进展：{rest}\n存在问题：无\n下周计划：继续推进", True), 5, 96),
    "table": (shapes.under("项目 | 进展 | 问题\n{name} | {rest} | 无", True), 5, 96),
    "turned": (shapes.parted("；"), 3, 96),
    "numbered in line": (shapes.parted("；", "（{}）"), 3, 96),
    "column of nodes": (shapes.of_node("项目 | 节点 | 进展\n{name} | {node} | {told}"), 1, 90),
    "line of the node": (shapes.of_node("项目：{name}\n节点：{node}\n进展：{told}"), 1, 90),
    "node last": (shapes.of_node("{name}{told}，说的是{node}"), 1, 85),
    "node last, bare": (shapes.of_node("{name}{told}，{node}的事"), 1, 85),
    "name in brackets": (shapes.of_node("{node}（{name}）{told}"), 1, 80),
    "label of what is granted": (shapes.granted("{name}已办结：{a}、{b}"), 12, 92),
    "granted first": (shapes.granted("{name}已取得{a}、{b}"), 12, 92),
    "how many are granted": (shapes.granted("{name}{a}、{b}两项手续均已办结"), 12, 92),
    "ticked": (shapes.granted("{name}：{a}√，{b}√"), 12, 92),
    "not only": (shapes.granted("{name}不光{a}批了，{b}也批了"), 12, 92),
    "besides": (shapes.granted("{name}除了{a}，{b}也批了"), 12, 92),
    "the same with": (shapes.granted("{name}{a}批了，{b}也一样"), 12, 92),
    "labels": (shapes.mixed("{name}\n已办结：{a}\n正在办理：{b}"), 12, 92),
    "which are": (shapes.mixed("{name}已批复的有{a}，在办的有{b}"), 12, 92),
    "each its share": (shapes.shared("{name}{a}、{b}完成比例分别为30%、45%"), 12, 92),
    "shares in a column": (shapes.shared("项目|节点|完成比例（%）\n{name}|{a}|30\n{name}|{b}|45"), 12, 92),
    "the others": (shapes.of_others("{}停工，其他项目没变化"), 5, 96),
    "all but one": (shapes.of_others("除{}停工外，其他项目无变化"), 5, 96),
    "amounts in a column": (shapes.invested("项目|累计完成投资（万元）\n{}|1200\n{}|800"), 15, 96),
    "amounts under a head": (shapes.invested("累计完成投资情况：\n{}：1200万元\n{}：800万元"), 15, 96),
    "amount alone": (shapes.invested("{}累计完成投资1200万元，{}800万元"), 15, 90),
    "stuck at a node": (shapes.stuck("{}卡在{}上"), 6, 90),
    "papers complete": (shapes.granted("{name}{a}、{b}两证齐全"), 12, 90),
}
"""Each with how many messages it is tried on (every so-manieth) and the floor."""


@pytest.mark.parametrize("name", SHAPES)
def test_arranged_otherwise(name: str) -> None:
    shape, every, floor = SHAPES[name]
    tried = kept = 0
    wrong = []
    for said in messages("report", FEW, every):
        arranged = shape(said)
        if arranged is None or arranged[0] == said.text:
            continue
        tried += 1
        read = said.read(arranged[0])
        kept += read == arranged[1]
        if read != arranged[1]:
            wrong.append((said.id, arranged[0], arranged[1] - read, read - arranged[1]))
    assert tried > 0, "nothing could be arranged so"
    assert 100 * kept >= floor * tried, (kept, tried, wrong[:3])
