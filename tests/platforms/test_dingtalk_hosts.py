"""No address that a message, a paste or an answer names leads anywhere but to DingTalk."""

import random
import string
from ipaddress import ip_address

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from bot.platforms.dingtalk.hosts import Hosts
from bot.platforms.dingtalk.settings import Settings
from bot.platforms.outside import ForeignAddress, PublicResolver

HOSTS = Hosts(Settings("id", "secret"))
SESSION = "https://oapi.dingtalk.com/robot/sendBySession?session=S"


def test_dingtalks_own_addresses_are_accepted():
    assert HOSTS.session_webhook(SESSION).host == "oapi.dingtalk.com"
    assert HOSTS.session_webhook("https://oapi.dingtalk.com:443/robot/sendBySession?session=S")
    assert HOSTS.webhook("https://oapi.dingtalk.com/robot/send?access_token=a")
    for host in ("wss-open-connection", "wss-open-connection-union"):
        assert HOSTS.gateway(f"wss://{host}.dingtalk.com:443/connect")
    assert HOSTS.download("https://zjk-dingdisk.oss-cn-zhangjiakou.aliyuncs.com/a/b.file?Signature=x")


def test_a_private_edition_has_its_own_hosts():
    hosts = Hosts(Settings("id", "secret", api="https://open.gov.example:8443", oapi="https://oapi.gov.example"))
    assert hosts.session_webhook("https://oapi.gov.example/robot/sendBySession?session=S")
    assert hosts.gateway("wss://open.gov.example:8443/connect")
    with pytest.raises(ForeignAddress):
        hosts.session_webhook(SESSION)


@pytest.mark.parametrize("base", ["http://api.dingtalk.com", "ftp://x", "api.dingtalk.com", "http://10.0.0.1"])
def test_a_base_without_tls_is_refused(base: str):
    with pytest.raises(ValueError):
        Settings("id", "secret", api=base)


@pytest.mark.parametrize("path", ["/robot/send?access_token=theirs", "/robot/sendBySession/..", "/", "", "/robot"])
def test_the_right_host_with_another_path_is_not_a_session(path: str):
    with pytest.raises(ForeignAddress):
        HOSTS.session_webhook(f"https://oapi.dingtalk.com{path}")


EVIL = ["evil.example", "127.0.0.1", "[::1]", "0x7f000001", "2130706433", "127.1", "169.254.169.254", "localhost"]
EVIL += [
    "oapi.dingtalk.com.evil.example",
    "oapi.dingtalk.com.",
    "oapi-dingtalk.com",
    "xoapi.dingtalk.com",
    "dingtalk.com",
]
EVIL += [
    "oapi。dingtalk。com",
    "оapi.dingtalk.com",
    "oapi.dingtalk.com%00.evil.example",
    "oapi.dingtalk.com%2f.evil.example",
]
SHAPES = [
    "https://{evil}/robot/sendBySession?session=S",
    "https://oapi.dingtalk.com@{evil}/robot/sendBySession",
    "https://oapi.dingtalk.com:x@{evil}/robot/sendBySession",
    "https://{evil}@oapi.dingtalk.com/robot/sendBySession",
    "https://oapi.dingtalk.com\\@{evil}/robot/sendBySession",
    "https://oapi.dingtalk.com {evil}/robot/sendBySession",
    "https://{evil}#@oapi.dingtalk.com/robot/sendBySession",
    "https://{evil}?oapi.dingtalk.com/robot/sendBySession",
    "http://oapi.dingtalk.com/robot/sendBySession?x={evil}",
    "https://oapi.dingtalk.com:8443/robot/sendBySession?x={evil}",
    "//{evil}/robot/sendBySession",
    "https:/{evil}/robot/sendBySession",
    "https:{evil}/robot/sendBySession",
    "file:///{evil}",
    "gopher://{evil}/robot/sendBySession",
    "javascript:{evil}",
    "https://[oapi.dingtalk.com]{evil}/",
    "https://oapi.dingtalk.com\t.{evil}/robot/sendBySession",
    "https://oapi.dingtalk.com\r\nHost: {evil}\r\n/robot/sendBySession",
]


def crafted() -> list[str]:
    """A thousand addresses: every trick on every host, and random insertions into a good one."""
    made = [shape.format(evil=evil) for shape in SHAPES for evil in EVIL]
    chance = random.Random(7)
    tail = "/robot/sendBySession?session=S"
    while len(made) < 1000:
        host = list("https://oapi.dingtalk.com")
        host.insert(chance.randrange(8, len(host) + 1), chance.choice(string.printable + "\u202e\u3002\x00"))
        text = "".join(host)
        if text.lower() not in (
            "https://oapi.dingtalk.com",
            "https://oapi.dingtalk.com/",
            "https:///oapi.dingtalk.com",
        ):
            made.append(text + tail)
    return made


def test_a_thousand_crafted_addresses_are_refused():
    for text in crafted():
        for check in (HOSTS.session_webhook, HOSTS.webhook):
            with pytest.raises(ForeignAddress):
                check(text)
        for check in (HOSTS.gateway, HOSTS.download):
            try:
                found = check(text)
            except ForeignAddress:
                continue
            assert found.host is not None
            assert found.host.endswith((".dingtalk.com", ".aliyuncs.com"))
            assert (found.scheme, found.port) == ("https", 443)


def test_the_last_look_allows_what_the_others_allow():
    assert HOSTS.allows(URL(SESSION))
    assert HOSTS.allows(URL("wss://wss-open-connection.dingtalk.com/connect"))
    for text in ("https://evil.example/", "http://oapi.dingtalk.com/", "http://127.0.0.1:80/", "https://dingtalk.com/"):
        assert not HOSTS.allows(URL(text))


class Names(AbstractResolver):
    def __init__(self, *addresses: str) -> None:
        self.addresses = addresses
        self.closed = False

    async def resolve(self, host: str, port: int = 0, family: int = 0) -> list[ResolveResult]:
        family = {4: 2, 6: 10}[ip_address(self.addresses[0]).version]
        return [
            ResolveResult(hostname=host, host=one, port=port, family=family, proto=0, flags=0) for one in self.addresses
        ]

    async def close(self) -> None:
        self.closed = True


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "10.1.2.3", "192.168.1.1", "100.64.0.1", "169.254.169.254", "::1", "fd00::1", "0.0.0.0"]
)
async def test_a_name_that_leads_inside_is_not_followed(address: str):
    with pytest.raises(OSError):
        await PublicResolver(resolver=Names(address)).resolve("oapi.dingtalk.com", 443)
    assert await PublicResolver(inside=["oapi.dingtalk.com"], resolver=Names(address)).resolve("oapi.dingtalk.com", 443)


async def test_one_inner_address_among_public_ones_is_enough_to_refuse():
    names = Names("203.119.1.1", "127.0.0.1")
    resolver = PublicResolver(resolver=names)
    with pytest.raises(OSError):
        await resolver.resolve("oapi.dingtalk.com", 443)
    assert await PublicResolver(resolver=Names("203.119.1.1")).resolve("oapi.dingtalk.com", 443)
    await resolver.close()
    assert names.closed
