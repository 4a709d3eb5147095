"""Families of projects that differ in one part of their names, and how people call one of them or the whole family."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date

from models.registry import NodeEntry, PersonEntry, ProjectEntry, Registry, UnitEntry
from models.vocabulary import NodeKind, Role

COMMON_NODES = (
    ("环评批复", NodeKind.ENVIRONMENTAL_ASSESSMENT),
    ("施工招标", NodeKind.TENDER),
    ("施工许可证", NodeKind.CONSTRUCTION_PERMIT),
    ("开工", NodeKind.START),
    ("竣工验收", NodeKind.ACCEPTANCE),
)
"""Nodes that every project has, so that a fact fits all of a family."""


@dataclass(frozen=True)
class Family:
    """Projects of one pattern; each call with a slot names one member, each of `whole` fits them all."""

    pattern: str
    members: tuple[str, ...]
    calls: tuple[str, ...]
    whole: tuple[str, ...]
    own: tuple[str, ...] = ()
    """What names one only when its liaison says it, or where no other family has such a part."""


def family(pattern: str, members: str, calls: str, whole: str, own: str = "") -> Family:
    return Family(pattern, tuple(members.split()), tuple(calls.split()), tuple(whole.split()), tuple(own.split()))


FAMILIES = (
    family("滨湖大道快速化改造工程（{}）", "南段 北段", "滨湖大道{} 滨湖大道改造{} 滨湖{} 滨湖大道快速化{}", "滨湖大道 滨湖大道改造", "{}"),
    family("省道S309线青溪至白沙公路改建工程（{}）", "东段 西段", "S309{} 309线{} 309{} 青溪至白沙公路{} 青白公路{}", "309线 S309 青白公路", "{}"),
    family("渔阳高速公路临江段土建{}", "一标 二标 三标", "渔阳高速{} 渔阳{} 临江段{}", "渔阳高速", "{} 高速{}"),
    family("临江县海绵城市建设示范工程（{}）", "老城片区 新区片区", "海绵城市{} {}海绵城市 海绵{} {}", "海绵城市"),
    family("青溪镇易地搬迁安置点（{}）", "南区 北区", "青溪安置点{} 青溪{} 搬迁安置点{}", "青溪安置点 安置点", "{}"),
    family("云谷生物医药产业园项目（{}）", "A区 B区", "医药产业园{} 生物医药园{} 云谷产业园{} 生物医药{}", "生物医药产业园 生物医药园", "{}"),
    family("{}污水处理厂提标改造工程", "城南 城北", "{}污水厂 {}污水处理厂 {}厂 {}提标", "污水厂 污水处理厂", "{}"),
    family("{}水库除险加固工程", "石门 龙潭 柳林", "{}水库 {}水库加固 {}除险加固", "水库"),
    family("{}片区老旧小区改造项目", "东门 西门", "{}老旧小区 {}片区 {}旧改 {}片区老旧小区", "老旧小区 老旧小区改造"),
    family("{}60兆瓦农光互补光伏发电项目", "黑岭 沙坪", "{}光伏 {}农光互补 {}光伏发电 {}农光", "光伏 农光互补 光伏发电"),
    family("云顶山景区{}项目", "客运索道 游客中心", "云顶山{} 云顶{} {}", "云顶山 云顶山景区", ""),
    family("{}卫生院改扩建项目", "青溪镇 白沙镇", "{}卫生院 {}卫生院改扩建", "卫生院"),
    family("临江抽水蓄能电站{}工程", "主体 进场公路", "抽蓄{} 抽水蓄能{} 抽水蓄能电站{}", "抽蓄 抽水蓄能 抽蓄电站"),
    family("梅岭{}千伏输变电工程", "110 220", "梅岭{} 梅岭{}千伏 梅岭{}变 梅岭{}输变电", "梅岭变 梅岭输变电 梅岭变电站", "{}千伏"),
    family("临江港石矶作业区{}工程", "一期 二期", "石矶作业区{} 石矶{} 临江港{}", "石矶作业区 石矶", "{}"),
    family("万头奶牛牧场项目（{}）", "一期 二期", "奶牛牧场{} 牧场{} 万头奶牛{}", "奶牛牧场", "{}"),
    family("{}年高标准农田建设项目", "2025 2026", "{}年高标准农田 {}年高标 {}高标准农田", "高标准农田 高标"),
    family("轨道交通3号线{}工程", "北延段 车辆段", "3号线{} 三号线{} 轨道3号线{}", "3号线 轨道3号线", "{}"),
    family("清水河综合治理工程（{}）", "K0+000—K8+500段 K8+500—K16+200段", "清水河治理{} 清水河{}", "清水河 清水河治理 清水河综合治理"),
    family("{}农村公路提升工程", "青溪镇 白沙镇", "{}农村公路 {}农村路 {}公路", "农村公路 农村公路提升"),
    family("城区供热管网改造工程（{}年度）", "2025 2026", "{}年供热管网 {}年度供热管网 {}供热管网", "供热管网 供热管网改造"),
    family("{}中学改扩建项目", "第二 第五", "{}中学 {}中学改扩建", ""),
    family("临江铁路物流基地{}项目", "冷库 仓储中心", "铁路物流基地{} 物流基地{}", "铁路物流基地 物流基地"),
    family("云台水厂{}工程", "取水 净水", "云台水厂{} 云台{}", "云台水厂"),
    family("凤鸣山矿山生态修复工程（{}标段）", "1 2 3", "凤鸣山{}标段 矿山修复{}标段 凤鸣山矿山{}标 凤鸣山{}标", "凤鸣山 凤鸣山矿山 矿山修复", "{}标段 {}标"),
    family("临江{}海底隧道工程", "东岸 西岸", "{}海底隧道 海底隧道{} {}隧道", "海底隧道"),
    family("数据中心{}号楼项目", "1 2", "数据中心{}号楼", "数据中心"),
    family("{}220千伏变电站扩建工程", "桃源 麻田", "{}变 {}变电站 {}220 {}220千伏 {}扩建", ""),
    family("{}通用机场项目", "云谷", "{}机场 通用机场 机场", ""),
    family("{}跨海大桥工程", "金塘", "{}大桥 {}跨海大桥 跨海大桥", ""),
)  # fmt: skip

REPORTS = (
    "施工许可证6月9日拿到了", "环评批了", "本月完成投资2300万元", "施工招标挂网了", "昨天正式开工", "环评还没批下来", "：施工招标还在办",
    "累计完成投资1.2亿元，占年度计划的45%", "停工了，资金没到位", "完成了总工程量的45%", "竣工验收已通过", "的施工许可证还在办",
)  # fmt: skip
QUESTIONS = (
    "进展怎么样", "环评批了没有", "卡在哪了", "什么时候能开工", "完成投资多少", "谁负责", "啥进度", "咋样了", "的施工许可证办了没", "现在什么情况",
    "怎么还没动静", "联络员电话多少",
)  # fmt: skip


@dataclass(frozen=True)
class District:
    """A registry of some families: one liaison for each, a colleague, a leader and the office."""

    registry: Registry
    families: tuple[Family, ...]
    ids: dict[tuple[str, str], str]
    """The project of a family's pattern and member."""

    def members(self, each: Family) -> tuple[str, ...]:
        """All projects of a family."""
        return tuple(self.ids[each.pattern, member] for member in each.members)


def build(rng: random.Random, families: tuple[Family, ...] = FAMILIES, split: bool = False) -> District:
    """A district; with `split` every member of a family has a liaison of its own."""
    people = {
        "leader": PersonEntry("leader", "周正平", "fgj", Role.LEADER),
        "office": PersonEntry("office", "鲍启明", "fgj", Role.OFFICE),
        "other": PersonEntry("other", "秦小波", "fgj", Role.LIAISON),
    }
    projects: dict[str, ProjectEntry] = {}
    ids: dict[tuple[str, str], str] = {}
    for place, each in enumerate(families):
        for number, member in enumerate(each.members):
            key = f"p{place:02}{number}"
            liaison = f"m{place}" + (f"_{number}" if split else "")
            people[liaison] = PersonEntry(liaison, f"梁宽{'甲乙丙丁'[number]}", "fgj", Role.LIAISON)
            nodes = tuple(
                NodeEntry(f"{key}n{at}", name, kind, date(2026, 1 + at * 2, 28))
                for at, (name, kind) in enumerate(COMMON_NODES)
            )
            projects[key] = ProjectEntry(
                key, each.pattern.format(member), category="重点", town="青溪镇", liaison=liaison, nodes=nodes
            )
            ids[each.pattern, member] = key
    for key in ("x1", "x2"):
        projects[key] = ProjectEntry(
            key, {"x1": "芦花荡湿地公园项目", "x2": "县档案馆新馆建设项目"}[key], liaison="other"
        )
    unit = {"fgj": UnitEntry("fgj", "临江县发展和改革局")}
    towns = {"zt": ProjectEntry("zt", "白沙镇便民服务中心项目", town="白沙镇", liaison="other")}
    shuffled = [*projects.items(), *towns.items()]
    rng.shuffle(shuffled)
    return District(Registry(unit, people, dict(shuffled)), families, ids)
