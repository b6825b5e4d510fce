"""A field that narrows a list while one types."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QToolButton, QTreeView, QWidget

from makna.ui.theme.icons import icon


class FilterBox(QLineEdit):
    """Emits `filtered` shortly after typing stops; Esc or the cross clears at once."""

    filtered = Signal(str)
    """The trimmed text; only when it differs from the last time."""
    down_pressed = Signal()
    """Down was pressed: move the focus into the list."""
    entered = Signal()
    """Enter was pressed on some words: go to the first row that fits."""

    def __init__(
        self, placeholder: str = "", parent: QWidget | None = None, *, delay_ms: int = 150
    ) -> None:
        super().__init__(parent)
        self._said = ""
        self._view: QAbstractItemView | None = None
        self._timer = QTimer(self, singleShot=True, interval=delay_ms)
        self._timer.timeout.connect(self._say)
        self._clear = QAction(icon("close"), "", self)
        self._clear.triggered.connect(self.clear)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self.textChanged.connect(self._changed)
        self.set_placeholder(placeholder)
        self._name_cross()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name_cross()
        super().changeEvent(event)

    def _name_cross(self) -> None:
        self._clear.setText(self.tr("Clear"))
        for cross in self.findChildren(QToolButton):
            cross.setAccessibleName(self._clear.text())

    def set_placeholder(self, text: str) -> None:
        """The dim words of the empty field, which are also its accessible name."""
        self.setPlaceholderText(text)
        self.setAccessibleName(text)

    def serve(self, view: QAbstractItemView) -> None:
        """Belong to this list: Up from its first row comes back here, Esc in it clears."""
        self._view = view
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._view and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress and not event.modifiers()
            return pressed and self._takes(event.key())
        return super().eventFilter(watched, event)

    def _takes(self, key: int) -> bool:
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
            return True
        if key == Qt.Key.Key_Up and self._view is not None and _is_at_top(self._view):
            self.setFocus(Qt.FocusReason.BacktabFocusReason)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key == Qt.Key.Key_Down:
            self._say()
            self.down_pressed.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._say()
            if self._said:
                self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        if text:
            self._timer.start()
        else:
            self._say()

    def _say(self) -> None:
        self._timer.stop()
        text = self.text().strip()
        if text != self._said:
            self._said = text
            self.filtered.emit(text)


def _is_at_top(view: QAbstractItemView) -> bool:
    """Whether no row above the current one can be chosen."""
    index = view.currentIndex()
    if not isinstance(view, QTreeView):
        return index.row() <= 0
    while (index := view.indexAbove(index)).isValid():
        if index.flags() & Qt.ItemFlag.ItemIsSelectable:
            return False
    return True
