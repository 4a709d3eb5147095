"""The reader of questions: what a message asks about, and of which projects, units, nodes and days."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from language import filter_words, follow_ups
from language import query_filters as filters
from language import question_words as words
from language.asking import Part, asking_part, asks, is_asker, is_leader, whole_part
from language.chatter_words import DEMANDS, OFF_TOPIC
from language.late import late
from language.mentions import NAMES, PROCEDURE, PROJECT, Mentions, ids, read_mentions
from language.plain import plainly_asked
from language.query_names import is_lone_name, names_place, names_unknown, vague_subject
from language.query_period import period_in
from language.terms import index_of
from language.topic_cues import STATUS_WEIGHT, TOPIC_CUES, WEAK
from language.understanding import Ask, Query, Utterance
from models.vocabulary import AskAbout, Aspect, NodeKind, NodeState, ProblemCategory, Topic

if TYPE_CHECKING:
    from language.names import Lexicon
    from models.registry import NodeEntry

__all__ = ["asks", "read_query"]

LONGEST_QUESTION = 200
"""Nobody asks at greater length; what is longer is a report, whose questions are not for the bot."""

MOST_PROJECTS = 2
"""A name that fits more projects than these is asked back about."""

LONGEST_FOLLOW_UP = 14

_OF_ONE = frozenset({NodeState.DONE, NodeState.DUE})
"""States that a question about a certain node of a project asks for, and does not seek: 投用几时批的, 计划投用时间."""

ASKS = late(r"[?？吗呢]|哪|什么|怎|咋|谁|几[个家户项]|多少|[没不]有?$|了没|为[何啥]|是否|报一?下|说一?下|看一?下")
"""Signs of a question, which a demand has not."""


def read_query(text: str, utterance: Utterance, lexicon: Lexicon) -> Query | Ask | None:
    """The question a message asks, an Ask where its subject cannot be told, or None where it asks nothing."""
    if not text:
        return Query(Topic.HELP) if utterance.text.strip() else None
    if len(text) > LONGEST_QUESTION:
        return None
    text = plainly_asked(text, lexicon, is_asker(utterance, lexicon))
    if follow_up := _follow_up(text):
        return follow_up
    if not asks(text) and not _may_be_bare(text, utterance, lexicon):
        return None
    if words.MAKE_READY.search(text) and not ASKS.search(text):
        return None
    told = words.ON_A_DAY.search(text) or words.MOVED_TO.search(text)
    if told and not ASKS.search(text) and lexicon.projects(text, utterance.sender):
        return None  # 云南变核准我们委里7月3日批的: of one project it tells when
    if _is_off_topic(text, utterance, lexicon) or _demands(text, utterance, lexicon):
        return None
    mentions = read_mentions(text, utterance.now, lexicon, utterance.sender)
    part = asking_part(mentions, utterance, lexicon)
    if part is None and is_asker(utterance, lexicon):
        part = whole_part(mentions) if _is_name_with_subject(mentions, lexicon) else None
        if part is None:
            return Ask(AskAbout.PROJECT) if not mentions.named and is_lone_name(mentions) else _bare_name(mentions)
    if part is None:
        return None
    return _question(part, mentions, utterance, lexicon)


def _is_off_topic(text: str, utterance: Utterance, lexicon: Lexicon) -> bool:
    """Whether a question is for somebody else; the 云盘 of a 云盘岭隧道 is no matter of an office."""
    said = [pattern for pattern in OFF_TOPIC if pattern.search(text)]
    if not said:
        return False
    for span in (*lexicon.projects(text, utterance.sender, asking=True), *lexicon.towns(text)):
        if span.exact:
            text = text[: span.start] + PROJECT * (span.end - span.start) + text[span.end :]
    return any(pattern.search(text) for pattern in said)


def _demands(text: str, utterance: Utterance, lexicon: Lexicon) -> bool:
    """客运站春节前必须把主体给我立起来: whether somebody in charge demands something and asks nothing."""
    asks_something = ASKS.search(words.NOT_ASKING.sub(" ", text)) is not None
    return DEMANDS.search(text) is not None and not asks_something and is_leader(utterance, lexicon)


def _may_be_bare(text: str, utterance: Utterance, lexicon: Lexicon) -> bool:
    """Whether a short text of somebody who does not report may be a name alone, or those to which something applies."""
    if len(text) <= words.LONGEST_NAME and is_asker(utterance, lexicon):
        return True
    return words.ENDS_WITH_OF.search(text) is not None and is_asker(utterance, lexicon)


def _follow_up(text: str) -> Query | None:
    """A short question that leans on the last subject: 依据呢, 详细点, 那个呢."""
    bare = text.strip(" 。！!？?~…，")
    if text in ("？", "？？", "？？？"):
        return Query(Topic.HELP, aspect=Aspect.LONGER)
    if len(bare) > LONGEST_FOLLOW_UP:
        return None
    for pattern, topic, aspect in follow_ups.LEANING:
        if pattern.fullmatch(bare):
            return Query(topic, colors=filters.colors_in(bare) if topic is Topic.COLORS else (), aspect=aspect)
    first, stop, rest = bare.partition("，")
    if stop and (found := _follow_up(first)) is not None and found == _follow_up(rest):
        return found  # 简单点，一句话
    return None


def _bare_name(mentions: Mentions) -> Query | Ask | None:
    """A name alone asks how it is getting on."""
    return _with_names(Query(Topic.STATUS), mentions) if _is_only_name(mentions, mentions.blanked) else None


def _without_nodes(mentions: Mentions, lexicon: Lexicon) -> str:
    """The text with what the plans of the projects it names call their nodes taken for procedures."""
    letters = list(mentions.blanked)
    for project in ids(mentions.projects):
        for found in index_of(lexicon.registry.projects[project]).find(mentions.unnamed):
            letters[found.start : found.end] = PROCEDURE * (found.end - found.start)
    return "".join(letters)


def _is_name_with_subject(mentions: Mentions, lexicon: Lexicon) -> bool:
    """环评，光伏玻璃: whether nothing is said but a name and what is asked of it."""
    if not mentions.named or len(mentions.text) > words.LONGEST_NAME:
        return False
    rest = words.SUBJECT_BESIDE_NAME.sub("", _without_nodes(mentions, lexicon))
    return rest != mentions.blanked and not words.BESIDE_NAME.sub("", rest).strip(NAMES)


def _is_only_name(mentions: Mentions, blanked: str) -> bool:
    return mentions.named and not words.BESIDE_NAME.sub("", blanked).strip(NAMES)


def _question(part: Part, mentions: Mentions, utterance: Utterance, lexicon: Lexicon) -> Query | Ask | None:
    """The topic with its filters."""
    if (vague := vague_subject(mentions)) and not names_place(mentions):
        own = lexicon.own_projects(utterance.sender)
        if vague is AskAbout.MEANING or len(own) != 1:
            return Ask(vague)
    topic = _topic(part, mentions, lexicon)
    if topic is None:
        return Ask(AskAbout.PROJECT) if names_place(mentions) else None
    sought = topic is Topic.PROBLEMS and _asks_after_trouble(part, mentions)
    if topic in filter_words.NEEDS_NAME and not sought and names_unknown(mentions):
        return Ask(AskAbout.PROJECT)
    found = _with_names(Query(topic), part.names)
    if isinstance(found, Ask):
        return found
    return _own(_filtered(found, part, mentions, utterance, lexicon), mentions, utterance, lexicon)


def _topic(part: Part, mentions: Mentions, lexicon: Lexicon) -> Topic | None:
    """What is asked about: the strongest cue decides; how things stand is only asked of something."""
    best = 0
    topic: Topic | None = None
    for cue in TOPIC_CUES:
        if cue.weight > best and cue.speaks(part.unnamed, part.blanked):
            best, topic = cue.weight, cue.topic
    if best <= STATUS_WEIGHT and _asks_after_trouble(part, mentions):
        return Topic.PROBLEMS
    if topic in (None, Topic.STATUS) and best <= STATUS_WEIGHT and _asks_of_node(part, mentions, lexicon):
        return Topic.NODES
    lacks = topic is Topic.STATUS and not mentions.projects and filter_words.LACKS.search(part.unnamed)
    counts = best <= WEAK and filter_words.COUNTS_DONE.search(part.blanked)
    if counts and _own_nodes(ids(mentions.projects), part.unnamed, lexicon):
        return Topic.STATUS  # 管线迁了多少
    if (best <= WEAK or lacks) and filters.problem_categories_in(part.unnamed, papers=False):
        return Topic.PROBLEMS
    if topic is None and mentions.named:
        done = filter_words.WHETHER.search(part.blanked) and not filter_words.HAS_ANY.search(part.blanked)
        return Topic.NODES if mentions.projects and done else Topic.STATUS
    if topic is Topic.STATUS and not (mentions.named or words.EVERYTHING.search(mentions.unnamed)):
        return topic if names_unknown(mentions) else None
    return topic


def _asks_of_node(part: Part, mentions: Mentions, lexicon: Lexicon) -> bool:
    """三桥啥时候合龙: whether it is asked when or whether something is done that only a plan has a word for."""
    if not filter_words.ENDS_ASKED.search(part.blanked):
        return False
    return bool(_own_nodes(ids(mentions.projects), part.unnamed, lexicon))


def _asks_after_trouble(part: Part, mentions: Mentions) -> bool:
    """Whether the works are sought that have a trouble, or that of one is spoken of: 没电用的工地有哪些.

    How many papers are not there yet is asked of the nodes: 还有几个证没办.
    """
    if not (mentions.named or filter_words.OF_MANY.search(filter_words.WHERE_TO.sub(" ", part.unnamed))):
        return False
    if filter_words.YES_OR_NO.search(part.blanked) or filter_words.COUNTS_PAPERS.search(part.unnamed):
        return False
    return bool(filters.told_troubles(part.unnamed))


def _with_names(query: Query, mentions: Mentions) -> Query | Ask:
    """The question with whatever is named; a name that fits too many is asked back about."""
    for span in mentions.projects:
        if len(span.candidates) > MOST_PROJECTS and not span.together:
            return Ask(AskAbout.PROJECT, span.candidates)
    return replace(
        query,
        projects=ids(mentions.projects),
        units=ids(mentions.units),
        towns=ids(mentions.towns),
        categories=ids(mentions.categories),
    )


def _filtered(query: Query, part: Part, mentions: Mentions, utterance: Utterance, lexicon: Lexicon) -> Query:
    """The question with the filters of its topic."""
    topic = query.topic
    state = filters.node_state_in(part.blanked) if topic in filter_words.TOPICS_OF_NODES else None
    if state is NodeState.OPEN and words.ECHOED.search(part.unnamed.replace("有没有", "")):
        state = None
    if state is NodeState.DONE and filters.is_ahead(part.dates, utterance.now):
        state = NodeState.DUE
    if state in _OF_ONE and query.projects and not filter_words.WHICH.search(part.unnamed):
        state = None
    if topic is Topic.PROBLEMS:
        state = state if state in (NodeState.DUE, NodeState.OVERDUE) else None
    return replace(
        query,
        colors=filters.colors_in(part.unnamed) if topic in filter_words.TOPICS_OF_COLORS else (),
        node_kinds=_node_kinds(query, part, mentions.unnamed, state, lexicon),
        problem_categories=_problems(query, part),
        node_state=state,
        period=period_in(part.dates, mentions.text, topic, state, utterance.now),
        aspect=_aspect(part),
    )


def _problems(query: Query, part: Part) -> tuple[ProblemCategory, ...]:
    """The sorts of problem asked for; of a named project a certain paper (环评卡在哪) is no sort."""
    if query.topic is not Topic.PROBLEMS:
        return ()
    said = words.WHERE.sub("", words.WHY.sub("", part.unnamed) if query.projects else part.unnamed)
    named = filters.problem_categories_in(said, papers=not query.projects)
    told = () if query.projects else filters.told_troubles(said)
    return told if set(told) > set(named) else named


def _node_kinds(
    query: Query, part: Part, whole: str, state: NodeState | None, lexicon: Lexicon
) -> tuple[NodeKind, ...]:
    """The kinds of node asked about, by the words for kinds and by the names of the project's own nodes.

    What asks may leave them to the rest of the message: 不是说暑假前封顶吗，封了没有.
    """
    if query.topic not in filter_words.TOPICS_OF_NODES or (query.topic is Topic.PROBLEMS and not state):
        return ()
    said, whole = (words.STILL_FROM.sub("", words.PURPOSE.sub(r"\1", each)) for each in (part.unnamed, whole))
    others = [node.name for node in _own_nodes(query.projects, said, lexicon) if node.kind is NodeKind.OTHER]
    for name in others:
        said, whole = said.replace(name, ""), whole.replace(name, "")  # the 通水 of 通水调试 is not that of the end
    kinds = filters.node_kinds_in(said)
    own = kinds or _own_node_kinds(query.projects, said, lexicon)
    return own or (filters.node_kinds_in(whole) if query.projects and query.topic is Topic.NODES else ())


def _own_node_kinds(projects: tuple[str, ...], said: str, lexicon: Lexicon) -> tuple[NodeKind, ...]:
    """The kinds of those nodes of the projects that are called by their own names."""
    kinds = dict.fromkeys(node.kind for node in _own_nodes(projects, said, lexicon))
    return tuple(kind for kind in kinds if kind is not NodeKind.OTHER)


def _own_nodes(projects: tuple[str, ...], said: str, lexicon: Lexicon) -> list[NodeEntry]:
    """Those nodes of the projects that are called by their own names."""
    known = lexicon.registry.projects
    mentioned = [found for project in projects for found in index_of(known[project]).find(said)]
    return [node for found in mentioned for node in found.nodes]


def _aspect(part: Part) -> Aspect | None:
    """Which side of its subject a question wants."""
    return next((aspect for pattern, aspect in follow_ups.ASPECTS if pattern.search(part.blanked)), None)


def _own(query: Query, mentions: Mentions, utterance: Utterance, lexicon: Lexicon) -> Query:
    """The question with the sender's own unit or projects, where it says 我们单位 or 我的项目."""
    if mentions.named:
        return query
    person = lexicon.registry.people.get(utterance.sender or "")
    if not query.units and person and person.unit and words.OWN_UNIT.search(mentions.text):
        return replace(query, units=(person.unit,))
    own = lexicon.own_projects(utterance.sender)
    return replace(query, projects=own) if own and words.OWN_PROJECTS.search(mentions.text) else query
