"""What is spoken of before whose it is: 施工许可这块，公租房拿到了，安置房还没."""

from language.late import late
from language.names import Lexicon
from language.structure import heading_role
from language.terms import index_of
from models.registry import ProjectEntry

_TOPIC = late(
    r"(?:^|(?<=[。；;\n]))(?P<lead>(?:@\S+\s)?)(?P<topic>[\u4e00-\u9fff（）()、]{2,16}?)"
    r"(?:这一?[块项]|这个环节|这边|方面|环节|上头?|工作|的话|情况)?(?P<mark>(?<=[块项节边面上头作话况])[，,：: ]|[：:])"
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
