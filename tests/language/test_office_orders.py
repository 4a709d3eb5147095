"""What the office orders, in the words of different people; and what is none of its orders."""

from datetime import time

import pytest

from language.command import read_command
from language.due_questions import asks_about_holiday_week
from language.ledger_questions import inspects, weeks_of_silence
from language.office_orders import OfficeOrderName as Name
from language.office_orders import read_office_orders, read_verdict
from language.requests import asks_for_quiet, sounds_like_order
from language.understanding import Command
from models.vocabulary import CommandName
from tests.language.linxi import lexicon, said


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        (Name.SHOW_DRAFT, "看草稿|草稿给我看下|草稿先给我过目|草稿发我看看|把草稿发过来|让我看看草稿|草稿呢"),
        (Name.HOLD, "先别发，等宁区长看过|停，别发|今天先不发|等领导定了再发|周报先压一下，数据还没核完"),
        (Name.PUBLISH, "可以发了|发|行，发|就这样发|行，发出去|可以，发群里|领导同意了，发吧|没问题，发吧"),
        (Name.REPLACE, "第2段改为：本周无新增|发布前把第1条改成：各单位按时报送，感谢配合|第2段里的“3个”改成“4个”"),
        (Name.ADD, "加一句：请各单位抓好防汛|末尾补一段，各单位注意防汛"),
        (
            Name.PUBLISH,
            "郑县长看过了，没意见，发|可以了，发群里|领导签了，发布吧|何主任说可以，发吧|韩县长审过了可以发",
        ),
        (Name.DELETE, "把最后一段删了|第二段去掉|倒数第二段不要了|草稿里第3条别写了"),
        (Name.ADD, "改一下草稿，开头加一句“受连续降雨影响，室外作业放缓”|第二段后面加一句：汛期注意安全"),
        (Name.WITHDRAW_BULLETIN, "撤回上周的通报|把今天的通报撤回，征拆那条不对|昨天那期通报作废|通报撤了吧"),
        (Name.MAKE_DRAFT, "重新出一份|更正后再出一版|出周报"),
        (
            Name.BE_SILENT,
            "国庆期间不要发东西|明后天别发消息，领导来检查|这两天别发东西|周末别打扰大家|先别发任何消息，国庆期间",
        ),
        (Name.END_SILENCE, "恢复推送|解除静默"),
        (Name.SET_LIAISON, "交通局联络员7月起换成周敏|把覃勇换成周敏|7月1日起交通局的联络员由周敏担任"),
        (Name.SKIP_WEEK, "下周的周报免了，搞防汛|说错了，是这周的免报"),
        (Name.KEEP_WEEK, "下周照常|这周周报照常报"),
        (Name.RESEND, "上周的简报再发我一下|上周的通报怎么回事，发我一份"),
        (Name.MOVE_CUTOFF, "截止延到下午三点|周报下午三点截止|今天下午3点前都可以报，截止改一下"),
        (Name.SKIP_WEEK, "本周周报免报|这周周报停一期|这周周报不出了"),
        (
            Name.APPROVE_CHANGE,
            "同意申请1，6月10日调度会|1号延期申请同意，6月10日调度会|文旅小镇延期同意，6月10日专题会",
        ),
        (Name.REJECT_CHANGE, "驳回申请1|申请1不同意|不同意文旅小镇的延期申请|文旅小镇延期不同意"),
        (
            Name.ADD_ALIAS,
            "把“水厂三期”算作城北净水厂|把水厂三期也算作城北净水厂|以后水厂三期都算城北水厂|“老水厂”指城北净水厂",
        ),
        (Name.SET_PROFILE, "本群设为克制|提醒频次调到加强"),
        (
            Name.PAUSE_REMINDERS,
            "催报先别发|今天谁也别催了，他们在开会|住建那边不用催了，我打过电话|本周不催供电和水利|水利局不用催|先别催|今天不要催了|暂停催报|本周催报停一下",
        ),
        (Name.RESEND, "再发一遍|周报再发一下|上周的简报再发一下"),
        (Name.DELETE, "第2条删了|把第三段拿掉|删了第2段"),
        (Name.REOPEN_ISSUE, "2号问题恢复挂号|2号问题没解决，重新挂号|撤回刚才的销号|撤销2号问题的销号"),
        (
            Name.REGISTER_DECISIONS,
            "第24次例会议定事项：1.管线由水利局6月底前迁完；2.资金由财政局落实"
            "|今天例会定了两件事：1.管线由水利局6月底前迁完；2.资金由财政局落实"
            "|会议纪要：第24次例会明确，一是管线由水利局6月底前迁完；二是资金由财政局落实"
            "|6月10日专题会议定：由水利局牵头6月底前拿出方案",
        ),
        (
            Name.ASSIGN,
            "记录：领导要求疏港公路阻工6月20日前解决，港口镇牵头|记一下，宁县长让水利局周三前把方案拿出来"
            "|周县长交办，财政局6月25日前落实东湖水库资金",
        ),
        (Name.MEETING_OVER, "第24次例会已结束|第24次例会今天开完了|刚开完第24次例会|例会开完了"),
        (Name.MARK_DONE, "纪要已报审|纪要今天印发|第24次例会纪要已印发"),
        (Name.CALL_TOPICS, "发布第25次例会议题征集|征集第25次例会议题"),
        (
            Name.REGISTER_MEETING,
            "登记会议：6月20日上午9点第25次例会|6月20日上午9点开第25次例会|下次例会定在6月20日上午9点",
        ),
        (Name.ESCALATE, "2号问题上报分管领导|2号问题提请周县长协调|2号问题提请宁副县长协调"),
        (Name.CLOSE_DECISION, "24-01同意销号|24-01可以销号"),
        (Name.NOTE_PROGRESS, "24-02延到7月15日|24-02能不能延到7月15日，两户在外地"),
    ],
)
def test_an_order_is_known_by_many_words(name: Name, texts: str) -> None:
    for text in texts.split("|"):
        assert [order.name for order in read_office_orders(text)] == [name], text


@pytest.mark.parametrize(
    "text",
    [
        "疏港公路路基完成60%，路面先不发包",
        "最慢的就是疏港公路",
        "疏港公路施工许可按6月10日调度会改为6月30日",
        "6月10日调度会明确疏港公路交工验收改为6月30日",
        "明天上午九点半开水厂土地协调会，请鲁卫东提前十分钟到",
        "东湖水库土方挖完了，主体开始浇筑",
        "例会什么时候开完的",
        "周报发了没有",
    ],
)
def test_what_is_told_or_asked_is_no_order(text: str) -> None:
    assert read_office_orders(text) == ()


def test_an_order_keeps_what_was_said_with_it() -> None:
    (amend,) = read_office_orders("第2段里的“3个”改成“4个”")
    assert (amend.number, amend.subject, amend.words) == (2, "3个", "4个")
    assert read_office_orders("今天下午3点前都可以报，截止改一下")[0].clock == time(15)
    assert read_office_orders("2号问题恢复挂号")[0].number == 2
    assert read_office_orders("撤回刚才的销号")[0].number is None
    assert read_office_orders("今天例会定了两件事：1.管线由水利局迁完；2.资金由财政局落实")[0].words.startswith(
        "今天例会，1."
    )
    assert read_office_orders("周县长交办，财政局6月25日前落实资金")[0].words.startswith("周县长交办")


@pytest.mark.parametrize("text", ["催报先别发", "先别催", "催报提醒不要发了"])
def test_not_to_nudge_is_never_an_order_to_nudge(text: str) -> None:
    found = read_command(text, said(text, "bao", "single"), lexicon())
    assert not (isinstance(found, Command) and found.name is CommandName.REMIND)


@pytest.mark.parametrize("text", ["只催住建局和交通局", "再催一次", "催一下没报的"])
def test_to_nudge_is(text: str) -> None:
    found = read_command(text, said(text, "bao", "single"), lexicon())
    assert isinstance(found, Command)
    assert found.name is CommandName.REMIND


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("最近谁催过他们", "nudged"),
        ("本周提醒过哪些单位", "nudged"),
        ("你统计的数怎么和统计局的不一样", "differs"),
        ("连续三周没报的单位", "silent"),
        ("超过一个月没动静的项目", "stale"),
        ("疏港公路咋样了", ""),
    ],
)
def test_what_an_inspector_asks(text: str, kind: str) -> None:
    assert inspects(text) == kind
    assert (weeks_of_silence(text) == 3) is (kind == "silent")


def test_small_cues() -> None:
    assert asks_about_holiday_week("国庆那周周五怎么处理")
    assert not asks_about_holiday_week("国庆节前完成路基")
    assert asks_for_quiet("机器人太吵了")
    assert not asks_for_quiet("我们小区老旧改造太吵")
    assert sounds_like_order("草稿第2页换一下")
    assert not sounds_like_order("中午吃什么")


@pytest.mark.parametrize(
    ("text", "approve", "why"),
    [
        ("同意", True, ""),
        ("驳回，必须按原计划", False, "必须按原计划"),
        ("不同意", False, ""),
        ("好，确认", True, ""),
        ("同意，6月15日调度会定的", True, "6月15日调度会定的"),
    ],
)
def test_a_verdict_that_names_nothing(text: str, approve: bool, why: str) -> None:
    verdict = read_verdict(text)
    assert verdict is not None
    assert (verdict.approve, verdict.words) == (approve, why)


@pytest.mark.parametrize("text", ["业主不同意", "同意接入", "批准文号还没有", "确认一下数字", "住建催了没", "谁催的"])
def test_what_is_no_verdict_and_no_pause(text: str) -> None:
    assert read_verdict(text) is None
    assert not read_office_orders(text)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("把没交的单位通报到群里", True),
        ("没报的在群里通报一下", True),
        ("别把没报的单位通报一下", False),
        ("别把没报的单位通报到群里", False),
        ("不要把没报的晒出来", False),
        ("没报的单位昨天通报到群里了", False),
    ],
)
def test_who_has_not_reported_is_named_only_when_ordered(text: str, published: bool) -> None:
    found = read_command(text, said(text), lexicon())
    assert (isinstance(found, Command) and found.name is CommandName.PUBLISH) is published


def test_a_report_of_several_lines_closes_no_problem() -> None:
    text = "#接龙 市政组5月第3周\n1 陈佩珊 环岛东路 光缆割接已完成，迁改节点销号\n2 黄志坚 海绵一期 管道铺设9.4公里"
    assert read_command(text, said(text), lexicon()) is None
