"""Another arrangement of the same words becomes the usual one, and what only looks like it stays."""

import pytest

from language.arrangement import usual, without_asides
from language.report.repairs import mended

ASIDES = """
桩基完成40%（详见附件），承台没动 | 桩基完成40%，承台没动
桩基完成40%（上周会上汇报过） | 桩基完成40%
文创园（总投资3.2亿元）主体封顶 | 文创园主体封顶
泵站土建完成（区水利局） | 泵站土建完成
环评批了（未核实） | =
桩基完成40%（消防系统完成80%） | =
主体停了（等供电公司） | =
征拆卡住了（镇里在做工作） | =
环评批了。暂无需要协调的事项 | 环评批了。
环评批了。不存在资金缺口 | 环评批了。
环评批了。没有进展的是能评 | =
环评批了。以上是文创园的情况 | 环评批了。以上是文创园
环评批了，文创园就这个情况 | 环评批了。以上是文创园
环评批了。完 | 环评批了。
管道9月底 完 | =
"""

USUAL = r"""
文创园已办结：环评、能评；在办：施工许可证 | 文创园环评、能评均已办结；施工许可证在办
文创园已取得核准、环评批复 | 文创园核准、环评批复均已取得
文创园在办的有水保 | 文创园水保在办
文创园已完成：桩基40%、承台3座 | =
文创园已完成：环评已批 | =
文创园核准、环评两项手续均已办结 | 文创园核准、环评均已办结
文创园核准√，环评√ | 文创园核准已完成，环评已完成
文创园不光核准批了，环评也批了 | 文创园核准批了，环评也批了
文创园除了核准，环评也批了 | 文创园核准、环评也批了
除了停工三天，环评也没批 | =
文创园核准批了，环评也一样 | 文创园核准批了，环评也批了
文创园没变化，泵站也是 | 文创园没变化，泵站也没变化
桩基完成60%，承台也是60% | =
除文创园停工外，其他项目没变化 | 文创园停工；除文创园外其他项目没变化
两个事，文创园封顶了 | 文创园封顶了
桩基、承台完成比例分别为30%、45% | 桩基、承台分别完成30%、45%
项目|累计完成投资（万元）\n文创园|1200 | 项目|累计完成投资（万元）\n文创园|累计完成投资1200万元
项目|本周进展\n文创园|3号楼封顶 | =
"""

MENDED = """
桩基完成43%，哦不，40% | 桩基完成40%
桩基43根哦不40根 | 桩基40根
桩基完成43%，说错了，应该是40%，承台没动 | 桩基完成40%，承台没动
桩基43根（更正：40根） | 桩基40根
桩基40根而不是43根 | 桩基40根
9月17日，不对，18日开工 | 9月18日开工
9月8日（不是9月7日）开工 | 9月8日开工
上午报的桩基43根，写错了，应该是40根 | =
更正：桩基43根，不对，40根 | =
文创园不是没开工，9月1日就开了 | =
桩基完成43根，抱歉，承台40座 | =
"""


def rows(table: str) -> list[tuple[str, str]]:
    pairs = [line.replace("\\n", "\n").split(" | ") for line in table.strip().splitlines()]
    return [(said, said if put == "=" else put) for said, put in pairs]


@pytest.mark.parametrize(("said", "put"), rows(ASIDES))
def test_asides_go(said: str, put: str) -> None:
    assert without_asides(said) == put


@pytest.mark.parametrize(("said", "put"), rows(USUAL))
def test_put_as_usual(said: str, put: str) -> None:
    assert usual(said) == put


@pytest.mark.parametrize(("said", "put"), rows(MENDED))
def test_slips_are_mended(said: str, put: str) -> None:
    assert mended(said) == put
