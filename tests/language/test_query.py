"""Questions as people of another county ask them, with what must be understood."""

from typing import Any

import pytest

from language.query import asks, read_query
from language.understanding import Ask, Query, to_json
from models.vocabulary import Aspect, AskAbout, Topic
from tests.language.linxi import lexicon, normal, said

SEPTEMBER = {"from": "2026-09-01", "to": "2026-09-30"}
THIS_WEEK = {"from": "2026-09-14", "to": "2026-09-20"}
LAST_WEEK = {"from": "2026-09-07", "to": "2026-09-13"}
NEXT_WEEK = {"from": "2026-09-21", "to": "2026-09-27"}
THIS_YEAR = {"from": "2026-01-01", "to": "2026-12-31"}

QUESTIONS: tuple[tuple[str, dict[str, Any]], ...] = (
    # status
    ("疏港公路推得咋样了", {"topic": "status", "projects": ["q01"]}),
    ("@项目助手 东湖水库什么情况？", {"topic": "status", "projects": ["q05"]}),
    ("妇幼新院现在到什么程度", {"topic": "status", "projects": ["q09"]}),
    ("介绍一下数据园的进展", {"topic": "status", "projects": ["q11"]}),
    ("把桥头变和凤凰山风电的情况说说", {"topic": "status", "projects": ["q13", "q14"]}),
    ("水利局手上的项目走到哪了", {"topic": "status", "units": ["slj"]}),
    ("柳河乡项目推进情况", {"topic": "status", "towns": ["柳河乡"]}),
    ("桥头镇有哪些项目", {"topic": "status", "towns": ["桥头镇"]}),
    ("教育类项目最近怎么样", {"topic": "status", "categories": ["教育"]}),
    ("文昌街道的市政项目进度如何", {"topic": "status", "towns": ["文昌街道"], "categories": ["市政"]}),
    ("县里项目总体进展给我汇总一份", {"topic": "status"}),
    ("全县项目上周情况梳理一下", {"topic": "status", "period": LAST_WEEK}),
    ("麻烦看看一中扩建干得怎么样了，谢谢", {"topic": "status", "projects": ["q08"]}),
    ("光伏玻璃这个月有什么进展没有", {"topic": "status", "projects": ["q12"], "period": SEPTEMBER}),
    ("文旅小镇形象进度", {"topic": "status", "projects": ["q10"]}),
    ("想了解下茶产业园的近况", {"topic": "status", "projects": ["q18"]}),
    ("沐水河治理咋样了", {"topic": "status", "projects": ["q06", "q07"]}),
    ("云湖支线进展", {"topic": "status", "projects": ["q03", "q04"]}),
    (
        "住建局8月份报的什么进展",
        {"topic": "status", "units": ["zjj"], "period": {"from": "2026-08-01", "to": "2026-08-31"}},
    ),
    ("城北水厂", {"topic": "status", "projects": ["q15"]}),
    ("人才公寓呢", {"topic": "status", "projects": ["q17"]}),
    ("交通口", {"topic": "status", "categories": ["交通"]}),
    # colours
    ("现在有几个红灯", {"topic": "colors", "colors": ["red"]}),
    ("亮黄灯的项目是哪些", {"topic": "colors", "colors": ["yellow"]}),
    ("滞后的项目列个单子", {"topic": "colors", "colors": ["yellow", "red"]}),
    ("严重滞后项目名单", {"topic": "colors", "colors": ["red"]}),
    ("三色图发我看看", {"topic": "colors"}),
    ("水利局有没有红灯项目", {"topic": "colors", "units": ["slj"], "colors": ["red"]}),
    ("港口镇黄色的有几个", {"topic": "colors", "towns": ["港口镇"], "colors": ["yellow"]}),
    ("污泥处置中心亮的什么灯", {"topic": "colors", "projects": ["q19"]}),
    ("产业类有没有进度慢的", {"topic": "colors", "categories": ["产业"], "colors": ["yellow", "red"]}),
    ("这个月转红的有几个", {"topic": "colors", "colors": ["red"], "period": SEPTEMBER}),
    ("上周的三色情况", {"topic": "colors", "period": LAST_WEEK}),
    ("正常推进的项目有多少", {"topic": "colors", "colors": ["green"]}),
    ("哪些项目拖后腿了", {"topic": "colors", "colors": ["yellow", "red"]}),
    ("疏港公路为什么亮红灯", {"topic": "colors", "projects": ["q01"], "colors": ["red"]}),
    # missing
    ("还有谁没报", {"topic": "missing"}),
    ("这周哪些单位还没报送", {"topic": "missing"}),
    ("交通局报了没", {"topic": "missing", "units": ["jtj"]}),
    ("各单位都报齐了吗", {"topic": "missing"}),
    ("上周没报的有哪些单位", {"topic": "missing", "period": LAST_WEEK}),
    ("未报送单位名单", {"topic": "missing"}),
    ("教体局和卫健局的周报交了吗", {"topic": "missing", "units": ["jtt", "wjj"]}),
    ("桥头变本周报了吗", {"topic": "missing", "projects": ["q13"]}),
    ("柳河乡的项目报全了没有", {"topic": "missing", "towns": ["柳河乡"]}),
    ("还差哪几家没交", {"topic": "missing"}),
    # problems
    ("目前都有啥难题", {"topic": "problems"}),
    ("疏港公路卡在哪儿了", {"topic": "problems", "projects": ["q01"]}),
    ("东湖水库难点在哪", {"topic": "problems", "projects": ["q05"]}),
    ("215大修为啥动不起来", {"topic": "problems", "projects": ["q02"]}),
    ("哪些项目缺资金", {"topic": "problems", "problem_categories": ["funding"]}),
    ("征拆方面的堵点有哪些", {"topic": "problems", "problem_categories": ["acquisition"]}),
    ("用地上卡着的项目", {"topic": "problems", "problem_categories": ["land"]}),
    ("涉及管线迁改的问题梳理一下", {"topic": "problems", "problem_categories": ["utilities"]}),
    ("交通局项目有什么需要协调的", {"topic": "problems", "units": ["jtj"]}),
    ("受环保管控影响的有几个", {"topic": "problems", "problem_categories": ["environment"]}),
    ("柳河乡有没有群众上访阻工的", {"topic": "problems", "towns": ["柳河乡"], "problem_categories": ["stability"]}),
    ("这周新增的问题", {"topic": "problems", "period": THIS_WEEK}),
    ("审批手续方面还有哪些问题没解决", {"topic": "problems", "problem_categories": ["approval"]}),
    ("红灯项目主要是什么原因", {"topic": "problems", "colors": ["red"]}),
    ("文旅小镇怎么又停了", {"topic": "problems", "projects": ["q10"]}),
    ("市政类项目的困难", {"topic": "problems", "categories": ["市政"]}),
    ("设计变更的问题有几个", {"topic": "problems", "problem_categories": ["design"]}),
    ("哪几个项目等用电", {"topic": "problems", "problem_categories": ["supply"]}),
    # nodes
    ("妇幼新院施工许可办下来没有", {"topic": "nodes", "projects": ["q09"], "node_kinds": ["construction_permit"]}),
    ("桥头变的林地手续办了吗", {"topic": "nodes", "projects": ["q13"], "node_kinds": ["forestry"]}),
    ("光伏玻璃环评批复了没", {"topic": "nodes", "projects": ["q12"], "node_kinds": ["environmental_assessment"]}),
    ("一中扩建什么时候能封顶", {"topic": "nodes", "projects": ["q08"], "node_kinds": ["topping_out"]}),
    ("云湖支线一期几月份通车", {"topic": "nodes", "projects": ["q03"], "node_kinds": ["operation"]}),
    ("数据园节能审查到哪一步了", {"topic": "nodes", "projects": ["q11"], "node_kinds": ["energy_review"]}),
    ("茶产业园还缺哪些手续", {"topic": "nodes", "projects": ["q18"], "node_state": "open"}),
    ("逾期的节点有哪些", {"topic": "nodes", "node_state": "overdue"}),
    ("下周到期的节点给我列列", {"topic": "nodes", "node_state": "due", "period": NEXT_WEEK}),
    ("本月要办结的手续", {"topic": "nodes", "node_state": "due", "period": SEPTEMBER}),
    (
        "今年计划竣工的项目有几个",
        {"topic": "nodes", "node_kinds": ["completion"], "node_state": "due", "period": THIS_YEAR},
    ),
    (
        "四季度要开工的有哪些",
        {
            "topic": "nodes",
            "node_kinds": ["start"],
            "node_state": "due",
            "period": {"from": "2026-10-01", "to": "2026-12-31"},
        },
    ),
    ("哪些项目还没拿到施工许可证", {"topic": "nodes", "node_kinds": ["construction_permit"], "node_state": "open"}),
    ("没开工的还有几个", {"topic": "nodes", "node_kinds": ["start"], "node_state": "open"}),
    ("已经开工的有哪些", {"topic": "nodes", "node_kinds": ["start"], "node_state": "done"}),
    (
        "上个月办结了哪些手续",
        {"topic": "nodes", "node_state": "done", "period": {"from": "2026-08-01", "to": "2026-08-31"}},
    ),
    (
        "水利局该开工还没开工的项目",
        {"topic": "nodes", "units": ["slj"], "node_kinds": ["start"], "node_state": "overdue"},
    ),
    ("林地手续没办完的有哪些", {"topic": "nodes", "node_kinds": ["forestry"], "node_state": "open"}),
    ("资规局还有几件没办结", {"topic": "nodes", "units": ["zrj"], "node_state": "open"}),
    (
        "9月底前要完成的节点",
        {"topic": "nodes", "node_state": "due", "period": {"from": "2026-09-16", "to": "2026-09-30"}},
    ),
    ("人才公寓竣工验收过了吗", {"topic": "nodes", "projects": ["q17"], "node_kinds": ["acceptance"]}),
    ("城北水厂前期手续办到什么程度了", {"topic": "nodes", "projects": ["q15"]}),
    (
        "老城排水的初设和环评批没批",
        {"topic": "nodes", "projects": ["q16"], "node_kinds": ["preliminary_design", "environmental_assessment"]},
    ),
    ("东湖水库啥时候完工", {"topic": "nodes", "projects": ["q05"], "node_kinds": ["completion"]}),
    ("港口镇超期的节点", {"topic": "nodes", "towns": ["港口镇"], "node_state": "overdue"}),
    ("沐水河上游段开工了没", {"topic": "nodes", "projects": ["q06"], "node_kinds": ["start"]}),
    ("215大修路面工程完了没有", {"topic": "nodes", "projects": ["q02"], "node_kinds": ["structure"]}),
    # investment
    ("今年投资完成多少", {"topic": "investment", "period": THIS_YEAR}),
    ("疏港公路投了多少钱了", {"topic": "investment", "projects": ["q01"]}),
    (
        "二季度交通项目投资完成情况",
        {"topic": "investment", "categories": ["交通"], "period": {"from": "2026-04-01", "to": "2026-06-30"}},
    ),
    ("城发集团本月完成投资多少", {"topic": "investment", "units": ["cfj"], "period": SEPTEMBER}),
    (
        "高新区管委会上半年投资额",
        {"topic": "investment", "units": ["gwh"], "period": {"from": "2026-01-01", "to": "2026-06-30"}},
    ),
    ("柳河乡项目累计投资", {"topic": "investment", "towns": ["柳河乡"]}),
    ("1-8月投资呢", {"topic": "investment", "period": {"from": "2026-01-01", "to": "2026-08-31"}}),
    # decisions
    ("上次调度会定的事项办得怎么样了", {"topic": "decisions"}),
    ("会议纪要落实情况", {"topic": "decisions"}),
    ("会上要求水利局办的办完了吗", {"topic": "decisions", "units": ["slj"]}),
    ("文旅小镇上次会怎么议的", {"topic": "decisions", "projects": ["q10"]}),
    ("8月例会议定事项完成情况", {"topic": "decisions", "period": {"from": "2026-08-01", "to": "2026-08-31"}}),
    # contact
    ("疏港公路谁负责", {"topic": "contact", "projects": ["q01"]}),
    ("水利局联络员是哪位", {"topic": "contact", "units": ["slj"]}),
    ("数据园项目对接人电话", {"topic": "contact", "projects": ["q11"]}),
    ("云湖街道几个项目的负责人", {"topic": "contact", "towns": ["云湖街道"]}),
    ("顾婷手机号多少", {"topic": "contact"}),
    ("茶产业园找谁", {"topic": "contact", "projects": ["q18"]}),
    ("妇幼新院责任单位是哪家", {"topic": "contact", "projects": ["q09"]}),
    # meeting
    ("下次例会什么时候开", {"topic": "meeting"}),
    ("本周调度会几点", {"topic": "meeting", "period": THIS_WEEK}),
    ("下周会议有哪些议题", {"topic": "meeting", "period": NEXT_WEEK}),
    ("这次例会议程", {"topic": "meeting"}),
    # ranking
    ("各单位报送情况排个名", {"topic": "ranking"}),
    ("谁报得最快", {"topic": "ranking"}),
    ("哪个局总是拖", {"topic": "ranking"}),
    ("8月份哪些单位经常迟报", {"topic": "ranking", "period": {"from": "2026-08-01", "to": "2026-08-31"}}),
    ("报送及时率", {"topic": "ranking"}),
    # history
    ("东湖水库近一个月的变化", {"topic": "history", "projects": ["q05"]}),
    ("疏港公路这几周进度对比", {"topic": "history", "projects": ["q01"]}),
    (
        "数据园7月以来的进度变化",
        {"topic": "history", "projects": ["q11"], "period": {"from": "2026-07-01", "to": "2026-09-16"}},
    ),
    ("光伏玻璃每周进展走势", {"topic": "history", "projects": ["q12"]}),
    # help
    ("你会干什么", {"topic": "help"}),
    ("怎么用你", {"topic": "help"}),
    ("帮助", {"topic": "help"}),
    ("@项目助手 你能查些什么", {"topic": "help"}),
    ("使用说明", {"topic": "help"}),
    # progress inside a question
    ("疏港公路路基不是早完了吗，怎么还不铺路面？", {"topic": "problems", "projects": ["q01"]}),
    ("听说一中扩建封顶了？现在什么进度", {"topic": "status", "projects": ["q08"]}),
)


@pytest.mark.parametrize(("text", "query"), QUESTIONS)
def test_question(text: str, query: dict[str, Any]) -> None:
    utterance = said(text)
    assert _wire(read_query(normal(utterance), utterance, lexicon())) == {"intent": "query", "query": query}


def _wire(found: Query | Ask | None) -> dict[str, Any]:
    return to_json(found) if found else {"intent": "none"}
