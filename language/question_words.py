"""The words by which a sentence asks, and those by which it only seems to."""

import re

from language.mentions import DATE, NAMES, PROCEDURE, WORKS

KIND = f"[{PROCEDURE}{WORKS}]"
ANY_NAME = f"[{NAMES}]"


def any_of(*patterns: str) -> re.Pattern[str]:
    """One pattern out of several."""
    return re.compile("|".join(patterns))


INTERROGATIVE = any_of(
    r"[?？]",
    r"谁|哪(?!怕)|什么|啥|多少|何时|几时|为何|如何|怎么|怎样|咋|多久|多长时间",
    r"有.{1,6}没有|是否|能否|可否|是不是|有没有|(\w)[没不]\1",
    r"(?<![十好这那前近上下后百千万第])几(?![十百千万乎天次年周])",
    r"吗|么$|(?<![着没动会在忙做干办等跑走开看想谈审批])呢$",
    rf"(?<![还也都又仍就并从题展化况：])(?:没|没呢)$|(?:[了过完好到齐全成来位工顶批办下]|{KIND})没有$|(?:了|{KIND})吧$",
    r"(?<![题展化况也：还])没有[?？]",
)
"""Words of asking; some of them also stand in statements, which NOT_ASKING takes out first."""

NOT_ASKING = any_of(
    r"(?:没有?|无|不|未|暂无)(?:有|出现?|见|存在|存)?(?:什么|啥|多少|几|哪)",
    r"(?:研究|讨论|论证|评估|核实|确认|商量|明确)(?:一下)?(?:是否|能否|怎么|如何)",
    r"(?:报|汇报|说|讲|汇总|汇报)一?下(?:情况|进展|进度)?[：:]|谁.{1,4}谁|无论[^，。]*|不管[^，。]*|(?:什么|啥|谁|哪里?|哪个|怎么|多少)(?:都|也)(?![在是有能叫])|什么的|怎么样?才能",
    r"看(?:能否|是否|怎么|哪)",
    r"有什么(?:事|需要|情况)?(?:再|请|就|可以|随时)",
    r"(?:不管|随便)怎[么样]|怎么[说讲]呢",
)
"""Words of asking that ask nothing: 没什么进展, 研究是否调整."""

UNDECIDED = re.compile(r"不知|不清楚|不确定|说不准|不好说|难说|没定|未定|定不下|没明确|未明确|再定|待定|再说")
"""Beside a word of asking it says that the answer is open: 什么时候批还不知道."""

REQUEST = any_of(
    r"(?:列|查|看|说|讲|问|报|捋|盘|过|数|理|晒|念|摆|排|汇总|汇报|整理|统计|介绍|梳理|对比|比较|罗列|归集|拉)一?(?:下|遍|份)",
    r"([看比排说讲捋理查数问列])一\1|列[个一出列]|列出来|查查|看看|说说|讲讲|捋捋|数数|盘盘|聊聊|摆摆|比比|理理|排[个一排]|拉[个一出]",
    r"汇总$|发(?:给)?我|传我|推我|转我|告诉我|报我|给我(?!干|盯|抓|必须|冲|顶|拿下|完成|把.{0,12}(?:干|抓|完成))|帮我|替我|帮忙(?:查|看|找|统计)",
    r"(?:再发|发|来|要|给|出|做)一?份|来[一个]?张|来个(?!人)",
    r"想(?:看看?|知道|了解|问|听听?)|请问|打听|调出?来|翻出?来|找出?来|挑出?来",
)
"""Ways of asking for something without a word of asking."""

_SUBJECTS = (
    r"进展|进度|情况|近况|现况|现状|动态|动静|动向|形势|名单|清单|单子|台账|明细|一览|汇总|总数|数量|投资额?|完成[数率额量]|总额|金额"
    r"|占比|比例|节点|问题|困难|难点|堵点|难题|难处|短板|缺口|电话|号码|手机号?码?|联系方式|联络员|负责人|联系人|对接人|责任人|三色图?|颜色"
    r"|议题|议程|手续|前期|变化|趋势|走势|曲线|轨迹|对比|比较|分布|构成|排名|名次|及时率|报送率|滞后|落后|[红黄绿]灯?|周报|简报|月报|有哪些|使用说明|帮助|功能"
)
BARE_END = re.compile(
    rf"(?:{_SUBJECTS}|的有|还有|[没未]开工|[未没]{KIND}+|(?:要|该|计划|应){KIND}+"
    rf"|(?:[没未](?:上?报|交|提交|反馈|更新|办|批|完成|拿|开|动|落实|解决|{KIND}).{{0,3}}|{KIND}|到期|超期|逾期|滞后|落后|[红黄绿][灯色牌]?|卡.{{0,3}}|停.{{0,2}}|[缺等差欠].{{1,4}}|正常)的?(?:有|项目|单位|节点)"
    rf"|(?:该|应|要).{{1,10}}的|[没未].{{1,4}}的|的.{{0,6}}(?:项目|单位|节点|问题|工程|事项|手续)|(?:项目|单位|节点|{ANY_NAME})(?:呢|的呢))"
    r"(?:呢|的|吧|啊|哈|来着|如何)?[。.!！~]*$"
)
"""Ends of a question that only names its subject: 一季度产业项目投资."""

ENDS_WITH_OF = re.compile(r"的[。.!！~]*$")
"""A leader's 该拿施工许可没拿的: those to which it applies."""

NOT_BARE = any_of(
    r"[：:]|了[，。；]",
    r"(?:无|没有?|暂无|未有|没啥|没什么)(?:新|明显|实质性?)?(?:进展|变化|问题|困难|情况)",
    rf"已经?(?!{KIND}+的|开工|办|完)|正在|刚刚?|批了|{KIND}了(?!没|吗)|同意|收到|附|见|如下|务必|必须|绝不|不得|是.{{1,12}}的[。！]*$|很好|不错|辛苦|正常推进$",
)
"""What makes a text that ends like a bare question a statement: 暂无问题."""

HEARSAY = re.compile(
    r"^(?:我|你)?(?:听说|据说|听.{1,6}[说讲]|好像|看到|看见|路过|上[周次回].{0,4}说|之前说|昨天说|[前上].{0,3}报的|不是.{0,20}(?:了|的)(?:吗|么))"
)
"""A clause that says what the asker has heard; the question is the one beside it."""

STATES = re.compile(
    rf"已|正在|完成(?!数|情况|投资|率|额|多|哪|几|的)|取得|批了|下来了|{KIND}了|办好|进场|暂停|因为|由于|预计|力争|争取|[：:]"
    r"|(?:办结|[办审打浇铺拆装签做]完)(?![没吗了哪多几的])|(?<!没)(?<!无)进展(?:顺利|正常|缓慢)|同上周|无变化|没变化|[0-9.]+(?:%|公里|米|亩|户|万|亿|个|根|台|吨|层|座|处|栋|平|方)|都.{1,8}了$"
)
"""Words of a statement; a clause that has them and no word of asking holds a fact."""

DATED_WORK = re.compile(rf"{DATE}.{{0,12}}(?:{KIND}|完|签|批|了)|{KIND}.{{0,8}}{DATE}+")
"""Work with its day: 施工图去年12月就审完."""

COURTESY = re.compile(r"^(?:谢谢|多谢|感谢|辛苦|麻烦|拜托|领导好?|各位|你好|您好|主任好?)(?:了|你|您|啦|大家)?$")

HELP_WANTED = re.compile(r"(?:请|望|盼|恳请|建议|希望).{0,24}(?:协调|支持|帮助|解决|配合|研究|出面|调度|明确|督促)")
"""Somebody asks for support: that belongs to a report."""

SINCE_WORK = re.compile(rf"{KIND}{{1,6}}(?:以来|至今|之后|以后)")
"""开工以来 says since when, and asks after no node."""

LONGEST_BARE = 40
LONGEST_NAME = 30
BESIDE_NAME = re.compile(
    r"那个|这个|那几个|两个|几个|项目|工程|[类口]|系统|领域|方面|那边|这边|[的呢吧啊和跟与及、，。？?！!\s~]|还有|这块|那块|上"
)
"""What may stand beside a name that is the whole message."""

EVERYTHING = re.compile(
    r"全[区县市部]|所有|各(?:个|项目|单位|乡镇|镇|局)|整体|总体|总的|(?:重点|重大|政府投资|市级|省级|区级|县级)?项目|工程|汇总"
    rf"|周报|月报|简报|通报|日报|分管|包联|目前|当前|{DATE}|工作|盘子|面上|不一样|不一致|对不上|对得上"
)
"""Words that take in everything, so that no name is missed."""

OWN_UNIT = re.compile(
    r"我们?(?:的|这个)?(?:单位|局|委|公司|镇|街道|乡|办|中心|集团|分局)|本单位"
    r"|我(?:们)?(?:还|这边|这里|这周|本周)?(?:差|有)?.{0,4}没报|我们?(?:本周|这周)?报"
)
OWN_PROJECTS = re.compile(r"我们?(?:的|这|那|手上|负责的?|手里|单位)?(?:[一二两三四五几]?个|几个)?项目")
