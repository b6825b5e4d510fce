"""A spin box beside other fields."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from makna.ui.theme.theme import apply_theme
from makna.ui.widgets.number_field import NumberField


def _first_ink(widget: QWidget, right: int) -> int:
    """The first column of the middle of a field that is not its ground."""
    picture = widget.grab().toImage()
    ground = picture.pixelColor(right, widget.height() // 2)
    rows = range(7, widget.height() - 7)
    return next(
        x
        for x in range(3, right)
        if any(abs(picture.pixelColor(x, y).lightness() - ground.lightness()) > 90 for y in rows)
    )


def test_its_number_begins_where_the_words_of_a_list_do(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    both = QWidget()
    qtbot.addWidget(both)
    number, words = NumberField(both), QComboBox(both)
    number.setValue(11)
    words.addItem("11")
    number.setGeometry(0, 0, 140, 30)
    words.setGeometry(0, 40, 140, 30)
    both.resize(160, 80)
    both.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    both.show()
    qtbot.waitExposed(both)
    assert abs(_first_ink(number, 80) - _first_ink(words, 80)) <= 1
