"""The backups there are, with a way to get rid of some."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QFile, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from makna.services.projects import backup_holdings
from makna.storage.backups import Backup
from makna.ui.moments import short
from makna.ui.theme.theme import set_look
from makna.ui.time_slices import TimeSlices
from makna.ui.widgets.delegates import RowDelegate, RowStyle
from makna.ui.widgets.labels import ElidedLabel, Label, as_hint
from makna.ui.widgets.roles import Role

Trash = Callable[[Path], bool]
"""Put a file where the user can get it back from; False when that is not possible."""
_SHOWN_ROWS = 8


def move_to_trash(path: Path) -> bool:
    """Into the system's bin."""
    return bool(QFile.moveToTrash(str(path)))


class BackupList(QWidget):
    """Backups, the newest first, with their sizes. Delete moves the chosen ones to the bin."""

    removed = Signal()
    """Some are gone: list them anew."""
    restore_wanted = Signal(object)
    """(Backup): make a project of it again."""

    def __init__(self, trash: Trash = move_to_trash, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trash = trash
        self._backups: list[Backup] = []
        self.model = QStandardItemModel(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(RowDelegate(self.list, RowStyle(left=8, right=8, radius=6)))
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._tell_button())
        self._total = ElidedLabel(parent=self)
        self._problem = Label(parent=self)
        self.restore_button = QPushButton(self)
        self.restore_button.clicked.connect(self.restore_chosen)
        self.remove_button = QPushButton(self)
        self.remove_button.clicked.connect(self.remove_chosen)
        self._reading = TimeSlices(self)
        self._lay_out()
        self._retranslate()

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """List these; what each holds is read one after the other, while nothing else happens."""
        self._backups = list(backups)
        self.model.clear()
        for backup in self._backups:
            item = QStandardItem(backup.project)
            self._describe(item, backup, backup.project, "")
            self.model.appendRow(item)
        self._read_all()
        rows = max(1, min(_SHOWN_ROWS, len(self._backups)))
        self.list.setFixedHeight(rows * max(28, self.list.sizeHintForRow(0)) + 4)
        self.list.setVisible(bool(self._backups))
        self._retranslate()

    def backups(self) -> list[Backup]:
        return list(self._backups)

    def chosen(self) -> list[Backup]:
        """The selected ones."""
        return [self._backups[index.row()] for index in self.list.selectedIndexes()]

    def problem(self) -> str:
        """What could not be moved; empty when all could."""
        return "" if self._problem.isHidden() else self._problem.text()

    def choose_newest(self) -> None:
        """Select the first row, so that one click restores it."""
        self.list.setCurrentIndex(self.model.index(0, 0))

    def restore_chosen(self) -> None:
        """Ask for the selected one to become a project again."""
        chosen = self.chosen()
        if len(chosen) == 1:
            self.restore_wanted.emit(chosen[0])

    def remove_chosen(self) -> None:
        """Move the selected ones to the bin; what can't be moved stays and is named."""
        chosen = self.chosen()
        stuck = [backup for backup in chosen if not self._trash(backup.path)]
        self._problem.setVisible(bool(stuck))
        if stuck:
            names = ", ".join(backup.path.name for backup in stuck)
            words = self.tr("This could not be moved to the bin: {names}")
            self._problem.setText(words.format(names=names))
        if len(stuck) < len(chosen):
            self.removed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.remove_chosen()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._read_all()
        super().changeEvent(event)

    def _read_all(self) -> None:
        self._reading.begin(partial(self._read, row) for row in range(len(self._backups)))

    def _read(self, row: int) -> None:
        held = backup_holdings(self._backups[row].path)
        name, words = self._backups[row].project, self.tr("cannot be read")
        if held is not None:
            name = held.name or name
            sources = self.tr("%Ln source(s)", "", held.sources)
            codings = self.tr("%Ln coding(s)", "", held.codings)
            words = f"{sources}, {codings}"
        self._describe(self.model.item(row), self._backups[row], name, words)

    def _describe(self, item: QStandardItem, backup: Backup, name: str, holds: str) -> None:
        item.setText(name)
        lines = (holds, str(backup.path), _size(backup.size))
        item.setToolTip(as_hint("\n".join(filter(None, lines))))
        known = [words for words in (when(backup), holds) if words]
        item.setData(" · ".join(known), int(Role.HINT))
        spoken = ", ".join((name, *known, _size(backup.size)))
        item.setData(spoken, int(Qt.ItemDataRole.AccessibleTextRole))

    def _tell_button(self) -> None:
        chosen = self.list.selectedIndexes()
        self.remove_button.setEnabled(bool(chosen))
        self.restore_button.setEnabled(len(chosen) == 1)

    def _lay_out(self) -> None:
        set_look(self._total, "small")
        set_look(self._problem, "problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        row = QHBoxLayout()
        row.addWidget(self._total, 1)
        row.addWidget(self.restore_button)
        row.addWidget(self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.list)
        column.addLayout(row)
        column.addWidget(self._problem)

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Backups"))
        self.remove_button.setText(self.tr("Move to the bin"))
        self.remove_button.setVisible(bool(self._backups))
        self.restore_button.setText(self.tr("Restore and open"))
        self.restore_button.setToolTip(self.tr("As a new project; nothing is overwritten"))
        self.restore_button.setVisible(bool(self._backups))
        if self._backups:
            size = _size(sum(backup.size for backup in self._backups))
            count = self.tr("%Ln backup(s)", "", len(self._backups))
            self._total.setText(f"{count}, {size}")
        else:
            words = self.tr("None yet. The first one is made before your next change.")
            self._total.setText(words)
        self._tell_button()


def when(backup: Backup) -> str:
    """When it was made, by the clock of this computer."""
    return short(backup.at.isoformat())


def _size(size: int) -> str:
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
