"""The look at a document before it is written."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFontMetricsF, QTextDocument, QTextLength, QTextTable

from makna.domain.errors import UserError
from makna.domain.pausing import Pausing
from makna.services.export_options import ExportOptions
from makna.services.export_preview import preview_apart, preview_html
from makna.ui.session import Session
from makna.ui.tasks import Control, TaskRunner
from makna.ui.theme.theme import tokens

WIDEST_COLUMN_PX = 210
"""Of a table that is wider than the page: longer cells break their lines."""
_CELL_PAD_PX = 20
_ROWS_MEASURED = 60


class Previewer(QObject):
    """Makes previews: at once, or of a large project in a process of its own."""

    made = Signal(str)
    """(HTML)"""
    refused = Signal(object)
    """(UserError)"""

    def __init__(self, session: Session, runner: TaskRunner | None, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._runner = runner

    def look(self, kind: str, options: ExportOptions, *, apart: bool) -> bool:
        """Make one; False when the answer comes later. A look that was under way is given up."""
        if apart and self._runner is not None:
            self._look_apart(self._runner, kind, options)
            return False
        try:
            self.made.emit(preview_html(self._session.project, kind, options))
        except UserError as error:
            self.refused.emit(error)
        return True

    def _look_apart(self, runner: TaskRunner, kind: str, options: ExportOptions) -> None:
        project = self._session.project.path

        def steps(_control: Control) -> Pausing[Any]:
            looking = runner.submit(preview_apart, project, kind, options)
            yield looking
            return runner.answer(looking, project.name)

        task = runner.start("preview", steps, quiet=True)
        # Not signal to signal: Qt would take the object that one carries for the other's string.
        # Nor to a lambda: the page may be gone when the answer comes.
        task.finished.connect(self._tell)
        task.failed.connect(self._tell_refused)

    def _tell(self, html: str) -> None:
        self.made.emit(html)

    def _tell_refused(self, error: UserError) -> None:
        self.refused.emit(error)


def preview_style() -> str:
    """The document's looks in the window's colours."""
    colors = tokens()
    return (
        f"body {{ color: {colors.ink}; }} h1 {{ font-size: x-large; }}"
        f" h2 {{ font-size: large; margin-top: 18px; }} h3, h4, h5 {{ margin-top: 14px; }}"
        f" .detail, .property, .context, .dim, figcaption {{ color: {colors.dim}; }}"
        f" .memo {{ margin-left: 24px; }} a {{ color: {colors.accent}; }}"
        f" th {{ background-color: {colors.background}; text-align: left; }}"
        f" td, th {{ padding: 4px 8px; }}"
    )


def let_tables_be_wide(document: QTextDocument, room: float) -> None:
    """Give the tables that `room` pixels cannot hold columns as wide as their words need.

    Qt squeezes a table into the page until it breaks every word; this one is scrolled sideways.
    """
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            widths = [_wanted(frame, column) for column in range(frame.columns())]
            if sum(widths) > room:
                form = frame.format().toTableFormat()
                fixed = QTextLength.Type.FixedLength
                form.setColumnWidthConstraints([QTextLength(fixed, width) for width in widths])
                frame.setFormat(form)


def _wanted(table: QTextTable, column: int) -> float:
    """The room for the longest cell of a column, within bounds."""
    widest = 0.0
    for row in range(min(table.rows(), _ROWS_MEASURED)):
        first = table.cellAt(row, column).firstCursorPosition()
        metrics = QFontMetricsF(first.charFormat().font())
        widest = max(widest, metrics.horizontalAdvance(first.block().text()))
    return min(widest + _CELL_PAD_PX, WIDEST_COLUMN_PX)
