"""The Write view: sections at the left, their shelf in the middle, the chapter at the right."""

from __future__ import annotations

from functools import cached_property, partial

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from makna.domain.chapter import ChapterId
from makna.domain.model import CodeId, PassageId
from makna.services import writing
from makna.services.pages import Cutter
from makna.ui.desk.inspector.fields import ChoiceField
from makna.ui.desk.place import Place
from makna.ui.desk.write.beginning import BEGIN, FRAMES, Beginning
from makna.ui.desk.write.book import Book
from makna.ui.desk.write.out_panel import OutPanel
from makna.ui.desk.write.paper import Paper
from makna.ui.desk.write.preview import MOST, Preview
from makna.ui.desk.write.section_head import SectionHead
from makna.ui.desk.write.section_model import SectionModel
from makna.ui.desk.write.section_tree import SectionTree
from makna.ui.desk.write.settings_panel import SettingsPanel
from makna.ui.desk.write.shelf import Shelf
from makna.ui.desk.write.shelf_verbs import ShelfVerbs
from makna.ui.session import Session
from makna.ui.system import AskFile, OpenPath, ask_existing, ask_target, open_path
from makna.ui.theme.theme import set_look
from makna.ui.widgets.labels import SectionLabel

LAYOUT, SECTION, SIDE = "write.layout", "write.section", "write.side"
SECTIONS_PX, SHELF_PX, SIDE_PX = 236, 580, 410
SIDES = ("preview", "settings", "word")


class WritePage(QFrame):
    """Composes the parts; `Book` knows the chapter, services change it."""

    memo_wanted = Signal(object)
    """(MemoId)"""
    code_memo_wanted = Signal(object)
    """(CodeId): the memo that is written on a code."""
    notice_wanted = Signal(str, object)
    """(text, tuple[NoticeAction, …])"""
    deleted = Signal(str)
    """(title): a chapter was deleted."""
    replaced_wanted = Signal(str, object)
    frames_wanted = Signal()
    coding_wanted = Signal()
    """Go and code: there is nothing to write from yet."""

    def __init__(
        self,
        session: Session,
        place: Place,
        parent: QWidget | None = None,
        *,
        choose: AskFile = ask_target,
        choose_template: AskFile = ask_existing,
        choose_existing: AskFile = ask_existing,
        open_with_system: OpenPath = open_path,
    ) -> None:
        super().__init__(parent)
        self._session, self._place = session, place
        self._code: CodeId | None = None
        self.book = Book(session, self)
        self._cutter = Cutter(session.project)
        session.closing.connect(self._cutter.close)
        self.chapters = ChoiceField(self)
        self.chapters.picked.connect(self._chapter_picked)
        self.model = SectionModel(
            self, writable=session.writable, words_of=lambda code: self.book.live.words(code)
        )
        self.tree = SectionTree(self.model, self)
        self.head = SectionHead(self.book)
        self.shelf = Shelf(self._cutter, self, writable=session.writable)
        self.shelf.set_head(self.head)
        self.verbs = ShelfVerbs(self.book, self.shelf, place, self)
        self.paper = Paper(self)
        self.preview = Preview(self.book, self.paper, self._cutter, self)
        self._choose, self._choose_template = choose, choose_template
        self._choose_existing, self._open = choose_existing, open_with_system
        self.sides = QTabBar(self)
        self.empty = Beginning(self)
        self.empty.chosen.connect(self._begin)
        self._counts = QLabel(self)
        self._list_title = SectionLabel(parent=self)
        self._lay_out()
        self._connect()
        self._recall()
        self._retranslate()
        self._show_chapter()
        self._show_plan()

    @cached_property
    def settings(self) -> SettingsPanel:
        """How the chapter is written; made when somebody first looks at it."""
        panel = SettingsPanel(self.book, self._stack, choose=self._choose_template)
        panel.deleted.connect(self.deleted)
        self._put_side("settings", panel)
        return panel

    @cached_property
    def out(self) -> OutPanel:
        """The chapter to Word; made when somebody first looks at it."""
        panel = OutPanel(
            self.book,
            self._stack,
            choose=self._choose,
            choose_existing=self._choose_existing,
            open_with_system=self._open,
        )
        panel.notice_wanted.connect(self.notice_wanted)
        panel.replaced_wanted.connect(self.replaced_wanted)
        self._put_side("word", panel)
        panel.show_chapter()
        return panel

    def _made(self, side: str) -> bool:
        return {"settings": "settings", "word": "out"}[side] in self.__dict__

    def _put_side(self, side: str, panel: QWidget) -> None:
        """In the place that was kept for it."""
        at = SIDES.index(side)
        current = self._stack.currentIndex()
        if (empty := self._stack.widget(at)) is not None:
            self._stack.removeWidget(empty)
            empty.deleteLater()
        self._stack.insertWidget(at, panel)
        self._stack.setCurrentIndex(current)

    @property
    def code(self) -> CodeId | None:
        """The section that is open."""
        return self._code

    def open_section(self, code: CodeId) -> None:
        """Show the shelf of a section."""
        self.tree.choose([code])

    def show_side(self, key: str) -> None:
        """`preview`, `settings` or `word` at the right."""
        self.sides.setCurrentIndex(SIDES.index(key))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.book.show(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.book.show(False)
        if self._session.is_open:
            self._session.remember(LAYOUT, _packed(self.splitter))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        book = self.book
        book.replanned.connect(self._replanned)
        book.chosen.connect(self._show_chapter)
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
        self.tree.chosen.connect(self._section_chosen)
        self.tree.row_entered.connect(lambda _index: self._into_shelf())
        self.shelf.current_changed.connect(self._card_changed)
        self.preview.filled.connect(self._show_counts)
        self.paper.quotation_chosen.connect(self._paper_clicked)
        self.sides.currentChanged.connect(self._side_changed)
        self.head.memo_wanted.connect(self.memo_wanted)
        self.head.code_memo_wanted.connect(self.code_memo_wanted)

    def _replanned(self, codes: frozenset[CodeId] | None) -> None:
        if not self._session.is_open:
            return
        self._show_plan()
        if codes is None and self._made("settings"):
            self.settings.show_settings()

    def _show_plan(self) -> None:
        self.model.set_plan(self.book.plan)
        self._show_state()
        if self.book.section(self._code) is not None or not self._choose_first():
            self._show_section()
        self.preview.show_plan(self._code)
        if self.sides.currentIndex() == SIDES.index("word"):
            self.out.show_problems()
        self._show_counts()

    def _show_section(self) -> None:
        """The section that is open: its head, and the first of its passages."""
        section, live = self.book.section(self._code), self.book.live
        self.head.show_section(section)
        if section is None:
            self.shelf.set_section(None, (), lambda _some: [])
            return
        code = section.code.id
        self.shelf.set_section(code, live.order(code), partial(live.items, code))

    def _show_counts(self) -> None:
        """How long the chapter is: in words where all of it was read."""
        plan, live = self.book.plan, self.book.live
        shown = self.tr("%n quotation(s)", "", plan.quotations)
        if plan.quotations <= MOST:
            words = [live.words(section.code.id) for section in plan.in_print()]
            if None not in words:
                total = sum(each for each in words if each)
                shown += " · " + self.tr("%n word(s)", "", total)
        self._counts.setText(shown)
        self.head.show_counts()

    def _show_chapter(self) -> None:
        """Another chapter is on the desk, or it has another name."""
        chapters = {str(int(c.id)): writing.one_line(c.title) for c in self.book.chapters}
        self.chapters.set_choices(chapters)
        chapter = self.book.chapter
        if chapter is not None:
            self.chapters.choose(str(int(chapter.id)))
        if self._made("word"):
            self.out.show_chapter()
        if self._made("settings"):
            self.settings.show_settings()

    def _choose_first(self) -> bool:
        """Open the section of last time, else the first that has passages; whether one was."""
        kept = self._session.recall(SECTION)
        sections = list(self.book.plan.walk())
        found = next((s for s in sections if s.code.guid == kept), None)
        found = found or next((s for s in sections if s.passages), None)
        if found is not None:
            self.open_section(found.code.id)
        return found is not None and self._code == found.code.id

    def _section_chosen(self, keys: list[CodeId]) -> None:
        code = keys[0] if keys else None
        if code is None or code == self._code:
            return
        self._code = code
        section = self.book.section(code)
        self._show_section()
        self.paper.light(0, "")
        QTimer.singleShot(0, self, partial(self._follow, code))
        if section is not None:
            self._session.remember(SECTION, section.code.guid)

    def _follow(self, code: CodeId) -> None:
        if self._code == code and self.shelf.current is None:
            self.preview.go_to(code)

    def _into_shelf(self) -> None:
        cards = self.shelf.cards()
        if cards:
            self.shelf.go_to(cards[0].passage)

    def _card_changed(self, passage: PassageId) -> None:
        card = self.shelf.card(passage)
        if card is None or card.item is None or self._code is None:
            return
        guid = card.item.excerpt.passage.guid
        self.paper.light(self._code, guid)
        if card.item.printed:
            self.preview.go_to(self._code, passage, guid)

    def _paper_clicked(self, code: int, guid: str) -> None:
        section = self.book.section(CodeId(code))
        if section is None:
            return
        self.open_section(section.code.id)
        found = self.preview.passage(section.code.id, guid) if guid else None
        if found is not None:
            self.shelf.go_to(found)

    def _side_changed(self, at: int) -> None:
        self._show_side(SIDES[at])
        self._session.remember(SIDE, SIDES[at])

    def _show_side(self, side: str) -> None:
        if side == "word":
            self.out.show_problems()
        elif self._made("word"):
            self.out.stop_looking()
        if side == "settings":
            self.settings.show_settings()
        self._stack.setCurrentIndex(SIDES.index(side))

    def _chapter_picked(self, key: str) -> None:
        self.book.choose(ChapterId(int(key)))

    def _begin(self, key: str) -> None:
        if key == BEGIN:
            self.book.begin()
        elif key == FRAMES:
            self.frames_wanted.emit()
        else:
            self.coding_wanted.emit()

    def _show_state(self) -> None:
        """The parts of a chapter, or how to begin one."""
        has_codes = bool(self.book.plan.sections)
        has_passages = any(section.passages for section in self.book.plan.walk())
        ready = self.book.chapter is not None and has_codes
        self._whole.setCurrentIndex(1 if ready else 0)
        if not ready:
            self.empty.show_for(
                has_codes=has_codes, has_passages=has_passages, writable=self._session.writable
            )

    def _lay_out(self) -> None:
        set_look(self, "panel")
        set_look(self._counts, "small")
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for pane, smallest in ((self._left(), 190), (self.shelf, 400), (self._right(), 330)):
            pane.setMinimumWidth(smallest)
            self.splitter.addWidget(pane)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([SECTIONS_PX, SHELF_PX, SIDE_PX])
        self._whole = QStackedWidget(self)
        self._whole.addWidget(self.empty)
        self._whole.addWidget(self.splitter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._whole)
        self.setFocusProxy(self.tree)

    def _left(self) -> QWidget:
        left = QFrame(self)
        set_look(left, "panel")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 12, 0, 8)
        column.setSpacing(6)
        above = QVBoxLayout()
        above.setContentsMargins(12, 0, 12, 0)
        above.setSpacing(6)
        above.addWidget(self.chapters)
        above.addWidget(self._counts)
        above.addWidget(self._list_title)
        column.addLayout(above)
        column.addWidget(self.tree, 1)
        return left

    def _right(self) -> QWidget:
        right = QFrame(self)
        set_look(right, "panel")
        set_look(self.sides, "pills")
        self.sides.setExpanding(False)
        self.sides.setDrawBase(False)
        for _side in SIDES:
            self.sides.addTab("")
        sheet = QWidget(right)
        around = QVBoxLayout(sheet)
        around.setContentsMargins(14, 4, 14, 14)
        around.addWidget(self.paper)
        self._stack = QStackedWidget(right)
        for widget in (sheet, QWidget(right), QWidget(right)):
            self._stack.addWidget(widget)
        top = QHBoxLayout()
        top.setContentsMargins(12, 8, 12, 4)
        top.addWidget(self.sides)
        top.addStretch(1)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        return right

    def _recall(self) -> None:
        layout, side = self._session.recall(LAYOUT), self._session.recall(SIDE)
        if isinstance(layout, str):
            self.splitter.restoreState(QByteArray.fromBase64(layout.encode()))
        if side in SIDES:
            self.show_side(str(side))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Write"))
        names = (self.tr("Preview"), self.tr("Settings"), self.tr("To Word"))
        for at, name in enumerate(names):
            self.sides.setTabText(at, name)
        self.sides.setAccessibleName(self.tr("Beside the shelf"))
        self.chapters.setAccessibleName(self.tr("Chapter"))
        self._list_title.setText(self.tr("Sections"))
        self.tree.setAccessibleName(self.tr("Sections of the chapter"))
        self.tree.setToolTip(
            self.tr("Alt+Up and Alt+Down move a section, F2 names it, Space leaves it out.")
        )
        self.paper.setAccessibleName(self.tr("The chapter as it will be printed"))
        if self._session.is_open and self.isVisible():
            self._show_plan()


def _packed(splitter: QSplitter) -> str:
    return bytes(splitter.saveState().toBase64().data()).decode()
