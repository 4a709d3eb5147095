"""Sentences of one project with two nodes, of two projects, and of two of one family, with whose each of their facts is."""

from collections.abc import Iterator
from typing import Any

ONE = """
x|p01|二桥东段|桥梁工程|n5|路面工程|n6
x|p09|干堤一期|堤身加培|n4|防渗墙|n5
x|p11|螺口泵站|泵房主体|n3|水泵机组安装|n4
x|p13|荷叶湖|底泥清淤|n3|岸线修复|n4
p|p26|市民体育场|看台加固|n2|罩棚钢结构|n3
p|p07|东部热源|锅炉房主体|n4|供热主干管|n6
p|p12|玉带河|清淤疏浚|n2|生态护岸|n3
q|q21|岚河堤防|堤身填筑|n4|护坡护岸|n5
q|q24|老城水管|主管网铺设|n3|入户支管改造|n4
q|q09|上塬风电一期|风机基础|n1|集电线路|n4
q|q01|岚石高速北段|桥梁工程|n3|隧道工程|n4
"""
"""District, project, its name, and two of its nodes."""

TWO = """
x|p01|二桥东段|桥梁工程|n5|p11|螺口泵站|泵房主体|n3
x|p09|干堤一期|防渗墙|n5|p13|荷叶湖|岸线修复|n4
x|p17|正极一期|厂房主体|n1|p22|粮油园|筒仓主体|n3
p|p26|市民体育场|罩棚钢结构|n3|p11|城东污水厂|生化池|n4
p|p23|赵庄110|铁塔组立|n2|p07|东部热源|锅炉房主体|n4
p|p34|赵庄高标|机井及地埋管|n4|p12|玉带河|生态护岸|n3
q|q22|上塬提灌|压力管道铺设|n3|q21|岚河堤防|堤身填筑|n4
q|q13|柏林光伏|升压站土建|n5|q05|峡口大桥|桩基施工|n3
q|q33|实训楼|主体结构|n4|q23|柏林水库|坝体灌浆|n3
"""
"""District, two projects, each with its name and a node."""

OF_ONE = """
{P}{a}、{b}分别完成40%、25%。|a 40|b 25
{P}{a}和{b}分别完成40%和25%|a 40|b 25
{P}{a}、{b}都在施工。|a in_progress|b in_progress
{P}{a}还没开始，{b}也没开始。|a not_started|b not_started
{P}{a}完成40%，{b}还没开始。|a 40|b not_started
{P}除{b}没开始外，{a}正在施工。|a in_progress|b not_started
{P}{a}完成40%，项目整体完成30%。|a 40|P 30
{P}整体完成30%，其中{a}完成40%。|a 40|P 30
{P}累计完成投资3200万元，{a}完成40%。|a 40|P wan
{P}{a}完成40%，累计完成投资3200万元，{b}25%。|a 40|P wan|b 25
{P}{a}停工，{b}照常施工。|a blocked|b in_progress
{P}{a}完成40%，{b}停工。|a 40|b blocked
{P}{a}完成40%，全线停工。|a 40|P blocked
{P}{a}完成40%，目前项目全面停工。|a 40|P blocked
{P}{a}有一段停了，其余正常施工。|a in_progress
{P}{a}8月底、{b}9月底前完成。|a due 08-31|b due 09-30
{P}{a}、{b}均计划8月底前完成。|a due 08-31|b due 08-31
{P}{a}6月5日完工，转入{b}。|a done|a done_on 06-05|b in_progress
{P}{a}水泥断供，{b}不受影响，完成25%。|a !construction|b 25
{P}{a}因水泥断供停工，{b}完成25%。|a blocked|a !construction|b 25
{P}{a}完成40%，{b}缺模板。|a 40|b !construction
{P}{a}完成40%。施工用电不够，请供电公司支持。|a 40|P !supply|P help
{P}{a}完成40%。存在问题：村民阻工。|a 40|P !stability
{P}{a}完成40%。存在问题：{b}缺模板。|a 40|b !construction
请镇政府协调{P}{b}村民阻工问题。|b !stability|b help
{P}：①{a}40%②{b}25%|a 40|b 25
{P}{a}（40%）、{b}（25%）|a 40|b 25
{P}下周计划：完成{b}。本周{a}完成40%。|a 40|b due 06-21
{P}本周{a}完成40%，下周计划完成{b}。|a 40|b due 06-21
本周{P}{a}6月5日完工，{b}没启动。|a done|a done_on 06-05|b not_started
{P}{a}完成40%，其余无变化。|a 40|P unchanged
{P}{a}还没开始。另外问下，下周例会几点？|a not_started
"""

OF_TWO = """
{P}{a}、{R}{b}分别完成40%、25%。|a 40|b 25
{P}{a}和{R}{b}都在施工。|a in_progress|b in_progress
{P}{a}、{R}{b}均停工。|a blocked|b blocked
{P}{a}、{R}{b}均计划8月底前完成。|a due 08-31|b due 08-31
{P}停工，{R}{b}完成25%。|P blocked|b 25
{P}{a}完成40%，{R}停工。|a 40|R blocked
{P}和{R}都没变化。|P unchanged|R unchanged
{P}{a}完成40%；{R}同上周。|a 40|R unchanged
{P}{a}完成40%，缺模板；{R}{b}25%，村民阻工，请镇里协调。|a 40|a !construction|b 25|b !stability|b help
{P}{a}完成40%；{R}{b}25%。{P}资金紧张。|a 40|b 25|P !funding
一、进展：{P}{a}完成40%；{R}{b}25%。二、问题：{P}资金紧张；{R}村民阻工。|a 40|b 25|P !funding|R !stability
{P}{a}完成40%；{R}{b}25%。下周计划：{R}完成{b}。|a 40|b 25|b due 06-21
{R}{b}完成25%。请供电公司协调{P}施工用电问题。|b 25|P !supply|P help
【{P}】{a}完成40%。【{R}】停工。|a 40|R blocked
1.{P}，{a}，40%\\n2.{R}，{b}，25%|a 40|b 25
"""

SIBLINGS = """
x|xuhang|二桥|p01|东段|桥梁|n5|p02|西段|初设|n3|东、西两段
x|hufei|干堤|p09|一期|防渗墙|n5|p10|二期|环评|n2|一、二期
x|wanjie|棚改|p28|A地块|主体|n3|p29|B地块|房屋拆除|n4|AB两个地块
p|songyuan|3号线|p01|一标|盾构掘进|n4|p02|二标|围护结构|n4|一、二标
p|jiangtao|智算中心|p14|一期|机电安装|n4|p15|二期|节能审查|n2|一二期
p|shengnan|高标|p34|赵庄片区|田间道路|n5|p35|马坊片区|施工招标|n2|赵庄、马坊两个片区
q|guanpeng|岚石高速|q01|北段|隧道|n4|q02|南段|环评|n2|南、北两段
q|tanyi|滨河路|q25|东段|路面|n4|q26|西段|雨污水管道|n5|东西两段
"""
"""District, liaison, family, two siblings with their marks and a node each, and how both are called together."""

OF_SIBLINGS = """
{m}{a}完成40%，{k}{b}还没开始。|a 40|b not_started
{F}{m}{a}完成40%；{k}{b}还没开始。|a 40|b not_started
{k}{b}还没开始；{m}{a}完成40%。|a 40|b not_started
{F}：{m}{a}完成40%，{k}{b}还没开始|a 40|b not_started
1、{m}{a}完成40%\\n2、{k}{b}还没开始|a 40|b not_started
{a}完成40%（{m}），{b}还没开始（{k}）|a 40|b not_started
{m}{a}定在8月底完成{k}{b}还没开始|a due 08-31|b not_started
{m}这边{a}完成40%，{k}那边{b}还没开始|a 40|b not_started
{m}{a}完成40%，{k}同上周|a 40|R unchanged
{F}{both}都没变化。|P unchanged|R unchanged
{both}本周都停工。|P blocked|R blocked
"""

Fact = tuple[str, str | None, str, str]


def sentences() -> Iterator[tuple[str, str | None, str, set[Fact]]]:
    """District, sender, message, and the facts it must give."""
    for plan in ONE.split():
        district, project, name, one, first, other, second = plan.split("|")
        words = {"P": name, "a": one, "b": other}
        whose = {"P": (project, None), "a": (project, project + first), "b": (project, project + second)}
        yield from _filled(district, None, OF_ONE, words, whose)
    for plan in TWO.split():
        district, p, name, one, first, r, called, other, second = plan.split("|")
        words = {"P": name, "a": one, "R": called, "b": other}
        whose = {"P": (p, None), "a": (p, p + first), "R": (r, None), "b": (r, r + second)}
        yield from _filled(district, None, OF_TWO, words, whose)
    for plan in SIBLINGS.split("\n")[1:-1]:
        district, sender, family, p, mark, one, first, r, other_mark, other, second, both = plan.split("|")
        words = {"F": family, "m": mark, "a": one, "k": other_mark, "b": other, "both": both}
        whose = {"P": (p, None), "a": (p, p + first), "R": (r, None), "b": (r, r + second)}
        yield from _filled(district, sender, OF_SIBLINGS, words, whose)


def _filled(
    district: str, sender: str | None, templates: str, words: dict[str, str], whose: dict[str, tuple[str, str | None]]
) -> Iterator[tuple[str, str | None, str, set[Fact]]]:
    for line in templates.strip().splitlines():
        text, *told = line.split("|")
        facts = {(*whose[each[0]], *fact(each[2:])) for each in told}
        yield district, sender, text.format(**words).replace("\\n", "\n"), facts


def fact(said: str) -> tuple[str, str]:
    """Key and value of a fact as the tables write it."""
    key, _, day = said.partition(" ")
    if day:
        return {"due": "due_on", "done_on": "done_on"}[key], f"2026-{day}"
    if said.isdigit():
        return "percent", said
    if said.startswith("!"):
        return "problem", said[1:]
    return {"wan": ("investments", "3200"), "help": ("needs_help", "True")}.get(said, ("status", said))


def facts_of(reports: list[dict[str, Any]]) -> set[Fact]:
    """What reports tell, each fact with whose it is."""
    found: set[Fact] = set()
    for report in reports:
        whose = report["project"], report.get("node")
        for key in ("status", "percent", "due_on", "done_on", "needs_help"):
            if key in report:
                found.add((*whose, key, str(report[key])))
        found.update((*whose, "investments", str(each.get("wan"))) for each in report.get("investments", ()))
        found.update((*whose, "problem", each) for each in report.get("problems", ()))
        found.update((*whose, "quantities", str(each)) for each in report.get("quantities", ()))
    return found
