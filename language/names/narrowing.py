"""Takes in the marks beside a name, and keeps those of its candidates that bear them."""

from collections.abc import Sequence

from language.late import late
from language.names.anatomy import action_at, bare_town
from language.names.clause import reads_well
from language.names.hits import MANY, Hit, fitting
from language.names.index import NameIndex
from language.names.marks import MarkRow, MarkSpan, find_marks, find_rows, mark_at, row_at
from language.names.short_names import Tier
from language.names.sounds import sound

_GAP = late(r"[的（( ·/-]?(?:工程|项目)?[的（( ]?")
_GAP_BEGINS = frozenset("的（( 工项·/-")
_BARE_PHASE = late(r"[（(](?P<phase>[一二三四五六七八九]|[1-9])[）)]")
"""北山风电（一）: a phase where there are phases, and only there."""
_BARE_LETTER = late(r"[A-Z](?=[\u4e00-\u9fff，：:、]|$)(?!地块|区|标|段)")
_CALLED = late(
    r"的?[这那][个条座](?![月周年季星礼])(?:项目|工程)?|(?:项目|工程)(?![量款部师监造经法公资审建核备组总名])"
)
_FAMILY = 60
"""More projects than this are no family whose parts are told apart."""

_DASH = late(r"[—~～至到-]+")
_MARK_ENDS = frozenset("的期批次段标岸线侧区座块号年度0123456789")
_LONGEST = 7
_YEAR = late(r"(20\d\d)(?:年度?)?$")
_TELLING = frozenset({"phase", "section", "batch", "bank", "lot", "voltage"})
"""Marks that rule a project out which bears another of the same kind."""


def narrowed(index: NameIndex, text: str, hit: Hit, floor: int = 0) -> Hit:
    """Take in the marks after a name and right before it; where those after contradict every candidate none is left.

    Before `floor` stands another name.
    """
    if (row := _row_beside(text, hit, floor)) and (each := borne_by_each(index, hit.ids, row)):
        start, end = min(hit.start, row.start), max(hit.end, row.end)
        return hit._replace(start=start, end=end, ids=each, base=tuple(hit.ids), marked=True, together=True)
    if hit.tier < Tier.PROPER and hit.start > floor and (both := _sharing_tail(index, text, hit, floor)):
        return both
    if kept := _by_action(index, text, hit):
        hit = hit._replace(ids=kept)
    ids, end, seen = _with_marks_after(index, text, hit, _with_action(index, text, hit.ids, hit.end))
    if seen is None and len(ids) < MANY and (told := _mark_heard(index, text, ids, end)):
        ids, end = told
    if seen and "voltage" in seen and (also := _other_voltage(index, text, hit, end)):
        return hit._replace(end=also[1], ids=[*ids, *also[0]], base=tuple(hit.ids), marked=True, together=True)
    if seen and "number" in seen:
        end = _with_thing(index, text, ids, end)
    if 1 < len(ids) <= _FAMILY and (kept := _by_aside(index, text, ids, end)):
        ids = kept
    if len(ids) == 1 and end == hit.end:
        end = _with_rest(index, text, ids[0], hit.start, end)
    if ids and hit.tier < Tier.BARE and (called := _CALLED.match(text, end)):
        end = called.end()
    start = hit.start
    if start > floor and text[start - 1] in _MARK_ENDS and text[start : hit.end] not in index.of_nodes:
        ids, start = _by_mark_before(index, text, ids, start, floor)
    if hit.tier <= Tier.PROPER and start > floor + 1 and (place := _town_before(index, text, ids, start, floor)):
        ids, start = place
    if ids is hit.ids and (start, end) == (hit.start, hit.end):
        return hit
    return hit._replace(start=start, end=end, ids=ids, base=tuple(hit.ids), marked=end > hit.end or start < hit.start)


def _town_before(index: NameIndex, text: str, ids: list[str], start: int, floor: int) -> tuple[list[str], int] | None:
    """Those that lie in the town right before the name, and where that begins: 北营|铁路专用线."""
    if len(ids) > MANY:
        return None
    lying: dict[str, list[str]] = {}
    for each in ids:
        town = bare_town(index.town(each))
        if len(town) > 1 and text.endswith(town, floor, start):
            lying.setdefault(town, []).append(each)
    if not lying:
        return None
    town = max(lying, key=len)
    return lying[town], start - len(town)


def _row_beside(text: str, hit: Hit, floor: int) -> MarkRow | None:
    """The marks with one last word that stand behind a name or before it: 茶园一二期, 左右岸堤防, 5、6号泊位."""
    gap = hit.end
    if text[gap : gap + 1] in _GAP_BEGINS and text[gap : gap + 1] and (found := _GAP.match(text, gap)):
        gap = found.end()
    if row := row_at(text, gap):
        return row
    if hit.start > floor and text[hit.start - 1] in _MARK_ENDS:
        low = max(floor, hit.start - 2 * _LONGEST)
        return next((row for row in find_rows(text, low, hit.start) if row.end == hit.start), None)
    return None


_VALUE = late(r"[东西南北左右上下]|第?[一二三四五六七八九]|\d{1,2}(?!\d)")
_VALUE_BEFORE = late(
    r"(?:([东西南北左右上下])[、和及与]?|(第?[一二三四五六七八九])[、和及与]?|(?<![\d.])(\d{1,2})[、和及与])$"
)


def _sharing_tail(index: NameIndex, text: str, hit: Hit, floor: int) -> Hit | None:
    """Two names that share their tail: 东西堤 of 东堤 and 西堤, 5、6号泊位."""
    value = _VALUE.match(text, hit.start, hit.end)
    before = _VALUE_BEFORE.search(text, max(floor, hit.start - 4), hit.start) if value else None
    if value is None or before is None:
        return None
    other = before[1] or before[2] or before[3]
    if {other, value[0]} in _COMPASS and before[0] == other:
        return None
    senses = index.forms.senses(other + text[value.end() : hit.end])
    ids = list({sense.id: None for sense in senses if sense.kind == 0 and sense.tier < Tier.PROPER})
    if len(ids) != 1 or len(hit.ids) != 1 or ids == hit.ids:
        return None
    return hit._replace(start=before.start(), ids=[*ids, *hit.ids], base=tuple(hit.ids), marked=True, together=True)


_COMPASS = [{one, other} for one in "东西" for other in "南北"]


def _other_voltage(index: NameIndex, text: str, hit: Hit, end: int) -> tuple[list[str], int] | None:
    """马岭35和110: the project of another voltage that is said right behind the first."""
    if text[end : end + 1] not in _AND or (found := mark_at(text, end + 1, voltages=True)) is None:
        return None
    kept = fitting(index, hit.ids, found.mark)
    return (kept, found.end) if found.mark[0] == "voltage" and len(kept) == 1 else None


_AND = ("、", "和", "及", "与", "跟")


def borne_by_each(index: NameIndex, ids: Sequence[str], row: MarkRow) -> list[str]:
    """The projects that bear the marks of a row, one each; none where a mark is borne by none or by several."""
    borne = [fitting(index, ids, mark) or fitting(index, index.family(ids), mark) for mark in row.marks]
    return [each[0] for each in borne] if all(len(each) == 1 for each in borne) else []


def _with_marks_after(index: NameIndex, text: str, hit: Hit, end: int) -> tuple[list[str], int, set[str] | None]:
    """Whom a name means with the marks that stand behind it, where they end, and the kinds of mark that were said."""
    ids = hit.ids
    seen: set[str] | None = None
    if bare := _BARE_PHASE.match(text, end) if text[end : end + 1] in ("（", "(") else None:
        value = str("零一二三四五六七八九".find(bare["phase"])) if bare["phase"] not in "123456789" else bare["phase"]
        if kept := fitting(index, index.family(ids), ("phase", value)):
            return kept, bare.end(), {"phase"}
    if (letter := _BARE_LETTER.match(text, end)) and (kept := fitting(index, index.family(ids), ("lot", letter[0]))):
        return kept, letter.end(), {"lot"}  # 安置房A
    while (found := _mark_after(text, end)) is not None:
        if seen is None:
            seen = {each.mark[0] for each in find_marks(text, hit.start, hit.end)}
        if found.mark[0] in seen:
            break
        kept = fitting(index, ids, found.mark) or fitting(index, index.family(ids), found.mark)
        if not kept:
            ids = _not_contradicted(index, hit.tier, ids, found.mark[0])
            break
        ids, end = kept, found.end
        seen.add(found.mark[0])
    return ids, end, seen


_SPOKEN = {"phase": ("期",), "section": ("段",), "lot": ("标", "标段", "区"), "bank": ("岸", "区"), "number": ("号",)}


def _mark_heard(index: NameIndex, text: str, ids: list[str], end: int) -> tuple[list[str], int] | None:
    """Take in a mark that is written by its sound: 松湖而期, 虎坝西断."""
    said = sound(text[end : end + 2])
    for each in index.family(ids) if len(said) == 2 else ():
        for kind, endings in _SPOKEN.items():
            for value in index.marks[each].get(kind, ()):
                spoken = _CHINESE.get(value, value)
                if any(said == sound(spoken + ending[:1]) for ending in endings) and not _by_chance(text, end, spoken):
                    kept = fitting(index, ids, (kind, value)) or [each]
                    return kept, end + 2
    return None


def _by_chance(text: str, end: int, spoken: str) -> bool:
    """Whether what sounds like a mark is an everyday word (一起), or no character of it is written right."""
    odd = [place for place in (end, end + 1) if text[place] not in spoken + "期段标区岸号"]
    return len(odd) != 1 or reads_well(text, end, end + 2, odd)


_CHINESE = dict(zip("123456789", "一二三四五六七八九", strict=True))


def _with_action(index: NameIndex, text: str, ids: Sequence[str], end: int) -> int:
    """Where a name ends with what is done there, if that is in the name, too: 石门水库加固."""
    if (
        0 < len(ids) <= MANY
        and (action := action_at(text, end))
        and all(index.calls_itself(each, action) for each in ids)
    ):
        stop = end + len(action)
        if not any(_begins_node(index, each, text[end : stop + 2]) for each in ids):
            return stop
    return end


def _by_action(index: NameIndex, text: str, hit: Hit) -> list[str]:
    """小区改造: of several that a short name fits those that name what is done there, where not all do."""
    if not 1 < len(hit.ids) <= MANY or not (action := action_at(text, hit.end)):
        return []
    kept = [each for each in hit.ids if index.calls_itself(each, text[hit.start : hit.end] + action)]
    return kept if len(kept) < len(hit.ids) else []


def _begins_node(index: NameIndex, project: str, said: str) -> bool:
    """Whether words after a name are rather a plan node's: 老旧小区改造方案审定."""
    return said in index.words[project] and not index.calls_itself(project, said)


def _with_rest(index: NameIndex, text: str, project: str, start: int, end: int) -> int:
    """Where a name ends that goes on in the text as it does in the registry: 停车场上盖 of 停车场上盖开发项目."""
    name = index.name(project)
    at = name.find(text[start:end])
    if at < 0:
        return end
    stop, at = end, at + end - start
    while stop < len(text) and at < len(name) and text[stop] == name[at] and "\u4e00" <= text[stop] <= "\u9fff":
        stop, at = stop + 1, at + 1
    if text.endswith(("工程", "项目"), end, stop):
        stop -= 2  # 工程款 is no 工程
    return stop if stop > end + 1 and not _begins_node(index, project, text[end : stop + 1]) else end


def _with_thing(index: NameIndex, text: str, ids: Sequence[str], end: int) -> int:
    """Where a name ends with the thing that is numbered in it: 数据中心1号楼."""
    for length in (2, 1):
        said = text[end - 1 : end + length]
        if len(said) > length and all(index.calls_itself(each, said) for each in ids):
            return end + length
    return end


def _by_aside(index: NameIndex, text: str, ids: list[str], end: int) -> list[str]:
    """Those of several of whom a part is named right after: 污水一体化流水标段 of the one （流水、苏澳标段）."""
    following = _DASH.sub("-", text[end : end + 18])
    found = [each for each in ids if any(_DASH.sub("-", aside) in following for aside in index.asides[each])]
    return found if len(found) < len(ids) else []


def _mark_after(text: str, end: int) -> MarkSpan | None:
    """The mark that follows a name, at most a 的, a bracket or 工程 between them."""
    if end >= len(text):
        return None
    if text[end] in _GAP_BEGINS and (gap := _GAP.match(text, end)):
        end = gap.end()
    return mark_at(text, end, voltages=True)


def _not_contradicted(index: NameIndex, tier: Tier, ids: list[str], kind: str) -> list[str]:
    """Who is left when a mark follows that none bears: those without its kind, if more than a place is named."""
    if kind not in _TELLING:
        return ids
    if tier is Tier.PROPER and any(kind in index.marks[each] for each in ids):
        return []
    return [each for each in ids if kind not in index.marks[each]]


def _by_mark_before(index: NameIndex, text: str, ids: list[str], start: int, floor: int) -> tuple[list[str], int]:
    """Take in a mark or year right before a name, if one bears it: 二期码头, 2026年老旧小区改造."""
    low = max(floor, start - _LONGEST)
    end = start - 1 if text[start - 1] == "的" else start
    for place in range(low, end - 1):
        found = mark_at(text, place)
        if found is not None and found.end == end:
            kept = fitting(index, ids, found.mark) or fitting(index, index.family(ids), found.mark)
            return (kept, found.start) if kept else (ids, start)
    if year := _YEAR.search(text, low, end):
        kept = fitting(index, ids, ("year", year[1])) or fitting(index, index.family(ids), ("year", year[1]))
        return (kept, year.start()) if kept else (ids, start)
    return ids, start


def joined(index: NameIndex, text: str, hits: Sequence[Hit]) -> list[Hit]:
    """Two words of one name that stand side by side are one: 老城片区 and 海绵城市 mean the project that has both."""
    kept: list[Hit] = []
    for hit in hits:
        last = kept[-1] if kept else None
        if last and last.tier >= Tier.PROPER and hit.tier < Tier.PROPER and last.end == hit.start:
            lying = _town_before(index, text, hit.ids, hit.start, last.start)
            if lying and lying[1] == last.start and not set(last.ids) & set(hit.ids):
                kept[-1] = hit._replace(start=last.start, ids=lying[0])  # 大柳营|货运枢纽
                continue
        both = _both(text, last, hit) if last and text[hit.start : hit.end] not in index.of_nodes else []
        if last and both and (len(both) < max(len(last.ids), len(hit.ids)) or hit.tier > Tier.SHORT):
            sure = min(last.tier, hit.tier, Tier.SHORT)
            kept[-1] = last._replace(end=hit.end, ids=both, tier=sure, headless=last.headless and hit.headless)
        else:
            kept.append(hit)
    return kept


def _both(text: str, last: Hit, hit: Hit) -> list[str]:
    """The projects that two neighbouring words mean, if one of the words tells anything at all."""
    if text[last.end : hit.start] not in ("", "的") or min(len(last.ids), len(hit.ids)) > _FAMILY:
        return []
    also = set(hit.ids)
    return [each for each in last.ids if each in also]
