"""Ways to say what happened in another order or by another verb: parted, denied, of the dialect, the fact before its owner."""

from collections.abc import Iterator, Mapping
from itertools import count, cycle
from typing import Any

Facts = Mapping[str, Any]
Case = tuple[str, str, dict[str, Facts]]
"""A district, a sentence, and what it tells of each project or node."""

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
                yield district, place.format(p=project, n=node, w=way), {told: {"status": status}}
    for way in _ways(DENIED_WORKS):
        for district, project, node, told in _rows(WORKS)[::2]:
            place = places[next(turn) % len(places)]
            yield district, place.format(p=project, n=node, w=way), {told: {NOT_DONE: True}}


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
                yield district, text, {told: {"status": "done", "done_on": on}}


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
            yield district, text, {told: facts}
    for district, project, told in _rows(STARTS):
        for verb in PARTED_START:
            day, on = next(days)
            for place in ("{p}{d}{v}。", "{d}{v}，{p}", "@项目助手 {p}是{d}就{v}"):
                yield district, place.format(p=project, d=day, v=verb), {told: {"status": "done", "done_on": on}}


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
                yield district, text, {of: _facts(told, on)}


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
            yield district, way.format(f=figure, p=project, n=node), {told: {"quantities": [quantity]}}
    shares = cycle(zip(SHARES.split("|"), (85.0, 62.0, 40.0), strict=True))
    for district, project, node, told in _rows(WORKS):
        for way in SHARE_WAYS:
            share, value = next(shares)
            yield district, way.format(f=share, p=project, n=node), {told: {"percent": value}}
    money = cycle(MONEYS)
    for district, project, told in _rows(MONEY_OF):
        for way, scope, part in MONEY_WAYS:
            said, wan = next(money)
            invested: dict[str, Any] = {"wan": wan, "scope": scope} | ({"plan_percent": part} if part else {})
            yield district, way.format(m=said, p=project), {told: {"investments": [invested]}}
