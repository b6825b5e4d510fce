"""The line at the bottom: small, always true."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from makna.ui.theme.sizes import set_height_px
from makna.ui.theme.theme import set_look
from makna.ui.widgets.labels import ShorteningButton, as_hint

HEIGHT = 26
SHORTEST_PX = 120
"""Of a piece that shortens."""


class StatusLine(QFrame):
    """Pieces of text at the left and at the right, each under a key; an empty one is not shown."""

    clicked = Signal(str)
    """The key of a piece that can be pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "footer")
        set_height_px(self, HEIGHT)
        self._pieces: dict[str, QPushButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 0, 8, 0)
        self._row.setSpacing(4)
        self._row.addStretch(1)
        self._left = 0

    def add_left(self, key: str, *, can_press: bool = False, shortens: bool = False) -> None:
        """Add a piece after the others at the left; where there is no room, one that shortens."""
        piece = self._piece(key, can_press=can_press)
        if shortens:
            piece.setMinimumWidth(SHORTEST_PX)
        self._row.insertWidget(self._left, piece)
        self._left += 1

    def add_right(self, key: str, *, can_press: bool = False) -> None:
        """Add a piece after the others at the right."""
        self._row.addWidget(self._piece(key, can_press=can_press))

    def add_widget(self, widget: QWidget) -> None:
        """Put a widget, such as a progress bar, after the pieces at the left."""
        self._row.insertWidget(self._left, widget)

    def set_piece(self, key: str, text: str, tip: str = "") -> None:
        """Say something in a piece. Raises KeyError if it was not added."""
        piece = self._pieces[key]
        piece.setText(text)
        piece.setToolTip(as_hint(tip))
        piece.setAccessibleName(f"{text}. {tip}" if tip else text)
        piece.setVisible(bool(text))

    def piece(self, key: str) -> QPushButton:
        return self._pieces[key]

    def _piece(self, key: str, *, can_press: bool) -> QPushButton:
        piece = ShorteningButton(parent=self)
        set_look(piece, "status")
        piece.hide()
        self._pieces[key] = piece
        if can_press:
            piece.clicked.connect(lambda: self.clicked.emit(key))
        else:
            piece.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            piece.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
            set_look(piece, "status-still")
        return piece
