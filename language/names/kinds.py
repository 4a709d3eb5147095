"""Projects called by what they are or make, whatever their name says between: 酒厂, 养牛场, 制氢那个, 学校."""

from collections.abc import Iterable, Sequence
from itertools import islice

from language import tokens
from language.belonging import STAGE_WORDS
from language.late import late
from language.names.anatomy import Part, action_at, bare_town
from language.names.clause import is_everyday, speaks_of_works
from language.names.hits import MANY, Hit
from language.names.index import NameIndex
from language.names.short_names import Tier
from language.names.standing import names_other_works
from language.node_names import thing_of
from language.trade_words import SORTS, table
from language.vocabulary_words import NODE_KINDS
from language.words import listed

_SAID = late(
    r"(?P<at>[厂场站园馆院校桥库闸矿港岛湖河])(?:上|里面?)|(?:(?P<kind>学校|医院|厂子|工厂|变电站|高铁站|火车站)|(?P<what>[\u4e00-\u9fff]{1,3}?)(?P<sort>[厂场站园馆院校楼桥库闸矿港]))"
    r"(?:那边|这边|那块|这块|那头|那个|这个|里面|里|项目|的)?|(?P<bare>[\u4e00-\u9fff]{2,3}?)(?:那个|那块|那边)"
)
"""Something with a word for works behind it, or pointed at."""

_MAKES = r"厂(?!房)|生产|制造|加工|年产|日产|技改|技术改造|扩能|产业化"
_SORTS = {
    "厂": late(_MAKES + "|基地"),
    "场": late("场|养殖|种植|牧"),
    "站": late("站|变电|枢纽"),
    "校": late("学|校"),
    "公路": late(r"国道|[省县乡]道|公路|(?:旅游|产业|环线|绕城|出海|疏港)路|[GSXY]\d{3}"),
    "路": late(r"国道|[省县乡]道|公路|大道|(?<!铁)路(?!灯)|大街|高速(?!铁)|[GSXY]\d{3}"),
    "学校": late("[小中大]学|学[校院]|幼儿园|[一二三四五六七八九][中小](?!型)|高中|校区"),
    "医院": late("医院|卫生院|院区|妇幼|保健院|康复楼|门诊楼|住院楼"),
    "厂子": late(_MAKES),
    "工厂": late(_MAKES),
    "变电站": late("输变电|变电站"),
    "高铁站": late("高铁|火车站|客站|[东西南北]站"),
    "火车站": late("高铁|火车站|客站|[东西南北]站"),
}
"""What stands in the names of the projects that are of a sort; of any other sort the word itself does."""

_POINTED = late(
    r"[这那](?:个|座|条|所|栋|家|处)?(?P<kind>[\u4e00-\u9fff]{1,3}?)(?=[已还没正停也又目现本这旧新主基招环可开完封竣施路下上缺差，,])"
)
"""那座桥: a sort of works that is pointed at."""

_BUILT = tuple(listed("建设 安装 铺设 吊装 施工 架设 砌筑 浇筑 铺装 栽植 开挖 掘进 填筑 结构 敷设 装修 组立 工程 改造"))
_TOLD_OF = late(r"的?(?:正|在|完|已|还|没|未|都|全|也|才|刚|\d|开始|施工|[动打铺砌吊装浇做干建架][了完到着好])")
"""Behind a thing of a plan, what is told of it: 墓位|在砌."""
_LONGEST = 6
_LEAST = 2
_KEPT = 500
"""Words of which it is remembered whom they call: a flood says one over and over."""
_ANY = listed("""
    主体 基础 桩基 土建 结构 钢结 地下 基坑 土方 围护 混凝 承台 墩柱 箱梁 桥梁 隧道 路基 路面 道路 绿化
    景观 照明 室外 室内 内外 内部 外墙 屋面 幕墙 装修 装饰 设备 机电 电气 消防 安装 调试 智能 通风 弱电
    管网 管道 管线 线路 电缆 给水 供水 排水 雨水 污水 雨污 供电 供热 热力 燃气 通信 场地 厂房 站房 教学
    宿舍 附属 配套 施工 竣工 验收 房屋 征地 拆迁 机组 主厂 车间
""")
"""What the works of any project may begin with."""


BUILT = frozenset(table(SORTS))
_WEAK = frozenset("新旧老大小主副东西南北上下前后左右中内外高低")
"""What tells one part of any works from another: 新桥."""


def is_of_kind(name: str, kind: str) -> bool:
    """Whether a project that is called so is of a kind: a school, a road, a works that makes something."""
    known = _SORTS.get(kind)
    return known is not None and known.search(name) is not None


def with_all_of_sort(index: NameIndex, text: str, hits: Sequence[Hit], own: Sequence[str]) -> list[Hit]:
    """The hits, those of a bare sort of works (医院, 公路) meaning every project of that sort: none more than another.

    A liaison means their own by it, where any of theirs is of the sort; what fits too many names none.
    """
    meant = (_of_all(index, text, hit, own) if hit.tier >= Tier.LOOSE else hit for hit in hits)
    return [hit for hit in meant if len(hit.ids) <= MANY]


def _of_all(index: NameIndex, text: str, hit: Hit, own: Sequence[str]) -> Hit:
    said = text[hit.start : hit.end]
    if hit.marked or hit.together or said not in BUILT:
        return hit
    if set(own) & set(hit.ids):
        called = _called_so(index, said, own)
    else:
        if said not in index.of_sort:
            index.of_sort[said] = _called_so(index, said, index.words)
        called = index.of_sort[said]
    ids = list(dict.fromkeys((*hit.ids, *called)))
    if action := action_at(text, hit.end):
        ids = [each for each in ids if said + action in index.name(each)] or ids  # 小区改造
    return hit._replace(ids=ids)


def _called_so(index: NameIndex, said: str, pool: Iterable[str]) -> tuple[str, ...]:
    """The projects of a pool that are of a sort, as many as it takes to see that they are too many."""
    called = (each for each in pool if is_of_kind(index.name(each), said) or said in index.name(each))
    return tuple(islice(called, MANY + 1))


class Kinds:
    """Finds projects by what a clause begins with, if all its characters are one project's."""

    def __init__(self, index: NameIndex, projects: Iterable[str]) -> None:
        self._index = index
        self._names: dict[str, str] = {}
        self._works: dict[str, str] = {}
        self._things: dict[str, str] = {}
        for each in projects:
            names = [[piece.text for piece in name if piece.part is not Part.FILLING] for name in index.pieces(each)]
            self._names[each] = "\n".join("".join(name) for name in names)
        for each in self._names if len(self._names) <= MANY else ():
            for works in index.words[each].split():
                if len(works) > _LEAST and self._is_telling(works, each):
                    self._works[works] = each
                    thing = thing_of(works) if works.endswith(_BUILT) else ""
                    if len(thing) > 1 and self._is_telling(thing, each):
                        self._things[thing] = each  # 墓位 of 墓位建设
        self._begun = (*self._works, *self._things)
        self._order = {each: number for number, each in enumerate(self._names)}
        self._holders: dict[str, set[str]] = {}
        for each, name in self._names.items():
            for sign in set(name):
                self._holders.setdefault(sign, set()).add(each)
        self._titles = "\n".join(index.titles(each) for each in self._names)
        self._signs = frozenset(self._titles)
        """All signs of the names, also those that say no more than that it is a project, or where it is."""
        self._towns: dict[str, list[str]] = {}
        for each in self._names:
            for form in {index.town(each), bare_town(index.town(each))}:
                self._towns.setdefault(form, []).append(each)
        self._plans = "\n".join({index.words[each] for each in self._names})
        self._known: dict[tuple[str, str | None, bool], list[str]] = {}

    def found(self, text: str, spots: Iterable[tuple[int, bool]], hits: Sequence[Hit]) -> list[Hit]:
        """The projects that no name holds yet at heads of clauses, which are some of the `places` of a text."""
        found: list[Hit] = []
        for place, broken in spots:
            if broken or any(hit.start <= place < hit.end for hit in hits):
                continue
            if works := self._own_works(text, place, (*hits, *found)):
                found.append(works)
                continue
            end, ids = self._at(text, place)
            if not ids and not any(hit.start < place for hit in (*hits, *found)):
                end, ids = self._of_sort(text, place)
            if any(hit.start < end and place < hit.end for hit in hits):
                continue
            hit = Hit(place, end, ids, Tier.LOOSE, exact=False)
            spoken_of = 0 < len(ids) <= MANY and speaks_of_works(text, place, end)
            if spoken_of and not names_other_works(self._index, text, hit):
                found.append(hit)
        return found

    def _at(self, text: str, place: int) -> tuple[int, list[str]]:
        """Where what is said at a place ends, and whom it fits."""
        if text[place] in "这那" and (pointed := self._pointed(text, place)):
            return pointed
        if (said := _SAID.match(text, place, place + _LONGEST)) is not None:
            what = said["what"] or said["bare"]
            if said["bare"] in self._towns:
                return said.end(), list(self._towns[said["bare"]])
            if (
                ids := self._called(what, said["sort"], pointed=not said["sort"])
                if what
                else self._of_kind(said["kind"] or said["at"])
            ):
                return said.end(), ids
        if ids := self._in_plan(text, place):
            return place + 2, ids
        return place, []

    def _pointed(self, text: str, place: int) -> tuple[int, list[str]] | None:
        """那座桥: the one project that is of a sort that is pointed at, where no plan has such a thing."""
        said = _POINTED.match(text, place, place + _LONGEST + _LEAST)
        if said is None or said["kind"] == "段" or (said["kind"] not in BUILT and said["kind"] not in _SORTS):
            return None
        if len(said["kind"]) > 1 and self._is_of_a_plan(said["kind"]):
            return None
        fitting = [each for each in self._names if self._is_a(each, said["kind"])]
        return (said.end(), fitting) if len(fitting) == 1 else None

    def _in_plan(self, text: str, place: int) -> list[str]:
        """制氢|备案 of an 绿氢制储 project: two characters of one name, whose plan goes on behind them."""
        said, follows = text[place : place + 2], text[place + 2 : place + 4]
        if len(follows) < 2 or not self._holders.keys() >= set(said) or not (ids := self._called(said, None)):
            return []
        if said in self._names[ids[0]] and any(
            found.start == place + 2 for found in NODE_KINDS.find(text, place, place + 6)
        ):
            return ids
        plan = self._index.words[ids[0]]
        planned = follows in plan and said + follows not in plan and not self._index.calls_itself(ids[0], follows)
        everyday = is_everyday(said) and any(
            follows in self._index.words[each] for each in self._names if each != ids[0]
        )
        return ids if planned and not everyday else []

    def _of_sort(self, text: str, place: int) -> tuple[int, list[str]]:
        """泊位 of whoever has two of them: none of them is meant more than the other."""
        for end in range(place + _LONGEST, place + 1, -1):
            word = text[place:end]
            if word not in BUILT or len(self._names) > MANY:
                continue
            ids = self._calling_themselves(word)
            if len(ids) > 1 and not any(word in self._index.words[each] for each in self._names if each not in ids):
                return end, ids
        return place, []

    def _is_telling(self, works: str, project: str) -> bool:
        """渔市主体: whether what a node is called begins with a word that is nobody else's and no trade's."""
        if (
            works[:2] in _ANY
            or self._index.calls_itself(project, works)
            or any(not found.start for found in NODE_KINDS.find(works))
        ):
            return False
        if STAGE_WORDS.get(works) is not None:
            return False
        return not any(works[:2] in self._index.words[each] for each in self._names if each != project)

    def _own_works(self, text: str, place: int, hits: Sequence[Hit]) -> Hit | None:
        """Works of one's plan that tell by their name that it is no longer the project before of which is told."""
        if not text.startswith(self._begun, place) or not any(hit.start < place for hit in hits):
            return None
        for works, project in (*self._works.items(), *self._things.items()):
            if text.startswith(works, place):
                if works not in self._works and not _TOLD_OF.match(text, place + len(works)):
                    return None
                last = max((hit for hit in hits if hit.start < place), key=lambda hit: hit.start)
                strange = last.ids != [project] and not any(works[:2] in self._index.words[each] for each in last.ids)
                return Hit(place, place + len(works), [project], Tier.LOOSE, of_node=True) if strange else None
        return None

    def _of_kind(self, kind: str) -> list[str]:
        fitting = [each for each in self._names if self._is_a(each, kind)]
        return fitting if kind in _SORTS or len(fitting) == 1 else []

    def _called(self, what: str, sort: str | None, pointed: bool = False) -> list[str]:
        """Whom a word calls; remembered of so many that a flood of words takes no room."""
        asked = what, sort, pointed
        if asked not in self._known:
            if len(self._known) == _KEPT:
                self._known.clear()
            self._known[asked] = self._read_called(*asked)
        return self._known[asked]

    def _read_called(self, what: str, sort: str | None, pointed: bool) -> list[str]:
        """The only project whose name holds all that was said, and which nobody's plan explains better."""
        if not self._signs.issuperset(what):
            return []
        whole = what + (sort or "")
        called = self._calling_themselves(whole)
        if (
            (whole in tokens.trade_words() and (len(called) != 1 if sort else not pointed))
            or _WEAK.issuperset(what)
            or self._is_of_a_plan(whole)
        ):
            return []
        common = set.intersection(*(self._holders.get(sign, set()) for sign in what))
        fitting = [each for each in sorted(common, key=self._order.__getitem__) if self._is_a(each, sort)]
        if len(fitting) > 1 and len(called) == 1:
            return called
        return fitting if len(fitting) == 1 or (sort and len(self._names) <= MANY) else []

    def _calling_themselves(self, word: str) -> list[str]:
        """The projects in whose names or aliases a word stands; all names are looked through at once first."""
        if word not in self._titles:
            return []
        return [each for each in self._names if self._index.calls_itself(each, word)]

    def _is_of_a_plan(self, word: str) -> bool:
        """Whether a project's plan has a word that its names have not."""
        return word in self._plans and any(
            word in self._index.words[each] and not self._index.calls_itself(each, word) for each in self._names
        )

    def _is_a(self, project: str, sort: str | None) -> bool:
        name = self._index.name(project)
        return sort is None or sort in name or is_of_kind(name, sort)
