"""A sheet that shows the chapter as it will be printed; a change rewrites only its own lines."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QMouseEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from makna.domain.chapter import ChapterSettings
from makna.domain.pausing import Pausing, carried_out
from makna.domain.presets import PAGES
from makna.domain.report import THESIS, Span
from makna.ui.desk.write.flow import Kind, Line, common_ends, picture_name
from makna.ui.theme.theme import current_theme, tokens
from makna.ui.time_slices import TimeSlices

FACES = ("Times New Roman", "Liberation Serif", "Tinos", "Nimbus Roman", "serif")
_PT = 10.0
_INDENT = 30
_LIST = 18
ABOVE_PX = 10
"""Between the top of the view and a section that was gone to."""
_MOST_PICTURE = 0.8
_CENTRED = (Kind.TITLE, Kind.PICTURE, Kind.EDGE)
_RECOLORED = 6
"""Lines that are written again at a time when the theme is another."""
_WRITTEN, _REMOVED = 8, 64
"""Lines that are written, or taken away, in one turn."""
_OLD = Line(Kind.BODY, mark="\0")
"""Like no line that is asked for."""


class Paper(QTextEdit):
    """Read-only. A click on a quotation says which it is."""

    quotation_chosen = Signal(int, str)
    """(code, GUID of the passage)"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines: list[Line] = []
        self.stays = False
        """What is at the top stays there even where it is the first line, and more comes above."""
        self._page = THESIS
        self._lit: tuple[int, str] = (0, "")
        self._recoloring = TimeSlices(self)
        theme = current_theme()
        if theme is not None:
            theme.changed.connect(self._recolor)
        self.document().setDocumentMargin(0)

    def set_page(self, settings: ChapterSettings) -> None:
        """The sheet that the chapter is printed on: its spacing and margins."""
        page = PAGES.get(settings.page) or THESIS
        if page != self._page:
            self._page = page
            top, before = self._at_top()
            self._set_margins()
            if self.verticalScrollBar().value():
                self._keep_at_top(top, before)
            # What stands there was set for another sheet: none of it is as it should be.
            self.lines = [_OLD] * len(self.lines)

    def set_lines(self, lines: Sequence[Line]) -> int:
        """Show these; returns how many lines were written."""
        return carried_out(self.write(lines))

    def write(self, lines: Sequence[Line]) -> Pausing[int]:
        """The same, some lines at a time; given up half-way it shows what was written so far."""
        written = 0
        # What is said of the rest stands at both ends and changes with every step.
        for edge in (-1, 0):
            if _edges(self.lines, lines, edge):
                at = edge % len(self.lines)
                written += self._splice(at, at + 1, [lines[edge]])
        head, tail = common_ends(self.lines, lines)
        rest = list(lines[head : len(lines) - tail])
        while rest or head + tail < len(self.lines):
            end = min(head + (_WRITTEN if rest else _REMOVED), len(self.lines) - tail)
            some, rest = rest[:_WRITTEN], rest[_WRITTEN:]
            written += self._splice(head, end, some)
            head += len(some)
            yield None
        return written

    def _splice(self, start: int, end: int, lines: Sequence[Line]) -> int:
        """Write `lines` in the place of those in [start, end); returns how many were written."""
        old = self.lines
        fresh = [*old[:start], *lines, *old[end:]]
        if not old or not fresh:
            self.lines = fresh
            return self._write_all()
        first = start == 0 and (start == end or not lines)
        if start == end or not lines:
            # One neighbour is written again, so that there is a line to write from.
            start, end = (start - 1, end) if start else (start, end + 1)
            lines = fresh[start : end + len(fresh) - len(old)]
        top, before = self._at_top()
        rank = top.blockNumber()
        self.lines = fresh
        if start <= rank < end:
            before = self._block_top(rank)
        self._replace(start, end, lines)
        if start <= rank < end:
            # The line at the top is written again: a caret in it has gone to its end.
            last = start + len(lines) - 1
            rank = last if first else min(rank, last)
            top.setPosition(self.document().findBlockByNumber(rank).position())
        if self.stays or old[0].kind is Kind.EDGE or self.verticalScrollBar().value():
            self._keep_at_top(top, before)
        self._light()
        return len(lines)

    def light(self, code: int, passage: str) -> None:
        """Light up a quotation, or with no passage nothing."""
        if (code, passage) != self._lit:
            self._lit = (code, passage)
            self._light()

    def go_to(self, code: int, passage: str = "") -> bool:
        """Scroll to a section, or to a quotation in it; whether it is there."""
        for rank, line in enumerate(self.lines):
            if line.code == code and (not passage or line.passage == passage):
                block = self.document().findBlockByNumber(rank)
                self._scroll_to(block, at_top=not passage)
                return True
        return False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.textCursor().hasSelection():
            return
        line = self._line_at(self.cursorForPosition(event.position().toPoint()))
        if line is not None and line.code:
            self.quotation_chosen.emit(line.code, line.passage)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The line at the top stays there, however the lines break now."""
        top, _ = self._at_top()
        super().resizeEvent(event)
        self._set_margins()
        if self.verticalScrollBar().value():
            self._keep_at_top(top, 0)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("The chapter as it will be printed"))
        super().changeEvent(event)

    def _at_top(self) -> tuple[QTextCursor, int]:
        """The place at the top of the view, and how far from it its line begins."""
        top = self.cursorForPosition(QPoint(self.viewport().width() // 2, 1))
        return top, self.cursorRect(top).top()

    def _block_top(self, rank: int) -> int:
        return self.cursorRect(QTextCursor(self.document().findBlockByNumber(rank))).top()

    def _keep_at_top(self, top: QTextCursor, before: int) -> None:
        bar = self.verticalScrollBar()
        moved = self.cursorRect(top).top() - before
        if moved:
            bar.setValue(bar.value() + moved)

    def _line_at(self, cursor: QTextCursor) -> Line | None:
        rank = cursor.blockNumber()
        return self.lines[rank] if rank < len(self.lines) else None

    def _scroll_to(self, block: QTextBlock, *, at_top: bool) -> None:
        box = self.document().documentLayout().blockBoundingRect(block)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if at_top:
            bar.setValue(round(box.top()) - ABOVE_PX)
        elif box.top() < bar.value() or box.bottom() > bar.value() + height:
            bar.setValue(round(box.top() - max(24, (height - box.height()) / 3)))

    def _recolor(self) -> None:
        """Words are in the colour of the view itself; only what steps back or is missing is not."""
        self._recoloring.begin(
            partial(self._recolor_lines, range(at, at + _RECOLORED))
            for at in range(0, len(self.lines), _RECOLORED)
        )
        self._light()

    def _recolor_lines(self, ranks: range) -> None:
        for rank in ranks:
            line = self.lines[rank] if rank < len(self.lines) else _OLD
            if any(span.dim or span.missing for span in line.spans):
                self._replace(rank, rank + 1, [line])

    def _write_all(self) -> int:
        document = self.document()
        document.clear()
        document.setDefaultFont(_font())
        self._set_margins()
        if self.lines:
            cursor = QTextCursor(document)
            cursor.beginEditBlock()
            self._write(cursor, self.lines)
            cursor.endEditBlock()
        # Writing has moved the caret to the end, and the view would go after it.
        self.setTextCursor(QTextCursor(document))
        self._light()
        return len(self.lines)

    def _replace(self, start: int, end: int, lines: Sequence[Line]) -> None:
        """Write `lines` in the place of the lines [start, end); neither is empty."""
        document = self.document()
        cursor = QTextCursor(document.findBlockByNumber(start))
        last = document.findBlockByNumber(end - 1)
        cursor.beginEditBlock()
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self._write(cursor, lines)
        cursor.endEditBlock()

    def _write(self, cursor: QTextCursor, lines: Sequence[Line]) -> None:
        for rank, line in enumerate(lines):
            looks = self._block_format(line)
            if rank:
                cursor.insertBlock(looks, QTextCharFormat())
            else:
                cursor.setBlockFormat(looks)
            if line.mark and line.kind is Kind.ITEM:
                cursor.insertText(f"{line.mark}\u2002", _words(Span(""), line))
            elif line.mark:
                cursor.insertText(line.mark, _words(Span("", note=line.mark), line))
            if line.kind is Kind.PICTURE:
                self._draw(cursor, line)
                continue
            for span in line.spans:
                cursor.insertText(span.note or span.text, _words(span, line))

    def _draw(self, cursor: QTextCursor, line: Line) -> None:
        name = picture_name(line.picture)
        image = QImage.fromData(line.picture)
        document = self.document()
        document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), image)
        looks = QTextImageFormat()
        looks.setName(name)
        most = max(80.0, self.viewport().width() * _MOST_PICTURE - 90)
        looks.setWidth(min(most, float(image.width())))
        cursor.insertImage(looks)

    def _block_format(self, line: Line) -> QTextBlockFormat:
        looks = QTextBlockFormat()
        spaced = self._page.line_spacing * 100 if line.kind in (Kind.BODY, Kind.ITEM) else 112
        looks.setLineHeight(spaced, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if line.kind in _CENTRED:
            looks.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        elif line.kind in (Kind.BODY, Kind.QUOTE):
            looks.setAlignment(Qt.AlignmentFlag.AlignJustify)
        if line.kind is Kind.BODY:
            looks.setTextIndent(_INDENT)
        elif line.kind is Kind.QUOTE:
            looks.setLeftMargin(_INDENT)
            looks.setRightMargin(_INDENT / 3)
        elif line.kind is Kind.ITEM:
            looks.setLeftMargin(_LIST * (line.level + 1))
            looks.setTextIndent(-_LIST * 0.7)
        top, bottom = _AROUND[line.kind]
        looks.setTopMargin(top)
        looks.setBottomMargin(bottom)
        return looks

    def _set_margins(self) -> None:
        """Those of the printed sheet, in the measure of this one."""
        scale = self.viewport().width() / self._page.width_cm
        frame = self.document().rootFrame()
        looks = frame.frameFormat()
        margins = (
            max(18.0, self._page.left_cm * scale * 0.8),
            max(16.0, self._page.right_cm * scale * 0.8),
        )
        if (looks.leftMargin(), looks.rightMargin()) == margins and looks.topMargin():
            return
        looks.setLeftMargin(margins[0])
        looks.setRightMargin(margins[1])
        looks.setTopMargin(44)
        looks.setBottomMargin(60)
        frame.setFrameFormat(looks)

    def _light(self) -> None:
        code, passage = self._lit
        found: list[QTextEdit.ExtraSelection] = []
        for rank, line in enumerate(self.lines if passage else ()):
            if line.code == code and line.passage == passage:
                found.append(_selection(self.document().findBlockByNumber(rank)))
        self.setExtraSelections(found)


def _edges(old: Sequence[Line], new: Sequence[Line], at: int) -> bool:
    """Whether both say at this end what is beyond it, and not the same."""
    there = len(old) > 1 and len(new) > 1
    return there and old[at].kind is new[at].kind is Kind.EDGE and old[at] != new[at]


_AROUND: dict[Kind, tuple[float, float]] = {
    Kind.TITLE: (0, 12),
    Kind.HEADING: (14, 6),
    Kind.BODY: (0, 0),
    Kind.QUOTE: (4, 10),
    Kind.DETAIL: (0, 8),
    Kind.ITEM: (0, 0),
    Kind.PICTURE: (8, 4),
    Kind.NOTE: (2, 2),
    Kind.EDGE: (14, 14),
}


def _font() -> QFont:
    font = QFont()
    font.setFamilies(list(FACES))
    font.setPointSizeF(_PT)
    return font


def _words(span: Span, line: Line) -> QTextCharFormat:
    """How words look, by what they are and where they stand."""
    colors = tokens()
    looks = QTextCharFormat()
    font = _font()
    small = line.kind in (Kind.DETAIL, Kind.NOTE, Kind.EDGE)
    sizes = {Kind.TITLE: _PT + 2, Kind.HEADING: _PT + (1 if line.level == 1 else 0)}
    font.setPointSizeF(sizes.get(line.kind, _PT - 1.5 if small else _PT))
    font.setBold(span.bold or line.kind in (Kind.TITLE, Kind.HEADING))
    font.setItalic(span.italic)
    font.setUnderline(span.underline)
    looks.setFont(font)
    if span.dim:
        looks.setForeground(QColor(colors.dim))
    if span.note:
        looks.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    if span.missing:
        looks.setBackground(QColor(colors.warning_soft))
        looks.setForeground(QColor(colors.warning))
    return looks


def _selection(block: QTextBlock) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    selection.cursor = cursor
    looks = QTextCharFormat()
    looks.setBackground(QColor(tokens().selected))
    selection.format = looks
    return selection
