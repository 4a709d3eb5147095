"""Who asks for patience, who is away, for whom a report is made, and what says nothing."""

from datetime import datetime

import pytest

from language.all_unchanged import says_all_unchanged
from language.deferral import away, promised_until
from language.empty_words import is_empty
from language.not_ours import says_not_ours
from language.proxies import proxied_unit
from language.words import listed
from models.calendar import SHANGHAI
from tests.language import linxi

FRIDAY = datetime(2026, 9, 18, 9, 30, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    "text",
    listed("""
    下午报 回单位补报 在路上，到了就报 开会呢，散会报 稍后 等下报 一会发 中午前给您 下班前一定报上 我在下乡，晚上补 明早补上
    11点前报 十点半报您 在外面，回局里再报 马上报 等我五分钟 正在汇总，下午报 数据还没齐，下午3点前报 晚点哈 收到，上午报
    我们局下午统一报 手头有急事，回头报 还在现场，回去补 人在区里开会，会后补 稍等，马上 好的，稍后 今晚报
"""),
)
def test_asks_for_patience(text: str) -> None:
    until = promised_until(text, FRIDAY)
    assert until is not None
    assert until > FRIDAY


@pytest.mark.parametrize(
    "text",
    listed("""
    北站路下午报批 施工许可下午拿到 上午报的有误 下午三点召开推进会 明天报审 已报送住建局 下午好 今天报了备案 马上开工
    回头看整改完成 在路上铺沥青2公里 晚上施工扰民 昨天下午报的数据更正 一会儿下雨了 中午停水 今天发货了 下午发包
    明天补偿款到位 马上竣工
"""),
)
def test_asks_for_none(text: str) -> None:
    assert promised_until(text, FRIDAY) is None


@pytest.mark.parametrize(
    ("text", "first", "last", "substitute"),
    [
        ("我下周公休，请联系我局小周", 21, 27, "小周"),
        ("9月21日至25日休年假，由王丽代", 21, 25, "王丽"),
        ("本周出差，找老李", 18, 20, "老李"),
        ("我请假两天，有事问张敏", 18, 20, "张敏"),
        ("我这几天在外培训，请找科里的刘洋", 18, 20, "刘洋"),
        ("产假期间由陈晨负责", 18, 20, "陈晨"),
        ("病假，周报请小吴报", 18, 20, "小吴"),
        ("我调走了，以后找规划科李科长", 18, 20, "李科长"),
        ("下周一到周三不在，联系孙科", 21, 23, "孙科"),
        ("公休到25号，李磊代我", 18, 25, "李磊"),
        ("明天请假，麻烦问办公室小赵", 19, 19, "小赵"),
        ("家里有事请假一天", 18, 20, ""),
    ],
)
def test_away(text: str, first: int, last: int, substitute: str) -> None:
    absent = away(text, FRIDAY, linxi.lexicon())
    assert absent is not None
    assert (absent.first.day, absent.last.day, absent.substitute) == (first, last, substitute)


@pytest.mark.parametrize(
    "text", ["夏雨出差让我代报", "王科休假，托我报一下", "施工队长请假回家了", "疏港公路路基完成3公里"]
)
def test_it_is_not_the_speaker_who_is_away(text: str) -> None:
    assert away(text, FRIDAY, linxi.lexicon()) is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("代资规局报：疏港公路用地已批", "zrj"),
        ("替水利局报一下，东湖水库完成60%", "slj"),
        ("帮交通局报：疏港公路开工", "jtj"),
        ("受发改局委托填报：凤凰山风电核准", "fgj"),
        ("代教体局（陶春请假）报：一中扩建封顶", "jtt"),
        ("以下代卫健局报送", "wjj"),
        ("水利局的我代报：东湖水库无变化", "slj"),
        ("交通局让我报，疏港公路路基完成", "jtj"),
        ("资规局委托我代报：疏港公路用地预审批了", "zrj"),
        ("水利局老魏请假，我代报：东湖水库主体完成62%", "slj"),
        ("陶春休假我代报：一中扩建主体完成62%", "jtt"),
        ("交通局的情况我替他们报：疏港公路路基88%", "jtj"),
        ("水利局小魏开会去了，托我报：东湖水库主体完成62%", "slj"),
        ("（代水利局）东湖水库主体完成62%", "slj"),
        ("水利局（代）：东湖水库主体完成62%", "slj"),
        ("帮水利局带一句，东湖水库主体完成62%", "slj"),
        ("替代方案报市里了", None),
        ("我出差，让小李代报", None),
        ("代理公司报名", None),
        ("代建单位报：人才公寓封顶", None),
        ("疏港公路已报资规局", None),
    ],
)
def test_proxy(text: str, unit: str | None) -> None:
    assert proxied_unit(text, linxi.lexicon()) == unit


@pytest.mark.parametrize(
    "text",
    listed("""
    我局零报告 同上周 我们局三个项目均无变化 本周无变化 都没变 没有新进展 全部同上周，无变化 零报告 无更新 我单位本周零报告
    均无进展 和上周一样 一切照旧 本周没有需要更新的 我镇无变化 老样子
    情况不变 维持上周 照上周的报 和上次一样 暂无变化 按上周的来 上周啥样现在还啥样 没新情况 本周没有需要报的 原样
"""),
)
def test_nothing_has_moved(text: str) -> None:
    assert says_all_unchanged(text)


@pytest.mark.parametrize(
    "text", ["疏港公路无变化", "路基没变化，路面完成3公里", "和上周一样还是卡在征地", "没变更设计", "，"]
)
def test_something_is_said_beside(text: str) -> None:
    assert not says_all_unchanged(text)


@pytest.mark.parametrize(
    "text",
    listed("""
    正在积极推进 积极推进中 按计划有序推进 正在办理 各项工作正常推进 正在抓紧办理相关手续 目前正在对接 项目正常推进 有序开展中
    正抓紧推进 工作正在稳步推进中 加快推进前期工作 持续跟进 正在抓紧协调 按时序进度推进 进展顺利 抓紧办 正在加快办理各项手续
    全力以赴推进
"""),
)
def test_says_nothing(text: str) -> None:
    assert is_empty(text, ["status"])


@pytest.mark.parametrize("text", ["正在推进管网施工", "正在浇筑底板", "正在积极推进征地，签约3户", "环评正在公示"])
def test_says_something(text: str) -> None:
    assert not is_empty(text, ["status"])


@pytest.mark.parametrize("front", ["那个，", "好的，", "领导好，", "嗯，那个，"])
def test_what_one_begins_with_hides_nobody_for_whom_is_reported(front: str) -> None:
    assert proxied_unit(f"{front}代水利局报：东湖水库主体完成62%", linxi.lexicon()) == "slj"
    assert proxied_unit(f"{front}资规局委托我报：东湖水库主体完成62%", linxi.lexicon()) == "zrj"


@pytest.mark.parametrize(
    ("text", "not_ours"),
    [
        ("已移交给开发区了，不归我们报", True),
        ("这个不归我们管", True),
        ("不是我局报的数", False),
        ("不是我们报错了，是厂家没到货", False),
    ],
)
def test_what_is_none_of_theirs(text: str, not_ours: bool) -> None:
    assert says_not_ours(text) is not_ours
