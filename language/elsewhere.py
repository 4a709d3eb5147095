"""What the office wants done that is done on a page or in the settings, not in a chat."""

from language.late import late

_ELSEWHERE = (
    (
        late(
            r"(?:新增|新建|增加|添加|删除|取消|新上|再?加)(?:上|一)*个?(?:[^，。；\n]{0,6}的)?(?:项目|节点|单位)"
            r"(?![^，。；\n]{0,2}(?:问题|进展|情况))"
        ),
        "plan",
    ),
    (
        late(
            r"导(?:出|个|一?[份张])[^，。；\n]{0,8}(?:台账|表|数据|清单|[eE]xcel|EXCEL)|[^，。；\n]{0,6}台账(?:导出?|[发拷传]|给)(?:我|一?份|个|来|出来|过来)"
        ),
        "export",
    ),
    (
        late(
            r"(?:[局委办所司处]|中心|公司|街道|[乡镇]|单位|项目)[^，。；\n]{0,4}(?:改名|更名|改叫|改成叫)(?:叫|为|成|了|[\u4e00-\u9fff])|把[^，。；\n]{2,20}(?:改名|更名|改叫)"
        ),
        "plan",
    ),
    (
        late(
            r"(?:晚上|夜里|早上|早晨|中午|午休|下班|上班|周末|休息日|\d{1,2}[点时]|[一二三四五六七八九十]{1,2}点)[^，。；\n]{0,8}(?:以后|之后|后|以前|之前|前|时间|时)?[^，。；\n]{0,4}"
            r"(?:别|不要|不许|不用|少|就不|不再)(?:再|往|在|给|向)?[^，。；\n]{0,8}(?:发|打扰|推送?|提醒|吵|@|艾特)"
        ),
        "quiet",
    ),
    (
        late(r"^把?[\u4e00-\u9fff]{2,4}(?:[科局]长|主任|同志)?换成[\u4e00-\u9fff]{2,6}[，,。]?[^，。；\n]{0,10}$"),
        "roster",
    ),
    (
        late(
            r"^(?:请|帮我?|麻烦|给我|把|该)*(?:(?:出|做|写|生成|起草|弄|要|来|整|搞|拿|发|编|拟|汇总|准备)[^，。；\n]{0,8})?"
            r"[^，。；\n]{0,8}(?:月报|季报|半年报|年报|月度报告|月度通报|月度简报|情况通报)"
            r"(?:草稿)?(?:(?:给|发)?我?(?:来|出|做|弄|整|拿|发|生成)?(?:一?[份个下])?(?:给我|看看)?)?(?:吧|了|呗)?$"
        ),
        "monthly",
    ),
    (late(r"规则预览|(?:黄灯|红灯|黄|红)(?:的)?(?:标准|规则|口径|期限)?改(?:成|为)\d+(?:天|个?月)"), "rules"),
    (
        late(r"(?:今晚|今天|明天|周末)?[^，。；\n]{0,4}(?:维护|停机|升级)[，,]?[^，。；\n]{0,12}(?:停|暂停|关)"),
        "maintenance",
    ),
    (late(r"^(?:请)?发(?:一下)?(?:本周)?(?:的)?周报(?:通知|提示)$"), "notice"),
)


def wants_monthly(text: str) -> bool:
    """Whether a report of a month or a year is wanted, which the bot does not write."""
    return len(text) <= 30 and belongs_elsewhere(text) == "monthly"


def belongs_elsewhere(text: str) -> str:
    """What the office wants done that is not done in a chat: plan, export, roster and so on; empty where nothing is."""
    return next((what for pattern, what in _ELSEWHERE if len(text) <= 80 and pattern.search(text.strip())), "")
