"""Projects of forty sectors, each with the nodes that such a project usually has."""

from models.registry import Registry, registry_from_json
from models.vocabulary import NodeKind

PROJECTS = """
a|青渡桥|青渡大桥拆除重建工程|涉航许可:ir 旧桥拆除:o 桥梁下部结构:s 梁板架设:i 桥面系:i 通车:op
b|石滩船闸|石滩船闸改扩建工程|航道影响评价:ir 围堰填筑:o 闸室主体:s 金属结构安装:i 引航道疏浚:o 试通航:op
c|高沙路|高岭至沙坪公路改建工程|使用林地批复:fo 征地拆迁:ac 路基工程:f 桥涵工程:s 路面工程:s 交安设施:i 交工验收:a
d|望江隧道|望江路过江隧道工程|管线迁改:ut 交通导改:o 隧道主体:s 机电安装:i 路面铺装:o 通车:op
e|6号线|轨道交通6号线一期工程|车站围护结构:f 车站主体结构:s 盾构区间:s 轨道铺设:i 车站装修:i 试运营:op
f|铁路专线|青岭铁路专用线工程|路基土石方:f 桥梁工程:s 铺轨:i 四电工程:i 开通:op
g|沙嘴码头|沙嘴作业区通用码头工程|岸线批复:ir 水工结构:s 堆场及道路:i 装卸设备安装:i 交工验收:a
h|云溪水库|云溪水库除险加固工程|大坝加固:s 溢洪道改造:s 输水洞加固:s 金属结构安装:i 蓄水验收:a
i|北引水|北部引水工程|取水许可:ws 水土保持方案批复:ws 隧洞开挖:s 输水管道安装:i 加压泵站:s 通水:op
j|三水厂|第三自来水厂工程|建设工程规划许可证:pp 沉淀池及清水池:s 送水泵房:s 设备安装:i 通水:op
k|四污|第四污水处理厂工程|环评批复:ea 生化池:s 二沉池:s 设备安装:i 通水调试:op 环保验收:a
l|焚烧厂|静脉园生活垃圾焚烧发电项目|主厂房土建:s 烟囱:s 锅炉安装:i 汽轮发电机安装:i 并网发电:op
m|老填埋场|老填埋场封场治理工程|堆体整形:f 防渗膜铺设:o 渗滤液处理站:s 封场覆绿:o 竣工验收:a
n|柳坪变|柳坪110千伏输变电工程|核准:pa 变电站土建:s 电气设备安装:i 铁塔组立:i 架线:i 投运:op
q|西山风电|西山风电场工程|使用林地批复:fo 风机基础:f 风机吊装:i 升压站:s 集电线路:i 并网:op
r|北坡光伏|北坡农光互补光伏项目|备案:pa 支架基础:f 组件安装:i 送出线路:i 全容量并网:op
s|储能站|东坪共享储能电站项目|土地摘牌:lt 设备基础:f 储能舱安装:i 接入系统批复:ir 并网:op
t|制氢站|绿氢制备一体化项目|安全条件审查:ir 电解槽安装:i 储氢罐安装:i 投产:op
u|算力中心|青岭智能算力中心项目|节能审查:er 机房楼主体:s 外电接入:o 机电安装:i 投运:op
v|晶圆厂|青岭晶圆制造项目|主厂房主体:s 洁净室装修:i 工艺设备搬入:i 试生产:op
w|正极材料|年产五万吨正极材料项目|桩基工程:f 厂房钢结构:s 窑炉安装:i 试生产:op
x|药厂|青岭生物制药基地项目|环评批复:ea 综合楼主体:s 净化车间装修:i 设备安装:i 投产:op
y|金矿|石门金矿采选工程|采矿许可证:o 竖井掘进:f 选矿厂主体:s 尾矿库:s 试生产:op
z|采石场|鸭岭采石场生态修复工程|修复方案批复:ir 危岩清理:o 边坡复绿:o 竣工验收:a
aa|区医院|区第二人民医院新建工程|施工图审查:dr 基坑支护:f 主体结构:s 主体封顶:t 净化工程:i 医疗设备安装:i 竣工验收:a 启用:op
ab|五中|青岭第五中学新建工程|施工许可证:cp 基础施工:f 主体封顶:t 内外装修:i 室外操场:o 竣工验收:a 开学启用:op
ac|桂花里|桂花里老旧小区改造工程|施工招标:te 外墙保温:i 雨污分流管网:s 加装电梯:i 停车场:o 竣工验收:a
ad|安置房|河东安置房工程|房屋征收:ac 主体结构:s 主体封顶:t 内外装修:i 室外工程:o 交房:op
ae|城隍庙|城隍庙文物修缮工程|文物保护方案批复:he 大木构架修缮:s 油饰彩画:i 消防设施:i 竣工验收:a
af|博物馆|青岭博物馆新馆项目|主体封顶:t 内部装修:i 陈列布展:i 开馆:op
ag|体育馆|区体育馆项目|桩基工程:f 钢屋盖安装:s 幕墙工程:i 室外场地:o 启用:op
ah|高标田|沙坪高标准农田建设项目|实施方案批复:pa 土地平整:f 灌排沟渠:s 机耕路:i 机井:s 县级验收:a
ai|玻璃温室|智慧玻璃温室项目|设施农用地备案:ss 温室主体:s 水肥设备安装:i 投用:op
aj|猪场|万头生猪养殖场项目|环评批复:ea 猪舍主体:s 粪污处理设施:o 投用:op
ak|冷链园|青岭冷链物流园项目|冷库主体:s 制冷设备安装:i 消防验收:a 开业:op
al|物流园|河东物流园项目|场地平整:f 仓库主体:s 分拣线安装:i 室外堆场:o 运营:op
am|机场|青岭机场改扩建工程|飞行区道面:s 航站楼主体:s 助航灯光:i 校飞:o 通航:op
an|索道|鹰嘴岩客运索道工程|支架基础:f 站房主体:s 索道设备安装:i 特种设备检验:a 开放运营:op
ao|新监狱|青岭监狱迁建工程|监区主体:s 安防系统:i 办公楼装修:i 移交:o
ap|殡仪馆|区殡仪馆迁建工程|主体结构:s 火化设备安装:i 室外绿化:o 启用:op
aq|清河治理|清河综合治理工程|河道清淤:f 护岸挡墙:s 景观绿化:i 竣工:c
ar|智慧城管|智慧城管平台项目|机房装修:i 前端点位安装:i 平台开发:o 初步验收:a 试运行:op
as|公交枢纽|城东公交枢纽工程|开工:st 主体结构:s 充电桩安装:i 竣工验收:a 启用:op
at|左岸堤|沙江左岸堤防工程|征地清障:ac 堤身填筑:f 护坡护岸:s 穿堤涵闸:s 完工验收:a
at|右岸堤|沙江右岸堤防工程|征地清障:ac 防渗墙施工:f 堤顶道路:i 完工验收:a
au|梅园|梅园小区改造工程|外墙保温:i 室外管网:s 竣工验收:a
au|竹苑|竹苑小区改造工程|外墙保温:i 室外管网:s 竣工验收:a
au|松岗|松岗小区改造工程|外墙保温:i 室外管网:s 竣工验收:a
av|陶瓷园一期|陶瓷产业园标准厂房一期|主体封顶:t 室外管网:i 竣工验收:a
av|陶瓷园二期|陶瓷产业园标准厂房二期|土地摘牌:lt 环评批复:ea 施工许可证:cp 开工:st
aw|海风一期|月屿海上风电一期工程|海域使用批复:lt 风机基础沉桩:f 海上升压站:s 风机吊装:i 海缆敷设:i 并网:op
ax|老街|河东历史街区保护更新项目|征收签约:ac 建筑修缮:s 管线入地:ut 街面铺装:i 开街:op
"""
"""Liaison, alias, name and nodes of each project; a node's kind stands in short behind its colon."""

KINDS = {
    "pa": NodeKind.PROJECT_APPROVAL,
    "pd": NodeKind.PRELIMINARY_DESIGN,
    "ss": NodeKind.SITE_SELECTION,
    "pp": NodeKind.PLANNING_PERMIT,
    "lt": NodeKind.LAND_TRANSFER,
    "ea": NodeKind.ENVIRONMENTAL_ASSESSMENT,
    "ws": NodeKind.WATER_SOIL,
    "er": NodeKind.ENERGY_REVIEW,
    "he": NodeKind.HERITAGE,
    "fo": NodeKind.FORESTRY,
    "ir": NodeKind.INDUSTRY_REVIEW,
    "dr": NodeKind.DRAWING_REVIEW,
    "te": NodeKind.TENDER,
    "cp": NodeKind.CONSTRUCTION_PERMIT,
    "ac": NodeKind.ACQUISITION,
    "ut": NodeKind.UTILITIES,
    "fi": NodeKind.FINANCING,
    "st": NodeKind.START,
    "f": NodeKind.FOUNDATION,
    "s": NodeKind.STRUCTURE,
    "t": NodeKind.TOPPING_OUT,
    "i": NodeKind.INSTALLATION,
    "c": NodeKind.COMPLETION,
    "a": NodeKind.ACCEPTANCE,
    "op": NodeKind.OPERATION,
    "o": NodeKind.OTHER,
}


def registry(plans: str = PROJECTS) -> Registry:
    """All of them, with their liaisons."""
    lines = [line.split("|") for line in plans.strip().split("\n")]
    unit = {"id": "u", "name": "区重点项目建设服务中心", "aliases": []}
    people = [
        {"id": liaison, "name": f"联络员{liaison}", "unit": "u", "role": "liaison"}
        for liaison in dict.fromkeys(line[0] for line in lines)
    ]
    projects = [
        {
            "id": f"p{number:02}", "name": name, "aliases": [alias], "category": "城建", "town": "城关镇", "lead_unit": "u",
            "liaison": liaison, "nodes": _nodes(f"p{number:02}", nodes),
        }
        for number, (liaison, alias, name, nodes) in enumerate(lines)
    ]  # fmt: skip
    return registry_from_json({"units": [unit], "people": people, "projects": projects, "festivals": {}})


def _nodes(project: str, nodes: str) -> list[dict[str, str]]:
    return [
        {"id": f"{project}n{place}", "name": name, "kind": KINDS[kind].value, "planned": "2026-12-31"}
        for place, (name, kind) in enumerate(each.split(":") for each in nodes.split())
    ]
