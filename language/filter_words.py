"""The words by which a question is narrowed down: colours, the state of nodes, one or many."""

import re

from language.late import late
from language.mentions import DATE
from language.question_words import ENDED, KIND
from models.vocabulary import Color, NodeState, Topic

TOPICS_OF_NODES = frozenset({Topic.NODES, Topic.PROBLEMS})
TOPICS_OF_COLORS = frozenset({Topic.COLORS, Topic.PROBLEMS, Topic.INVESTMENT, Topic.CONTACT})
NEEDS_NAME = frozenset(
    {Topic.STATUS, Topic.CONTACT, Topic.NODES, Topic.INVESTMENT, Topic.HISTORY, Topic.PROBLEMS, Topic.COLORS}
)
"""Topics whose question may be of one project, so that a name nobody knows must be asked back about."""

COLOR_WORDS: tuple[tuple[re.Pattern[str], tuple[Color, ...]], ...] = (
    (late(r"严重滞后"), (Color.RED,)),
    (
        late(
            r"滞后|落后|落在后|拉胯|欠(?:进度|序时|账)|拖[^，。]{0,5}后腿|掉队|慢于|最慢|进度慢|进展慢|推进慢|[推干走进搞]得慢|慢得|慢了|偏慢|(?:[跟撵赶]不上|没跟上|没有跟上)(?:计划|进度|序时)|(?:进度|进展)(?:[跟撵赶]不上|没跟上|没有跟上)"
        ),
        (Color.YELLOW, Color.RED),
    ),
    (late(r"红黄|黄红"), (Color.RED, Color.YELLOW)),
    (late(r"红(?!火|头|星|旗|绿灯|包|线|土|树)"), (Color.RED,)),
    (late(r"黄(?!金|河|沙|土|泥)"), (Color.YELLOW,)),
    (late(r"绿(?!化|地|植|道|色通道|电|氢|波)"), (Color.GREEN,)),
    (late(r"正常(?!吗|么|不|供|使用)"), (Color.GREEN,)),
)
"""Words for colours, the stronger ones first; each part of the text counts once."""

_ACTS = r"完成|办|交|批|拿|收口|了结|销号|落地|取得|领(?!导)|出|报|验"

NODE_STATES: tuple[tuple[NodeState, re.Pattern[str]], ...] = (
    (
        NodeState.OVERDUE,
        late(
            r"到期[^，。]{0,2}[没未]|[到过]了(?:时间|日子|期限|时限|点|节点)[^，。]{0,3}[没未]|误了?期|超了?期|逾期|过期|超时|拖期|超过(?:计划|时限)",
            rf"(?:该|应|应该|应当)(.{{1,6}}?)了?(?:却|而|还|又|的|尚|仍|都|也|至今|直到|拖?到(?:了|现在|目前|如今|这会儿|这时候)?|一直|现在|{DATE})*[没未].{{0,3}}(?:\1|办|完|动|批|报|拿|开|封|验|投|通|交)",
            r"(?:该|应|应该|应当)(\w).{0,10}?[没未]\2",
            rf"过了(?:{KIND}*的?(?:节点|时间|日子|日期)|期|时限|点)|(?:该|应)({KIND}+)[^，。]{{0,2}}不\3",
            rf"(?:说好|答应|承诺|原定|本来|原计划)[^，。]{{0,4}}?要?({KIND}+|\w)[^，。]{{0,10}}[没未](?:\4|开|封|验|投|通|交|办|完|动|批|拿)",
        ),
    ),
    (
        NodeState.DUE,
        late(
            rf"到期|到点|临期|快到|截止的|(?<![没不])等[着待]?{KIND}+的",
            rf"(?<![没不未])[能可会将](?:以|够)?(?:按[时期]|如期)?{KIND}+(?:的|几|多少|哪)",
            rf"(?:要|该|应|计划|拟|准备|预计|打算|需|(?<!取)得|安排)(?:在)?(?:{DATE}+)?(?:前|内|底)?(?:能)?(?:要)?(?:{_ACTS}|{KIND})(?![没未])",
            rf"{KIND}+(?:计划|任务)的?(?:有|项目|单位|$)|要(?:完|交|结)的|要(?:完|交|结)(?:节点|$)|节点要(?:完|交|结)|(?:该|应|得|需)(?:完|交|结|办)的",
            rf"(?:还有?|哪些|几个?|多少个?)[^，。]{{0,4}}{KIND}+(?:还)?(?:要|得|该|需要?|等着)(?:[做办搞弄走过开跑验审]|进行|组织|落实|完成)",
        ),
    ),
    (
        NodeState.OPEN,
        late(
            rf"(?:没|未|没有|尚未|不)(?:能|有)?(?:拿|办|批|完|取|做|动|落|搞|开|通|发|领|弄|干|过|下|交|验|扫|收[口尾]|挂|定|评|送|清|签|拆|征|迁|搬|{KIND}|[\u4e00-\u9fff](?:完|好|齐|成|下来|到位|妥|到手|[扫收]尾))",
            rf"还[差缺剩欠]|未(?:完成|办结)|没到位|没到手|没(?:有)?着落|[没不]齐|剩下|(?<!不)[差缺少]{KIND}{{2,}}|[差缺](?:哪|什么|啥|几|多少)",
        ),
    ),
    (
        NodeState.DONE,
        late(
            rf"(?:已经?|都)(?:.{{0,4}})(?:完|办|批|{KIND})",
            rf"(?:完成|办结|批|拿到|办下来|{ENDED}|{KIND})了?(?:哪些|几|多少|(?:什么|啥)(?!时候|时间))",
            rf"(?:哪些|哪[几个]+|几个|多少个?)[^，。]{{0,6}}?{KIND}+(?:[批办拿领过验签][\u4e00-\u9fff]?)?了(?!没|吗)",
            rf"(?:哪些|哪[几个]+|几个|多少个?|谁)[^，。没]{{0,6}}(?:拿到|拿了|取得|领到|领了|办了|通过)了?{KIND}+|{KIND}+(?:合格|通过|完毕)了?的",
            rf"{KIND}+过了?的|{KIND}+了?的(?:有|项目|工程(?!量)|是|都|列|名单|单子|清单|报个?数|拉个|给我)|(?:办结|批复|完成|批|拿到|[办批拿领]?下来|到手|落地|落袋|入袋|交差|交卷|收官|{ENDED})了?的",
            rf"(?:拿到|拿了|取得|领到|领了|办了|办下|通过)(?:了)?{KIND}+的",
        ),
    ),
)
"""Which state of the nodes is wanted, the stronger one first."""

HOW_MANY_DONE = late(r"到期.{0,8}(?:完成|办结|办完|办好|拿到)了?(?:几|多少|哪)")
"""到期的完成了几个: of those that fell due the ones that are done."""

DUE_START = late(r"[应该]开的?[没未]开(?!工)")
"""应开未开 is said of the start of works."""

YES_OR_NO = late(
    rf"(?:了|完|好|过|到|{KIND}|批|办|下来|齐|位|报)(?:了)?(?:没有?|没呢|吗|吧|没)(?:[？?]|$|[，。])",
    rf"{KIND}+了?[没不]{KIND}+|开没{KIND}|难道|不会[^，。]{{1,8}}吧",
    r"是不是|是否|有没有(?!.{0,12}的)|能不能|能否|(\w)没\1",
)
"""Asks whether, so that a state in it is what is asked, no filter."""
COUNTS_PAPERS = late(r"[几哪多][少样个本项些张]{0,2}(?:证|手续|批文|批复|许可|要件)")
"""还有几个证没办."""

LACKS = late(r"[没未缺等差欠]|不到位|不够")
"""With a sort of problem (管线没迁走的项目) it asks after the problem."""

ALL_DONE = late(r"(?<!有)(?:没有?|了没|吗)[？?]?$")
"""都办齐了没 asks of many whether they are done, and seeks none of them."""
SOME_OF_THEM = late(r"哪|几|多少|谁|有没有|名单|清单")

NOT_CLEARED = late(r"[征搬拆迁腾][^，。\w]?不[动掉走了下成完]")
"""搬不动、拆不掉的: with nothing named that stands in the way it is people and their houses."""

HAS_ANY = late(r"有[^，。了]{1,6}没有?[？?]?$")
"""有啥说法没有 asks for news, not whether something is done."""
WHETHER = late(r"能不能|能否|会不会|(?<!有)(?:没有?|吗|吧)(?:[？?]|$)|(?!有)(\w)没\1")
"""Asks whether something is done, of which only a name and no word for a node is said: 大桥合龙没."""

ENDS_ASKED = late(
    r"(?:什么|啥|哪个)(?:时候|时间)|何[时日月]|几时|多久|多会儿|哪[天年月]|几月|几号|能[^，。]{1,4}不[？?]?$|来得及|赶得上|能不能|能否|会不会|(?<!有)(?:没有?|吗)[？?]?$"
)
"""When or whether: 啥时候合龙."""

WHERE_TO = late(r"(?:[在到走了]|卡|堵|难|停)哪(?![些几个家])|哪一?[步里儿]")
"""卡在哪, 干到哪了 of one: it seeks none of many."""

WHICH = late(
    r"哪[些几]|几[个项座家处条]|多少(?=个|[项家样张]|的?(?:节点|手续|证|件))|(?:什么|啥|的)(?:节点|手续)|节点"
    r"|(?:完成|办[完成好结]|干[完成]|做[完成])(?:什么|啥)(?!时候|时间|进度|情况|程度)"
)
"""Asks for those of one project's nodes to which something applies."""

ANY_END = late(r"干完(?=(?:什么|啥)(?!时候|时间))")
"""年底前要干完啥: the end of whatever there is, and no completion."""

COUNTS_DONE = late(r"[了到](?:多少|几(?!时|月|号|点))[\u4e00-\u9fff㎡]{0,3}[？?]?$|多少了|几成")
"""How much of a work is done: 管线迁了多少."""

OF_MANY = late(
    r"哪|几个|多少|有(?:没有)?.{0,10}的|谁|列|名单|清单|的(?:项目|工程|工地|标段|有|单位|节点|[？?]?$)|还(?:有|差|剩)|都有"
)
"""Asks for those of many to which something applies."""
