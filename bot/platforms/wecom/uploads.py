"""What may be uploaded, and the ids under which it was: good for three days, and only where it went."""

import hashlib
import time
from collections import OrderedDict

from bot.platforms.wecom.errors import Trouble, WeComError

LARGEST_PICTURE = 2 << 20  # newer pages say 10 MB, older ones and the webhook 2 MB
LARGEST_FILE = 20 << 20
SMALLEST = 5
LONGEST_NAME = 200  # bytes; the platform says 256
LIFE = 2.5 * 86400
MOST = 500
_PICTURES = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}


class Remembered:
    """Media ids by content."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, tuple[str, float]] = OrderedDict()

    @staticmethod
    def key(kind: str, name: str, body: bytes, where: str = "") -> str:
        """The same for the same content under the same name in the same place."""
        return f"{where}/{kind}/{name}/{hashlib.sha256(body).hexdigest()}"

    def get(self, key: str) -> str | None:
        """The id of what was uploaded before, while it is good."""
        media, until = self._known.get(key, ("", 0.0))
        return media if time.monotonic() < until else None

    def put(self, key: str, media: str) -> None:
        """Remember an upload."""
        self._known[key] = (media, time.monotonic() + LIFE)
        while len(self._known) > MOST:
            self._known.popitem(last=False)

    def drop(self, media: str) -> None:
        """Forget an id that the platform does not know any more."""
        self._known = OrderedDict((key, value) for key, value in self._known.items() if value[0] != media)


def checked_picture(body: bytes) -> str:
    """The file name of a picture that can be sent; raises WeComError for any other."""
    ending = next((ending for start, ending in _PICTURES.items() if body.startswith(start)), None)
    if ending is None or not SMALLEST <= len(body) <= LARGEST_PICTURE:
        raise WeComError(Trouble.MEDIA, "image")
    return f"image.{ending}"


def checked_file(body: bytes, name: str) -> str:
    """The name of a file as people will see it; no folders, no quotes, no line breaks; raises WeComError."""
    if not SMALLEST <= len(body) <= LARGEST_FILE:
        raise WeComError(Trouble.MEDIA, "file")
    base = name.replace("\\", "/").rpartition("/")[2]
    clean = "".join(letter for letter in base if letter.isprintable() and letter not in '"<>|*?:').strip()
    stem, dot, ending = clean.rpartition(".")
    if not dot or not stem or not ending:
        raise WeComError(Trouble.MEDIA, "file")
    room = LONGEST_NAME - len(ending.encode("utf-8", "replace")) - 1
    return f"{stem.encode('utf-8', 'replace')[:room].decode('utf-8', 'ignore')}.{ending}"
