"""What liaisons and the office say in a week's talk: taking back by name, days of a paper, figures put right."""

import pytest

from language.project_orders import gives_project
from language.report.receipt import without_receipt
from language.requests import decided_by, slips, without_ground
from language.slips import corrected_value, counts_of, thing_in
from language.withdrawing import takes_back


@pytest.mark.parametrize("said", ["再生水厂环评撤回，领导说先别报", "环评先不报了，等领导审过", "桩基那条作废"])
def test_a_report_is_taken_back_by_its_name(said: str) -> None:
    assert takes_back(said)


@pytest.mark.parametrize("said", ["环评批复被市局收回了", "建设单位主动撤回，重新报", "环评能不能撤回？"])
def test_a_paper_that_is_taken_back_is_told(said: str) -> None:
    assert not takes_back(said)


def test_a_paper_is_as_old_as_its_granting() -> None:
    assert without_receipt("批文今天收到，省文物局10月22日批的") == "批文收到，省文物局10月22日批的"
    assert without_receipt("施工许可证今天拿到，下步11月5日打桩") == "施工许可证今天拿到，下步11月5日打桩"


def test_the_meeting_is_found_in_the_middle_of_a_clause() -> None:
    said = "主体封顶节点经10月30日调度会同意，改到11月30日"
    assert decided_by(said) == "10月30日调度会"
    assert without_ground(said) == "主体封顶节点改到11月30日"


def test_works_that_cannot_keep_their_day() -> None:
    assert slips("封顶赶不上11月10号了，打算放到11月底")
    assert not slips("封顶预计11月30日")


def test_a_figure_is_put_right_with_its_thing() -> None:
    assert thing_in("刚才打错，沟槽是1.1公里") == "沟槽"
    assert counts_of("沟槽", {"done": 1.4}, "沟槽挖了1.4公里，管子下了0.9公里")
    assert not counts_of("沟槽", {"done": 0.9}, "沟槽挖了1.4公里，管子下了0.9公里")
    assert corrected_value("不对，6.5亿含了土地款，统计口径按6.35亿") == "6.35亿"


def test_one_project_is_given_to_somebody_else() -> None:
    assert gives_project("以后供热由石慧负责报", [(2, 4)], [(5, 7)]) == 0
    assert gives_project("供热本周由石慧代报", [(0, 2)], [(5, 7)]) is None
