"""The lexicon of a district: which projects, units, people, towns and categories a text names."""

import re
from collections import Counter
from collections.abc import Iterable

from language.names.anatomy import Anatomy, take_apart
from language.names.forms import Forms, Kind, Sense
from language.names.marks import mark_at
from language.names.offices import category_forms, person_forms, town_forms, unit_forms
from language.names.short_names import Tier, short_names
from language.names.span import NameSpan
from models.registry import PersonEntry, ProjectEntry, Registry, UnitEntry

_MANY = 12
"""A form that fits more projects than this names none of them: 道路, 管网."""


class Lexicon:
    """Finds names in texts. Adding a project or an alias costs as much as that one name, never the whole registry."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._forms = Forms()
        self._projects: dict[str, ProjectEntry] = {}
        self._marks: dict[str, dict[str, str]] = {}
        self._families: dict[str, list[str]] = {}
        self._own: dict[str, list[str]] = {}
        self._districts = districts(registry)
        self._towns = frozenset(project.town for project in registry.projects.values() if project.town)
        for unit in registry.units.values():
            self._add_unit(unit)
        for person in registry.people.values():
            self._add_person(person)
        for town in self._towns:
            self._add_town(town)
        for form, category in category_forms(each.category for each in registry.projects.values()).items():
            self._forms.add(form, Sense(Kind.CATEGORY, category, Tier.ENTERED))
        for project in registry.projects.values():
            self.add_project(project)

    def add_project(self, project: ProjectEntry) -> None:
        """Learn a project that was not known before."""
        self._projects[project.id] = project
        if project.liaison:
            self._own.setdefault(project.liaison, []).append(project.id)
        anatomy = take_apart(project.name, self._districts, self._towns)
        self._marks[project.id] = dict(anatomy.marks)
        self._families.setdefault(anatomy.core, []).append(project.id)
        self._forms.add(project.name, Sense(Kind.PROJECT, project.id, Tier.ENTERED))
        self._add_forms(project.id, anatomy)
        for alias in project.aliases:
            self.add_alias(project.id, alias)

    def add_alias(self, project_id: str, alias: str) -> None:
        """Learn another name of a known project; what it has before its marks names the siblings too."""
        self._forms.add(alias, Sense(Kind.PROJECT, project_id, Tier.ENTERED))
        anatomy = take_apart(alias, self._districts, self._towns)
        if anatomy.marks:
            for sibling in self._family(project_id):
                self._forms.add(anatomy.core, Sense(Kind.PROJECT, sibling, Tier.SHORT))

    def own_projects(self, sender: str | None) -> tuple[str, ...]:
        """The projects whose liaison the sender is."""
        return tuple(self._own.get(sender, ())) if sender else ()

    def choose(self, candidates: Iterable[str], sender: str | None) -> tuple[str, ...]:
        """Of several candidates the sender's own one, if exactly one is; else all of them."""
        known = tuple(candidates)
        own = [each for each in known if each in self.own_projects(sender)]
        return (own[0],) if len(own) == 1 else known

    def projects(self, text: str) -> tuple[NameSpan, ...]:
        """The projects that a text names."""
        return self._found(text, Kind.PROJECT)

    def units(self, text: str) -> tuple[NameSpan, ...]:
        """The units that a text names."""
        return self._found(text, Kind.UNIT)

    def people(self, text: str) -> tuple[NameSpan, ...]:
        """The people that a text names."""
        return self._found(text, Kind.PERSON)

    def towns(self, text: str) -> tuple[NameSpan, ...]:
        """The towns that a text names."""
        return self._found(text, Kind.TOWN)

    def categories(self, text: str) -> tuple[NameSpan, ...]:
        """The categories of projects that a text names."""
        return self._found(text, Kind.CATEGORY)

    def _add_forms(self, project_id: str, anatomy: Anatomy) -> None:
        for form, tier in short_names(anatomy).items():
            self._forms.add(form, Sense(Kind.PROJECT, project_id, tier))

    def _add_unit(self, unit: UnitEntry) -> None:
        for form, entered in unit_forms(unit.name, unit.aliases, self._districts):
            self._forms.add(form, Sense(Kind.UNIT, unit.id, Tier.ENTERED if entered else Tier.SHORT))

    def _add_person(self, person: PersonEntry) -> None:
        for form, entered in person_forms(person.name):
            self._forms.add(form, Sense(Kind.PERSON, person.id, Tier.ENTERED if entered else Tier.SHORT))

    def _add_town(self, town: str) -> None:
        for form in town_forms(town):
            self._forms.add(form, Sense(Kind.TOWN, town, Tier.ENTERED))

    def _family(self, project_id: str) -> list[str]:
        """A project and its siblings, who differ from it only by marks."""
        for family in self._families.values():
            if project_id in family:
                return family
        return [project_id]

    def _found(self, text: str, kind: Kind) -> tuple[NameSpan, ...]:
        return tuple(span for each, span in self._scan(text) if each is kind)

    def _scan(self, text: str) -> list[tuple[Kind, NameSpan]]:
        """Every name, leftmost and longest, none inside another."""
        found: list[tuple[Kind, NameSpan]] = []
        free = 0
        for place in self._forms.places(text):
            if place < free:
                continue
            for end, senses in self._forms.starting_at(text, place):
                spans = self._read(text, place, end, senses)
                if spans:
                    found += spans
                    free = max(span.end for _, span in spans)
                    break
        return found

    def _read(self, text: str, start: int, end: int, senses: list[Sense]) -> list[tuple[Kind, NameSpan]]:
        """What a form means here, with the marks that follow it."""
        best = min(sense.tier for sense in senses)
        by_kind: dict[Kind, list[str]] = {}
        for sense in senses:
            if sense.tier == best:
                by_kind.setdefault(sense.kind, []).append(sense.id)
        found: list[tuple[Kind, NameSpan]] = []
        for kind, ids in by_kind.items():
            if kind is Kind.PROJECT:
                found += [(kind, span) for span in self._project_spans(text, start, end, ids, best)]
            else:
                found.append((kind, NameSpan(start, end, text[start:end], tuple(ids))))
        return found

    def _project_spans(self, text: str, start: int, end: int, ids: list[str], tier: Tier) -> list[NameSpan]:
        stop, left = self._narrow(text, end, ids)
        if tier is Tier.LOOSE and stop == end and not _speaks_of_works(text, end):
            return []
        if tier is Tier.BARE and not _pointed_at(text, start, end):
            return []
        if len(left) > _MANY or (tier > Tier.ENTERED and text[start:end].isdigit() and stop == end):
            return []
        return [NameSpan(start, stop, text[start:stop], tuple(left))]

    def _narrow(self, text: str, end: int, ids: list[str]) -> tuple[int, list[str]]:
        """Take in the marks that follow a name as far as they tell its candidates apart."""
        left = ids
        while (gap := _GAP.match(text, end)) and (found := mark_at(text, gap.end(), voltages=True)):
            kind, value = found.mark
            fitting = [each for each in left if self._marks[each].get(kind) == value]
            if not fitting:
                break
            left, end = fitting, found.end
        return end, left


_GAP = re.compile(r"[的（( ]?(?:工程|项目)?[的（( ]?")
_WORKS = re.compile(
    r"进展|进度|开工|完成|批复|验收|施工|竣工|封顶|招标|并网|通车|投产|投运|征|签约|环评|手续|许可|问题|情况|怎么样|咋样|到哪|多少|吗|没|了|项目|工程|%|："
)


_POINTER = re.compile(r"[这那](?:个|座|条|处|所|家)?$")
_POINTED = re.compile(r"(?:的)?[这那]?[个几两俩三]?(?:项目|工程)|那边")


def _pointed_at(text: str, start: int, end: int) -> bool:
    """Whether a bare sort of works is pointed at: 那个水库, 医院项目."""
    return _POINTER.search(text, max(0, start - 2), start) is not None or _POINTED.match(text, end) is not None


def _speaks_of_works(text: str, end: int) -> bool:
    """Whether the clause after a loose form speaks of works."""
    stop = end
    while stop < len(text) and text[stop] not in "，。；！？\n":
        stop += 1
    return stop == end or _WORKS.search(text, end, stop) is not None


_LOCAL = re.compile(
    r"^(?:国网|国家电网|中国移动|中国电信|中国联通)?([\u4e00-\u9fff]{2,3}?)(?:区|县|市|旗)(?!域|场|政|民)"
)
_BRANCH = re.compile(r"(?:局|公司|支队)([\u4e00-\u9fff]{2,3})(?:区|县|市)?(?:分局|分公司|支行|大队)")


def districts(registry: Registry) -> frozenset[str]:
    """The district's own name, by which units and projects begin, with and without what it is."""
    seen: Counter[str] = Counter()
    names = [*(unit.name for unit in registry.units.values()), *(each.name for each in registry.projects.values())]
    for name in names:
        for pattern in (_LOCAL, _BRANCH):
            if found := pattern.search(name):
                seen[found[1]] += 1
    return frozenset(
        form
        for name, _ in seen.items()
        if sum(each.startswith(name) for each in names) + seen[name] >= 3
        for form in (name, f"{name}区", f"{name}县", f"{name}市")
    )
