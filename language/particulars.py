"""What leaders ask that no ledger holds: who builds it, what it costs, how large it is, what the bot thinks of it."""

from language.late import late

LONGEST = 40
_PARTICULARS = (
    (
        late(
            r"施工(?:单位|方|队|企业)|承建(?:单位|方|商)?|总包(?:单位|方)?|哪家公司(?:在)?(?:干|做|建|承)|中标(?:单位|企业|人)"
        ),
        "施工单位",
    ),
    (late(r"设计(?:单位|院|师|人员|方|公司)"), "设计单位"),
    (late(r"投资(?:方|人|商|主体)|出资(?:方|人)?|资方|开发商|业主(?:单位|方)?是谁|甲方"), "投资方"),
    (late(r"项目经理|总监|(?:总)?工长|现场负责人"), "项目经理"),
    (
        late(
            r"(?:多少|几)[张个套间组台]?(?:床位?|学位|车位|泊位|座位|机柜|客房|教室|病房|班级|户型|车道)|(?:床位|学位|车位|泊位|座位|机柜|车道)(?:数|有?多少|几个|有几)"
        ),
        "建设规模",
    ),
    (late(r"监理(?:单位|公司|方)?"), "监理单位"),
    (late(r"总盘子|盘子多大|总投资(?:额)?|概算|总造价|造价|预算(?!内)"), "总投资"),
    (late(r"合同(?:额|价)|中标(?:价|金额)"), "合同价"),
    (late(r"占地(?:面积)?|建筑面积|建设规模|多大规模|规模多大|多大面积"), "建设规模"),
    (
        late(
            r"[校院馆局厂]长[^，。；\n]{0,4}(?:人选|定了|是谁|谁当)|领导班子[^，。；\n]{0,4}(?:定了|是谁)|谁(?:当|任)[校院馆厂]长"
        ),
        "人事安排",
    ),
)
_ASKS = late(r"谁|哪[家个]|多少|多大|几|什么|啥|定了没|人选|[?？]|吗$|呢$")
_OPINION = late(
    r"(?:你|机器人|助手)(?:自己)?(?:觉得|认为|看(?!看|一下|下)|说(?!说|一下|下|的)|怎么看)[^，。；\n]{0,16}(?:该不该|应不应该|要不要|行不行|好不好|能不能行|值不值|怎么办|合适吗|砍|停|换)"
    r"|依你看|你怎么看|你(?:有)?什么(?:看法|意见|想法)|你的(?:看法|意见|想法)"
)


def particular_asked(text: str) -> str:
    """What is asked for that no ledger holds; empty where nothing of the sort is."""
    if len(text) > LONGEST or not _ASKS.search(text):
        return ""
    return next((what for pattern, what in _PARTICULARS if pattern.search(text)), "")


_NEVER_KEPT = ("设计单位", "投资方", "项目经理", "建设规模")


def never_kept(text: str) -> str:
    """What is asked for that no topic comes near, whatever its words sound like (设计师是谁, 多少张床位)."""
    what = particular_asked(text)
    return what if what in _NEVER_KEPT else ""


def asks_for_opinion(text: str) -> bool:
    """Whether the bot is asked what it thinks."""
    return len(text) <= LONGEST and _OPINION.search(text) is not None


_FULL_NAME = late(
    r"全称|全名|正式名称|(?:叫|是)(?:个)?(?:什么|啥)名(?:字|称)?|(?:库里|台账里)的?(?:名字|名称|叫法|叫什么|叫啥)"
)
_TELL_ALL = late(
    r"(?:你|先|那|给我|跟我|就)*(?:随便|大概|大致|总体|整体|简单|概括|大体)*(?:地)?(?:说说|讲讲|说一说|讲一讲|汇报|介绍)(?:一下)?(?:整体|总体|大体|全县|全区|全部|目前|现在)*(?:的)?(?:情况|项目|进展)*(?:吧|呗|嘛)?[。.]?"
)


def asks_full_name(text: str) -> bool:
    """Whether somebody asks what a project is called in full."""
    return len(text) <= 24 and _FULL_NAME.search(text) is not None


def asks_for_all(text: str) -> bool:
    """Whether somebody only wants to be told how things stand (随便说说, 讲讲吧)."""
    return len(text) <= 20 and _TELL_ALL.fullmatch(text.strip()) is not None
