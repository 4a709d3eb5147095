"""Every name that a district knows, ready to be found in texts; grows name by name."""

from collections.abc import Iterable

from language.late import late
from language.names.anatomy import Anatomy, Part, Piece, named_works, take_apart
from language.names.forms import Forms, Kind, Sense, neighbours
from language.names.likeness import Likeness
from language.names.marks import Mark
from language.names.short_names import Tier, short_names
from language.names.sounds import sound
from language.names.spots import Pairs, Spots
from models.registry import ProjectEntry

_SHORT = 3
"""Forms up to this length are also kept by their sound; longer ones are found by their pairs."""

_FILLED = late(r"(?:建设)?(?:工程|项目)$")
"""What nobody says at the end of a name, though it may be left out of no name that holds a measure: 80兆瓦光伏|项目."""


class NameIndex:
    """The forms of all names, and the marks, siblings and words of each project."""

    def __init__(self, districts: frozenset[str], towns: frozenset[str]) -> None:
        self.forms = Forms()
        self.by_sound = Forms()
        self.likeness = Likeness()
        self._pairs = Pairs(self.forms, self.by_sound, self.likeness)
        self.marks: dict[str, dict[str, set[str]]] = {}
        self.asides: dict[str, tuple[str, ...]] = {}
        self.words: dict[str, str] = {}
        """All that belongs to a project's name or plan, in one string; what stands in it is no other project."""
        self.of_nodes: dict[str, str] = {}
        """What a plan node is called that has a name of its own, with its proper word: 黄土坳隧道."""
        self._headless: set[str] = set()
        self._bare: set[str] = set()
        self._town: dict[str, str] = {}
        self._bearing: dict[Mark, list[str]] = {}
        self._names: dict[str, str] = {}
        self._anatomies: dict[str, Anatomy] = {}
        self._aliases: dict[str, list[str]] = {}
        self._core: dict[str, str] = {}
        self._families: dict[str, list[str]] = {}
        self._shared: dict[str, list[Anatomy]] = {}
        """For each family the aliases of one member that name the others too, but for their marks."""
        self.of_sort: dict[str, tuple[str, ...]] = {}
        """The first projects of each sort that was asked for; forgotten when a project is learnt."""
        self._districts = districts
        self._towns = towns

    def add_project(self, project: ProjectEntry) -> None:
        """Learn a project."""
        anatomy = self._anatomy(project.name)
        self._names[project.id] = project.name
        self.marks[project.id] = {}
        self._mark(project.id, anatomy)
        self.asides[project.id] = anatomy.asides
        self.words[project.id] = " ".join((project.name, *project.aliases, *(node.name for node in project.nodes)))
        self._core[project.id] = anatomy.core
        self._town[project.id] = project.town
        self._families.setdefault(anatomy.core, []).append(project.id)
        for shared in self._shared.get(anatomy.core, ()):
            self._add_alias_core(project.id, shared)
        self.forms.add(project.name, Sense(Kind.PROJECT, project.id, Tier.ENTERED))
        if (bare := _FILLED.sub("", project.name)) != project.name and len(bare) > _SHORT:
            self.forms.add(bare, Sense(Kind.PROJECT, project.id, Tier.WHOLE))
        self._add_forms(project.id, anatomy)
        self.likeness.add(project.id, anatomy)
        self._add_with_district(project, anatomy)
        for aside in anatomy.asides:
            self.forms.add(aside, Sense(Kind.PROJECT, project.id, Tier.PROPER))
            if len(aside) > 3:
                self.likeness.add(project.id, self._anatomy(aside))
        for mark in anatomy.marks:
            self._bearing.setdefault(mark, []).append(project.id)
        for alias in project.aliases:
            self._add_alias(project.id, alias)
        for node in project.nodes:
            if (named := named_works(node.name)) and named[0] not in project.name:
                self.of_nodes[named[0]] = named[1]
                self.forms.add(named[0], Sense(Kind.PROJECT, project.id, Tier.LOOSE))
        self._pairs.clear()
        self.of_sort.clear()

    def add_alias(self, project: str, alias: str) -> None:
        """Learn another name of a project; what it has before its marks names the siblings too."""
        self._add_alias(project, alias)
        self._pairs.clear()

    def _add_alias(self, project: str, alias: str) -> None:
        entered = Sense(Kind.PROJECT, project, Tier.ENTERED)
        self._aliases.setdefault(project, []).append(alias)
        self.forms.add(alias, entered)
        anatomy = self._anatomy(alias)
        if all(piece.part in (Part.SORT, Part.QUALITY, Part.ACTION, Part.FILLING) for piece in anatomy.pieces):
            self._headless.add(alias)
        self._mark(project, anatomy)
        if len(alias) <= _SHORT:
            self.by_sound.add(sound(alias), entered)
        self._add_alias_parts(project, alias, anatomy)

    def spots(self, text: str) -> Spots:
        """Where in a text names may begin."""
        return self._pairs.spots(neighbours(text))

    def short_names(self, project: str) -> dict[str, Tier]:
        """All derived forms of a project's name."""
        return short_names(self._anatomy(self._names[project]))

    def name(self, project: str) -> str:
        """A project's whole name."""
        return self._names[project]

    def calls_itself(self, project: str, word: str) -> bool:
        """Whether a word is in a project's name or in an alias of it."""
        return word in self._names[project] or any(word in alias for alias in self._aliases.get(project, ()))

    def titles(self, project: str) -> str:
        """A project's whole name and all its aliases, a line each."""
        return "\n".join((self._names[project], *self._aliases.get(project, ())))

    def pieces(self, project: str) -> list[tuple[Piece, ...]]:
        """The pieces of a project's name and of each of its aliases."""
        return [self._anatomy(name).pieces for name in (self._names[project], *self._aliases.get(project, ()))]

    def has_siblings(self, projects: Iterable[str]) -> bool:
        """Whether a project has siblings, or is one of several."""
        known = list(projects)
        return len(known) > 1 or any(len(self._families[self._core[each]]) > 1 for each in known)

    def family(self, projects: Iterable[str]) -> list[str]:
        """Projects with their siblings, who differ from them only by marks."""
        found: dict[str, None] = {}
        for project in projects:
            found.update(dict.fromkeys(self._families[self._core[project]]))
        return list(found)

    def lies_elsewhere(self, projects: Iterable[str], place: str) -> bool:
        """Whether two characters are the name of a town in which none of some projects lies."""
        if place not in self._towns:
            return False
        return all(place not in self._names[each] and not self._town[each].startswith(place) for each in projects)

    def is_bare(self, alias: str) -> bool:
        """Whether an alias is a proper word and nothing else: 青石河."""
        return alias in self._bare

    def is_headless(self, form: str) -> bool:
        """Whether a form has no proper word, only a sort of works."""
        return form in self._headless

    def is_headless_sound(self, said: str) -> bool:
        """Whether what sounds so is a form without a proper word."""
        return sound(said) in self._headless

    def town(self, project: str) -> str:
        """The town of a project."""
        return self._town[project]

    def in_town(self, town: str, bare: str) -> list[str]:
        """The projects that lie in a town, or begin with its name."""
        return [each for each, lies in self._town.items() if lies == town or self._names[each].startswith(bare)]

    def _mark(self, project: str, anatomy: Anatomy) -> None:
        for kind, value in anatomy.marks:
            self.marks[project].setdefault(kind, set()).add(value)

    def bearing(self, mark: Mark) -> list[str]:
        """The projects whose names bear a mark."""
        return self._bearing.get(mark, [])

    def _add_with_district(self, project: ProjectEntry, anatomy: Anatomy) -> None:
        """A name without a proper word is said with the district for one: 河阳储能, 河阳大桥."""
        named = (Part.PROPER, Part.ORDINAL, Part.PLACE, Part.ROUTE)
        if any(piece.part in named for piece in anatomy.pieces):
            return
        full = take_apart(project.name, frozenset(), self._towns)
        if full.core != anatomy.core and full.pieces[0].part is Part.PROPER:
            sense = Sense(Kind.PROJECT, project.id, Tier.SHORT)
            for form, tier in short_names(full).items():
                if tier <= Tier.SHORT:
                    self.forms.add(form, sense)

    def _anatomy(self, name: str) -> Anatomy:
        anatomy = self._anatomies.get(name)
        if anatomy is None:
            anatomy = self._anatomies[name] = take_apart(name, self._districts, self._towns)
        return anatomy

    def _add_forms(self, project: str, anatomy: Anatomy) -> None:
        senses: dict[Tier, Sense] = {}
        proper = tuple(piece.text for piece in anatomy.pieces if piece.part in (Part.PROPER, Part.ORDINAL, Part.PLACE))
        sorts = {piece.text for piece in anatomy.pieces if piece.part is Part.SORT}
        for form, tier in short_names(anatomy).items():
            if form in self._districts:
                continue
            if tier is Tier.LOOSE or tier is Tier.BARE or not proper or form in sorts:
                self._headless.add(form)
            sense = senses.get(tier) or senses.setdefault(tier, Sense(Kind.PROJECT, project, tier))
            self.forms.add(form, sense)
            if tier <= Tier.SHORT and (len(form) <= _SHORT or _is_made_up(form, anatomy.core)):
                self.by_sound.add(sound(form), sense)
                if form in self._headless:
                    self._headless.add(sound(form))

    def _add_alias_parts(self, project: str, alias: str, anatomy: Anatomy) -> None:
        self._add_alias_core(project, anatomy)
        if anatomy.marks:
            core = self._core[project]
            self._shared.setdefault(core, []).append(anatomy)
            for sibling in self._families[core]:
                self._add_alias_core(sibling, anatomy)
        alone = _is_alone(anatomy)
        if alone:
            self._bare.add(alias)
        if not alone and anatomy.pieces and anatomy.pieces[0].part is Part.PROPER:
            self.forms.add(anatomy.pieces[0].text, Sense(Kind.PROJECT, project, Tier.PROPER))

    def _add_alias_core(self, project: str, anatomy: Anatomy) -> None:
        """Let an alias without its marks name a project."""
        alone = _is_alone(anatomy)
        sense = Sense(Kind.PROJECT, project, Tier.PROPER if alone else Tier.SHORT)
        self.forms.add(anatomy.core, sense)
        if len(anatomy.core) <= _SHORT and not alone:
            self.by_sound.add(sound(anatomy.core), sense)
        self.likeness.add(project, anatomy)


def _is_made_up(form: str, core: str) -> bool:
    """Whether a form holds characters side by side that the name does not, so that no likeness to it finds the form."""
    return len(form) < 6 and (form[:2] not in core or form[-2:] not in core)


def _is_alone(anatomy: Anatomy) -> bool:
    """Whether a name is one proper word and nothing else."""
    return len(anatomy.pieces) == 1 and anatomy.pieces[0].part in (Part.PROPER, Part.PLACE)
