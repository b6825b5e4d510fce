"""The chapter that the author writes in Word: choose the file, see what will change, refresh."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from makna.domain.changes import ChangeSet
from makna.domain.errors import UserError
from makna.domain.report import Report
from makna.services.export_options import ExportOptions
from makna.services.export_process import RefreshedApart, compare_apart, refresh_apart
from makna.services.refreshing import Refreshed, preview, refresh
from makna.ui.desk.project_process import ProjectProcess
from makna.ui.language import current_language
from makna.ui.session import Session
from makna.ui.system import AskFile, OpenPath, ask_existing, open_path, remembered_path
from makna.ui.tasks import Task, TaskRunner
from makna.ui.theme.theme import set_look
from makna.ui.widgets.labels import ElidedLabel, Label, LinkButton, SectionLabel, as_hint

REMEMBERED = "refresh.file"
LOOKING = "refresh.look"
LOOK_PAUSE_MS = 900
"""After a change in the project."""
SLOW_S = 0.25
"""A chapter that takes longer to compare is not compared again after every change."""


class RefreshStrip(QFrame):
    """A small panel below an export: the author's file and the project, brought together."""

    refreshed = Signal(object)
    """(Refreshed)"""

    def __init__(
        self,
        session: Session,
        report_of: Callable[[], Report],
        parent: QWidget | None = None,
        *,
        choose: AskFile = ask_existing,
        open_with_system: OpenPath = open_path,
        remembered: str = REMEMBERED,
        runner: TaskRunner | None = None,
        options_of: Callable[[], ExportOptions | None] = lambda: None,
    ) -> None:
        """`report_of` makes the chapter as it would be exported now; it may raise UserError.

        `remembered` is the key of the view state: each chapter has a file of its own. Where
        `options_of` says how it is exported, the work is done by `runner` beside the window.
        """
        super().__init__(parent)
        self._apart = ProjectProcess(session, runner) if runner is not None else None
        self._options_of = options_of
        self._task: Task | None = None
        self._remembered = remembered
        self._session = session
        self._report_of = report_of
        self._choose = choose
        self._open = open_with_system
        self._path: Path | None = None
        self._looked: Refreshed | None = None
        self._done: Refreshed | None = None
        self._error: UserError | None = None
        self._stale = True
        self._slow = False
        self._pause = QTimer(self, singleShot=True, interval=LOOK_PAUSE_MS)
        self._pause.timeout.connect(self.look)
        self._make_widgets()
        self._lay_out()
        self._recall()
        self._retranslate()
        session.changed.connect(self._after)
        session.closing.connect(self._pause.stop)

    def set_path(self, path: Path) -> None:
        """The file in which the author writes; it is remembered with the project."""
        self._path, self._done, self._error = path, None, None
        self._session.remember(self._remembered, str(path))
        self.look()

    def look(self) -> None:
        """Compare the file with the project; writes nothing."""
        self.stop()
        self._stale = False
        self._looked = self._error = None
        options = self._options_of() if self._apart is not None else None
        if self._apart is not None and self._path is not None and options is not None:
            self._look_apart(self._apart, self._path, options)
            return
        started = perf_counter()
        if self._path is not None:
            try:
                self._looked = preview(self._session.project, self._path, report=self._report_of())
            except UserError as error:
                self._error = error
        self._slow = perf_counter() - started > SLOW_S
        self._show()

    def refresh(self) -> None:
        """Bring the file up to date."""
        if self._path is None:
            return
        self._done = self._error = None
        options = self._options_of() if self._apart is not None else None
        if self._apart is not None and options is not None:
            self._refresh_apart(self._apart, self._path, options)
            return
        try:
            self._done = refresh(self._session.project, self._path, report=self._report_of())
        except UserError as error:
            self._error = error
            self._show()
            return
        self._told(self._done)

    def stop(self) -> None:
        """Nobody waits for a comparison any more; it begins again when somebody looks."""
        if self._task is not None and self._task.quiet:
            self._stale = True
            self._task.drop()

    def _look_apart(self, apart: ProjectProcess, path: Path, options: ExportOptions) -> None:
        """Compared with quietly: nobody asked for it."""
        # After each change it would begin again, and take a processor for itself.
        self._slow = True
        task = apart.start(LOOKING, "", path.name, compare_apart, path, options, quiet=True)
        self._follow(task, self._compared)
        self._show()

    def _refresh_apart(self, apart: ProjectProcess, path: Path, options: ExportOptions) -> None:
        self.stop()
        title = self.tr("Refreshing the chapter in Word")
        task = apart.start("refresh", title, path.name, refresh_apart, path, options)
        self._follow(task, self._refreshed_apart)
        self._show()

    def _follow(self, task: Task, told: Callable[[Any], None]) -> None:
        self._task = task
        task.finished.connect(told)
        task.failed.connect(self._refused)
        task.ended.connect(self._over)

    def _compared(self, found: Refreshed | None) -> None:
        self._looked = found

    def _refreshed_apart(self, found: RefreshedApart | None) -> None:
        if found is None:
            # Called off: the file is as it was, and may be refreshed after all.
            self._stale = True
            return
        self._told(found.done)

    def _refused(self, error: UserError) -> None:
        self._error = error

    def _over(self) -> None:
        self._task = None
        self._show()

    def _told(self, done: Refreshed) -> None:
        self._done = self._looked = done
        self._stale = False
        self._show()
        self.refreshed.emit(done)

    def problem(self) -> str:
        """What keeps the file from being refreshed; empty when nothing does."""
        return self._problem.text() if self._error is not None else ""

    def summary(self) -> str:
        """What is shown about the file: what will be done, or was."""
        return self._said.text()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._pause.start(0)

    def hideEvent(self, event: QHideEvent) -> None:
        self._pause.stop()
        self.stop()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _ask(self) -> None:
        start = self._path or self._session.project.path.parent
        title, filter_ = self.tr("The Word file you are writing in"), self.tr("Word (*.docx)")
        path = self._choose(self, title, start, filter_)
        if path is not None:
            self.set_path(path)

    def _after(self, changes: ChangeSet) -> None:
        self._stale, self._done = True, None
        if self.isVisible() and not self._slow:
            self._pause.start(LOOK_PAUSE_MS)
        elif self.isVisible():
            self._show()

    def _recall(self) -> None:
        kept = remembered_path(self._session.recall(self._remembered))
        if kept is not None and kept.is_file():
            self._path = kept

    def _show(self) -> None:
        found = self._done or self._looked
        self._name.setText(self._path.name if self._path else self.tr("No file chosen"))
        set_look(self._name, "strong" if self._path else "dim")
        self._name.setToolTip(as_hint(str(self._path)) if self._path else "")
        self._said.setText(self._sentence(found))
        self._said.setVisible(bool(self._said.text()))
        language = current_language()
        problems = [self._error.line(language)] if self._error else []
        problems += [problem.text(language) for problem in (found.problems if found else ())]
        self._problem.setText("\n".join(problems))
        self._problem.setVisible(bool(problems))
        set_look(self._problem, "problem" if self._error else "small")
        waiting = self._done is None and found is not None and not found.nothing
        news = self._stale or waiting
        busy = self._task is not None
        self.refresh_button.setEnabled(self._looked is not None and news and not busy)
        self.open_button.setVisible(self._done is not None)
        has_backup = self._done is not None and self._done.backup is not None
        self.backup_button.setVisible(has_backup)

    def _sentence(self, found: Refreshed | None) -> str:
        if self._path is None:
            return self.tr(
                "Choose the Word file in which you write. What has changed here is brought into "
                "it; what you wrote stays as it is."
            )
        if found is None:
            return self.tr("Comparing it with the project…") if self._task is not None else ""
        if self._stale:
            return self.tr("The project has changed since the file was compared with it.")
        if found.nothing:
            return self.tr("Nothing has changed: the file says what the project says.")
        said = " · ".join(self._counts(found))
        return self.tr("Done: {counts}").format(counts=said) if self._done else said

    def _counts(self, found: Refreshed) -> list[str]:
        counted = (
            (found.updated, self.tr("%Ln updated", "", found.updated)),
            (found.added, self.tr("%Ln added", "", found.added)),
            (
                found.told,
                self.tr("%Ln edited by you: a comment shows the new text", "", found.told),
            ),
            (
                found.lost,
                self.tr("%Ln no longer in the chapter: a comment says so", "", found.lost),
            ),
            (found.unchanged, self.tr("%Ln unchanged", "", found.unchanged)),
        )
        return [text for count, text in counted if count]

    def _open_backup(self) -> None:
        if self._done is not None and self._done.backup is not None:
            self._open(self._done.backup)

    def _make_widgets(self) -> None:
        self._heading = SectionLabel(parent=self)
        self._name = ElidedLabel(parent=self)
        self._said = Label(parent=self)
        self._said.setWordWrap(True)
        self._problem = Label(parent=self)
        self._problem.setWordWrap(True)
        self.choose_button = QPushButton(self)
        self.choose_button.clicked.connect(self._ask)
        self.refresh_button = QPushButton(self)
        self.refresh_button.clicked.connect(self.refresh)
        self.open_button = LinkButton(parent=self)
        self.open_button.clicked.connect(lambda: self._path and self._open(self._path))
        self.backup_button = LinkButton(parent=self)
        self.backup_button.clicked.connect(self._open_backup)

    def _lay_out(self) -> None:
        set_look(self._said, "small")
        set_look(self.refresh_button, "primary")
        file_row = QHBoxLayout()
        file_row.setSpacing(8)
        file_row.addWidget(self._name, 1)
        file_row.addWidget(self.choose_button)
        links = QHBoxLayout()
        links.setSpacing(14)
        links.addWidget(self.refresh_button)
        links.addWidget(self.open_button)
        links.addWidget(self.backup_button)
        links.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addLayout(file_row)
        column.addWidget(self._said)
        column.addWidget(self._problem)
        column.addLayout(links)

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("The chapter in Word"))
        self.setAccessibleName(self._heading.text())
        self.choose_button.setText(self.tr("Choose…"))
        self.choose_button.setAccessibleName(self.tr("Choose the Word file you are writing in"))
        self.refresh_button.setText(self.tr("Refresh"))
        self.open_button.setText(self.tr("Open the file"))
        self.backup_button.setText(self.tr("Open the backup"))
        self._show()
