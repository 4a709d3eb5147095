"""What holds of every cycle: the meter equals the outbox, a bulletin can be drawn again, a warning comes once."""

from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from actions import bulletin
from actions.burden import measure
from bot.platforms.memory import Said
from bot.stage import Stage, open_stage
from bot.story import GroupForm
from models.calendar import SHANGHAI, WorkCalendar
from models.draft import Draft
from models.mailbox import Outbox
from models.people import Person
from models.policy import Office, Policy, WeeklySettings
from models.registry import read_registry
from models.vocabulary import LetterKind, Why

TOWN = Path(__file__).parents[1] / "conversations" / "town.json"
SETTINGS = Office(Policy(), WeeklySettings(), WorkCalendar())


def at(day: int, hour: int, minute: int = 0, month: int = 6) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=SHANGHAI)


@pytest.fixture
async def town() -> AsyncIterator[tuple[Stage, list[Said]]]:
    """A small district on Monday, 8 June 2026, before anything was said."""
    said: list[Said] = []
    groups = [GroupForm(id="g1", name="一线群")]
    async with open_stage(read_registry(TOWN), groups, SETTINGS, at(8, 8), said.append) as stage:
        yield stage, said


async def _go(stage: Stage, moment: datetime) -> None:
    await stage.advance(moment)
    await stage.settle()


async def test_the_meter_equals_what_left_the_bot(town: tuple[Stage, list[Said]]) -> None:
    stage, said = town
    await _go(stage, at(10, 10))
    await stage.say("北站路正在积极推进", sender="zhangwei", name="m1")
    await _go(stage, at(12, 14, 1))
    burden = await measure(at(8, 0), at(12, 14, 1))
    liaisons = {person.id for person in await Person.filter(role="liaison")}
    sent = [each.parcel for each in said if each.parcel.person in liaisons]
    assert burden.lists == sum(parcel.why is Why.NOTICE for parcel in sent)
    assert burden.nudges == sum(parcel.why is Why.REMINDER for parcel in sent)
    assert burden.warnings == sum(parcel.why is Why.WARNING for parcel in sent)
    assert burden.words == sum(len(each.text) for each in sent if each.why in (Why.NOTICE, Why.REMINDER))
    assert burden.follow_ups == 1
    line = next(each.parcel.text for each in said if "机器人用量" in each.parcel.text)
    assert f"清单{burden.lists}、催报{burden.nudges}、预警{burden.warnings}" in line


async def test_a_bulletin_is_drawn_again_identically_whatever_was_said_since(town: tuple[Stage, list[Said]]) -> None:
    stage, said = town
    await _go(stage, at(12, 14, 1))
    sent = next(each.parcel for each in said if each.parcel.kind is LetterKind.IMAGE)
    await stage.say("三污环评6月10日已批复", sender="xujing", name="m1")
    await stage.say("北站路施工许可6月1日已取得", sender="zhangwei", name="m2")
    await _go(stage, at(15, 18))
    draft = await Draft.get(week="2026-W24")
    (page,) = await bulletin.draw_again(draft, [])
    assert page.body == sent.body
    text = next(each.parcel.text for each in said if each.parcel.why is Why.SUMMARY and each.parcel.text)
    assert text.startswith(draft.text)


async def test_a_warning_comes_once_a_node_and_threshold_a_week_ahead_on_working_days(
    town: tuple[Stage, list[Said]],
) -> None:
    stage, _ = town
    await _go(stage, at(1, 18, month=9))
    letters = await Outbox.filter(why=Why.WARNING.value, person_id="wangfang").order_by("id")
    lines = [line[3:] for letter in letters for line in letter.text.splitlines() if line[:2].rstrip(".").isdigit()]
    assert len(lines) == len(set(lines)) > 3
    for letter in letters:
        day = letter.created_at.astimezone(SHANGHAI).date()
        assert SETTINGS.calendar.is_workday(day)
    first = next(letter for letter in letters if "主体封顶" in letter.text)
    # Planned for 30 June, so yellow from 30 July: seven days before that is Thursday, the 23rd.
    assert first.created_at.astimezone(SHANGHAI).date() == date(2026, 7, 23)


async def test_quiet_hours_hold_everything_but_answers_and_safety(town: tuple[Stage, list[Said]]) -> None:
    stage, said = town
    await _go(stage, at(9, 22))
    await stage.say("石桥泵站征地拆迁延期到8月15日", sender="zhoujie", name="m1")
    await stage.say("北站路基坑坍塌，两人被困", sender="zhangwei", name="m2")
    whys = {each.parcel.why for each in said if each.at >= at(9, 22)}
    assert Why.ALERT in whys
    assert Why.OFFICE not in whys
    await _go(stage, at(10, 8, 31))
    morning = [each for each in said if each.parcel.why is Why.OFFICE]
    assert [each.at for each in morning] == [at(10, 8, 30)]


async def test_nobody_is_nudged_between_writing_and_sending_who_has_reported_meanwhile() -> None:
    said: list[Said] = []
    early = Office(Policy(), WeeklySettings(first_call=at(1, 8).time()), WorkCalendar())
    async with open_stage(read_registry(TOWN), [], early, at(12, 7), said.append) as stage:
        await _go(stage, at(12, 8, 5))
        await stage.say("同上周", sender="zhoujie", name="m1")
        await stage.say("我上午报", sender="zhangwei", name="m2")
        await _go(stage, at(12, 8, 40))
    nudged = {each.parcel.person for each in said if each.parcel.why is Why.REMINDER}
    assert nudged == {"sunli", "xujing"}


@pytest.mark.parametrize("days", [3, 10])
async def test_an_outage_leaves_one_line_and_no_stale_post(town: tuple[Stage, list[Said]], days: int) -> None:
    stage, said = town
    await _go(stage, at(11, 16))
    await stage.down()
    back = at(12, 9) + timedelta(days=days)
    await stage.advance(back)
    before = len(said)
    await stage.up()
    fresh = [each.parcel for each in said[before:]]
    lines = [parcel for parcel in fresh if "停运" in parcel.text]
    assert len(lines) == 1
    assert not [parcel for parcel in fresh if parcel.chat is not None]
