"""Which node of a plan works belong to that stand in no table: by what they are like, and by what is done to them.

A thing nobody entered is likened to the things that are known to be part of a node, and to the node's name; its head,
the end of the word, says most: 辊道窑 is a 窑炉, 泄水管 a 管. What is done to it tells the trade: what is cast is no
installation. Only what fits one node better than any other is taken for that node's.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from language.belonging import EQUIPMENT_NAMES, FOOTINGS, WORKS_KINDS, clashes, names_itself, parts_under
from language.late import late
from language.node_names import thing_of
from language.tables.measures import UNIT_OBJECTS
from language.tables.parts import MACHINES
from language.tables.trades import CLEARED_THINGS, OF_KIND, OWN, TRADE_VERBS, TRADES_NAMED, Trade
from models.registry import NodeEntry
from models.vocabulary import NodeKind

ASKED = WORKS_KINDS | {NodeKind.UTILITIES, NodeKind.ACQUISITION}
LEAST, LEAST_UNDONE, AHEAD, STILL, CLEAR, FAR = 1.7, 3.0, 0.7, 0.6, 2.0, 3.0
"""How much must speak for a node, and where nothing is said to be done; how much more than for any other; how much
the node in force has ahead; how much more than for the one that a table of parts tells."""
OF_ONE_TRADE, OF_MANY, OF_NONE = 2.3, 1.5, -1.0
"""What a verb says for a node of its trade that no other trade has, or that others have, too; and against any other."""
NAMED_SO, ALONE, COUNTED_SO = 1.0, 0.4, 1.0
"""What a verb says for a node that is named after it: 填 for a 填筑; or that no other node of the plan is built by;
what a unit says for the one node whose things are counted in it."""
BESIDE = 0.6
"""How much of a node is built by the trades that are not its foremost."""

EMPTY = late("工程|施工|作业|现场|主体|结构|安装|设备|改造|建设|项目")
ONE_CHARACTER = 2.0
"""What a thing says that is said by its one character: 路 for a 机耕路."""
BODY_OF = ("体", "身", "子", "系", "道", "群", "堤", "梁")
"""What adds nothing to the one character before it: 渠道 is what a 灌排渠系 is made of, 坝体 a 大坝."""
NO_HEADS = frozenset("面场站工程设体部位段区线")
"""Last characters that many things share."""


def likeliest(
    nodes: tuple[NodeEntry, ...], things: tuple[str, ...], verb: str, current: str, unit: str = ""
) -> NodeEntry | None:
    """The node that things nobody entered belong to; None where two fit as well, or none does."""
    place = _likeliest(nodes, things, verb, current, unit)
    return None if place is None else nodes[place]


def outdoes(nodes: tuple[NodeEntry, ...], things: tuple[str, ...], verb: str, unit: str, owner: NodeEntry) -> bool:
    """Whether so much more speaks for another node than for the one of a table: 看台板吊了 is no 室外运动场."""
    if owner.kind not in ASKED or any(not names_itself(node.name, thing) for thing in things for node in nodes):
        return False
    scores = _scores(nodes, things, verb, unit)
    ahead = max(scores) - scores[nodes.index(owner)]
    other = nodes[scores.index(max(scores))]
    foreign = _fits_trade(owner.name, owner.kind, verb) < 0 or is_done_by(other.name, other.kind, verb)
    if ahead < (CLEAR if foreign else FAR):
        return False
    if _is_named_after(other, verb) and not _is_named_after(owner, verb):
        return _likest(other, things) >= _likest(owner, things)
    return _likest(other, things) > _likest(owner, things)


@lru_cache(maxsize=16384)
def _likeliest(nodes: tuple[NodeEntry, ...], things: tuple[str, ...], verb: str, current: str, unit: str) -> int | None:
    if any(_comes_before(node, thing) or not names_itself(node.name, thing) for thing in things for node in nodes):
        return None
    told = _scores(nodes, things, verb, unit)
    still = 0.0 if any(_is_named_after(node, verb) and node.id != current for node in nodes) else STILL
    scores = [score + still * (node.id == current) for node, score in zip(nodes, told, strict=True)]
    best = max(range(len(nodes)), key=scores.__getitem__, default=None)
    if best is None or scores[best] < (LEAST if verb else LEAST_UNDONE):
        return None
    others = (score for place, score in enumerate(scores) if place != best)
    return best if scores[best] - max(others, default=0.0) >= AHEAD else None


@lru_cache(maxsize=16384)
def _scores(nodes: tuple[NodeEntry, ...], things: tuple[str, ...], verb: str, unit: str) -> tuple[float, ...]:
    """How much speaks for each node of a plan: what it is made of, what is done to it, what it is counted in."""
    trades = [_fits_trade(node.name, node.kind, verb) if node.kind in ASKED else 0.0 for node in nodes]
    if max(trades, default=0.0) <= 0 and not _tears_down(verb):
        trades = [0.0] * len(nodes)  # what no node of the plan is built by tells none from another
    alone = bool(unit) and sum(fit >= OF_MANY for fit in trades) == 1
    objects = UNIT_OBJECTS.get(unit, ())
    counted = [node.kind in ASKED and any(word in node.name for word in objects) for node in nodes]
    by_unit = COUNTED_SO * (sum(counted) == 1)
    return tuple(
        0.0
        if clashes(node.name, things)
        else _speaks_for(node, things, verb) + fit + ALONE * (alone and fit >= OF_MANY) + by_unit * so
        for node, fit, so in zip(nodes, trades, counted, strict=True)
    )


def _comes_before(node: NodeEntry, thing: str) -> bool:
    """铁塔基础 beside 铁塔组立: what is built before a node is no part of it, nor of any other."""
    foot = next((word for word in FOOTINGS if thing.endswith(word)), "")
    own = thing.removesuffix(foot)[-2:]
    return len(own) > 1 and bool(foot) and own in node.name and foot not in node.name and node.kind in WORKS_KINDS


def _speaks_for(node: NodeEntry, things: Sequence[str], verb: str) -> float:
    if node.kind not in ASKED:
        return 0.0
    return _likest(node, things) + NAMED_SO * _is_named_after(node, verb)


NO_VERBS = late(r"换热|支架|钢架|桁架|网架|屋架|排架|构架|框架|安置|平台|安防|挂网|铺装(?=层)")
"""Things whose names hold the character of a verb."""


def _likest(node: NodeEntry, things: Sequence[str]) -> float:
    return max((_like(node.name, node.kind, thing) for thing in things), default=0.0)


def _is_named_after(node: NodeEntry, verb: str) -> bool:
    return bool(verb) and verb[0] in NO_VERBS.sub("", node.name) and node.kind in ASKED


def _tears_down(verb: str) -> bool:
    """What is torn down is old, and none of what is built."""
    return TRADE_VERBS.get(verb, {}).get(Trade.WRECKING) == OWN


def _fits_trade(name: str, kind: NodeKind, verb: str) -> float:
    """What a verb says for a node, or against it."""
    trades = TRADE_VERBS.get(verb)
    if not trades:
        return 0.0
    most = max((trades.get(trade, 0.0) * weight for trade, weight in _trades_of(name, kind).items()), default=0.0)
    return most * (OF_ONE_TRADE if len(trades) == 1 else OF_MANY) if most else OF_NONE


def is_never_done(name: str, kind: NodeKind, verb: str) -> bool:
    """Whether a verb is some trade's own, and of none that builds a node."""
    if kind not in ASKED or not any(word in name for word in TRADES_NAMED):
        return False
    return OWN in TRADE_VERBS.get(verb, {}).values() and _fits_trade(name, kind, verb) < 0


def is_done_by(name: str, kind: NodeKind, verb: str) -> bool:
    """Whether a verb is the own one of the foremost trade that builds a node."""
    trades = _trades_of(name, kind)
    return kind in ASKED and any(
        weight == OWN == trades.get(each) for each, weight in TRADE_VERBS.get(verb, {}).items()
    )


@lru_cache(maxsize=4096)
def _trades_of(name: str, kind: NodeKind) -> Mapping[Trade, float]:
    """The trades that build a node, and how much of it."""
    named = [trades for word, trades in TRADES_NAMED.items() if word in name] or [OF_KIND.get(kind, ())]
    found: dict[Trade, float] = {}
    for trades in named:
        for place, trade in enumerate(trades):
            found[trade] = max(found.get(trade, 0.0), BESIDE if place else 1.0)
    return found


@lru_cache(maxsize=32768)
def _like(name: str, kind: NodeKind, thing: str) -> float:
    """How much a thing is like a node's name, and like what is known to be part of it."""
    if kind is NodeKind.ACQUISITION:
        return 2.0 if thing.endswith(CLEARED_THINGS) else 0.0
    if len(thing) == 1:
        if thing in name and thing not in NO_HEADS:
            return ONE_CHARACTER
        return HEAD_ALIKE if any(part.endswith(thing) for part in parts_under(name)) else 0.0
    by_name, by_parts = _like_name(name, thing), _like_parts(name, kind, thing)
    return max(by_name, by_parts) + 0.5 * min(by_name, by_parts)


def _like_name(name: str, thing: str) -> float:
    core, thing = EMPTY.sub("", thing_of(name)) or EMPTY.sub("", name), EMPTY.sub("", thing)
    if not core or not thing:
        return 0.0
    if thing in name or core in thing:
        return 4.0 if names_itself(name, thing) else 0.0
    if any(thing[place : place + 2] in core for place in range(len(thing) - 1)):
        return 3.0
    if len(thing) == 2 and thing[1] in BODY_OF and thing[0] in core and thing[0] not in NO_HEADS:
        return 3.0
    if thing[-1] in core and thing[-1] not in NO_HEADS:
        return 1.8 if core.endswith(thing[-1]) else 1.4
    return 0.8 if any(char in core for char in thing) else 0.0


def _like_parts(name: str, kind: NodeKind, thing: str) -> float:
    """How much a thing is like the part that it is most like; many that are like it say a little more."""
    alike = [_alike(thing, part) for part in parts_under(name)]
    found = _summed(alike)
    if thing[-1] in MACHINE_ENDS and kind is NodeKind.INSTALLATION and any(each in name for each in EQUIPMENT_NAMES):
        found = max(found, 0.8 * _like_machines(thing))
    return found


@lru_cache(maxsize=8192)
def _like_machines(thing: str) -> float:
    return _summed([_alike(thing, machine) for machine in MACHINES])


def _summed(alike: Sequence[float]) -> float:
    return max(alike, default=0.0) + 0.15 * min(4, sum(each >= HEAD_ALIKE for each in alike))


MACHINE_ENDS = frozenset("机泵阀柜炉罐器灯变屏箱仪缸舱窑釜槽线")
HEAD_ALIKE, HEAD_WITHIN = 1.2, 0.9
BY_END = (0.0, HEAD_ALIKE, 3.0, 3.6, 3.8)
"""How alike two things are by how many characters both end in."""


def _alike(thing: str, part: str) -> float:
    if thing == part:
        return 4.0
    end = 0
    while end < min(len(thing), len(part)) and thing[-1 - end] == part[-1 - end]:
        end += 1
    found = BY_END[min(end, 4)]
    if len(part) > 1 and part in thing:
        return max(found, 3.5 if thing.endswith(part) else 2.4)
    if len(thing) > 1 and thing in part:
        return max(found, 2.6)
    if any(thing[place : place + 2] in part for place in range(len(thing) - 1)):
        return max(found, 2.2)
    return max(found, HEAD_WITHIN if thing[-1] in part and thing[-1] not in NO_HEADS else 0.0)
