"""Icons are drawn in the theme's colours, crisp, and all of them can be drawn."""

from __future__ import annotations

import gc
import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from makna.paths import resources_dir
from makna.ui.theme.icons import icon
from makna.ui.theme.theme import Theme
from makna.ui.theme.tokens import DARK, LIGHT


def _middle(drawn: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> str:
    """The colour in the middle of a filled icon, where nothing is smoothed."""
    return drawn.pixmap(QSize(32, 32), 1.0, mode).toImage().pixelColor(16, 17).name()


ICONS = sorted(path.stem for path in (resources_dir() / "icons").glob("*.svg"))


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_is_a_24_px_drawing_in_one_changeable_colour(
    qapp: QApplication, name: str
) -> None:
    text = (resources_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in text
    assert 'stroke-width="1.6"' in text
    assert not re.search(r"#[0-9a-fA-F]{3}", text)
    image = icon(name, "#ff0000").pixmap(QSize(48, 48), 1.0).toImage()
    inked = [image.pixelColor(x, y) for x in range(48) for y in range(48)]
    covered = [pixel for pixel in inked if pixel.alpha() > 120]
    assert len(covered) > 20
    assert all(pixel.red() > 200 and pixel.green() < 60 for pixel in covered)


def test_an_icon_takes_the_new_colour_when_the_theme_changes(light: Theme) -> None:
    star = icon("star-filled", "accent")
    assert _middle(star) == LIGHT.accent
    light.put_on("dark", 10)
    assert _middle(star) == DARK.accent


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_icon_is_drawn_at_the_resolution_of_the_screen(qapp: QApplication, ratio: float) -> None:
    pixmap = icon("code").pixmap(QSize(16, 16), ratio)
    assert pixmap.size() == QSize(round(16 * ratio), round(16 * ratio))
    assert pixmap.devicePixelRatio() == ratio


def test_a_disabled_icon_is_faint(light: Theme) -> None:
    assert _middle(icon("star-filled", "ink"), QIcon.Mode.Disabled) == LIGHT.faint


def test_an_icon_outlives_the_python_object_it_was_made_from(qapp: QApplication) -> None:
    copies = [QIcon(icon("undo")) for _ in range(50)]
    gc.collect()
    assert all(not copy.pixmap(QSize(16, 16), 1.0).isNull() for copy in copies)


@pytest.mark.parametrize(("name", "color"), [("no-such", "ink"), ("undo", "no-such")])
def test_a_wrong_name_is_found_at_once(qapp: QApplication, name: str, color: str) -> None:
    with pytest.raises(KeyError):
        icon(name, color)
