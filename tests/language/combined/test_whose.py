"""Whose a fact is: which project and which of its nodes each clause tells of, wherever their names stand."""

import pytest

from tests.language.combined import read, thinned
from tests.language.combined.whose import facts_of, sentences

SENTENCES = list(sentences())
FLOOR = 99

ONCE_WRONG = [
    (
        "x",
        "两个学校：一中滨江桩基完成40%；临港学校选址意见书还没报",
        {("p31", "p31n3", "percent", "40"), ("p32", "p32n1", "status", "not_started")},
    ),
    ("x", "干堤一期防渗墙停工，其余照常施工", {("p09", "p09n5", "status", "blocked")}),
    (
        "x",
        "二桥西段施工招标流标，二次招标6月5日中标",
        {("p02", "p02n5", "status", "done"), ("p02", "p02n5", "done_on", "2026-06-05")},
    ),
    ("x", "赤荷路投标人不够三家，流标了", {("p05", "p05n2", "problem", "tender")}),
    (
        "x",
        "二桥东段路基74%，路面还没上",
        {("p01", "p01n4", "percent", "74"), ("p01", "p01n6", "status", "not_started")},
    ),
    (
        "x",
        "二桥东段路面、螺口泵站泵房、荷叶湖清淤均在施工",
        {
            ("p01", "p01n6", "status", "in_progress"),
            ("p11", "p11n3", "status", "in_progress"),
            ("p13", "p13n3", "status", "in_progress"),
        },
    ),
    (
        "x",
        "干堤一期防渗墙、荷叶湖岸线修复分别于7月底、8月底前完成",
        {("p09", "p09n5", "due_on", "2026-07-31"), ("p13", "p13n4", "due_on", "2026-08-31")},
    ),
    ("x", "请交警支队支持二桥东段占道手续", {("p01", None, "needs_help", "True"), ("p01", None, "problem", "traffic")}),
    (
        "x",
        "鲤鱼湖湿地恢复没启动，加油站布点油罐埋了12个。另外问下，下周例会几点？",
        {
            ("p14", "p14n4", "status", "not_started"),
            ("p26", "p26n4", "quantities", "{'done': 12, 'unit': '个'}"),
        },
    ),
    (
        "p",
        "本周北关片区借款6月8日到位，地块出让没启动",
        {
            ("p30", "p30n2", "status", "done"),
            ("p30", "p30n2", "done_on", "2026-06-08"),
            ("p30", "p30n5", "status", "not_started"),
        },
    ),
    ("p", "赵庄110变电设备还没装", {("p23", "p23n4", "status", "not_started")}),
    ("p", "赵庄高标机井打成64眼", {("p34", "p34n4", "quantities", "{'done': 64, 'unit': '眼'}")}),
    ("q", "老旧小区楼道水电改了9个小区", {("q29", "q29n4", "quantities", "{'done': 9, 'unit': '个'}")}),
]


def test_each_fact_is_laid_to_its_project_and_node() -> None:
    tried = thinned(SENTENCES, 400)
    wrong = [
        text
        for district, sender, text, told in tried
        if facts_of(read(text, district, sender).get("reports", [])) != told
    ]
    assert 100 * (len(tried) - len(wrong)) // len(tried) >= FLOOR, wrong


@pytest.mark.parametrize(("district", "text", "told"), ONCE_WRONG)
def test_what_was_once_laid_to_nobody(district: str, text: str, told: set[tuple[str, str | None, str, str]]) -> None:
    assert facts_of(read(text, district).get("reports", [])) == told


if __name__ == "__main__":
    bad = 0
    for district, sender, text, told in SENTENCES:
        found = facts_of(read(text, district, sender).get("reports", []))
        if found != told:
            bad += 1
            print(district, text, "missed", told - found, "wrong", found - told)
    print(len(SENTENCES) - bad, len(SENTENCES))
