"""Shapes of a clause that tell how its day is meant: a new one, one not to be kept, one of an end no table knows."""

from language.late import late

CANNOT = late(
    r"(?<![错跑少免差忘误丢耽])[\u4e00-\u9fff]不(?:到(?!位)|了(?!解)|完|成(?!问题)|出来?|下来?|好(?=$|[了的，。])|上(?!课|学|会|网|报|班)|及|齐|通(?!过))"
    r"|(?:压力|难度|挑战|困难|风险)(?:还是|也|都)?(?:很|非常|比较|挺|蛮|特别|有点|相当|不)大"
    r"|(?:很|有点儿?|比较|挺|蛮|怕是|估计|可能|真|太|也|还是|够)(?:悬|玄|难|紧|呛)(?![度点题])|恼火|老火|费劲|够戗|没谱|没门|悬乎|不乐观|打问号"
)
"""月底拿不到, 压力很大: the day named before it will not be kept."""

MOVES = late(
    r"[，、 ]?(?:只[能好]|恐怕|怕是?|可能|估计|大概|也许|最快|最早|最迟|起码|至少|保守|现在|目前|眼下|看来|看样子"
    r"|看(?![来样])|算下来|怎么着?(?=也)|往后|向后|再|也(?!许)|就|都|又|才|还|肯定|应该|所以|那|说|要|得|会|能)*"
    r"(?:得|要到?|到|等到?|[拖推延缓挪放排赶搁]到?)"
)
"""Before a day, with nothing else in its clause: 得2月初了, 现在看要到10月底."""
HEDGES = late(r"怕|可能|大概|也许|兴许|估")
"""What makes of 7月初 no day at all: a beginning that is only feared."""

OUGHT = late(r"(?:早|本来?|原)?就?该|应(?!该能)(?=[开完通投并竣封])")
OUGHT_ON = late(r"(?:(?<![反供响对适相效感])应该?|[本早原]该)(?:于|在)?$")
"""Behind or before a day: what ought to have happened on it."""

OPEN_END = late(
    r"(?:左右|前后|上下)?(?:才|就|能|可以?|要|应该|应(?!该)|争取|一定|肯定|必须|确保)*"
    r"(?:把[\u4e00-\u9fff]{1,4})?(?:全部|全线|全(?![部线])|都|整体|统一)?"
    r"(?![给报送交回答见谈商议到进来去开启动转停断调发付拨打买订购招挂评查看补提说定放休过用试演考])"
    r"(?![\u4e00-\u9fff]{0,6}(?:进场|到[货场岸厂站]|开[工始]|启动|招标|上报|公示|评审|培训|检查|条件|方案|资料|材料|手续|计划|会议|答复|反馈|工作))"
    r"[\u4e00-\u9fff]{1,6}(?<![的地得着过场样货稿会])(?:了|吧|呢)?"
)
"""Behind a day before which something is to be: 8月20日前出零, 五一前封闭成环; what only begins or comes is no end."""
ALL_END = late(r"(?:全线|全部|整体|彻底)[\u4e00-\u9fff]{1,3}(?<![的地得着过场样货稿会工])(?:了|吧|呢)?")
"""Behind a day on which all of it is to be something: 下个月底全线敷通."""

NO_END = late(
    r"(?:左右|前后|之前|以前|前)?(?:才|就|能|可以?|要|再|准备|计划|拟|正式|会)*"
    r"(?:挂(?!完|好|设完)|报(?!批?完)|送(?!电)|递|上会|公示|公告|受理|评审|给(?![排供]?水)|开(?=[标会评审挖始槽钻铺浇吊打])|进场|启动|组卷|收件|踏勘|发(?=公告|标|招标|函|通知|货|运))"
)
"""Behind a day, with nothing ended: 招标九月挂, 主体8月底报验."""

COMES = late(r"(?:[之以]?前|左右|才|可|能|将|全部|都|就)*(?:到港|到货|到场|到岸|发货|发运|启运|出厂|供货|运到|送到)")
"""明年2月到港: when things come or are sent, which ends nothing."""
HANDED_ON = late(r"(?:就|已经?|才)?(?:转交?|交|移交|寄|送|递)(?:给|到|至)")
"""批文6月15日转给业主: when a paper was handed on."""
HANDED_IN = late(r"[之以]?前?(?:送|报|交|提)(?:审|件|出去|上去|走|到[^，。]{1,6})?$")
"""7月底前送: when papers are handed in, which is no end."""
PUNCTUAL = late(r"准点|准时|按时|如期|按期|就行|左右|没问题|问题不大")
WORKS_ON = late(
    r"(?:期间|假期|长假|小长假|假日|那几天|当天)?(?:也|都|全|照样|仍|还|一律|全员)*"
    r"(?:(?:不|没有?|未)(?:打算|准备|计划|安排|想|会|再)?(?:放假|停|歇|休|回家|回去|过节|收工)|加班|连班|连轴|连续[施作]|照常|照干|轮休|值守|留守|无休)"
)
"""春节不打算放假: a feast over which work goes on."""
UNTIL = late(r"期?(?:为期)?(?:[\d一二三四五六七八九十]{1,3}个?(?:工作)?[天日])?(?:到|至|截止到?|截至)|期(?:还有|剩)?")
"""公示到本月25号: how long a step goes on."""

SAID = late(r"[又才刚也还]?(?:来电|打电话|开会|[跟给对]我们?)?(?:说|答复|回复|承诺|表示|告诉|告知|反馈|回话)")
"""厂家今天又说能按时: the day of a word, not of what it promises."""

VISITED = late(
    r"(?:左右|前后)?(?:再|过?[去来到])*(?:[去来](?:看|查|过)|[看查验勘踏走](?:完了?|过了?|了)?(?:现场|工地|外业|实体)|踏勘|查[验勘]|勘查|核查|现场)"
    r"(?!样子|[完好]|结束)"
)
"""下周二来看现场: the day on which somebody comes to look."""
GROUND = late(r"(?:按照?|依照?|依据|根据|据|经)[^，。；]{0,16}$")
"""Before a meeting on whose ground a date is moved."""
_EVENT = (
    r"(?P<what>窗口|天窗点?|停电|封锁点?|(?:评审|论证|听证|审查|技术|专题|专家|推进|调度|规委|专委|初验|终验|验收|启动|预备|审)会"
    r"|开标|挂网|挂牌|始发|进场|到货|供货|发货|交货|送审|上会|船期)(?:计划|期|的?(?:时间|日期|日子|点))?"
)
OTHER_EVENT = late(_EVENT + r"(?:[又也再被都要得会]|可能|估计|恐怕|一?起|往后|往前|相应|初步)*$")
"""Before 改到, 定在: an event that ends nothing."""
EVENT_THEN = late(
    _EVENT + r"(?:最[快早迟]|起码|至少|恐怕|怕是?|可能|估计|预计|大概|也许|只[能好]|[还也都又就才要得会能]|安?排)*"
    r"(?:等到?|到|在|是)$"
)
"""开标要等3月20号, 专家会排在下周三: before a day, the same without a word of moving."""
HOURS = {"中午": 12, "下午": 12, "傍晚": 17, "晚上": 18, "夜里": 18, "晚间": 18}
HOUR = late(rf"({'|'.join(HOURS)})")
"""Behind 今天: a part of the day, and the hour before which it is still to come."""

AGAIN = late(r"再(?:弄|干|说|报|做|接着|继续|定|看|议|动)")
"""干不完的话明年再弄: the day on which work goes on is none of an end."""
BEGINS_AGAIN = late(r"(?:才|就)?再(?:开工?|动工?|启动|建|上马|进场)了?[。！]?(?=$|[，。；\n])")
"""明年3月再开: the day on which what has not begun is to begin."""
ARRIVES = late(r"(?:前|左右)?(?:才|就|能|可|会)*到[了。]?$")
THINGS_COME = late(r"(?:设备|材料|机组|主机|管材|钢材|板材|苗木|配件|厂家|班组|队伍|工人)[^，。；]{0,6}$")
"""间隔扩建设备6月底到: the day on which things or people come is no end."""

UNKNOWN = late(r"(?![的了呢吧啊前后左右上下是为在将要得到])[\u4e00-\u9fff]")
ACTS = late(r"(?:就|再|才|开始)?[吊装打浇挖铺架拆迁栽种焊砌拼沉](?![完好妥成了通到齐])")
"""What is done to a thing on a day: its first, its last, or the only one."""

RESUMES_THEN = late(
    r"(?:前|之前|以前|左右|以后|之后|后|就|才|再|能|可以?|可望|有望|会|要|开始|重新|全面|计划|预计|起|[，、 ])*"
    "(?:复工|复产|接着干|继续干|接着施工|继续施工|重新开工|重新动工"
    r"|恢复(?:施工|生产|作业|正常|干|了)?(?=[，。；、！ \n]|$))"
)
"""Behind a day: what stood still goes on then."""
TILL = late(r"(?:了|着)?(?:要|得)?(?:持续|一直)?[到至](?:了)?")
"""Between a standstill and the day to which it lasts."""
