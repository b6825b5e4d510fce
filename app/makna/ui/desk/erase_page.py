"""Removing a source or a case for good: what cannot be undone is shown before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from shiboken6 import isValid

from makna import bootstrap
from makna.domain.background import in_background
from makna.domain.changes import Outcome
from makna.domain.errors import UserError
from makna.domain.pausing import Pausing
from makna.services import erasing, projects
from makna.services.erasing import Erasure
from makna.storage.backups import Backup
from makna.storage.project import Project
from makna.ui.backup_list import when
from makna.ui.column import Column
from makna.ui.language import current_language
from makna.ui.session import LARGE, Session
from makna.ui.theme.theme import set_look
from makna.ui.time_slices import TimeSlices
from makna.ui.widgets.check import Check
from makna.ui.widgets.labels import Label, SectionLabel


class ErasePage(Column):
    """What goes, what stays to be looked at, which backups still hold it; then a button."""

    about_to_erase = Signal()
    """Whatever reads texts on the side has to let go of them."""
    erased = Signal(str)
    """(what to tell): it is gone."""
    closed = Signal()
    """Keep it: nothing was done."""

    def __init__(
        self, session: Session, plan: Erasure, folder: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, width=600)
        self._session = session
        self._folder = folder
        self.plan = plan
        self.held: Sequence[Backup] = ()
        self._looking = TimeSlices(self)
        session.closing.connect(self._looking.stop)
        self._goes_title = SectionLabel(parent=self)
        self.goes = _words(self)
        self._look_title = SectionLabel(parent=self)
        self.look_at = _words(self)
        self._held_title = SectionLabel(parent=self)
        self.held_words = _words(self)
        self.with_backups = Check(self)
        self.erase_button = QPushButton(self)
        self.erase_button.clicked.connect(self._erase)
        self.keep_button = QPushButton(self)
        self.keep_button.clicked.connect(self.closed)
        self._lay_out()
        self._look()
        self._retranslate()
        self.setFocusProxy(self.keep_button)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _look(self) -> None:
        """Each backup is looked into, beside the window; one that is being made is waited for."""
        folders = (self._folder, *bootstrap.backup_folders())
        look = erasing.looking_for_it(self._session.project, self.plan, *folders)

        def looking() -> Pausing[list[Backup]]:
            working = in_background(look)
            yield working
            return working.result()

        self._looking.start(looking(), self._show_held, self._session.failed.emit)

    def _show_held(self, held: Sequence[Backup]) -> None:
        self.held = held
        for widget in (self._held_title, self.held_words, self.with_backups):
            widget.setVisible(bool(held))
        self.erase_button.setEnabled(True)
        self._retranslate()

    def _erase(self) -> None:
        for each in (self.erase_button, self.keep_button, self.with_backups):
            each.setEnabled(False)
        self.about_to_erase.emit()
        self._session.perform_large(
            lambda project: erasing.take_out(project, self.plan),
            LARGE,
            partial(self._wipe, self.with_backups.isChecked()),
            self._failed,
            backed_up=False,
        )

    def _wipe(self, with_backups: bool, names: Sequence[str]) -> None:
        """Even where the page was closed meanwhile: its traces are still in the file."""
        bootstrap.forget_people(self.plan.people)

        def wipe(project: Project) -> Outcome[Sequence[Backup] | UserError | None]:
            project.wipe()
            return Outcome(self._without_backups(project) if with_backups else None)

        self._session.perform_large(
            wipe, LARGE, partial(self._tell, names), self._failed, whole_file=True, backed_up=False
        )

    def _failed(self) -> None:
        # Why was told; it may be done half, and the plan is of before.
        if isValid(self):
            self.closed.emit()

    def _tell(self, names: Sequence[str], backups: Sequence[Backup] | UserError | None) -> None:
        if not isValid(self):
            return
        told = self.tr("Removed for good: {names}.").format(names=", ".join(names))
        if backups is not None:
            told += " " + self._told_backups(backups)
        self.erased.emit(told)

    def _without_backups(self, project: Project) -> Sequence[Backup] | UserError:
        """Delete those that hold it; nobody should be left without any, so make one first."""
        try:
            projects.back_up(project, self._folder)
        except UserError as error:
            return error
        return erasing.delete_backups(self.held)

    def _told_backups(self, gone: Sequence[Backup] | UserError) -> str:
        if isinstance(gone, UserError):
            return gone.line(current_language())
        if any(map(erasing.is_log, gone)):
            return self.tr("%Ln file(s) deleted.", "", len(gone))
        return self.tr("%Ln backup(s) deleted.", "", len(gone))

    def _lay_out(self) -> None:
        for title, words in (
            (self._goes_title, self.goes),
            (self._look_title, self.look_at),
            (self._held_title, self.held_words),
        ):
            title.setContentsMargins(0, 18, 0, 6)
            self.body.addWidget(title)
            self.body.addWidget(words)
        self.body.addSpacing(8)
        self.body.addWidget(self.with_backups)
        self.body.addSpacing(28)
        set_look(self.keep_button, "primary")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.keep_button)
        row.addWidget(self.erase_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)
        for widget in (self._look_title, self.look_at):
            widget.setVisible(bool(self.plan.look_at))
        self.with_backups.hide()
        self.erase_button.setEnabled(False)

    def _retranslate(self) -> None:
        name = self.plan.name
        self.set_heading(
            self.tr("Remove “{name}” for good").format(name=name),
            self.tr(
                "For when a participant withdraws. Nothing of it stays in this file, and nothing "
                "that was done before can be undone any more. Copies that you made yourself and "
                "documents that you exported are not known here."
            ),
        )
        self._goes_title.setText(self.tr("What goes"))
        self.goes.setText("\n".join(self._going()))
        self._look_title.setText(self.tr("What you should look at yourself"))
        self.look_at.setText(_listed([m.text(current_language()) for m in self.plan.look_at]))
        self._held_title.setText(self.tr("Backups that still hold it"))
        looking = self.tr("Looking into the backups…")
        held = _listed([self._held_line(each) for each in self.held])
        self.held_words.setText(looking if self._looking.busy else held)
        self.with_backups.setText(self._with_backups_words())
        self.erase_button.setText(self.tr("Remove for good"))
        self.keep_button.setText(self.tr("Keep it"))

    def _held_line(self, held: Backup) -> str:
        if erasing.is_log(held):
            words = self.tr("{name}: set-aside steps of another version, which may hold it")
            return words.format(name=held.path.name)
        holds = projects.backup_holdings(held.path)
        return f"{(holds and holds.name) or held.project} · {when(held)}"

    def _with_backups_words(self) -> str:
        held = len(self.held)
        if any(map(erasing.is_log, self.held)):
            return self.tr("Also delete these %Ln file(s); a new backup is made first", "", held)
        return self.tr("Also delete %Ln backup(s) that hold it; a new one is made first", "", held)

    def _going(self) -> list[str]:
        plan = self.plan
        lines = [f"•  {name}" for name in plan.names]
        counts = [
            self.tr("%Ln passage(s)", "", plan.passages),
            self.tr("%Ln coding(s)", "", plan.codings),
        ]
        if plan.values:
            counts.append(self.tr("%Ln value(s) of the case", "", plan.values))
        rest = self.tr("with {what}, the original files and all traces in the history")
        lines.append(rest.format(what=", ".join(counts)))
        return lines


def _words(parent: QWidget) -> QLabel:
    label = Label(parent=parent)
    label.setWordWrap(True)
    return label


def _listed(words: Sequence[str]) -> str:
    return "\n".join(f"•  {each}" for each in words)
