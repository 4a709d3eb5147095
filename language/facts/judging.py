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


def judge(said: Said, planned: bool) -> Judgement:
    """What a segment says; `planned` where the clause before left off in what is still to come."""
    marks = {token.value for token in said.tokens if token.kind is Kind.MARK}
    result = Judgement(
        modality=_modality(marks, planned),
        doubtful=Mark.DOUBT in marks,
        moved=Mark.MOVED in marks,
        dated=any(token.kind is Kind.DATE for token in said.tokens),
        all_of_it=bool(marks & {Mark.ALL, Mark.WHOLE}),
        of_all=Mark.ALL in marks,
        of_the_rest=bool(marks & {Mark.OTHERS, Mark.EXCEPT}),
        ends_project=any(token.kind is Kind.MARK and token.text.endswith(PROJECT_ENDS) for token in said.tokens),
    )
    verbs = Verbs(said, planned)
    verbs.read(result)
    Days(said, result, bool(marks & AHEAD)).give_out()
    result.planned = result.planned or verbs.planned
    return result


def _modality(marks: Set[Mark], planned: bool) -> Modality:
    """How what is still to come is meant."""
    if marks & UNSURE:
        return Modality.HEARSAY
    if marks & {Mark.HOPE, Mark.DOUBT}:
        return Modality.HOPED
    return Modality.PLANNED if planned or marks & AHEAD else Modality.STATED
