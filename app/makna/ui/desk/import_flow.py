"""Bringing files in while the window stays at hand."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import BrokenExecutor
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from makna import bootstrap
from makna.domain.changes import ChangeSet
from makna.domain.pausing import Pausing
from makna.formats.registry import suffixes
from makna.services import history
from makna.services.import_plan import FoundFiles, ImportOptions, ImportReport, look_through
from makna.ui.desk.import_memory import begun, decided
from makna.ui.session import Session
from makna.ui.tasks import Control, Task, TaskRunner
from makna.ui.widgets.notice_bar import NoticeAction

if TYPE_CHECKING:
    from makna.services.importing import Importer


class ImportFlow(QObject):
    """Imports files and folders: read in other processes, stored here one at a time.

    Every stored file is announced at once, so the list of sources grows while one looks on.
    """

    notice_wanted = Signal(str, object)
    """(text, tuple[NoticeAction, …]): what became of an import, for the notice bar."""
    report_wanted = Signal(object)
    """(ImportReport): the user wants to see it file by file."""
    finished = Signal(object)
    """(ImportReport): an import is over, also one that was cancelled."""

    def __init__(self, session: Session, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._runner = runner
        self._imports = 0
        self._stored: ChangeSet | None = None
        """What was stored and nobody was told of yet."""
        session.about_to_act.connect(self._tell)

    def start(self, paths: Sequence[Path], options: ImportOptions | None = None) -> Task:
        """Import files, and those in folders that Makna can read."""
        self._imports += 1
        chosen = options or ImportOptions()
        if not decided(chosen):
            chosen = begun(chosen, bootstrap.settings())
        task = self._runner.start(
            f"import {self._imports}",
            lambda control: self._steps(control, list(paths), chosen),
            title=self.tr("Importing"),
        )
        task.finished.connect(self._over)
        task.failed.connect(self._session.failed)
        return task

    def import_again(self, paths: Sequence[Path], options: ImportOptions | None = None) -> Task:
        """Import files although the project has them already."""
        return self.start(paths, replace(options or ImportOptions(), again=True))

    def undo_import(self, report: ImportReport) -> None:
        """Take back the steps of an import, if nothing was done since."""
        rows = history.rows_of_group(self._session.project, report.group)
        self._session.perform_large(lambda project: history.undo_group(project, report.group), rows)

    def _steps(self, control: Control, paths: list[Path], options: ImportOptions) -> Pausing[Any]:
        control.what = self.tr("Looking for files")
        found = FoundFiles(paths, [])
        if any(path.is_dir() for path in paths):
            looking = self._runner.submit(look_through, paths, suffixes())
            yield looking
            if control.cancelled:
                return ImportReport(cancelled=True)
            found = looking.result()
        from makna.services.importing import Importer

        importer = Importer(
            self._session.project, found.known, options=options, executor=self._runner.pool()
        )
        importer.report.skipped += found.left_out
        try:
            yield from self._one_by_one(control, importer)
        finally:
            importer.cancel_readings()
        return importer.report

    def _one_by_one(self, control: Control, importer: Importer) -> Pausing[Any]:
        while (path := importer.turn()) is not None:
            control.progress(importer.done, importer.total, path.name)
            reading = importer.reading()
            yield reading
            if control.cancelled:
                importer.cancel()
                return
            if reading is not None and isinstance(reading.exception(), BrokenExecutor):
                self._after_death(importer)
                continue
            self._stored = importer.store()
            # Told in a turn of its own: storing and showing together would be felt.
            yield None
            self._tell()
            yield None

    def _tell(self) -> None:
        """Before anything else is done, so that views hear of steps in their order."""
        stored, self._stored = self._stored, None
        if stored is not None:
            self._session.announce(stored)

    def _after_death(self, importer: Importer) -> None:
        """A process died: of which file, is known only when they are read one at a time."""
        if importer.alone:
            importer.store()
        importer.renew(self._runner.fresh_pool())

    def _over(self, report: ImportReport) -> None:
        self.finished.emit(report)
        if not report.imported and not report.skipped:
            text = self.tr("Nothing was imported: there are no files that Makna can read")
            if not report.cancelled:
                self.notice_wanted.emit(text, ())
            return
        show = NoticeAction(self.tr("Show"), lambda: self.report_wanted.emit(report))
        undo = NoticeAction(self.tr("Undo import"), lambda: self.undo_import(report))
        actions = (show, undo) if report.imported else (show,)
        self.notice_wanted.emit(self.summary(report), actions)

    def summary(self, report: ImportReport) -> str:
        """`12 imported, 2 skipped`."""
        files = [each for each in report.imported if not each.parts]
        posts = sum(len(each.parts) for each in report.imported)
        parts = [self.tr("%Ln post(s) imported", "", posts)] if posts else []
        if files or not posts:
            parts.insert(0, self.tr("%Ln file(s) imported", "", len(files)))
        if report.skipped:
            parts.append(self.tr("%Ln skipped", "", len(report.skipped)))
        warned = sum(bool(each.warnings) for each in report.imported)
        if warned:
            parts.append(self.tr("%Ln with remarks", "", warned))
        if report.cancelled:
            parts.append(self.tr("then cancelled"))
        return ", ".join(parts)
