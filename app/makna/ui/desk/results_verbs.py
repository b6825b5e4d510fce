"""What is done with the rows that are chosen in the results, by key, button or menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QModelIndex, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from makna.domain.model import PassageId
from makna.services.export_options import ExportOptions
from makna.ui.desk.result_actions import HitsToCode, ResultActions
from makna.ui.desk.result_copying import said_of_hit
from makna.ui.desk.result_list import ResultList
from makna.ui.desk.result_listing import Listing
from makna.ui.desk.result_menu import MenuState, ResultMenu
from makna.ui.desk.results_bar import ResultsBar
from makna.ui.language import current_language
from makna.ui.session import Session


class ResultsVerbs(QObject):
    """Asks `ResultActions` for it. The keys stay in the list, so that one can go on with them."""

    pick_wanted = Signal(QRect, object, object)
    """(where on the screen, call with a CodeId, call with the name of a new one): pick a code."""
    again_wanted = Signal(object)
    """(call with a CodeId): the code used last."""
    export_wanted = Signal(object)
    """(ExportOptions)"""
    entered = Signal(QModelIndex)
    """Show the row in its text, with the keys there."""

    def __init__(
        self, session: Session, listing: Listing, list_: ResultList, bar: ResultsBar, pane: QWidget
    ) -> None:
        super().__init__(pane)
        self._session, self._listing, self._list, self._bar = session, listing, list_, bar
        self._pane = pane
        self.work = ResultActions(session, self)
        self._picking_at = QRect()
        """Where what needs a code was asked for, on the screen."""
        self._run: dict[str, Callable[[], object]] = {
            "enter": lambda: self.entered.emit(list_.currentIndex()),
            "code": self._offer_code,
            "again": self._code_again,
            "recode": self.offer_recode,
            "split": bar.ask_split,
            "uncode": self.uncode,
            "star": self.star,
            "copy": self._copy,
            "export": self._export,
        }
        self._connect()

    def menu(self) -> ResultMenu:
        """What can be done with the chosen rows."""
        hits, count = self._listing.lists_hits, self._list.chosen_count()
        state = MenuState(count, hits, self.starred(), self._session.writable)
        menu = ResultMenu(state, self._run, self._pane)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def starred(self) -> bool:
        """Whether the current row has its star."""
        row = self._list.row_here()
        return row is not None and row.star

    def _offer_code(self) -> None:
        if not self._listing.lists_hits:
            self._picking_at = self._row_on_screen()
            self.work.offer_code(self._list.chosen_passages())

    def offer_recode(self, button: QWidget | None = None) -> None:
        self._picking_at = self._row_on_screen() if button is None else on_screen(button)
        self._list.setFocus()
        self.work.offer_recode(self._list.chosen(), self._listing.asked_codes())

    def offer_hits(self, offer: HitsToCode) -> None:
        self._picking_at = on_screen(self._bar.code_hits_button)
        self.work.offer_hits(offer)

    def _code_again(self) -> None:
        if not self._listing.lists_hits:
            self.again_wanted.emit(partial(self.work.code, self._list.chosen_passages()))

    def _code_by_number(self, number: int) -> None:
        if not self._listing.lists_hits:
            self.work.code_by_number(self._list.chosen_passages(), number)

    def _row_on_screen(self) -> QRect:
        """The current row, as far as it is to be seen."""
        room = self._list.viewport().rect()
        row = self._list.visualRect(self._list.currentIndex()).intersected(room)
        return on_screen(self._list.viewport(), row if row.isValid() else room)

    def _copy(self) -> None:
        if not self._listing.lists_hits:
            self.work.copy(self._list.chosen_passages())
        elif (row := self._list.row_here()) is not None:
            self.work.copy_words(said_of_hit(row))

    def _split(self, name: str) -> None:
        chosen, asked = self._list.chosen(), self._listing.asked_codes()
        self.work.split(chosen, asked, name, self._end_split)

    def _end_split(self) -> None:
        self._bar.end_split()
        self._list.setFocus()

    def uncode(self) -> None:
        self._list.setFocus()
        if not self._listing.lists_hits:
            self.work.uncode(self._list.chosen(), self._listing.asked_codes())

    def star(self) -> None:
        self._list.setFocus()
        if not self._listing.lists_hits:
            self.work.star(self._list.chosen_passages(), not self.starred())

    def _export(self) -> None:
        """What is listed; several chosen rows alone."""
        if (wanted := self._listing.wanted) is not None:
            several = 1 < self._list.chosen_count() < self._listing.count
            options = ExportOptions(current_language(), self._listing.asked_codes(), wanted.where)
            passages = tuple(self._list.chosen_passages()) if several else ()
            if wanted.memos and not several:
                passages = tuple(map(PassageId, self._list.results.keys()))
            self.export_wanted.emit(
                replace(options, passages=passages, include_subcodes=not wanted.codes)
            )

    def _open_menu(self, at: QPoint) -> None:
        if self._list.results.key(self._list.indexAt(at).row()) is not None:
            self.menu().popup(self._list.viewport().mapToGlobal(at))

    def _connect(self) -> None:
        bar, work = self._bar, self.work
        work.code_wanted.connect(
            lambda then, then_new: self.pick_wanted.emit(self._picking_at, then, then_new)
        )
        self._list.wanted.connect(lambda verb: self._run[verb]())
        self._list.number_pressed.connect(self._code_by_number)
        self._list.customContextMenuRequested.connect(self._open_menu)
        bar.recode_button.clicked.connect(lambda: self.offer_recode(bar.recode_button))
        bar.split_wanted.connect(self._split)
        bar.uncode_button.clicked.connect(self.uncode)
        bar.star_button.clicked.connect(self.star)
        bar.export_button.clicked.connect(self._export)


def on_screen(widget: QWidget, part: QRect | None = None) -> QRect:
    """Where a widget, or a part of it, is on the screen."""
    there = widget.rect() if part is None else part
    return QRect(widget.mapToGlobal(there.topLeft()), there.size())
