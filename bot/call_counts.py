"""The month's calls to DingTalk, summed up over restarts and replicas, and the office warned of each mark once."""

import logging
from collections.abc import Callable
from datetime import datetime

from tortoise.exceptions import BaseORMException

from actions.to_office import tell_office
from bot.platforms.dingtalk.parse import PLATFORM
from bot.platforms.dingtalk.quota import Meter, Passed, Use
from language.wording.dingtalk import BUDGET_PASSED, BUDGETS
from models.calendar import local
from models.call_count import add_calls, calls_of
from models.mailbox import Reply
from models.vocabulary import Why

logger = logging.getLogger(__name__)


class CallCounts:
    """Between a meter, which counts as it goes, and the store, which knows the sum."""

    def __init__(self, meter: Meter, now: Callable[[], datetime]) -> None:
        self._meter = meter
        self._now = now

    async def settle(self) -> None:
        """Add what was counted since, learn what everybody has counted, and warn of what that passes."""
        month, fresh = self._meter.unsaved()
        try:
            if fresh:
                await add_calls(PLATFORM, month, {use.value: count for use, count in fresh.items()})
        except (BaseORMException, OSError):
            self._meter.not_saved(fresh)
            raise
        month = local(self._now()).strftime("%Y-%m")
        known = await calls_of(PLATFORM, month)
        for passed in self._meter.learn(month, {Use(use): count for use, count in known.items()}):
            await self.warn(passed)

    async def warn(self, passed: Passed) -> None:
        """Tell the office that a share of a month's budget is used; once a month, whoever noticed it first."""
        words = BUDGET_PASSED.format(
            budget=BUDGETS[passed.budget], used=passed.used, limit=passed.limit, percent=passed.percent
        )
        logger.warning(words)
        now = self._now()
        key = f"quota/{PLATFORM}/{local(now):%Y-%m}/{passed.budget}/{passed.percent}"
        await tell_office(key, Reply(words, why=Why.OFFICE), now)
