"""Comments in Word, both ways: transcripts for a supervisor, and what comes back from there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from makna.domain.changes import ChangeSet
from makna.domain.comment_plan import Action, Plan
from makna.domain.comment_text import Grammar
from makna.domain.errors import UserError
from makna.domain.model import SourceId
from makna.services.comment_codes import plan_original
from makna.services.comment_export import CommentsWritten, export_comments
from makna.services.comment_intake import Taken, take_comments
from makna.services.comments import plan_comments
from makna.services.pseudonyms import pseudonyms
from makna.ui.column import PAGE_LEFT_PX, PAGE_TOP_PX
from makna.ui.desk.comments_model import BECOMES, COMMENT, PLACE, RESULT, CommentsModel, Index
from makna.ui.desk.written_files import ask_where
from makna.ui.language import current_language
from makna.ui.session import Session
from makna.ui.system import AskFile, ask_existing, ask_target, open_path
from makna.ui.theme.theme import set_look
from makna.ui.widgets.choice_delegate import ChoiceDelegate
from makna.ui.widgets.empty_state import EmptyChoice, EmptyState
from makna.ui.widgets.labels import Label, as_hint
from makna.ui.widgets.notice_bar import NoticeAction

WORD_FILES = "Word (*.docx)"
_LINES = 3


class CommentsTable(QTableView):
    """The comments; C, M and N choose for the selected rows, Enter shows the place."""

    action_wanted = Signal(object)
    """(Action)"""
    entered_row = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {
            Qt.Key.Key_C: Action.CODE,
            Qt.Key.Key_M: Action.MEMO,
            Qt.Key.Key_N: Action.NOTHING,
        }
        action = keys.get(Qt.Key(event.key())) if not event.modifiers() else None
        if action is not None:
            self.action_wanted.emit(action)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class CommentsPage(QFrame):
    """Sends transcripts out with comments, and shows what those that come back will become."""

    notice_wanted = Signal(str, object)
    """(text, tuple[NoticeAction, …])"""
    place_wanted = Signal(int, int, int)
    """(SourceId, start, end): show this stretch."""
    report_wanted = Signal(str, object)
    """(file name, tuple[Replacement, …]): show what pseudonyms replaced."""

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        choose_file: AskFile = ask_existing,
        choose_target: AskFile = ask_target,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._choose_file = choose_file
        self._choose_target = choose_target
        self._path: Path | None = None
        self._original: SourceId | None = None
        self.model = CommentsModel(self)
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._retranslate()
        self._show_state()

    def send(self, sources: tuple[SourceId, ...] = ()) -> None:
        """Ask where, and write transcripts with comments."""
        project = self._session.project
        what = self.tr("comments")
        name = f"{project.overview.info().name} – {what}"
        title = self.tr("Transcripts with comments")
        path = ask_where(self._session, self._choose_target, self, title, name, WORD_FILES)
        if path is None:
            return
        try:
            done = export_comments(project, path, sources, language=current_language())
        except UserError as error:
            self._say_problem(error.line(current_language()))
            return
        self._say_problem("")
        self._told_sent(path, done)

    def bring_back(self) -> None:
        """Ask for a commented file, and show what its comments will become."""
        path = self._choose_file(self, self.tr("A Word file with comments"), None, WORD_FILES)
        if path is not None:
            self.show_file(path)

    def show_file(self, path: Path) -> None:
        """Show what the comments of a file will become."""
        self._path, self._original = path, None
        self.new_codes.setChecked(False)
        self._plan_again()

    def show_original(self, source: SourceId) -> None:
        """Show what would become of the comments in the original of a source, as codes."""
        self._path, self._original = None, source
        self.new_codes.setChecked(True)
        self._plan_again()

    def take(self) -> None:
        """Carry out what is shown."""
        plan = self.model.plan
        if plan is None:
            return
        remove, correct = self.remove.isChecked(), self.correct.isChecked()
        project = self._session.project
        taken = self._session.perform(
            lambda: take_comments(project, plan, remove=remove, correct=correct)
        )
        if taken is not None:
            self._told_taken(taken)

    def problem(self) -> str:
        return self._problem.text()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._session.is_open:
            self._retranslate()
        super().changeEvent(event)

    def _plan_again(self) -> None:
        grammar = Grammar(self.new_codes.isChecked(), self.several.isChecked())
        project = self._session.project
        plan: Plan | None = None
        try:
            if self._path is not None:
                plan = plan_comments(project, self._path, grammar=grammar)
            elif self._original is not None:
                plan = plan_original(project, self._original, grammar=grammar)
            self._say_problem("")
        except UserError as error:
            self._say_problem(error.line(current_language()))
        self.model.show_plan(plan, {s.id: s.name for s in project.sources.all()} if plan else {})
        self._show_state()

    def _after(self, changes: ChangeSet) -> None:
        """What is shown stands on the project as it was; a change makes it anew."""
        relevant = changes.texts or changes.touches("coding", "memo", "code", "passage")
        if self.model.plan is not None and relevant:
            self._plan_again()

    def _choose_action(self, action: Action) -> None:
        for row in sorted({index.row() for index in self.table.selectedIndexes()}):
            self.model.choose(row, action)

    def _show_place(self, row: int) -> None:
        if row >= 0:
            each = self.model.planned(row)
            self.place_wanted.emit(int(each.source), each.start, each.end)

    def _told_sent(self, path: Path, done: CommentsWritten) -> None:
        text = self.tr("“{name}” was written").format(name=path.name)
        comments = self.tr("%Ln comment(s)", "", done.comments)
        actions = [NoticeAction(self.tr("Open"), lambda: open_path(path))]
        if done.replacements:
            names = self.tr("%Ln name(s) replaced", "", len(done.replacements))
            comments = f"{comments}, {names}"
            actions.append(
                NoticeAction(
                    self.tr("What was replaced"),
                    lambda: self.report_wanted.emit(path.name, done.replacements),
                )
            )
        self.notice_wanted.emit(f"{text}: {comments}", tuple(actions))

    def _told_taken(self, taken: Taken) -> None:
        said = [
            self.tr("%Ln coding(s)", "", taken.codings),
            self.tr("%Ln memo(s)", "", taken.memos),
        ]
        if taken.codes:
            said.append(self.tr("%Ln new code(s)", "", taken.codes))
        if taken.corrected:
            said.append(self.tr("%Ln correction(s)", "", taken.corrected))
        if taken.removed:
            said.append(self.tr("%Ln coding(s) taken off", "", taken.removed))
        undo = NoticeAction(self.tr("Undo"), self._session.undo)
        done = self.tr("Taken in")
        self.notice_wanted.emit(f"{done}: {', '.join(said)}", (undo,))

    def _show_state(self) -> None:
        plan = self.model.plan
        for widget in (self.table, self._choices, self._summary):
            widget.setVisible(plan is not None)
        self._empty.setVisible(plan is None)
        # The empty page offers it with what it is for; twice would be once too many.
        self.back_button.setVisible(plan is not None)
        if plan is None:
            return
        codings = sum(len(e.codes) for e in plan.comments if e.action is Action.CODE)
        self._summary.setText(
            self.tr("{file}: {comments}; {codings}, {memos}, the rest stays as it is.").format(
                file=plan.file,
                comments=self.tr("%Ln comment(s)", "", len(plan.comments)),
                codings=self.tr("%Ln coding(s)", "", codings),
                memos=self.tr("%Ln memo(s)", "", plan.count(Action.MEMO)),
            )
        )
        self.correct.setVisible(bool(plan.edits))
        self.correct.setText(self.tr("Correct the text as in the file (%Ln)", "", len(plan.edits)))
        lines = [f"“{edit.old}” → “{edit.new}”" for edit in plan.edits[:20]]
        self.correct.setToolTip(as_hint("\n".join(lines)))
        self.remove.setVisible(bool(plan.removable))
        self.remove.setText(
            self.tr("Take off codes that the file no longer has (%Ln)", "", plan.removable)
        )
        self._allow()

    def _allow(self) -> None:
        plan = self.model.plan
        doing = plan is not None and (
            plan.acting
            or (plan.edits and self.correct.isChecked())
            or (plan.removable and self.remove.isChecked())
        )
        self.take_button.setEnabled(bool(doing) and self._session.writable)
        self.take_button.setText(self.tr("Take in (%Ln)", "", plan.acting if plan else 0))

    def _say_problem(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _make_widgets(self) -> None:
        self._title, self._lead, self._problem = (
            Label(parent=self),
            Label(parent=self),
            Label(parent=self),
        )
        self.send_button, self.back_button = QPushButton(self), QPushButton(self)
        self._summary = Label(parent=self)
        self.new_codes, self.several = QCheckBox(self), QCheckBox(self)
        self.correct, self.remove = QCheckBox(self), QCheckBox(self)
        self.take_button = QPushButton(self)
        self._choices = QWidget(self)
        self._empty = EmptyState(self)
        self.table = CommentsTable(self)
        self.table.setModel(self.model)
        self.table.setItemDelegateForColumn(BECOMES, ChoiceDelegate(self.model.choices, self.table))

    def _connect(self) -> None:
        self.send_button.clicked.connect(lambda: self.send())
        self.back_button.clicked.connect(self.bring_back)
        self.take_button.clicked.connect(self.take)
        self.new_codes.clicked.connect(lambda _on: self._plan_again())
        self.several.clicked.connect(lambda _on: self._plan_again())
        self.correct.toggled.connect(lambda _on: self._allow())
        self.remove.toggled.connect(lambda _on: self._allow())
        self.model.changed.connect(self._show_state)
        self.table.action_wanted.connect(self._choose_action)
        self.table.entered_row.connect(self._show_place)
        self.table.doubleClicked.connect(self._clicked_twice)
        self._empty.chosen.connect(lambda key: self.send() if key == "send" else self.bring_back())
        self._session.changed.connect(self._after)

    def _clicked_twice(self, index: Index) -> None:
        if index.column() != BECOMES:
            self._show_place(index.row())

    def _lay_out(self) -> None:
        set_look(self, "paper")
        set_look(self._title, "title")
        set_look(self._lead, "dim")
        set_look(self._problem, "problem")
        set_look(self.take_button, "primary")
        for label in (self._lead, self._problem, self._summary):
            label.setWordWrap(True)
        self._problem.hide()
        self._lay_out_table()
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.send_button)
        top.addWidget(self.back_button)
        top.addStretch(1)
        below = QHBoxLayout(self._choices)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(16)
        ticks = QVBoxLayout()
        ticks.setSpacing(5)
        for box in (self.new_codes, self.several, self.correct, self.remove):
            ticks.addWidget(box)
        below.addLayout(ticks)
        below.addStretch(1)
        below.addWidget(self.take_button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_LEFT_PX, PAGE_TOP_PX, 24, 18)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addLayout(top)
        column.addWidget(self._problem)
        column.addWidget(self._empty, 1)
        column.addWidget(self._summary)
        column.addWidget(self.table, 1)
        column.addWidget(self._choices)

    def _lay_out_table(self) -> None:
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.table.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.table.verticalHeader().hide()
        height = self.fontMetrics().lineSpacing() * _LINES + 8
        self.table.verticalHeader().setDefaultSectionSize(height)
        self.table.setWordWrap(True)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(BECOMES, QHeaderView.ResizeMode.Fixed)
        self.table.setColumnWidth(BECOMES, 96)
        for column in (COMMENT, PLACE, RESULT):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Comments in Word"))
        self.setAccessibleName(self._title.text())
        names = len(pseudonyms(self._session.project))
        lead = self.tr(
            "Transcripts go out as a Word file with a comment on each coded passage: codes, memo,"
            " coder. When it comes back, new comments become codings or memos, and replies follow."
        )
        if names:
            lead += " " + self.tr(
                "%Ln name(s) of the list of pseudonyms will be replaced.", "", names
            )
        self._lead.setText(lead)
        self.send_button.setText(self.tr("Write a Word file with comments…"))
        self.back_button.setText(self.tr("Take in a commented file…"))
        self.new_codes.setText(self.tr("Short comments are codes, also those that are new"))
        self.several.setText(self.tr("Commas and semicolons separate codes"))
        self.table.setAccessibleName(self.tr("Comments of the file"))
        self._empty.set_content(
            self.tr("No commented file yet"),
            self.tr(
                "Choose the Word file that your supervisor sent back. You see what each comment"
                " will become before anything is taken in."
            ),
            [EmptyChoice("back", self.tr("Take in a commented file…"))],
        )
        self.model.retranslate()
        self._show_state()
