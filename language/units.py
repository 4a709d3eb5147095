"""Units as people write them: what the contract calls each, and its base unit for comparing amounts in different units."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class UnitKind(StrEnum):
    """What sort of thing is measured."""

    MONEY = "money"
    QUANTITY = "quantity"
    COUNT = "count"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its one name (km and 公里 are 公里), and how many of its base unit it is."""

    name: str
    kind: UnitKind
    base: str
    factor: Decimal = Decimal(1)


def _measured(name: str, base: str, factor: str, *also: str) -> dict[str, Unit]:
    unit = Unit(name, UnitKind.QUANTITY, base, Decimal(factor))
    return dict.fromkeys((name, *also), unit)


def _money(name: str, base: str, factor: str, *also: str) -> dict[str, Unit]:
    return dict.fromkeys((name, *also), Unit(name, UnitKind.MONEY, base, Decimal(factor)))


_MEASURES = {
    **_measured("公里", "m", "1000", "千米", "km", "KM", "Km"),
    **_measured("米", "m", "1", "m", "M", "公尺", "延米", "延长米"),
    **_measured("厘米", "m", "0.01", "公分", "cm", "CM"),
    **_measured("毫米", "m", "0.001", "mm", "MM"),
    **_measured("平方公里", "m2", "1000000", "平方千米", "km²", "km2", "k㎡", "㎢"),
    **_measured("平方米", "m2", "1", "平米", "平方", "平", "㎡", "m²", "m2", "M2"),
    **_measured("亩", "mu", "1"),
    **_measured("公顷", "ha", "1", "ha", "hm²", "顷"),
    **_measured("立方米", "m3", "1", "立方", "方", "m³", "m3", "M3", "方量"),
    **_measured("吨", "t", "1", "t", "T"),
    **_measured("公斤", "kg", "1", "千克", "kg", "KG", "Kg"),
    **_measured("斤", "kg", "0.5", "市斤"),
    **_measured("克", "kg", "0.001", "g"),
    **_measured("升", "L", "1", "L"),
    **_measured("兆瓦时", "MWh", "1", "MWh"),
    **_measured("千瓦时", "MWh", "0.001", "kWh", "度电"),
    **_measured("吉瓦", "MW", "1000", "GW"),
    **_measured("兆瓦", "MW", "1", "MW"),
    **_measured("千瓦", "MW", "0.001", "kW", "KW"),
    **_measured("兆伏安", "MVA", "1", "MVA"),
    **_measured("千伏安", "MVA", "0.001", "kVA", "KVA"),
    **_measured("千伏", "kV", "1", "kV", "KV", "kv"),
    **_measured("度", "°", "1", "℃"),
}
_MONEY = {
    **_money("元", "CNY", "1", "块钱", "块", "圆", "元人民币", "人民币", "RMB", "CNY", "块人民币", "元钱"),
    **_money("角", "CNY", "0.1", "毛", "毛钱", "角钱"),
    **_money("分", "CNY", "0.01", "分钱"),
    **_money("美元", "USD", "1", "美金", "USD"),
    **_money("欧元", "EUR", "1", "EUR"),
    **_money("港元", "HKD", "1", "港币", "HKD"),
    **_money("日元", "JPY", "1", "JPY"),
    **_money("英镑", "GBP", "1", "GBP"),
}
# What is counted on a building site and in an office; one character each, then the longer ones.
_COUNTERS = (
    "个 户 栋 幢 层 根 台 座 处 基 项 条 套 片 道 眼 孔 环 棵 株 仓 跨 榀 段 家 人 名 口 间 辆 件 块 批 组 宗 村 只 次 遍 轮 场 位 支 门 樘 扇 "
    "盏 节 回 对 面 笔 份 期 班 车 车次 人次 立方 张 册 页 头 匹 艘 架 部 盘 车位 床 张床位 车道 标段 小区 班组 平台 工点 作业面 台班 台套 工日 延 "
    "箱 袋 卷 吊 幅 墩 桩 榀 洞 池 塔 樁 杆 井 院 所 镇 乡 街道 单元 工区 片区 地块 车间 泵 枚 粒 颗 顶 束 捆 行 列 丛 圈 级 重 种 类 盒 包 桶 罐 顿 丘 坪 管 座次 圈次"
).split()
_TIMES = "年 月 日 号 天 周 星期 礼拜 季度 小时 分钟 秒 点 时 个月 个工作日 工作日 个小时 个季度 个星期 个礼拜 周岁 岁 周年".split()

UNITS: dict[str, Unit] = {
    **{each: Unit(each, UnitKind.COUNT, each) for each in _COUNTERS},
    **{each: Unit(each, UnitKind.TIME, each) for each in _TIMES},
    **_MEASURES,
    **_MONEY,
}
COUNTERS = frozenset(_COUNTERS)
LONGEST_UNIT = max(map(len, UNITS))
