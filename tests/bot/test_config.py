"""Every mistake in config.toml is told at once, in Chinese, with its key, its line and what is allowed."""

import os
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from bot.config import Config, ConfigError, build_config, read_config

ROOT = Path(__file__).parents[2]


def mistakes(path: Path, text: str | bytes, environment: dict[str, str] | None = None) -> list[str]:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ConfigError) as told:
        read_config(path, environment or {})
    return told.value.mistakes


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def without_place(config: Config) -> Config:
    return replace(config, store_url="")


def test_the_shipped_file_is_what_holds_without_it() -> None:
    assert without_place(read_config(ROOT / "config.toml", {})) == without_place(build_config({}))


def test_the_shipped_file_names_every_key() -> None:
    from bot.config_form import ConfigForm

    text = (ROOT / "config.toml").read_text("utf-8")
    for section, field in ConfigForm.model_fields.items():
        assert f"[{section}" in text, section
        for key in field.annotation.model_fields:
            assert key in text, f"{section}.{key}"


def test_all_mistakes_come_at_once(file: Path) -> None:
    told = mistakes(
        file,
        """
[server]
prot = 9
port = "x"
[weekly]
approval = "maybe"
notice = 15
[weeky]
a = 1
[calendar.overrides]
"2027-02-30" = "休"
""",
    )
    assert told == [
        "server.port（第4行）：不能是 \"x\"；应为整数",
        "server.prot（第3行）：没有这个键；是不是 server.port？",
        "weekly.notice（第7行）：不能是 15；时间应写成 \"15:00\"",
        "weekly.approval（第6行）：不能是 \"maybe\"；可以写 \"silent\"、\"required\"、\"none\"",
        "calendar.overrides.2027-02-30（第11行）：不能是 \"2027-02-30\"；日期应写成 \"2027-02-14\"",
        "weeky（第8行）：没有这个键；是不是 weekly？",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[server]\nport = 1\nport = 2\n[x", "第3行：同一个键写了两次"),
        ("[server]\nport = 1\n[server]\n", "第3行：同一个小节写了两次"),
        ("[server]\nport =\n", "第2行：等号后面的值不对"),
        ("[server]\nport 8080\n", "第2行：键后面缺少等号"),
        ("[server\n", "第1行：小节名缺少右方括号"),
        ("[weekly]\nnotice = 15:00\n", "第2行：一行里多写了东西"),
        ("[server]\nhost = 'a", "第2行：引号没有配对"),
        ("[server]\n端口 = 1\n", "第2行：行首的字符不对"),
        ("[dingtalk]\ndownload_domains = ['a'\n", "第2行：方括号没有配对"),
        ("a\x00b = 1\n", "第1行"),
    ],
)
def test_syntax_is_told_with_its_line(file: Path, text: str, told: str) -> None:
    assert told in mistakes(file, text)[0]


def test_gbk_is_told_with_its_line(file: Path) -> None:
    (told,) = mistakes(file, "[server]\n# 中文\nport = 1\n".encode("gbk"))
    assert "第2行：不是 UTF-8 编码（可能是 GBK）" in told


def test_a_byte_order_mark_and_windows_line_ends_are_forgiven(file: Path) -> None:
    file.write_bytes("\ufeff[server]\r\nport = 9000\r\n".encode())
    assert read_config(file, {}).port == 9000


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="找不到配置文件"):
        read_config(tmp_path / "nothing.toml", {})
    with pytest.raises(ConfigError, match="打不开"):
        read_config(tmp_path, {})


def test_the_environment_lies_over_the_file_and_its_mistakes_name_the_variable(file: Path) -> None:
    file.write_text("[server]\nport = 1\n", "utf-8")
    assert read_config(file, {"SANSE__SERVER__PORT": "9000", "SANSE_TEST": "x"}).port == 9000
    told = mistakes(file, "", {"SANSE__SERVER__PORT": "99999", "SANSE__POLICY__SPEED": "1"})
    assert told == [
        "server.port（环境变量 SANSE__SERVER__PORT）：不能是 \"99999\"；应不大于 65535",
        "policy.speed（环境变量 SANSE__POLICY__SPEED）：没有这个键",
    ]  # fmt: skip


def test_secrets_are_refused_in_the_file_and_never_repeated(file: Path) -> None:
    told = mistakes(
        file, '[dingtalk]\nenabled = true\nclient_id = "k"\nclient_secret = "hush"\n[browser]\nenabled=false'
    )
    assert len(told) == 1
    assert told[0].startswith("dingtalk.client_secret（第4行）：密钥不要写在配置文件里")
    assert "hush" not in "".join(told)
    told = mistakes(file, '[store]\nurl = "mysql://root:hush@host/x"\n')
    assert "hush" not in "".join(told)


def test_a_secret_comes_from_its_file_or_the_environment(file: Path) -> None:
    text = '[dingtalk]\nenabled = true\nclient_id = "k"\nclient_secret_file = "key"\n[browser]\nenabled = false\n'
    told = mistakes(file, text)
    assert "打不开" in told[0]
    key = file.parent / "key"
    key.write_text(" \n")
    assert "是空的" in mistakes(file, text)[0]
    key.write_text("hush\n")
    os.chmod(key, 0o644)
    config = read_config(file, {})
    assert config.dingtalk is not None
    assert config.dingtalk.client_secret == "hush"
    assert "chmod 600" in config.warnings[0]
    assert "hush" not in repr(config)
    os.chmod(key, 0o600)
    assert read_config(file, {}).warnings == ()
    given = read_config(file, {"SANSE__DINGTALK__CLIENT_SECRET": "other"})
    assert given.dingtalk is not None
    assert given.dingtalk.client_secret == "other"
    assert "other" not in repr(given)


def test_what_does_not_fit_together_is_told() -> None:
    with pytest.raises(ConfigError) as told:
        build_config(
            {
                "dingtalk": {"enabled": True, "api": "http://example.com"},
                "weekly": {"publish": "11:00", "notice": "20:00"},
                "policy": {"yellow_months": 3},
                "calendar": {"years": {"2028": {"holidays": ["2028-02-01..2028-01-01"], "workdays": ["2027-01-02"]}}},
            }
        )
    keys = [mistake.partition("：")[0] for mistake in told.value.mistakes]
    assert keys == [
        "weekly.notice",
        "weekly.publish",
        "policy.yellow_months",
        "browser.enabled",
        "calendar.years.2028.holidays",
        "calendar.years.2028.workdays",
        "dingtalk.client_id",
        "dingtalk.client_secret",
        "dingtalk.api",
    ]


def test_a_year_that_is_written_down_is_known_as_a_whole() -> None:
    calendar = build_config(
        {
            "calendar": {
                "years": {"2031": {"holidays": ["2031-01-01..2031-01-03"], "workdays": ["2031-01-05"]}},
                "overrides": {"2031-06-02": "休"},
            }
        }
    ).office.calendar
    assert not calendar.is_workday(date(2031, 1, 2))
    assert calendar.is_workday(date(2031, 1, 5))  # a Sunday
    assert not calendar.is_workday(date(2031, 6, 2))
    assert calendar.is_workday(date(2031, 6, 3))
    assert not calendar.is_estimated(date(2031, 7, 1))
    assert calendar.is_estimated(date(2032, 7, 1))


def test_hours_come_down_as_times() -> None:
    settings = build_config({"weekly": {"cutoff": "12:00"}, "quiet": {"until": "9：00"}}).office
    assert settings.weekly.cutoff == time(12)
    assert settings.policy.quiet_until == time(9)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({}, ("09:30", "10:45", "11:30", "14:00")),
        ({"cutoff": "12:00"}, ("09:30", "10:45", "12:00", "14:00")),
        ({"cutoff": "15:00"}, ("09:30", "10:45", "15:00", "17:30")),
        ({"cutoff": "16:30"}, ("09:30", "10:45", "16:30", "17:30")),
        ({"cutoff": "10:30"}, ("09:30", "09:45", "10:30", "14:00")),
        ({"cutoff": "10:00"}, ("08:30", "09:15", "10:00", "14:00")),
        ({"cutoff": "15:00", "publish": "16:00"}, ("09:30", "10:45", "15:00", "16:00")),
    ],
)
def test_hours_that_nobody_wrote_move_with_the_cutoff(written: dict[str, str], expected: tuple[str, ...]) -> None:
    weekly = build_config({"weekly": written}).office.weekly
    hours = (weekly.first_call, weekly.count, weekly.cutoff, weekly.publish)
    assert tuple(f"{hour:%H:%M}" for hour in hours) == expected


def test_hours_that_somebody_wrote_are_never_moved() -> None:
    with pytest.raises(ConfigError, match=r"weekly\.publish：应晚于"):
        build_config({"weekly": {"cutoff": "15:00", "publish": "14:00"}})
