"""What goes wrong in a clause, by category, and whether somebody is asked for help."""

from language.tables.problems import ALONE, COMPLAINTS, TOPICS
from language.words import WordTable, spread
from models.vocabulary import ProblemCategory

ALONE_WORDS: WordTable[ProblemCategory] = WordTable({word: category for category, words in ALONE.items() for word in words.split()})
TOPIC_WORDS: WordTable[ProblemCategory] = WordTable({word: category for category, words in TOPICS.items() for word in words.split()})
COMPLAINT_WORDS = tuple(COMPLAINTS)

STRONGER = {
    ProblemCategory.DESIGN: {ProblemCategory.ENVIRONMENT, ProblemCategory.APPROVAL, ProblemCategory.CONSTRUCTION},
}
"""A category that makes others in the same clause mere circumstance: drawings of 环保设施 are design."""


def problems_in(text: str, heavy: bool) -> list[ProblemCategory]:
    """The categories of the problems a clause tells; `heavy` where it is known to tell of one."""
    found = [each.value for each in ALONE_WORDS.find(text)]
    if not found and (heavy or any(word in text for word in COMPLAINT_WORDS)):
        topics = TOPIC_WORDS.find(text)
        if heavy:
            found = [each.value for each in topics]
    categories = list(dict.fromkeys(found))
    for strong, weak in STRONGER.items():
        if strong in categories:
            categories = [each for each in categories if each not in weak]
    return categories


def complains(text: str) -> bool:
    """Whether anything in a clause sounds like a complaint."""
    return any(word in text for word in COMPLAINT_WORDS)
