"""A project's name in a text while the text is being read."""

from collections.abc import Sequence
from typing import NamedTuple

from language.names.index import NameIndex
from language.names.marks import Mark
from language.names.short_names import Tier

MANY = 12
"""A form that fits more projects than this names none of them: 道路, 管网."""


class Hit(NamedTuple):
    """Where a name stands and whom it may mean."""

    start: int
    end: int
    ids: list[str]
    tier: Tier
    exact: bool = True
    base: tuple[str, ...] = ()
    """Whom it fits without its marks."""

    marked: bool = False
    headless: bool = False
    """Whether it has no proper word, only sorts of works."""

    together: bool = False
    """Whether as many are spoken of as it fits: 两个老旧小区."""

    of_node: bool = False
    """Whether it is what a node is called."""


def fitting(index: NameIndex, ids: Sequence[str], mark: Mark) -> list[str]:
    """Those of some projects that bear a mark."""
    kind, value = mark
    return [each for each in ids if value in index.marks[each].get(kind, ())]
