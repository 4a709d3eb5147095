"""The procedures a project goes through on paper, and the words for them."""

from language.vocabulary_words import NODE_KIND_WORDS
from language.words import WordTable
from models.vocabulary import NodeKind

PROCEDURE_KINDS = frozenset(
    {
        NodeKind.PROJECT_APPROVAL,
        NodeKind.PRELIMINARY_DESIGN,
        NodeKind.SITE_SELECTION,
        NodeKind.PLANNING_PERMIT,
        NodeKind.LAND_TRANSFER,
        NodeKind.ENVIRONMENTAL_ASSESSMENT,
        NodeKind.WATER_SOIL,
        NodeKind.ENERGY_REVIEW,
        NodeKind.HERITAGE,
        NodeKind.FORESTRY,
        NodeKind.INDUSTRY_REVIEW,
        NodeKind.DRAWING_REVIEW,
        NodeKind.TENDER,
        NodeKind.CONSTRUCTION_PERMIT,
    }
)
"""Kinds of node that end with a paper."""

NO_SUBJECTS = frozenset({"中标", "定标", "开标", "开的标", "开了标", "评标", "挂网", "招采", "组卷", "采购招标"})
"""Words of the kind tables that are steps rather than the procedure itself."""

PROCEDURE_WORDS: WordTable[NodeKind] = WordTable(
    {word: kind for kind in PROCEDURE_KINDS for word in NODE_KIND_WORDS[kind].split() if word not in NO_SUBJECTS}
)
