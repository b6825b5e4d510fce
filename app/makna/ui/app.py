"""Starting the window."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from makna import __version__, bootstrap, scratch_files
from makna.paths import resources_dir
from makna.services.settings import Settings, interface_language
from makna.ui.bugs import catch_bugs
from makna.ui.housekeeping import Housekeeping, start_quietly
from makna.ui.language import set_language
from makna.ui.main_window import MainWindow
from makna.ui.theme.fonts import DEFAULT_PT
from makna.ui.theme.theme import ThemeName, apply_theme


def make_application(arguments: list[str] | None = None) -> QApplication:
    """The one QApplication, dressed and speaking as the settings say."""
    QCoreApplication.setApplicationName("Makna")
    QCoreApplication.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName("makna")
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(arguments or sys.argv)
    start_quietly(app)
    dress(app, bootstrap.settings())
    app.setWindowIcon(QIcon(str(resources_dir() / "pictures" / "makna.svg")))
    return app


def dress(app: QApplication, settings: Settings) -> None:
    """Put language, theme and size of type on the application."""
    set_language(interface_language(settings))
    theme: ThemeName = "system"
    if settings.theme in ("light", "dark"):
        theme = "light" if settings.theme == "light" else "dark"
    apply_theme(app, theme, settings.interface_font_pt or DEFAULT_PT)


def run(path: Path | None = None) -> int:
    """Open the window, on a project if one is given, and stay until it is closed."""
    app = make_application()
    window = MainWindow()
    window.appear()
    catch_bugs(window)
    Housekeeping(window)
    scratch_files.sweep()
    if path is not None:
        window.open_project(path)
    problem = bootstrap.home_problem()
    if problem is not None:
        window.tell_failure(problem)
    code = app.exec()
    # Widgets must go while the application still stands.
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, 0)
    return code
