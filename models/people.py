"""Units, people, under which ids the platforms know them, and who answers for what."""

from collections.abc import Sequence
from datetime import date

from tortoise import fields
from tortoise.models import Model

from models.store.quick import Look, Select
from models.vocabulary import Role


class Unit(Model):
    """A unit that reports, `id` is the registry's."""

    id = fields.CharField(60, primary_key=True)
    name = fields.CharField(120)
    aliases: list[str] = fields.JSONField(default=list)
    active = fields.BooleanField(default=True, db_default=True)

    class Meta:
        table = "unit"


class Person(Model):
    """A person the bot knows, `id` is the registry's, `role` a value of `Role`."""

    id = fields.CharField(60, primary_key=True)
    name = fields.CharField(60)
    unit: fields.ForeignKeyNullableRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="people", null=True, on_delete=fields.RESTRICT
    )
    unit_id: str | None
    role = fields.CharField(20, default=Role.LIAISON.value)
    title = fields.CharField(60, default="", db_default="")
    phone = fields.CharField(40, null=True)
    active = fields.BooleanField(default=True, db_default=True)

    class Meta:
        table = "person"

    @property
    def is_office(self) -> bool:
        """Whether this person belongs to the coordination office."""
        return self.role == Role.OFFICE.value

    @property
    def is_leader(self) -> bool:
        """Whether this person is one of the leaders."""
        return self.role == Role.LEADER.value


class Identity(Model):
    """The id under which one platform knows a person, nicknames are never identities."""

    id = fields.IntField(primary_key=True)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="identities", on_delete=fields.RESTRICT
    )
    person_id: str
    platform = fields.CharField(20)
    address = fields.CharField(120)

    class Meta:
        table = "identity"
        unique_together = (("platform", "address"),)


class Duty(Model):
    """Who else answers for a project: a supporting unit, or a liaison, `kind` is support or liaison."""

    id = fields.IntField(primary_key=True)
    project: fields.ForeignKeyRelation["Model"] = fields.ForeignKeyField(
        "models.Project", related_name="duties", on_delete=fields.RESTRICT
    )
    project_id: str
    kind = fields.CharField(20)
    unit: fields.ForeignKeyNullableRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="duties", null=True, on_delete=fields.RESTRICT
    )
    unit_id: str | None
    person: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="duties", null=True, on_delete=fields.RESTRICT
    )
    person_id: str | None

    class Meta:
        table = "duty"
        indexes = (("project_id", "kind"),)


SUPPORT = "support"
LIAISON = "liaison"


class Absence(Model):
    """A person away for some days, `substitute` is asked instead."""

    id = fields.IntField(primary_key=True)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="absences", on_delete=fields.RESTRICT
    )
    person_id: str
    first_day = fields.DateField()
    last_day = fields.DateField(null=True)
    substitute: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="substitutes_for", null=True, on_delete=fields.RESTRICT
    )
    substitute_id: str | None

    class Meta:
        table = "absence"


class DutyLeader(Model):
    """Which leader is on duty for some days, as the office has set it, from then on where `last_day` is empty."""

    id = fields.IntField(primary_key=True)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="duty_days", on_delete=fields.RESTRICT
    )
    person_id: str
    first_day = fields.DateField()
    last_day = fields.DateField(null=True)

    class Meta:
        table = "duty_leader"


_AT = Select(Person, 'WHERE "id" = (SELECT "person_id" FROM "identity" WHERE "platform" = $1 AND "address" = $2)')
CASELESS = frozenset({"wecom"})
"""Platforms to which ZhangWei and zhangwei are one person, and that return either."""
_AT_ANY_CASE = Select(
    Person,
    'WHERE "id" = (SELECT "person_id" FROM "identity" WHERE "platform" = $1 AND LOWER("address") = $2'
    ' ORDER BY "id" LIMIT 1)',
)
_UNIT = Select(Unit, 'WHERE "id" = $1')
_UNITS = Look(Unit, 'SELECT "id", "name" FROM "unit"')
_ACCOUNTS = Select(Identity, 'WHERE "person_id" IN ($*) ORDER BY "id"')


async def unit_names() -> dict[str, str]:
    """What each unit is called."""
    return {row["id"]: row["name"] for row in await _UNITS.rows()}


async def accounts_of(people: Sequence[str]) -> list[Identity]:
    """The accounts of some people on all platforms, the oldest first."""
    return await _ACCOUNTS.rows(among=people)


async def person_at(platform: str, address: str | None) -> Person | None:
    """The person whom a platform knows under an id; None for a stranger or somebody who has left."""
    if address is None:
        return None
    person = await _AT.first(platform, address)
    if person is None and platform in CASELESS:
        person = await _AT_ANY_CASE.first(platform, address.lower())
    if person is None or not person.active:
        return None
    if person.unit_id is not None:
        person.unit = await _UNIT.first(person.unit_id)
    return person


async def liaisons_by_unit() -> dict[str, list[Person]]:
    """The active liaisons of each unit, in a fixed order."""
    found: dict[str, list[Person]] = {}
    for person in await Person.filter(role=Role.LIAISON.value, active=True).order_by("id"):
        if person.unit_id:
            found.setdefault(person.unit_id, []).append(person)
    return found


async def followed_for_good(today: date) -> frozenset[str]:
    """Who has handed over to somebody else for good by a day."""
    gone = Absence.filter(first_day__lte=today, last_day=None).exclude(substitute_id=None)
    return frozenset([each.person_id for each in await gone])


async def substitutes(today: date) -> dict[str, Person]:
    """Who is asked instead of whom today, by the id of the person who is away."""
    away = await Absence.filter(first_day__lte=today).prefetch_related("substitute").order_by("id")
    return {each.person_id: each.substitute for each in away if each.substitute and (each.last_day or today) >= today}


_OF_ROLE = Select(Person, 'WHERE "role" = $1 AND "active" = $2 ORDER BY "id"')


async def office_people() -> list[Person]:
    """The people of the coordination office, in a fixed order."""
    return await _OF_ROLE.rows(Role.OFFICE.value, True)


async def duty_leader(today: date) -> Person | None:
    """The leader whom the office has set for a day, by its newest word; None where it has set nobody."""
    for row in await DutyLeader.filter(first_day__lte=today).order_by("-id").prefetch_related("person"):
        if (row.last_day or today) >= today and row.person.active:
            return row.person
    return None


async def leaders_on_duty(today: date) -> list[Person]:
    """Who among the leaders is told of danger: the one on duty, or all where nobody is set."""
    found = await duty_leader(today)
    return [found] if found else await Person.filter(role=Role.LEADER.value, active=True).order_by("id")
