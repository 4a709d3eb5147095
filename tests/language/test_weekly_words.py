"""How people put off a report, come back, put words into a draft, and ground a change of plan: each in many words."""

from datetime import datetime

import pytest

from language.all_unchanged import says_all_unchanged
from language.deferral import is_back, promised_until
from language.not_ours import without_not_ours
from language.office_orders import OfficeOrderName, read_office_orders
from language.requests import decided_by
from models.calendar import SHANGHAI

FRIDAY = datetime(2026, 3, 20, 9, 41, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("午后给您报", "17:30"),
        ("吃过午饭报", "17:30"),
        ("迟点报哈", "10:41"),
        ("数据还在对，对完报", "10:41"),
        ("等领导签字，签完报", "10:41"),
        ("十一点左右给", "11:00"),
        ("半小时后报", "10:11"),
        ("宽限到下午三点", "15:00"),
        ("下午行不行", "17:30"),
    ],
)
def test_a_report_is_put_off_in_many_words(text: str, until: str) -> None:
    found = promised_until(text, FRIDAY)
    assert found is not None
    assert f"{found:%H:%M}" == until


@pytest.mark.parametrize("text", ["我回来了", "今天销假", "休假结束，今天上班", "已返岗"])
def test_somebody_is_back(text: str) -> None:
    assert is_back(text)


@pytest.mark.parametrize("text", ["我回去看看", "材料退回来了", "证拿回来了"])
def test_nobody_is_back(text: str) -> None:
    assert not is_back(text)


def test_words_are_put_into_the_draft_and_taken_out() -> None:
    (put,) = read_office_orders("第一条前面加上“总体平稳”四个字")
    assert (put.name, put.number, put.words, put.subject) == (OfficeOrderName.INSERT, 1, "总体平稳", "front")
    (out,) = read_office_orders("把“严重”两个字去掉")
    assert (out.name, out.number, out.words, out.subject) == (OfficeOrderName.REPLACE, None, "", "严重")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("重新发一下周报", OfficeOrderName.MAKE_DRAFT),
        ("周报重新出一份", OfficeOrderName.MAKE_DRAFT),
        ("各位，这周报送截止时间推迟到下午四点", OfficeOrderName.MOVE_CUTOFF),
    ],
)
def test_orders_in_other_words(text: str, name: OfficeOrderName) -> None:
    assert [each.name for each in read_office_orders(text)] == [name]


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("门站规划许可证节点，4月12日调度会同意调到5月20日", "4月12日调度会"),
        ("门站规划许可证上周五专题会上定的调到5月20日", "上周五专题会"),
        ("4月12日调度会研究过门站规划许可证", ""),
    ],
)
def test_the_meeting_that_agreed_is_the_ground(text: str, ground: str) -> None:
    assert decided_by(text) == ground


def test_nothing_to_report_and_not_ours() -> None:
    assert says_all_unchanged("我局无需要报告的事项")
    assert says_all_unchanged("环保这块本周没有新情况")
    assert without_not_ours("施工许可不是我局办，归行政审批局；消防没动") == "施工许可不归我们管；消防没动"
