"""What is said of a matter in the ledgers to be carried out, shown, settled, to be closed; and what only looks so."""

import pytest

from language.ledger_orders import headed
from language.settling import (
    asks_closing,
    ground_in,
    numbers_in,
    quoted_issue,
    says_finished,
    says_settled,
    shows_ground,
    without_numbers,
)


@pytest.mark.parametrize(
    "text",
    [
        "停电窗口定了，问题解决了",
        "征地的问题已经解决",
        "这个难题已协调解决到位",
        "资金缺口已补上，问题都解决了",
        "排水接口分歧已经化解了",
        "土地指标解决了，供地没问题了",
    ],
)
def test_a_problem_is_no_more(text: str) -> None:
    assert says_settled(text)


@pytest.mark.parametrize(
    "text",
    [
        "征地的问题还没解决",
        "请区里尽快解决资金问题",
        "争取月底前把问题解决了",
        "需财政局协调解决",
        "问题解决了没有",
        "只有资金到位问题才能解决",
        "问题基本解决了，还差一户",
        "部分解决了",
        "预计下周问题就解决了",
        "解决方案报了",
    ],
)
def test_a_problem_that_is_still_there(text: str) -> None:
    assert not says_settled(text)


@pytest.mark.parametrize(
    "text", ["已完成，附验收单", "昨天已经办结", "5户都签完了", "办完了", "方案已落实", "证今天已核发"]
)
def test_carried_out(text: str) -> None:
    assert says_finished(text)


@pytest.mark.parametrize(
    "text",
    [
        "还没办完",
        "预计月底前办结",
        "基本完成",
        "方案正在办",
        "还差一户没签完",
        "尚未落实",
        "力争周五完成",
        "搬了一户了",
    ],
)
def test_not_carried_out(text: str) -> None:
    assert not says_finished(text)


def test_its_ground_is_shown() -> None:
    assert all(shows_ground(text) for text in ("验收单已附", "回执在附件"))
    assert not shows_ground("已经办完")


def test_to_be_closed() -> None:
    assert all(asks_closing(text) for text in ("8-03申请销号", "这条可以销了，能销号了", "同意消号", "全部同意销号"))
    assert not any(asks_closing(text) for text in ("还有几项没销号", "销号了没", "24-03不能销号", "谁负责销号"))


def test_numbers_of_decisions() -> None:
    assert numbers_in("8-01、8-3同意销号") == [(8, 1), (8, 3)]
    assert numbers_in("第24次例会第3项办完了") == [(24, 3)]
    assert numbers_in("施工至15-16层，2026-001") == []


def test_ground_without_the_request() -> None:
    assert ground_in("方案已报住建局，8-01申请销号，会签单附后") == "方案已报住建局，会签单附后"
    assert ground_in("申请销号") == "申请销号"


def test_the_one_problem_that_is_quoted() -> None:
    assert quoted_issue("2026-007 北站路（资金）") == 7
    assert quoted_issue("2026-007；2026-008") is None


def test_minutes_with_numbered_items_are_decisions() -> None:
    assert headed("第五次例会纪要：一、用电由工信局对接，6月底前；二、搬迁由文旅局负责").startswith("第五次例会")
    assert not headed("第五次例会纪要：请各单位认真学习并抓好落实")
    assert not headed("第五次例会纪要已印发")


def test_what_is_told_of_the_works_beside_a_number() -> None:
    assert without_numbers("规划许可证6月29日核发，25-02可以销了吧") == "规划许可证6月29日核发"
    assert without_numbers("林地批复6月18日拿到，申请销号，批文已上传") == "林地批复6月18日拿到，批文已上传"
