"""The first thing one sees: begin a project, or go on with one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QStandardPaths, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from makna.paths import resources_dir
from makna.services.settings import Settings
from makna.ui.column import Column
from makna.ui.language import current_language
from makna.ui.new_project_form import NewProjectForm
from makna.ui.recent_list import RecentList
from makna.ui.system import choose_folder, remembered_path, take_copy
from makna.ui.theme.sizes import set_icon_px
from makna.ui.theme.theme import set_look
from makna.ui.widgets.inline_prompt import InlinePrompt
from makna.ui.widgets.labels import Label, LinkButton, SectionLabel

if TYPE_CHECKING:
    from makna.storage.backups import Backup
    from makna.ui.backup_list import BackupList

SUFFIX = ".makna"
ChooseFolder = Callable[[QWidget, str, Path], Path | None]
"""(parent, title, where to begin) → a folder, or None."""


class StartPage(Column):
    """New, open, recent, and whose work it is. It only asks; the window does."""

    new_wanted = Signal(object, str)
    """(Path, coder's name or ""): make a project there."""
    open_wanted = Signal(object)
    """(Path | None): open this project; None: ask which."""
    demo_wanted = Signal()
    """Show the demo project; only offered where there is one."""
    manual_wanted = Signal()
    """Show how everything is done."""
    language_chosen = Signal(str)
    """`id` or `en`"""
    name_given = Signal(str)
    """The coder's name."""
    forget_wanted = Signal(object)
    """(Path): take this project off the list of recent ones."""
    backups_wanted = Signal()
    """List the backups there are: see `show_backups`."""
    restore_wanted = Signal(object)
    """(Backup): make a project of it and open that."""

    def __init__(
        self,
        settings: Settings,
        parent: QWidget | None = None,
        *,
        choose: ChooseFolder = choose_folder,
    ) -> None:
        super().__init__(parent, width=560, centred=True)
        self._settings = settings
        self.setAcceptDrops(True)
        self.languages = QButtonGroup(self)
        self.new_button = QPushButton(self)
        self.new_button.clicked.connect(self.ask_new)
        self.open_button = QPushButton(self)
        self.open_button.clicked.connect(lambda: self.open_wanted.emit(None))
        self.demo_button = QPushButton(self)
        self.demo_button.clicked.connect(self.demo_wanted)
        self.form = NewProjectForm(choose, self)
        self.form.accepted.connect(self._create)
        self.form.cancelled.connect(self.new_button.setFocus)
        self.form.cancelled.connect(self._show_who)
        self._recent_title = SectionLabel(parent=self)
        self.recent = RecentList(self)
        self.recent.open_wanted.connect(self.open_wanted)
        self.recent.forget_wanted.connect(self._forget)
        self.backups_button = LinkButton(parent=self)
        self.backups_button.clicked.connect(self.backups_wanted)
        self.manual_button = LinkButton(parent=self)
        self.manual_button.clicked.connect(self.manual_wanted)
        self.backups: BackupList | None = None
        self._who = Label(parent=self)
        self.name_button = LinkButton(parent=self)
        self.name_button.clicked.connect(self._ask_name)
        self.name = InlinePrompt(self)
        self.name.accepted.connect(self._name_typed)
        self._drop_hint = Label(parent=self)
        self._lay_out()
        self._retranslate()
        self.set_settings(settings)

    def set_settings(self, settings: Settings) -> None:
        """Show what the settings say now: recent projects, name, language."""
        self._settings = settings
        self.recent.show_paths([Path(path) for path in settings.recent])
        self._recent_title.setVisible(bool(settings.recent))
        self.form.ask_for_name(not settings.coder_name)
        self._say_who()

    def show_backups(self, found: Sequence[Backup]) -> None:
        """List these, with the newest one selected."""
        if self.backups is None:
            # Only now: the start page shows itself without the database.
            from makna.ui.backup_list import BackupList

            self.backups = BackupList(parent=self)
            self.backups.restore_wanted.connect(self.restore_wanted)
            self.backups.removed.connect(self.backups_wanted)
            self.body.insertWidget(self.body.indexOf(self.backups_button) + 1, self.backups)
        self.backups.show_backups(found)
        if found:
            self.backups.choose_newest()
        self.ensureWidgetVisible(self.backups)

    def ask_new(self) -> None:
        """Open the form of a new project."""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents))
        recent = [str(Path(path).parent) for path in self._settings.recent[:1]]
        found = (remembered_path(each) for each in (*recent, str(folder)))
        self.form.ask(next(filter(None, found), Path.home()))
        self._show_who()
        self.ensureWidgetVisible(self.form)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _project_in(event) is not None:
            take_copy(event)
            set_look(self._drop_hint, "accent")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        set_look(self._drop_hint, "small")

    def dropEvent(self, event: QDropEvent) -> None:
        set_look(self._drop_hint, "small")
        path = _project_in(event)
        if path is not None:
            take_copy(event)
            self.open_wanted.emit(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.form.isHidden():
            self.form.cancel()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._say_who()
        super().changeEvent(event)

    def _show_who(self) -> None:
        """Not while the form asks for the same name."""
        asked = not self.form.isHidden() and not self._settings.coder_name
        for widget in (self._who, self.name_button):
            widget.setVisible(not asked)
        self.name.setVisible(self.name.isVisible() and not asked)

    def _create(self, path: Path, coder: str) -> None:
        self._show_who()
        self.new_wanted.emit(path, coder)

    def _forget(self, path: Path) -> None:
        self.recent.show_paths([p for p in self.recent.paths() if p != path])
        self._recent_title.setVisible(bool(self.recent.paths()))
        self.forget_wanted.emit(path)

    def _ask_name(self) -> None:
        self.name_button.hide()
        self.name.ask(lambda: self.tr("Your name, as it should stand beside your codings"))
        self.name.field.setText(self._settings.coder_name)

    def _name_typed(self, name: str) -> None:
        self.name.finish()
        self.name_button.show()
        self.name_given.emit(name)

    def _say_who(self) -> None:
        name = self._settings.coder_name
        if name:
            self._who.setText(self.tr("You work as {name}").format(name=name))
            self.name_button.setText(self.tr("Change"))
        else:
            self._who.setText(self.tr("Codings and memos carry a name."))
            self.name_button.setText(self.tr("Say yours"))

    def _choose_language(self, button: QPushButton) -> None:
        self.language_chosen.emit(str(button.property("language")))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.new_button, self.open_button, self.demo_button):
            set_icon_px(button, 15)
            row.addWidget(button)
        row.addStretch(1)
        set_look(self.new_button, "primary")
        self.demo_button.setVisible(any((resources_dir() / "demo").glob(f"*{SUFFIX}")))
        self.body.insertLayout(0, self._language_row())
        self.body.insertSpacing(1, 40)
        self.body.addLayout(row)
        self.body.addWidget(self.form)
        self.body.addSpacing(28)
        self.body.addWidget(self._recent_title)
        self.body.addSpacing(4)
        self.body.addWidget(self.recent)
        self.body.addSpacing(10)
        self.body.addWidget(self.backups_button)
        self.body.addSpacing(6)
        self.body.addWidget(self.manual_button)
        self.body.addSpacing(28)
        self.body.addLayout(self._who_row())
        self.body.addWidget(self.name)
        self.body.addSpacing(6)
        set_look(self._drop_hint, "small")
        self.body.addWidget(self._drop_hint)
        self.body.addStretch(1)

    def _language_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addStretch(1)
        for language, words in (("id", "Indonesia"), ("en", "English")):
            button = QPushButton(words, self)
            button.setCheckable(True)
            button.setProperty("language", language)
            self.languages.addButton(button)
            row.addWidget(button)
        self.languages.buttonClicked.connect(self._choose_language)
        return row

    def _who_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        set_look(self._who, "dim")
        row.addWidget(self._who)
        row.addWidget(self.name_button)
        row.addStretch(1)
        return row

    def _retranslate(self) -> None:
        lead = self.tr("Code interviews and documents, and carry them into your chapter.")
        self.set_heading("Makna", lead)
        for button in self.languages.buttons():
            button.setChecked(button.property("language") == current_language())
        self.new_button.setText(self.tr("New project"))
        self.open_button.setText(self.tr("Open…"))
        self.demo_button.setText(self.tr("Look around in a demo"))
        self._recent_title.setText(self.tr("Recent projects"))
        self.backups_button.setText(self.tr("Restore a backup…"))
        self.manual_button.setText(self.tr("Manual: how everything is done"))
        self._drop_hint.setText(self.tr("A project file can also be dropped here."))


def _project_in(event: QDropEvent) -> Path | None:
    """The project file that is being dropped, if it is one."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() == SUFFIX else None
