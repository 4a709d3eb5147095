"""Words that tell what a number is: done, of how many, how many left; invested or only planned; of which period."""

from collections.abc import Mapping
from enum import Enum, auto

from language.late import late
from language.words import listed
from models.vocabulary import Scope


class Cue(Enum):
    """What a word says of the number after it."""

    __hash__ = object.__hash__  # members are only themselves; Enum would hash their names in Python

    TOTAL = auto()
    LEFT = auto()
    DONE = auto()
    PLANNED = auto()  # a planned amount is no amount done
    AMONG = auto()  # 其中: parts of the number before
    INVESTED = auto()
    SHARE = auto()  # 占年度计划: the percent after it is one of a plan
    OTHER_MONEY = auto()  # 缺口, 到位: money, but none invested
    RATE = auto()  # 支付率: a percent of something else
    LEVEL = auto()  # 由…提高到: the new value follows
    OLD_LEVEL = auto()  # 由, 从: the old value follows
    THING = auto()  # people and machines: neither percent nor quantity
    DELIVERED = auto()  # 到货: not yet built in
    WRONG = auto()  # 不是: what follows is what it is not
    GROWTH = auto()
    SPEED = auto()  # 每天: a rate, no state
    SCALE = auto()  # 全长, 占地: a bare scale


CUES: Mapping[Cue, str] = {
    Cue.TOTAL: """
        全桥 全场 全区 全网 总数 总环数 总桩数 设计总数 合计共 共 一共 总共 总 总量 总长 总计需 共计需 全部 涉及
        应征 应 设计 共有 总体
        年度任务 全年任务 总任务 目标任务 今年任务 总里程 总户数 共需 需 应签 应拆 任务 计划总量 全线
        全段 整段 整条 全程 全河 全渠 全路 全坝 全堤 全园 全村 全镇 全片 全厂 全楼
        总建筑面积 全长 总规模 总装机
        实测 测下来 核下来 核定 复核 复核后
        合同量 共分 分 总面积 总高 总高度 总深 总深度 设计高度 设计总高 设计深度 全高 总容量 总层数 总共有
    """,
    Cue.LEFT: """
        缺的是 差的是 剩 剩余 还剩 余 还差 尚余 差 尚有 还有 就差 就剩 只剩 仅剩 只有 仅有 未完成 剩下 剩的 没签
        未签 还欠 尚剩 还余 余下 未拆 未征 没完成 差着 待签 没拆
    """,
    Cue.DONE: """
        完成 已 累计 总计 合计 共计 干了 签约 铺了 新增 新签 浇筑 完工 干到 做了 打了 装了 安装 铺设 架设 浇了
        挖了 拆了 已签 已征 已拆 累计完成 达 到 铺装 栽植 填方 吊装 架 架了 封到 施工到 施工至 施工 浇筑到
        本周完成 今天 实际 改造 已架 已装 已打 封顶 种植 支护 完 掘进 焊接 敷设 拆除 预制 只完成 砌筑 立 立了
        停在 停在了 组立 立起 已完 推进 投放 投放了 安装到位 吊装到位 铺设到位 架设到位 就位
    """,
    Cue.PLANNED: """
        先干 先做 先修 先铺 先拆 先改
        今年计划投资 今年计划完成投资 今年计划 年计划投资 全年计划投资 年度计划完成投资 本年计划投资
        年计划完成投资 计划完成 计划 目标 力争 争取 预计 拟 下周完成 确保 预计完成 将完成 签满 任务量
        计划本周完成 原计划完成 计划投资 年度计划 年度投资计划 年计划 计划总投资 年度计划投资 年度目标 全年计划
        年度投资任务 全年投资任务 投资任务 年度投资目标 全年投资目标 投资目标 今年投资任务
        下周 下月 全年目标 争取完成 要完成
    """,
    Cue.AMONG: "里头 里面 其中 包括 包含 含",
    Cue.INVESTED: """
        投资 完成投资 累计投资 投了 投入 投资完成 累计完成投资 投 已投 完成固投 固投 完成固定资产投资
        固定资产投资 累计投 投资额 产值 完成产值 投资数 花了 投资累计
    """,
    Cue.SHARE: """
        占年度计划 占年度投资计划 占年计划 占全年计划 占总投资 占计划 占年度 占年度任务 占全年 占全年任务
        占今年计划 占今年的计划 占今年任务 占本年计划
        年度投资完成率 投资完成率 完成率 完成年度计划 完成年度投资计划 占年度计划投资 完成年度任务 完成年计划
        完成全年计划 占比 占 占年度目标 完成年度目标 为年度计划 是年度计划 年度计划完成 年度投资计划完成
        年计划完成 投资计划完成 占季度计划 占月计划 占月度计划 占概算 占概算总投资 完成总投资 占项目总投资
        完成季度计划 完成本季度计划 完成月度计划 完成月计划 完成本月计划 占本季度计划 占二季度计划 占三季度计划
        占四季度计划 占季度投资计划 占全年投资计划 占年度总计划 占年度投资 占全年投资 占全年目标 完成全年目标
        占年度总投资 完成概算 占总概算 占批复概算
        占到年度计划 是年计划 是年度计划 为年计划 达年度计划 达到年度计划 达年计划 占季度任务 占本月计划 占一季度计划
    """,
    Cue.OTHER_MONEY: """
        缺口 资金缺口 到位 到位资金 拨付 已拨付 支付 已支付 总投资 成交价 合同额 合同价 中标价 缺 欠 拖欠 贷款
        债券 专项债 专项债资金 专项借款 借款 资金 补偿款 货款 材料款 工程款 催要 概算 估算 保证金 赔偿
        概算总投资 下达 下来了 下达资金 垫资 垫付 预算 造价 配套资金 费用 涨价 欠付 需要资金 融资 授信 放款 发行
        补助 报价 土地款 土地出让金 出让金 补偿费 争取资金 首批 国债 中央预算内
    """,
    Cue.RATE: """
        支付率 到岗率 到货率 合格率 优良率 支付到 资金支付率 出勤率 利用率 使用率 拨付率 资金到位率 到位率 付款
        设备到货 设备到了 材料到了 货到了 到货了
        付了 已付 付到 预付 付款到 进场率 支付比例 满意率 绑扎率 湿度 含水率 压实度 入住率 覆盖率
        强度 通过率 上座率 复工率
    """,
    Cue.LEVEL: """
        应为 应是 实为 实际为 改为 更正为 提高到 增加到 增至 提升到 升至 上升到 升到 涨到 达到 提升至 提高至
        增长到 上升至 推进到 变为 到了 更新为 扩大到
        减到 减为 减至 减少到 减少为 减少至 调减为 调减到 调减至 核减为 核减到 核减至 压减到 压减为 压减至
        压缩到 压缩为 压缩至
        砍到 砍至 砍成 加到 加至 扩到 扩至 缩减到 缩减为 缩减至 优化为 优化到 优化至 调整为 调整到 调整至 调为
        调到 增加为 增加至 增为 调增为 调增到 调增至 降到 降为 降至
    """,
    Cue.OLD_LEVEL: """
        上次说的 上次报的 上次的 上报的 此前报的 之前报的 由上周的 从上周的 由 从 上周的 上周是 上周报的 原来的
        原来 上周 上期 上月 从上周 由上周 上月的 上期的 较上周
    """,
    Cue.THING: """
        差在 坏了 少了 撤了 人员 工人 机械 设备投入 管理人员 挖机 塔吊 桩机 班组 施工人员 现场 吊车 劳务 车辆
        受益 惠及 可供 辐射 带动 服务群众
        作业人员 夜间 意见 整改意见 问题 发现 提了 召开 检查 工作面 专家 技术人员 作业面 泵车 村民
    """,
    Cue.DELIVERED: """
        只到了 只到 刚到 到货 供货 到场 订货 进场材料 备料 备了 储备 储备了 备有 运抵 运来 运到 到港 采购到 已进场 进场
    """,
    Cue.WRONG: "不是 而不是 并非 写成 报成 错写成 错报成 误写成 误报成 说成 填成 打成 误写为 误报为 错写为 错报为",
    Cue.GROWTH: "增长 提高 提升 上升 环比 同比 比上周 较上周增加 增加 快了 推进了 进度推进",
    Cue.SPEED: "一天 每班 单班 每小时平均 每天 日均 平均每天 单日 每日 每小时 日进尺",
    Cue.SCALE: """
        占地 占地面积 建筑面积 设计规模 建设规模 年产 日处理 全长为 装机 装机容量 规划建设 新建 规划 宽 高 长 深
        间距 管径 口径 桩长 桩径 壁厚 板厚 跨度 间隔距离
        厚 面积 地上 地下 直径 管径 埋深 库容 规模 单机 红线宽 路宽 跨径 主跨 日产 容量 跨越 交叉跨越 钻越
    """,
}

SCOPES: Mapping[Scope, str] = {
    Scope.TOTAL: "自开工累计 开工以来累计 开工以来 自开工以来 累计 总投资 项目累计 总 建设以来 历年累计",
    Scope.YEAR: "上半年 下半年 前三季度 前三个季度 半年 "
    "本年累计 年初以来 今年以来 今年累计 本年 今年 年度 当年 全年 年内 年累计 年计划 年初至今",
    Scope.QUARTER: "今年一季度 今年二季度 今年三季度 今年四季度 今年第一季度 今年第二季度 今年第三季度 今年第四季度 "
    "本季度 一季度 二季度 三季度 四季度 本季 季度 上季度 第一季度 第二季度 第三季度 第四季度",
    Scope.MONTH: "本月 当月 单月 月度 上月 上个月 上一个月 月份 这个月",
    Scope.WEEK: "本周 这周 当周 上周 一周",
}

UNIT_OBJECTS: Mapping[str, tuple[str, ...]] = {
    "户": ("签约", "征地拆迁", "征拆", "征收", "拆迁", "入户", "户", "搬迁", "腾退"),
    "亩": ("征地拆迁", "征拆", "征地", "征转", "供地", "土地"),
    "眼": ("井",),
    "部": ("电梯",),
    "幅": ("地连墙", "连续墙", "围护"),
    "架": ("机柜",),
    "盏": ("路灯", "照明", "亮化", "灯"),
    "座": ("站", "塔", "井", "桥", "池"),
    "片": ("梁", "板", "管片"),
    "根": ("桩", "柱", "杆"),
    "基": ("塔", "杆"),
    "套": ("设备", "舱"),
    "台": ("风机", "变压器", "机组", "设备", "电梯"),
    "道": ("涵", "墙"),
    "栋": ("楼", "房", "舍"),
    "环": ("盾构", "管片", "隧道", "区间"),
    "榀": ("屋架", "钢结构"),
    "株": ("景观", "绿化", "栽植"),
    "棵": ("景观", "绿化", "栽植"),
    "孔": ("桥", "涵"),
    "兆瓦": ("组件", "并网"),
    "仓": ("坝", "溢洪道", "闸", "混凝土"),
    "跨": ("桥", "梁"),
    "吨": ("钢结构", "钢"),
}
"""Which things are counted in a unit, likeliest first: the node with the word in its name, where none is named."""

UNCOUNTED_UNITS = frozenset(
    listed("""
    人 名 天 小时 分钟 年 月 日 次 遍 号 点 项 稿 趟 方面 个月 周 工作日 个工作日 ℃ 度 岁 届 期 页 份 毫米
    厘米 mm 千伏 兆帕 批 批次 倍 家 星期 个百分点 人次 部门 位 轮 回 工日 班 秒 级 种 类 件 辆 辆次 个人 把
    字 分 点钟 时 刻 季度
""")
)
"""Units of people, time and papers: they count no works."""

SUMMED = ("一共", "共", "总共", "共计", "合计", "总计")
"""After a count of today or this week these words sum up what is done: 今天打了三眼，一共一百四十一眼."""

PERIODS = (
    "今天",
    "今日",
    "昨天",
    "昨日",
    "本周",
    "这周",
    "本月",
    "当天",
    "新增",
    "新签",
    "当日",
    "近两天",
    "这两天",
    "这几天",
    "上个月",
    "上月",
    "当周",
    "本旬",
    "上周",
    "又",
)
"""Words that make a count one of a short time."""

LINES = ("线", "路", "巷", "街", "渠", "河", "沟", "道", "带", "缆", "管", "航道", "跑道", "隧", "坝", "廊")
"""What is counted by 条: a 条 of anything else is a point on paper."""

TRIVIAL = frozenset(listed("一个 一处 一台 一段 一条 一座 一根 一次 一家 一位 一名 一车 一笔"))
"""Said for a thing, not for a number."""

UNCOUNTED_NOUNS = tuple(
    listed("""
        标段 项目 工程 村 班组 问题 单位 部门 乡镇 方面 环节 月 小时 意见 标段招标 手续 节点 证 批复 局 镇 乡 组在 班
        数报 数都 数有 数写 数填 数对 数不 数搞 数弄 数错 数没
        数要 数是 数给 数重 数字
        数据都 数据报 数据有 数据对 数据不 数据写 数据填 数据没
        点位 站点 院区 校区 作业面 工作面 施工队 队伍 嘎查 苏木 社区 人 老小区 专业 事项 要件 条件
    """)
)
"""What a number counts that is no works: 两个项目, 3个村."""

ATTRIBUTIVE = ("的一半", "的百分", "的%", "的目标")

IS_TOTAL = listed("的任务 的盘子 的计划 的总量 的指标 的设计量 是设计总 是总 是全部 为总 是合同总 是设计量")
"""After a number: it is the total."""

UNDONE = late(
    r"(?:还|尚)?[没未](?:[签拆干装谈腾搬征交]|完成?)(?!(?:[完好]|成)?的?(?:[还只][有剩]|有|剩)?[\d一二三四五六七八九十两])"
)
"""After a count: it is of what is left, unless another is counted behind it."""

BARE_MONEY = 1000
"""From here on a number without a unit may be money."""
