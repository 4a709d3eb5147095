"""A name where it stands in a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name as said, and what fits it equally best: one candidate is sure, several must be told apart or asked about.

    `exact` is false where it was only found by likeness: a slip of the keys, a homophone, an unknown abbreviation.
    """

    start: int
    end: int
    text: str
    candidates: tuple[str, ...]
    exact: bool = True
    together: bool = False
    """Whether all candidates are meant: 这两个海堤项目."""

    of_node: bool = False
    """Whether it names the project by works of its plan that have a name of their own: 黄土坳隧道."""

    @property
    def sure(self) -> bool:
        """Whether it can be only one."""
        return len(self.candidates) == 1
