"""How far in figures, in a hundred ways: a half, about so much, so many of so many; money invested; what is only hoped."""

import pytest

from tests.language.combined import Told, misread, read, stated

WORKS = [
    ("gengliang", "三桥水中桩基"),
    ("dongmancang", "中心粮库仓房主体"),
    ("panting", "颍南水厂配水管网"),
    ("maojinsheng", "良繁基地田间道路"),
]
PILES = [("gengliang", "三桥水中桩基"), ("gengliang", "颍河三桥水中桩基："), ("shenjie", "官渡港码头桩基")]
PIPES = [("panting", "颍南水厂配水管网"), ("ludayong", "水源置换主管网铺设"), ("cuixiaodong", "积水点改造管网敷设")]
PROJECTS = [("gengliang", "颍河三桥"), ("dongmancang", "中心粮库"), ("panting", "颍南水厂")]

SHARES: dict[int | None, str] = {
    50: "完成一半 完成了一半 已经完成一半 干完一半 干了一半 进度一半 只完成一半 完成50% 完成五成 干到五成",
    30: """
        差不多30% 差不多完成30% 约30% 大概三成 三成左右 完成了30%左右 进度在30% 进度30 形象进度30% 整体完成量在30%
        到30%了，上周还是25% 从20%到30% 20%→30% 完成比例30% 产值完成30% 30%了 本周增加5%，累计30% 完成30%，还剩70%
    """,
    None: "过了半 完成大半 完成一多半 完成将近一半 打了一半多 完成近三成 30%到35%之间 超过30%",
}
PILED: dict[str, dict[str, int]] = {
    "打了32根 干了32根了 到昨天为止一共32根 打到第32根了 累计成桩32根 三十二根": {"done": 32},
    "96根打了32根 计划96根，现在32根 打了32，一共96根 已打32根，总96 完成32根（共96根） 32/96根": {
        "done": 32,
        "total": 96,
    },
    "打了32根还剩64根": {"done": 32, "left": 64},
    "还剩64根没打 还差64根": {"left": 64},
}
LAID: dict[str, float] = {
    "铺了3.2公里 管子下了3.2公里 铺到3.2公里了 正在铺，3.2公里了": 3.2,
    "铺了半公里": 0.5,
    "铺了三公里半": 3.5,
}
INVESTED: dict[str, list[dict[str, str | int | float]]] = {
    """累计完成投资5600万 投了5600万 完成5600万投资 总共完成5600万投资 约5600万投资完成 入统5600万 砸进去5600万
    完成工程量5600万 完成投资0.56亿 开工以来完成投资5600万""": [{"wan": 5600, "scope": "total"}],
    "今年投了5600万 年初到现在投了5600万 1-7月完成投资5600万 年度计划1亿，完成5600万": [{"wan": 5600, "scope": "year"}],
    "本月完成800万，累计1.2亿": [{"wan": 800, "scope": "month"}, {"wan": 12000, "scope": "total"}],
    "投了两个半亿 投了两亿五": [{"wan": 25000, "scope": "total"}],
    "投了800来万": [{"wan": 800, "scope": "total"}],
}
NO_MONEY = """
    投了五千六 完成投资5600 总投资1.6亿 年度计划投资1亿元 今年要投1个亿 到位资金5600万 已拨付5600万 付了5600万 申请专项债5600万
    完成投资5000多万 完成投资近6000万 本月800万、今年5600万、累计1.2亿投资
"""
HOPES = """
    争取早点完 争取早完 争取早日完工 希望早点完 想早点干完 尽量早点完 尽早完成 早点干完 盼着早点完 倒排工期，早点完 争取提前完成
    雨季过后开工 雨季过后完成 雨停了就开工 等雨停了再干 钱到了就开工 批了就开工 高考后完成 秋收完再开工 等手续下来就开工
"""
STANDING = """
    停工到8月底 停到月底 要停到月底 得停到国庆 停着，8月底能复工 停了，月底能恢复 停了，预计9月1日复工 停了，下周复工 停工整改，20号复工
"""
GONE_BY = "前几天完的 前阵子完的 前些天完工了 5月初完成 5月初完工 5月初就完了"


def _in_rows(rows: dict[str, dict[str, int]], unit: str) -> list[Told]:
    return [
        (said, {"quantities": [{**counted, "unit": unit}]}) for row, counted in rows.items() for said in row.split()
    ]


def _told() -> list[tuple[list[tuple[str, str]], list[Told]]]:
    laid = {row: {"done": done} for row, done in LAID.items()}
    return [
        (WORKS, [(said, {"percent": share}) for share, row in SHARES.items() for said in row.split()]),
        (PILES, _in_rows(PILED, "根")),
        (PIPES, _in_rows(laid, "公里")),
        (PROJECTS, [(said, {"investments": sums}) for row, sums in INVESTED.items() for said in row.split()]),
        (WORKS, stated({None: HOPES, "blocked": STANDING, "done": GONE_BY})),
    ]


def _all() -> tuple[int, list[str]]:
    total, wrong = 0, list[str]()
    for subjects, told in _told():
        many, bad = misread(subjects, told, "ac")
        total, wrong = total + many, wrong + bad
    return total, wrong


def test_figures_are_read() -> None:
    total, wrong = _all()
    assert len(wrong) <= 0.01 * total, wrong


@pytest.mark.parametrize("said", NO_MONEY.split())
def test_what_is_no_money_invested(said: str) -> None:
    """A sum without a unit, what is planned, granted or paid: nothing of it is stored."""
    assert read("颍河三桥" + said, "ac", "gengliang") == {"intent": "none"}


@pytest.mark.parametrize("said", STANDING.split())
def test_a_day_of_going_on_again_ends_nothing(said: str) -> None:
    assert "due_on" not in read("三桥水中桩基" + said, "ac", "gengliang")["reports"][0]


if __name__ == "__main__":
    total, wrong = _all()
    print(total - len(wrong), total, *wrong, sep="\n")
