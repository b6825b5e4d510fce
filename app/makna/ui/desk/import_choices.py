"""What one may say about a file before it comes in: kind, case, letters, turns, columns."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from makna.domain.model import SourceKind
from makna.domain.turn_forms import AUTOMATIC
from makna.formats.encoding import ENCODINGS
from makna.services.import_plan import ImportOptions
from makna.services.proposals import Proposal
from makna.ui.desk.column_choice import ColumnChoice
from makna.ui.desk.inspector.fields import ChoiceField
from makna.ui.desk.inspector.panel import Section
from makna.ui.desk.turn_choice import TurnChoice
from makna.ui.desk.turn_words import encoding_name
from makna.ui.session import Session
from makna.ui.terms import kind_name
from makna.ui.theme.theme import set_look
from makna.ui.widgets.choice_box import ChoiceBox
from makna.ui.widgets.labels import Label


class ImportChoices(QWidget):
    """The choices for one file, from top to bottom; those that it has no use for are hidden."""

    changed = Signal()
    """Something was chosen that changes how the file is read."""
    marked = Signal()
    """Who asks was changed: nothing needs to be read again."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._begin = ImportOptions()
        self._found: Proposal | None = None
        self.kind = ChoiceField(self)
        self.case = ChoiceBox(self)
        self.case.setEditable(True)
        self.case.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.encoding = ChoiceField(self)
        self.turns = TurnChoice(self)
        self.columns = ColumnChoice(self)
        self.facts = Label(parent=self)
        self.facts.setWordWrap(True)
        set_look(self.facts, "small")
        self._sections = {
            "columns": Section(self.columns, self),
            "turns": Section(self.turns, self),
            "encoding": Section(self.encoding, self),
            "kind": Section(self.kind, self),
            "case": Section(self.case, self),
            "facts": Section(self.facts, self),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for section in self._sections.values():
            column.addWidget(section)
        column.addStretch(1)
        self.encoding.picked.connect(lambda _name: self.changed.emit())
        self.turns.form_picked.connect(lambda _form: self.changed.emit())
        self.turns.asking_changed.connect(self.marked)
        self.columns.changed.connect(self.changed)
        self._retranslate()

    def begin(self, options: ImportOptions) -> None:
        """Start from these choices, for a file of another shape."""
        self._begin = options
        self._found = None
        self.case.clear()
        self.case.addItem("")
        self.case.addItems([case.name for case in self._session.project.cases.all()])
        self.case.setCurrentText(options.case)
        self.kind.choose(str(options.kind or ""))
        self.encoding.choose(options.encoding)
        self.turns.form.choose(options.turns)
        self.columns.take(options.columns, options.posts)
        self.columns.account_cases.setChecked(options.account_cases)

    def show_proposal(self, found: Proposal) -> None:
        """What was found with the choices as they are now."""
        self._found = found
        is_table = found.table is not None
        self._sections["columns"].setVisible(is_table)
        self._sections["turns"].setVisible(not is_table)
        self._sections["encoding"].setVisible(found.encoded)
        self._sections["facts"].setVisible(bool(found.facts))
        if found.table is not None:
            self.columns.show_table(found.table, found.roles)
        self.turns.show_turns(found.form, found.turns, found.speakers)
        self.facts.setText("\n".join(f"{name}: {value}" for name, value in found.facts))
        self._name_automatic()

    def options(self) -> ImportOptions:
        """The choices as they are now."""
        found = self._found
        is_table = found is not None and found.table is not None
        chosen = replace(
            self._begin,
            kind=SourceKind(self.kind.chosen()) if self.kind.chosen() else None,
            case=" ".join(self.case.currentText().split()),
            encoding=self.encoding.chosen(),
            turns=AUTOMATIC if is_table else self.turns.form.chosen(),
            sheet=self.columns.chosen_sheet() if is_table else "",
            columns=self.columns.columns() if is_table else (),
            posts=self.columns.posts.chosen() if is_table else "",
            account_cases=is_table and self.columns.account_cases.isChecked(),
        )
        if is_table or not self.turns.boxes:
            return chosen
        return replace(chosen, asking=self.turns.asking(), answering=self.turns.answering())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _name_automatic(self) -> None:
        found = self._found
        if found is None:
            return
        kind = self.tr("Automatic: {kind}").format(kind=kind_name(found.kind))
        if not self.kind.chosen():
            self.kind.setItemText(0, kind)
        if not self.encoding.chosen():
            name = encoding_name(found.encoding or "utf-8")
            self.encoding.setItemText(0, self.tr("Automatic: {name}").format(name=name))

    def _retranslate(self) -> None:
        headings = {
            "columns": self.tr("Table"),
            "turns": self.tr("Turns"),
            "encoding": self.tr("Letters look wrong?"),
            "kind": self.tr("Kind"),
            "case": self.tr("About the case"),
            "facts": self.tr("From its head"),
        }
        for name, heading in headings.items():
            self._sections[name].heading.setText(heading)
        kinds = {"": self.tr("Automatic")} | {str(kind): kind_name(kind) for kind in SourceKind}
        self.kind.set_choices(kinds)
        self.kind.setAccessibleName(headings["kind"])
        encodings = {name: encoding_name(name) for name in ENCODINGS}
        self.encoding.set_choices({"": self.tr("Automatic"), **encodings})
        self.encoding.setAccessibleName(self.tr("Encoding of the letters"))
        self.case.setAccessibleName(headings["case"])
        line = self.case.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("none"))
        self._name_automatic()
