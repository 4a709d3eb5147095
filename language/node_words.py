"""What a plan node may be called, by its name and by its kind."""

from functools import lru_cache

from language.belonging import WORKS_KINDS
from language.late import late
from language.node_names import KIND_WEIGHT, name_keys, split_verb
from language.vocabulary_words import NODE_KIND_WORDS
from models.vocabulary import NodeKind

MORE_WORDS = {
    NodeKind.START: ("开工令", "开工仪式", "奠基"),
    NodeKind.UTILITIES: ("电缆", "光缆", "杆线", "线杆", "电杆", "高压线", "管线", "电力线"),
    NodeKind.LAND_TRANSFER: ("挂牌", "的地", "地", "那块地", "这块地", "土地"),
    NodeKind.CONSTRUCTION_PERMIT: ("许可", "的证"),
    NodeKind.PLANNING_PERMIT: ("许可", "的证"),
    NodeKind.TENDER: ("施工单位", "总包单位", "中标通知书"),
    NodeKind.DRAWING_REVIEW: ("图纸",),
    NodeKind.PRELIMINARY_DESIGN: ("图纸",),
}
BARE_ENDS = ("投了", "投的", "并了", "并的")
"""An end that is said by the front of its verb, right behind a day: 9月28号就投了."""
NO_NODES = frozenset({"交钥匙"})


@lru_cache(maxsize=8192)
def node_words(name: str, kind: NodeKind) -> tuple[tuple[str, int], ...]:
    """What a node may be called, with how much each way says."""
    if kind is NodeKind.TOPPING_OUT:
        return (*name_keys(name), *((word, KIND_WEIGHT) for word in NODE_KIND_WORDS[kind].split()))
    if kind in WORKS_KINDS:
        return name_keys(name)
    words = (*NODE_KIND_WORDS.get(kind, "").split(), *MORE_WORDS.get(kind, ()))
    if kind is NodeKind.OPERATION:
        words = (*words, *(said for said in BARE_ENDS if said[0] in name))
    if kind is NodeKind.START:
        words = (*words, *(split for word in words for split in split_verb(word)))  # 破的土
    usual = ((word, KIND_WEIGHT) for word in words if word not in NO_NODES and not _is_special(word, name, kind))
    own = (each for each in name_keys(name) if each[0] != "完工" or kind is not NodeKind.ACCEPTANCE)
    return (*own, *usual)  # 清淤完工了 is not yet its 完工验收


RUNS = {
    "通车": late(r"发电|并网|投产|供[水热气电]|通[水气]|开[园学业馆]|试生产|点火"),
    "并网": late(r"通车|供[水热气]|通[水气]|开[园学业馆]|入住|交房"),
    **dict.fromkeys(
        ("送电", "通电", "供电", "受电"), late(r"通车|供[水热气暖]|通[水气航]|出水|开[园学业馆诊街市]|入住|交房|启用")
    ),
    **dict.fromkeys(
        ("通水", "供水"), late(r"通车|供[热气暖电]|通[气电航]|并网|送电|发电|开[园学业馆诊街市]|入住|交房")
    ),
    **dict.fromkeys(
        ("通气", "供气"), late(r"通车|供[热水暖电]|通[水电航]|并网|送电|发电|开[园学业馆诊街市]|入住|交房")
    ),
}
"""What is never said of the beginning of some works: a power station is not opened to traffic."""
SPECIAL = ("蓄水", "特种", "消防", "环保", "人防", "节能", "档案", "防雷", "水保", "气象")


def _is_special(word: str, name: str, kind: NodeKind) -> bool:
    """消防验收 is not the 竣工验收, nor 消防设计审查 the 施工图审查."""
    if kind is NodeKind.PROJECT_APPROVAL:
        return any(own in name and other in word for own, other in RIVALS)
    if kind is NodeKind.ENVIRONMENTAL_ASSESSMENT:
        return word.startswith("排污") and "排污" not in name
    if kind is NodeKind.PLANNING_PERMIT:
        return any(word.startswith(own) and cue not in name and other in name for own, cue, other in SITE_OR_WORKS)
    if kind is NodeKind.INDUSTRY_REVIEW:
        own = [field for field in FIELDS if any(cue in word for cue in field)]
        known = any(cue in name for field in FIELDS for cue in field)
        return bool(own) and known and not any(cue in name for field in own for cue in field)
    if kind is NodeKind.OPERATION:
        return word in RUNS and RUNS[word].search(name) is not None
    if kind not in (NodeKind.ACCEPTANCE, NodeKind.DRAWING_REVIEW):
        return False
    if word.startswith(("竣工", "交工", "完工")):
        return name.startswith(SPECIAL)
    return word.startswith(SPECIAL) and word[:2] not in name


SITE_OR_WORKS = (
    (("地规", "用地", "建设用地"), "用地", "工程"),
    (("工规", "工程", "建设工程"), "工程", "用地"),
)
"""Of the two planning permits: how the one begins that is never said of the other, and the words of both names."""
FIELDS = (
    ("社稳", "稳评", "社会稳定"),
    ("压覆", "压矿"),
    ("涉铁", "铁路", "接轨"),
    ("移民",),
    ("涉路", "公路", "高速"),
    ("交评", "交通影响"),
    ("岸线",),
    ("净空",),
    ("倾倒",),
    ("地灾", "地质灾害"),
    ("地震",),
    ("气候",),
    ("航评", "通航", "航道", "涉航"),
    ("接入", "接网"),
    ("安全", "安评", "安审"),
    ("路由",),
    ("人防",),
    ("风景", "景区"),
    ("防疫", "动防"),
)
"""What an industry's review is of, each as people say it: 航评 is no 岸线批复."""
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
