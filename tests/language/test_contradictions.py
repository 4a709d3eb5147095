"""What a report says against itself is noticed, and nothing else is."""

from datetime import datetime

import pytest

from language.contradictions import Clash, contradictions
from language.names import Lexicon
from language.normalize import normalize
from language.understand import understand
from language.understanding import Reports, Utterance
from models.registry import registry_from_json

NOW = datetime.fromisoformat("2026-09-15T11:00:00+08:00")
LEXICON = Lexicon(
    registry_from_json(
        {
            "people": [{"id": "an", "name": "安宁", "role": "liaison"}],
            "projects": [
                {
                    "id": "lu",
                    "name": "沙河西路新建工程",
                    "aliases": ["沙河西路"],
                    "liaison": "an",
                    "total_yuan": 300_000_000,
                    "nodes": [
                        {"id": "n1", "name": "征地拆迁", "kind": "acquisition", "planned": "2026-05-31"},
                        {"id": "n2", "name": "施工许可", "kind": "construction_permit", "planned": "2026-06-30"},
                        {"id": "n3", "name": "路基工程", "kind": "foundation", "planned": "2026-12-31"},
                        {"id": "n4", "name": "桩基", "kind": "foundation", "planned": "2026-12-31"},
                    ],
                }
            ],
        }
    )
)


def clashes(text: str) -> list[Clash]:
    found = understand(Utterance(text, NOW, sender="an"), LEXICON)
    reports = found.reports if isinstance(found, Reports) else ()
    return [
        each.clash for report in reports for each in contradictions(report, normalize(text), 300_000_000, NOW.date())
    ]


@pytest.mark.parametrize(
    ("text", "clash"),
    [
        ("沙河西路应征126亩，已征119.5亩，剩7.5亩", Clash.SUM),
        ("沙河西路征地126亩，完成119.5亩，还剩7.5亩", Clash.SUM),
        ("沙河西路签约总数90户，签了87户，还差5户", Clash.SUM),
        ("沙河西路共5个标段，已完工3个，剩3个", Clash.SUM),
        ("沙河西路管道铺了30公里（共28公里）", Clash.BEYOND),
        ("沙河西路签约87户，共90户，签约率80%", Clash.SHARE),
        ("沙河西路桩基128根，已完成100根，剩28根，完成率90%", Clash.SHARE),
        ("沙河西路路基完成3.2公里，占总长5公里的80%", Clash.SHARE),
        ("沙河西路累计完成投资8600万元，年计划2.1亿元，完成率45%", Clash.MONEY_SHARE),
        ("沙河西路本年完成投资8600万元，占年度计划2.1亿元的45%", Clash.MONEY_SHARE),
        ("沙河西路累计完成投资1.2亿元，占总投资3亿元的60%", Clash.MONEY_SHARE),
        ("沙河西路累计完成投资1.2亿元，占总投资60%", Clash.MONEY_SHARE),
        ("沙河西路本周完成投资1200万元，累计完成投资800万元", Clash.PERIODS),
        ("沙河西路路基完成85%，已全部完成", Clash.UNFINISHED),
        ("沙河西路施工许可昨天批了，现在还没批", Clash.DENIED),
        ("沙河西路施工许可还没批，昨天批了", Clash.DENIED),
        ("沙河西路施工许可10月20日已取得", Clash.AHEAD),
        ("沙河西路征地拆迁已于12月1日完成", Clash.AHEAD),
        ("沙河西路征地拆迁全部完成，路基完成120%", Clash.OVER),
        ("沙河西路路基完成105%，桩基打了100根", Clash.OVER),
    ],
)
def test_a_contradiction_is_noticed(text: str, clash: Clash) -> None:
    assert clashes(text) == [clash]


@pytest.mark.parametrize(
    "text",
    [
        "沙河西路应征126亩，已征119.5亩，剩6.5亩",
        "沙河西路本年完成投资8600万元，占年度计划2.1亿元的41%",
        "沙河西路累计完成投资8600万元，年计划2.1亿元，完成率40.9%",
        "沙河西路累计完成投资1.2亿元，占总投资40%",
        "沙河西路签约87户，共90户，签约率96.7%",
        "沙河西路本周签约3户，累计签约87户，剩3户",
        "沙河西路路基完成3.2公里，路面完成1.8公里，完成总工程量的65%",
        "沙河西路本周完成投资1200万元，累计完成投资1200万元",
        "沙河西路施工许可批了，征地拆迁还没签完",
        "沙河西路路基已全部完成，完成100%",
        "沙河西路桩基128根全部完成",
        "沙河西路路基完成3.2公里，本月投资计划完成115%",
        "沙河西路路基完成60%，产值同比增长130%",
        "沙河西路施工许可去年10月20日已取得",
        "沙河西路施工许可9月10日已取得",
        "沙河西路施工许可2025年10月20日已取得",
    ],
)
def test_what_agrees_is_left_alone(text: str) -> None:
    assert clashes(text) == []
