"""A report too long to be read whole is recorded as far as it was read, and its answer says how far."""

from datetime import datetime
from pathlib import Path

from bot.platforms.memory import Said
from bot.stage import open_stage
from bot.story import GroupForm
from models.calendar import SHANGHAI, WorkCalendar
from models.policy import Office, Policy, WeeklySettings
from models.registry import read_registry

TOWN = Path(__file__).parents[1] / "conversations" / "town.json"


async def test_the_answer_says_how_far_a_report_was_read() -> None:
    said: list[Said] = []
    settings = Office(Policy(), WeeklySettings(), WorkCalendar())
    start = datetime(2026, 6, 12, 8, 40, tzinfo=SHANGHAI)
    registry = read_registry(TOWN)
    project = next(each for each in registry.projects.values() if each.liaison)
    async with open_stage(registry, [GroupForm(id="g1", name="一线群")], settings, start, said.append) as stage:
        text = f"{project.name}有1户不肯签约，请镇里协调。\n" + "各项工作都在有序推进。\n" * 300
        await stage.say(f"@项目助手 {text}", sender=project.liaison, group="g1", name="m1")
        await stage.say(f"@项目助手 {project.name}有1户不肯签约", sender=project.liaison, group="g1", name="m2")
        await stage.settle()
    long, short = (each.parcel.text for each in said if each.parcel.text.startswith("已登记"))
    assert "只读到“各项工作都在有序推进。”，后面的没有登记" in long
    assert "只读到" not in short
