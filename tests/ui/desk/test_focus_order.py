"""Tab goes through the parts of a window as they are read."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from makna.ui.desk.focus_order import order_focus


def _chain(window: QWidget) -> list[str]:
    names, widget = [], window.nextInFocusChain()
    while widget is not window:
        if isinstance(widget, QLineEdit):
            names.append(widget.objectName())
        widget = widget.nextInFocusChain()
    return names


def test_what_was_made_last_is_reached_where_it_is_shown(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    left, right, middle = QWidget(), QWidget(), QWidget()
    for part in (left, middle, right):
        row.addWidget(part)
    for name, part in (("r1", right), ("l1", left), ("r2", right), ("m1", middle), ("l2", left)):
        QLineEdit(part).setObjectName(name)

    order_focus(window, (left, middle, right))

    assert _chain(window) == ["l1", "l2", "m1", "r1", "r2"]


def test_a_column_is_gone_through_from_above_to_below(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    for name, y in (("kind", 0), ("memo", 80), ("date", 40)):
        field = QLineEdit(window)
        field.setObjectName(name)
        field.setGeometry(0, y, 100, 24)

    order_focus(window, [window], [window])

    assert _chain(window) == ["kind", "date", "memo"]
