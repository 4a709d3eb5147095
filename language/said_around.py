"""How questions and orders speak of what they do not name: 除了大桥, 让他们…, 一期."""

from language.late import late

_EXCEPT = late(
    r"^(?:那|请问|另外)?(?:除了?|除开|除去|刨[去开]|抛开|不算|不含|去掉)(?P<what>[^，。；]{2,20}?)"
    r"(?:(?:之外|以外|外)[，,]?|[，,]|(?=还有?|其[他它余]|别的|剩))(?P<rest>.{2,})$"
)
_PUT_ASIDE = late(
    r"^(?:那|请问)?把(?P<what>[^，。；]{2,16}?)(?:刨去|刨开|除开|去掉|撇开|抛开|排除|拿掉)[，,]?(?P<rest>.{2,})$"
)
_OTHERS = late(r"^(?:那|还|都|的|，)*(?:其[他它余]的?|别的|剩下的?)?(?:还|都)?")
_THEM = late(
    r"^(?P<before>(?:那|就|你|还是|先|另外|再|马上|赶紧|，)*"
    r"(?:让|叫|请|要求|责成|督促|敦促|通知|告诉|转告|催(?:一下|一催|催)?|给)(?:一下)?)"
    r"(?:他们(?:单位|局)?|对方|人家|这个?(?:单位|局)|该(?:单位|局)|它们)(?P<rest>[^\n]*)$"
)
_MARK = late(r"第?[一二三四五六七八九十\d东西南北中]{1,2}(?:期|标段?|号?段|区|号楼|号线|线)")


def left_out_of(text: str) -> tuple[str, str] | None:
    """What a question leaves out, and what is asked of the others (除了大桥还有哪些滞后的)."""
    found = _EXCEPT.match(text) or _PUT_ASIDE.match(text)
    return None if found is None else (found["what"].rstrip("那个这"), _OTHERS.sub("", found["rest"], count=1))


def with_unit(text: str, unit: str) -> str:
    """An order with a unit in place of 他们; empty where it speaks of none so."""
    found = _THEM.match(text)
    return f"{found['before']}{unit}{found['rest']}" if found else ""


def is_mark(word: str) -> bool:
    """Whether a word is nothing but a mark: 一期, 东段."""
    return _MARK.fullmatch(word) is not None
