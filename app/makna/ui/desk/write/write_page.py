"""The Write view: sections at the left, their shelf in the middle, the chapter at the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from makna.domain.chapter import ChapterId
from makna.domain.model import CodeId, PassageId
from makna.domain.pausing import Pausing, carried_out
from makna.services.chapter_plan import SectionPlan
from makna.services.pages import Cutter
from makna.ui.desk.place import Place
from makna.ui.desk.write.beginning import BEGIN, FRAMES, Beginning
from makna.ui.desk.write.book import Book
from makna.ui.desk.write.outline_pane import OutlinePane
from makna.ui.desk.write.preview import Preview
from makna.ui.desk.write.section_head import SectionHead
from makna.ui.desk.write.shelf import Shelf
from makna.ui.desk.write.shelf_verbs import ShelfVerbs
from makna.ui.desk.write.side_panel import Sides
from makna.ui.session import Session
from makna.ui.system import SYSTEM, System
from makna.ui.tasks import TaskRunner
from makna.ui.theme.theme import set_look
from makna.ui.time_slices import TimeSlices

LAYOUT, SECTION = "write.layout", "write.section"
OUTLINE_PX, SHELF_PX, SIDE_PX = 236, 580, 410


class WritePage(QFrame):
    """Composes the parts; `Book` knows the chapter, services change it.

    What one does on a shelf is seen at once. A chapter that is read whole (when the view is opened,
    when a setting changes) comes in turns.
    """

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
        runner: TaskRunner | None = None,
        system: System = SYSTEM,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._code: CodeId | None = None
        self.book = Book(session, self)
        self._cutter = Cutter(session.project)
        session.closing.connect(self._cutter.close)
        self.outline = OutlinePane(self.book, self)
        self.head = SectionHead(self.book)
        self.shelf = Shelf(self._cutter, self, writable=session.writable)
        self.shelf.set_head(self.head)
        self.verbs = ShelfVerbs(self.book, self.shelf, place, self)
        self.sides = Sides(self.book, self, runner=runner, system=system)
        self.paper = self.sides.paper
        self.preview = Preview(self.book, self.paper, self._cutter, self)
        self.empty = Beginning(self)
        self._showing = TimeSlices(self)
        session.closing.connect(self._showing.stop)
        self._lay_out()
        self._connect()
        self._recall()
        self._retranslate()
        self.outline.show_chapters()
        self._take_turns(self._open())

    @property
    def code(self) -> CodeId | None:
        """The section that is open."""
        return self._code

    def open_section(self, code: CodeId) -> None:
        """Show the shelf of a section."""
        self._showing.finish()
        self.outline.tree.choose([code])

    def show_side(self, key: str) -> None:
        """`preview`, `settings` or `word` at the right."""
        self.sides.show_side(key)

    def finish(self) -> None:
        """Do now what would be done in a moment."""
        self.book.catch_up()
        self._showing.finish()
        self.preview.finish()

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
            if self._session.is_open and self.isVisible():
                self._show_in_turns()
        super().changeEvent(event)

    def _connect(self) -> None:
        tree = self.outline.tree
        self.book.replanned.connect(self._replanned)
        self.book.chosen.connect(self._show_chapter)
        self.outline.chapters.picked.connect(lambda key: self.book.choose(ChapterId(int(key))))
        tree.chosen.connect(self._section_chosen)
        tree.row_entered.connect(lambda _index: self._into_shelf())
        self.shelf.current_changed.connect(self._card_changed)
        self.preview.filled.connect(self._show_counts)
        self.paper.quotation_chosen.connect(self._paper_clicked)
        self.head.memo_wanted.connect(self.memo_wanted)
        self.head.code_memo_wanted.connect(self.code_memo_wanted)
        self.sides.notice_wanted.connect(self.notice_wanted)
        self.sides.deleted.connect(self.deleted)
        self.sides.replaced_wanted.connect(self.replaced_wanted)
        self.empty.chosen.connect(self._begin)

    def _show_chapter(self) -> None:
        """Another chapter is on the desk, or it has another name."""
        self.outline.show_chapters()
        self.sides.show_chapter()

    def _replanned(self, codes: frozenset[CodeId] | None) -> None:
        if not self._session.is_open:
            return
        if codes is None:
            self._show_in_turns()
        elif self._showing.busy:
            # It was on its way as it was before this step.
            self._show_in_turns()
        else:
            carried_out(self._parts(whole=False))

    def _show_in_turns(self) -> None:
        self._take_turns(self._parts(whole=True))

    def _take_turns(self, steps: Pausing[None]) -> None:
        failed = self._session.failed.emit
        self._showing.start(steps, lambda _none: None, failed, at_once=False)

    def _open(self) -> Pausing[None]:
        """For the first time."""
        assert self.book.plan is not None
        yield None
        self.sides.recall()
        yield None
        yield from self._parts(whole=True)

    def _parts(self, *, whole: bool) -> Pausing[None]:
        """Show the plan, part after part: the list, the section that is open, the sheet."""
        plan = self.book.plan
        yield None
        self.outline.show_plan(plan)
        yield None
        self._show_state()
        yield None
        if self.book.section(self._code) is None:
            self._choose_first()
        yield from self._showing_section()
        yield None
        self.preview.show_plan(self._code)
        self.sides.show_plan(whole=whole)
        self._show_counts()

    def _showing_section(self) -> Pausing[None]:
        """The section that is open: its head, and the first of its passages."""
        section, live = self.book.section(self._code), self.book.live
        self.head.show_section(section)
        yield None
        if section is None:
            yield from self.shelf.showing(None, (), lambda _some: [])
            return
        code = section.code.id
        order = live.order(code)
        yield None
        yield from self.shelf.showing(code, order, partial(live.items, code))

    def _show_counts(self) -> None:
        self.outline.show_counts()
        self.head.show_counts()

    def _choose_first(self) -> None:
        """Be at the section of last time, else at the first that has passages."""
        kept = self._session.recall(SECTION)
        sections = list(self.book.plan.walk())
        found = next((s for s in sections if s.code.guid == kept), None)
        found = found or next((s for s in sections if s.passages), None)
        if found is not None:
            self._code = found.code.id
            self.outline.tree.choose([found.code.id])
            self._follow_soon(found)

    def _section_chosen(self, keys: list[CodeId]) -> None:
        code = keys[0] if keys else None
        if code is None or code == self._code:
            return
        self._code = code
        carried_out(self._showing_section())
        section = self.book.section(code)
        if section is not None:
            self._follow_soon(section)

    def _follow_soon(self, section: SectionPlan) -> None:
        """The sheet goes to the section, and the project remembers it."""
        self.paper.light(0, "")
        QTimer.singleShot(0, self, partial(self._follow, section.code.id))
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
        self._whole.setCurrentWidget(self.splitter if ready else self.empty)
        if not ready:
            self.empty.show_for(
                has_codes=has_codes, has_passages=has_passages, writable=self._session.writable
            )

    def _lay_out(self) -> None:
        set_look(self, "panel")
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for pane, smallest in ((self.outline, 180), (self.shelf, 360), (self.sides, 300)):
            pane.setMinimumWidth(smallest)
            self.splitter.addWidget(pane)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([OUTLINE_PX, SHELF_PX, SIDE_PX])
        self._whole = QStackedWidget(self)
        for part in (self.empty, self.splitter):
            self._whole.addWidget(part)
        if self.book.chapter is not None:
            self._whole.setCurrentWidget(self.splitter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._whole)
        self.setFocusProxy(self.outline.tree)

    def _recall(self) -> None:
        layout = self._session.recall(LAYOUT)
        if isinstance(layout, str):
            self.splitter.restoreState(QByteArray.fromBase64(layout.encode()))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Write"))


def _packed(splitter: QSplitter) -> str:
    return bytes(splitter.saveState().toBase64().data()).decode()
