"""Questions of leaders, orders of the office and talk of liaisons for any district, each with what it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from language.words import listed
from models.registry import Registry
from models.vocabulary import NodeKind
from tests.language.combined import lexicon

DISTRICTS = (*"acdefghijklmnopqrstuvwxyz", "ac")
YEAR = {"from": "2026-01-01", "to": "2026-12-31"}
Row = tuple[str, dict[str, Any]]

OF_ONE: dict[str, tuple[str, ...]] = {
    "status": listed("""
        {}推到啥地步了 {}近来走得顺不顺 {}眼下进行到哪了 给我说说{} {}弄到什么份上了 {}这块有啥新进展 {}现今啥光景 {}搞得咋样嘞
        {}那边情况讲一下 {}推进情况 想听听{}的进展 {}如今怎样 {}干得如何了 问下{}走到哪一步 {}呢？
    """),
    "problems": listed("""
        {}碰到什么坎了 {}被啥绊住了 {}难办在哪 {}有啥卡壳的 {}为啥干不下去 {}还有哪些没解决的问题 {}啥原因停了 {}堵在哪个环节
        {}遇到什么麻烦 {}怎么迟迟动不了 {}要区里帮着协调啥
    """),
    "contact": listed("""
        {}哪位在抓 {}归谁盯着 {}负责人手机多少 {}联络员叫啥 {}该找谁问 {}谁家牵头 {}谁在跑手续 {}电话给我
    """),
    "investment": listed("""
        {}砸了多少钱进去 {}累计投了多少 {}投资到什么数了 {}花了几个亿 {}完成投资多少
    """),
    "colors": listed("{}亮的啥灯 {}是什么颜色 {}现在什么灯"),
    "history": listed("{}最近几周怎么变的 {}这一个月的变化 {}近三周的走势 {}这几周对比一下"),
}
KIND_ASKED = listed("""
    {p}{n}批了吗 {p}的{n}下来没有 {p}{n}什么时候能办完 {p}{n}办妥没 {p}{n}啥时候能有 {p}{n}弄好了吗 {p}{n}拿到没
""")
WORKS_ASKED = listed("{p}{n}完了没 {p}{n}啥时候能完 {p}{n}干完没有 {p}几月能{n}完 {p}{n}结束了吗")
PAPERS = frozenset(
    {
        NodeKind.PROJECT_APPROVAL,
        NodeKind.PRELIMINARY_DESIGN,
        NodeKind.ENVIRONMENTAL_ASSESSMENT,
        NodeKind.CONSTRUCTION_PERMIT,
        NodeKind.PLANNING_PERMIT,
        NodeKind.ENERGY_REVIEW,
    }
)
OF_UNIT: dict[str, tuple[str, ...]] = {
    "missing": listed("{}这周交了没 {}报了没有 {}周报交没交 {}还没报吗"),
    "status": listed("{}手里的项目怎么样 {}管的几个项目啥进度 {}牵头的推得如何"),
    "problems": listed("{}有什么难处 {}那边卡着啥 {}碰上啥困难"),
    "contact": listed("{}联络员是谁 {}谁联系 {}的联系人电话"),
}
OF_TOWN: dict[str, tuple[str, ...]] = {
    "problems": listed("{}有哪些问题 {}都难在哪 {}的堵点列一下"),
    "status": listed("{}的项目推得咋样 {}那几个工程到哪步了 {}项目进度说说"),
}
ALL: tuple[Row, ...] = tuple(
    (text, {"topic": topic, **more})
    for topic, more, texts in (
        ("missing", {}, "谁还没报 周报差几家 哪几家没交 还剩哪些单位没报 没交的有谁"),
        ("colors", {"colors": ["red"]}, "红灯有几个 亮红灯的是哪些 红的列出来"),
        ("colors", {"colors": ["red", "yellow"]}, "哪些滞后了 掉队的有几个 拖后腿的项目 进度慢的是谁"),
        ("colors", {}, "三色图看一下 三色情况怎么样"),
        ("ranking", {}, "哪家报得最慢 报送排个名 谁总是迟报"),
        ("help", {}, "你能干啥 怎么用你 能问你些什么"),
        ("meeting", {}, "下次例会什么时候 下次会议的议题有哪些 例会几点开"),
        ("decisions", {}, "上次会议定的事落实没 议定事项办到哪了 上回会上交办的还剩几件"),
        ("problems", {"problem_categories": ["acquisition"]}, "征拆卡住的有哪些 征地拆迁有啥问题 拆不动的有几个"),
        ("problems", {"problem_categories": ["funding"]}, "缺钱的有哪些 资金不到位的项目 钱没着落的有几个"),
        ("nodes", {"node_state": "overdue"}, "超期的节点有哪些 逾期没办的列一下 过了时限还没办完的节点"),
        ("nodes", {"node_state": "open"}, "还没办完的手续有哪些 没落实的手续还有几项 还有哪些证没拿到"),
        ("nodes", {"node_state": "done", "period": {"from": "2026-05-01", "to": "2026-05-31"}},
         "上个月办成的手续 5月份办好的节点有哪些 上月拿下来的批文 5月办结了几项 上个月搞定的事项"),
        ("nodes", {"node_state": "due", "period": {"from": "2026-07-01", "to": "2026-07-31"}},
         "下个月要办的手续 7月份到期的节点 7月该完成的有哪些 下月得办完几个"),
        ("nodes", {"node_state": "due", "node_kinds": ["start"], "period": {"from": "2026-07-01", "to": "2026-07-31"}},
         "7月要开工的有谁 下个月计划动工的项目 7月份该开工的几个"),
        ("nodes", {"node_state": "open", "node_kinds": ["construction_permit"]},
         "施工许可没拿到的有哪些 还没办施工许可的项目 施工许可没下来的"),
        ("nodes", {"node_state": "overdue", "node_kinds": ["start"]}, "该开工没开工的 应开工未开工的有几个 该动工了还没动工的"),
        ("investment", {"period": YEAR}, "今年完成了多少投资 今年一共投了多少"),
    )
    for text in texts.split()
)  # fmt: skip
TROUBLES = {
    "approval": "环评没批 消防手续的问题 施工许可卡住",
    "acquisition": "三户没签 征地拆迁推不动 青苗补偿谈不拢",
    "funding": "配套资金没到位 进度款付不出 资金缺口",
    "construction": "钢材供应不上 工人不够 商砼断供",
    "utilities": "燃气管线改不了 电力杆线没迁 光缆没人迁",
    "stability": "村民阻工 群众堵门 老百姓拦着不让干",
    "tender": "招标流标",
    "design": "图纸没定 设计要变更",
    "land": "土地指标没落实",
}
OPENED = ("给{p}挂号，{x}", "给{p}挂个号：{x}", "{p}挂个问题，{x}", "{p}挂号，{x}", "把{p}{x}挂上")
REMINDED = ("催一下{u}", "给{u}发个催报", "提醒{u}交周报", "让{u}抓紧报", "{u}再催一遍", "催催{u}报周报")
ORDERS: tuple[Row, ...] = tuple(
    (text, {"name": name, **more})
    for name, more, texts in (
        ("undo", {}, "撤回上一条 刚才那条作废 上一条发错了，撤销 手滑了，撤回"),
        ("remind", {}, "催报 给没报的都催一下 挨家催一遍 没交的再提醒一次"),
        ("publish", {"what": "colors"}, "发三色图 三色图发到群里 把三色图晒一下 可以发三色图了"),
        ("publish", {"what": "weekly"}, "发周报 本周通报发一下 简报推送到群里"),
        ("publish", {"what": "missing"}, "没报的通报一下 把没交的名单晒到群里 未报单位公布一下 没报的在群里点个名"),
        ("close_problem", {"number": 7}, "7号问题销号 把7号问题关了 7号问题解决了，销掉 问题7可以销了"),
        ("confirm", {}, "确认 对的 没错"),
        ("reject", {}, "不对 不是 取消吧"),
        ("choose", {"number": 2}, "选2 选第二个 第2个"),
    )
    for text in texts.split()
)
TALK = listed("""
    收到，马上办 明天早上八点半集合，别迟到 食堂今天吃饺子 谁捡到饭卡了 高速上堵得一动不动 晚上球赛看不看 我请半天假，有事找小周
    {b}那边下大雨，路上慢点 {b}门口的烧饼铺搬走了 文件放传达室了，自己去拿 这天真热，出门多喝水 祝大家周末愉快 转发：关于防汛值班的通知
    打印机又卡纸了 今天高速封路，大家绕行 各科室下午交值班表 稍等，我核实一下再报 晚点给你报数 孩子发烧，晚到一会 红灯太长，等我五分钟
    在路上，信号不好 谁有充电器借一下 停水通知：明天上午停水 大家把健康打卡填一下 投票链接发群里了，帮忙投一下 昨晚那场雨真大，鞋都湿了
    {b}的老李电话谁有 车坏半路了，拖车来了再说 下午的会改到三楼会议室 哈哈，说得对
""")


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody of a district says, and what it is."""

    text: str
    district: str
    sender: str
    wanted: dict[str, Any]


def drawn(seed: int, each: int) -> list[Said]:
    """So many of every sort for each district."""
    chance = Random(seed)
    return [said for district in DISTRICTS for said in _of_district(district, chance, each)]


def _of_district(district: str, chance: Random, each: int) -> Iterator[Said]:
    registry = lexicon(district).registry
    by_role = {person.role.value: person.id for person in reversed(list(registry.people.values()))}
    leader, office = by_role["leader"], by_role.get("office", by_role["leader"])
    liaison = next(entry.liaison for entry in registry.projects.values() if entry.liaison)
    for _ in range(each):
        for text, query in (*_asked_of_one(registry, chance), *_asked_of_some(registry, chance), chance.choice(ALL)):
            yield Said(text, district, leader, {"intent": "query", "query": query})
        for text, command in (*_ordered(registry, chance), chance.choice(ORDERS)):
            yield Said(text, district, office, {"intent": "command", "command": command})
        place = chance.choice(list(registry.projects.values())).town or "镇上"
        yield Said(chance.choice(TALK).format(b=place[:2]), district, liaison, {"intent": "none"})


def _asked_of_one(registry: Registry, chance: Random) -> Iterator[Row]:
    entry = chance.choice([each for each in registry.projects.values() if each.aliases])
    topic = chance.choice(list(OF_ONE))
    yield chance.choice(OF_ONE[topic]).format(entry.aliases[0]), {"topic": topic, "projects": [entry.id]}
    papers = [node for node in entry.nodes if node.kind in PAPERS]
    if papers:
        node = chance.choice(papers)
        text = chance.choice(KIND_ASKED).format(p=entry.aliases[0], n=node.name)
        yield text, {"topic": "nodes", "projects": [entry.id], "node_kinds": [node.kind.value]}


def _asked_of_some(registry: Registry, chance: Random) -> Iterator[Row]:
    unit = chance.choice([each for each in registry.units.values() if each.aliases])
    topic = chance.choice(list(OF_UNIT))
    yield chance.choice(OF_UNIT[topic]).format(unit.aliases[0]), {"topic": topic, "units": [unit.id]}
    town = chance.choice([each.town for each in registry.projects.values() if each.town])
    topic = chance.choice(list(OF_TOWN))
    yield chance.choice(OF_TOWN[topic]).format(town), {"topic": topic, "towns": [town]}


def _ordered(registry: Registry, chance: Random) -> Iterator[Row]:
    entry = chance.choice([each for each in registry.projects.values() if each.aliases])
    sort = chance.choice(list(TROUBLES))
    text = chance.choice(OPENED).format(p=entry.aliases[0], x=chance.choice(TROUBLES[sort].split()))
    yield text, {"name": "open_problem", "project": entry.id, "problems": [sort]}
    unit = chance.choice([each for each in registry.units.values() if each.aliases])
    yield chance.choice(REMINDED).format(u=unit.aliases[0]), {"name": "remind", "units": [unit.id]}
