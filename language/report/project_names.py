"""The names of projects in a clause: which of them are meant as such, and which are left out."""

from collections.abc import Mapping, Sequence

from language.belonging import WORKS_KINDS
from language.late import late
from language.report.memory import Nodes
from language.report.scope import Scope
from language.report.tokens import Kind, Token
from language.tables.phrases import JOINTS
from language.terms import index_of
from models.registry import ProjectEntry

TOGETHER = JOINTS | {"", "还有"}
BESIDE = 8
"""How far around a name the node may reach that it is a part of: 大坪 in 大坪隧道."""
STRETCH = 4
"""How long the name of a bare stretch may be: 白岩段."""

ANOTHER = late(r"另外?的?(?P<of>[一1那][个座所家条处栋片])?$")


class ProjectNames:
    """Tells in one text which of the projects' names are meant as such."""

    def __init__(self, text: str, projects: Mapping[str, ProjectEntry], scope: Scope) -> None:
        self._text = text
        self._projects = projects
        self._scope = scope

    def said_in(self, tokens: Sequence[Token]) -> list[Token]:
        """The names of projects in a clause, without those that name a node of the project named before."""
        found = [token for token in tokens if token.kind is Kind.PROJECT]
        if not found:
            return found
        current: Sequence[str] = self._scope.ids or self._scope.named[-1:]
        names: list[Token] = []
        for token in found:
            if self._is_node_word(token, current) or self._is_stretch(token) or self._is_another(token):
                continue
            if not self._scope.ids and self._cuts_own_node(token):
                continue
            names.append(token)
            if len(token.value.candidates) == 1:
                current = token.value.candidates
        return names

    def _is_node_word(self, token: Token, current: Sequence[str]) -> bool:
        """Whether what looks like another project's name is a node of the one in force: 土建 after 城东污水厂."""
        if not current:
            return False
        known = bool(set(token.value.candidates) & set(current))
        stop = token.value.end
        start, end = max(0, token.start - BESIDE), min(len(self._text), stop + BESIDE)
        for each in current:
            index = index_of(self._projects[each])
            if not known and any(found.start == 0 and found.end == len(token.text) for found in index.find(token.text)):
                return True
            around = index.find(self._text, start, end) if known or len(token.value.candidates) > 1 else ()
            if any(found.start <= token.start and stop < found.end and not found.weak for found in around):
                return True
            if known and any(found.start < token.start and stop == found.end and not found.weak for found in around):
                return True  # 2号|厂房 of the 标准化厂房
        return False

    def _is_another(self, token: Token) -> bool:
        """另一期 is no first one, and 另一个水库 none of those that are called so in particular."""
        found = ANOTHER.search(self._text, max(0, token.start - 5), token.start)
        return found is not None and (len(token.value.candidates) > 1 or (not found["of"] and token.text[0] == "一"))

    def _cuts_own_node(self, token: Token) -> bool:
        """管改造 in 立管改造: whether a name only cuts into the name of a node of the sender's own."""
        own = self._scope.own
        if not own or set(token.value.candidates) & set(own):
            return False
        start = max(0, token.start - BESIDE)
        around = [found for each in own for found in index_of(self._projects[each]).find(self._text, start, token.end)]
        return any(found.start < token.start and token.end <= found.end and not found.weak for found in around)

    def _is_stretch(self, token: Token) -> bool:
        """白岩段 where one's own pipeline is spoken of: a bare stretch is none of somebody else's road."""
        own = self._scope.own
        stretch = token.text.endswith("段") or (self._text.startswith("段", token.end) and len(token.text) < STRETCH)
        if len(token.text) > STRETCH or not stretch or not own or self._was_entered(token):
            return False
        return bool(set(self._scope.ids) & set(own)) and not set(token.value.candidates) & set(own)

    def _was_entered(self, token: Token) -> bool:
        """Whether somebody entered these words as a project's name: then they are no stretch of another's works."""
        return any(token.text in self._projects[each].aliases for each in token.value.candidates)

    def end_of(self, name: Token) -> int:
        """Where what is told of a name begins: behind it, or where a node begins amid it: 分拣线安装."""
        if name.value.of_node:
            return name.start
        if len(self._scope.ids) != 1:
            return name.end
        index = index_of(self._projects[self._scope.ids[0]])
        found = index.find(self._text, name.start, min(len(self._text), name.end + BESIDE))
        if any(each.start == name.end for each in found):
            return name.end
        over = [each for each in found if each.start < name.end < each.end and not each.weak]
        return next((each.start for each in over if each.start > name.start or each.end > name.end + 1), name.end)

    def implied(self, group: Sequence[Token]) -> Nodes:
        """航道疏浚 names the project and its one node of works that is called so, too."""
        if len(group) != 1 or len(self._scope.ids) != 1:
            return {}
        project = self._projects[self._scope.ids[0]]
        said = group[0].text
        found = [each for each in index_of(project).find(said) if not each.weak and each.end == len(said)]
        works = {node for each in found for node in each.nodes if node.kind in WORKS_KINDS}
        sure = len(found) == len(works) == len(found[0].nodes) == 1 if found else False
        return {project.id: works.pop()} if sure else {}

    def counts_them(self, token: Token, begin: int) -> bool:
        """北门、南门两个片区: a number right behind the names that only says how many they are."""
        if token.kind is not Kind.NUMBER or token.start != begin:
            return False
        return bool(len(self._scope.ids) > 1 and token.value.value == len(self._scope.ids))


def together(text: str, names: Sequence[Token]) -> list[list[Token]]:
    """Names joined by 、 or 和 are spoken of together."""
    groups: list[list[Token]] = [[names[0]]]
    for token in names[1:]:
        if text[groups[-1][-1].end : token.start].strip() in TOGETHER:
            groups[-1].append(token)
        else:
            groups.append([token])
    return groups
