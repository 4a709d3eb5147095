"""How a mention of a procedure or of works finds a plan node of a given project."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from language.late import late
from language.names.sounds import heard, sound
from language.node_names import WEAK_WEIGHT
from language.node_words import BARE_ENDS, node_words
from language.tables.names_of_works import THINGS
from language.words import Found, WordTable
from models.registry import NodeEntry, ProjectEntry
from models.vocabulary import NodeKind

LONG_ENOUGH = 4
"""Shorter words sound like too many others."""

CHOSEN = late(r"(?:都|也|已经?)?(?:定|定下|选定|选好|招好|出来)了?(?:[，。；、！ ]|$)")
FIGURES = r"[\d一二三四五六七八九十]"
WHEN = rf"(?:[今昨前]天|上周[一二三四五六日]?|上个?月|{FIGURES}{{1,2}}[月.]{FIGURES}{{1,3}}[日号]?)?"
ON_IT = late(r"(?![上里内中边旁])")
GRANTED = late(
    rf"{WHEN}(?:也|都|已经?|早就?|刚刚?|终于|正在|正|还在|还|至今|一直)*(?:办|拿|下来|批|发下|核发|发证|领|取得|到手|没|未|尚|要等|在走|走流程)"
)
OF_ANOTHER = late(
    r"(?:安全|生产|经营|采伐|开采|占用|取水|排污|林木|采矿|涉[路水铁河]|通航|卫生|爆破|特种|使用|挖掘|占道|进场|作业|销售|预售|行政|施工|规划|排水|营业|用水|穿越|开口|接入|拆除|运输|消防)$"
)
"""辐射安全许可 is a permit of another kind."""
GUARDED = {
    "许可": GRANTED,
    "的证": GRANTED,
    "的地": late(r"[没还已今上下昨前早供批征摘挂也刚]"),
    "地": late(rf"{WHEN}(?:也|都|已经?|早就?|刚|没|还没)?(?:摘|拍下|供|挂牌|批(?:下来|了|的))"),
    "那块地": ON_IT,
    "这块地": ON_IT,
    "图纸": late(
        rf"(?:[^，。；、\n]{{0,8}}?(?:{WHEN}|[\u4e00-\u9fff]{{0,6}}))"
        r"(?:[送报过]审|审[查批完着]|在审|[已也都就刚今昨前天日号才]批|批[了的下复]|报[批上到]|送[到去]|评审|审图)"
    ),
    **{said: late(rf"(?<=[日号天周旬底末就已都前]{said})(?=[，。；、！ \n]|$)") for said in BARE_ENDS},
    "施工单位": CHOSEN,
    "总包单位": CHOSEN,
}
"""Words that count only before some others: 的地 of 的地还没供, not of 的地方, 施工单位 of 施工单位定了."""

OFFICE = late(r"(?:主管)?部门|(?:分局|局|厅|支队|大队)(?![里审批会评查核给长])")
"""What makes a word before it the name of an office: 文物局, and not 施工图设计|厅里批了."""
BARE_ACTIONS = frozenset(
    {"安装", "改造", "铺设", "装修", "吊装", "架设", "敷设", "恢复", "衬砌", "摊铺", "浇筑", "调试"}
)
MEANS = ("机械", "机具", "力量")
"""Behind a bare action, what it is done with: 敷设机械 is no 敷设."""
GOES_ON: Mapping[str, tuple[str, ...]] = {
    "发电": ("机", "车", "厂", "站", "量", "设备", "企业"),
    "运营": ("商", "方", "单位", "公司", "权", "团队", "费", "模式", "方案"),
    "入住": ("率", "对象", "协议", "人员"),
    "供热": ("机组", "炉", "设备", "公司"),
}
"""What makes a word for an opening the front of a thing's name: 备用发电机装好了 opens nothing."""


NUMBERED = late(r"([0-9一二三四五六七八九])(?:号|#|标)")
"""What the names of nodes begin with that are alike but for their number."""
ROW = late(
    r"((?:[0-9一二三四五六七八九](?:[号#]?[、，,和及与/]|[号#]|[号#]?(?:至|到|-|~|—)))+)[0-9一二三四五六七八九]$"
)


def numbers_of(row: re.Match[str], low: int) -> Iterator[tuple[int, str]]:
    """The numbers of a row before its last, each with its place; those between two ends at the place of the first."""
    digits = [(each.start() + row.start(1), each[0]) for each in DIGIT.finditer(row[1])]
    ends = [*digits[1:], (row.end() - 1, row[0][-1])]
    for (place, number), (end, last) in zip(digits, ends, strict=True):
        if place < low:
            continue
        yield place, number
        if (
            any(each in row.string[place + 1 : end] for each in "至到-~—")
            and number in FIGURES_ROW
            and last in FIGURES_ROW
        ):
            between = FIGURES_ROW[FIGURES_ROW.index(number) + 1 : FIGURES_ROW.index(last)]
            yield from ((place, each) for each in between)


DIGIT = late(r"[0-9一二三四五六七八九]")
FIGURES_ROW = "0123456789"


class _Ways:
    """The ways in which the nodes of a plan may be said; many projects share one plan's shape."""

    def __init__(self, plan: tuple[tuple[str, NodeKind], ...]) -> None:
        weights: dict[str, dict[int, int]] = {}
        for place, (name, kind) in enumerate(plan):
            for key, weight in node_words(name, kind):
                found = weights.get(key)
                if found is None:
                    weights[key] = {place: weight}
                else:
                    found[place] = found.get(place, 0) + weight
        self._keys = {key: _best(found) for key, found in weights.items()}
        self.table = WordTable(self._keys)
        self.numbered = sum(NUMBERED.match(name) is not None for name, _ in plan) > 1
        self.weak = frozenset(key for key, found in weights.items() if max(found.values()) <= WEAK_WEIGHT)

    @cached_property
    def sounds(self) -> WordTable[tuple[int, ...]]:
        """The longer ways by their sound."""
        said = ((key, places) for key, places in self._keys.items() if len(key) >= LONG_ENOUGH and key not in GUARDED)
        return WordTable({sound(key): places for key, places in said})


@lru_cache(maxsize=4096)
def _ways(plan: tuple[tuple[str, NodeKind], ...]) -> _Ways:
    return _Ways(plan)


@dataclass(frozen=True, slots=True)
class NodeMention:
    """Words that name a plan node; several ids where they fit several nodes equally."""

    start: int
    end: int
    text: str
    nodes: tuple[NodeEntry, ...]
    weak: bool = False
    """Whether only a word of the name is said that tells it apart (站址 of 站址土地征转)."""


class NodeIndex:
    """The ways in which the nodes of one project may be said."""

    def __init__(self, nodes: tuple[NodeEntry, ...]) -> None:
        self.nodes = nodes
        self._ways = _ways(tuple((node.name, node.kind) for node in nodes))
        self._weak = self._ways.weak

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[NodeMention]:
        """The node mentions between two places of a text; neighbours that name one node become one."""
        hits = self._ways.table.find(text, start, end)
        found = (self._find(hits, text, start) if hits else []) or self._find_by_sound(text, start, end)
        return self._with_those_before(found, text, start) if found and self._ways.numbered else found

    def _with_those_before(self, found: list[NodeMention], text: str, start: int) -> list[NodeMention]:
        """1、2号厂房, 1至3号厂房: the others of a row that shares the words behind its last number."""
        row: list[NodeMention] = []
        for each in found:
            named = NUMBERED.match(each.nodes[0].name) if len(each.nodes) == 1 else None
            others = ROW.search(text, start, each.start + len(named[1])) if named and each.text[0] == named[1] else None
            taken = row[-1].end if row else start
            for place, number in numbers_of(others, taken) if others and named else ():
                name = number + each.nodes[0].name.removeprefix(named[1]) if named else ""
                nodes = tuple(node for node in self.nodes if node.name == name)
                if nodes:
                    row.append(NodeMention(place, place + 1, text[place : place + 1], nodes))
            row.append(each)
        return row

    def _find_by_sound(self, text: str, start: int, end: int | None) -> list[NodeMention]:
        """溢洪到改造 for 溢洪道改造: a slip of the keys keeps the sound."""
        if (len(text) if end is None else end) - start < LONG_ENOUGH:
            return []
        found = self._ways.sounds.find(heard(text), start, end)
        return [
            NodeMention(
                each.start, each.end, text[each.start : each.end], tuple(self.nodes[place] for place in each.value)
            )
            for each in found
        ]

    def _is_guarded(self, found: Found[tuple[int, ...]], text: str) -> bool:
        """Whether a word that is in no node's name stands before another than those with which it counts."""
        named = any(found.word in self.nodes[place].name for place in found.value)
        own = found.word == "许可" and OF_ANOTHER.search(text, max(0, found.start - 4), found.start) is not None
        return own or (not named and GUARDED[found.word].match(text, found.end) is None)

    def _find(self, hits: Iterable[Found[tuple[int, ...]]], text: str, start: int) -> list[NodeMention]:
        merged: list[tuple[int, int, tuple[int, ...], bool]] = []
        for found in hits:
            if found.word in GUARDED and self._is_guarded(found, text):
                continue
            if merged and found.start == merged[-1][1] and OFFICE.match(text, found.end):
                continue  # 工规证|规划局
            if len(found.word) == 1 and not _alone(text, found.start, start):
                continue
            if found.word in BARE_ACTIONS and text.startswith(MEANS, found.end):
                continue
            if text.startswith(GOES_ON.get(found.word, ()), found.end):
                continue
            if (found.word in THINGS or found.word in BARE_ACTIONS) and _of_something_else(
                text, found.start, start, self.nodes, found.value
            ):
                continue
            gap = text[merged[-1][1] : found.start] if merged else ""
            if merged and (both := _common(merged[-1], found.value, gap) or self._turned(merged[-1], found, text)):
                merged[-1] = (merged[-1][0], found.end, both, merged[-1][3] and found.word in self._weak)
            else:
                merged.append((found.start, found.end, found.value, found.word in self._weak))
        return [
            NodeMention(a, b, text[a:b], tuple(self.nodes[place] for place in places), weak)
            for a, b, places, weak in merged
        ]

    def _turned(
        self, before: tuple[int, int, tuple[int, ...], bool], found: Found[tuple[int, ...]], text: str
    ) -> tuple[int, ...]:
        """预制沉箱 for 沉箱预制: the act said before its thing."""
        if before[1] != found.start:
            return ()
        said = found.word + text[before[0] : before[1]]
        places = dict.fromkeys((*before[2], *found.value))
        return tuple(place for place in places if said in self.nodes[place].name)


def _alone(text: str, place: int, start: int) -> bool:
    """Whether a one-character name stands by itself: 昨天井又打起来了."""
    before = text[place - 1 : place] if place > start else ""
    if before and before in "座条口栋个" and text[place - 2 : place - 1] in ("那", "这") and place - 2 >= start:
        return True  # 那座桥
    return before in ("", *"天日周月，。；、 ") and text[place + 1 : place + 2] in tuple(
        "又都全已也正在完没还开打施刚就摘拍供批今昨那这呢才只倒0123456789"
    )


def _of_something_else(
    text: str, place: int, start: int, nodes: tuple[NodeEntry, ...], places: tuple[int, ...]
) -> bool:
    """Whether the word before a bare thing makes it another one: 停水方案 is not the 交通疏解方案."""
    before = BEFORE_THING.search(text, max(start, place - 4), place)
    if before is None or before[0].endswith((*OK_BEFORE, *NO_MODIFIERS)):
        return False
    return not any(before[0][-1] in nodes[each].name or before[0][-2:-1] in nodes[each].name for each in places)


BEFORE_THING = late(r"[\u4e00-\u9fff]{2,}$")
OK_BEFORE = (
    "联合",
    "五方",
    "综合",
    "正式",
    "最终",
    "通过",
    "组织",
    "申请",
    "进行",
    "验收",
    "专家",
    "完成",
    "整体",
    "质量",
)
NO_MODIFIERS = tuple("的了已均都全将在和及与是把将本该新目前现今天日周月年段区期旬底初末后内中")
JOINTS = frozenset({"", "的", "及", "和", "与", "、"})


def _common(before: tuple[int, int, tuple[int, ...], bool], places: tuple[int, ...], gap: str) -> tuple[int, ...]:
    """The nodes that two neighbouring mentions share, where nothing parts them."""
    if gap not in JOINTS:
        return ()
    return tuple(place for place in before[2] if place in places)


def _best(found: dict[int, int]) -> tuple[int, ...]:
    if len(found) == 1:
        return tuple(found)
    most = max(found.values())
    return tuple(place for place, weight in found.items() if weight == most)


_indexes: dict[str, NodeIndex] = {}
MOST_INDEXES = 16_384


def index_of(project: ProjectEntry) -> NodeIndex:
    """The node index of a project, built when first asked for, and again when its plan is another."""
    known = _indexes.get(project.id)
    if known is None or known.nodes is not project.nodes:
        if len(_indexes) >= MOST_INDEXES:
            _indexes.clear()
        known = _indexes[project.id] = NodeIndex(project.nodes)
    return known


def nodes_of_kind(project: ProjectEntry, *kinds: NodeKind) -> tuple[NodeEntry, ...]:
    """The nodes of a project that are of some kinds."""
    return tuple(node for node in project.nodes if node.kind in kinds)
