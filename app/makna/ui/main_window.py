"""The main window: the start page, or the desk of one open project. It composes, no more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QStackedWidget, QWidget

from makna import bootstrap
from makna.domain.errors import ProjectLocked, UserError
from makna.services.settings import Settings, interface_language
from makna.storage.project import Project
from makna.ui.commands import Commands
from makna.ui.desk.desk import Desk
from makna.ui.desk.verbs import DeskVerbs
from makna.ui.language import current_language, set_language
from makna.ui.session import Session
from makna.ui.start_page import StartPage
from makna.ui.theme.fonts import DEFAULT_PT
from makna.ui.theme.theme import ThemeName, apply_theme, current_theme
from makna.ui.widgets.notice_bar import NoticeAction, NoticeBar

SUFFIX = ".makna"
USUAL_SIZE = (1440, 900)
SMALLEST_SIZE = (960, 620)


class MainWindow(QMainWindow):
    """One window, one project at a time."""

    project_opened = Signal(object)
    """(Path)"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(*SMALLEST_SIZE)
        self._fit_screen()
        self.setAcceptDrops(True)
        self.commands = Commands(self)
        self.desk: Desk | None = None
        self._verbs: DeskVerbs | None = None
        self.start = StartPage(bootstrap.settings(), self)
        self.notices = NoticeBar(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.start)
        self.setCentralWidget(self._stack)
        for _, action in self.commands:
            self.addAction(action)
        self._bind()
        self._connect_start()
        self._title()
