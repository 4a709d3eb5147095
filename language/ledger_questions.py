"""Questions about the ledgers that the readers of progress would take for something else."""

import re

from language import ledger_orders
from language.due_questions import asks_about_holiday_week
from language.late import late
from language.names import Lexicon
from language.numerals import small_number
from language.problem_charges import asks_whose
from language.understanding import Query
from models.vocabulary import Topic

_DECIDED = late(
    rf"(?:{ledger_orders.MEETING}|会上|上次|上回).{{0,10}}(?:议定|定|明确|交办|要求|安排|部署|说|交代|布置|研究)(?:的|了).{{0,24}}"
    r"(?:落实|办|完成|兑现|执行|进展|怎么样|咋样|到哪|结果|没有|了没|销号)"
)
_ASKED = late(
    r"[?？]|没有?$|吗$|怎么样|咋样|如何|到哪|谁|呢$|多少|几[项天号件个]|哪[些天个家几]|啥$|什么时候|何时|还剩|情况$|进展$|结果$"
)
_PROMISED = late(
    r"容缺|告知承诺|承诺(?:事项|件|制)|承诺.{0,4}补|(?:哪些|哪几[个项]|几[个项]|多少[个项]?|什么)[^，。]{0,4}承诺|承诺[^，。；\n]{0,6}(?:到期|过期|超期|逾期|兑现|台账|清单)"
    r"|(?:超期|逾期|过期|到期)(?:了)?(?:还|仍|都)?(?:没|未)(?:有)?补"
    r"|先(?:放行|批|上车|开工|办|发证|签约)[^，。；\n]{0,4}后补|开(?:了|过)?(?:的)?绿灯|后补的?(?:材料|手续|要?件|资料|东西)"
    r"|(?:答应|说好|讲好|保证|许诺|许下|表态)(?:了|过|要|会)?[^，。；\n]{0,8}?[补交](?=[的齐上来件])|(?:欠|缺|差|该补|要补|没补|待补)(?:着|下|了)?的?(?:那些|几[样件份])?(?:材料|东西|要?件|手续|资料)[^，。；\n]{0,10}(?:补|还|交)"
    r"|承诺[^，。；\n]{0,6}[^，。；\n]{0,10}(?:没|未|不)(?:能)?兑现|兑现(?:了|得|情况)"
)
_LISTED = late(r"(?:台账|清单|情况|明细)(?:发我|给我|看看?|列一?下)?(?:一下|看看?)?$")
_COMING = late(r"有没有|(?:快|要|将|近期|本月|这个月|下月|下周|本周)[^，。；\n]{0,4}到期|报一下")
_OVERDUE = late(r"超了?期|过了期|过期|逾期|超时|到期(?:还|仍)?(?:没|未)|(?:没|未)(?:能)?按(?:期|时)|拖期")
_ON_DUTY = late(r"(?:谁|哪位|哪个领导).{0,4}(?:值班|带班)|(?:值班|带班)(?:的)?(?:领导|人)?(?:是)?(?:谁|哪位)")
_ORDERED = late(
    r"交办(?:的|过的|事项|给)?[^，。；\n]{0,14}(?:怎么样|咋样|如何|办了|办得|落实|完成|进展|多少|几[项件个]|哪些|了没|没有?$|到哪)"
    r"|(?:有|都)?(?:哪些|几[项件个]|什么|多少)[^，。；\n]{0,6}交办(?:的)?(?:事项|任务|事)?[?？]?$"
    r"|(?:让|叫|要求|责成|督促|安排)[^，。；\n]{2,20}[，,]?[^，。；\n]{0,12}(?:给|办|做|报|拿|答复|落实|完成|出)(?:出来|好|上来)?了?(?:没有?|吗)[？?]?$"
)
_CHARGED_BY = late(
    r"(?:我|领导|[\u4e00-\u9fff]{1,2}(?:县长|区长|市长|书记|主任|指挥长))(?:[\u4e00-\u9fff]{0,6}?)?(?:交办|交代|布置|吩咐|安排)(?:过)?(?:的|了|给[^，。；\n]{2,10}的)[^，。；\n]{0,12}"
    r"(?:怎么样|咋样|如何|[办完做落弄搞好]了?没|[好完]了吗|回音|办[了得完]|落实|完成|进展|情况|多少|几[项件个条]|哪[些几]|列|报一下|结果|到哪|超期|过期|没办)"
    r"|(?:今天|昨天|本周|这周|上周|最近|元旦前|节前)?(?:领导|[\u4e00-\u9fff](?:县长|区长|市长|书记|指挥长))(?:们|今天|昨天|本周|这周|最近|近期)*(?:交办|交代|布置|安排|吩咐|点名)的?(?:了)?(?:事|事项|任务|工作|几件|哪些)"
)
_BY_ME = late(
    r"(?:我|领导)(?:上次|之前|昨天|前天|上周|那天)?(?:让|叫|要求|责成|请|安排)[^，。；\n]{2,14}?(?:办|做|弄|落实|解决|盯|抓|处理|装|修|拿|报)的[^，。；\n]{0,8}?"
    r"(?:怎么样|咋样|如何|回音|[办完做落弄好]了?没|[好完]了[吗没]|办[了得完]|结果|进展|情况|到哪)"
    r"|我(?:上次|之前|昨天|前天|上周|那天|前几天)?(?:让|叫|要求?|责成|请|安排|吩咐|交代)[^，。；\n]{2,24}?的(?:那|这)?(?:件|个|项|条)?(?:事|话|活|东西|材料|方案|账)?[^，。；\n]{0,6}(?:了没有?|没有?|了吗|怎么样|咋样|如何|到哪|回音|下文|着落)[?？]?$"
)
"""What a leader has charged others with, asked about by himself or by the office: 我交代的两件事办了没."""
_MY_WORD = late(
    r"(?:^|上次|上回|昨天|那天|[，,])我(?:上次|昨天|那天)?说的?(?:那|这)(?:[一二两三四五几\d]+)?(?:件|个|项|条)"
)
_REST = late(
    r"(?:议定|交办|督办|会议?定|会上定|^定的(?=事|那))(?:的)?(?:事项?|任务|事情)?[^，。；\n]{0,6}(?:还剩|还有|剩下|剩|没办完|没销|未销|超期|过期|逾期)|(?:还剩|剩下)[^，。；\n]{0,6}(?:议定|交办|督办)"
)
_LAST_MEETING = late(r"上(?:一)?次|上回|最近(?:一)?次|上周")
_STALE = late(
    r"(?:超过?|过了?|有)?(?P<how>上周(?:到现在|到今天|以来)|一周|1周|一个?星期|近一周|一个?月|1个月|两周|2周|半个?月|三周|3周|两个?月|2个月)(?:以上)?(?:[^，。；\n]{0,3}(?:哪些|哪几个|几个)?项目)?(?:都|一直)?(?:没|未|无)(?:有)?(?:[出吭吱作]过?声|冒泡|响动|声响|露面|说话|音[信讯]|动过?静?|更新|消息|报|反馈|进展|动静)"
)
_DAYS = {
    **dict.fromkeys(("上周到现在", "上周到今天", "上周以来", "一周", "1周", "一星期", "一个星期", "近一周"), 7),
    "一个月": 30,
    "一月": 30,
    "1个月": 30,
    "两周": 14,
    "2周": 14,
    "半个月": 15,
    "半月": 15,
    "三周": 21,
    "3周": 21,
}


_OVERVIEW = late(
    r"(?:一共|总共|全[县区市镇]|共有?|现在|目前)[^，。]{0,8}(?:多少|几)个?(?:重点)?项目|(?:多少|几)个项目.{0,6}开工(?:了)?(?:多少|几)"
)
_REPORTED = late(
    r"(?:报|反馈|说)(?:的|了)(?:是)?(?:些)?(?:什么|啥|哪些)|(?:说|报)的?(?:能不能|能|是否|是不是)?(?:对得上|对不对得上|对不上|一致|一样)|(?:是)?(?:怎么|咋|如何)(?:报|反馈|说)的|报了哪些|怎么报的"
)
_WHO_IS_ASKED = late(r"催报(?:的)?(?:单位)?名单|(?:未|没)(?:有)?报(?:送)?的?(?:单位)?名单|名单.{0,4}(?:未|没)报")
_DRAFT = late(
    r"(?:周报|简报|通报|草稿).{0,8}谁.{0,4}(?:改|动|发|审|核|批|暂缓|定)|谁.{0,4}(?:改|动|发布?|审|核定|批|暂缓).{0,6}(?:周报|简报|通报|草稿)"
    r"|(?:周报|简报|草稿)(?:的)?(?:修改|审核|发布)(?:记录|经过|情况)"
)


_WHO_MOVES = r"(?:哪些|哪几|哪个|几个|几家|谁|有人|有没有|多少)"
_CHANGES = late(
    r"(?:计划|节点|工期|日期|时间)[^，。；\n]{0,4}(?:调整|延期|变更|改)(?:了|过|的)?(?:有)?(?:哪些|几个|多少|情况|哪几)"
    r"|延期(?:申请)?(?:的)?(?:项目|节点)?(?:都)?(?:有)?(?:哪些|几个|多少|情况|哪几|批了)"
    r"|(?:哪些|哪几个|几个|谁)[^，。；\n]{0,6}(?:延期|(?:计划|节点|工期)?(?:调整|变更|顺延|改期|推迟)的?(?:申请|请求)|调整了?计划|申请延|改[过了]?计划|[改调变推][整动迟]?[过了]计划)"
    r"|(?:为什么|为啥|为何|怎么|咋|谁|凭什么|几次)[^，。；\n]{0,6}(?:改|调|变|动)[整更动]?[了过的]?(?:的)?(?:计划|节点日期|工期)"
    rf"|{_WHO_MOVES}[^，。；\n]{{0,14}}(?:计划|节点|日期|工期|时间)[^，。；\n]{{0,3}}[动改调变延推]整?[过了]"
    rf"|{_WHO_MOVES}[^，。；\n]{{0,12}}(?:改期|延期(?![交竣完开])|改(?:一?下)?(?:节点|计划|日期|工期)|调整?(?:一?下)?(?:节点|计划|日期|工期)|往后[推挪延]|申请(?:延|顺延|调整|改))"
    r"|(?:计划|节点|日期|工期)[^，。；\n]{0,3}[动改调变延推]整?过?的(?:有|是)?(?:哪|几|多少|谁)|(?:改期|延期|展期|调整|[调改延](?:整|动)?(?:节点|计划|工期|日期)的?(?:事|申请)?)[^，。；\n]{0,8}(?:批了?没|批没批|批了吗|同意了?没|同意了吗|批下来|谁[批定点])"
    r"|谁(?:批|同意|定|点头)[^，。；\n]{0,6}(?:改期|延期|改计划|调整)"
    r"|(?:计划|工期)[^，。；\n]{0,4}(?:为什么|为啥|怎么|咋|谁)[^，。；\n]{0,4}[改调变]|(?:计划|工期)[^，。；\n]{0,3}[改调变][整更动]?过?(?:没有?|吗)"
)


_PLAN_MOVED = late(
    r"^(?:那|这个|现在|那个)?(?:计划|节点|工期|日期|时间)(?:是不是|有没有|到底)?(?:已经?|也)?(?:改|调|调整|变|延|延期|顺延)(?:过|了)?(?:到[^，。；\n]{1,8})?(?:没有?|了没有?|吗|了吗|了)[?？]?$"
)
"""计划改了没有: of what was spoken of last."""
_CONSENTED = late(
    r"^(?:那|这个?|会上|领导|办公室|最后|到底|，)*(?:同意|准|点头|松口|答应)(?:延期|延|改期?|调整|了|他们|申请)*(?:没有?|吗)[?？]?$"
)
"""同意了吗: of the delay that was spoken of last."""
_SILENT = late(
    r"连续(?P<weeks>[两二三四五六2-6])个?(?:周|星期|期)(?:以上)?(?:都|均)?(?:没|未|不)(?:有)?(?:报|反馈|动静|更新|交)"
)
_OF_PROJECTS = late(r"(?:的|个|些|哪几?个?)项目|项目(?:有|是|都|连续)")
_WEEKS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_NUDGED = late(
    r"(?:打(?:过|了|个|过个)*招呼|(?:催|提醒|通知|预警|告知|知会|说)(?:过|了))(?:他们|人家|单位|各家|[^，。；\n]{2,8}[局委办镇司院所])?(?:没有?|了没有?|吗|了吗|几[次回遍])[?？]?$"
    r"|(?:被)?(?:催|提醒)(?:过|了)?(?:他们|人家|[^，。；\n]{0,8}[局委办镇司院所])?(?:过|了)?(?:几|多少)[次回遍]|^(?:我们|你)?(?:之前|提前|事先|有没有)?(?:催|提醒|预警)过?(?:他们|[^，。；\n]{2,8}[局委办镇司院所])(?:没有?|吗)?[?？]?$"
    r"|谁(?:去)?(?:催|提醒)(?:过|了)|(?:催|提醒)(?:过|了)(?:谁|哪些|哪几|几次|几家|多少|没)|(?:催报|提醒)(?:的)?(?:记录|情况)(?:怎么样|如何|呢|$)"
)
_DIFFERS = late(
    r"(?:数|数据|数字|数儿|统计)(?:到底|真的?)?(?:靠谱|靠不靠谱|准不准|准(?:确)?[吗么]|能信|能不能信|可信|可不可信|信得过|可靠|对不对|对吗)|"
    r"(?:统计|汇总|报)的?(?:数|数据|数字|口径)[^，。；\n]{0,6}(?:和|跟|与|同)[^，。；\n]{2,14}?(?:不一样|不一致|不同|对不上|有出入)"
)


_WE = r"(?:我们?(?:单位|局|委|镇|街道|公司)?|本单位)"
_OWN_SHARE = late(
    rf"^{_WE}?(?:这周|本周)?还?(?:要|该|需要|得|差)(?:再)?报(?:哪些|哪几|什么|啥|几个)"
    rf"|^{_WE}?(?:这周|本周)?报(?:过|了)(?:没有?|吗|了吗)[?？]?$"
)
_OWN_REPORT = late(rf"^{_WE}(?:这周|本周|上周)?报(?:了|的)(?:都)?(?:是)?(?:些)?(?:什么|啥|哪些)")


def tells_own_report(text: str) -> bool:
    """Whether somebody asks what they themselves have reported (我报的什么)."""
    return len(text) <= 20 and _OWN_REPORT.search(text) is not None


_THIS = r"(?:今天|今日|本周|这周|这一周|[这本]一?期)"
_BULLETIN = rf"(?:(?:周报|简报|(?<!督查)通报(?!批评)|三色图)|{_THIS}(?:的)?图)(?:的)?"
_GO_OUT = r"(?:发(?:布|出来?|出去|到群里)?|出(?:来|炉|去)?|印发|推送|公布)"
_WHEN_OUT = r"(?:什么时候|啥时候|何时|几点|多久|多会儿|哪天)"
_PUBLISHED = late(
    rf"{_BULLETIN}(?:已经?|都|现在|到底|究竟)*{_GO_OUT}了?(?:没有?|吗|没)[呢啊]?$"
    rf"|{_BULLETIN}(?:怎么|咋|为什么|为啥|为何|怎么回事)?[，,]?(?:怎么|咋)?(?:还|都|到现在|一直|迟迟)*(?:没有?|不|未)(?:{_GO_OUT}|见着?|看[到见]|收到|动静|影儿?)[^，。；]{{0,4}}$"
    rf"|{_BULLETIN}(?:要|得|到底|大概|预计|今天)*{_WHEN_OUT}(?:才|能|会|可以?)*(?:{_GO_OUT}|看到|有)[^，。；]{{0,3}}$|{_WHEN_OUT}(?:才|能|会|可以?)*{_GO_OUT}{_BULLETIN}[呢啊]?$"
    rf"|^(?:那)?{_THIS}(?:的)?(?:周报|简报|通报)(?:呢|在哪|哪去了|去哪了)$"
)


def asks_if_published(text: str) -> bool:
    """Whether somebody asks if the bulletin has gone out (周报发出去没有)."""
    return len(text) <= 24 and _PUBLISHED.search(text.rstrip("?？!！。 ")) is not None


def weeks_of_silence(text: str) -> int | None:
    """For how many weeks on end the units that are asked for have not reported (连续三周没报的单位)."""
    found = _SILENT.search(text) if len(text) <= 60 else None
    return (_WEEKS.get(found["weeks"]) or int(found["weeks"])) if found else None


def inspects(text: str) -> str:
    """What sort of inspector's question this is (`handlers.query.INSPECTIONS`); empty where it is none."""
    said = text.strip()
    if len(said) > 60:
        return ""
    if _NUDGED.search(said):
        return "nudged"
    if _DIFFERS.search(said):
        return "differs"
    if weeks_of_silence(said) and not _OF_PROJECTS.search(said):
        return "silent"
    if _CHANGES.search(said) or _PLAN_MOVED.match(said) or _CONSENTED.match(said):
        return "changes"
    if days_without_news(said) is not None:
        return "stale"
    if _DRAFT.search(said):
        return "draft"
    if _OVERVIEW.search(said):
        return "overview"
    return "reported" if _REPORTED.search(said) else ""


def read_ledger_question(text: str, lexicon: Lexicon) -> Query | None:
    """What a question about the ledger of decisions asks; None where it is about something else."""
    said = text.strip().rstrip("。.!！~ ")
    if asks_who_is_on_duty(said):
        return Query(Topic.CONTACT)
    if asks_about_promises(said):
        named = [span.candidates[0] for span in lexicon.projects(said) if len(span.candidates) == 1]
        return Query(Topic.NODES, projects=tuple(dict.fromkeys(named)))
    if asks_whose(said):
        named = [span.candidates[0] for span in lexicon.projects(said) if len(span.candidates) == 1]
        return Query(Topic.PROBLEMS, projects=tuple(dict.fromkeys(named)))
    if asks_about_meeting(said):
        return Query(Topic.MEETING)
    if _WHO_IS_ASKED.search(said) and len(said) <= 30:
        return Query(Topic.MISSING)
    if _OWN_SHARE.search(said) and len(said) <= 20:
        return Query(Topic.MISSING)
    if tells_own_report(said):
        return Query(Topic.STATUS)
    if asks_about_holiday_week(said):
        return Query(Topic.HELP)
    if _PLAN_MOVED.match(said) or _CONSENTED.match(said):
        return Query(Topic.STATUS)
    if inspects(said) == "changes":
        named = [span.candidates[0] for span in lexicon.projects(said) if len(span.candidates) == 1]
        return Query(Topic.STATUS, projects=tuple(dict.fromkeys(named)))
    if inspects(said) in ("draft", "stale", "changes", "nudged", "differs", "silent"):
        return Query(Topic.STATUS)
    closed = names_meeting(said) is not None and "销号" in said and _ASKED.search(said)
    if len(said) <= 40 and (closed or _OF_MEETING.search(said)) and "议题" not in said:
        return Query(Topic.DECISIONS)
    if len(said) <= 40 and _THOSE.search(said) and (ordered_of := _ASKED.search(said) or _HOW_FAR.search(said)):
        units = [span.candidates[0] for span in lexicon.units(said) if len(span.candidates) == 1]
        return Query(Topic.DECISIONS, units=tuple(dict.fromkeys(units))) if ordered_of else None
    ordered, numbered = (
        _ORDERED.search(said) or (len(said) <= 40 and (_CHARGED_BY.search(said) or _BY_ME.search(said))),
        _numbered(said),
    )
    if len(said) <= 40 and _REST.search(said) and not ordered:
        return Query(Topic.DECISIONS)
    if not (ordered or _ASKED.search(said)) or not (ordered or numbered or _DECIDED.search(said)):
        return None
    if ordered and not numbered:
        units = [span.candidates[0] for span in lexicon.units(said) if len(span.candidates) == 1]
        return Query(Topic.DECISIONS, units=tuple(dict.fromkeys(units)))
    projects = [span.candidates[0] for span in lexicon.projects(said) if len(span.candidates) == 1]
    return Query(Topic.DECISIONS, projects=tuple(dict.fromkeys(projects)))


_THOSE = late(
    rf"{ledger_orders.MEETING}上?(?:定|说|议|交办|交代)?的?那(?:几|两|三|些|一)?(?:件|项|条|个)事?"
    rf"|(?:{ledger_orders.MEETING}|会)上?(?:明确|定下?|说|议|交办|交代|让|叫|要求|安排|布置|提|答应)(?:了)?(?:去?办|做|落实)?的(?:那|这)?(?:几|两|三|些|一)?(?:件|项|条|个)?事"
)
_HOW_FAR = late(r"程度|地步|哪一步|眉目|着落|下文|动静|谈[得到]")
_CHARGE = late(r"(?:那|这)(?:几|两|一)?(?:件|项|条)(?:事|工作)?")


def asks_about_charge(text: str) -> bool:
    """Whether a question about a unit is about what it was charged with (财政局那件办得怎么样了)."""
    return len(text) <= 40 and _CHARGE.search(text) is not None


def asks_about_promises(text: str) -> bool:
    """Whether a question is about conditional approvals (容缺的都补了没)."""
    return (
        len(text) <= 60
        and _PROMISED.search(text) is not None
        and (
            _ASKED.search(text.strip().rstrip("。"))
            or re.search(r"吧[?？。]?$", text)
            or _COMING.search(text)
            or _LISTED.search(text.strip().rstrip("。"))
        )
        is not None
    )


def asks_who_is_on_duty(text: str) -> bool:
    """Whether somebody asks who is on duty."""
    return len(text) <= 40 and _ON_DUTY.search(text) is not None


def _numbered(said: str) -> bool:
    """Whether a decision's number is named; what counts months, storeys or buildings (1-5月) is none."""
    found = ledger_orders.REFERENCE.search(said)
    if found is None:
        return False
    return found["of"] is None or re.match(ledger_orders.NOT_OF_WORKS, said[found.end() :]) is not None


_TASKS = late(
    r"(?:纪要|代拟稿|议题征集|征集通知|问题清单|建议方案)(?![^，。；\n]{0,4}(?:[出印]|内容|里))[^，。；\n]{0,8}(?:什么时候|啥时候?|几号|哪[天日]|何时|截止|最晚|最迟|期限|多久|几天|到期)"
    r"|(?:几号|哪天|什么时候|啥时候|最晚|最迟)[^，。；\n]{0,8}(?:交|报|出|拿出?)[^，。；\n]{0,4}(?:纪要|代拟稿|议题清单|问题清单)"
    r"|(?:议题征集|征集通知)[^，。；\n]{0,6}(?:发了?没|发没发|发了吗|发出去)|会后[^，。；\n]{0,8}(?:什么|啥|哪些|哪几|几[项件])"
)
_NEXT_HELD = late(
    r"(?:下一?次|下周|下回|下期|这次|本次|明天|后天|周[一二三四五])[^，。；\n]{0,6}会(?:议)?(?:上)?[^，。；\n]{0,4}(?:讲|议|研究|讨论|说|谈|聊|上|过)(?:些|的)?(?:什么|啥|哪些|哪几|几个)"
)
_TOPICS = late(
    r"议题[^，。；\n]{0,6}(?:几[个条项]|多少|哪些|报了|有没有|有几|什么)|(?:报了|有|收到)(?:几个|多少|哪些)议题"
)
_ON_AGENDA = late(r"(?:上|研究|讨论|议|过|讲|说|谈|聊)(?:些|的)?(?:什么|啥|哪些|哪几|几个)|议题|议程")
_MINUTES = late(
    r"纪要[^，。；\n]{0,6}(?:出|发|印|报|好|弄|写|审|签|下)[^，。；\n]{0,3}(?:没|吗|了没有)|纪要[^，。；\n]{0,6}(?:怎么样|咋样|如何|到哪|在哪|[啥什]么?情况|呢[?？]?$)"
)
_WHICH_DAY = r"(?:哪一?天|几号|几点|周几|礼拜几|啥时候?|什么时候|何时)"
_HELD_AT_ALL = late(
    rf"(?:有|开)(?:没有)?(?:什么|啥|几个|哪些|哪几个|哪个)会(?=$|[?？，,吗呢要])|(?:有没有|有|要)(?:会|开会)(?:吗|没有?|不)?(?:要开)?(?:吗|呢)?[?？]?$"
    rf"|{ledger_orders.MEETING}(?:还|是不是|到底|究竟)*(?:开不开|还开|照开|正常开|开吗|取消)了?(?:吗|没有?|不)?[?？]?$"
    rf"|{ledger_orders.MEETING}(?:到底|究竟|是|定在|定|改)*(?:在)?{_WHICH_DAY}|{_WHICH_DAY}(?:要)?(?:召?开)(?:的)?[^，。；\n]{{0,6}}会"
)


def asks_about_meeting(text: str) -> str:
    """What a question about a meeting asks: the next one, its topics, the last one's minutes, what follows from it."""
    said = text.strip()
    if len(said) > 40:
        return ""
    if _TASKS.search(said):
        return "tasks"
    if _TOPICS.search(said):
        return "topics"
    if _MINUTES.search(said):
        return "minutes"
    return "next" if _NEXT_HELD.search(said) or _HELD_AT_ALL.search(said) else ""


def asks_what_is_on(text: str) -> bool:
    """Whether a question about the next meeting asks what is on its agenda, too (几号开会，都研究啥)."""
    return _ON_AGENDA.search(text[:60]) is not None


def asks_what_is_overdue(text: str) -> bool:
    """Whether only what is past its day is asked for (哪些超期了)."""
    return _OVERDUE.search(text[:80]) is not None


def asks_about_orders(text: str) -> bool:
    """Whether a question is about what a leader has ordered (让住建局给个说法，给了没; 我交代的事办了没)."""
    said = text.strip()
    return (
        len(said) <= 80
        and (_ORDERED.search(said) or _CHARGED_BY.search(said) or _BY_ME.search(said) or _MY_WORD.search(said))
        is not None
    )


_NTH_MEETING = late(rf"(?:第\s*)?(?P<serial>{ledger_orders.FIGURE})\s*次[^，。；：\n]{{0,10}}?{ledger_orders.MEETING}")
_OF_MEETING = late(
    rf"(?:第\s*)?{ledger_orders.FIGURE}\s*次[^，。；：\n]{{0,10}}?{ledger_orders.MEETING}(?:上)?(?:定|议|说|要求|交代|安排)?(?:的|了)?(?:那|这)?(?:几|些)?[项件个]?(?:事情?|事项|议定事项|任务|决定)"
)


def names_meeting(text: str) -> int | None:
    """The number of the meeting whose decisions are asked about (第6次例会的事)."""
    found = _NTH_MEETING.search(text[:80])
    return small_number(found["serial"]) if found else None


_PROBLEMS_OPEN = late(
    r"(?:几|多少|哪些|哪几)个?(?:的)?问题[^，。；\n]{0,8}(?:没|未)销|(?:没|未)销号?(?:掉)?的?问题|问题[^，。；\n]{0,6}(?:没|未)销号"
)


def asks_for_problems(text: str) -> bool:
    """Whether what is not yet closed are problems and not decisions (还有几个问题没销号)."""
    said = text[:60]
    return _PROBLEMS_OPEN.search(said) is not None and re.search(r"议定|会上|次会|例会|调度会|交办", said) is None


_OWN = late(
    r"(?<![替跟和给])我(?:上次|之前|昨天|前天|上周|那天|前几天|亲自|当面)*(?:交办|交代|布置|吩咐|安排|让|叫|要求|责成|说|定)"
)


def speaks_of_own(text: str) -> bool:
    """Whether a leader asks about what he himself has ordered (我交办的都办完没)."""
    return _OWN.search(text[:60]) is not None


def names_last_meeting(text: str) -> bool:
    """Whether only the last meeting is meant (上次会定的)."""
    return _LAST_MEETING.search(text) is not None


_HAS_REPORTED = late(
    r"(?:谁|哪(?:些|几)?个?(?:家|单位|部门|局)|几家|多少家)(?:单位)?(?:都|已经?|今天|昨天|都已经?)*(?:报|交|反馈)(?:上来|过来|来)?了|(?:已经?|都)(?:报|交|反馈)了?的(?:都?有|是)?(?:谁|哪|几)"
)
_NOT_YET = late(r"[没未差缺剩欠]|谁没|还有|吗|齐")


def asks_who_has_reported(text: str) -> bool:
    """Whether those are wanted who have reported (今天谁报了), and not those who have not."""
    return len(text) <= 30 and _HAS_REPORTED.search(text) is not None and _NOT_YET.search(text) is None


def days_without_news(text: str) -> int | None:
    """How long nothing has been heard of what is asked for (超过一个月没动静的); None where that is not asked."""
    found = _STALE.search(text) if len(text) <= 60 else None
    return _DAYS.get(found["how"].replace("个个", "个"), 30) if found else None
