"""The node a count belongs to where none is named: its unit may tell."""

from language.late import late
from language.report.aim import Target
from language.tables.measures import UNIT_OBJECTS
from language.terms import nodes_of_kind
from language.understanding import Quantity
from models.registry import NodeEntry, ProjectEntry
from models.vocabulary import NodeKind

STOREYS = "层"
GROUND = frozenset({NodeKind.FOUNDATION, NodeKind.ACQUISITION, NodeKind.UTILITIES})
"""What is done before there are storeys."""
BELOW = ("地下", "基础", "下部", "围护")
"""What stands under the ground has no storeys that are counted up."""
HOUSEHOLDS = ("户", "家")
SHEETS = ("个", "张", "份", "项", "件", "枚", "样")
"""What is counted of papers and stamps: 施工许可证差两个盖章."""
TREES = ("棵", "株")
"""What is moved or felled of a node of trees, and no thing beside a paper: 绿化搬迁：香樟移走23棵."""
MOVING_OUT = "搬腾迁"
"""腾房596户, 迁走12户: of the node by which people move out, however that is called."""


def owner_of(
    project: ProjectEntry, node: NodeEntry | None, target: Target, quantity: Quantity, by: str = ""
) -> NodeEntry | None:
    """The node in force, else the one whose things are counted in this unit, else the project (None).

    `by` is the act by which so many are done: 搬了590户 is of the 居民搬离, and not of the 居民签约.
    """
    if (
        quantity.unit == STOREYS
        and (node is None or node.kind in GROUND or node.name.startswith(BELOW))
        and _frame(project) is not None
    ):
        return _frame(project)  # 静压桩压了300根，1号楼到6层
    if node is not None:
        return node
    if quantity.unit == STOREYS:
        return None
    if target.works:
        return None
    clearing = nodes_of_kind(project, NodeKind.ACQUISITION) if quantity.unit in HOUSEHOLDS else ()
    act = by[:1]
    alike = MOVING_OUT if act and act in MOVING_OUT else act
    told = [each for each in clearing if act and any(sign in each.name for sign in alike)]
    if len(told) == 1:
        return told[0]
    things = UNIT_OBJECTS.get(quantity.unit, ())
    for thing in things:
        fitting = [each for each in project.nodes if thing in each.name]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return clearing[0] if len(clearing) == 1 else None


CLEARED_AWAY = late(r"[坟墓碑][^，。；]{0,6}[迁移]|[房屋棚圈舍楼户][^，。；]{0,6}[拆搬腾]")


def clearing_of(project: ProjectEntry, ended: str) -> NodeEntry | None:
    """坟全迁完了，43座: the node of a bare count behind the end of what stood in the way."""
    clearing = nodes_of_kind(project, NodeKind.ACQUISITION) if CLEARED_AWAY.search(ended) else ()
    return clearing[0] if len(clearing) == 1 else None


def _frame(project: ProjectEntry) -> NodeEntry | None:
    """Storeys stand on the main structure, and where there is no such node on the topping-out."""
    frames = [
        each
        for each in nodes_of_kind(project, NodeKind.STRUCTURE)
        if ("主体" in each.name or "结构" in each.name) and not each.name.startswith(BELOW)
    ]
    tops = nodes_of_kind(project, NodeKind.TOPPING_OUT)
    found = frames or tops
    return found[0] if found else None
