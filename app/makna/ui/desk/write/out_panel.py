"""The chapter to a file: what is still missing, export, refresh, and its line numbers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from makna.domain.dates import number
from makna.domain.errors import UserError
from makna.domain.pausing import Pausing
from makna.domain.pseudonym_report import replacements_in
from makna.domain.report import Report
from makna.domain.wording import Message, phrase
from makna.services.export_options import ExportOptions
from makna.services.export_process import Written, export_apart
from makna.services.exporting import build, export
from makna.services.writing import one_line
from makna.ui.desk.export_names import NamesChoice
from makna.ui.desk.inspector.fields import ChoiceField
from makna.ui.desk.project_process import APART_FROM, ProjectProcess, keep_numbers
from makna.ui.desk.refresh_strip import RefreshStrip
from makna.ui.desk.write.book import Book
from makna.ui.desk.write.lines_box import LinesBox
from makna.ui.desk.written_files import WrittenNotice, ask_where
from makna.ui.language import current_language
from makna.ui.system import SYSTEM, System
from makna.ui.tasks import TaskRunner
from makna.ui.theme.theme import set_look
from makna.ui.time_slices import TimeSlices
from makna.ui.widgets.labels import Label, LinkButton, Rule, SectionLabel

FORMATS = (".docx", ".html", ".md", ".xlsx", ".csv", ".json")
MOST_PROBLEMS = 30
MOST_LOOKED_AT = 3_000
"""Quotations that are looked through here; an export looks through all."""
_LOOKED_AT = 6


class OutPanel(QScrollArea):
    """Everything between the chapter here and the file that the author goes on writing in."""

    notice_wanted = Signal(str, object)
    """(text, tuple[NoticeAction, …])"""
    replaced_wanted = Signal(str, object)
    """(file name, tuple[Replacement, …]): show what pseudonyms replaced."""
    exported = Signal(object)
    """(Path)"""

    def __init__(
        self,
        book: Book,
        parent: QWidget | None = None,
        *,
        runner: TaskRunner | None = None,
        system: System = SYSTEM,
    ) -> None:
        super().__init__(parent)
        self._book, self._runner, self._system = book, runner, system
        self._notice = WrittenNotice(book.session, system.open_path, self)
        self._notice.wanted.connect(self.notice_wanted)
        self._notice.replaced_wanted.connect(self.replaced_wanted)
        self._inner = QWidget(self)
        self._labels = {name: SectionLabel(parent=self._inner) for name in ("export", "problems")}
        self.format = ChoiceField(self._inner)
        self.format.picked.connect(lambda suffix: book.session.remember("write.format", suffix))
        self.export_button = QPushButton(self._inner)
        self.export_button.clicked.connect(self.export)
        self.names = NamesChoice(book.session, self._inner)
        self.written = Label(parent=self._inner)
        self.open_button = LinkButton(parent=self._inner)
        self.folder_button = LinkButton(parent=self._inner)
        self.problem = Label(parent=self._inner)
        self.problems = Label(parent=self._inner)
        self.lines = LinesBox(book.session, self._inner)
        self._looking = TimeSlices(self)
        book.session.closing.connect(self._looking.stop)
        self.strip: RefreshStrip | None = None
        self._path: Path | None = None
        self._lay_out()
        self._retranslate()
        self.open_button.clicked.connect(lambda: self._open_written(folder=False))
        self.folder_button.clicked.connect(lambda: self._open_written(folder=True))

    def show_chapter(self) -> None:
        """Another chapter: it has a file of its own."""
        if self.strip is not None:
            self._strip_place.removeWidget(self.strip)
            self.strip.hide()
            self.strip.deleteLater()
            self.strip = None
        chapter = self._book.chapter
        if chapter is None:
            return
        self.strip = RefreshStrip(
            self._book.session,
            self.report,
            self._inner,
            choose=self._system.ask_existing,
            open_with_system=self._system.open_path,
            remembered=f"refresh.file.{chapter.guid}",
            runner=self._runner,
            options_of=lambda: self.options() if self._is_long() else None,
        )
        self._strip_place.addWidget(self.strip)
        self._say_written()

    def show_problems(self) -> None:
        """Look for what is to be looked at before the chapter is printed, a turn at a time."""
        failed = self._book.session.failed.emit
        self._looking.start(self._look(), self._show_problems, failed, at_once=False)

    def stop_looking(self) -> None:
        """Nobody waits for it any more."""
        self._looking.stop()

    def finish(self) -> None:
        """Do now what would be done in a moment."""
        self._looking.finish()

    def _look(self) -> Pausing[tuple[list[Message], int]]:
        """What is amiss, each once, and in how many of the quotations it was looked for."""
        live = self._book.live
        found: dict[Message, None] = {}
        done = 0
        for section in live.plan.in_print():
            printed = live.printed(section.code.id) if section.quotations else []
            for at in range(0, len(printed), _LOOKED_AT):
                if done >= MOST_LOOKED_AT:
                    return list(found), done
                some = live.peek(section.code.id, printed[at : at + _LOOKED_AT])
                found.update((problem, None) for item in some for problem in item.problems)
                done += len(some)
                if done >= 4 * _LOOKED_AT:
                    self._say_looking(done)
                yield None
        return list(found), done

    def _say_looking(self, done: int) -> None:
        if done % (32 * _LOOKED_AT) == 0 or not self.problems.text():
            looking = self.tr("Looking through the quotations: {done} of {all}…")
            self.problems.setText(
                looking.format(
                    done=number(done, current_language()),
                    all=number(self._book.plan.quotations, current_language()),
                )
            )

    def _show_problems(self, looked: tuple[list[Message], int]) -> None:
        messages, done = looked
        language = current_language()
        found = [each.text(language) for each in messages]
        shown = [f"•  {sentence}" for sentence in found[:MOST_PROBLEMS]]
        if done < self._book.plan.quotations:
            first = self.tr("The first %Ln quotation(s) were looked through.", "", done)
            shown.insert(0, first)
        if len(found) > MOST_PROBLEMS:
            shown.append(self.tr("… and %Ln more", "", len(found) - MOST_PROBLEMS))
        self.problems.setText("\n".join(shown) or self.tr("Nothing is missing."))
        counted = self.tr("To look at (%Ln)", "", len(found))
        self._labels["problems"].setText(counted if found else self.tr("To look at"))

    def report(self) -> Report:
        """The chapter as it would be exported now. Raises as `exporting.build` does."""
        return build(self._book.project, "chapter", self.options())[0]

    def options(self) -> ExportOptions:
        chapter = self._book.chapter
        return ExportOptions(
            language=self._book.plan.language,
            chapter=chapter.guid if chapter else "",
            pseudonyms=self.names.wanted,
        )

    def export(self) -> None:
        """Ask where, and write the chapter."""
        chapter = self._book.chapter
        if chapter is None:
            return
        self._book.session.about_to_act.emit()
        form = f"{self.format.currentText()} (*{self.format.chosen()})"
        title, name = self.tr("Export the chapter"), one_line(chapter.title)
        path = ask_where(self._book.session, self._system.ask_target, self, title, name, form)
        if path is None:
            return
        if self._runner is not None and self._is_long():
            self._write_apart(self._runner, path)
        else:
            self._write(path)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _write(self, path: Path) -> None:
        project = self._book.project
        try:
            done = export(project, "chapter", path, self.options(), keep_numbers=False)
        except UserError as error:
            self._refuse(error)
            return
        keep_numbers(self._book.session, done.numbered)
        replaced = replacements_in(done.report, path.suffix)
        self._told(Written(path, done.items, done.numbered, replaced, done.backup))

    def _write_apart(self, runner: TaskRunner, path: Path) -> None:
        apart, title = ProjectProcess(self._book.session, runner), self.tr("Exporting the chapter")
        asked = ("chapter", path, self.options())
        task = apart.start("export.chapter", title, path.name, export_apart, *asked)
        task.finished.connect(self._told)
        task.failed.connect(self._refuse)

    def _is_long(self) -> bool:
        """Whether writing it keeps the window waiting."""
        return self._book.plan.quotations >= APART_FROM

    def _refuse(self, error: UserError) -> None:
        self.problem.setText(error.line(current_language()))
        self.problem.show()

    def _told(self, done: Written | None) -> None:
        """It was written; None where it was called off."""
        self.problem.hide()
        if done is None:
            return
        path = done.path
        if path.suffix.lower() == ".docx" and self.strip is not None:
            self.strip.set_path(path)
        self._say_written(done)
        self._notice.tell(path, done.replacements, disguised=self.names.wanted)
        self.exported.emit(path)

    def _say_written(self, done: Written | None = None) -> None:
        self._path = done.path if done is not None else None
        for widget in (self.written, self.open_button, self.folder_button):
            widget.setVisible(done is not None)
        if done is not None:
            passages = self.tr("%Ln quotation(s)", "", done.items)
            lines = [str(done.path), passages]
            if done.backup is not None:
                kept = phrase("said_refresh_backup", current_language(), path=done.backup.name)
                lines.append(kept)
            self.written.setText("\n".join(lines))

    def _open_written(self, *, folder: bool) -> None:
        if self._path is not None:
            self._system.open_path(self._path.parent if folder else self._path)

    def _lay_out(self) -> None:
        set_look(self.export_button, "primary")
        for label, look in (
            *((self.written, "small"), (self.problems, "small"), (self.problem, "problem")),
        ):
            set_look(label, look)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.format, 1)
        row.addWidget(self.export_button)
        links = QHBoxLayout()
        links.setSpacing(14)
        links.addWidget(self.open_button)
        links.addWidget(self.folder_button)
        links.addStretch(1)
        self._strip_place = QVBoxLayout()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(20, 14, 20, 20)
        column.setSpacing(8)
        column.addWidget(self._labels["export"])
        column.addLayout(row)
        for widget in (self.names, self.written, self.problem):
            column.addWidget(widget)
        column.addLayout(links)
        for part in (self._strip_place, self.lines):
            column.addSpacing(8)
            column.addWidget(Rule(self._inner))
            column.addSpacing(4)
            if isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part)
        column.addSpacing(8)
        column.addWidget(Rule(self._inner))
        column.addSpacing(4)
        column.addWidget(self._labels["problems"])
        column.addWidget(self.problems)
        column.addStretch(1)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._say_written()

    def _retranslate(self) -> None:
        names = {
            ".docx": self.tr("Word"),
            ".html": self.tr("Web page"),
            ".md": self.tr("Markdown"),
            ".xlsx": self.tr("Excel: a row a quotation"),
            ".csv": self.tr("Table for computing (csv)"),
            ".json": self.tr("Data (json)"),
        }
        self.format.set_choices(names)
        self.format.choose(str(self._book.session.recall("write.format") or FORMATS[0]))
        self.format.setAccessibleName(self.tr("Format"))
        self.export_button.setText(self.tr("Export…"))
        self._labels["export"].setText(self.tr("Export"))
        self.open_button.setText(self.tr("Open the file"))
        self.folder_button.setText(self.tr("Open the folder"))
        if self.isVisible():
            self.show_problems()
