"""Ways to say what happened in another order or by another verb: parted, denied, of the dialect, the fact before its owner."""

import re
from collections.abc import Iterator, Mapping
from itertools import count, cycle
from typing import Any, NamedTuple

Facts = Mapping[str, Any]


class Case(NamedTuple):
    """A district, a sentence, what it tells of each project or node, and who says it."""

    district: str
    text: str
    wanted: Mapping[str, Facts]
    sender: str | None = None


DAYS = {
    "6月3日": "2026-06-03",
    "昨天": "2026-06-09",
    "上周五": "2026-06-05",
    "5月28号": "2026-05-28",
    "上个月": "2026-05-31",
    "前天": "2026-06-08",
    "去年12月26日": "2025-12-26",
    "今年3月12号": "2026-03-12",
}
"""Days gone by on 10 June 2026."""

PAPERS = """
p|餐厨项目|环评|p13n2
v|天然气支线|核准|p12n1
q|二级电站|初步设计|q08n1
ac|双楼闸|实施方案|p10n1
ac|一高东校区|施工许可证|p36n2
x|特钢棒材|节能审查|p16n2
r|码头一期|岸线使用|r03n1
ac|马店小学|用地预审|p37n2
"""
WORKS = """
p|市民体育场|看台加固|p26n2
q|岚石高速北段|路基工程|q01n2
x|荷叶湖|底泥清淤|x13
ac|左岸堤防|护坡砌筑|p09n4
ac|供汽管网|管道安装|p24n4
ac|良繁基地|灌溉管网|p28n3
r|灌区改造|渠道衬砌|r22n2
p|加装电梯|电梯安装|p32n3
q|老旧小区|外墙保温|q29n3
""".replace("x13\n", "p13n3\n")

# a denial with something between it and its verb -----------------------------------------------------------------

DENIED_PAPERS = {
    "in_progress": """
        没给批|市局还没给批|没肯批|没让过|省厅还没给下|县里没给出件|未予批复|没来得及批
        |还没给发|局里没同意批|还没舍得批|专家没让过|还没能批下来|一直没给批下来|没给盖章|压着没给批
    """,
    "not_started": "没来得及报|还没顾上报|没让报|没顾得上办|没给报|还没腾出手报|一直没来得及送审|没敢报",
}
DENIED_WORKS = """
没让干|村里没让动|部队没让拆|没给干|没来得及做完|没能干完|没敢动|没法干完|还没顾上弄|没顾得上收尾|没舍得拆完|不肯让干完
|没来得及收口|没让弄完|未能按期做完|没能如期完工
"""
NOT_DONE = "not done"
"""Whatever it tells, nothing is done."""

# verbs of an end as the provinces say them ----------------------------------------------------------------------

ENDED_PAPERS = "批罢了|批毕了|办妥了|办停当了|整下来了|弄下来了|办中了|批妥了|跑下来了|办毕|弄妥了|搞妥了|整妥了|办利索了|弄到手了|审罢了"
ENDED_WORKS = """
干罢了|弄罢了|整完了|搞妥了|做毕|弄中了|干中了|收拾完了|拾掇完了|干利索了|整利索了|弄停当了|整好了|搞好了|弄好了|整毕了|干齐了
|鼓捣完了|忙完了|做罢了|搞毕了|弄妥当了|搞定咧|整完咧|干完哩
"""

# verbs parted from their objects ---------------------------------------------------------------------------------

PARTED = """
ac|官渡卫生院|主体封顶|p34n4|封的顶|done
ac|颍河三桥|合龙|p03n8|合的龙|done
ac|柴湖粮库|施工招标|p26n4|定的标|done
ac|柴湖粮库|施工招标|p26n4|中的标|done
ac|柴湖粮库|施工招标|p26n4|开的标|in_progress
ac|柴湖粮库|施工招标|p26n4|挂的网|in_progress
ac|217大修|交工验收|p04n7|验的收|done
ac|左岸堤防|堤身填筑|p09n3|收的尾|done
ac|左岸堤防|堤身填筑|p09n3|收的口|done
ac|左岸堤防|堤身填筑|p09n3|完的工|done
ac|左岸堤防|堤身填筑|p09n3|复的工|in_progress
ac|左岸堤防|堤身填筑|p09n3|动的手|in_progress
ac|左岸堤防|堤身填筑|p09n3|停的工|blocked
ac|左岸堤防|堤身填筑|p09n3|进的场|in_progress
ac|面粉厂|土地摘牌|p17n3|摘的牌|done
ac|中心粮库|施工许可证|p25n2|领的证|done
ac|中心粮库|施工许可证|p25n2|发的证|done
ac|疏港路|通车|p08n7|通的车|done
ac|水源置换|通水|p12n5|通的水|done
ac|屋顶光伏|并网|p15n5|并的网|done
ac|城北安置房|交付|p27n9|交的房|done
ac|面粉厂|试生产|p17n8|投的料|done
ac|官渡卫生院|竣工|p34n5|竣的工|done
ac|蔬菜产业园|设施农用地备案|p29n1|备的案|done
ac|秸秆厂|消防设计审查|p31n3|报的审|in_progress
ac|中心粮库|地基处理|p25n3|返的工|!construction
"""
PARTED_START = ("开的工", "动的工", "破的土", "奠的基", "进场开的工")
"""Said of the project, it is its start."""
PARTED_FORMS = ("{0}的{1}", "{0}了{1}", "{0}完{1}", "{0}罢{1}")
STARTS = "ac|官渡卫生院|p34n3\nac|屋顶光伏|p15n3\nac|颍河三桥|p03n4\nx|新沟泵站|p12n2\nq|上南路|q06n3\np|育才小学|p25n2"
PARTED_PLACES = (
    "{p}{n}{d}{v}",
    "@项目助手 {p}的{n}，{d}{v}",
    "{p}：{n}{d}{v}，别的没啥",
    "报告领导：{p}{n}是{d}{v}。",
    "{p}{n}{d}就{v}了",
    "{n}{d}{v}，{p}",
)

# the fact before its owner ---------------------------------------------------------------------------------------

OWNERS = ("，{p}。", "，{p}那个。", "，{p}的。", "，说的是{p}。", "，{p}这边", "，这是{p}", "，{p}那块的事")
FACTS_FIRST = """
{n}{d}批下来的|paper|done @
{n}还没批|paper|in_progress
{n}办好了，{d}|paper|done @
{n}报上去了，月底能批|paper|in_progress >2026-06-30
{n}完成40%|work|%40
{n}停了，没料|work|blocked !construction
{n}{d}全部完工|work|done @
{n}还没动|work|not_started
{n}月底前完|work|>2026-06-30
"""
MORE_BEHIND = ("", "，{o}那边没变化。")


def _rows(table: str) -> list[list[str]]:
    return [line.strip().split("|") for line in table.strip().splitlines()]


def _ways(said: str) -> list[str]:
    return [each.strip() for each in said.replace("\n", " ").split("|")]


def denied() -> Iterator[Case]:
    """Papers and works of which an end is denied, however far the denial stands from its verb."""
    turn = count()
    places = ("{p}{n}{w}。", "@项目助手 {p}：{n}{w}", "{p}的{n}，{w}，我们再去催", "1/ {p}{n}{w}。")
    for status, ways in DENIED_PAPERS.items():
        for way in _ways(ways):
            for district, project, node, told in _rows(PAPERS):
                place = places[next(turn) % len(places)]
                yield Case(district, place.format(p=project, n=node, w=way), {told: {"status": status}})
    for way in _ways(DENIED_WORKS):
        for district, project, node, told in _rows(WORKS)[::2]:
            place = places[next(turn) % len(places)]
            yield Case(district, place.format(p=project, n=node, w=way), {told: {NOT_DONE: True}})


def ended() -> Iterator[Case]:
    """Ends as the provinces say them."""
    days = cycle(DAYS.items())
    turn = count()
    places = ("{p}{n}{d}{w}", "@项目助手 俺这{p}{n}{d}就{w}，别的没啥", "{p}：{n}{d}{w}。", "{n}{d}{w}，{p}的")
    for table, ways in ((PAPERS, ENDED_PAPERS), (WORKS, ENDED_WORKS)):
        for way in _ways(ways):
            for district, project, node, told in _rows(table)[next(turn) % 2 :: 2]:
                day, on = next(days)
                text = places[next(turn) % len(places)].format(p=project, n=node, d=day, w=way)
                yield Case(district, text, {told: {"status": "done", "done_on": on}})


def parted() -> Iterator[Case]:
    """Verbs with their objects parted, on a day gone by."""
    days = cycle([each for each in DAYS.items() if each[0] != "上个月"])
    for row in _rows(PARTED):
        district, project, node, told, verb, status = row
        for place in PARTED_PLACES:
            day, on = next(days)
            if "就" in place:
                verb_said = verb.replace("的", "了") if verb[1] == "的" else verb
                text = place.format(p=project, n=node, d=day, v=verb_said).removesuffix("了")
            else:
                text = place.format(p=project, n=node, d=day, v=verb)
            facts: dict[str, Any] = _facts(status, on)
            if status == "done":
                facts["done_on"] = on
            yield Case(district, text, {told: facts})
    for district, project, told in _rows(STARTS):
        for verb in PARTED_START:
            day, on = next(days)
            for place in ("{p}{d}{v}。", "{d}{v}，{p}", "@项目助手 {p}是{d}就{v}"):
                yield Case(district, place.format(p=project, d=day, v=verb), {told: {"status": "done", "done_on": on}})


def owned_behind() -> Iterator[Case]:
    """The fact first, then whose it is."""
    days = cycle(DAYS.items())
    turn = count()
    for said, sort, *_ in _rows(FACTS_FIRST):
        told = _rows(FACTS_FIRST)[[each[0] for each in _rows(FACTS_FIRST)].index(said)][2]
        for district, project, node, of in _rows(PAPERS if sort == "paper" else WORKS):
            for owner in OWNERS[next(turn) % 2 :: 2]:
                day, on = next(days)
                text = (said + owner).format(p=project, n=node, d=day)
                yield Case(district, text, {of: _facts(told, on)})


def _facts(told: str, on: str) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for each in told.split():
        if each == "@":
            facts["done_on"] = on
        elif each[0] == ">":
            facts["due_on"] = each[1:]
        elif each[0] == "%":
            facts["percent"] = float(each[1:])
        elif each[0] == "!":
            facts["problems"] = [each[1:]]
        else:
            facts["status"] = each
    return facts


# a figure before what it is of -----------------------------------------------------------------------------------

FIGURES = """
ac|周楼路东段|征地|p01n2|126亩/131亩|126 131 - 亩
ac|周楼路东段|征地拆迁|p01n2|131亩|131 - - 亩
ac|周楼路东段|路面|p01n6|14.6公里|14.6 - - 公里
ac|颍河三桥|水中桩|p03n5|58根/64根|58 64 - 根
ac|水源置换|主管网|p12n3|23.5公里|23.5 - - 公里
ac|大王庙风电|风机吊装|p14n2|9台|9 - - 台
p|北关片区|房屋征收签约|p30n3|312户/420户|312 420 - 户
p|加装电梯|电梯安装|p32n3|37部|37 - - 部
q|上塬提灌|压力管道|q22n3|1450米|1450 - - 米
q|石嘴110|铁塔组立|q11n4|24基|24 - - 基
r|双庙高标|机井|r34n2|86眼|86 - - 眼
x|白鹤码头|码头桩基|p03n5|172根|172 - - 根
"""
FIGURE_WAYS = (
    "{f}，{p}{n}目前就是这个数。",
    "@项目助手 {f}，{p}{n}干到今天的数",
    "{f}，{p}{n}。",
    "{f}——{p}{n}累计完成数",
    "{f}，{p}的{n}到今天为止",
    "今天报个数：{f}，{p}{n}的",
)
SHARES = "85%|百分之六十二|40%"
SHARE_WAYS = ("{f}，{p}{n}。", "@项目助手 {f}，{p}{n}的进度", "{f}，{p}{n}完成了这么多")
MONEYS = (("1.64亿", 16400.0), ("3200万元", 3200.0), ("八千六百万", 8600.0), ("2.05亿元", 20500.0))
MONEY_WAYS = (
    ("{m}，{p}累计完成投资。", "total", None),
    ("@项目助手 {m}，{p}累计完成投资，占总投资58%。", "total", 58.0),
    ("{m}，{p}今年完成投资，占年度计划46%", "year", 46.0),
    ("{m}，这是{p}今年的投资完成数", "year", None),
    ("{m}，{p}本月完成投资", "month", None),
    ("{m}，更正一下，{p}今年完成投资是这个数，占年计划46%", "year", 46.0),
)
MONEY_OF = "ac|周楼路东段|p01\nac|屋顶光伏|p15\np|动力电池|p16\nx|特钢棒材|p16\nq|人才公寓|q17"


def figures() -> Iterator[Case]:
    """A bare figure, and in the next clause whose it is."""
    for district, project, node, told, figure, counted in _rows(FIGURES):
        done, total, left, unit = counted.split()
        keys = {"done": done, "total": total, "left": left}
        quantity = {key: float(value) for key, value in keys.items() if value != "-"} | {"unit": unit}
        for way in FIGURE_WAYS:
            yield Case(district, way.format(f=figure, p=project, n=node), {told: {"quantities": [quantity]}})
    shares = cycle(zip(SHARES.split("|"), (85.0, 62.0, 40.0), strict=True))
    for district, project, node, told in _rows(WORKS):
        for way in SHARE_WAYS:
            share, value = next(shares)
            yield Case(district, way.format(f=share, p=project, n=node), {told: {"percent": value}})
    money = cycle(MONEYS)
    for district, project, told in _rows(MONEY_OF):
        for way, scope, part in MONEY_WAYS:
            said, wan = next(money)
            invested: dict[str, Any] = {"wan": wan, "scope": scope} | ({"plan_percent": part} if part else {})
            yield Case(district, way.format(m=said, p=project), {told: {"investments": [invested]}})


# the same with other words, drawn when all of the above was read ----------------------------------------------------

LATER: dict[str, str] = {
    "paper in_progress": """
        没能通过|还没来得及给批|没批成|没轮到批|还没空批|局长没签字|没松口批|没挤出时间批|市里没点头|没捞着批|没等来批复|还没给个说法|没答应给批
        |厅里没给过|没给回函|没给通过|至今没给答复
    """,
    "paper not_started": """
        没工夫报|没时间报|没想起来报|没排上报|没腾开手报|还没往上报|没往窗口递|没递材料|没交件|没往局里送|没倒出空报|没舍得报
    """,
    "work not done": """
        没能收尾|没捞着干完|不叫干|没叫动|不准动工|没能拆完|没腾出人干|没赶上做完|不许干完|没得干完|没干利索|没整完|还没弄停当|没弄妥
        |没拾掇完|不让动|没顾上拾掇完|没收住尾
    """,
    "paper done": "批下来咧|整到手了|跑下来咧|领罢了|下罢了|办熨帖了|搞熨帖了|拿下来咧|批利索了|搞掂了|办归一了|弄下来咧|办拢了|出罢了",
    "work done": """
        拾掇利索了|拾掇停当了|打罢|铺罢了|安罢了|修得了|搞归一了|做熨帖了|整巴适了|砌罢了|搞掂了|交活了|弄拢了|整归一了|做齐了|修成了|弄囫囵了
        |搞圆满了|干齐整了|捯饬好了|鼓捣好了|折腾完了|弄清爽了|做掉了|干掉了|弄光生了
    """,
}


def later() -> Iterator[Case]:
    """Denials and ends that were written down when those above were read."""
    days = cycle(DAYS.items())
    turn = count()
    places = ("{p}{n}{w}。", "{p}：{n}{w}", "报告，{p}的{n}{w}", "{n}{w}，{p}那个，回头细说")
    for key, ways in LATER.items():
        sort, status = key.split(" ", 1)
        for way in _ways(ways):
            for district, project, node, told in _rows(PAPERS if sort == "paper" else WORKS)[next(turn) % 3 :: 3]:
                day, on = next(days)
                said = f"{day}{way}" if status == "done" else way
                text = places[next(turn) % len(places)].format(p=project, n=node, w=said)
                facts = {"status": status} | ({"done_on": on} if status == "done" else {})
                yield Case(district, text, {told: {NOT_DONE: True} if status == "not done" else facts})


LATER_PARTED = """
ac|秸秆厂|备案|p31n1|备的案|done @
ac|马店小学|立项|p37n1|立的项|done @
ac|中心粮库|施工许可证|p25n2|办的证|done @
ac|面粉厂|土地摘牌|p17n3|拿的地|done @
ac|供汽管网|供汽|p24n6|供的汽|done @
ac|屋顶光伏|并网|p15n5|送的电|done @
ac|官渡港一期|开港试运行|p07n9|开的港|done @
ac|颍南水厂|通水|p40n7|供的水|done @
ac|积水点改造|移交管养|p39n8|移的交|done @
ac|大王庙风电|全容量并网|p14n5|并上的网|done @
ac|217大修|施工招标|p04n2|开罢标|in_progress
ac|左岸堤防|护坡砌筑|p09n4|返罢工|!construction
ac|一高东校区|主体封顶|p36n5|封罢顶|done @
ac|良繁基地|县级验收|p28n6|验罢收|done @
p|北关片区|征收补偿方案批复|p30n1|批的方案|done @
p|赵庄110|铁塔组立|p23n2|歇的工|blocked
p|东部热源|点火供热|p07n7|点的火|done @
q|柏林水库|蓄水验收|q23n5|验的收|done @
q|岚石高速北段|通车|q01n7|放的行|done @
"""
LATER_PLACES = (
    "{p}{n}{d}{v}",
    "{p}{n}是{d}{v}，手续都有",
    "报告一下，{n}{d}才{v}，{p}的",
    "{p}：{n}{d}下午{v}，回头补照片",
)


def later_parted() -> Iterator[Case]:
    """Other verbs with their objects parted."""
    days = cycle([each for each in DAYS.items() if each[0] != "上个月"])
    for district, project, node, told, verb, status in _rows(LATER_PARTED):
        for place in LATER_PLACES:
            day, on = next(days)
            yield Case(district, place.format(p=project, n=node, d=day, v=verb), {told: _facts(status, on)})


LATER_FIRST = """
ac|mazhankui|还差5亩，东段征地那块，131亩签了126亩|p01n2 126/131-5亩
ac|mazhankui|下面层铺了9公里，东段的，西段可研批了|p01n6 9/-公里|p02n1 done
ac|kezhiqiang|滑模到顶了，面粉厂那个，肉鸭加工还没开工|p17n5 done|p20n4 not_started
ac|kezhiqiang|打桩210根了，肉鸭加工那边；装修完成35%，香油厂|p20 210/-根|p21n3 %35
ac|dongmancang|打了1180根桩，中心粮库地基处理，还有420根|p25n3 1180/-420根
ac|dongmancang|昨天定标了，柴湖粮库，7月上旬开工|p26n4 done @2026-06-09|p26n5 >2026-07-10
ac|qinxiaomai|环评还没批，秸秆厂的，温室主体完成60%，蔬菜产业园的|p31n2 in_progress|p29n3 %60
ac|tanjing|吊完21台，大王庙风电的。马店风电基础浇了9座|p14n2 21/-台|p13n5 9/-座
ac|gengliang|停工了，三桥水中桩，洪水来了|p03n5 blocked !weather
ac|gengliang|月底清完，三桥那6根水中桩|p03n5 >2026-06-30
ac|cuixiaodong|没料停工，积水点改造管网那块|p39n5 blocked !construction
ac||85%，城北安置房主体，屋面还没做|p27n5 %85
ac||1180根，中心粮库地基处理打桩打到今天，还有420根|p25n3 1180/-420根
ac||23.5公里主管网，水源置换的|p12n3 23.5/-公里
ac||2300万，马店风电本月完成投资；大王庙风电风机吊装9台|p13 ¥2300month|p14n2 9/-台
ac||占年计划46%，1850万元，屋顶光伏今年完成的投资|p15 ¥1850year46
ac||12座，不对，13座，马店风电的风机基础|p13n5 13/-座
p||312/420户，北关片区签约，剩下的月底签完|p30n3 312/420户 >2026-06-30
p||37部，加装电梯装好的，验收交付了20部|p32n3 37/-部|p32n4 20/-部
p||3.2亿，动力电池开工以来的投资，电芯厂房主体完成40%|p16 ¥32000total|p16n5 %40
p||过了，餐厨项目环评，昨天批的|p13n2 done @2026-06-09
q||6.5公里了，石嘴110架线，一共14.2公里|q11n5 6.5/14.2公里
q||没批，二级电站初设，省厅压着|q08n1 in_progress
q||完了，老旧小区外墙保温，6月3日|q29n3 done @2026-06-03
x||172根，白鹤码头桩基干了这些，还剩88根|x03n5 172/-88根
r||86眼机井打完了，双庙高标的，田间道路没动|r34n2 86/-眼|r34n3 not_started
r||60%，灌区改造渠道衬砌，月底能到80%|r22n2 %60
""".replace("x03n5", "p03n5")
"""District, sender, a message, and what each project or node is told: done/total-left unit, share, money, days."""


COUNTED = re.compile(r"([\d.]+)/([\d.]*)-?([\d.]*)([\u4e00-\u9fff]+)")
MONEY = re.compile(r"¥([\d.]+)([a-z]+)([\d.]*)")


def _told(said: str) -> tuple[str, Facts]:
    """One project or node with what it is told."""
    of, *each = said.split()
    facts: dict[str, Any] = {}
    for fact in each:
        if counted := COUNTED.fullmatch(fact):
            numbers = zip(("done", "total", "left"), counted.groups(), strict=False)
            facts["quantities"] = [{key: float(value) for key, value in numbers if value} | {"unit": counted[4]}]
        elif money := MONEY.fullmatch(fact):
            share = {"plan_percent": float(money[3])} if money[3] else {}
            facts["investments"] = [{"wan": float(money[1]), "scope": money[2], **share}]
        elif fact.startswith("@"):
            facts["done_on"] = fact[1:]
        else:
            facts |= _facts(fact, "")
    return of, facts


def later_first() -> Iterator[Case]:
    """What is told before whose it is, in messages of several facts and projects."""
    for district, sender, text, *told in _rows(LATER_FIRST):
        yield Case(district, text, dict(map(_told, told)), sender or None)
