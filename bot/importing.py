"""The word `import`: a registry or a ledger into the store; first what would change, then everything or nothing."""

import asyncio
import json
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from actions.plan_import import Edit, apply, compare
from actions.plan_names import registry_from_rows
from bot.clock import RealClock
from bot.words import BROKEN, finish, settle_config
from documents.plan_workbook import read_workbook
from documents.workbook_guard import WorkbookRefused
from language.node_kinds import kind_of
from language.wording import check as wording
from language.wording import plan_import
from models.calendar import day_of
from models.database import load_registry
from models.registry import NodeEntry, Registry, RegistryError, dangling, registry_from_json
from models.store.connection import open_store
from models.store.migrate import migrate

MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Ledger:
    """A file that was read: what it says, and what of it could not be read."""

    registry: Registry
    issues: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def run(config_path: Path, file: Path, yes: bool, reference: str) -> int:
    """Show what would change, ask, change; the exit status is 2 where the file cannot be read."""
    config = settle_config(config_path)
    if config is None:
        return BROKEN
    statuses: list[int] = []

    async def work() -> None:
        await migrate(config.store_url, RealClock().now())
        async with open_store(config.store_url):
            statuses.append(await bring_in(file, yes, reference))

    return finish(work()) or statuses[0]


async def bring_in(file: Path, yes: bool, reference: str) -> int:
    """Read a file into the open store."""
    now = RealClock().now()
    known = await load_registry()
    try:
        ledger = await asyncio.to_thread(read_ledger, file, known, day_of(now))
    except (WorkbookRefused, RegistryError) as error:
        print(error, file=sys.stderr)
        return BROKEN
    except OSError as error:
        print(wording.unreadable(str(file), isinstance(error, FileNotFoundError)), file=sys.stderr)
        return BROKEN
    edits = compare(known, ledger.registry)
    _show(ledger, edits, day_of(now))
    if not edits:
        print(plan_import.done(0))
        return 0
    if any(edit.field == "planned" and edit.old is not None for edit in edits) and not reference:
        print(wording.NEEDS_REFERENCE, file=sys.stderr)
        return 1
    if not yes and not await asyncio.to_thread(click.confirm, wording.SURE):
        print(wording.NOTHING_WRITTEN)
        return 1
    print(plan_import.done(len(await apply(known, ledger.registry, reference or file.name, now))))
    return 0


def read_ledger(file: Path, known: Registry, today: date) -> Ledger:
    """Read a registry or a ledger; raises WorkbookRefused, RegistryError and OSError."""
    if file.suffix.lower() == ".json":
        registry = _registry(file.read_bytes())
        merged = Registry({**known.units, **registry.units}, {**known.people, **registry.people}, registry.projects)
        if loose := dangling(merged):
            raise RegistryError("\n".join(loose))
        return Ledger(registry)
    result = read_workbook(file, kind_of, today)
    return Ledger(registry_from_rows(result.projects, known), tuple(map(str, result.issues)), result.notes)


def _registry(body: bytes) -> Registry:
    try:
        data: Any = json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise RegistryError(plan_import.NOT_JSON) from None
    return registry_from_json(data)


def _show(ledger: Ledger, edits: list[Edit], today: date) -> None:
    """What was read, what was not, and what would change."""
    projects = ledger.registry.projects
    print(wording.ledger_read(len(projects), sum(len(each.nodes) for each in projects.values())))
    for note in ledger.notes:
        print(f"  {note}")
    if ledger.issues:
        print(wording.unread(len(ledger.issues)))
        for issue in ledger.issues:
            print(f"  {issue}")
    owners = {node.id: project.name for project in projects.values() for node in project.nodes}
    for edit in edits[:MOST_SHOWN]:
        line = plan_import.edit(edit, ledger.registry, today)
        name = f"{owners[edit.id]}—{line.name}" if edit.kind is NodeEntry else line.name
        print(wording.change(line.kind, name, line.field, line.old, line.new))
    if len(edits) > MOST_SHOWN:
        print(wording.more(len(edits) - MOST_SHOWN))
