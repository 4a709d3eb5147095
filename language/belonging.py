"""Which node a piece of work belongs to: the one named after it or its whole, else the one of its stage."""

from collections.abc import Sequence
from functools import lru_cache

from language.late import late
from language.tables.deeds import SITE
from language.tables.names_of_works import ACTIONS
from language.tables.parts import MACHINES, PART_STAGES, PARTS_OF, WHOLES_OF
from language.tables.synonyms import WHOLE_OF
from language.tables.works import KIND_STAGES, NO_WORKS, STAGED_ENDS, STAGES, WHOLE_WORKS, WORK_VERBS, Stage
from language.words import Found, WordTable, spread
from models.registry import NodeEntry, ProjectEntry
from models.vocabulary import NodeKind

STAGE_WORDS: WordTable[Stage | None] = WordTable(
    {**PART_STAGES, **spread({**{stage: words.split() for stage, words in STAGES.items()}, None: NO_WORKS.split()})}
)

WORKS_KINDS = frozenset(
    {NodeKind.FOUNDATION, NodeKind.STRUCTURE, NodeKind.TOPPING_OUT, NodeKind.INSTALLATION, NodeKind.OTHER}
)
BUILT_KINDS = WORKS_KINDS - {NodeKind.TOPPING_OUT}
PERMITS = (
    frozenset(NodeKind)
    - WORKS_KINDS
    - {
        NodeKind.TENDER,
        NodeKind.ACQUISITION,
        NodeKind.UTILITIES,
        NodeKind.FINANCING,
        NodeKind.START,
        NodeKind.COMPLETION,
        NodeKind.ACCEPTANCE,
        NodeKind.OPERATION,
    }
)
"""Kinds of node that end with a paper."""
HELD = frozenset({Stage.PILES, Stage.FOOTING, Stage.FRAME})
"""Stages that a node of their kind is taken to hold; later ones are said of too many things."""

LAID = frozenset({Stage.EARTH, Stage.FOOTING, Stage.FRAME, Stage.FITTING, Stage.OUTSIDE})
"""What it takes to move a line or a pipe: its trench, its poles, what is laid."""

GROUPS = {
    stage: place
    for place, group in enumerate(
        (
            (Stage.CLEARING, Stage.EARTH, Stage.PILES, Stage.FOOTING),
            (Stage.PREFABRICATION, Stage.FRAME),
            (Stage.INFILL, Stage.FITTING, Stage.OUTSIDE),
            (Stage.TRIAL,),
        )
    )
    for stage in group
}
"""Stages that one node may well hold together."""

EQUIPMENT_NAMES = ("设备", "机电", "装置", "产线", "生产线", "系统安装", "工艺安装")
"""What a node is called that holds any machine of a project, where none is named after it."""

ALL_WORKS = frozenset({"主体工程", "工程施工", "主体施工", "土建施工", "施工", "工程建设", "项目施工", "建设施工"})
"""Names of nodes that say nothing but that it is built: what is done is done for them."""

CIVIL_WORKS = frozenset({"土建", "土建工程", "土建施工"})
"""Names of nodes that hold what is built from the ground up: 现在打地基."""

NAMED, PART, OF_THE_STAGE = 20, 4, 1


def holder(project: ProjectEntry, work: str, stage: Stage | None = None) -> NodeEntry | None:
    """The one node of a project that a piece of work is part of: 扭王字块 in 防波堤, 钢柱 in 钢结构主体."""
    place = _holder(project.nodes, work, stage)
    return None if place is None else project.nodes[place]


def holds(node: NodeEntry, stage: Stage, work: str = "") -> bool:
    """Whether a piece of work is part of a node."""
    stages, whole = _stages_named(node.name)
    if (whole and node.kind in BUILT_KINDS) or (work and _is_part(node.name, work)):
        return True
    if node.name in ALL_WORKS:
        return stage is not Stage.PREFABRICATION
    if node.kind is NodeKind.UTILITIES and stage in LAID:
        return True  # 三线下地沟槽开挖1.3公里
    if node.kind in KIND_STAGES:
        return stage in (stages or KIND_STAGES[node.kind])
    return stage in stages


def owner_of_work(
    project: ProjectEntry, work: str, stage: Stage, current: NodeEntry | None = None, held: bool = False
) -> NodeEntry | None:
    """The node that a piece of work belongs to while one is spoken of: the one named after it, that one, the stage's.

    `held` tells whether the talk is still of the current node.
    """
    place = _holder(project.nodes, work, None)
    named = None if place is None else project.nodes[place]
    if current is None or not held:
        return named or holder(project, work, stage)
    if work in WORK_VERBS and (named is None or current.kind is named.kind):
        return current
    fit = _fit(current, work, None)
    if named is not None and named is not current and (fit == 0 or fit < NAMED <= _fit(named, work, None)):
        return named
    if holds(current, stage, work) and not _points_away(project, work, current) and not clashes(current.name, (work,)):
        return current
    return named or holder(project, work, stage)


def is_all_of(node: NodeEntry, work: str) -> bool:
    """Whether a piece of work stands for the whole of a node: 挖方 for 疏浚, 立塔 for 铁塔组立."""
    if work in node.name or any(whole in node.name and work in words for whole, words in WHOLE_OF.items()):
        return True
    return len(work) == 2 and work[1] in SITE and work[0] in node.name and work not in STAGED  # 桩打, 塔立


STAGED = ("支架", "吊顶")
"""Things that end in what might be a verb."""


def _points_away(project: ProjectEntry, work: str, current: NodeEntry) -> bool:
    """Whether the front of a word is the thing of another node: 铁塔基础 beside 铁塔组立."""
    thing = work[:2]
    return len(work) > 3 and thing not in current.name and any(thing in node.name for node in project.nodes)


def elsewhere(project: ProjectEntry, work: str, nodes: Sequence[NodeEntry]) -> bool:
    """Whether a piece of work belongs by name to another node than some."""
    owner = holder(project, work)
    return owner is not None and owner not in nodes


LATE = late("就位|到货|接线|吊装|吊上|装完|安装|装好|装了|调试|耐压")
EARLY = late("养护|浇筑|浇|垫层|绑筋|绑扎|支模|拆模|开挖|打桩|成孔|试块")


def cued(node: NodeEntry, around: str) -> bool:
    """Whether the verbs around a word tell the stage of a node: 主变已就位 is the 安装, 主变在养护 the 基础."""
    groups = {GROUPS[stage] for stage in _stages_named(node.name)[0] or KIND_STAGES.get(node.kind, frozenset())}
    late = GROUPS[Stage.FITTING] in groups
    return (late and LATE.search(around) is not None) or (not late and EARLY.search(around) is not None)


@lru_cache(maxsize=32768)
def _holder(nodes: tuple[NodeEntry, ...], work: str, stage: Stage | None) -> int | None:
    scores = [_fit(node, work, stage) for node in nodes]
    most = max(scores, default=0)
    guessed = most == OF_THE_STAGE and work not in nodes[scores.index(most)].name
    if guessed and any(work in node.name for node in nodes if node.kind in WORKS_KINDS):
        return None  # 支架9基 where the plan only has 支架基础: which of the two is not told
    return scores.index(most) if most > 0 and scores.count(most) == 1 else None


def _fit(node: NodeEntry, work: str, stage: Stage | None) -> int:
    """How surely a piece of work belongs to a node; 0 for not at all."""
    if node.kind not in WORKS_KINDS or _tell_apart(node.name, work) or _is_road_to(node.name, work):
        return 0
    if node.kind in BUILT_KINDS:
        if len(work) > 1 and _names(node.name, work) and not _is_cut(node.name, work):
            return NAMED
        if fit := _part_fit(node.name, work):
            return fit
        if (
            stage is None
            and work in MACHINES
            and PART_STAGES.get(work) is Stage.FITTING
            and node.kind is NodeKind.INSTALLATION
        ):
            return OF_THE_STAGE if any(word in node.name for word in EQUIPMENT_NAMES) else 0
    if node.name in ALL_WORKS and stage is not None and stage is not Stage.PREFABRICATION:
        return OF_THE_STAGE
    if node.name in CIVIL_WORKS and (stage in HELD or stage is Stage.EARTH):
        return OF_THE_STAGE
    if stage in HELD and node.kind in KIND_STAGES and stage in (_stages_named(node.name)[0] or KIND_STAGES[node.kind]):
        return OF_THE_STAGE
    return 0


def _names(name: str, work: str) -> bool:
    """Whether a work is in a name as itself."""
    return work in name and names_itself(name, work)


def _is_cut(name: str, work: str) -> bool:
    """水泵 in 取水|泵房: whether a longer thing begins within it."""
    start = name.index(work)
    return any(start < found.start < start + len(work) < found.end for found in STAGE_WORDS.find(name))


def names_itself(name: str, work: str) -> bool:
    """Whether a name speaks of the work that stands in it: 支架基础 is built before the 支架."""
    return work.endswith(FOOTINGS) or not any(work + word in name for word in FOOTINGS)


OPPOSED = (
    (("主管", "主干", "一级", "干管"), ("支管", "立管", "接户", "庭院", "入户", "二级", "楼前", "户内")),
    (("地下",), ("地上", "标准层", "屋面", "封顶")),
    (("室内", "内部"), ("室外", "外墙", "外立面")),
    (("左岸",), ("右岸",)),
    (("上水库", "上库"), ("下水库", "下库")),
    (("上部",), ("下部",)),
    (("变电站", "站内", "主控楼", "换流站", "土建"), ("铁塔", "塔基", "杆塔", "线路")),
)


ROADS = ("道路", "便道", "公路", "检修路", "进场路", "巡检路")
HOUSES = frozenset("站房楼库舍馆舱池塔")
GROUNDS = frozenset("路道场外附配")


def _is_road_to(name: str, work: str) -> bool:
    """吊车道路 is no part of the 升压站建设, where no grounds are told in its name."""
    return work.endswith(ROADS) and not HOUSES.isdisjoint(name) and GROUNDS.isdisjoint(name)


def clashes(name: str, things: Sequence[str]) -> bool:
    """Whether a thing is told apart from what a name tells: 支管 and 主干管."""
    return any(_tell_apart(name, thing) or _is_road_to(name, thing) for thing in things)


@lru_cache(maxsize=16384)
def _tell_apart(name: str, thing: str) -> bool:
    def told(text: str, words: tuple[str, ...], others: tuple[str, ...]) -> bool:
        return any(word in text for word in words) and not any(word in text for word in others)

    return any(
        (told(name, one, other) and told(thing, other, one)) or (told(name, other, one) and told(thing, one, other))
        for one, other in OPPOSED
    )


FOOTINGS = ("基础", "招标", "采购", "预制")


THINGS = frozenset("涵桥隧渠堤坝闸塔缆")
"""What a node is told by where a word of its parts has it, too: 涵洞 are rather of the 桥涵 than of the 路基."""


def _part_fit(name: str, work: str) -> int:
    """The longest word of a name that the work is part of counts, unless the name speaks of another stage only."""
    staged = [(found.word, GROUPS[found.value]) for found in _staged(name) if found.value is not None]
    return max(
        (_fit_of(name, work, whole, GROUPS[at], staged) for whole, at in WHOLES_OF.get(work, {}).items()), default=0
    )


def _fit_of(name: str, work: str, whole: str, own: int, staged: Sequence[tuple[str, int]]) -> int:
    """How surely a work is part of a node by one word of its name."""
    if whole not in name or not (own == 0 or _names(name, whole)):
        return 0
    narrowed = whole not in ACTS_ON_ALL and not _stages_named(name)[1]
    told = {group for word, group in staged if _tells(word, whole)} if narrowed else set()
    if told and own not in told:
        return 0
    shared = any(work[place : place + 2] in name for place in range(len(work) - 1)) or not THINGS.isdisjoint(
        set(work) & set(name)
    )
    return PART + 2 * min(len(whole), 5) - (whole in ACTS_ON_ALL) + (own in {group for _, group in staged}) + 3 * shared


@lru_cache(maxsize=8192)
def parts_under(name: str) -> tuple[str, ...]:
    """All the parts that a node of this name is known to have."""
    wholes = [whole for whole in PARTS_OF if whole in name]
    if any(whole not in ANY_MACHINES for whole in wholes):
        wholes = [whole for whole in wholes if whole not in ANY_MACHINES]
    within = [PARTS_OF[whole] for whole in wholes]
    return tuple(part for part in dict.fromkeys(part for parts in within for part in parts) if _part_fit(name, part))


ANY_MACHINES = frozenset({"设备安装", "设备及", "安装工程"})
"""Wholes that hold any machine; beside a better one they say nothing: 电气设备安装 holds no ropes."""
ACTS_ON_ALL = frozenset({"修缮", "装修", "装饰", "布展", "展陈", "绿化", "复绿", "覆绿"})
"""What is done to all that stands: 构架修缮 is of no stage."""
BODIES = ("主体", "结构", "装修", "装饰")


def _tells(word: str, whole: str) -> bool:
    """Whether a word narrows a node down to a stage of the whole: 桩基 in 码头桩基, not 填筑 in 大坝填筑."""
    if set(word) & set(whole) or whole in WHOLES_OF.get(word, ()):
        return False
    return word not in ACTIONS or word.startswith(BODIES)


def _is_part(name: str, work: str) -> bool:
    return (len(work) > 1 and work in name) or _part_fit(name, work) > 0


GROUND = frozenset({Stage.EARTH, Stage.PILES, Stage.FOOTING})
JOINT = late("[及和与、]")
BARE_ENDS = (
    "修缮",
    "工程",
    "施工",
    "建设",
    "改造",
    "加固",
    "土建",
    "重建",
    "新建",
    "扩建",
    "提升",
    "整治",
    "治理",
    "恢复",
)


@lru_cache(maxsize=8192)
def _staged(name: str) -> tuple[Found[Stage | None], ...]:
    plain = _plain(name)
    return tuple(found for found in STAGE_WORDS.find(plain) if found.value is not None)


@lru_cache(maxsize=8192)
def _stages_named(name: str) -> tuple[frozenset[Stage], bool]:
    """The stages that a name tells, and whether it is a whole thing's: 桥梁工程, 深度处理车间."""
    plain = _plain(name)
    stages = frozenset(found.value for found in _staged(name) if found.value is not None)
    if plain.endswith("基础"):
        stages = GROUND | (stages - {Stage.FRAME, Stage.FITTING} if JOINT.search(plain) is None else stages)
    return stages, plain.endswith(WHOLE_WORKS) and not plain.endswith(STAGED_ENDS)


def _plain(name: str) -> str:
    for end in BARE_ENDS:
        name = name.removesuffix(end)
    return name
