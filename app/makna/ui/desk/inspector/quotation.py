"""A quotation as the inspector shows it: in the reading face, with a bar in the code's colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from makna.domain import palette
from makna.domain.document import PICTURE
from makna.ui.page.looks import READING_FACES
from makna.ui.theme.theme import tokens

SHOWN_CHARACTERS = 640
"""A longer quotation is shown without its middle; copying takes all of it."""
_BAR_PX = 3
_READING_SHARE = 1.1
"""Size of the reading face, of the interface's: it looks smaller at the same size."""


class Quotation(QFrame):
    """The words between quotation marks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._color = ""
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # A long unbroken word, as in a web address, must not widen the pane.
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(_BAR_PX + 11, 1, 0, 1)
        column.addWidget(self._words)

    def show_words(self, text: str, color: str = "") -> None:
        """Show `text`; `color` is the code's light tone, empty for a bar in the quiet colour."""
        self._color = color
        self._dress()
        self._words.setText(f"“{shortened(text)}”")
        self._words.setAccessibleName(self._words.text())
        self.update()

    def shown(self) -> str:
        return self._words.text()

    def showEvent(self, event: QShowEvent) -> None:
        # A style sheet takes fonts away from widgets that get another parent.
        self._dress()
        super().showEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = tokens()
        color = palette.tone(self._color, dark=colors.dark) if self._color else colors.faint
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(color))
        painter.drawRoundedRect(QRectF(0, 0, _BAR_PX, self.height()), 1, 1)

    def _dress(self) -> None:
        font = QFont(QApplication.font())
        font.setFamilies(list(READING_FACES))
        font.setPointSizeF(font.pointSizeF() * _READING_SHARE)
        if self._words.font() != font:
            self._words.setFont(font)


def shortened(text: str, most: int = SHOWN_CHARACTERS) -> str:
    """The text for reading on the screen: line breaks as such, the middle of a long one left out.

    `most` in code points.
    """
    shown = text
    if len(text) > most:
        head, tail = text[: most * 2 // 3].rstrip(), text[-most // 3 :].lstrip()
        shown = f"{head} […] {tail}"
    return shown.replace("\u2028", "\n").replace(PICTURE, "▢").strip()


def beginning(text: str, most: int = 44) -> str:
    """The first words of a passage on one line; `most` in code points."""
    line = " ".join(text[: most * 4].replace(PICTURE, " ").split())
    if len(line) <= most:
        return line
    cut = line[:most].rsplit(" ", 1)[0].rstrip(" ,;:.–-")
    return f"{cut}…"
