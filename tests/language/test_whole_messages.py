"""Whole messages as liaisons write them, of two more districts: how many wrong facts they leave."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from language.names import Lexicon
from language.understand import understand
from language.understanding import Utterance
from language.understanding_json import to_json
from models.registry import read_registry
from models.vocabulary import ChatKind
from tests.language.combined import read
from tests.language.scoring import score, statements

CORPUS = Path(__file__).parents[1] / "corpus"
FEW = {"ae": (83.0, 95), "af": (77.5, 55)}
"""At least so good, and at most so many wrong statements in all."""


@pytest.mark.parametrize("name", FEW)
def test_whole_messages_leave_few_wrong_facts(name: str) -> None:
    lexicon = Lexicon(read_registry(CORPUS / name / "registry.json"))
    wrong = 0
    for line in (CORPUS / name / "reports.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        said = Utterance(row["text"], datetime.fromisoformat(row["now"]), ChatKind(row["chat"]), row["sender"])
        wrong += len(set(statements(to_json(understand(said, lexicon)))) - set(statements(row["expect"])))
    f1, most = FEW[name]
    print(f"{name}: F1 {score(CORPUS / name).f1:.1f}, wrong {wrong}")
    assert score(CORPUS / name).f1 >= f1
    assert wrong <= most


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        ("l02", "右洞钻机坏了，已修好"),
        ("l02", "右洞塌方，昨天处理完了"),
        ("l14", "枫林中学教学楼塔吊坏了两天已经修好"),
        ("l07", "环评还在县里批"),
        ("l07", "环评在省厅批复"),
        ("l11", "红旗灌区渠首闸6月1日已通过阶段验收"),
        ("l11", "红旗灌区渠首闸6月1日通过验收"),
        ("l11", "城南防洪墙征地坟迁完了"),
        ("l11", "城南防洪墙杆线迁改光缆割接完了"),
        ("l05", "云谷节能审查论证完成"),
        ("l05", "江北冷库摘牌款交清了"),
        ("l14", "枫林中学质监手续办完了"),
        ("l04", "外科楼消防验收的咨询单位也选好了"),
    ],
)
def test_the_end_of_another_thing_is_none_of_the_node(sender: str, text: str) -> None:
    reports = read(text, "ae", sender).get("reports", [])
    assert not any(each.get("status") == "done" for each in reports), reports


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        ("l01", "沉桩检测抽了12根，有2根三类"),
        ("l01", "石矶码头沉桩一天只打6根"),
        ("l03", "春熙站封顶了，是6座站里第一座"),
        ("l06", "大岭使用林地超了0.8公顷"),
        ("l05", "冷库消防管还差600米"),
    ],
)
def test_what_is_no_works_done_is_not_counted(sender: str, text: str) -> None:
    reports = read(text, "ae", sender).get("reports", [])
    assert not any(each.get("quantities") for each in reports), reports


@pytest.mark.parametrize(
    ("sender", "text", "category"),
    [
        ("l05", "江北冷库制冷设备合同谈崩了", "tender"),
        ("l05", "云谷数据中心节能审查退回来了，PUE指标没过", "approval"),
        ("l05", "江北冷库制冷设备海关卡了一批压缩机", "construction"),
        ("l14", "南岸安置房主体停了，监理不让浇", "construction"),
    ],
)
def test_the_kind_of_trouble_is_told_by_who_and_what(sender: str, text: str, category: str) -> None:
    problems = [one for each in read(text, "ae", sender)["reports"] for one in each.get("problems", ())]
    assert problems == [category]


def test_works_named_before_their_project_are_not_the_other_ones() -> None:
    reports = read("风机吊装完成4台，大岭风电其他都正常", "ae", "l06")["reports"]
    assert {each["project"] for each in reports} == {"p07"}


def test_a_trouble_is_taken_back_when_a_project_goes_on() -> None:
    reports = read("老城海绵这周雨水多，停了三天，今天复工了", "ae", "l08")["reports"]
    assert reports == [{"project": "p17", "status": "in_progress"}]
