"""What belongs to the user: language, looks, name, backups. All of it works at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPushButton, QWidget

from makna import paths
from makna.services.projects import list_backups
from makna.services.settings import Settings, interface_language
from makna.ui.backup_list import BackupList, Trash, move_to_trash
from makna.ui.column import Column
from makna.ui.start_page import ChooseFolder
from makna.ui.system import choose_folder
from makna.ui.theme.fonts import DEFAULT_PT, LARGEST_PT, SMALLEST_PT
from makna.ui.theme.theme import set_look
from makna.ui.widgets.labels import ElidedLabel, Label, LinkButton, SectionLabel
from makna.ui.widgets.number_field import NumberField

TYPING_PAUSE_MS = 600
THEMES = ("", "light", "dark")
LANGUAGES = ("id", "en")


class SettingsPage(Column):
    """Every change is told at once by `changed`; whoever keeps settings keeps them."""

    changed = Signal(object)
    """(Settings)"""

    def __init__(
        self,
        settings: Settings,
        parent: QWidget | None = None,
        *,
        choose: ChooseFolder = choose_folder,
        trash: Trash = move_to_trash,
    ) -> None:
        super().__init__(parent, width=560)
        self._settings = settings
        self._choose = choose
        self._labels: dict[str, SectionLabel] = {}
        self.languages, self.themes = QButtonGroup(self), QButtonGroup(self)
        self.font_size = NumberField(self)
        self.font_size.setRange(int(SMALLEST_PT), int(LARGEST_PT))
        self.font_size.setSuffix(" pt")
        self.usual_size = LinkButton(parent=self)
        self.usual_size.clicked.connect(lambda: self._change(interface_font_pt=0))
        self.name = QLineEdit(self)
        self._name_hint = Label(parent=self)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._typing.timeout.connect(self._keep_name)
        self._folder = ElidedLabel(parent=self)
        self.folder_button = LinkButton(parent=self)
        self.folder_button.clicked.connect(self._ask_folder)
        self.usual_folder = LinkButton(parent=self)
        self.usual_folder.clicked.connect(lambda: self._change(backup_folder=""))
        self.backups = BackupList(trash, self)
        self.backups.removed.connect(self.refresh_backups)
        self._lay_out()
        self._retranslate()
        self.set_settings(settings)
        self._connect()

    def set_settings(self, settings: Settings) -> None:
        """Show these; tells nobody."""
        self._settings = settings
        language, theme = interface_language(settings), settings.theme
        self.languages.button(LANGUAGES.index(language)).setChecked(True)
        self.themes.button(THEMES.index(theme) if theme in THEMES else 0).setChecked(True)
        self.font_size.blockSignals(True)
        self.font_size.setValue(settings.interface_font_pt or round(DEFAULT_PT))
        self.font_size.blockSignals(False)
        self.usual_size.setVisible(bool(settings.interface_font_pt))
        if not self.name.hasFocus():
            self.name.setText(settings.coder_name)
        self._folder.setText(str(self.backup_folder()))
        self.usual_folder.setVisible(bool(settings.backup_folder))

    def backup_folder(self) -> Path:
        """Where backups are put now."""
        chosen = self._settings.backup_folder
        return Path(chosen) if chosen else paths.backup_dir()

    def refresh_backups(self) -> None:
        """Look which backups there are."""
        self.backups.show_backups(list_backups(self.backup_folder()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh_backups()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _change(self, **fields: str | int) -> None:
        changed = replace(self._settings, **fields)  # type: ignore[arg-type]
        if changed == self._settings:
            return
        moved = changed.backup_folder != self._settings.backup_folder
        self.set_settings(changed)
        if moved:
            self.refresh_backups()
        self.changed.emit(changed)

    def _keep_name(self) -> None:
        self._typing.stop()
        name = " ".join(self.name.text().split())
        # Without any name codings would carry a plain word; the one that was there stays.
        if name:
            self._change(coder_name=name)

    def _ask_folder(self) -> None:
        chosen = self._choose(self, self.tr("Folder for backups"), self.backup_folder())
        if chosen is not None:
            self._change(backup_folder=str(chosen))

    def _connect(self) -> None:
        self.languages.idClicked.connect(lambda n: self._change(language=LANGUAGES[n]))
        self.themes.idClicked.connect(lambda n: self._change(theme=THEMES[n]))
        self.font_size.valueChanged.connect(lambda value: self._change(interface_font_pt=value))
        self.name.textEdited.connect(lambda _text: self._typing.start())
        self.name.editingFinished.connect(self._keep_name)

    def _lay_out(self) -> None:
        self._section("language", self._choices(self.languages, len(LANGUAGES)))
        self._section("theme", self._choices(self.themes, len(THEMES)))
        self._section("size", _row(self.font_size, self.usual_size))
        self._section("name", None, self.name, self._name_hint)
        set_look(self._name_hint, "small")
        self._name_hint.setWordWrap(True)
        self._section("backups", None, self._folder)
        set_look(self._folder, "dim")
        self.body.addLayout(_row(self.folder_button, self.usual_folder))
        self.body.addSpacing(8)
        self.body.addWidget(self.backups)
        self.body.addStretch(1)

    def _section(self, key: str, row: QHBoxLayout | None, *widgets: QWidget) -> None:
        label = SectionLabel(parent=self)
        label.setContentsMargins(0, 18, 0, 6)
        self._labels[key] = label
        self.body.addWidget(label)
        if row is not None:
            self.body.addLayout(row)
        for widget in widgets:
            self.body.addWidget(widget)
            self.body.addSpacing(4)

    def _choices(self, group: QButtonGroup, count: int) -> QHBoxLayout:
        for number in range(count):
            button = QPushButton(self)
            button.setCheckable(True)
            group.addButton(button, number)
        return _row(*group.buttons())

    def _retranslate(self) -> None:
        self.set_heading(self.tr("Settings"), self.tr("They are yours, not the project's."))
        for key, words in (
            ("language", self.tr("Language")),
            ("theme", self.tr("Colours")),
            ("size", self.tr("Size of the interface")),
            ("name", self.tr("Your name")),
            ("backups", self.tr("Backups")),
        ):
            self._labels[key].setText(words)
        for button, words in zip(self.languages.buttons(), ("Indonesia", "English"), strict=True):
            button.setText(words)
        themes = (self.tr("As the system"), self.tr("Light"), self.tr("Dark"))
        for button, words in zip(self.themes.buttons(), themes, strict=True):
            button.setText(words)
        self.font_size.setAccessibleName(self.tr("Size of the interface"))
        self.usual_size.setText(self.tr("Usual size"))
        self.name.setAccessibleName(self.tr("Your name"))
        self._name_hint.setText(
            self.tr("It stands beside your codings and memos, from the next time a project opens.")
        )
        self.folder_button.setText(self.tr("Another folder…"))
        self.folder_button.setToolTip(self.tr("Backups that are there already stay where they are"))
        self.usual_folder.setText(self.tr("Usual folder"))


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
