"""Whatever is pushed becomes a message, nothing, or one plain error."""

import copy
import json
import random
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.platforms.reading import Malformed
from bot.platforms.wecom.cards import is_press, press_in_bot
from bot.platforms.wecom.frames import read_frame
from bot.platforms.wecom.parse import Heard, Ignored, parse, parse_app
from bot.platforms.wecom.people import is_open
from bot.platforms.wecom.wechat import BadXml, read_message
from models.vocabulary import ChatKind

NOW = datetime(2026, 6, 12, 2, tzinfo=UTC)
BASE: dict[str, Any] = {
    "msgid": "CAIQ16HMjQYY",
    "create_time": int(NOW.timestamp()) - 3,
    "aibotid": "AIBOTID",
    "chatid": "wrkSFfAbC",
    "chattype": "group",
    "from": {"userid": "zhangsan"},
    "response_url": "https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=x",
    "msgtype": "text",
    "text": {"content": "@项目 助手 三号地块 正常"},
    "quote": {"msgtype": "text", "text": {"content": "被引用内容"}},
}
URL = {"url": "https://a.cos.ap-guangzhou.myqcloud.com/x?sign=y", "aeskey": "A" * 43}
SHAPES: dict[str, dict[str, Any]] = {
    "text": {},
    "mixed": {
        "msgtype": "mixed",
        "mixed": {
            "msg_item": [
                {"msgtype": "text", "text": {"content": "@项目 助手 桩基完成"}},
                {"msgtype": "image", "image": URL},
                {"msgtype": "hologram"},
            ]
        },
    },
    "image": {"msgtype": "image", "image": URL, "chattype": "single", "chatid": None},
    "voice": {"msgtype": "voice", "voice": {"content": "环评已经批了"}, "chattype": "single"},
    "file": {"msgtype": "file", "file": URL, "chattype": "single"},
    "video": {"msgtype": "video", "video": URL, "chattype": "single"},
    "stream": {"msgtype": "stream", "stream": {"id": "S"}},
    "event": {"msgtype": "event", "event": {"eventtype": "enter_chat"}},
    "press": {
        "msgtype": "event",
        "chattype": "single",
        "event": {
            "eventtype": "template_card_event",
            "template_card_event": {"card_type": "button_interaction", "event_key": "同上周|无变化|k", "task_id": "t"},
        },
    },
    "key": {"text": {"content": "0a1b2c3d-1111-2222-3333-0a1b2c3d4e5f https://a.b/cgi-bin/webhook/send?key=x"}},
    "new": {"msgtype": "hologram", "hologram": {}},
}


def heard(**more: Any) -> Heard:
    found = parse({**BASE, **more}, NOW, "项目 助手")
    assert isinstance(found, Heard)
    return found


def test_a_group_message():
    incoming = heard().incoming
    assert (incoming.chat, incoming.chat_kind, incoming.sender) == ("wrkSFfAbC", ChatKind.GROUP, "zhangsan")
    assert (incoming.text, incoming.quote) == ("三号地块 正常", "被引用内容")  # the case of a chat id matters
    assert incoming.reply_until == NOW + timedelta(minutes=60) - timedelta(seconds=3)


def test_only_the_robots_own_name_is_taken_off():
    assert heard(text={"content": "@项目 助手小组 好"}).incoming.text == "@项目 助手小组 好"
    assert heard(text={"content": "@项目 助手\u2005好"}).incoming.text == "好"
    assert heard(text={"content": "@项目 助手"}).incoming.text == ""
    assert heard(text={"content": "@张伟 @项目 助手 好"}).incoming.text == "@张伟 @项目 助手 好"
    assert heard(text={"content": "@项目 助手 好"}, chattype="single").incoming.text == "@项目 助手 好"


def test_pictures_files_and_voices():
    mixed = heard(**SHAPES["mixed"])
    assert mixed.incoming.text == "桩基完成"
    assert [one.kind for one in mixed.incoming.attachments] == ["image"]
    assert mixed.media[0].key == "A" * 43
    assert mixed.incoming.attachments[0].code == mixed.media[0].code
    voice = heard(**SHAPES["voice"]).incoming
    assert [one.transcript for one in voice.attachments] == ["环评已经批了"]
    quoted = heard(quote={"msgtype": "image", "image": URL})
    assert (quoted.incoming.text, len(quoted.media)) == ("三号地块 正常", 1)
    assert "sign=y" not in repr(mixed)


@pytest.mark.parametrize("name", ["stream", "event"])
def test_what_is_no_message(name: str):
    assert parse({**BASE, **SHAPES[name]}, NOW) == Ignored(name)


@pytest.mark.parametrize(
    "more",
    [
        {"msgid": ""},
        {"msgid": None},
        {"msgid": "x" * 121},
        {"from": None},
        {"from": {"userid": 5}},
        {"chattype": "crowd"},
        {"chatid": ""},
        {"msgtype": ""},
        {"msgtype": "mixed", "mixed": {"msg_item": "x"}},
    ],
)
def test_what_lacks_something_is_one_plain_error(more: dict[str, Any]):
    with pytest.raises(Malformed):
        parse({**BASE, **more}, NOW)


@pytest.mark.parametrize(("moment", "used"), [(0, False), (-1, False), (True, False), ("x", False), (1e300, False)])
def test_a_moment_that_cannot_be_is_ours(moment: Any, used: bool):
    assert heard(create_time=moment).incoming.sent_at == NOW


def test_milliseconds_are_understood():
    assert heard(create_time=int(NOW.timestamp() * 1000)).incoming.sent_at == NOW


def test_encrypted_ids_are_known_by_their_form():
    assert is_open("woAJ2GCAAAXtWyujaWJHDDGi0mACAAAA")
    assert not is_open("woody")
    assert not is_open("zhangsan")


def spoiled(chance: random.Random, value: Any) -> Any:
    """Something like it, with one thing wrong, anywhere."""
    junk: list[Any] = [
        None,
        True,
        -1,
        1e308,
        "",
        "\x00",
        "\ud800",
        [],
        {},
        [[]],
        "x" * 5000,
        "汉" * 3000,
        {"a": {"b": []}},
    ]
    if isinstance(value, dict) and value and chance.random() < 0.85:
        key = chance.choice(list(value))
        return {**value, key: spoiled(chance, value[key])}
    if isinstance(value, list) and value and chance.random() < 0.85:
        place = chance.randrange(len(value))
        return [*value[:place], spoiled(chance, value[place]), *value[place + 1 :]]
    return copy.deepcopy(chance.choice(junk))


def test_twenty_thousand_spoiled_messages_give_nothing_else():
    chance, seen = random.Random(7), {"heard": 0, "ignored": 0, "malformed": 0}
    for _ in range(20_000):
        body = {**BASE, **chance.choice(list(SHAPES.values()))}
        for _ in range(chance.randint(1, 4)):
            body = spoiled(chance, body)
            if not isinstance(body, dict):
                body = {}
        try:
            if is_press(body):
                press_in_bot(body, NOW)
            found = parse(body, NOW, "项目 助手")
        except Malformed:
            seen["malformed"] += 1
            continue
        seen["heard" if isinstance(found, Heard) else "ignored"] += 1
        if isinstance(found, Heard):
            json.dumps([found.incoming.text, found.incoming.quote, found.incoming.sender]).encode()
            assert "\x00" not in f"{found.incoming}"
            assert 0 < len(found.incoming.message_id) <= 120
    assert min(seen.values()) > 100, seen


def test_twenty_thousand_spoiled_frames_give_nothing_else():
    chance, seen = random.Random(8), {"good": 0, "malformed": 0}
    for _ in range(20_000):
        frame = {"cmd": "aibot_msg_callback", "headers": {"req_id": "R1"}, "body": BASE, "errcode": 0, "errmsg": "ok"}
        text = json.dumps(spoiled(chance, frame))
        if chance.random() < 0.3:
            place = chance.randrange(len(text))
            text = (
                text[:place] + chance.choice(["", "{", '"', "\\u", "NaN", "["]) + text[place + chance.randint(0, 3) :]
            )
        try:
            read_frame(text)
            seen["good"] += 1
        except Malformed:
            seen["malformed"] += 1
    assert min(seen.values()) > 1000, seen


# -- the application -------------------------------------------------------------------------------------


def xml(**fields: str) -> bytes:
    inner = "".join(f"<{name}><![CDATA[{value}]]></{name}>" for name, value in fields.items())
    return f"<xml>{inner}</xml>".encode()


APP_TEXT = {"ToUserName": "ww", "FromUserName": "LiNa", "CreateTime": "1781229600", "AgentID": "1000002"}


def test_a_message_to_the_application():
    found = parse_app(read_message(xml(**APP_TEXT, MsgType="text", Content=" 收到 ", MsgId="45612")), NOW)
    assert not isinstance(found, Ignored)
    heard = found.incoming
    assert (heard.message_id, heard.sender, heard.chat, heard.text) == ("app:45612", "LiNa", "LiNa", "收到")
    assert heard.chat_kind is ChatKind.SINGLE
    assert (heard.reply_address, found.media) == (None, ())


@pytest.mark.parametrize("kind", ["image", "voice", "video", "location", "link", "hologram"])
def test_other_kinds_are_kept_as_attachments(kind: str):
    found = parse_app(read_message(xml(**APP_TEXT, MsgType=kind, MediaId="m", MsgId="1")), NOW)
    assert not isinstance(found, Ignored)
    (held,) = found.media
    assert [(one.kind, one.code) for one in found.incoming.attachments] == [(kind, held.code)]
    assert held.url == "m"


@pytest.mark.parametrize("event", ["enter_agent", "click", "view", "subscribe", "template_card_event", "brand_new"])
def test_events_are_no_messages(event: str):
    found = parse_app(read_message(xml(**APP_TEXT, MsgType="event", Event=event, EventKey="k")), NOW)
    assert found == Ignored(event)


def test_ten_thousand_spoiled_documents_give_nothing_else():
    chance, seen = random.Random(9), {"heard": 0, "bad": 0}
    for _ in range(10_000):
        good = xml(**APP_TEXT, MsgType=chance.choice(["text", "image", "event"]), Content="收到", MsgId="1", Event="x")
        place = chance.randrange(len(good))
        text = good[:place] + chance.choice([b"", b"<", b"&", b"]]>", b"\x00", b"\xff", b"<!"]) + good[place + 1 :]
        try:
            parse_app(read_message(text), NOW)
            seen["heard"] += 1
        except (BadXml, Malformed):
            seen["bad"] += 1
    assert min(seen.values()) > 500, seen
