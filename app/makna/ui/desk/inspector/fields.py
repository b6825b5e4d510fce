"""Fields of the inspector: what is typed in them is kept, and never overwritten meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from makna.domain.changes import Outcome
from makna.ui.desk.inspector.attempt import attempt, problem_line
from makna.ui.refused_words import PASSING, WriteStep
from makna.ui.session import Session
from makna.ui.theme.fonts import Size, sized
from makna.ui.theme.theme import set_look
from makna.ui.widgets.choice_box import ChoiceBox
from makna.ui.widgets.labels import Label, as_hint
from makna.ui.widgets.memo_editor import MemoEditor

Write = Callable[[str], Outcome[Any]]
_FLUSH_X = -5
"""Brings the words of a boxed field back to where they were, but for what the frame needs."""
_CARET_X = -2
"""Takes back what Qt keeps free for the caret: words of a flush field begin where labels do."""
_CARET_PX = 4
"""What Qt keeps free for the caret, at both ends together."""
_EDGE_X, _EDGE_Y = 9, 5
"""Frame and padding of a field in the style sheet: text stays where it is when they appear."""


class TypedText(MemoEditor):
    """A memo editor that writes into the project while one types, as one step of the history.

    Words that have to wait (for a large step, a full disk) wait with the session.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._key = ""
        self._write: WriteStep | None = None
        self.set_lines(1, 14)
        self.committed.connect(self._keep)
        self.finished.connect(session.close_step)
        session.about_to_act.connect(self.flush)

    def bind(self, key: str, text: str, write: WriteStep) -> None:
        """Show `text`, the stored words of what `key` names, and write into it from now on.

        With the key of before it is a refresh, and what is being typed stays.
        """
        text = self._session.refused.words_at(key, text)
        if key == self._key:
            self._write = write
            self.set_text(text)
            return
        self.flush()
        self._key, self._write = key, write
        self.load(text)
        self.setReadOnly(not self._session.writable)

    def set_name(self, name: str, placeholder: str = "") -> None:
        """What a screen reader calls it, and the dim words while it is empty."""
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)

    def _keep(self, text: str) -> None:
        if self._write is not None:
            self._session.put_down(self._key, text, self._write)


class InlineEdit(QLineEdit):
    """Words that look like a label until the mouse or the focus is on them."""

    given_up = Signal()
    """Esc was pressed."""

    def __init__(self, parent: QWidget | None = None, *, flush: bool = False) -> None:
        super().__init__(parent)
        self._flush = flush
        self._problem = False
        self._hovered = False
        self._framed = False
        self._size = Size.BASE
        self._weight: QFont.Weight | None = None
        self._dressing = False
        self._dress()

    def set_label(self) -> None:
        """Write it as the dim label of what stands beside it."""
        self.setProperty("label", True)
        self._size, self._weight = Size.SMALL, QFont.Weight.Normal
        self._dress()

    def set_framed(self) -> None:
        """Show it as a field from the beginning, among others that have frames."""
        self._framed = True
        self._dress()

    def set_title(self, size: Size = Size.BASE) -> None:
        """Write it as the name of what is shown below."""
        self._size, self._weight = size, QFont.Weight.DemiBold
        self._dress()

    def set_problem(self, problem: bool) -> None:
        self._problem = problem
        self._dress()

    def showEvent(self, event: QShowEvent) -> None:
        # A style sheet takes fonts away from widgets that get another parent.
        self._dress()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.StyleChange):
            self._dress()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._dress()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._dress()
        if not self._problem:
            self.setCursorPosition(0)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._hovered = True
        self._dress()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = False
        self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words that look like a label end like one where they are cut: with dots."""
        room = self.width() - self.textMargins().left() - self.textMargins().right() - _CARET_PX
        metrics = self.fontMetrics()
        cut = metrics.horizontalAdvance(self.text()) > room
        self._tell_whole(cut=cut)
        if self._boxed() or not cut:
            super().paintEvent(event)
            return
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        box = self.rect().adjusted(self.textMargins().left() + _CARET_PX // 2, 0, 0, 0)
        with QPainter(self) as painter:
            painter.setPen(self.palette().text().color())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _tell_whole(self, *, cut: bool) -> None:
        """The hint has all of the words where there is no room for them."""
        whole = as_hint(self.text()) if cut else ""
        if self.toolTip() != whole:
            self.setToolTip(whole)

    def _boxed(self) -> bool:
        return (
            self._framed
            or self.hasFocus()
            or self._problem
            or (self._hovered and not self.isReadOnly())
        )

    def _dress(self) -> None:
        if self._dressing:
            return
        self._dressing = True
        try:
            self._put_on()
        finally:
            self._dressing = False

    def _put_on(self) -> None:
        boxed = self._boxed()
        left = (_FLUSH_X if boxed else _CARET_X) if self._flush else (0 if boxed else _EDGE_X)
        around = (0, 0) if boxed else (0 if self._flush else _EDGE_X, _EDGE_Y)
        self.setTextMargins(left, around[1], around[0], around[1])
        look = "problem" if self._problem else "" if boxed else "bare"
        set_look(self, look)
        if self._weight is not None:
            # Polishing for a look takes the font from the application again.
            font = sized(self._size, weight=self._weight)
            if self.font() != font:
                self.setFont(font)


class LineField(QWidget):
    """One line that is kept on Enter or when the focus leaves, and says below what is wrong.

    Words that have to wait (for a large step, a full disk) wait with the session, also while
    something else is shown.
    """

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, flush: bool = False
    ) -> None:
        """`flush`: the words begin where those of labels do."""
        super().__init__(parent)
        self._session = session
        self._key, self._known = "", ""
        self._write: Write | None = None
        self._busy = False
        self.edit = InlineEdit(self, flush=flush)
        self.edit.editingFinished.connect(self.commit)
        self.edit.given_up.connect(self._give_up)
        self.edit.textEdited.connect(lambda _text: self._say(""))
        self._problem = Label(parent=self)
        self._problem.setProperty("look", "problem")
        self._problem.setWordWrap(True)
        self._problem.setContentsMargins(0 if flush else _EDGE_X, 0, 0, 2)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.edit)
        column.addWidget(self._problem)
        self.setFocusProxy(self.edit)
        session.about_to_act.connect(self.commit)

    def bind(self, key: str, text: str, write: Write) -> None:
        """Show the stored line of what `key` names; with the key of before, typed words stay.

        With another one they are kept where they belong first.
        """
        if key == self._key:
            self._write = write
            if text == self.edit.text():
                self._kept(text)
            elif not self._dirty() and text != self._known:
                self._put(text)
            return
        self.commit()
        self._key, self._write = key, write
        self._put(text)
        self.edit.setText(self._session.refused.words_at(key, text))
        self.edit.setReadOnly(not self._session.writable)

    def set_name(self, name: str, placeholder: str = "") -> None:
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(placeholder)

    def problem(self) -> str:
        return self._problem.text()

    def commit(self) -> None:
        """Keep what was typed, or say why it cannot be kept."""
        wrong = self.problem() and self._key not in self._session.refused
        if self._busy or not self._dirty() or self._write is None or wrong:
            return
        key, write, text = self._key, self._write, self.edit.text()
        self._session.refused.let_go(key)
        self._busy = True
        try:
            refused = attempt(self._session, lambda: write(text))
        finally:
            self._busy = False
        if refused is not None and refused.key in PASSING:
            self._session.refused.hold(key, text, lambda text, _step: write(text))
        if key != self._key:
            # Keeping it made the pane show something else.
            return
        if refused is not None:
            self._say(problem_line(refused))
        else:
            self._kept(text)

    def _kept(self, text: str) -> None:
        """What was typed lies in the project now."""
        self._known = text
        self.edit.setModified(False)
        self._say("")

    def _dirty(self) -> bool:
        return self.edit.text() != self._known

    def _put(self, text: str) -> None:
        self._known = text
        self.edit.setText(text)
        self.edit.setCursorPosition(0)
        self._say("")

    def _give_up(self) -> None:
        self._session.refused.let_go(self._key)
        self._put(self._known)

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.edit.setAccessibleDescription(sentence)
        self.edit.set_problem(bool(sentence))


class ChoiceField(ChoiceBox):
    """A choice that scrolling past does not change."""

    picked = Signal(str)
    """The key that the user chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(lambda row: self.picked.emit(str(self.itemData(row))))

    def set_choices(self, names: Mapping[str, str]) -> None:
        """Offer these keys by name; the chosen one stays."""
        chosen = self.chosen()
        self.clear()
        for key, name in names.items():
            self.addItem(name, key)
        self.choose(chosen)

    def choose(self, key: str) -> None:
        """Show a choice without saying that it was picked."""
        self.setCurrentIndex(max(0, self.findData(key)))

    def chosen(self) -> str:
        return str(self.currentData() or "")

    def minimumSizeHint(self) -> QSize:
        return QSize(60, super().minimumSizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
