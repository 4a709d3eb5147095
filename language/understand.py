"""One message in, one understanding out: the pipeline through all readers of this room."""

from language.arrangement import without_asides
from language.chatter import is_chatter
from language.command import read_command
from language.framing import unframed
from language.layout import laid_out
from language.length import readable
from language.names import Lexicon
from language.normalize import normalize, without_mention
from language.plain import plain
from language.proxies import without_excuse
from language.query import read_query
from language.report.answer import read_report
from language.report.numbered import DENIALS
from language.requests import without_consent
from language.understanding import Ask, Nothing, Understanding, Utterance
from language.wrapping import unwrapped


def understand(utterance: Utterance, lexicon: Lexicon) -> Understanding:
    """Read one message: an order, a question, talk or a report, in this order of sureness."""
    if utterance.about:
        lexicon = lexicon.settled(utterance.about)
    text = prepared(utterance.text, lexicon)
    if (utterance.quote or utterance.prompt) and text.strip(" 。！!") in DENIALS:
        return read_report(text, utterance, lexicon)
    inner = _without_mention(unwrapped(text, lexicon, utterance.sender), text, lexicon)
    told = without_excuse(inner)  # what is told of whom: the projects are those of whom one stands in for
    asked = _without_mention(unframed(told), told, lexicon)
    if found := read_command(asked, utterance, lexicon) or read_query(asked, utterance, lexicon):
        return found
    if is_chatter(told, utterance, lexicon):
        return Nothing()
    read = read_report(without_consent(inner), utterance, lexicon)
    if isinstance(read, Ask) and inner != text and is_chatter(text, utterance, lexicon):
        return Nothing()  # 谢谢各位，材料已签收: courtesy says that it is talk
    return read


def prepared(text: str, lexicon: Lexicon) -> str:
    """A message as all readers see it: in one form, laid out line by line, in plain words, its asides left out."""
    said = laid_out(normalize(readable(text), lexicon.people_names))
    return plain(without_asides(said), lexicon)


def _without_mention(inner: str, text: str, lexicon: Lexicon) -> str:
    """The bot's mention goes that stood behind what has been taken off: 领导好，@小助手 …"""
    return without_mention(inner, lexicon.people_names) if inner is not text and inner.startswith("@") else inner
