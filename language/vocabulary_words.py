"""The words people use for node kinds and problem categories: one table each, shared by all readers of this room."""

from collections.abc import Mapping

from language.tables.problems import ALONE as COMPLAINTS
from language.words import WordTable, spread
from models.vocabulary import NodeKind, ProblemCategory

NODE_KIND_WORDS: Mapping[NodeKind, str] = {
    NodeKind.PROJECT_APPROVAL: (
        "立项 可研 可行性研究 项目建议书 建议书 备案 核准 赋码 实施方案批复 工可 预可研 项建书 "
        "资金申请报告 申请报告批复"
    ),
    NodeKind.PRELIMINARY_DESIGN: (
        "初步设计 初设 概算 初设概算 方案设计 设计方案 改造方案 扩初 修缮方案 投资概算 修正概算"
    ),
    NodeKind.SITE_SELECTION: (
        "选址 用地预审 选址意见书 预审 土地预审 设施农用地备案 设施农用地 用地选址 选址论证 场址批复 路径批复 站址意见"
    ),
    NodeKind.PLANNING_PERMIT: (
        "规划许可证 规划许可 地规 工程规划许可 建设工程规划许可证 用地规划许可 建设用地规划许可证 "
        "乡村建设规划许可 规证 工规证 地规证 规划证 工规 规划手续 规划核实 方案审查 总平 总平图 规划方案 红本 乡建证"
    ),
    NodeKind.LAND_TRANSFER: (
        "土地征转 征转 供地 摘牌 农转用 农用地转用 用地报批 土地报批 用地批复 "
        "建设用地批复 用地组卷 组卷 土地供应 土地出让 土地挂牌 招拍挂 划拨 土地证 "
        "不动产权证 不动产证 用地手续 土地手续 用地审批 土地批复 净地 "
        "农转 用海批复 用海审批 用海手续 海域使用 海域使用权 海域证 用海证 用海批文 用地批文 土地批文 供地手续"
    ),
    NodeKind.ENVIRONMENTAL_ASSESSMENT: "环评 环境影响 环平 环境评价 环保手续 排污许可 海洋环评 排污口论证 入河排污口",
    NodeKind.WATER_SOIL: (
        "水土保持 水保 洪评 防洪评价 防洪影响 防评 取水许可 取水 涉河手续 水资源论证 涉水手续 洪水影响 涉河审批 取水证"
    ),
    NodeKind.ENERGY_REVIEW: "节能审查 节能评估 节能 能评 节评 能耗审查",
    NodeKind.HERITAGE: "文物 文保 考古 文勘 文物勘探 文物评估 文评 考古勘探 考古发掘",
    NodeKind.FORESTRY: (
        "林地 林木采伐 采伐证 采伐许可 采伐 林草地 使用林地 占用林地 林地手续 林业手续 林草手续 草原征占 "
        "林勘 用林 使用林地审核 使用林地批复 林地审核 林地批复 占用草原"
    ),
    NodeKind.INDUSTRY_REVIEW: (
        "行业审查 行业意见 接入系统 接入批复 安全条件审查 安评 安全预评价 安全评价 "
        "安全设施设计 涉路许可 航评 通航论证 涉铁手续 涉铁 涉航 气候可行性 地灾评估 "
        "压覆矿 社稳 稳评 通航 路由批复 接网批复 交评 交通影响评价 地震安评 净空审核 "
        "移民安置规划 移民规划 安审 行业许可 港口岸线 岸线 岸线批复 倾倒许可"
    ),
    NodeKind.DRAWING_REVIEW: (
        "施工图 图审 图纸审查 施工图审查 施工图设计 消防设计审查 消防审查 审图 人防审查 人防手续 图审合格证 "
        "图审合格书 消防审图 消审 施工图设计 防雷审核"
    ),
    NodeKind.TENDER: (
        "招投标 招标 开标 开的标 开了标 中标 定标 评标 挂网 施工招标 监理招标 招采 政府采购 采购招标 控制价 拦标价"
    ),
    NodeKind.CONSTRUCTION_PERMIT: "施工许可证 施工许可 施工证 开工许可 开工证 开工令 质监手续 安监手续",
    NodeKind.ACQUISITION: (
        "征地 拆迁 征拆 征收 征迁 房屋拆除 房屋征收 征地拆迁 通道清理 腾退 腾迁 动迁 搬迁 签约 迁坟 征地协议"
    ),
    NodeKind.UTILITIES: ("管线切改 切改 迁改 管线迁改 管线迁移 杆线迁移 杆线迁改 电力迁改 燃气切改 改迁 管线改移"),
    NodeKind.FINANCING: (
        "资金 专项债 专债 专项借款 债券 国债 中央预算内 预算内资金 融资 贷款 资本金 资金下达 资金到位"
    ),
    NodeKind.START: "开工 动工 破土 开建 复工开工",
    NodeKind.FOUNDATION: "基础 桩基 地基 基坑 路基 清淤 场平 打桩 基础施工 土石方 围堰 承台 灌注桩",
    NodeKind.STRUCTURE: "主体 主体结构 主体施工 墩柱 盖梁 路面 衬砌 大坝 土建 桥涵 管网施工 护岸 隧道",
    NodeKind.TOPPING_OUT: "封顶 主体封顶 结构封顶",
    NodeKind.INSTALLATION: ("安装 装修 设备安装 内外装修 装饰 幕墙 架线 组塔 吊装 铺轨 机电 架设 精装 安装调试"),
    NodeKind.COMPLETION: "竣工 完工 建成 收尾完工 干完",
    NodeKind.ACCEPTANCE: (
        "验收 竣工验收 交工验收 完工验收 消防验收 验收备案 竣工备案 竣工验收备案 竣备 竣验 交验 终验"
    ),
    NodeKind.OPERATION: (
        "交钥匙 开放 营业 投产 投运 通车 并网 投用 启用 投入使用 投入运营 交付使用 "
        "交付 运营 通水 供热投运 送电 试生产 试运行 试运营 开通 开园 开业 运行 交房 "
        "入住 回迁 开馆 开学 发电 供水 试航 开门营业 开门迎客 开张 对外开放 并上网 放行通车"
    ),
}

PROBLEM_WORDS: Mapping[ProblemCategory, str] = {
    ProblemCategory.APPROVAL: "审批 手续 批复 报批 批文 批件 要件 涉路 文物保护方案",
    ProblemCategory.LAND: (
        "用地 土地 选址 规划 控规 基本农田 耕地 占补平衡 用地指标 供地 林地指标 生态红线 缺地 等地 没地"
    ),
    ProblemCategory.ACQUISITION: ("征地 拆迁 征拆 征迁 征收 补偿 青苗 通道清理 腾退 清塘 迁坟 动迁 搬迁 钉子户 附属物"),
    ProblemCategory.FUNDING: (
        "资金 资本金 缺口 缺钱 没钱 差钱 钱不够 经费 专项债 融资 贷款 拨款 拨付 欠款 "
        "配套资金 工程款 缺资金 债券 要钱 钱没到位 钱的问题"
    ),
    ProblemCategory.UTILITIES: "管线 切改 迁改 管线切改 管线迁改 杆线 光缆 电缆 改迁 弱电 燃气管道迁移",
    ProblemCategory.GREENING: ("林木 树木 移树 迁树 砍树 绿化迁移 园林 大树 古树 苗木迁移 树木移植 移植 伐树 绿化带"),
    ProblemCategory.TRAFFIC: "交通导行 导行 导改 占道 封路 交通疏导 断交 封闭施工 交通组织",
    ProblemCategory.DESIGN: "设计 变更 图纸 设计变更 设计院 出图",
    ProblemCategory.TENDER: "招投标 招标 流标 质疑投诉 投标 围标 废标",
    ProblemCategory.CONSTRUCTION: (
        "施工组织 人手 工人 劳务 机械 设备到货 材料 供货 施工力量 窝工 缺人 缺料 "
        "人机料 民工 缺机械 缺工 供料 等料 设备不到位"
    ),
    ProblemCategory.STABILITY: (
        "信访 维稳 阻工 拦工 老百姓 村民 群众反映 围堵 闹事 群众矛盾 上访 阻拦 堵门 "
        "群众工作 扰民 闹访 村民阻挠 阻挠 居民反对"
    ),
    ProblemCategory.ENVIRONMENT: "环保 扬尘 停限产 限产 重污染 大气污染 噪声 环保督察 管控停工 空气质量 大气管控",
    ProblemCategory.SUPPLY: (
        "供电 供水接入 施工用电 用电 用水 接电 接水 接气 增容 电力接入 接入 通信接入 "
        "供气 供热接入 水电气 水电 外电 没电 没水 等水 等电 缺电 缺水 供热 供气接入 "
        "电源"
    ),
    ProblemCategory.WEATHER: (
        "天气 下雨 雨季 降雨 连阴雨 汛期 防汛 高温 严寒 低温 大风 台风 雨雪 降温 冰雪 冻土 暴雨 洪水"
    ),
    ProblemCategory.HANDOVER: "移交 接管 移交接管 接收 交接",
}

NODE_KINDS = WordTable(spread({kind: words.split() for kind, words in NODE_KIND_WORDS.items()}))
PROBLEMS = WordTable(
    spread({category: words.split() for category, words in COMPLAINTS.items()})
    | spread({category: words.split() for category, words in PROBLEM_WORDS.items()})
)


def node_kinds_in(text: str) -> tuple[NodeKind, ...]:
    """The sorts of nodes of which some words speak."""
    return tuple(dict.fromkeys(found.value for found in NODE_KINDS.find(text)))
