"""Shows an edge of the selected passage on its way, and reports where it came to rest."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from makna.ui.page.edges import EdgeMove, stepped
from makna.ui.page.surface import Surface
from makna.ui.page.values import Mark

SETTLE_MS = 900
"""After this long without another key the edge stays where it is."""


class EdgeEditor(QObject):
    """Moves the edges of the selected passage: first on the page only, then for good.

    Keys: Alt+Home and Alt+End move the start and the end outwards by a word, with Shift inwards.
    The move counts when Alt is let go or after `SETTLE_MS`; Esc takes it back.
    """

    moved = Signal(int, object, int, int)
    """passage_id, coding_id: int | None, new_start, new_end."""
    previewed = Signal()
    """The selected stretch in the scene has changed."""

    def __init__(self, surface: Surface, parent: QObject) -> None:
        super().__init__(parent)
        self._surface = surface
        self.passage_id: int | None = None
        self.coding_id: int | None = None
        self._move: EdgeMove | None = None
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._settling.timeout.connect(self.commit)

    @property
    def busy(self) -> bool:
        """Whether an edge is on its way."""
        return self._move is not None

    def choose(self, passage_id: int | None, coding_id: int | None) -> None:
        """Work on another passage; a move that has not settled is dropped."""
        self._drop()
        self.passage_id, self.coding_id = passage_id, coding_id
        self.rest()

    def rest(self) -> None:
        """Mark the selected passage where its codings say that it lies."""
        marks = [] if self.passage_id is None else self._marks()
        place = (marks[0].start, marks[0].end) if marks else None
        if place != self._surface.scene.selected:
            self._surface.scene.selected = place
            self.previewed.emit()

    def _marks(self) -> list[Mark]:
        assert self.passage_id is not None
        return self._surface.scene.marks.of_passage(self.passage_id)

    def begin(self) -> None:
        """Take the edge up; nothing without a selected passage."""
        span = self._surface.scene.selected
        if self._move is None and span is not None and self.passage_id is not None:
            self._move = EdgeMove(self.passage_id, self.coding_id, *span, span)

    def change(self, how: Callable[[EdgeMove], EdgeMove]) -> None:
        if self._move is not None:
            self._move = how(self._move)
            self._surface.scene.selected = (self._move.start, self._move.end)
            self.previewed.emit()

    def commit(self) -> None:
        """The edge stays where it is; the owner answers with fresh marks."""
        move, self._move = self._move, None
        self._settling.stop()
        if move is not None and move.changed:
            self.moved.emit(move.passage_id, move.coding_id, move.start, move.end)

    def cancel(self) -> bool:
        """Take the move back; False when there was none."""
        if self._move is None:
            return False
        self._drop()
        self.rest()
        return True

    def _drop(self) -> None:
        self._move = None
        self._settling.stop()

    def handles(self, event: QKeyEvent) -> bool:
        """Whether the key moves an edge of the selected passage."""
        known = event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End)
        alt, ctrl = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
        held = event.modifiers() & (alt | ctrl) == alt
        return known and held and self._surface.scene.selected is not None

    def key(self, event: QKeyEvent) -> None:
        """One step by a word."""
        starting = event.key() == Qt.Key.Key_Home
        inwards = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        forward = starting == inwards
        text = self._surface.text

        def moved(move: EdgeMove) -> EdgeMove:
            at = move.start if starting else move.end
            to = stepped(text, at, ending=not starting, forward=forward)
            return move.start_to(to) if starting else move.end_to(to, len(text))

        self.begin()
        self.change(moved)
        self._settling.start()
