"""Names and what stands for them in everything that leaves the project."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from makna.domain.changes import ChangeSet
from makna.domain.errors import UserError
from makna.domain.pausing import Pausing
from makna.domain.pseudonyms import PseudonymKind, Replacement
from makna.services import pseudonyms as service
from makna.services.leaks import check_file
from makna.ui.column import PAGE_LEFT_PX, PAGE_TOP_PX
from makna.ui.desk.pseudonyms_model import KIND, CandidateModel, PseudonymModel
from makna.ui.desk.pseudonyms_parts import (
    CandidateList,
    NameReport,
    NameSample,
    PseudonymTable,
    checked_text,
    replaced_text,
)
from makna.ui.language import current_language
from makna.ui.session import Session
from makna.ui.system import AskFile, ask_existing
from makna.ui.tasks import Control, TaskRunner
from makna.ui.theme.theme import set_look
from makna.ui.widgets.choice_box import ChoiceBox
from makna.ui.widgets.choice_delegate import ChoiceDelegate
from makna.ui.widgets.delegates import RowDelegate
from makna.ui.widgets.labels import Label, SectionLabel

PAUSE_MS = 200
APART_FROM = 300_000
"""Characters of material from which on names are counted in a process of their own."""


class PseudonymsPage(QFrame):
    """The list at the left, names that may belong in it at the right; below, what it does."""

    notice_wanted = Signal(str, object)
    """(text, tuple[NoticeAction, …])"""

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        runner: TaskRunner | None = None,
        choose: AskFile = ask_existing,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._runner = runner
        self._choose = choose
        self._stale = True
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.recount)
        self.model = PseudonymModel(session, self)
        self.candidate_model = CandidateModel(self)
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._retranslate()
        self._show_state()

    def recount(self) -> None:
        """Count the names over all texts and look for more; long material in another process."""
        self._stale = False
        project = self._session.project
        if self._runner is None or project.overview.info().characters < APART_FROM:
            self._counted(service.names_of(project, current_language()))
            return
        runner, path, language = self._runner, project.path, current_language()
        self.model.set_tallies(None)

        def steps(control: Control) -> Pausing[Any]:
            counting = runner.submit(service.names_apart, path, language)
            yield counting
            return None if control.cancelled else counting.result()

        task = runner.start("pseudonyms", steps, quiet=True)
        task.finished.connect(lambda names: self._counted(names) if names else None)

    def add(self) -> None:
        """Put what is typed into the list."""
        name, substitute = self.name.text(), self.substitute.text()
        kind = PseudonymKind(self.kind.currentData())
        project = self._session.project
        if not substitute.strip():
            taken = [row.substitute for row in self.model.rows()]
            substitute = service.proposed_substitute(kind, taken, current_language())
        try:
            outcome = service.add_pseudonym(project, name, substitute, kind)
        except UserError as error:
            self._say_problem(error.line(current_language()))
            return
        self._say_problem("")
        self._session.announce(outcome.changes)
        self.name.clear()
        self.substitute.clear()
        self.name.setFocus()

    def take_candidates(self) -> None:
        """Put the chosen candidates into the list, with the substitutes that are proposed."""
        chosen = [
            self.candidate_model.candidate(i.row()) for i in self.candidates.selectedIndexes()
        ]
        rows = [(each.name, each.substitute, each.kind) for each in chosen]
        if rows:
            project = self._session.project
            self._session.perform(lambda: service.add_pseudonyms(project, rows))

    def remove(self) -> None:
        """Take the chosen names out of the list."""
        rows = {index.row() for index in self.table.selectedIndexes()}
        keys = [self.model.key(row) for row in sorted(rows)]
        if keys:
            project = self._session.project
            self._session.perform(lambda: service.remove_pseudonyms(project, keys))

    def check(self) -> None:
        """Choose a written file and search it for names."""
        path = self._choose(self, self.tr("Check a written file for names"), None, "")
        if path is None:
            return
        try:
            found = check_file(self._session.project, path)
        except UserError as error:
            self._say_problem(error.line(current_language()))
            return
        self._say_problem("")
        self._report.tell(partial(checked_text, path.name, found))

    def show_replacements(self, name: str, replacements: Sequence[Replacement]) -> None:
        """What an export replaced."""
        self._report.tell(partial(replaced_text, name, tuple(replacements)))

    def problem(self) -> str:
        return self._problem.text()

    def report(self) -> str:
        """What is said about the last check or export."""
        return self._report.words()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._pause.start()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._session.is_open:
            self._retranslate()
        super().changeEvent(event)

    def _after(self, changes: ChangeSet) -> None:
        if changes.touches("pseudonym"):
            self._show_state()
        elif self.sample.busy and (changes.texts or changes.touches("source")):
            self.sample.look()
        if changes.texts or changes.touches("pseudonym", "source", "speaker", "cases"):
            self._stale = True
            if self.isVisible():
                self._pause.start()

    def _counted(self, names: service.Names) -> None:
        if not self._session.is_open:
            return
        self.model.set_tallies(names.tallies)
        self.candidate_model.set_candidates(names.candidates)
        self._none_left.setVisible(not names.candidates)

    def _show_state(self) -> None:
        empty = not self.model.rowCount()
        self.remove_button.setVisible(not empty)
        self.table.setVisible(not empty)
        self._empty.setVisible(empty)
        self.sample.look()

    def _follow_choice(self) -> None:
        """A verb for chosen rows needs some."""
        pairs = ((self.remove_button, self.table), (self.take_button, self.candidates))
        for button, view in pairs:
            chosen = view.selectionModel().hasSelection()
            button.setEnabled(chosen and self._session.writable)

    def _say_problem(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _make_widgets(self) -> None:
        self._title, self._lead = Label(parent=self), Label(parent=self)
        self.name, self.substitute, self.kind = QLineEdit(self), QLineEdit(self), ChoiceBox(self)
        for kind in PseudonymKind:
            self.kind.addItem(str(kind), str(kind))
        self.add_button, self.remove_button = QPushButton(self), QPushButton(self)
        self.check_button, self.take_button = QPushButton(self), QPushButton(self)
        self._problem, self._empty = Label(parent=self), Label(parent=self)
        self._none_left = Label(parent=self)
        self.table = PseudonymTable(self)
        self.table.setModel(self.model)
        kinds = ChoiceDelegate(lambda _row: self.model.kind_names(), self.table)
        self.table.setItemDelegateForColumn(KIND, kinds)
        self.candidates = CandidateList(self)
        self.candidates.setModel(self.candidate_model)
        self.candidates.setItemDelegate(RowDelegate(self.candidates))
        self.sample, self._report = NameSample(self._session, self), NameReport(self)
        self._candidates_title = SectionLabel(parent=self)
        self._candidates_lead = Label(parent=self)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add)
        self.name.returnPressed.connect(self.add)
        self.substitute.returnPressed.connect(self.add)
        self.remove_button.clicked.connect(self.remove)
        self.table.delete_wanted.connect(self.remove)
        self.take_button.clicked.connect(self.take_candidates)
        self.candidates.entered_row.connect(self.take_candidates)
        self.candidates.doubleClicked.connect(lambda _index: self.take_candidates())
        self.check_button.clicked.connect(self.check)
        self._session.changed.connect(self._after)
        self._session.closing.connect(self._pause.stop)
        for widget in (self.add_button, self.name):
            widget.setEnabled(self._session.writable)
        for view in (self.table, self.candidates):
            view.selectionModel().selectionChanged.connect(lambda *_: self._follow_choice())
            view.model().modelReset.connect(self._follow_choice)
        self._follow_choice()
        self.setFocusProxy(self.name)

    def _lay_out(self) -> None:
        set_look(self, "paper")
        set_look(self._title, "title")
        set_look(self._problem, "problem")
        set_look(self.add_button, "primary")
        for label in (self._lead, self._empty, self._none_left, self._candidates_lead):
            set_look(label, "dim")
            label.setWordWrap(True)
        self._problem.setWordWrap(True)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.hide()
        self._lay_out_table()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left(), 2)
        row.addWidget(self._right(), 1)

    def _lay_out_table(self) -> None:
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setWordWrap(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        triggers = QAbstractItemView.EditTrigger
        self.table.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 14)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in (KIND, KIND + 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.candidates.setFrameShape(QFrame.Shape.NoFrame)
        self.candidates.setMouseTracking(True)
        mode = QAbstractItemView.SelectionMode.ExtendedSelection
        self.candidates.setSelectionMode(mode)

    def _left(self) -> QWidget:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(PAGE_LEFT_PX, PAGE_TOP_PX, 22, 18)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addSpacing(6)
        form = QHBoxLayout()
        form.setSpacing(8)
        for widget, stretch in ((self.name, 3), (self.substitute, 3), (self.kind, 1)):
            form.addWidget(widget, stretch)
        form.addWidget(self.add_button)
        column.addLayout(form)
        column.addWidget(self._problem)
        column.addWidget(self._empty)
        column.addWidget(self.table, 1)
        column.addWidget(self.sample)
        column.addWidget(self._report)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        buttons.addWidget(self.check_button)
        column.addStretch(0)
        column.addLayout(buttons)
        return left

    def _right(self) -> QWidget:
        right = QFrame(self)
        set_look(right, "panel")
        column = QVBoxLayout(right)
        column.setContentsMargins(18, 30, 14, 18)
        column.setSpacing(8)
        column.addWidget(self._candidates_title)
        column.addWidget(self._candidates_lead)
        column.addWidget(self._none_left)
        column.addWidget(self.candidates, 1)
        column.addWidget(self.take_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._none_left.hide()
        return right

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Pseudonyms"))
        self.setAccessibleName(self._title.text())
        self._lead.setText(
            self.tr(
                "In every export these names are replaced everywhere: quotations, references,"
                " transcripts, tables, comments, file properties. The coding keeps real names."
                " Names inside pictures are not replaced."
            )
        )
        self._empty.setText(
            self.tr(
                "No names yet. Type one above, or take those that are proposed at the right:"
                " speakers, cases, and words with a capital that recur."
            )
        )
        self.name.setPlaceholderText(self.tr("Name as in the text"))
        self.substitute.setPlaceholderText(self.tr("What stands for it"))
        for field in (self.name, self.substitute):
            field.setAccessibleName(field.placeholderText())
        self.kind.setAccessibleName(self.tr("Kind"))
        for row, name in enumerate(self.model.kind_names().values()):
            self.kind.setItemText(row, name)
        self.add_button.setText(self.tr("Add"))
        self.remove_button.setText(self.tr("Remove"))
        self.check_button.setText(self.tr("Check a written file…"))
        self.table.setAccessibleName(self._title.text())
        self.sample.retranslate()
        self._report.retranslate()
        self._candidates_title.setText(self.tr("Proposed names"))
        self._candidates_lead.setText(
            self.tr("Choose some, and take them with the substitutes that are proposed.")
        )
        self._none_left.setText(self.tr("No further names were found in the texts."))
        self.candidates.setAccessibleName(self._candidates_title.text())
        self.take_button.setText(self.tr("Add the chosen ones"))
        self.model.retranslate()
        self.candidate_model.retranslate()
