"""Which projects, units, people, towns and categories a text names."""

import json
import random
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from pypinyin.constants import PINYIN_DICT

from language.names import Lexicon
from language.normalize import normalize
from models.registry import ProjectEntry, Registry, registry_from_json
from tests.language.district import (
    AFTER,
    COUNTS,
    FIRST,
    SECOND,
    TEMPLATES,
    Built,
    build,
    chat,
    homophones,
    sentence,
    slip,
)


@cache
def lexicon() -> Lexicon:
    return Lexicon(registry_from_json(REGISTRY))


REGISTRY = {
    "units": [
        {"id": "fgj", "name": "云谷县发展和改革局", "aliases": ["县发改局"]},
        {"id": "zgj", "name": "市自然资源和规划局云谷分局", "aliases": []},
        {"id": "jtj", "name": "云谷县交通运输局", "aliases": []},
        {"id": "wjw", "name": "云谷县卫生健康委员会", "aliases": []},
        {"id": "gdgs", "name": "国网云谷县供电公司", "aliases": []},
    ],
    "people": [
        {"id": "shen", "name": "沈立新", "unit": "jtj", "role": "liaison"},
        {"id": "gao", "name": "高峰", "unit": "fgj", "role": "liaison"},
        {"id": "tong", "name": "童小满", "unit": "wjw", "role": "liaison"},
        {"id": "lu", "name": "陆川", "unit": "fgj", "role": "liaison"},
    ],
    "projects": [
        {"id": key, "name": name, "aliases": aliases, "category": category, "town": town, "liaison": liaison, "nodes": nodes}
        for key, name, aliases, category, town, liaison, nodes in (
            ("road1", "省道215线云谷绕城段改建工程（一期）", ["215绕城段一期"], "交通", "梨溪镇", "shen", []),
            ("road2", "省道215线云谷绕城段改建工程（二期）", [], "交通", "梨溪镇", "shen", []),
            ("bridge", "梨溪河大桥新建工程", [], "交通", "梨溪镇", "shen", []),
            ("village", "桐坪镇至松岭镇农村公路提升工程", [], "交通", "桐坪镇", "lu", []),
            ("east", "迎宾大道东段改造工程", ["迎宾东段"], "市政", "城郊街道", "lu", []),
            ("west", "迎宾大道西段改造工程", ["迎宾西段"], "市政", "城郊街道", "lu", []),
            ("grid110", "松岭110千伏输变电工程", [], "电力", "松岭镇", "gao", []),
            ("grid35", "松岭35千伏变电站增容改造工程", [], "电力", "松岭镇", "gao", []),
            ("sun", "桐坪80兆瓦渔光互补光伏发电项目", [], "新能源", "桐坪镇", "gao", []),
            ("wind1", "鹿鸣风电场一期工程", [], "新能源", "松岭镇", "gao", []),
            ("wind2", "鹿鸣风电场二期工程", [], "新能源", "松岭镇", "gao", []),
            ("dam", "青竹水库除险加固工程", [], "水利", "桐坪镇", "lu", []),
            ("sewage", "第四污水处理厂扩建工程", [], "生态环保", "城郊街道", "lu", []),
            ("school", "第五中学迁建项目", [], "教育", "城郊街道", "lu", []),
            ("station", "云谷南站站前广场及配套道路工程", [], "交通", "城郊街道", "shen", []),
            ("hospital", "县人民医院迁建项目", [], "医疗卫生", "城郊街道", "tong", []),
            ("rehab", "县中医院康复楼项目", [], "医疗卫生", "梨溪镇", "tong", []),
            ("cold", "云谷农产品冷链物流园项目", [], "产业", "松岭镇", "lu", []),
            ("move", "南关城中村改造项目", [], "城市更新", "城郊街道", "lu", [
                {"id": "move1", "name": "房屋征收签约", "kind": "acquisition", "planned": "2026-05-31"},
            ]),
            ("homes", "纺织厂片区棚户区改造安置房项目", [], "城市更新", "城郊街道", "lu", []),
            ("field25", "2025年高标准农田建设项目", [], "农业农村", "松岭镇", "lu", []),
            ("field26", "2026年高标准农田建设项目", [], "农业农村", "松岭镇", "lu", []),
        )
    ],
}  # fmt: skip


def named(text: str, sender: str | None = None) -> list[set[str]]:
    return [set(span.candidates) for span in lexicon().projects(normalize(text), sender)]


@pytest.mark.parametrize(
    ("text", "project"),
    [
        ("桐坪80兆瓦渔光互补光伏发电项目桩基完成", "sun"),
        ("桐坪光伏桩基完成", "sun"),
        ("桐坪渔光互补备案了", "sun"),
        ("梨溪河桥墩柱浇了12根", "bridge"),
        ("青竹水库大坝加固完成60%", "dam"),
        ("四污环评批了", "sewage"),
        ("第四污水厂环评批了", "sewage"),
        ("五中主体封顶", "school"),
        ("桐松路路基完成", "village"),
        ("桐坪镇至松岭镇公路路基完成", "village"),
        ("南站广场征拆剩2户", "station"),
        ("站前广场征拆剩2户", "station"),
        ("冷链园摘牌了", "cold"),
        ("纺织厂安置房封顶", "homes"),
        ("纺织厂棚改封顶", "homes"),
        ("南关签约412户", "move"),
        ("县医院迁建可研批了", "hospital"),
        ("中医院康复楼装修", "rehab"),
        ("松岭一百一十千伏核准了", "grid110"),
        ("松岭35主变到货", "grid35"),
        ("松岭110环评批了", "grid110"),
        ("215一期图审过了", "road1"),
        ("215绕城段二期图审过了", "road2"),
        ("迎宾大道的东段摊铺完", "east"),
        ("鹿鸣二期核准了", "wind2"),
        ("2025年高标准农田验收了", "field25"),
        ("2026年高标开工", "field26"),
    ],
)
def test_short_forms_that_nobody_entered_are_known(text: str, project: str) -> None:
    assert named(text) == [{project}]


@pytest.mark.parametrize(
    ("text", "projects"),
    [
        ("鹿鸣风电并网了", {"wind1", "wind2"}),
        ("松岭变投运了", {"grid110", "grid35"}),
        ("迎宾大道什么时候竣工", {"east", "west"}),
        ("医院项目啥情况", {"hospital", "rehab"}),
        ("215绕城段图审过了", {"road1", "road2"}),
        ("高标准农田验收了", {"field25", "field26"}),
    ],
)
def test_a_name_that_fits_several_names_them_all(text: str, projects: set[str]) -> None:
    assert named(text) == [projects]


@pytest.mark.parametrize(
    ("text", "project"),
    [
        ("桐坪光服桩基完成", "sun"),
        ("轻竹水库大坝加固完成", "dam"),
        ("站前厂场征拆剩2户", "station"),
        ("丝污环评批了", "sewage"),
        ("冷练物流园摘牌了", "cold"),
        ("仿织厂安置房封顶", "homes"),
        ("迎冰大道东段摊铺完", "east"),
        ("梨西河大桥墩柱浇完", "bridge"),
        ("鹿明风电二期核准了", "wind2"),
    ],
)
def test_slips_of_the_keys_are_seen_through(text: str, project: str) -> None:
    spans = lexicon().projects(text)
    assert [set(span.candidates) for span in spans] == [{project}]
    assert not spans[0].exact


@pytest.mark.parametrize(
    "text",
    [
        "高铁晚点了，会议推迟半小时",
        "松岭豆腐好吃",
        "水库鱼不错",
        "冷链车坏了",
        "我们小区老旧改造太吵",
        "三中全会精神请认真学习",
        "提高标准，确保质量",
        "四五中午开会",
        "北山水库溢洪道完成60%",
        "第二人民医院主体封顶",
        "庭院管网完成3公里",
        "鹿鸣风电三期核准了",
        "松岭220千伏核准了",
        "文化馆周末有演出",
        "光伏板价格又跌了",
    ],
)
def test_false_friends_and_strangers_are_no_names(text: str) -> None:
    assert named(text) == []


def test_a_mark_alone_names_the_sibling_of_what_was_named() -> None:
    assert named("鹿鸣一期风机吊装6台；二期还没开工") == [{"wind1"}, {"wind2"}]
    assert named("鹿鸣一期二期都干到什么程度了") == [{"wind1"}, {"wind2"}]
    assert named("二期核准批了。——鹿鸣风电") == [{"wind2"}]
    assert named("迎宾大道：东段完成60%，西段完成40%") == [{"east"}, {"west"}]


def test_a_liaison_names_their_own_by_less() -> None:
    assert named("二期还在办手续", "shen") == [{"road2"}]
    assert named("大桥墩柱浇完了", "shen") == [{"bridge"}]
    assert named("康复楼内部装修", "tong") == [{"rehab"}]
    assert named("大桥墩柱浇完了") == []
    assert named("大桥墩柱浇完了", "tong") == []


def test_of_several_candidates_the_senders_only_own_is_chosen() -> None:
    assert lexicon().choose(("road1", "wind1"), "gao") == ("wind1",)
    assert lexicon().choose(("road1", "road2"), "shen") == ("road1", "road2")
    assert lexicon().choose(("road1", "wind1"), "lu") == ("road1", "wind1")
    assert lexicon().own_projects("tong") == ("hospital", "rehab")
    assert lexicon().own_projects(None) == ()


def test_spans_tell_where_a_name_stands() -> None:
    text = "报一下，桐坪光伏桩基完成；青竹水库开工"
    assert [text[span.start : span.end] for span in lexicon().projects(text)] == ["桐坪光伏", "青竹水库"]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("请自规局和供电公司协调", [("zgj",), ("gdgs",)]),
        ("资规分局还没批", [("zgj",)]),
        ("县发改局、交通局没报", [("fgj",), ("jtj",)]),
        ("卫健委报了", [("wjw",)]),
    ],
)
def test_units_are_known_by_what_all_the_country_calls_them(text: str, units: list[tuple[str, ...]]) -> None:
    assert [span.candidates for span in lexicon().units(text)] == units


def test_what_lies_inside_a_projects_name_is_no_unit_and_no_town() -> None:
    text = "桐坪镇至松岭镇农村公路提升工程开工"
    assert lexicon().towns(text) == ()
    assert [span.candidates for span in lexicon().towns("请桐坪镇配合")] == [("桐坪镇",)]


def test_people_are_not_found_in_everyday_words() -> None:
    assert [span.candidates for span in lexicon().people("让沈立新和高峰过来")] == [("shen",), ("gao",)]
    assert [span.candidates for span in lexicon().people("小满那边让童小满盯着")][-1] == ("tong",)
    assert lexicon().people("施工高峰期人手不够") == ()
    assert lexicon().people("施工单位进场") == ()


def test_categories_are_known_by_their_halves() -> None:
    assert [span.candidates for span in lexicon().categories("卫生类项目")] == [("医疗卫生",)]
    assert [span.candidates for span in lexicon().categories("交通口的项目")] == [("交通",)]


def test_projects_and_aliases_are_learnt_one_by_one() -> None:
    grown = Lexicon(registry_from_json(REGISTRY))
    assert grown.projects("柳湾泵站基坑开挖完成") == ()
    grown.add_project(ProjectEntry("pump", "柳湾排涝泵站工程", liaison="tong"))
    assert [span.candidates for span in grown.projects("柳湾泵站基坑开挖完成")] == [("pump",)]
    assert grown.projects("大柳子基坑开挖完成") == ()
    grown.add_alias("pump", "大柳子")
    assert [span.candidates for span in grown.projects("大柳子基坑开挖完成")] == [("pump",)]
    assert grown.own_projects("tong") == ("hospital", "rehab", "pump")


@cache
def thousand() -> tuple[Lexicon, list[Built]]:
    registry, made = build(1000)
    return Lexicon(registry), made


def judge(found: Counter[str], lexicon: Lexicon, text: str, start: int, said: str, project: str) -> None:
    """Count whether a mention is right, wrong or missed."""
    spans = [span for span in lexicon.projects(text) if span.start < start + len(said) and start < span.end]
    candidates = {each for span in spans for each in span.candidates}
    found["right" if project in candidates and len(candidates) < 5 else "wrong" if candidates else "missed"] += 1


def test_a_thousand_projects_are_told_apart_by_what_people_call_them() -> None:
    known, made = thousand()
    rng = random.Random(11)
    owners = Counter(said for each in made for said in (*each.said, *each.entry.aliases))
    found: Counter[str] = Counter()
    for each in rng.sample(made, 300):
        for said in (each.entry.name, *each.entry.aliases, *each.said):
            if owners[said] < 2:
                text, start = sentence(rng, said)
                judge(found, known, text, start, said, each.entry.id)
    assert found["right"] / found.total() >= 0.99
    assert found["wrong"] / found.total() <= 0.005


def test_a_thousand_projects_are_told_apart_in_spite_of_homophones() -> None:
    known, made = thousand()
    rng = random.Random(12)
    alike = homophones(PINYIN_DICT)
    found: Counter[str] = Counter()
    for each in rng.sample(made, 300):
        said = rng.choice((each.entry.name, *each.said))
        if len(said) > 3 and (typed := slip(rng, said, alike)):
            text, start = sentence(rng, typed)
            judge(found, known, text, start, typed, each.entry.id)
    assert found["right"] / found.total() >= 0.98
    assert found["wrong"] / found.total() <= 0.005


def test_messages_of_another_district_name_nothing_here() -> None:
    known, _ = thousand()
    _, strangers = build(60, seed=99, name="北屿")
    mine = {each.entry.name[:2] for each in thousand()[1]}
    rng = random.Random(13)
    for each in strangers:
        if not any(place in each.entry.name for place in mine) and "第" not in each.entry.name:
            text = each.entry.name + rng.choice(AFTER)
            assert all(not span.exact or len(span.candidates) > 1 for span in known.projects(text)), text


def strange(rng: random.Random, known: Lexicon, count: int) -> list[str]:
    """Sentences about projects of places that no registered name holds."""
    names = "".join(each.name for each in known.registry.projects.values())
    spots = [first + second for first in FIRST for second in SECOND if first + second not in names]
    found: list[str] = []
    while len(found) < count:
        _, pattern, said = rng.choice(TEMPLATES)
        mention = rng.choice((pattern, *said))
        if "{p}" in mention and "第{x}" not in mention:
            here, there = rng.sample(spots, 2)
            values = {"p": here, "q": there, "a": here[0], "b": there[0], "n": 450, "x": rng.choice(COUNTS[:3])}
            values |= {"v": "110", "d": rng.choice("东西南北"), "y": "2026", "t": f"{there}镇", "k": "35"}
            found.append(sentence(rng, mention.format(**values))[0])
    return found


@pytest.mark.parametrize("corpus", ["b", "c", "e", "g", "h", "j"])
def test_strangers_are_not_taken_for_what_is_registered(corpus: str) -> None:
    path = Path(__file__).parents[1] / "corpus" / corpus / "registry.json"
    known = Lexicon(registry_from_json(json.loads(path.read_text("utf-8"))))
    texts = strange(random.Random(corpus), known, 300)
    taken = [text for text in texts if any(len(span.candidates) == 1 for span in known.projects(normalize(text)))]
    assert len(taken) <= 6, taken


def test_ten_thousand_projects_load_and_grow() -> None:
    registry, made = build(10_000)
    known = Lexicon(registry)
    known.add_project(replace(made[0].entry, id="new", name="石榴湾跨江隧道新建工程", aliases=()))
    assert [span.candidates for span in known.projects("石榴湾隧道始发了")] == [("new",)]


def test_floods_of_names_break_nothing() -> None:
    known, made = thousand()
    rng = random.Random(14)
    heads = [each.entry.name[:2] for each in made]
    floods = [
        "大桥" * 3000,
        "1" * 9000,
        "一期" * 3000,
        "第" * 9000,
        "".join(heads) * 3,
        chat(rng, made, 9000),
        "那个" * 5000,
    ]
    for text in (*floods, *(" ".join(rng.choices(heads, k=900)) for _ in range(5))):
        text = normalize(text)
        assert all(0 <= span.start < span.end <= len(text) for span in known.projects(text, "m3"))


def test_nothing_is_known_where_nothing_is_registered() -> None:
    empty = Lexicon(Registry())
    assert empty.projects("桐坪光伏桩基完成，一期封顶") == ()
    assert empty.units("县发改局") == ()
    assert empty.people("沈立新") == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("北山水库溢洪道完成60%", ["北山水库"]),
        ("县道X305大修完成3公里", ["县道X305"]),
        ("鹿鸣风电三期核准了", ["鹿鸣风电"]),
        ("青竹水库溢洪道完成60%", []),
        ("省道215线绕城段图审过了", []),
        ("桩基完成46根，室外管网开挖", []),
    ],
)
def test_projects_that_nobody_registered_are_told(text: str, names: list[str]) -> None:
    spans = lexicon().strangers(text)
    assert [span.text for span in spans] == names
    assert not any(span.candidates for span in spans)


def test_a_project_is_pointed_at_where_it_is_the_only_one() -> None:
    assert named("110千伏那个项目主变到货") == [{"grid110"}]
    assert named("松岭变电站主变到货") == [{"grid110", "grid35"}]
    assert named("松岭35变电站主变到货") == [{"grid35"}]
    assert named("四污和水库都在等资金") == [{"sewage"}, {"dam"}]
    assert named("水库：溢洪道完成60%") == [{"dam"}]
    assert named("那个水库溢洪道完成60%") == [{"dam"}]
    assert named("溢洪道旁边水库管理站修好了") == []


@cache
def long_names() -> Lexicon:
    names = {
        "farm": "小麦良种繁育基地建设项目",
        "party": "县委党校迁建工程",
        "chip": "云谷开发区半导体封装测试产业化项目",
        "battery": "新能源汽车动力电池回收利用示范基地项目",
        "mall": "中国供销集团云谷农产品电商物流园项目",
        "line": "500千伏云谷东—梨溪北线路工程（云谷段）",
        "school": "梨溪一中新校区建设工程",
        "safety": "农村公路安全生命防护工程",
    }
    return Lexicon(Registry(projects={key: ProjectEntry(key, name) for key, name in names.items()}))


@pytest.mark.parametrize(
    ("text", "project"),
    [
        ("良种基地晒场完成", "farm"),
        ("党校迁建封顶", "party"),
        ("半导体封测设备进场", "chip"),
        ("电池回收基地开工", "battery"),
        ("农产品电商园主体封顶", "mall"),
        ("供销物流园主体封顶", "mall"),
        ("一中新校区封顶", "school"),
        ("生命防护工程护栏完成20公里", "safety"),
    ],
)
def test_names_are_known_by_a_part_of_their_middle(text: str, project: str) -> None:
    assert [span.candidates for span in long_names().projects(text)] == [(project,)]


@pytest.mark.parametrize("text", ["请各单位抓好安全生产", "汽车在路上坏了", "示范基地参观改到周五", "电池没电了回头说"])
def test_words_that_a_long_name_also_holds_are_no_name(text: str) -> None:
    assert long_names().projects(text) == ()


class TestOwnWords:
    """A liaison tells their own projects apart by any word that only one of them has."""

    REGISTRY = registry_from_json(
        {
            "people": [
                {"id": "jia", "name": "贾平", "role": "liaison"},
                {"id": "yi", "name": "易安", "role": "liaison"},
            ],
            "projects": [
                {"id": "a1", "name": "环湖高速公路临江段土建一标", "liaison": "jia"},
                {"id": "a2", "name": "环湖高速公路临江段土建二标", "liaison": "jia"},
                {"id": "b1", "name": "柳坪60兆瓦药光互补光伏项目", "liaison": "yi"},
                {"id": "b2", "name": "青石80兆瓦光伏项目", "liaison": "yi"},
                {"id": "c1", "name": "柳坪移民安置区（南区）", "aliases": ["柳坪南区"]},
                {"id": "c2", "name": "柳坪移民安置区（北区）"},
                {"id": "d1", "name": "临江抽水蓄能电站主体工程", "liaison": "yi"},
                {"id": "d2", "name": "临江抽水蓄能电站进场公路工程", "aliases": ["抽蓄进场路"], "liaison": "yi"},
                {"id": "e1", "name": "望山110千伏输变电工程", "liaison": "jia"},
                {"id": "e2", "name": "望山35千伏变电站改造工程", "liaison": "jia"},
            ],
        }
    )

    @pytest.mark.parametrize(
        ("sender", "text", "meant"),
        [
            ("jia", "二标使用林地还在审", "a2"),
            ("jia", "一标路基完成六成", "a1"),
            ("jia", "110：土建34%", "e1"),
            ("jia", "35改造核准批了", "e2"),
            ("yi", "柳坪林地批复还得等", "b1"),
            ("yi", "药光互补土地流转签完", "b1"),
            ("yi", "抽蓄主体厂房开挖16万方", "d1"),
            ("yi", "进场公路路基完成", "d2"),
        ],
    )
    def test_an_own_word_is_enough(self, sender: str, text: str, meant: str) -> None:
        spans = Lexicon(self.REGISTRY).projects(text, sender)
        assert {span.candidates for span in spans} == {(meant,)}

    def test_for_others_the_usual_short_name_stays(self) -> None:
        spans = Lexicon(self.REGISTRY).projects("柳坪林地批复还得等", None)
        assert [set(span.candidates) for span in spans] == [{"c1", "c2"}]

    def test_a_count_is_no_mark(self) -> None:
        assert Lexicon(self.REGISTRY).projects("管道铺了110米，35户签了", "jia") == ()
