"""What a leader wants of a unit, in his own words: 让住建局周三前给个说法; an order to be followed, not a report."""

from dataclasses import dataclass

from language.late import late
from language.names import Lexicon
from language.normalize import normalize

LONGEST = 120
_BEFORE = late(
    r"^(?:[^，。；！\n]{0,20}[，：])?(?:[^，。；：\n]{0,12}?(?:前|内|底|之前|以前))?(?:还是|你|帮我|抓紧|尽快|马上|另外|那|就|先)*"
    r"(?P<verb>让|叫|请|要求|责成|督促|敦促|通知|安排|责令|交给|交由|由|麻烦|转告|告诉)(?:一下)?$"
)
_WANTED = late(
    r"说法|说明|方案|牵头|负责|落实|办结|办理|解决|答复|回复|反馈|拿出|提出|提交|报告|汇报|书面|完成|办下来|盯|抓|推进|协调|到位|处理|整改|对接|开"
)
_WANTED_OF_UNIT = late(r"^(?:的(?:人|同志|负责人|局长|[^，。；\n]{1,3}科长?))?(?P<rest>[^\n]{2,})$")
_ASKS = late(r"[?？]|吗[。]?$|[了办完]没有?[。]?$|怎么样|咋样|如何了|到哪了|什么时候|谁|呢[。]?$|是不是|有没有")
_REPORTING = late(r"^[^，。；\n]{0,6}(?:还|已|未|没)")
_OF_THE_WEEKLY = late(
    r"(?:周报|月报|进展|进度)[^，。；\n]{0,4}(?:报|交|补|填|发)|(?:报|交|补|填|发)[^，。；\n]{0,3}(?:周报|月报|进展)"
)
"""让教育局今天把周报交了 urges them, as 催一下教育局 does, and is nothing to be followed up."""
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
    if not said or len(said) > LONGEST or _ASKS.search(said) or _OF_THE_WEEKLY.search(said):
        return None
    for start, end, unit, person in _addressed(said, lexicon):
        before, wanted = _BEFORE.match(said[:start]), _WANTED_OF_UNIT.match(said[end:])
        if before is None or wanted is None or _REPORTING.match(wanted["rest"]):
            continue
        polite = before["verb"] in POLITE
        if not polite or _WANTED.search(wanted["rest"]):
            return Demand(said, unit, person, not polite)
    return None


Addressed = tuple[int, int, str | None, str | None]
"""(start, end, unit, person)"""


def _addressed(said: str, lexicon: Lexicon) -> list[Addressed]:
    """Whoever may be told to do something, where named: units, people with theirs, projects with their lead."""
    registry = lexicon.registry
    found: list[Addressed] = []
    for span in (each for each in lexicon.units(said) if len(each.candidates) == 1):
        found.append((span.start, span.end, span.candidates[0], None))
    for span in (each for each in lexicon.people(said) if len(each.candidates) == 1):
        person = registry.people[span.candidates[0]]
        found.append((span.start, span.end, person.unit, person.id))
    for span in (each for each in lexicon.projects(said) if len(each.candidates) == 1):
        found.append((span.start, span.end, registry.projects[span.candidates[0]].lead_unit, None))
    return sorted(found, key=lambda each: each[:2])


_TOPIC = late(
    r"^(?:请|麻烦)?(?:把|将)?(?P<what>[^，。；\n]{1,40}?)(?:的事|这(?:件|个)?事)?(?:也)?(?:列入|纳入|放(?:到|进)|提交|列为|加入|加到|提到|上)"
    r"(?:到)?(?P<when>下周|下次|本周|这周|明天|本次|最近|近期)?(?:的)?(?P<meeting>[^，。；\n]{0,8}会)(?:议)?(?:的)?(?:议题|议程|上)?(?:上)?(?:研究|讨论|协调)?$"
)


def read_topic(text: str, people: frozenset[str] = frozenset()) -> str | None:
    """What is to be put on a meeting's agenda (把三污列入下周例会); None where nothing is."""
    said = normalize(text, people).strip(" 。.!！")
    found = _TOPIC.match(said) if len(said) <= LONGEST and not _ASKS.search(said) else None
    return found["what"].strip() if found else None
