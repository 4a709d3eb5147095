"""The lexicon of a district: which projects, units, people, towns and categories a text names."""

import gc
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from typing import Self

from language import tokens
from language.late import late
from language.names.clause import place_of_others, qualified
from language.names.colleagues import UnitWords
from language.names.counting import counted, counted_sort
from language.names.forms import Kind, Sense
from language.names.heads import places
from language.names.hits import Hit
from language.names.index import NameIndex
from language.names.kinds import Kinds, with_all_of_sort
from language.names.namesakes import with_namesakes
from language.names.nicknames import MOST, Nicknames
from language.names.offices import category_forms, person_forms, town_forms, unit_forms
from language.names.own import OwnWords
from language.names.reading import Reading, read
from language.names.short_names import Tier
from language.names.siblings import with_marks_of_all
from language.names.span import NameSpan
from language.names.strangers import strangers
from language.names.tails import CALLED
from models.registry import ProjectEntry, Registry

_REMEMBERED = 500
"""So many liaisons' own words are kept at hand: each takes some fifty thousand bytes, and a millisecond to make."""


class Lexicon:
    """Finds names in texts. Adding a project or an alias costs as much as that one name, never the whole registry."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.people_names = frozenset(person.name for person in registry.people.values())
        self._called_so: dict[str, str] = {}
        for person in registry.people.values():
            self._called_so.setdefault(person.name, person.id)
        self._units_called = {
            name: unit.id
            for unit in registry.units.values()
            for name in (*unit.aliases, unit.name.lstrip("县区市旗"), unit.name)
        }
        self.unit_names = frozenset(self._units_called)
        self._own: dict[str, list[str]] = {}
        self._led: dict[str, list[str]] = {}
        """The projects that each unit leads."""
        self._seen_to: dict[str, list[str]] = {}
        """The projects of which each unit holds a node."""
        self._own_words: dict[str, OwnWords] = {}
        self._colleagues: dict[str | None, UnitWords] = {}
        self._skipping: Nicknames | None = None
        self._called: Kinds | None = None
        self._titles: str | None = None
        self._settled: tuple[str, ...] = ()
        self._last: tuple[str, Reading] | None = None
        self._districts = districts(registry)
        towns = frozenset(project.town for project in registry.projects.values() if project.town)
        self._index = NameIndex(self._districts, towns | {town[:2] for town in towns})
        with _uncollected():
            self._add_others(towns)
            for project in registry.projects.values():
                self.add_project(project)

    @property
    def sorts(self) -> frozenset[str]:
        """The categories of the projects that are known."""
        return frozenset(project.category for project in self.registry.projects.values())

    def person_called(self, name: str) -> str | None:
        """Who has a name."""
        return self._called_so.get(name)

    def unit_called(self, name: str) -> str | None:
        """Which unit has a name or an alias."""
        return self._units_called.get(name)

    def is_in_a_name(self, word: str) -> bool:
        """Whether a project is called by a word: 头批示范段."""
        if self._titles is None:
            self._titles = "\n".join(map(self._index.titles, self.registry.projects))
        return word in self._titles

    def is_entered(self, name: str) -> bool:
        """Whether somebody entered a name as it stands: a project's own, or an alias."""
        return any(name == each.name or name in each.aliases for each in self.registry.projects.values())

    def add_project(self, project: ProjectEntry) -> None:
        """Learn a project that was not known before."""
        self._forget()
        if project.liaison:
            self._own.setdefault(project.liaison, []).append(project.id)
        if project.lead_unit:
            self._led.setdefault(project.lead_unit, []).append(project.id)
        for unit in {node.unit: None for node in project.nodes if node.unit}:
            self._seen_to.setdefault(unit, []).append(project.id)
        self._index.add_project(project)

    def add_alias(self, project_id: str, alias: str) -> None:
        """Learn another name of a known project."""
        self._forget()
        self._index.add_alias(project_id, alias)

    def settled(self, projects: tuple[str, ...]) -> Self:
        """The same names, read by somebody who has just said which projects are meant."""
        view = copy(self)
        view._settled = projects
        view._own_words, view._colleagues = {}, {}
        return view

    def own_projects(self, sender: str | None) -> tuple[str, ...]:
        """The projects whose liaison the sender is; those that were settled, where any were."""
        if self._settled:
            return self._settled
        return tuple(self._own.get(sender, ())) if sender else ()

    def kin(self, projects: Iterable[str]) -> list[str]:
        """The projects of one family with some (二期 and 三期 of the same works), they among them."""
        return self._index.family(projects)

    def choose(self, candidates: Iterable[str], sender: str | None) -> tuple[str, ...]:
        """Of several candidates the sender's own one, if exactly one is; else all of them."""
        known = tuple(candidates)
        own = [each for each in known if each in self.own_projects(sender)]
        return (own[0],) if len(own) == 1 else known

    def projects(self, text: str, sender: str | None = None, asking: bool = False) -> tuple[NameSpan, ...]:
        """The projects that a text names; a liaison names their own also by words that fit others: 一期, 大桥.

        A mark alone (二标) that none of the sender's own bears names those who do, unless a liaison reports: then it is
        a part of their own works.
        """
        reading = self._read(text)
        own = self.own_projects(sender)
        hits = reading.hits
        if own and sender is not None:
            hits = self._words_of(sender, own).settle(text, hits)
            hits = self._unit_words(sender).beside(text, hits, own)
        if not asking:
            hits = with_all_of_sort(self._index, text, hits, own)
        if not hits and (asking or not own) and len(self.registry.projects) <= MOST:
            nicknames = self._nicknames()
            hits = nicknames.found(text) or self._kinds.found(text, places(text), ()) or nicknames.branded(text, asking)
        elif hits and not (asking or own) and len(self.registry.projects) <= MOST:
            hits = self._nicknames().beside(text, hits)
        if asking:
            hits = [hit for hit in hits if not self._is_of_another(text, hit, reading)]
        if asking or not own:
            hits = with_marks_of_all(self._index, text, hits)
        if asking and len(self.registry.projects) <= MOST:
            hits = with_namesakes(self._index, text, hits, self.registry.projects)
        return reading.projects(text, counted_sort(self._index, text, counted(text, hits, own), own, asking))

    def _is_of_another(self, text: str, hit: Hit, reading: Reading) -> bool:
        """Whether a question asks after another one of a sort: 葵花中学 is not the only 中学 that is known."""
        said = CALLED.sub("", text[hit.start : hit.end])
        if hit.tier in (Tier.PROPER, Tier.LOOSE) and (works := place_of_others(text, hit.end)):
            return not any(works in self._index.words[each] for each in hit.ids)
        if hit.exact and not (hit.headless or self._index.is_headless(said) or said in tokens.trade_words()):
            return False
        if not qualified(text, hit.start, hit.exact):
            return False
        if any(span.end == hit.start for spans in reading.spans.values() for span in spans):
            return False
        before = text[max(0, hit.start - 2) : hit.start]
        return not any(before in self._index.words[each] for each in hit.ids)

    def sure_projects(self, text: str, sender: str | None = None) -> list[str]:
        """The ids of the projects that a text names beyond doubt, each once."""
        return list(dict.fromkeys(span.candidates[0] for span in self.projects(text, sender) if span.sure))

    @property
    def _kinds(self) -> Kinds:
        if self._called is None:
            self._called = Kinds(self._index, self.registry.projects)
        return self._called

    def _nicknames(self) -> Nicknames:
        if self._skipping is None:
            self._skipping = Nicknames(self._index, self.registry.projects)
        return self._skipping

    def _words_of(self, sender: str, own: Sequence[str]) -> OwnWords:
        """A liaison's own words; of those who have not written for long they are made anew."""
        words = self._own_words.pop(sender, None) or OwnWords(self._index, own)
        if len(self._own_words) == _REMEMBERED:
            del self._own_words[next(iter(self._own_words))]
        self._own_words[sender] = words
        return words

    def _unit_words(self, sender: str) -> UnitWords:
        """The words for what a liaison's unit leads or holds a node of, and a colleague reports."""
        unit = None if self._settled else self.registry.people[sender].unit
        words = self._colleagues.get(unit)
        if words is None:
            known = dict.fromkeys((*self.led_by(unit), *self.seen_to_by(unit))) if unit else ()
            words = self._colleagues[unit] = UnitWords(self._index, tuple(known))
        return words

    def led_by(self, unit: str) -> Sequence[str]:
        """The projects that a unit leads."""
        return self._led.get(unit, ())

    def seen_to_by(self, unit: str) -> Sequence[str]:
        """The projects of which a unit holds a node, its own and others'."""
        return self._seen_to.get(unit, ())

    def strangers(self, text: str) -> tuple[NameSpan, ...]:
        """The projects that a text names and the registry does not hold; their spans have no candidates."""
        reading = self._read(text)
        taken = (*reading.spans[Kind.TOWN], *reading.spans[Kind.UNIT], *reading.spans[Kind.PERSON])
        return strangers(self._index, text, (*reading.hits, *reading.contradicted), taken)

    def units(self, text: str) -> tuple[NameSpan, ...]:
        """The units that a text names."""
        return self._read(text).spans[Kind.UNIT]

    def people(self, text: str) -> tuple[NameSpan, ...]:
        """The people that a text names."""
        return self._read(text).spans[Kind.PERSON]

    def towns(self, text: str) -> tuple[NameSpan, ...]:
        """The towns that a text names."""
        return self._read(text).spans[Kind.TOWN]

    def named(self, text: str) -> list[tuple[int, int]]:
        """Where a text names a project, a unit, a town or somebody."""
        spans = (*self.projects(text), *self.units(text), *self.towns(text), *self.people(text))
        return [(span.start, span.end) for span in spans]

    def categories(self, text: str) -> tuple[NameSpan, ...]:
        """The categories of projects that a text names."""
        return self._read(text).spans[Kind.CATEGORY]

    def _read(self, text: str) -> Reading:
        """The names of a text; the five questions about one text are answered by one reading."""
        last = self._last
        if last is None or last[0] != text:
            last = (text, read(self._index, text))
            self._last = last
        return last[1]

    def _forget(self) -> None:
        """Drop what was derived from the names known so far."""
        self._last = None
        self._own_words.clear()
        self._colleagues.clear()
        self._skipping = self._called = self._titles = None

    def _add_others(self, towns: Iterable[str]) -> None:
        """Learn units, people, towns and categories."""
        forms = self._index.forms
        for unit in self.registry.units.values():
            for form, entered in unit_forms(unit.name, unit.aliases, self._districts):
                forms.add(form, Sense(Kind.UNIT, unit.id, Tier.ENTERED if entered else Tier.SHORT))
        people = ((person.id, person.name) for person in self.registry.people.values() if len(person.name) > 1)
        for form, person, entered in person_forms(people):
            forms.add(form, Sense(Kind.PERSON, person, Tier.ENTERED if entered else Tier.SHORT))
        for town in towns:
            for form in town_forms(town, self._districts):
                forms.add(form, Sense(Kind.TOWN, town, Tier.ENTERED))
        for form, category in category_forms(each.category for each in self.registry.projects.values()).items():
            forms.add(form, Sense(Kind.CATEGORY, category, Tier.ENTERED))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the collector away: a registry makes a million small objects that all stay, and it would walk them often."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


_LOCAL = late(r"^(?:国网|国家电网|中国移动|中国电信|中国联通)?([\u4e00-\u9fff]{2,3}?)(?:区|县|市|旗)(?!域|场|政|民)")
_BRANCH = late(r"(?:局|公司|支队)([\u4e00-\u9fff]{2,3}?)(?:区|县|市)?(?:分局|分公司|支行|大队)")


def districts(registry: Registry) -> frozenset[str]:
    """The district's own name, by which units and projects begin, with and without what it is."""
    units = [unit.name for unit in registry.units.values()]
    projects = [project.name for project in registry.projects.values()]
    seen = Counter(
        found[1] for name in (*units, *projects) for found in (_LOCAL.search(name), _BRANCH.search(name)) if found
    )
    told = {name for name, count in seen.items() if count + sum(each.startswith(name) for each in units) > 2}
    own = {name for name in told if not any(name != other and name.startswith(other) for other in told)}
    return frozenset(form for name in own for form in (name, f"{name}区", f"{name}县", f"{name}市"))
