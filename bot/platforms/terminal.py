"""The terminal: the platform of stories, whose letters are shown on the screen."""

from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

from bot.platforms.memory import Said
from language.wording import terminal as wording
from models.calendar import local


class Screen:
    """Prints what leaves the bot; pictures and files are put into a folder, and where is said."""

    def __init__(self, out: TextIO, folder: Path, people: Mapping[str, str], groups: Mapping[str, str]) -> None:
        self._out = out
        self._folder = folder
        self._people = people
        self._groups = groups

    def __call__(self, said: Said) -> None:
        """Show one parcel."""
        parcel = said.parcel
        to = self._groups.get(parcel.chat or "") or self._people.get(parcel.person or "", wording.SOMEBODY)
        text = "\n".join(part for part in (parcel.title, parcel.text) if part)
        if parcel.body is not None:
            path = self._folder / Path(parcel.name).name
            path.write_bytes(parcel.body)
            text = "\n".join(part for part in (text, wording.saved(parcel.kind, str(path))) if part)
        mentions = [self._people.get(each, each) for each in parcel.mentions]
        print(wording.said(f"{local(said.at):%m-%d %H:%M}", to, mentions, text), file=self._out)
