"""Questions that lean on the last subject (依据呢, 详细点, 那个呢), and which side of a subject is wanted."""

import re

from language.late import late
from models.vocabulary import Aspect, Topic

LEANING: tuple[tuple[re.Pattern[str], Topic, Aspect | None], ...] = tuple(
    (late(pattern), topic, aspect)
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
    (late(pattern), aspect)
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
