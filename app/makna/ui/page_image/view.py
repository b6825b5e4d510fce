"""The pages as they are used: drawing, choosing, selecting words, dropping codes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from makna.domain.regions import Region
from makna.domain.text import sentence_at
from makna.ui.page.hints import hint
from makna.ui.page.transfer import read_codes
from makna.ui.page_image.keys import new_region, stepped
from makna.ui.page_image.marked import MarkedSheet
from makna.ui.page_image.pointer import Pointer
from makna.ui.spoken import Part, Spoken

LEAST_PX = 4.0
"""A rectangle drawn smaller than this is a slip of the hand."""
NEAR_WORDS_PX = 6.0


class ImagePage(MarkedSheet, Spoken):
    """Pages of a picture or a PDF.

    Mouse: dragging draws a rectangle, or selects words where there are some (unless `rectangles`);
    a click chooses the smallest rectangle or the coded words there, again the one around it; the
    handles of a rectangle resize it, dragging inside moves it. Ctrl and the wheel zoom.

    Keys: Enter makes a rectangle or takes up the chosen one; arrows move it, with Shift its right
    and lower edges, with Ctrl and Shift the others, with Alt finely; Enter keeps it, Esc takes it
    back. Ctrl and plus, minus, 0 zoom.
    """

    selection_changed = Signal(int, int)
    """start, end of the selected words, code points; equal when there are none."""
    region_drawn = Signal(object)
    """(Region | None): a rectangle that is no passage yet, or that it is gone."""
    passage_clicked = Signal(int)
    passage_left = Signal()
    region_moved = Signal(int, object)
    """passage_id, Region."""
    menu_wanted = Signal(QPoint, object, object)
    """global_pos, passage_ids: tuple[int, ...] innermost first, selection: (start, end) | None."""
    codes_dropped = Signal(object, int, int, object)
    """code_ids: list[int], start, end, Region | None: onto words, or onto a rectangle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rectangles = False
        """Whether dragging draws rectangles also where there are words."""
        self._pointer = Pointer(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Pages"))
        self.region_drawn.connect(self.telling.soon)

    def spoken_role(self) -> QAccessible.Role:
        return QAccessible.Role.Document

    def spoken_parts(self) -> Sequence[Part]:
        return self.telling.parts()

    def spoken_on(self) -> QWidget:
        return self.viewport()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Pages"))
            self.telling.soon()
        super().changeEvent(event)

    # Gestures

    def words_under(self, at: QPointF) -> bool:
        """Whether dragging from this point of the document selects words."""
        if self.rectangles or self.words.aligned is None:
            return False
        page = self.stack.page_at(at.x(), at.y())
        if page is None:
            return False
        place = self.stack.on_page(page, at.x(), at.y())
        return self.words.near(page, *place, NEAR_WORDS_PX / self.stack.scale)

    def preview(self, region: Region) -> None:
        """A rectangle is under way."""
        if self.scene.chosen is not None and not self._moving():
            self._let_go()
        self.scene.selection = None
        self.scene.drawn = region
        self.viewport().update()

    def finish_drawing(self) -> None:
        region = self.scene.drawn
        if region is None:
            return
        rect = self.place_rect(region)
        if rect.width() < LEAST_PX or rect.height() < LEAST_PX:
            region = None
        self.scene.drawn = region
        self.region_drawn.emit(region)
        self.viewport().update()

    def finish_moving(self) -> None:
        """What was moved stays where it is; the owner answers with fresh plates."""
        region, chosen = self.scene.drawn, self.plate(self.scene.chosen)
        self.taken_up = False
        if chosen is None:
            self.finish_drawing()
            return
        self.scene.drawn = None
        self.viewport().update()
        if region is not None and region != chosen.region:
            self.region_moved.emit(chosen.passage_id, region)

    def choose_words(self, start: int, end: int) -> None:
        """The user has selected words."""
        if self.scene.chosen is not None:
            self._let_go()
        if self.scene.drawn is not None:
            self._drop_drawn()
        self.set_selection(start, end)
        self.selection_changed.emit(start, max(start, end))

    def choose_at(self, at: QPointF) -> None:
        """A click: choose the smallest passage there, or the next one around the chosen one."""
        here = self.passages_at(at)
        if self.scene.selection is not None:
            self.set_selection(0, 0)
            self.selection_changed.emit(*(self._character(at) or (0, 0)))
        if self.drawn is not None:
            if self.place_rect(self.drawn).contains(at):
                return
            self._drop_drawn()
        if not here:
            self._let_go()
            return
        known = self.scene.chosen
        after = here.index(known) + 1 if known in here else 0
        chosen = here[after % len(here)]
        self.select_passage(chosen)
        self.passage_clicked.emit(chosen)

    def _moving(self) -> bool:
        """Whether it is a passage that is on its way, and not a new rectangle."""
        return self._pointer.moving or self.taken_up

    def _let_go(self) -> None:
        if self.scene.chosen is not None:
            self.select_passage(None)
            self.passage_left.emit()

    def _drop_drawn(self) -> None:
        self.scene.drawn = None
        self.viewport().update()
        self.region_drawn.emit(None)

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            chosen = self.scene.chosen
            place = self.chosen_rect().bottomLeft()
            passages: tuple[int, ...] = () if chosen is None else (chosen,)
        else:
            place = event.globalPos()
            passages = tuple(self.passages_at(self.in_document(QPointF(event.pos()))))
        self.menu_wanted.emit(place, passages, self.selection())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._hint(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def _hint(self, point: QPoint) -> str:
        at = self.in_document(QPointF(point))
        here = self.passages_at(at)
        plates = [mark for p in here if (plate := self.plate(p)) for mark in plate.marks]
        return hint([*plates, *self._marks_at(at)])

    def event(self, event: QEvent) -> bool:
        """Take the arrows before a menu does, while a rectangle is under way."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            region = self._by_keys()
            if region is not None and stepped(self, region, event) is not None:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._zoom_key(event) or self._region_key(event):
            return
        if event.key() == Qt.Key.Key_Escape or event.text().isdigit():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _zoom_key(self, event: QKeyEvent) -> bool:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.matches(QKeySequence.StandardKey.ZoomIn) or (
            control and event.key() == Qt.Key.Key_Equal
        ):
            self.zoom_by(1)
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.zoom_by(-1)
        elif control and event.key() == Qt.Key.Key_0:
            self.zoom_by(0)
        else:
            return False
        return True

    def _by_keys(self) -> Region | None:
        """The rectangle that the arrows move now."""
        if self.scene.chosen is None or self.taken_up:
            return self.scene.drawn
        return None

    def _region_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            return self._escape()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            return self._enter()
        region = self._by_keys()
        changed = stepped(self, region, event) if region is not None else None
        if changed is None:
            return False
        self.preview(changed)
        self.show_region(changed)
        if self.scene.chosen is None:
            self.region_drawn.emit(changed)
        return True

    def _enter(self) -> bool:
        """Make a rectangle, take the chosen one up, or keep it where it is now."""
        if self.taken_up:
            self.finish_moving()
            return True
        plate = self.plate(self.scene.chosen)
        if plate is not None:
            self.taken_up = True
            self.scene.drawn = plate.region
            self.viewport().update()
            return True
        region = new_region(self) if self.scene.drawn is None else None
        if region is None:
            return False
        self.choose_words(0, 0)
        self.scene.drawn = region
        self.finish_drawing()
        return True

    def _escape(self) -> bool:
        """Take back what is under way, else let go of what is chosen; False when there is none."""
        if self.taken_up or (self._pointer.busy and self.scene.drawn is not None):
            self._pointer.cancel()
            self.taken_up = False
            self.scene.drawn = None
            self.region_drawn.emit(None)
            self.viewport().update()
        elif self.scene.drawn is not None:
            self._drop_drawn()
        elif self.scene.selection is not None:
            self.choose_words(0, 0)
        elif self.scene.chosen is not None:
            self._let_go()
        else:
            return False
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self.taken_up:
            self.finish_moving()
        super().focusOutEvent(event)

    # Dropping codes

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if read_codes(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if read_codes(event.mimeData()):
            self._show_drop(*self._drop_target(event.position()))
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_drop(None, None)

    def dropEvent(self, event: QDropEvent) -> None:
        codes = read_codes(event.mimeData())
        words, region = self._drop_target(event.position())
        self._show_drop(None, None)
        if codes and (words is not None or region is not None):
            event.acceptProposedAction()
            self.codes_dropped.emit(codes, *(words or (0, 0)), region)

    def _drop_target(self, point: QPointF) -> tuple[tuple[int, int] | None, Region | None]:
        """Where a code would land: the drawn rectangle, a coded one, selected words, a sentence."""
        at = self.in_document(point)
        if self.drawn is not None and self.place_rect(self.drawn).contains(at):
            return None, self.drawn
        found = next((p for p in map(self.plate, self.passages_at(at)) if p is not None), None)
        if found is not None:
            return None, found.region
        place = self._character(at)
        if place is None:
            return None, None
        span = self.scene.selection
        if span is not None and span[0] <= place[0] < span[1]:
            return span, None
        return sentence_at(self.text, place[0]), None

    def _show_drop(self, words: tuple[int, int] | None, region: Region | None) -> None:
        if (self.scene.drop_words, self.scene.drop) != (words, region):
            self.scene.drop_words, self.scene.drop = words, region
            self.viewport().update()
