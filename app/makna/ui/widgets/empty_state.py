"""What a view says when there is nothing in it yet, and how to begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from makna.ui.theme.theme import set_look


@dataclass(frozen=True)
class EmptyChoice:
    """A way to begin; `key` comes back in `chosen`. The first one is the primary button."""

    key: str
    text: str


class EmptyState(QWidget):
    """A title, a sentence, and buttons, in the middle of an empty view."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(self)
        self._title.setProperty("look", "title")
        self._sentence = QLabel(self)
        self._sentence.setProperty("look", "dim")
        self._sentence.setWordWrap(True)
        self._sentence.setMaximumWidth(420)
        self._sentence.setMinimumWidth(180)
        for label in (self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._lay_out()

    def set_content(self, title: str, sentence: str, choices: Sequence[EmptyChoice] = ()) -> None:
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._sentence.setText(sentence)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        while (item := self._row.takeAt(0)) is not None:
            button = item.widget()
            if button is not None:
                button.hide()
                button.deleteLater()
        for rank, choice in enumerate(choices):
            self._row.addWidget(self._button(choice, primary=rank == 0))

    def buttons(self) -> list[QPushButton]:
        items = (self._row.itemAt(place) for place in range(self._row.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, QPushButton)]

    def _button(self, choice: EmptyChoice, *, primary: bool) -> QPushButton:
        button = QPushButton(choice.text, self)
        if primary:
            set_look(button, "primary")
        button.clicked.connect(lambda: self.chosen.emit(choice.key))
        return button

    def _lay_out(self) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(self._title, 0, middle)
        column.addSpacing(6)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._sentence, 6)
        across.addStretch(1)
        column.addLayout(across)
        column.addSpacing(16)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addLayout(self._row)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(3)
