"""Works on a site in the order in which they are done, and the words for parts of a whole."""

from collections.abc import Mapping
from enum import IntEnum

from language.words import listed
from models.vocabulary import NodeKind


class Stage(IntEnum):
    """How far along a building site a piece of work comes."""

    CLEARING = 0
    EARTH = 1
    PILES = 2
    FOOTING = 3
    PREFABRICATION = 4
    FRAME = 5
    INFILL = 6
    FITTING = 7
    OUTSIDE = 8
    TRIAL = 9


STAGES: Mapping[Stage, str] = {
    Stage.CLEARING: """
        清表 围挡 便道 临建 三通一平 场平 场地平整 平整场地 平整 平场 项目部 驻地 临时设施 打围 场地硬化
        施工便道 便桥 测量放线 放线 清障 拌合站建设 营地
        施工道路 施工便路 施工通道 进场道路 进场路 进站道路 进站路 临时道路 临时便道 检修道路 运输道路 大件道路 上山道路
        上山便道 场内便道 临时围墙 工棚 板房 活动板房 彩钢房 洗车台 洗车槽 搅拌站 拌和站 拌合站 钢筋加工棚 临水临电
    """,
    Stage.EARTH: """
        土方 土石方 基坑 基坑支护 支护 开挖 土方开挖 基坑开挖 降水 围堰 强夯 填方 挖方 地连墙 连续墙 围护
        围护结构 止水帷幕 冠梁 腰梁 支撑梁 沟槽 沟槽开挖 电缆沟 管沟 边坡 护坡 换填 回填 地基处理 软基处理 清淤
        路基 路床 洞口 明洞 竖井 挖运 出土 外运 表土剥离 渣土外运 土方外运 土方回填
    """,
    Stage.PILES: """
        桩基 打桩 管桩 灌注桩 桩 工程桩 试桩 钻孔桩 钻孔 旋挖 搅拌桩 咬合桩 支护桩 抗拔桩 预制桩 静压桩 PHC桩
        CFG桩 沉桩 桩基础 围护桩 钢板桩
    """,
    Stage.FOOTING: """
        基础 地基 承台 筏板 筏板基础 垫层 地梁 基础梁 独立基础 基础浇筑 杯口 塔基 风机基础 铁塔基础 设备基础 主变基础
        地下室底板 基础垫层 支墩 基础施工 基础开挖 系梁 条形基础 地脚螺栓 基座
    """,
    Stage.PREFABRICATION: """
        预制 箱梁预制 梁板预制 构件预制 管片预制 T梁预制 加工 钢筋加工 制作 钢结构加工 钢构加工 钢箱梁制作
        管片生产 生产 制梁 下料 制造 工厂制造 厂内制造 排产 监造
    """,
    Stage.FRAME: """
        主体 主体结构 主体施工 结构 框架 底板 屋面梁 墩柱 墩身 盖梁 立柱 塔柱 主塔 索塔 钢结构 钢柱 钢梁 钢构
        屋架 网架 桁架 地下室 地下室主体 顶板 侧墙 中板 浇筑 楼板 箱梁 架梁 梁板 桥面 桥面铺装 悬浇 挂篮 掘进
        盾构 初支 二衬 衬砌 掌子面 洞身 隧洞 顶管 顶进 吊装 钢柱吊装 剪力墙 标准层 转换层 标准段 节段 池体 池壁
        水池 沉井 闸室 闸墩 闸门 泵房 主厂房 主控楼 综合楼 支架 塔筒 铁塔 组塔
    """,
    Stage.INFILL: """
        二次结构 砌体 砌筑 填充墙 隔墙 抹灰 屋面 防水 外墙 保温 防腐 幕墙 门窗 外立面 屋面板 围护板 墙板
        屋面防水 真石漆 涂料 外架 干挂 石材幕墙 压型板 屋面瓦 檩条 冬施保温
    """,
    Stage.FITTING: """
        装修 装饰 精装修 内装 安装 机电安装 水电安装 设备安装 管道安装 消防 暖通 电梯安装 弱电 智能化 吊顶 地砖
        贴砖 瓷砖 电气 机电 管道 接线 敷设 铺设 桥架 给排水 通风 空调 布线 穿线 电缆敷设 铺轨 轨道 架线 放线作业
        组件 逆变器 箱变 集电线路 机柜 展陈 布展 地板 洁净 医用气体 卫生间 走廊 墙面 灯具 铺装
    """,
    Stage.OUTSIDE: """
        室外 室外管网 室外工程 绿化 景观 道路 路面 铺油 摊铺 沥青 水稳 路缘石 人行道 亮化 路灯 标线 划线 交安
        栽植 植树 种植 操场 跑道 围墙 大门 停车场 室外道路 小市政 管网 雨污水 基层 底基层 面层 下面层 上面层
        中面层 罩面 护栏 苗木 步道 铺砖 草坪 外网 场区道路 园路
    """,
    Stage.TRIAL: """
        调试 联调 联动调试 试压 打压 冲洗 冷态循环 试水 单机调试 消防联动 消防联动调试 满水试验 闭水试验
        通水试验 试车 检测 联调联试 空载试验 带负荷 清洁 保洁 开荒 消缺 收尾工程 设备调试 静载试验 荷载试验
        倒送电 验槽 中间验收 基础验收 分部验收 预验收 主体验收 节能验收 阶段验收 单元验收 隐蔽验收 分项验收 到货验收
        进场验收 开箱验收 材料验收 桩基验收 地基验收
    """,
}

NO_WORKS = """
    竣工图 竣工图纸 竣工决算 竣工结算
    天窗点 铁路天窗 天窗时间 供水管 供热管 供气管
    供水泵房 供水泵站 供水设施 供水设备 供水机组 供热站 供热机组 供热设施 供电设施 通水管 通气管
    组卷材料 立卷材料 案卷材料
    消防站 运营商 运行商 供水公司 供电公司 供热公司 供气公司 验收单 供电局 开工前 开工后 桩机 塔吊 主体责任
    基础资料 基础设施 基础数据 的基础上 基础上进 基础上再
    打桩机 打桩船 架桥机 摊铺机 掘进机 盾构机 吊装机械 保温板厂家 支架厂 组件厂家
    消防队 消防部门 管网图 道路运输 道路修 基础较好 主体单位 主体工程师
    签约大厅 签约中心 签约仪式 签约现场 征迁办 拆迁办 征收办 拆迁队 招标代理 招标办 验收组
    绿化带 门窗厂 进口设备 进口材料 进口件
    出口订单 出口退税 进口主机 进口机组
"""
"""Words that hold a word of works and are none."""

KIND_STAGES: Mapping[NodeKind, frozenset[Stage]] = {
    NodeKind.FOUNDATION: frozenset({Stage.EARTH, Stage.PILES, Stage.FOOTING}),
    NodeKind.STRUCTURE: frozenset({Stage.FRAME}),
    NodeKind.TOPPING_OUT: frozenset({Stage.FRAME}),
    NodeKind.INSTALLATION: frozenset({Stage.INFILL, Stage.FITTING, Stage.OUTSIDE}),
}
"""Which stages belong to a node of a kind when its name does not say otherwise."""

WHOLE_WORKS = listed("""
    桥梁 桥 生化池 池 泵站 泵房 路面 景观 绿化 护岸 堤防 堤 海堤 升压站 隧道 隧洞 大坝 坝 水闸 闸 渠道 渠 管廊
    车站 站房 厂房 净水厂 水厂 厂 广场 道路 路 公路 码头 水工结构 溢洪道 换热站 站 变电站 综合楼 楼 操场 停车场 场 堆场
    公园 园 水库 涵洞 桥涵 涵 井 安置房 房 匝道 立交 地道 通道 站台 航站楼 跑道 车间 仓库 库 冷库 馆 中心 取水口
    防波堤 港池 护面 区间 管道 管网 管线 海缆 线路 建筑物 构筑物 设施 路基 棚 牛舍 舍 大棚 塔 沟 河道 航道 院 校区 公寓
    宿舍 食堂 软基处理 地基处理 软基 洞 库体 烟囱 罐 仓 机组 储罐 罐区 装置 生产线 基地 园区 步道 栈道 园路 车库
    湿地 建筑 场道 机坪 停机坪 滑行道 联络道 泊位 船坞 船台 船闸 引道 互通 枢纽 球场 泳池 街区 民居 院落 祠堂 古建
    城墙 库区 尾矿库 牧道 机耕道 埂 梯田 鱼塘 塘
""")
"""A node named after the whole of a thing holds all its stages."""

STAGED_ENDS = ("主厂房", "深基坑", "地下室", "基坑", "围护结构")
"""Ends that name a stage although they name a thing, too."""

PARTS = listed("""
    一区 二区 三区 四区 五区 一工区 二工区 三工区 一分部 二分部 三分部 主楼 辅楼 南楼 北楼 东楼 西楼
    南塔 北塔 A座 B座 C座
    一标 二标 三标 四标 A区 B区 C区 东区 西区 南区 北区 工区 南侧 北侧 东侧 西侧 裙楼 塔楼 门诊楼 住院楼 教学楼
    宿舍楼 食堂 办公楼 综合楼 主控楼 附属楼 地下车库 车库 体育馆 图书馆 配电室 门卫 首台 首批 首段 部分 左线
    右线 左幅 右幅 上行线 下行线 主桥 引桥 主线 支线 匝道 出入口 附楼 风井 行政楼 科研楼 医技楼 报告厅 实验楼
    前两批 前三批 前几批 首两批 后两批
    公寓 倒班楼 一期 二期 三期 样板间 样板段 东楼 西楼 南楼 北楼 东面 西面 南面 北面 东半幅 西半幅 南半幅 北半幅
    左半幅 右半幅 左岸 右岸 东岸 西岸 南岸 北岸 东侧 西侧 上半段 下半段 前半段 后半段 一半 大半 小半 多半
""")
"""Words that name a part of a building site."""

PART_UNITS = listed("回 道 台 根 片 跨 环 栋 段 仓 块 座 孔 榀 节 遍 次 批 层 联 幅 轮")
"""What an ordinal counts: 第三道."""

NUMBERED_PARTS = listed("""
    号楼 #楼 栋楼 号机组 #机组 号墩 #墩 号塔 标段 标 工区 #井 号井 号厂房 #厂房 号线 #主变 号主变 号岛 号地块 #地块 #
    号泵 号站 号桥 号库 号仓 号炉 号窑 号罐 号车间 号馆 号棚 号舍 号洞 号隧洞 号渠 号闸 号码头 号泊位 号平台 号风机
    号方阵 #方阵 号子阵 号牛舍 号羊舍 号圈舍 号仓房 号站房 单元
    号栋 号宿舍 号仓库 号机房 号舱 号机 号段 #炉 #库 #仓 #罐 #泵 #舱 #车间
""")
"""What a number before it tells apart: 2号楼."""

WORK_VERBS = frozenset(
    listed("""
    浇筑 吊装 开挖 敷设 铺设 砌筑 掘进 安装 接线 回填 加工 制作 生产 钻孔 顶进 贴砖 种植 栽植 摊铺 检测 冲洗
    划线 标线 下料 布线 穿线 挖运 外运 铺装 铺砖 出土 架线 调试 抹灰 放线 支护 铺油 顶管
""")
)
"""Works that are told as verbs: what is before them is their subject."""
