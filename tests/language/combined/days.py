"""Ways to say what has happened on which day and what is to happen by when, of papers, tenders, beginnings and works."""

from itertools import cycle, product

PAST = {
    "6月3日": "2026-06-03",
    "昨天": "2026-06-09",
    "上周五": "2026-06-05",
    "5月底": "2026-05-31",
    "去年12月26日": "2025-12-26",
    "今年3月12日": "2026-03-12",
}
AHEAD = {
    "6月底前": "2026-06-30",
    "下周四之前": "2026-06-18",
    "7月上旬": "2026-07-10",
    "下月15号": "2026-07-15",
    "年底前": "2026-12-31",
    "8月20号左右": "2026-08-20",
}
Ways = dict[str | None, str]
"""How a thing is said, by the status that it tells; {D} is a day gone by, {U} one to come."""

PAPER: Ways = {
    "done": """
        {D}批了|{D}拿到了|{D}下来了|{D}批的|{D}出件|{D}办下来的|批了，{D}的事|批下来了，{D}的|拿到了，{D}|审批局{D}批的
        |{D}获批|批文{D}到了|批文下来了|出件了|{D}总算批了|已于{D}办结|{D}签发
    """,
    "in_progress": """
        报上去了|正在走签|走到会签了|批文在印|没退也没批|退回补正|修改稿{D}交了|{D}开的评审会|专家评审过了，批文没出
        |{D}报的，还没批|报上去了，{U}能批|还在走签，{U}下来|评审会{D}开过，正式批复要到{U}|送审了，人家说{U}给
        |没退也没批，{U}怎么也得批了|补正材料已交，{U}批
    """,
    "not_started": "没报|还没办|没开始办|没送审|材料都没报|尚未申报",
    None: """
        {U}批|争取{U}拿到|{U}怎么也得批了|怕要拖到{U}|推到{U}|审批局答应{U}出件|原定{D}，改到{U}|批复要到{U}|有望{U}批
        |人家说{U}给|恐怕要到{U}了
    """,
}
TENDER: Ways = {
    "done": """
        {D}定标|中标通知书{D}发的|{D}发出中标通知书|中标单位确定了|{D}确定中标人|定标了，{D}的事|{D}发的中标通知书
    """,
    "in_progress": """
        已挂网|{D}开标，在公示|候选人公示到{U}|重新挂网了|重新招标，{D}挂的网|开标了，{U}发中标通知书|挂网了，{U}开标
        |{D}开过标，还没定标
    """,
    "not_started": "没挂网|还没招|还没发公告",
    None: "{U}定标|{U}出中标通知书|争取{U}招完|要到{U}才能定标|原定{D}定标，改在{U}",
}
START: Ways = {
    "done": "{D}开的工|{D}下的开工令|监理{D}下的开工令|开工令{D}签发|{D}拿到开工令|开工令{D}下来了|{D}签发开工令|{D}举行了开工仪式",
    "not_started": "还没开工|应{D}开工，至今未开工|{D}就该开工，到现在没开",
    None: "定在{U}开工|开工怕要拖到{U}|原定{D}开工，改在{U}|推到{U}开工",
}
WORKS: Ways = {
    "done": "{D}完的|{D}全部完工|完了，{D}的事|{D}收的尾|{D}就干完了|全部做完了",
    "in_progress": """
        不是没动，{D}就干上了|不是停工，一直在做，只是{D}停了一天|{D}恢复干了|还剩一点|还剩一点，{U}收完|没干完，推到{U}
        |{D}开始的，{U}完|停了两天又干上了
    """,
    "not_started": "没动|没开干|还没动工",
    None: "{U}怎么也完了|怕要拖到{U}|{U}收口|原定{D}完工，推迟到{U}|要到{U}才能完|看来要到{U}",
}
PLACES = (
    "{project}{node}{way}",
    "{project}：{node}{way}。",
    "@项目助手 {project}{node}{way}，谢谢。",
    "项目：{project}\n进展：{node}{way}",
    "1.{project}：{node}{way}；\n2.育才小学：内外装修完成35%。",
    "{project} {node} {way}",
)
BEHIND = ("{way}，{project}的{node}", "{project}{node}，{way}")
"""Places for what has a name of its own."""
SUBJECTS = (
    (PAPER, "p", "餐厨项目", "环评", "p13n2"),
    (PAPER, "v", "天然气支线", "核准", "p12n1"),
    (PAPER, "q", "二级电站", "初步设计", "q08n1"),
    (TENDER, "x", "新沟泵站", "施工招标", "p12n1"),
    (TENDER, "q", "高标准农田", "施工招标", "q20n2"),
    (START, "x", "铁山管廊", "", "p07n3"),
    (START, "q", "上塬风电二期", "", "q10n6"),
    (WORKS, "p", "综合管廊", "管廊主体", "p10n4"),
    (WORKS, "q", "岚石高速北段", "路基工程", "q01n2"),
)
Case = tuple[str, str, str, dict[str, str]]
"""A district, a sentence, the node it is about, and its status and days."""


def sentences() -> list[Case]:
    """Every way at every place."""
    past, ahead = cycle(PAST), cycle(AHEAD)
    found: list[Case] = []
    for ways, district, project, node, told in SUBJECTS:
        said = ((status, way.strip()) for status, some in ways.items() for way in some.split("|"))
        for (status, way), place in product(said, PLACES + (BEHIND if node else ())):
            day, due = next(past), next(ahead)
            text = place.format(project=project, node=node, way=way.format(D=day, U=due))
            found.append((district, text, told, _facts(status, way, day, due)))
    return found


def _facts(status: str | None, way: str, day: str, due: str) -> dict[str, str]:
    facts = {"status": status} if status else {}
    if status == "done" and "{D}" in way:
        facts["done_on"] = PAST[day]
    if status != "done" and "{U}" in way and not way.endswith(("公示到{U}", "{U}开标")):
        facts["due_on"] = AHEAD[due]
    return facts
