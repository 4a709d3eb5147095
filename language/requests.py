"""What a report asks for beside its facts: a later plan date; and for whom it was made."""

import re

from language.late import late

POSTPONE = late(
    r"延期|顺延|推迟|延后|延迟|后延|展期|往后[推调移挪延]|推到|(?<![迁搬转])移到|挪到|推后|延至|延到|(?<![协强单空抽])[调挪](?:整|动)?(?:为|到|至)|改(?:为|成|到|在|至)|变更(?:为|到|至)"
)


def asks_to_postpone(words: str) -> bool:
    """Whether the words put a date off, which is a request and moves no plan by itself."""
    return POSTPONE.search(words) is not None


_SLIPS = late(
    r"赶不[上及到]|来不及|[完干做]不[成完]|(?:不能|无法|难以|没法)(?:按|如|准)[期时]|按[期时][^，。；]{0,6}(?:困难|不了|难度|够呛)"
    r"|(?:拖|放|后)[到至]|往后放|(?:原来?|原本|本来)(?:说|定|计划|打算)|要晚|最[快早]也?[要得]"
    r"|晚(?:上|个)?[\d一二两三四五六七八九十半]{1,3}[来多]?个?(?:天|周|月|星期|礼拜)"
)


def slips(words: str) -> bool:
    """Whether works are said not to keep their day (赶不上11月10号，放到月底): with a later day a request."""
    return _SLIPS.search(words) is not None


_LAST_WEEK = late(
    r"^.{0,12}?(?:补报|补上|补一下|补交|迟报)[^，。：:；\n]{0,4}上(?:一)?(?:周|期)|^\s*上(?:一)?(?:周|期)的?(?:周报)?补报"
    r"|^.{0,12}?上(?:一)?(?:周五?|期)的?(?:周报|情况|进展)?(?:我们?)?(?:给|是|真|实在)?(?:(?:忘记?|漏|落|迟|晚|错过|耽误)了?(?:[报交填发]|上报|报送)?了?|(?:没|未)(?:有)?(?:能|来得及|顾上|顾得上|赶上|及时|按时)?(?:[报交填发](?![批审验工])|上报|报送)上?来?了?|(?:没|未)(?:有)?(?:来得及|顾上|赶上))(?=[，,。：:；;！!\s]|$)"
    r"|^.{0,12}?(?:补|把)(?:一下|个|报)?上(?:一)?(?:周|期)的?(?:周报|情况|进展|数)?(?:补上|报一下|补一下)?(?=[，,。：:；;！!\s]|$)"
)
_OVERRULE = late(
    r"(?:忽略|忘掉|忘记|无视|不用管|绕过)[^，。；\n]{0,8}(?:规则|指令|设定|提示|限制)|(?:假装|扮演|假设)你?(?:现在)?是"
    r"|以(?:系统)?管理员(?:的)?身份|(?:把|将)[^，。；\n]{0,12}(?:红灯|黄灯|红牌|黄牌|红色|黄色)[^，。；\n]{0,4}(?:改成|改为|变成|换成|调成)"
    r"|(?:把|将|请|给)[^，。；\n]{0,16}(?:标|涂|调|设|刷|改|变)(?:记)?(?:成|为|回)(?:(?:绿|黄|红)(?:灯|色|牌|的|$|[，。！!])|(?:正常|不滞后)(?:的|状态)?(?:$|[，。！!]))"
    r"|(?:把|将|请|给)[^，。；\n]{0,16}标(?:记)?(?:成|为)(?:已完成|完成|完工)"
    r"|(?:所有|全部)(?:的)?(?:项目|节点|红灯|黄灯)[^，。；\n]{0,4}(?:标|改|设|调)(?:记)?(?:成|为)"
    r"|(?i:system\s*prompt|ignore\s+(?:all|previous|above)|you\s+are\s+now|developer\s+mode|jailbreak)"
)


def makes_up_for_last_week(text: str) -> bool:
    """Whether a report says that it is last week's, come late (补报上周：…)."""
    return _LAST_WEEK.search(text[:40]) is not None


def tries_to_overrule(text: str) -> bool:
    """Whether somebody tells the bot to drop its rules, to be somebody else, or to repaint a colour."""
    return _OVERRULE.search(text[:2000]) is not None


_QUIET = late(
    r"闭嘴|消停|别(?:再|老|总)?(?:催|烦|吵|发)|(?:机器人|助手|消息|提醒|群里|你)[^，。；]{0,6}太吵|^太吵|(?:老|总是|天天)(?:在)?催|少(?:发|催)(?:点|一点|些)"
)
_WITHHELD = late(r"问责|约谈|追责|通报批评|信访|上访|举报|维稳|纪委|监委|巡察|处分")
_ASKING = late(r"[?？]|吗|呢|怎么|如何|哪|谁|多少|几|名单|情况|进展|材料|处理|有没有|发(?:一下|给)?我|列|查|报一下")


def asks_for_quiet(text: str) -> bool:
    """Whether somebody wants to hear less of the bot."""
    return len(text) <= 40 and _QUIET.search(text) is not None


def asks_for_restricted(text: str) -> bool:
    """Whether somebody asks about what is never spoken of in a group: accountability, petitions, discipline."""
    return len(text) <= 120 and _WITHHELD.search(text) is not None and _ASKING.search(text) is not None


_OF_PEOPLE = late(r"信访|上访|举报|维稳")
_TO_ACCOUNT = late(r"问责|约谈|追责|通报批评|纪委|监委|巡察|处分")


def asks_for_accountability(text: str) -> bool:
    """Whether such a question is about who is called to account, and not about petitions."""
    return _TO_ACCOUNT.search(text) is not None and _OF_PEOPLE.search(text) is None


_NUMBER = late(r"电话|手机|号码|联系方式")


_HANDLES = late(r"在办|办理|经办|承办|手里|(?:谁|哪[个家])[^，。；\n]{0,4}(?:办|管|弄|跑)|谁家的|归谁|谁的(?:事|责任)")


def asks_who_handles(text: str) -> bool:
    """Whether somebody asks who handles a matter, not how to reach anybody."""
    return len(text) <= 30 and _HANDLES.search(text) is not None


def asks_for_number(text: str) -> bool:
    """Whether somebody's telephone number is asked for."""
    return _NUMBER.search(text[:200]) is not None


_COMPARES = late(
    r"(?:比|较|和|跟|与|对比)(?:上周|上一周|上期|上次)|(?:新|又)?(?:转|变|翻)(?:红|黄|绿)|新增[^，。；\n]{0,3}(?:红|黄)|(?:红|黄|绿)灯?变化|颜色变化|三色变化|变(?:了)?(?:颜?色|灯)|颜色.{0,3}(?:变|动)"
)


_SINCE_LAST_MONTH = late(
    r"(?:比|较|和|跟|与|同|对比)(?:起)?(?:上个?月|上月)(?:底|末|份|同期)?|(?:上个?月|上月)(?:底|末)?(?:以来|到现在|至今)"
)


def compares_with_last_month(text: str) -> bool:
    """Whether a question about colours asks what has become otherwise since the end of last month."""
    return _SINCE_LAST_MONTH.search(text[:200]) is not None


_TURNS_WHEN = late(
    r"(?:什么时候|啥时候|何时|哪天|几时|多久|怎么才|怎样才|如何才|要怎么|怎么)[^，。；？?]{0,6}(?:转|变|回|翻|摘|消)[^，。]{0,2}(?:[红黄绿]|正常)"
)


def asks_when_it_turns(text: str) -> bool:
    """Whether it is asked when or how one project will have a better colour (什么时候能变绿)."""
    return _TURNS_WHEN.search(text[:100]) is not None


def compares_with_last_week(text: str) -> bool:
    """Whether a question about colours asks what has become otherwise since last week."""
    return _COMPARES.search(text[:200]) is not None and not asks_when_it_turns(text)


_DELAY = r"(?:延期|顺延|展期|延后)"
_CONSENT = r"(?:已经?|也|均|都|获得?|经[^，。；]{0,6}?)?(?:批准|获批|同意|批了|批下来)了?"
_DELAY_GRANTED = late(rf"{_CONSENT}(?=的?{_DELAY})|(?<=延期|顺延|展期|延后)(?:申请|请求)?的?{_CONSENT}")


def without_consent(text: str) -> str:
    """A text without the words that a delay was granted (批准延期了, 延期批了): they grant no paper."""
    return _DELAY_GRANTED.sub("", text) if "延" in text or "展期" in text else text


_IN_TIME = late(
    r"按期|按时|如期|来得及|赶得上|赶得及|能不?能?赶[上在得]|赶不赶得|[完干做办建弄搞]得[成完了好]|能[^，。；不]{1,3}完(?:吗|么|不|得|$)|能[^，。；不]{0,3}(?:收尾|收工|结束)|会不会(?:晚|拖|延)|误不误"
)


_DELAY_ASKED = late(
    r"(?:申请|请求|恳请|希望|需要?|要|想|建议|能否|可否|可以)[^，。；\n]{0,8}(?:延期|顺延|展期|延后|宽限)|(?:延期|顺延|展期)申请"
)


def asks_for_delay(text: str) -> bool:
    """Whether somebody who reports asks that a day be put off."""
    return len(text) <= 120 and _DELAY_ASKED.search(text) is not None


_MAY = late(
    r"(?:请问|领导)?(?:能不能|能否|可不可以|可否|是否可以|是不是可以|看能不能)(?:给|再|帮忙)?"
    r"|[，,]?(?:行不行|好不好|可以吗|行吗|成不成|中不中|可不可以|能行吗|可以不|行不)(?=$|[，,。；;?？])"
)
_MAY_IT = late(r"(?:能|可以)(?!不能|否)([^，。；几哪什啥多]{1,16}?)[吗么](?=$|[，,。；;?？])")
"""能改到8月再开工吗: the same with its 吗 behind."""
_ALLOWS = late(r"(?:给|再)?(?:宽限|宽缓|缓)(?:几天|到|至)")


def plea_for_delay(text: str) -> str:
    """取水许可能不能宽限到8月15号 → 取水许可延期到8月15号: the request in a question; empty where none is."""
    text = _MAY_IT.sub(r"能否\1", text)
    if len(text) > 80 or not _MAY.search(text) or not (POSTPONE.search(text) or _ALLOWS.search(text)):
        return ""
    said = _MAY.sub("", text).strip(" ?？，,。")
    return said if POSTPONE.search(said) else _ALLOWS.sub("延期到", said, count=1)


_OF_ONE = late(
    r"还[差剩缺]几|能不?能?按[期时]|(?:能|会)(?:不会)?(?:晚|拖|按期|按时)|来得及|赶得[上及]|能不?能?赶[上在]|[完干做办建弄搞]得[成完了好]|能[^，。；不]{1,3}完(?:吗|么|不|得|$)|能[^，。；不]{0,3}(?:收尾|收工|结束)"
)
_OF_MANY = late(r"哪些|哪几|几个|几项|多少个|谁|有没有|的有|分别")


def asks_of_one(text: str) -> bool:
    """Whether a question without a subject can only be about one thing (还差几层, 能按期吗), not about all there is."""
    return len(text) <= 20 and _OF_ONE.search(text) is not None and _OF_MANY.search(text) is None


DOUBTED = late(
    r"(?:不太?对|不准|有误|搞错|弄错|写错|记错|错|不是这样|没更新|过时)(?:了)?(?:吧|呀|啊|吗|么)|(?:我|怎么|咋)(?:记得|听说|听|印象)|对不上|不会吧|不可能"
)
"""A leader who says so contradicts what is known, and reports nothing."""

_RULES = late(
    r"(?:三色|颜色|亮灯|变色|红黄绿|[红黄绿](?:灯|色|牌)?)[^，。；\n]{0,6}(?:规则|标准|口径|办法|怎么(?:算|定|判|评|来)|如何(?:算|定|判|评)|咋(?:算|定|判))"
    r"|(?:多久|多长时间|几个月|多少天)[^，。；\n]{0,4}(?:算|变|转|亮)[^，。；\n]{0,2}[红黄](?:灯|牌|色)?"
)


def asks_for_rules(text: str) -> bool:
    """Whether somebody wants to know by what the colours are set (三色规则是什么, 多久算红灯)."""
    return len(text) <= 30 and _RULES.search(text) is not None


def asks_how_many(text: str) -> bool:
    """Whether it is asked how many projects there are."""
    return len(text) <= 30 and re.search(r"(?:几|多少)个", text) is not None


_ADDS_UP = late(r"加起来|加一起|合计|总共|一共|总数|总的")


def adds_up(text: str) -> bool:
    """Whether somebody wants the sum over all of what was just told of one."""
    return len(text) <= 16 and _ADDS_UP.search(text) is not None


_ISSUE = late(
    r"(?<![\d-])(?:20\d\d-)?0*(?P<number>[1-9]\d{0,3})号(?:问题|难题|堵点)|(?:问题|难题)(?:编号)?(?:20\d\d-)?0*(?P<behind>[1-9]\d{0,3})(?![\d个项条月日天])"
    r"|(?<!\d)20\d\d-0*(?P<whole>[1-9]\d{0,3})(?![-\d])"
)


def asked_issue(text: str) -> int | None:
    """The number of the problem that a question is about (3号问题现在什么状态)."""
    found = _ISSUE.search(text[:100])
    return int(next(each for each in found.groups() if each)) if found else None


def asks_if_in_time(text: str) -> bool:
    """Whether somebody wants to know if works will be ready in time."""
    return _IN_TIME.search(text[:100]) is not None


_PAPER = (
    r"(?:会议?纪要|会议|纪要|批示|文件|〔\d{4}〕\d+号|会)(?!同(?!意))(?:〔\d{4}〕\d+号)?"
    r"(?:第?\s*[0-9一二三四五六七八九十]{1,3}\s*[项条件]|议定事项)*"
)
_ONLY_GROUND = late(
    r"^(?!.*(?:开|去|参加))(?:按照?|根据|依据|经|是|有|就是)*[:：，,\s]*(?P<what>[^，。；：\n]{2,24}?(?:会议?纪要|会议|纪要|批示|文件|〔\d{4}〕\d+号|会)(?!同(?!意)|开|上|前|后)(?:〔\d{4}〕\d+号)?(?:第\s*\d{1,2}\s*[项条])?)"
    r"(?:同意|定|议定|研究|通过|决定)*(?:的|了)*(?:(?:研究)?(?:意见|精神|要求|部署))?(?:来|办|执行|的)*[。.]?$"
)
_SETTLED = (
    r"(?:上)?(?:已经?)?(?:研究)?(?:议定|决定|确定|定|同意|通过|明确|批准|议过|原则同意|一致同意|认可|点头|拍板|敲定|过(?=了|[，,。；;]|$))"
    r"(?:过|了|的|下来)*"
)
_NEW_DAY = r"(?=[^，。；\n]{0,24}?(?:调整?|改|延后?|推迟?|顺延|挪|移|放宽|定|推)(?:到|至|为|成|在))"
"""What was agreed to stands behind it in one breath: 4月12日调度会同意调到5月20日."""
_MEETING_DAY = (
    r"(?:\d{1,2}月\d{1,2}[日号]|\d{1,2}\.\d{1,2}|\d{1,2}[日号]|[上本这]周[一二三四五六日天]?|昨天|昨日|前天|今天|今早)"
)
_MAY_BE_DECIDED = late("[会纪示件〕]")
"""What every paper or meeting has that something rests on."""
_BY = r"按照|根据|依据|经(?![济开营信贸常费])"
_DECIDED_BY = late(
    rf"(?:按照?|根据|依据|经)(?:了)?(?P<what>[^，。；：\n（()）]{{2,40}}?{_PAPER})(?:的?(?:决定|精神|要求|意见|部署|{_SETTLED}|研究|审议|讨论))?[，,]?"
    rf"|[（(](?P<aside>[^（()）\n]{{2,40}}?{_PAPER})(?:{_SETTLED})?[）)]"
    rf"|(?:^|(?<=[，,。；;]))(?P<clause>(?:(?!{_BY})[^，,。；;：\n]){{1,24}}?{_PAPER}){_SETTLED}(?:[，,。；;!！]|$)"
    rf"|(?:^|(?<=[，,。；;]))(?P<bare>[^，,。；;：\n]{{0,5}}?{_PAPER})(?:上)?{_SETTLED}{_NEW_DAY}"
    rf"|(?P<dated>{_MEETING_DAY}的?[^，,。；;：\n]{{0,14}}?{_PAPER})(?:上)?{_SETTLED}(?:[，,。；;!！]|$|{_NEW_DAY})"
)
_MOVED_TO_DAY = late(r"(?:到|至|为|成|在|期)[^，。；\n]{0,6}(?:\d|[一二三四五六七八九十]月|[年月季]底|下|本)")


_ABOUT_GROUND = late(
    r"^[^，。；\n]*?(?:这个|那个|的)?(?:延期|改期|调整|顺延|节点|计划)(?:的)?(?:申请|事)?(?:已经|在|是)?(?=\S{3})"
)
"""粮库这个延期昨天调度会过了: what was decided about stands before what decided it."""


def decided_by(text: str) -> str:
    """The meeting or paper on which a change of plan rests (按9月10日调度会改为…); empty where none is named."""
    found = _DECIDED_BY.search(text)
    ground = next(each for each in found.groups() if each).strip() if found else ""
    shorter = _ABOUT_GROUND.sub("", ground)
    return shorter if len(shorter) > 2 else ground


def without_ground(text: str) -> str:
    """A change of plan without the meeting it rests on, whose day is none of the works; else the text as it is."""
    found = _DECIDED_BY.search(text) if _MAY_BE_DECIDED.search(text) else None
    if found is None:
        return text
    rest = (text[: found.start()] + text[found.end() :]).rstrip("，,")
    moved = POSTPONE.search(rest)
    return rest if moved and _MOVED_TO_DAY.search(rest, moved.start(), moved.end() + 12) else text


def only_names_ground(text: str) -> str:
    """The meeting or paper, where a message names nothing else (6月8日调度会第2项)."""
    found = _ONLY_GROUND.match(text.strip()) if len(text) <= 40 else None
    return found["what"].strip() if found else ""


_VAIN = late(
    r"协调不(?:动|下来?|了|成|通)|协调未果|协调无果|(?:对接|沟通|协商|协调|联系)[^，。；\n]{0,10}(?:未果|无果|没有?结果|没有?进展|谈不拢)"
    r"|(?:我们?|本|局里|单位)[^，。；\n]{0,4}(?:无法|无力|解决不了)(?:自行)?(?:协调|解决)?"
)


def says_in_vain(words: str) -> bool:
    """Whether a unit says that it has tried and cannot settle a problem by itself (对接两次未果, 协调不动)."""
    return _VAIN.search(words) is not None


_ORDERISH = late(
    r"删|撤|改[为成到]|发(?:布|群|出|给)|催|登记|挂号|销号|截止|草稿|周报|简报|纪要|例会|议定|交办|申请\d|\d号|算作|绑定|暂停|取消|导出|设为"
    r"|把|给(?:我|他|她|大家|各)|[发拿]我|瞧|看一眼|一声|先别|谁也?[别不]|别(?:提醒|吵|@)|照常|恢复|安静|消停|挨个|[来弄整]一?[份张]|截了|[代替]报|消息|联系人|系统|台账|宽限|对接|(?<![好行对是了])吧$"
)


def sounds_like_order(text: str) -> bool:
    """Whether words of the office, which no reader took for an order, were meant as one all the same."""
    return len(text) <= 60 and _ORDERISH.search(text) is not None


_NOT_OUR_TRADE = late(
    r"(?:今天|明天|后天|现在|本周|这周|周末)[^，。；\n]{0,6}天气(?:怎么样|如何|咋样|好不好|好吗)|天气预报"
    r"|(?:帮我?|给我|替我|请)[^，。；\n]{0,4}(?:写|拟|起草|弄|润色|翻译)[^，。；\n]{0,8}(?:讲话|发言|致辞|稿|材料|文章|总结|信|合同|诗)"
    r"|GDP|国内生产总值|财政收入|税收|(?:固投|经济|投资|工业|消费)增速|社零|人均(?:收入|可支配)|房价|股市|人口(?:多少|有多少)"
    r"|^(?:写|拟|起草)[一个篇份]{0,2}[^，。；\n]{0,6}(?:讲话稿|发言稿|致辞|发言材料|汇报材料|工作总结)$"
    r"|(?:讲|说)个(?:笑话|故事)|(?:帮我?|给我)(?:订|买|叫|点)(?:[一个张份])?(?:票|车|餐|外卖|房间|会议室)"
)


def asks_for_another_trade(text: str) -> bool:
    """Whether something is asked for that is no business of this office's: the weather, a speech, a ticket."""
    return len(text) <= 40 and _NOT_OUR_TRADE.search(text) is not None


def asks_who_was_late(text: str) -> bool:
    """Whether somebody asks who reported after the cut-off."""
    return (
        len(text) <= 40
        and re.search(r"迟[报到了]|晚[报了]|超时|截止后(?:才)?报|(?:拖到|等到)[^，。]{0,6}[报交]", text) is not None
    )


_UNITS = late(r"单位|部门|[局委办所司]|街道|[乡镇]|谁|哪家|联络员|报送|报得|上报")


def compares_projects(text: str) -> bool:
    """Whether a comparison is of works (最慢的是哪几个), not of the units that answer for them."""
    return len(text) <= 40 and _UNITS.search(text) is None


_CHART = late(r"三色(?:图|表|榜|牌)|(?:红黄绿|红绿灯|亮灯|三种颜色|带颜色)的?(?:那张)?(?:图|表)")


def asks_for_chart(text: str) -> bool:
    """Whether a question about colours wants the board itself."""
    return _CHART.search(text[:200]) is not None


_WIDELY = late(
    r"[该要应][^，。；\n]{1,6}的都?[^，。；\n]{0,3}(?:了没|了吗|没有?$)|[办批拿发领取完开竣封验][\u4e00-\u9fff]{0,2}了?(?:几|多少)(?:个|项|家|张|本|处)|问题(?:清单|台账|汇总)|[红黄绿]灯?(?:项目)?(?:又|是不是|有没有)?(?:多|少|增|减)|(?:需要?|要|请|让)(?:我|我们|区里|县里|市里|区政府|县政府|领导|上面|指挥部)[^，。；\n]{0,4}(?:协调|解决|帮|出面|定|支持)"
    r"|(?:所有|全部|各|全[区县市]|整体|总体)[^，。；\n]{0,4}(?:项目|问题|单位|镇|街|乡|部门|局|情况|形势|进展|进度|句话)|(?:哪些|哪几个|几个)(?:重点)?项目"
    r"|的(?:项目|工程|工地|标段)?(?:[都各还]|一共|总共|分别)?(?:有(?![问困什啥])|是?哪|几|多少|列|报一|给我|发我)|[没不未缺等卡停][^，。；\n]{1,8}的[？?]?$|有没有[^，。；\n]{1,8}的[？?]?$"
    r"|有(?:问题|困难|难点|风险|堵点)的|联络员(?:都|分别|名单|有哪)|挨个|逐个|一个个|一家家|挨家|分头(?:说|讲)|总投资口径|加起来|(?:要|给)(?:个|一个)?数|总的|合计|汇总|我分管|我联系的|我包的"
    r"|(?:哪|几)(?:个|家|些|几[个家])?(?:单位|部门|[局镇乡]|街道|行业|领域)[^，。；]{0,6}(?:最|问题|困难)|哪(?:些|几)(?:个|类|种)?(?:方面|类型|类)|集中在哪|主要(?:是|有)哪"
)


def asks_widely(text: str) -> bool:
    """Whether a question without a subject is about all there is (需要我协调什么), not about the last subject."""
    return len(text) <= 60 and _WIDELY.search(text) is not None


_OF_THOSE = late(
    r"^(?:那|它们|他们|其中)?(?:[这那上](?:面)?(?:些|[几两二三四五六七八九十\d]+(?:个|项|条|家))(?:项目|红灯|黄灯|[红黄]的)?(?:[都各]|分别)?|(?:都|分别|各自?)(?=[是卡谁差在为啥怎因拖慢晚归由欠]))"
)


def asks_of_those(text: str) -> bool:
    """Whether a question is about all that the last answer listed (都卡在哪个环节, 这几个谁在管)."""
    return len(text) <= 24 and _OF_THOSE.search(text) is not None


_COUNTED = late(
    r"(?:多少|几|[还剩差欠]多少)[^，。；？]{0,2}(?:[户亩栋处家宗棵根座公平米层台套孔基吨方盏眼榀片环]|节(?!点))"
)


def asks_for_count(text: str) -> bool:
    """Whether it is asked of how many households, plots or metres (拆了多少户)."""
    return len(text) <= 60 and _COUNTED.search(text) is not None


_GATHERING = late(
    r"(?:会议?|活动|仪式|培训|座谈|参观|考察|调研|检查|观摩|演练|验收会|班)(?:的)?(?:时间|地点)?(?:临时)?(?:改|定|推迟|提前|挪|安排|放|延期?|调整|设|开)(?:到|在|至|为|于)"
    r"[^，。；\n]{0,14}(?:上午|下午|早上|晚上|中午|[点时]|\d:\d\d|楼|室|厅|中心|现场)"
)


def announces_gathering(text: str) -> bool:
    """Whether it is told when or where people meet (招商会改到下午三点), which is no progress of the works."""
    return len(text) <= 60 and _GATHERING.search(text) is not None


_OF_NODES = late(
    r"节点|手续|审批|前置|许可|[批证]|要件|报建|前期|里程碑|工作|事项|任务|计划|项目|工程|开[了没]?工|竣工|验收|到期|完工|办理|办结|进度"
)


def speaks_of_nodes(text: str) -> bool:
    """Whether a question that chooses nothing is about the nodes of the plans at all."""
    return _OF_NODES.search(text[:120]) is not None


_INTERNAL = late(
    r"[（(【\[]内部[^）)】\]]{0,6}[）)】\]]|内部(?:资料|材料|文件|掌握|传阅|情况)|仅限内部|不(?:得|要|可)?(?:外传|对外)|勿外传"
)


def marks_internal(text: str) -> bool:
    """Whether a message is marked as internal: it is kept, and told only in the organisation's own chats."""
    return _INTERNAL.search(text[:2000]) is not None


def asks_about_last_week(text: str) -> bool:
    """Whether a question is about the week before this one."""
    return re.search(r"上(?:个)?(?:一)?(?:周|星期|礼拜|期)", text[:200]) is not None


_EVERYTHING = late(
    r"(?:全部|所有|整个|完整|全套)(?:的)?(?:台账|数据|资料|明细|名册|通讯录|聊天记录)[^，。；\n]{0,8}(?:发|导出|给|传|贴)"
    r"|(?:导出|发|贴)(?:一下|出)?(?:全部|所有|整个|完整|全套)(?:的)?(?:台账|数据|资料|明细|名册|通讯录|聊天记录)"
)


def asks_for_everything(text: str) -> bool:
    """Whether somebody wants a whole ledger handed out."""
    return len(text) <= 60 and _EVERYTHING.search(text) is not None
