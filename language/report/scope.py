"""Which projects the clauses speak of: the ones named last, all of the sender's, or the only one they have."""

from collections.abc import Collection, Sequence

from language.belonging import STAGE_WORDS, WORKS_KINDS
from language.late import late
from language.names import Lexicon, NameSpan
from language.names.kinds import BUILT, is_of_kind
from language.report.tokens import Token
from language.terms import index_of
from language.vocabulary_words import NODE_KINDS
from models.registry import ProjectEntry
from models.vocabulary import NodeKind, Role

ALL_OF_THEM = late(
    r"(?<![\d.一二三四五六七八九十百千了过成剩差有期周拜第月])(?P<count>[两俩二三四五六七八九十2-9])(?:个|家|块|处|座|栋|条(?=[路道])|所(?=[学小中高幼卫]))?(?P<noun>[\u4e00-\u9fff]{0,8}?)"
    r"(?:[这上本]周|目前|现在|最近|近期|暂时|还是|仍然?|也|依然|至今){0,2}(?=都|均|全|同|暂|无|没|缺|停|因|本周|目前|进度|[，。：:]|开工|分别|完成|的)"
    r"|(?:所有|全部|各个?|手上的?|名下的?)项目|几个项目"
)
OTHERS_OF_THEM = late(
    r"(?:[之以]?外[，,]?|其[他它余]|剩下|别的|另外)(?:的)?(?:各|那)?(?P<count>[一二两三四五六七八九2-9几])?个?(?:(?P<works>项目)|工程)?(?:这周|本周|目前)?(?=都|均|全|没|无|同|暂|照旧|老样子|正常)"
)
"""除二标外都没变化, 其他两个没变化: of the sender's own the others."""
REST_OF_IT = late(r"(?:项目|工程|这边|那边|的)*(?:其[他它余]|剩下|别的)")
"""风电场|其他都正常: what was told before a name is of it, too."""
SOMEBODYS = late(r"(?:企业|业主|公司|总包|甲方|施工单位|厂家)(?!的)")
"""Who is the subject of a message before any project is named."""
LAID_FREE = frozenset({NodeKind.UTILITIES, NodeKind.ACQUISITION})
HOMES = late(r"[\d一二三四五六七八九十百]户[^，。；]{0,8}[签搬拆腾]|征[拆迁地]|拆迁")
PLEA = late(r"(?:请|恳请|麻烦|烦请|拜托|希望|盼|催|建议)")
"""Whoever begins with a plea names afterwards what it is for."""
BEFORE_ALL = frozenset("，。；：:、 \n这那我们局上的下头责管口家他外")
"""What may stand before 两个 where it means all of somebody's projects."""
COUNTS = {char: place for place, char in enumerate("零一二三四五六七八九十")} | {"两": 2, "俩": 2}
PLAIN_NOUNS = frozenset({"", "项目", "工程", "的", "个项目", "重点项目", "工地", "工点"})


class Scope:
    """The projects in force while a message is read."""

    def __init__(self, lexicon: Lexicon, sender: str | None, text: str, spans: Sequence[NameSpan]) -> None:
        self._lexicon = lexicon
        self._sender = sender
        self._speaks_of_all = ALL_OF_THEM.search(text) is not None
        self.own = lexicon.own_projects(sender)
        self.named: list[str] = []
        self.candidates: tuple[str, ...] = ()
        self.unknown = False
        self._current: tuple[str, ...] = ()
        self._unsaid = () if PLEA.match(text) else self._only_unsaid(text, spans)
        self._left_out: set[str] = set()

    @property
    def ids(self) -> tuple[str, ...]:
        """The projects in force; a liaison with one project need not name it."""
        if self._current or self.unknown or self.candidates:
            return self._current
        if self.named:
            return ()
        return self.own if len(self.own) == 1 else self._unsaid

    @property
    def entries(self) -> list[ProjectEntry]:
        """The same as entries of the registry."""
        projects = self._lexicon.registry.projects
        return [projects[each] for each in self.ids if each in projects]

    def _only_unsaid(self, text: str, spans: Sequence[NameSpan]) -> tuple[str, ...]:
        """The sender's one project that the message does not name, where it names all the others only later."""
        said = {span.candidates[0] for span in spans if len(span.candidates) == 1}
        rest = tuple(each for each in self.own if each not in said)
        if not (len(rest) == 1 and len(self.own) > 1 and said and said <= set(self.own)):
            return ()
        if self._may_be_of(rest[0], said, text, spans):
            return self._of_homes(rest[0], said, text, spans) or rest
        if len(said) == 1 and self._names_works_of(said, text, min(span.start for span in spans), LAID_FREE):
            return tuple(said)  # 三线下地挖沟1.3公里，古镇石板街…
        rest_of_it = len(spans) == 1 and REST_OF_IT.match(text, spans[0].end) is not None
        return tuple(said) if rest_of_it else ()

    def _may_be_of(self, unsaid: str, said: set[str], text: str, spans: Sequence[NameSpan]) -> bool:
        """风机吊装完成4台，风电场其他都正常: works of a plan that is named only then are not the other project's."""
        until = min(span.start for span in spans)
        projects = self._lexicon.registry.projects
        strong = self._names_works_of(said, text, until, LAID_FREE)
        if unsaid not in projects or any(
            not (each.weak and strong) for each in index_of(projects[unsaid]).find(text, 0, until)
        ):
            return True
        if SOMEBODYS.match(text, 0, until):
            return False  # 企业年内计划投资8亿，完成3.1亿；隔膜基地…
        return not self._names_works_of(said, text, until, WORKS_KINDS | LAID_FREE)

    def _names_works_of(self, said: set[str], text: str, until: int, kinds: Collection[NodeKind]) -> bool:
        projects = self._lexicon.registry.projects
        return any(
            not each.weak and all(node.kind in kinds for node in each.nodes)
            for other in said
            if other in projects
            for each in index_of(projects[other]).find(text, 0, until)
        )

    def _of_homes(self, unsaid: str, said: set[str], text: str, spans: Sequence[NameSpan]) -> tuple[str, ...]:
        """61户签完了，…；北货场…: the named project where households are told of that the other plan does not have."""
        if len(said) > 1 or not HOMES.search(text, 0, min(span.start for span in spans)):
            return ()
        plans = [self._lexicon.registry.projects.get(each) for each in (unsaid, *said)]
        without, within = (
            plan is not None and any(node.kind is NodeKind.ACQUISITION for node in plan.nodes) for plan in plans
        )
        return tuple(said) if within and not without else ()

    def settle(self, project: str) -> None:
        """The project is known before a word is read."""
        self._current = (project,)
        if project not in self.named:
            self.named.append(project)

    def lose(self) -> None:
        """A project nobody knows is spoken of: none is in force."""
        self._current, self.unknown = (), True

    def enter(self, group: Sequence[Token]) -> None:
        """The projects in force change to the ones named together."""
        ids: list[str] = []
        for token in group:
            fitting = self._fitting(token.value)
            if len(fitting) == 1 or token.value.together:
                ids.extend(fitting)
            elif not self.candidates:
                self.candidates = fitting
        self._current = tuple(dict.fromkeys(ids))
        self.named.extend(each for each in ids if each not in self.named)

    def leave_out(self, names: Sequence[Token]) -> None:
        """除绕城段外: what is said of the others is not said of these."""
        for token in names:
            self._left_out.update(self._fitting(token.value))

    def enter_others(self, text: str, start: int, end: int, behind_whole: bool = False) -> int:
        """除二标外都没变化: the sender's own that are left; where the words for them end, else 0.

        Behind what was told of a project as a whole (319停工，其他的正常) nothing is left of it: others are meant.

        Whoever says only 其余正常 behind what was told means as many as there are; they need not all be the sender's.
        Of whom has told of somebody else's project, 其他项目 are nobody's in particular.
        """
        hit = OTHERS_OF_THEM.search(text, start, min(end + 1, len(text)))
        if hit is None or hit.start() >= end:
            return 0
        rest = self.rest() if len(self.own) > 1 or self._beside() else ()
        count = COUNTS.get(hit["count"] or "")
        theirs = bool(hit["works"]) and bool(self.named) and not count
        if theirs and not (rest and set(self.named) <= {*self.own, *self._beside()}):
            self._current = ()
            return hit.end()
        # Who has one node in a project has no others there: 其余 are the other projects.
        of_nodes = bool(rest) and bool(self.named) and set(self.named) <= set(self._beside()) and count is None
        counted = bool(self.named) and count == len(rest)
        if not rest or not (theirs or of_nodes or self._left_out or counted or (behind_whole and count is None)):
            return 0
        self._current = rest
        self.named.extend(rest)
        return hit.end()

    def rest(self) -> tuple[str, ...]:
        """The sender's own projects that were not named; of somebody without any, those named and not left out."""
        beside = self._beside() if self._left_out or self.named else ()
        if (
            beside
            and {*self.named, *self._left_out} <= {*self.own, *beside}
            and not {*self.named, *self._left_out} <= set(self.own)
        ):
            return tuple(each for each in (*self.own, *beside) if each not in self._left_out and each not in self.named)
        if self.own and self._left_out <= set(self.own):
            return tuple(each for each in self.own if each not in self._left_out and each not in self.named)
        return tuple(each for each in self.named if each not in self._left_out)

    def _beside(self) -> tuple[str, ...]:
        """Projects of other units in which the sender's unit has a node to see to, an office of permits for one."""
        unit = self._unit()
        if unit is None:
            return ()
        projects = self._lexicon.registry.projects
        return tuple(each for each in self._lexicon.seen_to_by(unit) if projects[each].lead_unit != unit)

    def of_unit(self) -> tuple[str, ...]:
        """Of which the sender's unit reports: their own, a colleague's, and those in which it sees to a node."""
        unit = self._unit()
        return self.own if unit is None else (*self.own, *self._lexicon.led_by(unit), *self._beside())

    def _unit(self) -> str | None:
        """The unit of a sender who is a liaison."""
        person = self._lexicon.registry.people.get(self._sender or "")
        return person.unit if person is not None and person.role is Role.LIAISON else None

    def known(self, projects: Sequence[str]) -> list[ProjectEntry]:
        """Some projects as entries of the registry."""
        return [self._lexicon.registry.projects[each] for each in projects]

    def enter_rest(self, wanted: int = 0) -> bool:
        """The projects in force change to those that were not named, if they are as many as was said."""
        rest = self.rest()
        if not rest or wanted not in (0, len(rest)):
            return False
        self._current = rest
        self.named.extend(each for each in rest if each not in self.named)
        return True

    def enter_sibling(self, noun: str) -> bool:
        """另一期, 另一个水库: the one of the sender's that is not named and is what the one in force is, too."""
        if len(self._current) != 1 or not self._is_a(self._current[0], noun):
            return False
        rest = [each for each in self.rest() if each in self.own and self._is_a(each, noun)]
        if len(rest) == 1:
            self.settle(rest[0])
        return len(rest) == 1

    def enter_all(self, text: str, start: int, end: int) -> int:
        """两个项目都…: all that were named, else all of the sender's own; where the words for them end, else 0."""
        hit = ALL_OF_THEM.search(text, start, min(end + 1, len(text))) if self._speaks_of_all else None
        if hit is None or hit.start() >= end:
            return 0
        said = hit["count"] or ""
        if said and not hit["noun"] and hit.start() > start and text[hit.start() - 1] not in BEFORE_ALL:
            return 0  # 装完2个，1个正在装
        wanted = COUNTS.get(said) or (int(said) if said.isdigit() else 0)
        noun = hit["noun"] or ""
        for stop in range(len(noun), 0 if noun and said else -1, -1):  # 两条路|路基都完成了
            kind = noun[:stop].removesuffix("项目").removesuffix("工程")
            if stop < len(noun) and not _heads_a_count(noun, stop):
                continue
            if fitting := self._as_many(kind, wanted):
                self._current = fitting
                self.named.extend(each for each in fitting if each not in self.named)
                return hit.end() - len(noun) + stop
        return 0

    def _as_many(self, kind: str, wanted: int) -> tuple[str, ...]:
        """So many projects of a kind as are wanted, of those that were named, else of the sender's own."""
        for pool in (tuple(self.named), self.own):
            left = [each for each in pool if each not in self._left_out]
            for sort in (kind, kind[-1:]) if len(kind) == len("学校") else (kind,):
                fitting = tuple(each for each in left if kind in PLAIN_NOUNS or self._is_a(each, sort))
                if len(fitting) > 1 and wanted in (0, len(fitting)):
                    return fitting
        return ()

    def _is_a(self, project: str, noun: str) -> bool:
        entry = self._lexicon.registry.projects[project]
        if is_of_kind(entry.name, noun):
            return True
        return noun in entry.name or noun in entry.category or (len(noun) > 1 and noun[-2:] in entry.name)

    def _fitting(self, span: NameSpan) -> tuple[str, ...]:
        if len(span.candidates) == 1 or span.together:
            return span.candidates
        chosen = self._lexicon.choose(span.candidates, self._sender)
        if len(chosen) == 1:
            return chosen
        known = tuple(each for each in span.candidates if each in self._current) or tuple(
            each for each in span.candidates if each in self.named
        )
        return known if len(known) == 1 else span.candidates


def _heads_a_count(noun: str, stop: int) -> bool:
    """两条路|路基, 三个项目|施工许可证: whether a word behind a count ends before a node's own words begin."""
    if noun[:stop] in ("项目", "工程"):
        return True
    if stop > 1 and noun[:stop] not in BUILT:
        return False
    return any(found.start == stop for table in (NODE_KINDS, STAGE_WORDS) for found in table.find(noun, stop))
