"""How people ask: the words that make a sentence a question, and those that tell what it asks about."""

import re

from language.mentions import DATE, NAMES, PROCEDURE, WORKS
from models.vocabulary import Aspect, Color, NodeState, Topic

KIND = f"[{PROCEDURE}{WORKS}]"
ANY_NAME = f"[{NAMES}]"

_DONE_VERBS = "了过完好到齐全成来位工顶批办报开拿签拆干结网车用水电产收验领发建动交付出走停"

INTERROGATIVE = re.compile(
    r"[?？]"
    r"|谁|哪(?!怕)|什么|啥|多少|何时|为何|如何|怎么|怎样|咋|多久|是否|是不是|有没有|能不能|可不可以|能否|可否|(\w)没\1"
    r"|(?<![十好这那前近上下后百千万第])几(?![十百千万乎天次年周])"
    rf"|吗|么$|(?<![着没动会在忙做干办等跑走开看想谈审批])呢$|(?:[{_DONE_VERBS}]|{KIND})(?:没有?|没呢|吧)$|(?<![题展化况也：还])没有?(?:[？?]|$)"
)
"""Words of asking; some of them also stand in statements, which NOT_ASKING takes out first."""

NOT_ASKING = re.compile(
    r"(?:没有?|无|不|未|暂无)(?:有|出现?|见|存在|存)?(?:什么|啥|多少|几|哪)"
    r"|(?:不知|不清楚|不确定|说不准|不好说|难说|没定|未定|定不下)[^？?]*"
    r"|(?:研究|讨论|论证|评估|核实|确认|商量|明确)(?:一下)?(?:是否|能否|怎么|如何)"
    r"|无论[^，。]*|不管[^，。]*|(?:什么|啥|谁|哪里?|哪个|怎么|多少)(?:都|也)|什么的|怎么样?才能|看(?:能否|是否|怎么|哪)"
    r"|有什么(?:事|需要|情况)?(?:再|请|就|可以|随时)|[^？?]*(?:什么|哪)[^？?]*(?:还没定|还没明确|再定|待定|定了再说|再说)"
)
"""Words of asking that ask nothing: 没什么进展, 什么时候批还不知道, 研究是否调整."""

REQUEST = re.compile(
    r"(?:列|查|看|说|讲|汇总|整理|统计|介绍|梳理|拉|捋|盘|过|数|核|比|理|扒)(?:一)?(?:下|个|列|查|看|遍|数)"
    r"|汇总(?:$|一?下)|(?:报|汇报)(?:一下|下|给我|来)|发(?:给)?我|给我(?!干|盯|抓|必须|把.{0,12}(?:干|抓|完成))|帮(?:我|忙)(?!协调)|发一份|来一份|要一份|给一份|再发"
    r"|(?:我)?想(?:看看?|知道|了解|问)|(?:请问|问一?下|打听)|排(?:个|一下|一?排)(?:名|序|队)?|说说|看看|讲讲|念一?下|调出?来|晒一?下"
)
"""Ways of asking for something without a word of asking."""

BARE_END = re.compile(
    rf"(?:进展|进度|情况|现状|动态|名单|清单|台账|明细|汇总|总数|投资额?|完成数|完成率|完成额|节点|问题|困难|难点|堵点|难题|电话|号码|手机"
    rf"|联系方式|联络员|负责人|联系人|对接人|三色图?|颜色|议题|议程|手续|前期|变化|趋势|走势|对比|排名|及时率|报送率|比率|滞后的?|落后的?|红灯|黄灯|绿灯|[红黄绿]的"
    rf"|严重滞后|周报|简报|月报|有哪些|的有|还有|未开工|没开工|未{KIND}+|没{KIND}+|到期的?|超期的?|逾期的?|(?:要|该|计划){KIND}+的?|没动静的?|没报的?|未报的?"
    rf"|没交的?|未交的?|的(?:项目|单位|节点|问题|工程)|(?:项目|单位|节点|{ANY_NAME})(?:呢|的呢)|说明|帮助)"
    r"(?:呢|的|吧|啊|哈|来着|如何)?[。.!！~]*$"
)
"""Ends of a question that only names its subject: 一季度产业项目投资."""

HEARSAY = re.compile(
    r"^(?:我|你)?(?:听说|据说|听.{1,6}说|好像|看到|看见|路过|上[周次回].{0,4}说|之前说|昨天说|不是.{0,20}(?:了|的)(?:吗|么))"
)
"""A clause that says what the asker has heard; the question is the one beside it."""

STATES = re.compile(
    rf"已|正在|完成(?!数|情况|投资|率|额|多|哪|几|的)|取得|批了|下来了|{KIND}了|办好|进场|暂停|因为|由于|预计|力争|争取|[：:]"
    r"|(?<!没)(?<!无)进展(?:顺利|正常|缓慢)|同上周|无变化|没变化|[0-9.]+(?:%|公里|米|亩|户|万|亿|个|根|台|吨|层|座|处|栋|平|方)"
)
"""Words of a statement; a clause that has them and no word of asking holds a fact."""

HELP_WANTED = re.compile(r"(?:请|望|盼|恳请|建议|希望).{0,24}(?:协调|支持|帮助|解决|配合|研究|出面|调度|明确|督促)")
"""Somebody asks for support: that belongs to a report."""


NOT_BARE = re.compile(
    rf"[：:]|(?:无|没有?|暂无|未有|没啥|没什么)(?:新|明显|实质性?)?(?:进展|变化|问题|困难|情况)|已经?|正在|刚刚?|批了|{KIND}了(?!没|吗)|同意|收到|附|见|如下"
)
"""What makes a text that ends like a bare question a statement: 暂无问题."""

LEANING: tuple[tuple[re.Pattern[str], Topic, Aspect | None], ...] = tuple(
    (re.compile(pattern), topic, aspect)
    for pattern, topic, aspect in (
        (
            r"(?:那|它|这个?)?(?:为什么|为啥|为何|怎么|咋|因为什么)(?:就|又|还|会)?(?:是|变成?|亮|成|转|标)(?:了|成|为)?(?:个)?[红黄绿](?:灯|色|的|牌)?(?:了|的|呢)?",
            Topic.COLORS,
            Aspect.WHY,
        ),
        (
            r"(?:有|凭)?(?:什么|啥)?(?:的)?(?:依据|根据|来源|出处|数据来源)(?:是|在)?(?:什么|啥|哪里?|哪儿)?(?:呢|啊)?",
            Topic.STATUS,
            Aspect.SOURCE,
        ),
        (
            r"(?:这|这个|这话|这数|这数据|听)?(?:是)?(?:谁|哪个单位|哪家|哪个)(?:说|报|讲|提|填|告诉你)的(?:数|数据)?",
            Topic.STATUS,
            Aspect.SOURCE,
        ),
        (
            r"(?:这|这个)?(?:数|数据|数字|消息|情况)?(?:是)?(?:哪来|哪儿来|哪里来|从哪来|怎么来|怎么算|怎么算出来|怎么统计|凭什么说)的?",
            Topic.STATUS,
            Aspect.SOURCE,
        ),
        (
            r"(?:再|能不能|可以)?(?:说|讲)?(?:简单|简短|简洁|简要|短|精简|概括)(?:一?点|些|一些)?(?:说|讲|说说|地说)?(?:一下|吧)?|长话短说|(?:只)?说重点|一句话(?:说|概括|总结)?(?:一下)?|太长了?(?:看不完)?|(?:说|讲)?结论",
            Topic.STATUS,
            Aspect.SHORTER,
        ),
        (
            r"(?:再|能不能|可以)?(?:说|讲)?(?:详细|具体|细)(?:一?点|些|一些)?(?:说|讲|说说|地说|情况)?(?:一下|吧|呢)?|展开(?:说|讲)(?:说|讲)?|还有呢",
            Topic.STATUS,
            Aspect.LONGER,
        ),
        (
            r"(?:那|它|这个?)?(?:的)?下一?个?(?:节点|步)(?:工作)?(?:是|呢|该|要|干|什么时候|是什么时候)?(?:干|做|办)?(?:什么|啥|哪个)?(?:呢)?|接下来(?:呢|干啥|干什么|要干什么|该干啥|做什么|是什么)",
            Topic.NODES,
            Aspect.NEXT,
        ),
        (
            r"(?:那|另外?一?个?|还有一个|其他的?|别的|剩下的?|其余的?)(?:那)?(?:个|一个|几个)?(?:项目)?(?:的)?(?:呢|怎么样|咋样|如何|怎样)|另(?:外)?(?:一|那)个",
            Topic.STATUS,
            Aspect.OTHER_ONE,
        ),
        (
            r"(?:那|它|这个?)?(?:怎么|为什么|为啥|咋|为何)(?:就|又|老|一直|到现在|现在)?(?:还|仍)?(?:是)?(?:没|不|停|慢|滞后|拖).{0,6}",
            Topic.PROBLEMS,
            Aspect.WHY,
        ),
        (
            r"(?:那|它|这个?|现在|到底|究竟|具体)?(?:卡|难|堵|慢|差)(?:在)?(?:哪|什么|啥)(?:里|儿|地方|环节|一?步)?(?:了|呢)?|(?:什么|啥)原因(?:呢)?|原因(?:呢|是什么|是啥)|(?:这是)?(?:为什么|为啥|为何|咋回事|怎么回事)(?:呢|啊)?",
            Topic.PROBLEMS,
            Aspect.WHY,
        ),
    )
)
"""Questions without a subject, which lean on the last one, and what they want of it."""

ASPECTS: tuple[tuple[re.Pattern[str], Aspect], ...] = tuple(
    (re.compile(pattern), aspect)
    for pattern, aspect in (
        (
            r"为什么|为啥|为何|卡在|难在|堵在|原因|(?:怎么|咋).{0,4}[没不]|(?:怎么|咋)(?:就|又|还)?(?:是|变|亮|成|转)了?[红黄]",
            Aspect.WHY,
        ),
        (r"依据|来源|出处|谁[说报]的|对得上|不一样|不一致", Aspect.SOURCE),
        (r"下一?个?(?:节点|步)|接下来", Aspect.NEXT),
        (r"详细|具体|展开", Aspect.LONGER),
        (r"简单[说讲]|简要|简短|一句话", Aspect.SHORTER),
    )
)
"""Which side of a named subject is wanted."""

LONGEST_NAME = 30
BESIDE_NAME = re.compile(
    r"那个|这个|项目|工程|[类口]|系统|领域|方面|那边|这边|[的呢吧啊和跟与及、，。？?！!\s~]|还有|这块|那块"
)
"""What may stand beside a name that is the whole message."""

EVERYTHING = re.compile(
    r"全[区县市部]|所有|各(?:个|项目|单位|乡镇|镇|局)|整体|总体|总的|(?:重点|重大|政府投资|市级|省级|区级|县级)?项目|工程|汇总|周报|月报|简报|通报|日报|分管|包联|目前|当前|本周|这周|上周|本月|工作"
)
"""Words that take in everything, so that no name is missed."""

NEEDS_NAME = frozenset(
    {Topic.STATUS, Topic.CONTACT, Topic.NODES, Topic.INVESTMENT, Topic.HISTORY, Topic.PROBLEMS, Topic.COLORS}
)
"""Topics whose question may be of one project, so that a name nobody knows must be asked back about."""

TOPICS_OF_NODES = frozenset({Topic.NODES, Topic.PROBLEMS})
TOPICS_OF_COLORS = frozenset({Topic.COLORS, Topic.PROBLEMS, Topic.INVESTMENT, Topic.CONTACT})

OWN_UNIT = re.compile(
    r"我们?(?:的|这个)?(?:单位|局|委|公司|镇|街道|乡|办|中心|集团|分局)|本单位|我(?:们)?(?:还|这边|这里|这周|本周)?(?:差|有)?.{0,4}没报|我们?(?:本周|这周)?报"
)
OWN_PROJECTS = re.compile(r"我们?(?:的|这|那|手上|负责的?|手里|单位)?(?:[一二两三四五几]?个|几个)?项目")

COLOR_WORDS: tuple[tuple[re.Pattern[str], tuple[Color, ...]], ...] = (
    (re.compile(r"严重滞后"), (Color.RED,)),
    (re.compile(r"滞后|落后|欠(?:进度|序时|账)|拖后腿|掉队|慢于|最慢|进度慢|进展慢|推进慢"), (Color.YELLOW, Color.RED)),
    (re.compile(r"红黄|黄红"), (Color.RED, Color.YELLOW)),
    (re.compile(r"红(?!火|头|星|旗|绿灯|包)"), (Color.RED,)),
    (re.compile(r"黄(?!金|河|沙|土)"), (Color.YELLOW,)),
    (re.compile(r"绿(?!化|地|植|道|色通道)"), (Color.GREEN,)),
    (re.compile(r"正常(?!吗|么|不|供|使用)"), (Color.GREEN,)),
)
"""Words for colours, the stronger ones first; each part of the text counts once."""

NODE_STATES: tuple[tuple[NodeState, re.Pattern[str]], ...] = (
    (
        NodeState.OVERDUE,
        re.compile(
            r"超期|逾期|过期|超时|(?:该|应|应该|应当)(.{1,6}?)(?:却|而|还|又|的)?[没未].{0,3}(?:\1|办|完|动|批|报)|拖期|超过(?:计划|时限)"
        ),
    ),
    (
        NodeState.DUE,
        re.compile(
            rf"到期|(?:要|该|应|计划|拟|准备|预计|需|得|安排)(?:在)?(?:{DATE}+)?(?:前|内|底)?(?:要)?(?:完成|办|交|批|{KIND})(?![没未])|到点|临期|快到"
        ),
    ),
    (
        NodeState.OPEN,
        re.compile(
            rf"(?:没|未|没有|尚未|不)(?:能|有)?(?:拿|办|批|完|取|做|动|落|搞|开|通|发|领|弄|干|过|{KIND})|还差|还缺|还剩|未(?:完成|办结)|没到位|剩下"
        ),
    ),
    (
        NodeState.DONE,
        re.compile(
            rf"(?:已经?|都)(?:.{{0,4}})(?:完|办|批|{KIND})|(?:完成|办结|办完|批|拿到|{KIND})了?(?:哪些|几|多少)|{KIND}+了?的(?:有|项目|是|都)|(?:办结|批复|完成|办完|批|拿到|办好)了?的"
        ),
    ),
)
"""Which state of the nodes is wanted, the stronger one first."""

YES_OR_NO = re.compile(
    rf"(?:了|完|好|过|到|{KIND}|批|办|下来|齐|位|报)(?:了)?(?:没有?|没呢|吗|吧|没)(?:[？?]|$|[，。])|是不是|是否|有没有(?!.{{0,12}}的)|能不能|能否|(\w)没\1"
)
"""Asks whether, so that a state in it is what is asked, no filter."""

WHICH = re.compile(r"哪|什么|啥|的")
OF_MANY = re.compile(r"哪|几个|多少|有(?:没有)?.{0,10}的|谁|列|名单|清单|的(?:项目|有|单位|节点)|还(?:有|差|剩)|都有")
"""Asks for those of many to which something applies."""
