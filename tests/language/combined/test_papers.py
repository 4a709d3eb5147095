"""How far a paper has come, in a hundred ways, for ten papers: handed in, weighed, returned, there, not begun."""

from tests.language.combined import Told, misread, stated

PAPERS = [
    ("zhongwenjuan", "马店小学图审"),
    ("linhongxia", "泵站水保方案"),
    ("zhailei", "园区污水厂环评"),
    ("fanliping", "妇保院规划许可"),
    ("mazhankui", "西段初设"),
    ("qinxiaomai", "秸秆厂消防设计审查"),
    ("kezhiqiang", "面粉厂施工许可证"),
    ("panting", "颍南水厂林木采伐许可"),
    ("gengliang", "三桥防洪评价"),
    ("dongmancang", "柴湖粮库用地批复"),
]
SAID: dict[str | None, str] = {
    "in_progress": """
        意见出了，在改 结果出来了，没过 意见改完了，等出文 意见改完报回去了 专家意见已回复 补正材料交了 窗口收件了
        一次性告知书收到了，缺两样 窗口说材料不全退回来了 还在跑 在走流程 局长签字了就等盖章 就差盖章 文印出来了还没盖章
        公示完了没异议 公示第三天 昨天过会了 专家会过了 原则同意，等正式批文 正在组卷 资料在凑 编制单位刚定 文本写完初稿
        内审过了 等省里批 市里批完报省里了 初审过了报到市局 被退了 打回来重做 要重新报 已经报到省厅了 上周五报的件
        昨天刚递的材料 窗口今天受理了 受理通知书拿到了 昨天开的评审会 评审通过，批文在走流程 省里在会签 补充材料上礼拜交了
        第三轮修改稿已提交 初稿出来了，下周内审 差一个章 就差最后一道手续 还差一道手续 走到最后一步了 公示中，到6月20号
        已报批 报批了 已报批，待批 6月5日已报批 6月5号报批的 上周已报批 已报省厅批复 已报市局批 已报请批复 已提请审批 已组件报批 已申请
        已进入审批程序 已过会 已签批待发文 已批示 批文待发 批文正在印 已转报省厅 批前公示中 已上会
        公示结束了，等出证 领导班子会已经研究过了 在公示，6月20号公示结束出证 没通过，要重新评审
    """,
    "done": """
        拿下来了 批文到手 证拿了 6月6号办结 办妥了 搞定 已经核发 昨天出证 昨天取回来了 正式下文了 领了 批下来好几天了
        ✅ ：✅ （✅） √ ：√ 已获批准 已通过审批 批复已印发 批文已下
        上周拿的批复 今早刚领到 6月5号下的 批了，6月5号 上个月就批了 已拿到纸质批文 终于批了 顺利通过审批
    """,
    "not_started": "还没报 没开始弄 还没着手 材料还没备 没送 还没递上去 还没送审 材料还没开始准备 还没委托",
    "blocked": "卡住了，总平图不合规 暂缓了 停办",
    None: """
        批不批还不知道 不确定批没批 应该问题不大 听说批了 好像批了，我再核实 估计快了 应该没问题 专家评审会定在下周二
    """,
}
PROMISED = {
    "月底前能拿到": "2026-06-30",
    "6月20日前批下来": "2026-06-20",
    "下周能出来": "2026-06-21",
    "正在办，月底前出": "2026-06-30",
    "已报，预计6月20日批复": "2026-06-20",
}
"""Said on 10 June 2026."""


TOLD: list[Told] = [*stated(SAID), *((said, {"due_on": due}) for said, due in PROMISED.items())]


def test_how_far_a_paper_has_come() -> None:
    total, wrong = misread(PAPERS, TOLD, "ac")
    assert len(wrong) <= 0.015 * total, wrong


if __name__ == "__main__":
    total, wrong = misread(PAPERS, TOLD, "ac")
    print(total - len(wrong), total, *wrong, sep="\n")
