"""Whether a form that stands in a text is meant there as a name."""

from collections.abc import Sequence

from language.late import late
from language.names.clause import (
    clause_end,
    goes_on,
    holds,
    is_everyday,
    is_known,
    is_label,
    joins,
    leads,
    modified,
    numbers_works,
    place_before,
    pointed_at,
    speaks_of_works,
)
from language.names.forms import Kind
from language.names.hits import MANY, Hit
from language.names.index import NameIndex
from language.names.short_names import Tier
from language.names.sounds import sound
from language.names.span import NameSpan
from language.names.tails import CALLED
from language.trade_words import MAIN, SORTS, WHOLES, plain, table
from language.words import WordTable

DISUSED = late(r"(?:废弃|废旧|报废|老旧?|旧|原有|既有|现状|埋)的?$")
"""废弃的供热管 is what lies in the way of somebody's works."""

WHEN_ASKED = late(
    r"(?:的|到底|究竟|现在|大概|预计|计划|打算|是|要|能|会|还|都|什么时候|啥时候?|何时|多会儿?|哪[天月年个]?[天月年]?|几[号月时]|多久|怎么)+"
)
"""冷链哪天开工: what is asked between a sort of works and what is planned of it."""
HOW_IT_STANDS = late(
    r"(?:那边|这边|的|现在|目前|最近|这周|本周|到底|又){0,3}(?:咋样|怎么?样|如何|啥情况|什么情况|咋回事|怎么回事|到哪[一了]?步?|进[展度](?:咋|怎|如|到|怎么)|啥样)"
    r"[了啦呢啊吗呀]*[?？。]?$"
)
"""矿坑怎么样了: of whatever only one project is of."""
PUT_OFF = late(
    r"的?(?:预计|计划|要)?(?:推迟|延后|延期|顺延|提前|往[前后][推挪放]|改|调整?|放|定|挪)(?:到|至|为|成|在)"
    r"(?:[今明后]年)?(?:\d{1,2}月|[上下]?个?月)?(?:\d{1,2}[日号]|[上中下]旬|底|初)?前?"
)
"""文庙推迟到明年2月底开街: a new day between a name and what is planned of it."""
ROADS = frozenset({"大道", "大街", "公路", "大桥", "隧道"})
"""Before one of these any word is its name: 迎宾大道."""
WHOLE_WORKS = WordTable({word: word for word in (*plain(WHOLES), "隧道", "互通", "立交", "敬老院", "渔港", "矿山")})
_SORTS = frozenset(table(SORTS))
MAIN_WORKS = frozenset(plain(MAIN))


def stands(
    index: NameIndex, text: str, hit: Hit, others: Sequence[tuple[Kind, NameSpan]], before: Sequence[Hit] = ()
) -> bool:
    """Whether a form is meant as a name where it stands; `before` are the names that stand before it."""
    said = text[hit.start : hit.end]
    if not 0 < len(hit.ids) <= MANY:
        return False
    if said.isdigit() and hit.tier > Tier.ENTERED:
        return numbers_works(text, hit.start, hit.end)
    if hit.tier is Tier.LOOSE and (proper := index.of_nodes.get(said)) and (len(hit.ids) > 1 or is_known(proper)):
        return False
    if hit.tier > Tier.WHOLE and DISUSED.search(text, max(0, hit.start - 4), hit.start):
        return False
    if _is_part_of_another(index, text, hit, others):
        return False
    if hit.tier is Tier.ENTERED and index.is_bare(said) and names_other_works(index, text, hit):
        return False
    if hit.marked or hit.tier <= Tier.SHORT:
        return True
    if hit.tier < Tier.BARE and leads(text, hit.start) and _is_sibling(index, hit, before):
        return True
    if hit.tier is Tier.BARE and (pointed_at(text, hit.start, hit.end) or _is_listed(text, hit, others, before)):
        return True
    if hit.tier is Tier.BARE and _heads_its_works(index, text, hit, before):
        return True
    if hit.tier is Tier.BARE and not (said in MAIN_WORKS and _begins(index, text, hit, before)):
        return False
    if hit.tier is Tier.BARE and len(said) == clause_end(text, hit.start) - hit.start:
        return True
    if hit.tier is Tier.PROPER and names_other_works(index, text, hit):
        return False
    if hit.tier in (Tier.PROPER, Tier.BARE) and not goes_on(text, hit.end, (index.words[each] for each in hit.ids)):
        return PUT_OFF.match(text, hit.end) is not None and _plan_follows(index, text, hit)
    return speaks_of_works(text, hit.start, hit.end) or _plan_follows(index, text, hit)


def _plan_follows(index: NameIndex, text: str, hit: Hit) -> bool:
    """华瑞试产了: whether the two characters behind a name are of that project's plan, however few works they tell."""
    if len(hit.ids) > 1:
        return False
    put_off = PUT_OFF.match(text, hit.end)
    begin = put_off.end() if put_off else hit.end
    following = text[begin : begin + 2]
    if len(following) < 2:
        return False
    return following in index.words[hit.ids[0]] and not index.calls_itself(hit.ids[0], following)


def names_other_works(index: NameIndex, text: str, hit: Hit) -> bool:
    """白岩隧道 beside the 白岩采石场: whether whole works follow a place that no name or plan of its projects holds."""
    works = next((found.word for found in WHOLE_WORKS.find(text, hit.end, hit.end + 6) if found.start == hit.end), None)
    return works is not None and not any(works in index.words[each] for each in hit.ids)


def _is_part_of_another(index: NameIndex, text: str, hit: Hit, others: Sequence[tuple[Kind, NameSpan]]) -> bool:
    """Whether a form is only a piece of other words, or of the name of something else."""
    said = text[hit.start : hit.end]
    short = len(said) < 3 if hit.tier is Tier.ENTERED else len(said) < 4
    entered = hit.tier is Tier.ENTERED
    if short and hit.exact and not (holds(text, hit.start, hit.end, entered) or _node_follows(index, text, hit)):
        return True
    if hit.headless and hit.tier is not Tier.PROPER and _is_another(index, text, hit, others):
        return True
    if hit.tier is Tier.PROPER and is_everyday(_plain(said)) and _is_inside(text, hit):
        return True
    return hit.tier is Tier.SHORT and hit.exact and _is_elsewhere(index, text, hit)


def _node_follows(index: NameIndex, text: str, hit: Hit) -> bool:
    """东堤防浪墙: whether what breaks up a short name is a thing of that project's own plan."""
    following = text[hit.end : hit.end + 3]
    return len(following) == 3 and len(hit.ids) == 1 and following in index.words[hit.ids[0]]


def _is_elsewhere(index: NameIndex, text: str, hit: Hit) -> bool:
    """Whether words for works stand behind a place that is none of their name's: 雁台|养老中心 of 双桥养老中心."""
    if leads(text, hit.start) or (place := place_before(text, hit.start)) is None:
        return False
    said, spoken = text[hit.start : hit.start + 2], sound(place)
    return all(spoken not in sound(index.name(each)) and index.name(each).find(said) > 1 for each in hit.ids)


def _plain(said: str) -> str:
    """A word without what points at it: the 项目 or 那个工程 behind it."""
    return CALLED.sub("", said) if len(said) > 3 and said.endswith(("项目", "工程")) else said


def _is_inside(text: str, hit: Hit) -> bool:
    """Whether an everyday word belongs to the words before it: 评审中心."""
    if not leads(text, hit.start) and modified(text, hit.start, strictly=True):
        return True
    said = _plain(text[hit.start : hit.end])
    return any(text[place : hit.start] + said in _SORTS for place in range(max(0, hit.start - 3), hit.start))


def _begins(index: NameIndex, text: str, hit: Hit, before: Sequence[Hit]) -> bool:
    """Whether a sort of works begins what is said, or a sentence of its own after another project's."""
    if not leads(text, hit.start):
        return False
    if not before:
        return True
    said, last = text[hit.start : hit.end], before[-1]
    apart = any(sign in "；;。\n" for sign in text[last.end : hit.start])
    return apart and len(hit.ids) == 1 and not any(said in index.words[each] for each in last.ids)


def _heads_its_works(index: NameIndex, text: str, hit: Hit, before: Sequence[Hit]) -> bool:
    """立交下部结构72%；泵站主体100%: whether works of its own plan follow a sort of works that heads an item."""
    if len(hit.ids) != 1 or not leads(text, hit.start):
        return False
    last = before[-1] if before else None
    if last is not None and not any(sign in "；;。\n" for sign in text[last.end : hit.start]):
        return False
    if not before and not is_everyday(text[hit.start : hit.end]) and HOW_IT_STANDS.match(text, hit.end):
        return True
    asked = WHEN_ASKED.match(text, hit.end)
    begin = asked.end() if asked else hit.end
    said, follows = text[hit.start : hit.end], text[begin : begin + 2]
    others = [index.words[each] for each in last.ids] if last is not None else []
    return len(follows) == 2 and follows in index.words[hit.ids[0]] and not any(said in each for each in others)


def _is_sibling(index: NameIndex, hit: Hit, before: Sequence[Hit]) -> bool:
    """Whether another of the same family has been named: 老城片区…；新区片区…"""
    kin = index.family(hit.ids)
    return len(kin) > len(hit.ids) and any(
        set(other.ids).isdisjoint(hit.ids) and not set(other.ids).isdisjoint(kin) for other in before
    )


def _is_another(index: NameIndex, text: str, hit: Hit, others: Sequence[tuple[Kind, NameSpan]]) -> bool:
    """Whether what stands before a sort of works makes it somebody else's: 柳镇实验小学 is not the 实验小学 of 石镇."""
    for kind, span in others:
        if span.end == hit.start:
            return kind is Kind.TOWN and index.town(hit.ids[0]) != span.candidates[0]
    if hit.start and text[hit.start - 1] in "0123456789":
        return True
    if hit.start > 1 and index.lies_elsewhere(hit.ids, text[hit.start - 2 : hit.start]):
        return True
    if leads(text, hit.start):
        return False
    bare_road = text[hit.start : hit.end] in ROADS
    return modified(text, hit.start, strictly=hit.tier >= Tier.LOOSE or not hit.exact or bare_road)


def _is_listed(text: str, hit: Hit, others: Sequence[tuple[Kind, NameSpan]], before: Sequence[Hit]) -> bool:
    """Whether a bare sort of works that only one project is of heads an item, or stands beside a name or its unit."""
    if len(hit.ids) > 1:
        return False
    if before and joins(text, before[-1].end, hit.start):
        return True
    if any(kind is Kind.UNIT and span.end == hit.start - 1 and text[span.end] == " " for kind, span in others):
        return True
    return not before and is_label(text, hit.start, hit.end)
