"""An earlier message is put right in whatever words, and what only sounds like it puts nothing right."""

import pytest

from language.report.corrections import righted
from language.understand import understand
from language.understanding import Reports
from tests.language.linxi import lexicon, said

PUT_RIGHT = (
    ("qin", "写多了写多了，疏港公路路基应该是3.1公里，3.7那个是把便道也算进去了", "3.1公里"),
    ("qin", "疏港公路路基多报了，实际是3.1公里", "3.1公里"),
    ("qin", "疏港公路路基前天报了12公里，重新量过是11.4公里，以这次为准", "11.4公里"),
    ("gu", "上一条写反了，东湖水库主体应为62%", "62%"),
    ("gu", "刚才那条报反了，东湖水库主体完成62%", "62%"),
    ("gu", "更正：东湖水库主体上周报5.1万吨，测量队复核下来是4.8万吨。", "48000吨"),
    ("gu", "东湖水库主体上周报的是5.1万吨，复核后为4.8万吨", "48000吨"),
    ("ye", "发错数了，城北水厂设备安装是55%，不是65%", "55%"),
    ("lu", "更正：今早光伏玻璃厂房主体报成51%了，实际是21%。", "21%"),
    ("lu", "光伏玻璃设备安装昨天误报成51台，实际21台", "21台"),
    ("hong", "不对，昨天茶产业园设备安装报的3600套多写了，改为3060套。", "3060套"),
    ("hong", "上周茶产业园设备安装报的36套算多了，应为30套", "30套"),
    ("ding", "数报乱了，重新对过：桥头变设备安装42台", "42台"),
    ("ding", "上午发的数不对，桥头变设备安装是42台", "42台"),
    ("ding", "桥头变设备安装上午多打了个零，是42台不是420台", "42台"),
    ("fang", "前面那条数错了，妇幼新院内外装修是30%", "30%"),
    ("fang", "小数点点错了，妇幼新院内外装修3.5%", "3.5%"),
    ("xie", "文旅小镇内外装修我报高了，实际35%", "35%"),
    ("xie", "昨晚那条数乱了，重新对过应为：文旅小镇内外装修43%，不，34%", "34%"),
)

NOTHING_WRONG = (
    ("gu", "请各位核对以上数据，有误今天下班前提出。东湖水库主体完成62%"),
    ("gu", "东湖水库主体完成62%，如有出入请告知"),
    ("gu", "东湖水库主体完成62%，数据已核对无误"),
    ("qin", "网上说疏港公路停工是误传，路基完成62%"),
    ("qin", "外面传疏港公路停工有误，路基正常推进"),
    ("ding", "桥头变设备安装基础图纸画错了，等设计改"),
    ("tao", "一中扩建主体12层，钢筋绑错了返工两天"),
    ("ye", "城北水厂设备安装方案由进口改成国产，已装42台"),
    ("fang", "妇幼新院装修设计改成四层，内外装修完成30%"),
    ("fang", "抱歉报晚了，妇幼新院内外装修完成30%"),
    ("lu", "不好意思漏报了，数据园环评今天批的"),
    ("hong", "茶产业园设备装了19套，不对，21套，看串行了"),
    ("xie", "文旅小镇的没报错，内外装修还是35%"),
)


@pytest.mark.parametrize(("sender", "text", "figure"), PUT_RIGHT)
def test_what_is_right_now_is_all_that_is_recorded(sender: str, text: str, figure: str) -> None:
    found = understand(said(text, sender), lexicon())
    assert isinstance(found, Reports)
    assert found.correction
    (report,) = found.reports
    counted = [f"{each.done.normalize():f}{each.unit}" for each in report.quantities]
    assert [*counted, *([] if report.percent is None else [f"{report.percent:f}%"])] == [figure]
    assert report.status is None


@pytest.mark.parametrize(("sender", "text"), NOTHING_WRONG)
def test_what_puts_nothing_right_is_no_correction(sender: str, text: str) -> None:
    found = understand(said(text, sender), lexicon())
    assert isinstance(found, Reports)
    assert not found.correction


def test_a_state_that_was_told_by_mistake_is_gone() -> None:
    found = understand(said("昨天报的一中扩建主体封顶搞错了，只封了1号楼", "tao"), lexicon())
    assert not isinstance(found, Reports)
    assert righted("一中扩建施工许可证昨天说批了是误会，还没批").text == "一中扩建施工许可证还没批"
