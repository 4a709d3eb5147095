"""Whoever names exactly one project of a family is understood; whoever names the whole family is asked which."""

import random
from collections.abc import Iterator
from datetime import datetime

import pytest

from language.names import Lexicon
from language.understand import understand
from language.understanding import Ask, Query, Reports, Understanding, Utterance
from models.calendar import SHANGHAI
from models.registry import NodeEntry, PersonEntry, ProjectEntry, Registry
from models.vocabulary import NodeKind, Role
from tests.language.families import FAMILIES, QUESTIONS, REPORTS, District, Family, build

NOW = datetime(2026, 6, 12, 10, 0, tzinfo=SHANGHAI)
Meant = tuple[str, tuple[str, ...]]


def meant(read: Understanding) -> Meant:
    """The intent of a reading and the projects it is about."""
    match read:
        case Reports(reports):
            return "report", tuple(sorted({each.project for each in reports}))
        case Query():
            return "query", tuple(sorted(read.projects))
        case Ask():
            return "ask", tuple(sorted(read.candidates))
    return "none", ()


class Room:
    """A district in which somebody says something."""

    def __init__(self, district: District) -> None:
        self.district = district
        self.lexicon = Lexicon(district.registry)

    def hears(self, text: str, sender: str) -> Meant:
        return meant(understand(Utterance(text, NOW, sender=sender), self.lexicon))


def rooms() -> Iterator[tuple[random.Random, Room, bool]]:
    """All families with one liaison each; then some of them with a liaison for every project."""
    rng = random.Random(5)
    yield rng, Room(build(rng)), False
    for _ in range(3):
        yield rng, Room(build(rng, tuple(rng.sample(FAMILIES, 10)), split=True)), True


def plain(call: str) -> str:
    """A call with its marks in one form, so that 1标段 and 一标 are the same."""
    return call.translate(str.maketrans("123", "一二三")).replace("标段", "标")


def calls(district: District) -> Iterator[tuple[int, Family, int, str, str, bool]]:
    """Every call with whom it names, and whether nobody else in the district can be meant."""
    owners: dict[str, set[str]] = {}
    for family in district.families:
        for member in family.members:
            for call in (*family.calls, *family.own):
                owners.setdefault(plain(call.format(member)), set()).add(district.ids[family.pattern, member])
    for place, family in enumerate(district.families):
        for number, member in enumerate(family.members):
            for call in (*family.calls, *family.own):
                said = call.format(member)
                alone = len(owners[plain(said)]) == 1
                yield place, family, number, said, district.ids[family.pattern, member], alone


def test_what_names_one_project_of_a_family_is_that_one() -> None:
    told = wrong = 0
    missed: list[tuple[str, str, Meant]] = []
    for rng, room, split in rooms():
        for place, family, number, said, project, alone in calls(room.district):
            owner = f"m{place}_{number}" if split else f"m{place}"
            bare = any(said == own.format(family.members[number]) for own in family.own)
            others = ("office",) if bare else ("office", "other")
            for sender in (owner, *(others if alone else ())):
                for intent, endings in (("report", REPORTS), ("query", QUESTIONS)):
                    text = said + rng.choice(endings)
                    found = room.hears(text, sender)
                    told += 1
                    if found != (intent, (project,)):
                        missed.append((sender, text, found))
                        wrong += found[0] != "ask" and bool(found[1]) and project not in found[1]
    assert len(missed) / told <= 0.03, missed
    assert wrong / told <= 0.003, missed


def test_what_names_the_whole_family_is_asked_back() -> None:
    told = 0
    missed: list[tuple[str, str, Meant]] = []
    for rng, room, _ in rooms():
        whole = [call for family in room.district.families for call in family.whole]
        for family in room.district.families:
            members = tuple(sorted(room.district.members(family)))
            for said in family.whole:
                if whole.count(said) > 1 or len(members) < 2:
                    continue
                for sender in ("office", "other"):
                    text = said + rng.choice(REPORTS)
                    told += 1
                    if (found := room.hears(text, sender)) != ("ask", members):
                        missed.append((sender, text, found))
                text = said + rng.choice(QUESTIONS)
                told += 1
                if (found := room.hears(text, "leader")) != ("query" if len(members) < 3 else "ask", members):
                    missed.append(("leader", text, found))
    assert len(missed) / told <= 0.03, missed


def test_as_many_as_are_counted_are_meant_together() -> None:
    room = Room(build(random.Random(3)))
    for place, family in enumerate(room.district.families):
        members = tuple(sorted(room.district.members(family)))
        if not 1 < len(members) < 4 or not family.whole:
            continue
        count, said = "零一两三"[len(members)], family.whole[0]
        assert room.hears(f"{said}{count}个项目都没变化", f"m{place}") == ("report", members), said
        assert room.hears(f"{said}那{count}个项目咋样", "leader") == ("query", members), said


@pytest.mark.parametrize("first", range(2))
def test_a_second_clause_names_the_sibling_by_its_part_alone(first: int) -> None:
    room = Room(build(random.Random(4)))
    for family in room.district.families:
        if not family.own or len(family.members) != 2:
            continue
        one, other = family.members[first], family.members[1 - first]
        text = f"{family.calls[0].format(one)}施工许可证6月9日拿到了；{family.own[0].format(other)}环评批了"
        found = room.hears(text, "office")
        assert found == ("report", tuple(sorted(room.district.members(family)))), text


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("鹰嘴垭隧道掘进1200米", ("report", ("road1",))),
        ("鹰嘴垭隧道现在啥进度", ("query", ("road1",))),
        ("一标鹰嘴垭隧道贯通要到什么时候", ("query", ("road1",))),
        ("苦竹河特大桥完成37%", ("report", ("road2",))),
        ("二标路基、苦竹河特大桥分别完成49%、37%", ("report", ("road2",))),
        ("二标路基完成49%；鹰嘴垭隧道掘进1200米", ("report", ("road1", "road2"))),
        ("复工台账：一标2月24日复工，鹰嘴垭隧道左洞412米；灌区还停着", ("report", ("canal", "road1"))),
        ("提水泵站完成60%", ("ask", ())),
        ("渡槽吊装了12榀", ("ask", ())),
        ("冷库那两个项目咋样", ("query", ("cold1", "cold2"))),
        ("两个冷库项目卡在哪", ("query", ("cold1", "cold2"))),
        ("高速本月完成投资4800万", ("ask", ("road1", "road2"))),
        ("石坝镇还有4座坟没迁", ("ask", ())),
        ("石坝跨江大桥桩基打完了", ("ask", ())),
        ("三标环评批了", ("ask", ())),
        ("集配中心业主反映：冷库主体完成58%", ("report", ("cold1",))),
    ],
)
def test_works_of_a_plan_and_counted_sorts_tell_the_project(text: str, about: Meant) -> None:
    def project(key: str, name: str, *nodes: tuple[str, NodeKind], category: str = "", town: str = "") -> ProjectEntry:
        plan = tuple(NodeEntry(f"{key}{at}", said, kind, None) for at, (said, kind) in enumerate(nodes))
        return ProjectEntry(key, name, category=category, town=town, nodes=plan)

    road = ("路基工程", NodeKind.FOUNDATION)
    projects = (
        project("road1", "渔临高速公路土建一标", road, ("鹰嘴垭隧道", NodeKind.STRUCTURE), category="高速公路"),
        project("road2", "渔临高速公路土建二标", road, ("苦竹河特大桥", NodeKind.STRUCTURE), category="高速公路"),
        project("canal", "双渠灌区续建配套工程", ("渡槽重建", NodeKind.STRUCTURE)),
        project("pump", "马岭提水灌溉工程", ("提水泵站", NodeKind.STRUCTURE)),
        project("cold1", "渔临县果蔬冷链集配中心项目", ("冷库主体", NodeKind.STRUCTURE)),
        project("cold2", "桐木镇猕猴桃产地冷藏保鲜库项目", ("库体建设", NodeKind.STRUCTURE)),
        project("town", "石坝古镇保护修缮工程", town="石坝镇"),
    )
    people = {"office": PersonEntry("office", "鲍启明", None, Role.OFFICE)}
    lexicon = Lexicon(Registry({}, people, {each.id: each for each in projects}))
    assert meant(understand(Utterance(text, NOW, sender="office"), lexicon)) == about
