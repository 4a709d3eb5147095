"""Projects that are only named in passing, so that nothing is told of them: 过沱水大桥那200米, 从二标借的吊车."""

from collections.abc import Iterator, Sequence

from language.late import late
from language.names import NameSpan

_REACH = 4
"""How far before a name the word may begin that makes it a place on somebody's way."""

_WORD = 14
"""How far behind a name the words may reach that make it a place or a party."""

_CROSSED = late(
    r"(?:(?<![批报办审通验说讲做干超超不经])过|[下横]?穿[越过]?|(?<!\d)[上横]?跨[越过]?|经过|途经|绕[过开行]?|沿着?|[紧毗]邻|紧?挨着?|[邻临]近|靠近?|对着|通[往向]|[被遭]"
    r"|旁边|隔壁|附近|门口|对面|门前|上游|下游)\Z"
)
"""What a name behind it is crossed, passed or touched by; and who does something to somebody."""

_SIDED = late(r"(?:和|与|跟|同)\Z")
_SHARED = late(
    r"[^，。；\n]{0,6}?(?:共用|合用|共享|交叉|交汇|交界|相交|相接|衔接|搭接|接头|接口|接驳|碰头|重叠|冲突|打架|相邻|挨着|抢|之间)"
)
"""What two parties do together: 和二标共用的便道."""

_AWAITED = late(r"[等待候]\Z")
_GIVES_WAY = late(r"[^，。；\n]{0,4}?(?:让|腾|移交|先|[做干修搬撤拆迁挖铺]完|完工|交[出地]|给)")
"""For whom one waits: 等二标让出场地."""

_FETCHED = late(r"(?:从|自|问|向|找|跟|由)\Z")
_FROM = late(
    r"(?:那边|那里|那儿|项目部?|工地|现场|手里|上)?(?:临时|先|又|都|才|暂时|给|上)?(?:借|调|抽|匀|挪|转|拉|运|搬|租|引|接|拿|要)[^，。；\n]{0,5}"
)
"""Whom something is taken from: 从二标那边借的吊车."""

_BESIDE = late(
    r"(?:工地|项目|那边|这边|的)?(?:门口|路口|道口|附近|旁边?|隔壁|边上|对面|背后|后面|前面|[东西南北]侧|[下上]方|底下|交叉口|一带|那一?片|那一?块|那一?段|这片|那头)"
)
"""Behind a name that follows another: the place is meant."""

_DAMAGE = (
    r"(?:[压碾轧](?:坏|烂|断|塌|裂|了|住)|堵[住了着]|占[住了着]|挡[住了着]|碰[坏到了]|撞|挖[断坏]|刮[断坏]|砸|拦[住了])"
)
_BY = late(r"[让叫给]\Z")
_DID = late(rf"[^，。；\n]{{0,6}}?{_DAMAGE}")
"""让管廊挖断了一根水管."""

_THEIRS = late(
    r"(?:项目|工地|那边)?的?(?:[渣运]土车|大车|重车|车辆?|车队|吊车|塔吊|挖机|施工队|施工单位|队伍|工人|人|围挡|便道|弃土|渣土)"
    rf"[^，。；\n]{{0,5}}?{_DAMAGE}"
)
"""Who does some damage to the project that is spoken of."""


_SIBLING = late(r"[\u4e00-\u9fff]{2,3}站[^，。；\n]*、\Z")
"""望江站全部完成、沙坪站做了62幅: stations of one line, whatever else is called after the place."""

_ENDS = frozenset("；。：\n")
"""Behind one of these whoever has several projects goes on to the next: …；双桥养老隔壁小区不让挖."""


def spoken_of(text: str, spans: Sequence[NameSpan], own: Sequence[str]) -> Iterator[NameSpan]:
    """The names of which something is told, without those that are only passed by where another is in force."""
    current: Sequence[str] = own if len(own) == 1 else ()
    for span in spans:
        strange = bool(own) and set(span.candidates).isdisjoint(own)
        other = set(span.candidates) != set(current)
        if strange and current and _is_station_of_line(text, span):
            continue
        beside = bool(current) and ((strange and not _points(text, span, _HEADS)) or not _begins(text, span))
        if other and (current or strange) and _is_passing(text, span, in_force=bool(current), beside=beside):
            continue
        current = span.candidates
        yield span


def _is_station_of_line(text: str, span: NameSpan) -> bool:
    """Whether a name is but the place of a station that is counted beside another one."""
    named = text.endswith("站", 0, span.end) or text.startswith("站", span.end)
    return named and _SIBLING.search(text, max(0, span.start - 40), span.start) is not None


def _begins(text: str, span: NameSpan) -> bool:
    """Whether a clause begins with a project at which it points, or a sentence with any: 河口那段用海批复."""
    before = text[span.start - 1] if span.start else "\n"
    return before in _ENDS or _points(text, span, _STARTS)


def _points(text: str, span: NameSpan, begins: frozenset[str]) -> bool:
    """二标那块，…: whether a clause begins with a name that is pointed at as what is spoken of."""
    before = text[span.start - 1] if span.start else "\n"
    return before in begins and text.startswith(_STRETCHES, span.end)


_HEADS = _ENDS | frozenset(" .．）)】")
"""Behind these whoever points at a project, even at another's, tells of it."""
_STARTS = _HEADS | frozenset("，、")
_STRETCHES = ("那段", "那一段", "那块", "那一块", "那头", "这段", "这块")


def _is_passing(text: str, span: NameSpan, in_force: bool, beside: bool) -> bool:
    """Whether a name is that of a place on the way, of a neighbour, or of whoever did something or lent it."""
    start, end = span.start, span.end
    low, high = max(0, start - _REACH), min(len(text), end + _WORD)
    if _CROSSED.search(text, low, start):
        return True
    if beside and not span.together and _BESIDE.match(text, end, high):
        return True
    if _AWAITED.search(text, low, start) and _GIVES_WAY.match(text, end, high):
        return True
    if _SIDED.search(text, low, start) and _SHARED.match(text, end, high):
        return True
    if _BY.search(text, low, start) and _DID.match(text, end, high):
        return True
    if _FETCHED.search(text, low, start) and _FROM.match(text, end, high):
        return True
    return in_force and _THEIRS.match(text, end, high) is not None
