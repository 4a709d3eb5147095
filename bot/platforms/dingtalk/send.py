"""Messages in the robot's own name: to a group, to one person, and what can be asked about them afterwards."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from bot.platforms.dingtalk.api import Api
from bot.platforms.dingtalk.errors import DingTalkError, Trouble
from bot.platforms.dingtalk.settings import Settings
from bot.platforms.dingtalk.texts import title_of

MOST_PEOPLE = 20

Message = tuple[str, str]


class Robot:
    """The robot of one application."""

    def __init__(self, api: Api, settings: Settings) -> None:
        self._api = api
        self._robot = settings.robot

    async def to_group(self, chat: str, message: Message) -> str:
        """Send to a group, without any mention; gives the key by which it can be recalled."""
        body = {"robotCode": self._robot, "openConversationId": chat, "msgKey": message[0], "msgParam": message[1]}
        return _key(await self._api.new("POST", "/v1.0/robot/groupMessages/send", body))

    async def to_person(self, person: str, message: Message) -> str:
        """Send privately to one person; HTTP 200 alone does not mean that it went out."""
        key, failed = await self.to_people([person], message)
        if failed:
            raise failed[person]
        return key

    async def to_people(self, people: Sequence[str], message: Message) -> tuple[str, dict[str, DingTalkError]]:
        """Send one text to at most twenty people in one call; gives the key and whom it did not reach, and why."""
        if not 0 < len(people) <= MOST_PEOPLE:
            raise ValueError("one to twenty people")
        body = {"robotCode": self._robot, "userIds": list(people), "msgKey": message[0], "msgParam": message[1]}
        answer = await self._api.new("POST", "/v1.0/robot/oToMessages/batchSend", body)
        unknown, held = _names(answer, "invalidStaffIdList"), _names(answer, "flowControlledStaffIdList")
        failed = {person: DingTalkError(Trouble.PERSON, "invalidStaffIdList") for person in people if person in unknown}
        failed |= {
            person: DingTalkError(Trouble.HELD_BACK, "flowControlledStaffIdList") for person in people if person in held
        }
        return _key(answer), failed

    async def recall_from_group(self, chat: str, keys: Sequence[str]) -> list[str]:
        """Take back messages in a group; gives the keys that were taken back."""
        body = {"robotCode": self._robot, "openConversationId": chat, "processQueryKeys": list(keys)}
        return _names(await self._api.new("POST", "/v1.0/robot/groupMessages/recall", body), "successResult")

    async def recall_from_people(self, keys: Sequence[str]) -> list[str]:
        """Take back private messages of the last day; gives the keys that were taken back."""
        body = {"robotCode": self._robot, "processQueryKeys": list(keys)[:MOST_PEOPLE]}
        # Lower-case "oto" here and camel case above: so DingTalk spells it.
        return _names(await self._api.new("POST", "/v1.0/robot/otoMessages/batchRecall", body), "successResult")

    async def read_by(self, key: str) -> dict[str, bool]:
        """Who has read a private message of the last day. Each call counts: only on demand."""
        path = (
            f"/v1.0/robot/oToMessages/readStatus?robotCode={quote(self._robot)}&processQueryKey={quote(key, safe='')}"
        )
        found = (await self._api.new("GET", path)).get("messageReadInfoList")
        people = [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
        return {str(one.get("userId")): one.get("readStatus") == "READ" for one in people}

    async def read_in_group(self, chat: str, key: str) -> list[str]:
        """The first two hundred who have read a message in a group. Each call counts: only on demand."""
        body = {"robotCode": self._robot, "openConversationId": chat, "processQueryKey": key, "maxResults": 200}
        return _names(await self._api.new("POST", "/v1.0/robot/groupMessages/query", body), "readUserIds")

    async def mark(self, chat: str, message_id: str, words: str) -> None:
        """Put a small mark, such as 已收到, on somebody's message."""
        body = {
            "robotCode": self._robot,
            "openMsgId": message_id,
            "openConversationId": chat,
            "emotionType": 2,
            "emotionName": words,
            "textEmotion": {
                "emotionId": "2659900",
                "emotionName": words,
                "text": words,
                "backgroundId": "im_bg_1",
            },
        }
        await self._api.new("POST", "/v1.0/robot/emotion/reply", body)


@dataclass(eq=False, slots=True)
class Batch:
    """People who are told the same in one call."""

    people: list[str] = field(default_factory=list)
    call: asyncio.Task[tuple[str, dict[str, DingTalkError]]] | None = None


class Together:
    """Private messages of the same words go out in one call of up to twenty people: each call counts for the month."""

    GATHERING = 0.05

    def __init__(self, robot: Robot) -> None:
        self._robot = robot
        self._open: dict[Message, Batch] = {}

    async def send(self, person: str, message: Message) -> str:
        """Send to one person, along with whoever is told the same in this moment."""
        batch = self._open.get(message)
        if batch is None or batch.call is None or len(batch.people) >= MOST_PEOPLE or person in batch.people:
            batch = self._open[message] = Batch()
            batch.call = asyncio.create_task(self._call(message, batch))
            batch.call.add_done_callback(lambda call: call.cancelled() or call.exception())  # all may have given up
        batch.people.append(person)
        key, failed = await asyncio.shield(batch.call)  # who gives up waiting must not take the others along
        if person in failed:
            raise failed[person]
        return key

    async def _call(self, message: Message, batch: Batch) -> tuple[str, dict[str, DingTalkError]]:
        await asyncio.sleep(self.GATHERING)
        if self._open.get(message) is batch:
            del self._open[message]
        return await self._robot.to_people(batch.people, message)


class WorkNotice:
    """工作通知: the stronger nudge, which appears apart from all chats."""

    LARGEST = 2048
    MOST_RECEIVERS = 100

    def __init__(self, api: Api, settings: Settings) -> None:
        self._api = api
        self._agent = settings.agent_id

    async def send(self, people: Sequence[str], title: str, text: str) -> str:
        """Send to at most a hundred people; the same words to the same person go out once a day, so date them."""
        if self._agent is None:
            raise DingTalkError(Trouble.NOWHERE, "agent_id")
        msg = {"msgtype": "markdown", "markdown": {"title": title_of(title, text), "text": text}}
        if len(json.dumps(msg, ensure_ascii=False).encode("utf-8", "replace")) > self.LARGEST:
            raise DingTalkError(Trouble.TOO_LONG, "work notice")
        body = {"agent_id": self._agent, "userid_list": ",".join(people[: self.MOST_RECEIVERS]), "msg": msg}
        answer = await self._api.old("/topapi/message/corpconversation/asyncsend_v2", body)
        return str(answer.get("task_id", ""))

    async def result(self, task: str) -> Mapping[str, Any]:
        """Who has read, not read, or could not be sent a notice of the last day."""
        body = {"agent_id": self._agent, "task_id": int(task)}
        found = (await self._api.old("/topapi/message/corpconversation/getsendresult", body)).get("send_result")
        return found if isinstance(found, dict) else {}

    async def recall(self, task: str) -> None:
        """Take back a notice of the last day."""
        body = {"agent_id": self._agent, "msg_task_id": int(task)}
        await self._api.old("/topapi/message/corpconversation/recall", body)


def _key(answer: Mapping[str, Any]) -> str:
    key = answer.get("processQueryKey")
    return key if isinstance(key, str) else ""


def _names(answer: Mapping[str, Any], key: str) -> list[str]:
    names = answer.get(key)
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []
