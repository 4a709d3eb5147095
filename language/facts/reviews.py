"""Nodes that are a review by their name (实施方案评审, 消防设计审查): what is only a step to a permit is their end."""

from collections.abc import Sequence

from language.facts.acts import Act, Predicate
from language.facts.said import Said
from language.late import late
from language.report.tokens import Kind

_BY_EXPERTS = late(r"(?:评审|论证|评估|评议|听证)会?$")
"""A node that is called so has ended when the experts agree."""
_BY_OFFICE = late(r"(?:审查|审核|审定)$")
"""A node that is called so has ended when the office has passed it: what its experts say is a step."""
_SMALL = r"(?:已经?|都|也|均|全|顺利|一次性?|一致|正式|终于|总算|刚刚?|昨天|今天|上周)*"
_EXPERTS_PASS = late(
    rf"(?:评审|审查|论证|评估|评议|审核|会审|听证|上会|会上|专家会?|[专评]委|(?<![初预内复])[审评议]){_SMALL}(?<![没未不])(?:通过|(?<!通)过)(?!不|程|来|去|问|期|后|户)"
    r"|(?<![没未不])(?:通过|过)了?[^，。；没未不]{0,6}(?:评审|审查|论证|评估|评议|听证|专家)会?|(?<![没未不])过会了|已过会"
)
_OFFICE_PASSES = late(
    rf"(?<!专家)(?<!技术)(?:审查|审核|审定|(?<![初预内评联])审){_SMALL}(?<![没未不])(?:通过|(?<!通)过)(?!不|程|来|去|问|期|后|户)"
    r"|(?<![没未不])(?:通过|过)了?[^，。；没未不专技初预]{0,6}(?:审查|审核|审定)"
)
_UNDER_WAY = frozenset({Act.STEP, Act.STEPPED, Act.PROGRESS})


def with_passed_review(said: Said, found: Sequence[Predicate]) -> list[Predicate]:
    """What is told, where a review that has been passed is the end of the node, and no step on its way."""
    acts = {each.act for each in found}
    if not acts <= _UNDER_WAY | {Act.DONE} or acts.isdisjoint(_UNDER_WAY):
        return list(found)
    node = next((each for each in reversed(said.tokens) if each.kind is Kind.NODE), None)
    if node is None:
        return list(found)
    names = [each.name for each in node.value.nodes.values()]
    for called, passes in ((_BY_EXPERTS, _EXPERTS_PASS), (_BY_OFFICE, _OFFICE_PASSES)):
        if all(called.search(name) for name in names) and (passed := passes.search(said.text, node.start, said.end)):
            return [Predicate(Act.DONE, passed.start(), passed.end())]
    return list(found)


_PAPERS = ("公告", "文件", "方案", "材料", "报告", "申请")


def of_what_is_to_come(found: Sequence[Predicate], text: str) -> list[Predicate]:
    """招标公告明天挂网: the paper that is to take its step has not taken it."""
    ahead = next((each for each in found if each.act is Act.PLANNED), None)
    if ahead is None:
        return list(found)
    return [
        each
        for each in found
        if each.act is not Act.STEP or each.end > ahead.start or not text.endswith(_PAPERS, each.start, each.end)
    ]
