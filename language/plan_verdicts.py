"""What the office says of a request to move a date, or of a date it has moved, by the name of the works."""

import re

from language.late import late

LONGEST = 60
_NO = late(
    r"不(?:予|能|给|准|宜)?(?:同意|批准|批|准|延|顺延|延期|推迟|调整?)(?!件|复)|驳回|退回|不许|不允许|维持原|(?:还|仍|照)?按原(?:来|定|计划|节点|时间|日期)|没(?:有)?(?:同意|批准|通过)|未(?:获)?(?:同意|批准|通过)|否了|打回"
)
_YES = late(
    r"同意|批准(?!了?没)|准了|照准|准予|批了|可以[延推顺调]|通过了?$|原则同意|会(?:上|议)?(?:已经?)?过了|点头|拍板|敲定|[按照][^，。；\n]{1,10}?(?:批|定|办|执行|调整?|改)(?=$|[，,。；;了吧])"
)
_OF_DATES = late(
    r"延期|顺延|推迟|延后|展期|往后|改期|延到|延至|推到|调到|调整到|不(?:许|准|能|得|允许)再?[推延拖挪改缓]|调整(?:计划|节点|日期|时间|工期)|申请|计划|节点|日期|[号日月]"
)
_BACK = late(
    r"撤[回销]|取消|作废|不算数?|恢复|改回|调回|退回|收回|还原|(?:还|仍|照)(?:是)?按(?:原|之前|以前|老)|按原(?:来|定|计划)|维持原|不[延调]了|不改了"
)
_ASKS = late(r"[?？]|吗[。]?$|没有?[。]?$|是不是|能不能|行不行|谁|哪|几|什么|怎么")


_TAKEN_BACK = late(
    r"(?:延期|延后|顺延|推迟|改期|展期|调整|宽限|往[后前][推挪延移]|延长)[^，。；;\n]{0,10}?(?:撤[回销了掉]?(?=$|[，,。；;了吧])|撤[回销]|不要了|不用了|作废|收回|取消|算了|免了|不申请了|不提了|作罢|不作数)"
    r"|(?:申请|请求)[^，。；;\n]{0,4}(?:撤[回销了掉]?(?=$|[，,。；;了吧])|撤[回销]|不要了|不用了|作废|收回|取消|算了|免了|不提了|作罢)"
    r"|(?:撤回|撤销|收回|取消|撤了?)[^，。；;\n销]{0,12}?(?:延期|延后|顺延|推迟|改期|展期|调整|宽限|节点|计划)[^，。；;\n]{0,4}申请|(?:撤回|撤销|收回|取消|撤掉?)[^，。；;\n销]{0,8}?(?:延期|顺延|推迟|改期|展期|宽限)"
    r"|(?:不|不用|不需要?|用不着|没必要|不再|无需|不必|甭)(?:再)?(?:申请)?(?:延期?|延后|顺延|推迟?|改期|往[后前][推挪延移]|宽限|展期|调整(?:计划|节点)?)了?(?=$|[，,。；;了])"
)
_AS_PLANNED = late(
    r"(?:还是|仍然?|照旧|依旧|照|就)(?:是|按|照)?(?:原[来定计]|\d|[本这下]?周|月底)|按(?:期|时|原)(?:能|可以|完成)?"
)


def takes_request_back(text: str) -> bool:
    """Whether who asked for a later day asks for it no more (延期的申请不要了, 不用延了)."""
    return len(text) <= 2 * LONGEST and _TAKEN_BACK.search(text) is not None and not _ASKS.search(text)


def keeps_day(text: str) -> bool:
    """Whether words hold to a day (还是按5月15日); that something else was asked for another must tell."""
    return len(text) <= 2 * LONGEST and _AS_PLANNED.search(text) is not None and not _ASKS.search(text)


def refuses_date(text: str) -> bool:
    """Whether words refuse a later day (大棚不同意延期, 林地那个按原计划走)."""
    return _says(_NO, text)


def grants_date(text: str) -> bool:
    """Whether words grant a later day (取水许可的延期同意了，7月7日调度会); what they rest on another must tell."""
    return _says(_YES, text) and not _NO.search(text)


def takes_date_back(text: str) -> bool:
    """Whether a date that has been moved is to be what it was (节点撤回，还按原来7月10日)."""
    return len(text) <= LONGEST and _BACK.search(text) is not None and not _ASKS.search(text)


def _says(verdict: re.Pattern[str], text: str) -> bool:
    short = len(text) <= LONGEST and not _ASKS.search(text)
    return short and verdict.search(text) is not None and _OF_DATES.search(text) is not None


_MOVES_TO = late(r"(?:延|推|改|调|展|顺|移|挪)[^，。；;\n]{0,3}?(?:到|至|为|成)")


def moves_to(text: str) -> bool:
    """Whether a day is put off to another in so many words (同意延到8月31日), which is an order of its own."""
    return _MOVES_TO.search(text[:LONGEST]) is not None
