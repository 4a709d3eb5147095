"""让他们下周三前把方案报我: who is meant is the unit of what was just spoken of; the order names it."""

from handlers.spoken_of import as_asked, spoken_of
from handlers.turn import Turn
from language.said_around import with_unit
from models.permission import ABOVE
from models.vocabulary import Role

LONGEST = 80


async def named(turn: Turn) -> Turn:
    """The turn with the unit in place of 他们; as it is where it is not sure whose unit is meant."""
    if turn.person is None or Role(turn.person.role) not in ABOVE or len(turn.plain) > LONGEST:
        return turn
    if not with_unit(turn.plain, "") or turn.lexicon.units(turn.plain) or turn.lexicon.projects(turn.plain):
        return turn
    subject = await spoken_of(turn)
    registry = turn.lexicon.registry
    units = {registry.projects[each].lead_unit for each in subject.get("projects", ()) if each in registry.projects}
    asked = (subject.get("query") or {}).get("units") or ()
    units = set(asked) if len(asked) == 1 else units
    if len(units) != 1 or (unit := registry.units.get(next(iter(units)) or "")) is None:
        return turn
    about = f"{registry.projects[subject['projects'][0]].name}：" if len(subject.get("projects", ())) == 1 else ""
    return as_asked(turn, about + with_unit(turn.plain, unit.name))
