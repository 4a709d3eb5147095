"""What stands around a word that ends something and tells what it comes to."""

from language.late import late
from language.report.done_to import VERB
from language.tables.ladder import BESIDE, BEYOND
from language.tables.marks import Mark
from models.vocabulary import NodeKind

ENDING = frozenset({Mark.DONE, Mark.DONE_PAST, Mark.WHOLE, Mark.AWARD})
PAPERS = ("批复", "批文", "证", "批准", "审批")
FIXED = frozenset({"定了", "定下来", "已定", "敲定"})
ACTS_OF_A_DAY = frozenset(
    {NodeKind.START, NodeKind.TOPPING_OUT, NodeKind.COMPLETION, NodeKind.ACCEPTANCE, NodeKind.OPERATION}
)
WORKED_AT = frozenset(
    {
        NodeKind.START,
        NodeKind.FOUNDATION,
        NodeKind.STRUCTURE,
        NodeKind.TOPPING_OUT,
        NodeKind.INSTALLATION,
        NodeKind.OPERATION,
    }
)
"""Works and acts: no paper that comes ends them (批文下来才能开工)."""
OF_PAPERS = late(r"批|^下来|^核发|^核准|^领到|^拿到|^证")
CALLED_GRANTED = late(r"批|证|许可|令$|报告$|备案")
JUST_HAPPENED = ("了", "的", "啦", "喽", "咯")
VERB_BEFORE = {"完": (0, 1, 2), "好": (0, 1, 2), "立": (0, 1)}
"""How many characters of a verb may stand before an end: 组|立完, 修|完了."""
AS_NOUN = late(
    r"的?(?:时间|日期|日子)|的?(?:在即|在望|可期|可待|尚早|未遂|指日可待|遥遥无期)|前(?=[，。；、\s]|$)"
    r"|的(?:决心|目标|把握|希望|可能|难度|前提|时候|门槛|障碍)"
)
"""完成时间, 批复的日子: the end is only named, and a day beside it decides."""
NOT_KNOWN = late(r"不(?:确定|知道|清楚|晓得|了解|好说)[^，。；]{0,6}[没不未]$")
UNTOLD = late(
    r"(?:可能|大概|大约|估计|恐怕|想必|或许|也许|兴许|没准|说不定|是否|是不是|有没有|算不算|算不上|谈不上|称不上|不能说|不能算|不算"
    r"|责令|勒令|力保|任务是|目标是|(?<![为困灾疑])难(?![点题度民])|(?<![请被来电通])传|[催盯]着?|在催|催[办促]|不是|并非|以为|当成|当作|视同|疑似|(?:原|本|原来|本来|之前|当初|先前|起初|一开始|最早)(?:说|讲|报的?是|以为|都说)|(?:图纸|图|纸面|账面|名义|嘴|口头|表面|形式|理论|面子|材料)上|应(?=(?:于|在)?$)(?<![反供响对适相效感]应)|(?:怎么|咋)(?:着|样|说|讲)?(?=[也都])|(?:说[啥什]么?|无论如何|不管怎[么样]+|再怎么[着样说]?)(?=[也都])|(?<![撤分脱剥隔偏])离|距|要想|(?<![无不])[需须]要?|(?<![招接对期款交优善])待(?!遇|命|机|岗|业|产)[^，。；、\s了过完已]{0,8}|何[曾时]|哪[里天日年月]?|几时|(?:什么|啥)时[候间]|要求|必能?"
    r"|(?:早就?|应|就|本|原|都)该|急盼|[坐只就]等|等着|没法|无法|没办法|不能|难以)"
    r"(?:说|是|都|也|就|先|算|得上|全部|全|最终|真正?的?|正式|实质性?|实际上?|完全|全面|彻底|按时|按期|如期|准时|及时|顺利|早日|在|于|把|将|得|该|要|能|会|已经?|业已)*$"
)
"""Before an end, what leaves open or denies that it has come: 是否已, 不是已经, 离…还早, 无法按时."""

NOT_REALLY = late(r"(?:不算|不能算|算不上|谈不上|称不上)(?:是|真正?的?|正式|实质性?|实际上?|完全|全面)*$")
"""Before the name of an act: 不算正式开工 denies it."""

HURRY = late(r"(?:抓紧|加快|赶紧|赶快|加紧|尽快|尽早|早日|加把劲|赶在)[^，。；]{0,9}$")
"""这两天抓紧组立完: what somebody hurries to end has not ended."""

HANDED_TO = late(
    r"(?:(?:已经?|再|正在|正|刚刚?|又)?(?:[呈上转申]?报|[呈递]?送|提交|递交|报送|呈交|提请|申请|报请)(?:给|到|至|经|由|请|了)*)"
    r"(?P<to>(?:[省市区县州镇国]|自然资源|发改|住建|环保?|水利|水务|交通|林业?|文物|国土|规划|[部厅局委办府]|政府|[局厅县市区省部]长|主任|书记|领导|部门|窗口|上级"
    r"|主管|分管)*)$"
)
"""Right before a grant: to whom something was handed for it."""
LIES_WITH = late(
    r"(?<![现存实好])在(?:[省市区县州镇乡国]|部|厅)?[\u4e00-\u9fff]{0,4}(?:[里上部厅局委办院会所司]|中心|公司|那[边里]|手[里上])(?:走|排队|正常)?$"
)
"""Right before a bare verb of granting: whoever is to grant it has it."""
BEING_WRITTEN = late(
    r"(?:文件|文|稿)?(?:已经?|还|都|也|仍|正|在|待)*(?:拟|起草|会签|核稿|校对|套红|用印|发(?=[，。；]|$)(?<=待发))"
)
"""Behind the name of a paper: 批文待发, 批复已拟好."""
GRANTED = frozenset({"批了", "获批", "批下来了", "批复了"})
LETTERS = ("下文", "已下文", "发文", "下了文", "出文", "已发文")
"""省里已下文，钱没到账: the letter is there, the money is not."""
ARRIVED = late(rf"(?:{BEYOND})$")
ARRIVES = late(r"到位|下达|落实|拨付")
WORKS_PAPERS = late(r"(?:手续|许可证?|批文|审批)(?:还|都|也|仍|一直|至今|到现在)*[没未不][\u4e00-\u9fff]{0,2}$")
MONEY_OWED = late(r"[款钱费]|资金")
ALLOTTED = late(r"(?:额度|指标|计划|文件|批文|预算|通知|红头)(?:都|也|是|已经?|刚刚?|才)*$")
OF_A_TIME = late(r"(?:时间|日期|日子|窗口期?|停电计划|期限)[^，。；]{0,8}$")
DUE = ("该", "应该", "早该", "就该")
AGENT = late(
    r"(单位|机构|队伍|厂家|班组|经费|服务商|代理|中介|代理公司)(?:都|已经?|也|刚刚?|才|还)*[选定找招聘请签比]?$"
)
CHOSEN = ("中标单位", "施工单位", "总包单位", "中选单位", "成交单位")
DEALS = ("协议", "合同", "意向")
AT_LAST = ("如期", "提前", "顺利", "圆满", "终于", "总算", "成功", "正式", "胜利")
"""Before an act these say that it has happened, where nothing makes it a hope: 如期封顶."""
DENYING = frozenset({Mark.NOT, Mark.NOT_GRANTED, Mark.NOT_STARTED})
"""Right before an end: 没给|批, 没顾上|干完."""
SMALL = frozenset({Mark.ALL, Mark.PERFECT, Mark.PROGRESS, Mark.NEAR})
"""What may stand between a denial and its verb."""

_HELD_UP = r"(?:来得及|顾得?上|给|让|许|准|敢|能够?|肯|愿意?|同意|允许|答应|舍得)"
UNWILLING = late(rf"(?:{_HELD_UP}+[\u4e00-\u9fff]?(?<![的了]))?")
"""What may stand between a 不 and what it denies."""
DENIED_VERB = late(rf"{_HELD_UP}+[\u4e00-\u9fff]{{0,3}}(?<![的了])|[\u4e00-\u9fff]{{2,3}}(?<![的了])")
"""What may stand between a 没 and the end it denies: its verb, and what held it up."""

TWICE_DENIED = late(r"(?:不是|并非|不可能|不会|不能)(?:说|都|全|一直)?(?:没有?|未|不)[\u4e00-\u9fff]{0,2}$")
"""不是没办: what is only not denied has not been told to have happened."""
ONCE = frozenset({"批过", "过的", "办过", "批的", "批了"})
BEFORE_NOW = late(r"(?:原来|原先|本来|以前|早先|早年|曾经?|先前|当年)(?:是|也|就|都|已经?)?$")
OWNS = late(r"的(?![话了是时])[\u4e00-\u9fff]{2}")
"""验收的咨询单位: behind the name of an end, what belongs to it and not that it has come."""
OPEN = frozenset({Mark.PLAN, Mark.HOPE, Mark.DOUBT, Mark.WAITING, Mark.LACK, Mark.THING})
"""Right behind the bare name of an end these tell that it has not come."""
NEEDS = ("需", "须", "必", "要求", "应")
ITS_PAPERS = ("手续", "资料", "附件")
AHEAD_OF_IT = late(r"[之以]?前(?![天几些两阵期一段后])的?(?!已|就|都|全|完|终)[\u4e00-\u9fff]{2,10}")
"""Behind a node: what is done before it."""
WORKED_OUT = ("做完", "做好", "做掉", "弄完", "搞完", "干完")
"""What is made rather than granted: 采矿许可证价款评估做完了."""
MOMENTS = ("封顶", "合龙", "贯通")
"""What has come as soon as it is named beside what is being done behind it."""
GONE_ON = late(
    r"[，；、](?!预计|计划|估计|争取|力争|拟|将|要|年|月|下|\d|还|但|目标|节点|仍|没|未|等|可|能|由|因|后|前|完成|累计|已|形象|总|进度|目前|现在?完成|工期|工人|只|才|差)"
    r"(?:现在?|目前|正)?(?:[^，。；\n没未要需须必等待能想拟将计望盼求差若如]{0,12}?)"
    r"(?:(?<![现存所实卡堵停放压挂集落处摆])在[\u4e00-\u9fff]{1,6}|正在[^，。；\n]{1,8}|(?:施工|进行|推进|安装)中|[\u4e00-\u9fff]{2}[了到成]?(?:\d[\d.]*%|[一二三四五六七八九]成)|[干做装刷铺贴砌浇架打]完了?)"
    r"(?=[，。；、\s]|$)"
)
"""在装修, 安防装了30%: what is told behind the bare name of what comes before it."""
IS_ANOTHER = late(r"了?的(?:其实|只|才)?是(?![\d一二两三四五六七八九十上本这今昨前真对按])[\u4e00-\u9fff]{2}")
"""Behind an end: what it is told of is named only now, and is another."""
GOES_WITH = late(r"^(?:最后[一二两三几\d]*[\u4e00-\u9fff]?|[并且比得于在后的率至到给我们]|手续|文件|工作)+")
HAN = late(r"[\u4e00-\u9fff]")
PASSES = late(r"(?:[省市区县部厅局里级]{1,2}|行政|主管部门)?(?:审批|审核|审查|核准|备案|验收|许可)")
"""顺利通过审批: what is passed is the paper itself."""
PASSED = frozenset({"通过", "通过了", "过", "过了", "审过", "审过了", "同意", "审核同意"})
WRITTEN_OR_WEIGHED = frozenset("评编写报测勘示递送答查抽")
SEEN_THROUGH = late(r"[，、 ]?(?:已经?|都|也|顺利|一次)*(?:通过|合格|没(?:有)?(?:什么|啥|大)?问题)")
MENDS = late(
    r"(?:了|来了?)?[，、 ]?(?:[共一有]*[\d一二两三四五六七八九十几]+[条处项个]"
    r"|[\u4e00-\u9fff]{0,4}?(?:正?在|要|得|需|还得|还要)[改修补整完])"
)
"""意见出了，11条, 意见出了，在改: what follows remarks."""
REMARKS = late(r"了?(?:初审|审查|评审|专家|审图|图审|复审|修改|整改|书面|第?[一二三]次|一轮|轮|的)*意见(?!书)")
"""出了审查意见: the remarks behind their verb."""
FINISHED = ("完", "完了", "好", "好了")
REMARKED_ON = frozenset(
    {
        NodeKind.DRAWING_REVIEW,
        NodeKind.PROJECT_APPROVAL,
        NodeKind.PRELIMINARY_DESIGN,
        NodeKind.LAND_TRANSFER,
        NodeKind.ENVIRONMENTAL_ASSESSMENT,
        NodeKind.CONSTRUCTION_PERMIT,
    }
)
"""Papers of which an opinion is but what reviewers remark; others are opinions themselves."""
MENDED = frozenset("改修补复")
CLOSED = ("完成", "完毕", "结束", "到位")
REVISED = late(
    r"(?:修[改编订正]|改[正稿]|完善|补[充正件齐]|整改|调整|优化|编[制写]|撰写|起草|校[对核]|勘误|征求意见)(?:都|也|已经?|全部?|基本|工作)*$"
)
"""Right before a 完成: what was done to a paper that is still to be granted."""
HELD_GOODS = late(r"[着住了]*(?:[一二两三四五六七八九十几]+|\d+)(?:批|台|套|车|箱|柜|船|吨|票)")
"""Behind a 卡了: so many goods are held somewhere."""
MENDING = ("修好", "修复", "抢修", "处理", "处置", "排除", "疏通", "抢通", "换好", "恢复", "堵住", "堵好", "补好")
BROKE = late(r"[坏塌垮漏裂断堵渗陷歪倒崩爆](?![面层岸])|故障|损坏|跑偏|险情|卡[了住]")
"""Before one of them: what had gone wrong has been put right, 塔吊坏了已经修好."""
CLEARED = frozenset({NodeKind.ACQUISITION, NodeKind.UTILITIES})
ONE_SORT = late(
    r"(?P<thing>坟墓?|祖坟|光缆|电缆|电杆|电线杆?|弱电|强电|通信|电力|移动|联通|电信|广电|给水|自来水|燃气|煤气|热力|雨水|污水|树木?|果树|大棚"
    r"|鱼塘|厂房|商户|铁塔|变压器|路灯|监控)(?:线路?|管[线道]?|杆|网)*(?:已经?|也|都|全部?|刚)*[迁移改割接切拆砍清搬入地]{0,3}$"
)
"""Before an end, between it and works that clear the way: one sort of what is in the way."""
SUM_DUE = late(r"(?:钱|款|出让金|保证金|费用?|税费?)(?:也|都|已经?|全部?|刚)*$")
STUDIED = ("论证", "踏勘", "勘验", "查勘", "核查")
TERM = frozenset("期评议")
"""评完了, 公示完了, 签约期结束: what is at its end is a step."""
BESIDE_IT = late(BESIDE)
LED_TO = frozenset("定出")
"""评标定了: behind the name of a step, the end that it led to."""
EXPERTS = late(
    r"(?:专家组?|经办人?|科室|处室|股室|[科处室股]|[科处室股]长|主任|[局县市区省部厅]长|书记|分管(?:领导|局长|县长|区长)?|领导|评审组|评审委员会|评委会|审查组|规委会|评审|会审|初审|内审|预审|会议|常务会|专题会|会上|评估会?|论证会?)"
    r"(?:成员|们|那边|都|已经?|也|一致|全票|原则上?|顺利|刚刚?|上周|昨天|今天|前天)*$"
)
"""Who passes something that has yet to be granted."""

ONE_STAGE = late(r"(?<![海机相有开攻把闭])关(?:都|也|已经?|算是?)?$")
"""居民代表那关过了: one of several that a paper has to pass."""

REWRITE = late(
    r"(?:请|把|将|麻烦|帮|给|要求|让|命令)[^，。；！？\n]{1,50}(?:改|标|标记|标注|登记|记|设|设置|置|更新|修改|变更|录入?|填|写|显示)(?:为|成|回|作)"
    r"[“”\"'「『【]?(?:已经?)?$"
)
WRITTEN = frozenset("为成回作")
"""One of these stands right before what is to be written."""
PUT_RIGHT = late(r"更正|勘误|纠正|写错|报错|填错|打错|有误|应为|应该?是|不对")
"""With these words somebody puts right what they said before."""

SOME = late(r"[\u4e00-\u9fff](的)(?:都|全|也|已|就){0,2}$")

NUMBERED = late(r"(?:文件?|证书?)?(?:编?号|文号)(?:[为是：: ]|[\u4e00-\u9fff]{1,6}[〔\[（(]?[0-9]{4})")
"""批复文号岚水保〔2026〕7号: what has its number has been granted."""
ITS_PAPERS_OWN = late(r"的?(?:各项|前期|审批)?(?:手续|材料|资料)")
NO_OTHER = late(
    r"最后一?[\u4e00-\u9fff]|大概|大约|估计|近日|日前|近期|[双全]线|流程|程序|遗留户|[剩余尾]户|剩下|余下|单位|意见书|合格[书证]?|许可证|批文|双双|一次|成功|[\u4e00-\u9fff]{0,4}(?:[局厅委办]|政府|部门|交警|公司|集团|银行)|[省市县区镇乡村厂局厅部院行]里|[省市县区]发改|指标|发行|资金|款项"
    r"|都|也|已经?|全部?|终于|总算|顺利|基本|现在|目前|就|才|刚刚?|又|还|一次性|按期|如期|提前|圆满|胜利|正式|整体|总体|全面|彻底|真正|按时|一起|同步|陆续|先后|分别|均|统统"
    r"|[给把被让将]|我们?|咱们?|他们|施工单位|施工方|总包|工人|队伍?|[那这]边|[那这]块|[那这]个|[的了吧呢啊哦是于在到算其实]"
    rf"|工作|任务|工程|项目|施工|建设|部分|作业|环节|节点|内容|[{VERB}走办谈载]{{1,3}}\s*$"
)
A_STAGE = late(
    r"(?:的|这块)?(?P<stage>土建|基础|桩基|主体|结构|机电|装修|装饰|电气|外立面|钢结构)"
    r"(?:工程|部分|施工|已经?|全部|都|也)*"
)
"""Between works and an end: a stage of them."""
MOST_OF_IT = late(r"了?(?:绝?大部分|大多数|多数|一?部分|大头|一些|主要部分|主要的)")
"""完成了大部分: the rest has not ended."""
STRETCH_ENDS = late(
    r"[\u4e00-\u9fff](?<![全标各分工阶手])(?P<stretch>段)(?:[已也就全都]|[谈签拆迁征清铺挖干修埋焊做打装])*$"
)
