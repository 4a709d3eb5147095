"""Ends and days that are told right beside works and are none of theirs: what was mended, what somebody hands over."""

from language.belonging import PERMITS, WORKS_KINDS
from language.late import late
from language.procedures import PROCEDURE_KINDS
from language.report.saying import Saying
from language.structure import Gap
from language.tables.marks import Mark
from models.registry import NodeEntry
from models.vocabulary import NodeKind, Status

_SMALL = (
    r"(?:[，、 但不过]|已经?|都|也|刚刚?|才|总算|终于|全部?|现在|目前|"
    r"今[天早晚]|昨[天晚日]|上午|下午|连夜|当天|很快|及时|经?抢修)"
)
_THING = (
    r"(?:故障|毛病|问题|隐患|险情|塌方|缺口|漏点|渗水|涌水|漏水|积水|裂缝|缺陷|设备|机器|机子|主机|钻机|吊车|塔吊|泵|水泵|泵车|船|打桩船"
    r"|盾构机|变压器|发电机|电梯|搅拌站|便道|道路|路|电|网|闸门|模板|零件|配件|轴承|刀盘)"
)
MENDED = late(
    rf"{_SMALL}*(?:把|给)?{_THING}?{_SMALL}*"
    r"(?:抢?修[好复通完]|维修(?:好|完)|检修完?|更换(?:好|完)|换[好上完]"
    r"|处[理置](?:好|完|掉)?|排除|消除|恢复|解决|疏通|抢通|清[通掉除理]|堵[住上好]|封[住堵]|抽[干完]|补[好上]|整改[好完]?)"
    r"(?:了|完毕|完成|到位|掉|好|完)*[。！ ]*"
)
"""已修好, 问题处理完了: what went wrong is over; the works beside it have not ended for it."""
OF_MENDING = late(r"修|治理|整治|整改|处理|处置|恢复|抢险|清")
"""In the name of a node: mending is the work itself."""

FROM_OTHERS = late(
    r"[，、\s]?(?:但|不过|要?等)?(?:设计院?|设计单位|图审(?:公司|中心)|[勘检监]?[察测理]单位|检测(?:院|所|公司)|供货[商方]|供应商|厂[家方]"
    r"|施工图|图纸|变更|报告|数据|检测结果|[\u4e00-\u9fff]{0,4}(?:公司|单位|院|所|厂))"
    r"[^，。；]{0,10}?(?:出|给|交|发|供|回|送)[图货来到]?[。！ ]*"
)
"""设计院月底前出: the day on which somebody hands over what is needed ends no works."""
MADE = PERMITS | {NodeKind.TENDER, NodeKind.PRELIMINARY_DESIGN, NodeKind.DRAWING_REVIEW, NodeKind.FINANCING}

ITS_REPORT = late(r"(?:检[测验]|试验|监测|抽检|评估)(?:的)?(?:报告|结果|数据)(?:还|都|也|一直|至今)*[没未]")
BROUGHT = late(
    r"(?!已经|全部|都|也|现在|目前|刚刚|终于|总算)(?:[A-Za-z]{1,5})?[\u4e00-\u9fff]{1,3}"
    r"(?:已经?|都|也|刚|全|才)*(?:到了|到货了?|到齐了?|进场了|来了)(?![\d一二三四五六七八九十])"
)
"""膜到了, 支座到货了: behind the name of works."""
COMES_AFTER = late(
    r"(?:[要得需须]|只能|必须|还要|还得)?等[^，。；]{1,18}?(?:[才再]|方可)(?:可以?|能够?|好|会|来|去)?(?:开始|继续|全面)?"
    r"[做报办干开上施启进申送动迁移拆装打浇架铺吊挖验提挂走排受]"
    r"|[要得需须]等[^，。；]{1,18}?(?:完|好|到位|结束|通过|建成|[装建拆迁修打浇]成)(?:了|后|以后|之后)*$"
)
"""要等征地完成后才能做: what is to come before it, and nothing of how far it is."""

GRANTERS = (
    r"(?:[国省市区县州镇部盟旗][\u4e00-\u9fff]{0,5}?(?:[里厅局委部府会级]|政府|常务会|常委会)?"
    r"|上面|上级|领导|规委会|主任会议?|最后|最终|正式|\d+月[\d日号]*)*的?"
)
GRANT_AWAITED = late(
    rf"[，、 ]?(?:现在|目前|但|就|只|还|在|正|也|都)*(?:[等待候]|[差缺欠剩])(?:着|的是)?{GRANTERS}"
    r"(?:批复|批文|下文|发文|正式文件|红头文件|文件|盖章|签字|核准|审批|批)(?:文件|意见)?(?:下来|了)?[。！ ]*"
    r"|[，、 ]?(?:但|可|不过|就是|现在|目前|省里|市里|区里|县里|上面|批文|批复)*"
    r"(?:还|尚|仍|一直)*[没未](?:给)?(?:批|下文|发文)(?:复|下来|准)?[。！ ]*"
)
"""就等省里批文, 还没批: behind the end of what is handed in to be granted."""
HANDED_IN = late(
    r"[，、 ]?(?:现在|目前|材料|资料|组卷|卷宗|件|也|都|正在|已经?|在)*(?:报批中?|(?:[上报递送]{1,2}[到给]?)"
    r"[国省市区县州部][\u4e00-\u9fff]{0,6}?(?:审批|待批|批)?了?)[。！ ]*"
)
"""材料报省里了: what was finished before is still to be granted."""
GRANTED_AT_LAST = (PROCEDURE_KINDS - {NodeKind.TENDER}) | {NodeKind.ACQUISITION}


def awaits_grant(saying: Saying) -> bool:
    """征地协议全签完了，就等省里批文: what was told to have ended is not there before somebody grants it."""
    if saying.segment.subjects or saying.clause.gap > Gap.COMMA:
        return False
    return GRANT_AWAITED.fullmatch(saying.text) is not None or HANDED_IN.fullmatch(saying.text) is not None


def mends(saying: Saying, node: NodeEntry) -> bool:
    """钻机坏了，已修好: said by itself behind works, only what went wrong has ended."""
    if saying.status is not Status.DONE or saying.segment.subjects or OF_MENDING.search(node.name):
        return False
    return MENDED.fullmatch(saying.text) is not None


def handed_over(saying: Saying, node: NodeEntry) -> bool:
    """制冷设备要改图，设计院月底前出: whether a day is that of somebody else's paper or goods."""
    if saying.segment.subjects or node.kind in MADE:
        return False
    return FROM_OTHERS.fullmatch(saying.text) is not None


def lacks_its_report(saying: Saying, node: NodeEntry) -> bool:
    """桩基检测报告没出: what works are tested for is not there, which says nothing of how far they are."""
    if node.kind not in WORKS_KINDS or saying.status is Status.BLOCKED:
        return False
    return ITS_REPORT.search(saying.text) is not None


def brings(saying: Saying) -> bool:
    """防渗系统GCL膜到了: a thing that is named behind works has come, and nothing has ended."""
    if saying.status is not Status.DONE or not saying.segment.subjects:
        return False
    last = saying.segment.subjects[-1]
    rest = saying.text[last.start + len(last.text) - saying.segment.start :]
    return BROUGHT.match(rest) is not None


def comes_after(saying: Saying) -> bool:
    """杆线迁改要等征地完成后才能做: whether it is only told what has to come before."""
    return bool(saying.segment.marks(Mark.WAITING)) and COMES_AFTER.search(saying.text) is not None
