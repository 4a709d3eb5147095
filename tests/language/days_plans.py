"""Projects of many sectors, each with a liaison of its own, for messages that promise, postpone or report a day."""

from datetime import date

from models.registry import NodeEntry, PersonEntry, ProjectEntry, Registry, UnitEntry
from models.vocabulary import NodeKind, Role

PLANS = """
xg 杏岗特大桥及接线工程 杏岗大桥 > 环境影响评价批复 environmental_assessment; 桩基施工 foundation; 下部结构 structure; 箱梁架设 structure; 主桥合龙 other;
  桥面铺装 other; 建成通车 operation
lj 岭脚隧道工程 岭脚隧道 > 征地拆迁 acquisition; 开工 start; 隧道贯通 structure; 路面工程 other; 机电安装 installation; 交工验收 acceptance
dt 轨道交通8号线车辆段 8号线车辆段 > 围护结构 foundation; 主体封顶 topping_out; 轨道铺设 installation; 接触网送电 other; 试运行 operation
mt 牛头咀码头二期 牛头咀码头 > 用海批复 site_selection; 沉箱安装 structure; 胸墙浇筑 structure; 堆场硬化 other; 岸桥安装 installation;
  试投产 operation
cz 沙溪船闸改造 沙溪船闸 > 底板浇筑 foundation; 闸门安装 installation; 恢复通航 operation
sk 石门水库除险加固 石门水库 > 初步设计批复 preliminary_design; 防渗墙施工 foundation; 溢洪道改造 structure; 下闸蓄水 operation; 竣工验收 acceptance
gs 城东水厂及配套管网 城东水厂 > 取水许可 water_soil; 取水口施工 structure; 配水管网敷设 other; 设备安装 installation; 通水 operation
ws 南片污水处理厂扩建 南片污水厂 > 环评批复 environmental_assessment; 生化池施工 structure; 工艺设备安装 installation; 通水调试 other;
  投入运行 operation
bd 220千伏青柏变电站 青柏变 > 建设工程规划许可证 planning_permit; 土建施工 structure; 主变安装 installation; 系统调试 other; 送电投运 operation
xl 500千伏柏溪线路 柏溪线 > 塔基清赔 acquisition; 铁塔基础 foundation; 铁塔组立 structure; 架线施工 installation; 带电投运 operation
fd 苍山风电场 苍山风电 > 林地批复 forestry; 风机吊装 installation; 集电线路 other; 升压站建设 structure; 全容量并网 operation
gf 大洼渔光互补电站 大洼光伏 > 项目备案 project_approval; 支架安装 installation; 组件安装 installation; 倒送电 other; 并网发电 operation
sj 云谷数据中心 云谷 > 施工图审查 drawing_review; 机房楼封顶 topping_out; 机电安装 installation; 外电接入 utilities; 上线投用 operation
dc 瀚能电池基地 瀚能 > 土地摘牌 land_transfer; 施工招标 tender; 钢结构吊装 structure; 设备安装 installation; 首线投产 operation
yy 市二院东院区 二院东院 > 概算批复 preliminary_design; 地下室施工 foundation; 主体封顶 topping_out; 内部装修 installation; 竣工验收 acceptance;
  开诊 operation
xx 桃李小学迁建 桃李小学 > 施工许可证 construction_permit; 教学楼主体 structure; 外墙装饰 installation; 操场铺设 other; 交付使用 operation
lg 西关老旧小区改造 西关改造 > 管线入地 utilities; 外墙保温 installation; 加装电梯 installation; 竣工验收 acceptance
az 柳河安置房 柳河安置房 > 地下结构出零 foundation; 主体结构 structure; 消防验收 acceptance; 交房 operation
wb 明伦堂修缮 明伦堂 > 文物方案批复 heritage; 屋架修缮 structure; 彩画修复 other; 对外开放 operation
ng 东圩高标准农田 东圩农田 > 土地平整 other; 机耕路硬化 other; 泵站改造 structure; 竣工验收 acceptance
wp 滨湖步行街 滨湖街 > 房屋腾退 acquisition; 街区改造 structure; 开街 operation
ly 龙潭湿地公园 龙潭公园 > 林地手续 forestry; 苗木栽植 other; 木栈道铺设 other; 开园 operation
rq 天然气北环管线 北环管线 > 管道焊接 structure; 河道穿越 structure; 通气点火 operation
lf 垃圾焚烧二期 焚烧二期 > 环评批复 environmental_assessment; 锅炉安装 installation; 点火试烧 other; 并网 operation
jc 平川机场飞行区 机场飞行区 > 道面浇筑 structure; 助航灯光安装 installation; 校飞 other; 行业验收 acceptance
kc 黄泥坡煤矿技改 黄泥坡煤矿 > 采矿证变更 other; 主井掘进 structure; 综采设备安装 installation; 联合试运转 operation
sm 上马坊冷链物流园 上马坊冷链 > 开工 start; 冷库主体 structure; 制冷设备安装 installation; 投用 operation
jy 监狱迁建 新监 > 用地预审 site_selection; 施工图招标 tender; 围墙施工 structure; 监舍主体 structure; 整体搬迁 operation
"""
"""The liaison, the project, what it is called, and the nodes of its plan with their kinds."""


def _project(line: str) -> ProjectEntry:
    head, _, plan = line.partition(" > ")
    liaison, name, alias = head.split()
    named = [each.split() for each in plan.split("; ")]
    nodes = tuple(
        NodeEntry(f"{liaison}{place}", node, NodeKind(kind), date(2026, 12, 28), "u1")
        for place, (node, kind) in enumerate(named, 1)
    )
    return ProjectEntry(liaison, name, (alias,), lead_unit="u1", liaison=liaison, nodes=nodes)


def plans() -> Registry:
    """The registry of these projects; a leader is among the people, too."""
    projects = [_project(line) for line in PLANS.replace("\n  ", " ").strip().splitlines()]
    people = [PersonEntry(each.id, f"王{each.id}", "u1", Role.LIAISON) for each in projects]
    people.append(PersonEntry("ld", "高书记", "u1", Role.LEADER))
    return Registry(
        units={"u1": UnitEntry("u1", "区发展改革局", ("发改局",))},
        people={each.id: each for each in people},
        projects={each.id: each for each in projects},
    )
