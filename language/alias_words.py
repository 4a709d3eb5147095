"""How people say that a name means a project: 以后“北热网”就是城北供热, 我们习惯把加工园叫茶都."""

import re

from language.late import late

_Q = '[“"「『]?'
_E = '[”"」』]?'
_NAME = r"(?P<alias>[^“”\"「」『』，。；、：:？?\s]{2,12}?)"
_MEANT = r"(?P<name>[^“”\"「」『』，。；：:？?]{2,40}?)"
_SO = (
    r"(?:[，,](?:请|麻烦|帮忙|能不能|可不可以|可否|能否|都)?(?:帮忙|给)?"
    r"(?:记住|记一?下|登记一?下|加上|加一?下|加进去|收录|认一?下)(?:吧|哈|一下)?|[，,]谢谢)?"
)
_FORMS = (
    late(
        rf"^(?:以后|今后|往后)?{_Q}{_MEANT}{_E}(?:以后|今后|往后|现在|平时|群里|大家|也有人)*(?:也|又|还)(?:就|都|可以)?(?:叫做?|称(?:作|为)?|喊作?){_Q}{_NAME}{_E}{_SO}[。!！]?$"
    ),
    late(
        rf"^(?:以后|今后|往后)[，,]?(?:说|我说|提到|讲)?{_Q}{_NAME}{_E}(?:就|也|都)?(?:就是|是指|指的?是?|等于|=|算)(?:的)?{_Q}{_MEANT}{_E}{_SO}[。!！]?$"
    ),
    late(
        rf"^[“\"「『]{_NAME}[”\"」』](?:就|也|以后|今后|以后就)*(?:就是|是|是指|指的?是?|等于|=)(?:的)?{_Q}{_MEANT}{_E}{_SO}[。!！]?$"
    ),
    late(rf"^{_Q}{_NAME}{_E}\s*[=＝]\s*{_Q}{_MEANT}{_E}{_SO}[。!！]?$"),
    late(rf"^{_Q}{_NAME}{_E}(?:以后|今后)(?:就|都|也)*(?:是指|指|算|就是|是)(?:的)?{_Q}{_MEANT}{_E}{_SO}[。!！]?$"),
    late(
        rf"^(?:给|把)?{_Q}{_MEANT}{_E}(?:的)?(?:再)?(?:加|添|登记|设|起)(?:一个|个)?(?:别名|简称|小名|俗称|叫法|别称)(?:叫|为|是)?[：:，,]?{_Q}{_NAME}{_E}[。!！吧]?$"
    ),
    late(
        rf"^(?:给|把)?{_Q}{_MEANT}{_E}(?:的)?(?:别名|简称|小名|俗称|叫法|别称)(?:再)?(?:加|添|登记|设)(?:一个|个|上)?(?:叫|为|是)?[：:，,]?{_Q}{_NAME}{_E}[。!！吧]?$"
    ),
    late(
        rf"^(?:我们|大家|群里|镇里|局里|我局|老百姓|这边)?(?:都|平时|习惯|一般|口头|习惯上)+(?:把|管|将){_Q}{_MEANT}{_E}(?:叫做?|称为|喊作?){_Q}{_NAME}{_E}(?:[，,].{{0,20}})?[。!！]?$"
    ),
    late(
        rf"^{_Q}{_NAME}{_E}就是{_Q}{_MEANT}{_E}[，,](?:请|麻烦|帮忙|能不能)?(?:记住|记一?下|登记一?下|加上|加一?下)(?:吧|哈)?[。!！]?$"
    ),
)
_NO_NAME = late(r"^(?:那个?|这个?|它|他|我|你|现在|目前|今天|项目|工程|领导|刚才|上面|问题|原因)|[了的呢吗]$")


def alias_meant(text: str) -> tuple[str, str] | None:
    """(the name, the words for the project that it means); None where nothing of the sort is said."""
    said = re.sub(r"\s+", "", text.strip())
    if not 5 <= len(said) <= 60:
        return None
    for form in _FORMS:
        if (found := form.match(said)) and not _NO_NAME.search(found["alias"]):
            return found["alias"], found["name"]
    return None
