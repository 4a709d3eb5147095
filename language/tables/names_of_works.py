"""How the names of plan nodes are built: what may be left off, what stands for what."""

from language.words import listed
from models.vocabulary import NodeKind

ACTIONS = listed("""
    施工图设计审查 设计审查 工程施工 主体工程 主体结构 主体施工 安装调试 采购安装 建设施工 安装工程 施工 工程
    安装 铺设 铺筑 摊铺 架设 吊装 浇筑 衬砌 清淤 开挖 组立 土建 主体 结构 装修 装饰 调试 采购 切改 迁改 改移
    恢复 建设 改造 加固 整治 治理 修复 敷设 砌筑 掘进 贯通 支护 回填 栽植 种植 绿化 拆除 搬迁 清理 供应 摘牌
    征转 下达 到位 发行 审定 批复 核准 备案 审查 手续 办理 许可证 许可 意见书 签约 铺装 布展 验收 交付 投运 投用
    投产 通车 合龙 封顶 竣工 完工 开工 运营 接入 打压 铺轨 架线 供地 报批 编制 评审 施划 购置 实施 铺贴 扩建
    审批 审核 新建 改建 投放 清退 清除 疏通 安放 迁建 重建 延伸 扩容 提标 更新 更换 修缮 升级 落实 确认 签订
    签署 公告 公示 搬离 搬出 腾退 腾空 回搬 回迁 启用 开放
""")
"""What is done to the thing, at the end of a node's name."""

NEVER_ALONE = frozenset(
    listed("""
    工程 项目 建设 施工 手续 办理 批复 审查 许可 改造 设施 系统 配套 主体工程 报告 意见 实施 恢复 建筑 工作 完成
    编制 购置 站前 新建 扩建 区级 市级 县级 一期 二期 室外 内部 内外 处理 综合 生产 公共 整治 治理 修复 主要
    设计 供应 资金 加工 土地 项目备案 安置 村级 审定 地块 生活 场地 供水 污水 给水 排水 雨水 中央 专项 附属 辅助
    公告 公示 签订 签署 结构 采购 首批 全部 整体 单体 城市 农村 生态 审核 审批 论证 评审 检验 检测 评估 评价
""")
)
"""Pieces of a name that say too little by themselves."""

HEADS = listed("""
    管道 管网 管线 管廊 道路 线路 厂房 平台 设备 机组 结构 建筑物 设施 材料 变压器 光缆 电缆 桥梁 隧道 涵洞 路面
    路基 车站 泵站 闸门 水池 池体 支架 组件 护岸 堤防 景观 绿化 广场 操场 墩柱 盖梁 箱梁 幕墙 大楼 宿舍 仓库
    冷库 车间 锅炉 汽轮机 发电机 风机 塔筒 铁塔 基础 桩基 主体 土建 地块 房屋 方案 保温 立管 井 站 楼 塔 坝 渠
    舱 炉 池 闸 桥 洞
""")
"""Things that a name may end in; what stands before them only tells them apart."""

SYNONYMS = (
    ("征地拆迁", "征拆", "征迁", "拆迁", "征地", "征地征迁", "征收", "征收拆迁", "拆迁征地"),
    ("钢结构", "钢构"),
    ("桩基础", "桩基", "打桩", "灌注桩", "工程桩", "管桩", "桩"),
    ("主体结构", "主体"),
    ("厂房主体", "主厂房"),
    ("初步设计", "初设"),
    ("管道", "管线", "管网", "管子"),
    ("路面", "沥青路面", "水稳", "沥青", "面层", "下面层", "上面层", "基层", "摊铺", "铺油"),
    ("切改", "迁改", "改迁", "改移", "迁移"),
    ("变压器", "配变"),
    ("储能舱", "舱体", "储能舱体"),
    ("机电井", "机井"),
    ("雨污水", "雨污", "污水", "雨水"),
    ("主变", "主变压器"),
    ("绿化", "栽植", "乔木", "苗木"),
    ("幕墙", "玻璃幕墙"),
    ("架线", "放线", "导线架设"),
    ("铁塔组立", "组塔", "立塔"),
    ("风机吊装", "吊装风机"),
    ("装修", "装饰", "装饰装修", "精装修", "精装"),
    ("设备安装", "设备"),
    ("机电安装", "机电"),
    ("审查", "审"),
    ("招投标", "招标"),
    ("盾构", "盾构掘进", "掘进"),
    ("移交接管", "移交", "接管"),
    ("通车", "开通"),
    ("投用", "启用", "投入使用", "交付使用"),
    ("投运", "送电", "投入运行"),
    ("供热", "供暖"),
    ("清淤", "清淤疏浚", "疏浚"),
    ("护岸", "护坡", "驳岸"),
    ("防渗", "防渗墙"),
    ("大坝", "坝体", "坝坡", "主坝"),
    ("入户", "到户"),
    ("打压", "试压"),
    ("专项债", "债券"),
    ("借款", "贷款"),
    ("土石方", "土方", "石方"),
    ("铺轨", "轨道铺设"),
    ("合龙", "合拢"),
    ("基坑", "基坑开挖"),
)
"""Words that name the same thing: a name with one may be said with another."""

EVENT_WORDS = frozenset(listed("完工 竣工 建成 干完 收尾完工"))
"""Words for the end of the whole, which also serve as the verb of any piece of work."""

SEPARABLE = frozenset(
    listed("""
    开工 动工 破土 通车 并网 封顶 竣工 完工 投产 投运 投用 通水 通气 通航 供热 供水 送电
    发电 开园 开馆 开诊 开街 摘牌 挂网 中标 定标 合龙 开业 开学 交房
    点火 带电 截流 上线 下线 开市 开闸 开航 开营 亮灯 出水
""")
)
"""Verbs that are said with a small word in them, too: 开了工, 并的网."""

ACTS = frozenset(
    listed("""
    开工 动工 破土 封顶 竣工 完工 验收 投产 投运 投用 通车 并网 通水 供热 启用 运营 交付 合龙 合拢 送电 发电
    试运行 试生产 移交 开通 供暖 交工 开园 开馆 开业 开学 入住 交房 建成 回迁 摘牌 供地 中标 定标 开工仪式 奠基
    批复 备案 核准 到位 下达 审定 落实 确认 签约 贯通 运行 供水 供气 供电 达产 开放 投入使用 投入运营 投入运行 交付使用
    分房 注水打压 移交接管 接管 出让 划拨 发行 切改 迁改 联调 试运营 首飞 下线 点火 出水 载客 通航 截流 下闸
    蓄水 下闸蓄水 引水 开街 开诊 开市 开仓 开闸 倒送电 带电 试烧 通气 出零 出正负零 校飞 试车 上线 割接 开航 复航
    开营 封场 亮灯 开通运营 封底 冲转 试通车 试供水 试供气
    立项 管养 接养 发证 试航 搬离 搬空 腾退 回搬 开门营业 开门迎客 开张 对外开放 并上网 放行通车
""")
)
"""Names of nodes, or their ends, that can be the verb of their own sentence."""

TAILS = (
    ("采购招标", NodeKind.TENDER),
    ("招投标", NodeKind.TENDER),
    ("招标", NodeKind.TENDER),
    ("采购合同", NodeKind.TENDER),
    ("监理", NodeKind.TENDER),
    ("施工图", NodeKind.DRAWING_REVIEW),
    ("图纸", NodeKind.DRAWING_REVIEW),
    ("设计", NodeKind.PRELIMINARY_DESIGN),
    ("预制", NodeKind.OTHER),
    ("井", NodeKind.OTHER),
    ("工作坑", NodeKind.OTHER),
    ("便道", NodeKind.OTHER),
    ("设备安装", NodeKind.INSTALLATION),
    ("设备", NodeKind.INSTALLATION),
    ("装修", NodeKind.INSTALLATION),
    ("验收", NodeKind.ACCEPTANCE),
)
"""What makes a node's name that of something else when it follows directly, unless the node is of that kind."""

THINGS = frozenset(
    listed("""
    验收 方案 设备 管道 管网 管线 线路 道路 设施 材料 电缆 光缆 仓库 车间 宿舍 房屋 地块 平台 站 楼 桥 井 池 渠
    坝 塔 洞
""")
)
"""Bare things that are another one when another word stands before them."""
