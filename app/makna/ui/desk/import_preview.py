"""A look at files before they come in: what was recognised, and another choice if it is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import BrokenExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from makna.domain.dates import long_date, number
from makna.domain.errors import BadFile, UserError
from makna.domain.pausing import Pausing
from makna.formats.registry import suffixes
from makna.services.import_plan import ImportOptions, look_through
from makna.services.proposals import Proposal, propose
from makna.ui.column import PAGE_LEFT_PX, PAGE_TOP_PX
from makna.ui.desk.import_choices import ImportChoices
from makna.ui.desk.turn_preview import TurnPreview
from makna.ui.language import current_language
from makna.ui.session import Session
from makna.ui.tasks import Control, TaskRunner
from makna.ui.theme.sizes import set_width_px
from makna.ui.theme.theme import set_look
from makna.ui.widgets.labels import Label

LEFT_PX = 296
LOOKING, AGAIN = "look", "look again"
"""Keys of the tasks: reading all files once, and one of them with other choices."""


class ImportPreviewPage(QWidget):
    """File by file, or all files of one shape at once. Enter imports."""

    import_wanted = Signal(object, object)
    """(tuple[Path, …], ImportOptions)"""
    closed = Signal()
    """There is nothing left to look at."""

    def __init__(self, session: Session, runner: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._queue: list[Path] = []
        self._found: dict[Path, Proposal | UserError] = {}
        self._options = ImportOptions()
        self._title = Label(parent=self)
        self._lead = Label(parent=self)
        self._problem = Label(parent=self)
        self.choices = ImportChoices(session, self)
        self.preview = TurnPreview(self)
        self.import_button = QPushButton(self)
        self.all_button = QPushButton(self)
        self.skip_button = QPushButton(self)
        self.import_button.clicked.connect(lambda: self._import([self._queue[0]]))
        self.all_button.clicked.connect(lambda: self._import(self.alike()))
        self.skip_button.clicked.connect(self._skip)
        self.choices.changed.connect(self._look_again)
        self.choices.marked.connect(self._show_marks)
        self._lay_out()
        self._retranslate()
        session.closing.connect(self._stop)

    def look_at(self, paths: Sequence[Path], options: ImportOptions) -> None:
        """Read the beginnings of these files and of those in these folders."""
        self._options, self._queue, self._found = options, [], {}
        self.choices.begin(options)
        task = self._runner.start(
            LOOKING, lambda control: self._steps(control, list(paths)), title=self.tr("Reading")
        )
        task.finished.connect(lambda _none: self._show())
        self._show()

    def current(self) -> Proposal | None:
        """What is shown; None while it is read, or when it can't be."""
        found = self._found.get(self._queue[0]) if self._queue else None
        return found if isinstance(found, Proposal) else None

    def alike(self) -> list[Path]:
        """The file that is shown and those after it that have the same shape."""
        shown = self.current()
        if shown is None:
            return self._queue[:1]
        found = ((path, self._found.get(path)) for path in self._queue)
        return [
            path
            for path, each in found
            if path == shown.path or (isinstance(each, Proposal) and each.shape == shown.shape)
        ]

    def problem(self) -> str:
        return self._problem.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.import_button.isEnabled():
                self.import_button.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._say()
        super().changeEvent(event)

    def _steps(self, control: Control, paths: list[Path]) -> Pausing[Any]:
        looking = self._runner.submit(look_through, paths, suffixes())
        yield looking
        self._queue = looking.result().known
        for count, path in enumerate(list(self._queue)):
            control.progress(count, len(self._queue), path.name)
            yield from self._read(path, self._options)
            if path == (self._queue[0] if self._queue else None):
                self._show()
            elif self.current() is not None:
                self._name_buttons()
            if control.cancelled:
                break
        if not self._queue:
            self.closed.emit()

    def _read(self, path: Path, options: ImportOptions) -> Pausing[Any]:
        reading = self._runner.submit(propose, path, options)
        yield reading
        try:
            self._found[path] = reading.result()
        except UserError as error:
            self._found[path] = error
        except BrokenExecutor:
            self._runner.fresh_pool()
            self._found[path] = BadFile("unreadable", name=path.name)

    def _look_again(self) -> None:
        if self._queue:
            path, options = self._queue[0], self.choices.options()
            task = self._runner.start(AGAIN, lambda _: self._read(path, options), quiet=True)
            task.finished.connect(lambda _none: self._show())

    def _show_marks(self) -> None:
        """Who asks was changed."""
        found = self.current()
        if found is not None:
            self.preview.show_beginning(found.beginning, self.choices.turns.asking())

    def _import(self, paths: list[Path]) -> None:
        options = self.choices.options()
        if not self._queue:
            return
        self._queue = [path for path in self._queue if path not in paths]
        self.import_wanted.emit(tuple(paths), options)
        # The next file begins as this one was left, but for what only this one can have.
        kept = replace(options, columns=(), sheet="", encoding="")
        self._next(kept)

    def _skip(self) -> None:
        self._queue = self._queue[1:]
        self._next(self.choices.options())

    def _next(self, options: ImportOptions) -> None:
        if not self._queue:
            self.closed.emit()
            return
        self._options = options
        self.choices.begin(options)
        self._show()
        if options.turns or options.prefer:
            self._look_again()

    def _stop(self) -> None:
        self._runner.drop(LOOKING)
        self._runner.drop(AGAIN)

    def _show(self) -> None:
        self._say()
        found = self.current()
        self.choices.setEnabled(found is not None)
        if found is None:
            self.preview.clear()
            return
        self.choices.show_proposal(found)
        self._show_marks()

    def _say(self) -> None:
        path = self._queue[0] if self._queue else None
        self._title.setText(path.name if path is not None else self.tr("A look before importing"))
        found = self._found.get(path) if path is not None else None
        self._lead.setText(self._lead_of(found))
        error = found.problem if isinstance(found, Proposal) else found
        words: list[str] = []
        if isinstance(found, Proposal) and error is None:
            words = [warning.text(current_language()) for warning in found.warnings]
        elif isinstance(found, Proposal) and error is not None:
            _what, why, next_step = error.sentences(current_language())
            words = [f"{why[:1].upper()}{why[1:]}. {next_step}."]
        elif error is not None:
            words = [error.line(current_language())]
        self._problem.setText("\n".join(words))
        self._problem.setVisible(bool(words))
        set_look(self._problem, "problem" if error is not None else "small")
        self._name_buttons()

    def _lead_of(self, found: Proposal | UserError | None) -> str:
        if found is None:
            return self.tr("It is being read …")
        if isinstance(found, UserError):
            return self._waiting()
        size = number(found.characters, current_language())
        parts = [
            found.path.suffix.lstrip(".").upper(),
            self.tr("{count} characters").format(count=size),
            self.tr("%Ln turn(s)", "", found.turns),
        ]
        if found.speakers:
            parts.append(self.tr("%Ln speaker(s)", "", len(found.speakers)))
        if found.date:
            parts.append(long_date(found.date, current_language()))
        return " · ".join(part for part in (*parts, self._waiting()) if part)

    def _waiting(self) -> str:
        others = len(self._queue) - 1
        return self.tr("%Ln more file(s) to look at", "", others) if others > 0 else ""

    def _name_buttons(self) -> None:
        found, alike = self.current(), len(self.alike())
        ready = found is not None and found.problem is None
        self.import_button.setEnabled(ready)
        self.all_button.setVisible(ready and alike > 1)
        self.all_button.setText(self.tr("Import all %Ln of this shape", "", alike))
        self.skip_button.setVisible(bool(self._queue))

    def _lay_out(self) -> None:
        set_look(self, "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_look(self._title, "title")
        set_look(self._lead, "dim")
        set_look(self.import_button, "primary")
        set_look(self.skip_button, "quiet")
        for label in (self._title, self._lead, self._problem):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 12, 12)
        column.addWidget(self.choices)
        scroll = QScrollArea(self)
        # What is in it has names of its own, and brings the keys there.
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_width_px(scroll, LEFT_PX)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.import_button, self.all_button, self.skip_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        halves = QHBoxLayout()
        halves.setSpacing(16)
        halves.addWidget(scroll)
        halves.addWidget(self.preview, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(PAGE_LEFT_PX, PAGE_TOP_PX, 16, 12)
        outer.setSpacing(8)
        for part in (self._title, self._lead, self._problem):
            outer.addWidget(part)
        outer.addLayout(buttons)
        outer.addLayout(halves, 1)
        self.setFocusProxy(self.import_button)

    def _retranslate(self) -> None:
        self.import_button.setText(self.tr("Import"))
        self.skip_button.setText(self.tr("Leave it out"))
        self.preview.setAccessibleName(self.tr("The beginning of the file"))
        self.setAccessibleName(self.tr("A look before importing"))
        self._name_buttons()
