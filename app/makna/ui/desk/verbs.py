"""What the commands do on an open desk: the one place where a key meets a verb."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from makna import bootstrap
from makna.domain.model import CaseId, MemoId, SourceId
from makna.services.export_options import ExportOptions
from makna.services.import_plan import ImportReport
from makna.ui.commands import Commands
from makna.ui.desk.activities import Activities
from makna.ui.desk.comment_pages import CommentPages
from makna.ui.desk.desk import Desk
from makna.ui.desk.erase_verbs import EraseVerbs
from makna.ui.desk.escape import EscapeGoesBack
from makna.ui.desk.import_flow import ImportFlow
from makna.ui.desk.import_pages import ImportPages
from makna.ui.desk.import_strip import ImportStrip
from makna.ui.desk.index_flow import IndexFlow
from makna.ui.desk.manual_verbs import ManualVerbs
from makna.ui.desk.pages import Makers
from makna.ui.desk.project_verbs import ChooseTarget, ProjectVerbs
from makna.ui.desk.text_verbs import TextVerbs
from makna.ui.desk.tour import Tour
from makna.ui.desk.view_verbs import ViewVerbs
from makna.ui.desk.write.opening import make_write_page
from makna.ui.system import choose_folder
from makna.ui.task_strip import TaskStrip
from makna.ui.tasks import TaskRunner
from makna.ui.widgets.notice_bar import NoticeAction, NoticeKind

ChooseFiles = Callable[[], list[Path]]


class DeskVerbs(QObject):
    """Binds the commands to an open desk; goes with it."""

    settings_changed = Signal(object)
    """(Settings): keep these and live by them."""
    restore_wanted = Signal(object)
    """(Backup): make a project of it and open that."""

    def __init__(
        self, desk: Desk, commands: Commands, choose_files: ChooseFiles, choose_target: ChooseTarget
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._session = desk.session
        self._commands = commands
        self._choose_files = choose_files
        self._skipped = 0
        """Files that the last import left out."""
        self.runner = TaskRunner(self)
        desk.session.make_large_steps(self.runner)
        self.imports = ImportFlow(desk.session, self.runner, self)
        self.indexing = IndexFlow(desk.session, self.runner, self)
        self.strip = TaskStrip(self.runner, desk)
        self.import_strip = ImportStrip(desk.session, desk)
        desk.add_strip(self.import_strip)
        self.import_pages = ImportPages(desk, self.imports, self.import_strip, self.runner)
        desk.status.add_widget(self.strip)
        self.comment_pages = CommentPages(desk, commands, self.runner)
        self.project = ProjectVerbs(desk, commands, choose_target)
        self.erase = EraseVerbs(desk, self.indexing)
        self.text = TextVerbs(desk, commands, self)
        self.view = ViewVerbs(desk, commands, self)
        self.activities = Activities(desk, commands, self.open_page, self)
        self.tour = Tour(desk)
        self.manual = ManualVerbs(desk)
        EscapeGoesBack(desk)
        desk.pages.makers = self._makers()
        self._bind_pages()
        self._connect()

    def close(self) -> None:
        """End long work before the project goes."""
        self.indexing.stop()
        self._session.finish_large_step()
        self.runner.close()

    def import_files(self) -> None:
        paths = self._choose_files()
        if paths:
            self.import_strip.offer(paths)

    def _import_folder(self) -> None:
        """The dialog of the system gives files or a folder, never both."""
        start = self._session.project.path.parent
        folder = choose_folder(self._desk, self.tr("Import a folder"), start)
        if folder is not None:
            self.import_strip.offer([folder])

    def open_page(self, name: str) -> None:
        """Show one of the pages of which there is only one."""
        title, make = self._desk.pages.makers[name]
        self._desk.pages.open_page(name, title, make)

    def _makers(self) -> Makers:
        return {
            "frames": (lambda: self.tr("Code frames"), self._frames),
            "export": (lambda: self.tr("Export"), self._export),
            "write": (lambda: self.tr("Write"), self._write),
            "history": (lambda: self.tr("History"), self._history),
            "cases": (lambda: self.tr("Cases"), self._cases),
            "new-source": (lambda: self.tr("New source"), self._new_source),
            "settings": (lambda: self.tr("Settings"), self._settings),
            "shortcuts": (lambda: self.tr("Keyboard shortcuts"), self._shortcuts),
        }

    def _bind_pages(self) -> None:
        run: dict[str, Callable[[], object]] = {
            "import": self.import_files,
            "import_folder": self._import_folder,
            "paste_source": partial(self.open_page, "new-source"),
            "export": partial(self.open_page, "export"),
            "history": partial(self.open_page, "history"),
            "frames": partial(self.open_page, "frames"),
            "cases": partial(self.open_page, "cases"),
            "settings": partial(self.open_page, "settings"),
            "shortcuts": partial(self.open_page, "shortcuts"),
            "tour": self.tour.start,
        }
        for key, verb in run.items():
            self._commands.bind(key, verb, owner=self)
        if not self._session.writable:
            for key in ("import", "paste_source", "frames", "correct"):
                self._commands[key].setEnabled(False)

    def _connect(self) -> None:
        desk = self._desk
        desk.import_wanted.connect(self.import_files)
        desk.files_dropped.connect(self.import_strip.offer)
        self.import_strip.import_wanted.connect(self.imports.start)
        desk.page_wanted.connect(self.open_page)
        desk.export_wanted.connect(self._export_listed)
        desk.sources.export_wanted.connect(self._export_sources)
        self.project.settings_wanted.connect(partial(self.open_page, "settings"))
        desk.pages.case_wanted.connect(self._show_case)
        desk.inspector.import_wanted.connect(self.import_files)
        desk.inspector.frame_wanted.connect(partial(self.open_page, "frames"))
        self.imports.notice_wanted.connect(self._told_import)
        self.imports.report_wanted.connect(self._show_report)
        self.imports.finished.connect(self._imported)

    def _frames(self) -> QWidget:
        from makna.ui.desk.frames_page import FramesPage

        page = FramesPage(self._session, self._desk.pages.shelf)
        page.notice_wanted.connect(self._told)
        return page

    def _export(self) -> QWidget:
        from makna.ui.desk.export_page import ExportPage

        page = ExportPage(self._session, self._desk.pages.shelf, runner=self.runner)
        page.notice_wanted.connect(self._told)
        page.replaced_wanted.connect(self.comment_pages.show_replaced)
        return page

    def _write(self) -> QWidget:
        return make_write_page(
            self._desk, self._commands, self.open_page, self.comment_pages, self.runner
        )

    def _export_listed(self, options: ExportOptions) -> None:
        from makna.ui.desk.export_page import ExportPage

        self.open_page("export")
        page = self._desk.pages.current
        if isinstance(page, ExportPage):
            page.show_options(options)

    def _export_sources(self, sources: Sequence[SourceId]) -> None:
        found = (self._session.project.sources.plain(source) for source in sources)
        where = " OR ".join(f"source:{source.guid}" for source in found if source is not None)
        self._export_listed(ExportOptions(where=where))

    def _history(self) -> QWidget:
        from makna.ui.desk.history_pane import HistoryPane

        page = HistoryPane(self._session, self._desk.pages.shelf)
        page.closed.connect(lambda: self._desk.pages.close_page("history"))
        return page

    def _cases(self) -> QWidget:
        from makna.ui.desk.cases_pane import CasesPane

        page = CasesPane(self._session, self._desk.place, self._desk.pages.shelf)
        page.memo_wanted.connect(lambda memo: self._desk.pages.open_memo(MemoId(memo)))
        page.erase_wanted.connect(self.erase.erase_case)
        return page

    def _settings(self) -> QWidget:
        from makna.ui.settings_page import SettingsPage

        page = SettingsPage(bootstrap.settings(), self._desk.pages.shelf)
        page.changed.connect(self.settings_changed)
        page.backups.restore_wanted.connect(self.restore_wanted)
        return page

    def _shortcuts(self) -> QWidget:
        from makna.ui.shortcuts_page import ShortcutsPage

        return ShortcutsPage(self._commands, self._desk)

    def _new_source(self) -> QWidget:
        from makna.ui.desk.new_source_page import NewSourcePage

        page = NewSourcePage(self._session, self._desk)
        page.added.connect(lambda source: self._desk.pages.open_source(SourceId(source)))
        page.added.connect(lambda _source: self._desk.pages.close_page("new-source"))
        return page

    def _show_case(self, case: CaseId) -> None:
        from makna.ui.desk.cases_pane import CasesPane

        self.open_page("cases")
        page = self._desk.pages.current
        if isinstance(page, CasesPane):
            page.choose(case)

    def _show_report(self, report: ImportReport) -> None:
        pages = self._desk.pages
        pages.close_page("import-report")
        pages.open_page("import-report", lambda: self.tr("Import"), partial(self._report, report))

    def _report(self, report: ImportReport) -> QWidget:
        from makna.ui.desk.import_report import ImportReportPage

        page = ImportReportPage(report, self._desk)
        page.source_wanted.connect(lambda source: self._desk.pages.open_source(SourceId(source)))
        page.again_wanted.connect(self.imports.import_again)
        page.undo_wanted.connect(self.imports.undo_import)
        page.codes_wanted.connect(self.comment_pages.as_codes)
        page.turns_wanted.connect(self.import_pages.show_turns)
        return page

    def _imported(self, report: ImportReport) -> None:
        self._skipped = len(report.skipped)
        if len(report.imported) == 1 and not report.imported[0].parts:
            self._desk.pages.open_source(report.imported[0].id)

    def _told(self, text: str, actions: Sequence[NoticeAction]) -> None:
        self._desk.tell(text, *actions)

    def _told_import(self, text: str, actions: Sequence[NoticeAction]) -> None:
        """What was skipped stays on the screen until the user has seen it."""
        kind: NoticeKind = "warning" if self._skipped else "info"
        self._desk.notices.show_notice(text, kind, actions)
