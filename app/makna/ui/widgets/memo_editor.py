"""An editor for memos that keeps what is typed without being asked."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

_IDLE_MS = 1000
_LONGEST_MS = 5000
_HINT = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop)


class MemoEditor(QTextEdit):
    """Markdown as plain text. What was typed is said after 1 s without typing, at least every 5 s,
    and when the focus leaves.

    `load` opens another memo, `set_text` refreshes the one that is open; neither emits for the text
    it is given.
    """

    committed = Signal(str)
    """The whole text with LF between lines, when it differs from what was last set or said."""
    finished = Signal()
    """The focus left, after `committed`: the open step of the history can be closed."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        idle_ms: int = _IDLE_MS,
        longest_ms: int = _LONGEST_MS,
    ) -> None:
        super().__init__(parent)
        self._known = ""
        self._lines = (4, 14)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().setDocumentMargin(4)
        self._idle = QTimer(self, singleShot=True, interval=idle_ms)
        self._longest = QTimer(self, singleShot=True, interval=longest_ms)
        self._idle.timeout.connect(self.flush)
        self._longest.timeout.connect(self.flush)
        self.textChanged.connect(self._typed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self._open_lines()
        self._fit()

    def text(self) -> str:
        """The text as typed: unlike `toPlainText` it keeps the no-break space."""
        raw = self.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    def load(self, text: str) -> None:
        """Open another memo. What was typed in the one before is committed first."""
        self.flush()
        self._put(text)

    def set_text(self, text: str) -> None:
        """Show the stored text of the memo that is open; ignored while there is something typed
        that was not yet committed, since that is newer."""
        if not self._is_dirty() and text != self._known:
            place = self.textCursor().position()
            self._put(text)
            cursor = self.textCursor()
            cursor.setPosition(min(place, self.document().characterCount() - 1))
            self.setTextCursor(cursor)

    def flush(self) -> None:
        """Commit now what was typed."""
        self._idle.stop()
        self._longest.stop()
        if self._is_dirty():
            self._known = self.text()
            self.committed.emit(self._known)

    def set_lines(self, fewest: int, most: int) -> None:
        """Grow with the text between these heights in lines."""
        self._lines = (fewest, most)
        self._fit()

    def setPlaceholderText(self, words: str) -> None:
        super().setPlaceholderText(words)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.document().isEmpty() and self.placeholderText():
            self._paint_rest_of_hint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        marks = {Qt.Key.Key_B: "**", Qt.Key.Key_I: "*"}
        mark = marks.get(Qt.Key(event.key()))
        if mark and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._surround(mark)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.flush()
            self.finished.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    def _is_dirty(self) -> bool:
        return self.text() != self._known

    def _put(self, text: str) -> None:
        self._known = text.replace("\u2028", "\n").replace("\u2029", "\n")
        self.setPlainText(self._known)
        self._open_lines()
        # What Qt cannot hold must not look like something typed.
        self._known = self.text()
        self._idle.stop()
        self._longest.stop()

    def _open_lines(self) -> None:
        """A line height of 1.3; new paragraphs take it over from the one they are split from."""
        airy = QTextBlockFormat()
        airy.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(airy)
        self.document().clearUndoRedoStacks()

    def _typed(self) -> None:
        if self._is_dirty():
            self._idle.start()
            if not self._longest.isActive():
                self._longest.start()

    def _surround(self, mark: str) -> None:
        cursor = self.textCursor()
        chosen = cursor.selectedText()
        cursor.insertText(f"{mark}{chosen}{mark}")
        if not chosen:
            cursor.movePosition(
                QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.MoveAnchor, len(mark)
            )
            self.setTextCursor(cursor)

    def _hint_room(self) -> QRectF:
        """Where Qt writes the dim words."""
        margin = self.document().documentMargin()
        return QRectF(self.viewport().rect()).adjusted(margin, margin, -margin, -margin)

    def _paint_rest_of_hint(self) -> None:
        """Its further lines: Qt cuts them off where the empty text ends."""
        end = round(self.document().size().height() - self.document().documentMargin())
        with QPainter(self.viewport()) as painter:
            painter.setClipRect(self.viewport().rect().adjusted(0, end, 0, 0))
            painter.setPen(self.palette().placeholderText().color())
            painter.drawText(self._hint_room(), _HINT, self.placeholderText())

    def _hint_height(self) -> float:
        """Room for them stays while one types: a field must not shrink at the first letter."""
        room = QRect(0, 0, round(self._hint_room().width()), 1000)
        return self.fontMetrics().boundingRect(room, _HINT, self.placeholderText()).height()

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing() * 1.3
        fewest, most = self._lines
        inside = self.document().size().height() - 2 * self.document().documentMargin()
        inside = max(inside, self._hint_height())
        # Frame, padding of the style sheet, margin of the document; above and below.
        edges = 2 * (1 + 4 + self.document().documentMargin())
        self.setFixedHeight(math.ceil(max(fewest * line, min(most * line, inside)) + edges) + 1)
