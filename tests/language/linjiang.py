"""临江区: a made-up district of forty sorts of works, for troubles that are told as a story."""

from collections.abc import Iterator
from functools import cache

from language.names import Lexicon
from models.registry import Registry, registry_from_json

NOW = "2026-06-11T09:30"
"""A Thursday."""

PLANS = """
南环路 | 城南环路改造工程 | 施工许可:construction_permit 管线迁改:utilities 路基工程:foundation 路面工程:structure 通车:operation
赤水大桥 | 赤水大桥新建工程 | 通航安全核查意见:industry_review 桩基工程:foundation 主塔:structure 钢箱梁架设:installation 通车:operation
凤岭隧道 | 凤岭隧道工程 | 用地报批:land_transfer 左洞开挖:structure 右洞开挖:structure 二次衬砌:structure 机电安装:installation
高铁站房 | 临江高铁站站房工程 | 主体结构:structure 屋面工程:structure 幕墙工程:installation 站前广场:other
地铁7号线 | 城市轨道交通7号线二期 | 管线迁改:utilities 车站围护结构:foundation 盾构掘进:structure 铺轨:installation
石湾码头 | 石湾作业区码头工程 | 岸线使用批复:industry_review 沉桩:foundation 码头面板:structure 装卸设备安装:installation
龙潭船闸 | 龙潭船闸扩建工程 | 闸室主体:structure 闸门安装:installation 引航道疏浚:other 试通航:operation
北堤加固 | 澧河北堤加固工程 | 左岸填筑:foundation 右岸填筑:foundation 护坡:structure 穿堤涵闸:structure 完工验收:acceptance
青山水库 | 青山水库新建工程 | 移民安置:acquisition 大坝填筑:structure 溢洪道:structure 下闸蓄水:operation
城东水厂 | 城东第二水厂工程 | 取水许可:water_soil 取水头部:structure 净水构筑物:structure 设备安装:installation 通水:operation
河西污水厂 | 河西污水处理厂扩建 | 环评批复:environmental_assessment 生化池:structure 尾水管道:installation 设备安装:installation 投运:operation
垃圾电厂 | 静脉园生活垃圾焚烧发电项目 | 节能审查:energy_review 锅炉基础:foundation 主厂房:structure 锅炉安装:installation 并网:operation
云台变 | 云台220千伏输变电工程 | 选址意见书:site_selection 变电站土建:structure 主变安装:installation 送出线路:installation 投运:operation
北坡风电 | 北坡岭风电场 | 林地手续:forestry 风机基础:foundation 风机吊装:installation 集电线路:installation 升压站:structure 并网:operation
草湾光伏 | 草湾农光互补光伏电站 | 备案:project_approval 桩基施工:foundation 支架安装:installation 组件安装:installation 并网:operation
江口储能 | 江口独立储能电站 | 施工招标:tender 电池舱基础:foundation 电池舱安装:installation 并网:operation
算力中心 | 云谷算力中心 | 施工图审查:drawing_review 主体结构:structure 机电安装:installation 外电接入:utilities 投运:operation
芯片厂 | 晶湾芯片封测厂 | 开工:start 厂房桩基:foundation 厂房主体:structure 洁净室装修:installation 设备搬入:installation
电池厂 | 海拓动力电池生产基地 | 环评批复:environmental_assessment 节能审查:energy_review 厂房主体:structure 产线安装:installation 投产:operation
陶瓷园 | 白岭陶瓷产业园 | 土地摘牌:land_transfer 开工:start 窑炉安装:installation 投产:operation
铜矿 | 黑石坳铜矿采选工程 | 采矿许可证:other 林地使用审核:forestry 巷道掘进:foundation 选厂主体:structure 尾矿库:structure
中医院 | 县中医院迁建工程 | 施工招标:tender 基坑支护:foundation 主体封顶:topping_out 室内装修:installation 竣工验收:acceptance
二中新校区 | 县第二中学新校区 | 房屋征收:acquisition 教学楼主体:structure 宿舍楼主体:structure 运动场:other
东街片区 | 东街历史片区更新 | 居民签约:acquisition 立面改造:installation 雨污分流:utilities 弱电入地:utilities 验收:acceptance
安居三期 | 安居苑安置房三期 | 主体结构:structure 二次结构:other 电梯安装:installation 竣工验收:acceptance 交付:operation
博物馆 | 市博物馆新馆 | 文物勘探:heritage 基础工程:foundation 主体结构:structure 布展:installation 开馆:operation
体育馆 | 全民健身体育馆 | 基础工程:foundation 网架吊装:installation 屋面工程:structure 场馆装修:installation
高标农田 | 五圩高标准农田 | 土地平整:foundation 灌溉泵站:structure 田间道路:other 验收:acceptance
蔬菜基地 | 绿源智能温室蔬菜基地 | 土地流转:acquisition 温室骨架:structure 滴灌系统:installation 投产:operation
奶牛场 | 三河万头奶牛场 | 备案:project_approval 牛舍:structure 挤奶厅设备安装:installation 粪污处理:installation 投产:operation
冷链园 | 城北冷链物流园 | 供地:land_transfer 冷库主体:structure 制冷设备安装:installation 投用:operation
支线机场 | 云川支线机场改扩建 | 跑道延长:foundation 航站楼:structure 助航灯光:installation 校飞:acceptance
温泉小镇 | 汤坑温泉小镇 | 专项债:financing 接待中心:structure 滨水栈道:other 开业:operation
殡仪馆 | 县殡仪馆迁建 | 选址意见书:site_selection 立项批复:project_approval 火化车间:structure 设备安装:installation
清溪治理 | 清溪河综合治理 | 河道清淤:other 护岸挡墙:structure 拦河堰:structure 生态绿化:other
智慧城市 | 智慧城市二期 | 平台招标:tender 感知设备安装:installation 机房装修:installation 试运行:operation
加氢站 | 城西综合加氢站 | 消防设计审查:drawing_review 储氢罐基础:foundation 设备安装:installation 投用:operation
燃气管网 | 城北燃气管网延伸 | 涉路许可:industry_review 管道敷设:installation 调压站:structure 通气:operation
"""
"""Alias, name and plan nodes of each project; the liaison of each is called like the project."""


@cache
def registry() -> Registry:
    """The district as the bot knows it."""
    rows = [[part.strip() for part in line.split("|")] for line in PLANS.strip().splitlines()]
    people = [
        {"id": said, "name": f"王{place}", "unit": "zdb", "role": "liaison"} for place, (said, *_) in enumerate(rows)
    ]
    projects = [
        {
            "id": f"j{place:02}", "name": name, "aliases": [said], "category": "城建", "town": "城关镇",
            "lead_unit": "zdb", "liaison": said, "nodes": list(_nodes(f"j{place:02}", plan)),
        }
        for place, (said, name, plan) in enumerate(rows, 1)
    ]  # fmt: skip
    units = [{"id": "zdb", "name": "县重点项目办", "aliases": ["重点办"]}]
    return registry_from_json({"units": units, "people": people, "projects": projects, "festivals": {}})


def _nodes(key: str, plan: str) -> Iterator[dict[str, str]]:
    for place, entry in enumerate(plan.split(), 1):
        name, kind = entry.split(":")
        yield {"id": f"{key}n{place}", "name": name, "kind": kind, "planned": "2026-10-31"}


@cache
def lexicon() -> Lexicon:
    """The names of the district."""
    return Lexicon(registry())
