"""One message in, one understanding out: the pipeline through all readers of this room."""

from language.arrangement import without_asides
from language.asking import is_leader
from language.chatter import is_chatter
from language.command import read_command
from language.framing import unframed
from language.layout import laid_out
from language.length import readable
from language.names import Lexicon
from language.normalize import normalize, without_mention
from language.pasted import is_record
from language.plain import plain
from language.proxies import without_excuse
from language.query import read_query
from language.report.answer import read_report
from language.report.figure_first import figures_behind
from language.report.numbered import DENIALS, by_signs
from language.requests import DOUBTED, without_consent, without_ground
from language.understanding import Ask, Nothing, Query, Reports, Understanding, Utterance
from language.wrapping import unwrapped
from models.vocabulary import Topic


def understand(utterance: Utterance, lexicon: Lexicon) -> Understanding:
    """Read one message: an order, a question, talk or a report, in this order of sureness."""
    if utterance.about:
        lexicon = lexicon.settled(utterance.about)
    text = figures_behind(prepared(utterance.text, lexicon), lexicon, utterance.sender)
    answers = (utterance.quote or utterance.prompt) and text.strip(" 。！!") in DENIALS
    if answers or by_signs(text, utterance.prompt):
        return read_report(text, utterance, lexicon)
    inner = _without_mention(unwrapped(text, lexicon, utterance.sender), text, lexicon)
    inner = without_ground(inner)
    told = without_excuse(inner)  # what is told of whom: the projects are those of whom one stands in for
    asked = _without_mention(unframed(told), told, lexicon)
    if found := read_command(asked, utterance, lexicon) or read_query(asked, utterance, lexicon):
        return found
    if is_chatter(told, utterance, lexicon) and not is_record(told, lexicon.people_names):
        return Nothing()
    read = read_report(without_consent(inner), utterance, lexicon)
    if isinstance(read, Reports) and is_leader(utterance, lexicon) and DOUBTED.search(inner):
        return _asked_after(read, lexicon)
    if isinstance(read, Ask) and inner != text and is_chatter(text, utterance, lexicon):
        return Nothing()  # 谢谢各位，材料已签收: courtesy says that it is talk
    return read


def _asked_after(read: Reports, lexicon: Lexicon) -> Query:
    """你说的不对吧，北延用地早批了: a leader who doubts what was told asks after it, and corrects nothing."""
    projects = tuple(dict.fromkeys(each.project for each in read.reports))
    wanted = {each.node for each in read.reports if each.node}
    nodes = (node for each in projects for node in lexicon.registry.projects[each].nodes if node.id in wanted)
    kinds = tuple(dict.fromkeys(node.kind for node in nodes))
    return Query(Topic.NODES if kinds else Topic.STATUS, projects=projects, node_kinds=kinds)


def prepared(text: str, lexicon: Lexicon) -> str:
    """A message as all readers see it: in one form, laid out line by line, in plain words, its asides left out."""
    said = laid_out(normalize(readable(text), lexicon.people_names))
    return plain(without_asides(said), lexicon)


def _without_mention(inner: str, text: str, lexicon: Lexicon) -> str:
    """The bot's mention goes that stood behind what has been taken off: 领导好，@小助手 …"""
    return without_mention(inner, lexicon.people_names) if inner is not text and inner.startswith("@") else inner
