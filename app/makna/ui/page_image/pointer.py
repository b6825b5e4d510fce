"""What the mouse does on pages: draw a rectangle, move or resize it, select words, choose."""

from __future__ import annotations

import time
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from makna.domain.regions import Region, between, moved, stretched
from makna.domain.text import sentence_at, trimmed, word_at
from makna.ui.page_image.painting import handles

if TYPE_CHECKING:
    from makna.ui.page_image.view import ImagePage

REACH_PX = 7.0
"""How far from a handle it can be grabbed."""
_CURSORS = {
    (-1, -1): Qt.CursorShape.SizeFDiagCursor,
    (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (-1, 1): Qt.CursorShape.SizeBDiagCursor,
    (1, -1): Qt.CursorShape.SizeBDiagCursor,
    (-1, 0): Qt.CursorShape.SizeHorCursor,
    (1, 0): Qt.CursorShape.SizeHorCursor,
    (0, -1): Qt.CursorShape.SizeVerCursor,
    (0, 1): Qt.CursorShape.SizeVerCursor,
}


class Gesture(Enum):
    NONE = auto()
    DRAW = auto()
    MOVE = auto()
    RESIZE = auto()
    WORDS = auto()


class Pointer:
    """The state between press and release; the view forwards its mouse events here."""

    def __init__(self, view: ImagePage) -> None:
        self._view = view
        self._gesture = Gesture.NONE
        self._going = False
        """Whether the pointer has travelled far enough to mean it."""
        self._pressed = QPointF()
        self._page = 1
        self._region: Region | None = None
        self._side = (0, 0)
        self._word = 0
        self._doubled_at = 0.0

    @property
    def busy(self) -> bool:
        return self._gesture is not Gesture.NONE

    @property
    def moving(self) -> bool:
        """Whether a rectangle that was there before hangs on the pointer."""
        return self._gesture in (Gesture.MOVE, Gesture.RESIZE)

    def press(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        view, at = self._view, self._view.in_document(event.position())
        page = view.stack.page_at(at.x(), at.y())
        self._pressed, self._going = at, False
        side = self._handle_under(at)
        active = view.active_region()
        if side is not None and active is not None:
            self._begin(Gesture.RESIZE, active.page, active)
            self._side = side
        elif active is not None and view.place_rect(active).contains(at):
            self._begin(Gesture.MOVE, active.page, active)
        elif page is None:
            self._begin(Gesture.NONE, 1, None)
        elif view.words_under(at):
            self._begin(Gesture.WORDS, page, None)
            self._words_pressed(page, at)
        else:
            self._begin(Gesture.DRAW, page, None)

    def move(self, event: QMouseEvent) -> None:
        view, at = self._view, self._view.in_document(event.position())
        if not event.buttons() & Qt.MouseButton.LeftButton or self._gesture is Gesture.NONE:
            self._show_cursor(at)
            return
        travelled = (at - self._pressed).manhattanLength()
        if not self._going and travelled < QApplication.startDragDistance():
            return
        self._going = True
        view.scroll_towards(event.position())
        at = view.in_document(event.position())
        if self._gesture is Gesture.WORDS:
            self._select_to(at)
        else:
            view.preview(self._changed(at))

    def release(self, event: QMouseEvent) -> None:
        gesture, self._gesture = self._gesture, Gesture.NONE
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = self._view.in_document(event.position())
        if not self._going:
            if gesture is not Gesture.WORDS or not self._was_doubled():
                self._view.choose_at(at)
        elif gesture is Gesture.DRAW:
            self._view.finish_drawing()
        elif gesture in (Gesture.MOVE, Gesture.RESIZE):
            self._view.finish_moving()
        self._going = False
        self._show_cursor(at)

    def double_click(self, event: QMouseEvent) -> None:
        """The word there; a click more the sentence."""
        at = self._view.in_document(event.position())
        page = self._view.stack.page_at(at.x(), at.y())
        if page is None or not self._view.words_under(at):
            return
        position = self._view.words.character(page, *self._view.stack.on_page(page, at.x(), at.y()))
        if position is not None:
            self._doubled_at = time.monotonic()
            self._gesture, self._going = Gesture.WORDS, False
            self._view.choose_words(*word_at(self._view.text, position))

    def cancel(self) -> None:
        self._gesture, self._going = Gesture.NONE, False

    def _begin(self, gesture: Gesture, page: int, region: Region | None) -> None:
        self._gesture, self._page, self._region = gesture, page, region

    def _words_pressed(self, page: int, at: QPointF) -> None:
        view = self._view
        place = view.stack.on_page(page, at.x(), at.y())
        self._word = view.words.position(page, *place) or 0
        if self._was_doubled():
            position = view.words.character(page, *place)
            if position is not None:
                view.choose_words(*sentence_at(view.text, position))

    def _was_doubled(self) -> bool:
        return time.monotonic() - self._doubled_at < QApplication.doubleClickInterval() / 1000

    def _select_to(self, at: QPointF) -> None:
        view = self._view
        page = view.stack.nearest(at.y())
        position = view.words.position(page, *view.stack.on_page(page, at.x(), at.y()))
        if position is not None:
            ends = sorted((self._word, position))
            view.choose_words(*trimmed(view.text, *ends))

    def _changed(self, at: QPointF) -> Region:
        """The rectangle that this gesture makes of the one it began with."""
        stack = self._view.stack
        size = stack.size(self._page)
        if self._gesture is Gesture.DRAW or self._region is None:
            corner = stack.on_page(self._page, self._pressed.x(), self._pressed.y())
            return between(self._page, corner, stack.on_page(self._page, at.x(), at.y()), size)
        by = (at - self._pressed) / stack.scale
        across, down = round(by.x()), round(by.y())
        if self._gesture is Gesture.MOVE:
            return moved(self._region, across, down, size)
        x, y = self._side
        edges = (
            across if x < 0 else 0,
            down if y < 0 else 0,
            across if x > 0 else 0,
            down if y > 0 else 0,
        )
        return stretched(self._region, edges, size)

    def _handle_under(self, at: QPointF) -> tuple[int, int] | None:
        region = self._view.active_region()
        if region is None:
            return None
        for side, point in handles(self._view.place_rect(region)).items():
            near = QRectF(point.x() - REACH_PX, point.y() - REACH_PX, 2 * REACH_PX, 2 * REACH_PX)
            if near.contains(at):
                return side
        return None

    def _show_cursor(self, at: QPointF) -> None:
        view = self._view
        side, active = self._handle_under(at), view.active_region()
        if side is not None:
            shape = _CURSORS[side]
        elif active is not None and view.place_rect(active).contains(at):
            shape = Qt.CursorShape.SizeAllCursor
        elif view.stack.page_at(at.x(), at.y()) is None:
            shape = Qt.CursorShape.ArrowCursor
        elif view.words_under(at):
            shape = Qt.CursorShape.IBeamCursor
        else:
            shape = Qt.CursorShape.CrossCursor
        if view.viewport().cursor().shape() != shape:
            view.viewport().setCursor(shape)
