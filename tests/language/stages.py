"""Thirty made-up projects of as many trades, each with a liaison of its own, for what is said of how far things are."""

from functools import cache

from language.names import Lexicon
from models.registry import Registry, registry_from_json

NOW = "2026-06-04T09:30:00+08:00"
"""A Thursday."""

PLANS = """
北环路 = 北环路新建工程 交通: 征地拆迁 acquisition; 施工许可证 construction_permit; 管线迁改 utilities; 路基工程 foundation; 路面工程 structure; 绿化及交安 installation; 通车 operation
沱江桥 = 沱江大桥工程 交通: 初步设计批复 preliminary_design; 航道影响评价 industry_review; 施工招标 tender; 主墩桩基 foundation; 主塔 structure; 钢箱梁架设 structure; 交工验收 acceptance
龙岭隧道 = 龙岭隧道工程 交通: 林地手续 forestry; 开工 start; 隧道掘进 structure; 二次衬砌 structure; 隧道机电 installation; 通车 operation
四号线 = 轨道交通4号线南延工程 交通: 用地预审 site_selection; 车站围护结构 foundation; 盾构掘进 structure; 铺轨 installation; 试运行 operation
江口港 = 江口港通用码头工程 交通: 海域使用权证 land_transfer; 码头桩基 foundation; 港池疏浚 structure; 装卸设备安装 installation; 交工验收 acceptance
桃湖水库 = 桃湖水库新建工程 水利: 可研批复 project_approval; 移民安置 acquisition; 大坝填筑 structure; 溢洪道 structure; 下闸蓄水 operation
二水厂 = 第二水厂工程 市政: 取水许可 water_soil; 水厂土建 structure; 输水管道 structure; 设备安装 installation; 通水 operation
北郊污水 = 北郊污水处理厂扩建工程 市政: 环评批复 environmental_assessment; 生化池 structure; 工艺设备安装 installation; 环保验收 acceptance
静脉园 = 静脉产业园垃圾焚烧项目 环保: 核准批复 project_approval; 土地摘牌 land_transfer; 焚烧主厂房 structure; 汽机安装 installation; 并网 operation
柳城变 = 柳城220千伏输变电工程 电力: 核准批复 project_approval; 土建施工 foundation; 铁塔组立 structure; 导线架设 structure; 电气安装 installation; 投运 operation
云台风电 = 云台山风电场项目 能源: 水保批复 water_soil; 升压站 structure; 风机基础 foundation; 风机吊装 installation; 全容量并网 operation
盐湖储能 = 盐湖共享储能电站项目 能源: 备案 project_approval; 接入系统批复 industry_review; 舱体安装 installation; 并网 operation
绿氢 = 绿氢制储一体化项目 能源: 节能审查 energy_review; 安全条件审查 industry_review; 电解槽安装 installation; 投产 operation
算力中心 = 西部算力中心项目 数字: 节能审查 energy_review; 土地摘牌 land_transfer; 主体结构 structure; 机电安装 installation; 外电接入 utilities; 投用 operation
晶圆厂 = 特色工艺晶圆厂项目 产业: 规划许可证 planning_permit; 施工图审查 drawing_review; 主厂房封顶 topping_out; 洁净室装修 installation; 试产 operation
药谷 = 药谷原料药项目 产业: 环评批复 environmental_assessment; 规划许可证 planning_permit; 车间主体 structure; 设备安装 installation; 投产 operation
铅锌矿 = 石门铅锌矿采选项目 矿业: 采矿许可证 other; 安全设施设计审查 industry_review; 竖井工程 structure; 选厂建设 structure; 尾矿库 structure
儿童医院 = 儿童医院新院区项目 医疗: 可研批复 project_approval; 施工许可证 construction_permit; 基坑支护 foundation; 主体封顶 topping_out; 净化装修 installation; 竣工验收 acceptance
七中 = 第七中学迁建项目 教育: 规划许可证 planning_permit; 施工招标 tender; 主体结构 structure; 装饰装修 installation; 消防验收 acceptance
东关片区 = 东关片区棚户区改造项目 城建: 征收决定 other; 房屋征收 acquisition; 安置房主体 structure; 管网改造 structure; 专项债资金到位 financing
文庙 = 文庙保护修缮工程 文旅: 文物审批 heritage; 大成殿修缮 structure; 彩画修复 installation; 竣工验收 acceptance
体育场 = 市民体育场项目 文体: 看台结构 structure; 钢结构屋盖 structure; 座椅安装 installation; 竣工验收 acceptance
高标田 = 河东高标准农田项目 农业: 初步设计批复 preliminary_design; 机耕路 structure; 渠道衬砌 structure; 县级验收 acceptance
奶牛场 = 万头奶牛场项目 农业: 环评批复 environmental_assessment; 牛舍建设 structure; 粪污处理设施 installation; 投产 operation
冷链园 = 冷链物流园项目 物流: 土地摘牌 land_transfer; 施工许可证 construction_permit; 冷库主体 structure; 制冷设备安装 installation; 开业 operation
机场 = 支线机场改扩建项目 交通: 行业审查 industry_review; 飞行区场道 structure; 航站楼主体 structure; 校飞 acceptance; 投运 operation
殡仪馆 = 殡仪馆迁建项目 民政: 选址意见书 site_selection; 林地手续 forestry; 业务楼主体 structure; 火化设备安装 installation; 竣工验收 acceptance
防洪堤 = 沱江防洪堤工程 水利: 初步设计批复 preliminary_design; 堤身填筑 structure; 穿堤涵闸 structure; 护坡 structure; 完工验收 acceptance
智慧城管 = 智慧城管平台项目 数字: 初步设计批复 preliminary_design; 施工招标 tender; 平台开发 structure; 终验 acceptance
"""
"""A project's short name, its name, its category, and the nodes of its plan with their kinds."""


@cache
def registry() -> Registry:
    """The projects as the bot knows them; each short name is that of its liaison, too."""
    projects, people = [], []
    for number, line in enumerate(PLANS.strip().splitlines()):
        head, _, plan = line.partition(": ")
        alias, _, rest = head.partition(" = ")
        name, category = rest.split()
        nodes = [
            {"id": f"t{number}n{place}", "name": said, "kind": kind, "planned": "2026-12-31"}
            for place, (said, kind) in enumerate(each.split() for each in plan.split(";"))
        ]
        project = {"id": f"t{number}", "name": name, "aliases": [alias], "category": category, "town": "城关镇"}
        projects.append({**project, "lead_unit": "u", "liaison": alias, "nodes": nodes})
        people.append({"id": alias, "name": f"联络{chr(0x4E00 + number)}", "unit": "u", "role": "liaison"})
    units = [{"id": "u", "name": "重点项目服务中心"}]
    return registry_from_json({"units": units, "people": people, "projects": projects, "festivals": {}})


@cache
def lexicon() -> Lexicon:
    """Their names."""
    return Lexicon(registry())
