"""Puts a name that is said last before what is told of it: 还差3户没签，北站广场征拆 is about 北站广场."""

from collections.abc import Sequence

from language.late import late
from language.report.lexing import Lexed
from language.report.tokens import Kind
from language.structure import Clause, Gap
from language.terms import index_of
from models.registry import ProjectEntry

FILLING = late(r"[的了呢啊哈，。、 ]|项目|工程|这边|那边")


def in_order(lexed: Lexed, projects: dict[str, ProjectEntry]) -> list[Clause]:
    """The clauses, each sentence whose only project name comes last turned round."""
    ordered: list[Clause] = []
    for sentence in _sentences(lexed.clauses):
        last = sentence[-1]
        if (
            len(sentence) > 1
            and _only_names(lexed, last, projects)
            and not any(_names_one(lexed, each) for each in sentence[:-1])
        ):
            ordered.extend(_turned(lexed, sentence, projects))
        else:
            ordered.extend(sentence)
    return ordered


def _turned(lexed: Lexed, sentence: Sequence[Clause], projects: dict[str, ProjectEntry]) -> list[Clause]:
    """The name first, then the nodes that stand alone before it, then what is told: 干了6公里，旧管拆除，供热管网的."""
    first, last = sentence[0], sentence[-1]
    named = len(sentence) - 1
    while named > 1 and _only_nodes(lexed, sentence[named - 1], last, projects):
        named -= 1
    rest = [*sentence[named:-1], Clause(first.start, first.end, Gap.COMMA, first.role), *sentence[1:named]]
    return [Clause(last.start, last.end, first.gap, first.role), *rest]


def _only_nodes(lexed: Lexed, clause: Clause, last: Clause, projects: dict[str, ProjectEntry]) -> bool:
    """Whether a clause only names nodes of the project that is named last."""
    names = [token for token in lexed.within(last.start, last.end) if token.kind is Kind.PROJECT]
    rest = lexed.text[clause.start : clause.end]
    found = index_of(projects[names[0].value.candidates[0]]).find(rest)
    for mention in reversed(found):
        rest = rest[: mention.start] + rest[mention.end :]
    return bool(found) and not FILLING.sub("", rest).strip()


def _sentences(clauses: Sequence[Clause]) -> list[list[Clause]]:
    sentences: list[list[Clause]] = []
    for clause in clauses:
        if not sentences or clause.gap >= Gap.SEMICOLON:
            sentences.append([clause])
        else:
            sentences[-1].append(clause)
    return sentences


def _names_one(lexed: Lexed, clause: Clause) -> bool:
    return any(token.kind is Kind.PROJECT for token in lexed.within(clause.start, clause.end))


def _only_names(lexed: Lexed, clause: Clause, projects: dict[str, ProjectEntry]) -> bool:
    """Whether a clause holds nothing but a project's name and perhaps a node's."""
    names = [token for token in lexed.within(clause.start, clause.end) if token.kind is Kind.PROJECT]
    if len(names) != 1 or len(names[0].value.candidates) != 1:
        return False
    rest = lexed.text[clause.start : names[0].start] + "\n" + lexed.text[names[0].end : clause.end]
    project = projects.get(names[0].value.candidates[0])
    for mention in sorted(index_of(project).find(rest), key=lambda each: -each.start) if project else ():
        rest = rest[: mention.start] + rest[mention.end :]
    return not FILLING.sub("", rest).strip()
