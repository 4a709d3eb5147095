"""The nodes that are meant without their names: 前者, 后者, 两项均, 都, of those that were named before."""

from typing import Protocol

from language.late import late
from language.numerals import small_number
from language.report.nodes import Named
from language.report.tokens import Kind, Token
from models.registry import NodeEntry

WHICH = frozenset({"前者", "后者"})
SIGNS = frozenset("前后者均都皆全也两二三四五六七八2345678以上这")
"""What a clause that means them begins with."""
COLLECTIVE = late(
    r"(?:(?P<which>[前后])者"
    r"|(?:[以上述这前]{0,2}(?P<many>[两二三四五六七八2-8])(?:者|样|块|项(?:工作|工程|任务|手续)?|证|个(?:节点|手续|证|事项)?)"
    r"(?=也?[均都全皆]|[已拟计预力争确将0-9一二三四五六七八九十昨今上]|$))?(?:也?(?:[均都皆](?![是有没不无])|全都))?)"
)


class Before(Protocol):
    """What was named before."""

    listed: dict[str, tuple[NodeEntry, ...]]

    def abreast(self) -> dict[str, tuple[NodeEntry, ...]]:
        """Those of them that its sentence has named and not told to be done."""
        ...


def referred(text: str, tokens: list[Token], start: int, end: int, memory: Before) -> list[Token]:
    """The tokens of a stretch led by the nodes that it means."""
    while start < end and text[start] in "，、 ":
        start += 1
    said = COLLECTIVE.match(text, start, end) if text[start : start + 1] in SIGNS else None
    if said is None or said.end() == start or len(memory.listed) != 1:
        return tokens
    ((project, before),) = memory.listed.items()
    beside = memory.abreast()[project]
    if which := said["which"]:
        meant = before[-2:][which == "后" :][:1] if len(before) > 1 else ()
    elif said["many"]:
        many = small_number(said["many"]) or 0
        meant = before if len(before) == many else beside if len(beside) == many else ()
    else:
        meant = beside
        if len(meant) < 2 or not any(each.kind is Kind.DATE for each in tokens):
            return tokens
    rest = [each for each in tokens if each.start >= said.end() or each.kind is not Kind.NUMBER]
    stop = said.end() if said["which"] else start
    return [Token(start, stop, Kind.NODE, text[start:stop], Named({project: node})) for node in meant] + rest


def is_reference(token: Token) -> bool:
    """Whether a node is only meant here, and not named."""
    return token.start == token.end or token.text in WHICH
