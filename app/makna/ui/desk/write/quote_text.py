"""The words of a passage on its card: select some to cut them, put the caret to add some."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from makna.domain.document import Run
from makna.domain.quote_edits import Edit
from makna.ui.desk.write.pieces import Piece, Shown, pieces
from makna.ui.page.looks import READING_FACES
from makna.ui.theme.theme import tokens

_SHARE = 1.08
"""Of the interface's size: these are words to read."""
_LINE_PERCENT = 132
KEYS: dict[Qt.Key, str] = {
    Qt.Key.Key_Delete: "cut",
    Qt.Key.Key_Backspace: "cut",
    Qt.Key.Key_BracketLeft: "add",
    Qt.Key.Key_Insert: "add",
    Qt.Key.Key_U: "used",
    Qt.Key.Key_X: "leave-out",
    Qt.Key.Key_S: "star",
    Qt.Key.Key_A: "form-",
    Qt.Key.Key_I: "form-inline",
    Qt.Key.Key_B: "form-block",
    Qt.Key.Key_Return: "show",
    Qt.Key.Key_Enter: "show",
}
"""Plain keys on a card, and the verb that each stands for."""
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class QuoteText(QTextEdit):
    """Read-only words with a caret. Positions that come out are those of the passage's text."""

    verb_pressed = Signal(str)
    """A key of `KEYS`, by its verb."""
    shift_pressed = Signal(int)
    """Alt with Up (-1) or Down (1): another place on the shelf."""
    step_pressed = Signal(int)
    """Ctrl with Up (-1) or Down (1): the card above or below."""
    entered = Signal()
    """It has the focus now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "bare")
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self._text = ""
        self._runs: Sequence[Run] = ()
        self._edits: Sequence[Edit] = ()
        self._quiet = False
        self.shown = Shown(())

    def show_words(
        self, text: str, runs: Sequence[Run], edits: Sequence[Edit], *, quiet: bool
    ) -> None:
        """Show these words; `quiet` steps back, for what is not printed. The caret stays."""
        caret = self.caret()
        self._text, self._runs, self._edits, self._quiet = text, runs, edits, quiet
        self._write()
        cursor = self.textCursor()
        cursor.setPosition(self.shown.to_card(min(caret, len(text))))
        self.setTextCursor(cursor)

    def repaint_words(self) -> None:
        """The same words in the colours and sizes of now."""
        self._write()

    def selection(self) -> tuple[int, int] | None:
        """What is selected of the passage; None when that is nothing."""
        cursor = self.textCursor()
        start = self.shown.to_passage(cursor.selectionStart())
        end = self.shown.to_passage(cursor.selectionEnd())
        return (start, end) if cursor.hasSelection() and end > start else None

    def caret(self) -> int:
        """Where the caret stands in the passage."""
        return self.shown.to_passage(self.textCursor().position())

    def edit_at_caret(self) -> int | None:
        """The rank of the cut or addition that the caret is in or at, without a selection."""
        if self.textCursor().hasSelection():
            return None
        return self.shown.edit_at(self.textCursor().position())

    def select(self, start: int, end: int) -> None:
        """Select [start, end) of the passage."""
        cursor = self.textCursor()
        cursor.setPosition(self.shown.to_card(start))
        cursor.setPosition(self.shown.to_card(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def event(self, event: QEvent) -> bool:
        # On a card these keys are its own, not the window's.
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and _wanted(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = _wanted(event)
        if wanted is None:
            super().keyPressEvent(event)
        elif isinstance(wanted, str):
            self.verb_pressed.emit(wanted)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shift_pressed.emit(wanted)
        else:
            self.step_pressed.emit(wanted)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def _write(self) -> None:
        self.shown = Shown(pieces(self._text, self._edits))
        font = QFont(self.font())
        font.setFamilies(list(READING_FACES))
        font.setPointSizeF(self.window().font().pointSizeF() * _SHARE)
        document = self.document()
        document.clear()
        document.setDefaultFont(font)
        cursor = QTextCursor(document)
        spaced = QTextBlockFormat()
        spaced.setLineHeight(
            _LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        cursor.setBlockFormat(spaced)
        for piece in self.shown.pieces:
            for words, looks in self._looked(piece):
                cursor.insertText(words, looks)
        self._fit()

    def _looked(self, piece: Piece) -> list[tuple[str, QTextCharFormat]]:
        """The words of a piece, cut where bold or italics begin or end."""
        colors = tokens()
        plain = QTextCharFormat()
        plain.setForeground(QColor(colors.dim if self._quiet or piece.cut else colors.ink))
        if piece.cut:
            plain.setFontStrikeOut(True)
        if piece.added:
            plain.setForeground(QColor(colors.accent))
            plain.setFontWeight(QFont.Weight.DemiBold)
            return [(piece.shown, plain)]
        found, at = [], piece.start
        for run in self._runs:
            start, end = max(run.start, at), min(run.end, piece.end)
            if start >= end or not (run.bold or run.italic):
                continue
            found.append((self._words(piece, at, start), plain))
            looks = QTextCharFormat(plain)
            looks.setFontItalic(run.italic)
            if run.bold:
                looks.setFontWeight(QFont.Weight.Bold)
            found.append((self._words(piece, start, end), looks))
            at = end
        found.append((self._words(piece, at, piece.end), plain))
        return [pair for pair in found if pair[0]]

    def _words(self, piece: Piece, start: int, end: int) -> str:
        return piece.shown[start - piece.start : end - piece.start]

    def _fit(self) -> None:
        self.document().setTextWidth(max(40, self.viewport().width()))
        height = round(self.document().size().height()) + 4
        if height != self.height():
            self.setFixedHeight(height)


def _wanted(event: QKeyEvent) -> str | int | None:
    """What a key means on a card: a verb, or a step up or down."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key(event.key())
    if modifiers in (Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier):
        if modifiers == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_D:
            return "star"
        return _MOVES.get(key)
    plain = modifiers == Qt.KeyboardModifier.NoModifier or key == Qt.Key.Key_BracketLeft
    return KEYS.get(key) if plain else None
