"""What has happened on which day and what is to happen by when: every way to say it at every place of a message."""

import pytest

from tests.language.combined import read, thinned
from tests.language.combined.days import Case, sentences

FLOOR = 97
ONCE_WRONG = (
    (
        "q",
        "高标准农田实施方案市里没退也没批，问了两回都说在看，7月上旬怎么也得批了",
        "q20n1",
        {"status": "in_progress", "due_on": "2026-07-10"},
    ),
    ("p", "餐厨项目环评专家评审通过，批文在走签", "p13n2", {"status": "in_progress"}),
    ("x", "棚改B地块房屋拆除不是没动，6月3日就进了拆除队", "p29n4", {"status": "in_progress"}),
    ("x", "铁路物流地批下来了5月22号的", "p04n2", {"status": "done", "done_on": "2026-05-22"}),
    (
        "x",
        "新沟泵站评标报告出了，中标人还在公示，7月12日前发通知书",
        "p12n1",
        {"status": "in_progress", "due_on": "2026-07-12"},
    ),
    ("p", "餐厨项目环评退回来补正了，7月上旬拿批复", "p13n2", {"status": "in_progress", "due_on": "2026-07-10"}),
    ("p", "餐厨项目环评已批复，批文6月5日转给业主", "p13n2", {"status": "done"}),
    ("q", "石嘴110周一投运了", "q11n6", {"status": "done", "done_on": "2026-06-08"}),
)


def _holds(case: Case) -> bool:
    district, text, node, facts = case
    told = [each for each in read(text, district).get("reports", []) if each.get("percent") is None]
    said = [
        {key: value for key, value in each.items() if key in ("status", "done_on", "due_on", "problems")}
        for each in told
    ]
    return [each.get("node") for each in told] == [node] and said == [facts]


def test_days_and_states_are_told_wherever_they_stand() -> None:
    tried = thinned(sentences(), 300)
    wrong = [case for case in tried if not _holds(case)]
    assert 100 * (len(tried) - len(wrong)) // len(tried) >= FLOOR, wrong


@pytest.mark.parametrize("case", ONCE_WRONG, ids=lambda case: case[1])
def test_once_wrong(case: Case) -> None:
    assert _holds(case)


def test_no_hope_is_done() -> None:
    """What is only to come is told as done nowhere."""
    hoped = [case for case in sentences() if "due_on" in case[3]]
    for district, text, node, _ in hoped:
        reports = read(text, district).get("reports", [])
        assert not [each for each in reports if each.get("node") == node and each.get("status") == "done"], text


if __name__ == "__main__":
    every = sentences()
    bad = [each for each in every if not _holds(each)]
    print(len(every) - len(bad), len(every))
    for each in bad:
        print(each, read(each[1], each[0]))
