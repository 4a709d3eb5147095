"""What people make of the name of a plan node: its parts, its thing, its act, and how much each of them says."""

import re
from collections.abc import Iterable
from functools import lru_cache

from language.tables.names_of_works import ACTIONS, HEADS, NEVER_ALONE, SEPARABLE, SYNONYMS
from language.tables.synonyms import SAYINGS_OF_PLANS
from language.trade_words import SORTS, table
from language.words import listed

FIGURES = frozenset("0123456789")
NAME_WEIGHT = 4
KIND_WEIGHT = 3
PIECE_WEIGHT = 2
WEAK_WEIGHT = 1


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
    for key in [each for each in keys if each[:1] in FIGURES and each[1:2] in ("号", "#")]:
        keys.setdefault(key[0] + ("#" if key[1] == "号" else "号") + key[2:], keys[key])
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
    if part.endswith("招标") and len(part) > 2:
        yield part.removesuffix("招标") + "标", NAME_WEIGHT
    for split in split_verb(part):
        yield split, NAME_WEIGHT
    action, thing = _action(part), thing_of(part)
    if (plant := WHAT_FOR.sub("", thing)) != thing and len(plant) > 2:
        yield plant, NAME_WEIGHT
        yield plant + action, NAME_WEIGHT
    yield thing, NAME_WEIGHT
    yield action, NAME_WEIGHT
    if whole := next((word for word in OF_ONE_PIECE if thing.endswith(word)), ""):
        yield whole, NAME_WEIGHT
        return
    if head := next((word for word in ALL_HEADS if thing.endswith(word) and thing != word), ""):
        yield head + action, NAME_WEIGHT
        yield head, NAME_WEIGHT
        if len(head) == 1 and thing[-2] in SIZES:
            yield thing[-2:], NAME_WEIGHT  # 大桥 of the 柳河大桥
        if head != "基础":
            yield thing.removesuffix(head), WEAK_WEIGHT
    elif len(thing) > 3:
        yield thing[-2:] + action, NAME_WEIGHT
        yield thing[2:] + action, NAME_WEIGHT
        if action:
            yield thing[:2] + action, NAME_WEIGHT
        yield thing[-2:], WEAK_WEIGHT
        yield thing[:2], WEAK_WEIGHT


WHAT_FOR = re.compile(
    "(?<=[\u4e00-\u9fff]{2})(?:处理|处置|转运|提升|加压|调蓄|储存|存储|交易|接待|检测|监测|收集|焚烧|净化|分拣|集散)"
    "(?=[站厂楼房池库塔场室]$)"
)
"""What a plant is for, which people leave out: 污水处理站 is the 污水站."""
SIZES = frozenset("大主特高旧老新便栈")
"""What is said with a thing of one character as one word: 大桥, 主楼, 高塔."""
OF_ONE_PIECE = ("桩基础",)
"""Things that are not meant by the word they end in."""
SORTS_OF_WORKS = sorted((word for word in table(SORTS) if len(word) > 1), key=len, reverse=True)
ALL_HEADS = (*HEADS, *(word for word in SORTS_OF_WORKS if word not in HEADS))
"""Things that a name may end in, the longer first where they are sorts of works."""


def _stretches(part: str) -> Iterable[str]:
    """Every three characters and more of a thing, or its front and its head: 排海管 of 尾水排海管道, 水肥设施."""
    thing = thing_of(part)
    for length in range(3, len(thing)):
        for start in range(len(thing) - length + 1):
            yield thing[start : start + length]
    if len(thing) > 5:
        yield thing[:2] + thing[-2:]


def thing_of(part: str) -> str:
    """What a part of a name names, without what is done to it."""
    return part.removesuffix(_action(part))


def _action(part: str) -> str:
    return next((word for word in ACTIONS if part.endswith(word)), "")


def split_verb(part: str) -> tuple[str, ...]:
    """A two-character act with 了, 的 or 过 in it: 开了工, 并的网."""
    verb = part[-2:]
    return tuple(f"{verb[0]}{between}{verb[1]}" for between in ("了", "的", "过", "不了")) if verb in SEPARABLE else ()


BESIDE_THE_MAIN = frozenset(
    listed("软基处理 地基处理 软基加固 地基加固 附属 附属工程 附属设施 附属配套 配套 配套工程 配套设施 其他")
)
"""What is joined to works that are the node themselves: 路基及软基处理."""


def is_half(name: str, said: str) -> bool:
    """Whether only one of the things is said that a name joins."""
    parts = [part for part in re.split(r"[及和与]", name) if part]
    if parts[-1] in BESIDE_THE_MAIN and _stem(parts[0]) in said:
        return False
    return (
        len(parts) == 2
        and min(len(part) for part in parts) > 1
        and any(_stem(part) in said or said in part for part in parts)
        and not all(any(_stem(form) in said for form in _said_otherwise(part)) for part in parts)
    )


def _stem(part: str) -> str:
    action = next((word for word in ACTIONS if part.endswith(word) and len(word) < len(part)), "")
    return part.removesuffix(action)[:2]
