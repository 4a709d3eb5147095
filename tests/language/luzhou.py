"""芦洲区: a made-up district of works that the other made-up districts lack, for what goes wrong and how far things are."""

from functools import cache
from typing import Any

from language.names import Lexicon
from models.registry import Registry, registry_from_json

NOW = "2026-11-18T10:00"
"""A Wednesday."""

PLANS = """
东沙港 | 东沙港区5万吨级通用泊位工程 | 用海批复:land_transfer 码头水工:structure 港池疏浚:structure 堆场道路:structure 装卸设备安装:installation 交工验收:acceptance
肿瘤医院 | 芦洲区肿瘤医院迁建项目 | 可研批复:project_approval 施工许可证:construction_permit 基坑支护:foundation 主体封顶:topping_out 净化装修:installation 竣工验收:acceptance 搬迁启用:operation
青螺水库 | 青螺水库新建工程 | 移民搬迁:acquisition 林地手续:forestry 大坝填筑:structure 溢洪道:structure 下闸蓄水:operation
云台索道 | 云台山客运索道更新改造工程 | 核准批复:project_approval 环评批复:environmental_assessment 林地手续:forestry 支架基础:foundation 支架安装:installation 试运行:operation
算力中心 | 芦洲算力中心项目 | 备案:project_approval 节能审查:energy_review 土地摘牌:land_transfer 施工许可证:construction_permit 机电安装:installation 投用:operation
原水管 | 青螺至城区原水管道工程 | 初步设计批复:preliminary_design 用地预审:site_selection 施工招标:tender 管道安装:structure 穿越工程:structure 通水:operation
矿山修复 | 老鹰岩废弃矿山生态修复工程 | 实施方案批复:project_approval 资金到位:financing 施工招标:tender 削坡清危:foundation 覆土复绿:installation 竣工验收:acceptance
北汊园 | 北汊精细化工产业园基础设施项目 | 环评批复:environmental_assessment 用地报批:land_transfer 征地拆迁:acquisition 道路管网:structure 污水站:structure
环岛路 | 芦洲环岛路改扩建工程 | 征地拆迁:acquisition 管线迁改:utilities 路基工程:foundation 桥梁工程:structure 路面工程:structure 通车:operation
石矶变 | 石矶110千伏输变电工程 | 核准:project_approval 通道清理:acquisition 变电站土建:structure 电气安装:installation 铁塔组立:installation 投运:operation
三小 | 芦洲区第三小学改扩建项目 | 规划许可证:planning_permit 施工图审查:drawing_review 施工许可证:construction_permit 开工:start 主体封顶:topping_out 内外装修:installation 竣工验收:acceptance
纺机小区 | 纺机宿舍老旧小区改造项目 | 施工招标:tender 外墙保温:installation 雨污管网:structure 加装电梯:installation 竣工验收:acceptance
西滩风电 | 西滩风电场二期工程 | 核准:project_approval 林地手续:forestry 风机基础:foundation 风机吊装:installation 升压站:structure 并网:operation
二污 | 芦洲第二污水处理厂提标改造工程 | 环评批复:environmental_assessment 施工许可证:construction_permit 土建施工:structure 设备安装:installation 通水调试:operation 环保验收:acceptance
冷链园 | 渔港冷链物流园项目 | 备案:project_approval 土地摘牌:land_transfer 施工许可证:construction_permit 开工:start 冷库主体:structure 制冷安装:installation 投产:operation
花洲大桥 | 花洲跨江大桥工程 | 航道通航条件审核:industry_review 施工招标:tender 开工:start 主墩基础:foundation 主塔:structure 钢箱梁架设:installation 通车:operation
湿地公园 | 沿江湿地公园工程 | 立项批复:project_approval 设计方案批复:preliminary_design 开工:start 绿化种植:installation 竣工验收:acceptance
养护院 | 芦洲区失能老人养护院项目 | 立项批复:project_approval 资金到位:financing 开工:start 主体结构:structure 室内装修:installation 消防验收:acceptance
"""
"""Alias, name and plan nodes of each project."""


@cache
def registry() -> Registry:
    """The district as the bot knows it."""
    rows = [[part.strip() for part in line.split("|")] for line in PLANS.strip().splitlines()]
    return registry_from_json(
        {
            "units": [{"id": "xmb", "name": "区重点项目办公室", "aliases": ["重点办"]}],
            "people": [{"id": "lian", "name": "廉洁", "unit": "xmb", "role": "liaison"}],
            "projects": [_project(f"l{place:02}", *row) for place, row in enumerate(rows, 1)],
            "festivals": {"2027": {"春节": "2027-02-06"}},
        }
    )


def _project(key: str, said: str, name: str, plan: str) -> dict[str, Any]:
    nodes = [entry.split(":") for entry in plan.split()]
    return {
        "id": key, "name": name, "aliases": [said], "category": "城建", "town": "花洲镇", "lead_unit": "xmb",
        "nodes": [
            {"id": f"{key}n{place}", "name": node, "kind": kind, "planned": "2026-12-31"}
            for place, (node, kind) in enumerate(nodes, 1)
        ],
    }  # fmt: skip


@cache
def lexicon() -> Lexicon:
    """The names of the district."""
    return Lexicon(registry())
