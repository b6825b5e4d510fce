"""Dragging: words of the page to the code tree, codes onto the page."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from makna.domain.text import sentence_at
from makna.ui.page.correctable import CorrectableSheet
from makna.ui.page.transfer import read_codes, selection_data
from makna.ui.widgets.drag_chip import BESIDE, drag_chip


class DroppableSheet(CorrectableSheet):
    """A sheet that codes can be dropped on."""

    codes_dropped = Signal(object, int, int)
    """code_ids: list[int], start, end: the selection they were dropped on, else the sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)

    def createMimeDataFromSelection(self) -> QMimeData:
        """For dragging to the code tree and for the clipboard: the text's own characters."""
        return selection_data(self.surface.text, *(self.selection() or (0, 0)))

    def drag_selection(self) -> None:
        """Carry the selected words until they are dropped; in a correction they may move.

        Left to itself Qt scrolls on when the words have left the page, long after they were
        dropped, and each time begins another drag, in which the window hears nothing.
        """
        drag = QDrag(self.viewport())
        data = self.createMimeDataFromSelection()
        drag.setMimeData(data)
        drag.setPixmap(drag_chip([" ".join(data.text().split())], self))
        drag.setHotSpot(BESIDE)
        copy, move = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
        if self.isReadOnly():
            drag.exec(copy)
        elif drag.exec(copy | move, move) == move and drag.target() is not self.viewport():
            self.textCursor().removeSelectedText()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if read_codes(event.mimeData()):
            event.acceptProposedAction()
        elif self.isReadOnly():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if read_codes(event.mimeData()):
            self._show_drop(self._drop_span(event.position()))
            event.acceptProposedAction()
        elif self.isReadOnly():
            event.ignore()
        else:
            super().dragMoveEvent(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_drop(None)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        codes = read_codes(event.mimeData())
        if not codes:
            if not self.isReadOnly():
                super().dropEvent(event)
            return
        self._show_drop(None)
        start, end = self._drop_span(event.position())
        event.acceptProposedAction()
        if start < end:
            self._go_on_at(start, end)
            self.codes_dropped.emit(codes, start, end)

    def _drop_span(self, point: QPointF) -> tuple[int, int]:
        """The selection when the point lies in it, else the sentence there."""
        at = point + QPointF(0, self.surface.scrolled())
        position = self.surface.geometry.position_at(at)
        chosen = self.selection()
        if chosen is not None and chosen[0] <= position <= chosen[1]:
            return chosen
        # Who speaks stands above the words, and is no part of what is said.
        hidden = self.surface.geometry.hidden
        start, end = sentence_at(self.surface.text, position)
        return hidden.behind(start), hidden.before(end)

    def _go_on_at(self, start: int, end: int) -> None:
        """The keys come along, and words that are selected elsewhere no longer are."""
        if self.selection() != (start, end):
            self.set_selection(end, end)
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _show_drop(self, span: tuple[int, int] | None) -> None:
        if self.surface.scene.drop != span:
            self.surface.scene.drop = span
            self.viewport().update()
