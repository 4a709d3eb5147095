"""What is said of promises behind conditional approvals in few words, of meetings named as a ground, of their matters."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.wordless import only_names_medium
from language.ledger_questions import asks_about_promises, asks_for_problems, names_meeting
from language.promises import (
    cannot_keep,
    gives_only_a_day,
    grants_node,
    hands_in,
    hands_over,
    keeps_promise,
    only_lacks_papers,
    promised_day,
)
from language.requests import asks_to_postpone, decided_by, only_names_ground
from language.safety import comes_again
from language.topic_wishes import topic_in, tried_before, wishes_topic

NOW = datetime(2026, 6, 15, 10, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("下周五前", date(2026, 6, 26)),
        ("6月30日前补齐", date(2026, 6, 30)),
        ("争取月底前", date(2026, 6, 30)),
        ("预计7月10日", date(2026, 7, 10)),
    ],
)
def test_only_a_day(text: str, day: date) -> None:
    assert gives_only_a_day(text, NOW, {}) == day


@pytest.mark.parametrize("text", ["下周五前把方案报我", "6月30日前开工", "收到", "周五开会", "尽快"])
def test_more_than_a_day(text: str) -> None:
    assert gives_only_a_day(text, NOW, {}) is None


def test_a_paper_is_handed_in() -> None:
    assert all(hands_in(text) for text in ("水保报告补交了", "总平面图已经补齐", "图审意见补交上去了"))
    assert not any(hands_in(text) for text in ("水保报告补交了没", "预计下周补交", "还没补齐", "补交材料"))
    assert keeps_promise("图审意见今天拿到了，容缺补齐")
    assert not keeps_promise("承诺7月5日前容缺补齐")


def test_it_cannot_be_kept() -> None:
    assert cannot_keep("人防那个26号补不齐")
    assert cannot_keep("月底前来不及补")
    assert not cannot_keep("已补齐")


def test_a_paper_is_not_the_approval() -> None:
    assert not grants_node("总平面图补交了")
    assert grants_node("材料补交了，规划许可证已核发")


def test_a_lacking_paper_is_promised_and_not_stuck() -> None:
    assert only_lacks_papers("容缺办理，缺总平面图")
    assert not only_lacks_papers("容缺办理，缺总平面图，设计院不配合卡住了")


def test_a_ground_alone() -> None:
    assert only_names_ground("6月8日调度会第2项") == "6月8日调度会第2项"
    assert only_names_ground("依据区政府专题会议纪要〔2026〕12号") == "区政府专题会议纪要〔2026〕12号"
    assert not any(only_names_ground(text) for text in ("下午开调度会", "会后再说", "纪要出了没", "环评批复"))
    assert decided_by("改到8月31日，依据区政府专题会议纪要〔2026〕12号") == "区政府专题会议纪要〔2026〕12号"


def test_a_date_put_off() -> None:
    assert all(asks_to_postpone(text) for text in ("想调到8月底", "往后挪到9月", "拟移到年底", "调至10月"))
    assert not any(asks_to_postpone(text) for text in ("协调到位", "预计8月底", "强调安全"))


def test_questions_about_ledgers() -> None:
    assert all(asks_about_promises(text) for text in ("哪些承诺快到期了", "超期没补的有哪些", "承诺事项台账"))
    assert not asks_about_promises("承诺6月30日前补齐")
    assert asks_for_problems("还有几个问题没销号")
    assert not asks_for_problems("第24次例会还有几项没销号")
    assert names_meeting("第6次例会的事都办完了吗") == 6


def test_broken_out_again() -> None:
    assert comes_again("村民又堵路了")
    assert not comes_again("海河东路还是堵着")


def test_topics_for_the_meeting() -> None:
    told = ("资金缺口能不能上会", "林地想上会研究一下", "议题：柳溪大桥征地", "建议列入下周例会研究", "申请上会协调")
    assert all(wishes_topic(text) for text in told)
    others = ("规划许可已上会，等公示", "方案上会通过了", "拟上规委会", "请到会议室", "议题报了几个", "会上再说")
    assert not any(wishes_topic(text) for text in others)
    assert topic_in("议题：柳溪大桥征地") == "柳溪大桥征地"


def test_dealt_with_before() -> None:
    assert all(tried_before(text) for text in ("镇里协调过三次", "和财政对接两次没有结果", "谈不拢", "协调不动"))
    assert not any(tried_before(text) for text in ("请区里协调", "资金缺口能不能上会", "需要财政局支持"))


def test_only_the_word_for_a_voice_message() -> None:
    assert all(only_names_medium(text) for text in ("", "[语音]", "[语音 58秒]", "@项目助手 【语音】"))
    assert not any(only_names_medium(text) for text in ("语音说的环评批了", "环评已批复", "[图片]"))


def test_a_paper_is_there() -> None:
    assert all(hands_over(text) for text in ("消防意见书已交", "图审意见已出具", "意见书下来了"))
    assert not any(hands_over(text) for text in ("消防意见书还没下来", "预计下周拿到", "意见书交给谁"))


def test_the_day_of_a_promise_at_its_barest() -> None:
    assert promised_day("消防意见书6月19日前补", NOW, {}) == date(2026, 6, 19)
    assert promised_day("6月19日前补充资料后开会", NOW, {}) is None
