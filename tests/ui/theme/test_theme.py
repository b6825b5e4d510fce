"""A theme goes on at once, everywhere, and follows the system when asked to."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from makna.paths import resources_dir
from makna.ui.theme import fonts, theme
from makna.ui.theme.tokens import DARK, LIGHT, Tokens
from makna.ui.widgets.labels import SectionLabel


def test_the_theme_can_be_changed_while_windows_are_open(qtbot: QtBot, light: theme.Theme) -> None:
    label = QLabel("teks")
    qtbot.addWidget(label)
    with qtbot.waitSignal(light.changed):
        light.put_on("dark", 10)
    assert theme.tokens() is DARK
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.ink)


def test_one_application_has_one_theme(qapp: QApplication, light: theme.Theme) -> None:
    assert theme.apply_theme(qapp, "dark") is light
    assert theme.current_theme() is light


def test_following_the_system_changes_with_it(
    light: theme.Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    hints = QApplication.styleHints()
    light.put_on("system", 10)
    hints.setColorScheme(Qt.ColorScheme.Dark)
    light._follow_system()
    expected = DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
    assert light.tokens is expected


def test_a_chosen_theme_does_not_follow_the_system(light: theme.Theme) -> None:
    light.put_on("dark", 10)
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert light.tokens is DARK


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_has_no_gap_left_and_finds_its_pictures(colors: Tokens) -> None:
    sheet = theme.stylesheet(colors, 10)
    assert "$" not in sheet
    assert colors.accent in sheet
    pictures = re.findall(r'url\("([^"]+)"\)', sheet)
    assert pictures
    for picture in pictures:
        name = picture.rsplit("/", 1)[1]
        text = (resources_dir() / "themes" / colors.name / name).read_text(encoding="utf-8")
        assert colors.dim in text or colors.on_accent in text


def test_qt_understands_the_whole_style_sheet(qtbot: QtBot, light: theme.Theme) -> None:
    # Qt says "Could not parse" or "Unknown property" as a warning, and warnings fail the test.
    button = QPushButton("Ya")
    qtbot.addWidget(button)
    theme.set_look(button, "primary")
    shown = button.grab().toImage().pixelColor(button.width() // 2, 4)
    assert shown == QColor(LIGHT.accent)


def test_the_font_size_is_adjustable_within_reason(qtbot: QtBot, light: theme.Theme) -> None:
    section = SectionLabel("Kode")
    qtbot.addWidget(section)
    section.ensurePolished()
    before = section.font().pointSizeF()
    light.put_on("light", 14)
    assert QApplication.font().pointSizeF() == 14
    assert section.font().pointSizeF() > before
    light.put_on("light", 400)
    assert QApplication.font().pointSizeF() == fonts.LARGEST_PT


def test_the_interface_family_is_one_that_is_installed(qapp: QApplication) -> None:
    family = fonts.interface_family()
    if "Inter" in QFontDatabase.families():
        assert family == "Inter"
    else:
        assert fonts.interface_font().family() == family


def test_figures_line_up(qapp: QApplication) -> None:
    from PySide6.QtGui import QFontMetrics

    font = fonts.figures(fonts.interface_font(12))
    metrics = QFontMetrics(font)
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8888")
