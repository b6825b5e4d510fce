"""Backups that become projects again, and what can be done about a damaged one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from makna import bootstrap
from makna.domain.dates import number
from makna.domain.errors import DamagedProject, UserError
from makna.ui.language import current_language
from makna.ui.moments import short
from makna.ui.system import remembered_path
from makna.ui.widgets.notice_bar import NoticeAction

if TYPE_CHECKING:
    from makna.services.projects import Rescue
    from makna.storage.backups import Backup
    from makna.ui.main_window import MainWindow


class Recovery(QObject):
    """What the window does when a file is lost or damaged. Nothing is ever overwritten.

    The start page shows itself without the database: the services are imported when asked.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def list_backups(self) -> None:
        """Show the backups on the start page."""
        from makna.services import projects

        self._window.start.show_backups(projects.list_backups(bootstrap.backup_folder()))

    def restore(self, backup: Backup, folder: Path | None = None) -> None:
        """Make a project of a backup, beside the open or the latest one, and open it."""
        from makna.services import projects

        if not self._window.closing_guard.may_go(partial(self.restore, backup, folder)):
            return
        target = projects.restored_name(backup, folder or self._folder())
        try:
            made = projects.restore(backup.path, target)
        except UserError as error:
            self._window.tell_failure(error)
            return
        if self._window.open_project(made):
            self._tell_apart(backup)
            words = self.tr("Restored as {name}. What was there is untouched.")
            self._window.notices_now().show_notice(words.format(name=made.name))

    def _tell_apart(self, backup: Backup) -> None:
        """The restored project has a name of its own: the one it is a copy of may be open next."""
        from makna.services import projects

        desk = self._window.desk
        if desk is None or not desk.session.writable:
            return
        project = desk.session.project
        name = self.tr("{name} (backup of {at})").format(
            name=project.overview.info().name, at=short(backup.at.isoformat())
        )
        desk.session.perform(lambda: projects.describe_project(project, name=name))

    def tell(self, path: Path, error: UserError | None = None) -> None:
        """Offer the newest good backup and say what it lacks; without any, what can be read.

        `error` is what opening the file raised; without it the open file was found damaged.
        """
        from makna.services import projects

        error = error or DamagedProject("damaged", name=path.name)
        foreign = error.key == "foreign_parts"
        found = None if foreign else projects.rescue(path, bootstrap.backup_folder())
        actions = []
        if found is not None:
            restore = partial(self.restore, found.backup, path.parent)
            actions.append(NoticeAction(self.tr("Restore the backup"), restore))
        if isinstance(error, DamagedProject) or error.key == "lost_start":
            save = partial(self.salvage, path)
            actions.append(NoticeAction(self.tr("Save what can be read"), save))
        words, again = self._words(path, error, found), partial(self.tell, path, error)
        self._window.notices_now().show_notice(words, "error", actions, again=again)

    def salvage(self, path: Path) -> None:
        """Mend the file, or copy what can be read of it into a new one, and open that."""
        from makna.services import repairing

        if not self._window.closing_guard.may_go(partial(self.salvage, path)):
            return
        self._window.close_project()
        folder = bootstrap.backup_folder()
        try:
            done = repairing.repair_file(path, folder, lambda: bootstrap.open_project(path))
        except UserError as error:
            self._window.tell_failure(error)
            return
        if self._window.open_project(done.salvaged or path):
            lost = "; ".join(each.text(current_language()) for each in done.repaired[:3])
            words = self.tr("Saved what could be read. {lost}").format(lost=lost)
            self._window.notices_now().show_notice(words, "warning")

    def _words(self, path: Path, error: UserError, found: Rescue | None) -> str:
        if found is None:
            alone = error.key == "damaged"
            said = UserError("damaged_alone", name=path.name) if alone else error
            if alone:
                # The next step is a button beside it; what is written there is for the shell.
                what, why, _ = said.sentences(current_language())
                return f"{what}. {why}."
            return said.line(current_language())
        if error.key == "damaged":
            return self._offer(path, found)
        what, why, _ = error.sentences(current_language())
        offer = self.tr(
            "The newest good backup of that name is of {at}: {sources} sources, {codings} codings"
        ).format(
            at=short(found.backup.at.isoformat()),
            sources=number(found.holdings.sources, current_language()),
            codings=number(found.holdings.codings, current_language()),
        )
        return f"{what}. {why}. {offer}"

    def _offer(self, path: Path, found: Rescue) -> str:
        missing = "?" if found.missing is None else str(found.missing)
        return self.tr(
            "“{name}” is damaged. The newest good backup is of {at}: {sources} sources, "
            "{codings} codings; steps made after it: {missing}"
        ).format(
            name=path.name,
            at=short(found.backup.at.isoformat()),
            sources=number(found.holdings.sources, current_language()),
            codings=number(found.holdings.codings, current_language()),
            missing=missing,
        )

    def _folder(self) -> Path:
        desk = self._window.desk
        if desk is not None:
            return desk.session.project.path.parent
        recent = (str(Path(known).parent) for known in bootstrap.settings().recent)
        return next(filter(None, map(remembered_path, recent)), Path.home())
