"""How a mention of a procedure or of works finds a plan node of a given project."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from language.belonging import WORKS_KINDS
from language.late import late
from language.names.sounds import heard, sound
from language.tables.names_of_works import ACTIONS, HEADS, NEVER_ALONE, SEPARABLE, SYNONYMS, THINGS
from language.tables.synonyms import SAYINGS_OF_PLANS
from language.trade_words import SORTS, table
from language.vocabulary_words import NODE_KIND_WORDS
from language.words import Found, WordTable
from models.registry import NodeEntry, ProjectEntry
from models.vocabulary import NodeKind

LONG_ENOUGH = 4
"""Shorter words sound like too many others."""

NAME_WEIGHT, KIND_WEIGHT, PIECE_WEIGHT, WEAK_WEIGHT = 4, 3, 2, 1

MORE_WORDS = {
    NodeKind.START: ("开工令", "开工仪式", "奠基"),
    NodeKind.UTILITIES: ("电缆", "光缆", "杆线", "线杆", "电杆", "高压线", "管线", "电力线"),
    NodeKind.LAND_TRANSFER: ("挂牌", "的地", "地", "那块地", "这块地", "土地"),
    NodeKind.TENDER: ("施工单位", "总包单位"),
}
CHOSEN = late(r"(?:都|也|已经?)?(?:定|定下|选定|选好|招好|出来)了?(?:[，。；、！ ]|$)")
ON_IT = late(r"(?![上里内中边旁])")
GUARDED = {
    "的地": late(r"[没还已今上下昨前早供批征摘挂也刚]"),
    "地": late(r"(?:也|都|已经?|早就?|刚|没|还没)?(?:摘|拍下|供|挂牌)"),
    "那块地": ON_IT,
    "这块地": ON_IT,
    "施工单位": CHOSEN,
    "总包单位": CHOSEN,
}
"""Words that count only before some others: 的地 of 的地还没供, not of 的地方, 施工单位 of 施工单位定了."""

BARE_ACTIONS = frozenset(
    {"安装", "改造", "铺设", "装修", "吊装", "架设", "敷设", "恢复", "衬砌", "摊铺", "浇筑", "调试"}
)
MEANS = ("机械", "机具", "力量")
"""Behind a bare action, what it is done with: 敷设机械 is no 敷设."""
NO_NODES = frozenset({"交钥匙"})

EVENT_KINDS = frozenset(
    {NodeKind.START, NodeKind.TOPPING_OUT, NodeKind.COMPLETION, NodeKind.ACCEPTANCE, NodeKind.OPERATION}
)

PROCEDURE_KINDS = frozenset(
    {
        NodeKind.PROJECT_APPROVAL,
        NodeKind.PRELIMINARY_DESIGN,
        NodeKind.SITE_SELECTION,
        NodeKind.PLANNING_PERMIT,
        NodeKind.LAND_TRANSFER,
        NodeKind.ENVIRONMENTAL_ASSESSMENT,
        NodeKind.WATER_SOIL,
        NodeKind.ENERGY_REVIEW,
        NodeKind.HERITAGE,
        NodeKind.FORESTRY,
        NodeKind.INDUSTRY_REVIEW,
        NodeKind.DRAWING_REVIEW,
        NodeKind.TENDER,
        NodeKind.CONSTRUCTION_PERMIT,
    }
)
NO_SUBJECTS = frozenset({"中标", "定标", "开标", "开的标", "开了标", "评标", "挂网", "招采", "组卷", "采购招标"})
"""Words of the kind tables that are steps rather than the procedure itself."""

PROCEDURE_WORDS: WordTable[NodeKind] = WordTable(
    {word: kind for kind in PROCEDURE_KINDS for word in NODE_KIND_WORDS[kind].split() if word not in NO_SUBJECTS}
)


class _Ways:
    """The ways in which the nodes of a plan may be said; many projects share one plan's shape."""

    def __init__(self, plan: tuple[tuple[str, NodeKind], ...]) -> None:
        weights: dict[str, dict[int, int]] = {}
        for place, (name, kind) in enumerate(plan):
            for key, weight in _keys(name, kind):
                found = weights.get(key)
                if found is None:
                    weights[key] = {place: weight}
                else:
                    found[place] = found.get(place, 0) + weight
        self._keys = {key: _best(found) for key, found in weights.items()}
        self.table = WordTable(self._keys)
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
        return self._find(self._ways.table.find(text, start, end), text, start) or self._find_by_sound(text, start, end)

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
        return not named and GUARDED[found.word].match(text, found.end) is None

    def _find(self, hits: Iterable[Found[tuple[int, ...]]], text: str, start: int) -> list[NodeMention]:
        merged: list[tuple[int, int, tuple[int, ...], bool]] = []
        for found in hits:
            if found.word in GUARDED and self._is_guarded(found, text):
                continue
            if len(found.word) == 1 and not _alone(text, found.start, start):
                continue
            if found.word in BARE_ACTIONS and text.startswith(MEANS, found.end):
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
    return before in ("", *"天日周月，。；、 ") and text[place + 1 : place + 2] in tuple(
        "又都全已也正在完没还开打施刚就摘拍供"
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


@lru_cache(maxsize=8192)
def _keys(name: str, kind: NodeKind) -> tuple[tuple[str, int], ...]:
    """What a node may be called, with how much each way says."""
    if kind in WORKS_KINDS:
        return name_keys(name)
    words = (*NODE_KIND_WORDS.get(kind, "").split(), *MORE_WORDS.get(kind, ()))
    usual = ((word, KIND_WEIGHT) for word in words if word not in NO_NODES and not _is_special(word, name, kind))
    own = (each for each in name_keys(name) if each[0] != "完工" or kind is not NodeKind.ACCEPTANCE)
    return (*own, *usual)  # 清淤完工了 is not yet its 完工验收


RUNS = {
    "通车": late(r"发电|并网|投产|供[水热气电]|通[水气]|开[园学业馆]|试生产|点火"),
    "并网": late(r"通车|供[水热气]|通[水气]|开[园学业馆]|入住|交房"),
}
"""What is never said of the beginning of some works: a power station is not opened to traffic."""
SPECIAL = ("蓄水", "特种", "消防", "环保", "人防", "节能", "档案", "防雷", "水保", "气象")


def _is_special(word: str, name: str, kind: NodeKind) -> bool:
    """消防验收 is not the 竣工验收, nor 消防设计审查 the 施工图审查."""
    if kind is NodeKind.PROJECT_APPROVAL:
        return any(own in name and other in word for own, other in RIVALS)
    if kind is NodeKind.OPERATION:
        return word in RUNS and RUNS[word].search(name) is not None
    if kind not in (NodeKind.ACCEPTANCE, NodeKind.DRAWING_REVIEW):
        return False
    if word.startswith(("竣工", "交工", "完工")):
        return name.startswith(SPECIAL)
    return word.startswith(SPECIAL) and word[:2] not in name


RIVALS = (
    ("备案", "可研"),
    ("备案", "可行性"),
    ("备案", "核准"),
    ("核准", "可研"),
    ("核准", "可行性"),
    ("核准", "备案"),
    ("可研", "备案"),
    ("可研", "核准"),
    ("可行性", "备案"),
    ("可行性", "核准"),
)
"""Papers of approval of which a project has but one: a plan that names the one is not meant by the other."""


@lru_cache(maxsize=8192)
def name_keys(name: str) -> tuple[tuple[str, int], ...]:
    """The name, its parts and what people shorten them to, with how much each says."""
    keys = {name: NAME_WEIGHT}
    for part in _parts(name):
        for said in _said_otherwise(part):
            for piece, weight in _pieces(said):
                keys[piece] = max(weight, keys.get(piece, 0))
        for piece in _stretches(part):
            keys.setdefault(piece, PIECE_WEIGHT)
    alone = {key for key in keys if key == name or key not in NEVER_ALONE}
    return tuple((key, weight) for key, weight in keys.items() if key in alone and (len(key) > 1 or key in HEADS))


def _parts(name: str) -> list[str]:
    plain = re.sub(r"[（(][^）)]*[）)]", "", name)
    parts = [part for part in re.split(r"[及和与、/]", plain) if part]
    return [plain] if len(parts) < 2 else [plain, *parts, "".join(parts)]


def _said_otherwise(part: str) -> set[str]:
    """A name and what it becomes when its words are said otherwise, two of them at most."""
    said = {part}
    for _ in range(2):
        for name in tuple(said):
            if len(said) > MOST_SAYINGS:
                return said
            said.update(_with_synonyms(name))
    return said


MOST_SAYINGS = 60


def _with_synonyms(part: str) -> set[str]:
    said: set[str] = set()
    for group in GROUPS:
        word = next((word for word in group if word in part), None)
        if word is not None:
            said.update(part.replace(word, other) for other in group)
    return said


GROUPS = (*SYNONYMS, *SAYINGS_OF_PLANS)


def _pieces(part: str) -> Iterable[tuple[str, int]]:
    """A part with its action, without it, the thing's head alone, and weakly what tells the thing apart."""
    yield part, NAME_WEIGHT
    for split in _split_verb(part):
        yield split, NAME_WEIGHT
    action, thing = _action(part), _thing(part)
    yield thing, NAME_WEIGHT
    yield action, NAME_WEIGHT
    if head := next((word for word in ALL_HEADS if thing.endswith(word) and thing != word), ""):
        yield head + action, NAME_WEIGHT
        yield head, NAME_WEIGHT
        if head != "基础":
            yield thing.removesuffix(head), WEAK_WEIGHT
    elif len(thing) > 3:
        yield thing[-2:] + action, NAME_WEIGHT
        yield thing[2:] + action, NAME_WEIGHT
        if action:
            yield thing[:2] + action, NAME_WEIGHT
        yield thing[-2:], WEAK_WEIGHT
        yield thing[:2], WEAK_WEIGHT


SORTS_OF_WORKS = sorted((word for word in table(SORTS) if len(word) > 1), key=len, reverse=True)
ALL_HEADS = (*HEADS, *(word for word in SORTS_OF_WORKS if word not in HEADS))
"""Things that a name may end in, the longer first where they are sorts of works."""


def _stretches(part: str) -> Iterable[str]:
    """Every three characters and more of a thing: 排海管 of 尾水排海管道."""
    thing = _thing(part)
    for length in range(3, len(thing)):
        for start in range(len(thing) - length + 1):
            yield thing[start : start + length]


def _thing(part: str) -> str:
    return part.removesuffix(_action(part))


def _action(part: str) -> str:
    return next((word for word in ACTIONS if part.endswith(word)), "")


def _split_verb(part: str) -> tuple[str, ...]:
    """A two-character act with 了, 的 or 过 in it: 开了工, 并的网."""
    verb = part[-2:]
    return tuple(f"{verb[0]}{between}{verb[1]}" for between in ("了", "的", "过", "不了")) if verb in SEPARABLE else ()


@lru_cache(maxsize=16384)
def _index(nodes: tuple[NodeEntry, ...]) -> NodeIndex:
    return NodeIndex(nodes)


def index_of(project: ProjectEntry) -> NodeIndex:
    """The node index of a project, built when first asked for."""
    return _index(project.nodes)


def is_half(name: str, said: str) -> bool:
    """Whether only one of the things is said that a name joins."""
    parts = [part for part in re.split(r"[及和与]", name) if part]
    return (
        len(parts) == 2
        and min(len(part) for part in parts) > 1
        and any(_stem(part) in said or said in part for part in parts)
        and not all(any(_stem(form) in said for form in _said_otherwise(part)) for part in parts)
    )


def _stem(part: str) -> str:
    action = next((word for word in ACTIONS if part.endswith(word) and len(word) < len(part)), "")
    return part.removesuffix(action)[:2]


def nodes_of_kind(project: ProjectEntry, *kinds: NodeKind) -> tuple[NodeEntry, ...]:
    """The nodes of a project that are of some kinds."""
    return tuple(node for node in project.nodes if node.kind in kinds)
