"""The page as it is used: selecting, choosing passages, dragging, correcting."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from makna.domain.model import Turn
from makna.ui.page.droppable import DroppableSheet
from makna.ui.page.hints import hint
from makna.ui.page.ladder import Ladder, sentence_after, sentence_before
from makna.ui.page.pointer import Pointer

_WHEEL_NOTCH = 120
"""Eighths of a degree of one notch of a mouse wheel."""
_OWN_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class TextPage(DroppableSheet):
    """The text page. Positions in its signals and methods are code points of the text.

    Mouse: a double click selects the word, a triple click the sentence, a click on a number in the
    gutter the paragraph; a click on coded text or on a bracket chooses the passage, whose edges can
    then be dragged (with Alt to the character, else to words). Ctrl and the wheel zoom; Ctrl and a
    click open a link.

    Keys: arrows move the caret, with Shift they select. Enter chooses the innermost passage at the
    caret, again the next outer one. Alt+Home and Alt+End move the chosen passage's start and end
    outwards by a word, with Shift inwards; it counts when Alt is let go. Esc takes that back, then
    lets go of the passage. Ctrl and plus, minus, 0 zoom.
    """

    selection_changed = Signal(int, int)
    """start, end; equal when nothing is selected, then they are the caret's place."""
    passage_clicked = Signal(int)
    """passage_id: chosen by a click on its bracket or its text, or by Enter at the caret."""
    passage_left = Signal()
    """The user has clicked beside all passages, or pressed Esc."""
    edge_moved = Signal(int, object, int, int)
    """passage_id, coding_id: int | None, new_start, new_end."""
    menu_wanted = Signal(QPoint, object, object)
    """global_pos, passage_ids: tuple[int, ...] innermost first, selection: (start, end) | None."""
    link_wanted = Signal(str)
    """address: a hyperlink was clicked with Ctrl held."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pointer = Pointer(self)
        self._ladder = Ladder()
        self.edge_editor.moved.connect(self._edge_moved)
        self.margin.bracket_clicked.connect(self._bracket_clicked)
        self.margin.beside_clicked.connect(self._leave_passage)
        self.margin.menu_wanted.connect(self._menu_beside)
        self.gutter.paragraph_clicked.connect(self.set_selection)
        self.selectionChanged.connect(self._selection_changed)
        self.cursorPositionChanged.connect(self._caret_moved)
        self.setTabChangesFocus(True)

    # Selection

    def _selection_changed(self) -> None:
        chosen = self.selection() or (self.caret(), self.caret())
        self.selection_changed.emit(*chosen)

    def _caret_moved(self) -> None:
        """Qt tells of selections only; while the text is corrected its own caret says enough."""
        if self.isReadOnly() and not self.textCursor().hasSelection():
            self._selection_changed()

    def expand(self) -> None:
        """Select the next larger unit: word, sentence, paragraph, turn, all; from a passage too."""
        at = self._here()
        turns = self._page.turns
        wider = self._ladder.up(self.surface.text, turns, self.surface.geometry.hidden, at)
        if wider != at:
            self.set_selection(*wider)

    def shrink(self) -> None:
        """Take back one `expand`."""
        at = self.selection()
        if at is not None:
            self.set_selection(*self._ladder.down(at))

    def next_sentence(self) -> None:
        """Select the sentence behind what is selected; from a passage too."""
        self._take(sentence_after(self.surface.text, self.surface.geometry.hidden, self._here()))

    def previous_sentence(self) -> None:
        """Select the sentence before what is selected; from a passage too."""
        self._take(sentence_before(self.surface.text, self.surface.geometry.hidden, self._here()))

    def _take(self, span: tuple[int, int]) -> None:
        if span[0] < span[1]:
            self.set_selection(*span)
            self.ensureCursorVisible()

    def _here(self) -> tuple[int, int]:
        """What is selected, else the chosen passage if the caret is still there, else the caret."""
        caret, passage = self.caret(), self.surface.scene.selected
        near = passage if passage is not None and passage[0] <= caret <= passage[1] else None
        return self.selection() or near or (caret, caret)

    def turn_here(self) -> Turn | None:
        """The turn that holds the caret."""
        at = self.caret()
        return next((turn for turn in self._page.turns if turn.start <= at <= turn.end), None)

    # The selected passage

    @property
    def selected_passage(self) -> int | None:
        return self.edge_editor.passage_id

    def select_passage(self, passage_id: int | None, coding_id: int | None = None) -> None:
        """Mark a passage in text and margin and show the handles at its edges; None ends it.

        With `coding_id` an edge that is moved is that coding's only.
        """
        self.margin.selected_passage = passage_id
        self.margin.update()
        self.edge_editor.choose(passage_id, coding_id)

    def choose_at(self, position: int | None) -> None:
        """The user has chosen the innermost passage on the character at `position`, or none."""
        marks = [] if position is None else self.surface.scene.marks.at(position)
        if marks:
            self.select_passage(marks[0].passage_id)
            self.passage_clicked.emit(marks[0].passage_id)
        else:
            self._leave_passage()

    def _choose_at_caret(self) -> None:
        """The innermost passage at the caret; where one of them is chosen, the next outer one."""
        marks = self.surface.scene.marks.at(self.caret())
        passages = list(dict.fromkeys(mark.passage_id for mark in marks))
        if not passages:
            return
        known = self.selected_passage
        at = passages.index(known) + 1 if known in passages else 0
        chosen = passages[at % len(passages)]
        self.select_passage(chosen)
        self.passage_clicked.emit(chosen)

    def _leave_passage(self) -> None:
        if self.selected_passage is not None:
            self.select_passage(None)
            self.passage_left.emit()

    def _edge_moved(self, passage: int, coding: int | None, start: int, end: int) -> None:
        self._drop_selection()
        self.edge_moved.emit(passage, coding, start, end)

    def _drop_selection(self) -> None:
        """Only one thing is chosen at a time: words that were selected before no longer are."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def _bracket_clicked(self, passage_id: int, coding_id: int) -> None:
        self._drop_selection()
        self.select_passage(passage_id, coding_id)
        self.passage_clicked.emit(passage_id)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._pointer.press(event):
            super().mousePressEvent(self._on_line(event))
            self._pointer.pressed(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._pointer.double_click(event):
            super().mouseDoubleClickEvent(self._on_line(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._pointer.move(event):
            super().mouseMoveEvent(self._on_line(event) if event.buttons() else event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pointer.release(event):
            return
        super().mouseReleaseEvent(self._on_line(event))
        if event.button() != Qt.MouseButton.LeftButton:
            return
        address = self.anchorAt(event.position().toPoint())
        if address and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.link_wanted.emit(address)
        elif self.isReadOnly():
            self._pointer.clicked(event)

    def _on_line(self, event: QMouseEvent) -> QMouseEvent:
        """The event as if the mouse were on the line that it is nearest to."""
        down = QPointF(0, self.surface.scrolled())
        at = event.position()
        settled = self.surface.geometry.settled(at + down) - down
        if settled == at or not self.viewport().rect().contains(at.toPoint()):
            return event
        return QMouseEvent(
            event.type(),
            settled,
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
            event.pointingDevice(),
        )

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        turned = event.angleDelta().y()
        if turned:
            notches = turned / _WHEEL_NOTCH
            self.zoom_by(max(1, round(notches)) if turned > 0 else min(-1, round(notches)))
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what lies under the pointer, or at the caret for the menu key."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        if by_key:
            place = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
            position: int | None = self.caret()
        else:
            place, position = event.globalPos(), self._character_under(event.pos())
            if position is not None:
                self._aim_at(position)
        marks = [] if position is None else self.surface.scene.marks.at(position)
        passages = tuple(dict.fromkeys(mark.passage_id for mark in marks))
        self.menu_wanted.emit(place, passages, self.selection())

    def _aim_at(self, position: int) -> None:
        """What a menu does is done to what it was opened on, not to what is chosen elsewhere."""
        chosen = self.selection() or self.surface.scene.selected
        if chosen is not None and chosen[0] <= position < chosen[1]:
            return
        self.set_selection(position, position)
        if self.isReadOnly():
            self.choose_at(position)

    def _menu_beside(self, place: QPoint, passages: tuple[int, ...]) -> None:
        if passages and self.selected_passage not in passages:
            self._drop_selection()
            self.select_passage(passages[0])
            self.passage_clicked.emit(passages[0])
        self.menu_wanted.emit(place, passages, self.selection())

    def _character_under(self, point: QPoint) -> int | None:
        """`point` in the viewport."""
        at = QPointF(point) + QPointF(0, self.surface.scrolled())
        return self.surface.geometry.character_at(at)

    def point_at(self, point: QPoint | None) -> None:
        """Light up the innermost code under the pointer, in text and margin; None: under nothing.

        `point` in the viewport.
        """
        position = None if point is None else self._character_under(point)
        marks = [] if position is None else self.surface.scene.marks.at(position)
        self.light_code(marks[0].code_id if marks else None)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            position = self._character_under(event.pos())
            marks = [] if position is None else self.surface.scene.marks.at(position)
            QToolTip.showText(event.globalPos(), hint(marks), self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self.point_at(None)
        return super().viewportEvent(event)

    # Keys

    def event(self, event: QEvent) -> bool:
        """Leave undo to the program; take the keys that move an edge before a menu does."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if any(event.matches(keys) for keys in _OWN_UNDO):
                event.ignore()
                return False
            if self.isReadOnly() and self.edge_editor.handles(event):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if any(event.matches(keys) for keys in _OWN_UNDO):
            event.ignore()
        elif not self._zoom_key(event) and not self._passage_key(event):
            if event.key() == Qt.Key.Key_Escape:
                event.ignore()
            else:
                self._type(event)

    def _type(self, event: QKeyEvent) -> None:
        """What the text itself does with a key; the caret steps over what takes no room."""
        before = self.textCursor().position()
        super().keyPressEvent(event)
        hidden, cursor = self.surface.geometry.hidden, self.textCursor()
        place = self.surface.positions.to_cp(cursor.position())
        seen = hidden.behind(place)
        if seen == place:
            return
        if self.surface.positions.to_u16(seen) == before:
            seen = max(hidden.before(seen) - 1, 0)
        chooses = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        keep = QTextCursor.MoveMode.KeepAnchor if chooses else QTextCursor.MoveMode.MoveAnchor
        cursor.setPosition(self.surface.positions.to_u16(seen), keep)
        self.setTextCursor(cursor)

    def _zoom_key(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.ZoomIn) or _is_ctrl(event, Qt.Key.Key_Equal):
            self.zoom_by(1)
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.zoom_by(-1)
        elif _is_ctrl(event, Qt.Key.Key_0):
            self.zoom_by(0)
        else:
            return False
        return True

    def _passage_key(self, event: QKeyEvent) -> bool:
        """Esc, Enter and the edge keys, which are about passages unless the text is edited."""
        if event.key() == Qt.Key.Key_Escape:
            return self._escape()
        if not self.isReadOnly():
            return False
        if self.edge_editor.handles(event):
            self.edge_editor.key(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._choose_at_caret()
        else:
            return False
        return True

    def _escape(self) -> bool:
        """Take back what is under way, else let go of what is chosen; False without either."""
        if self.edge_editor.cancel():
            self._pointer.cancel()
            return True
        words = self.isReadOnly() and self.textCursor().hasSelection()
        if self.selected_passage is None and not words:
            return False
        if words:
            # They are the passage's own after coding, and would go on standing for it.
            self._drop_selection()
        self._leave_passage()
        return True

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Alt and not self._pointer.dragging:
            self.edge_editor.commit()
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if not self._pointer.dragging:
            self.edge_editor.commit()
        super().focusOutEvent(event)


def _is_ctrl(event: QKeyEvent, key: Qt.Key) -> bool:
    return event.key() == key and event.modifiers() == Qt.KeyboardModifier.ControlModifier
