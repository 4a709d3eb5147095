"""Questions about what has moved lately (本周有什么进展, 和上周比哪些动了), not how all stands."""

from language.late import late

LONGEST = 40
_MOVED = late(
    r"(?:哪[些几]个?|哪个|谁|有(?:什么|啥|哪些|没有)|都?有(?:点|些)?(?:什么|啥)|出现(?:了)?(?:什么|哪些)|啥|什么)[^，。？?]{0,6}?"
    r"(?:新)?(?:进展|动静|变化|起色|突破|动态|(?<!没)动了|动起来了?|往前(?:走|推)|推进了|变了|有进步)"
    r"|(?:新?进展|变化|动静|动态)(?:都|主要)?(?:有(?:什么|哪些|啥)|是(?:什么|啥)|汇总|说说|讲讲|列)"
)
_LATELY = late(
    r"[本这上][一个]?(?:周|星期|礼拜|月)|近期|最近|近[几一两]?[天周日]|这[几两]?天|今天|昨天|新|[比跟和与]上[一次个]*(?:周|回|次|期|月)|上次"
)
_COLOURS = late(r"[红黄绿]|三色|颜色|灯")
_COMPARED = late(r"(?:比|相比)[^，。]{0,4}[，]?[^，。]{0,6}变(?:化|动)|变化[^，。]{0,4}比")
"""和上周比有什么变化 is of the colours."""


def asks_what_moved(text: str) -> bool:
    """Whether it is asked what has come about of late; a change of colours is another question."""
    if len(text) > LONGEST or _COLOURS.search(text) or _COMPARED.search(text):
        return False
    return _MOVED.search(text) is not None and _LATELY.search(text) is not None
