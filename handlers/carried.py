"""Questions that change one thing about the last one, or name their project loosely or by its works alone."""

from dataclasses import replace

from handlers.spoken_of import FEW, last_query, spoken_of
from handlers.turn import Turn
from language.carrying import (
    ASKED,
    addresses_somebody,
    asks_of_progress,
    asks_which_matter,
    carried,
    changed_in,
    looked_up,
    loosely_named,
    names_this_week,
    narrows,
    pointed_at,
    says_more,
    sort_named,
    unknown_town,
)
from language.moved_questions import asks_what_moved
from language.named_works import node_named, works_named
from language.requests import asks_for_another_trade
from language.understand import understand
from language.understanding import Ask, Nothing, Query, Understanding, Utterance, query_with
from models.permission import ABOVE
from models.vocabulary import AskAbout, Role, Topic


async def carry(turn: Turn, understood: Understanding) -> Understanding:
    """A question that only changes one thing about the last one (那学校呢, 上周呢), or names its project loosely."""
    if turn.person is None or not isinstance(understood, Query | Nothing | Ask):
        return understood
    if isinstance(understood, Nothing) and asks_for_another_trade(turn.plain):
        return understood
    if not isinstance(understood, Query) and addresses_somebody(turn.said, turn.lexicon):
        return Nothing()
    if isinstance(understood, Ask) and (understood.about is not AskAbout.PROJECT or understood.candidates):
        return understood
    text, people = turn.plain, turn.lexicon.people_names
    if isinstance(understood, Nothing) and asks_what_moved(text) and not addresses_somebody(turn.said, turn.lexicon):
        return Query(Topic.STATUS)
    if isinstance(understood, Ask) and unknown_town(text, turn.lexicon):
        return Query(Topic.STATUS)
    what = changed_in(text, people)
    bare = not isinstance(understood, Query) or not says_more(replace(understood, node_state=None))
    if bare and asks_which_matter(text):
        before = await last_query(turn)
        if before is not None and before.topic is Topic.DECISIONS:
            return before  # 会上定的还剩几件没办？… 哪件快到期
    if isinstance(understood, Query):
        last = await last_query(turn) if what and not understood.aspect else None
        if last and understood.topic is not Topic.STATUS and not last.topic is understood.topic is Topic.NODES:
            last = None
        if not last or not says_more(understood):
            return _of_node(turn, understood)
        return _planned(turn, carried(last, understood, narrower=narrows(text)))
    changed = what and await _changed(turn, what)
    return changed or await _of_works(turn, text) or _loosely(turn, text, what, understood) or understood


def _of_node(turn: Turn, query: Query) -> Query:
    """架线还剩多少: of the one project whose plan has a node called so, and not of all works of that sort."""
    if query.topic is not Topic.NODES or query.projects or query.units or query.towns or not query.node_kinds:
        return query
    projects = node_named(turn.plain, turn.lexicon)
    return query_with(query, projects=projects) if projects else query


async def _of_works(turn: Turn, text: str) -> Query | Ask | None:
    """教学楼几层了: of the one project that builds such a thing, or of the one of them that was spoken of last."""
    projects = works_named(text, turn.lexicon) or node_named(text, turn.lexicon)
    if len(projects) > 1:
        last = (await spoken_of(turn)).get("projects", ())
        projects = tuple(each for each in projects if each in last) or projects
    if len(projects) > FEW:
        return Ask(AskAbout.PROJECT, projects)
    if not projects:
        return None
    said = f"{turn.lexicon.registry.projects[projects[0]].name}{text}" if len(projects) == 1 else text
    sender = turn.person.id if turn.person else None
    read = understand(Utterance(said, turn.now, sender=sender, about=projects), turn.lexicon)
    return replace(read, projects=projects) if isinstance(read, Query) else Query(Topic.STATUS, projects=projects)


def _planned(turn: Turn, query: Query) -> Query:
    """A question carried to a project whose plan has no such node (二水厂环评批了没，水库呢) is how that one stands."""
    known = [turn.lexicon.registry.projects[each] for each in query.projects]
    if not known or not query.node_kinds or query.topic is not Topic.NODES:
        return query
    has = any(node.kind in query.node_kinds for each in known for node in each.nodes)
    return query if has else Query(Topic.STATUS, projects=query.projects)


async def _changed(turn: Turn, what: str) -> Query | Ask | None:
    """The last question, of what is named now."""
    last = await last_query(turn)
    projects = loosely_named(what, turn.lexicon)
    if projects:
        kin = set(turn.lexicon.kin(last.projects)) - set(last.projects) if last and last.projects else set()
        projects = tuple(each for each in projects if each in kin) or projects  # of 三期 was asked, and now: 那二期呢
        if len(projects) > FEW:
            return Ask(AskAbout.PROJECT, projects)
        return _planned(turn, carried(last or Query(Topic.STATUS), Query(Topic.STATUS, projects=projects)))
    if last is None or last.topic not in ASKED:
        return None
    read = understand(
        Utterance(f"{what}{ASKED[last.topic]}", turn.now, sender=turn.person.id if turn.person else None), turn.lexicon
    )
    if last.topic is Topic.MISSING and isinstance(read, Query) and names_this_week(what):
        return replace(last, period=None)
    if not isinstance(read, Query) or not says_more(read):
        return None
    if last.topic is Topic.NODES and read == Query(Topic.NODES, node_state=read.node_state):
        return None  # 经信那件呢: what is named is not known, and 要完成 stands in the question that was put behind it
    return carried(last, replace(read, topic=last.topic), narrower=narrows(turn.plain))


def _loosely(turn: Turn, text: str, what: str | None, understood: Understanding) -> Query | Ask | None:
    """A question whose project is named by a word of its name, or by its sort, read again as about that one."""
    asked = what or asks_of_progress(text, turn.lexicon.people_names) or looked_up(text) or pointed_at(text)
    projects = loosely_named(asked, turn.lexicon) if asked else ()
    if not projects and isinstance(understood, Ask):
        projects = sort_named(text, turn.lexicon)
    if len(projects) > FEW:
        return Ask(AskAbout.PROJECT, projects)
    if projects:
        read = understand(
            Utterance(text, turn.now, sender=turn.person.id if turn.person else None, about=projects), turn.lexicon
        )
        return replace(read, projects=projects) if isinstance(read, Query) else Query(Topic.STATUS, projects=projects)
    above = turn.person is not None and Role(turn.person.role) in ABOVE
    return Ask(AskAbout.PROJECT) if above and asked and isinstance(understood, Nothing) else None
