"""Counts of works put together: every way to say how much is done, total and left, of things of many trades."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from tests.language.combined import read, thinned
from tests.language.combined.counts import sentences

FLOOR = 97
ONCE_WRONG: list[tuple[str, str, str | None, list[dict[str, float | str]]]] = [
    ("q", "门诊楼打桩到今天一共96根，设计312根", "q34n2", [{"done": 96, "total": 312, "unit": "根"}]),
    ("q", "石嘴110铁塔组立不是还差9基，是6基", "q11n4", [{"left": 6, "unit": "基"}]),
    ("x", "干堤一期堤身加培6月2日全部完工，累计填筑118万立方米", "p09n4", [{"done": 1180000, "unit": "立方米"}]),
    ("x", "正极二期工程桩打了480根", None, [{"done": 480, "unit": "根"}]),
    (
        "x",
        "棚改B地块节前最后一批签了11户，累计签了134户",
        "p29n2",
        [{"done": each, "unit": "户"} for each in (11, 134)],
    ),
    ("x", "沿江大道交通疏解方案还没批，要保留双向四车道", None, []),
    ("x", "正极二期土地今天摘牌，42.6亩", None, []),
    ("q", "石嘴110铁塔组立没立的还有37基", "q11n4", [{"left": 37, "unit": "基"}]),
    ("q", "石嘴110铁塔组立37基没立", "q11n4", [{"left": 37, "unit": "基"}]),
    ("t", "燃气管道户内改造一共改了2150户", "p24n3", [{"done": 2150, "unit": "户"}]),
    ("t", "燃气管道户内改造改了差不多2150户", "p24n3", [{"done": 2150, "unit": "户"}]),
    ("t", "屋顶光伏屋顶签约完成900户中的412户", "p14n2", [{"done": 412, "total": 900, "unit": "户"}]),
    ("t", "老街一期房屋征收签约设计203户，现已签156户", "p20n3", [{"done": 156, "total": 203, "unit": "户"}]),
    ("x", "白鹤码头码头桩基从一百三十七根增加到一百七十二根", "p03n5", [{"done": 172, "unit": "根"}]),
    ("x", "棚改B地块签约本周26户", "p29n2", [{"done": 26, "unit": "户"}]),
    ("q", "上塬风电一期风机吊装吊了七台，总数十六台", "q09n3", [{"done": 7, "total": 16, "unit": "台"}]),
    ("q", "机场路路基工程计划五点一公里，完成二点四公里", "q03n3", [{"done": 2.4, "total": 5.1, "unit": "公里"}]),
    ("t", "云盘岭隧道左线掘进完成860米", "p03n3", [{"done": 860, "unit": "米"}]),
    ("p", "赵庄高标机井打成64眼", "p34n4", [{"done": 64, "unit": "眼"}]),
    ("t", "老街二期房子拆掉31栋", "p21n4", [{"done": 31, "unit": "栋"}]),
]


def _told(district: str, text: str) -> list[tuple[str | None, Mapping[str, Any]]]:
    reports = read(text, district).get("reports", [])
    return [(report.get("node"), quantity) for report in reports for quantity in report.get("quantities", [])]


def _holds(district: str, text: str, node: str | None, wanted: Sequence[Mapping[str, Any]]) -> bool:
    return _told(district, text) == [(node, quantity) for quantity in wanted]


def test_what_is_counted_is_told() -> None:
    tried = thinned(sentences(), 330)
    wrong = [each[1] for each in tried if not _holds(*each)]
    assert 100 * (len(tried) - len(wrong)) // len(tried) >= FLOOR, wrong


@pytest.mark.parametrize(("district", "text", "node", "wanted"), ONCE_WRONG, ids=lambda each: str(each)[:24])
def test_once_wrong(district: str, text: str, node: str | None, wanted: Sequence[Mapping[str, Any]]) -> None:
    assert _told(district, text) == [(node, quantity) for quantity in wanted]


@pytest.mark.parametrize(
    ("district", "text", "nodes"),
    [
        ("p", "北关片区签约655户，已拆14栋", ["p30n3", "p30n4"]),
        ("t", "老街二期征收签约88户；房子拆掉31栋", ["p21n3", "p21n4"]),
        ("q", "石嘴110组塔24基，线架了6.5公里", ["q11n4", "q11n5"]),
    ],
)
def test_the_verb_tells_of_which_node_so_many_are(district: str, text: str, nodes: list[str]) -> None:
    assert [node for node, _ in _told(district, text)] == nodes


@pytest.mark.parametrize(
    "text",
    [
        "柏林光伏桩基施工一标打了558根，二标打了1302根，一共1860根",
        "柏林光伏桩基施工东侧558根、西侧1302根，合计1860根",
    ],
)
def test_a_sum_of_parts_is_no_whole(text: str) -> None:
    assert [quantity for _, quantity in _told("q", text)] == [
        {"done": done, "unit": "根"} for done in (558, 1302, 1860)
    ]
