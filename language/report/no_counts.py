"""Numbers beside works that count nothing done: how many things there are, what has come, what is in the way."""

from language.late import late
from language.report.done_to import VERB, undone_before
from language.report.figures import Figure
from language.report.tokens import Token
from language.tables.measures import ATTRIBUTIVE, IS_TOTAL, LINES, TRIVIAL, UNCOUNTED_NOUNS, Cue

NUMERALS = "0123456789.点一二三四五六七八九十百千万两零"
NEAR = 28
COUNT = late(r"[0-9.]+[万千]?|[一二两三四五六七八九十百千万零点]+")
SENTENCE_END = late(r"[。；\n]")
PAPER = late(r"意见|建议|问题|措施|要求|隐患|信息|线索|条款|政策|整改|标准|规定|短信|通知")
"""Points on paper are counted by 条, too."""
REMAINING = late(r"(?:剩[下余]?|余下?)$")
"""剩一处: one that is left is a number after all."""
SAMPLED = late(
    r"(?:抽[检查测样芯]|(?:检[测验]|试验)抽了?|取[芯样]|检[测验]|复测|送检|化验|探伤|试压|试桩)(?:抽|查|做)?了?$"
)
"""检测抽了12根: so many were looked at."""
FAULTY = late(
    r"(?:桩|楼|孔|处|焊缝)?[^，。；\d]{0,8}?(?:[不没未]合格|[没未]过关?$|[三四ⅢⅣ]类|断桩|缩颈|有缺陷|不达标|偏[位差]|超[差标]|开裂|渗漏|漏水|返工|要补)"
)
"""有2根是三类: so many are faulty, which tells of nothing done."""
BEYOND_LIMIT = late(r"(?:超[了出过占]?|超面积|多占|多用|越界|越线)了?$")
"""占地超了0.8公顷: by how much somebody went too far."""
PER_TIME = late(
    r"(?:(?:[一每]个?(?:天|日|月|周|星期|班|晚上?|夜|小时|钟头)|[每日]均?)(?:才|只|就|最多|也就|能|可以?|大概|平均)*(?:进尺?|打|出|来|到|送|供|产|干|做|装|铺|挖)?(?:了|得了)?)$"
)
"""一个月才出3000块, 日进2.5米: how fast it goes."""
DEALS = late(r"(?:份|个)?(?:协议|合同|意向)")
OUT_OF_ALL = late(r"[\u4e00-\u9fff]{0,3}(?:里|中|当中|里头|里面)的?(?:第[一二三四五六七八九十\d]|首|头一|最)")
"""6座站里第一座: which of them it is."""
OF_EACH = late(r"每[\u4e00-\u9fff]{0,3}(?:约|长|高|宽)?$")
"""每段12米: how large each one is."""
PLACE = late(r"(?:[共有](?![^，。；]{0,6}层)|每|各)")
"""三层共900架: behind a storey, what stands on it is told."""
BROUGHT = late(
    r"(?:动用|投入|调来|调了|增派|增调|增加了?|加了|上了|租了|配了|配备了?|安排了?|组织)(?P<what>[^，。；、\d]{0,6})$"
)
MACHINE = late(r"[\u4e00-\u9fff]{0,5}?(?:机|车|船|艇|驳|吊|泵|人|班组|设备|机械|力量|队伍)$")
MACHINE_BEHIND = late(
    r"(?:[\u4e00-\u9fff]{0,5}?(?:挖机|钻机|喷机|桩机|推土机|压路机|摊铺机|泵车|吊车|罐车|渣土车|自卸车|台车|船|方驳|机械|设备))"
)
SITE_MACHINE = late(
    r"(?:挖掘?|压路|推土|平地|装载|摊铺|旋挖钻?|搅拌|桩|钻|湿喷|打桩|铣刨|发电|抽水|焊|凿岩|破碎)机$|(?:吊|泵|罐|自卸|渣土|洒水|运输|翻斗|平板)车$|(?:起重|打桩|运输|抛石|挖泥|铺排)船$|方驳$"
    r"|(?:(?:旋挖|冲击|回旋|潜孔|循环|螺旋|地质)钻机?|(?:静压|强夯|布料|压浆|注浆|冲孔|成槽|铣槽|喷锚|喷浆|架桥|提梁|运梁)机"
    r"|(?:龙门|汽车|履带|轮胎|随车)吊|(?:凿岩|衬砌|钻孔|三臂)台车|(?:绞吸|耙吸|抓斗|沉桩)船|铲车|炮机|吊篮)(?:[上进来开]了)?$"
)
"""Machines of a site, which are no works wherever they are counted."""
NAMED_PHASE = late(r"[一二三四五]期")
"""一期100兆瓦: how large it is to be."""
SHARED = late(r"(?:总数|总量)?的[\d.一二三四五六七八九十百]+(?:[%％]|成|分之)")
"""占78基的65%: the whole whose share follows."""
UNDER_WAY = late(r"正在|在建|在施工")
TAKEN_UP = late(r"(?:占了|占着|占用了?|压占了?)$")
"""占了3户菜地: so many are in the way, nothing of them is done."""
OF_IT = late(r"(?:楼|房|塔|桥|路)?的")
IN_THE_WAY = late(
    r"[\u4e00-\u9fff\d]{0,8}?(?:还?[立压横挡]在|[顶挨靠贴压跨骑临傍卡碰撞]着|[挨靠碰撞压]到|紧[邻挨靠]|离[^，。；\d]{1,8}近|(?:要|需要?)[移迁拆砍搬改征]|挡|占着|影响|碍)"
)
"""46棵香樟要移: what is to be moved is counted, nothing that is done."""

IN_NOBODYS_HANDS = late(
    r"[\u4e00-\u9fff]{1,6}?(?:没有?人[管拔迁移挪砍来认修处拆]|没法[管拔迁移挪砍拆动]|[动挪移迁拔砍拆]不[了动走掉])"
)
"""三根弱电杆没人拔: so many are in the way."""
SHORT_OF = late(r"(?<![减不缩至])(?:短|缺|欠)?少$|短缺$|欠缺$")
"""少8亩用地指标: so many are wanting."""
PIECES = frozenset("根条个处座块枚口道棵截起户家")
FOUND_THERE = late(
    r"(?:(?:检查|排查|督查|巡查|自查)?(?:查|查出|发现|查到|排查出|指出)|存在|挖出|挖到|挖着|碰到|碰上|遇到|遇上|撞上|冒出|发生|出现|接到|收到|新增投诉)了?$"
)
"""查出三处隐患, 碰到两处溶洞: how many of something have been met with."""

ALL_OF_THEM = late(r"(?:楼|塔|桥)?(?:都|均|全部|全都|同时)(?:已经?)?")
FURTHER = late(r"[\u4e00-\u9fff]{0,4}[\d一二三四五六七八九十百两]+(?:层|米|米高|公里|环|节|%|成)")
STILL_NOT = late(
    r"(?:(?<!处)[房屋子大棚坟墓企业商铺农居民]{1,3})?(?:还是|仍|还|都|始终|一直)?[没未]有?[^，。；\d]{0,2}[谈签搬拆腾迁征](?!的?(?:还?有)?[\d一二三四五六七八九十两])"
    r"|(?:还|仍|都)[没未]有?[下铺浇吊装打挖砌焊架栽贴埋敷做穿顶填动通](?![好料机出发])"
    rf"|(?:还|仍|都|尚)?[没未]有?(?![开施动])[{VERB}](?=[，。；、）\n]|$)"
)
"""那7户还是没谈下来, 4座坟没迁: so many are left."""
_THINGS = r"(?!月|工作日|小时)[^，。；、\d\s没未完成好了已正在都也]{1,5}"
THINGS_NOT = late(rf"{_THINGS}(?:还是|仍|还|都|尚|始终|一直|至今)?(?:没有?|未)(?!错|问题|变|意见|影响|异常)")
THINGS_LEFT = late(
    rf"{_THINGS}(?:还是|仍|还|都|尚|始终|一直|至今)?(?:没有?|未)(?![开施动到来])[{VERB}封](?:[顶底]|成|完|好|上)?(?=[，。；、）\n]|$)"
)
"""12个检查井没砌: so many of those things are left; 3个路口没开挖 counts at least nothing that is done."""
AFFECTED = late(r"(?:影响|制约|耽误|挡住|挡着|占压|压占|卡住)[^，。；、\d]{0,10}$")
"""影响配水管网两处: what is held up is counted, nothing that is done."""
THIS_YEARS = frozenset({"今年", "今年共", "今年一共", "全年", "全年共", "今年的", "今年总共", "本年度", "年度"})
"""今年120部: how many there are to do."""

LIES = late(
    r"[^，。；、\d]{0,4}?(?:在(?![建施做挖打装砌浇铺吊焊拆])|穿|位于|属于|落在|处于|跨|压着?|占着?|挨着|紧邻|要[移迁改])"
)
HAS = late(r"(?<![还只仅尚剩])有$")
"""有11基在基本草原里: where some of them lie."""
OLD_SAID = late(r"(?:原来|之前|上次|原先|早先|先前)(?:说|报|估|算|定)(?:的|是)?[^，。；\d]{0,8}$")
"""原来说管网全长118公里: what was said once."""
CARRIED = frozenset("套台吨车件批块片根组辆卷架扇樘榀箱")
ARRIVED = late(r"(?<![干浇做砌打铺掘升架吊装施挖填涨达推增加升提签])到了?$")
GOODS_ARRIVED = late(
    r"(?:[管钢板木线石]材|[材物原]料|钢筋|电缆|光缆|钢轨|设备|货|管子|管道|支架|苗木|构件)(?:已|只|先)?到了?$"
)
NOT_BEFORE = late(
    r"(?:正在[^，。；\d]{0,5}|在施工?|在[建装浇铺吊挖砌打架拆改修签栽种调验]|着|施工中|[未没](?:开工|启动|施工|动工?|开始|进场)|停工|待[建拆签装]|拟建)的?$"
)
"""Before a number: so many are under way or have not begun."""
NOT_LEFT = late(r"(?:不是|并非|不再|哪)还?[差剩欠余有]$")
OTHER_ONE = late(r"[^\d，。；]?另外?$")
LAST_ONE = ("最后", "仅有的", "那")


BROUGHT_HERE = late(
    r"[^，。；、\d没未\s]{0,6}?(?:已经?|都|均|全部?|也|刚|陆续|先后|[昨今前]天|上周|本周|分批)*"
    r"(?:运[抵到来进]|到场|到货|到港|到站|到厂|抵达|发[货运出]|出[厂库]|进[场厂]|卸[货车]|送到|拉到|拉来|交货|采购)(?!率|了?[\d一二三四五六七八九十两百])"
)
THE_REST = ("余下", "其余", "余下的", "其余的")
HOLDERS = ("厂", "企业", "商户", "商铺", "租户", "门店", "门面", "店", "仓库", "作坊", "养殖")
THE_OTHERS = ("后面", "后头", "后边", "另外", "，另", "，后")
"""就位2台，后面3台厂家没排上产: those of which it is told that they are not done."""
ENDED_TOO = late(r"[^，。；]*?(?:已|(?:完[工成]|封顶|竣工|建成|到位|签约|[完好成]了?)$|均|都|全部)")
NOT_DONE = late(r"[没未拒嫌待等]|不(?!影响)|在谈|还在|尚")
CLAUSE_END = late(r"[，。；\n]")


HOUSES = ("栋", "幢", "座", "个")
UP_TO = late(r"(?:楼|房|单体)?(?:已经?|也|才|刚)?(?:施工|干|建|盖|浇|做|打)?[到至]第?[\d一二三四五六七八九十]{1,3}层")
"""2栋到5层: how high they are is told of so many, which are none done."""


ITS_SORT = late(r"(?:老旧)?(?:小区|社区|自然村|村庄|片区|点位|站点|街区|院落)(?=[，、,；。]|$)")
"""老旧小区第一批12个小区，完工4个: how many there are, of which no verb says anything."""
SORT_OF_LAND = late(
    r"(?:土地|地块)?(?:是|为|系|属于?|涉及|压占?|在)(?:一般|永久|基本|集体|国有|公益|生态)?"
    r"(?:农用地|农田|耕地|林地|草地|园地|水面|湿地|公益林|红线|保护区|未利用地|违建|违章)"
)
"""0.8亩是一般农用地: what sort of land it is, and nothing that is done."""


BROAD = late(r"(?:双向|单向|[两半]幅|保留)$")
"""双向四车道: how broad a road is."""
PARCEL = late(
    r"(?:摘牌|成交|拍[下得卖]|竞得|挂牌|出让|供地|划拨)了?[^，。；、\d]{0,6}[，、 ]?(?:面积|共计?|合计)?(?:约|是|为)?$"
)
"""土地摘牌，42.6亩: how large a parcel is."""
PLACES = late(r"(?:片区|医院|学校|校区|园区|厂区|水库|泵站|电站)(?=[的：，、都均]|$)")
"""两个医院：…: of how many the talk is."""


WORKED_BY = ("村", "社区", "嘎查", "点位", "站点", "屯", "自然村", "行政村")
DONE_BY = late(rf"(?:(?:还|只|就|仅)?剩[下余]?|[还只就]差|[{VERB}](?:了|完了?|好了?|通了?))(?:最后)?$")
"""Before so many places: how many are left or done, where works go on place by place."""


def counts_places(text: str, token: Token) -> bool:
    """3个村, 5个标段: what a number counts that is no works; 剩60个|月底前钻完 are no months."""
    if token.value.unit != "个" or not text.startswith(UNCOUNTED_NOUNS, token.end):
        return False
    if text.startswith(WORKED_BY, token.end) and DONE_BY.search(text, max(0, token.start - 6), token.start):
        return False  # 还剩7个村
    return not text.startswith(("月底", "月初", "月末"), token.end)


def is_the_rest(figure: Figure) -> bool:
    """余下5根, 其余340户嫌低没签: what has not been done, unless that is what is told of it."""
    others = figure.before(3).endswith(THE_OTHERS) and not figure.topic.left and again_before(figure)
    if not others and not figure.before(3).endswith(THE_REST):
        return False
    begin = figure.token.end
    found = CLAUSE_END.search(figure.text, begin)
    end = found.start() if found else len(figure.text)
    if others or "其余" in figure.before(3):
        return NOT_DONE.search(figure.text, begin, end) is not None
    return ENDED_TOO.match(figure.text, begin, end) is None


OPENS = late(r"(?:^|[。；\n，])[这那]?$")
HEADS_A_LIST = late(r"(?<=[个家座条])[\u4e00-\u9fff]{1,5}[：:]")
"""两个医院：: how many are told of one by one."""


def is_no_amount(figure: Figure) -> bool:
    """两个项目, 一个班组, 六层的模板: said of something else than works done."""
    if HEADS_A_LIST.match(figure.text, figure.token.end) and OPENS.search(figure.text, 0, figure.token.start):
        return True
    if (
        is_left_out(figure)
        or undone_before(figure.text, figure.token.start)
        or (figure.topic.counted and SHARED.match(figure.text, figure.token.end))
    ):
        return False
    if not (figure.cues or figure.named or figure.window or figure.of_those) and WHAT_IT_IS.match(
        figure.text, figure.token.end
    ):
        return True  # 疫苗基地三栋楼，质检楼8层封顶
    if figure.setting.others or _is_trivial(figure) or _is_scope(figure):
        return True
    if PER_TIME.search(figure.before(9)) or (
        figure.span.unit in CARRIED and DEALS.match(figure.text, figure.token.end)
    ):
        return True
    if (
        NOT_LEFT.search(figure.before(6))
        or BEYOND_LIMIT.search(figure.before(4))
        or OUT_OF_ALL.match(figure.text, figure.token.end)
    ):
        return True
    if (figure.span.unit in PIECES and SAMPLED.search(figure.before(5))) or FAULTY.match(figure.text, figure.token.end):
        return True
    measured = figure.has(Cue.TOTAL, Cue.LEFT)
    measured = measured or STILL_NOT.match(figure.text, figure.token.end) is not None
    if not (measured or figure.named or figure.act or figure.ended or figure.has(Cue.DONE)) and ITS_SORT.match(
        figure.text, figure.token.end
    ):
        return True
    if SORT_OF_LAND.match(figure.text, figure.token.end):
        return True
    bare = not (measured or figure.act or figure.has(Cue.DONE))
    if bare and (_is_size(figure) or PLACES.match(figure.text, figure.token.end)):
        return True
    if not measured and SHORT_OF.search(figure.before(4)):
        return True
    if not measured and IN_NOBODYS_HANDS.match(figure.text, figure.token.end):
        return True
    if figure.span.unit in PIECES and FOUND_THERE.search(figure.before(6)):
        return True
    if not measured and AFFECTED.search(figure.before(14)):
        return True
    if (
        not measured
        and figure.span.unit in OWNERS
        and (AT_LAW.search(figure.before(8)) or TO_LAW.match(figure.text, figure.token.end))
    ):
        return True
    if HAS.search(figure.before(2)) and LIES.match(figure.text, figure.token.end):
        return True
    if OLD_SAID.search(figure.before(18)):
        return True
    if figure.span.unit in HOUSES and UP_TO.match(figure.text, figure.token.end):
        return True
    if PLACE.match(figure.text, figure.token.end) and figure.span.unit == "层":
        return True
    if _is_on_site(figure):
        return True
    if OF_EACH.search(figure.before(6)) or NAMED_PHASE.fullmatch(figure.window):
        return True
    if TAKEN_UP.search(figure.window) or (figure.topic.overview and not figure.has(Cue.DONE, Cue.LEFT)):
        return True
    if not measured and _is_told_of(figure):
        return True
    if UNDER_WAY.search(figure.window[-8:]) and (not figure.has(Cue.DONE) or NOT_BEFORE.search(figure.window)):
        return True
    if NOT_BEFORE.search(figure.window) or OTHER_ONE.search(figure.before(4)):
        return not measured
    return figure.setting.troubled and not measured and not figure.has(Cue.DONE)


def _is_told_of(figure: Figure) -> bool:
    """外地联系不上的6户, 开挖至-12米: a number of what something else is told of."""
    if OF_IT.match(figure.text, figure.token.end) and not figure.followed_by((*ATTRIBUTIVE, *IS_TOTAL)):
        return True
    return figure.window.endswith(("的", "-")) and not figure.act and not figure.window.endswith(("中的", "里的"))


def _is_size(figure: Figure) -> bool:
    """How broad a road is, how large a parcel."""
    if figure.span.unit == "车道":
        return BROAD.search(figure.before(2)) is not None
    return figure.span.unit == "亩" and PARCEL.search(figure.before(14)) is not None


def _is_on_site(figure: Figure) -> bool:
    """动用推土机18台, 加了1台湿喷机: machines and people that build are counted, nothing that is built."""
    if SITE_MACHINE.search(figure.before(8)) and not figure.act:
        return True
    brought = BROUGHT.search(figure.before(10))
    if brought is None:
        return False
    return (MACHINE if brought["what"] else MACHINE_BEHIND).match(
        brought["what"] or figure.text, 0 if brought["what"] else figure.token.end
    ) is not None


def _is_scope(figure: Figure) -> bool:
    """六栋都干到十层: how many it is told of, where another number tells how far they are."""
    said = ALL_OF_THEM.match(figure.text, figure.token.end)
    return said is not None and FURTHER.match(figure.text, said.end()) is not None


ENDED_SO = ("完", "好", "成", "齐")
"""主变基础浇完一台，还有一台没浇: one that is done is counted where as many are counted on."""


def _is_trivial(figure: Figure) -> bool:
    left = figure.has(Cue.LEFT) or STILL_NOT.match(figure.text, figure.token.end) is not None
    those = figure.before(1) in ("那", "这") and not left
    one_of_them = figure.span.value == 1 and (
        (figure.ended and again_before(figure))
        or ((figure.before(1) in ENDED_SO or bool(figure.act)) and again_behind(figure) is not None)
    )
    if those or (figure.text[figure.token.start] == "一" and not one_of_them and _is_one_thing(figure)):
        return True
    if figure.window in THIS_YEARS or has_arrived(figure):
        return True
    if figure.before(3).endswith(("最后", "最后的")) and not left:
        return True
    if figure.window.endswith(("更正", "改正", "修正", "订正")):
        return True
    if figure.span.unit == "条" and not _is_of_a_line(figure):
        return True
    if figure.span.value == 1 and figure.text[: figure.token.start].endswith(LAST_ONE):
        return True
    if counts_places(figure.text, figure.token):
        return True
    if figure.span.text in TRIVIAL and (one_of_them or (figure.ended and again_before(figure))):
        return False
    if figure.has(Cue.LEFT) and figure.span.unit == "家" and figure.followed_by(HOLDERS):
        return False  # 就剩路口一家厂房
    return figure.span.text in TRIVIAL and not figure.of_those and not REMAINING.search(figure.before(3))


def has_arrived(figure: Figure) -> bool:
    """膜组到了4套: what has come is not yet built in; 吊到了4层 tells how far."""
    carried = figure.span.unit in CARRIED and ARRIVED.search(figure.before(3)) is not None
    return carried or GOODS_ARRIVED.search(figure.before(6)) is not None


def is_brought(figure: Figure) -> bool:
    """两台锅炉已运抵现场: so many have come, or have been sent, and nothing is said to be done to them."""
    told = bool(figure.act) or figure.has(Cue.DONE, Cue.LEFT, Cue.LEVEL, Cue.TOTAL)
    if told and (figure.window or not figure.named):
        return False
    return BROUGHT_HERE.match(figure.text, figure.token.end) is not None


def again_behind(figure: Figure) -> int | None:
    """Where a number of the same unit begins behind a number in its sentence: 6条线装好4条."""
    return _again(figure, figure.text[figure.token.end : figure.token.end + NEAR], figure.token.end)


def again_before(figure: Figure) -> bool:
    """门机两台，一台已立起来: whether so many of the same unit were counted right before."""
    start = max(0, figure.token.start - NEAR)
    return _again(figure, figure.text[start : figure.token.start], start) is not None


def _again(figure: Figure, around: str, start: int) -> int | None:
    unit = figure.token.text.lstrip(NUMERALS)
    for found in COUNT.finditer(around):
        if unit and around.startswith(unit, found.end()):
            return start + found.start()
        if SENTENCE_END.search(around, 0, found.start()):
            return None
    return None


def _is_of_a_line(figure: Figure) -> bool:
    """生产线安装完成3条, 通了4条路: whether what is counted by 条 is long and thin."""
    if PAPER.search(figure.before(20) + figure.text[figure.token.end : figure.token.end + 4]):
        return False
    if again_behind(figure) is not None or again_before(figure):
        return True
    counted = bool(figure.act) or figure.has(Cue.DONE, Cue.TOTAL, Cue.LEFT) or figure.before(1) in ("了", "成")
    around = figure.before(20) + figure.text[figure.token.end : figure.token.end + 3]
    return counted and not figure.followed_by(("车道", "支路")) and any(word in around for word in LINES)


def _is_one_thing(figure: Figure) -> bool:
    """挖到一片汉墓: one of something is no count unless something is said to be done to it."""
    told = [each for each in figure.cues if each.value in (Cue.DONE, Cue.TOTAL, Cue.LEFT) and each.word != "到"]
    return figure.span.value == 1 and not told


OWNERS = frozenset("户家人")
AT_LAW = late(
    r"(?:受理|裁决|裁定|判决|判了|起诉|立案|仲裁|催告|约谈|走访|座谈|强拆|强制执行|司法(?:程序|途径|强拆)?|公证)了?(?:了|的)?(?:有|是)?$"
)
TO_LAW = late(
    r"(?:已经?|正在?|都|要|准备|拟|也|目前|申请|提请|进入|走上?|打着?|在)*(?:强制执行|强执|司法|法院|官司|诉讼|起诉|裁决|仲裁|行政复议)"
)
"""法院受理了17户强制执行: whose case is at law has not signed."""


LEFT_OUT = late(r"除了?[^，。；除]{0,14}$")
ALL_BUT_THESE = late(
    r"[^，。；、\d]{0,12}?(?:[之以]?外[，、]?(?:其余|其他|剩下)?(?:的)?[全都均已]|[，、](?:其余|其他|剩下)[^，。；\d]{0,8}?[全都均已])"
)
"""除5户在打官司外全部签约: those that are left out are left."""
WHAT_IT_IS = late(r"(?:单体|住宅|教学|厂)?(?:楼|楼房|房|建筑|单体|厂房|车间|塔楼)[，、：]")


def is_left_out(figure: Figure) -> bool:
    """除5户在打官司外全部签约: whether so many are excepted from what is told of all."""
    return (
        LEFT_OUT.search(figure.before(16)) is not None
        and ALL_BUT_THESE.match(figure.text, figure.token.end) is not None
    )
