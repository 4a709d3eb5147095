"""Whether a message asks rather than reports, and which of its clauses do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from language import question_words as words
from language.hearing import hear
from language.late import late
from language.mentions import Mentions, blank_kinds
from language.problems import problems_of
from language.understanding import Utterance
from models.vocabulary import Role

if TYPE_CHECKING:
    from language.dates import DateSpan
    from language.names import Lexicon

_CLAUSE = late(r"(?:[^，。；;！!？?\n,]|[，,](?=[这还]?(?:取决|[要得就全]看|主要看|关键看)))+[？?]?")
_ASKERS = frozenset({Role.LEADER, Role.SUPERVISOR, Role.OFFICE})
_FACTS_ALLOWED = 2
"""So many facts may stand beside the question of somebody who does not report; a longer text is a report."""


@dataclass(frozen=True, slots=True)
class Part:
    """The clauses of a message that ask: with names blanked, and with procedures blanked too."""

    unnamed: str
    blanked: str
    dates: tuple[DateSpan, ...]
    names: Mentions
    """What the asking clauses name, or where they name nothing the whole message."""


@lru_cache(maxsize=16)
def asks(text: str, asker: bool = True) -> bool:
    """Whether a message or a clause is a question rather than a report; who reports says 占了几户 of some."""
    said = text if asker else words.SOME.sub("□", text)
    blanked = _without_echo(blank_kinds(said), said)
    return any(
        asks_openly(clause[0]) and not _tells(clause[0]) and not _leads_on(clause, blanked)
        for clause in _CLAUSE.finditer(blanked)
    ) or (asks_barely(blanked) and (asker or not (words.DENIED.search(blanked) or words.FACT_FIRST.search(blanked))))


def _without_echo(blanked: str, said: str) -> str:
    """招标没挂网 only looks like 挂网没挂网 once procedures are blanked out."""
    for hit in words.ECHOED_KIND.finditer(blanked):
        if not said[: hit.start("no")].endswith(said[hit.end("no") : hit.end()]):
            blanked = f"{blanked[: hit.start('no')]}未{blanked[hit.end('no') :]}"
    return blanked


def asks_openly(clause: str) -> bool:
    """Whether a clause has a word of asking that asks."""
    if clause.endswith(words.PARTICLE):
        clause = words.PARTICLES.sub("", clause)
    if not _has_word_of_asking(clause):
        return False
    open_still = words.UNDECIDED.search(words.ECHOED.sub("", clause)) and not words.ASKS_WHY.search(clause)
    open_still = open_still and not words.OF_WHICH.search(clause)
    if open_still and not clause.endswith(("？", "?")):
        return False
    rest = words.NOT_ASKING.sub(" ", clause).strip()
    return _has_word_of_asking(rest)


def _has_word_of_asking(clause: str) -> bool:
    if words.INTERROGATIVE.search(clause) is not None or words.REQUEST.search(clause) is not None:
        return True
    return ("没" in clause or "不" in clause) and words.ECHOED.search(clause) is not None


def asks_barely(blanked: str) -> bool:
    """Whether a short text only names a subject: 一季度产业项目投资."""
    if len(blanked) > words.LONGEST_BARE or words.BARE_END.search(blanked) is None:
        return False
    told = words.NOT_BARE.search(blanked) or words.COUNTED.search(blanked) or words.PLEADS.search(blanked)
    return told is None


def is_asker(utterance: Utterance, lexicon: Lexicon) -> bool:
    """Whether the sender is somebody who asks rather than reports."""
    return _role(utterance, lexicon) in _ASKERS


def is_leader(utterance: Utterance, lexicon: Lexicon) -> bool:
    """Whether the sender leads, and never reports."""
    return _role(utterance, lexicon) is Role.LEADER


def _role(utterance: Utterance, lexicon: Lexicon) -> Role | None:
    person = lexicon.registry.people.get(utterance.sender or "")
    return person.role if person else None


def asking_part(mentions: Mentions, utterance: Utterance, lexicon: Lexicon) -> Part | None:
    """What asks; nothing where a report only ends with a question or asks for help."""
    asking, beside, facts = _sorted_clauses(mentions, is_asker(utterance, lexicon))
    if not asking:
        return _part(mentions, [(0, len(mentions.text))]) if _is_bare(mentions, utterance, lexicon) else None
    if not is_asker(utterance, lexicon) and _begs(mentions, asking):
        return None
    if facts > (_FACTS_ALLOWED if is_asker(utterance, lexicon) else 0):
        return None
    if not is_asker(utterance, lexicon) and _asks_by_the_way(mentions.blanked, asking[0][0]):
        return None
    asked = [span for span in asking if not words.HEARSAY.search(mentions.blanked[span[0] : span[1]])]
    return _part(mentions, sorted([*(asked or asking), *beside]))


def _begs(mentions: Mentions, asking: Spans) -> bool:
    """几座老坟没迁走，恳请资源局来人一块做工作: whether who asks for help asks nothing of the bot."""
    if any(mentions.blanked[start:end].endswith(("？", "?", "吗", "呢")) for start, end in asking):
        return False
    return any(words.HELP_WANTED.search(clause[0]) for clause in _CLAUSE.finditer(mentions.blanked))


def _asks_by_the_way(blanked: str, first: int) -> bool:
    """导行方案还在审。另外问下，下周例会几点: whether how far works are was told before anything was asked."""
    aside = words.BY_THE_WAY.search(blanked)
    return (
        aside is not None and aside.start() <= first and words.STANDS_SO.search(blanked, 0, aside.start()) is not None
    )


def whole_part(mentions: Mentions) -> Part:
    """A message that asks as a whole."""
    return _part(mentions, [(0, len(mentions.text))])


def _is_bare(mentions: Mentions, utterance: Utterance, lexicon: Lexicon) -> bool:
    blanked, asker = mentions.blanked, is_asker(utterance, lexicon)
    if asks_barely(blanked) and (asker or not (words.DENIED.search(blanked) or words.TOLD_FIRST.match(blanked))):
        return True
    ends = words.ENDS_WITH_OF.search(blanked) is not None and words.NOT_BARE.search(blanked) is None
    return ends and len(blanked) <= words.LONGEST_BARE and asker


Spans = list[tuple[int, int]]


def _sorted_clauses(mentions: Mentions, asker: bool) -> tuple[Spans, Spans, int]:
    """The clauses that ask, those that only say of what, and how many state facts."""
    asking: Spans = []
    beside: Spans = []
    facts = 0
    for clause in _CLAUSE.finditer(mentions.blanked):
        if _leads_on(clause, mentions.blanked):
            continue
        if _tells(clause[0]):
            facts += 1
        elif asks_openly(clause[0] if asker else words.SOME.sub(" ", clause[0])) and (
            (asker and not facts) or not words.HELP_WANTED.search(clause[0])
        ):
            asking.append(clause.span())
        elif words.PROMISED.search(clause[0]) or (asking and words.REASON.match(clause[0])):
            continue
        elif _states(clause, mentions, asker):
            facts += 1
        elif not any(each.search(clause[0]) for each in (words.HEARSAY, words.COURTESY, words.WITNESSED)):
            beside.append(clause.span())
    return asking, beside, facts


def _tells(clause: str) -> bool:
    """说下北站路，环评批了: whether words that may ask for a report begin one."""
    begun = words.TOLD.match(clause)
    return begun is not None and words.STATES.search(clause) is not None and not asks_openly(clause[begun.end() :])


UNDER_WAY = late(r"(?:[还正仍都也]|目前|现在)*在(?![不哪吗])")
"""施工招标呢，在挂网."""


def _leads_on(clause: re.Match[str], text: str) -> bool:
    """北站路呢，环评批了: whether the next clause tells of what this one only names."""
    if not clause[0].endswith("呢") or not text.startswith(("，", ","), clause.end()):
        return False
    if words.NO_TOPIC.search(clause[0]) or _has_word_of_asking(clause[0][:-1]):
        return False
    following = _CLAUSE.match(text, clause.end() + 1)
    if following is None or words.HEARSAY.search(following[0]) or asks_openly(following[0].removesuffix("呢")):
        return False
    told = (words.STATES, words.DATED_WORK, words.GOES_ON)
    return UNDER_WAY.match(following[0]) is not None or any(each.search(following[0]) for each in told)


def _states(clause: re.Match[str], mentions: Mentions, asker: bool) -> bool:
    """Whether a clause beside a question tells a fact; of somebody who reports a trouble is one."""
    if words.STATES.search(clause[0]) or words.DATED_WORK.search(clause[0]):
        return True
    said = mentions.unnamed[clause.start() : clause.end()]
    return not asker and bool(problems_of(hear(said), weighty=False).categories)


def _part(mentions: Mentions, spans: Spans) -> Part:
    """The clauses put together, with their dates, else those of the clauses before them."""
    names = mentions.within(spans)
    inside = tuple(span for span in mentions.dates if any(start <= span.start < end for start, end in spans))
    before = [span for span in mentions.dates if span.end <= spans[0][0] and not _in_hearsay(mentions, span)]
    return Part(
        "，".join(mentions.unnamed[start:end] for start, end in spans),
        words.SINCE_WORK.sub(" ", "，".join(mentions.blanked[start:end] for start, end in spans)),
        inside or tuple(before),
        names if names.named else mentions,
    )


def _in_hearsay(mentions: Mentions, span: DateSpan) -> bool:
    """Whether a day stands where somebody only tells what was said or seen: 不是说7月就投产吗, 我昨天去看了."""
    clauses = (clause.span() for clause in _CLAUSE.finditer(mentions.blanked))
    told = (words.HEARSAY, words.WITNESSED)
    return any(
        start <= span.start < end and any(each.search(mentions.blanked[start:end]) for each in told)
        for start, end in clauses
    )


_SUPPOSES = late(r"(?:[吧么不没哈]|[是对]吧)[？?。]?$|[？?]$")


def supposes(text: str) -> bool:
    """Whether somebody supposes something and waits for a word (马头变今年完不成吧)."""
    return _SUPPOSES.search(text) is not None
