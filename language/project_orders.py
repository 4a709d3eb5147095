"""What becomes of a whole project: 停车楼暂停期间不用报, 康养中心撤项, 恢复报送; and who tells that one is given up."""

from collections.abc import Sequence

from language.late import late
from language.office_orders import OfficeOrder, OfficeOrderName

LONGEST_ORDER = 60
_NO_REPORT = late(
    r"(?:不用|不必|无需|不需要?|不要|不再|暂不|先不|别|免于?|停止|暂停|暂缓|中止|停)(?:再|继续|按周|每周|每期|周周)*(?:上报|报送|填报|报周报|报进度|报数|报情况|调度|跟踪|统计|收集|报(?=[了吧啊，,。；;！!\s]|$))"
    r"|免报|停报|(?:暂停|停一停|放一放|先停)(?:一段时间|一下|一阵|着)?(?:了|吧)?[。！!]?$"
)
_REMOVED = late(
    r"撤项|退库|出库(?!房)|销项|结项|(?:移|调|退|剔)出(?:了)?(?:今?本?年?度?重点项目|重点|项目|本年度)*(?:库|清单|盘子|名单|台账|计划|范围)"
    r"|(?:从|在)[^，。；\n]{0,8}(?:库|清单|台账|盘子|名单)(?:里面?|中|上|内)?(?:删|去|移|拿|剔|撤|销|划|勾|摘|清|拉|踢|消)(?:掉|除|出|下来|去|下)?"
    r"|剔除|不再(?:列入|纳入|作为|列为)[^，。；\n]{0,10}|不再实施|(?:终止|取消|撤销)(?:实施|建设|该项目|这个项目|项目)(?=了?[。！!，,\s]|了?$)"
)
_WIPED = late(
    r"^(?:请|把|将|麻烦|帮我)*(?:删除|删掉|去掉|撤掉|移除)□+(?:这个)?(?:项目|工程)?(?:吧|了)?$"
    r"|^(?:请|把|将|麻烦|帮我)*□+(?:这个)?(?:项目|工程)?(?:给)?(?:删除|删掉|删了|去掉|撤掉|移除|撤了)(?:吧|了)*$"
)
"""删除冷链园: nothing but the project's name is left."""
_AGAIN = late(
    r"恢复(?:周报|每周|正常)?(?:报送|上报|填报|报(?!告|批|建)|调度|入库|在库)|(?:重新|继续|接着|照常)(?:开始|恢复)?(?:周报)?(?:报送|填报|纳入报送|报(?=[了吧，,。！!\s]|$)|入库|列入|纳入)"
    r"|恢复(?:了|项目|该项目)?(?=[，,。！!\s]|$)|^(?:请|把|将)*恢复(?=[^，,。；;\n]{2,30}$)"
)
_NO_ORDER = late(
    r"[?？]|吗|如果|要是|是不是|要不要|能不能|可不可以|建议|申请|拟|打算|考虑|想|是否|怎么|为什么|为啥|谁|哪|几|周报(?:本周|这周)|别人|听说|据说|不同意|暂不同意"
)


_SMALL = late(
    r"(?:按照?|根据|依据|经|依)[^，,。]{2,20}(?:意见|纪要|会议?|同意|研究|精神|要求|批示|批复)|\d{1,2}月(?:\d{1,2}[日号])?"
    r"|本周|下周|今天|今日|即日|今后|以后|项目|工程|这个|那个|该|本|这|那|的|已经?|正式|现在|目前"
    r"|今年|明年|年内|办结|完结|完工|竣工|建成|移交|交付|投用|投产|验收|完成|合格|通过|了|并|全部|县里|区里"
    r"|先|就|也|都|被|要|可以|从|起|把|将|请"
    r"|麻烦|同意|决定|明确|建议|申请|打算|准备|拟|想|报请"
    r"|我们?|咱们?|局里|公司|县里|区里|市里|镇上|上面|领导|投资方|业主|[、 ]"
)
_CLAUSE = late(r"[，,。；;！!\n]")


def only_orders(text: str) -> bool:
    """Whether one clause alone holds the order, so that nothing is told of the works (智慧城管暂停报送)."""
    return _CLAUSE.search(text.rstrip("，,。；;！!\n ")) is None


_STOPPED = late(r"暂停|停工|缓建|停建|暂缓|搁置|冬歇|停一停")


def _blanked(text: str, names: Sequence[tuple[int, int]]) -> str:
    """The text without the names in it: 高标准农田 is no 招标."""
    for begin, end in names:
        text = f"{text[:begin]}{'□' * (end - begin)}{text[end:]}"
    return text


def _of_whole(text: str, start: int, names: Sequence[tuple[int, int]]) -> bool:
    """Whether what is said is said of the project, and of no part of it (外墙不做了)."""
    ends = [found.end() for found in _CLAUSE.finditer(text, 0, start)]
    first = ends[-1] if ends else 0
    inside = [(max(begin, first), min(end, start)) for begin, end in names if end > first and begin < start]
    said = text[first:start]
    for begin, end in sorted(inside, reverse=True):
        said = said[: begin - first] + said[end - first :]
    return not _SMALL.sub("", said)


def read_project_order(text: str, names: Sequence[tuple[int, int]]) -> tuple[OfficeOrder, ...]:
    """The office's word on a whole project, whose name stands at `names`; whoever obeys knows which one it is."""
    if len(text) > LONGEST_ORDER or _NO_ORDER.search(_blanked(text, names)):
        return ()
    if _WIPED.search(_blanked(text.strip(" 。！!"), names)):
        return (OfficeOrder(OfficeOrderName.REMOVE_PROJECT, words=text, told=True),)
    for name, pattern in (
        (OfficeOrderName.RESTORE_PROJECT, _AGAIN),
        (OfficeOrderName.REMOVE_PROJECT, _REMOVED),
        (OfficeOrderName.SPARE_PROJECT, _NO_REPORT),
    ):
        found = pattern.search(text)
        if found and (pattern is _AGAIN or _STOPPED.search(text) or _of_whole(text, found.start(), names)):
            return (OfficeOrder(name, words=text, told=True),)
    return ()


_GIVEN_UP = late(
    r"(?:不|没)(?:再|打算|准备)*(?:搞|建|干|做|实施|上|投|推进|继续)(?:下去)?了|(?:项目|工程)(?:已经?|被|都)*(?:取消|终止|中止|撤销|下马|黄|流产|叫停|停建|作废|废)了?"
    r"|(?:已经?|被|都)*(?:取消|终止|撤销|下马|流产|叫停|停建)了(?=[，,。！!\s]|$)|(?:申请|拟|建议|准备|打算)(?:撤项|退库|销项|终止|取消|移出)|撤项|退库"
)
_STILL = late(r"[?？]|吗|如果|要是|合同|会议?|评审|招标|标|方案|审批|手续|取消(?:预售|资格)|听说|据说")


def says_given_up(text: str, names: Sequence[tuple[int, int]]) -> bool:
    """Whether somebody says that a whole project is no more (投资方跑了，这项目不搞了)."""
    if len(text) > LONGEST_ORDER or _STILL.search(_blanked(text, names)):
        return False
    return any(_of_whole(text, found.start(), names) for found in _GIVEN_UP.finditer(text))


_GIVEN_TO = late(
    r"(?:由|换[成为]?|改[成为由]|[交转]给|归|派|让|给|是)◆(?:同志|科长|主任|那[里边]|手[里上])?"
    r"(?:来|去|负责|对接|联系|联络|报送?|填报|接手|接管|接|管|跟进?|盯)*(?:了|吧)?(?=$|[，,。；;！!\s])"
    r"|◆(?:同志)?(?:来)?(?:接手|接管|接替|接过去|接)(?:了|吧)?(?=$|[，,。；;！!\s])"
)
_FOR_GOOD = late(
    r"以后|今后|往后|[号日月起]起|换|改由|移交|[转交]给|接手|接管|接替|负责|对接|联络[员人]|经办|不再?管|不再"
)
_FOR_ONCE = late(
    r"[本这上下]周(?!一?起)|这次|代[为报]|替|帮|临时|暂时|问题|议定|事项|任务|销号|挂号|电话|文件|材料|[?？]|吗|谁"
    r"|的事|许可|证|手续|开工|施工|验收|招标|节点|征[地收拆]"
)
"""This week only, or of some matter beside the weekly report."""


def gives_project(text: str, names: Sequence[tuple[int, int]], people: Sequence[tuple[int, int]]) -> int | None:
    """Which of the people named is to report on the project named for good (供热以后由石慧报); else None."""
    if len(text) > LONGEST_ORDER or not people:
        return None
    for begin, end in names:
        text = f"{text[:begin]}{'□' * (end - begin)}{text[end:]}"
    if _FOR_ONCE.search(text) or not _FOR_GOOD.search(text):
        return None
    for place, (begin, end) in enumerate(people):
        said = f"{text[:begin]}◆{text[end:]}"
        found = _GIVEN_TO.search(said)
        if found and found.start() <= begin < found.end():
            return place
    return None


_WHOLE_FINISHED = late(
    r"(?:(?:这个|该|本|整个)?(?:项目|工程)|整体|全部)(?:已经?|都|就|也|可以|算|正式|全部|整体)*(?:办结|完结|收官|销项|了结|结了|完工|完成|算完)(?:了|吧)*(?=$|[，,。；;！])"
)
_BARE_FINISHED = late(r"^[\s，,]*(?:项目|工程)?(?:已经?|正式|可以|全部|整体|都)*(?:办结|完结|收官|了结)(?:了|吧)*$")


def says_finished_whole(text: str, names: Sequence[tuple[int, int]]) -> bool:
    """Whether the office says that a whole project is finished (停车楼已移交投用，这个项目办结了)."""
    if len(text) > LONGEST_ORDER or _NO_ORDER.search(_blanked(text, names)):
        return False
    bare = any(begin <= 3 and _BARE_FINISHED.match(text[end:]) for begin, end in names)
    return bare or _WHOLE_FINISHED.search(text) is not None
