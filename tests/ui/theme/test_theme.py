"""A theme goes on at once, everywhere, and follows the system when asked to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
)
from pytestqt.qtbot import QtBot

from makna.ui.theme import fonts, theme
from makna.ui.theme.tokens import DARK, LIGHT, Tokens
from makna.ui.widgets.labels import SectionLabel


class Sampler(QMainWindow):
    """A little of everything that the style sheet speaks of."""

    def __init__(self) -> None:
        super().__init__()
        theme.mark(self, theme.tokens())
        inside = QFrame()
        theme.set_look(inside, "notice-warning")
        rows = QVBoxLayout(inside)
        for look in ("", "dim", "accent", "problem", "key"):
            label = QLabel("teks")
            theme.set_look(label, look)
            rows.addWidget(label)
        self.button = QPushButton("Ya")
        theme.set_look(self.button, "primary")
        ticked = QCheckBox("ya")
        ticked.setChecked(True)
        chosen = QComboBox()
        chosen.addItem("satu")
        for widget in (self.button, QPushButton("Tidak"), ticked, chosen, QLineEdit("kata")):
            rows.addWidget(widget)
        bold = QLineEdit("judul")
        rows.addWidget(bold)
        self.setCentralWidget(inside)
        bold.ensurePolished()
        bold.setFont(fonts.sized(fonts.Size.TITLE))


class Told(QObject):
    """Notes which of some events were sent to anybody."""

    def __init__(self, *types: QEvent.Type) -> None:
        super().__init__()
        self._types = types
        self.events: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in self._types:
            self.events.append(f"{type(watched).__name__}: {event.type().name}")
        return False


def test_the_theme_can_be_changed_while_windows_are_open(qtbot: QtBot, light: theme.Theme) -> None:
    label = QLabel("teks")
    qtbot.addWidget(label)
    label.show()
    with qtbot.waitSignal(light.changed):
        light.put_on("dark", fonts.DEFAULT_PT)
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


def test_the_style_sheet_has_no_gap_left_and_finds_its_pictures() -> None:
    sheet = theme.stylesheet(10)
    assert "$" not in sheet
    pictures = re.findall(r'url\("([^"]+)"\)', sheet)
    assert len(pictures) > 5
    assert all(Path(picture).is_file() for picture in pictures)


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_the_palette_has_every_colour_of_the_style_sheet(colors: Tokens) -> None:
    roles = theme.palette(colors)
    for name, role in theme.SHEET_ROLES.items():
        if name != "accent_hover":
            key = "".join(part.capitalize() for part in role.split("-")).replace(
                "Tooltip", "ToolTip"
            )
            assert roles.color(QPalette.ColorRole[key]) == QColor(getattr(colors, name)), name


def test_a_changed_theme_looks_like_one_that_was_there_from_the_start(
    qtbot: QtBot, light: theme.Theme
) -> None:
    changed = Sampler()
    qtbot.addWidget(changed)
    changed.show()
    light.put_on("dark", fonts.DEFAULT_PT)
    light.dressing.slices.finish()
    fresh = Sampler()
    qtbot.addWidget(fresh)
    fresh.show()
    assert changed.grab().toImage() == fresh.grab().toImage()


def test_a_change_of_theme_leaves_styles_and_layouts_alone(
    qtbot: QtBot, light: theme.Theme
) -> None:
    window = Sampler()
    qtbot.addWidget(window)
    window.show()
    QApplication.processEvents()
    told = Told(QEvent.Type.StyleChange)
    QApplication.instance().installEventFilter(told)  # type: ignore[union-attr]
    try:
        light.put_on("dark", fonts.DEFAULT_PT)
        QApplication.processEvents()
    finally:
        QApplication.instance().removeEventFilter(told)  # type: ignore[union-attr]
    assert not told.events


def test_what_is_out_of_sight_is_dressed_between_events(qtbot: QtBot, light: theme.Theme) -> None:
    window = Sampler()
    qtbot.addWidget(window)
    window.show()
    window.button.hide()
    light.put_on("dark", fonts.DEFAULT_PT)
    role = QPalette.ColorRole.ButtonText
    assert window.button.palette().color(role) != QColor(DARK.on_accent)
    qtbot.waitUntil(lambda: not light.dressing.slices.busy)
    assert window.button.palette().color(role) == QColor(DARK.on_accent)


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
