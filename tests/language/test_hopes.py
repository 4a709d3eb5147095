"""A hope, a plan or a rumour is never stored as done: thousands of sentences of every shape."""

import random
from datetime import datetime
from itertools import product

import pytest

from language.understand import understand
from language.understanding import Reports, Utterance
from language.words import listed
from models.calendar import SHANGHAI
from models.vocabulary import ChatKind, Modality, Status
from tests.language import luzhou, wishes

NOW = datetime.fromisoformat(luzhou.NOW).replace(tzinfo=SHANGHAI)
HOPES = listed("""
    力争 争取 确保 有望 希望 力求 预计 预期 计划 拟 拟于 打算 想 准备 估计 预估 应该 应该能
    能 可 可望 将 将于 会 要 保证 承诺 盼着 指望 但愿 最好 尽量 尽快 目标是 安排 倒排到
    有信心 有把握 誓保 务必 按计划 顺利的话 不出意外 正常的话 快的话 最快 最迟 最晚 届时 可能
    估摸着 眼看要 即将 马上要 快要 也许 说是 听说 据说 好像 似乎 按理说 照理 据悉 据了解
    顺利的话能 争取能 有可能 有希望 要是顺利 如果顺利 若资金到位 计划安排 初步打算 下步 下一步
    拼抢 冲刺 奋战 紧盯 对标 瞄准 打算在 准备在 拟定 暂定
""")
DATES = listed("""
    月底 本月底 月底前 年底 年底前 年内 下周 下周五 下周三前 这两天 12月 12月底 12月10日
    12月10号前 11月30日 11月30日前 明年1月 明年一季度 春节前 元旦前 元旦后 明天 后天
    本周五 本周日前 下个月 下月中旬 12月上旬 开春 两周内 十天内 25号 28号前
""")
VERBS = {
    "环评批复": "批复 批下来 拿到 取得 办结 出来 办下来 下来",
    "施工许可证": "拿到 领到 取得 办下来 核发 办结 到手 下证",
    "用地报批": "批复 批下来 办结 完成",
    "施工招标": "定标 完成 中标",
    "征地拆迁": "清零 完成 签完 拆完 全部完成",
    "主体封顶": "封顶 完成",
    "铁塔组立": "完成 立完 全部组立完 收官",
    "钢箱梁架设": "架完 完成 全部架完",
    "设备安装": "装完 完成 安装到位",
    "竣工验收": "通过 完成 验收 验完 过",
    "资金到位": "到账 下达",
    "并网": "并网 全容量并网 并网发电",
    "通车": "通车 建成通车 开放交通",
    "试运行": "试运行 投运 投入试运行",
    "开工": "开工 破土动工 正式开工",
}
PAST = listed("""
    昨天 11月9日 11月12号 本月10日 10月底 10月28日 前天 11月3日 今天上午
""")
ENDED = (
    "{project}{node}{date}{verb}了",
    "{project}{node}已于{date}{verb}",
    "{project}：{node}已经{verb}，{date}的事",
    "{project}{node}{date}已{verb}。",
    "{date}{project}{node}{verb}了",
    "原计划下月，{project}{node}{date}就{verb}了",
)
SHAPES = (
    "{project}{node}{hope}{date}{verb}",
    "{project}{node}，{hope}{date}{verb}",
    "{project}{hope}{date}{verb}{node}",
    "{project}{date}{hope}{verb}{node}",
    "{project}：{node}{hope}{verb}，{date}吧",
    "{project}{hope}{node}{date}{verb}了",
    "{project}{node}{hope}{date}能{verb}",
    "{project}{node}正在抓紧，{hope}{date}{verb}。",
    "{project}{node}{hope}{date}全部{verb}",
    "{hope}{date}{project}{node}{verb}",
    "下步：{project}{node}{hope}{date}{verb}",
)


PLAIN = (SHAPES[0], SHAPES[4], SHAPES[6], SHAPES[8])
"""Where 可, 将 and 会 may stand, too."""


def said(text: str) -> list[tuple[Status | None, Modality]]:
    """The states of a message."""
    found = understand(Utterance(text, NOW, ChatKind.GROUP, "lian", None, ()), luzhou.lexicon())
    return [(each.status, each.modality) for each in found.reports] if isinstance(found, Reports) else []


def plans() -> list[tuple[str, str, str]]:
    """A project, a node of its plan and a verb that ends it."""
    return [
        (project.aliases[0], node.name, verb)
        for project in luzhou.registry().projects.values()
        for node in project.nodes
        for verb in VERBS.get(node.name, "").split()
    ]


def hopes(number: int) -> list[str]:
    """Sentences of every shape, hope, day and verb, drawn anew in the same way each time."""
    draw = random.Random(20261118)
    shapes = [(shape, hope) for shape, hope in product(SHAPES, HOPES) if len(hope) > 1 or shape in PLAIN]
    return [
        shape.format(project=project, node=node, verb=verb, hope=hope, date=draw.choice(DATES))
        for shape, hope in (shapes * (number // len(shapes) + 1))[:number]
        for project, node, verb in [draw.choice(plans())]
    ]


@pytest.mark.parametrize("part", range(4))
def test_a_hope_is_never_done(part: int) -> None:
    wrong = [text for text in hopes(3200)[part::4] if any(state is Status.DONE for state, _ in said(text))]
    assert wrong == []


def ends(number: int) -> list[str]:
    """Sentences that tell of an end gone by."""
    draw = random.Random(20261119)
    return [
        ENDED[place % len(ENDED)].format(project=project, node=node, verb=verb, date=draw.choice(PAST))
        for place in range(number)
        for project, node, verb in [draw.choice(plans())]
    ]


def test_what_has_happened_is_done() -> None:
    missed = [text for text in ends(600) if all(state is not Status.DONE for state, _ in said(text))]
    assert missed == []


def told(text: str) -> set[Status | None]:
    """The states of a message of the ten sectors."""
    said = Utterance(text, datetime.fromisoformat(wishes.NOW), ChatKind.GROUP, "lian")
    found = understand(said, wishes.lexicon())
    return {each.status for each in found.reports} if isinstance(found, Reports) else set()


@pytest.mark.parametrize("part", range(4))
def test_nothing_wished_denied_heard_or_conditional_is_done(part: int) -> None:
    wrong = [text for text in wishes.hopes(3200)[part::4] if Status.DONE in told(text)]
    assert wrong == []


def test_what_has_come_is_done_whatever_is_hoped_beside_it() -> None:
    missed = [text for text in wishes.facts(320) if Status.DONE not in told(text)]
    assert missed == []
