"""What the commands do on an open desk: the one place where a key meets a verb."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from makna import bootstrap
from makna.domain.changes import Outcome
from makna.domain.errors import UserError
from makna.domain.model import CaseId, MemoId, SourceId
from makna.services import projects
from makna.services.export_options import ExportOptions
from makna.services.import_plan import ImportReport
from makna.ui.commands import Commands
from makna.ui.desk.activities import Activities
from makna.ui.desk.comment_pages import CommentPages
from makna.ui.desk.desk import Desk
from makna.ui.desk.escape import EscapeGoesBack
from makna.ui.desk.import_flow import ImportFlow
from makna.ui.desk.import_pages import ImportPages
from makna.ui.desk.import_strip import ImportStrip
from makna.ui.desk.index_flow import IndexFlow
from makna.ui.desk.manual_verbs import ManualVerbs
from makna.ui.desk.text_verbs import TextVerbs
from makna.ui.desk.tour import Tour
from makna.ui.desk.view_verbs import ViewVerbs
from makna.ui.desk.write.opening import make_write_page
from makna.ui.language import current_language
from makna.ui.system import choose_folder, open_path
from makna.ui.task_strip import TaskStrip
from makna.ui.tasks import TaskRunner
from makna.ui.widgets.notice_bar import NoticeAction, NoticeKind

if TYPE_CHECKING:
    from makna.services.erasing import Erasure

ChooseFiles = Callable[[], list[Path]]
ChooseTarget = Callable[[str], Path | None]
"""(suggested file name) → where to save, or None."""


class DeskVerbs(QObject):
    """Binds the commands to an open desk; goes with it."""

    settings_changed = Signal(object)
    """(Settings): keep these and live by them."""
    restore_wanted = Signal(object)
    """(Backup): make a project of it and open that."""
    damaged = Signal()
    """The open project is damaged: offer what can be done."""

    def __init__(
        self, desk: Desk, commands: Commands, choose_files: ChooseFiles, choose_target: ChooseTarget
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._session = desk.session
        self._commands = commands
        self._choose_files = choose_files
        self._choose_target = choose_target
        self._skipped = 0
        """Files that the last import left out."""
        self.runner = TaskRunner(self)
        self.imports = ImportFlow(desk.session, self.runner, self)
        self.indexing = IndexFlow(desk.session, self.runner, self)
        self.strip = TaskStrip(self.runner, desk)
        self.import_strip = ImportStrip(desk.session, desk)
        desk.add_strip(self.import_strip)
        self.import_pages = ImportPages(desk, self.imports, self.import_strip, self.runner)
        desk.status.add_widget(self.strip)
        self.comment_pages = CommentPages(desk, commands, self.runner)
        self.text = TextVerbs(desk, commands, self)
        self.view = ViewVerbs(desk, commands, self)
        self.activities = Activities(desk, commands, self.open_page, self)
        self.tour = Tour(desk)
        self.manual = ManualVerbs(desk)
        EscapeGoesBack(desk)
        self._bind_project()
        self._connect()

    def close(self) -> None:
        """End long work before the project goes."""
        self.indexing.stop()
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
        makers: dict[str, tuple[Callable[[], str], Callable[[], QWidget]]] = {
            "frames": (lambda: self.tr("Code frames"), self._frames),
            "export": (lambda: self.tr("Export"), self._export),
            "write": (lambda: self.tr("Write"), self._write),
            "history": (lambda: self.tr("History"), self._history),
            "cases": (lambda: self.tr("Cases"), self._cases),
            "new-source": (lambda: self.tr("New source"), self._new_source),
            "settings": (lambda: self.tr("Settings"), self._settings),
            "shortcuts": (lambda: self.tr("Keyboard shortcuts"), self._shortcuts),
        }
        title, make = makers[name]
        self._desk.pages.open_page(name, title, make)

    def _bind_project(self) -> None:
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
            "copy": self._save_copy,
            "backups": self._back_up,
            "check": self._check,
            "undo": self._session.undo,
            "redo": self._session.redo,
            "diagnostics": self._copy_diagnostics,
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
        desk.sources.erase_wanted.connect(self._erase_source)
        self._session.failed.connect(self._way_on)
        self._session.warned.connect(self._warn)
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
        page.erase_wanted.connect(self._erase_case)
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

    def _erase_source(self, source: SourceId) -> None:
        from makna.services import erasing

        found = self._session.project.sources.plain(source)
        if found is not None:
            self._show_erasure(lambda: erasing.plan_source(self._session.project, found.guid))

    def _erase_case(self, case: CaseId) -> None:
        from makna.services import erasing

        found = next((c for c in self._session.project.cases.all() if c.id == case), None)
        if found is not None:
            self._show_erasure(lambda: erasing.plan_case(self._session.project, found.guid))

    def _show_erasure(self, make_plan: Callable[[], Erasure]) -> None:
        """The one page that asks first: what it does cannot be undone."""
        self._session.about_to_act.emit()
        pages = self._desk.pages
        pages.close_page("erase")
        plan = make_plan()
        pages.open_page("erase", lambda: self.tr("Remove for good"), lambda: self._erase_page(plan))

    def _erase_page(self, plan: Erasure) -> QWidget:
        from makna.ui.desk.erase_page import ErasePage

        page = ErasePage(self._session, plan, bootstrap.backup_folder(), self._desk)
        page.closed.connect(lambda: self._desk.pages.close_page("erase"))
        page.erased.connect(self._told_erased)
        # A segment that another process makes meanwhile would bring the words back.
        page.about_to_erase.connect(self.indexing.stop)
        return page

    def _told_erased(self, words: str) -> None:
        self._desk.pages.close_page("erase")
        self._desk.tell(words)

    def _way_on(self, error: UserError) -> None:
        """Where the file can't be written any more, what is on the screen can still be saved."""
        if error.key in ("file_gone", "file_replaced", "read_only", "disk_full", "disk_error"):
            save = NoticeAction(self.tr("Save a copy…"), self._save_copy)
            self._desk.notices.show_notice(error.line(current_language()), "error", [save])
        elif error.key == "damaged":
            self.damaged.emit()

    def _warn(self, error: UserError) -> None:
        if error.key == "damaged":
            self.damaged.emit()
            return
        settings = NoticeAction(self.tr("Settings"), partial(self.open_page, "settings"))
        actions = [settings] if error.key == "backup_folder" else []
        self._desk.notices.show_notice(error.line(current_language()), "warning", actions)

    def _exported(self, path: Path) -> None:
        self._desk.tell(
            self.tr("Written: {name}").format(name=path.name),
            NoticeAction(self.tr("Open"), partial(open_path, path)),
            NoticeAction(self.tr("Show in folder"), partial(open_path, path.parent)),
        )

    def _told(self, text: str, actions: Sequence[NoticeAction]) -> None:
        self._desk.tell(text, *actions)

    def _told_import(self, text: str, actions: Sequence[NoticeAction]) -> None:
        """What was skipped stays on the screen until the user has seen it."""
        kind: NoticeKind = "warning" if self._skipped else "info"
        self._desk.notices.show_notice(text, kind, actions)

    def _save_copy(self) -> None:
        target = self._choose_target(f"{self._session.project.path.stem}.makna")
        if target is None:
            return
        try:
            projects.save_copy(self._session.project, target)
        except UserError as error:
            self._desk.tell_error(error)
            return
        self._exported(target)

    def _back_up(self) -> None:
        try:
            made = projects.back_up(self._session.project, bootstrap.backup_folder())
        except UserError as error:
            self._desk.tell_error(error)
            return
        self._desk.tell(
            self.tr("Backup made: {name}").format(name=made.name),
            NoticeAction(self.tr("Show in folder"), partial(open_path, made.parent)),
        )

    def _check(self) -> None:
        self._session.about_to_act.emit()
        found = projects.check_project(self._session.project)
        if not found:
            self._desk.tell(self.tr("The project is sound."))
            return
        words = "; ".join(each.text(current_language()) for each in found[:3])
        text = self.tr("%Ln problem(s) found", "", len(found))
        repair = NoticeAction(self.tr("Repair"), self._repair)
        actions = [repair] if self._session.writable else []
        self._desk.notices.show_notice(f"{text}: {words}", "warning", actions)

    def _repair(self) -> None:
        """Mend what can be mended, after a backup; damage that SQLite sees needs more."""
        from makna.services import repairing

        project = self._session.project
        done = self._session.perform(
            lambda: Outcome(repairing.repair_project(project, bootstrap.backup_folder()))
        )
        if done is None:
            return
        self._session.announce(done.changes)
        if done.left:
            words = "; ".join(each.text(current_language()) for each in done.left[:3])
            text = self.tr("%Ln problem(s) left", "", len(done.left))
            self._desk.notices.show_notice(f"{text}: {words}", "warning")
            return
        self._desk.tell(
            self.tr("Repaired; %Ln change(s) in the history.", "", len(done.repaired)),
            self._desk.undo_action(),
        )

    def _copy_diagnostics(self) -> None:
        from makna.services.diagnostics import diagnostics

        about = diagnostics(self._session.project, bootstrap.settings())
        QGuiApplication.clipboard().setText(about)
        self._desk.tell(self.tr("Diagnostics copied. They hold no text and no names."))
