"""A name that people keep using is proposed to the office once, and learnt only when it says yes."""

from datetime import UTC, datetime

from actions import alias
from actions.plan_import import apply
from models.mailbox import Outbox
from models.people import Person
from models.project import AliasProposal, Project
from models.registry import Registry, registry_from_json

NOW = datetime(2026, 6, 8, 2, tzinfo=UTC)
REGISTRY = {
    "units": [{"id": "fgj", "name": "区发改局"}],
    "people": [{"id": "liu", "name": "刘倩", "unit": "fgj", "role": "office"}],
    "projects": [{"id": "p1", "name": "望溪老旧小区改造三期", "lead_unit": "fgj"}],
}
USED = (("望西老旧小区", "p1"),)


async def use(times: int) -> None:
    for _ in range(times):
        await alias.note_names(USED, NOW)


async def test_nobody_is_asked_about_a_slip(store: str) -> None:
    await apply(Registry(), registry_from_json(REGISTRY), "registry", NOW)
    await use(alias.ENOUGH - 1)
    assert await Outbox.all().count() == 0


async def test_the_office_is_asked_once_and_yes_teaches_the_name(store: str) -> None:
    await apply(Registry(), registry_from_json(REGISTRY), "registry", NOW)
    await use(alias.ENOUGH + 4)
    assert [letter.person_id for letter in await Outbox.all()] == ["liu"]
    proposal = await AliasProposal.get()
    assert (await Project.get(id="p1")).aliases == []
    told = await alias.decide({"proposal": proposal.id}, True, await Person.get(id="liu"), NOW)
    assert told == ("望西老旧小区", "望溪老旧小区改造三期", True)
    assert (await Project.get(id="p1")).aliases == ["望西老旧小区"]


async def test_no_means_never_again(store: str) -> None:
    await apply(Registry(), registry_from_json(REGISTRY), "registry", NOW)
    await use(alias.ENOUGH)
    proposal = await AliasProposal.get()
    await alias.decide({"proposal": proposal.id}, False, await Person.get(id="liu"), NOW)
    await use(10)
    assert (await Project.get(id="p1")).aliases == []
    assert await Outbox.all().count() == 1
