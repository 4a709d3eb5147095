"""Words that say no more than a plainer one the readers know: dialect, idiom, what one types for short."""

from collections.abc import Iterator
from typing import NamedTuple

from language.words import any_of, listed


class Wording(NamedTuple):
    """One way of saying something: what it means, what it is said with, and the pattern that finds it."""

    means: str
    keys: tuple[str, ...]
    """One of these stands in a text in which the pattern finds something."""
    pattern: str


END = r"(?=了?(?:[，。；、！？?（）()\s]|$))"
STOP = r"(?=[，。；、！\s]|$)"
DAY = r"(?=\d|[一二三四五六七八九十]+[月日号]|[月年]底|[上中下]旬|[本下][周月]|明[年天]|国庆|元旦|春节|五一|端午|中秋)"
DIGITS = "一二两三四五六七八九十百千几"
TENS = "一二三四五六七八九十"
NUMBER = rf"(?=(?:最后)?[\d{DIGITS}])"
HAN = r"(?=[\u4e00-\u9fff])"
BEGINS = r"(?<=[，。；、 \n])"
COUNTED = r"(?<=[，、（( 根米亩座台户栋层基片块套孔处吨方里环榀个件棵株眼部段])"
TEAM = r"(?<=[队伍位方组员商])"
LAID = r"(?<=[面青稳层油膜泵梁架备棚机墙组])"
"""What works end in that are laid or put up: 路面还没上."""
GOODS = r"(?<=[备料材板泵件梁管缆柱架璃砖石砂灰钢井机])"
LINES = r"(?<=[缆线管])"
OFFICES = (
    r"(?=[^，。；\d]{0,8}(?:[局厅委办科院]|财政|[省市区县部]里|手续|资金|指标|环节|评审|审批|审查|意见|材料|流程"
    r"|用地|基本农田|红线))"
)
UNTROUBLED = "(?![^，。；]{0,8}[停歇断缺堵卡阻闹雨雪流坏涨])"
"""Behind 前阵子: what went wrong then may be over."""
EVENTS = (
    "高考 中考 考试 秋收 麦收 夏收 双抢 农忙 秋种 春耕 春播 开学 放假 迎检 台风 运动会 大会 两会 高温 高温期 高温天"
    " 冬休 冻期 化冻 解冻 天晴 天暖和 天好 枯水期 灌溉期 禁渔期 休渔期 雨停 雪停 水退 洪水退 潮水退"
)
SAME_AS_EVER = r"(?=(?:项目|节点|工程)?(?:暂|都|均|也|全|还)?(?:无变化|没变化|没变|同上周|照旧|老样子|没动静|正常))"
WORKED_AT = (
    "施工 安装 调试 装修 砌筑 浇筑 开挖 掘进 填筑 吊装 焊接 铺设 绑扎 养护 审核 审查 评审 编制 办理 组卷 报批 整改"
)
VERBED = "|".join(f"(?<={verb})" for verb in WORKED_AT.split())
ENDED = (
    "开[工标]|摘牌|封顶|完[工成]|通[过车水]|打完|验收|定标|并网|合龙|贯通|签约|举行|获批|批复|取得|拿到|[批验]了"
    "|全部|正式"
)
NO_WORD_OF_ASKING = r"[^，。；？?哪谁什怎啥几多吗的\n]"


def said(means: str, words: str, before: str = "", after: str = "") -> Wording:
    """A wording by its words, with what must stand before and behind them."""
    keys = tuple(sorted(words.split(), key=len, reverse=True))
    return Wording(means, keys, f"{before}(?:{any_of(keys).pattern}){after}")


def _denied() -> Iterator[Wording]:
    yield said("没", "冇", after="(?!得)")
    yield said(
        "最快",
        "至少 最少 起码",
        before=r"(?<=[，；、])",
        after=r"(?=[到得要]?(?:下个?月|明年)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月)",
    )
    yield said("没有", "冇得 莫得 木有 呒没 呒不")
    yield said("还没", "仲未 仲冇 仲没 重未")
    yield said("还", "仲", after=r"(?=[有差剩欠在要系喺等卡]|唔)")
    yield said("不", "唔", after=r"(?![该系])")
    yield said("不", "勿", before=r"(?<![请切万])", after=r"(?=[肯来好行对愿同])")
    yield said("那", "嗰", after=r"(?=[边个块头处条])")
    yield said("的", "嘅")
    yield said("了", "咗")
    yield said("在", "喺")
    yield said("搞定", "搞掂 搞惦")
    yield said("没有", "没得", after="(?![到了过出分奖罪])")
    acts = "开工|动工|封顶|通车|并网|竣工|完工|投产|验收|摘牌|挂网|招标|合龙|投运|启用|交付|到位|下达"
    yield Wording(
        r"还没\1",
        ("还没", "尚未", "还未", "没有"),
        rf"({acts})(?:还没有?|尚未|还未|目前没有|还一直没有?)(?=[，。；、！\s]|$)",
    )
    verbs = (
        r"下达|下来|[批办报送签拆迁移审验谈](?![件名理过])|动(?![力静作])|取得|拿到|到[位账货场]|定[标下]|启动"
        r"|开[工始挖标]|进场|落实|施工|着落|[覆苫遮]?盖"
    )
    yield said("没", "没有", before="(?<!有)", after=f"(?={verbs})")
    yield said("到期", "到点 到日子 到时限", before=r"(?<=[前内里底末周月天号日快])", after=r"(?=的|$|[，。？?])")
    yield said("看看", "瞧瞧 瞅瞅 瞄瞄 瞧一眼 瞅一眼 瞄一眼")
    yield said("不", "不太 不大 不怎么 老不", after=r"(?=[肯让够愿配给])")
    yield said("啥", "啥子")
    for stays in "停堵拦守锁坐躺挡横扣卡":
        yield said(f"{stays}着", f"{stays}起", after=r"(?=的?(?:[，。；、！\s]|$)|不|[\u4e00-\u9fff]?[路门车口机])")
    yield said("没动", "压根没动 根本没动 丝毫没动 一点没动 一点都没动 一点也没动 动都没动")
    yield said("没动", "没上手 没挨上 没起步 没个影 没下手 没开干 没开张 还是零 还是空白", after=END)
    yield said("没动", "还没上 还没有上 都没上 一直没上 没上", before=LAID, after=END)
    yield said("开标", "重新开标 再次开标 二次开标", before=r"(?<=[日号天午旬底周])", after=r"(?=了|[，。；\s]|$)")
    yield said(
        "招标",
        "第二次招标 二次招标 重新招标 再次招标",
        after=r"(?=[^。；没未]{0,12}(?:中标|定标|挂网|开标|公示|成交|完成|结束))",
    )
    yield said("没动", "连影子都没有 连影子都没见 连影都没有 连个影子都没有", after=END)


def _under_way() -> Iterator[Wording]:
    yield said("没变化", "原地没动 纹丝没动 纹丝不动 原封没动 原封不动 还是老情况 还是老样 照老样子 没挪地方")
    yield said("其余", "剩下的 余下的 剩余的 另外的 剩下 余下", before=BEGINS, after=SAME_AS_EVER)
    yield said("中", "当中", before=r"(?<=[\u4e00-\u9fff])(?<![其集])", after=END)
    yield said("中", "着呢 着", before=f"(?:{VERBED})", after=END)
    yield said("还在", "尚在 仍然在 还一直在 一直在 还正在 依然在", after=HAN)
    yield said("抓紧", "加紧 赶着", after=HAN)
    yield said("照常", "照旧", after="(?=施工|干|作业|生产|推进)")
    yield said("照常施工", "该干嘛干嘛 该干啥干啥", after=END)
    worked = "|".join(WORKED_AT.split())
    yield Wording(
        "正在", ("在",), rf"{BEGINS}在(?=(?:{worked}|强夯|接线|打桩|清表|支模|试压|放线)[\u4e00-\u9fff]{{0,4}}{STOP})"
    )
    yield said("目前", "现阶段 这会儿 眼目下 眼下 此刻 如今 目前为止", after=HAN)
    yield said("开始", "动手", after=r"(?![术册脚])")
    yield said("开始", "开始着手 着手", after=HAN)
    yield said("进场", "入场 进点 进驻现场 进驻工地 进驻 进工地", before=r"(?<!投)", after=END)
    yield said("进场", "到场 进来 上来", before=TEAM, after=END)
    stands = r"(?:上(?:[去来])?|进(?:[去来]|场)|到场)(?=了?(?:[，。；、！）\s]|$))"
    yield Wording("进场", ("上", "进"), rf"(?<=[队伍组])(?<![小审家])(?:都|已经?|也|刚刚?|今天|昨天)+{stands}")
    yield said("进场", "上 上去 进去", before=r"(?<=[队伍])", after=r"(?=了(?:[，。；、！）\s]|$))")
    yield said("已报", "已提请 已经提请 已报请 已经报请", after="(?=[^，。；]{0,8}(?:批|审))")
    yield said("组卷报批", "组件报批 组件上报")
    yield said("组卷", "组件", before=r"(?<=[还正]在)", after=r"(?=中|上报|报批|[，。；、！）\s]|$)")
    first = "[打搭砌装]围挡|打围|围挡|清表|清场|清基|场平|平场|平整场地|打桩|打地基|试桩|搭临建|三通一平"
    now = "现在|目前|眼下|这会儿"
    yield Wording("正在", tuple(now.split("|")), rf"(?:{now})(?:主要|先|就|还)?(?=(?:{first})+{STOP})")
    yield said("动工", "开干", before=r"(?<=[日号天月旬午已式])", after=END)
    yield said("动工", "动土", before=r"(?<![让许准能])", after=END)
    yield said("复工了", "重新干了 重新干起来了 接着干了 又开干了 又干上了 又接着干了 续上了")
    yield Wording("复工", ("重新",), r"重新(?:开工|动工)")


def _stopped() -> Iterator[Wording]:
    adverbs = "一直|始终|主要|仍然|仍|依然|还是|现在|目前|就是|就|还"
    yield Wording("", ("卡",), rf"{BEGINS}(?:{adverbs})+(?=卡[在住着])")
    yield said("卡住", "卡那 卡脖子 僵住 卡在那 卡在那儿 卡在这 卡到这 卡在这儿 压在这 堵在这 憋在这 搁在这", after=END)
    yield said("卡在", "压在 搁在 堵在", before=r"(?<![排积挤围])", after=OFFICES)
    yield said("卡在", "憋在 绊在 梗在 耗在 僵在 卡于 卡到", after=HAN)
    yield said("卡在", "卡着", after=r"(?=[\u4e00-\u9fff]{1,10}上[，。；、\s])")
    yield said("做不下去", "进行不下去 弄不下去 搞不下去 动弹不得 干不成 没法往下干 没法往下做", after=END)
    yield said("停工", "不得不停 被迫停 只好停 只得停 只能停", after=END)
    yield said("停工了", "工地停了 停了工 歇了工", before=r"(?<![全个])", after=STOP)
    yield said("停着", "一直停着 始终停着 还停着")
    yield Wording("停工到", ("停到", "停至", "停工到"), rf"(?:还|可能|恐怕|估计)*[要得]?停工?[到至]{DAY}")
    yield said("停着", "停起在 停起的 停起嘞 停到在 停起", after=END)


def _done() -> Iterator[Wording]:
    finished = "(?:干|做|弄|搞|整)(?:完|好|妥|定)|完事|收官|收工|结束"
    yield Wording("全部完成", ("全", "统", "悉"), rf"(?:全部|全都|全数|统统|悉数|全)(?:{finished}){END}")
    yield said("全部完成", "全完了", after=STOP)
    yield said("全部完成", "全都完成 全数完成 统统完成 悉数完成 全都完工 统统完工 全数完工", after=END)
    yield said("全部", "一个不剩地 一个不剩 一个不落地 尽数", after=HAN)
    yield said("完成", "告捷 大功告成 圆满收官", after=END)
    yield said("办好", "办利索 办利落 跑利索 弄利索 办停当 办妥当", after=END)
    yield said("封顶", "封完顶 封好顶 封上顶 盖到顶 封顶大吉")
    yield said("贯通", "打穿 全线打通 全部打通", after=END)
    yield said("摘牌", "摘到手 摘下来", after=END)
    yield said("定标", "标定了 标定下来", before=r"(?<![目指坐路航商图鼠招投评开中竞])", after=END)
    for verb in ("定标", "中标", "开标", "挂网", "摘牌"):
        yield said(f"{verb}了", f"{verb[0]}了{verb[1]}", after="(?![的书])")
    yield said("中标了", "标中了", before=r"(?<![目指坐])")
    yield said("挂网了", "挂上网了 挂出去了 挂出来了 挂上去了", before=r"(?<=[新已经标告日天号周就])", after=STOP)
    yield said("到账", "打过来 进账 拨过来 打到账上 拨到账上", before=r"(?<=[元万亿款金钱债已部经没])", after=END)
    yield said("首批", "头批 头一批 首批次 第一批次 首笔 头笔 头一笔 第一笔", after=r"(?![量准])")
    yield said("举行", "办的 办了 搞的 搞了", after=r"(?=个?(?:开工|奠基|启动|动工)(?:仪式|典礼))")


def _bare_permit() -> Iterator[Wording]:
    """证12号拿的, 颐养院的证还没下来: the one permit that the plan has."""
    when = r"(?:昨[天日]|今[天日早]|前天|上周[一二三四五]?|(?:\d{1,2}月)?\d{1,2}[号日])?"
    so_far = r"(?:还是|还|也|都|就|却|一直|迟迟|仍|至今|刚刚?|已经?|终于|总算|才)*"
    yield Wording(
        "许可证",
        ("证",),
        rf"(?:(?<=[，。；、 \n的])|^)证(?={so_far}{when}{so_far}(?:(?:没|未)(?:有)?)?"
        r"(?:拿|下来|下了|发了|发的|发放|发下|发$|到手|办|领|批|出来))",
    )


def _papers() -> Iterator[Wording]:
    whole = "正式证 正式的证 正式本 正式批文 正式批复 正式文件 正式许可证 正式许可"
    yield Wording("拿到了证", ("正式",), rf"(?:换|补)(?:发|领|办|到|成|回|取)*了?(?:正式的?(?:许可)?证|正式本){STOP}")
    yield said("证", whole, before=rf"(?:{BEGINS}|(?<=到了)|(?<=[了到领发]))", after=r"(?![^，。；]{0,4}[没未])")
    day = (
        rf"(?:\d{{1,2}}月\d{{1,2}}[日号]|[{TENS}]{{1,2}}月[{TENS}]{{1,3}}[日号]|昨天|今天|前天|上?周[一二三四五六日])?"
    )
    adverbs = r"(?:倒是|也|都|已经|已|早就|早|就|才)*"
    yield Wording(  # 粮库用地先行批了，占补指标没落实，承诺24日前补齐
        "容缺受理",
        ("先行批", "先批", "先放行", "先发证", "先核发", "先给批", "先开了绿灯", "先开绿灯"),
        r"先(?:行|给)?(?:批|放行|发证|核发|开了?绿灯)(?:了|下来了|的)?(?=[，；][^。\n]{0,40}(?:承诺|保证|答应|说好|欠|约定)[^。\n]{0,24}(?:补[齐交上正来全办]|后补|交齐|交来))",
    )
    looked_through = ("过审", "审过", "审完", "审通过")
    yield Wording(
        r"\1施工图审查通过了",
        looked_through,
        rf"(?<![蓝版附视地拼效草])(?:施工)?图纸?{adverbs}({day}){adverbs}(?:{'|'.join(looked_through)})了?(?![批后])",
    )
    yield Wording("施工图审查送审了", ("送审", "报审"), rf"(?:^|{BEGINS})图纸?(?:已经?|刚)?(?:送审|报审)了?")
    yield Wording(  # 公示中，到8月20号: how long it hangs there is no day of the paper
        "公示", ("公示",), rf"公示(?:[中期]|着呢?)?[，、]?(?:要|一直)?(?=(?:到|至|截至|截止到?){DAY})"
    )
    revised = "(?:改|修改|修编|补正|补充|完善|整改|回复|调整|改图|改稿|重做)"
    yield Wording(
        "意见返回来了",
        ("意见",),
        rf"意见(?:已经?|都|也|刚)?(?:反馈|返)?(?:回来|出来|下来|返回|反馈|出)了?(?=[，,；;](?:[^，。；\n]{{1,10}}[，,])?"
        rf"[^，。；\n]{{0,6}}(?:(?:正在|在|还要|还得|还需|需要?|得|要|抓紧|按(?:照)?意见|照着|根据意见)[^，。；\n]{{0,4}}{revised}|{revised}中))",
    )
    yield Wording(  # 图审意见改好了已回传: what was returned has been mended, and nobody has passed it yet
        r"\1正在修改，",
        ("意见", "送审稿", "报批稿", "审图", "按意见"),
        rf"(意见|(?<=审)图纸?|送审稿|报批稿|(?:报告书?|方案)(?=按))(?:按(?:照)?(?:要求|意见))?(?:已经?|都|也|刚|全部)*{revised}(?:好|完成?|妥|到位|完毕)(?:了|并)*"
        r"(?![^，。；\n]{0,6}(?:[通过]过|合格|批))[，,]?",
    )
    matter = "(?:报件|申请|报审|申报|(?:报审|申报|报批|送审|申请|上报|报件)(?:的)?(?:材料|资料|件)|组件)"
    got = "(?:没有?|未|尚未|还没有?)(?:收到|接到|见到|看到|见着?|接着|收着)"
    yield Wording(
        "还没申报",
        ("报件", "申请", "申报", "报审", "报批", "送审", "上报", "组件"),
        rf"(?:我们?(?:局|这边|这)?|窗口)?(?:也|还|都|一直|目前|暂时?|至今)*{got}[^，。；\n]{{0,8}}?{matter}(?![了过]?的?(?:回复|答复|批复|批准|结果))",
    )
    again = "现在?|目前|今天|昨天|这两天|已经?|都|也|又|总算|终于"
    yield Wording(  # 上周停电，现在好了: the trouble is over, and no works are
        "现在解决了", ("好了",), rf"{BEGINS}(?:但|不过)?(?:{again})+好了{STOP}"
    )
    yield Wording("招标挂网了", ("挂",), rf"(?:^|{BEGINS})标(?:也|还|都)?在?挂着{END}")


def _none_lacking() -> Iterator[Wording]:
    told = "进展|变化|情况|动静|动作|新情况"
    yield Wording(  # 可研还在编，无其他进展: nothing of it, but of all else
        r"其他无\1",
        ("无其", "没有其", "没其", "有别的", "没别的"),
        rf"(?<=，)(?:暂|目前)?(?:无|没有?)(?:其[他它余]|别)的?({told}){STOP}",
    )
    lacks = ("不少", "不落", "不差", "不漏", "不缺", "不留")
    yield Wording(
        "全部", lacks, r"[，、]?一[\u4e00-\u9fff]不[少落差漏缺留](?:[，、]|都|均|地|的|全部?)*(?=[\u4e00-\u9fff])"
    )


def _dated() -> Iterator[Wording]:
    ends = "合格|通过|完成|完工|竣工|验收|到位|结束|批复|[批办铺架装打浇吊砌]完|拿到|到手|开标"
    yield Wording(  # 验收合格后12月25日试运营: the day is of what comes after, and 后25日 no length of time
        r"\1后，",
        ("后1", "后2", "后3", "后4", "后5", "后6", "后7", "后8", "后9"),
        rf"({ends})[之以]?后(?=(?:1?\d月)?[1-3]?\d[日号](?![内之以]))",
    )
    yield said("今天", "今儿个 今儿 今个")
    yield said("今天早上", "今早", after=HAN[:-1] + r"|\d)")
    yield said("后", "过后", before=r"(?<=[季期考收汛暑假节])")
    yield Wording(  # 台风过后全面复工 tells of what has happened
        "节后",
        ("后", "再"),
        rf"(?:等到?|待|要等)?(?:{'|'.join(listed(EVENTS))})(?:了|完|结束|完了)?(?:(?:之后|以后|过后|后)再?|再)"
        r"(?=[\u4e00-\u9fff])(?![^，。；]{0,4}(?:复工|恢复))",
    )
    days = "前几天 前些天 前些日子 前阵子 前一阵子 前一阵 前一段时间 前段时间 前段"
    yield said("近日", days, after=rf"{HAN}{UNTROUBLED}")
    yield Wording(r"\1后再", ("过了",), r"过了([端午国庆中秋春节元旦五一年雨季汛期冬天月底初]{1,3})再")
    yield said("昨天", "昨儿个 昨儿 昨个")
    yield Wording("昨天", ("昨",), rf"(?<![至到从自当])昨(?=[上下]午|零点|顺利|{ENDED})")
    yield Wording("今天", ("今",), rf"(?<![至到从自如当现迄而于])今(?=[上下]午|{ENDED})")
    yield said("预计", "估摸着 估摸 目测 瞅着 约摸 估计着 约莫", after=DAY)
    yield said("预计", "差不多 大约 初步预计 大概预计 预计大概", before=r"(?<![了完好到])", after=DAY)
    yield said(
        "基本",
        "差不多 大体上 大致上",
        after=r"(?=(?:完[成工]?|[干做弄打铺装浇挖砌拆签办]完|封顶|到位|结束|批)(?!约?\d|的))",
    )
    yield Wording(
        "计划",
        ("会上定", "会议定", "领导定", "合同定", "合同约定", "会上明确", "会议明确"),
        rf"(?:会上|会议|领导|合同)(?:定的?|约定|明确)(?:是|在|的)?{DAY}",
    )
    yield said("争取", "尽可能 尽可能在 尽量赶在", after=DAY)
    yield said("确保", "铁定 咬定 打包票", after=DAY)
    put_off = "(?:往后|向后)?(?:延期|顺延|延后|推延|延|推|挪|顺|缓|后移|后延|后推|押后)[到至]"
    yield Wording("推迟到", ("到", "至"), rf"(?<![工审批期管绵推向往后提顺]){put_off}{DAY}")
    yield Wording("推迟到", ("后",), r"(?<=工|产|车)(?:后移|后延|后推)[到至]")


def _asked() -> Iterator[Wording]:
    """What is asked with: where, when, how and what, as the south-west, the north-east and Henan say it."""
    yield Wording("一下", ("哈",), rf"(?<=[说讲看查问报列摆理数念算捋盘晒排发翻])(?<!再说)(?<!说说)哈(?:子|儿)?{STOP}")
    yield said("怎么样", "咋个样 啷个样 囊个样 咋着", after=r"(?=了?(?:[，。？?\s]|$))")
    yield said("怎么", "啷个 囊个 咋个 咋着")
    yield said("什么时候", "多咱 多喒 多早晚 啥前儿 啥前 哪阵 哪歇 哪哈儿")
    yield said("哪天", "几儿", before=r"(?<![这那好前])", after=r"(?=[能开完通封投验交竣竣搬办批定到有出])")
    yield said("哪里", "哪疙瘩 哪嘎达 哪嘎瘩 哪点 哪凼 哪坨 哪块儿", before=r"(?<![从])")
    yield said("什么", "啥玩意儿 啥玩意 么子 哪样", before=r"(?<![什怎那这多])")
    yield Wording("", ("嘞", "咧", "哩"), rf"(?<=[啥么谁样哪里儿])[嘞咧哩]{STOP}")
    yield said("完", "归一 巴适", before=r"(?<=[办搞弄整做修建拆签谈])")
    yield said("款", "款子")
    yield said("你", "恁", after=r"(?=[都能会可到])")


def _ended() -> Iterator[Wording]:
    yield Wording("封了顶", ("封的顶",), rf"(?<=[层楼])封的顶{END}")
    yield said("了", "咯 喽 啰 嘞", before=r"(?<=[\u4e00-\u9fff])(?<![了着])", after=END)
    yield said("", "哈 噻 哩 哟 呗 嗯 喔 哦 呀", before=r"(?<=[\u4e00-\u9fff])", after=STOP)
    yield said("", "啊", before=r"(?<=[完毕齐])", after=STOP)
    units = "万亿元米根户座吨亩台基%成里栋层块"
    yield Wording("", ("呢",), rf"(?:(?<=[了着])|(?<=[\d{DIGITS}万半][{units}]))(?<!几[{units}])呢{STOP}")
    still_so = rf"(?:不[让肯给]|没[人有]?){NO_WORD_OF_ASKING}{{1,8}}(?<![着没动会在忙做干办等跑走开看想谈审批])"
    yield Wording(r"\1", ("呢",), rf"({still_so})呢{STOP}")  # behind the verbs left out it tells that it is no question


def _troubled() -> Iterator[Wording]:
    yield said("影响", "妨碍 拖慢 牵制 绊住 拖累", after=HAN)
    machines = "挖|吊|塔吊|泵车|桩机|摊铺机|架桥机"
    hands = "工人|钢筋工|木工|焊工|瓦工|电工|人手|司机|技工|班组|师傅"
    lacking = rf"(?=[\d{DIGITS}]+[多来]?(?:个|名|台|部|班|套)?(?:{machines}|{hands}))"
    yield said("缺", "差 少 短 欠", before=r"(?<=[，。；、 \n队组])", after=lacking)
    yield said("缺", "还差 还少", after=lacking)
    yield said("资金缺口", "资金差 资金短缺 资金短口 资金窟窿", after=NUMBER)
    yield said("电缆", "缆线")
    yield said("村民", "农民", after=r"(?=[堵拦挡闹围要嫌不])")
    yield said("村民", "庄户人 庄稼人")
    still = "(?:还|都|也|一直|迟迟|至今|仍|尚|暂)*(?:没有?|未)(?:能)?(?:挪|移|搬|迁)(?:走|开|掉|改|移)?"
    yield Wording("没迁", ("没", "未"), rf"{LINES}{still}{END}")
    yield said("没到货", "没送来 没运来 没拉来 没拉到 没发来 迟迟不到 迟迟没到 到不了", before=GOODS, after=END)
    yield said("没谈拢", "没达成一致 未达成一致 还没达成一致", before="(?<=补偿|价格|标准|租金|费用)")
    yield said("坏了", "烂了 瘫了 不转了 歇菜了", before=r"(?<=[机钻泵车吊])")
    yield said("挡着", "堵着 拦着 绊着 杵着", before=r"(?<=[树管缆杆坟石樟])")
    yield Wording(r"\1挡", ("着",), r"(没[人能]?[迁移挪砍搬]走?，)(?:还|正好|正)?(?:堵|拦|绊)(?=着)")


def _unaffected() -> Iterator[Wording]:
    """缺人停了，不影响承台施工: what else goes on as ever tells nothing, and ends no trouble."""
    how = r"总?(?:进度|工期)|施工|总|整体|大局|关键|节点|计划|目标|正常|大|[了的吧]"
    yield Wording(
        "",
        ("不影响",),
        rf"(?<=[停缺没了工到够住断])，(?:但|也|并|暂时|目前)*不影响(?!{how})(?:(?![前底月日号周年])[\u4e00-\u9fff]){{2,12}}(?=[，。；\s]|$)",
    )


def _rumoured() -> Iterator[Wording]:
    """听说，四水厂封顶了: the pause after who says so parts nothing."""
    heard = r"(?:听说|据说|据传|听闻|风闻|有人说|(?<![打视旁收])听(?![取证闻讼任])[^，。；\d]{1,10}?[说讲])"
    yield Wording(r"\1", ("听", "据", "闻", "有人说"), rf"({heard}[了吧啊呢]?)，(?=[^，。；])")


def _asked_for_later() -> Iterator[Wording]:
    """并网申请延期到10月底: what is asked for is a later day, and no application of the works."""
    yield Wording(
        "拟",
        ("申请",),
        r"(?<![延调变])(?:特|现|拟|想|要|再)?申请(?=(?:延期?|推迟|顺延|展期|延后|后延|调整|改)[到至为])",
    )


def _numbered() -> Iterator[Wording]:
    """批了，文号规〔2026〕12号，12月4日: the number of a paper parts no day from what happened on it."""
    number = r"[^，。；\d]{0,10}[〔\[(（【]?\d{4}[〕\])）】]?[^，。；]{0,8}号"
    yield Wording(
        "", ("文号", "证号", "编号"), rf"，(?:批?复?文号|批准文号|证号|编号)[:：为是]?{number}(?=，\d{{1,2}}[月.])"
    )
    yield Wording(r"\1批的", ("的文", "的批", "的证", "的函"), r"(\d[日号]?)的(?:批?文|批复|证|函)(?=[，。；]|$)")


def _fixed() -> Iterator[Wording]:
    """摘牌时间定了是24号: the day is fixed, and nothing has happened."""
    fixed = r"(?:也|已经?|都|就|基本|刚)*(?:敲定|确定|明确|定|排)(?:下来|好)?了?[，,]?(?:就?是|在|为|到|于)?"
    yield Wording("定在", ("时间", "日期", "日子"), rf"的?(?:时间|日期|日子){fixed}{DAY}")
    a_day = (
        r"(?=(?:\d{1,2}|[一二三四五六七八九十]{1,3})[月日号.]|[月年]底|[本下][周月]|这?周[一二三四五六日天]"
        r"|明[年天]|后天|国庆|元旦|春节|五一)"
    )
    yield Wording("没完", ("没清", "未清"), rf"(?<=[征拆迁收地])(?:还|也|都)?[没未]清{STOP}")
    yield Wording("定在", ("定了",), rf"(?<![规决确商议审评])定了(?:是|在)?{a_day}")


def _pointed_at() -> Iterator[Wording]:
    """征占用那个手续: which is meant has been named."""
    yield Wording(
        "",
        ("那个", "这个"),
        r"(?<=[\u4e00-\u9fff])(?<![的把就到没在等差是还])[那这]个(?=手续|批文|批复|许可|方案|审批)",
    )


WORDINGS = (
    Wording(
        r"\1冲突",
        ("打架",),
        r"([跟和与同](?![^，。；]{0,8}(?:人|民|户|众|工(?!程)|老|队|保安|班组|司机|业主|商|他|家属))[^，。；]{1,10}?)打架",
    ),
    *_denied(),
    *_unaffected(),
    *_rumoured(),
    *_pointed_at(),
    *_fixed(),
    *_numbered(),
    *_asked_for_later(),
    *_under_way(),
    *_stopped(),
    *_done(),
    *_papers(),
    *_bare_permit(),
    *_none_lacking(),
    *_dated(),
    *_asked(),
    *_ended(),
    *_troubled(),
)

_HOW_MANY = r"(?:个|家|钱|项|件|户|座|条|亿|万|资金|投资|项目|节点|手续)?(?:项目|单位|工程)?了?"
_SHORT_CLAUSE = r"(?=(?:才|可以|能|得|会|要)?[^，。没不未了的]{1,8}(?:[？?，。]|$))"
HOW_MANY_OF_ALL = Wording("多少", ("好多",), r"(?<!那么)(?<!这么)好多(?![^，。]*都|[年天月次遍回])")
"""红灯有好多: how many, from whoever does not report; of a liaison's 好多户没签 it is a crowd."""
ASKED_WORDINGS = (
    Wording("多少", ("好多",), rf"(?<=[是有了完成共投剩差下去])好多(?={_HOW_MANY}[？?。]?$)"),
    Wording("什么时候", ("好久",), rf"(?<![了过有没等么拖停断搞隔])好久{_SHORT_CLAUSE}"),
)
"""What asks only in a question: 投了好多钱, 好久能开工."""
