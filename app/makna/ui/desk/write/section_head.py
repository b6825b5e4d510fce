"""The head of a section: its title, and the memos that introduce and close it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from makna.domain.changes import Outcome
from makna.domain.chapter import ChapterId
from makna.domain.markdown_marks import without_marks
from makna.domain.model import Code, CodeId, MemoId
from makna.services import writing
from makna.services.chapter_memos import begin_text, memo_choices
from makna.services.chapter_plan import SectionPlan, Text
from makna.ui.desk.inspector.fields import ChoiceField, LineField
from makna.ui.desk.write.book import Book
from makna.ui.theme.fonts import Size
from makna.ui.theme.sizes import set_width_px
from makna.ui.theme.theme import set_look
from makna.ui.widgets.labels import Label, LinkButton

AUTOMATIC, NOTHING = "auto", "none"
SHOWN_CHARACTERS = 240


class MemoField(ChoiceField):
    """Asks for all memos only when somebody is about to choose among them."""

    about_to_offer = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.about_to_offer.emit()
        super().focusInEvent(event)

    def showPopup(self) -> None:
        self.about_to_offer.emit()
        super().showPopup()


class TextRow(QWidget):
    """The introduction or the closing: which memo, how it begins, and a way to write one."""

    memo_wanted = Signal(object)
    """(MemoId): open it."""
    code_memo_wanted = Signal(object)
    """(CodeId): open the memo that is written on the code."""

    def __init__(self, book: Book, parent: QWidget, *, closing: bool) -> None:
        super().__init__(parent)
        self._book = book
        self._closing = closing
        self._section: SectionPlan | None = None
        self.label = Label(parent=self)
        self.choice = MemoField(self)
        self.choice.about_to_offer.connect(self._offer_all)
        self.choice.picked.connect(self._picked)
        self.open_button = LinkButton(parent=self)
        self.open_button.clicked.connect(self._open)
        self.preview = Label(parent=self)
        for label in (self.label, self.preview):
            set_look(label, "small")
        self.preview.setWordWrap(True)
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        set_width_px(self.label, 70)
        grid.addWidget(self.label, 0, 0)
        grid.addWidget(self.choice, 0, 1)
        grid.addWidget(self.open_button, 0, 2)
        grid.addWidget(self.preview, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)

    def show_section(self, section: SectionPlan) -> None:
        """Show what introduces (or closes) this section."""
        self._section = section
        text = self._text()
        key = self._key(section)
        self._fill(section, key)
        self.choice.choose(key)
        self.choice.setEnabled(self._book.writable)
        self.preview.setText(_beginning(text.body) if text else "")
        self.preview.setVisible(text is not None)
        self._name_button()

    def retranslate(self) -> None:
        self.label.setText(self.tr("Closing") if self._closing else self.tr("Introduction"))
        self.choice.setAccessibleName(self.label.text())
        if self._section is not None:
            self.show_section(self._section)
        else:
            self._name_button()

    def _text(self) -> Text | None:
        if self._section is None:
            return None
        return self._section.closing if self._closing else self._section.introduction

    def _key(self, section: SectionPlan) -> str:
        chosen = self._chosen_memo(section.code.id)
        if chosen is not None:
            return str(int(chosen))
        if self._closing:
            return NOTHING
        without = section.code.guid in self._book.plan.settings.without_introduction
        return NOTHING if without else AUTOMATIC

    def _chosen_memo(self, code: CodeId) -> MemoId | None:
        """What the author chose, also where it has no words yet."""
        chapter = self._book.chapter
        found = self._book.project.chapters.section(chapter.id, code) if chapter else None
        if found is None:
            return None
        return found.closing if self._closing else found.introduction

    def _offer_all(self) -> None:
        section = self._section
        if section is None:
            return
        names = self._usual(section)
        for memo in memo_choices(self._book.project, section.code.id):
            linked = self.tr("{title} (linked to the code)")
            title = linked.format(title=memo.title) if memo.linked else memo.title
            names[str(int(memo.id))] = title
        self.choice.set_choices(names)

    def _fill(self, section: SectionPlan, key: str) -> None:
        """What is chosen, and what can be chosen without a memo."""
        names = self._usual(section)
        if key.isdigit():
            found = self._book.project.memos.get(MemoId(int(key)))
            names[key] = found.title if found else ""
        self.choice.set_choices(names)

    def _usual(self, section: SectionPlan) -> dict[str, str]:
        names: dict[str, str] = {}
        if not self._closing:
            names[AUTOMATIC] = self._automatic_name(section)
        names[NOTHING] = self.tr("None")
        return names

    def _automatic_name(self, section: SectionPlan) -> str:
        text = section.introduction
        if section.code.memo.strip():
            return self.tr("Memo of the code")
        if text is not None and text.automatic and text.title:
            return self.tr("Summary: {title}").format(title=text.title)
        return self.tr("Memo of the code (nothing written yet)")

    def _picked(self, key: str) -> None:
        section = self._section
        if section is None:
            return
        memo = MemoId(int(key)) if key.isdigit() else None
        if self._closing:
            self._book.do(writing.set_closing, section.code.id, memo)
        else:
            self._book.do(writing.set_introduction, section.code.id, memo, none=key == NOTHING)

    def _name_button(self) -> None:
        key = self.choice.chosen()
        text = self._text()
        there = key.isdigit() or (key == AUTOMATIC and text is not None)
        self.open_button.setText(self.tr("Open") if there else self.tr("Write one"))
        self.open_button.setEnabled(there or self._book.writable)
        role = self.label.text()
        self.open_button.setAccessibleName(f"{role}: {self.open_button.text()}")

    def _open(self) -> None:
        section = self._section
        if section is None:
            return
        key, text = self.choice.chosen(), self._text()
        if key.isdigit():
            self.memo_wanted.emit(MemoId(int(key)))
        elif text is not None and text.memo is not None:
            self.memo_wanted.emit(text.memo)
        elif text is not None:
            self.code_memo_wanted.emit(section.code.id)
        else:
            made = self._book.do(begin_text, section.code.id, closing=self._closing)
            if made is not None:
                self.memo_wanted.emit(made)


class SectionHead(QWidget):
    """Title, counts, introduction and closing of the chosen section."""

    memo_wanted = Signal(object)
    code_memo_wanted = Signal(object)

    def __init__(self, book: Book, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._section: SectionPlan | None = None
        self.title = LineField(book.session, self, flush=True)
        self.title.edit.set_title(Size.TITLE)
        self.counts = Label(parent=self)
        set_look(self.counts, "small")
        self.introduction = TextRow(book, self, closing=False)
        self.closing = TextRow(book, self, closing=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.counts)
        column.addSpacing(6)
        for row in (self.introduction, self.closing):
            row.memo_wanted.connect(self.memo_wanted)
            row.code_memo_wanted.connect(self.code_memo_wanted)
            column.addWidget(row)
        self._retranslate()

    def show_section(self, section: SectionPlan | None) -> None:
        self.setVisible(section is not None)
        self._section = section
        chapter = self._book.chapter
        if section is None or chapter is None:
            return
        self.title.bind(
            f"write.title.{chapter.id}.{section.code.id}",
            section.title,
            partial(self._title, chapter.id, section.code),
        )
        self.title.edit.setReadOnly(not self._book.writable)
        self.show_counts()
        self.introduction.show_section(section)
        self.closing.show_section(section)

    def show_counts(self) -> None:
        """How much there is, and how many words where all of it was read."""
        section = self._section
        if section is None:
            return
        counts = [
            self.tr("%Ln passage(s) on the shelf", "", section.passages),
            self.tr("%Ln printed", "", section.quotations),
        ]
        words = self._book.live.words(section.code.id)
        if words is not None:
            counts.append(self.tr("%Ln word(s)", "", words))
        self.counts.setText(" · ".join(counts))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _title(self, chapter: ChapterId, code: Code, title: str) -> Outcome[None]:
        clean = " ".join(title.split())
        wanted = "" if clean == code.name else clean
        return writing.title_section(self._book.project, chapter, code.id, wanted)

    def _retranslate(self) -> None:
        self.title.set_name(self.tr("Heading of the section"), self.tr("As the code is called"))
        self.introduction.retranslate()
        self.closing.retranslate()
        self.show_section(self._section)


def _beginning(body: str) -> str:
    words = " ".join(without_marks(body).split())
    return words if len(words) <= SHOWN_CHARACTERS else words[:SHOWN_CHARACTERS].rstrip() + "…"
