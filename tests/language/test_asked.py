"""Questions as leaders dictate, snap and hint them, beside statements that sound like questions; of the made-up county."""

from typing import Any

import pytest

from language.understand import understand
from language.understanding_json import to_json
from tests.language.linxi import lexicon, said

SEPTEMBER = {"from": "2026-09-01", "to": "2026-09-30"}
AUGUST = {"from": "2026-08-01", "to": "2026-08-31"}
THIS_WEEK = {"from": "2026-09-14", "to": "2026-09-20"}
LAST_WEEK = {"from": "2026-09-07", "to": "2026-09-13"}
NEXT_WEEK = {"from": "2026-09-21", "to": "2026-09-27"}
THIS_YEAR = {"from": "2026-01-01", "to": "2026-12-31"}
QUARTER = {"from": "2026-07-01", "to": "2026-09-30"}

ASKED: tuple[tuple[str, dict[str, Any]], ...] = (
    # elliptical
    ("疏港公路呢", {"topic": "status", "projects": ["q01"]}),
    ("疏港公路，东湖水库", {"topic": "status", "projects": ["q01", "q05"]}),
    ("水库", {"topic": "status", "projects": ["q05"]}),
    ("云湖支线", {"topic": "status", "projects": ["q03", "q04"]}),
    ("云湖支线那两期", {"topic": "status", "projects": ["q03", "q04"]}),
    ("一中啥情况了", {"topic": "status", "projects": ["q08"]}),
    ("数据园近况", {"topic": "status", "projects": ["q11"]}),
    ("妇幼那边呢，干得怎么样", {"topic": "status", "projects": ["q09"]}),
    ("交通局", {"topic": "status", "units": ["jtj"]}),
    ("柳河乡呢", {"topic": "status", "towns": ["柳河乡"]}),
    ("产业类的", {"topic": "status", "categories": ["产业"]}),
    ("环评，光伏玻璃", {"topic": "nodes", "projects": ["q12"], "node_kinds": ["environmental_assessment"]}),
    ("数据园的地摘了没", {"topic": "nodes", "projects": ["q11"], "node_kinds": ["land_transfer"]}),
    ("光伏玻璃开没开工", {"topic": "nodes", "projects": ["q12"], "node_kinds": ["start"]}),
    ("一中封顶没", {"topic": "nodes", "projects": ["q08"], "node_kinds": ["topping_out"]}),
    ("桥头变并网时间", {"topic": "nodes", "projects": ["q13"], "node_kinds": ["operation"]}),
    ("疏港公路通车是哪天", {"topic": "nodes", "projects": ["q01"], "node_kinds": ["operation"]}),
    ("茶产业园差啥手续", {"topic": "nodes", "projects": ["q18"], "node_state": "open"}),
    ("红的", {"topic": "colors", "colors": ["red"]}),
    ("黄灯几个", {"topic": "colors", "colors": ["yellow"]}),
    ("红灯名单", {"topic": "colors", "colors": ["red"]}),
    ("滞后的呢", {"topic": "colors", "colors": ["yellow", "red"]}),
    ("本周三色", {"topic": "colors", "period": THIS_WEEK}),
    ("超期的", {"topic": "nodes", "node_state": "overdue"}),
    ("没报的", {"topic": "missing"}),
    ("谁没交", {"topic": "missing"}),
    ("未报单位", {"topic": "missing"}),
    ("联络员是谁，东湖水库的", {"topic": "contact", "projects": ["q05"]}),
    ("秦小波电话", {"topic": "contact"}),
    ("议题", {"topic": "meeting"}),
    ("下次例会哪天开，议题定了没", {"topic": "meeting"}),
    ("投资，疏港公路", {"topic": "investment", "projects": ["q01"]}),
    # angry
    ("疏港公路到底还要拖到什么时候", {"topic": "problems", "projects": ["q01"]}),
    ("文旅小镇怎么还趴着不动", {"topic": "problems", "projects": ["q10"]}),
    ("东湖水库搞了半年了为什么一点动静没有", {"topic": "problems", "projects": ["q05"]}),
    ("一中扩建怎么老是原地踏步", {"topic": "problems", "projects": ["q08"]}),
    ("污泥处置中心究竟卡在谁那里", {"topic": "problems", "projects": ["q19"]}),
    ("人才公寓咋还没动", {"topic": "problems", "projects": ["q17"]}),
    ("数据园这都几月了怎么还不开工", {"topic": "problems", "projects": ["q11"]}),
    ("柳河乡的项目怎么老停着", {"topic": "problems", "towns": ["柳河乡"]}),
    ("凤凰山风电怎么又趴窝了", {"topic": "problems", "projects": ["q14"]}),
    ("水利局是怎么搞的，上游段为什么干不动", {"topic": "problems", "projects": ["q06"], "units": ["slj"]}),
    ("东湖水库都浇了六十多仓了，闸门怎么还不装？卡在哪", {"topic": "problems", "projects": ["q05"]}),
    ("疏港公路路基都铺了七八公里了，怎么路面还没动静？", {"topic": "problems", "projects": ["q01"]}),
    ("妇幼主体早就干完了，装修怎么还没进场", {"topic": "problems", "projects": ["q09"]}),
    ("茶产业园不是说7月就投产吗，怎么现在还没动", {"topic": "problems", "projects": ["q18"]}),
    ("桥头变上个月就说要开工，为什么到现在没开", {"topic": "problems", "projects": ["q13"]}),
    ("哪个单位又没报", {"topic": "missing"}),
    ("周报怎么还没交齐，差谁", {"topic": "missing"}),
    ("天天催还有人不报，到底是谁", {"topic": "missing"}),
    ("每次都最后一个报的是谁", {"topic": "ranking"}),
    ("这么多红灯，都是谁的项目", {"topic": "colors", "colors": ["red"]}),
    # polite
    ("请问疏港公路目前推进到什么阶段了", {"topic": "status", "projects": ["q01"]}),
    ("麻烦问下东湖水库的最新情况", {"topic": "status", "projects": ["q05"]}),
    ("辛苦帮我看看桥头镇的几个项目", {"topic": "status", "towns": ["桥头镇"]}),
    ("能不能把数据园的进展发我一份", {"topic": "status", "projects": ["q11"]}),
    ("劳驾查一下一中扩建施工许可证办了没有", {"topic": "nodes", "projects": ["q08"], "node_kinds": ["construction_permit"]}),
    ("想请教一下人才公寓是哪个单位牵头的", {"topic": "contact", "projects": ["q17"]}),
    ("可否告知水利局还有哪些节点没完成", {"topic": "nodes", "units": ["slj"], "node_state": "open"}),
    ("方便的话列一下本月到期的节点", {"topic": "nodes", "node_state": "due", "period": SEPTEMBER}),
    ("请帮忙统计一下上半年各类项目完成投资", {"topic": "investment", "period": {"from": "2026-01-01", "to": "2026-06-30"}}),
    ("打扰了，请问下周例会几点开", {"topic": "meeting", "period": NEXT_WEEK}),
    ("烦请把未报送名单发一下，谢谢", {"topic": "missing"}),
    ("请问有哪些问题需要我出面协调", {"topic": "problems"}),
    # dictated, without marks
    ("嗯那个疏港公路现在干到哪儿了啊", {"topic": "status", "projects": ["q01"]}),
    ("呃东湖水库那个环评是不是批了", {"topic": "nodes", "projects": ["q05"], "node_kinds": ["environmental_assessment"]}),
    ("你给我说一下城北水厂现在是个啥情况", {"topic": "status", "projects": ["q15"]}),
    ("我想问一下啊老城排水的钱到位了没有", {"topic": "nodes", "projects": ["q16"], "node_kinds": ["financing"]}),
    ("那个谁就是疏港公路的联络员电话给我一下", {"topic": "contact", "projects": ["q01"]}),
    ("帮我看一下啊这个月有几个要开工的", {"topic": "nodes", "node_kinds": ["start"], "node_state": "due", "period": SEPTEMBER}),
    ("就那个大数据产业园现在投了多少钱了", {"topic": "investment", "projects": ["q11"]}),
    ("对了文旅小镇什么时候封顶来着", {"topic": "nodes", "projects": ["q10"], "node_kinds": ["topping_out"]}),
    ("哎今天还有哪些单位没有报", {"topic": "missing"}),
    ("这周红灯是不是又多了", {"topic": "colors", "colors": ["red"], "period": THIS_WEEK}),
    # negative questions
    ("一中扩建不是已经封顶了吗", {"topic": "nodes", "projects": ["q08"], "node_kinds": ["topping_out"]}),
    ("桥头变的环评难道还没批", {"topic": "nodes", "projects": ["q13"], "node_kinds": ["environmental_assessment"]}),
    ("数据园是不是还没开工", {"topic": "nodes", "projects": ["q11"], "node_kinds": ["start"]}),
    ("没有滞后的吧", {"topic": "colors", "colors": ["yellow", "red"]}),
    ("东湖水库没停工吧", {"topic": "problems", "projects": ["q05"]}),
    ("还有没有没报的", {"topic": "missing"}),
    ("有没有不需要协调的", {"topic": "problems"}),
    ("光伏玻璃的能评不会还没办吧", {"topic": "nodes", "projects": ["q12"], "node_kinds": ["energy_review"]}),
    ("疏港公路难道没有问题吗", {"topic": "problems", "projects": ["q01"]}),
    # colours
    ("本周哪些项目变了颜色", {"topic": "colors", "period": THIS_WEEK}),
    ("上周到这周谁的灯变了", {"topic": "colors", "period": {"from": "2026-09-07", "to": "2026-09-20"}}),
    ("由黄转红的有哪些", {"topic": "colors", "colors": ["yellow", "red"]}),
    ("哪些由红转绿了", {"topic": "colors", "colors": ["red", "green"]}),
    ("产业类几红几黄", {"topic": "colors", "categories": ["产业"], "colors": ["red", "yellow"]}),
    ("住建局的项目都是什么颜色", {"topic": "colors", "units": ["zjj"]}),
    ("凤凰山风电怎么变红了", {"topic": "colors", "projects": ["q14"], "colors": ["red"]}),
    ("为什么数据园是黄灯", {"topic": "colors", "projects": ["q11"], "colors": ["yellow"]}),
    ("红灯最多的是哪个单位", {"topic": "colors", "colors": ["red"]}),
    ("连续亮红灯的项目", {"topic": "colors", "colors": ["red"]}),
    ("有哪些没跟上序时进度", {"topic": "colors", "colors": ["yellow", "red"]}),
    ("欠序时进度的都有谁", {"topic": "colors", "colors": ["yellow", "red"]}),
    ("正常的有几个，滞后的有几个", {"topic": "colors", "colors": ["green", "yellow", "red"]}),
    ("9月11日的三色图给我看看", {"topic": "colors", "period": {"from": "2026-09-11", "to": "2026-09-11"}}),
    ("桥头镇有没有红黄灯", {"topic": "colors", "towns": ["桥头镇"], "colors": ["red", "yellow"]}),
    ("各乡镇三色情况", {"topic": "colors"}),
    # missing
    ("周报交上来几家了", {"topic": "missing"}),
    ("今天下班前谁还没交", {"topic": "missing"}),
    ("还剩几家没填", {"topic": "missing"}),
    ("名单上还有谁没动静", {"topic": "missing"}),
    ("水利局和文旅局报上来没有", {"topic": "missing", "units": ["slj", "wlj"]}),
    ("疏港公路本周更新了吗", {"topic": "missing", "projects": ["q01"]}),
    ("上上周没报的是谁", {"topic": "missing", "period": {"from": "2026-08-31", "to": "2026-09-06"}}),
    ("8月份漏报的单位有哪些", {"topic": "missing", "period": AUGUST}),
    ("农业口报齐没", {"topic": "missing", "categories": ["农业农村"]}),
    # problems
    ("目前全县最难啃的骨头是哪几块", {"topic": "problems"}),
    ("征地卡住的有哪几个", {"topic": "problems", "problem_categories": ["acquisition"]}),
    ("哪些在等批文", {"topic": "problems", "problem_categories": ["approval"]}),
    ("缺资金的都有谁，缺多少", {"topic": "problems", "problem_categories": ["funding"]}),
    ("管线没迁完影响了哪些项目", {"topic": "problems", "problem_categories": ["utilities"]}),
    ("桥头镇有阻工的吗", {"topic": "problems", "towns": ["桥头镇"], "problem_categories": ["stability"]}),
    ("停工的项目有几个", {"topic": "problems"}),
    ("有停工的吗", {"topic": "problems"}),
    ("上周反映的问题解决了几个", {"topic": "problems", "period": LAST_WEEK}),
    ("设计还没定下来的有哪些", {"topic": "problems", "problem_categories": ["design"]}),
    ("疏港公路需要谁协调", {"topic": "problems", "projects": ["q01"]}),
    ("水利局报的困难有哪些", {"topic": "problems", "units": ["slj"]}),
    ("扬尘问题突出的项目", {"topic": "problems", "problem_categories": ["environment"]}),
    ("招标流标的有几个", {"topic": "problems", "problem_categories": ["tender"]}),
    ("接电接水有困难的项目", {"topic": "problems", "problem_categories": ["supply"]}),
    ("林木迁移没办下来的卡了几个项目", {"topic": "problems", "problem_categories": ["greening"]}),
    ("目前遇到的主要矛盾是什么", {"topic": "problems"}),
    ("东湖水库移民那块有什么阻力", {"topic": "problems", "projects": ["q05"]}),
    ("缺人缺料的项目有没有", {"topic": "problems", "problem_categories": ["construction"]}),
    ("没人接管的项目有哪些", {"topic": "problems", "problem_categories": ["handover"]}),
    # nodes
    ("国庆前要完工的有哪些", {"topic": "nodes", "node_kinds": ["completion"], "node_state": "due", "period": {"from": "2026-09-16", "to": "2026-09-30"}}),
    ("这个季度还有多少节点没完成", {"topic": "nodes", "node_state": "open", "period": QUARTER}),
    ("下个月有哪些节点", {"topic": "nodes", "period": {"from": "2026-10-01", "to": "2026-10-31"}}),
    ("住建局本周要办结几项", {"topic": "nodes", "units": ["zjj"], "node_state": "due", "period": THIS_WEEK}),
    ("上周办完了几个节点", {"topic": "nodes", "node_state": "done", "period": LAST_WEEK}),
    ("到今天为止超期最久的节点", {"topic": "nodes", "node_state": "overdue"}),
    ("应开未开的项目", {"topic": "nodes", "node_kinds": ["start"], "node_state": "overdue"}),
    ("应批未批的环评有几件", {"topic": "nodes", "node_kinds": ["environmental_assessment"], "node_state": "overdue"}),
    ("该封顶没封顶的有没有", {"topic": "nodes", "node_kinds": ["topping_out"], "node_state": "overdue"}),
    ("能评还没过的有谁", {"topic": "nodes", "node_kinds": ["energy_review"], "node_state": "open"}),
    ("土地没摘牌的项目有几个", {"topic": "nodes", "node_kinds": ["land_transfer"], "node_state": "open"}),
    ("今年已经竣工的有多少", {"topic": "nodes", "node_kinds": ["completion"], "node_state": "done", "period": THIS_YEAR}),
    ("明年一季度要投产的列一下", {"topic": "nodes", "node_kinds": ["operation"], "node_state": "due", "period": {"from": "2027-01-01", "to": "2027-03-31"}}),
    ("东湖水库环评、初设都批了吧", {"topic": "nodes", "projects": ["q05"], "node_kinds": ["environmental_assessment", "preliminary_design"]}),
    ("城北水厂哪天能投产", {"topic": "nodes", "projects": ["q15"], "node_kinds": ["operation"]}),
    ("疏港公路征拆扫尾了没有", {"topic": "nodes", "projects": ["q01"], "node_kinds": ["acquisition"]}),
    ("妇幼新院下一个节点", {"topic": "nodes", "projects": ["q09"]}),
    ("人才公寓交付得到什么时候", {"topic": "nodes", "projects": ["q17"], "node_kinds": ["operation"]}),
    ("数据园能不能年底前投产", {"topic": "nodes", "projects": ["q11"], "node_kinds": ["operation"], "period": {"from": "2026-09-16", "to": "2026-12-31"}}),
    ("逾期未办结的手续，资规局有几件", {"topic": "nodes", "units": ["zrj"], "node_state": "overdue"}),
    ("快到期的有哪些", {"topic": "nodes", "node_state": "due"}),
    ("10月15日前要拿到施工许可的项目", {"topic": "nodes", "node_kinds": ["construction_permit"], "node_state": "due", "period": {"from": "2026-09-16", "to": "2026-10-15"}}),
    ("茶产业园环评到谁手里了", {"topic": "nodes", "projects": ["q18"], "node_kinds": ["environmental_assessment"]}),
    ("桥头变核准了没核准", {"topic": "nodes", "projects": ["q13"], "node_kinds": ["project_approval"]}),
    # investment
    ("全县今年投进去多少了", {"topic": "investment", "period": THIS_YEAR}),
    ("疏港公路钱花了多少", {"topic": "investment", "projects": ["q01"]}),
    ("投资完成率最低的是哪几个", {"topic": "investment"}),
    ("产业项目投资占比多少", {"topic": "investment", "categories": ["产业"]}),
    ("交通局8月投资报了多少", {"topic": "investment", "units": ["jtj"], "period": AUGUST}),
    ("本季度完成投资有多少个亿", {"topic": "investment", "period": QUARTER}),
    ("年度投资计划还差多少", {"topic": "investment", "period": THIS_YEAR}),
    # decisions, meetings
    ("上次例会让文旅局办的事办了吗", {"topic": "decisions", "units": ["wlj"]}),
    ("专题会纪要里疏港公路那条落实得怎么样", {"topic": "decisions", "projects": ["q01"]}),
    ("上次专题会定的东湖水库的事落实没有", {"topic": "decisions", "projects": ["q05"]}),
    ("议定事项还有几项没落实", {"topic": "decisions"}),
    ("县长批示的那几件办到哪一步了", {"topic": "decisions"}),
    ("上周调度会布置了什么", {"topic": "decisions", "period": LAST_WEEK}),
    ("督办事项销了几个", {"topic": "decisions"}),
    ("这周开不开例会", {"topic": "meeting", "period": THIS_WEEK}),
    ("下次调度会议题报上来几个", {"topic": "meeting"}),
    ("明天的会在几楼", {"topic": "meeting", "period": {"from": "2026-09-17", "to": "2026-09-17"}}),
    ("例会推迟了没有", {"topic": "meeting"}),
    ("周五的例会要听哪几个项目汇报", {"topic": "meeting", "period": {"from": "2026-09-18", "to": "2026-09-18"}}),
    # contact
    ("东湖水库这块找谁对接", {"topic": "contact", "projects": ["q05"]}),
    ("疏港公路是谁在管", {"topic": "contact", "projects": ["q01"]}),
    ("把水利局联络员的手机号发我", {"topic": "contact", "units": ["slj"]}),
    ("文旅小镇牵头单位是谁", {"topic": "contact", "projects": ["q10"]}),
    ("顾婷是负责哪个项目的", {"topic": "contact"}),
    ("污泥处置中心的业主是谁", {"topic": "contact", "projects": ["q19"]}),
    ("教育口的联络员都有谁", {"topic": "contact", "categories": ["教育"]}),
    # ranking
    ("各局报送谁快谁慢", {"topic": "ranking"}),
    ("上个月报送质量排名", {"topic": "ranking", "period": AUGUST}),
    ("最积极的单位是哪家", {"topic": "ranking"}),
    ("晚报次数最多的单位", {"topic": "ranking"}),
    ("连续三周没报的单位有哪些", {"topic": "ranking"}),
    ("谁总压着点报", {"topic": "ranking"}),
    # history
    ("疏港公路这半年怎么走过来的", {"topic": "history", "projects": ["q01"]}),
    ("数据园跟上周比动了没有", {"topic": "history", "projects": ["q11"], "period": LAST_WEEK}),
    ("东湖水库每个月的进度", {"topic": "history", "projects": ["q05"]}),
    ("一中扩建从开工到现在的进展变化", {"topic": "history", "projects": ["q08"]}),
    ("交通局的项目环比怎么样", {"topic": "history", "units": ["jtj"]}),
    ("红灯数量逐周变化", {"topic": "history"}),
    # help
    ("你能帮我干点啥", {"topic": "help"}),
    ("这个机器人怎么使", {"topic": "help"}),
    ("你能回答哪些问题", {"topic": "help"}),
    ("都能问你些什么", {"topic": "help"}),
    ("有使用手册吗", {"topic": "help"}),
)  # fmt: skip


@pytest.mark.parametrize(("text", "query"), ASKED)
def test_a_leader_asks(text: str, query: dict[str, Any]) -> None:
    found = to_json(understand(said(text), lexicon()))
    assert _sorted(found) == {"intent": "query", "query": _sorted(query)}


LEADERS_ONLY = frozenset({"超期的"})
"""What is a question only where a leader says it."""


def test_the_office_and_the_supervisors_ask_in_the_same_words() -> None:
    for sender in ("bao", "shi"):
        for text, query in ASKED:
            if text not in LEADERS_ONLY:
                found = to_json(understand(said(text, sender), lexicon()))
                assert _sorted(found) == {"intent": "query", "query": _sorted(query)}, text


def _sorted(wire: dict[str, Any]) -> dict[str, Any]:
    """The same with every list in order, since the order of colours or kinds says nothing."""
    order = {key: _sorted(value) if isinstance(value, dict) else value for key, value in wire.items()}
    return {key: sorted(value) if isinstance(value, list) else value for key, value in order.items()}


STATED = (
    ("qin", "疏港公路按计划有序推进，无其他情况"),
    ("qin", "疏港公路路基完成65%，没什么问题"),
    ("gu", "东湖水库移民补偿没谈好，老百姓不让进，请县里来人一块谈"),
    ("gu", "东湖水库移民那几户要价太高，谁去谈都没用"),
    ("gu", "上游段钱什么时候到位还不知道，工地先停了"),
    ("ye", "城北水厂土地摘牌了，问了资规局，说证月底能出"),
    ("ye", "城北水厂设备安装完成40%，怎么也得10月底才能装完"),
    ("ye", "老城排水完成2.3公里，哪儿都好，就是缺钱"),
    ("tao", "一中扩建主体封顶了，比计划提前几天"),
    ("fang", "妇幼新院装修完成三成，医院那边不知道啥时候搬"),
    ("qin", "云湖支线一期路基完成了，二期开工没几天"),
    ("ding", "桥头变设备安装完成60%，多少有点慢"),
    ("ding", "凤凰山风电林地手续还没批下来，能不能请林草局催一下"),
    ("ding", "桥头变核准批复已取得，请问还需要报什么材料？"),
    ("lu", "数据园节能审查9月10日批了，环评是否需要重新报批正在和生态环境局对接"),
    ("lu", "光伏玻璃厂房主体完成70%，没有什么需要协调的"),
    ("xie", "文旅小镇内外装修过半，没人闹事"),
    ("hong", "茶产业园设备安装完成80%，该装的都装了"),
    ("qin", "疏港公路征地拆迁剩3户，难在一户祖坟，请镇里出面"),
    ("qin", "疏港公路有几户不签，征地拆迁卡住了"),
    ("gu", "东湖水库主体工程完成58%，为什么慢主要是雨多"),
    ("qin", "疏港公路交工验收哪天办还没定，路面工程9月8日全部完成"),
    ("ye", "人才公寓主体封顶了没封顶的问题解决了，9月12日封的"),
    ("ye", "污泥处置中心设备到了多少我再核，安装完成30%"),
    ("jin", "人才公寓9月5日封顶，什么时候验收等质监站"),
    ("gu", "上下游段谁先干谁后干定了，上游段先开工，9月10日开的"),
    ("tao", "一中扩建施工许可证办下来了，总算没白跑"),
    ("fang", "妇幼新院施工许可证办好了，谢谢各位，还有啥要报的吗"),
    ("qin", "疏港公路完成投资8600万元，占年度计划多少正在核"),
    ("qin", "疏港公路受雨天影响停工，何时复工看天气"),
    ("lu", "光伏玻璃开工了，有没有开工仪式不重要，9月9日进的场"),
    ("ding", "凤凰山风电核准批了，想问下并网手续找谁"),
    ("gu", "东湖水库初步设计批复拿到了，怎么样，快吧"),
)
"""What a liaison states in words that also ask."""


TALKED = (
    ("qin", "谁有资规局王科的电话"),
    ("gu", "@顾婷 你那个表填了没"),
    ("qin", "这个群怎么改备注"),
    ("ye", "请问食堂几点开饭"),
    ("gu", "会议室在几楼"),
    ("qin", "今天能下班吗"),
    ("tao", "谁的车挡门口了"),
    ("fang", "大家周末去哪玩"),
    ("lu", "怎么又断网了"),
    ("xie", "下雨了，谁带伞了"),
    ("hong", "哪位领导在办公室"),
    ("zhou", "你们几个下午来我办公室"),
    ("zhou", "各单位一把手亲自抓，谁掉链子问责谁"),
    ("zhou", "疏港公路8月底必须干完，谁拖后腿我找谁！"),
    ("zhou", "进度要抢出来，别等别靠"),
    ("ning", "材料写得不错"),
    ("ning", "这个思路可以，就这么干"),
    ("zhou", "辛苦了，注意安全"),
    ("bao", "请各单位今天下班前报周报，谁没报我一会儿打电话"),
    ("bao", "三色图规则下周调整"),
    ("shi", "明天到疏港公路和东湖水库现场督查，请准备"),
    ("gu", "在路上信号不好，回单位补报"),
    ("ye", "在外地出差，回去再报"),
    ("qin", "手机快没电了，晚上补"),
    ("lu", "正在看，等下回您"),
)
"""What is asked or demanded of others."""


ORDERED: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("bao", "催一下没报的", {"name": "remind"}),
    ("bao", "把没报的再催一遍", {"name": "remind"}),
    ("bao", "提醒水利局和文旅局报周报", {"name": "remind", "units": ["slj", "wlj"]}),
    ("bao", "给还没交的都提个醒", {"name": "remind"}),
    ("bao", "催催住建局", {"name": "remind", "units": ["zjj"]}),
    ("bao", "发催报", {"name": "remind"}),
    ("bao", "发三色图", {"name": "publish", "what": "colors"}),
    ("bao", "把本周三色图发群里", {"name": "publish", "what": "colors"}),
    ("bao", "周报发出去吧", {"name": "publish", "what": "weekly"}),
    ("bao", "出一期周报发到群里", {"name": "publish", "what": "weekly"}),
    ("bao", "把没报的通报一下", {"name": "publish", "what": "missing"}),
    ("bao", "未报单位在群里晒一晒", {"name": "publish", "what": "missing"}),
    ("bao", "3号问题销号", {"name": "close_problem", "number": 3}),
    ("bao", "第5个问题已经解决，销掉", {"name": "close_problem", "number": 5}),
    ("bao", "问题12可以闭环了", {"name": "close_problem", "number": 12}),
    ("bao", "给疏港公路挂号，征拆", {"name": "open_problem", "project": "q01", "problems": ["acquisition"]}),
    ("bao", "东湖水库资金缺口列入问题清单", {"name": "open_problem", "project": "q05", "problems": ["funding"]}),
    ("bao", "记一个问题：城北水厂用电没接通", {"name": "open_problem", "project": "q15", "problems": ["supply"]}),
    ("qin", "撤回刚才那条", {"name": "undo"}),
    ("qin", "刚才发错了，撤回", {"name": "undo"}),
    ("qin", "上一条作废", {"name": "undo"}),
    ("qin", "发错群了", {"name": "undo"}),
    ("qin", "刚才那个报错项目了，删掉", {"name": "undo"}),
    ("qin", "对，没错", {"name": "confirm"}),
    ("qin", "确认", {"name": "confirm"}),
    ("qin", "就按这个记", {"name": "confirm"}),
    ("qin", "不对", {"name": "reject"}),
    ("qin", "不是这个项目", {"name": "reject"}),
    ("qin", "取消", {"name": "reject"}),
    ("qin", "选2", {"name": "choose", "number": 2}),
    ("qin", "第一个", {"name": "choose", "number": 1}),
    ("qin", "我说的是第三个", {"name": "choose", "number": 3}),
    ("qin", "后一个", {"name": "choose", "number": 2}),
    ("x", "我是水利局的王小明", {"name": "bind", "person": "王小明", "unit": "slj"}),
    ("x", "绑定 交通局 李雷", {"name": "bind", "person": "李雷", "unit": "jtj"}),
    ("x", "你好，我是新来的文旅局联络员赵敏", {"name": "bind", "person": "赵敏", "unit": "wlj"}),
)  # fmt: skip


@pytest.mark.parametrize(("sender", "text"), STATED)
def test_a_liaison_states(sender: str, text: str) -> None:
    assert to_json(understand(said(text, sender), lexicon()))["intent"] == "report"


@pytest.mark.parametrize(("sender", "text"), TALKED)
def test_others_are_meant(sender: str, text: str) -> None:
    assert to_json(understand(said(text, sender), lexicon())) == {"intent": "none"}


@pytest.mark.parametrize(("sender", "text", "command"), ORDERED)
def test_the_bot_is_ordered(sender: str, text: str, command: dict[str, Any]) -> None:
    found = to_json(understand(said(text, sender, chat="single"), lexicon()))
    assert found == {"intent": "command", "command": command}
