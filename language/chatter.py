"""Tells the talk of a work group from what is meant to be recorded: greetings, notices, demands, other matters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from language import chatter_words as words
from language.asking import asks, asks_openly, is_asker, is_leader
from language.demands import read_demand
from language.hearing import hear
from language.late import late
from language.problems import problems_of
from language.question_words import RHETORICAL, STANDS_SO
from language.terms import index_of
from language.understanding import Utterance
from language.vocabulary_words import NODE_KINDS

if TYPE_CHECKING:
    from language.names import Lexicon

LONGEST_TALK = 400
"""Longer texts are read for facts whatever courtesy stands in them."""

_CLAUSE = late(r"[，。；;！!？?\n,~～…\s]+")
_FACES = late("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]+")
_ALWAYS = (words.INJECTION, words.EVENTS, words.ADVERTS)
_TALK = (RHETORICAL, words.PASSED_ON, words.NOTICE, words.LATER, words.AWAY, words.MATTERS, words.OFFICE_WORK)


def is_chatter(text: str, utterance: Utterance, lexicon: Lexicon) -> bool:
    """Whether nothing in a message is meant to be recorded; what states a fact beside the talk is none."""
    if any(pattern.search(text) for pattern in _ALWAYS):
        return True
    if len(text) > LONGEST_TALK:
        return False
    if (elsewhere := words.ELSEWHERE.search(text)) and not _is_ours(text, elsewhere.end(), lexicon):
        return True
    demanding = words.DEMANDS.search(text) is not None and is_asker(utterance, lexicon)
    if is_leader(utterance, lexicon) and (demanding or words.PRESSING.search(text) or read_demand(text, lexicon)):
        return True
    clauses = [clause for clause in _CLAUSE.split(_FACES.sub("，", text)) if clause]
    talk = [*_TALK, words.DEMANDS] if demanding else list(_TALK)
    if any(_is_plain_fact(clause, talk) for clause in clauses):
        return False
    asker = is_asker(utterance, lexicon)
    if asks(text, asker) and not any(
        _states(clause, words.FACTS) or _is_trouble(clause, asker) or (not asker and STANDS_SO.search(clause))
        for clause in clauses
        if not asks(clause, asker)
    ):
        return True  # a question that the reader of questions left alone is for somebody else
    if not _is_all_talk(text, clauses, talk) or _tells_trouble(text, lexicon) or _measures_plan(text, lexicon):
        return False
    rest = _without_names(text, lexicon)
    return rest == text or _is_all_talk(rest, [clause for clause in _CLAUSE.split(rest) if clause], talk)


def _without_names(text: str, lexicon: Lexicon) -> str:
    """云盘岭隧道 names a project and no cloud drive: a name is no talk, whatever it holds."""
    for name in reversed(lexicon.projects(text)):
        text = f"{text[: name.start]}□{text[name.end :]}"
    return text


def _is_trouble(clause: str, asker: bool) -> bool:
    """Whether a clause of somebody who reports tells a trouble: 锅炉还没到货，怎么装."""
    return not asker and bool(problems_of(hear(clause), weighty=False).categories)


def _is_ours(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a project is named, and not as what somebody else has: 隔壁市的焚烧厂."""
    projects = lexicon.projects(text)
    return bool(projects) and not (len(projects) == 1 and text[end : projects[0].start] in ("的", "那个", "那边的"))


def _tells_trouble(text: str, lexicon: Lexicon) -> bool:
    """食堂燃气没通 beside a project's name is no talk of lunch."""
    if words.NOTICE.search(text) or words.PASSED_ON.search(text) or not lexicon.projects(text):
        return False
    rest = words.AWAY.sub("□", text)
    return any(problems_of(hear(clause), weighty=False).categories for clause in _CLAUSE.split(rest))


_BUILT = late(
    r"(?:[修建砌浇铺栽种换挖架立装焊埋敷刷做盖贴划改]+[成完好]?了?|完成)(?:约|近)?[\d.]+万?(?:公里|米|平|㎡|亩|[个栋处片根棵层座套])"
    r"|(?:主体|装修|基础)[^，。；]{0,4}\d+(?:\.\d+)?%"
)
"""食堂装修做了300平, 停车位做了80个: what has been built, and how much of it."""


def _measures_plan(text: str, lexicon: Lexicon) -> bool:
    """老旧小区楼道水电改了9个: figures of what the plan of a named project has are no talk of anybody's stairs."""
    if words.FIGURES_AND_ENDS.search(words.CLOCK_TIMES.sub("", text)) is None:
        return False
    known = lexicon.registry.projects
    named = {each for span in lexicon.projects(text) if span.exact for each in span.candidates}
    if named and _BUILT.search(text):
        return True
    return any(not found.weak for each in named for found in index_of(known[each]).find(text))


def _is_plain_fact(clause: str, talk: list[re.Pattern[str]]) -> bool:
    """Whether a clause says outright what a report says; found first, because most messages are reports."""
    stated = words.FIGURES_AND_ENDS.search(words.CLOCK_TIMES.sub("", clause)) is not None
    return stated and not _is_talk(clause, talk) and not asks_openly(clause)


def _is_all_talk(text: str, clauses: list[str], talk: list[re.Pattern[str]]) -> bool:
    """Whether there is talk, and no fact in what else is said."""
    rest = [clause for clause in clauses if not _is_talk(clause, talk)]
    called = words.TO_COLLEAGUE.search(text) or words.CALLED.search(text)
    if clauses and len(rest) == len(clauses) and not called:
        return False
    public = words.NOTICE.search(text) or words.PASSED_ON.search(text)
    facts = words.FIGURES_AND_ENDS if public else words.FACTS
    return not any(_states(clause, facts) for clause in rest)


def _is_talk(clause: str, talk: list[re.Pattern[str]]) -> bool:
    """Whether a clause is courtesy, notice, demand or another matter."""
    return words.GREETINGS.fullmatch(clause) is not None or any(pattern.search(clause) for pattern in talk)


def _states(clause: str, facts: re.Pattern[str]) -> bool:
    """Whether a clause that is no talk may hold a fact."""
    clause = words.CLOCK_TIMES.sub("", clause)
    return facts.search(clause) is not None or (facts is words.FACTS and NODE_KINDS.find(clause) != [])
