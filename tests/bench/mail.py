"""Messages as DingTalk brings them, made before the clock runs: every one different, signed, about 1.4 KB long."""

import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from bot.platforms.dingtalk.frames import MESSAGES
from bot.platforms.dingtalk.signing import sign
from tests.language.district import Built

SECRET = "not-a-secret-but-as-long-as-one-0123456789"
CLIENT = "dingbench"
GROUPS = 600
"""Chats the messages come from; DingTalk lets a bot answer twenty times a minute in each."""

REPORTS = (
    "{name}：环评批复已取得，主体施工至{n}层，本周完成投资{n}00万元，累计3.2亿元，下一步办理施工许可，请支持。",
    "报一下{name}进展：形象进度完成{n}%，本周投入工人{n}名，征地还剩3户未签，管线迁改请供电公司协调。",
    "{name}本周一切正常，基础工程完成{n}%，累计完成投资{n}50万元，预计8月底前完成主体结构，按计划推进。",
    "{name}用地预审6月{n}日已批复，目前卡在管线迁改上，涉及2处，请区住建局帮助协调，其他手续正常。",
)
QUESTIONS = ("{name}到哪一步了？目前累计完成投资多少，还卡在什么地方，谁在负责，下一个节点是什么时候？",)


@dataclass(frozen=True, slots=True)
class Letter:
    """One message: its name, by which its answer is known again, and what is sent."""

    name: str
    body: bytes


class Writer:
    """Writes messages of the people of a district, three reports in four."""

    def __init__(self, made: list[Built], platform: str, seed: int) -> None:
        self._made = made
        self._platform = platform
        self._random = random.Random(seed)
        self._numbers = count()

    def letters(self, number: int) -> list[Letter]:
        return [self._letter() for _ in range(number)]

    def _letter(self) -> Letter:
        number = next(self._numbers)
        entry = self._random.choice(self._made).entry
        pattern = self._random.choice(REPORTS if number % 4 else QUESTIONS)
        words = pattern.format(name=entry.name, n=self._random.randint(3, 9))
        name = f"m{number}"
        body = _body(name, words, entry.liaison or "", f"cidGroup{number % GROUPS}", self._platform)
        return Letter(name, json.dumps(body).encode())


def _body(name: str, words: str, person: str, chat: str, platform: str) -> dict[str, object]:
    now = int(time.time() * 1000)
    return {
        "conversationId": chat,
        "atUsers": [{"dingtalkId": "$:LWCP_v1:$bOtN0tAReal1dButAsL0ngAsOne==", "staffId": person}],
        "chatbotCorpId": "dingcorp0123456789abcdef",
        "chatbotUserId": "$:LWCP_v1:$bOtN0tAReal1dButAsL0ngAsOne==",
        "msgId": f"{name}ForAsLongAsTheyAre==",
        "senderNick": "张伟",
        "isAdmin": False,
        "senderStaffId": person,
        "senderCorpId": "dingcorp0123456789abcdef",
        "senderId": "$:LWCP_v1:$sEnDerN0tAReal1dButAsL0ngAsOne==",
        "sessionWebhook": f"{platform}/robot/sendBySession?session={name}",
        "sessionWebhookExpiredTime": now + 5_400_000,
        "createAt": now,
        "conversationType": "2",
        "conversationTitle": "重点项目调度工作群",
        "isInAtList": True,
        "robotCode": CLIENT,
        "msgtype": "text",
        "text": {"content": f" {words}"},
    }  # fmt: skip


def posts(letters: list[Letter], path: str) -> Iterator[bytes]:
    """The letters as HTTP requests, signed now: DingTalk's signatures are good for an hour."""
    stamp = str(int(time.time() * 1000))
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json; charset=utf-8\r\n"
        f"timestamp: {stamp}\r\nsign: {sign(SECRET, stamp)}\r\nContent-Length: "
    )
    for letter in letters:
        yield f"{head}{len(letter.body)}\r\n\r\n".encode() + letter.body


def frames(letters: list[Letter]) -> Iterator[tuple[str, str]]:
    """The letters as pushes of the Stream, each with the id under which it is acknowledged."""
    for letter in letters:
        headers = {
            "appId": "4ff8b1c2-0123-4567-89ab-cdef01234567",
            "connectionId": "2b8a1f3e-0123-4567-89ab-cdef01234567",
            "contentType": "application/json",
            "messageId": f"push{letter.name}",
            "time": str(int(time.time() * 1000)),
            "topic": MESSAGES,
        }
        frame = {"specVersion": "1.0", "type": "CALLBACK", "headers": headers, "data": letter.body.decode()}
        yield headers["messageId"], json.dumps(frame)
