"""What sort of procedure or works a plan node is, told from its name alone."""

from language.vocabulary_words import NODE_KINDS
from models.vocabulary import NodeKind


def kind_of(name: str) -> NodeKind:
    """The kind of a node's name; of several words the last one tells, as 封顶 does in 主体结构封顶."""
    found = NODE_KINDS.find(name)
    return found[-1].value if found else NodeKind.OTHER
