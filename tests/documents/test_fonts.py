"""Which type is chosen on which machine."""

from pathlib import Path

import pytest
import typst

from documents import fonts
from documents.canvas import Canvas
from documents.color_chart import Board, draw_color_chart
from documents.fonts import find_fonts


def pretend_installed(monkeypatch: pytest.MonkeyPatch, *families: str) -> None:
    """Let the system have exactly these faces; folders are read as they are."""
    real = typst.Fonts

    class Pretended:
        def __init__(self, include_system_fonts: bool = True, **options: object) -> None:
            self._system = include_system_fonts
            self._real = real(include_system_fonts=False, **options)

        def families(self) -> list[str]:
            return [*(families if self._system else ()), *self._real.families()]

    monkeypatch.setattr(typst, "Fonts", Pretended)


def test_the_systems_full_face_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_installed(monkeypatch, "DejaVu Sans", "WenQuanYi Micro Hei", "Source Han Sans SC", "Noto Sans CJK SC")
    choice = find_fonts()
    assert choice.families[0] == "Noto Sans CJK SC"
    assert "Noto Sans SC" in choice.families[1:]  # for what the first one lacks
    assert choice.use_system
    assert choice.note == ""


def test_the_bundled_face_is_better_than_a_poor_one_and_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_installed(monkeypatch, "DejaVu Sans", "WenQuanYi Micro Hei")
    choice = find_fonts()
    assert choice.families == ("Noto Sans SC", "Noto Sans JP")
    assert "Noto Sans SC" in choice.note


def test_a_poor_face_is_better_than_none(monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_installed(monkeypatch, "DejaVu Sans", "WenQuanYi Zen Hei")
    monkeypatch.setattr(fonts, "BUNDLED_PACKAGE", "no_such_package")
    choice = find_fonts()
    assert choice.families == ("WenQuanYi Zen Hei",)
    assert "WenQuanYi Zen Hei" in choice.note


def test_without_any_chinese_face_the_office_is_warned(monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_installed(monkeypatch, "DejaVu Sans")
    monkeypatch.setattr(fonts, "BUNDLED_PACKAGE", "no_such_package")
    assert "方框" in find_fonts().note


def test_the_offices_own_folder_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_installed(monkeypatch, "Noto Sans CJK SC")
    own = fonts._bundled()["Noto Sans JP"]
    choice = find_fonts(own)
    assert choice.families[0] == "Noto Sans JP"
    assert own in choice.folders


@pytest.mark.parametrize("make", [lambda path: path, lambda path: path / "absent"])
def test_a_folder_without_faces_is_told(make, tmp_path: Path) -> None:
    choice = find_fonts(make(tmp_path))
    assert str(tmp_path) in choice.note
    assert choice.families


def test_the_choice_made_here_draws_chinese() -> None:
    from datetime import date

    (page,) = draw_color_chart(Board("三色图", date(2026, 6, 12), "2026年第24周", ()), Canvas(find_fonts()))
    bare = Canvas(fonts.FontChoice(("DejaVu Sans",), (), False))
    (boxes,) = draw_color_chart(Board("三色图", date(2026, 6, 12), "2026年第24周", ()), bare)
    assert page.png != boxes.png
