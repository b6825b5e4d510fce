"""The left of the Write view: which chapter, how long it is, and its sections."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from makna.domain.model import CodeId
from makna.services import writing
from makna.services.chapter_plan import Plan
from makna.ui.desk.inspector.fields import ChoiceField
from makna.ui.desk.write.book import Book
from makna.ui.desk.write.preview import MOST
from makna.ui.desk.write.section_model import SectionModel
from makna.ui.desk.write.section_tree import SectionTree
from makna.ui.theme.theme import set_look
from makna.ui.widgets.labels import Label, SectionLabel


class OutlinePane(QFrame):
    """What is done to sections in the list goes to the `Book` from here."""

    def __init__(self, book: Book, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self.chapters = ChoiceField(self)
        self.counts = Label(parent=self)
        self._list_title = SectionLabel(parent=self)
        self.model = SectionModel(
            self, writable=book.writable, words_of=lambda code: book.live.words(code)
        )
        self.tree = SectionTree(self.model, self)
        self._lay_out()
        self._connect()
        self._retranslate()

    def show_chapters(self) -> None:
        """Another chapter is on the desk, or it has another name."""
        chapters = {str(int(c.id)): writing.one_line(c.title) for c in self._book.chapters}
        self.chapters.set_choices(chapters)
        chapter = self._book.chapter
        if chapter is not None:
            self.chapters.choose(str(int(chapter.id)))

    def show_plan(self, plan: Plan) -> None:
        """Show its sections."""
        self.model.set_plan(plan)

    def show_counts(self) -> None:
        """How long the chapter is: in words where all of it was read."""
        plan, live = self._book.plan, self._book.live
        shown = self.tr("%Ln quotation(s)", "", plan.quotations)
        if plan.quotations <= MOST:
            words = [live.words(section.code.id) for section in plan.in_print()]
            if None not in words:
                total = sum(each for each in words if each)
                shown += " · " + self.tr("%Ln word(s)", "", total)
        self.counts.setText(shown)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        book = self._book
        self.model.titled.connect(
            lambda code, title: book.do(writing.title_section, CodeId(code), title)
        )
        self.model.left_out_wanted.connect(
            lambda code, out: book.do(writing.leave_out_code, CodeId(code), out)
        )
        self.model.move_wanted.connect(
            lambda code, rank: book.do(writing.move_section, CodeId(code), rank)
        )
        self.tree.shift_wanted.connect(
            lambda code, by: book.do(writing.move_section_by, CodeId(code), by)
        )

    def _lay_out(self) -> None:
        set_look(self, "panel")
        set_look(self.counts, "small")
        self.counts.setWordWrap(True)
        above = QVBoxLayout()
        above.setContentsMargins(12, 0, 12, 0)
        above.setSpacing(6)
        above.addWidget(self.chapters)
        above.addWidget(self.counts)
        above.addSpacing(8)
        above.addWidget(self._list_title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 8)
        column.setSpacing(6)
        column.addLayout(above)
        column.addWidget(self.tree, 1)

    def _retranslate(self) -> None:
        self.chapters.setAccessibleName(self.tr("Chapter"))
        self._list_title.setText(self.tr("Sections"))
        self.tree.setAccessibleName(self.tr("Sections of the chapter"))
        self.tree.setToolTip(
            self.tr("Alt+Up and Alt+Down move a section, F2 names it, Space leaves it out.")
        )
