"""What a unit wants studied at the next meeting (S4-04), and whether it was tried before (S4-07)."""

from language.late import late

_WISH = late(
    r"(?:报|拿|提|放|带|摆)(?:到|上|在)(?:下次|下周|本周|近期|这次)?[^，。；\n]{0,4}(?:例会|协调会|调度会|专题会|联席会|会议)(?:上|里)?|议题[:：]|(?:上报|申报|报|提)(?:一个|1个|个)?议题|作为(?:下次|下周)?[^，。；\n]{0,4}议题"
    r"|(?:想|建议|申请|请求?|需要?|能不能|能否|可否|可不可以|希望|恳请|提请)[^，。；\n]{0,8}上(?:一下|个)?(?:例|区|县|专题)?会(?!议室|计)(?:上)?(?:研究|讨论|协调|议|定)?"
    r"|拟[^，。；\n]{0,8}上(?:一下|个)?(?:例会|(?:区|县|专题)?会(?:上)?(?:研究|讨论|协调|议|定))"
    r"|(?:列入|纳入|提交|提请|放到|拿到)(?:到)?(?:下次|下周|本周|近期|下一次)?[^，。；\n]{0,6}(?:例会|协调会|调度会|专题会|联席会)(?:议)?(?:上)?(?:的)?(?:研究|讨论|协调|审议|议题|议一议|定)?"
)
_OTHERS = late(
    r"规委会|常务会|党委会|常委会|评审会|专家会|已(?:经)?上会|上过会|上了会|没上会|未上会|上会(?:了|通过|审过|原则)|议题(?:几个|多少|报了)"
)
_TRIED = late(
    r"(?:协调|对接|沟通|商量|协商|研究|会商|做(?:了)?工作|调解|谈)[^，。；\n]{0,6}(?:过|了|[几两三四五多\d]+[次轮回])|协调(?:未果|无果|不动|不下来|不成)|(?:未果|无果|没(?:有)?结果|没谈成|谈不拢|没谈拢)"
)
_LEAD = late(r"^(?:各位领导)?[，,]?(?:申报|上报|报|提)?(?:一个|1个|个)?议题(?:是|为)?[:：，,\s]*")
LONGEST = 200


def wishes_topic(text: str) -> bool:
    """Whether a message wants something studied at a meeting of ours (能不能上会); of other meetings it tells only."""
    said = text[:LONGEST]
    return _WISH.search(said) is not None and not _OTHERS.search(said)


def tried_before(text: str) -> bool:
    """Whether a message says by whom, or how often, it has been dealt with before."""
    return _TRIED.search(text[:LONGEST]) is not None


def topic_in(text: str) -> str:
    """The words of a topic without the word for it."""
    return _LEAD.sub("", text.strip())[:LONGEST].strip(" 。.!！?？")
