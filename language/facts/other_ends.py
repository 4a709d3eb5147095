"""Whose end it is: of a thing, a step, a part or a paper beside the node that is named, and not the node's own."""

from language.belonging import PERMITS
from language.facts.acts import Act
from language.facts.end_words import (
    A_STAGE,
    ACTS_OF_A_DAY,
    AGENT,
    AHEAD_OF_IT,
    ARRIVES,
    BESIDE_IT,
    BROKE,
    CALLED_GRANTED,
    CHOSEN,
    CLEARED,
    CLOSED,
    ENDING,
    EXPERTS,
    FINISHED,
    HAN,
    HELD_GOODS,
    ITS_PAPERS_OWN,
    LED_TO,
    MENDED,
    MENDING,
    MENDS,
    MONEY_OWED,
    NO_OTHER,
    ONE_SORT,
    ONE_STAGE,
    PASSED,
    REMARKED_ON,
    REMARKS,
    REVISED,
    SEEN_THROUGH,
    SOME,
    STRETCH_ENDS,
    STUDIED,
    SUM_DUE,
    TERM,
    WORKED_AT,
    WORKED_OUT,
    WORKS_PAPERS,
    WRITTEN_OR_WEIGHED,
)
from language.facts.papers import ON_PAPER
from language.facts.said import Said, is_mark, kinds_of, without_tail
from language.late import late
from language.report.tokens import Kind, Token
from language.tables.marks import Mark
from models.vocabulary import NodeKind

TENDER_PAPER = late(r"的?(?:文件|方案|条件|公告|清单|计划|范围|代理|答疑)")
"""招标文件已备案, 招标方案核准了: a paper that a tender begins with is granted, and nobody has won."""


def end_of_another(said: Said, token: Token) -> Act:
    """报名结束 is a step of a tender; 青苗清完了, 垫层浇完了 are parts that tell nothing of the whole."""
    node = said.node_before(token)
    return Act.STEPPED if node is not None and kinds_of(node) <= ON_PAPER else Act.PARTLY_DONE


def of_another(said: Said, token: Token, place: int) -> bool:
    """开工手续办完了, 通车演练完成: what is named between the node and the end is what has ended."""
    node = said.node_before(token)
    if node is None or Mark.EXCEPT in said.small:
        return False
    if AHEAD_OF_IT.fullmatch(said.text, node.end, token.start):
        return True  # 上线前压测做完了
    if kinds_of(node) & PERMITS and not token.text.startswith(WORKED_OUT):
        return False
    begin = max(node.end, without_tail(node))
    if ITS_PAPERS_OWN.match(said.text, without_tail(node), node.end + 2) and kinds_of(node) <= ACTS_OF_A_DAY:
        return True  # 开工手续办完了
    rest = said.text[begin : token.start]
    if len(rest) < 2 or "，" in rest:
        return False
    for each in reversed(said.tokens[:place]):
        if each.start < begin:
            break
        if each.kind not in (Kind.MARK, Kind.DATE):
            return False
        rest = rest[: each.start - begin] + " " + rest[each.end - begin :]
    named = {sign for each in node.value.nodes.values() for sign in each.name}
    if (stage := A_STAGE.fullmatch(rest.strip())) is not None:
        return named.isdisjoint(stage["stage"])  # 分输站土建完: the rest of a plant is still to be built
    rest = NO_OTHER.sub(" ", NO_OTHER.sub(" ", rest))  # 卸载成功: the verb stands at the end only then
    return len(HAN.findall(rest)) >= 2 and (named.isdisjoint(rest) or _a_thing_of_its_own(rest, named))


def _a_thing_of_its_own(rest: str, named: set[str]) -> bool:
    """定向钻导向孔打通: a thing that shares a character with the node, and not the one that it ends in."""
    words = rest.split()
    return len(words) == 1 and len(words[0]) >= 3 and words[0][-1] not in named and words[0][:2].isalpha()


def of_one_stretch(said: Said, token: Token) -> bool:
    """青苗补偿双河镇段谈完: the end of a stretch is none of the whole."""
    found = STRETCH_ENDS.search(said.text, max(said.start, token.start - 8), token.start)
    if found is None:
        return False
    at = found.start("stretch")
    return not any(each.start <= at < each.end for each in said.tokens if each.kind is not Kind.MARK)


def of_some(said: Said, token: Token) -> bool:
    """电力的迁完了: of some of them, which are named by nothing but what they are."""
    found = SOME.search(said.text, max(said.start, token.start - 6), token.start)
    if found is None:
        return False
    owner = said.text[: found.start(1)]
    return not any(each.end == len(owner) for each in said.tokens)


def of_agent(said: Said, token: Token) -> bool:
    """环评单位定了: whoever is to do it has been found, nothing is done; that of a tender is its end."""
    found = AGENT.search(said.text, max(said.start, token.start - 6), token.start)
    return found is not None and not said.text.endswith(CHOSEN, 0, found.end(1))


def of_a_thing(said: Said, place: int) -> bool:
    """Whether the ending is told of something beside the works: 设备订货完成, 资料齐了."""
    for before in reversed(said.tokens[:place]):
        if before.kind in (Kind.NODE, Kind.WORK):
            return False
        if is_mark(before, (Mark.THING,)):
            return True
    return False


def holds_a_thing(said: Said, token: Token, place: int) -> bool:
    """占道手续卡了半个月, 海关卡了一批压缩机: a paper or some goods are held, and the works are not said to stand."""
    return token.text[0] == "卡" and (of_a_thing(said, place) or HELD_GOODS.match(said.text, token.end) is not None)


def step_before(said: Said, token: Token, place: int) -> bool:
    """Whether it is a step that ended, or a paper on the way: 评审通过, 送审稿完成, 专家组一致通过."""
    if (
        _is_mended_first(said, token, place)
        or of_beside(said, token)
        or _is_paid(said, token)
        or _is_studied(said, token)
    ):
        return True
    weighed = WRITTEN_OR_WEIGHED if token.text in FINISHED else TERM if token.text[0] in "结过满" else ""
    if weighed and said.text[token.start - 1 : token.start] in weighed:
        return True
    if token.text in PASSED and ONE_STAGE.search(said.text, max(said.start, token.start - 3), token.start):
        return True
    if token.text in PASSED and EXPERTS.search(said.text, max(said.start, token.start - 14), token.start):
        return True
    for before in reversed(said.tokens[:place]):
        if before.kind is Kind.NODE and before.value.step and not before.value.act:
            return token.text not in LED_TO
        if before.kind in (Kind.NODE, Kind.NUMBER) or is_mark(before, ENDING):
            return False
        if is_mark(before, (Mark.STEP, Mark.PAPER)):
            return token.start - before.end <= 10
    return False


def of_beside(said: Said, token: Token) -> bool:
    """林勘外业做完了, 招标代理抽完了: what is done for a paper has ended, and not the paper."""
    node = said.node_before(token)
    if node is None:
        return False
    between = said.text[node.end : token.start]
    if kinds_of(node) == {NodeKind.TENDER} and TENDER_PAPER.match(between):
        return True
    if (
        BESIDE_IT.search(said.text, node.end, token.start)
        or of_remarks(said, token, node, between)
        or is_revised(said, token)
    ):
        return kinds_of(node) <= ON_PAPER
    return False


def _is_mended_first(said: Said, token: Token, place: int) -> bool:
    """改完6月25日前批复: what is mended comes before the end that is still ahead."""
    later = any(is_mark(each, ENDING) for each in said.tokens[place + 1 :])
    return later and said.node_before(token) is None and is_revised(said, token)


def of_its_money(said: Said, token: Token) -> bool:
    """征迁补偿款没到位: of works it is the money that has not come, which says nothing of how far they are."""
    if not ARRIVES.search(token.text) and token.text[:2] != "到账":
        return False
    node = said.node_before(token)
    if node is None or NodeKind.FINANCING in kinds_of(node):
        return False
    return MONEY_OWED.search(said.text[node.end : token.start]) is not None


def of_its_papers(said: Said, token: Token) -> bool:
    """桩基手续没下来，不敢干: of works it is a paper that has not come, which says nothing of how far they are."""
    node = said.node_before(token)
    if node is None or CALLED_GRANTED.search(node.text):
        return False
    between = said.text[without_tail(node) : token.start]
    return WORKS_PAPERS.search(between) is not None and kinds_of(node) <= WORKED_AT - {NodeKind.START}


def of_remarks(said: Said, token: Token, node: Token, between: str) -> bool:
    """图审意见出了，在改: what reviewers of drawings remark, where they do not pass them at once."""
    behind = REMARKS.match(said.text, token.end)  # 图审出了审查意见，要改三条
    end = behind.end() if behind else token.end
    if not (between.startswith("意见") or behind) or SEEN_THROUGH.match(said.text, end):
        return False
    remarks = kinds_of(node) <= REMARKED_ON and not between.startswith("意见书")
    return (remarks and token.text[0] in "出下回到有") or MENDS.match(said.text, end) is not None


def is_revised(said: Said, token: Token) -> bool:
    """图纸改完了, 局长签了字: what is mended or signed is handed on, and not there."""
    text = said.text
    signed = token.text[0] == "签" and (
        text.startswith("字", token.end)
        or EXPERTS.search(text, max(said.start, token.start - 8), token.start) is not None
    )
    mended = token.text[1:] in FINISHED and token.text[0] in MENDED  # 改好
    verb = REVISED.search(text, max(said.start, token.start - 4), token.start)  # 修改|完成
    worked_over = verb is not None and token.text.startswith(CLOSED)
    return signed or mended or worked_over or (token.text in FINISHED and text[token.start - 1] in MENDED)


def was_mended(said: Said, token: Token) -> bool:
    """塔吊坏了两天已经修好: what had broken goes again, and no works have ended."""
    if not token.text.startswith(MENDING):
        return False
    return BROKE.search(said.text, said.start, token.start) is not None


def of_one_sort(said: Said, token: Token) -> bool:
    """征地坟迁完了, 杆线迁改光缆割接完了: one sort of what is in the way is gone, and not all of it."""
    node = said.node_before(token)
    if node is None or not kinds_of(node) <= CLEARED:
        return False
    sort = ONE_SORT.search(said.text, max(said.start, token.start - 10), token.start)
    return sort is not None and not any(sort["thing"][:2] in each.name for each in node.value.nodes.values())


def _is_paid(said: Said, token: Token) -> bool:
    """摘牌款交清了: what is paid for a paper is a step of it."""
    node = said.node_before(token)
    if node is None or NodeKind.LAND_TRANSFER not in kinds_of(node) or token.text[0] not in "交付缴结":
        return False
    return SUM_DUE.search(said.text, node.start, token.start) is not None


def _is_studied(said: Said, token: Token) -> bool:
    """节能审查论证完成: what experts have looked into has yet to be granted."""
    if not said.text.endswith(STUDIED, said.start, token.start):
        return False
    node = said.node_before(token)
    studied = said.text[token.start - 2 : token.start]
    return node is not None and not any(studied in each.name for each in node.value.nodes.values())
