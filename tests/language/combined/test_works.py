"""How far works are, in a hundred ways: under way, at a standstill and why, ended, not begun, ahead; and bids."""

from tests.language.combined import Told, misread, stated

WORKS = [
    ("gengliang", "三桥水中桩基"),
    ("niujianshe", "船闸闸室主体"),
    ("qidong", "左岸堤身填筑"),
    ("dongmancang", "中心粮库仓房主体"),
    ("panting", "颍南水厂配水管网"),
    ("cuixiaodong", "积水点改造管网敷设"),
    ("maojinsheng", "良繁基地田间道路"),
]
BIDS = [("linhongxia", "泵站"), ("cuixiaodong", "积水点改造"), ("gengliang", "217大修")]
SAID: dict[str | None, str] = {
    "in_progress": """
        正在施工 正干着 干着呢 在干 开始干了 昨天开始的 刚起步 刚开了个头 上周进场了 施工队进场 全面铺开 接近尾声 收尾了
        人马都到位，已经干起来了 基本完成 差不多了 快完了 就剩扫尾 还在扫尾 按计划推进 正常推进 有序推进中 复工了
        6月5号复的工 停了三天，又干起来了 过半了 干了一大半 在干，60%
    """,
    "done": "完工了 已完工 全部完成 全干完了 干完了 6月5日完工 昨天收官 昨天完的 上个月就干完了 收工了 搞完了 弄好了 结束了",
    "not_started": "还没开始 没动 未开工 还没动工 没进场 还没上人 没启动 还没轮上 一点没干 还没排上",
    "blocked": """
        停了 停工了 停工一周了 全停了 暂停 暂停施工 停在那 干不下去 搁置了 被叫停了 6月5号就停了 没料停工 下雨停工
        没钱停了 村民堵门停工
    """,
    "unchanged": "没变化 同上周 无进展 还那样",
    None: "听说停了 好像完了 问题不大 下雨影响进度 缺人，进度慢 材料供不上，慢 缺资金",
}
PROMISED = {
    "月底完工": "2026-06-30",
    "争取6月底干完": "2026-06-30",
    "预计9月15日完工": "2026-09-15",
    "在干，9月15号完": "2026-09-15",
    "要拖到10月底": "2026-10-31",
    "年内完工": "2026-12-31",
}
SHARES = ("完成60%", "完成六成", "干到60%", "到60%了", "六成了", "已完成百分之六十", "完成60%，月底完")
TOLD: list[Told] = [
    *stated(SAID),
    *((said, {"due_on": due}) for said, due in PROMISED.items()),
    *((said, {"percent": 60}) for said in SHARES),
]
OF_BIDS = stated(
    {
        "in_progress": """
            招标文件编好了 施工招标文件编完了 招标文件编制完成 施工招标公告已发布 已发布招标公告 招标控制价审完了 招标开标完成
            招标候选人公示中 施工招标6月5号发的公告 施工招标评标结束 招标重新挂网了
        """,
        "done": "招标中标通知书发了 施工招标6月5号定的标 施工单位定了 招标定标了 招标完成",
        "not_started": "招标还没挂网 还没招标 招标没启动",
    }
)
CLEARING = [("mazhankui", "东段征迁"), ("niujianshe", "船闸移民征迁")]
STANDS_THERE = stated({None: "坟没迁 房子没拆 补偿款没到位 补偿款还没到账 有3户嫌补偿低不签 还剩3户 签了12户"})

IN_THE_WAY = stated(
    {
        None: """
            有根光缆没迁 有几棵大树没移 移树手续没办 手续没下来，不敢干 电线杆没迁，请供电公司抓紧 上周停电，现在好了
            前两天缺料，现在解决了 夜间施工许可没批 有人上访
        """
    }
)


def _all() -> tuple[int, list[str]]:
    total, wrong = 0, list[str]()
    for subjects, told in ((WORKS, TOLD), (BIDS, OF_BIDS), (CLEARING, STANDS_THERE), (WORKS, IN_THE_WAY)):
        many, bad = misread(subjects, told, "ac")
        total, wrong = total + many, wrong + bad
    return total, wrong


def test_how_far_works_are() -> None:
    total, wrong = _all()
    assert len(wrong) <= 0.015 * total, wrong


if __name__ == "__main__":
    total, wrong = _all()
    print(total - len(wrong), total, *wrong, sep="\n")
