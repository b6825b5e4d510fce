"""What the disk refused to keep is not lost silently when its project goes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from makna.domain.errors import UserError
from makna.ui.system import ask_target
from makna.ui.widgets.notice_bar import NoticeAction

if TYPE_CHECKING:
    from makna.ui.main_window import MainWindow
    from makna.ui.session import Session


class ClosingGuard(QObject):
    """Asked before a project is closed: words that are not kept can be saved elsewhere first."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.ask = ask_target

    def may_go(self, then: Callable[[], object]) -> bool:
        """Whether closing loses nothing; else the window says so, and `then` follows the answer."""
        desk = self._window.desk
        if desk is None or desk.session.keep_all():
            return True
        save = partial(self._save, desk.session, then)
        drop = partial(self._drop, then)
        self._window.notices_now().show_notice(
            self.tr("The disk still refuses what you typed last. Closing now would lose it."),
            "error",
            [
                NoticeAction(self.tr("Save it as a text file…"), save),
                NoticeAction(self.tr("Close without it"), drop),
            ],
        )
        return False

    def close(self) -> None:
        """Close the project, unless that would lose something."""
        if self.may_go(lambda: None):
            self._window.close_project()

    def _save(self, session: Session, then: Callable[[], object]) -> None:
        words = session.refused.all_words()
        start = Path.home() / f"{session.project.path.stem}.txt"
        kind = self.tr("Text (*.txt)")
        path = self.ask(self._window, self.tr("Save what was typed"), start, kind)
        if path is None:
            self.may_go(then)
            return
        try:
            path.write_text(words, "utf-8")
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self._window.tell_failure(UserError("cannot_write", name=path.name, reason=reason))
            return
        self._drop(then)

    def _drop(self, then: Callable[[], object]) -> None:
        self._window.close_project()
        then()
