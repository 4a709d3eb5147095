"""Questions as people of another county ask them, with what must be understood."""

from typing import Any

import pytest

from language.query import asks, read_query
from language.understanding import Ask, Query
from language.understanding_json import to_json
from models.vocabulary import AskAbout, Aspect, Topic
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


MORE: tuple[tuple[str, dict[str, Any]], ...] = (
    ("桥头镇那几个项目整得咋样", {"topic": "status", "towns": ["桥头镇"]}),
    ("跟我讲讲疏港公路", {"topic": "status", "projects": ["q01"]}),
    ("污泥处置中心有没有新消息", {"topic": "status", "projects": ["q19"]}),
    ("住建局负责的几个工程都到哪个阶段了", {"topic": "status", "units": ["zjj"]}),
    ("东湖水库和城北水厂分别干到什么份上了", {"topic": "status", "projects": ["q05", "q15"]}),
    ("农业农村类的进展报给我", {"topic": "status", "categories": ["农业农村"]}),
    ("上个月数据园干了些啥", {"topic": "status", "projects": ["q11"], "period": {"from": "2026-08-01", "to": "2026-08-31"}}),
    ("疏港公路眼下什么形势", {"topic": "status", "projects": ["q01"]}),
    ("全县一盘棋看下来，项目总体怎么样", {"topic": "status"}),
    ("今天谁报了", {"topic": "missing"}),
    ("这周报送情况怎么样", {"topic": "missing"}),
    ("还有几个单位没交周报", {"topic": "missing"}),
    ("卫健局这期的交了没", {"topic": "missing", "units": ["wjj"]}),
    ("没报的是哪几家", {"topic": "missing"}),
    ("交通口谁还没报", {"topic": "missing", "categories": ["交通"]}),
    ("红灯", {"topic": "colors", "colors": ["red"]}),
    ("哪些亮了黄牌", {"topic": "colors", "colors": ["yellow"]}),
    ("目前红黄绿各多少", {"topic": "colors", "colors": ["red", "yellow", "green"]}),
    ("进度滞后的水利项目", {"topic": "colors", "categories": ["水利"], "colors": ["yellow", "red"]}),
    ("一中扩建是红是绿", {"topic": "colors", "projects": ["q08"], "colors": ["red", "green"]}),
    ("7月份的三色图再看一下", {"topic": "colors", "period": {"from": "2026-07-01", "to": "2026-07-31"}}),
    ("城发集团有严重滞后的吗", {"topic": "colors", "units": ["cfj"], "colors": ["red"]}),
    ("掉队的是哪几个项目", {"topic": "colors", "colors": ["yellow", "red"]}),
    ("215大修的瓶颈是什么", {"topic": "problems", "projects": ["q02"]}),
    ("有多少项目被征迁拖住了", {"topic": "problems", "problem_categories": ["acquisition"]}),
    ("需要县里拍板的事有哪些", {"topic": "problems"}),
    ("哪些问题拖了很久没解决", {"topic": "problems"}),
    ("文昌街道涉及绿化迁移的问题", {"topic": "problems", "towns": ["文昌街道"], "problem_categories": ["greening"]}),
    ("因为下雨停工的项目", {"topic": "problems", "problem_categories": ["weather"]}),
    ("移交接管上有什么矛盾", {"topic": "problems", "problem_categories": ["handover"]}),
    ("人才公寓咋还不动工", {"topic": "problems", "projects": ["q17"]}),
    ("8月份新增了几个资金方面的问题", {"topic": "problems", "problem_categories": ["funding"], "period": {"from": "2026-08-01", "to": "2026-08-31"}}),
    ("交通导行没批的项目有没有", {"topic": "problems", "problem_categories": ["traffic"]}),
    ("供电公司那边有什么难处", {"topic": "problems", "units": ["gdj"]}),
    ("招投标质疑的有几起", {"topic": "problems", "problem_categories": ["tender"]}),
    ("光伏玻璃能评办妥了吗", {"topic": "nodes", "projects": ["q12"], "node_kinds": ["energy_review"]}),
    ("疏港公路用地预审批下来没", {"topic": "nodes", "projects": ["q01"], "node_kinds": ["site_selection"]}),
    ("妇幼新院规划许可证核发了吗", {"topic": "nodes", "projects": ["q09"], "node_kinds": ["planning_permit"]}),
    ("文旅小镇预计几时封顶", {"topic": "nodes", "projects": ["q10"], "node_kinds": ["topping_out"]}),
    ("云湖支线二期征地拆迁完成没有", {"topic": "nodes", "projects": ["q04"], "node_kinds": ["acquisition"]}),
    ("年底前能通车的有哪些", {"topic": "nodes", "node_kinds": ["operation"], "node_state": "due", "period": {"from": "2026-09-16", "to": "2026-12-31"}}),
    ("过了时限还没办的手续", {"topic": "nodes", "node_state": "overdue"}),
    ("城发集团本季度到期的节点", {"topic": "nodes", "units": ["cfj"], "node_state": "due", "period": {"from": "2026-07-01", "to": "2026-09-30"}}),
    ("环评批了的有几个", {"topic": "nodes", "node_kinds": ["environmental_assessment"], "node_state": "done"}),
    ("还没招标的项目有哪些", {"topic": "nodes", "node_kinds": ["tender"], "node_state": "open"}),
    ("10月份计划开工的项目", {"topic": "nodes", "node_kinds": ["start"], "node_state": "due", "period": {"from": "2026-10-01", "to": "2026-10-31"}}),
    ("应竣工未竣工的有哪些", {"topic": "nodes", "node_kinds": ["completion"], "node_state": "overdue"}),
    ("桥头变手续全了没", {"topic": "nodes", "projects": ["q13"]}),
    ("疏港公路最近一个节点是啥时候", {"topic": "nodes", "projects": ["q01"]}),
    ("水利口今年要验收的", {"topic": "nodes", "categories": ["水利"], "node_kinds": ["acceptance"], "node_state": "due", "period": THIS_YEAR}),
    ("本月投资完成了几个亿", {"topic": "investment", "period": SEPTEMBER}),
    ("文旅小镇今年花了多少钱", {"topic": "investment", "projects": ["q10"], "period": THIS_YEAR}),
    ("产业类项目累计完成投资额", {"topic": "investment", "categories": ["产业"]}),
    ("住建局前8个月投资完成率", {"topic": "investment", "units": ["zjj"], "period": {"from": "2026-01-01", "to": "2026-08-31"}}),
    ("上次专题会决定的事有下文没有", {"topic": "decisions"}),
    ("县长办公会交办事项进展", {"topic": "decisions"}),
    ("9月8日调度会对疏港公路提了什么要求", {"topic": "decisions", "projects": ["q01"], "period": {"from": "2026-09-08", "to": "2026-09-08"}}),
    ("东湖水库的联系人是谁", {"topic": "contact", "projects": ["q05"]}),
    ("人才公寓归哪个单位管", {"topic": "contact", "projects": ["q17"]}),
    ("给我个秦小波的电话", {"topic": "contact"}),
    ("文旅局谁在对接这块工作", {"topic": "contact", "units": ["wlj"]}),
    ("下次会定在哪天", {"topic": "meeting"}),
    ("明天的调度会在哪开", {"topic": "meeting", "period": {"from": "2026-09-17", "to": "2026-09-17"}}),
    ("例会要研究哪些问题", {"topic": "meeting"}),
    ("报送积极性谁高谁低，排一下", {"topic": "ranking"}),
    ("哪家单位报得最不及时", {"topic": "ranking"}),
    ("总拖着不报的是谁", {"topic": "ranking"}),
    ("疏港公路和上个月比有啥变化", {"topic": "history", "projects": ["q01"], "period": {"from": "2026-08-01", "to": "2026-08-31"}}),
    ("文旅小镇前几周都是怎么推进的", {"topic": "history", "projects": ["q10"]}),
    ("一中扩建8月和9月的进度比一比", {"topic": "history", "projects": ["q08"], "period": {"from": "2026-08-01", "to": "2026-09-30"}}),
    ("你都有什么功能", {"topic": "help"}),
    ("怎么给你报进展", {"topic": "help"}),
)  # fmt: skip


YET_MORE: tuple[tuple[str, dict[str, Any]], ...] = (
    ("茶产业园开工以来的进展", {"topic": "status", "projects": ["q18"]}),
    ("光伏玻璃有没有起色", {"topic": "status", "projects": ["q12"]}),
    ("东湖水库这摊子事推进到哪儿了", {"topic": "status", "projects": ["q05"]}),
    ("现在全县红黄灯的分布", {"topic": "colors", "colors": ["red", "yellow"]}),
    ("目前绿灯多少个红灯多少个", {"topic": "colors", "colors": ["red", "green"]}),
    ("疏港公路变黄了吗", {"topic": "colors", "projects": ["q01"], "colors": ["yellow"]}),
    ("这周的进展还有哪几家没给", {"topic": "missing"}),
    ("截至目前未反馈的单位", {"topic": "missing"}),
    ("有没有谁一直没更新", {"topic": "missing"}),
    ("管线没迁走的项目有哪些", {"topic": "problems", "problem_categories": ["utilities"]}),
    ("下雨耽误的有哪些", {"topic": "problems", "problem_categories": ["weather"]}),
    ("为什么东湖水库进度上不来", {"topic": "problems", "projects": ["q05"]}),
    ("施工许可卡住的项目", {"topic": "problems", "problem_categories": ["approval"]}),
    ("数据园土地什么时候能摘牌", {"topic": "nodes", "projects": ["q11"], "node_kinds": ["land_transfer"]}),
    ("年底前竣工的有几个", {"topic": "nodes", "node_kinds": ["completion"], "node_state": "due", "period": {"from": "2026-09-16", "to": "2026-12-31"}}),
    ("本月该完成的都完成了吗", {"topic": "nodes", "node_state": "due", "period": SEPTEMBER}),
    ("疏港公路征地还剩多少", {"topic": "nodes", "projects": ["q01"], "node_kinds": ["acquisition"], "node_state": "open"}),
    ("桥头变下一步干啥", {"topic": "nodes", "projects": ["q13"]}),
    ("沐水河下游段的钱到位没", {"topic": "nodes", "projects": ["q07"], "node_kinds": ["financing"]}),
    ("请问文旅小镇什么时候开业", {"topic": "nodes", "projects": ["q10"], "node_kinds": ["operation"]}),
    ("年度投资计划完成情况", {"topic": "investment", "period": THIS_YEAR}),
    ("疏港公路投资进度", {"topic": "investment", "projects": ["q01"]}),
    ("会上定的那几件事，住建局办完了几件", {"topic": "decisions", "units": ["zjj"]}),
    ("谁是东湖水库的项目负责人", {"topic": "contact", "projects": ["q05"]}),
    ("例会改时间了吗", {"topic": "meeting"}),
    ("下周三的会谁参加", {"topic": "meeting", "period": {"from": "2026-09-23", "to": "2026-09-23"}}),
    ("近三个月疏港公路进度曲线", {"topic": "history", "projects": ["q01"]}),
    ("哪些单位连着两周没报", {"topic": "ranking"}),
    ("老是催才报的是哪几家", {"topic": "ranking"}),
    ("说说你的用处", {"topic": "help"}),
)  # fmt: skip


@pytest.mark.parametrize(("text", "query"), QUESTIONS + MORE + YET_MORE)
def test_question(text: str, query: dict[str, Any]) -> None:
    assert _wire(_read(text)) == {"intent": "query", "query": query}


def _read(text: str) -> Query | Ask | None:
    utterance = said(text)
    return read_query(normal(utterance), utterance, lexicon())


def _wire(found: Query | Ask | None) -> dict[str, Any]:
    return to_json(found) if found else {"intent": "none"}


FOLLOW_UPS: tuple[tuple[str, Topic, Aspect | None], ...] = (
    ("为什么是黄灯", Topic.COLORS, Aspect.WHY),
    ("怎么又变红了", Topic.COLORS, Aspect.WHY),
    ("谁负责", Topic.CONTACT, None),
    ("电话多少", Topic.CONTACT, None),
    ("那个呢", Topic.STATUS, Aspect.OTHER_ONE),
    ("另一个呢", Topic.STATUS, Aspect.OTHER_ONE),
    ("依据呢", Topic.STATUS, Aspect.SOURCE),
    ("有什么依据", Topic.STATUS, Aspect.SOURCE),
    ("谁说的", Topic.STATUS, Aspect.SOURCE),
    ("数据哪来的", Topic.STATUS, Aspect.SOURCE),
    ("简单说", Topic.STATUS, Aspect.SHORTER),
    ("再短一点", Topic.STATUS, Aspect.SHORTER),
    ("详细点", Topic.STATUS, Aspect.LONGER),
    ("说具体点", Topic.STATUS, Aspect.LONGER),
    ("下一个节点是什么", Topic.NODES, Aspect.NEXT),
    ("下一步干啥", Topic.NODES, Aspect.NEXT),
    ("卡在哪了", Topic.PROBLEMS, Aspect.WHY),
    ("怎么还没批", Topic.PROBLEMS, Aspect.WHY),
    ("为啥一直没动", Topic.PROBLEMS, Aspect.WHY),
    ("什么原因", Topic.PROBLEMS, Aspect.WHY),
)


@pytest.mark.parametrize(("text", "topic", "aspect"), FOLLOW_UPS)
def test_a_follow_up_leans_on_the_last_subject(text: str, topic: Topic, aspect: Aspect | None) -> None:
    found = _read(text)
    assert isinstance(found, Query)
    assert (found.topic, found.aspect, found.projects) == (topic, aspect, ())


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("疏港公路为什么亮红灯", Aspect.WHY),
        ("东湖水库这个数的依据是什么", Aspect.SOURCE),
        ("人才公寓下一步是什么", Aspect.NEXT),
        ("详细说说一中扩建的进展", Aspect.LONGER),
        ("疏港公路进展", None),
    ],
)
def test_an_aspect_of_a_named_subject(text: str, aspect: Aspect | None) -> None:
    found = _read(text)
    assert isinstance(found, Query)
    assert found.aspect is aspect
    assert len(found.projects) == 1


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("体育公园改造现在什么进度", AskAbout.PROJECT),
        ("行政服务中心三期什么情况", AskAbout.PROJECT),
        ("锂电池项目联络员是谁", AskAbout.PROJECT),
        ("城南消防站环评批了没", AskAbout.PROJECT),
        ("这个项目什么时候能完工", AskAbout.PROJECT),
        ("那件事怎么样了", AskAbout.MEANING),
        ("上回说的那个事有眉目了吗", AskAbout.MEANING),
    ],
)
def test_what_cannot_be_told_is_asked_back(text: str, about: AskAbout) -> None:
    assert _read(text) == Ask(about)


def test_a_name_that_fits_two_answers_for_both_and_one_that_fits_more_is_asked_back() -> None:
    found = _read("云湖支线进展")
    assert isinstance(found, Query)
    assert found.projects == ("q03", "q04")
    asked = _read("云湖的项目里那个云湖怎么样了")
    assert not isinstance(asked, Query) or len(asked.projects) < 3


def test_the_sender_asks_after_their_own() -> None:
    mine = read_query("我们单位报了没", said("我们单位报了没", "gu"), lexicon())
    assert isinstance(mine, Query)
    assert mine.units == ("slj",)
    projects = read_query("我这几个项目是什么颜色", said("我这几个项目是什么颜色", "gu"), lexicon())
    assert isinstance(projects, Query)
    assert projects.projects == ("q05", "q06", "q07")


def test_a_mention_alone_asks_for_help() -> None:
    found = _read("@项目助手")
    assert found == Query(Topic.HELP)


@pytest.mark.parametrize(
    "text",
    [
        "报一下：疏港公路路基完成65%，人员60人",
        "疏港公路路基完成65%，路面什么时候铺还没定",
        "东湖水库环评还没批，能否请县里帮忙协调",
        "暂无问题",
        "一中扩建主体完成六层，没什么困难",
        "疏港公路征拆剩3户，谁去都谈不拢",
        "桥头变9月10日开工，设备招标正在研究是否分标",
        "数据园备案办结。另外高新区110千伏专线什么时候能批？",
        "茶产业园能评送省里了，环评还没委托单位",
        "施工图9月就审完了，15号照常开工，还等什么",
    ],
)
def test_a_report_that_sounds_like_a_question_is_no_question(text: str) -> None:
    utterance = said(text, "qin")
    assert read_query(normal(utterance), utterance, lexicon()) is None


@pytest.mark.parametrize(
    ("clause", "asked"),
    [
        ("专线什么时候能批？", True),
        ("批了没", True),
        ("一季度产业项目投资", True),
        ("什么时候批还不知道", False),
        ("没什么变化", False),
        ("主体完成六层", False),
        ("还剩十几户没签", False),
    ],
)
def test_a_clause_asks_or_states(clause: str, asked: bool) -> None:
    assert asks(clause) is asked
