"""The word `simulate`: plays a story and prints what leaves the bot, and at the end what it knows."""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any, TextIO

from bot.log import quiet
from bot.platforms.memory import Said
from bot.stage import Stage, open_stage
from bot.story import (
    DownLine,
    FaultLine,
    MeetingLine,
    MessageLine,
    RestartLine,
    Step,
    Story,
    StoryError,
    UntilLine,
    UpLine,
    read_story,
)
from models.registry import Registry
from models.vocabulary import LetterKind

BROKEN = 2
WORDLESS = (LetterKind.RECALL, LetterKind.READERS)
"""What is asked of the platform shows nobody anything."""


def run(path: Path, out: TextIO = sys.stdout, errors: TextIO = sys.stderr) -> int:
    """Play a story; the exit status is 2 where it cannot be played."""
    try:
        story = read_story(path)
    except StoryError as error:
        print(error, file=errors)
        return BROKEN
    with quiet():
        asyncio.run(play(story, out))
    return 0


async def play(story: Story, out: TextIO) -> None:
    """Play a story that has been read, from beginning to end."""

    def tell(said: Said) -> None:
        if said.parcel.kind in WORDLESS:
            return
        print(_json(line_of(said, story.registry)), file=out)

    async with open_stage(story.registry, story.groups, story.config.office, story.start, tell) as stage:
        for step in story.steps:
            await stage.advance(step.at)
            await _do(step, stage)
        await stage.settle()
        print(_json({"state": await stage.state()}), file=out)


def line_of(said: Said, registry: Registry) -> dict[str, Any]:
    """What left the bot, as the contract writes it."""
    parcel = said.parcel
    known = parcel.person if parcel.person in registry.people else None
    line: dict[str, Any] = {
        "at": said.at.isoformat(),
        "to": {"group": parcel.chat} if parcel.chat else {"person": known},
        "kind": parcel.kind.value,
        "why": parcel.why.value,
    }
    if parcel.text:
        line["text"] = parcel.text
    if parcel.body is not None:
        line |= {"name": parcel.name, "bytes": len(parcel.body)}
    if parcel.mentions:
        line["mentions"] = list(parcel.mentions)
    if parcel.reply_to:
        line["reply_to"] = parcel.reply_to
    return line | ({"outcome": "unknown"} if said.uncertain else {})


async def _do(step: Step, stage: Stage) -> None:
    """One line of the story."""
    match step.line:
        case MessageLine() as line:
            await stage.say(
                line.text,
                sender=line.sender,
                group=line.group,
                name=step.name,
                quote=line.quote,
                attachments=line.pieces(),
            )
        case MeetingLine(meeting=meeting):
            await stage.meet(meeting.kind, meeting.ended)
        case RestartLine():
            await stage.restart()
        case DownLine():
            await stage.down()
        case UpLine():
            await stage.up()
        case FaultLine(platform=platform):
            stage.platform.fail(platform.fail, platform.times)
        case UntilLine():
            pass


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False)
