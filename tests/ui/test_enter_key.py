"""Enter on a button presses that button and nothing around it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from makna.ui.enter_key import EnterPresses
from makna.ui.main_window import MainWindow


@pytest.mark.parametrize("kind", [QPushButton, QToolButton])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_button_outside_a_dialog(
    qtbot: QtBot, kind: type[QPushButton | QToolButton], key: Qt.Key
) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    button = kind(form)
    QVBoxLayout(form).addWidget(button)
    EnterPresses(form)
    form.show()
    qtbot.waitExposed(form)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    QTest.keyClick(button, key)
    assert pressed == [True]


def test_the_menu_of_a_button_opens(qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    button, menu = QPushButton(form), QMenu(form)
    menu.addAction("Speaker")
    button.setMenu(menu)
    QVBoxLayout(form).addWidget(button)
    EnterPresses(form)
    form.show()
    qtbot.waitExposed(form)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    shown: list[bool] = []
    menu.aboutToShow.connect(lambda: shown.append(True))
    QTimer.singleShot(100, menu.close)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert shown == [True]


def test_a_tick_leaves_enter_to_its_form(qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    tick = QCheckBox("Numbered", form)
    QVBoxLayout(form).addWidget(tick)
    EnterPresses(form)
    form.show()
    qtbot.waitExposed(form)
    tick.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(tick, Qt.Key.Key_Return)
    assert not tick.isChecked()


def test_enter_on_cancel_makes_no_project(qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    form = window.start.form
    form.ask(tmp_path)
    form.name.setText("Thesis")
    form.coder.setText("Ani")
    form.cancel_button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(form.cancel_button.hasFocus)
    QTest.keyClick(form.cancel_button, Qt.Key.Key_Return)
    assert window.desk is None
    assert not form.isVisible()
