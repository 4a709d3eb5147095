"""What is done on a site, by the verbs of each trade; and which trades build a node, by its name and its kind."""

from collections.abc import Mapping
from enum import Enum, auto

from language.words import listed
from models.vocabulary import NodeKind


class Trade(Enum):
    """A kind of work that has its own verbs."""

    __hash__ = object.__hash__

    WRECKING = auto()
    EARTH = auto()
    PILES = auto()
    TUNNEL = auto()
    CASTING = auto()
    STEEL = auto()
    FITTING = auto()
    LINES = auto()
    FINISHING = auto()
    PAVING = auto()
    PLANTING = auto()
    MOVING = auto()
    REPAIR = auto()
    SOFTWARE = auto()
    CLEARING = auto()


VERBS_OF: Mapping[Trade, tuple[str, str]] = {
    Trade.WRECKING: ("拆 凿 割 凿除 破除 拆除 破碎 敲 铲除 切割 吊离 吊走 撬 排险 清除", "清 清理 吊 铲 凿毛"),
    Trade.EARTH: (
        "挖 填 推 夯 抛 掏 削 筑 外运 开挖 回填 填筑 爆 削坡 挖运 换填 修坡 清基 平 整",
        "碾 碾压 清 压 抽 翻 运 铲",
    ),
    Trade.PILES: ("沉 钻 插打 静压 引孔 成孔 成槽 施打 植 打", "插 压 灌注 下"),
    Trade.TUNNEL: ("掘 掘进 进尺 出渣 钻爆 冻结 喷混", "打 顶 顶进 进 爆 挖 初支"),
    Trade.CASTING: (
        "浇 衬 绑 支模 砌 立模 拆模 张拉 浇筑 绑筋 滑模 爬模 砌筑 合模 打灰 重浇 绑扎 凿毛 滑 支",
        "起 养护 振捣 灌浆 封顶 盖 灌 码 做 抹 打 顶 换",
    ),
    Trade.STEEL: ("吊 立 架 拼装 吊装 提升 滑移 合龙 顶推 组装 组焊 起吊 架设", "拼 焊 焊接 张拉 组 安 装 转 上"),
    Trade.FITTING: (
        "装 调 调试 接线 接管 就位 对口 穿线 布线 上架 搬 安装 试压 打压 找平 联调 通电 注油 扣缸 烘 入位 校准 配管",
        "拼 拼装 吊 吊装 挂 焊 焊接 穿 穿管 组装 组焊 组 灌注 接 对接 联 砌 试 安 校 配 喷砂 布 做 架",
    ),
    Trade.LINES: ("敷 放 拉 穿缆 穿线 展放 紧 牵 敷设 放线 紧线 牵引 放缆", "埋 架 穿 穿管 挖 铺 立 下 接 焊 顶"),
    Trade.FINISHING: ("贴 刷 刮 抹 粘 喷涂 粉刷 抹灰 铺贴 打磨 封板 干挂 贴砖 批", "喷 挂 装 铺 喷砂 做 安 吊顶 封"),
    Trade.PAVING: ("铺 摊 画 划 摊铺 铺装 刻 铺设 铺油", "压 安 碾压 浇 上 砌 打 做 整 碾 换 贴"),
    Trade.PLANTING: ("栽 种 撒 播 喷播 栽植 种植 撒播 补植", "铺 植 覆 挂网 挂 喷"),
    Trade.MOVING: ("迁 改 割接 迁改 改迁 入地 下地 改走 临迁 迁走", "移 接 挖 埋 穿管 拆"),
    Trade.REPAIR: (
        "修 换 补 翻 归安 纠偏 墩接 揭 翻修 更换 补配 加固 换瓦 校正 钉 补砌",
        "重做 上瓦 落架 做 喷 打 灌 拆",
    ),
    Trade.SOFTWARE: ("写 开发 联 对接 部署 编", "测 联调 上线 调"),
    Trade.CLEARING: ("签 赔 丈量 腾 征 搬走 搬迁 腾退 砍 伐 清点 评估", "拆 拆除 迁 清 清理 迁走 搬"),
}
"""The verbs of each trade: its own, and those that it shares with trades whose own they are."""

NAMES_OF: Mapping[tuple[Trade, ...], str] = {
    (Trade.WRECKING,): "拆除 清理 清障 危岩 腾退",
    (Trade.CLEARING, Trade.WRECKING): "征地 征收 征拆 拆迁 清障 搬迁 安置 腾退 签约 清退 流转 补偿 移民 腾地",
    (Trade.MOVING,): "迁改 迁移 改迁 切改 入地 改移",
    (Trade.PLANTING,): "绿化 复绿 植被 种植 覆绿 景观 湿地 林 草 栽植 苗木",
    (Trade.CASTING,): "承台 墩 盖梁 桥台 箱涵 桥涵 渡槽",
    (
        Trade.PAVING,
        Trade.CASTING,
    ): "路面 铺装 道路 堆场 停车场 操场 运动场 场地 道面 广场 机耕路 田间路 步道 街面 跑道 路 铺筑 摊铺",
    (Trade.PAVING, Trade.FITTING): "交安 安防工程 铺轨 轨道 标线 桥面",
    (Trade.LINES, Trade.FITTING): "架线 电缆 光缆 线路 外电 集电 海缆 专线 送出 接触网 四电",
    (Trade.LINES, Trade.EARTH): "管网 管道 管线 管道 污水管 雨水管 排水 沟渠 渠",
    (Trade.TUNNEL, Trade.CASTING): "隧道 隧洞 洞 盾构 区间 巷道 竖井 井筒 掘进 斜井 暗挖 顶进 顶管",
    (Trade.PILES, Trade.EARTH): "桩 机井 机电井 水源井",
    (Trade.PILES, Trade.EARTH, Trade.CASTING): "围护 支护 基坑 基础 软基 地基 地下室",
    (Trade.EARTH, Trade.CASTING): "路基 土石方 平整 清淤 疏浚 填筑 堤 围堰 场平 路堤 整形 回填 大坝 坝 尾矿库",
    (Trade.FINISHING, Trade.FITTING): "装修 装饰 保温 幕墙 外立面 彩画 油饰 精装 洁净 净化",
    (Trade.FITTING, Trade.PAVING): "防渗膜 膜铺设 防渗系统 防渗层",
    (Trade.REPAIR, Trade.CASTING): "修缮 加固 改造 维修 修复",
    (Trade.STEEL,): "钢 架设 吊装 组立 屋盖 梁板 箱梁 铁塔 温室 大棚",
    (Trade.SOFTWARE,): "平台 软件 系统 开发 智慧",
    (Trade.FITTING,): "安装 设备 机电 消防 电梯 安防 充电 布展 陈列 净化",
}

TRADES_NAMED: Mapping[str, tuple[Trade, ...]] = {
    word: trades for trades, words in NAMES_OF.items() for word in listed(words)
}
"""The trades that build a node whose name holds a word, the foremost first."""

OF_KIND: Mapping[NodeKind, tuple[Trade, ...]] = {
    NodeKind.FOUNDATION: (Trade.EARTH, Trade.PILES, Trade.CASTING),
    NodeKind.STRUCTURE: (Trade.CASTING, Trade.STEEL),
    NodeKind.TOPPING_OUT: (),
    NodeKind.INSTALLATION: (Trade.FITTING,),
    NodeKind.UTILITIES: (Trade.MOVING, Trade.LINES),
    NodeKind.ACQUISITION: (Trade.CLEARING, Trade.WRECKING),
    NodeKind.OTHER: (),
}

CLEARED_THINGS = tuple(
    listed(
        """
        房 房子 房屋 旧房 老房 民房 院子 大棚 棚子 坟 坟墓 祖坟 青苗 树 果树 杨树 附属物 地上物 企业 商铺 商户 门面 厂房
        养殖场 猪圈 鱼塘 虾塘 菜地 违建 厂子 工厂 住户 户 农户 村民
        """
    )
)
"""What has to go before works can begin."""

OWN, SHARED = 1.0, 0.5


def _verbs() -> dict[str, dict[Trade, float]]:
    verbs: dict[str, dict[Trade, float]] = {}
    for place, weight in ((0, OWN), (1, SHARED)):
        for trade, both in VERBS_OF.items():
            for verb in listed(both[place]):
                verbs.setdefault(verb, {}).setdefault(trade, weight)
    return verbs


TRADE_VERBS: Mapping[str, Mapping[Trade, float]] = _verbs()
"""Of each verb the trades that have it, and how much it is theirs."""
