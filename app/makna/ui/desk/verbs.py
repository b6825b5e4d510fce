"""What the commands do on an open desk: the one place where a key meets a verb."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from makna import bootstrap
from makna.domain.errors import UserError
from makna.domain.model import CaseId, CodeId, MemoId, SourceId
from makna.services import projects
from makna.services.diagnostics import diagnostics
from makna.services.exporting import ExportOptions
from makna.services.importing import ImportReport
from makna.ui.commands import Commands
from makna.ui.desk.cases_pane import CasesPane
from makna.ui.desk.desk import Desk
from makna.ui.desk.export_page import ExportPage
from makna.ui.desk.finders import CommandPalette, GoTo
from makna.ui.desk.frames_page import FramesPage
from makna.ui.desk.history_pane import HistoryPane
from makna.ui.desk.import_flow import ImportFlow
from makna.ui.desk.import_report import ImportReportPage
from makna.ui.desk.import_strip import ImportStrip
from makna.ui.desk.index_flow import IndexFlow
from makna.ui.desk.new_source_page import NewSourcePage
from makna.ui.language import current_language
from makna.ui.page import FocusMode
from makna.ui.settings_page import SettingsPage
from makna.ui.shortcuts_page import ShortcutsPage
from makna.ui.task_strip import TaskStrip
from makna.ui.tasks import TaskRunner
from makna.ui.widgets.notice_bar import NoticeAction, NoticeKind

ChooseFiles = Callable[[], list[Path]]
ChooseTarget = Callable[[str], Path | None]
"""(suggested file name) → where to save, or None."""


class DeskVerbs(QObject):
    """Binds the commands to an open desk; goes with it."""

    settings_changed = Signal(object)
    """(Settings): keep these and live by them."""

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
        desk.status.add_widget(self.strip)
        self.palette = CommandPalette(commands, desk)
        self.go_to = GoTo(desk.session, self._go_to, desk)
        self._bind_project()
        self._bind_coding()
        self._bind_going()
        self._bind_view()
        self._bind_numbers()
        self._connect()

    def close(self) -> None:
        """End long work before the project goes."""
        self.indexing.stop()
        self.runner.close()

    def import_files(self) -> None:
        paths = self._choose_files()
        if paths:
            self.import_strip.offer(paths)

    def open_page(self, name: str) -> None:
        """Show one of the pages of which there is only one."""
        makers: dict[str, tuple[str, Callable[[], QWidget]]] = {
            "frames": (self.tr("Code frames"), self._frames),
            "export": (self.tr("Export"), self._export),
            "history": (self.tr("History"), self._history),
            "cases": (self.tr("Cases"), self._cases),
            "new-source": (self.tr("New source"), self._new_source),
            "settings": (self.tr("Settings"), self._settings),
            "shortcuts": (self.tr("Keyboard shortcuts"), self._shortcuts),
        }
        title, make = makers[name]
        self._desk.pages.open_page(name, title, make)

    def _bind_project(self) -> None:
        run: dict[str, Callable[[], object]] = {
            "import": self.import_files,
            "paste_source": partial(self.open_page, "new-source"),
            "export": partial(self.open_page, "export"),
            "history": partial(self.open_page, "history"),
            "frames": partial(self.open_page, "frames"),
            "cases": partial(self.open_page, "cases"),
            "settings": partial(self.open_page, "settings"),
            "shortcuts": partial(self.open_page, "shortcuts"),
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

    def _bind_coding(self) -> None:
        coding = self._desk.coding
        run: dict[str, Callable[[], object]] = {
            "code": self._desk.pick_code,
            "in_vivo": coding.in_vivo,
            "code_again": coding.again,
            "uncode": coding.uncode,
            "star": coding.star,
            "memo_here": self._memo_here,
            "new_code": self._new_code,
            "copy_quotation": self._desk.inspector.copy_quotation,
        }
        for key, verb in run.items():
            self._commands.bind(key, verb, owner=self)
        self._commands.bind_toggle("correct", self._correct, owner=self)

    def _bind_going(self) -> None:
        going, pages = self._desk.navigation, self._desk.pages
        run: dict[str, Callable[[], object]] = {
            "search": self._desk.focus_search,
            "find": self._find_selection,
            "go_to": partial(self.go_to.open_in, self._desk),
            "palette": partial(self.palette.open_in, self._desk),
            "next_passage": lambda: going.next_passage(pages.source_page, 1),
            "previous_passage": lambda: going.next_passage(pages.source_page, -1),
            "next_of_code": lambda: going.next_of_code(pages.source_page, 1),
            "previous_of_code": lambda: going.next_of_code(pages.source_page, -1),
            "next_uncoded": lambda: going.next_uncoded(pages.source_page),
            "back": going.back,
            "forward": going.forward,
            "close_tab": pages.close_tab,
            "next_tab": partial(pages.step, 1),
            "previous_tab": partial(pages.step, -1),
            "memos": self._show_memos,
        }
        for key, verb in run.items():
            self._commands.bind(key, verb, owner=self)

    def _bind_view(self) -> None:
        pages = self._desk.pages
        for key, steps in (("larger", 1), ("smaller", -1), ("usual_size", 0)):
            self._commands.bind(key, partial(self._zoom, steps), owner=self)
        for key, pane in (
            ("left_pane", self._desk.left),
            ("right_pane", self._desk.inspector),
            ("results_pane", self._desk.results),
        ):
            self._commands[key].setChecked(not pane.isHidden())
            self._commands.bind_toggle(key, pane.setVisible, owner=self)
        self._commands.bind_toggle("focus_coded", partial(self._focus, "focus_code"), owner=self)
        self._commands.bind_toggle("focus_code", partial(self._focus, "focus_coded"), owner=self)
        pages.current_changed.connect(self._apply_focus)

    def _bind_numbers(self) -> None:
        """The keys 1–9 code what is selected, wherever nobody is typing."""
        for number in range(1, 10):
            shortcut = QShortcut(QKeySequence(str(number)), self._desk.pages)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._desk.coding.by_number, number))

    def _connect(self) -> None:
        desk = self._desk
        desk.import_wanted.connect(self.import_files)
        desk.files_dropped.connect(self.import_strip.offer)
        self.import_strip.import_wanted.connect(self.imports.start)
        desk.page_wanted.connect(self.open_page)
        desk.export_wanted.connect(self._export_listed)
        desk.sources.export_wanted.connect(self._export_sources)
        desk.pages.case_wanted.connect(self._show_case)
        desk.inspector.import_wanted.connect(self.import_files)
        desk.inspector.frame_wanted.connect(partial(self.open_page, "frames"))
        self.imports.notice_wanted.connect(self._told_import)
        self.imports.report_wanted.connect(self._show_report)
        self.imports.finished.connect(self._imported)

    def _frames(self) -> QWidget:
        page = FramesPage(self._session, self._desk)
        page.notice_wanted.connect(self._told)
        return page

    def _export(self) -> QWidget:
        page = ExportPage(self._session, self._desk, runner=self.runner)
        page.notice_wanted.connect(self._told)
        return page

    def _export_listed(self, options: ExportOptions) -> None:
        self.open_page("export")
        page = self._desk.pages.current
        if isinstance(page, ExportPage):
            page.show_options(options)

    def _export_sources(self, sources: Sequence[SourceId]) -> None:
        found = (self._session.project.sources.plain(source) for source in sources)
        where = " OR ".join(f"source:{source.guid}" for source in found if source is not None)
        self._export_listed(ExportOptions(where=where))

    def _history(self) -> QWidget:
        page = HistoryPane(self._session, self._desk)
        page.closed.connect(lambda: self._desk.pages.close_page("history"))
        return page

    def _cases(self) -> QWidget:
        page = CasesPane(self._session, self._desk.place, self._desk)
        page.memo_wanted.connect(lambda memo: self._desk.pages.open_memo(MemoId(memo)))
        return page

    def _settings(self) -> QWidget:
        page = SettingsPage(bootstrap.settings(), self._desk)
        page.changed.connect(self.settings_changed)
        return page

    def _shortcuts(self) -> QWidget:
        return ShortcutsPage(self._commands, self._desk)

    def _new_source(self) -> QWidget:
        page = NewSourcePage(self._session, self._desk)
        page.added.connect(lambda source: self._desk.pages.open_source(SourceId(source)))
        return page

    def _show_case(self, case: CaseId) -> None:
        self.open_page("cases")
        page = self._desk.pages.current
        if isinstance(page, CasesPane):
            page.choose(case)

    def _show_report(self, report: ImportReport) -> None:
        pages = self._desk.pages
        pages.close_page("import-report")
        pages.open_page("import-report", self.tr("Import"), partial(self._report, report))

    def _report(self, report: ImportReport) -> QWidget:
        page = ImportReportPage(report, self._desk)
        page.source_wanted.connect(lambda source: self._desk.pages.open_source(SourceId(source)))
        page.again_wanted.connect(self.imports.import_again)
        page.undo_wanted.connect(self.imports.undo_import)
        return page

    def _imported(self, report: ImportReport) -> None:
        self._skipped = len(report.skipped)
        if len(report.imported) == 1:
            self._desk.pages.open_source(report.imported[0].id)

    def _exported(self, path: Path) -> None:
        self._desk.tell(
            self.tr("Written: {name}").format(name=path.name),
            NoticeAction(self.tr("Open"), partial(open_file, path)),
            NoticeAction(self.tr("Show in folder"), partial(open_file, path.parent)),
        )

    def _told(self, text: str, actions: Sequence[NoticeAction]) -> None:
        self._desk.tell(text, *actions)

    def _told_import(self, text: str, actions: Sequence[NoticeAction]) -> None:
        """What was skipped stays on the screen until the user has seen it."""
        kind: NoticeKind = "warning" if self._skipped else "info"
        self._desk.notices.show_notice(text, kind, actions)

    def _new_code(self) -> None:
        self._desk.left.setVisible(True)
        self._desk.left.setCurrentIndex(0)
        self._desk.codes.ask_new_code()

    def _memo_here(self) -> None:
        self._desk.inspector.show()
        self._desk.inspector.write_memo()

    def _correct(self, on: bool) -> None:
        page = self._desk.pages.source_page
        if page is not None:
            page.set_correcting(on)
            if on:
                page.setFocus()
                self._desk.tell(self.tr("Type to correct the text; passages follow. F2 ends it."))

    def _find_selection(self) -> None:
        page = self._desk.pages.source_page
        chosen = page.page.selection() if page is not None else None
        if page is not None and chosen is not None:
            words = " ".join(page.page.surface.text[chosen[0] : chosen[1]].split())
            self._desk.header.search.setText(words)
            self._desk.search(words)
        else:
            self._desk.focus_search()

    def _go_to(self, kind: str, key: int) -> None:
        if kind == "source":
            self._desk.pages.open_source(SourceId(key))
        elif kind == "memo":
            self._desk.pages.open_memo(MemoId(key))
        else:
            self._desk.place.change(code=CodeId(key), passage=None)
            self._desk.show_passages(key)

    def _show_memos(self) -> None:
        self._desk.left.setVisible(True)
        self._desk.left.setCurrentWidget(self._desk.memos)
        self._desk.memos.setFocus()

    def _zoom(self, steps: int) -> None:
        page = self._desk.pages.source_page
        if page is not None:
            page.page.zoom_by(steps)
            self._desk.status.show_zoom()

    def _focus(self, other: str, on: bool) -> None:
        if on:
            self._commands[other].setChecked(False)
        self._apply_focus()

    def _apply_focus(self) -> None:
        mode = FocusMode.NONE
        if self._commands["focus_coded"].isChecked():
            mode = FocusMode.CODED
        elif self._commands["focus_code"].isChecked():
            mode = FocusMode.CODE
        self._desk.set_focus_mode(mode)

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
            NoticeAction(self.tr("Show in folder"), partial(open_file, made.parent)),
        )

    def _check(self) -> None:
        self._session.about_to_act.emit()
        found = projects.check_project(self._session.project)
        if not found:
            self._desk.tell(self.tr("The project is sound."))
            return
        words = "; ".join(each.text(current_language()) for each in found[:3])
        text = self.tr("%n problem(s) found", "", len(found))
        self._desk.notices.show_notice(f"{text}: {words}", "warning")

    def _copy_diagnostics(self) -> None:
        QGuiApplication.clipboard().setText(diagnostics(self._session.project))
        self._desk.tell(self.tr("Diagnostics copied. They hold no text and no names."))


def open_file(path: Path) -> None:
    """Open a file or folder with the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
