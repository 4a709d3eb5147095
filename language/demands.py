"""What a leader wants of a unit, in his own words: 让住建局周三前给个说法; an order to be followed, not a report."""

from dataclasses import dataclass

from language.late import late
from language.ledger_orders import unit_of_town
from language.names import Lexicon
from language.normalize import normalize
from models.vocabulary import Role

LONGEST = 120
_BEFORE = late(
    r"^(?:[^，。；！\n]{0,20}[，：])?(?:[^，。；：\n]{0,12}?(?:前|内|底|之前|以前))?(?:还是|你|帮我|抓紧|尽快|马上|另外|那|就|先)*"
    r"(?P<verb>让|叫|请|要求|责成|督促|敦促|通知|安排|责令|交给|交由|由|麻烦|转告|告诉)(?:一下)?$"
)
_WANTED = late(
    r"说法|说明|方案|牵头|负责|落实|办结|办理|解决|答复|回复|反馈|拿出|提出|提交|报告|汇报|书面|完成|办下来|盯|抓|推进|协调|到位|处理|整改|对接|开"
)
_WANTED_OF_UNIT = late(r"^(?:的(?:人|同志|负责人|局长|[^，。；\n]{1,3}科长?))?(?P<rest>[^\n]{2,})$")
_TELL = late(
    r"^[^\n]{0,2}[跟给和对向]\n(?:那边|的人|他们)?(?:说|讲|交代|带话|打招呼|通知)(?:一声|一下|清楚)?[，,：:](?P<rest>.{4,})$"
)
"""跟住建局说，证下周三前必须办下来: what a unit is to be told."""
_ABOUT_FIRST = late(
    r"^[^，。；！\n]{2,24}(?:的?事(?:情|儿)?|的|那块|这块|那个|问题)(?:啊|呢|嘛|呀|吧)?(?:[^，。；！\n]{1,10}的)?(?P<verb>让|叫|要求|责成|督促|敦促|通知|安排|责令)(?:一下)?$"
)
"""通航机场那个砍树的事让资规局…, in one breath: what it is about comes first."""
_ASKS = late(r"[?？]|吗[。]?$|[了办完]没有?[。]?$|怎么样|咋样|如何了|到哪了|什么时候|谁|呢[。]?$|是不是|有没有")
_BARE_BEFORE = late(r"^(?:[^！\n]{0,40}[，：。；])?(?:还有|另外|那|就|先|你们)*$")
"""A unit that stands at the head of a clause is told to do something only where what follows can be nothing else."""
_COMMANDED = late(
    r"^[^，。；\n]{0,10}(?:必须|务必|抓紧|尽快|赶紧|赶快|立即|马上|一定要|得(?=[^到出])|要(?=把|给|拿|尽|在|于|抓))"
    r"|^[^，。；\n]{0,12}(?:之前|以前|前|之内|内|底)(?:要|得|必须|务必|给我|把|拿|报|交|提|搞|弄|调|做|完|办|解决|答复|回)"
    r"|(?:给我(?!县|区|市)|向我|报我|回我|跟我说|给个?(?:说法|话|答复)|回话)"
)
_FOR_ME = late(
    r"(?:给|向|报|跟)我|回话|^(?:于|在|把|将|对|就|会同|尽快|抓紧|务必|必须)|^[^，。；\n]{0,12}(?:之前|以前|前|之内|内|底)(?!期|后|置|提)"
)
_REPORTING = late(r"^[^，。；\n]{0,6}(?:还|已|未|没)")
_TOLD_OF = late(
    r"^(?:的|们|那边|这边)*(?:说|反映|答复|回复说|表示|来电|打电话)"
    r"|[不没未](?:成|了|完|出|上|动|来|到位)|无法|没法|没办法|困难"
)
"""城投那边月底前完不成, 供电公司说周三前给 are told of them, not wanted."""
_ASKED_OF_US = late(
    r"(?:列|查|统计|汇总|数)(?:一下|出来|给我|个|清)|给我(?:列|查|看|数|报一下|说说|讲)|(?:报|说|讲)(?:一下|说)$"
)
"""高县长交办的给我列出来 is wanted of the bot."""
_OF_THE_WEEKLY = late(
    r"(?:周报|月报|进展|进度)[^，。；\n]{0,4}(?:报|交|补|填|发)|(?:报|交|补|填|发)[^，。；\n]{0,3}(?:周报|月报|进展)"
)
"""让教育局今天把周报交了 urges them, as 催一下教育局 does, and is nothing to be followed up."""
_NO_DEMAND = (_ASKS, _ASKED_OF_US, _OF_THE_WEEKLY)
POLITE = frozenset(("请", "麻烦", "由"))
"""After these a unit is as often only spoken of: what is wanted of it must be said."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What is wanted, in the words in which it was said, and of which unit, where one was named alone."""

    words: str
    unit: str | None
    person: str | None
    plain: bool
    """Whether it can be nothing but an order (让, 责成), not a request that anybody may make (请)."""


def read_demand(text: str, lexicon: Lexicon) -> Demand | None:
    """What a unit, somebody of a unit or the lead of a project is told to do; None where nobody is."""
    said = normalize(text, lexicon.people_names).strip(" 。.!！，,")
    if not said or len(said) > LONGEST or any(each.search(said) for each in _NO_DEMAND):
        return None
    for start, end, unit, person in _addressed(said, lexicon):
        if _TELL.match(f"{said[max(0, start - 3) : start]}\n{said[end:]}"):
            return Demand(said, unit, person, plain=True)
        before = _BEFORE.match(said[:start]) or _ABOUT_FIRST.match(said[:start])
        wanted = _WANTED_OF_UNIT.match(said[end:])
        if before is None or wanted is None or _REPORTING.match(wanted["rest"]):
            continue
        polite = before["verb"] in POLITE
        if not polite or _WANTED.search(wanted["rest"]) or _FOR_ME.search(wanted["rest"]):
            return Demand(said, unit, person, not polite)
    return _bare(said, lexicon)


def _bare(said: str, lexicon: Lexicon) -> Demand | None:
    """供电公司下周三前拿个方案给我: a unit at the head of a clause that can be nothing but told to do something.

    Of a project it is no command (G347必须年底通车 is said of the works), nor of another leader.
    """
    people = lexicon.registry.people
    for start, end, unit, person in _addressed(said, lexicon, projects=False):
        wanted = _WANTED_OF_UNIT.match(said[end:])
        if wanted is None or _REPORTING.match(wanted["rest"]) or not _BARE_BEFORE.match(said[:start]):
            continue
        if person is not None and people[person].role in (Role.LEADER, Role.SUPERVISOR):
            continue
        if _COMMANDED.search(wanted["rest"]) and not _TOLD_OF.search(wanted["rest"]):
            return Demand(said, unit, person, plain=False)
    return None


_POINTS_BACK = late(
    r"^(?:把|将)?(?:这|那|上面|以上|上述|刚才|刚刚)(?:说|讲|交代)?的?(?:这|那)?(?:[一二两三四五六几\d]{1,2})?(?:件|个|项|条|些|点)(?:事情?|工作|任务)?[^。\n]{0,8}(?:记|盯|跟踪|督办|跟进|落实|抓)"
)


def points_back(text: str) -> bool:
    """Whether an order only says that the ones before it are to be kept and followed (这两件记下来，由办公室盯着)."""
    return len(text) <= 40 and _POINTS_BACK.search(text.strip()) is not None


Addressed = tuple[int, int, str | None, str | None]
"""(start, end, unit, person)"""


def _addressed(said: str, lexicon: Lexicon, *, projects: bool = True) -> list[Addressed]:
    """Whoever may be told to do something, where named: units, people with theirs, projects with their lead."""
    registry = lexicon.registry
    found: list[Addressed] = []
    for span in (each for each in lexicon.units(said) if len(each.candidates) == 1):
        found.append((span.start, span.end, span.candidates[0], None))
    for span in lexicon.towns(said):
        if unit := unit_of_town(said[span.start : span.end], lexicon):
            found.append((span.start, span.end, unit, None))
    for span in (each for each in lexicon.people(said) if len(each.candidates) == 1):
        person = registry.people[span.candidates[0]]
        found.append((span.start, span.end, person.unit, person.id))
    for span in (each for each in lexicon.projects(said) if projects and len(each.candidates) == 1):
        found.append((span.start, span.end, registry.projects[span.candidates[0]].lead_unit, None))
    return sorted(found, key=lambda each: each[:2])


_TOPIC = late(
    r"^(?:请|麻烦)?(?:把|将)?(?P<what>[^，。；\n]{1,40}?)(?:的事|这(?:件|个)?事)?(?:也)?(?:列入|列到|列进|列在|纳入|放(?:到|进|在)|摆到|拿到|写进|提交|列为|加入|加到|加进|排进|排到|提到|上)"
    r"(?:到)?(?P<when>下周|下一?次|下回|下期|本周|这周|明天|本次|最近|近期)?(?:的)?(?P<meeting>[^，。；\n]{0,8}会)(?:议)?(?:的)?(?:议题|议程|上)?(?:上)?(?:研究|讨论|协调|议|定|过|说|碰)?(?:一下|一议|一次)?$"
)


_TOPIC_BEHIND = late(
    r"^(?:请|麻烦)?(?P<when>下(?:一)?次|下周|本周|这周|明天|近期)(?:的)?(?P<meeting>[^，。；\n]{0,6}会)(?:议)?(?:上)?(?:要|得|请)?(?:把|将|就)?(?P<what>[^，。；\n]{2,30}?)(?:的事|这(?:件|个)?事)?"
    r"(?:也)?(?:放上去|放进去|列上去?|列进去?|加上去?|加进去|提上去|上一下|列为议题|(?:研究|讨论|议|过)(?=$|一下|一次))+(?:研究|讨论|协调)?(?:一下|一次)?$"
)
"""下次例会把古城修缮放上去研究: the meeting is named first."""
_EXPLAIN = late(
    r"^(?P<what>(?:让|请|叫|由|要求)?[^，。；\n]{0,16}?(?:在)?(?:下(?:一)?次|下周|本周|明天)[^，。；\n]{0,4}会(?:议)?(?:上)?(?:让|请|叫|由|要求)?[^，。；\n]{0,14}?(?:都|要|得|再)*"
    r"(?:作|做)?(?:个|一个|出)?(?:书面|情况)?(?:说明|解释|汇报|表态|检讨|讲清楚|说清楚)(?:一下|原因|情况|理由)*)$"
)
"""让青龙镇下次会上作个说明 (S4-16): who is late explains it at the next meeting, so it stands on its agenda."""


_EXPLAIN_FIRST = late(
    r"^(?P<what>[^。；\n]{0,30}?(?:让|叫|请|要求?)[^，。；\n]{1,12}?(?:写|准备|做|作|交|拿)[^，。；\n]{0,4}(?:说明|材料|汇报|解释)[^，。；\n]{0,3}[，,]?"
    r"(?:下(?:一)?次|下周|本周|明天)[^，。；\n]{0,4}会(?:议)?上?(?:讲|说|汇报|解释|作说明)?[^，。；\n]{0,4})$"
)
"""让他们写个说明下次会上讲: how it is prepared stands before the meeting."""


_LISTED = late(
    r"^(?:请|麻烦)?(?:把|将)?(?P<what>[^，。；\n]{2,50}?)(?:这)?(?:[一两二三四几\d]个)?(?:都|也)?(?:作为)?议题(?:都|也)?(?:给)?"
    r"(?:列上|列入|列进|加上|加进|排上|排进|放上|报上|写上|提上|上会)(?:去|来|会)?(?:吧|一下)?(?P<tried>[，,][^。；\n]{2,60})?$"
)
"""用地、征地两个议题列上，前期都协调过没谈下来: what was tried stands behind."""


def read_topic(text: str, people: frozenset[str] = frozenset()) -> str | None:
    """What is to be put on a meeting's agenda (把三污列入下周例会); None where nothing is."""
    said = normalize(text, people).strip(" 。.!！")
    if len(said) > LONGEST or _ASKS.search(said):
        return None
    if listed := _LISTED.match(said):
        return f"{listed['what'].strip()}{listed['tried'] or ''}"
    found = _EXPLAIN.match(said) or _EXPLAIN_FIRST.match(said) or _TOPIC_BEHIND.match(said) or _TOPIC.match(said)
    return found["what"].strip() if found else None
