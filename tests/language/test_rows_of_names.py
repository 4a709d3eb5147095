"""Names behind commas that are spoken of together, what colleagues report, and short words for a project's one permit."""

from datetime import datetime

import pytest

from language.names import Lexicon
from language.understand import understand
from language.understanding import Query, Reports, Utterance
from models.registry import registry_from_json
from models.vocabulary import ChatKind

NOW = datetime.fromisoformat("2026-07-10T10:00:00+08:00")


def _node(number: str, name: str, kind: str, unit: str) -> dict[str, str]:
    return {"id": number, "name": name, "kind": kind, "planned": "2026-09-30", "unit": unit}


LEXICON = Lexicon(
    registry_from_json(
        {
            "units": [
                {"id": "zjj", "name": "临湖区住房和城乡建设局", "aliases": ["住建局"]},
                {"id": "slj", "name": "临湖区水利局", "aliases": ["水利局"]},
            ],
            "people": [
                {"id": "lei", "name": "雷军安", "unit": "zjj", "role": "liaison"},
                {"id": "mo", "name": "莫林", "unit": "slj", "role": "liaison"},
                {"id": "bai", "name": "白洁", "unit": "zjj", "role": "office"},
            ],
            "projects": [
                {
                    "id": "a1",
                    "name": "临湖东路改造提升工程",
                    "aliases": ["东路"],
                    "category": "交通",
                    "lead_unit": "zjj",
                    "liaison": "lei",
                    "nodes": [_node("a1n1", "施工许可证", "construction_permit", "zjj")],
                },
                {
                    "id": "a2",
                    "name": "老旧小区改造二期",
                    "aliases": ["老旧小区二期"],
                    "category": "城建",
                    "lead_unit": "zjj",
                    "nodes": [_node("a2n1", "施工图审查", "drawing_review", "zjj")],
                },
                {
                    "id": "a3",
                    "name": "城西排涝泵站工程",
                    "aliases": ["城西泵站"],
                    "category": "水利",
                    "lead_unit": "slj",
                    "nodes": [_node("a3n1", "征地拆迁", "acquisition", "zjj")],
                },
                {
                    "id": "a4",
                    "name": "污水管网改造工程",
                    "aliases": ["污水管网"],
                    "category": "市政",
                    "lead_unit": "slj",
                    "liaison": "mo",
                    "nodes": [_node("a4n1", "管线切改", "utilities", "slj")],
                },
            ],
        }
    )
)


def _told(text: str, sender: str = "lei", now: datetime = NOW) -> list[tuple[str, str | None, str | None]]:
    found = understand(Utterance(text, now, ChatKind.GROUP, sender), LEXICON)
    assert isinstance(found, Reports), found
    return [(each.project, each.node, each.status and each.status.value) for each in found.reports]


@pytest.mark.parametrize(
    "text",
    [
        "东路，老旧小区二期都没变化",
        "东路，小区二期都没变化",
        "东路、小区二期同上周",
        "东路，老旧小区二期，均无变化",
        "东路,老旧小区二期全部同上周",
        "东路，老旧小区二期，本周都没有进展",
    ],
)
def test_names_in_a_row_are_spoken_of_together(text: str) -> None:
    assert _told(text) == [("a1", None, "unchanged"), ("a2", None, "unchanged")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("东路，小区二期图审过了", [("a2", "a2n1", "done")]),
        ("东路，老旧小区二期，图审完成", [("a2", "a2n1", "done")]),
        ("东路沥青在铺，老旧小区二期没变化", [("a1", None, "in_progress"), ("a2", None, "unchanged")]),
        ("东路，施工许可办了，小区二期同上周", [("a1", "a1n1", "done"), ("a2", None, "unchanged")]),
    ],
)
def test_what_is_said_of_the_last_alone_is_of_the_last(
    text: str, told: list[tuple[str, str | None, str | None]]
) -> None:
    assert _told(text) == told


def test_a_unit_s_other_project_is_known_by_its_word() -> None:
    assert _told("泵站征地还剩3户")[0][:2] == ("a3", "a3n1")
    assert _told("泵站还有两户在做工作", "mo")[0][0] == "a3"  # mo's unit leads it, and has a colleague report it


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("东路许可6月30日办下来了", "done"),
        ("东路许可还没下来", "in_progress"),
        ("东路的证拿到了", "done"),
        ("东路的证还没办", "not_started"),
        ("许可昨天拿到了", "done"),
        ("东路许可在走流程", "in_progress"),
    ],
)
def test_a_project_s_one_permit_is_meant_by_the_word_alone(text: str, status: str) -> None:
    assert _told(text) == [("a1", "a1n1", status)]


def test_another_permit_is_not_the_one_of_the_plan() -> None:
    for text in ("东路取水许可批了", "东路排污许可拿到了"):
        found = understand(Utterance(text, NOW, ChatKind.GROUP, "lei"), LEXICON)
        assert not (isinstance(found, Reports) and any(each.node for each in found.reports))


@pytest.mark.parametrize(
    "text", ["东路施工许可证7月3日批的", "东路施工许可证我们局里7月3日批的", "老旧小区二期图审昨天办完的"]
)
def test_the_office_tells_when_something_was_done(text: str) -> None:
    assert _told(text, "bai")[0][2] == "done"


@pytest.mark.parametrize("text", ["东路施工许可证几号批的", "东路施工许可证7月3日批的吗", "东路施工许可证是哪天批的"])
def test_the_office_asks_when_something_was_done(text: str) -> None:
    assert isinstance(understand(Utterance(text, NOW, ChatKind.GROUP, "bai"), LEXICON), Query)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("东路停工过年了，初十复工", "blocked"),
        ("东路停工过年，正月初八复工", "blocked"),
        ("东路放假停工，过完年复工", "blocked"),
        ("东路初八就复工了", "in_progress"),
        ("东路初八复工了", "in_progress"),
    ],
)
def test_works_stand_still_until_a_day_of_the_new_year(text: str, status: str) -> None:
    assert _told(text, now=datetime.fromisoformat("2026-02-27T10:00:00+08:00"))[0][2] == status
