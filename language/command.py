"""Orders to the bot: what somebody tells it to do, and with which arguments."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from language import command_words as words
from language import query_filters as filters
from language.chatter_words import CALLED, TO_COLLEAGUE
from language.late import late
from language.mentions import PROJECT, Mentions, ids, read_mentions
from language.named_units import units_in
from language.normalize import SURNAMES
from language.numerals import small_number
from language.question_words import STATES
from language.understanding import Ask, Command, Utterance
from models.vocabulary import AskAbout, ChatKind, CommandName, ProblemCategory, Publication, Role

if TYPE_CHECKING:
    from language.names import Lexicon

LONGEST_ORDER = 160
"""Nobody orders at greater length; a longer text is a report or a notice."""

_CLAUSES = late(r"[^，。；,;]+")
_PIECES = late(r"[\s，。、！!~…；;.]+")


def read_command(text: str, utterance: Utterance, lexicon: Lexicon) -> Command | Ask | None:
    """The order a message gives, an Ask where its project cannot be told, or None where it orders nothing."""
    if not text or len(text) > LONGEST_ORDER:
        return None
    if simple := _answer(text, utterance) or _undo(text):
        return simple
    if not any(trigger.search(text) for trigger in _TRIGGERS):
        return None
    mentions = read_mentions(text, utterance.now, lexicon, utterance.sender)
    for read in (_bind, _close_problem, _open_problem, _publish, _remind):
        if found := read(mentions, utterance, lexicon):
            return found
    return None


def _answer(text: str, utterance: Utterance) -> Command | None:
    """Yes, no, or the number of a choice: the whole message is the answer."""
    if len(text) > 24:
        return None
    pieces = [piece for piece in _PIECES.split(text) if piece and not words.POLITE.fullmatch(piece)]
    if not pieces:
        return None
    if _overheard(utterance) and all(words.SOFT.fullmatch(piece) for piece in pieces):
        return None
    if all(words.REJECT.fullmatch(piece) for piece in pieces):
        return Command(CommandName.REJECT)
    if all(words.CONFIRM.fullmatch(piece) for piece in pieces):
        return Command(CommandName.CONFIRM)
    return _choose(pieces[0], utterance) if len(pieces) == 1 else None


def _overheard(utterance: Utterance) -> bool:
    """Whether a word in a group may be meant for somebody else: the bot has asked this person nothing."""
    return utterance.chat is ChatKind.GROUP and not (utterance.prompt or utterance.awaiting)


def _choose(piece: str, utterance: Utterance) -> Command | None:
    """A number picked; a bare one in a group is only an answer where this person has been asked."""
    hit = words.CHOOSE.fullmatch(piece)
    if hit is None:
        return None
    if hit["side"]:
        return Command(CommandName.CHOOSE, number=words.SIDES[hit["side"]])
    if hit["bare"] and _overheard(utterance):
        return None
    picked = hit["place"] or hit["picked"] or hit["bare"]
    number = small_number(words.CIRCLED.get(picked, picked))
    return Command(CommandName.CHOOSE, number=number) if number else None


def reported_instead(text: str) -> str:
    """What a message reports in place of what it takes back first; empty where it does not."""
    found = (
        words.UNDONE_FIRST.match(text) or words.UNDONE_BARE.match(text)
        if len(text) <= 400 and ("撤" in text or "不算" in text or "作废" in text)
        else None
    )
    return found["rest"] if found else ""


def _undo(text: str) -> Command | None:
    """Something said is taken back, and nothing else is said."""
    if _only_undoes(text):
        return Command(CommandName.UNDO)
    if len(text) > 40 or words.REPLACED.search(text):
        return None
    if not (words.UNDO_OBJECT.search(text) and words.UNDO_VERB.search(text)):
        return None
    rest = words.UNDO_REST.sub("", words.UNDO_VERB.sub("", words.UNDO_OBJECT.sub("", text)))
    return None if STATES.search(rest) or "？" in rest or "吗" in rest else Command(CommandName.UNDO)


def _only_undoes(text: str) -> bool:
    """Whether every piece of a message takes something back, polite words aside."""
    undoes = False
    for said in _PIECES.split(text):
        piece = words.SORRY.sub("", said)
        if not piece:
            continue
        if words.UNDO_REASON.fullmatch(piece):
            continue
        if not words.UNDO_ALONE.fullmatch(piece.removeprefix("不对").removeprefix("哎呀")):
            return False
        undoes = True
    return undoes


def _bind(mentions: Mentions, utterance: Utterance, lexicon: Lexicon) -> Command | None:
    """Somebody says who they are: 我是区水利局张伟."""
    said = words.BIND_PLEA.sub("", mentions.text) if "是" in mentions.text or "叫" in mentions.text else mentions.text
    hit = words.BIND.fullmatch(words.BIND_DEPUTY.sub("", said).strip(" ，。！!"))
    if hit is None or len(mentions.units) > 1:
        return None
    told = hit["bound"] or hit["told"] or hit["asked"]
    unit = ids(mentions.units)
    for span in mentions.units:
        told = told.replace(span.text, " ")
    name = words.BIND_FILLER.sub("", told)
    if not unit:
        name = words.UNIT_TAIL.sub("", name)
    alone = len(unit) == 1 and name in re.split(r"[\s，。、：:（）()]+", hit["bound"] or "")
    if not words.PERSON_NAME.fullmatch(name) or not (alone or _is_name(name, lexicon)):
        return None
    return Command(CommandName.BIND, person=name, unit=unit[0] if len(unit) == 1 else None)


def _is_name(name: str, lexicon: Lexicon) -> bool:
    """Whether these characters can be a person's name."""
    return name[0] in SURNAMES or any(span.text == name for span in lexicon.people(name))


def _close_problem(mentions: Mentions, utterance: Utterance, lexicon: Lexicon) -> Command | None:
    """A problem goes off the list: 3号问题销号."""
    text = mentions.text
    verb = words.CLOSE.search(text)
    if verb is None or words.NOT_CLOSE.search(text) or text.strip().count("\n") > 1:
        return None  # three lines and more are a report
    for pattern in words.CLOSE_NUMBER:
        hits = [hit for hit in pattern.finditer(text) if not _is_of_a_name(hit.start("number"), mentions)]
        if hits:
            nearest = min(hits, key=lambda hit: abs(hit.start() - verb.start()))
            return Command(CommandName.CLOSE_PROBLEM, number=small_number(nearest["number"]))
    return None


def _is_of_a_name(place: int, mentions: Mentions) -> bool:
    """Whether a number stands in a project's name: 3号泊位销号 names no problem by its number."""
    return any(span.start <= place < span.end for span in mentions.projects)


def _open_problem(mentions: Mentions, utterance: Utterance, lexicon: Lexicon) -> Command | Ask | None:
    """A problem goes on the list: 给铁路专用线挂号：征拆."""
    if not words.OPEN.search(mentions.blanked) or words.NOT_OPEN.search(mentions.unnamed):
        return None
    projects = ids(mentions.projects[:1])
    if not projects and (given := words.OPEN_FOR.match(mentions.text)):
        named = mentions.text[given.end() : given.start("verb")]  # 给|三桥|挂号 is called by what only begins a clause
        projects = ids(read_mentions(named, utterance.now, lexicon, utterance.sender).projects[:1])
    if len(projects) != 1:
        return Ask(AskAbout.PROJECT, projects)
    return Command(CommandName.OPEN_PROBLEM, project=projects[0], problems=_problems(mentions))


def _problems(mentions: Mentions) -> tuple[ProblemCategory, ...]:
    """What the problem is about, by its word, by the trouble that is told, or by the paper that is meant."""
    said = words.OPEN.sub(lambda hit: hit[0] if PROJECT in hit[0] or hit["of"] else " ", mentions.unnamed)
    if words.PAPER_LACKS.search(said):
        return (ProblemCategory.APPROVAL,)
    named = filters.problem_categories_in(said, papers=False)
    told = named or filters.told_troubles(said) or filters.problem_categories_in(said, papers=True)
    return told or ((ProblemCategory.APPROVAL,) if "验收" in said else ())


def _publish(mentions: Mentions, utterance: Utterance, lexicon: Lexicon) -> Command | None:
    """Something is to be made public: 发三色图, 把没报的通报一下."""
    text = words.SEEN.sub("", mentions.unnamed)
    if not words.PUBLISH.search(text) or words.NOT_PUBLISH.search(text) or words.HOLD.search(mentions.text):
        return None  # what is to wait must never go out for the verb that stands beside it
    what = next((what for what, pattern in words.THINGS if pattern.search(text)), None)
    if words.OLD_ISSUE.search(mentions.text) and not words.PUBLIC.search(text):
        return None
    if what is None or (what == Publication.MISSING and not words.PUBLIC.search(text)):
        return None
    return Command(CommandName.PUBLISH, what=Publication(what))


def _remind(mentions: Mentions, utterance: Utterance, lexicon: Lexicon) -> Command | None:
    """Those who have not reported are to be urged; a liaison who wants somebody urged asks for help instead."""
    mentions = _without_spared(mentions)
    text = mentions.unnamed
    if words.NOT_REMIND.search(text) or TO_COLLEAGUE.search(mentions.text) or CALLED.search(mentions.text):
        return None
    sender = lexicon.registry.people.get(utterance.sender or "")
    reports = sender is not None and sender.role in (Role.LIAISON, Role.OWNER)
    if reports and words.HELP_ME.search(text):
        return None
    if not reports and (words.REMIND_ALL.fullmatch(text.strip(" 。！!")) or words.NAGS.search(text)):
        return Command(CommandName.REMIND)
    if not (words.REMIND.search(text) or (not reports and words.REMIND_UNITS.search(text))):
        short = _called_for_short(mentions, lexicon) if not reports and _URGED_LAST.search(mentions.text) else []
        return Command(CommandName.REMIND, units=tuple(short)) if short else None
    units = _units_urged(mentions, lexicon)
    if words.ALL_BUT.search(text):
        units = tuple(unit for unit in _leading_units(lexicon) if unit not in units)
    about_reports = bool(words.REMIND_REPORTING.search(text))
    if (not about_reports and (not units or reports)) or (mentions.towns and not units):
        return None
    return Command(CommandName.REMIND, units=units)


def _without_spared(mentions: Mentions) -> Mentions:
    """先别催教体局，催卫健委: the order without the clauses that say who is not to be urged."""
    clauses = [hit.span() for hit in _CLAUSES.finditer(mentions.text)]
    urged = [span for span in clauses if not words.NOT_REMIND.search(mentions.unnamed, *span)]
    if len(urged) in (0, len(clauses)) or not any("催" in mentions.text[start:end] for start, end in urged):
        return mentions
    text = "，".join(mentions.unnamed[start:end] for start, end in urged)
    return replace(
        mentions.within(urged), text="，".join(mentions.text[start:end] for start, end in urged), unnamed=text
    )


def _leading_units(lexicon: Lexicon) -> tuple[str, ...]:
    """The units that lead a project, and so have to report."""
    leading = (project.lead_unit for project in lexicon.registry.projects.values())
    return tuple(dict.fromkeys(unit for unit in leading if unit))


def _units_urged(mentions: Mentions, lexicon: Lexicon) -> tuple[str, ...]:
    """The units named, those of the people named, and those that lead the projects named."""
    registry = lexicon.registry
    governing = (_unit_of(town, lexicon) for town in ids(mentions.towns))
    people = (registry.people[person].unit for person in ids(mentions.people))
    leading = (registry.projects[project].lead_unit for project in ids(mentions.projects))
    named = (*ids(mentions.units), *governing, *people, *leading)
    found = tuple(dict.fromkeys(unit for unit in named if unit))
    return found or tuple(_called_for_short(mentions, lexicon))


_URGED = late(
    r"^(?:[，,、]|请|麻烦|把|给|对|跟|让|叫|喊|再|先|也|都|去|帮忙?|还是|顺便|另外|单独|重点|催促?|提醒|督促|一?[催下声]|他们)*(?P<who>[^，,。；？?]{2,16}?)"
    r"(?:那边|那里|那家|这[两几]家|两家|几家|的|周报|进展|还|没报|没交|的话|再|也|都|赶紧|抓紧|尽快|马上|各|催促?|一?[催下遍声]|报|交|上来|一个|吧|了)*$"
)


_URGED_LAST = late(r"催(?:一?[下声遍催]|报)?(?:吧|了|啊)?[。！!]?$")


def _called_for_short(mentions: Mentions, lexicon: Lexicon) -> list[str]:
    """催催民政和工信: units that a part of their name stands for, where nothing else is said."""
    found = _URGED.match(mentions.text.strip(" 。！!"))
    return units_in(found["who"], lexicon) if found else []


def _unit_of(town: str, lexicon: Lexicon) -> str | None:
    """The unit that governs a town, which is urged by the town's name: 石笋镇的周报."""
    for unit in lexicon.registry.units.values():
        if any(
            name.startswith(town) and words.OF_TOWN.fullmatch(name, len(town)) for name in (unit.name, *unit.aliases)
        ):
            return unit.id
    return None


_TRIGGERS = (words.BIND_TRIGGER, words.CLOSE, words.OPEN, words.MAY_OPEN, words.PUBLISH, words.REMIND, words.MAY_REMIND)
