"""Units as people write them: what the contract calls each, and its base unit."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from language.counts.kinds import NumberKind


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its one name (km and 公里 are 公里), what it makes of a number, and how many of its base unit it is."""

    name: str
    kind: NumberKind
    base: str
    factor: Decimal = Decimal(1)


def _named(kind: NumberKind, name: str, base: str, factor: str, *also: str) -> dict[str, Unit]:
    """One unit under all the words for it."""
    return dict.fromkeys((name, *also), Unit(name, kind, base, Decimal(factor)))


def _measured(name: str, base: str, factor: str, *also: str) -> dict[str, Unit]:
    return _named(NumberKind.QUANTITY, name, base, factor, *also)


def _money(name: str, base: str, factor: str, *also: str) -> dict[str, Unit]:
    return _named(NumberKind.MONEY, name, base, factor, *also)


_MEASURES = {
    **_measured("公里", "m", "1000", "千米", "km", "KM", "Km"),
    **_measured("米", "m", "1", "m", "M", "公尺", "延米", "延长米"),
    **{
        unit: Unit(unit, NumberKind.QUANTITY, unit)
        for unit in (
            "单线公里",
            "双线公里",
            "正线公里",
            "铺轨公里",
            "条公里",
            "车道公里",
            "皮长公里",
            "芯公里",
            "杆公里",
            "沟公里",
        )
    },
    **_measured("华里", "m", "500", "里地", "里路"),
    **_measured("英里", "m", "1609.344"),
    **_measured("英尺", "m", "0.3048"),
    **_measured("英寸", "m", "0.0254"),
    **_measured("厘米", "m", "0.01", "公分", "cm", "CM"),
    **_measured("毫米", "m", "0.001", "mm", "MM"),
    **_measured("平方公里", "m2", "1000000", "平方千米", "km²", "km2", "k㎡", "㎢"),
    **_measured("平方米", "m2", "1", "平米", "平方", "平", "㎡", "m²", "m2", "M2"),
    **_measured("亩", "mu", "1", "亩地"),
    **_measured("公顷", "ha", "1", "ha", "hm²"),
    **_measured("立方米", "m3", "1", "立方", "方", "m³", "m3", "M3"),
    **_measured("吨", "t", "1", "t", "T", "公吨"),
    **_measured("公斤", "kg", "1", "千克", "kg", "KG", "Kg"),
    **_measured("斤", "kg", "0.5", "市斤"),
    **_measured("克", "kg", "0.001"),
    **_measured("兆瓦时", "MWh", "1", "MWh"),
    **_measured("千瓦时", "MWh", "0.001", "kWh"),
    **_measured("吉瓦", "MW", "1000", "GW"),
    **_measured("兆瓦", "MW", "1", "MW", "MWp", "MWP"),
    **_measured("千瓦", "MW", "0.001", "kW", "KW"),
    **_measured("兆伏安", "MVA", "1", "MVA"),
    **_measured("千伏安", "MVA", "0.001", "kVA", "KVA"),
    **_measured("千伏", "kV", "1", "kV", "KV", "kv"),
}
_CURRENCIES = {
    **_money("元", "CNY", "1", "块", "块钱", "圆", "人民币", "元人民币", "块人民币", "RMB", "CNY"),
    **_money("角", "CNY", "0.1", "毛", "毛钱"),
    **_money("美元", "USD", "1", "美金", "USD"),
    **_money("欧元", "EUR", "1", "EUR"),
    **_money("港元", "HKD", "1", "港币", "HKD"),
    **_money("日元", "JPY", "1", "JPY"),
    **_money("英镑", "GBP", "1", "GBP"),
}
# What is counted on sites and in offices. 期, 级 and 标段 are missing: 二期 and 二级 name things, they count nothing.
_COUNTED = (
    "格户栋幢层根台座处基项条套片道眼孔环棵株仓跨榀段家人名口间辆件块批组宗村只次遍轮场位支门樘扇盏节回对面笔份班车张册页头匹艘架部"
    "盘床箱袋卷吊幅墩桩枚粒颗束捆行列圈盒桶罐丘倍塊联船趟模",
    "空方 车次 人次 台次 台套 工日 车位 床位 张床位 车道 小区 作业面 工作面 工点 节段",
)
_PLAIN = (
    "个 年 月 日 号 天 周 星期 礼拜 季度 小时 分钟 秒 点 时 岁 周岁 周年 年度 月份 月底 工作日 日历天 "
    "个月 个工作日 个小时 个季度 个星期 个礼拜 个周"
)

UNITS: dict[str, Unit] = {
    **{each: Unit(each, NumberKind.COUNT, each) for each in (*_COUNTED[0], *_COUNTED[1].split())},
    **{each: Unit(each, NumberKind.NUMBER, each) for each in _PLAIN.split()},
    **_MEASURES,
    **_CURRENCIES,
}


# A unit's sign that begins a word with one of the signs behind it is no unit: 220环评, 110基础, 110平整场地.
_WORDS = """
环评保境卫球形网路线 台账风阶地 处理置罚于在 项目 条件例款 家长属具庭 道路闸口 面积层板向临对 组织件合装
块石 场地平景馆内外 名单称录字 次年日月序要 批复准文次件了的下 份额 段落 基础坑本建层底准地 座谈 根据本部
户外内型籍 格局式外构栅调力 片区 头部 口径岸 班组子 孔洞 位置于 支付持撑架护座部 门诊楼窗急 层面级
回填复收迁购报顾用水款 节能点水假日约省 对接比照方外 笔记 轮流换 车间站辆库 张拉贴 架设空构桥线完好 部分门署委队长件位级
只到有剩是能够差给怕好靠见需要
盘活 箱梁涵变 吊装顶完好 幅度 墩柱身 桩基号 行业政道 丘陵 村庄民委 跨高铁河越线 平整台均衡安面改交
方案式向面便法针 模板具型式块数拟 亩产均 米粉面 吨位 元旦件素月 角度落钢 毛坯石利 克服 联合系动通络调网
"""
COUNTED_THINGS = ("风机", "风电机组", "风力发电")
"""Things that are counted although a unit and their first sign make a word: 20台风机."""

WORDS_OF_UNITS = {each[0]: each[1:] for each in _WORDS.split()}


def _by_first_sign() -> dict[str, tuple[tuple[str, Unit], ...]]:
    """The units that begin with a character, the longest first."""
    lists: dict[str, list[tuple[str, Unit]]] = defaultdict(list)
    for said in sorted(UNITS, key=len, reverse=True):
        lists[said[0]].append((said, UNITS[said]))
    return {first: tuple(units) for first, units in lists.items()}


UNITS_BY_FIRST_SIGN = _by_first_sign()
