"""Projects of which works are told though nothing of it is kept: who has told of them need not be asked again."""

from collections.abc import Collection

from language.report.evidence import tells_of_works
from language.report.lexing import Lexed
from language.report.scope import Scope
from language.report.tokens import Kind
from language.tables.phrases import NEARBY
from language.words import any_of

BESIDE_WORKS = any_of(NEARBY)


def told_beside(lexed: Lexed, scope: Scope, kept: Collection[str]) -> tuple[str, ...]:
    """智算中心土方开挖两成；门站线位还在扯: those of the sender's unit of which nothing was kept beside the others."""
    left = [each for each in scope.named if each not in kept]
    mine = scope.of_unit() if left else ()
    return tuple(each for each in left if each in mine and _tells_of(lexed, each))


def _tells_of(lexed: Lexed, project: str) -> bool:
    """Whether something is told of a project between its name and the next one's."""
    names = [token for token in lexed.within(0, len(lexed.text)) if token.kind is Kind.PROJECT]
    ends = [*(token.start for token in names[1:]), len(lexed.text)]
    for token, end in zip(names, ends, strict=True):
        if project in token.value.candidates and not BESIDE_WORKS.search(lexed.text, token.end, end):
            tokens = lexed.within(token.end, end)
            if tells_of_works(lexed.text, tokens, token.end, end, named=True, ambiguous=False):
                return True
    return False
