"""The main window: the start page, or the desk of one open project. It composes, no more."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import (
    QFileDialog,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from makna import __version__, bootstrap
from makna.domain.errors import BadFile, DamagedProject, ProjectLocked, UserError
from makna.formats.registry import suffixes
from makna.ui import preferences
from makna.ui.closing_guard import ClosingGuard
from makna.ui.commands import Commands
from makna.ui.enter_key import EnterPresses
from makna.ui.focus_order import move_focus
from makna.ui.language import current_language
from makna.ui.recovery import Recovery
from makna.ui.retranslating import Retranslator
from makna.ui.start_page import StartPage
from makna.ui.system import ask_existing, ask_target, take_copy
from makna.ui.theme.theme import mark, tokens
from makna.ui.undo_keys import UndoKeys
from makna.ui.widgets.notice_bar import NoticeAction, NoticeBar

if TYPE_CHECKING:
    from makna.storage.project import Project
    from makna.ui.desk.desk import Desk
    from makna.ui.desk.verbs import DeskVerbs
    from makna.ui.manual import ManualPage

SUFFIX = ".makna"
USUAL_SIZE = (1440, 900)
SMALLEST_SIZE = (960, 600)
SCHEMES = ("http", "https", "mailto")
"""What a link of an imported text may lead to: a file: or another scheme could start a program."""


class MainWindow(QMainWindow):
    """One window, one project at a time."""

    project_opened = Signal(object)
    """(Path)"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, tokens())
        self._retranslator = Retranslator(self)
        self.setMinimumSize(*SMALLEST_SIZE)
        self._fit_screen()
        self.setAcceptDrops(True)
        self.commands = Commands(self)
        self.desk: Desk | None = None
        self.verbs: DeskVerbs | None = None
        self.manual: ManualPage | None = None
        """The one that is shown before a project is open."""
        self.start = StartPage(bootstrap.settings(), self)
        self.notices = NoticeBar(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.start)
        self._lay_out()
        for _, action in self.commands:
            self.addAction(action)
        self.recovery = Recovery(self)
        self.closing_guard = ClosingGuard(self)
        UndoKeys(self)
        EnterPresses(self)
        self._bind()
        self._connect_start()
        self._show_title()

    # Projects

    def new_project(self, path: Path, coder: str = "") -> bool:
        """Make a project and open it; False when that failed, and the window says why."""
        if not self.closing_guard.may_go(partial(self.new_project, path, coder)):
            return False
        language = current_language()
        if coder:
            preferences.name_coder(coder)
        try:
            project = bootstrap.create_project(path, language=language, coder=coder)
        except UserError as error:
            self._tell_error(error)
            return False
        self._show_project(project)
        return True

    def open_project(self, path: Path, *, read_only: bool = False) -> bool:
        """Open a project; one that is open elsewhere is offered for reading."""
        if not self.closing_guard.may_go(partial(self.open_project, path, read_only=read_only)):
            return False
        try:
            project = bootstrap.open_project(path, read_only=read_only)
        except ProjectLocked as error:
            read = NoticeAction(self.tr("Open for reading"), partial(self._open_for_reading, path))
            self._tell_error(error, read)
            return False
        except (DamagedProject, BadFile) as error:
            self.recovery.tell(path, error)
            return False
        except UserError as error:
            self._tell_error(error)
            return False
        self._show_project(project)
        return True

    def _open_for_reading(self, path: Path) -> None:
        self.open_project(path, read_only=True)

    def open_demo(self) -> None:
        """The demo project in the window's language: a copy that one may do anything to."""
        try:
            path = bootstrap.copy_demo(current_language())
        except UserError as error:
            self._tell_error(error)
            return
        if self.open_project(path) and self.verbs is not None:
            self.verbs.tour.start_once()

    def appear(self) -> None:
        """Show itself: on all of a small screen, where its usual size and frame would not fit."""
        room = QGuiApplication.primaryScreen().availableGeometry()
        if room.width() > USUAL_SIZE[0] and room.height() > USUAL_SIZE[1]:
            self.show()
        else:
            self.showMaximized()

    def close_project(self) -> None:
        """Back to the start page; everything is kept already."""
        if self.desk is None:
            return
        desk, verbs = self.desk, self.verbs
        self.desk = self.verbs = None
        if verbs is not None:
            verbs.close()
        self.commands.let_go()
        desk.close_project()
        self._stack.removeWidget(desk)
        desk.deleteLater()
        self.start.set_settings(bootstrap.settings())
        self._stack.setCurrentWidget(self.start)
        self._show_title()

    # Events

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.closing_guard.may_go(self.close):
            event.ignore()
            return
        self.close_project()
        super().closeEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslator.begin()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.commands.retranslate()
            self._show_title()
        elif event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._settle()
        super().changeEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return move_focus(self, forward)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        projects = [path for path in paths if path.suffix == SUFFIX]
        if projects:
            self.open_project(projects[0])
        elif paths and self.verbs is not None:
            self.verbs.import_strip.offer(paths)
        take_copy(event)
        self.activateWindow()

    # Building

    def _lay_out(self) -> None:
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(whole)

    def _fit_screen(self) -> None:
        """Leave room for the frame, whose size nobody knows before the window is shown."""
        room = QGuiApplication.primaryScreen().availableGeometry().size() * 0.9
        self.resize(QSize(*USUAL_SIZE).boundedTo(room))

    def _bind(self) -> None:
        bind = self.commands.bind
        bind("new", self._ask_new)
        bind("open", self._ask_open)
        bind("close", self.closing_guard.close)
        bind("theme", preferences.use_other_theme)
        bind("language", preferences.use_other_language)
        bind("about", self._about)
        bind("manual", self.show_manual)

    def _connect_start(self) -> None:
        self.start.new_wanted.connect(self._new_wanted)
        self.start.open_wanted.connect(lambda path: self._open_wanted(path))
        self.start.language_chosen.connect(preferences.use_language)
        self.start.name_given.connect(preferences.name_coder)
        self.start.demo_wanted.connect(self.open_demo)
        self.start.manual_wanted.connect(self.show_manual)
        self.start.forget_wanted.connect(self._forget)
        self.start.backups_wanted.connect(self.recovery.list_backups)
        self.start.restore_wanted.connect(self.recovery.restore)

    def _show_project(self, project: Project) -> None:
        # The start page shows itself without the database and the desk: half of the start-up.
        from makna.ui.desk.desk import Desk
        from makna.ui.desk.folder_warning import warn_of_folder
        from makna.ui.desk.verbs import DeskVerbs
        from makna.ui.session import Session

        self.close_project()
        session = Session(project, self)
        desk = Desk(session, self.commands, self._stack)
        self.desk = desk
        self.verbs = DeskVerbs(desk, self.commands, self._choose_files, self._choose_target)
        desk.link_wanted.connect(self._link_wanted)
        desk.language_wanted.connect(preferences.use_other_language)
        desk.coder_wanted.connect(partial(self.verbs.open_page, "settings"))
        self.verbs.settings_changed.connect(preferences.keep)
        self.verbs.restore_wanted.connect(self.recovery.restore)
        self.verbs.project.damaged.connect(partial(self.recovery.tell, project.path))
        self._stack.addWidget(desk)
        self._stack.setCurrentWidget(desk)
        desk.open()
        self.notices.close_notice()
        warn_of_folder(desk, self.commands["copy"])
        bootstrap.keep_settings(bootstrap.settings().opened(project.path))
        self._show_title()
        self.project_opened.emit(project.path)

    def _settle(self) -> None:
        """A copy of the file made while the window is in the background lacks nothing."""
        if self.desk is not None:
            QTimer.singleShot(0, self.desk.session, self.desk.session.settle)

    def _show_title(self) -> None:
        if self.desk is None:
            self.setWindowTitle(self.tr("Makna"))
        else:
            name = self.desk.session.project.overview.info().name
            self.setWindowTitle(self.tr("{name} – Makna").format(name=name))

    # What the user asks for

    def _ask_new(self) -> None:
        if not self.closing_guard.may_go(self._ask_new):
            return
        self.close_project()
        self.start.ask_new()

    def _ask_open(self) -> None:
        title, files = self.tr("Open project"), self.tr("Makna projects (*.makna)")
        path = ask_existing(self, title, None, files)
        if path is not None:
            self.open_project(path)

    def _choose_files(self) -> list[Path]:
        patterns = " ".join(f"*{suffix}" for suffix in sorted(suffixes()))
        names, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Import documents"),
            "",
            self.tr("Documents ({patterns})").format(patterns=patterns),
        )
        return [Path(name) for name in names]

    def _choose_target(self, suggested: str) -> Path | None:
        title, files = self.tr("Save a copy"), self.tr("Makna projects (*.makna)")
        return ask_target(self, title, Path(suggested), files)

    def _new_wanted(self, path: Path, coder: str = "") -> None:
        self.new_project(path, coder)

    def _open_wanted(self, path: Path | None) -> None:
        if path is None:
            self._ask_open()
        else:
            self.open_project(path)

    def _forget(self, path: Path) -> None:
        preferences.forget_project(path)
        self.start.set_settings(bootstrap.settings())

    def show_manual(self) -> None:
        """The page for what is in front; before a project is open, how to begin one."""
        if self.verbs is not None:
            self.verbs.manual.open()
            return
        if self.manual is None:
            # Only now: the start page shows itself without what reads and shows texts.
            from makna.ui.manual import ManualPage

            self.manual = ManualPage(self, closable=True)
            self.manual.closed.connect(lambda: self._stack.setCurrentWidget(self.start))
            self.manual.link_wanted.connect(self._link_wanted)
            self._stack.addWidget(self.manual)
        self._stack.setCurrentWidget(self.manual)
        self.manual.show_view("start")
        self.manual.list.setFocus()

    def _link_wanted(self, address: str) -> None:
        """A link of an imported text: shown in full, and opened only when the user says so."""
        if QUrl(address).scheme().lower() not in SCHEMES:
            self._tell_error(UserError("bad_address", address=address))
            return
        self.notices_now().show_notice(
            self.tr("Open this address? {address}").format(address=address),
            "warning",
            [NoticeAction(self.tr("Open"), partial(open_address, address))],
        )

    def _about(self) -> None:
        self.notices_now().show_notice(
            self.tr("Makna {version}. Free and offline; MIT licence.").format(version=__version__)
        )

    def tell_failure(self, error: UserError) -> None:
        """What went wrong outside any request, with the way on where there is one."""
        if self.desk is not None:
            self.desk.session.failed.emit(error)
        else:
            self._tell_error(error)

    def notices_now(self) -> NoticeBar:
        """The bar of what is in front: the desk or the start page."""
        return self.desk.notices if self.desk is not None else self.notices

    def _tell_error(self, error: UserError, *actions: NoticeAction) -> None:
        self.notices_now().show_error(error, actions)


def open_address(address: str) -> None:
    """Open an address with the program that the system has for it."""
    QDesktopServices.openUrl(QUrl(address))
