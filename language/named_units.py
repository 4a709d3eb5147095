"""Units that an order names for short: 供电和水利, 住建、交通那边."""

import re

from language.names import Lexicon

_JOINTS = re.compile(r"[、和与及跟，,\s]|还有")


def units_in(words: str, lexicon: Lexicon) -> list[str]:
    """The units of some words: by name, alias, a part that fits no other, or sector; none where one is unknown."""
    parts = [part for part in _JOINTS.split(words) if part]
    found = [_unit(part, lexicon) for part in parts]
    return [unit for unit in found if unit] if all(found) else []


def _unit(part: str, lexicon: Lexicon) -> str | None:
    spans = [span for span in lexicon.units(part) if len(span.candidates) == 1]
    if spans:
        return spans[0].candidates[0]
    units = lexicon.registry.units.values()
    fitting = [unit.id for unit in units if len(part) >= 2 and any(part in name for name in (unit.name, *unit.aliases))]
    return fitting[0] if len(fitting) == 1 else _of_sector(part, lexicon)


def _of_sector(part: str, lexicon: Lexicon) -> str | None:
    """水利 of a district whose 水务局 leads all the works of that sector."""
    sector = part.removesuffix("口").removesuffix("系统")
    leading = {each.lead_unit for each in lexicon.registry.projects.values() if each.category == sector}
    return leading.pop() if len(leading) == 1 else None
