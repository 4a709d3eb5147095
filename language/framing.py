"""What people put round a question or an order (小助手你好，…，开会要用，谢谢): it asks and narrows down nothing."""

from language.asking import asks
from language.late import late

LONGEST_FRAMED = 200
"""Longer texts are reports; what stands round those is taken off elsewhere."""

_LONGEST_CLAUSE = 20
_STOPS = "，。！!？?；;、~…\n\t "
_PARTICLES = (*"啊呀哦哈嘛呗哟咧嘞噻", "没有呢", "吗呢")
_NO_PARTICLES = ("干嘛", "好嘛", "干啥呢")

_BOT = r"(?:小?(?:助手|助理|秘书|管家)|机器人)"
_WHO = (
    r"(?:我们?|咱们?|领导们?|[县区市省旗州]?(?:委|政府)?(?:书记|[县区市旗州]长)|[县区市省旗局镇]里|[县区市省]委|上[面级头边]|办公室|主任|局长|会上"
    r"|指挥[长部]|老板|那边|人家|财政|审计)"
)
_WHEN = (
    r"(?:今天|明天|后天|今晚|明早|今早|[上下]午|晚上|中午|一会儿?|待会儿?|等[下会]儿?|过会儿?|马上|立马|[0-9一二两三四五六七八九十]{1,2}点(?:半|钟)?"
    r"|下班|[下本这]?周[一二三四五六日天]?|现在|现|就|都|正|要|也|得|已经|还)(?:之?前)?"
)
_DEED = (
    r"(?:开会|上会|过会|备会|汇报|报告|调研|检查|督查|发言|汇总|统计|填表|迎检|接待|来人|来检查|对账|对数|交差|上报|讲话|会议|汇报材料"
    r"|(?:写|做|报|交|改|整|准备|起草|赶)(?:个|一?份)?(?:汇报)?(?:材料|报告|稿子?|发言|总结|[Pp][Pp][Tt]|表格?|数|方案)|写)"
)
_WANTED = (
    r"(?:要(?:用|看|数|的|结果|个?数据?|讲|说|交|报|听)?|急?用|急要|急着(?:要|用)|等着?(?:要|用|看|回[话信复]?|数|结果)?|[来在]?催(?:着|得)?(?:要|问|紧|急)?"
    r"|[来在又]?问(?:起来?|到)?(?:我|这事|这个)?|需要(?:用|看)?|想看|过问)"
)
_BEFORE = rf"(?:{_WHO}|{_WHEN}|{_DEED}|[来去到给跟向对在]|因为|的)"
_PURPOSE = (
    rf"(?:{_BEFORE}){{0,5}}{_WANTED}了?(?:呢|的|呀|啊|哈)?"
    rf"|(?:{_BEFORE}){{0,3}}(?:要|得|急着|好|方便|准备|等着|马上)(?:{_BEFORE}){{0,3}}{_DEED}(?:用|呢|了)?"
    rf"|(?:{_WHO})?也?好(?:准备|安排|交代|统筹|把握|对接|回话|心里有(?:个?数|底)|有(?:个?数|底)|[跟向给].{{1,5}}(?:交代|交差|回话|说))(?:一下)?|(?:让)?(?:{_WHO})?心里(?:好)?有(?:个?数|底)"
)
_HASTE = (
    r"(?:有点|事情?|很|挺|比较|特别|非常|超级?|真|十分|这个|我)*(?:着?急|紧急|加急|十万火急|火急)(?:用|要|件)?(?:的|着呢?|啊|哈|呢)?"
    r"|(?:请|麻烦|烦请|望|最好|务必|越)*(?:尽快|尽早|快些?|抓紧|赶[紧快]|立[刻即马]|马上|速度?|麻溜|快一?点|越快越好)(?:点|些|的|地|一下|哈|啊|吧)?"
    r"(?:给?(?:回[复话信]?|答复|反馈|查|办|弄|给)(?:我|一下|个?[数话信]|个?答复)*)?(?:哈|吧|啊)?"
    r"|[速急][报回](?:我|一下)?|(?:不|别|先不)(?:着急|太急|急|忙)(?:着)?|慢慢[查来看](?:就行)?|别急慢慢[查来看]|在线等|坐等|有空(?:的时候|了)?再?(?:回|看|查|说)(?:我|一?下)?(?:就行|吧|哈)?|现在就[办要发查]"
)
_THANKS = (
    rf"(?:先|十分|非常|太|那就)?(?:谢谢|多谢|感谢|谢过|谢|辛苦|麻烦|拜托|劳驾|有劳|打扰|费心|受累|劳烦)(?:一?下|了|啦|咯|哈|啊|呀|大家|各位|[你您]们?|领导|{_BOT}|老师|同志)*"
    r"|(?:收到)?(?:烦|麻烦|敬)?请(?:您|你)?(?:回|尽快|及时)?(?:复|回复|回话|答复|反馈|告知|知悉)(?:一?下|我|哈)*|收到请回复?|盼(?:复|回复)|望(?:复|回复)|好吧|可以吗|行吗|好吗|好不好|行不行|可以不|行不"
)
_GREETINGS = (
    rf"(?:各位|尊敬的)?(?:领导们?|大家|老师|主任)?(?:早上|上午|中午|下午|晚上|早|晚|你|您|大家)(?:好|安)(?:啊|呀|哈|{_BOT})*|领导们?好|大家好|哈[喽啰]|[Hh]ello|[Hh]i"
    rf"|{_BOT}(?:[你您]好|同志|在吗|请)?|在吗?|在不在|在么|亲|[嗨嘿喂哎唉诶欸呃额哦噢]+|嗯+|那个|那|那么|对了|话说(?:回来)?|另外|再就是|顺便|不好意思|抱歉|打扰(?:一?下|了)?"
    rf"|好的?|行|收到|明白|知道了|补充(?:问|说)?一?[个句下]|(?:{_WHO})?(?:来|刚才?|又)?(?:问|说|讲|交代|指示|安排)(?:了|的|我|下来)?"
)
_POLITE = (
    r"(?:麻烦|请|劳驾|辛苦|拜托|烦请|有劳|能不能|能否|可否|可以|可不可以|方便的?话?|帮忙|帮着?我?们?|给我们?|替我|跟我|和我|给|我们?|想|要|先|再|顺便|来|也|还|就|您|你|现在"
    rf"|有个事|有件事|有事|{_BOT})"
)
_VERBS = (
    r"(?:请?问|请教|打听|咨询|了解|查询?|看|瞧|核实?|说|讲|报|列|汇报|汇总|统计|回复?|反馈"
    r"|告诉我|发给?我|给我|调出来|找|理|梳理|整理)"
)
_A_BIT = r"(?:一?下|一?句|一声|一眼|一份|一个|[问查看说讲报列理]|个事儿?|件事儿?|情况|个?数)"
_REQUEST = (
    rf"{_POLITE}{{0,6}}(?:(?:回|告诉|报|发)我(?:一?下|一声|个[信话数])|{_VERBS}{_A_BIT})(?:我|给我|清楚|哈|吧|呗|啊|呢|吗)*"
    rf"|{_POLITE}{{1,6}}{_VERBS}(?:我|给我|清楚|哈|呗|啊|呢|吗)*|请问|请教|咨询|查询|打听"
    r"|(?:尽快|快|抓紧|赶紧|马上)(?:回复?|告诉我|反馈|给我|发我)(?:我|一?下|个[数话信])*"
)

_HEAD = late(rf"(?:{_GREETINGS}|{_THANKS}|{_HASTE}|{_PURPOSE})")
_PRIVATELY = (
    r"(?:先|暂时|千万)?(?:别|不要|不用|不许)(?:往|在|到|发到?)?(?:大|工作)?群里?(?:面|头)?"
    r"(?:发|扔|传|放|转|甩|说|讲)?(?:了|啊|哈)?"
)
"""三色图发我看看，先别往群里发: it goes to whoever asks, anyway."""
_TAIL = late(rf"(?:{_THANKS}|{_HASTE}|{_PURPOSE}|{_PRIVATELY})")
_ASKED_TO = late(_REQUEST)
_FACE = late(r"(?:[\U0001f300-\U0001f533\U0001f535-\U0001f7df\U0001f7ec-\U0001faff]\ufe0f?|\[[\u4e00-\u9fff]{1,4}\])+$")
_GLUED_HEAD = late(
    rf"{_POLITE}{{0,6}}(?:(?:请?问|请教|打听|咨询|了解|查|看|瞧)(?:一?下(?![周月旬个半一])|一下|一?句|[问查看])|请问|查询?|想问|想知道)(?:一下)?[，：]?(?!我|[起出到清])"
)
_ORDERS = r"同意|批准|驳回|不同意|暂缓|暂不|先不|发布|退回|撤回|删掉|删除|删了|设为|改为|改成|上报"
_ORDERED = late(
    r"(?:^|[，。；：\n ])(?![^，。；\n]*(?:被|不会|可能|估计))"
    rf"(?:[0-9]+|(?:[^，。；：\n？?]{{0,8}}?(?:{_ORDERS})|登记|选|申请销号)[^，。；\n？?]{{0,12}}"
    r"|[^，。；\n？?]{0,14}列入[^，。；\n？?]{1,8})$"
)
"""What is ordered with 吧 behind it; behind what is told it is a guess (批了吧)."""
_GLUED_TAIL = late(r"(?:谢谢|多谢|辛苦|拜托)(?:了|啦|哈)*$")


_ASKED_POLITELY = late(
    r"^(?:你|您|小助手)?(?:看)?(?:能不能|能否|可否|可不可以|是不是可以|方不方便)(?:请|帮忙|帮我|麻烦)?(?=[让叫请](?!示|教)[^，。；？?]{2,12}(?:前|把|给|拿|说|报|解释|汇报|回[个话]|来))"
)
"""能不能让交通局周五前给个说法 is an order, and asks nothing."""


def unframed(text: str) -> str:
    """The text without what stands round its question or order; the text itself where there is nothing else."""
    if len(text) > LONGEST_FRAMED:
        return text
    start, end = len("话说") if text.startswith("话说") else 0, _end(text)
    while (stop := _stop_after(text, start, end)) < end and _HEAD.fullmatch(text, start, stop):
        start = _next(text, stop, end)
    while (begin := _begin_of_last(text, start, end)) > start and _TAIL.fullmatch(text, begin, end):
        end = _end(text[:begin])
    end = _without_thanks(text, start, end)
    inner = text[start:end]
    if not inner.strip(_STOPS) or (inner is not text and _HEAD.fullmatch(inner)):
        return text
    if inner.endswith("来着") and asks(inner[:-2]):
        inner = inner[:-2]
    return _without_requests(_ASKED_POLITELY.sub("", inner))


def _without_requests(text: str) -> str:
    """The text without 麻烦问下 and 帮我查一下, where the rest asks by itself."""
    start, end = 0, len(text)
    stop = _stop_after(text, 0, end)
    if stop < end and _ASKED_TO.fullmatch(text, 0, stop):
        start = _next(text, stop, end)
    elif glued := _GLUED_HEAD.match(text):
        start = glued.end()
    begin = _begin_of_last(text, start, end)
    if begin > start and _ASKED_TO.fullmatch(text, begin, end):
        end = _end(text[:begin])
    for rest in (text[start:end], text[start:], text[:end]):
        if rest != text and rest.strip(_STOPS) and asks(rest):
            return rest
    return f"查一下，{text[start:end]}" if text[start:end].strip(_STOPS) != text.strip(_STOPS) else text


def _end(text: str) -> int:
    """Where a text ends without its last faces, particles and stops; a question mark stays."""
    while True:
        kept = text.rstrip("，。；;、！! \n~…")
        if kept.endswith(_PARTICLES) and not kept.endswith(_NO_PARTICLES):
            kept = kept[:-1]
        if (
            kept.endswith("吧")
            and not kept.endswith(("了吧", "过吧", "没吧"))
            and _ORDERED.search(kept, 0, len(kept) - 1)
        ):
            kept = kept[:-1]
        if face := _FACE.search(kept, max(0, len(kept) - 24)):
            kept = kept[: face.start()]
        if len(kept) == len(text):
            return len(text)
        text = kept


def _stop_after(text: str, start: int, end: int) -> int:
    """Where the clause that begins at `start` stops."""
    for place in range(start, min(end, start + _LONGEST_CLAUSE)):
        if text[place] in _STOPS or text[place] == "：":
            return place
    return end


def _next(text: str, stop: int, end: int) -> int:
    while stop < end and (text[stop] in _STOPS or text[stop] == "："):
        stop += 1
    return stop


def _begin_of_last(text: str, start: int, end: int) -> int:
    """Where the last clause begins, behind its stop; `start` where there is but one or it is long."""
    for place in range(end - 1, max(start, end - _LONGEST_CLAUSE) - 1, -1):
        if text[place] in _STOPS:
            return place + 1
    return start


def _without_thanks(text: str, start: int, end: int) -> int:
    """Where the text ends without thanks for which no stop was set."""
    glued = _GLUED_TAIL.search(text, max(start, end - 8), end)
    return glued.start() if glued and glued.start() > start else end
