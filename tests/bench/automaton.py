"""A bare Aho-Corasick automaton: what finding exact names alone would cost in Python."""

from collections import deque
from collections.abc import Iterable


class Automaton:
    """All names at once, one step a character."""

    def __init__(self, names: Iterable[str]) -> None:
        self._steps: list[dict[str, int]] = [{}]
        self._ends: list[tuple[str, ...]] = [()]
        for name in names:
            self._add(name)
        self._back = self._links()

    def find(self, text: str) -> list[tuple[int, str]]:
        """Each name that stands in a text, with where it ends."""
        steps, back, ends = self._steps, self._back, self._ends
        found: list[tuple[int, str]] = []
        state = 0
        for place, letter in enumerate(text, 1):
            while state and letter not in steps[state]:
                state = back[state]
            state = steps[state].get(letter, 0)
            if ends[state]:
                found += [(place, name) for name in ends[state]]
        return found

    def _add(self, name: str) -> None:
        state = 0
        for letter in name:
            if letter not in self._steps[state]:
                self._steps[state][letter] = len(self._steps)
                self._steps.append({})
                self._ends.append(())
            state = self._steps[state][letter]
        self._ends[state] = (*self._ends[state], name)

    def _links(self) -> list[int]:
        back = [0] * len(self._steps)
        waiting = deque(self._steps[0].values())
        while waiting:
            state = waiting.popleft()
            for letter, target in self._steps[state].items():
                link = back[state]
                while link and letter not in self._steps[link]:
                    link = back[link]
                back[target] = self._steps[link].get(letter, 0) if self._steps[link].get(letter, 0) != target else 0
                self._ends[target] += self._ends[back[target]]
                waiting.append(target)
        return back
