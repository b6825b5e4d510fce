"""What was searched or retrieved, below the text: a workbench, not a report."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QMenu, QStackedWidget, QVBoxLayout, QWidget

from makna.domain.changes import ChangeSet
from makna.domain.errors import UserError
from makna.domain.model import CodeId, PassageId
from makna.services.searching import Mode
from makna.ui.desk.place import Place
from makna.ui.desk.result_list import ResultList
from makna.ui.desk.result_listing import Listing
from makna.ui.desk.result_model import ResultModel, ResultRole
from makna.ui.desk.result_query import (
    FEW,
    Grouping,
    ResultRow,
    Wanted,
)
from makna.ui.desk.result_search import Offers
from makna.ui.desk.results_bar import ResultsBar
from makna.ui.desk.results_verbs import ResultsVerbs
from makna.ui.desk.thumbnails import thumbnails
from makna.ui.language import current_language
from makna.ui.round_timer import RoundTimer
from makna.ui.session import Session
from makna.ui.theme.theme import set_look
from makna.ui.widgets.empty_state import EmptyState
from makna.ui.widgets.labels import Label

_PAUSE_MS = 250
"""Many passages are listed anew only when the user pauses."""


class ResultsPane(QFrame):
    """Search results, or the passages of codes. Esc closes it."""

    hits_changed = Signal(object)
    """(dict[SourceId, list[(start, end)]]): places to outline; empty when there are none."""
    memo_wanted = Signal(int)
    """(MemoId): a hit in a memo was visited."""
    pick_wanted = Signal(QRect, object, object)
    """(where on the screen, call with a CodeId, call with the name of a new one): pick a code."""
    again_wanted = Signal(object)
    """(call with a CodeId): the code used last."""
    told = Signal(str, bool)
    """(what was done, whether it can be undone)"""
    export_wanted = Signal(object)
    """(ExportOptions): export the passages that are listed."""
    entered = Signal()
    """Enter on a row: the keys should go to the text."""
    closed = Signal()

    def __init__(self, session: Session, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._place = place
        set_look(self, "panel")
        self.bar = ResultsBar(self)
        self.model = ResultModel(self)
        self.list = ResultList(self.model, self)
        self.listing = Listing(session, self.model, self.list.look_delegate.look, self)
        self._stale = self.listing.asks
        pictures = thumbnails(session)
        self.list.look_delegate.thumbnails = pictures
        pictures.ready.connect(self.list.redraw)
        self.empty = EmptyState(self)
        self._problem = Label(parent=self)
        self.verbs = ResultsVerbs(session, self.listing, self.list, self.bar, self)
        self.work = self.verbs.work
        self._later = RoundTimer(self, singleShot=True)
        self._later.timeout.connect(self.refresh)
        # Its text may have to be opened: not on top of the list.
        self._visiting = RoundTimer(self, singleShot=True, interval=0)
        self._visiting.timeout.connect(lambda: self._visit(self.list.currentIndex()))
        self._lay_out()
        self._connect()
        self._retranslate()
        self._show_list()

    # -- what to list

    def search(self, text: str, mode: Mode | None = None) -> None:
        """List the hits of a search over all texts and memos."""
        self._problem.hide()
        self.listing.search(text, mode or self.listing.mode, self.list.mark_first)

    def show_passages(self, codes: Sequence[CodeId] = (), where: str = "") -> None:
        """List the passages of any of the codes, or those that an expression chooses."""
        self._problem.hide()
        self.listing.retrieve(Wanted(tuple(codes), where), self.list.mark_first)

    def show_memos(self) -> None:
        """List the passages with a memo."""
        self._problem.hide()
        self.listing.retrieve(Wanted(memos=True), self.list.mark_first)

    def refresh(self) -> None:
        """List anew what is listed; the current row and the selection stay where they can."""
        self._stale = False
        self._problem.hide()
        self.listing.again(self._restore)

    def _restore(self) -> None:
        """Who works in the list goes on with the row that follows, and sees it in its text."""
        other = self.list.restore(self._place.now.passage)
        if other and self.list.hasFocus() and not self.listing.lists_hits:
            self._visiting.start()

    def step(self, by: int) -> None:
        """Visit the next result (or the one before), around the end; the keys stay in the text.

        The current one first, as long as the user has not been there.
        """
        if self.isHidden():
            return
        if (
            by > 0 and self.list.row_here() is not None and not self._stands_there()
        ) or self.list.step(by):
            self._visit(self.list.currentIndex())

    def at_hit(self) -> bool:
        """Whether the user stands on the hit that is current, to be coded."""
        return not self.isHidden() and self.listing.lists_hits and self._stands_there()

    def _stands_there(self) -> bool:
        row, now = self.list.row_here(), self._place.now
        if row is None or row.source != now.source or now.behind:
            return False
        if not self.listing.lists_hits:
            return now.passage == row.key
        return (row.start, row.end) == (now.start, now.end)

    # -- what can be done with it

    def problem(self) -> str:
        """What is wrong with what was asked, in words."""
        return "" if self._problem.isHidden() else self._problem.text()

    # -- events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        self._later.stop()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show_list()
            if self.listing.wanted is not None:
                self._read_again()
        super().changeEvent(event)

    def _after(self, changes: ChangeSet) -> None:
        if self.listing.concerned(changes):
            self._read_again()

    def _read_again(self) -> None:
        """Soon, or when it is next shown."""
        self._stale = True
        if self.isVisible():
            self._later.start(0 if self.listing.count < FEW else _PAUSE_MS)

    def _visit(self, index: QModelIndex) -> None:
        row = index.data(ResultRole.ROW)
        if not isinstance(row, ResultRow):
            return
        # What is opened takes the keys; while one goes through the list they stay in it.
        walking = self.list.hasFocus()
        self._show(row)
        if walking:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, row: ResultRow) -> None:
        if row.memo is not None:
            self.memo_wanted.emit(row.memo)
        elif row.source is not None and self.listing.lists_hits:
            self._place.select(row.source, row.start, row.end)
        elif row.source is not None:
            self._place.go(row.source, row.start, row.end)
            self._place.change(source=row.source, passage=PassageId(row.key))

    def _enter(self, index: QModelIndex) -> None:
        self._visit(index)
        self.entered.emit()

    def _close(self) -> None:
        self.listing.hunt.stop()
        self.hits_changed.emit({})
        self.closed.emit()

    # -- listing

    def _show_list(self) -> None:
        found, listing = self.model.rowCount() > 0, self.listing
        if listing.wanted is None:
            self.bar.show_search(listing.mode, listing.grouping, found)
        else:
            self.bar.show_passages(listing.grouping, listing.level, found)
        self.bar.set_title(*listing.heading())
        self.empty.set_content(*listing.emptiness())
        self._stack.setCurrentWidget(self.list if found else self.empty)
        self._tell_selection()

    def _say_problem(self, error: UserError) -> None:
        self._problem.setText(error.line(current_language()))
        self._problem.show()

    # -- doing

    def _fill_units(self, menu: QMenu) -> None:
        """Offer to code the hits themselves or what is around them, saying how much that is."""
        menu.clear()
        menu.addAction(self.listing.words.counting()).setEnabled(False)
        self.listing.hunt.count(
            self.listing.query, self.listing.mode, partial(self._offer_units, menu)
        )

    def _offer_units(self, menu: QMenu, offers: Offers) -> None:
        menu.clear()
        for offer in offers.values():
            action = QAction(self.listing.words.offer(offer), menu)
            action.setEnabled(bool(offer.spans))
            action.triggered.connect(lambda _on=False, o=offer: self.verbs.offer_hits(o))
            menu.addAction(action)

    def _tell_selection(self) -> None:
        passages, count = not self.listing.lists_hits, self.list.chosen_count()
        writable, starred = self._session.writable, passages and self.verbs.starred()
        said = self.listing.words.chosen(count, self.listing.count) if count > 1 else ""
        self.bar.allow(chosen=passages and count > 0, writable=writable, starred=starred)
        self.bar.show_chosen(said)

    def _show_searching(self, on: bool) -> None:
        self.bar.show_searching(on)
        if on:
            self.bar.set_title(*self.listing.heading())
            self.empty.set_content("", "")

    def _set_mode(self, mode: Mode) -> None:
        self.search(self.listing.query, mode)

    def _set_grouping(self, grouping: Grouping) -> None:
        self.listing.regroup(grouping, self._restore)

    def _set_level(self, level: int) -> None:
        self.listing.show_context(level, self._restore)

    def _connect(self) -> None:
        self._session.closing.connect(self._later.stop)
        self._session.closing.connect(self._visiting.stop)
        self._session.changed.connect(self._after)
        self.verbs.pick_wanted.connect(self.pick_wanted)
        self.verbs.again_wanted.connect(self.again_wanted)
        self.verbs.export_wanted.connect(self.export_wanted)
        self.verbs.entered.connect(self._enter)
        self.work.told.connect(self.told)
        self.listing.listed.connect(self._show_list)
        self.listing.refused.connect(self._say_problem)
        self.listing.hits_changed.connect(self.hits_changed)
        self.listing.hunt.slow.connect(self._show_searching)
        self.bar.stopped.connect(self.listing.stop)
        self.list.visited.connect(self._visit)
        self.list.entered_row.connect(self._enter)
        self.list.left.connect(self._close)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._tell_selection())
        self.bar.closed.connect(self._close)
        self.bar.mode_chosen.connect(self._set_mode)
        self.bar.grouping_chosen.connect(self._set_grouping)
        self.bar.level_chosen.connect(self._set_level)
        menu = QMenu(self.bar.code_hits_button)
        menu.aboutToShow.connect(lambda: self._fill_units(menu))
        self.bar.code_hits_button.setMenu(menu)

    def _lay_out(self) -> None:
        set_look(self._problem, "problem")
        self._problem.setWordWrap(True)
        self._problem.setContentsMargins(14, 0, 14, 4)
        self._problem.hide()
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._problem)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.list)

    def _retranslate(self) -> None:
        for widget in (self, self.list):
            widget.setAccessibleName(self.tr("Results"))
