"""The reader of questions: whether a message asks, what about, and of which projects, units, nodes and days."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from language import query_filters as filters
from language import question_words as words
from language.chatter_words import OFF_TOPIC, TO_COLLEAGUE
from language.mentions import NAMES, Mentions, blank_kinds, ids, read_mentions
from language.query_names import names_unknown, vague_subject
from language.query_period import period_in
from language.terms import index_of
from language.topic_cues import TOPIC_CUES
from language.understanding import Ask, Query, Utterance
from models.vocabulary import AskAbout, Aspect, NodeKind, NodeState, Role, Topic

if TYPE_CHECKING:
    from language.dates import DateSpan
    from language.names import Lexicon

LONGEST_QUESTION = 200
"""Nobody asks at greater length; what is longer is a report, whose questions are not for the bot."""

MOST_PROJECTS = 2
"""A name that fits more projects than these is asked back about."""

_CLAUSE = re.compile(r"[^，。；;！!？?\n,]+[？?]?")
_ASKERS = frozenset({Role.LEADER, Role.SUPERVISOR, Role.OFFICE})
_FOLLOW_UP_LENGTH = 14


@dataclass(frozen=True, slots=True)
class _Part:
    """The clauses of a message that ask, or all of it: as said with names blanked, and with procedures blanked too."""

    unnamed: str
    blanked: str
    start: int
    end: int


def asks(text: str) -> bool:
    """Whether a message or a clause is a question rather than a report."""
    blanked = blank_kinds(text)
    return any(_asks_openly(clause[0]) for clause in _CLAUSE.finditer(blanked)) or _asks_barely(blanked)


def read_query(text: str, utterance: Utterance, lexicon: Lexicon) -> Query | Ask | None:
    """The question a message asks, an Ask where its subject cannot be told, or None where it asks nothing."""
    if not text:
        return Query(Topic.HELP) if utterance.text.strip() else None
    if len(text) > LONGEST_QUESTION or TO_COLLEAGUE.search(text) or OFF_TOPIC.search(text):
        return None
    if follow_up := _follow_up(text):
        return follow_up
    if not asks(text):
        return _bare_name(text, utterance, lexicon)
    mentions = read_mentions(text, utterance.now, lexicon)
    part = _asking_part(mentions, utterance, lexicon)
    return None if part is None else _question(part, mentions, utterance, lexicon)


def _asks_openly(clause: str) -> bool:
    """Whether a clause has a word of asking that asks."""
    rest = words.NOT_ASKING.sub(" ", clause).strip()
    return bool(words.INTERROGATIVE.search(rest) or words.REQUEST.search(rest))


def _asks_barely(blanked: str) -> bool:
    """Whether a short text only names a subject: 一季度产业项目投资."""
    return len(blanked) <= 40 and bool(words.BARE_END.search(blanked)) and not words.NOT_BARE.search(blanked)


def _follow_up(text: str) -> Query | None:
    """A short question that leans on the last subject: 依据呢, 详细点, 那个呢."""
    bare = text.strip(" 。！!？?~…，")
    if text in ("？", "？？", "？？？"):
        return Query(Topic.HELP, aspect=Aspect.LONGER)
    if len(bare) > _FOLLOW_UP_LENGTH:
        return None
    for pattern, topic, aspect in words.LEANING:
        if pattern.fullmatch(bare):
            return Query(topic, colors=filters.colors_in(bare) if topic is Topic.COLORS else (), aspect=aspect)
    return None


def _bare_name(text: str, utterance: Utterance, lexicon: Lexicon) -> Query | Ask | None:
    """A leader who says only a name asks how it is getting on."""
    if len(text) > words.LONGEST_NAME or not _is_asker(utterance, lexicon):
        return None
    mentions = read_mentions(text, utterance.now, lexicon)
    if not mentions.named or words.BESIDE_NAME.sub("", mentions.blanked).strip(NAMES):
        return None
    return _with_names(Query(Topic.STATUS), mentions)


def _is_asker(utterance: Utterance, lexicon: Lexicon) -> bool:
    """Whether the sender is somebody who asks rather than reports."""
    person = lexicon.registry.people.get(utterance.sender or "")
    return person is not None and person.role in _ASKERS


def _asking_part(mentions: Mentions, utterance: Utterance, lexicon: Lexicon) -> _Part | None:
    """The clauses that ask; none where a report only ends with a question or asks for help."""
    asking: list[tuple[int, int]] = []
    facts = 0
    for clause in _CLAUSE.finditer(mentions.blanked):
        if _asks_openly(clause[0]) and not _wants_help(clause[0], utterance, lexicon):
            asking.append(clause.span())
        elif words.STATES.search(clause[0]):
            facts += 1
    if not asking:
        return _whole(mentions) if _asks_barely(mentions.blanked) else None
    asked = [span for span in asking if not words.HEARSAY.search(mentions.blanked[span[0] : span[1]])]
    if facts > (2 if _is_asker(utterance, lexicon) else 0):
        return None
    return _cut(mentions, asked or asking)


def _wants_help(clause: str, utterance: Utterance, lexicon: Lexicon) -> bool:
    """Whether somebody who reports asks for support, which belongs to the report."""
    return bool(words.HELP_WANTED.search(clause)) and not _is_asker(utterance, lexicon)


def _whole(mentions: Mentions) -> _Part:
    return _Part(mentions.unnamed, mentions.blanked, 0, len(mentions.text))


def _cut(mentions: Mentions, spans: list[tuple[int, int]]) -> _Part:
    """The asking clauses as one stretch."""
    start, end = spans[0][0], spans[-1][1]
    return _Part(mentions.unnamed[start:end], mentions.blanked[start:end], start, end)


def _question(part: _Part, mentions: Mentions, utterance: Utterance, lexicon: Lexicon) -> Query | Ask | None:
    """The topic with its filters."""
    if vague := vague_subject(mentions):
        own = lexicon.own_projects(utterance.sender)
        if vague is AskAbout.MEANING or len(own) != 1:
            return Ask(vague)
    topic = _topic(part, mentions)
    if topic is None:
        return None
    if topic in words.NEEDS_NAME and names_unknown(mentions):
        return Ask(AskAbout.PROJECT)
    found = _with_names(Query(topic), mentions)
    if isinstance(found, Ask):
        return found
    return _own(_filtered(found, part, mentions, utterance, lexicon), mentions, utterance, lexicon)


def _topic(part: _Part, mentions: Mentions) -> Topic | None:
    """What is asked about: the strongest cue decides; how things stand is only asked of something."""
    best = 0
    topic: Topic | None = None
    for cue in TOPIC_CUES:
        if cue.weight > best and cue.speaks(part.unnamed, part.blanked):
            best, topic = cue.weight, cue.topic
    if topic is None and mentions.named and not words.BESIDE_NAME.sub("", part.blanked).strip(NAMES):
        return Topic.STATUS
    if topic is None and mentions.projects and words.YES_OR_NO.search(part.blanked):
        return Topic.NODES
    if topic is Topic.STATUS and not mentions.named and not words.EVERYTHING.search(mentions.unnamed):
        return None if names_unknown(mentions) is False else topic
    return topic


def _with_names(query: Query, mentions: Mentions) -> Query | Ask:
    """The question with whatever is named; a name that fits too many is asked back about."""
    for span in mentions.projects:
        if len(span.candidates) > MOST_PROJECTS:
            return Ask(AskAbout.PROJECT, span.candidates)
    return replace(
        query,
        projects=ids(mentions.projects),
        units=ids(mentions.units),
        towns=ids(mentions.towns),
        categories=ids(mentions.categories),
    )


def _filtered(query: Query, part: _Part, mentions: Mentions, utterance: Utterance, lexicon: Lexicon) -> Query:
    """The question with the filters of its topic."""
    topic = query.topic
    state = filters.node_state_in(part.blanked) if topic in words.TOPICS_OF_NODES else None
    if state is NodeState.DONE and query.projects and not words.WHICH.search(part.unnamed):
        state = None
    if topic is Topic.PROBLEMS:
        state = state if state in (NodeState.DUE, NodeState.OVERDUE) else None
    return replace(
        query,
        colors=filters.colors_in(part.unnamed) if topic in words.TOPICS_OF_COLORS else (),
        node_kinds=_node_kinds(query, part, state, lexicon),
        problem_categories=filters.problem_categories_in(part.unnamed) if topic is Topic.PROBLEMS else (),
        node_state=state,
        period=period_in(_dates(part, mentions), mentions.text, topic, state, utterance.now),
        aspect=_aspect(part),
    )


def _node_kinds(query: Query, part: _Part, state: NodeState | None, lexicon: Lexicon) -> tuple[NodeKind, ...]:
    """The kinds of node asked about, by the words for kinds and by the names of the project's own nodes."""
    if query.topic is Topic.PROBLEMS and not state:
        return filters.papers_in(part.unnamed)
    if query.topic not in words.TOPICS_OF_NODES:
        return ()
    kinds = filters.node_kinds_in(part.unnamed)
    return kinds or _own_node_kinds(query.projects, part, lexicon)


def _own_node_kinds(projects: tuple[str, ...], part: _Part, lexicon: Lexicon) -> tuple[NodeKind, ...]:
    """The kinds of those nodes of the projects that are called by their own names."""
    known = lexicon.registry.projects
    mentioned = [found for project in projects for found in index_of(known[project]).find(part.unnamed)]
    kinds = (node.kind for found in mentioned for node in found.nodes)
    return tuple(dict.fromkeys(kind for kind in kinds if kind is not NodeKind.OTHER))


def _dates(part: _Part, mentions: Mentions) -> list[DateSpan]:
    """The dates of the asking clauses, else those before them."""
    inside = [span for span in mentions.dates if part.start <= span.start < part.end]
    return inside or [span for span in mentions.dates if span.end <= part.start]


def _aspect(part: _Part) -> Aspect | None:
    """Which side of its subject a question wants."""
    return next((aspect for pattern, aspect in words.ASPECTS if pattern.search(part.blanked)), None)


def _own(query: Query, mentions: Mentions, utterance: Utterance, lexicon: Lexicon) -> Query:
    """The question with the sender's own unit or projects, where it says 我们单位 or 我的项目."""
    if mentions.named:
        return query
    person = lexicon.registry.people.get(utterance.sender or "")
    if query.topic is Topic.MISSING and person and person.unit and words.OWN_UNIT.search(mentions.text):
        return replace(query, units=(person.unit,))
    own = lexicon.own_projects(utterance.sender)
    return replace(query, projects=own) if own and words.OWN_PROJECTS.search(mentions.text) else query
