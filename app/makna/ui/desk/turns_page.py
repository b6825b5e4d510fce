"""A source that is in already: its turns found anew, its letters read in another encoding."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from makna.domain.changes import ChangeSet
from makna.domain.codetree import name_key
from makna.domain.errors import UserError
from makna.domain.model import SourceId
from makna.domain.turn_forms import AUTOMATIC, recognised, speakers
from makna.domain.turn_words import ASKING
from makna.formats.encoding import ENCODINGS
from makna.services.proposals import Speaking, beginning
from makna.services.rereading import can_reread, reread
from makna.services.turns import find_turns_anew, turns_of_source
from makna.ui.column import PAGE_LEFT_PX, PAGE_TOP_PX
from makna.ui.desk.inspector.attempt import attempt
from makna.ui.desk.inspector.fields import ChoiceField
from makna.ui.desk.inspector.panel import Section
from makna.ui.desk.turn_choice import TurnChoice
from makna.ui.desk.turn_preview import TurnPreview
from makna.ui.desk.turn_words import encoding_name
from makna.ui.language import current_language
from makna.ui.session import Session
from makna.ui.theme.sizes import set_width_px
from makna.ui.theme.theme import set_look
from makna.ui.widgets.labels import Label

LEFT_PX = 296


class TurnsPage(QWidget):
    """Shows what would be found; "Use these turns" is one step, and so is another encoding."""

    used = Signal(str, object, object)
    """(form, those who ask, those who do not): the user took turns in this form."""
    closed = Signal()

    def __init__(self, session: Session, source: SourceId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.source = source
        self._title = Label(parent=self)
        self._lead = Label(parent=self)
        self._problem = Label(parent=self)
        self.turns = TurnChoice(self)
        self.encoding = ChoiceField(self)
        self.preview = TurnPreview(self)
        self.use_button = QPushButton(self)
        self.use_button.clicked.connect(self._use)
        self.turns.form_picked.connect(lambda _form: self._look())
        self.turns.asking_changed.connect(self._show_marks)
        self.encoding.picked.connect(self._reread)
        self._lay_out()
        self._retranslate()
        self._look()
        session.changed.connect(self._after)

    def problem(self) -> str:
        return self._problem.text()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _look(self) -> None:
        """Find the turns in the chosen form, and show them in the text as it is."""
        project, form = self._session.project, self.turns.form.chosen()
        text, layout = project.texts.text(self.source), project.texts.layout(self.source)
        found = turns_of_source(project, self.source, form)
        marked = {
            name_key(row["name"]): bool(row["interviewer"])
            for row in project.sources.speakers(self.source)
        }
        speaking = [
            Speaking(name, count, marked.get(name_key(name), name_key(name) in ASKING))
            for name, count in speakers(found).items()
        ]
        self._beginning = beginning(text, layout, found)
        self.turns.show_turns(recognised(text, layout), len(found), speaking)
        self._show_marks()

    def _show_marks(self) -> None:
        self.preview.show_beginning(self._beginning, self.turns.asking())

    def _use(self) -> None:
        project, form = self._session.project, self.turns.form.chosen()
        asking = self.turns.asking()
        wrong = attempt(self._session, lambda: find_turns_anew(project, self.source, form, asking))
        self._say(wrong)
        if wrong is None:
            self.used.emit(form, asking, self.turns.answering())
            self.closed.emit()

    def _reread(self, encoding: str) -> None:
        if encoding:
            project = self._session.project
            self._say(attempt(self._session, lambda: reread(project, self.source, encoding)))

    def _after(self, changes: ChangeSet) -> None:
        if self.source in changes.keys("source") and self._name() is None:
            self.closed.emit()
        elif self.source in changes.texts:
            self._look()

    def _say(self, wrong: UserError | None) -> None:
        self._problem.setText(wrong.line(current_language()) if wrong is not None else "")
        self._problem.setVisible(wrong is not None)

    def _name(self) -> str | None:
        found = self._session.project.sources.plain(self.source)
        return found.name if found is not None else None

    def _lay_out(self) -> None:
        set_look(self, "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_look(self._title, "title")
        set_look(self._lead, "dim")
        set_look(self._problem, "problem")
        set_look(self.use_button, "primary")
        for label in (self._title, self._lead, self._problem):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._problem.hide()
        self._turns = Section(self.turns, self)
        self._letters = Section(self.encoding, self)
        self._letters.setVisible(can_reread(self._session.project, self.source))
        left = QFrame(self)
        set_width_px(left, LEFT_PX)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 12, 12)
        column.setSpacing(0)
        column.addWidget(self._turns)
        column.addSpacing(12)
        column.addWidget(self.use_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._letters)
        column.addStretch(1)
        halves = QHBoxLayout()
        halves.setSpacing(16)
        halves.addWidget(left)
        halves.addWidget(self.preview, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(PAGE_LEFT_PX, PAGE_TOP_PX, 16, 12)
        outer.setSpacing(8)
        for part in (self._title, self._lead, self._problem):
            outer.addWidget(part)
        outer.addLayout(halves, 1)
        self.setFocusProxy(self.turns.form)

    def _retranslate(self) -> None:
        self._title.setText(self._name() or "")
        self._lead.setText(
            self.tr("The text stays as it is, with everything coded in it. Undo brings both back.")
        )
        self._turns.heading.setText(self.tr("Turns"))
        self._letters.heading.setText(self.tr("Letters look wrong?"))
        self.use_button.setText(self.tr("Use these turns"))
        encodings = {name: encoding_name(name) for name in ENCODINGS}
        self.encoding.set_choices({AUTOMATIC: self.tr("Read again as …"), **encodings})
        self.encoding.setAccessibleName(self.tr("Encoding of the letters"))
        self.preview.setAccessibleName(self.tr("The beginning of the source"))
