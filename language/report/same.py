"""Phrases that say that nothing has changed, by their grammar: a denial, how much, and what of."""

from collections.abc import Iterator

from language.late import late
from language.report.tokens import Kind, Token
from language.tables.marks import Mark

MEASURE = (
    r"什么|甚么|啥子?|多少|任何|特别|太?大的?|多大的?|太多|更?新的?|更多的?|实质性?的?|实际性?的?|明显的?|显著的?|根本性?的?|突破性?的?"
    r"|进一步的?|其他|可喜的?"
)
MATTER = r"进展|进度|变化|变动|动静|突破|起色|动作|动向|新情况|情况更新|更新|改变|推进"
LAST = r"(?:上|前)(?:个|一)?(?:周|星期|礼拜|期|次|月|旬|回|阶段)(?!末|的计划|计划)"
SAME = late(
    rf"(?:[暂尚]|目前|本周)?(?:没有?|未|无|零)(?:有|见|出现|取得)?(?:{MEASURE}){{0,3}}(?:{MATTER})(?!的?(?:原因|是)|[后前]|令|图|设计)"
    rf"|(?:还|仍|依然|依旧)?(?:是)?(?:和|跟|与|同|较|比|照)(?:{LAST})(?:[报说][的过]?|相?比|的?进度|的?情况|时)?"
    r"(?:还|基本|完全|都)?(?:是)?(?:一样|一个样|一致|相同|差不多|无异|持平|没变|没动)"
    rf"|(?:同|如|照|按|还是|仍为|仍是|维持|保持)(?:{LAST})(?:[报说]的)?(?:进度|状态|情况|原样|水平)?(?![末一二三四五六日天\d])"
    r"|(?:[暂尚]|目前|本周)?(?:没有?|未|无)(?:什么|啥|任何|有什么)?(?:新鲜?(?:的|东西|内容|消息|动作|事儿?)|新增(?:的|内容|事项|情况|进展))(?=[了呢吧啊，,。；;、！!\s]|$)"
    r"|(?:没有?|无)(?:啥|什么|有什么)?(?:可以?|好|需?要|值得)(?:说|报|讲|上报|汇报|补充|更新)的(?=[了呢吧啊，,。；;、！!\s]|$)"
    r"|(?:没|无)(?:啥|什么|有什么)(?:可|好|要|值得|新的)?(?:说|报|讲|汇报|补充|更新)的|与上[周期月次].{0,4}一致|原地(?:打转|不动|徘徊)|还(?:在|是)老地方|停在上周"
)


def unchanged(text: str) -> Iterator[Token]:
    """Each phrase that says so."""
    for hit in SAME.finditer(text):
        yield Token(hit.start(), hit.end(), Kind.SAYING, hit[0], Mark.UNCHANGED)
