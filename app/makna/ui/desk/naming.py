"""Names typed in place: the editor stays open and says so while a name can't be had."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPersistentModelIndex, QPoint
from PySide6.QtGui import QHideEvent, QMoveEvent, QResizeEvent, QShowEvent, QValidator
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QWidget

from makna.domain.errors import UserError
from makna.ui.language import current_language
from makna.ui.theme.theme import set_look
from makna.ui.widgets.delegates import Index, RowDelegate
from makna.ui.widgets.labels import Label

Problem = Callable[[str], UserError | None]
"""What is wrong with a name; None when nothing is."""
ProblemOf = Callable[[Index, str], UserError | None]


class _Allowed(QValidator):
    """Lets everything be typed; Enter only where there is no problem."""

    def __init__(self, problem: Problem, parent: QObject) -> None:
        super().__init__(parent)
        self._problem = problem

    def validate(self, text: str, position: int) -> object:
        wrong = self._problem(text) is not None
        state = QValidator.State.Intermediate if wrong else QValidator.State.Acceptable
        return state, text, position


class NameEditor(QLineEdit):
    """A field over a row, with a line below it that says what is wrong with the name."""

    def __init__(self, parent: QWidget, problem: Problem) -> None:
        super().__init__(parent)
        self._problem_of = problem
        self.problem = Label(parent=parent)
        self.problem.setProperty("look", "notice-error")
        self.problem.setContentsMargins(8, 3, 8, 3)
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.setValidator(_Allowed(problem, self))
        self.textEdited.connect(self._judge)

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._judge(self.text())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.problem.hide()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DeferredDelete:
            self.problem.deleteLater()
        return super().event(event)

    def _judge(self, text: str) -> None:
        error = self._problem_of(text)
        sentence = error.sentences(current_language())[0] if error else ""
        set_look(self, "problem" if sentence else "")
        self.setAccessibleDescription(sentence)
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self._place()

    def _place(self) -> None:
        """Below the field, or above it in the last row."""
        self.problem.setFixedWidth(self.width())
        height = self.problem.heightForWidth(self.width())
        self.problem.setFixedHeight(max(height, self.problem.sizeHint().height()))
        room = self.parentWidget()
        below = self.geometry().bottom() + 1
        above = self.geometry().top() - self.problem.height()
        fits = room is None or below + self.problem.height() <= room.height()
        self.problem.move(QPoint(self.x(), below if fits or above < 0 else above))
        self.problem.raise_()


class NamingDelegate(RowDelegate):
    """Paints rows; renames them in a `NameEditor`."""

    def __init__(self, parent: QWidget, problem: ProblemOf, name: str = "") -> None:
        super().__init__(parent)
        self._problem = problem
        self.accessible_name = name

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        row = QPersistentModelIndex(index)
        editor = NameEditor(parent, lambda text: self._problem(row, text))
        editor.setAccessibleName(self.accessible_name)
        return editor
