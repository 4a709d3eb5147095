"""Answers by number of which something could not be read: silence would look like a yes."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.turn import Turn
from language.report.numbered import OPENS, left_unread
from language.understanding import PromptItem, Report
from language.wording import ask as wording
from language.wording import common
from models.mailbox import Reply, last_prompt


async def with_word(
    turn: Turn, replies: Sequence[Reply], reports: Sequence[Report] = (), told: Sequence[str] = ()
) -> tuple[Reply, ...]:
    """The answer to a report and, where it left out an item that was answered by its number, that it did."""
    names = await _names(turn, [*reports, *(Report(each) for each in told)])
    if not names:
        return tuple(replies)
    said = wording.left_unread(names)
    if not replies:
        return (Reply(said),)
    return (replace(replies[0], text=f"{replies[0].text}\n{said}"), *replies[1:])


async def _names(turn: Turn, reports: Sequence[Report]) -> list[str]:
    """The items by number and name of which nothing was read; only in private, where the list was given."""
    if turn.person is None or turn.chat.is_group or not OPENS.match(turn.plain):
        return []
    items = [
        PromptItem(each["number"], each["project"], each.get("node"))
        for each in await last_prompt(turn.person, turn.now)
    ]
    if {report.project for report in reports} - {item.project for item in items}:
        return []  # what is told of others is no answer to the list
    registry = turn.lexicon.registry
    return [
        f"第{item.number}项（{common.subject(registry, item.project, item.node)}）"
        for item in left_unread(turn.plain, items, reports)
    ]
