"""Words fit DingTalk's limits without losing a character, and mentions reach only those who are meant."""

import json

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.platforms.base import Parcel
from bot.platforms.dingtalk.route import steps_of
from bot.platforms.dingtalk.texts import (
    LARGEST,
    groups_of,
    markdown,
    mentioning,
    parts_of,
    robot_message,
    title_of,
    webhook_body,
    weight,
)
from models.vocabulary import LetterKind

WORDS = st.text(st.characters(codec="utf-8"), max_size=400)


@settings(deadline=None)
@given(WORDS, st.integers(40, 300))
@example("桥" * 300, 40)
@example("一行\n" * 100, 50)
@example('"\\\n' * 100, 44)
def test_parts_fit_and_hold_everything(text: str, limit: int):
    parts = parts_of(text, limit)
    assert all(weight(part) <= limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_cuts_lie_at_line_borders_where_they_can():
    lines = [f"{number}. 北站路环评已批复" for number in range(40)]
    parts = parts_of("\n".join(lines), 300)
    assert [line for part in parts for line in part.split("\n")] == lines


@settings(deadline=None, max_examples=30)
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=60).filter(str.strip), st.integers(1, 60))
def test_every_message_of_a_long_letter_is_within_the_limit(line: str, people: int):
    mentions = tuple(f"user{number:04}-with-a-long-id" for number in range(people))
    text = "\n".join([line] * 700)
    for kind in (LetterKind.TEXT, LetterKind.MARKDOWN):
        for step in steps_of(Parcel("k", kind, text, chat="c", mentions=mentions)):
            if step.kind is LetterKind.FILE:
                assert step.text == text
                continue
            assert len(robot_message(kind, "", step.text)[1].encode()) <= LARGEST
            body = webhook_body(kind, "", step.text, step.mentions, "u")
            assert len(json.dumps(body, ensure_ascii=False).encode()) <= LARGEST


def test_markdown_newlines():
    assert markdown("# 题\n- 一\n- 二\n\n段") == "# 题  \n- 一  \n- 二\n\n段"


def test_title_is_never_empty():
    assert title_of("周报", "x") == "周报"
    assert title_of("", "\n## **三色图**\n正文") == "三色图"
    assert title_of(" ", "**") == "消息"


def test_mentions_are_written_once_each():
    assert mentioning("请报送 @0123", ["0123", "012"]) == "@012\n请报送 @0123"
    assert mentioning("@0123 请报送", ["0123"]) == "@0123 请报送"
    assert groups_of([]) == [()]
    assert groups_of([str(n) for n in range(51)] + ["0"]) == [tuple(str(n) for n in range(50)), ("50",)]


def test_nobody_else_is_mentioned_whatever_a_text_says():
    body = webhook_body(LetterKind.TEXT, "", "@all @所有人 @13800000000 <@0456>", ("0123",), "u")
    assert body["at"] == {"atUserIds": ["0123"], "atMobiles": [], "isAtAll": False}
