"""The code tree as a view: dragging codes, dropping codes and text, moving codes by keys."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget

from makna.domain.model import CodeId
from makna.ui.desk.code_model import CodeModel, Target
from makna.ui.desk.key_view import KeyView
from makna.ui.desk.result_transfer import PASSAGES_MIME
from makna.ui.page.transfer import CODES_MIME, SELECTION_MIME
from makna.ui.theme.theme import set_look


class Shift(Enum):
    """Where a code can go by one key."""

    UP = Qt.Key.Key_Up
    DOWN = Qt.Key.Key_Down
    IN = Qt.Key.Key_Right
    OUT = Qt.Key.Key_Left


class CodeTreeView(KeyView):
    """Codes. Ctrl and an arrow move a code; what is dragged is the model's affair."""

    shift_wanted = Signal(object)
    """(Shift)"""

    def __init__(self, model: CodeModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._codes = model
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setAutoExpandDelay(600)
        self.drag_hint = QLabel(self)
        """What a key does while codes are dragged over codes; over a text it would do nothing."""
        set_look(self.drag_hint, "key")
        self.drag_hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.drag_hint.hide()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # A text lands on a code, never between two: then the whole row takes it.
        data = event.mimeData()
        self.setDragDropOverwriteMode(any(map(data.hasFormat, (SELECTION_MIME, PASSAGES_MIME))))
        super().dragEnterEvent(event)
        self._show_hint(data.hasFormat(CODES_MIME))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_hint(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_hint(False)
        super().dropEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        arrows = {shift.value: shift for shift in Shift}
        if control == Qt.KeyboardModifier.ControlModifier and event.key() in arrows:
            self.shift_wanted.emit(arrows[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def enter(self) -> None:
        """Take the keys; where no code is chosen, choose the one that the filter means."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.chosen_keys():
            self._choose_fit()

    def enter_fit(self) -> None:
        """Choose the code that the filter means; Enter once more does what it is for."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        self._choose_fit()

    def _choose_fit(self) -> None:
        if (found := self._codes.first_fit()) is not None:
            self.choose([found])

    def _show_hint(self, shown: bool) -> None:
        """At the bottom, where there are the fewest rows to aim at."""
        self.drag_hint.adjustSize()
        room = self.viewport().geometry()
        at = QPoint(room.center().x() - self.drag_hint.width() // 2, room.bottom())
        self.drag_hint.move(at - QPoint(0, self.drag_hint.height() + 4))
        self.drag_hint.setVisible(shown)


def shifted(model: CodeModel, code: CodeId, shift: Shift) -> Target | None:
    """Where a code goes by one key, among the rows on show; None when it can't."""
    above = model.above(code)
    siblings = model.below(above)
    at = siblings.index(code)
    if shift is Shift.UP:
        return Target(above, siblings[at - 1]) if at > 0 else None
    if shift is Shift.DOWN:
        return behind(model, siblings[at + 1]) if at + 1 < len(siblings) else None
    if shift is Shift.IN:
        return Target(siblings[at - 1]) if at > 0 else None
    return behind(model, above) if above is not None else None


def behind(model: CodeModel, code: CodeId) -> Target:
    """The place after a code, beside it."""
    parent = model.tree[code].parent
    siblings = [sibling.id for sibling in model.tree.children(parent)]
    following = siblings[siblings.index(code) + 1 :]
    return Target(parent, following[0] if following else None)
