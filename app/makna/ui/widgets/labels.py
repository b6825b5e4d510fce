"""Labels: words as they are, section headings, names that shorten, keys, links, rules."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)


class Label(QLabel):
    """Words as they are, also those that look like HTML.

    Qt's own label takes a name such as `<img src="//host/x.png">` for markup and fetches it.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)


def as_section(label: QLabel) -> None:
    """Make a label a small dim heading in capitals."""
    label.setProperty("look", "section")
    # Only what a style sheet can't say; size and weight follow the theme.
    font = QFont()
    font.setCapitalization(QFont.Capitalization.AllUppercase)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 104)
    label.setFont(font)


class SectionLabel(Label):
    """A small dim heading in capitals above a part of a pane."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        as_section(self)


class ElidedLabel(Label):
    """One line that shortens with … when there is no room; the tooltip then has all of it."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(text, parent)
        self._mode = mode
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def shown_text(self) -> str:
        """What fits now."""
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), self._mode, room)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self.fontMetrics().horizontalAdvance("mm…")), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.shown_text()
        self.setToolTip(as_hint(self.text()) if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.setFont(self.font())
        alignment = self.alignment() | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.contentsRect(), int(alignment), shown)


class KeyHint(Label):
    """A key or chord as a small cap, e.g. `Ctrl K`."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("look", "key")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class ShorteningButton(QPushButton):
    """A button that shortens with … where there is no room; the tooltip then has all of it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._whole = ""
        """What the tooltip says only because the words are cut."""

    def paintEvent(self, event: QPaintEvent) -> None:
        missing = self.sizeHint().width() - self.width()
        self._tell_whole(cut=missing > 0)
        if missing <= 0:
            super().paintEvent(event)
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = max(self.fontMetrics().horizontalAdvance(self.text()) - missing, 0)
        option.text = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room, Qt.TextFlag.TextShowMnemonic.value
        )
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()

    def _tell_whole(self, *, cut: bool) -> None:
        """A tooltip that somebody gave it stays."""
        words = as_hint(self.text().replace("&&", "&")) if cut else ""
        if self.toolTip() == self._whole and words != self._whole:
            self._whole = words
            self.setToolTip(words)


class LinkButton(ShorteningButton):
    """A sentence in the accent colour that does something; reached by Tab like a button."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("look", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


class Rule(QFrame):
    """A line of one pixel across a pane."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "rule")
        self.setFixedHeight(1)


def chord(text: str) -> str:
    """A shortcut in Qt's native text as key caps are written: `Ctrl+Shift+F` as `Ctrl ⇧ F`."""
    return text.replace("Shift", "⇧").replace("Return", "↵").replace("Enter", "↵").replace("+", " ")


def as_hint(words: str) -> str:
    """The words for a tooltip, which takes what looks like HTML for markup, as a label does."""
    if "<" not in words:
        return words
    return "<qt>" + escape(words).replace("\n", "<br>") + "</qt>"
