"""Other ways to name a node of the plan: words around it, its usual short forms, the order of node and day."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from models.vocabulary import NodeKind
from tests.language.rewording.rewording import Reword, Said

SHORT_FORMS = """
征地拆迁 征拆 征迁 拆迁
施工图审查 图审 施工图设计审查 审图
竣工验收 竣验
环境影响评价 环评
水土保持方案 水保方案 水保
可行性研究报告 可研报告 可研
初步设计 初设
施工许可证 施工许可 施工证
用地预审 土地预审
节能审查 能评 节评
社会稳定风险评估 稳评
林地手续 使用林地
施工招标 施工招投标
管线迁改 管线迁移 管线切改 管线改移
主体封顶 封顶
主体结构 主体
桩基 桩基础
专项债 专债
洪评 防洪评价
取水许可 取水许可证 取水证
文物勘探 文勘 考古勘探
机电安装 机电
工程规划许可证 工规证
用地规划许可证 地规证
交工验收 交验
"""
GROUPS = [line.split() for line in SHORT_FORMS.strip().split("\n")]
GOES_ON = r"(?=$|[，,：: 。；;]|已|正|在|于|还|未|没|尚|全部|完成|完了|批|取得|拿|办|签|受理|累计|预计|计划|目前|通过|挂|开|刚|上周|昨|今|基本|停|卡|剩|做|干|推|等|力争|争取|\d)"
VERBS = frozenset({"start", "topping_out", "completion", "operation"})
PAPERS = frozenset(
    kind.value
    for kind in NodeKind
    if kind.value.endswith(("approval", "permit", "review", "assessment", "transfer", "selection", "design"))
    or kind.value in ("water_soil", "heritage", "forestry")
)
DAY = r"(?:[上本]周[一二三四五六日]|昨天|今天|\d{1,2}月\d{1,2}[日号])"
ENDED = r"(?:已?批复|取得|通过|完成|拿到|办结|中标|封顶|完工)"


class Place(NamedTuple):
    """Where a node of the message is named."""

    start: int
    end: int
    word: str
    node: dict[str, Any]
    plan: list[str]


_KNOWN: dict[tuple[str, str], list[Place]] = {}


def places(said: Said) -> list[Place]:
    """Where nodes are named in full or in short, where clauses begin and behind names and days; looked for once."""
    key = said.id, said.text
    if key not in _KNOWN:
        _KNOWN[key] = _found(said)
    return _KNOWN[key]


def _found(said: Said) -> list[Place]:
    wanted = {each.get("node") for each in said.row["expect"].get("reports", ())}
    names = [
        (hit.start(), hit.end()) for name, _ in said.all_names() for hit in re.finditer(re.escape(name), said.text)
    ]
    ends = {end for _, end in names}
    found: list[Place] = []
    for project in said.registry["projects"]:
        plan = [each["name"] for each in project["nodes"]]
        for node in project["nodes"]:
            if node["id"] in wanted:
                found += _named(said, node, plan, names, ends, found)
    return sorted(found, key=lambda each: each.start)


def _named(
    said: Said, node: dict[str, Any], plan: list[str], names: list[tuple[int, int]], ends: set[int], known: list[Place]
) -> list[Place]:
    group = next((group for group in GROUPS if node["name"] in group), [node["name"]])
    found: list[Place] = []
    for word in sorted(group, key=len, reverse=True):
        for hit in re.finditer(re.escape(word) + GOES_ON, said.text):
            start, end = hit.span()
            taken = [*names, *((each.start, each.end) for each in (*known, *found))]
            if any(start < high and low < end for low, high in taken):
                continue
            before = said.text[:start]
            if start == len(said.mention) or start in ends or re.search(r"[，,：:；;。 \n的了日号]$", before):
                found.append(Place(start, end, word, node, plan))
    return found


def changed(said: Said, put: Callable[[Place], str], papers: bool | None = None, verbs: bool = False) -> str:
    """The text with other words where its nodes are named; of papers only, or of works only."""
    text = said.text
    for place in reversed(places(said)):
        kind = place.node["kind"]
        if (papers is None or papers == (kind in PAPERS)) and (verbs or kind not in VERBS):
            text = text[: place.start] + put(place) + text[place.end :]
    return text


def behind(words: str, papers: bool | None = None) -> Reword:
    """Words behind each node that say nothing more."""

    def put(said: Said, place: Place) -> str:
        follows = said.text[place.end : place.end + 1]
        doubled = (words[-1] in "，：" and follows in "，：: ") or place.word.endswith(("手续", "工作", "工程", "施工"))
        return place.word if doubled else place.word + words

    return lambda said: changed(said, lambda place: put(said, place), papers)


def around(before: str, after: str) -> Reword:
    """Words or marks around each node."""
    return lambda said: changed(said, lambda place: before + place.word + after)


def shortened(which: int) -> Reword:
    """Each node by another of its usual forms, where no other node of the plan bears it."""

    def put(said: Said, place: Place) -> str:
        group = next((each for each in GROUPS if place.word in each), [])
        others = [name for name in place.plan if name != place.node["name"]]
        forms = [each for each in group if each != place.word and not any(each in name for name in others)]
        return forms[which] if which < len(forms) else place.word

    return lambda said: changed(said, lambda place: put(said, place), verbs=True)


def day_first(said: Said) -> str:
    """The day before the node instead of behind it."""
    text = said.text
    for place in reversed(places(said)):
        if found := re.compile(f"({DAY})(?={ENDED})").match(text, place.end):
            if place.start and text[place.start - 1].isdigit():
                continue
            text = text[: place.start] + found[1] + place.word + text[found.end() :]
    return text


REPORTS: dict[str, tuple[Reword, int]] = {
    **{f"N{words}": (behind(words), 93) for words in (
        "这块", "这一块", "那块", "方面", "环节", "工作", "这边", "这个节点", "这项", "目前", "现在", "事项", "的话，", "嘛，", "，",
    )},
    "N呢，": (behind("呢，"), 93),
    **{f"N{words}": (behind(words), 93) for words in ("情况：", "进展：", "：")},
    "N手续": (behind("手续", papers=True), 93),
    "N手续这块": (behind("手续这块", papers=True), 93),
    "N工程": (behind("工程", papers=False), 93),
    **{f"{a}N{b}": (around(a, b), 93) for a, b in (("那个", ""), ("目前", ""), ("“", "”"))},
    **{f"{a}N{b}": (around(a, b), 93) for a, b in (("【", "】"), ("（", "）"))},
    **{f"short {which + 1}": (shortened(which), 93) for which in range(3)},
    "day first": (day_first, 93),
}  # fmt: skip
"""Each way with the share of messages, in percent, that is read as before at least."""
