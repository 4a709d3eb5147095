"""Who is who in the organisation's own address book; these calls are free of the month's quota."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.platforms.dingtalk.api import Api


@dataclass(frozen=True, slots=True)
class Member:
    """One person as the organisation has entered them; the nickname of a message is never this name."""

    user: str
    name: str
    union: str
    title: str
    active: bool


class People:
    """Looks people up; raises DingTalkError with the trouble `person` for strangers."""

    def __init__(self, api: Api) -> None:
        self._api = api

    async def member(self, user: str) -> Member:
        """The person of a user id."""
        found = _result(await self._api.old("/topapi/v2/user/get", {"userid": user, "language": "zh_CN"}, free=True))
        return Member(
            user=str(found.get("userid") or user),
            name=str(found.get("name") or ""),
            union=str(found.get("unionid") or ""),
            title=str(found.get("title") or ""),
            active=found.get("active") is not False,
        )

    async def user_by_mobile(self, mobile: str) -> str:
        """The user id of an active employee with this telephone number."""
        found = _result(await self._api.old("/topapi/v2/user/getbymobile", {"mobile": mobile}, free=True))
        return str(found.get("userid") or "")


def _result(answer: Mapping[str, Any]) -> Mapping[str, Any]:
    result = answer.get("result")
    return result if isinstance(result, dict) else {}
