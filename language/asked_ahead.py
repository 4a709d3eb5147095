"""Questions about what will be, which no state of today answers: which projects are about to change their colour."""

from language.late import late

_TURN = r"(?:转|变|翻|亮|跳|掉|滑|升|进)(?:成|为|到|入|出)?(?:上)?"
_COLOR = r"(?:[红黄](?!了没|没)|(?:严重)?滞后|变?色)"
_AHEAD = late(
    rf"(?:将|要|会|可能|马上|眼看|预计)(?:有)?(?:要|会|被)?[^，。；\n]{{0,4}}?{_TURN}{_COLOR}"
    r"|(?<!机)(?:将|会|要|可能)(?:要|会)?[红黄](?:灯|色|牌)?(?=的|了|吗|么|呢|几|[？?，。]|$)"
    rf"|(?:快|即将|面临|临近|接近)(?:要|会|被)?(?:{_TURN})?{_COLOR}"
    r"|(?:将|要|会|可能)(?:要|会)?变色"
    r"|[红黄](?:灯|牌|色)?(?:的)?(?:风险|预警|苗头|边缘)|(?:滞后|变色)(?:的)?(?:风险|预警|苗头)"
    r"|(?:临近|接近|快到|快满)[^，。；\n]{0,4}(?:[红黄](?:灯|线)|一个月|1个月|三个月|3个月)"
    rf"|(?:还|再)?(?:有|剩)?(?:几天|多久|多少天|哪天|什么时候|几号|啥时候)(?:就|会|要|才)?{_TURN}[红黄]"
)
_PAST = late(r"为什么|为啥|为何|怎么会|咋会|凭什么|(?:转|变|翻|亮)(?:成|为)?[红黄](?:灯|色)?了(?!.{0,4}(?:快|将|要))")


def asks_what_turns(text: str) -> bool:
    """Whether a question about colours asks which are going to turn (哪些要转黄), not which have."""
    said = text[:80]
    return _AHEAD.search(said) is not None and _PAST.search(said) is None


_FAILS = late(
    r"(?:[完做干建搞弄]|交|竣|收|达|办|上|赶|通)不(?:成|完|了(?:工|尾|目标|任务)?|上|到)|(?:完成|竣工|完工|交付|投用|建成|通车|投产)不了"
    r"|(?:没法|无法|没办法|不能|很难|难以|悬)(?:按期|按时|如期)?(?:完成|完工|竣工|建成|交付|投用|收尾)|(?:按期|按时|如期)(?:完|干|建)不|泡汤|(?:要|会|得)(?:拖(?:到|过)|跨)(?:明年|年)"
)
_OF_MANY = late(r"哪|几个|几项|多少|有没有|有谁|谁|的有|列")
_PROJECTS = late(r"项目|工程|工地|单位|[哪几]个|哪些|哪几|谁|家|的[？?。]?$|的有")


def asks_what_fails(text: str) -> bool:
    """Whether somebody asks which works will not be ready in time (哪几个项目今年完不成)."""
    said = text[:60]
    return all(each.search(said) for each in (_FAILS, _OF_MANY, _PROJECTS))
