"""A Friday morning in WeChat Work: the call comes as a card, a press reports, and nobody is asked again."""

from datetime import datetime, timedelta
from pathlib import Path

from actions.district import enter, enter_accounts
from models.calendar import SHANGHAI, utc
from models.job_run import JobRun
from models.mailbox import Inbox, Outbox
from models.registry import read_registry
from models.report import Fact
from models.store.connection import open_store
from models.vocabulary import Why
from scheduler.timetable import INSTALLED
from tests.bot.conftest import DISTRICT
from tests.platforms.test_wecom_cards import until
from tests.platforms.test_wecom_house import running
from tests.wire.wecom import FakeWeCom

FRIDAY = datetime(2026, 6, 12, 9, 31, tzinfo=SHANGHAI)


async def test_a_call_is_answered_by_one_press(store_url: str, tmp_path: Path):
    registry = read_registry(DISTRICT)
    async with open_store(store_url):
        await enter(registry)
        await enter_accounts(registry, "wecom")
        await JobRun.create(job=INSTALLED, due=utc(FRIDAY - timedelta(minutes=5)), state=INSTALLED, at=utc(FRIDAY))
    async with FakeWeCom() as wecom:
        world = wecom.world
        world.staff = {id_: person.name for id_, person in registry.people.items()}

        def cards_of(user: str) -> list[str]:
            return [card.body["sub_title_text"] for card in world.cards.values() if card.to == user]

        def told(user: str) -> list[str]:
            return [one.text for one in world.sent if one.to == user and one.kind == "text"]

        async with running(wecom, store_url, tmp_path, start=FRIDAY):
            await wecom.gateway.wait_connected(20)
            await until(lambda: cards_of("zhangwei"), 30)
            (call,) = cards_of("zhangwei")
            assert "没有变化回“同上周”" in call
            assert await wecom.press("zhangwei", "无变化", times=2) == [200, 200]
            await until(lambda: any("无变化" in text for text in told("zhangwei")), 30)
            answered = len(told("zhangwei"))
            await wecom.gateway.push(world.message("同上周", "zhangwei", None))
            await until(lambda: len([one for one in world.sent if one.to == "zhangwei"]) > answered + 1, 30)
        assert world.complaints == []
    async with open_store(store_url):
        (press,) = await Inbox.filter(message_id__startswith="card:")
        assert (press.text, press.sender_address, press.handled_at is not None) == ("同上周", "zhangwei", True)
        assert await Fact.filter(message_id=press.id).count() > 0
        assert await Outbox.filter(person_id="zhangwei", why=Why.REMINDER.value).count() == 1
