"""The lasting sign that a text is being corrected, and the way out of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from makna.ui.theme.icons import icon
from makna.ui.theme.theme import set_look
from makna.ui.widgets.labels import KeyHint, Label

ICON_PX = 16


class CorrectStrip(QFrame):
    """A line above the text for as long as it can be typed in."""

    left = Signal()
    """Done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = Label(parent=self)
        self.setProperty("look", "correcting")
        self._title = Label(parent=self)
        set_look(self._title, "strong")
        self._words = Label(parent=self)
        self._words.setWordWrap(True)
        self.done = QPushButton(self)
        set_look(self.done, "primary")
        self.done.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 10, 5)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._title)
        row.addWidget(self._words, 1)
        row.addWidget(KeyHint("F2", self))
        row.addWidget(self.done)
        self._retranslate()
        self._paint_sign()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._paint_sign()
        super().changeEvent(event)

    def _paint_sign(self) -> None:
        ratio = self.devicePixelRatio()
        self._sign.setPixmap(icon("edit", "accent").pixmap(QSize(ICON_PX, ICON_PX), ratio))

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Correcting"))
        self._words.setText(self.tr("Type in the text; its passages follow. Every word is kept."))
        self.done.setText(self.tr("Done"))
        self.setAccessibleName(self.tr("Correcting"))
