"""What is known stays inside: in a group that the office has not bound, answers go to the asker alone."""

from datetime import datetime
from pathlib import Path

from bot.platforms.memory import Said
from bot.stage import open_stage
from bot.story import GroupForm
from models.calendar import SHANGHAI, WorkCalendar
from models.chat import Chat
from models.policy import Office, Policy, WeeklySettings
from models.registry import read_registry

TOWN = Path(__file__).parents[1] / "conversations" / "town.json"


async def test_a_group_that_is_not_bound_hears_nothing() -> None:
    said: list[Said] = []
    settings = Office(Policy(), WeeklySettings(), WorkCalendar())
    start = datetime(2026, 6, 10, 10, 0, tzinfo=SHANGHAI)
    groups = [GroupForm(id="g1", name="一线群"), GroupForm(id="g2", name="外面的群")]
    async with open_stage(read_registry(TOWN), groups, settings, start, said.append) as stage:
        await Chat.filter(address="g2").update(bound=False)
        await stage.say(
            "@项目助手 （内部）北站路施工许可6月9日已取得，仅限内部掌握", sender="zhangwei", group="g2", name="m1"
        )
        await stage.say("@项目助手 北站路怎么样了", sender="lijianguo", group="g2", name="m2")
        await stage.say("@项目助手 红灯的有哪些", sender="lijianguo", group="g2", name="m3")
        await stage.say("@项目助手 绑定本群", sender="wangfang", group="g2", name="m4")
        outside = [each.parcel.text for each in said if each.parcel.chat == "g2"]
        assert len(outside) == 4
        assert not [text for text in outside if "北站" in text or "严重滞后" in text]
        alone = [each.parcel.text for each in said if each.parcel.person == "lijianguo"]
        assert any("施工许可6月9日逾期完成" in text for text in alone)
        await stage.say("@项目助手 北站路怎么样了", sender="lijianguo", group="g2", name="m5")
        assert "施工许可6月9日逾期完成" in said[-1].parcel.text
        assert said[-1].parcel.chat == "g2"
