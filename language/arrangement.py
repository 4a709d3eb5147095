"""The same told in another order: a state in front of a list, an aside, a joining word, put as is usual."""

import re

from language.apiece import each_its_own
from language.late import late

# what only speaks of the telling --------------------------------------------------------------------------------

_ASIDE = late(
    r"(?<=[^\n])[（(](?:总投资[约为]?[\d.]+[万亿]元?|(?![^（）()]*[\d再后未没待不卡难缺差停等批完])[^（）()]{0,8}(?:附件|附图|附后|附表|照片|图片|视频|截图"
    r"|见[上下]?图|如图|见群|汇报过|[会次周天前早]上?[报说看讲问]过|去[^（）()]{0,4}看过|核实过?|我[刚才]*问的|口径|为准|录入?系统|已上传|牵头单位|牵头部门|责任单位|责任人|联系人|数据来|来源|EPC)"
    r"[^（）()]{0,8})[）)]"
    r"|(?<=[^\n])（(?![^）]{0,16}[等卡在报送已未没不请需待找催由归被与缺给让协支配])[\u4e00-\u9fff]{2,16}(?:公司|集团|[局委办]|街道|中心|指挥部|项目部)）"
    r"|(?<=[^\s])\[(?:图片|照片|视频|文件|链接)\]"
)
"""（详见附件）, （上周会上汇报过）, （总投资3.2亿元）, （区住建局）: what is no state of the works."""
_SIGNED_OFF = late(
    r"[，。；\n]\x20?(?:以上)?(?:就?是)?(?P<name>[^，。；：\n]{2,14}?)(?:的|目前|本周|这边|那边|大概|大致|主要|暂时)*就(?:是)?(?:这个?|这么个|这样的?|这些|上述)(?:情况|进展|进度|些|样)?了?。?$"
    r"|[，。；\n]\x20?(?:以上|上面|上述)(?:就)?(?:是|为)?(?P<above>[^，。；：\n]{2,14}?)(?:项目|工程)?的?(?:本周|目前|最新|当前)?的?(?:工作)?(?:情况|进展|进度|动态)。?$"
    r"|(?<=[。；\n])完[。！]?$"
)
"""…，三污就这个情况; …。以上是三污的情况; …。完: whose it was, or that no more follows."""
_ALL_WELL = late(
    r"(?<=[。；\n])[\x20]?(?:目前|现|暂时|当前|本周)?(?:均|也|都)?(?:[暂并]?无|没有?|不存在|未发生|未发现)(?:任何|其[他它]|什么|啥|重大|新的?)*"
    r"(?:需要?[^，。；：\n]{0,10}(?:事项|问题|地方|困难|的)|(?:资金|用地|材料|人员)?(?:缺口|欠薪|困难|诉求|需求|隐患|协调事项)"
    r"|(?:群众|村民|安全|质量|环保|扬尘|噪音|信访)*(?:事故|投诉|信访|上访|阻工)(?:事件|现象)?|拖欠[^，。；：\n]{0,8}工资)(?:[。！]|$)"
)
"""…。暂无需要协调的事项。: nothing more is told."""
_TOLD_BY = "。以上是{}"
_MAY_CLOSE = late(
    r"[（(\[]|[无没不未][^，。；：\n]{1,14}[。！]?$|(?:情况|进展|进度|动态|这样|这些|这|完)[。！]?了?。?$"
)


def without_asides(text: str) -> str:
    """A text without what only speaks of the telling, and with its sender's last words in their usual form."""
    if not _MAY_CLOSE.search(text):
        return text
    return _SIGNED_OFF.sub(_signed, _ALL_WELL.sub("", _ASIDE.sub("", text)))


def _signed(found: re.Match[str]) -> str:
    name = found["name"] or found["above"]
    return _TOLD_BY.format(name) if name else ""


# a state in front of what is in it ------------------------------------------------------------------------------

_DONE = r"已经?(?:办结|完成|批复|取得|拿到|办理|获批|获得|通过|核发|办好|办完|批|办|落实)"
_STATE = (
    rf"{_DONE}|办结|正在办理|正在办|正在审批|办理中|审批中|报批中|编制中|在办|在审|已受理|待批|(?:尚|还)?[未没]有?(?:办理|办结|启动|开工|完成|取得|批复|办)"
    r"|(?:批|办|拿到|取得|完成)了(?=[一二两三四五六七八九])|无变化|没有?变化|同上周|无进展|没有?进展|停工|已开工|在建"
)
_SORTS = r"(?:前期|审批)?(?:手续|项目|工程|节点|事项|审批|批复)"
_MANY = r"[一二两三四五六七八九十\d]{1,2}[个项]"
_LISTED = r"[^，。；：！？\n（）|｜]{2,60}"
_LABELLED = late(
    rf"(?P<state>{_STATE})(?:的?{_SORTS}?(?:有|是|包括|为)?{_MANY}{_SORTS}?|的?{_SORTS}?)(?:有|是|包括)?：(?P<things>{_LISTED})(?=[，。；\n]|$)"
    rf"|(?P<which>{_STATE})的{_SORTS}?(?:有|包括|是)(?:{_MANY}{_SORTS}?[，：])?(?P<those>{_LISTED})(?=[，。；\n]|$)"
    rf"|(?P<got>已经?(?:批复|取得|拿到|办结|获得|核发|办理))了?(?P<papers>{_LISTED}(?:、|和|及|与)[^，。；：！？\n（）|｜、和及与]{{2,20}})(?=[，。；\n]|$)"
)
"""已办结：环评、能评; 在办的有水保; 已取得核准、环评批复: as 核准、环评批复均已取得."""
_TELLS = late(
    r"[了已没未完]|正在|停(?!车)|受理|开始|进场(?!路|道)|占(?=[\d总全年计])"
    r"|\d(?:[%％]|(?:\.\d+)?[万亿年米公个座户根台亩吨基栋层套处棵])|\d月\d|\d日"
)
"""What stands in a list that tells of each thing by itself: 已完成：环评已批."""
_JOINT = late(r"[、和及与跟]")


def _state_last(found: re.Match[str]) -> str:
    things = found["things"] or found["those"] or found["papers"]
    state = found["state"] or found["which"] or found["got"]
    if _TELLS.search(things):
        return found[0]
    return f"{things}{'均' if _JOINT.search(things) else ''}{state}"


# what a table's column tells of the figures in it -----------------------------------------------------------------

_CELLS = late(r"[|｜\t]")
_HEAD = late(r"(?P<what>[^\d（）()|]{2,14}?)(?:[（(](?:单位：?)?(?P<unit>%|[万亿]?[\u4e00-\u9fff㎡]{1,3})[）)])?$")
_OF_FIGURES = late(r"投资|完成|累计|应|已|未|占比|比例|进度|剩|余|总量|数量|签约|任务|计划")
_FIGURES = late(r"[\d.,]*\d(?P<unit>%|[万亿]?[\u4e00-\u9fff㎡]{1,3})?")


def _with_heads(text: str) -> str:
    """累计完成投资（万元） over 1200 is 累计完成投资1200万元: each figure with the words that stand over its column."""
    heads: list[re.Match[str] | None] = []
    lines = text.split("\n")
    for at, line in enumerate(lines):
        cells = _CELLS.split(line.strip().strip("|｜"))
        if len(cells) != len(heads):
            heads = [_HEAD.fullmatch(cell.strip()) for cell in cells] if len(cells) > 1 else []
        elif heads:
            lines[at] = "|".join(map(_told, cells, heads))
    return "\n".join(lines)


def _told(cell: str, head: re.Match[str] | None) -> str:
    figure = _FIGURES.fullmatch(cell.strip()) if head is not None and _OF_FIGURES.search(head["what"]) else None
    if head is None or figure is None or not (figure["unit"] or head["unit"]):
        return cell
    return head["what"] + figure[0] + ((figure["unit"] is None and head["unit"]) or "")


# words that only join -------------------------------------------------------------------------------------------

_TOLD = (
    r"(?:[没无]有?|未)(?:变化|进展|动静)|同上周|停工了?|停了|没动"
    r"|(?:都|已经?|[还仍]?[没未]|尚未|刚)?(?:批复|批|办结|办完|办|完成|完工|完|受理|开工|封顶|拿到|取得|通过)了"
    r"|(?:已经?|[还仍]?[没未]|尚未)(?:批复|批|办结|办完|办|完成|完工|受理|开工|封顶|拿到|取得|通过)|(?:正在|还在|在)(?:办理?|审|走流程|施工|招标|[打钻浇架铺砌装吊挖填拆改修建立刷编报评调验盖掘]|打桩|浇筑|开挖|安装|装修|调试)"
)
"""What may be said of one thing and be the same with the next: 核准批了，环评也一样."""
_STANDS = (
    r"停工|停着|停了|受阻|暂停|正在[^，。；\n外]{1,8}|在施工|在建|已?开工|(?:还|尚|仍|暂)?[没未](?:开[工始]|启动|动工?|施工|进场|报批?|办|批复?)"
    r"|卡在[^，。；\n外]{1,8}"
)
"""What may be said of one that is left out of what is told of the others: 除防渗墙没开始外."""
_JOINED = (
    (
        "都均全",
        late(
            r"(?P<list>[、和跟与及][^，。；：\n\d、和跟与及]{2,14}?)(?:这)?(?:[两二三四五六七八九2-9](?:个|项|本|份)(?:前期|审批)?(?:手续|批复|证照?|审批|事项|节点|工作)?|俩|仨)"
            r"(?=(?:已经|也|目前|本周|现在)?(?:都|均|全))"
        ),
        r"\g<list>",
    ),
    (
        "也亦同",
        late(
            rf"(?P<said>{_TOLD})(?P<gap>[，；])(?P<who>[^，。；：\n]{{2,16}}?)(?:[也亦](?:是(?:这样|如此)?|一样|同样|如此|然)?|同样|一样)的?(?=[，。；\n]|$)"
        ),
        r"\g<said>\g<gap>\g<who>也\g<said>",
    ),
    ("事", late(r"(?<![^，。；：\n])(?:有|说|汇报|报)?(?:[一二两三四五六\d]|几)[个件]事[情儿]?[，：]"), ""),
    ("分各", late(r"完成(?:比例|率|百分比|进度)(?:分别|各)(?:为|是|有|达到?)"), "分别完成"),
    (
        "证手",
        late(
            r"(?<=[书证复案准评价研查审续函])(?:[两二三四五六七八九]证|(?:各项|前期)*手续)(?:均|都)?已?(?:齐全|办齐|到手)了?"
        ),
        "均已办结",
    ),
    (
        "证手批许",
        late(
            r"(?P<list>[^，。；、：\n]{2,8}、[^，。；、\n]{1,8}?)(?:这)?[两二三四五六七八九][个项样]?(?:证|手续|批文|批复|许可)"
            r"(?:均|都|也|已经?)*(?:齐全|办齐|办结|齐了?|到手|全了|办完|拿到|拿下|有了)了?(?=[，。；\n]|$)"
        ),
        r"\g<list>均已办结",
    ),
    ("同", late(r"同样(?=已|批|办|拿|取|开|完|没|未|在|正|停)"), "也"),
    ("光但仅只", late(r"(?:不光|不但|不仅仅?|不只)是?(?=[^，。；\n]{2,20}，[^，。；\n]{1,20}[也还])"), ""),
    (
        "除",
        late(
            r"除了?(?P<one>[^，。；\n外了已没未停完\d]{2,14}?)[之以]?外?，(?P<other>[^，。；\n其别剩都均全]{2,16}?)也(?=已|批|办|拿|取|开|完|没|未|在|正|停|都)"
        ),
        r"\g<one>、\g<other>也",
    ),
    (
        "管论",
        late(r"(?:不管|无论|不论)是?(?P<one>[^，。；\n]{2,16}?)还是(?P<other>[^，。；\n]{2,16}?)，?(?=都|均|全)"),
        r"\g<one>、\g<other>",
    ),
    (
        "连",
        late(
            r"(?P<one>[\u4e00-\u9fff\d])连同(?P<other>[^，。；\n]{2,16}?)(?:一起|一并|一块儿?|一同)?(?=都|均|全|已|批|办|拿|取)"
        ),
        r"\g<one>、\g<other>都",
    ),
    (
        "除",
        late(rf"除了?(?P<one>[^，。；\n]{{2,14}}?)(?P<told>{_STANDS})[之以]?外，?(?=其[他它余]|别的|剩下)"),
        r"\g<one>\g<told>；除\g<one>外",
    ),
    (
        "除",
        late(rf"除了?(?P<one>[^，。；\n]{{2,14}}?)(?P<told>{_STANDS})[之以]?外，(?=[^，。；\n其别剩都均全])"),
        r"\g<one>\g<told>，",
    ),
    (
        "只就仅唯",
        late(
            r"(?<![^，。；：\n])(?:只有|就|仅|唯独)(?![差是说剩])(?P<one>[^，。；\n]{2,14}?)(?P<told>停工了?|停着|停了|受阻|暂停|在施工|在建|已?开工了?|[没未]开工)[，；](?:其[他它余]|别|剩下)的?(?:项目)?(?=都|均|全|没|无|同)"
        ),
        r"\g<one>\g<told>；除\g<one>外其他",
    ),
    (
        "√✓✔✅☑kK",
        late(
            r"(?<=[\u4e00-\u9fff）])(?<![题了完成好过毕])(?<!完工)(?<!竣工)[：（(\s]?"
            r"(?:[√✓✔✅☑]\ufe0f?|(?i:ok)了?)[）)]?(?=[，、；。\s]|$)"
        ),
        "已完成",
    ),
)
"""What must stand in the text, the words, and the usual ones for them.

A、B两项手续均…; 不光A批了，B也批了; 除了A，B也…; 不管A还是B都…; 除A停工外，其他…; A√.
"""


def usual(text: str) -> str:
    """A report with its lists and joining words as they are usually said."""
    if "\n" in text and ("|" in text or "\t" in text or "｜" in text):
        text = _with_heads(text)
    text = each_its_own(_LABELLED.sub(_state_last, text))
    for hints, pattern, plain in _JOINED:
        if any(hint in text for hint in hints):
            text = pattern.sub(plain, text)
    return text
