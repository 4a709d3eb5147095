"""Looking backwards with patterns that only look ahead."""

import re


def ends_before(pattern: re.Pattern[str], text: str, place: int, longest: int, floor: int = 0) -> re.Match[str] | None:
    """The longest match of a pattern that ends where something else begins."""
    for start in range(max(floor, place - longest), place):
        match = pattern.match(text, start)
        if match is not None and match.end() == place:
            return match
    return None
