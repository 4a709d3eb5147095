"""What somebody above says of the records and not to them: doubts, hearsay, who may change a plan, is it true."""

from language.late import late

LONGEST = 60
_GAINSAYS = late(
    r"^(?:不对|不是)(?:吧|啊|呀|哦|的|劲)?(?=[，。,!！?？]|$)"
    r"|^(?:我看|我觉得|恐怕|怕是|这|那)?(?:未必|不见得|不一定|不太?像|不太?可能|不会|不可能|胡说|瞎说|乱报|扯|假的|骗人|没有的事|怎么可能|怎么会)(?:吧|啊|呀|的|呢)?(?=[，。,!！?？]|$)"
    r"|^(?:可是?|但是?|不过)?我(?:怎么)?(?:记得|印象(?:中|里)?)"
    r"|(?:跟|和|与)(?:我|现场|实际)[^，。]{0,10}(?:不符|不一样|不一致|对不上|两码事|不是一回事)|(?:有|好像)(?:点)?出入"
)
_WITNESSED = late(
    r"我(?:们)?(?:昨天|今天|前天|上周|刚才?|早上|上午|下午|前几天)*(?:亲自|专门|路过|刚|才|还)*(?:去|到|在|从)?(?:现场|工地|那边|那里)?(?:去)?(?:看|转|走|瞧)(?:了|过|到|的时候|的)"
)
_HEARD = late(
    r"^(?:我|我们|刚才?|昨天|今天)*(?:听(?:说|人说|别人说|下面说|他们说|讲|到)|据说|有人(?:说|讲|反映|告诉)|(?:下面|群众|现场|施工方|老百姓)(?:都)?(?:说|反映|讲)|说是)"
)
_STATES = late(r"没|未|还有|已经?|[了的过]$|完|停")
_VERIFY = late(
    r"^(?:那|好|你们?|就|再|赶紧|马上|麻烦|先|[，,])*(?:去|再)?(?:跟|和|找|向)(?:他们|单位|人家|对方|下面)(?:再)?(?:对|核|问|落实|核对|核实)一?(?:下|对|遍|问|核)?(?:清楚)?$|^(?:那|好|你们?|您们?|他们|大家|就|再|赶紧|马上|尽快|抓紧|麻烦|先|去|给我|帮我|让人|派人|找人|请|[，,])*(?:核实|核对|核查|查证|落实|确认|问问|了解|查查|问清楚|搞清楚|弄清楚)(?:一下|清楚|下)?(?:情况|这事|这个|看看|到底)?(?:了)?(?:以后|之后|后)?(?:再(?:说|报|告诉我|来))?(?:吧|哈)?$"
)
_MAY_CHANGE = late(
    r"(?:谁|哪个单位|哪家|什么人|哪一级|单位自己|他们自己|我)(?:才|有权|可以|能够?|有资格|说了算|有权限)+[^，。；]{0,6}(?:改|调|变|动|推)[整更迟]?[^，。；]{0,4}(?:计划|节点|日期|工期|时间)"
    r"|(?:计划|节点|工期|日期|时间)[^，。；]{0,6}(?:谁|单位|怎么|如何|咋)(?:才|都|有权|可以|能|说了算|才能|样才能)+[^，。；]{0,4}(?:改|调|变|动|推)"
    r"|(?:改|调整|变更|延|推迟)[^，。；]{0,3}(?:计划|节点|日期|工期)[^，。；]{0,6}(?:要|得|需要?|该|应该)*(?:谁|哪个|什么程序|啥程序|走什么|走啥|怎么走|经谁|找谁|什么手续|哪级)"
    r"|(?:谁|哪个单位|哪一?级|什么人)(?:才|有权|可以|能够?)+(?:批|同意|定|决定|拍板)[^，。；]{0,4}(?:延期|改期|顺延|调整|变更|延长)"
    r"|(?:延期|改期|顺延|改计划|调计划|调整计划|变更)[^，。；]{0,4}(?:要|得|需要?|该|应该|怎么|咋|如何|走|报|找|经)[^，。；]{0,4}(?:程序|流程|手续|办|弄|申请|走|批|谁|哪)"
    r"|(?:计划|节点|日期|工期)[^，。；]{0,4}谁(?:说了算|来?定|来?批|决定|拍板)|^(?:计划|节点|日期|工期|计划日期|节点日期|时间节点)[^，。；]{0,4}(?:能|可以|可不可以|能不能|让不让|可否)[^，。；]{0,2}(?:改|调|变|动)[整更动]?(?:吗|不|么)?[?？]?$"
)
_PAID = late(
    r"(?:国补|省补|奖补|补贴|补助|专项债|债券|国债|贷款|拨款|资金|款项?|钱|经费)(?:都|已经?|到底|现在|那边|那块)*(?:到账|到位|拨|下达|放款|下来|打过来)(?:付|下来|到|款|过来)?了?(?:没有?|没|吗|了没)[?？]?$"
)
_FEES = late(
    r"(?:出让金|保证金|押金|税费?|规费|补偿款|补偿费|工程款|进度款|材料款|尾款|工资|恢复费|补偿金)(?:都|已经?|到底|现在|那边)*(?:交|缴|付|给|结|拨|发|兑付)(?:清|齐|完|上|到位|付)?了?(?:没有?|没|吗|了没)[?？]?$"
)
_TRUE = late(
    r"虚报|虚的|报假|假数|虚数|说谎|骗人|不真实|真不真|瞒报|谎报|假报|造假|作假|做假|弄虚作假|注水|掺水|水分|报喜不报忧|编的|糊弄|应付(?:差事|我们?)|不实(?:的|情况)?"
)
_IN_CHARGE = late(
    r"(?:是不是|是|归|由)[^，。吗]{1,10}?(?:负责|牵头|分管|主管|包联|对接|在管|在跟|在盯|管)(?:的|着|这个?|那个?)*(?:吗|么|吧|对吧|不是|没有|[?？])[?？]?$"
)
_ASKS = late(r"[?？]|吗|么|没有?$|有没有|哪|谁|几|多少|什么|啥|怎|是不是|呢$|会不会")
_WHERE_WHEN = late(
    r"^(?:那|这个?|会|会议|具体|是|，)*(?:在)?(?:哪儿?|哪里|哪个(?:会议室|地方|楼)|什么地方|啥地方|几楼|几点|上午还是下午|什么时间)(?:召?开|开会|开始|举行)?(?:的|呢|啊)?[?？]?$"
)
_REMIND = late(
    r"^(?:到时候?|到期|到点|快到(?:期|的时候)|届时|提前|这条|这件事?|这个|有(?:了)?(?:变化|进展|消息|动静)|没(?:办|完成|报)的话|，)*(?:再|记得|别忘了?|要|就|请|麻烦)*(?:提前)?(?:提醒|通知|告诉|知会|叫)(?:我|一下我|我一声|我一下)[^。]{0,6}$"
)
_TO_GROUP = late(
    r"(?:发|转|贴|挂|公布|晒|通报|推)(?:一下)?(?:到|在|去|给)?(?:群里|大群|群内|工作群|调度群|大家|各单位)(?:去|让[^，。]{1,8})?(?:吧|一下|看看)?$"
)
_REGULARLY = late(
    r"(?:以后|今后|往后)?(?:每(?:天|日|周|月|个?星期|个?礼拜|个月|隔[^，。]{1,4})|定期|天天|周周)[^，。]{0,10}(?:给我|向我|跟我|发我|报我|推给?我|发(?:一下|一份|个)|报(?:一下|一次|个))"
)
_DEMANDS = late(
    r"必须|务必|一定要|不能再|别再|不许再|不准再|盯紧|盯住|盯着|抓紧|抓一抓|上点心|重视起来|加把劲|加快|提速|赶一赶|往前赶|推一推|盯牢|跟紧|说一声|打个招呼"
)


def gainsays(text: str) -> bool:
    """Whether somebody says that what was told is not so (我看未必，还有三户没搬)."""
    return len(text) <= LONGEST and _GAINSAYS.search(text) is not None


def doubts(text: str) -> bool:
    """Whether somebody doubts what was told, or has seen it otherwise (不对吧，我昨天去看了还在绑钢筋)."""
    return gainsays(text) or (len(text) <= LONGEST and _WITNESSED.search(text) is not None)


def has_heard(text: str) -> bool:
    """Whether somebody tells what they only heard (我听说实训楼已经封顶了)."""
    return len(text) <= LONGEST and _HEARD.search(text) is not None


def asks_if_in_charge(text: str) -> bool:
    """Whether somebody supposes who is in charge and wants to hear if it is so (码头是莫兰在管吧)."""
    return len(text) <= LONGEST and _IN_CHARGE.search(text) is not None


def asks_where_or_when(text: str) -> bool:
    """Whether nothing is asked but where or at what hour (在哪开), which leans on the meeting that was spoken of."""
    return len(text) <= 16 and _WHERE_WHEN.match(text) is not None


def asks_if_paid(text: str) -> bool:
    """Whether somebody asks if money has come (国补到账没有)."""
    return len(text) <= LONGEST and (_PAID.search(text) or _FEES.search(text)) is not None


def asks_of_fee(text: str) -> bool:
    """Whether it is asked if a fee or a wage was paid (土地出让金交了没有), of which no node tells."""
    return len(text) <= LONGEST and _FEES.search(text) is not None


def tells_how_far(text: str) -> bool:
    """Whether what was heard is how far something is (听说还有三户没签), and no rumour (听说要改线)."""
    return _STATES.search(text) is not None


def wants_verified(text: str) -> bool:
    """Whether what was spoken of is to be looked into (那你去核实一下)."""
    return len(text) <= 20 and _VERIFY.match(text.strip(" 。！!")) is not None


def asks_who_may_change(text: str) -> bool:
    """Whether somebody asks by whom or how a planned date may be changed (谁能改计划)."""
    return len(text) <= LONGEST and _MAY_CHANGE.search(text) is not None


def asks_if_true(text: str) -> bool:
    """Whether somebody asks if what was reported is honest (有没有虚报的)."""
    return len(text) <= LONGEST and _TRUE.search(text) is not None and _ASKS.search(text) is not None


def wants_reminder(text: str) -> bool:
    """Whether somebody wants to be told in time (到时候提醒我)."""
    return len(text) <= LONGEST and _REMIND.match(text.strip(" 。！!")) is not None


def wants_regularly(text: str) -> bool:
    """Whether something is to be sent at set times (每周一早上给我发一份简报)."""
    return len(text) <= LONGEST and _REGULARLY.search(text) is not None and _ASKS.search(text) is None


def wants_in_group(text: str) -> bool:
    """Whether something is to be put before the group (把红灯项目发群里)."""
    return len(text) <= LONGEST and _TO_GROUP.search(text.strip(" 。！!")) is not None


def demands(text: str) -> bool:
    """Whether works are urged without a unit that is told to (北坡治理给我盯紧点)."""
    return len(text) <= LONGEST and _DEMANDS.search(text) is not None and _ASKS.search(text) is None
