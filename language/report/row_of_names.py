"""Names that follow one another behind commas and are spoken of together at the end: 东路，小区二期都没变化."""

from collections.abc import Sequence

from language.late import late
from language.report.project_names import TOGETHER
from language.report.tokens import Token
from language.structure import Clause, Gap

_ALIKE = late(
    r"(?:这|那)?(?:[两俩三四五六七八九2-9]个?)?(?:项目|工程)?(?:本周|这周|目前|现在|暂时|也)*(?:都|均|全部|全都|全|皆|一律)(?![长线市区国省县])"
)


class Row:
    """The names that have stood alone, each in a clause of its own."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._names: list[Token] = []

    def with_before(self, clause: Clause, groups: list[list[Token]]) -> list[list[Token]]:
        """The names of a clause, with those that stood alone before it where all are meant."""
        before = self._names if clause.gap is Gap.COMMA else []
        first = groups[0]
        alone = len(groups) == 1 and self._is_all(clause, first)
        self._names = [*before, *first] if alone else []
        if before and len(groups) == 1 and not alone and _ALIKE.match(self._text, first[-1].end, clause.end):
            return [[*before, *first]]
        return groups

    def told_of(self, clause: Clause) -> list[Token]:
        """The names that stood alone before a clause that names none and speaks of all: 东路，小区二期，均无变化."""
        before, self._names = self._names, []
        alike = clause.gap is Gap.COMMA and len(before) > 1 and _ALIKE.match(self._text, clause.start, clause.end)
        return before if alike else []

    def _is_all(self, clause: Clause, names: Sequence[Token]) -> bool:
        if self._text[clause.start : names[0].start].strip():
            return False
        return self._text[names[-1].end : clause.end].strip() in TOGETHER
