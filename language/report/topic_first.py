"""What is spoken of before whose it is: 施工许可这块，公租房拿到了，安置房还没."""

from language.late import late
from language.names import Lexicon
from language.structure import heading_role
from language.terms import index_of
from models.registry import ProjectEntry

_TOPIC = late(
    r"(?:^|(?<=[。；;\n]))(?P<lead>(?:@\S+\s)?)"
    r"(?P<both>这?[两二三四几]个?(?:项目|工程|标段?|地方|点)的?|两边的?)?(?P<topic>[\u4e00-\u9fff（）()、]{2,16}?)"
    r"(?:这一?[块项]|这个环节|这边|方面|环节|上头?|工作|的话|情况)?(?P<mark>(?<=[块项节边面上头作话况])[，,：: ]"
    r"|[：:]|(?(both)[，,]|(?!)))"
    r"(?P<rest>[^。；;\n]+)"
)
"""A sentence that begins with a topic by itself."""
_CLAUSE = late(r"[，,、 ]")


def topic_behind(text: str, lexicon: Lexicon, sender: str | None) -> str:
    """The text with a node that is spoken of first put behind each name of a project that has such a node."""
    for found in reversed(list(_TOPIC.finditer(text))):
        topic, rest, start = found["topic"], found["rest"], found.start("rest")
        if heading_role(topic)[0] is not None:
            continue
        if any(each.exact and each.sure and not each.of_node for each in lexicon.projects(topic, sender)):
            continue
        told = _told_of_each(topic, rest, lexicon, sender)
        if told is not None:
            text = text[: found.start("topic")] + told + text[start + len(rest) :]
    return text


_NOT_YET = late(
    r"(?P<told>[^，,。；;\n]{4,24}?)[，,；;](?P<who>[^，,。；;\n没还]{2,12}?)(?:那边|那个|那块|这边)?的?"
    r"(?:还没有?|也没有?|没有?|还在等|还得等|还要等|还不行)(?:呢)?(?=[，,。；;\n]|$)"
)
"""光伏并网了，风电还没: what has come for one has not for the other."""
_END = late(r"(?:已经?|都|全部?|也|刚)*(?P<end>[\u4e00-\u9fff]{0,4}?)了?")


def said_out(text: str, lexicon: Lexicon, sender: str | None) -> str:
    """The text with what has not come for another project said in full: 风电还没 as 风电还没并网."""
    if not any(word in text for word in ("没", "还在等", "还得等", "还要等", "还不行")):
        return text
    for found in reversed(list(_NOT_YET.finditer(text))):
        full = _said_in_full(found["told"], found["who"], lexicon, sender)
        if full is not None:
            text = text[: found.start("who")] + full + text[found.end() :]
    return text


def _said_in_full(told: str, who: str, lexicon: Lexicon, sender: str | None) -> str | None:
    """What is said of one project with its name, denied of the other."""
    first = _first_named(told, lexicon, sender)
    other = _first_named(who, lexicon, sender)
    if first is None or other is None or first[0] == other[0] or len(who) - other[1] > 1:
        return None
    mentions = [each for each in index_of(first[0]).find(told, first[1]) if not each.weak]
    if len(mentions) != 1:
        return None
    node = told[mentions[0].start : mentions[0].end]
    end = _END.fullmatch(told, mentions[0].end)
    if end is None or "没" in told or "在" in told or not _names_one(node, other[0]):
        return None
    return f"{who}{node}还没{end['end']}" if end["end"] else f"{who}还没{node}"


def _names_one(said: str, project: ProjectEntry) -> bool:
    found = index_of(project).find(said)
    return len(found) == 1 and len(found[0].nodes) == 1 and (found[0].start, found[0].end) == (0, len(said))


def _first_named(said: str, lexicon: Lexicon, sender: str | None) -> tuple[ProjectEntry, int] | None:
    """The one project that a clause begins with, and where its name ends."""
    spans = [each for each in lexicon.projects(said, sender) if not each.of_node]
    if len(spans) != 1 or spans[0].start != 0 or len(spans[0].candidates) != 1:
        return None
    return lexicon.registry.projects[spans[0].candidates[0]], spans[0].end


def _is_node(topic: str, project: ProjectEntry) -> bool:
    """Whether the topic is nothing but a node of a project."""
    found = index_of(project).find(topic)
    return len(found) == 1 and found[0].start == 0 and len(topic) - found[0].end <= len("手续")


def _told_of_each(topic: str, rest: str, lexicon: Lexicon, sender: str | None) -> str | None:
    """The rest of a sentence with the topic behind every name that begins a clause; None where it is of none."""
    spans = [each for each in lexicon.projects(rest, sender) if each.exact and not each.of_node]
    heads = [each for each in spans if each.start == 0 or _CLAUSE.match(rest[each.start - 1])]
    if not heads or heads[0].start != 0:
        return None
    known = [lexicon.registry.projects[each.candidates[0]] for each in heads if each.candidates]
    if len(known) < len(heads) or not all(_is_node(topic, each) for each in known):
        return None
    for span, project in zip(reversed(heads), reversed(known), strict=True):
        clause = _CLAUSE.split(rest[span.end :])[0]
        if index_of(project).find(clause):
            return None
        rest = rest[: span.end] + topic + rest[span.end :]
    return rest
