"""Asks for one line in place, where a modal dialog would take the view away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from makna.ui.theme.theme import set_look
from makna.ui.widgets.labels import Label


class InlinePrompt(QWidget):
    """A field with a problem line below. Enter accepts, Esc gives up.

    It stays open after `accepted`, so that the caller can say what is wrong; `finish` closes it.
    """

    accepted = Signal(str)
    """The trimmed text, never empty."""
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: Callable[[], str] = str
        self.field = QLineEdit(self)
        self.field.textEdited.connect(lambda _text: self.show_problem(""))
        self._problem = Label(parent=self)
        self._problem.setProperty("look", "problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.field)
        column.addWidget(self._problem)
        self.setFocusProxy(self.field)
        self.hide()

    def ask(self, words: Callable[[], str], text: str = "") -> None:
        """Show the field with `text` selected and the focus in it.

        `words` says what is asked for, and is asked again when the language changes.
        """
        self._words = words
        self._name()
        self.field.setText(text)
        self.show_problem("")
        self.show()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, sentence: str) -> None:
        """Say under the field what is wrong with it; empty takes it away."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence)
        set_look(self.field, "problem" if sentence else "")

    def problem(self) -> str:
        return self._problem.text()

    def finish(self) -> None:
        """Close and forget."""
        self.field.clear()
        self.hide()

    def _name(self) -> None:
        self.field.setPlaceholderText(self._words())
        self.field.setAccessibleName(self._words())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and not self.isHidden():
            self._name()
            # Whoever found the problem says it again, in other words, at the next Enter.
            self.show_problem("")
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if text := self.field.text().strip():
                self.accepted.emit(text)
        elif event.key() == Qt.Key.Key_Escape:
            self.finish()
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
