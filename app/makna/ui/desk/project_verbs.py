"""What the commands about the project file do: undo, copies, backups, the check, and its way on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from makna import bootstrap
from makna.domain.changes import Outcome
from makna.domain.errors import UserError
from makna.services import projects
from makna.ui.commands import Commands
from makna.ui.desk.desk import Desk
from makna.ui.language import current_language
from makna.ui.system import open_path
from makna.ui.widgets.notice_bar import NoticeAction

ChooseTarget = Callable[[str], Path | None]
"""(suggested file name) → where to save, or None."""


class ProjectVerbs(QObject):
    """Binds the commands that are about the file as a whole, and says what to do when it fails."""

    damaged = Signal()
    """The open project is damaged: offer what can be done."""
    settings_wanted = Signal()
    """Say where backups go."""

    def __init__(self, desk: Desk, commands: Commands, choose_target: ChooseTarget) -> None:
        super().__init__(desk)
        self._desk = desk
        self._session = desk.session
        self._choose_target = choose_target
        run: dict[str, Callable[[], object]] = {
            "copy": self._save_copy,
            "backups": self._back_up,
            "check": self._check,
            "undo": self._session.undo,
            "redo": self._session.redo,
            "diagnostics": self._copy_diagnostics,
        }
        for key, verb in run.items():
            commands.bind(key, verb, owner=self)
        self._session.failed.connect(self._offer_way_on)
        self._session.warned.connect(self._warn)

    def _offer_way_on(self, error: UserError) -> None:
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
        settings = NoticeAction(self.tr("Settings"), self.settings_wanted.emit)
        actions = [settings] if error.key == "backup_folder" else []
        self._desk.notices.show_notice(error.line(current_language()), "warning", actions)

    def _save_copy(self) -> None:
        target = self._choose_target(f"{self._session.project.path.stem}.makna")
        if target is None:
            return
        try:
            projects.save_copy(self._session.project, target)
        except UserError as error:
            self._desk.tell_error(error)
            return
        self._desk.tell(
            self.tr("Written: {name}").format(name=target.name),
            NoticeAction(self.tr("Open"), partial(open_path, target)),
            NoticeAction(self.tr("Show in folder"), partial(open_path, target.parent)),
        )

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
