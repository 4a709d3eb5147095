"""A project that nobody has registered, told of behind one that is known: …，花桥路刚开工; 妇幼保健院封顶了."""

from collections.abc import Sequence

from language.late import late
from language.terms import index_of
from models.registry import ProjectEntry

_SMALL = r"(?:另外|还有|此外|目前|现在|本周|这周|上周|今天|昨天|截至目前|再就是|然后|至于)?"
_NOT_YET = r"(?:[还才刚已也又都没未仍尚]|已经|正在?|在){0,2}"
_PAPERS = r"开工|动工|开建|备案|立项|可研|核准|环评|能评|初设|招标|挂网|施工许可|图审|施工图|摘牌|土地摘|用地"
_WORKS = (
    r"主体|基础|桩基|封顶|竣工|完工|验收|通车|投用|并网|内?装修|设备安装"
    r"|地基|基坑|土方|土建|厂房|钢结构|征拆|征地|拆迁|完成|架梁|路基|路面|锅炉|生产线"
)
_HEAD = late(
    rf"[，、；。,; ]?{_SMALL}(?P<proper>[\u4e00-\u9fff]{{0,4}}?)"
    r"(?P<sort>(?P<taught>中学|小学|高中|初中|幼儿园|职校|学校|学院)|(?P<nursed>医院|卫生院|保健院|妇保院|敬老院|福利院|养老院)"
    r"|(?P<fuelled>加[油气氢]站|加注站|充电站|换电站|客运站|消防站)|(?P<made>厂)|(?P<crossed>大桥)|(?P<driven>大道|路)"
    r"|(?P<kept>产业园|工业园|物流园|公园|市场|水库)"
    r"|(?P<served>(?:粮食|物资|医疗)?(?:养老|应急|文化|体育|健身|活动|会展|物流|疾控|托育|救助|康养|政务|市民|游客"
    r"|展览|艺术|青少年)(?:服务)?中心)|(?P<stored>变电站|换流站|储备库|物资库|粮库|冷库))"
    rf"(?={_NOT_YET}(?:{_PAPERS}|{_WORKS})|(?<![厂场])(?:又|也|已经?|全面?)?停工)"
)
_MANY = late(
    r"20\d\d|农村|城区|城乡|城镇|乡镇|全[县区市]|中小|路网|管网|分流|片区|标准化|提升行动|[两二三四五六七八九十\d][所处个座条]|等"
)
"""A project of many lots: a school, a street or a village that is told of behind it is one of them."""
_HOLDS = {
    "made": late(r"园|片区|安置|搬迁|征|治理|整治|厂"),
    "fuelled": late(r"服务区|产业园|园区|管网|公交|枢纽|充电"),
    "crossed": late(r"路|国道|[省县乡]道|高速|段|铁|桥"),
    "kept": late(r"园|片区|新城|水系|水环境|水生态|供水|水源|灌|引|调|治理|市场"),
    "driven": late(r"改造|管|网|分流|片区|园|新城|小区|安置|桥|铁"),
    "served": late(
        r"中心(?!粮|小学|学校|医院|卫生院|幼儿|广场)|综合|园|片区|新城|新区|小区|社区|安置|改造|景区|度假|基地|馆"
    ),
    "stored": late(r"电|变|光伏|风|储|网|(?<!消防)站|园|片区|新城|新区|改造|港|基地|仓|冷链|物流|库(?!扩建)"),
}
"""What a project is called that may have such works within it."""
_KINDS = ("taught", "nursed", "fuelled", "made", "crossed", "driven", "kept", "served", "stored")
_NO_NAME = frozenset(
    "这那该本各全每某其他它两一二三四五六七八九十几多新老原旧受因由为把将在给向从对和与及跟被让请占借靠邻穿跨过沿是有没不未无已正并而但且或的了着"
)
_NEAR = late(r"附近|旁边|周边|沿线|隔壁|对面|门口|影响|占用|借用|相邻|临近|紧邻")


def tells_of_unregistered(text: str, start: int, end: int, projects: Sequence[ProjectEntry]) -> int:
    """Where the name of an unknown project ends that a clause begins with, and is no part of those in force; else 0."""
    found = _HEAD.match(text, start, end)
    if (
        found is None
        or (len(found["sort"]) == 1 and len(found["proper"]) < 2)
        or (not found["proper"] and not found["fuelled"])
        or not _NO_NAME.isdisjoint(found["proper"])
        or _NEAR.search(found["proper"])
    ):
        return 0
    sort = next(name for name in _KINDS if found[name])
    return 0 if any(_may_hold(each, found["proper"], sort, found["sort"]) for each in projects) else found.end()


def _may_hold(project: ProjectEntry, proper: str, sort: str, called: str) -> bool:
    """Whether what is named may be a lot or a part of a project."""
    words = "\n".join((project.name, *project.aliases, *(node.name for node in project.nodes)))
    if (proper or called) in words or _MANY.search(project.name):
        return True
    if sort in _HOLDS and _HOLDS[sort].search(project.name):
        return True
    return any(not each.weak for each in index_of(project).find(proper + called))
