"""Reads one segment: its modality, its verbs and its days."""

from collections.abc import Set

from language.facts.acts import Judgement
from language.facts.days import Days
from language.facts.reviews import of_what_is_to_come
from language.facts.said import Said
from language.facts.verb_words import AHEAD
from language.facts.verbs import Verbs
from language.late import late
from language.report.tokens import Kind
from language.tables.marks import UNSURE, Mark
from models.vocabulary import Modality, Status

PROJECT_ENDS = ("完工", "竣工", "建成", "投用", "交付", "完工了", "全部完成", "全面完成")
WHOLLY = frozenset({Mark.ALL, Mark.WHOLE})
THE_REST = frozenset({Mark.OTHERS, Mark.EXCEPT})
HOPED = frozenset({Mark.HOPE, Mark.DOUBT})
COLOURING = WHOLLY | THE_REST | HOPED | UNSURE | AHEAD | {Mark.MOVED}
"""Small words that tell how all else is meant, or of how much it is told."""
TELLING = frozenset({Kind.MARK, Kind.NODE, Kind.DATE})
"""A segment without any of these has no verb and no day."""


SUPPOSED = late(
    r"(?:要是|如果|倘若?|假如|假使|只要|一旦|除非|若(?!干))(?![^，。；]{0,6}(?:顺利|意外|正常|顺的话|快的话|不出))"
)
"""What is only supposed promises no day."""


def judge(said: Said, planned: bool, hoped: bool = False) -> Judgement:
    """What a segment says; `planned` where the one before left off in what is still to come, `hoped` in a bare hope."""
    kinds = {token.kind for token in said.tokens}
    dated = Kind.DATE in kinds
    result = _by_small_words(said.small, planned, dated)
    if kinds.isdisjoint(TELLING):
        result.planned, result.hoped = planned, hoped
        return result
    verbs = Verbs(said, planned, hoped)
    verbs.read(result)
    if dated:
        Days(said, result, not said.small.isdisjoint(AHEAD)).give_out()
        if result.due_on is not None and Mark.HOPE in said.small and SUPPOSED.search(said.text, said.start, said.end):
            result.due_on, result.dues = None, []
    result.planned = result.planned or verbs.planned
    result.predicates = of_what_is_to_come(result.predicates, said.text)
    result.sum_up()
    if result.status is Status.DONE:
        result.ends_project = any(each.text.endswith(PROJECT_ENDS) for each in said.tokens if each.kind is Kind.MARK)
    return result


def _by_small_words(said: Set[Mark], planned: bool, dated: bool) -> Judgement:
    """What the small words of a segment alone tell."""
    if said.isdisjoint(COLOURING):
        return Judgement(modality=Modality.PLANNED if planned else Modality.STATED, dated=dated)
    return Judgement(
        modality=_modality(said, planned),
        doubtful=Mark.DOUBT in said,
        moved=Mark.MOVED in said,
        dated=dated,
        all_of_it=not said.isdisjoint(WHOLLY),
        of_all=Mark.ALL in said,
        of_the_rest=not said.isdisjoint(THE_REST),
    )


def _modality(marks: Set[Mark], planned: bool) -> Modality:
    """How what is still to come is meant."""
    if not marks.isdisjoint(UNSURE):
        return Modality.HEARSAY
    if not marks.isdisjoint(HOPED):
        return Modality.HOPED
    return Modality.PLANNED if planned or not marks.isdisjoint(AHEAD) else Modality.STATED
