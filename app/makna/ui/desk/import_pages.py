"""The pages around an import: the look before it, and the turns of a source after it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from makna import bootstrap
from makna.domain.model import SourceId
from makna.services.import_plan import ImportOptions
from makna.ui.desk.desk import Desk
from makna.ui.desk.import_flow import ImportFlow
from makna.ui.desk.import_memory import begun, remember
from makna.ui.desk.import_strip import ImportStrip
from makna.ui.tasks import TaskRunner


class ImportPages(QObject):
    """Opens them in the desk, and remembers what was chosen there for the next file."""

    def __init__(
        self, desk: Desk, flow: ImportFlow, strip: ImportStrip, runner: TaskRunner
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._flow = flow
        self._runner = runner
        strip.look_wanted.connect(self.look_at)
        desk.inspector.turns_wanted.connect(self.show_turns)

    def look_at(self, paths: Sequence[Path], options: ImportOptions) -> None:
        """Show these files before they come in."""
        from makna.ui.desk.import_preview import ImportPreviewPage

        pages = self._desk.pages
        pages.close_page("import-preview")
        page = pages.open_page("import-preview", lambda: self.tr("Before importing"), self._preview)
        assert isinstance(page, ImportPreviewPage)
        page.look_at(paths, begun(options, bootstrap.settings()))

    def show_turns(self, source: int) -> None:
        """Show the turns of a source, to be found anew."""
        pages = self._desk.pages
        pages.close_page("turns")
        pages.open_page("turns", lambda: self.tr("Turns"), lambda: self._turns(SourceId(source)))

    def _preview(self) -> QWidget:
        from makna.ui.desk.import_preview import ImportPreviewPage

        page = ImportPreviewPage(self._desk.session, self._runner, self._desk)
        page.import_wanted.connect(self._import)
        page.closed.connect(lambda: self._desk.pages.close_page("import-preview"))
        return page

    def _turns(self, source: SourceId) -> QWidget:
        from makna.ui.desk.turns_page import TurnsPage

        page = TurnsPage(self._desk.session, source, self._desk)
        page.used.connect(remember)
        page.closed.connect(lambda: self._desk.pages.close_page("turns"))
        return page

    def _import(self, paths: Sequence[Path], options: ImportOptions) -> None:
        remember(options.turns, options.asking, options.answering)
        self._flow.start(paths, options)
