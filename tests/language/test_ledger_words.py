"""What the office says of the ledgers without numbers, and of meetings that are to come."""

import pytest

from language.ledger_questions import asks_about_meeting, asks_about_orders, asks_about_promises, inspects
from language.ledger_words import consents, hands_over_matter, opens_again, stays_open
from language.meeting_orders import announced, changes_meeting
from language.settling import asks_closing


@pytest.mark.parametrize(
    "said", ["许可证扫描件没看到，先不销，让住建局补", "便桥不算数，进场路继续挂着", "瓷砖那条别销"]
)
def test_it_stays_open(said: str) -> None:
    assert stays_open(said)
    assert not consents(said)


@pytest.mark.parametrize("said", ["粮库迁坟的问题重新挂上", "柴发那条恢复吧，又出事了"])
def test_it_is_opened_again(said: str) -> None:
    assert opens_again(said)


@pytest.mark.parametrize("said", ["数据中心这条同意", "好，杨树这件核过了，同意"])
def test_it_may_go(said: str) -> None:
    assert consents(said)
    assert not stays_open(said)


@pytest.mark.parametrize("said", ["瓷砖那条也销", "行，这条销", "这条请销", "机场砍树那件事可以了结了", "柴发的划掉吧"])
def test_closing_is_asked(said: str) -> None:
    assert asks_closing(said)


def test_a_matter_goes_to_another_unit() -> None:
    assert hands_over_matter("渔船的事改由农业农村局负责，月底前办结")
    assert not hands_over_matter("渔船的事改由谁负责？")


@pytest.mark.parametrize(
    "said",
    [
        "周四的调度会改到周五上午九点半",
        "周五那个会不开了，邵区长出差",
        "例会因区长外出推迟到下周三下午两点",
        "取消明天的协调会",
        "推进会提前半天，周五上午9点",
    ],
)
def test_a_meeting_is_changed(said: str) -> None:
    assert changes_meeting(said)


@pytest.mark.parametrize(
    "said", ["4月16日调度会同意开工改到5月10日", "施工许可节点按9月10日调度会改为10月20日", "会展中心开工推迟到8月"]
)
def test_what_a_meeting_has_moved_is_no_meeting(said: str) -> None:
    assert not changes_meeting(said)


def test_a_meeting_is_announced_with_its_place() -> None:
    assert announced("通知一下：4月17日（周五）下午2:30在发改委会议室召开推进会") == (
        "推进会，4月17日（周五）下午2:30在发改委会议室，地点发改委会议室"
    )


@pytest.mark.parametrize(
    ("said", "what"), [("这礼拜有啥会", "next"), ("明天的会还开吗", "next"), ("昨天那个会的纪要弄好了吗", "minutes")]
)
def test_a_meeting_is_asked_about(said: str, what: str) -> None:
    assert asks_about_meeting(said) == what


@pytest.mark.parametrize("said", ["先放行后补材料的有几个", "承诺补件的还有哪家没兑现", "说好昨天补的测绘交了没"])
def test_promises_are_asked_about(said: str) -> None:
    assert asks_about_promises(said)


@pytest.mark.parametrize("said", ["有几家打了报告要改节点", "哪些项目的计划动过", "谁批的改期"])
def test_moved_dates_are_asked_about(said: str) -> None:
    assert inspects(said) == "changes"


def test_orders_are_asked_about() -> None:
    assert asks_about_orders("我让港航问的事回了没")
    assert asks_about_orders("领导最近吩咐的事都有谁在办")
