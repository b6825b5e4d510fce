"""What a view says when there is nothing in it yet, and how to begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from makna.ui.theme.theme import set_look
from makna.ui.widgets.flow import FlowLayout
from makna.ui.widgets.labels import Label


@dataclass(frozen=True)
class EmptyChoice:
    """A way to begin; `key` comes back in `chosen`. The first one is the primary button."""

    key: str
    text: str


class EmptyState(QWidget):
    """A title, a sentence, and buttons, in the middle of an empty view.

    `quiet` where another view beside it says what to do first: then no button stands out.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, quiet: bool = False) -> None:
        super().__init__(parent)
        self._quiet = quiet
        self._title = Label(parent=self)
        self._title.setProperty("look", "title")
        self._sentence = Label(parent=self)
        self._sentence.setProperty("look", "dim")
        self._sentence.setWordWrap(True)
        self._sentence.setMaximumWidth(420)
        self._sentence.setMinimumWidth(180)
        self._title.setWordWrap(True)
        for label in (self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
        # A nested layout that Python also holds is freed twice now and then (PySide 6.11).
        self._choices = QWidget(self)
        self._buttons: list[QPushButton] = []
        FlowLayout(self._choices, gap=8, centred=True)
        self._lay_out()

    def set_content(self, title: str, sentence: str, choices: Sequence[EmptyChoice] = ()) -> None:
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._sentence.setText(sentence)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        row = self._choices.layout()
        assert row is not None
        for button in self._buttons:
            row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [
            self._button(choice, primary=rank == 0 and not self._quiet)
            for rank, choice in enumerate(choices)
        ]
        for button in self._buttons:
            row.addWidget(button)
        # Qt takes None, its stubs do not say so.
        self.setFocusProxy(self._buttons[0] if self._buttons else None)  # type: ignore[arg-type]

    def buttons(self) -> list[QPushButton]:
        return list(self._buttons)

    def _button(self, choice: EmptyChoice, *, primary: bool) -> QPushButton:
        button = QPushButton(choice.text, self)
        if primary:
            set_look(button, "primary")
        button.clicked.connect(lambda: self.chosen.emit(choice.key))
        return button

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
        return done

    def _fit(self) -> None:
        """Never lower than its words: a splitter does not ask how high they are when wrapped."""
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(layout.heightForWidth(self.width()))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(self._title)
        column.addSpacing(6)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._sentence, 6)
        across.addStretch(1)
        column.addLayout(across)
        column.addSpacing(16)
        column.addWidget(self._choices)
        column.addStretch(3)
