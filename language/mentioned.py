"""What a question about one project asks for by a word of no plan (谁中标了, 开标), and where it was said."""

from collections.abc import Sequence

from language.late import late
from language.tokens import cut, frequency
from language.vocabulary_words import node_kinds_in

COMMON = 2500
"""Of jieba's 60 million words: what is said more often says nothing by itself."""
LONGEST = 30
_ASKING = late(
    r"什么|怎么|怎样|咋|为何|多少|几|哪|谁|啥|何时|是否|有没有|是不是|没有|了没|进展|进度|情况|上周|本周|星期|上次|目前|月底|年底|月初|年初|今年|明年|本月|这周|下周|季度|国庆|春节|节前|节后|一步|地步"
)
_SMALL = late(
    r"什么时候|啥时候|什么|怎么样?|怎样|咋样?|为何|多少|何时|没有|了没|是不是|有没有|到底|现在|目前|月底|年底|月初|年初|今年|明年|本月|这个月|下个月|本周|这周|下周"
    r"|[几哪谁啥的了没有是在到来能会要得过吗呢吧啊不还都就才那这个给和跟与，。？?！! ]"
)
MOST_LETTERS = 4
_PARTICULAR = late(r"谁|什么|啥|哪|多少|几[^乎]|怎么|咋|何时|多久")
_SENTENCE = late(r"[^。；;！!\n]+")
_ASKS = late(r"[?？吗呢]|[没不]有?$|了没|谁|什么|啥|哪|多少|几|怎|咋|何")


def asked_words(text: str, names: Sequence[str]) -> list[str]:
    """The words of a short question that are neither names nor said of everything."""
    if len(text) > LONGEST or not _ASKS.search(text):
        return []
    particular = _PARTICULAR.search(text) is not None
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, " ")
    whole = [each for each in _SMALL.split(text) if 1 < len(each) <= MOST_LETTERS and not frequency(each)]
    return whole + [
        word
        for word in dict.fromkeys(cut(text))
        if len(word) > 1
        and "\u4e00" <= word[0] <= "\u9fff"
        and frequency(word) <= COMMON
        and not _ASKING.search(word)
        and (particular or not node_kinds_in(word))
    ]


def sentence_with(text: str, word: str) -> str:
    """The sentence of a message in which a word was said; empty where it was not."""
    return next((each[0].strip(" ，,") for each in _SENTENCE.finditer(text) if word in each[0]), "")
