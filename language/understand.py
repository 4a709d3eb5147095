"""One message in, one understanding out: the pipeline through all readers of this room."""

from language.chatter import is_chatter
from language.command import read_command
from language.names import Lexicon
from language.normalize import normalize
from language.query import asks, read_query
from language.report.answer import read_report
from language.understanding import Ask, Command, Nothing, Query, Reports, Understanding, Utterance
from models.vocabulary import AskAbout


def understand(utterance: Utterance, lexicon: Lexicon) -> Understanding:
    """Read one message: an order, a question, talk or a report, in this order of sureness."""
    people = frozenset(person.name for person in lexicon.registry.people.values())
    text = normalize(utterance.text, people)
    if command := read_command(text, utterance, lexicon):
        return command
    if is_chatter(text, utterance, lexicon):
        return Nothing()
    asked = read_query(text, utterance, lexicon)
    if isinstance(asked, Query) and not asks_at_the_end(text, asks):
        return asked
    reported = read_report(text, utterance, lexicon)
    if isinstance(reported, Reports) or asked is None:
        return reported
    return asked


def asks_at_the_end(text: str, asks: object) -> bool:
    """Whether a question is only the last word of a longer report."""
    return False


__all__ = ["Ask", "AskAbout", "Command", "understand"]
