"""Projects of many sectors by what people call them without anybody having entered it, alone and many in one message."""

import random
from collections.abc import Callable
from datetime import datetime
from functools import cache

import pytest

from language.names import Lexicon
from language.understand import understand
from language.understanding import Query, Reports, Utterance
from models.calendar import SHANGHAI
from models.registry import NodeEntry, PersonEntry, ProjectEntry, Registry
from models.vocabulary import NodeKind, Role

NOW = datetime(2026, 6, 12, 10, 0, tzinfo=SHANGHAI)

NICKNAMES = """
临海港区三期自动化码头工程 | m1 | 三期码头 自动化码头 港区三期 | 码头
临海港区四期多用途泊位工程 | m1 | 四期泊位 港区四期 多用途泊位 | 泊位
临空经济区跨境电商产业园项目 | m2 | 跨境电商园 电商产业园 跨境电商 | 电商园
青龙山国家森林公园观光索道项目 | m3 | 青龙山索道 森林公园索道 观光索道 | 索道
市妇女儿童医院迁建项目 | m4 | 妇儿医院 妇女儿童医院 妇儿医院迁建 | 妇儿
市中心医院感染病楼项目 | m4 | 中心医院感染楼 感染病楼 感染楼 | -
北山采石场生态修复工程（北坡） | m5 | 采石场北坡 北山采石场北坡 | 北坡
北山采石场生态修复工程（南坡） | m5 | 采石场南坡 北山采石场南坡 | 南坡
临江防洪墙提升工程（上游段） | m6 | 防洪墙上游段 | 上游段
临江防洪墙提升工程（下游段） | m6 | 防洪墙下游段 | 下游段
城市内涝治理工程（清河片） | m7 | 内涝治理清河片 清河片 | -
城市内涝治理工程（白河片） | m7 | 内涝治理白河片 白河片 | -
轨道交通2号线东延线工程 | m8 | 2号线东延线 二号线东延 2号线东延 | 东延线
轨道交通2号线停车场上盖开发项目 | m8 | 停车场上盖 2号线停车场 | 上盖
铁路客运东站综合交通枢纽工程 | m9 | 客运东站 东站综合枢纽 | -
天然气门站及高压管道工程 | m10 | 天然气门站 | 高压管道
医药冷链仓储中心项目 | m11 | 医药冷链 医药冷链仓储 冷链仓储中心 | 冷链
锂电池正极材料项目 | m11 | 正极材料 锂电正极材料 锂电池项目 | -
年产120万吨水泥粉磨站项目 | m12 | 粉磨站 水泥粉磨站 | -
老城区电力架空线入地工程 | m13 | 架空线入地 电力架空线 | -
老城区污水零直排改造工程 | m13 | 污水零直排 零直排 | -
智能网联汽车试验场项目 | m14 | 汽车试验场 试验场 网联汽车试验场 | -
第二儿童福利院新建项目 | m15 | 儿童福利院 | 福利院
体育中心游泳馆改造项目 | m15 | 游泳馆改造 体育中心游泳馆 | 游泳馆
白河水源地保护工程 | m16 | 白河水源地 水源地保护 | 水源地
白河大桥维修加固工程 | m17 | 白河大桥 白河桥 | 大桥
南水北调配套输水工程 | m16 | 南水北调配套 配套输水 | -
青龙镇农贸市场迁建项目 | m3 | 青龙农贸市场 农贸市场 | -
江口镇渔港避风塘工程 | m1 | 江口渔港 避风塘 江口避风塘 | -
高新区集成电路封装测试基地项目 | m14 | 封测基地 集成电路封测 集成电路基地 | 集成电路
新城大剧院项目 | m18 | 大剧院 新城剧院 | -
滨海湿地红树林修复工程 | m18 | 红树林修复 滨海湿地 红树林 | -
城北热电厂背压机组改造工程 | m12 | 城北热电厂 背压机组 热电厂改造 | -
化工园区公共管廊工程 | m10 | 化工园管廊 公共管廊 园区管廊 | 管廊
老干部活动中心改造项目 | m19 | 老干部活动中心 老干中心 | -
看守所迁建项目 | m19 | 看守所 看守所迁建 | -
"""
"""Name, liaison, what anybody calls it, what its liaison may call it."""

PLAN = (
    ("环评批复", NodeKind.ENVIRONMENTAL_ASSESSMENT),
    ("施工许可证", NodeKind.CONSTRUCTION_PERMIT),
    ("开工", NodeKind.START),
    ("主体结构", NodeKind.STRUCTURE),
    ("竣工验收", NodeKind.ACCEPTANCE),
)
SAID = (
    "环评6月9日批了", "本月完成投资860万元", "主体结构完成45%", "施工许可证还在办", "停工了，资金没到位",
    "累计完成投资1.2亿元，占年度计划的45%", "昨天正式开工", "主体结构浇到3层，还剩2层", "无变化", "竣工验收通过了",
    "环评材料已报生态环境局，预计6月底批复", "有3户没签，老百姓不让进场",
)  # fmt: skip
SHAPES: tuple[Callable[[list[str], Callable[[], str]], str], ...] = (
    lambda names, say: f"{names[0]}{say()}；{names[1]}{say()}。",
    lambda names, say: f"1、{names[0]}：{say()}\n2、{names[1]}：{say()}\n3、{names[2]}：{say()}",
    lambda names, say: f"①{names[0]}——{say()}；②{names[1]}——{say()}",
    lambda names, say: f"【{names[0]}】{say()}\n【{names[1]}】{say()}",
    lambda names, say: f"{names[0]} {say()}\n{names[1]} {say()}",
    lambda names, say: f"本周情况：{names[0]}{say()}，{names[1]}{say()}，{names[2]}{say()}",
    lambda names, say: f"（一）{names[0]}：{say()}。（二）{names[1]}：{say()}。",
    lambda names, say: f"{names[0]}、{names[1]}都停工了",
    lambda names, say: f"{names[0]}和{names[1]}环评都批了",
    lambda names, say: f"{names[0]}{say()}。另外{names[1]}{say()}",
    lambda names, say: f"报一下{names[0]}和{names[1]}的进展：{names[0]}{say()}；{names[1]}{say()}",
    lambda names, say: f"{names[0]}的{say()} {names[1]}的{say()}",
    lambda names, say: f"领导好，{names[0]}{say()}，{names[1]}也{say()}",
    lambda names, say: f"{names[0]}（{say()}）、{names[1]}（{say()}）",
)


@cache
def district() -> tuple[Lexicon, list[tuple[str, str, str]]]:
    """The names of the district, and (project, what it is called, who says so)."""
    people = {"office": PersonEntry("office", "鲍启明", None, Role.OFFICE)}
    projects: dict[str, ProjectEntry] = {}
    calls: list[tuple[str, str, str]] = []
    for place, row in enumerate(NICKNAMES.strip().splitlines()):
        name, liaison, called, own = (part.strip() for part in row.split("|"))
        key = f"p{place:02}"
        people.setdefault(liaison, PersonEntry(liaison, f"梁{liaison}", None, Role.LIAISON))
        nodes = tuple(NodeEntry(f"{key}n{at}", node, kind, None) for at, (node, kind) in enumerate(PLAN))
        projects[key] = ProjectEntry(key, name, liaison=liaison, nodes=nodes)
        calls += [(key, said, "office") for said in called.split()]
        calls += [(key, said, liaison) for said in (*called.split(), *own.replace("-", "").split())]
    return Lexicon(Registry({}, people, projects)), calls


@pytest.mark.parametrize("told", ["环评6月9日批了", "本月完成投资860万元", "现在啥进度", "卡在资金上了，请区里协调"])
def test_a_nickname_is_one_project(told: str) -> None:
    lexicon, calls = district()
    for project, said, sender in calls:
        found = understand(Utterance(said + told, NOW, sender=sender), lexicon)
        assert isinstance(found, Reports | Query), (said, sender)
        named = found.projects if isinstance(found, Query) else tuple({each.project for each in found.reports})
        assert named == (project,), (said, sender)


def test_a_message_of_any_shape_is_of_the_projects_that_it_names() -> None:
    lexicon, calls = district()
    known = [(project, said) for project, said, sender in calls if sender == "office"]
    rng = random.Random(3)
    missed: list[str] = []
    for turn in range(40 * len(SHAPES)):
        picked = rng.sample(known, 3)
        if len({project for project, _ in picked}) < 3:
            continue
        text = SHAPES[turn % len(SHAPES)]([said for _, said in picked], lambda: rng.choice(SAID))
        found = understand(Utterance(text, NOW, sender="office"), lexicon)
        named = {each.project for each in found.reports} if isinstance(found, Reports) else set()
        if named != {project for project, said in picked if said in text}:
            missed.append(text)
    assert len(missed) <= 8, missed
