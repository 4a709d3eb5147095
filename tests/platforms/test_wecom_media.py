"""What people send is fetched at once, decrypted with its own key, never too large, and never from elsewhere."""

import asyncio
import stat
from pathlib import Path
from typing import Any

import pytest

from bot.platforms.shelf import Shelf
from bot.platforms.wecom.crypto import key_of
from bot.platforms.wecom.settings import Callback
from tests.platforms.test_wecom_aibot import eventually
from tests.platforms.test_wecom_cards import hearing
from tests.wire.dingtalk.faults import Fault
from tests.wire.wecom.kit import Kit, playing
from tests.wire.wecom.world import KEY

PNG = b"\x89PNG\r\n\x1a\n" + b"three-colour" * 100


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "media")


def files_of(shelf: Shelf) -> list[Path]:
    return list(shelf._folder.iterdir())


async def heard(kit: Kit, **more: Any) -> Any:
    body = kit.world.message("见附件", **more)
    await kit.wecom.gateway.say_until(body, lambda: body["msgid"] in kit.inbox.kept)
    return kit.inbox.kept[body["msgid"]]


async def test_a_picture_in_a_group_message_is_put_away(shelf: Shelf):
    async with playing(shelf=shelf) as kit:
        items = [
            {"msgtype": "text", "text": {"content": "桩基"}},
            {"msgtype": "image", "image": kit.world.add_object(PNG)},
        ]
        incoming = await heard(kit, msgtype="mixed", mixed={"msg_item": items})
        (picture,) = incoming.attachments
        await eventually(lambda: kit.platform.fetcher.fetched)
        assert await shelf.get(picture.code) == PNG
        assert [stat.S_IMODE(file.stat().st_mode) for file in files_of(shelf)] == [0o600]


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        ('attachment; filename="a.xlsx"', "a.xlsx"),
        ("attachment; filename*=UTF-8''%E5%91%A8%E6%8A%A5.xlsx", "周报.xlsx"),
        ('attachment; filename="%E5%91%A8%E6%8A%A5.xlsx"', "周报.xlsx"),
        ('attachment; filename="../../etc/passwd"', "passwd"),
        ('attachment; filename="..\\\\..\\\\a.xlsx"', "a.xlsx"),
        ("attachment", ""),
        ("", ""),
    ],
)
async def test_a_file_has_its_name_before_it_is_kept(shelf: Shelf, disposition: str, name: str):
    async with playing(shelf=shelf) as kit:
        found = kit.world.add_object(b"sheet" * 10, disposition)
        incoming = await heard(kit, chat=None, msgtype="file", file=found)
        assert [(one.kind, one.name) for one in incoming.attachments] == [("file", name)]
        await eventually(lambda: kit.platform.fetcher.fetched)
        assert await shelf.get(incoming.attachments[0].code) == b"sheet" * 10


async def test_a_marked_file_is_named_and_not_kept(shelf: Shelf):
    async with playing(shelf=shelf) as kit:
        found = kit.world.add_object(b"x" * 100, "attachment; filename*=UTF-8''%E6%9C%BA%E5%AF%86%E2%98%85.docx")
        incoming = await heard(kit, chat=None, msgtype="file", file=found)
        assert incoming.attachments[0].name == "机密★.docx"  # by this the house refuses it
        await eventually(lambda: kit.platform.fetcher.fetched)
        assert await shelf.get(incoming.attachments[0].code) is None


async def test_by_callback_the_key_is_the_callbacks(shelf: Shelf):
    settings = {"bot_secret": "", "bot_callback": Callback("t", KEY)}
    async with playing(shelf=shelf, hearing=False, settings=settings) as kit:
        await kit.platform.start(kit.inbox.receive)
        found = kit.world.add_object(PNG, key=key_of(KEY))
        body = kit.world.message("x", chat=None, msgtype="image", image=found)
        assert kit.platform._hearing is not None
        assert await kit.platform._hearing.message(body)
        await eventually(lambda: kit.platform.fetcher.fetched)
        assert await shelf.get(kit.heard[0].attachments[0].code) == PNG


@pytest.mark.parametrize(
    "fault", ["expired", "empty 403", "bomb", "flood", "redirect", "half", "reset", "wrong key", "no key", "short"]
)
async def test_what_cannot_be_fetched_takes_nothing_from_the_message(shelf: Shelf, fault: str, monkeypatch: Any):
    monkeypatch.setattr("bot.platforms.wecom.media.LARGEST", 100_000)
    async with playing(shelf=shelf) as kit:
        found = kit.world.add_object(PNG)
        if fault == "expired":
            kit.world.skew = 301.0
        elif fault == "wrong key":
            found["aeskey"] = "A" * 43
        elif fault == "no key":
            del found["aeskey"]
        else:
            kind, _, status = fault.partition(" ")
            spoilt = Fault(kind, int(status or 200), {"to": "https://evil.example/"})
            kit.wecom.fault("/objects", *[spoilt] * 3)  # a read that was cut off is begun again by the client
        incoming = await heard(kit, chat=None, msgtype="file", file=found)
        assert incoming.text == ""
        await eventually(lambda: kit.platform.fetcher.failed)
        assert await shelf.get(incoming.attachments[0].code) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/x",
        "http://169.254.169.254/latest/meta-data",
        "https://myqcloud.com.evil.example/x",
        "https://evilmyqcloud.com/x",
        "http://a.myqcloud.com/x",
        "https://u:p@a.myqcloud.com/x",
        "file:///etc/passwd",
        "https://a.myqcloud.com:8443/x",
        "ws://127.0.0.1/x",
        "//evil.example/x",
    ],
)
async def test_a_foreign_address_is_never_asked(shelf: Shelf, url: str):
    async with playing(shelf=shelf) as kit:
        await heard(kit, chat=None, msgtype="image", image={"url": url, "aeskey": "A" * 43})
        await eventually(lambda: kit.platform.fetcher.failed)
        assert not kit.world.calls["/objects"]


async def test_a_message_that_is_kept_later_is_fetched_once(shelf: Shelf):
    async with playing(shelf=shelf) as kit:
        tries = 0

        async def before(incoming: Any) -> bool:
            nonlocal tries
            tries += 1
            return tries > 4

        kit.inbox.before = before
        await heard(kit, chat=None, msgtype="image", image=kit.world.add_object(PNG))
        assert kit.world.calls["/objects"] == 1


async def test_the_shelf_has_an_end(tmp_path: Path):
    shelf = Shelf(tmp_path, most_bytes=1000)
    for number in range(20):
        await shelf.put(f"{number:08x}", b"x" * 100)
        await asyncio.sleep(0.01)
    assert sum(file.stat().st_size for file in files_of(shelf)) <= 1000
    assert await shelf.get(f"{19:08x}") == b"x" * 100
    assert await shelf.get(f"{0:08x}") is None
    for name in ("", "../../x", "ABCDEF00", "a/b"):
        with pytest.raises(ValueError):
            await shelf.put(name, b"x")


async def test_what_was_sent_to_the_application_is_fetched_by_its_id(shelf: Shelf):
    async with hearing(shelf=shelf) as kit:
        media = kit.world.keep_media("image", "", PNG, "app")
        message = {
            "ToUserName": kit.world.corp, "FromUserName": "zhangwei", "CreateTime": str(int(kit.world.now())),
            "MsgType": "image", "PicUrl": "https://evil.example/x", "MediaId": media, "MsgId": "4561",
            "AgentID": str(kit.world.agent_id),
        }  # fmt: skip
        assert [await kit.wecom.to_app(message) for _ in range(2)] == [200, 200]
        (incoming,) = kit.heard
        await eventually(lambda: kit.platform.fetcher.fetched)
        assert await shelf.get(incoming.attachments[0].code) == PNG
        assert kit.world.calls["/cgi-bin/media/get"] == 1
        gone = {**message, "MediaId": "gone", "MsgId": "4562"}
        assert await kit.wecom.to_app(gone) == 200
        await eventually(lambda: kit.platform.fetcher.failed)
        assert len(kit.heard) == 2  # the message itself is kept all the same
