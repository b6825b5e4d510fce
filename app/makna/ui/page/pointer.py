"""What the mouse does on the text: words, sentences, passages, their edges."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from makna.domain.text import sentence_at, word_at
from makna.ui.page.edges import EdgeMove, snapped

if TYPE_CHECKING:
    from makna.ui.page.view import TextPage

HANDLE_REACH_PX = 6.0
"""How far from an edge it can be grabbed."""
Grain = Callable[[str, int], tuple[int, int]]


class Pointer:
    """The state between press and release; the page forwards its mouse events here.

    Each handler tells whether it took the event.
    """

    def __init__(self, page: TextPage) -> None:
        self._page = page
        self._grabbed_end: bool | None = None
        self._grain: Grain | None = None
        self._anchor = (0, 0)
        self._doubled_at = 0.0
        self._pressed_at: QPointF | None = None
        self._holds_words = False

    @property
    def dragging(self) -> bool:
        """Whether an edge hangs on the pointer."""
        return self._grabbed_end is not None

    def press(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        self._pressed_at = event.position()
        self._holds_words = False
        edge = self._edge_under(event.position())
        if edge is not None:
            self._grabbed_end = edge
            self._page.edge_editor.begin()
            return True
        if self._is_third_press():
            self._select_by(sentence_at, event.position())
            return True
        return False

    def pressed(self, event: QMouseEvent) -> None:
        """After a plain press: words that it leaves selected hang on the pointer."""
        left = event.button() == Qt.MouseButton.LeftButton
        extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._holds_words = left and not extends and self._page.selection() is not None

    def double_click(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        self._doubled_at = time.monotonic()
        self._select_by(word_at, event.position())
        return True

    def move(self, event: QMouseEvent) -> bool:
        point = event.position()
        if self._grabbed_end is not None:
            precise = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self._drag_edge(point, self._grabbed_end, precise)
            return True
        if self._grain is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._extend(self._grain, point)
            return True
        if self._holds_words and event.buttons() & Qt.MouseButton.LeftButton:
            if self._travelled(event) >= QApplication.startDragDistance():
                self._holds_words = False
                self._page.drag_selection()
            return True
        if not event.buttons():
            self._show_cursor(point)
            self._page.point_at(event.position().toPoint())
        return False

    def release(self, event: QMouseEvent) -> bool:
        """Returns True when the release ended a gesture of ours."""
        if self._grabbed_end is not None:
            self._grabbed_end = None
            self._page.edge_editor.commit()
            return True
        if self._grain is not None:
            self._grain = None
            return True
        return False

    def clicked(self, event: QMouseEvent) -> None:
        """After a plain release: a click chooses the innermost passage under it."""
        near = self._travelled(event) < QApplication.startDragDistance()
        pressed, self._pressed_at = self._pressed_at, None
        if pressed is not None and near and self._page.selection() is None:
            character = self._page.surface.geometry.character_at(self._in_document(pressed))
            self._page.choose_at(character)

    def _travelled(self, event: QMouseEvent) -> float:
        """How far the pointer is from where the button was pressed."""
        pressed = event.position() if self._pressed_at is None else self._pressed_at
        return (event.position() - pressed).manhattanLength()

    def cancel(self) -> None:
        """Forget the gesture; what it previewed is the edge editor's to drop."""
        self._grabbed_end = None
        self._grain = None

    def _is_third_press(self) -> bool:
        interval = QApplication.doubleClickInterval() / 1000
        return time.monotonic() - self._doubled_at < interval

    def _in_document(self, point: QPointF) -> QPointF:
        return point + QPointF(0, self._page.surface.scrolled())

    def _edge_under(self, point: QPointF) -> bool | None:
        """True for the end, False for the start of the selected passage, None for neither."""
        span = self._page.surface.scene.selected
        if span is None or not self._page.isReadOnly():
            return None
        at = self._in_document(point)
        geometry = self._page.surface.geometry
        view = self._page.surface.in_view()
        for ending, position in ((True, span[1]), (False, span[0])):
            if view[0] <= position <= view[1]:
                box = geometry.place(position, ending=ending)
                reach = HANDLE_REACH_PX
                if box.adjusted(-reach, -reach, reach, reach).contains(at):
                    return ending
        return None

    def _drag_edge(self, point: QPointF, ending: bool, precise: bool) -> None:
        self._page.scroll_towards(round(point.y()))
        text = self._page.surface.text
        position = self._page.surface.geometry.position_at(self._in_document(point))
        if not precise:
            position = snapped(text, position, ending=ending)

        def moved(move: EdgeMove) -> EdgeMove:
            return move.end_to(position, len(text)) if ending else move.start_to(position)

        self._page.edge_editor.change(moved)

    def _select_by(self, grain: Grain, point: QPointF) -> None:
        geometry = self._page.surface.geometry
        at = self._in_document(point)
        position = geometry.character_at(at)
        if position is None:
            position = geometry.position_at(at)
        self._grain = grain
        self._anchor = grain(self._page.surface.text, position)
        self._page.set_selection(*self._anchor)

    def _extend(self, grain: Grain, point: QPointF) -> None:
        """Grow the selection by whole words or sentences while the button is held."""
        at = self._page.surface.geometry.position_at(self._in_document(point))
        start, end = grain(self._page.surface.text, at)
        if start < self._anchor[0]:
            self._page.set_selection(self._anchor[1], start)
        else:
            self._page.set_selection(self._anchor[0], max(end, self._anchor[1]))

    def _show_cursor(self, point: QPointF) -> None:
        over_edge = self._edge_under(point) is not None
        shape = Qt.CursorShape.SplitHCursor if over_edge else Qt.CursorShape.IBeamCursor
        if self._page.viewport().cursor().shape() != shape:
            self._page.viewport().setCursor(shape)
