"""Projects that were open lately."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from makna.ui.system import remembered_path
from makna.ui.theme.icons import icon
from makna.ui.theme.sizes import set_icon_px
from makna.ui.theme.theme import set_look
from makna.ui.widgets.labels import ElidedLabel


class RecentRow(QPushButton):
    """One project; a missing one is dim and can only be taken off the list."""

    open_wanted = Signal(object)
    forget_wanted = Signal(object)

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.missing = remembered_path(str(path)) is None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_look(self, "chip")
        if not self.missing:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name = ElidedLabel(path.stem, self)
        set_look(self._name, "dim" if self.missing else "strong")
        self._folder = ElidedLabel(str(path.parent), self, Qt.TextElideMode.ElideMiddle)
        set_look(self._folder, "small")
        self.remove_button = QToolButton(self)
        self.remove_button.setIcon(icon("close"))
        set_icon_px(self.remove_button, 13)
        self.remove_button.clicked.connect(lambda: self.forget_wanted.emit(self.path))
        self.remove_button.setVisible(self.missing)
        self._lay_out()
        self.clicked.connect(self._open)
        self._retranslate()

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.forget_wanted.emit(self.path)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _open(self) -> None:
        if not self.missing:
            self.open_wanted.emit(self.path)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._name)
        words.addWidget(self._folder)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 8, 8, 8)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.remove_button)

    def _retranslate(self) -> None:
        folder = str(self.path.parent)
        gone = self.tr("Not found in {folder}").format(folder=folder)
        self._folder.setText(gone if self.missing else folder)
        self.setAccessibleName(f"{self.path.stem}. {self._folder.text()}")
        self.remove_button.setToolTip(self.tr("Take off the list"))
        self.remove_button.setAccessibleName(self.tr("Take off the list"))


class RecentList(QWidget):
    """The rows, the latest first."""

    open_wanted = Signal(object)
    """(Path)"""
    forget_wanted = Signal(object)
    """(Path)"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._rows: list[RecentRow] = []

    def show_paths(self, paths: Sequence[Path]) -> None:
        """List these."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for path in paths:
            row = RecentRow(path, self)
            row.open_wanted.connect(self.open_wanted)
            row.forget_wanted.connect(self.forget_wanted)
            self._column.addWidget(row)
            self._rows.append(row)

    def rows(self) -> list[RecentRow]:
        return list(self._rows)

    def paths(self) -> list[Path]:
        return [row.path for row in self._rows]
