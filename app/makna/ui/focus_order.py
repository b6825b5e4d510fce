"""The order in which Tab goes through a window: as one reads it, whenever its parts were made.

Qt's own chain is the order of making, and walking it from Python is not safe: PySide 6.11 takes
what `nextInFocusChain` answers for its own, and deletes parts of Qt's views later.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)

WHOLE = (QAbstractScrollArea, QAbstractSpinBox, QComboBox, QLineEdit, QTabBar)
"""Widgets that are one stop, whatever they are made of."""
MARGIN_PX = 24
"""What stays in sight around a stop of a scrolling page."""


def move_focus(window: QWidget, forward: bool) -> bool:
    """Put the focus on the next stop, or the one before; round at the ends. False: none."""
    now = QApplication.focusWidget()
    if now is not None and not (now.isVisible() and now.isEnabled()):
        return _hand_on(window, now)
    found = list(stops(window, now))
    if not found:
        return False
    target = found[_next(found, now, forward)]
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    target.setFocus(reason)
    _show(target)
    return True


def _hand_on(window: QWidget, gone: QWidget) -> bool:
    """What was hidden or disabled under the keys: its pane says what they go to, or the next stop.

    Qt would go on to whatever Tab comes to, and the next Enter press a stranger.
    """
    pane = gone.parentWidget()
    while pane is not None:
        heir = pane.focusProxy()
        if heir is not None and heir.isVisible() and heir.isEnabled() and heir is not gone:
            heir.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        pane = pane.parentWidget() if pane is not window else None
    found = list(stops(window, gone))
    if found:
        found[_next(found, gone, forward=True)].setFocus(Qt.FocusReason.OtherFocusReason)
    return bool(found)


def stops(root: QWidget, now: QWidget | None = None) -> Iterator[QWidget]:
    """What Tab comes to below `root`: row by row, and in a row from left to right.

    `now` is where it starts, which only a click may have come to.
    """
    shown = [
        child
        for child in root.children()
        if isinstance(child, QWidget) and _is_there(child, now) and not child.isWindow()
    ]
    for child in _as_read(shown):
        inside = stops(child, now) if _is_made_of_stops(child) else iter(())
        first = next(inside, None)
        # A page that scrolls is one itself only where nothing in it brings the keys there.
        if child is now or (_takes_focus(child) and not (first and isinstance(child, QScrollArea))):
            yield child
        if first is not None:
            yield first
            yield from inside


def _is_made_of_stops(child: QWidget) -> bool:
    return isinstance(child, QScrollArea) or not isinstance(child, WHOLE)


def _is_there(child: QWidget, now: QWidget | None) -> bool:
    return child.isVisible() or child is now


def _takes_focus(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    return bool(by_tab) and widget.isEnabled() and not _by_arrows(widget)


def _by_arrows(widget: QWidget) -> bool:
    """Of buttons of which one is chosen, Tab comes to the chosen one; arrows go to the others."""
    if not isinstance(widget, QAbstractButton) or not widget.isCheckable() or widget.isChecked():
        return False
    group = widget.group()
    return group is not None and group.exclusive() and group.checkedButton() is not None


def _as_read(widgets: Sequence[QWidget]) -> Iterator[QWidget]:
    """Sort siblings into rows: one whose middle lies beside the first of a row belongs to it."""
    row: list[QWidget] = []
    for widget in sorted(widgets, key=lambda each: (each.y(), each.x())):
        if row and widget.geometry().center().y() > row[0].geometry().bottom():
            yield from sorted(row, key=lambda each: each.x())
            row = []
        row.append(widget)
    yield from sorted(row, key=lambda each: each.x())


def _next(found: Sequence[QWidget], current: QWidget | None, forward: bool) -> int:
    """The place after that of `current`, or of the stop that it is a part of."""
    step = 1 if forward else -1
    while current is not None and current not in found:
        current = current.parentWidget()
    if current is None:
        return 0 if forward else len(found) - 1
    return (found.index(current) + step) % len(found)


def _show(stop: QWidget) -> None:
    area = stop.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(stop, 0, MARGIN_PX)
        area = area.parentWidget()
