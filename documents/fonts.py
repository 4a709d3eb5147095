"""Which type draws Chinese: the office's own, the system's, else the open one that comes with the installation."""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typst  # loaded when something is drawn: it takes its share of every start, and of the memory

# Full Chinese faces with real weights; anything less is worse than the face we bring along.
GOOD_FAMILIES = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Noto Sans SC",
    "HarmonyOS Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
)
# Readable, but one weight or few characters: only where nothing else is there.
POOR_FAMILIES = ("WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "SimHei", "Droid Sans Fallback")
BUNDLED_PACKAGE = "justmytype_intl_cjk"
# The Japanese face is only asked for what the first one lacks (𠮷 and other name characters).
BUNDLED_FAMILIES = {"Noto Sans SC": "notosanssc", "Noto Sans JP": "notosansjp"}


@dataclass(frozen=True, slots=True)
class FontChoice:
    """Families in the order in which a character is looked for, where they lie, and what the office should know."""

    families: tuple[str, ...]
    folders: tuple[Path, ...] = ()
    use_system: bool = False
    note: str = ""

    def load(self) -> "typst.Fonts":
        """The faces, as the typesetter takes them."""
        import typst

        return typst.Fonts(self.use_system, include_embedded_fonts=False, font_paths=list(self.folders))


def find_fonts(extra: Path | None = None) -> FontChoice:
    """The best Chinese type to be had here; `extra` is a folder of the office's own."""
    import typst

    bundled = _bundled()
    own = _families_in(extra) if extra else ()
    if extra and own:
        return FontChoice((*own, *bundled), (extra, *bundled.values()))
    refused = f"字体目录 {extra} 里没有可用的字体；" if extra else ""
    installed = frozenset(typst.Fonts(include_embedded_fonts=False).families())
    if good := [family for family in GOOD_FAMILIES if family in installed]:
        return FontChoice((good[0], *_without(bundled, good[0])), tuple(bundled.values()), True, refused)
    if bundled:
        note = refused + "系统里没有合适的中文字体，图片用随程序安装的 Noto Sans SC。"
        return FontChoice(tuple(bundled), tuple(bundled.values()), note=note)
    poor = tuple(family for family in POOR_FAMILIES if family in installed)
    note = f"只找到字形较少的 {poor[0]}" if poor else "没有找到中文字体，图片里的汉字会显示为方框"
    return FontChoice(poor or tuple(sorted(installed)), (), True, f"{refused}{note}，请安装 Noto Sans CJK SC。")


def _bundled() -> dict[str, Path]:
    """Family → folder of the faces that were installed with us."""
    try:
        root = Path(str(files(BUNDLED_PACKAGE))) / "fonts" / "ofl"
    except ModuleNotFoundError:
        return {}
    return {family: root / name for family, name in BUNDLED_FAMILIES.items() if (root / name).is_dir()}


def _families_in(folder: Path) -> tuple[str, ...]:
    """What lies in a folder, faces made for Chinese first."""
    import typst

    if not folder.is_dir():
        return ()
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    known = (*GOOD_FAMILIES, *POOR_FAMILIES)
    return tuple(sorted(fonts.families(), key=lambda name: (known.index(name) if name in known else len(known), name)))


def _without(families: dict[str, Path], taken: str) -> list[str]:
    """The families other than the one already taken."""
    return [family for family in families if family != taken]
