"""Recorded pushes become what a person meant; anything else becomes one plain refusal."""

import json
import random
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.platforms.base import Attachment, Incoming
from bot.platforms.dingtalk.parse import Ignored, parse
from bot.platforms.reading import Malformed, decoded
from models.vocabulary import ChatKind
from tests.wire.dingtalk import recorded

NOW = datetime(2023, 9, 20, 9, 0, tzinfo=UTC)


def heard(name: str, **changes: Any) -> Incoming:
    found = parse({**recorded(name), **changes}, NOW)
    assert isinstance(found, Incoming)
    return found


def test_text_in_a_group():
    found = heard("group_text")
    assert found == Incoming(
        platform="dingtalk",
        message_id="msgAAA==",
        chat="cidAAA==",
        chat_kind=ChatKind.GROUP,
        chat_title="重大项目群",
        sender="0123",
        sender_name="张三",
        text="滨江大桥 本周完成桩基80%",
        sent_at=datetime(2023, 9, 20, 8, 41, 9, 62000, tzinfo=UTC),
        reply_address="https://oapi.dingtalk.com/robot/sendBySession?session=S",
        reply_until=datetime(2023, 9, 20, 10, 11, 11, 648000, tzinfo=UTC),
    )
    assert "session=S" not in repr(found)


def test_create_time_as_a_string_is_the_same():
    assert heard("group_text_staff_ids").sent_at == heard("group_text").sent_at


@pytest.mark.parametrize(
    ("name", "text", "attachments"),
    [
        ("rich_text_picture", "北站路现场\n围挡已完成", (Attachment("image", code="DC1"),)),
        ("rich_text_at", "请@李四 核实北站路", ()),
        ("rich_text_harmony", "@项目助手 北站路已批复", ()),
        ("picture", "", (Attachment("image", code="DC2"),)),
        ("single_audio", "北站路环评已经批了。", (Attachment("voice", "", "北站路环评已经批了。", "DC3"),)),
        ("single_file", "", (Attachment("file", "重大项目台账.xlsx", "", "DC4"),)),
        ("single_video", "", (Attachment("video", code="DC5"),)),
        ("unknown_type", "", (Attachment("unknown", "unknownMsgType"),)),
        ("content_on_top", "滨江大桥 本周完成桩基80%", ()),
        ("quote_file", "导入", (Attachment("file", "台账.xlsx", "", "DC6"),)),
    ],
)
def test_what_was_said_and_what_came_with_it(name: str, text: str, attachments: tuple[Attachment, ...]):
    found = heard(name)
    assert (found.text, found.attachments) == (text, attachments)


def test_single_chat():
    found = heard("single_audio")
    assert (found.chat_kind, found.chat, found.chat_title) == (ChatKind.SINGLE, "cidSINGLE==", None)


@pytest.mark.parametrize(
    ("name", "quote"),
    [
        ("quote_markdown", "**催报** 北站路环评"),
        ("quote_text", "滨江大桥延期到9月"),
        ("quote_rich", "桩基80%"),
        ("quote_string", "原话"),
        ("quote_card", None),
        ("group_text", None),
    ],
)
def test_quote(name: str, quote: str | None):
    assert heard(name).quote == quote


@pytest.mark.parametrize("name", ["no_staff_id", "other_corp"])
def test_a_nickname_is_no_identity(name: str):
    found = heard(name)
    assert (found.sender, found.sender_name) == (None, "张三")


def test_only_our_own_organisation_is_served():
    assert isinstance(parse(recorded("group_text"), NOW, "dingX"), Incoming)
    assert parse(recorded("group_text"), NOW, "dingZ") == Ignored("other organisation")
    found = parse({**recorded("no_staff_id"), "senderStaffId": "0123", "senderCorpId": "dingY"}, NOW, "dingX")
    assert isinstance(found, Incoming)
    assert found.sender is None


def test_what_holds_nothing_to_keep():
    assert parse(recorded("quota_used_up"), NOW) == Ignored("quota")
    assert parse({**recorded("quota_used_up"), "errorCode": "20001"}, NOW) == Ignored("quota")
    assert parse(recorded("own_message"), NOW) == Ignored("own")


@pytest.mark.parametrize("value", [0, -5, "x", None, True, 1e300, 4102444800000, 86400, [], "9" * 15])
def test_an_incredible_time_is_ours_instead(value: Any):
    assert heard("group_text", createAt=value).sent_at == NOW


def test_seconds_are_understood_too():
    assert heard("group_text", createAt=1695199269).sent_at == datetime(2023, 9, 20, 8, 41, 9, tzinfo=UTC)


def test_a_session_never_lives_longer_than_ninety_minutes():
    for value in (None, 1695204671648 + 3_600_000, "soon"):
        until = heard("group_text", sessionWebhookExpiredTime=value).reply_until
        assert until is not None
        assert until <= NOW + timedelta(minutes=90)


UNUSABLE: list[Any] = [None, "", {}, [], 1.5]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        *(
            (key, value)
            for key in ("msgId", "conversationId", "conversationType")
            for value in (*UNUSABLE, " ", "x" * 300)
        ),
        *(("msgtype", value) for value in UNUSABLE),
    ],
)
def test_what_cannot_be_told_apart_or_answered_is_refused(key: str, value: Any):
    with pytest.raises(Malformed):
        heard("group_text", **{key: value})


def test_text_is_capped_and_can_be_stored():
    found = heard("group_text", text={"content": "a\x00\ud800" + "中" * 20_000}, senderNick="\udfff\x00")
    assert len(found.text) == 10_000
    assert found.text.startswith("a\ufffd\ufffd中")
    found.text.encode()
    assert found.sender_name == "\ufffd\ufffd"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "1",
        '"x"',
        "{",
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"a":NaN}',
        '{"a":-Infinity}',
        "9" * 5000,
        "\ufeff{}",
    ],
)
def test_what_is_no_json_object(text: str):
    with pytest.raises(Malformed):
        decoded(text)


@pytest.mark.parametrize("body", [b"\xff\xfe", b"\x80{}", "{}".encode("utf-32-le")[:7]])
def test_what_is_no_text(body: bytes):
    with pytest.raises(Malformed):
        decoded(body)


STRANGE: list[Any] = [
    None,
    True,
    0,
    -1,
    1e308,
    10**30,
    "",
    "\ud800",
    "x" * 5000,
    [],
    {},
    [[[]]],
    {"content": {}},
    ["a"],
]
NAMES = ["group_text", "rich_text_picture", "single_audio", "single_file", "quote_rich", "quote_markdown", "quote_file"]


def spoiled(body: Any, chance: random.Random) -> Any:
    """A body with something wrong somewhere inside."""
    if isinstance(body, dict) and body and chance.random() < 0.9:
        key = chance.choice(list(body))
        if chance.random() < 0.2:
            return {name: value for name, value in body.items() if name != key}
        return {**body, key: spoiled(body[key], chance)}
    if isinstance(body, list) and body and chance.random() < 0.7:
        place = chance.randrange(len(body))
        return [*body[:place], spoiled(body[place], chance), *body[place + 1 :]]
    return chance.choice(STRANGE)


def test_ten_thousand_spoiled_bodies_raise_nothing_else():
    chance = random.Random(20260612)
    kept = refused = 0
    for _ in range(10_000):
        body = recorded_once(chance.choice(NAMES))
        for _ in range(chance.randint(1, 4)):
            body = spoiled(body, chance)
        try:
            found = parse(decoded(json.dumps(body)), NOW)
        except Malformed:
            refused += 1
            continue
        kept += 1
        if isinstance(found, Incoming):
            json.dumps([found.text, found.quote, found.sender, found.chat_title], ensure_ascii=False).encode()
            assert len(found.message_id) <= 120
    assert kept > 2000
    assert refused > 2000


_READ: dict[str, Any] = {}


def recorded_once(name: str) -> Any:
    return _READ.setdefault(name, recorded(name))
