"""DingTalk's signatures against vectors that were computed by three independent programs."""

from datetime import UTC, datetime, timedelta

import pytest
from yarl import URL

from bot.platforms.dingtalk.signing import is_genuine, sign, sign_card, signed_url

VECTORS = [
    (
        "SEC000000000000000000000000000000000000000000000000000000000000dead",
        "1700000000000",
        "5yDK2J0xty/AvvcasUh1yA/buzwM9a0NPgyNsqXJR68=",
        "5yDK2J0xty%2FAvvcasUh1yA%2FbuzwM9a0NPgyNsqXJR68%3D",
    ),
    (
        "this is secret",
        "1577262236757",
        "hmPWwU+7lVdm3ZZz0r9tSfx0L4Q26jWOZr9+Gs6EZQM=",
        "hmPWwU%2B7lVdm3ZZz0r9tSfx0L4Q26jWOZr9%2BGs6EZQM%3D",
    ),
    (
        "this is a secret",
        "1577262236757",
        "DJrE6qdyVGCQz9z5r2MDuNcNAhwYnuAkyj13cx169CA=",
        "DJrE6qdyVGCQz9z5r2MDuNcNAhwYnuAkyj13cx169CA%3D",
    ),
    (
        "SECabc+/=def",
        "1767225600000",
        "GKxF6LPYvHI+SH3MTpxHHkOifcYquLtbICMb88Lo5mw=",
        "GKxF6LPYvHI%2BSH3MTpxHHkOifcYquLtbICMb88Lo5mw%3D",
    ),
    (
        "钉钉密钥",
        "1764547200123",
        "TsxxCjv8esQBaDs7B9A98iZYhWOW4V2o3AaWf1O/ZP8=",
        "TsxxCjv8esQBaDs7B9A98iZYhWOW4V2o3AaWf1O%2FZP8%3D",
    ),
    (
        "dingtalk-app-secret-0123456789",
        "1767225599999",
        "QZt7lLOmAsY7BqQaq4KWrMRvQqcMQ+RJpG/LZirE4Zg=",
        "QZt7lLOmAsY7BqQaq4KWrMRvQqcMQ%2BRJpG%2FLZirE4Zg%3D",
    ),
]


def moment(timestamp: str) -> datetime:
    return datetime.fromtimestamp(int(timestamp) / 1000, UTC)


@pytest.mark.parametrize(("secret", "timestamp", "plain", "encoded"), VECTORS)
def test_robot_signature(secret: str, timestamp: str, plain: str, encoded: str):
    assert sign(secret, timestamp) == plain
    known = URL("https://oapi.dingtalk.com/robot/send?access_token=a%2Bb%2F%3D")
    url = signed_url(known, secret, moment(timestamp))
    start = "https://oapi.dingtalk.com/robot/send?access_token=a%2Bb%2F%3D"
    assert str(url) == f"{start}&timestamp={timestamp}&sign={encoded}"
    assert str(signed_url(url, secret, moment(timestamp))) == str(url)  # parameters do not pile up


def test_webhook_without_secret_stays_as_it_is():
    known = URL("https://oapi.dingtalk.com/robot/send?access_token=abc")
    assert str(signed_url(known, None, datetime(2026, 1, 1, tzinfo=UTC))) == str(known)


@pytest.mark.parametrize(
    ("secret", "timestamp", "expected"),
    [
        ("example-secret", "1700000000000", "I85VWQbGCqbDkjEb7rsCEkTKI9QSL3wzLms54MiwXlg="),
        ("card-callback-secret", "1767225600000", "RJtDLlXabZVPGt9j8xaUoUPLtWl6PzOfJL/xbsLyuLI="),
    ],
)
def test_card_signature(secret: str, timestamp: str, expected: str):
    assert sign_card(secret, timestamp) == expected


@pytest.mark.parametrize(("seconds", "good"), [(0, True), (3600, True), (-3600, True), (3601, False), (-3601, False)])
def test_one_hour_either_way(seconds: int, good: bool):
    timestamp = "1767225600000"
    assert is_genuine(timestamp, sign("s", timestamp), "s", moment(timestamp) + timedelta(seconds=seconds)) is good


@pytest.mark.parametrize(
    "timestamp",
    ["", "-1", "1e12", " 1767225600000", "1767225600000 ", "１７６７２２５６００００００", "9" * 400, "0x1"],
)
def test_odd_timestamps_are_refused(timestamp: str):
    assert not is_genuine(timestamp, sign("s", timestamp), "s", moment("1767225600000"))


@pytest.mark.parametrize("signature", ["", "x", "\udcff", "é" * 44, VECTORS[1][3], VECTORS[1][2][:-1], VECTORS[0][2]])
def test_wrong_signatures_are_refused(signature: str):
    assert not is_genuine("1577262236757", signature, "this is secret", moment("1577262236757"))
    assert is_genuine("1577262236757", VECTORS[1][2], "this is secret", moment("1577262236757"))
