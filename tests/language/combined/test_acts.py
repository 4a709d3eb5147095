"""Acts of a day: works begin, are accepted, money comes; each in many ways, with what each must tell."""

import pytest

from tests.language.combined import Told, misread, stated

BEGUN = [("mazhankui", "西段"), ("gengliang", "颍河三桥"), ("shenjie", "官渡港一期"), ("qinxiaomai", "秸秆厂"), ("luming", "官渡卫生院")]  # fmt: skip
ACCEPTED = [("zhailei", "标房三期竣工验收"), ("yaoqian", "速冻一期消防验收"), ("fanliping", "二院门诊楼消防验收"), ("zhongwenjuan", "一高东校区竣工验收")]  # fmt: skip
PAID = [("niujianshe", "船闸专项债"), ("baixuefeng", "城北安置房专项借款"), ("houbin", "实训中心债券资金")]
OF_BEGINNING: list[Told] = [
    *stated(
        {
            "done": "开工了 已开工 正式开工 已经动工 破土动工了 6月5号开的工 昨天举行开工仪式 上个月开的工",
            "not_started": "还没开工 未开工 迟迟未开工 没能按期开工",
            None: "具备开工条件了 什么时候开工还没定 听说要开工了",
        }
    ),
    ("月底开工", {"due_on": "2026-06-30"}),
    ("争取7月上旬开工", {"due_on": "2026-07-10"}),
    ("开工推到7月15日", {"due_on": "2026-07-15"}),
    ("开工时间定在7月15日", {"due_on": "2026-07-15"}),
    ("6月5日开工", {"done_on": "2026-06-05"}),
]
OF_ACCEPTANCE: list[Told] = [
    *stated(
        {
            "done": "通过了 过了 合格 一次通过 6月5日通过 6月5号过的 合格证拿到了",
            "in_progress": """
                正在进行 资料在整 申请了 已报验 在整改 查出几个问题，在整改 没过，在整改 初验过了 现场验了，等结果
                专家来看过了，提了意见
            """,
            "not_started": "还没验 没报验 没申请",
        }
    ),
    ("6月20日验收", {"due_on": "2026-06-20"}),
    ("定在下周三", {"due_on": "2026-06-17"}),
]
OF_MONEY: list[Told] = [
    *stated(
        {
            "done": "到位了 全部到位 到账了 下来了 6月5日到账 6月5号到的账",
            "in_progress": "到了一半 到了3000万 第一笔到了 批了，钱没到 在走流程 省里已下文，钱没到账 还没到位 申报了 报上去了",
            "not_started": "还没申报",
            None: "听说快到了",
        }
    ),
    ("9月底前到账", {"due_on": "2026-09-30"}),
]


@pytest.mark.parametrize(
    ("subjects", "told"), [(BEGUN, OF_BEGINNING), (ACCEPTED, OF_ACCEPTANCE), (PAID, OF_MONEY)], ids=["begun", "accepted", "paid"]
)  # fmt: skip
def test_acts_of_a_day(subjects: list[tuple[str, str]], told: list[Told]) -> None:
    total, wrong = misread(subjects, told, "ac")
    assert len(wrong) <= 0.02 * total, wrong
