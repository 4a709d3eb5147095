"""Words for the projects that are not named: 除X外都…, 其余两个项目均…, 另外那个."""

from collections.abc import Sequence

from language.late import late
from language.names.clause import speaks_of_works
from language.report.scope import Scope
from language.report.tokens import Token
from language.structure import Clause
from language.terms import index_of

EXCEPT = late(r"(?:除了?|除去|除开|不算|不含|不包括|撇开)$")
OUTSIDE = late(r"(?:的|项目|工程|这个|那个|这边|那边|这块){0,2}(?:[之以]?外|(?=[都均全其别剩]|也都))[，,]?")
"""What may stand behind the names that are left out: 以外, or at once what is said of the others."""

_ALL = late(r"[，, ]?(?:我(?:这|们)?)?(?=都|均|全都?|也都|一律)")
_ANOTHER = late(
    r"(?:另外?|剩下?|还有|其余)(?:的|那|这)?(?:[一1那]|那一)[个条座所家处块](?P<noun>项目|工程|的)?(?P<on>(?=[，,：:没无还也已正都在停暂未刚就])|)"
)


_COUNTED = late(r"[\d两二三四五六七八九十几]+[个条座所家处块](?!月|项目|工程)[^。；;\n]*$")
"""Before 剩一个: what has been counted in the same sentence."""
COUNTED_REACH = 30
_FORMER = late(r"[，, ；;]?(?P<which>[前后])者")
_SIBLING = late(
    r"[，, ]?(?:还有|剩下?的?|其余的?)?另外?的?[一1那]"
    r"(?P<part>[个座所家条处栋片段期标块])(?P<noun>[\u4e00-\u9fff]{0,4})"
)
_PARTS = frozenset("段期标片")
"""Another one of these is another project, where projects are told apart by them."""


class Others:
    """Finds in one text the words for projects that were not named, and puts those in force."""

    def __init__(self, text: str, scope: Scope) -> None:
        self._text = text
        self._scope = scope
        self.speaks = any(word in text for word in ("除", "其余", "其他", "其它", "另", "剩", "别的", "不算", "还有"))
        """Whether there is any such word in the text."""
        self._refers = "前者" in text or "后者" in text
        self._pair: tuple[str, ...] = ()
        self._excepting = False

    def leaves_out(self, clause: Clause, names: Sequence[Token]) -> int:
        """除绕城段外: where the words end by which a clause leaves projects out, else 0."""
        if not self.speaks or not EXCEPT.search(self._text, max(clause.start, names[0].start - 3), names[0].start):
            return 0
        outside = OUTSIDE.match(self._text, names[-1].end, clause.end)
        if outside:
            return outside.end()
        return names[-1].end if names[-1].end == clause.end else 0

    def leave_out(self, names: Sequence[Token]) -> None:
        """What is said next of all is not said of these."""
        self._scope.leave_out(names)
        self._excepting = True

    def enter(self, start: int, end: int, behind_whole: bool = False) -> int:
        """Put the projects in force that a stretch means without naming them; where the words for them end, else 0."""
        if self._refers and (found := _FORMER.match(self._text, start, end)):
            return found.end() if self._enter_one_of_two(found["which"]) else 0
        if not self.speaks:
            return self._scope.enter_others(self._text, start, end, behind_whole)
        if start == end:
            return 0
        excepting, self._excepting = self._excepting, False
        if excepting and (found := _ALL.match(self._text, start, end)) and self._scope.enter_rest():
            return found.end()
        if counted := self._scope.enter_others(self._text, start, end, behind_whole):
            return counted
        if not self._scope.named or not set(self._scope.named) <= set(self._scope.own):
            return 0
        if sibling := self._enter_sibling(start, end):
            return sibling
        found = _ANOTHER.match(self._text, start, end)
        if found and not found["noun"] and _COUNTED.search(self._text, max(0, start - COUNTED_REACH), start):
            return 0  # 三个点装好两个，剩一个没电: of those that were counted
        return found.end() if found and self._is_another(found["noun"], found.end(), end) else 0

    def _enter_one_of_two(self, which: str) -> bool:
        """甲和乙，前者…，后者…: the one of the two projects that are named."""
        self._pair = self._pair or tuple(self._scope.named)
        if len(self._pair) != 2:
            return False
        self._scope.settle(self._pair[0 if which == "前" else 1])
        return True

    def _enter_sibling(self, start: int, end: int) -> int:
        """另一期, 另一段, 另一个水库: the one more of the sender's of the same family or sort as the one in force."""
        found = _SIBLING.match(self._text, start, end)
        if found is None:
            return 0
        for stop in range(found.end(), found.start("noun") - 1, -1):
            noun = self._text[found.start("noun") : stop]
            if (noun or found["part"] in _PARTS) and self._scope.enter_sibling(noun or found["part"]):
                return stop
        return 0

    def _is_another(self, noun: str | None, end: int, stop: int) -> bool:
        """Whether 另一个 is the one project of the sender's that was not named, and no part of this one's works."""
        rest = self._scope.rest()
        if len(rest) != 1:
            return False
        follows = self._text[end : end + 1]
        if (
            noun in ("项目", "工程")
            or follows in ("，", ",", "：")
            or (follows in _ON and speaks_of_works(self._text, end, end))
        ):
            return self._scope.enter_rest(1)
        found = [each for entry in self._scope.known(rest) for each in index_of(entry).find(self._text, end, stop)]
        here = [each for entry in self._scope.entries for each in index_of(entry).find(self._text, end, stop)]
        named = any(each.start == end and not each.weak for each in found)
        return named and not any(each.start == end for each in here) and self._scope.enter_rest(1)


_ON = frozenset("没无还也已正都在停暂未刚就")
