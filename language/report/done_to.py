"""Whether something is said to be done to what a number counts, told by the make-up of the verb.

Verbs of building are made of few characters (装, 架, 浇, 封…), alone or two together, with a complement behind them
(了, 完, 好, 到位). So 装好, 立起来, 摊铺完 and 架通 are all read without standing in a table.
"""

from language.late import late

VERB = (
    "装架打浇铺吊挖拆签焊砌立栽种修改换接通拉放钻灌填喷刷贴绑铸穿敷埋顶推掘进钉固清搬迁验送并投交领建盖封做干弄搞"
    "完成撑衬抹补摊压爆凿采运卸码排锚张提升合连涂罩覆围平翻整植撒移割剪调烘冲洗抽注蓄供入上落安施组预制加拼竖扎凝竣盘"
    "沉抛吹护勾造置更腾退除收征销关停割扩联配登发租订切喷扫疏浚磨抱拼绕捆缠滑牵展校测编开筑设"
)
"""The characters that verbs of building are made of."""
_NOUNS = (
    "开工|开始|开展|设计|设置|支架|支撑|开关|装置|支护|连接|建制|护围|平整度|配套|配件"
    "|移交|加工|上部|接入|组成|制造|封闭|调度|围护|排放"
)
_NO_ACTION = "建设|施工|改造|修建|新建|扩建|加固"
_AFTER_VERB = (
    "(?:完成?|好|成|起来?|出来?|掉|通|上|下[来去]?|到位|就位|完毕|结束|过|齐|满|拢|毕|净|平|牢|透)?"
    "(?:了|(?<=[完好成掉通])|(?<=[下起出][去来]))"
)
_LEAD = (
    "(?:已经?|现已?|目前|现在|截至|累计|共计?|一共|总共|合计|才|只|就|先后|刚|全部|都|均|实际上?|也|其中|里面|里头|里(?![面头])|中"
    "|到(?=今天|现在|目前)|至今|今天|昨天|的)*"
)
MARKED = late(
    rf"(?:[{VERB}]{{1,3}}{_AFTER_VERB}(?:[\u4e00-\u9fff]?的(?:有)?)?|(?:已经?|均|全部|共|累计|实际)[{VERB}]{{1,4}}"
    r"|完成|就位|到位|投[用运产]|上线|封顶|[竣完]工|通车|并网|贯通|合龙|交付|成型|签约|签订)$"
)
"""The end of what stands before a number: a verb that says by itself that it has happened."""
PLAIN = late(rf"{_LEAD}(?!{_NOUNS})[{VERB}]{{1,4}}")
"""All that stands between a comma or another number and a number: 开挖66、浇筑58."""
GOING_ON = late(rf"(?:(?<!现)在|正|待)[{VERB}]{{1,2}}$")
DENIED = late(r"[没未待拟需将差欠缺](?![没未])[^，。；]{0,5}$|不[^，。；]{1,5}$")
"""没装好的有5台: they are not done."""
BEHIND = late(
    rf"(?:的|[^，。；、\d没未不在正待要拟将准还]{{0,5}}?)(?:都|均|全部?|也)?"
    rf"(?:已经?(?![进报送上开列发入招订下编征合])[{VERB}点启全]"
    rf"|[{VERB}]{{1,3}}(?:完成?|好|成|起来|掉|通|上|到位|就位|完毕|结束)?了"
    rf"|[{VERB}]{{1,2}}(?:完成?|好|到位|完毕)|封顶|投[用运产]|[竣完]工|贯通|就位|并网|合龙|通车|交付|成型|建成)"
)
"""Right behind a number: what is counted is said to have ended."""
NUMBERED = late(r"[^，。；、,;（）()\n]{0,6}?[0-9一二三四五六七八九十两百]")
"""Behind a verb: what it is done to is counted after it, and not before, as in 1280米修好860米."""
FINAL = late(
    "完|成|到|就位|投[用运产入]|封顶|竣工|验收|交付|上线|并网|接通|贯通|通车|合龙|已签|干|做|弄|搞|建|立起|成型"
)
"""Verbs that end anything: whatever was said to be there, so many of it have ended."""
ACTION = late(rf"(?!{_NOUNS}|{_NO_ACTION})[{VERB}](?:[{VERB}裱约])")
"""An act in the name of what is counted: 设备安装, 基坑开挖, 预制箱梁."""
OF_OBJECT = late(rf"[{VERB}打下支扎][孔槽坑模筋笼线杆柱井梁板轨管网灰砖缆桩底]$|开工$|动工$")
"""An act that names what it makes: 成槽, 钻孔, 放线, 立杆."""
SORTS = tuple(
    map(frozenset, ("装吊架立挂铺贴放盖拼组", "挖掘进打钻推开", "浇砌筑打衬封", "栽种植", "拆清除迁搬", "改换修"))
)
"""Characters of acts that are one and the same: a thing is 安装 by being 吊, 立 or 挂."""
NOT_DONE = late(
    rf"(?:(?<![无绝从])[没未](?:有|能)?|(?<!等)待)(?:开[工建挖]|动[工土]|启动|施工|[完竣]工|验收|签约|(?!{_NOUNS}|开|施|动|安排)[{VERB}谈]{{1,2}})"
    r"(?:完成?|好|到位|完毕)?(?:的|户|家|桩|房)?(?:也|还|就|仅|只|尚|都)*(?:有|剩|是|共|约)?$"
)
"""Right before a number: 未浇5座, 没打的还有88根, 待签12户, 未开工2个."""
COME_TO_END = late("[了完好成齐掉]$")
LONGEST = 14
ACT = late(rf"[{VERB}][{VERB}裱约植]")
_STRETCH = "，。；、,;（）()：: \n"


def stretch_before(text: str, begin: int, start: int) -> str:
    """What stands between the last stop and a number."""
    place = start
    while place > begin and text[place - 1] not in _STRETCH and not text[place - 1].isdigit():
        place -= 1
    return text[place:start]


def done_before(text: str, begin: int, start: int) -> str:
    """The words before a number that say that so many are done; empty where there are none."""
    words = stretch_before(text, begin, start)
    if not words:
        return ""
    marked = MARKED.search(words[-8:])
    if marked is not None:
        return "" if DENIED.search(words[-11:]) else marked[0]
    return words if len(words) <= LONGEST and PLAIN.fullmatch(words) is not None else ""


def is_plain(act: str) -> bool:
    """Whether an act is only called by its name, which may be what is to be done: 改造15个小区，改完11个."""
    return ACT.fullmatch(act) is not None


def undone_before(text: str, start: int) -> bool:
    """Whether it is said before a number that so many are still to be done: 没打的还有88根."""
    return NOT_DONE.search(text, max(0, start - LONGEST), start) is not None


def has_ended(act: str) -> bool:
    """Whether an act is told with what it has come to: 签了, and not 签."""
    return COME_TO_END.search(act) is not None


def is_plain_verb(words: str) -> bool:
    """Whether words are nothing but a verb of building, with or without what it has come to."""
    return PLAIN.fullmatch(words) is not None


def going_on(text: str, begin: int, start: int) -> bool:
    """Whether it is said before a number that so many are being done: 在装31部."""
    return GOING_ON.search(text, max(begin, start - 6), start) is not None


def done_behind(text: str, end: int) -> bool:
    """Whether what is counted is said behind the number to have ended: 一台已立起来."""
    found = BEHIND.match(text, end)
    return found is not None and NUMBERED.match(text, found.end()) is None


def is_act(of: str) -> bool:
    """Whether what is counted is called by what is done to it: 设备安装, 基坑开挖."""
    return ACTION.search(of) is not None


def goes_with(of: str, by: str, told: bool = False) -> bool:
    """Whether an act may be done to the whole that stands before it: 安装12台，装好7台, but not 安装12台，调试7台.

    `told` where the whole itself is told by an act, so that what has ended may be of another: 安装22台，投运15台.
    """
    acts: list[str] = ACTION.findall(of) or OF_OBJECT.findall(of)
    if not acts or (not told and FINAL.search(by) is not None):
        return True
    named = set(acts[-1])
    return not named.isdisjoint(by) or any(named & sort and not sort.isdisjoint(by) for sort in SORTS)
