"""The forms under which units, people, towns and categories are spoken of."""

from collections.abc import Container, Iterable, Iterator

from language.late import late
from language.names.anatomy import bare_town, without_district
from language.trade_words import plain

_OFFICES = """
发展和改革 发展改革 发改:发改局,发改委
住房和城乡建设 住房城乡建设 住房建设 住建:住建局,住建委,建设局,住建部门
交通运输 交通:交通局,交运局,交通运输局,交委
自然资源和规划 规划和自然资源
自然资源:自规局,资规局,规资局,自然资源局,规自局,国土局,规划局,自然资源分局,自规分局,资规分局,规资分局,规自分局
生态环境:环保局,生态环境局,生态环境分局,环保分局,生态局,环境局
行政审批 政务服务:审批局,行政审批局,政务服务局,政务局
财政:财政局 审计:审计局 统计:统计局 民政:民政局 应急管理 应急:应急局,应急管理局 商务:商务局 科学技术 科技:科技局
司法:司法局 信访:信访局
水务 水利:水务局,水利局
农业农村 农业:农业局,农业农村局,农业农村委,农委
教育和体育 教育体育 教体:教体局,教育局 教育:教育局,教委 体育:体育局
卫生健康 卫健:卫健委,卫健局,卫生局,卫计委
工业和信息化 工信 经济和信息化 经信:工信局,经信局,工信委
林业和草原 林业 林草 园林绿化 园林:林草局,林业局,园林局
城市管理 城管 综合行政执法:城管局,城管委,执法局,城管执法局,综合执法局,综合行政执法局
文化和旅游 文化旅游 文化广电 文旅:文旅局,文广旅局,文化局,文旅委,文体旅局
市场监督管理 市场监管:市场局,市监局,市场监管局,市场监督局
人力资源和社会保障 人社:人社局 医疗保障:医保局 退役军人:退役军人局 机关事务:机关事务局 乡村振兴:乡村振兴局
投资促进:投促局,投资促进局 招商:招商局
国有资产 国资:国资委,国资局 金融:金融局,金融办 人民防空 人防:人防办,人防局 公安交通 交警
交通警察:交警,交警支队,交警大队 公安:公安局,公安分局 消防:消防大队,消防支队,消防救援大队
供电 电力:供电公司,供电局,电力公司,国网 热力 供热:热力公司,供热公司 燃气 天然气:燃气公司,天然气公司 自来水
供水:自来水公司,供水公司,水司
城市投资 城市建设投资 城投:城投公司,城投集团,城投 交通投资 交投:交投公司,交投集团,交投 建设投资
建投:建投公司,建投集团,建投 水务集团 水务投资:水务集团,水投 文化旅游投资:文旅集团,文旅投
轨道交通 地铁:地铁公司,轨道集团 国家税务 税务:税务局 气象:气象局 档案:档案馆 政府办公室:政府办,区府办,县府办
经济开发区 经济技术开发区:开发区管委会,经开区管委会,经开区
高新区 高新技术产业:高新区管委会,高新区 宣传部:宣传部 政法委:政法委 网信:网信办 纪委:纪委 组织部:组织部
"""
"""Offices as the state names them; each line: words that the full name holds, and what people call such an office."""

_LEVELS = ("市", "区", "县", "州", "旗", "省")
_TITLES = tuple(
    plain("主任 科长 局长 区长 县长 镇长 乡长 书记 处长 部长 经理 总 工 科 局 队 主席 站长 院长 校长 所长 股长 组长")
)


def _offices() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    entries: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    names: list[str] = []
    for word in _OFFICES.split():
        last, _, shorts = word.partition(":")
        names.append(last)
        if shorts:
            entries.append((tuple(names), tuple(shorts.split(","))))
            names = []
    return tuple(entries)


OFFICES = _offices()


_STEM = late(r"(?<=[\u4e00-\u9fff]{2})(?:分局|[局委办])$")
_AT_OFFICE = ("手里", "手上", "手头", "那边", "那头", "那几件", "那件", "那几项", "那项", "那家")
"""Behind what an office is called without 局 they say that it is meant: 资规手里的, 经信那件."""


def unit_forms(name: str, aliases: Iterable[str], districts: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """Every form of a unit; true with those that somebody entered."""
    entered = (name, *aliases)
    for form in entered:
        yield form, True
    for form in entered:
        bare = without_district(form, districts)
        if bare != form and len(bare) > 2:
            yield bare, False
    office = _office(name, districts)
    for stem in dict.fromkeys(_STEM.sub("", each) for each in (*aliases, *office) if _STEM.search(each)):
        yield from ((f"{stem}{behind}", False) for behind in _AT_OFFICE)
    for short in office:
        yield short, False
        for level in _LEVELS:
            if level in name[:4] or level in "区县":
                yield level + short, False


def _office(name: str, districts: frozenset[str]) -> tuple[str, ...]:
    """What people call an office of this name; the longest word that it holds decides."""
    bare = without_district(name, districts)
    best: tuple[int, tuple[str, ...]] = (0, ())
    for words, shorts in OFFICES:
        for word in words:
            if len(word) > best[0] and word in bare:
                best = (len(word), shorts)
    return best[1]


_FEW = 4
"""A surname with a title that more people bear than this names nobody."""


def person_forms(people: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, bool]]:
    """Form, id and sureness for each (id, name): full names; given names of two; surnames of few with a title."""
    by_surname: dict[str, list[str]] = {}
    for person, name in people:
        yield name, person, True
        if len(name) == 3:
            yield name[1:], person, False
        by_surname.setdefault(name[:1], []).append(person)
    for surname, bearers in by_surname.items():
        if len(bearers) <= _FEW:
            for title in _TITLES:
                yield from ((surname + title, person, False) for person in bearers)


_OF_A_TOWN = ("的项目", "的几个项目", "几个项目", "那几个", "那几个项目", "那边的项目", "那边几个项目", "有哪些项目")
"""Behind the bare name of a town they say that it is meant, and not what is called after it: 白塔那几个."""


def town_forms(town: str, districts: Container[str] = ()) -> Iterator[str]:
    """A town, and a sub-district without its last words: 城关街道, 城关街道办, 城关街; bare, with its projects."""
    yield town
    bare = bare_town(town)
    if len(bare) > 1 and bare != town and bare not in districts:
        yield from (f"{bare}{behind}" for behind in _OF_A_TOWN)
    if town.endswith("街道") and bare != town:
        yield f"{bare}街"
        yield f"{bare}办事处"


_FIELD = ("类", "口", "口上", "系统", "领域", "板块", "条线", "行业", "方面", "战线")
_HALVES = late(r"^[\u4e00-\u9fff]{4}$")


def category_forms(categories: Iterable[str]) -> dict[str, str]:
    """Each category's own word, and the halves of a double word that belong to no other: 卫生 of 医疗卫生."""
    known = list(dict.fromkeys(categories))
    forms = {category: category for category in known if len(category) > 1}
    halves: dict[str, set[str]] = {}
    for category in known:
        if _HALVES.match(category):
            for half in (category[:2], category[2:]):
                halves.setdefault(half, set()).add(category)
    for half, owners in halves.items():
        if len(owners) == 1 and half not in forms and half not in _NOT_HALVES:
            forms[half] = next(iter(owners))
    return forms


_NOT_HALVES = frozenset(
    {"城市", "更新", "基础", "设施", "建设", "项目", "社会", "民生", "农村", "生态", "公共", "服务", "产业"}
)
