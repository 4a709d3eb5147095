"""How much of something is done, of how much, and how much is left: things that are counted, ways to say it, places."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import count
from typing import Any, NamedTuple

from tests.language.rewording.figures import aloud


class Thing(NamedTuple):
    """What is counted: where, how it is called, by what verb it is done, in what unit, how much of how much."""

    district: str
    project: str
    works: str
    node: str
    verb: str
    unit: str
    done: str
    total: str


THINGS = [
    Thing(*line.split())
    for line in """
q 上塬风电一期 风机基础 q09n1 浇 座 9 16
q 石嘴110 铁塔组立 q11n4 立 基 24 61
q 石嘴110 架线 q11n5 架 公里 6.5 14.2
q 柏林光伏 桩基施工 q13n3 打 根 1860 5200
q 供水管网 主管网铺设 q24n3 铺 公里 6.8 21.4
q 供水管网 入户支管改造 q24n4 改 户 1240 3600
q 上塬提灌 压力管道铺设 q22n3 铺 米 1450 3800
t 屋顶光伏 屋顶签约 p14n2 签 户 412 900
t 老街二期 房屋拆除 p21n4 拆 栋 31 58
t 燃气管道 主干管更换 p24n2 换 公里 8.6 15
x 白鹤码头 码头桩基 p03n5 沉 根 172 260
x 尾水湿地 潜流湿地单元 p15n4 做 个 9 24
x 粮油园 筒仓主体 p22n3 浇 座 3 8
p 3号线一标 围护结构 p01n2 做 幅 64 120
p 加装电梯 电梯安装 p32n3 装 部 37 120
p 民丰灌区 干渠衬砌 p36n2 衬 公里 7.6 19
""".strip().splitlines()
]
WAYS = [
    line.split()
    for line in """
完成{d}{u} d
{v}了{d}{u} d
已{v}{d}{u} d
{d}{u}已{v}好 d
一共{v}了{d}{u} d
到今天总共{v}了{d}{u} d
眼下{v}了{d}{u}的样子 d
{v}了差不多{d}{u} d
本周{v}{d}{u} d
{v}了{d}{u}，共{t}{u} dt
{v}完{d}{u}，合计{t}{u} dt
{v}了{d}{u}，总数{t}{u} dt
完成{d}{u}（全部{t}{u}） dt
完成{t}{u}中的{d}{u} dt
{t}{u}里{v}了{d}{u} dt
{t}{u}的任务{v}了{d}{u} dt
任务量{t}{u}，{v}了{d}{u} dt
计划{t}{u}，完成{d}{u} dt
设计{t}{u}，现已{v}{d}{u} dt
{d}/{t}{u} dt
{v}了{d}{u}，还剩{l}{u} dl
{v}了{d}{u}还有{l}{u}没{v} dl
{v}完{d}{u}，{l}{u}没{v} dl
{v}了{d}{u}，未{v}{l}{u} dl
已{v}{d}{u}，待{v}{l}{u} dl
完成{d}{u}，未完成{l}{u} dl
还剩{l}{u} l
{l}{u}还没{v} l
没{v}的还有{l}{u} l
未{v}{l}{u} l
总共{t}{u}，没{v}的{l}{u} tl
共{t}{u}，{v}了{d}{u}，还剩{l}{u} dtl
共{t}{u}已{v}{d}{u}未{v}{l}{u} dtl
{t}{u}里头{v}了{d}{u}，{l}{u}没{v} dtl
{v}了近{d}{u} -
{v}了{d}多{u} -
计划下周{v}{d}{u} -
每天{v}{d}{u} -
从{l}{u}增加到{d}{u} d
{v}了{d}{u}，下周再{v}{l}{u} d
{v}了{d}{u}，现场60人 d
""".strip().splitlines()
]
"""Each with what it tells: done, total, left."""
PLACES = (
    "@项目助手 {p}{w}{said}。",
    "{p}：{w}{said}",
    "{p}，{w}{said}，下周接着干",
    "{w}{said}，{p}",
    "项目：{p}\n进展：{w}{said}",
    "1、{p}：{w}{said}",
    "@项目助手 {p}这边{w}方面，{said}",
)
KEYS = {"d": "done", "t": "total", "l": "left"}


def number(said: Fraction, spoken: bool) -> str:
    """A number in figures or as it is spoken."""
    plain = f"{float(said):g}"
    return aloud(plain) if spoken else plain


def sentences() -> Iterator[tuple[str, str, str, list[Mapping[str, Any]]]]:
    """A district, a message, the node it is of, and the quantities that it tells."""
    turn = count()
    for way, tells in WAYS:
        for thing in THINGS:
            at = next(turn)
            values = {"d": Fraction(thing.done), "t": Fraction(thing.total)}
            values["l"] = values["t"] - values["d"]
            figures = {key: number(value, spoken=at % 5 == 0) for key, value in values.items()}
            said = way.format(v=thing.verb, u=thing.unit, **figures)
            text = PLACES[at % len(PLACES)].format(p=thing.project, w=thing.works, said=said)
            told = {KEYS[key]: float(values[key]) for key in tells if key in KEYS}
            yield thing.district, text, thing.node, [told | {"unit": thing.unit}] if told else []
