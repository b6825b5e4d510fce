"""A field that narrows a list while one types."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

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
        self._timer = QTimer(self, singleShot=True, interval=delay_ms)
        self._timer.timeout.connect(self._say)
        self._clear = QAction(icon("close"), "", self)
        self._clear.triggered.connect(self.clear)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self.textChanged.connect(self._changed)
        self.set_placeholder(placeholder)

    def set_placeholder(self, text: str) -> None:
        """The dim words of the empty field, which are also its accessible name."""
        self.setPlaceholderText(text)
        self.setAccessibleName(text)

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
