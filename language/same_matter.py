"""Whether two texts speak of one matter, where no table knows what it is called: a paper, a demand, a trouble."""

import re
from collections.abc import Iterator, Sequence

from language.late import late
from language.names import Lexicon
from language.tokens import cut, frequency
from language.vocabulary_words import node_kinds_in
from models.vocabulary import NodeKind

_OF_ANY = late(
    r"告知承诺制?|承诺(?:事项|制)?|容缺(?:办理|受理|审批)?|补[齐交办正全]|后补|办理|审批|材料|手续|问题|进展|牵头|负责|配合|落实|要求|领导|交办|议定|事项"
    r"|[\d一二三四五六七八九十]+[月日号]|月底|之?前|完成|解决|协调|今天|昨天|已经|目前"
    r"|老?百姓|群众|村民|居民|业主|住户|有关|关于|施工|工程|项目|现场|单位|部门|公司|开始|继续|正在|还有|没有|需要|许可|方案|协议|建设|工作|情况|时间|区里|领导|镇里|村里|本周|下周|上周|明天|进场|昨晚|今早|昨日|今日|我们|他们|这个|那个|大家|目前|现在|可以|不能|影响|推进"
)
SELDOM = 400
"""Of jieba's 60 million words: 材料, 资金 and 道路 are said of everything."""
RUN = 3
"""So many characters in a row say what a thing is (弃渣场, 平面图); two are too often chance."""


def same_matter(first: str, second: str, names: Sequence[str]) -> bool:
    """Whether both hold one run of characters, or one word, that is neither a name nor a word of any ledger."""
    left, right = _plain(first, names), _plain(second[:200], names)
    return not _runs(left).isdisjoint(_runs(right)) or not _words(left).isdisjoint(_words(right))


def shares_word(first: str, second: str, names: Sequence[str]) -> bool:
    """Whether both hold a word of any sort beyond names: enough where only one matter can be meant (进场道路)."""
    left, right = ({word for word in cut(_plain(each, names)) if len(word) > 1} for each in (first, second[:200]))
    return not left.isdisjoint(right)


_STEPS = late(r"施工|工程|建设|项目|办理|手续|审批|主体")
HEAD = 2


def concerns_node(text: str, name: str, kind: NodeKind) -> bool:
    """Whether words that tell what is to be done mean a node: by its sort, or by what its name begins with (用地)."""
    if kind in node_kinds_in(text):
        return True
    head = name[:HEAD] if not _STEPS.match(name) else name[: 2 * HEAD]
    return len(head) >= HEAD and head in text


def names_around(project: str, lexicon: Lexicon) -> Iterator[str]:
    """The names that two messages about one project share whatever they tell: its own, its nodes', the units'."""
    known = lexicon.registry.projects[project]
    yield from (known.name, *known.aliases, *(node.name for node in known.nodes))
    for unit in lexicon.registry.units.values():
        yield from (unit.name, *unit.aliases)


def _plain(words: str, names: Sequence[str]) -> str:
    for name in sorted(names, key=len, reverse=True):
        words = words.replace(name, " ")
    return _OF_ANY.sub(" ", words)


def _runs(plain: str) -> set[str]:
    runs = re.findall(rf"[\u4e00-\u9fff]{{{RUN},}}", plain)
    return {run[at : at + RUN] for run in runs for at in range(len(run) - RUN + 1)}


def _words(plain: str) -> set[str]:
    """The words that are seldom said (围挡, 光缆): whoever says one means the same thing."""
    return {word for word in cut(plain) if len(word) > 1 and 0 < frequency(word) <= SELDOM}
