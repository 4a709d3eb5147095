"""Puts a name that is said last before what is told of it: 还差3户没签，北站广场征拆 is about 北站广场."""

from collections.abc import Iterable, Sequence

from language.late import late
from language.names import Lexicon
from language.report.breaks import STATES
from language.report.lexing import Lexed
from language.report.tokens import Kind, Token
from language.structure import Clause, Gap
from language.terms import index_of
from models.registry import NodeEntry, ProjectEntry
from models.vocabulary import NodeKind

FILLING = late(
    r"(?:我)?(?:说|指|讲)的(?:都)?是|就是|的事[儿情]?|这[块事]儿?|方面|[的了呢啊哈，。、 \n]|项目|工程|这边|那边|那个"
    r"|[那这]块地?"
)
POINTS_BACK = late(r"(?:[那这]个(?:项目|工程)?|[那这]块|[那这]边|的(?:事[儿情]?)?)$")
"""Behind a name by itself these say that what was told before is of it: 蔬菜产业园那个."""
SIGNED = late(
    r"(?:我|上面|前面)?(?:说|指|讲|报)的(?:都)?是|(?:以上|上述|上面|前面)(?:都|均)?(?:是|为)?|这(?:些|个)?(?:都|全)?(?:是|说的是)|^都是"
    r"|(?:报告|填报|汇报|报送|联系|联络|发送)(?:人|员|单位)?|项目部|指挥部|专班|业主|施工方|施工单位|监理|牵头的?|负责的?|上报|敬上|代?报|进度|进展|情况|本周|今日|今天"
)
"""What a name may be signed with: 以上是…的, …项目部, …报."""
ABOVE = late(r"(?:以上|上述|上面|前面)(?:[这几些]{1,2}条|内容|情况|说的|报的)?(?:都|均|全)?是")
"""以上是长丰高架。车库这边…: what is told up to here is of the name that follows, whatever comes after."""

TITLED = late(
    r"(?![停开复完竣施返怠窝误赶动没未已])[\u4e00-\u9fff]{1,2}(?:工|总|经理|主任|科长|科|局|局长|站长|所长|队长|书记|镇长)"
)
"""A person who signs and is in no registry: 张工."""

DEEDS = frozenset({NodeKind.START, NodeKind.COMPLETION, NodeKind.OPERATION, NodeKind.TOPPING_OUT, NodeKind.ACCEPTANCE})
"""What is done as much as it is a node."""
OF_PAPERS = frozenset("证书手续批复")
LONGEST_AFTERTHOUGHT = 18
"""How long a clause may be that names the node last: 我说的是建设工程规划许可证."""


def in_order(lexed: Lexed, lexicon: Lexicon, own: Sequence[ProjectEntry] = ()) -> list[Clause]:
    """The clauses; each sentence whose only name comes last is turned round, and a message so signed.

    `own` is the project that is meant where none is named.
    """
    if all(token.kind is not Kind.PROJECT for token in lexed.tokens):
        return [each for sentence in _sentences(lexed.clauses) for each in _with_node_first(lexed, sentence, own)]
    sentences = _sentences(lexed.clauses)
    if len(lexed.clauses) > 1 and (signed := _signed(lexed, lexicon)):
        return signed
    ordered: list[Clause] = []
    for sentence in sentences:
        sentence = _each_out_of_brackets(lexed, sentence, lexicon)
        whole = len(sentence) > 1 and not any(_names_in(lexed, each) for each in sentence[:-1])
        if not whole and (owned := _each_owned_behind(lexed, sentence, lexicon, first=not ordered)):
            ordered.extend(owned)
            continue
        last = sentence[-1]
        if len(sentence) > 2 and sentence[1].aside and _only_names(lexed, sentence[1], lexicon):
            sentence = _out_of_brackets(lexed, sentence)
        if whole and _only_names(lexed, last, lexicon):
            ordered.extend(_turned(lexed, sentence, lexicon))
        else:
            named = {token.value.candidates for each in sentence for token in _names_in(lexed, each)}
            sole = [_entry(lexicon, ids[0]) for ids in named if len(named) == len(ids) == 1]
            ordered.extend(_with_node_first(lexed, sentence, sole))
    return ordered


def _each_out_of_brackets(lexed: Lexed, sentence: list[Clause], lexicon: Lexicon) -> list[Clause]:
    """墩柱96根（东段），初设在评审（西段）: where several names stand in brackets, each before what it follows."""
    names = [each for each in sentence if each.aside and _only_names(lexed, each, lexicon)]
    if len(names) < 2 or sentence[0] is names[0]:
        return sentence
    if any(_names_in(lexed, each) for each in sentence if each not in names):
        return sentence
    ordered: list[Clause] = []
    begin = 0
    for each in sentence:
        if each in names:
            if begin == len(ordered):
                return sentence
            ordered.insert(begin, each._replace(gap=ordered[begin].gap, aside=False))
            begin = len(ordered)
        else:
            ordered.append(each)
            begin += each.resumes
    return ordered


def _each_owned_behind(
    lexed: Lexed, sentence: Sequence[Clause], lexicon: Lexicon, *, first: bool
) -> list[Clause] | None:
    """备案2月2号下来的，蔬菜产业园那个，3月能开工: a name by itself stands before what was told before it.

    Without a word that points back it does so only in the first sentence, where nobody else has been named.
    """
    ordered: list[Clause] = []
    told: list[Clause] = []
    owned = False
    for place, clause in enumerate(sentence):
        names = _names_in(lexed, clause)
        if told and names and _only_names(lexed, clause, lexicon):
            pointed = POINTS_BACK.search(lexed.text, clause.start, clause.end) is not None
            nobody = first and not ordered and place < len(sentence) - 1
            if pointed or (nobody and any(_tells(lexed, each) for each in told)):
                ordered += [clause._replace(gap=told[0].gap if not ordered else Gap.SEMICOLON)]
                ordered += [told[0]._replace(gap=Gap.COMMA), *told[1:]]
                told, owned = [], True
                continue
        if names:
            ordered += [*told, clause]
            told = []
        elif ordered and not owned:
            ordered.append(clause)
        else:
            told.append(clause)
    return [*ordered, *told] if owned else None


def _tells(lexed: Lexed, clause: Clause) -> bool:
    """Whether a clause tells how something stands, or how much of it."""
    return any(
        token.kind is Kind.NUMBER or (token.kind is Kind.MARK and token.value in STATES)
        for token in lexed.within(clause.start, clause.end)
    )


def _out_of_brackets(lexed: Lexed, sentence: list[Clause]) -> list[Clause]:
    """施工许可（餐厨项目）还没报: the only name first, though it stands in brackets."""
    first, name, *rest = sentence
    if any(_names_in(lexed, each) for each in (first, *rest)):
        return sentence
    return [name._replace(gap=first.gap, aside=False), first._replace(gap=Gap.COMMA), *rest]


def _with_node_first(lexed: Lexed, sentence: list[Clause], projects: Sequence[ProjectEntry]) -> list[Clause]:
    """沙河220还没批，材料在省厅，环评的事: a node that is only named at the end is what was spoken of."""
    last = sentence[-1]
    if len(projects) != 1 or len(sentence) < 2 or last.gap > Gap.COMMA or last.end - last.start > LONGEST_AFTERTHOUGHT:
        return sentence
    first, rest = sentence[0], sentence[1:-1]
    names = _names_in(lexed, first)
    begin = names[0].end if names else first.start
    if (names and names[0].start != first.start) or any(_names_in(lexed, each) for each in sentence[1:]):
        return sentence
    if not _only_nodes(lexed, last, projects[0]):
        return sentence
    index = index_of(projects[0])
    if any(not each.weak for each in index.find(lexed.text, begin, last.start)):
        return sentence
    nodes = index.find(lexed.text, last.start, last.end)
    if not all(_calls(lexed.text[each.start : each.end], each.nodes) for each in nodes):
        return sentence  # 地摘不了牌
    whole = (nodes[0].start, nodes[-1].end) == (last.start, last.end)
    if whole and any(node.kind in DEEDS for each in nodes for node in each.nodes):
        return sentence  # 手续齐了，开工
    named = Clause(nodes[0].start, nodes[-1].end, Gap.COMMA if names else first.gap, last.role)
    told = [Clause(begin, first.end, Gap.COMMA, first.role), *rest] if begin < first.end else rest
    return [first._replace(end=begin), named, *told] if names else [named, *told]


def _signed(lexed: Lexed, lexicon: Lexicon) -> list[Clause]:
    """The name first by which a message of several sentences is signed: 环评批了。摘牌完成。——陶瓷园二期 罗翔."""
    named = [place for place, clause in enumerate(lexed.clauses) if _names_in(lexed, clause)]
    if not named:
        return []
    summed = ABOVE.match(lexed.text, lexed.clauses[named[0]].start) is not None
    if (len(named) != 1 and not summed) or not named[0] or not _only_names(lexed, lexed.clauses[named[0]], lexicon):
        return []
    place = named[0]
    before, last, after = lexed.clauses[:place], lexed.clauses[place], lexed.clauses[place + 1 :]
    if not summed and not all(_only_signs(lexed.text[each.start : each.end], lexicon) for each in after):
        return []
    while before and _only_signs(lexed.text[before[-1].start : before[-1].end], lexicon):
        before = before[:-1]
    if not before:
        return []
    if last.gap < Gap.STOP and place == len(lexed.clauses) - 1 and all(each.gap < Gap.SEMICOLON for each in before[1:]):
        return []  # one sentence, which is turned round by itself
    first = before[0]
    rest = after if summed else []
    return [Clause(last.start, last.end, first.gap, first.role), first._replace(gap=Gap.COMMA), *before[1:], *rest]


def _turned(lexed: Lexed, sentence: Sequence[Clause], lexicon: Lexicon) -> list[Clause]:
    """The name first, then the nodes that stand alone before it, then what is told: 干了6公里，旧管拆除，供热管网的."""
    first, last = sentence[0], sentence[-1]
    project = _entry(lexicon, _names_in(lexed, last)[0].value.candidates[0])
    named = len(sentence) - 1
    while named > 1 and _only_nodes(lexed, sentence[named - 1], project):
        named -= 1
    rest = [*sentence[named:-1], Clause(first.start, first.end, Gap.COMMA, first.role), *sentence[1:named]]
    return [Clause(last.start, last.end, first.gap, first.role), *rest]


def _entry(lexicon: Lexicon, project: str) -> ProjectEntry:
    return lexicon.registry.projects[project]


def _only_nodes(lexed: Lexed, clause: Clause, project: ProjectEntry) -> bool:
    """Whether a clause only names nodes of the project that is named last."""
    rest = lexed.text[clause.start : clause.end]
    found = index_of(project).find(rest)
    for mention in reversed(found):
        rest = rest[: mention.start] + rest[mention.end :]
    return bool(found) and not FILLING.sub("", rest).strip()


def _calls(words: str, nodes: Iterable[NodeEntry]) -> bool:
    """Whether words are but what a node is called, and tell nothing of it."""
    return set(words) <= {letter for node in nodes for letter in node.name} | OF_PAPERS


def _sentences(clauses: Sequence[Clause]) -> list[list[Clause]]:
    sentences: list[list[Clause]] = []
    for clause in clauses:
        if not sentences or clause.gap >= Gap.SEMICOLON:
            sentences.append([clause])
        else:
            sentences[-1].append(clause)
    return sentences


def _names_in(lexed: Lexed, clause: Clause) -> list[Token]:
    return [token for token in lexed.names if clause.start <= token.start < clause.end]


def _only_names(lexed: Lexed, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a clause holds nothing but a project's name, and perhaps a node's, and who signs."""
    names = _names_in(lexed, clause)
    if len(names) != 1 or len(names[0].value.candidates) != 1:
        return False
    before, after = lexed.text[clause.start : names[0].start], lexed.text[names[0].end : clause.end]
    rest = before + "\n" + after
    for mention in sorted(
        index_of(_entry(lexicon, names[0].value.candidates[0])).find(rest), key=lambda each: -each.start
    ):
        called = {"的", *(letter for node in mention.nodes for letter in node.name)}
        if called.issuperset(rest[mention.start : mention.end]):  # and not 招标挂网, which tells of it
            rest = rest[: mention.start] + rest[mention.end :]
    return _only_signs(rest, lexicon)


def _only_signs(text: str, lexicon: Lexicon) -> bool:
    """Whether words say nothing but who speaks and that they speak of something."""
    if len(text) > 30:
        return False
    rest = FILLING.sub("", SIGNED.sub("", text))
    if not rest or rest in lexicon.people_names or TITLED.fullmatch(rest):
        return True
    return any(span.start == 0 and span.end == len(rest) for span in (*lexicon.units(rest), *lexicon.towns(rest)))
