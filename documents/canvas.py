"""The brush that pictures share: a template and data in, small PNG pages out."""

import json
import re
import threading
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from documents.fonts import FontChoice, find_fonts

if TYPE_CHECKING:
    import typst
    from PIL import Image  # both are loaded when something is drawn

TEMPLATES = Path(__file__).parent / "templates"
PPI = 72  # one point is one pixel, so that templates speak in pixels
COLORS, CANDIDATES = 64, 600
USUAL_COLORS = 1 << 14
NEAR = 20  # colours closer than this, channels summed, share one place in the palette
ZERO_WIDTH_SPACE = "\u200b"
# Between ideographs a line may always break; inside a run of anything else (a link, a row of dashes) it may not.
LONG_RUN = re.compile(r"[^\s\u3400-\u9fff\U00020000-\U0003ffff]{8}")
PICTOGRAPHS = range(0x1F000, 0x20000)


@dataclass(frozen=True, slots=True)
class Page:
    """One picture, ready to be sent."""

    name: str
    png: bytes
    width: int
    height: int


class Canvas:
    """A typesetter with its type loaded; one drawing at a time, from any thread."""

    def __init__(self, fonts: FontChoice) -> None:
        """Load nothing yet: type costs 100 MB and a fifth of a second, which only a picture should pay."""
        self.fonts = fonts
        self._lock = threading.Lock()
        self._compiler: typst.Compiler | None = None

    def draw(self, template: str, data: dict[str, Any]) -> list[tuple[bytes, int, int]]:
        """Fill a template with data; each page as PNG bytes, width and height."""
        made = self._compiled(template, data, "png")
        pages: Iterable[bytes] = made if isinstance(made, list) else [made or b""]
        return [_shrink(page) for page in pages]

    def pdf(self, template: str, data: dict[str, Any]) -> bytes:
        """Fill a template with data; all pages as one PDF."""
        made = self._compiled(template, data, "pdf")
        return made if isinstance(made, bytes) else b""

    def _compiled(self, template: str, data: dict[str, Any], form: Literal["png", "pdf"]) -> list[bytes] | bytes | None:
        # Data travels as one JSON string: what people wrote can never become markup.
        inputs = {"data": json.dumps(data, ensure_ascii=False), "fonts": json.dumps(self.fonts.families)}
        with self._lock:
            return self._ready().compile(TEMPLATES / template, format=form, ppi=PPI, sys_inputs=inputs)

    def _ready(self) -> "typst.Compiler":
        """The typesetter, made at the first picture and kept."""
        import typst

        if self._compiler is None:
            self._compiler = typst.Compiler(root=TEMPLATES, font_paths=self.fonts.load(), ignore_system_fonts=True)
        return self._compiler


@lru_cache(maxsize=1)
def default_canvas() -> Canvas:
    """The canvas of an office that configured no type of its own."""
    return Canvas(find_fonts())


def printable(text: str, most: int = 400) -> str:
    """Text as a picture can show it: no controls, stacked marks or pictographs, endless words cut, at most `most`."""
    kept = "".join(char for char in unicodedata.normalize("NFC", text) if _drawable(char))
    tidy = " ".join(kept.split())
    if len(tidy) > most:
        tidy = tidy[: most - 1].rstrip() + "…"
    return LONG_RUN.sub(rf"\g<0>{ZERO_WIDTH_SPACE}", tidy)


def _drawable(char: str) -> bool:
    """Whether a character has a shape of its own in a text face; blanks count."""
    if char.isspace():
        return True
    return unicodedata.category(char)[0] not in "CM" and ord(char) not in PICTOGRAPHS


def _shrink(png: bytes) -> tuple[bytes, int, int]:
    """The same picture in a palette: a quarter of the bytes, no visible difference."""
    from PIL import Image

    image = Image.open(BytesIO(png)).convert("RGB")
    small = image.quantize(palette=_palette(image), dither=Image.Dither.NONE)
    out = BytesIO()
    small.save(out, "PNG")
    return out.getvalue(), image.width, image.height


def _palette(image: "Image.Image") -> "Image.Image":
    """The colours a picture uses most, none almost like another: flat areas stay exactly as they were painted."""
    from PIL import Image

    # The table to count in is made first: one for all the colours there are takes 200 MB and a tenth of a second.
    counted: list[tuple[int, Any]] = image.getcolors(USUAL_COLORS) or image.getcolors(1 << 24) or []
    chosen: list[tuple[int, int, int]] = []
    for _, color in sorted(counted, reverse=True)[:CANDIDATES]:
        if all(sum(abs(one - other) for one, other in zip(color, known, strict=True)) > NEAR for known in chosen):
            chosen.append(color)
            if len(chosen) == COLORS:
                break
    palette = Image.new("P", (1, 1))
    palette.putpalette([channel for color in chosen for channel in color])
    return palette
