"""Which words give way where they overlap: a node's name, a longer word for works, a date, a small word."""

import re
from collections.abc import Collection, Sequence

from language.belonging import holds
from language.dates import find_dates
from language.late import late
from language.procedures import PROCEDURE_KINDS, PROCEDURE_WORDS
from language.report.lexing import PLACE, Lexed
from language.report.small_words import MARK_WORDS, mark_at
from language.report.tokens import Kind, Token
from language.tables.deeds import SITE
from language.tables.marks import Mark

OF_WORKS = frozenset({Kind.WORK, Kind.PART})
OUTLASTS = frozenset({Mark.DONE_PAST, Mark.AWARD})
"""An end that goes on behind a node's name: 施工招标中标单位确定了."""
SMALL = frozenset({Mark.PERFECT, Mark.NOT, Mark.ALL})


def without_nodes(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a stretch that names no node."""
    kept = [token for token in tokens if token.kind is not Kind.PROJECT]
    kinds = {token.kind for token in kept}
    if OF_WORKS.isdisjoint(kinds):
        return kept
    rest = _without_inner(kept)
    return _without_split(rest) if Kind.NUMBER in kinds else rest


def settled(lexed: Lexed, tokens: Sequence[Token], nodes: list[Token], compounds: Sequence[Token]) -> list[Token]:
    """The nodes of a stretch with its other tokens, in order, where of those that overlap one has given way."""
    nodes = [node for node in nodes if not any(_overlap(node, each) for each in compounds)]
    nodes = [
        node
        for node in nodes
        if not any(_swallows(each, node) or _enters(each, node) or _is_a_step(each, node) for each in tokens)
    ]
    named = [each for each in tokens if each.kind is Kind.PROJECT and not each.value.of_node]
    nodes = [node for node in nodes if not any(_inside(node, each) for each in named)]
    behind = [*_marks_behind(lexed, tokens, nodes), *_marks_before(lexed.text, tokens, nodes)]
    tokens = [each for each in tokens if each.kind is not Kind.MARK or not any(_overlap(each, one) for one in behind)]
    tokens = [*tokens, *behind]
    rest = _without_dates_inside(lexed, [token for token in tokens if token.kind is not Kind.PROJECT], nodes)
    rest = [each for each in rest if each.kind is not Kind.WORK or not any(_inside(each, one) for one in compounds)]
    rest = _without_inner([token for token in (*rest, *compounds) if not _covered(token, nodes)])
    rest = [_as_end_below(lexed.text, token, nodes) for token in rest]
    return _without_split(sorted((*nodes, *rest), key=PLACE))


def _as_end_below(text: str, token: Token, nodes: Sequence[Token]) -> Token:
    """地下室出正负零: what is built below the ground has ended where it comes out of it."""
    if token.value is not Mark.PART or token.text not in OUT_OF_THE_GROUND:
        return token
    before = [node for node in nodes if node.end <= token.start]
    if before and OF_ONE_AREA.search(text, before[-1].end, token.start):
        return token
    below = bool(before) and all(each.name.startswith(BELOW_GROUND) for each in before[-1].value.nodes.values())
    return Token(token.start, token.end, token.kind, token.text, Mark.DONE) if below else token


OUT_OF_THE_GROUND = frozenset({"出正负零", "出地面", "出零米"})
OF_ONE_AREA = late(r"[\dA-Za-z一二三四五六七八九十东西南北中][号#]?[区段块片侧楼栋幢]|部分|局部")
BELOW_GROUND = ("地下", "负一", "负二", "地库", "基坑")


def _without_split(tokens: list[Token]) -> list[Token]:
    """支架9座基础: the first half of a node's name, before the number of its things, names nothing by itself."""
    split = {
        place
        for place, (one, number, node) in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False))
        if (one.kind, number.kind, node.kind) == (Kind.WORK, Kind.NUMBER, Kind.NODE)
        and number.start - one.end <= 1 >= node.start - number.end
        and any(one.text + node.text in each.name for each in node.value.nodes.values())
    }
    places = range(1, len(tokens))
    counted = {place for place in places if _is_counted_thing(tokens, place) or _is_paperwork(tokens, place)}
    return [token for place, token in enumerate(tokens) if place not in split | counted]


def _is_paperwork(tokens: Sequence[Token], place: int) -> bool:
    """土地征转组件, 林地还在组件: what is put together for a permit is paper and no works."""
    thing = tokens[place]
    if thing.kind is not Kind.WORK or thing.text != "组件":
        return False
    under_way = tokens[place - 1].value is Mark.PROGRESS and tokens[place - 1].end == thing.start
    permit = tokens[place - 1 - (under_way and place > 1)]
    if permit.kind is not Kind.NODE or thing.start - permit.end > (2 if under_way else 0):
        return False
    return all(node.kind in PROCEDURE_KINDS for node in permit.value.nodes.values())


def _is_counted_thing(tokens: Sequence[Token], place: int) -> bool:
    """8台储罐已立6台: a thing between two numbers of one unit is what both count."""
    number, thing = tokens[place - 1], tokens[place]
    if thing.kind is not Kind.WORK or number.kind is not Kind.NUMBER or number.end != thing.start:
        return False
    behind = [token for token in tokens[place + 1 : place + 4] if token.kind is not Kind.MARK]
    return bool(behind) and behind[0].kind is Kind.NUMBER and behind[0].value.unit == number.value.unit is not None


def _without_dates_inside(lexed: Lexed, tokens: Sequence[Token], nodes: Sequence[Token]) -> list[Token]:
    """本周一级管网: a date that runs into a node's name is cut short."""
    kept: list[Token] = []
    for token in tokens:
        inside = next((node for node in nodes if token.start < node.end and node.start < token.end), None)
        if token.kind is not Kind.DATE or inside is None:
            kept.append(token)
            continue
        if token.start < inside.start and not inside.value.weak:
            spans = find_dates(lexed.text[token.start : inside.start], lexed.now, lexed.festivals)
            kept += [
                Token(token.start + span.start, token.start + span.end, Kind.DATE, span.text, span) for span in spans
            ]
    return kept


def _gives_way(node: Token, other: Token) -> bool:
    return _swallows(other, node) or _enters(other, node) or _is_a_step(other, node)


def _swallows(work: Token, node: Token) -> bool:
    """Whether a node's name is only part of a longer word for other works: 屋面 in 屋面梁."""
    if work.kind is not Kind.WORK or work.value is None or not _inside(node, work):
        return False
    return not all(holds(each, work.value) for each in node.value.nodes.values())


def _is_a_step(mark: Token, node: Token) -> bool:
    """资格预审 ends in 预审: a step of something else whose word ends like a node's."""
    return (
        mark.kind is Kind.MARK
        and mark.value is Mark.STEP
        and mark.start < node.start
        and mark.end == node.end
        and not any(mark.text in each.name for each in node.value.nodes.values())
    )


def _enters(mark: Token, node: Token) -> bool:
    """进了拆除队: those who do it have come, and it is not told of itself."""
    return mark.kind is Kind.MARK and mark.text.startswith("进了") and _inside(node, mark)


def _marks_behind(lexed: Lexed, tokens: Sequence[Token], nodes: Sequence[Token]) -> list[Token]:
    """用海预审批了: the word that was read across a name's end gives way to the one behind it."""
    taken = {token.start for token in tokens}
    return [each for node in nodes if node.end not in taken for each in mark_at(lexed.text, node.end)]


def _marks_before(text: str, tokens: Sequence[Token], nodes: Sequence[Token]) -> list[Token]:
    """已下达 where 下达 is a node: the word that was read across a name's start gives way to the one before it."""
    taken = {place for token in tokens if token.kind is Kind.MARK for place in (token.start, token.end)}
    return [
        *(
            Token(hit.start, hit.end, Kind.MARK, hit.word, hit.value)
            for node in nodes
            for token in tokens
            if token.kind is Kind.MARK and token.start < node.start < token.end <= node.end
            for hit in MARK_WORDS.find(text, token.start, node.start)
            if hit.value in SMALL
        ),
        *(
            Token(busy.start(1), node.start, Kind.MARK, busy[1], Mark.PROGRESS)
            for node in nodes
            if (busy := _is_at_it(text, node, taken)) is not None
        ),
    ]


BUSY = late(
    r"(?<![存现所实卡堵停放压挂集中要落处摆点难设建立坐住摔躺耗出差贵关键心力题等站守留])"
    rf"(在[{''.join(sorted(SITE | frozenset('做干弄搞办')))}]?)$"
)
TURNED_TO = late(rf"(?<![不没未别想要能会得该再])([{''.join(sorted(SITE))}])$")
AT_ITS_END = late(r"(?:工作|作业|施工)?[中呢了]*(?:[，。；、！\s]|$)")


def _is_at_it(text: str, node: Token, taken: Collection[int]) -> re.Match[str] | None:
    """客专在铺轨, 体育场在铺草坪: a node's name that is a verb, or what is done to it, tells that it is being done."""
    if text.startswith("呢", node.end) and (busy := TURNED_TO.search(text, max(0, node.start - 2), node.start)):
        return busy  # 铺跑道呢
    if node.start in taken or "在" not in text[max(0, node.start - 2) : node.start]:
        return None
    if AT_ITS_END.match(text, node.end) is None:
        return None
    busy = BUSY.search(text, max(0, node.start - 3), node.start)
    return busy if busy is not None and (len(busy[1]) > 1 or _is_deed(node.text)) else None


BEGIN_DEEDS = SITE | frozenset("整通供并投试封合布分入打组搬征拆验招评审装安办跑做走报批搞弄")
END_DEEDS = frozenset("装验收改迁拆建设修植栽种铺架吊立掘进挖填筑浇试审评标盖整形平征搬签造入流")


def _is_deed(word: str) -> bool:
    """架线, 装修, 设备搬入: a node's name that is a verb, or ends in one; 清水池 and 护坡 are things."""
    return (len(word) == 2 and word[0] in BEGIN_DEEDS and word not in ("支架", "清单")) or word[-1] in END_DEEDS


def _overlap(one: Token, other: Token) -> bool:
    return one.start < other.end and other.start < one.end


def _covered(token: Token, nodes: Sequence[Token]) -> bool:
    """Whether a word is part of a node's mention."""
    for node in nodes:
        if token.start < node.end and node.start < token.end:
            if token.kind is Kind.WORK and node.start < token.start and _of_its_kind(token, node):
                return True
            act_comes_first = node.value.act and node.start < token.start
            if token.kind is Kind.WORK and not act_comes_first and not _inside(token, node) and token.text != node.text:
                continue
            if token.kind is Kind.MARK and token.end > node.end and token.value in OUTLASTS:
                continue
            return True
    return False


def _of_its_kind(word: Token, node: Token) -> bool:
    """建设|用地批文: a word for the procedure of a node that runs on behind its name."""
    kinds = {each.value for each in PROCEDURE_WORDS.find(word.text)}
    return all(each.kind in kinds for each in node.value.nodes.values())


def _without_inner(words: Sequence[Token]) -> list[Token]:
    """Small words inside longer words of works are none (施工 in 基础施工), nor works across their ends (进|行车)."""
    amid = {place for token in words if token.kind is Kind.MARK for place in range(token.start + 1, token.end)}
    works = [token for token in words if token.kind in OF_WORKS and token.start not in amid]
    over: dict[int, list[Token]] = {}
    for work in works:
        for place in range(work.start, work.end):
            over.setdefault(place, []).append(work)
    return [
        each
        for each in words
        if not (each.kind is Kind.MARK and any(_inside(each, work) for work in over.get(each.start, ())))
        and not (each.kind in OF_WORKS and each.start in amid)
        and not (each.kind is Kind.WORK and len(each.text) == 1 and _ends_part(each, over.get(each.start, ())))
    ]


def _ends_part(thing: Token, works: Sequence[Token]) -> bool:
    """清到三号|坝: a thing of one character that a number tells apart is the part it ends, no works of its own."""
    return any(each.kind is Kind.PART and each.end == thing.end and _inside(thing, each) for each in works)


def _inside(token: Token, work: Token) -> bool:
    return work.start <= token.start and token.end <= work.end and work.end - work.start > token.end - token.start
