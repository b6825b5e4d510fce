"""How passages are cited: a usual form or one's own, with its fields and a live example."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget

from makna.domain.errors import UserError
from makna.domain.model import Excerpt, SourceKind
from makna.domain.reference_styles import PRESETS, ReferenceStyle, preset
from makna.domain.references import FIELDS, label
from makna.domain.wording import Language
from makna.services.citing import Citer, check_variables
from makna.ui.desk.inspector.attempt import problem_line
from makna.ui.desk.inspector.fields import ChoiceField
from makna.ui.desk.write import words
from makna.ui.desk.write.book import Book
from makna.ui.desk.write.card import rich
from makna.ui.language import current_language
from makna.ui.theme.theme import set_look
from makna.ui.widgets.labels import Label, LinkButton

OWN, AS_ABOVE = "own", "as-above"
TYPED_PAUSE_MS = 500
Sample = Callable[[SourceKind | None], Excerpt | None]
"""A passage to show a reference on, of a kind of source."""


class ReferenceBox(QWidget):
    """One choice of a reference. What was chosen comes out once it makes sense."""

    chosen = Signal(str)
    """Name of a preset, a template, or empty: as above."""

    def __init__(
        self, book: Book, sample: Sample, parent: QWidget, kind: SourceKind | None = None
    ) -> None:
        super().__init__(parent)
        self._book, self._sample, self.kind = book, sample, kind
        self._known = ""
        self.choice = ChoiceField(self)
        self.choice.picked.connect(self._picked)
        self.template = QLineEdit(self)
        self.template.textEdited.connect(self._typed)
        self.template.editingFinished.connect(self._commit)
        self.fields_button = LinkButton(parent=self)
        self.fields_button.clicked.connect(self._open_fields)
        self.example = Label(parent=self)
        self.example.setTextFormat(Qt.TextFormat.RichText)
        self.problem = Label(parent=self)
        for each, look in ((self.example, "small"), (self.problem, "problem")):
            set_look(each, look)
            each.setWordWrap(True)
        self._pause = QTimer(self, singleShot=True, interval=TYPED_PAUSE_MS)
        self._pause.timeout.connect(self._commit)
        book.session.about_to_act.connect(self._pause.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.choice, self.template, self.fields_button, self.problem, self.example):
            column.addWidget(widget)
        self._retranslate()

    def show_reference(self, reference: str) -> None:
        """Show what is chosen; a template that is being typed stays."""
        if reference == self._known and self.template.hasFocus():
            self._show_example(self.template.text())
            return
        self._known = reference
        is_own = bool(reference) and reference not in PRESETS
        self.choice.choose(OWN if is_own else reference or AS_ABOVE)
        self.template.setText(reference if is_own else "")
        self._say(None)
        self._show_own(is_own)
        self._show_example(reference)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _picked(self, key: str) -> None:
        self._show_own(key == OWN)
        if key != OWN:
            self._give("" if key == AS_ABOVE else key)
            return
        if not self.template.text():
            self.template.setText(self._as_template())
        self.template.setFocus()
        self._typed(self.template.text())

    def _as_template(self) -> str:
        """The form that is in use, to begin from."""
        name = self._known if self._known in PRESETS else PRESETS[0]
        return preset(name, self.kind or SourceKind.INTERVIEW, self._language())

    def _typed(self, text: str) -> None:
        self._pause.start()
        self._show_example(text)

    def _commit(self) -> None:
        self._pause.stop()
        text = self.template.text().strip()
        wants = self.choice.chosen() == OWN and bool(text)
        if wants and text != self._known and self._problem(text) is None:
            self._give(text)

    def _give(self, reference: str) -> None:
        self._known = reference
        self._show_example(reference)
        self.chosen.emit(reference)

    def _language(self) -> Language:
        return self._book.plan.language

    def _problem(self, reference: str) -> UserError | None:
        try:
            style = ReferenceStyle.of(reference, self._language())
            check_variables(self._book.project, style)
        except UserError as error:
            return error
        return None

    def _show_example(self, reference: str) -> None:
        """What stands after the first passage, or what is wrong with the template."""
        problem = self._problem(reference) if reference else None
        self._say(problem)
        excerpt = self._sample(self.kind)
        self.example.setVisible(bool(reference) and problem is None and excerpt is not None)
        if excerpt is None or problem is not None or not reference:
            return
        language = self._language()
        citer = Citer(self._book.project, ReferenceStyle.of(reference, language), language)
        cited = rich(citer.cite(excerpt).spans)
        note = self.tr("(as a footnote)") if citer.template(excerpt).footnote else ""
        note = f" {note}" if note else ""
        self.example.setText(self.tr("For example: {reference}").format(reference=cited) + note)

    def _say(self, problem: UserError | None) -> None:
        self.problem.setText(problem_line(problem) if problem else "")
        self.problem.setVisible(problem is not None)
        set_look(self.template, "problem" if problem else "")
        self.template.setAccessibleDescription(self.problem.text())

    def _show_own(self, own: bool) -> None:
        self.template.setVisible(own)
        self.fields_button.setVisible(own)

    def _open_fields(self) -> None:
        menu = self.fields_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.fields_button.mapToGlobal(self.fields_button.rect().bottomLeft()))

    def fields_menu(self) -> QMenu:
        """Every field by what it is called; the variables of the cases last."""
        menu = QMenu(self)
        language = current_language()
        for field in FIELDS:
            menu.addAction(f"{label(field, language)}   {{{field}}}", partial(self.insert, field))
        variables = self._book.project.cases.variables()
        if variables:
            menu.addSeparator()
        for variable in variables:
            name = f"case.{variable.name}"
            menu.addAction(f"{variable.name}   {{{name}}}", partial(self.insert, name))
        return menu

    def insert(self, field: str) -> None:
        """Put a field where the caret is."""
        self.template.insert(f"{{{field}}}")
        self.template.setFocus()
        self._typed(self.template.text())

    def _retranslate(self) -> None:
        names = words.references()
        if self.kind is not None:
            names = {AS_ABOVE: self.tr("As above"), **names}
        self.choice.set_choices(names)
        whose = words.kind_name(self.kind) if self.kind else self.tr("Reference after a quotation")
        self.choice.setAccessibleName(whose)
        self.template.setAccessibleName(self.tr("Form of the reference"))
        self.template.setPlaceholderText("({case.code}, {date}, {lines})")
        self.fields_button.setText(self.tr("Insert a field…"))
