"""What is an accident, what is secret, and what may not be said: sentences each way."""

from pathlib import Path

import pytest

from language.discretion import allowed
from language.names import Lexicon
from language.safety import tells_of_danger
from language.secrecy import marks_secret
from models.registry import ProjectEntry, Registry

CASES = Path(__file__).parent / "cases"


def both_ways(name: str) -> list[tuple[str, bool]]:
    """Sentences of a file, and whether each is one of what it is about (+) or only sounds like it (-)."""
    lines = (CASES / name).read_text("utf-8").splitlines()
    return [(line[2:], line[0] == "+") for line in lines]


@pytest.mark.parametrize(("text", "expected"), both_ways("danger.txt"))
def test_danger(text: str, expected: bool) -> None:
    assert tells_of_danger(text) is expected


SLOPES = Lexicon(
    Registry(
        {},
        {},
        {
            "a": ProjectEntry("a", "山口滑坡治理工程", ("山口滑坡",)),
            "b": ProjectEntry("b", "落水乡卫生院迁建项目", town="落水乡"),
        },
    )
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("山口滑坡勘查设计过了评审", False),
        ("我在落水乡，回城再报", False),
        ("山口滑坡了，下面有住户", True),
        ("山口滑坡体又往下滑了", True),
        ("落水乡有人落水", True),
    ],
)
def test_what_is_only_called_so_is_no_danger(text: str, expected: bool) -> None:
    assert tells_of_danger(text, SLOPES.named(text)) is expected


@pytest.mark.parametrize(("text", "expected"), both_ways("secrets.txt"))
def test_secrecy(text: str, expected: bool) -> None:
    assert marks_secret(text) is expected


NUMBERS = (
    "13812345678",
    "138 1234 5678",
    "138-1234-5678",
    "１３８１２３４５６７８",
    "15900001111",
    "0571-87654321",
    "010 66668888",
)
ID_NUMBERS = ("110101199003074512", "11010119900307451X", "110101 19900307 4512", "330106-19851212-301x")
MEANS = ("联系电话{}", "{}找老周", "业主手机{}，请催", "张工（{}）", "打{}没人接", "施工队长{}")
CASES_OF_PEOPLE = (
    "已对水利局进行问责", "约谈三家责任单位", "追责名单如下", "信访人王某又来了", "上访人已劝返", "信访个案办结1件", "信访户两户",
    "上访户一直在闹", "纪委监委已介入", "请纪委监委通报",
)  # fmt: skip
SAYABLE = (
    "累计完成投资13812万元", "滨审批〔2026〕138号", "桩号K138+123至K138+456", "编号20260612345678", "总量138123456.78元",
    "完成沥青摊铺1.38万平方米", "用地面积13800000平方米", "合同号GF-2017-0201", "2026年11月18日10时30分", "12345热线转办3件",
    "投资1.5900001亿元", "项目代码2609-330106-04-01-138123", "中标价159000011.11元", "第24次例会第3项", "信访问题已解决",
    "群众来信已答复", "施工图共13812张", "管道DN1388", "11.8亿元，占年度计划的59%", "房屋征收138户签123户",
    "问题责任单位：水利局", "约120人进场", "追加投资300万元", "110千伏线路38基", "流量每秒15900立方米",
)  # fmt: skip


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("means", MEANS)
def test_numbers_of_people_stay_out_of_a_group(number: str, means: str) -> None:
    assert not allowed(means.format(number), group=True)
    assert allowed(means.format(number), group=False)


@pytest.mark.parametrize("number", ID_NUMBERS)
@pytest.mark.parametrize("means", MEANS)
def test_an_id_number_is_said_nowhere(number: str, means: str) -> None:
    assert not allowed(means.format(number), group=True)
    assert not allowed(means.format(number), group=False)


@pytest.mark.parametrize("text", CASES_OF_PEOPLE)
def test_cases_stay_out_of_a_group(text: str) -> None:
    assert not allowed(text, group=True)


@pytest.mark.parametrize("project", ["北站路", "三污", "石桥变", "文化馆"])
@pytest.mark.parametrize("text", SAYABLE)
def test_figures_are_sayable(project: str, text: str) -> None:
    assert allowed(f"{project}：{text}", group=True)
