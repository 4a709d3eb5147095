"""What stands around the verbs of a clause and tells how they are meant."""

from language.facts.acts import Act
from language.late import late
from language.tables.deeds import SITE
from language.tables.marks import Mark
from language.tables.trades import TRADE_VERBS
from language.words import listed

AHEAD = frozenset({Mark.PLAN, Mark.HOPE, Mark.MOVED})
MEANING = AHEAD | {Mark.HELP, Mark.SOLVED, Mark.PERFECT, Mark.NEAR, Mark.DOUBT}
SIMPLE = {
    Mark.STEP: Act.STEP,
    Mark.PROGRESS: Act.PROGRESS,
    Mark.ENTER: Act.ENTERED,
    Mark.NOT_STARTED: Act.NOT_STARTED,
    Mark.NOT_GRANTED: Act.PENDING,
    Mark.BLOCKED: Act.BLOCKED,
    Mark.RESUMED: Act.RESUMED,
    Mark.RUNNING: Act.RUNNING,
    Mark.UNCHANGED: Act.UNCHANGED,
    Mark.CONDITIONAL: Act.CONDITIONAL,
}

BEGINNINGS = listed("""
    动 办 报 送 递 呈 交件 交材料 交资料 交窗口 做 干 弄 启动 开始 开工 开展 施工 招 编 实施 着手 申请 申报 提交
    上报 签 征
""")
ENDS_ITSELF = frozenset(
    {"就位", "合龙", "入位", "通电", "割接", "吊离", "吊走", "改走", "迁走", "外运", "入地", "下地"}
)
"""Verbs of a trade of which a denial says that they have not come to their end, and not that they have not begun."""
LONG_VERBS = {verb for verb in TRADE_VERBS if len(verb) > 1} - ENDS_ITSELF
UNBEGUN = late(
    rf"(?:{'|'.join(sorted(LONG_VERBS, key=len, reverse=True))})(?![完好成齐通到毕])"
    r"|备(?![案好齐妥足])|凑(?![齐够好足])|验(?![收过完合好槽桩筋])"
    rf"|[{''.join(sorted(SITE))}开](?![完好成齐通到下上起够平过透牢稳动出拢妥全满住紧严实散除走离掉动够发]|得|标|会)"
    r"|(?:硬化|补(?!偿|充|签|贴|办|齐)|放(?![心假到出行开过款下])|[修铺刷]路)(?![完好成])"
)
"""Right behind a 没: a verb of work with nothing that it has come to."""
UNHELD = late(r"[审证评标估专委商验务查]会[\u4e00-\u9fff]{0,4}$")
"""Before a 没开: a meeting about a paper, which is on its way by then."""
NONE_AT_ALL = late(r"(?<![还剩差余有第十百千点\d一])一[\u4e00-\u9fff]{1,2}?(?:都|也|还)*$")
"""Right before a 没: 一片没架, 一锹都没挖."""
BEGINS_TO = frozenset("动办报递呈做编施招开启弄干送提委着申建上拆征铺打挖种栽砌贴")
"""After a 没, one of these verbs denies the beginning, not the end: 没办, 没送审."""

THEN = late(
    r"后|即开|即可|便|方可|[了过]?(?:之后|以后|的话|再|才|之前|以前|与否|没有?(?=[，。；？！\s]|$)|还(?:早|远|差|有一?段))"
    r"|就[发批给办下出]|就(?:马上|立马|立即|立刻|可以?|能|组织|安排)*(?:开[工始干挖建打]|动[工土手]|进场|施工|上[人马机]|复工)(?![了的过])|了?就(?:能|可|好|行|谢天)|了?(?:请|告诉|通知[我你您]|[跟向给][你您](?:说|讲|报|汇报)|我们?(?:第一时间|马上|立即|立马|再|会))|了后|不(?:了|成)(?!本)|(?:应该|应当)?(?:没有?啥?问题|问题不大|不成问题|谈何容易)|(?:时限|期限)"
)
"""After an end, what tells that it has not come or makes it a condition: 批了再报, 批复之前, 完成还早."""
ONCE_IT_IS = late(
    r"(?:[\u4e00-\u9fff](?:了|完|好|齐|后|停)|一[\u4e00-\u9fff]{1,3})(?:我们?|这边)?"
    r"(?:就|马上|立马|立即|立刻|随即|随时)(?:就|能|可以?|会|要|马上|立马|立即|立刻|组织|安排|全面)*$"
)
"""Before a beginning: 批了就, 雨一停就."""
THINGS = late(
    r"[，、 的里上]*(?![还都也仍尚一至到根从就]|目前|现在|工作|项目|今天|本周)[\u4e00-\u9fff]{0,6}"
    r"[坟墓房屋树苗棚井厂库杆塔缆线管基变机站子店铺宅院圈地田塘庙祠](?:还|都|也|仍|一直|至今|到现在)*"
)
"""Between works that clear the way and a denial: what is still there."""
TOLD = ("报", "上报", "汇报", "说", "录", "填", "登记", "更新", "来得及报", "顾上报", "顾得上报")
"""Behind an end and a 没: nobody was told of it."""
AS_SOON_AS = late(r"(?<![第统同唯万其之十初进周期拜])一$")
"""许可一到手就开工: a condition."""
NEITHER = listed("不是 并非 没有 不用 不需要 不再 不能 不")
WHEN = listed("看 待 要 得 还 时间 日期 计划 条件 后 前 不了 无望 申请 令 报告 通知 手续")
"""复工看天气: nothing has been resumed."""
UNTIL_WHEN = (
    "再",
    "什么时候",
    "何时",
    "啥时候",
    "几时",
    "能不能",
    "能否",
    "何时能",
    "什么时候能",
    "啥时候能",
    "哪天",
    "盼",
)
"""何时复工: nothing has been resumed either."""
UNTIL_SOMETIME = late(r"(?:什么|啥)时[候间]|何时|几时|哪[天月]|多(?:会儿|咱)")
"""啥时候…没定: no day is fixed for it."""

MONEY_WORDS = ("投资", "固投", "固定资产", "产值", "年度投资", "年度计划", "总投资")
COPIES = ("原件", "纸质件", "纸质版", "正本", "盖章件")
"""没拿到原件: what is granted is granted, wherever its paper is."""
NO_OBJECTS = MONEY_WORDS + COPIES
NOT_COME = late(r"(?:还|尚|仍|一直|至今|到现在|都)*[没未](?:有)?(?P<verb>[到来见拿收下出等办领取发])?")
"""Behind the name of a paper: it has not come."""
ON_ITS_WAY = late(r"(?:已经?|也|都|还|仍|正)*(?:在|正)(?:印|签|走|排|制|打|流转|出|盖章|办|送)")
"""批文在印: nor here."""
ONLY_NAMED = late(
    r"(?:的)?(?:牌子?|横幅|标语|架势|口号|名义|台子|围挡)|(?:的)?(?:各项|所需|相关|全部)?(?:准备|手续|要求|人员|机械|物资|资料|材料|申请|方案|公告|通知|预案|倒计时|目标|窗口|计划|前(?:的|置|期)|所需|演练|培训)"
    r"|(?:的|这|那)+[个件]?(?:事(?![故业后先前务实])|问题)"
)
"""倒送电申请报了: behind the name of an act, what makes it the name of something else."""
AS_EVER = ("照常", "正常", "如期", "按期", "准时")
POWER = late(r"(?:(?<![\u4e00-\u9fff])|(?<=的))(?:电|水|气|暖|热|网|路)(?:还|都|也|一直|至今|到现在)?$")
"""电还没送: what is not sent in is no paper."""
REACHES = ("到了", "到", "至", "了")
NOT_SO = (
    "不是",
    "并非",
    "不算",
    "没有",
    "谈不上",
    "不存在",
    "不至于",
    "未出现",
    "没出现",
    "不用",
    "无需",
    "不会",
    "避免",
    "防止",
)
"""Before a standstill these say that there is none."""

TELLS_WHY = ("是因", "是由于", "的原因", "是为")
RESUMES = late(r"(?<![没未])(?:复工|恢复)|又[开动干转]|重新")
"""溢洪道复工了，上周停工是因为检查: what stood still goes on."""
FOR_SO_LONG = late(r"[，、 ]?(?:前后|前前后后|总共|一共|拢共|断断续续)[又也]?")
"""又动起来了，前后停了半个月: how long it stood still until then."""
ONLY = frozenset({"只是", "只", "仅", "仅仅"})
LASTS = late(r"[^，。；]{0,2}(?:还|到现在|至今|仍)")
"""Before a standstill and behind its length: that it is over, and that it is not."""
ROUND = ("走", "会", "审", "呈", "报", "送")
"""Before a 签: a paper that goes round for its signatures."""
SEASONS = frozenset(listed("年后 节后 春节后 开春后 开春 天暖后 麦收后 秋收后 汛期后 汛后 雨季后"))
"""With a 了 behind the verb they tell since when."""
AFTER_NEW_YEAR = late(
    r"(?:正月|年)(?:初|十|廿)?[一二三四五六七八九十]|初[一二三四五六七八九十]|元宵节?(?:[过之以]?后)?|过完?年|出正月"
)
"""初十复工: a day of the first month, for which the works stand still till then."""
NOT_YET = ("没", "未", "没有", "没能", "未能")
"""Before 复工: it stands still yet."""
GONE_BY = late(
    r"[，、 ]?(?:之前|此前|先前|原来|原先|以前|早先|前期|前段(?:时间)?|前阵子?|前[几两些]天"
    r"|前一阵|中间|中途|期间|曾经?|一度)"
    r"(?![^，。；]*(?:到现在|至今|还没|到今天))"
    r"(?:因[^，。；]{1,8})?(?:也|曾经?|都|还|又)?"
)
"""之前停了一周: a standstill that is over."""

APPOINTED = ("定于", "约定于")
SOON = frozenset({"即将", "快要", "马上", "马上就"})
SOON_SEEN = ("眼看", "眼瞅", "眼见", "差点", "差一点", "险些")

SO_MANY = late(r"[0-9一二两三四五六七八九十百几多][家个户处栋座台条段人名所基根片道]$")
"""Right before a denial: only so many have not begun."""
WHICH_ARE = late(r"[\u4e00-\u9fff]{1,3}的(?:也|还|就|仅|只|尚|大概|都)*(?:有|剩|是|共)?")
"""Between a denial and a number: 没打的还有88根."""
STRETCH = late(r"(?:[\u4e00-\u9fff](?:段|侧|处|块|部位|区域|一带)|[这那][块档跨截]|\+\d{1,3})(?:先|暂|已|也|就|全)?$")

LACKED = late(
    r"没有?(?!(?:有|再|又|全|都|真的?|怎么|完全|全部|全面|全线|彻底|让|叫|被|给|使|要|因此|因为|敢|想|肯|准备|打算|必要|理由|法|办法|能|一天|天)$)"
    r"[\u4e00-\u9fff]{1,3}$"
)
"""没料停工: what is lacking before a standstill denies it not."""
STANDS = frozenset("停歇趴")
SPOTS = late(r"了?[\d一二两三四五六七八九十几](?:个(?![月工小星礼])|处|台|段|栋|片|仓|孔|条|户)")
"""Behind a standstill: so many pieces stand still."""
LAST_WORKS = late(r"(?![^，。；]*[没未不等])[\u4e00-\u9fff]{0,4}?了?(?=[，。；！ \n]|$)")
LAST_PLACE = late(
    r"[\u4e00-\u9fff\d]{0,8}?(?:段|侧|面|头|跨|角|处|片|路口|标识|标线|调试|联调|收尾|扫尾|清理|恢复|验收|收边|收口)"
    r"(?:工作|施工)?了?(?=[，。；！ \n]|$)"
)
"""Behind a lack, to the end of its clause: the last works or the last place of them."""
