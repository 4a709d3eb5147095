"""A group that was dissolved, or that threw us out: unbound at the first letter that it refuses, and the office told."""

from functools import partial

from actions.groups import keep_group, unbind_group
from bot.clock import MovedClock
from bot.delivery import Delivery
from models.chat import Chat, bound_groups
from models.mailbox import Outbox, Reply
from models.policy import Office
from models.vocabulary import Why
from tests.wire.dingtalk.kit import playing

GROUP = "cidGROUP=="


async def test_a_group_that_is_gone_is_unbound_and_the_office_hears_of_it(
    office: str, clock: MovedClock, settings: Office
):
    await keep_group("dingtalk", GROUP, name="调度群", scope=[])
    chat = await Chat.get(address=GROUP)
    async with playing(hearing=False, now=clock.now, gone=partial(unbind_group, "dingtalk")) as kit:
        delivery = Delivery({"dingtalk": kit.platform}, settings, clock, lambda: 0.0)
        await Outbox.put("first", Reply("第一条", why=Why.REPLY), clock.now(), chat=chat)
        await delivery.deliver_due()
        assert [group.address for group in await bound_groups()] == [GROUP]
        kit.world.disbanded.add(GROUP)
        await Outbox.put("second", Reply("第二条", why=Why.REPLY), clock.now(), chat=chat)
        await delivery.deliver_due()
    assert await bound_groups() == []
    told = await Outbox.filter(why=Why.OFFICE.value).order_by("id")
    assert {letter.person_id for letter in told} == {"wangfang", "zhaolei"}
    assert all("群已解散" in letter.text and "重新绑定" in letter.text for letter in told)
