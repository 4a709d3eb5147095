"""Which clauses say that a trouble known in the ledger is over, and what they speak of: 钱拨了，缓过来了 (funding)."""

import re
from dataclasses import dataclass

from language.late import late
from language.problem_words import ALONE_WORDS, TOPIC_WORDS
from language.solved import solves
from models.vocabulary import ProblemCategory

_OVER = late(
    r"(?:拨|付|发|批|签[字约]?|迁|搬|拆|拿到|领到|办|谈|通|过|下来|送到?|腾|让|改|移|接|修|换|补|清|排|抽|运|到|齐|松口|答应|同意|落实|处理|解决|搞定|复工|恢复|结|销|退|撤|散)(?:好|完|妥|通|清|走|齐|来|下来|出来|上|到位|完毕|干净|拢|成)?了(?![没吗])"
    r"|(?:已|均|都|全|昨|今)[^，,。；;\n]{0,12}?(?:拨[付款]|到账|到位|发放|核发|批复|获批|签[了字约订]|迁[走完移]|搬[走迁离]|拆除|拿到|取得|领取|办[结好妥完]|谈[妥拢成]|重[搭做建新]|恢复|复工|修[好复]|更换|补[齐上]|清[理走除]|进[场地]|送电|接通|解决|整改|化解|移交|下达)"
    r"|(?<![停坏断塌垮漏倒卡堵拖误欠])[\u4e00-\u9fff](?:完|好|走|掉|通|齐|开|清|妥|下来|出来|起来|到位)了(?![没吗])|放开|想通|(?:全|都|均)[^，,。；;\n]{0,4}(?:新|好|完|齐|净|了)(?:了|$)"
    r"|缓过(?:来|劲)|(?:今天|昨天|明天|本周|上周|\d+[日号])(?:就|已|起|开始)?复工|检测合格|验收合格|没事了|不卡了|理顺|搞定|不再|妥(?:了|当)|(?:发|交|送|转|批|拨)给[^，,。；;\n]{2,10}(?:了|$)"
)
_OPEN = late(
    r"还(?:有|剩|差|缺|没|欠|得|要|在|是)|剩下?|尚|未|没(?!事|问题|了)|[就只]剩|正在|预计|预估|力争|争取|基本|初步|口头|待|等(?!级)|快要?|准备|打算|拟|计划|可能|也许|大概|听说|据说|如果|要是|只要|才能|能否|请|需|望|尽快|抓紧|反悔|又"
)
_PART = late(r"部分|一半|大部|[\d一二两三四五六七八九十百千万]+(?:户|家|亩|万|亿|座|棵|处|根|米|公里|吨|人|%)")
_WHOLE = late(r"全部|全都|都|均|最后|剩余|余下|清零|所有|全")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, its topics, whether it says that something is over or remains, or how much is done."""

    text: str
    over: bool
    remains: bool
    counts: bool
    topics: frozenset[ProblemCategory]


def clauses_of(text: str) -> list[Clause]:
    """The clauses of a message; those without a topic of their own go on about the last one."""
    said = text[:300]
    found: list[Clause] = []
    topics: frozenset[ProblemCategory] = frozenset()
    for part in re.split(r"[，,。；;！!\n]", said):
        part = part.strip()
        if not part:
            continue
        own = frozenset(hit.value for hit in (*TOPIC_WORDS.find(part), *ALONE_WORDS.find(part)) if hit.value)
        topics = own or topics
        remains = _OPEN.search(part) is not None and not solves(part)
        whole = _PART.search(part) is None or _WHOLE.search(part) is not None
        over = not remains and whole and (_OVER.search(part) is not None or solves(part))
        found.append(Clause(part, over, remains, _PART.search(part) is not None, topics))
    return found


_HAMPERS = late(
    r"停|误|影响|拖|慢|不了|不[成动上下开出到来去]|没法|无法|没办法|不能|难以|淹|泡|冲|塌|滑|垮|积水|进水|断|坏|倒|窝工|歇|顺延|推迟|延|缓|受阻|中断|撤|工期|进度|施工|浇筑|吊装|作业|进场|封(?:闭|航|路|江)|抢险"
)


def hampers(text: str) -> bool:
    """Whether words tell of something that the weather does to works, and not only what it is like."""
    return _HAMPERS.search(text[:200]) is not None
