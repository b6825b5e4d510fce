"""A new source typed or pasted: field notes, an observation, a post."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from makna.domain.changes import Outcome
from makna.domain.dates import long_date
from makna.domain.model import SourceId, SourceKind
from makna.domain.wording import Message
from makna.domain.written import iso_date
from makna.services.importing import Imported, ImportOptions, import_text
from makna.services.sources import describe_source
from makna.storage.project import Project
from makna.ui.column import PAGE_LEFT_PX, PAGE_TOP_PX
from makna.ui.language import current_language
from makna.ui.session import Session
from makna.ui.terms import kind_name
from makna.ui.theme.theme import set_look
from makna.ui.widgets.choice_box import ChoiceBox
from makna.ui.widgets.labels import Label

WIDEST_PX = 720
FIELD_PAD_PX = 12


class NewSourcePage(QWidget):
    """Name, kind, date and text; "Add" makes the source and opens it."""

    added = Signal(int)
    """(SourceId)"""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._title = Label(parent=self)
        set_look(self._title, "title")
        self.name = QLineEdit(self)
        self.kind = ChoiceBox(self)
        self.date = QLineEdit(self)
        self.date.editingFinished.connect(self._say_date)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.add = QPushButton(self)
        set_look(self.add, "primary")
        self.add.clicked.connect(self._add)
        self.name.textChanged.connect(self._update)
        self.text.textChanged.connect(self._update)
        for kind in SourceKind:
            self.kind.addItem("", str(kind))
        self.kind.setCurrentIndex(list(SourceKind).index(SourceKind.OBSERVATION))
        self._lay_out()
        self._retranslate()
        self._update()
        self.setFocusProxy(self.name)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        facts = QHBoxLayout()
        facts.setSpacing(10)
        facts.addWidget(self.name, 4)
        facts.addWidget(self.kind, 2)
        facts.addWidget(self.date, 1)
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(self.add)
        inner = QWidget(self)
        inner.setMaximumWidth(WIDEST_PX)
        column = QVBoxLayout(inner)
        column.setContentsMargins(PAGE_LEFT_PX, PAGE_TOP_PX, 24, 24)
        column.setSpacing(14)
        column.addWidget(self._title)
        column.addLayout(facts)
        column.addWidget(self.text, 1)
        column.addLayout(bottom)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(inner, 100)
        outer.addStretch(1)
        set_look(self, "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def _update(self) -> None:
        ready = bool(self.name.text().strip()) and bool(self.text.toPlainText().strip())
        self.add.setEnabled(ready)

    def _say_date(self) -> None:
        """Show in words what was understood; what is no date stays as it was typed."""
        day = iso_date(self.date.text())
        if day:
            self.date.setText(long_date(day, current_language()))

    def _add(self) -> None:
        project = self._session.project
        done = self._session.perform(
            partial(
                new_source,
                project,
                self.name.text(),
                SourceKind(self.kind.currentData()),
                self.date.text().strip(),
                self.text.document().toRawText().replace("\u2029", "\n"),
            )
        )
        if done is not None:
            self.name.clear()
            self.text.clear()
            self.added.emit(done.id)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("New source"))
        self.name.setPlaceholderText(self.tr("Name, for example: Observation 1"))
        self.name.setAccessibleName(self.tr("Name"))
        self.date.setPlaceholderText(self.tr("e.g. 3/3/2025"))
        self.date.setAccessibleName(self.tr("Date"))
        whole = self.date.fontMetrics().horizontalAdvance(self.date.placeholderText())
        self.date.setMinimumWidth(whole + 2 * FIELD_PAD_PX)
        self.date.setToolTip(
            self.tr("A date, a month or a year: 3 March 2025, 03/03/2025, March 2025, 2025")
        )
        self.kind.setAccessibleName(self.tr("Kind of source"))
        for rank, kind in enumerate(SourceKind):
            self.kind.setItemText(rank, kind_name(kind))
        self.text.setPlaceholderText(self.tr("Type or paste the text here."))
        self.text.setAccessibleName(self.tr("Text"))
        self.add.setText(self.tr("Add the source"))


def new_source(
    project: Project, name: str, kind: SourceKind, date: str, text: str
) -> Outcome[Imported]:
    """A typed source with its kind and date, as one step."""
    with project.transact(Message.of("step.import", source=name)) as step:
        made = import_text(project, name, text, options=ImportOptions(kind=kind, again=True)).value
        if date:
            describe_source(project, SourceId(made.id), date=date)
    return Outcome(made, step.changes)
