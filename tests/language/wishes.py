"""Sentences in which something is hoped for, planned, heard, asked for or made a condition, in ten sectors; none has come."""

from __future__ import annotations

import random
from functools import cache
from itertools import cycle

from language.names import Lexicon
from language.words import listed
from models.registry import Registry, registry_from_json

NOW = "2026-11-12T10:00:00+08:00"

SECTORS = """
青溪桥 = 青溪河大桥新建工程 交通: 施工许可证 construction_permit 批下来 办下来 拿到 核发; 箱梁架设 structure 架完 完成; 交工验收 acceptance 通过 完成
柳变 = 柳塘110千伏输变电工程 电力: 核准批复 project_approval 批下来 批复 核准 取得; 铁塔组立 structure 组立完 完成; 竣工验收 acceptance 通过 验完
三污 = 第三污水处理厂扩建工程 市政: 环评批复 environmental_assessment 批下来 批复 拿到 下来; 设备安装 installation 装完 完成; 环保验收 acceptance 通过 完成
鹤库 = 鹤鸣水库除险加固工程 水利: 初步设计批复 preliminary_design 批下来 批复 取得; 大坝加固 structure 完成 完工; 蓄水验收 acceptance 通过
二中 = 第二中学迁建工程 教育: 规划许可证 planning_permit 办下来 拿到 核发; 主体结构 structure 封顶 完成; 消防验收 acceptance 通过
东院 = 东区人民医院新建项目 医疗: 可研批复 project_approval 批下来 批复 取得; 主体封顶 topping_out 封顶; 医用设备安装 installation 装完 完成
云光 = 云岭农光互补光伏项目 新能源: 用地预审 site_selection 批下来 批复 办下来; 支架安装 installation 装完 完成; 全容量并网 operation 并网 完成
石棚 = 石坝棚户区改造安置房项目 城市更新: 房屋征收 acquisition 签完 完成; 施工招标 tender 定标 完成; 竣工备案 completion 办下来 完成
枫冷 = 枫林冷链物流园项目 产业: 土地摘牌 land_transfer 办下来 完成; 钢结构厂房 structure 完工 完成; 投产 operation 投产
南田 = 南川高标准农田建设项目 农业: 水保批复 water_soil 批下来 批复 拿到; 机耕路及渠道 structure 完成 修完; 县级验收 acceptance 通过
"""
"""A project's short name, its name, its category, and its plan: node, kind and the verbs that end it."""

DAYS = listed("""
    月底 月底前 本月底 年底 年底前 年内 下周 下周五 下周三前 这两天 12月底 12月10日 12月10号前 11月30日前 明年1月
    明年一季度 春节前 元旦前 明天 后天 本周五 下个月 下月中旬 12月上旬 开春 两周内 十天内 25号 28号前 下礼拜 月末 下旬
    年关前 过年前 再有一周 三五天内 下周一
""")
HEADED = listed("""
    想着 盼着 盼 就盼 指望 巴望着 寻思着 琢磨着 合计着 估摸着 看样子 照这进度 按现在的速度 按计划 照计划 计划着 打算
    有望 可望 有希望 力争 争取 努力争取 全力争取 确保 务必 保证 预计 预期 预估 估计 大概 大约 应该 应该能 差不多该 差不多能
    差不多可以 眼看要 眼看就要 马上要 马上就要 就要 快要 即将 将 拟 拟于 目标是 目标定在 节点定在 计划定在 领导要求 指挥部要求
    区里要求 要求 承诺 施工单位承诺 业主表态 答应 说好了 对方答应 省厅答应 说是 听说 据说 听人说 好像 似乎 可能 兴许 没准
    说不定 不出意外 不出意外的话 顺利的话 正常的话 快的话 如果顺利 要是顺利 若一切顺利 条件允许的话 资金到位的话 倒排工期 倒排到
    最快 最快也要 最迟 最晚 至少得到 起码要到 怎么也得 怎么着也得 总得 必须 一定要 无论如何要 再不济 有信心 有把握 十拿九稳 板上钉钉
    希望 但愿 期待 期盼 祈盼 静候 坐等 等着 只等 就等 就差 只差 还差 还没等 还等着 尚待 有待 亟待 急需 急着 急等 冲刺 奋战
    瞄准 紧盯 锁定 对标 朝着 奔着 下一步 下步 接下来 届时 到时候 回头 稍后 随后 近期 近日将 不日将 尽快 尽早 抓紧 加快
""")
"""What is put before the day and the end."""

FRAMES = (
    "{p}{n}，{h}{d}能{v}",
    "{p}{n}{h}{d}{v}",
    "{p}：{h}{d}{n}{v}",
    "{h}{d}{p}{n}能{v}",
    "{p}{n}{d}{h}{v}",
    "{d}{h}把{p}的{n}{v}",
    "{p}的{n}嘛，{h}{v}，{d}吧",
    "{p}{n}，我们{h}{d}{v}",
)
CONDITIONS = (
    "{p}{n}要是{v}了就好办了",
    "{p}{n}{v}了才能进场",
    "{p}要是{n}{v}了，后面就快了",
    "{p}等{n}{v}了再说",
    "{p}{n}{v}以后马上开展下一步",
    "{p}{n}一{v}就组织进场",
    "{p}只要{n}{v}，{d}就能开干",
    "{p}{n}不{v}，后面没法干",
    "{p}{n}不{v}不行，都等着呢",
    "{p}{n}{v}之前不能动",
    "{p}假如{n}{d}{v}，年底能出形象",
    "{p}{n}没{v}，一切都是空谈",
    "{p}除非{n}{v}，否则进不了场",
    "{p}如{n}能在{d}{v}，则不影响总工期",
    "{p}待{n}{v}后启动招标",
    "{p}{n}{v}了的话通知我们",
    "{p}{n}何时{v}，决定着后面的安排",
    "{p}什么时候{n}{v}了，什么时候才能报开工",
    "{p}{n}{v}与否，要看省厅的意见",
    "{p}{n}{v}需要三个要件",
    "{p}为了{n}早日{v}，本周跑了三趟省厅",
    "{p}要想{n}{d}{v}，人手得翻一番",
    "{p}{n}就算{d}{v}，也赶不上汛期前了",
    "{p}哪怕{n}{v}了，资金也没着落",
)
DENIED = (
    "{p}{n}还没等{v}呢",
    "{p}{n}{v}没{v}还不知道",
    "{p}还不清楚{n}{v}了没有",
    "{p}{n}离{v}还早",
    "{p}{n}离{v}还差一步",
    "{p}{n}谈不上{v}",
    "{p}{n}远没有{v}",
    "{p}{n}根本没{v}",
    "{p}{n}并没有{v}",
    "{p}{n}还不能算{v}",
    "{p}{n}不能说已经{v}",
    "{p}{n}没法按时{v}",
    "{p}{n}{d}{v}不了",
    "{p}{n}迟迟没有{v}",
    "{p}{n}一直没能{v}",
    "{p}{n}至今未{v}",
    "{p}{n}什么时候{v}没个准信",
    "{p}{n}能不能{d}{v}，心里没底",
    "{p}{n}{d}{v}有难度",
    "{p}{n}{d}{v}够呛",
    "{p}{n}想{d}{v}怕是悬",
    "{p}{n}还在等{v}",
    "{p}{n}未{v}，原因是资料不全",
    "{p}尚未{v}的还有{n}",
    "{p}{n}不是已经{v}，是刚报上去",
    "{p}{n}本该{d}{v}的，拖下来了",
    "{p}{n}原定上月{v}，没实现",
    "{p}{n}原计划10月底{v}，现在看不行",
    "{p}{n}差点{v}，又被退回来了",
    "{p}{n}要{v}谈何容易",
)
HEARD = (
    "{p}{n}听说已经{v}了，没见着文",
    "{p}{n}他们说{v}了，我还没核实",
    "{p}{n}据说{v}了",
    "{p}以为{n}{v}了，结果没有",
    "{p}{n}说是{v}了还没见文",
    "{p}{n}好像{v}了",
    "{p}{n}有人说{v}了，没接到通知",
    "{p}{n}网上传已经{v}，待核实",
    "{p}{n}可能已经{v}了，回头核实",
    "{p}{n}不知道是不是{v}了",
    "{p}{n}应该{v}了吧，我再问问",
    "{p}{n}大概{v}了，明天确认",
    "听说{p}{n}{v}了，真假不知道",
    "{p}{n}传说{v}了",
    "{p}{n}疑似已{v}，正在向省厅确认",
    "{p}{n}误以为已{v}",
    "{p}{n}不确定是否已{v}",
    "{p}{n}口头通知{v}了，没见到正式文件",
    "{p}{n}恐怕还没{v}",
    "{p}{n}{v}了？我这边没收到消息",
)
PLANNED = (
    "{p}预计{d}{n}{v}",
    "{p}计划于{d}{v}{n}",
    "{p}力争{d}前完成{n}",
    "{p}{n}下周就{v}",
    "{p}{n}再有几天就{v}了",
    "{p}{n}快{v}了",
    "{p}{n}快了，{d}{v}",
    "{p}{n}就快{v}了",
    "{p}{n}眼瞅着就{v}了",
    "{p}{n}这几天就{v}了",
    "{p}{n}{d}准能{v}",
    "{p}{n}{d}之前{v}没问题",
    "{p}{n}{d}{v}问题不大",
    "{p}{n}{d}见分晓",
    "{p}{n}要在{d}全部{v}",
    "{p}{n}{d}要{v}的",
    "{p}{n}{d}会{v}的",
    "{p}{n}被要求{d}{v}",
    "{p}{n}被列入{d}必须{v}的清单",
    "{p}{n}列入{d}{v}计划",
    "{p}{n}目标{d}{v}",
    "{p}{n}{v}时间定在{d}",
    "{p}{n}{v}时限是{d}",
    "{p}{n}{v}的日子定了，{d}",
    "{p}{n}计划{v}时间：12月20日",
    "{p}{n}预计{v}日期12月25日",
    "{p}{n}（计划12月20日{v}）",
    "{p}{n}，{v}节点12月20日",
    "{p}下周计划：{n}{v}",
    "{p}下步工作：1.{n}{v}；2.组织进场",
    "{p}下周安排：{v}{n}",
    "{p}正在跑{n}，{d}{v}",
    "{p}{n}资料已齐，只待{v}",
    "{p}{n}万事俱备，只欠{v}",
    "{p}{n}正在走最后流程，{d}就{v}",
    "{p}{n}明天{v}，后天进场",
    "{p}{n}争取早日{v}，早日见效",
    "{p}全力以赴抓{n}，确保{d}{v}",
    "{p}我们的目标是：{d}{n}{v}，决不拖后腿",
    "{p}{n}可以在{d}{v}",
    "{p}{n}{d}有可能{v}",
    "{p}请省厅尽快将{n}{v}",
    "{p}恳请区政府协调，让{n}{d}{v}",
    "{p}望{n}{d}前{v}",
    "{p}建议{n}{d}前{v}",
    "{p}{n}{v}后，{d}进场",
)

WANTED = (
    "{p}{n}抓紧{v}",
    "{p}急需{n}{v}",
    "{p}{n}有待{v}",
    "{p}{n}尚需{v}",
    "{p}{n}务必{d}{v}",
    "{p}盼{n}{d}{v}",
    "{p}{n}亟须{v}",
    "{p}{n}还需{v}",
    "{p}{n}仍待{v}",
    "{p}{n}必须赶在{d}{v}",
    "{p}抓紧{v}{n}",
    "{p}争取把{n}{v}",
    "{p}得赶紧把{n}{v}",
    "{p}{n}抓紧时间{v}",
    "{p}尚需{v}{n}",
    "{p}还需要{v}{n}",
    "{p}需要先{v}{n}",
    "{p}拟先行{v}{n}",
    "{p}待{v}{n}后进场",
    "{p}{n}须{v}方可进场",
    "{p}未{v}{n}不得开工",
    "{p}要把{n}{v}",
    "{p}{n}盼早日{v}",
    "{p}{n}{d}若{v}则进场",
    "{p}{n}能否{v}还两说",
    "{p}{n}只有{v}了才好办",
    "{p}{n}{v}了就能进场",
    "{p}{n}{v}就好了",
    "{p}{n}要能{v}就好了",
    "{p}{n}{d}{v}就谢天谢地了",
    "{p}{n}不见得{d}能{v}",
    "{p}{n}未必{v}",
    "{p}{n}按理早该{v}了",
    "{p}{n}早就该{v}了",
    "{p}{n}本应{d}{v}",
    "{p}{n}说好{d}{v}的，没动静",
    "{p}{n}答应{d}给{v}",
    "{p}{n}{v}指日可待",
    "{p}{n}{v}在即",
    "{p}{n}临近{v}",
    "{p}{n}{v}进入倒计时",
    "{p}{n}距{v}只差一步",
    "{p}{n}{v}前最后冲刺",
    "{p}{n}{v}前夕",
    "{p}{n}冲刺{v}",
    "{p}催一下{n}{v}",
    "{p}请帮忙推动{n}{v}",
    "{p}还请区里帮忙把{n}{v}",
    "{p}{n}何时能{v}",
    "{p}{n}{v}了吗",
    "{p}{n}{v}没有",
    "{p}{n}不知{v}没{v}",
    "{p}{n}{v}了告诉我们",
    "{p}{n}{v}了请通知",
    "{p}{n}{v}了我第一时间报",
    "{p}{n}一旦{v}我马上报",
    "{p}{n}誓在{d}{v}",
    "{p}{n}保{d}{v}",
    "{p}{n}这个月能{v}谢天谢地",
    "{p}{n}眼看{v}了又黄了",
    "{p}{n}没{v}成",
    "{p}{n}{v}未遂",
    "{p}{n}没有如期{v}",
    "{p}{n}未能按时{v}",
    "{p}{n}未如期{v}",
    "{p}{n}没赶上{d}{v}",
    "{p}{n}{v}落空",
    "{p}{n}{v}无望",
    "{p}{n}{v}遥遥无期",
    "{p}{n}{v}又往后拖",
    "{p}{n}{v}时间待定",
    "{p}{n}{v}日期未定",
    "{p}{n}{v}还要等",
    "{p}{n}{v}尚早",
    "{p}{n}谁说{v}了",
    "{p}{n}哪{v}了啊，还早着呢",
    "{p}{n}何曾{v}",
    "{p}别以为{n}{v}了",
    "{p}不是{n}{v}了，是在公示",
    "{p}{n}并不是{v}了",
    "{p}{n}压根就没{v}",
    "{p}{n}{v}纯属误传",
    "{p}有人传{n}{v}了，不实",
    "{p}上周报的{n}{v}有误",
    "{p}{n}{v}是假消息",
    "{p}{n}{v}的说法不准确",
    "{p}{n}预备{d}{v}",
    "{p}{n}筹划{d}{v}",
    "{p}{n}想法是{d}{v}",
    "{p}{n}设想{d}{v}",
    "{p}{n}倒排{d}{v}",
    "{p}{n}卡{d}{v}",
    "{p}{n}瞄着{d}{v}",
    "{p}{n}奔着{d}{v}去",
    "{p}{n}往{d}{v}赶",
    "{p}{n}赶{d}{v}",
    "{p}{n}抢在{d}{v}",
    "{p}{n}朝{d}{v}的目标推",
    "{p}{n}{v}目标不变",
    "{p}{n}{v}计划不变",
    "{p}{n}{v}的决心不变",
    "{p}{n}八月能{v}",
    "{p}{n}我看{d}{v}",
    "{p}{n}我觉得{d}能{v}",
    "{p}{n}我估计{d}{v}",
    "{p}{n}差不多{d}{v}",
    "{p}{n}大约{d}{v}",
    "{p}{n}大致{d}{v}",
    "{p}{n}基本{d}{v}",
    "{p}{n}{d}左右{v}",
    "{p}{n}{d}{v}，不好说",
    "{p}{n}{d}{v}，悬",
    "{p}{n}{d}{v}，没把握",
    "{p}{n}{v}的前提是资金到位",
    "{p}{n}{v}取决于省厅",
    "{p}{n}{v}要看天气",
    "{p}{n}{v}还得省里点头",
    "{p}{n}{v}得过两关",
    "{p}{n}{v}须补三个件",
    "{p}{n}{v}所需要件在补",
    "{p}{n}{v}流程在走",
    "{p}{n}{v}手续在办",
    "{p}{n}{v}材料在备",
    "{p}{n}{v}事宜正在对接",
    "{p}{n}{v}工作正在进行",
    "{p}{n}为{v}做准备",
    "{p}正为{n}{v}做最后准备",
    "{p}{n}哪天{v}哪天进场",
    "{p}{n}先{v}再说",
    "{p}先{v}{n}，再招标",
    "{p}{n}{v}一个算一个",
    "{p}{n}不{v}不算完",
    "{p}{n}{v}之时，就是进场之日",
    "{p}如果不出意外{n}{d}{v}",
    "{p}若{n}{d}{v}",
    "{p}倘{n}能{v}",
    "{p}{n}{v}与否不影响",
    "{p}{n}{v}不{v}都一样",
)
"""What is hurried on, needed, only named, denied twice or made a condition."""

PAST = listed("昨天 11月9日 11月3号 本月10日 10月底 前天 今天上午 上周五")
ENDED = (
    "{p}{n}{d}{v}了",
    "{p}{n}已于{d}{v}",
    "{p}：{n}已经{v}，{d}的事",
    "{p}{n}终于{v}了，{d}的事",
    "原以为要到下月，{p}{n}{d}就{v}了",
    "{p}{n}盼了半年，{d}总算{v}了",
    "{p}{n}提前{v}，比计划早了十天",
    "{p}{n}顺利{v}，下步抓紧进场",
    "{p}{n}{d}已{v}，预计12月进场",
    "不负众望，{p}{n}{d}{v}了",
    "{p}{n}确已{v}",
    "{p}{n}{v}了，争取年底前收尾",
    "好消息，{p}{n}{v}了",
    "按计划，{p}{n}{d}已{v}",
    "{p}{n}如期{v}",
)


@cache
def registry() -> Registry:
    """A district with one project of each sector, all of one liaison."""
    projects = []
    for number, line in enumerate(SECTORS.strip().splitlines()):
        head, _, plan = line.partition(": ")
        alias, _, rest = head.partition(" = ")
        name, category = rest.split()
        nodes = [
            {"id": f"w{number}n{place}", "name": words[0], "kind": words[1], "planned": "2026-12-31"}
            for place, words in enumerate(each.split() for each in plan.split(";"))
        ]
        projects.append(
            {
                "id": f"w{number}",
                "name": name,
                "aliases": [alias],
                "category": category,
                "liaison": "lian",
                "nodes": nodes,
            }
        )
    people = [{"id": "lian", "name": "连城", "unit": "fgj", "role": "liaison"}]
    units = [{"id": "fgj", "name": "南川区发展和改革局"}]
    return registry_from_json({"units": units, "people": people, "projects": projects})


@cache
def lexicon() -> Lexicon:
    """Its names."""
    return Lexicon(registry())


@cache
def ends() -> tuple[tuple[str, str, str], ...]:
    """A project, a node of its plan and a verb that ends it."""
    found = []
    for line in SECTORS.strip().splitlines():
        head, _, plan = line.partition(": ")
        for each in plan.split(";"):
            node, _, *verbs = each.split()
            found += [(head.partition(" = ")[0], node, verb) for verb in verbs]
    return tuple(found)


def composed(shapes: tuple[str, ...], days: list[str], number: int, seed: int) -> list[str]:
    """So many sentences, each shape as often as any other, drawn in the same way each time."""
    draw = random.Random(seed)
    found = []
    for shape, _ in zip(cycle(shapes), range(number), strict=False):
        project, node, verb = draw.choice(ends())
        said = node.removesuffix(verb) if node.endswith(verb) and len(node) > len(verb) + 1 else node
        said = draw.choice((node, said)) if "{n}{v}" in shape else node
        found.append(shape.format(p=project, n=said, v=verb, d=draw.choice(days), h=draw.choice(HEADED)))
    return found


def hopes(number: int) -> list[str]:
    """Sentences of every sort that tell of nothing that has come."""
    shapes = (*FRAMES, *FRAMES, *CONDITIONS, *DENIED, *HEARD, *PLANNED, *WANTED)
    return composed(shapes, list(DAYS), number, 20261122)


def facts(number: int) -> list[str]:
    """Sentences that tell of an end gone by, hopes and plans beside them."""
    return composed(ENDED, list(PAST), number, 20261123)
