"""What is to be said about files before they come in: three small choices, none of them needed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QPushButton, QWidget

from makna.domain.model import SourceKind
from makna.services.import_plan import ImportOptions
from makna.ui.session import Session
from makna.ui.terms import kind_name
from makna.ui.theme.theme import set_look
from makna.ui.widgets.choice_box import ChoiceBox
from makna.ui.widgets.labels import ElidedLabel, Label

TYPED = tuple(
    kind
    for kind in SourceKind
    if kind not in (SourceKind.PICTURE, SourceKind.AUDIO, SourceKind.VIDEO)
)
"""Kinds that a text can be."""
PICTURES = (".jpg", ".jpeg", ".png", ".webp")
TABLES = (".csv", ".tsv", ".xlsx", ".xlsm")


class ImportStrip(QFrame):
    """A line that offers to import: Enter imports, Esc gives up. Hidden until there are files."""

    import_wanted = Signal(object, object)
    """(tuple[Path, …], ImportOptions)"""
    look_wanted = Signal(object, object)
    """(tuple[Path, …], ImportOptions): see first what they would become."""
    dismissed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._paths: tuple[Path, ...] = ()
        self.setProperty("look", "notice")
        self._said = ElidedLabel(parent=self, mode=Qt.TextElideMode.ElideMiddle)
        self.kind = ChoiceBox(self)
        self.language = ChoiceBox(self)
        self.case = ChoiceBox(self)
        self.case.setEditable(True)
        self.case.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for box in (self.kind, self.language, self.case):
            # In a small window they shorten rather than push the buttons out.
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(6)
            box.setMinimumWidth(96)
            box.setMaximumWidth(190)
        self.location = QCheckBox(self)
        self.import_button = QPushButton(self)
        self.import_button.clicked.connect(self._import)
        self.look_button = QPushButton(self)
        self.look_button.clicked.connect(self._look)
        self.cancel_button = QPushButton(self)
        self.cancel_button.clicked.connect(self._dismiss)
        self._lay_out()
        set_look(self.import_button, "primary")
        set_look(self.cancel_button, "quiet")
        self._retranslate()
        self.hide()

    def offer(self, paths: Sequence[Path]) -> None:
        """Ask about these files and folders; they are imported when the user says so."""
        self._paths = tuple(paths)
        self.location.setChecked(False)
        self._fill_cases()
        self._say_what()
        self.show()
        self.import_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def options(self) -> ImportOptions:
        """What is chosen now."""
        return ImportOptions(
            kind=self.kind.currentData(),
            language=self.language.currentData() or "",
            case=" ".join(self.case.currentText().split()),
            keep_location=self.location.isChecked() and not self.location.isHidden(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._import()
        elif event.key() == Qt.Key.Key_Escape:
            self._dismiss()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _import(self) -> None:
        if self._paths:
            paths, self._paths = self._paths, ()
            self.hide()
            self.import_wanted.emit(paths, self.options())

    def _look(self) -> None:
        if self._paths:
            paths, self._paths = self._paths, ()
            self.hide()
            self.look_wanted.emit(paths, self.options())

    def _dismiss(self) -> None:
        self._paths = ()
        self.hide()
        self.dismissed.emit()

    def _fill_cases(self) -> None:
        self.case.clear()
        self.case.addItem("")
        self.case.addItems([case.name for case in self._session.project.cases.all()])
        self.case.setCurrentIndex(0)

    def _say_what(self) -> None:
        tables = any(path.suffix.lower() in TABLES for path in self._paths)
        self.look_button.setText(self.tr("Choose columns…") if tables else self.tr("Look first…"))
        self.look_button.setToolTip(self.tr("See what was recognised, and choose otherwise"))
        self.location.setVisible(any(_may_have_place(path) for path in self._paths))
        if len(self._paths) == 1:
            self._said.setText(self._paths[0].name)
        else:
            self._said.setText(self._counted())

    def _counted(self) -> str:
        """Files and folders; how many are in these is known when they are read."""
        folders = sum(path.is_dir() for path in self._paths)
        files = len(self._paths) - folders
        said = [self.tr("%Ln file(s)", "", files)] if files else []
        return ", ".join([*said, self.tr("%Ln folder(s)", "", folders)] if folders else said)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 10, 7)
        row.setSpacing(8)
        self._labels = {name: Label(parent=self) for name in ("import", "kind", "language", "case")}
        row.addWidget(self._labels["import"])
        row.addWidget(self._said, 1)
        for name, field in (("kind", self.kind), ("language", self.language), ("case", self.case)):
            set_look(self._labels[name], "dim")
            self._labels[name].setBuddy(field)
            row.addWidget(self._labels[name])
            row.addWidget(field, 1)
        row.addWidget(self.location)
        row.addSpacing(6)
        row.addWidget(self.import_button)
        row.addWidget(self.look_button)
        row.addWidget(self.cancel_button)

    def _retranslate(self) -> None:
        self._labels["import"].setText(self.tr("Import"))
        set_look(self._labels["import"], "strong")
        self._labels["kind"].setText(self.tr("as"))
        self._labels["language"].setText(self.tr("in"))
        self._labels["case"].setText(self.tr("about the case"))
        kinds: list[tuple[str, object]] = [(self.tr("whatever it is"), None)]
        kinds += [(kind_name(kind), kind) for kind in TYPED]
        _refill(self.kind, kinds)
        languages = [
            (self.tr("the project's language"), ""),
            (self.tr("Indonesian"), "id"),
            (self.tr("English"), "en"),
        ]
        _refill(self.language, languages)
        self.kind.setAccessibleName(self.tr("Kind of source"))
        self.language.setAccessibleName(self.tr("Language of the material"))
        self.case.setAccessibleName(self.tr("Case that it is about"))
        line = self.case.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("none"))
            line.setAccessibleName(self.case.accessibleName())
        self.location.setText(self.tr("Keep location"))
        self.location.setToolTip(
            self.tr("Keep where pictures were taken; otherwise it is left out of the project")
        )
        self.import_button.setText(self.tr("Import"))
        self.cancel_button.setText(self.tr("Cancel"))
        self._say_what()


def _may_have_place(path: Path) -> bool:
    """Whether it is a picture, or a folder that may hold some."""
    return path.suffix.lower() in PICTURES or path.is_dir()


def _refill(box: QComboBox, items: Sequence[tuple[str, object]]) -> None:
    """Name the choices anew; the chosen one stays."""
    chosen = max(box.currentIndex(), 0)
    box.clear()
    for text, data in items:
        box.addItem(text, data)
    box.setCurrentIndex(chosen)
