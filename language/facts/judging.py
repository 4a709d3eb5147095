"""Reads one segment: its modality, its verbs and its days."""

from collections.abc import Set

from language.facts.acts import Judgement
from language.facts.days import Days
from language.facts.said import Said
from language.facts.verbs import AHEAD, Verbs
from language.report.tokens import Kind
from language.tables.marks import UNSURE, Mark
from models.vocabulary import Modality

PROJECT_ENDS = ("完工", "竣工", "建成", "投用", "交付", "完工了", "全部完成", "全面完成")
WHOLLY = frozenset({Mark.ALL, Mark.WHOLE})
THE_REST = frozenset({Mark.OTHERS, Mark.EXCEPT})
HOPED = frozenset({Mark.HOPE, Mark.DOUBT})


def judge(said: Said, planned: bool) -> Judgement:
    """What a segment says; `planned` where the clause before left off in what is still to come."""
    marks: set[Mark] = set()
    dated = ends_project = False
    for token in said.tokens:
        if token.kind is Kind.MARK:
            marks.add(token.value)
            ends_project = ends_project or token.text.endswith(PROJECT_ENDS)
        elif token.kind is Kind.DATE:
            dated = True
    result = Judgement(
        modality=_modality(marks, planned),
        doubtful=Mark.DOUBT in marks,
        moved=Mark.MOVED in marks,
        dated=dated,
        all_of_it=not marks.isdisjoint(WHOLLY),
        of_all=Mark.ALL in marks,
        of_the_rest=not marks.isdisjoint(THE_REST),
        ends_project=ends_project,
    )
    verbs = Verbs(said, planned)
    verbs.read(result)
    if dated:
        Days(said, result, not marks.isdisjoint(AHEAD)).give_out()
    result.planned = result.planned or verbs.planned
    result.sum_up()
    return result


def _modality(marks: Set[Mark], planned: bool) -> Modality:
    """How what is still to come is meant."""
    if not marks.isdisjoint(UNSURE):
        return Modality.HEARSAY
    if not marks.isdisjoint(HOPED):
        return Modality.HOPED
    return Modality.PLANNED if planned or not marks.isdisjoint(AHEAD) else Modality.STATED
