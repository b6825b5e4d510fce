"""Labels shorten, and say in a tooltip what is hidden."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from makna.ui.widgets.labels import (
    ElidedLabel,
    LinkButton,
    SectionLabel,
    ShorteningButton,
    chord,
)

Show = Callable[[QWidget], None]


def test_a_long_name_shortens_and_its_tooltip_has_all_of_it(show: Show) -> None:
    label = ElidedLabel("Peraturan wali kota tentang layanan aduan masyarakat")
    label.resize(120, 20)
    show(label)
    QApplication.processEvents()
    assert label.shown_text().endswith("…")
    assert label.toolTip() == label.text()
    label.resize(900, 20)
    label.repaint()
    assert label.shown_text() == label.text()
    assert label.toolTip() == ""


def test_an_elided_label_lets_its_pane_be_narrow() -> None:
    assert ElidedLabel("a very long name " * 20).minimumSizeHint().width() < 100


def test_a_heading_is_shown_in_capitals_and_read_as_written(show: Show) -> None:
    label = SectionLabel("Also coded")
    show(label)
    assert label.text() == "Also coded"
    assert label.font().capitalization() == QFont.Capitalization.AllUppercase


def test_keys_are_written_as_on_key_caps() -> None:
    assert chord("Ctrl+Shift+F") == "Ctrl ⇧ F"
    assert chord("Ctrl+Return") == "Ctrl ↵"


def test_a_link_is_reached_and_pressed_by_keys(qtbot: QtBot, show: Show) -> None:
    link = LinkButton("Show all 8")
    show(link)
    assert link.focusPolicy() & Qt.FocusPolicy.TabFocus
    with qtbot.waitSignal(link.clicked, timeout=100):
        qtbot.keyClick(link, Qt.Key.Key_Space)


def test_the_own_hint_of_a_button_stays_when_its_words_are_cut(show: Show) -> None:
    holder = QWidget()
    button = ShorteningButton("Ketua kelompok simpan pinjam", holder)
    button.setToolTip("Whose words these are")
    button.resize(80, 26)
    show(holder)
    button.grab()
    assert button.toolTip() == "Whose words these are"
    button.setToolTip("")
    button.grab()
    assert button.toolTip() == button.text()
