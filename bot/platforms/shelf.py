"""A folder for what people send: each content under a name of our own, nothing kept for ever, nothing without end."""

import asyncio
import re
import time
from pathlib import Path

MOST_BYTES = 512 << 20
LONGEST = 30 * 86400.0
_NAME = re.compile(r"[0-9a-f]{8,64}", re.ASCII)


class Shelf:
    """Files by our own hexadecimal names; the oldest go when there are too many."""

    def __init__(self, folder: Path, *, most_bytes: int = MOST_BYTES, longest: float = LONGEST) -> None:
        self._folder = folder
        self._most = most_bytes
        self._longest = longest

    async def put(self, name: str, body: bytes) -> None:
        """Put something away; raises OSError where the disk does not take it."""
        await asyncio.to_thread(self._put, self._path(name), body)

    async def get(self, name: str) -> bytes | None:
        """What was put away, while it is there."""
        return await asyncio.to_thread(self._get, self._path(name))

    async def has(self, name: str) -> bool:
        """Whether it is there; what is no name of ours never is."""
        return bool(_NAME.fullmatch(name)) and await asyncio.to_thread(self._path(name).is_file)

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise ValueError("not a name of ours")
        return self._folder / name

    def _put(self, path: Path, body: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._tidy(len(body))
        half = path.with_suffix(".half")
        half.touch(mode=0o600)
        half.write_bytes(body)
        half.replace(path)

    def _get(self, path: Path) -> bytes | None:
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None

    def _tidy(self, coming: int) -> None:
        """Make room: first what is too old, then the oldest."""
        files = sorted((path.stat().st_mtime, path.stat().st_size, path) for path in self._folder.iterdir())
        held, too_old = sum(size for _, size, _ in files) + coming, time.time() - self._longest
        for moment, size, path in files:
            if moment >= too_old and held <= self._most:
                return
            path.unlink(missing_ok=True)
            held -= size
