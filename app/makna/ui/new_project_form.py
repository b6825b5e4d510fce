"""Name, folder, and whose work it is: what a new project needs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from makna.domain.file_names import FORBIDDEN
from makna.ui.theme.theme import set_look
from makna.ui.widgets.labels import ElidedLabel, Label, LinkButton

SUFFIX = ".makna"


class NewProjectForm(QWidget):
    """An inline form. It says at once where the file will lie, and what keeps it from being made.

    Enter accepts, Esc gives up.
    """

    accepted = Signal(object, str)
    """(Path of the project to make, coder's name or "")"""
    cancelled = Signal()

    def __init__(
        self,
        choose: Callable[[QWidget, str, Path], Path | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._choose = choose
        self._folder = Path.home()
        self.name = QLineEdit(self)
        self.name.textChanged.connect(lambda _text: self._judge())
        self.coder = QLineEdit(self)
        self._coder_label = Label(parent=self)
        self._name_label = Label(parent=self)
        self._where = ElidedLabel("", self, Qt.TextElideMode.ElideMiddle)
        self.folder_button = LinkButton(parent=self)
        self.folder_button.clicked.connect(self._ask_folder)
        self._problem = Label(parent=self)
        self.create_button = QPushButton(self)
        self.create_button.clicked.connect(self._accept)
        self.cancel_button = QPushButton(self)
        self.cancel_button.clicked.connect(self.cancel)
        self._lay_out()
        self._retranslate()
        self.hide()

    def ask(self, folder: Path) -> None:
        """Show the form with the focus in the name."""
        self._folder = folder
        self.name.clear()
        self._judge()
        self.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_for_name(self, wanted: bool) -> None:
        """Whether to ask who works, which is done once."""
        self.coder.setVisible(wanted)
        self._coder_label.setVisible(wanted)

    def path(self) -> Path:
        """Where the project will lie."""
        return self._folder / f"{self._clean()}{SUFFIX}"

    def problem(self) -> str:
        """What keeps it from being made, in words; empty when nothing does."""
        name = self._clean()
        wrong = [char for char in name if char in FORBIDDEN or ord(char) < 32]
        if wrong:
            return self.tr("A file name can't have {char}").format(char=wrong[0])
        if name.startswith(".") or name.endswith("."):
            return self.tr("A file name can't begin or end with a full stop")
        if name and self.path().exists():
            return self.tr("There is already a file “{name}” in this folder").format(
                name=self.path().name
            )
        return ""

    def cancel(self) -> None:
        self.hide()
        self.cancelled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _clean(self) -> str:
        name = " ".join(self.name.text().split())
        return name[: -len(SUFFIX)] if name.lower().endswith(SUFFIX) else name

    def _judge(self) -> None:
        problem = self.problem()
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        set_look(self.name, "problem" if problem else "")
        self.name.setAccessibleDescription(problem)
        self.create_button.setEnabled(bool(self._clean()) and not problem)
        shown = self.path() if self._clean() else self._folder
        self._where.setText(str(shown))

    def _accept(self) -> None:
        self._judge()
        if self.create_button.isEnabled():
            coder = " ".join(self.coder.text().split()) if not self.coder.isHidden() else ""
            self.hide()
            self.accepted.emit(self.path(), coder)

    def _ask_folder(self) -> None:
        chosen = self._choose(self, self.tr("Folder for the project"), self._folder)
        if chosen is not None:
            self._folder = chosen
            self._judge()

    def _lay_out(self) -> None:
        for label in (self._name_label, self._coder_label, self._where):
            set_look(label, "small")
        set_look(self._problem, "problem")
        set_look(self.create_button, "primary")
        set_look(self.cancel_button, "quiet")
        self._name_label.setBuddy(self.name)
        self._coder_label.setBuddy(self.coder)
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self._where, 1)
        where.addWidget(self.folder_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.create_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 18, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._name_label)
        column.addWidget(self.name)
        column.addWidget(self._problem)
        column.addSpacing(6)
        column.addWidget(self._coder_label)
        column.addWidget(self.coder)
        column.addSpacing(6)
        column.addLayout(where)
        column.addSpacing(10)
        column.addLayout(buttons)

    def _retranslate(self) -> None:
        self._name_label.setText(self.tr("Name of the project"))
        self.name.setPlaceholderText(self.tr("My thesis"))
        self.name.setAccessibleName(self.tr("Name of the project"))
        self._coder_label.setText(self.tr("Your name, as it should stand beside your codings"))
        self.coder.setAccessibleName(self.tr("Your name"))
        self.folder_button.setText(self.tr("Another folder…"))
        self.create_button.setText(self.tr("Create"))
        self.cancel_button.setText(self.tr("Cancel"))
        self._judge()
