"""A quotation as the inspector shows it: in the reading face, with a bar in the code's colour."""

from __future__ import annotations

import re
from html import escape

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QVBoxLayout, QWidget

from makna.domain import palette
from makna.domain.document import PICTURE
from makna.ui.page.looks import READING_FACES
from makna.ui.theme.theme import tokens
from makna.ui.widgets.labels import Label

SHOWN_CHARACTERS = 480
"""A longer quotation is shown without its middle; copying takes all of it."""
MOST_HIGH_PX = 220
"""Of the picture of a rectangle."""
_WORD = 40
"""Characters of a word; what is longer, such as a web address, is cut inside."""
_BROKEN_OFF = re.compile(rf"(?<=\s)\S{{1,{_WORD}}}$")
_BEGUN = re.compile(rf"^\S{{1,{_WORD}}}(?=\s)")
_BAR_PX = 3
_READING_SHARE = 15 / 13
"""Size of the reading face, of the interface's: it looks smaller at the same size."""
_LINE_PERCENT = 125
"""Height of a line, of the face's own: 1.5 of its size."""


class Quotation(QFrame):
    """The words between quotation marks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._color = ""
        self._said = ""
        self._words = Label(parent=self)
        # Only for the air between lines: what is said is escaped.
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # A long unbroken word, as in a web address, must not widen the pane.
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._picture = PictureLabel(self)
        self._picture.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(_BAR_PX + 11, 1, 0, 1)
        column.addWidget(self._picture)
        column.addWidget(self._words)

    def show_words(self, text: str, color: str = "") -> None:
        """Show `text`; `color` is the code's light tone, empty for a bar in the quiet colour."""
        self._color = color
        self._dress()
        self._picture.hide()
        self._words.show()
        picture = self.tr("[picture]")
        self._say(f"“{shortened(text).replace(PICTURE, picture)}”")
        self.update()

    def show_picture(self, picture: QPixmap | None, said: str, color: str = "") -> None:
        """Show a rectangle; until its picture is there, what stands for it."""
        self._color = color
        self._dress()
        self._say(said)
        self._words.setVisible(picture is None)
        self._picture.setVisible(picture is not None)
        self._picture.show_picture(picture, said)
        self.update()

    def shown(self) -> str:
        return self._said

    def _say(self, words: str) -> None:
        self._said = words
        style = f"line-height: {_LINE_PERCENT}%; margin: 0; white-space: pre-wrap"
        spaced = f'<p style="{style}">{escape(words)}</p>'
        self._words.setText(spaced)
        self._words.setAccessibleName(words)

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


class PictureLabel(QWidget):
    """A picture as wide as there is room, never blown up and never taller than a hand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: QPixmap | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, picture: QPixmap | None, said: str) -> None:
        self._picture = picture
        self.setAccessibleName(said)
        self.updateGeometry()
        self.update()

    def picture(self) -> QPixmap | None:
        return self._picture

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._fitting(width).height()

    def sizeHint(self) -> QSize:
        return QSize(120, self._fitting(max(120, self.width())).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = QRect(QPoint(), self._fitting(self.width()))
        painter.drawPixmap(room, self._picture)
        painter.setPen(QColor(tokens().line))
        painter.drawRect(room.adjusted(0, 0, -1, -1))

    def _fitting(self, width: int) -> QSize:
        if self._picture is None:
            return QSize(width, 0)
        size = self._picture.size()
        room = QSize(width, MOST_HIGH_PX)
        if size.width() <= room.width() and size.height() <= room.height():
            return size
        return size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)


def shortened(text: str, most: int = SHOWN_CHARACTERS) -> str:
    """The text for reading on the screen: line breaks as such, the middle of a long one left out.

    `most` in code points; it is cut between words, but for words longer than `_WORD`.
    """
    shown = text
    if len(text) > most:
        head = _BROKEN_OFF.sub("", text[: most * 2 // 3 + 1]) or text[: most * 2 // 3]
        tail = _BEGUN.sub("", text[-(most // 3) - 1 :]) or text[-most // 3 :]
        shown = f"{head.rstrip()} […] {tail.lstrip()}"
    return shown.replace("\u2028", "\n").strip()


def beginning(text: str, most: int = 44) -> str:
    """The first words of a passage on one line; `most` in code points."""
    line = " ".join(text[: most * 4].replace(PICTURE, " ").split())
    if len(line) <= most:
        return line
    cut = line[:most].rsplit(" ", 1)[0].rstrip(" ,;:.–-")
    return f"{cut}…"
