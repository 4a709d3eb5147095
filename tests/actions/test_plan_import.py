"""Importing a registry or ledger: everything or nothing, and nothing the second time."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from actions.plan_import import apply, compare
from actions.plan_names import registry_from_rows
from documents.plan_rows import PlanNodeRow, PlanProjectRow
from models.database import load_registry
from models.project import PlanChange, PlanNode, Project
from models.registry import Registry, registry_from_json
from models.standing import standings
from models.vocabulary import NodeKind

NOW = datetime(2026, 6, 8, tzinfo=UTC)
REGISTRY = {
    "units": [{"id": "swj", "name": "区水务局", "aliases": ["水务局"]}, {"id": "zjj", "name": "区住建局"}],
    "people": [{"id": "ma", "name": "马超", "unit": "swj", "role": "liaison", "phone": "13800000000"}],
    "projects": [
        {
            "id": "p01",
            "name": "南河治理工程",
            "aliases": ["南河"],
            "lead_unit": "swj",
            "support_units": ["zjj"],
            "liaison": "ma",
            "nodes": [
                {
                    "id": "p01n1",
                    "name": "初步设计批复",
                    "kind": "preliminary_design",
                    "planned": "2026-05-31",
                    "unit": "swj",
                }
            ],
        }
    ],
}


def registry() -> Registry:
    return registry_from_json(REGISTRY)


async def test_what_was_imported_is_loaded_the_same(store: str) -> None:
    await apply(Registry(), registry(), "registry.json", NOW)
    assert await load_registry() == registry()


async def test_a_second_import_changes_nothing(store: str) -> None:
    await apply(Registry(), registry(), "registry.json", NOW)
    assert await apply(await load_registry(), registry(), "registry.json", NOW) == []


async def test_a_moved_date_is_an_approved_change_and_the_past_stays(store: str) -> None:
    await apply(Registry(), registry(), "registry.json", NOW)
    project = registry().projects["p01"]
    moved = replace(project, nodes=(replace(project.nodes[0], planned=date(2026, 7, 15)),))
    later = datetime(2026, 6, 20, tzinfo=UTC)
    await apply(await load_registry(), replace(registry(), projects={"p01": moved}), "6月19日调度会", later)
    assert (await PlanNode.get(id="p01n1")).planned == date(2026, 7, 15)
    assert (await PlanChange.get(node_id="p01n1")).reference == "6月19日调度会"
    assert (await standings(NOW))["p01"].nodes["p01n1"].planned == date(2026, 5, 31)


async def test_nothing_is_half_done(store: str) -> None:
    broken = registry().projects["p01"]
    impossible = replace(broken, lead_unit="nobody")
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        await apply(Registry(), replace(registry(), projects={"p01": impossible}), "registry.json", NOW)
    assert await Project.all().count() == 0


def test_a_ledger_keeps_known_ids_and_names_new_ones_readably() -> None:
    rows = [
        PlanProjectRow(
            "南河治理工程", lead_unit="水务局", nodes=(PlanNodeRow("开工", NodeKind.START, date(2026, 9, 30)),)
        ),
        PlanProjectRow("东山小学", lead_unit="区教育局", liaison="李明", phone="13900000000"),
    ]
    new = registry_from_rows(rows, registry())
    assert [node.id for node in new.projects["p01"].nodes] == ["p01n1", "p01n2"]
    assert new.projects["dsxx"].lead_unit == "qjyj"
    assert new.people["lm"].phone == "13900000000"
    assert {edit.id for edit in compare(registry(), new)} == {"p01n2", "qjyj", "lm", "dsxx"}


def test_a_registry_that_names_somebody_unknown_is_refused() -> None:
    with pytest.raises(ValueError, match="nobody"):
        registry_from_json({"units": [], "people": [{"id": "a", "name": "甲", "unit": "nobody"}]})
