"""What was searched or retrieved, below the text: a workbench, not a report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from makna.domain.changes import ChangeSet
from makna.domain.errors import UserError
from makna.domain.model import CodeId, PassageId, SourceId
from makna.services.exporting import ExportOptions
from makna.services.searching import Hit, Mode
from makna.ui.desk.place import Place
from makna.ui.desk.result_actions import ResultActions
from makna.ui.desk.result_list import ResultList
from makna.ui.desk.result_model import ResultModel, ResultRole
from makna.ui.desk.result_query import (
    FEW,
    Grouping,
    HitReader,
    PassageReader,
    ResultRow,
    Retrieved,
    Wanted,
    asked_codes,
    chosen_passages,
    concerned,
    hit_sections,
    passage_sections,
)
from makna.ui.desk.result_search import MOST_HITS, HitSearch, Offers
from makna.ui.desk.result_words import ResultWords
from makna.ui.desk.results_bar import LEVELS, ResultsBar
from makna.ui.desk.thumbnails import thumbnails
from makna.ui.language import current_language
from makna.ui.session import Session
from makna.ui.theme.theme import set_look
from makna.ui.widgets.empty_state import EmptyState

WORDS_AROUND = (0, 0, 40)
LINES = (1, 3, 6)
"""By level: words shown around a passage, and lines of its text."""
_PAUSE_MS = 250
"""Many passages are listed anew only when the user pauses."""


class ResultsPane(QFrame):
    """Search results, or the passages of codes. Esc closes it."""

    hits_changed = Signal(object)
    """(dict[SourceId, list[(start, end)]]): places to outline; empty when there are none."""
    memo_wanted = Signal(int)
    """(MemoId): a hit in a memo was visited."""
    code_wanted_for_hits = Signal(object)
    """(HitsToCode): pick a code and call `code_hits` or `code_hits_new`."""
    recode_wanted = Signal(object)
    """(tuple[CodingId, …]): pick a code and call `recode` or `recode_new`."""
    export_wanted = Signal(object)
    """(ExportOptions): export the passages that are listed."""
    entered = Signal()
    """Enter on a row: the keys should go to the text."""
    closed = Signal()

    def __init__(self, session: Session, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._place = place
        self._query = ""
        self._mode: Mode = "ranked"
        self._hits: list[Hit] = []
        self._wanted: Wanted | None = None
        self._listed = 0
        self._stale = False
        self._level = _recalled_level(session)
        self._hit_grouping: Grouping = "source"
        self._passage_grouping: Grouping = "source"
        self._sources, self._wanted_name = 0, ""
        self._words = ResultWords(self)
        self.work = ResultActions(session, self)
        self.hunt = HitSearch(session, self)
        set_look(self, "panel")
        self.bar = ResultsBar(self)
        self.model = ResultModel(self)
        self.list = ResultList(self.model, self)
        pictures = thumbnails(session)
        self.list.look_delegate.thumbnails = pictures
        pictures.ready.connect(lambda _source: self.list.viewport().update())
        self.empty = EmptyState(self)
        self._problem = QLabel(self)
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self.refresh)
        self._lay_out()
        self._connect()
        self._retranslate()
        self._show_list()

    # -- what to list

    def search(self, text: str, mode: Mode | None = None) -> None:
        """List the hits of a search over all texts and memos."""
        self._query, self._wanted = text.strip(), None
        self._mode = mode or self._mode
        self._run_search(self.list.mark_first)

    def show_passages(self, codes: Sequence[CodeId] = (), where: str = "") -> None:
        """List the passages of any of the codes, or those that an expression chooses."""
        self.hunt.stop()
        self._query, self._wanted = "", Wanted(tuple(codes), where)
        self._hits = []
        if len(codes) > 1:
            self._passage_grouping = "code"
        self.hits_changed.emit({})
        self._run_retrieval()
        self.list.mark_first()

    def refresh(self) -> None:
        """List anew what is listed; the current row and the selection stay where they can."""
        kept, here = self.list.chosen(), self.list.here()
        self._stale = False
        if self._wanted is not None:
            self._run_retrieval()
            self.list.restore(kept, here)
        elif self._query:
            self._run_search(partial(self.list.restore, [], here))

    def step(self, by: int) -> None:
        """Visit the next result (or the one before), around the end; the keys stay in the text.

        The current one first, as long as the user has not been there.
        """
        if self.isHidden():
            return
        if (by > 0 and self._row() is not None and not self._stands_there()) or self.list.step(by):
            self._visit(self.list.currentIndex())

    def at_hit(self) -> bool:
        """Whether the user stands on the hit that is current, to be coded."""
        return not self.isHidden() and self._wanted is None and self._stands_there()

    def _row(self) -> ResultRow | None:
        """The current row."""
        row = self.list.currentIndex().data(ResultRole.ROW)
        return row if isinstance(row, ResultRow) else None

    def _stands_there(self) -> bool:
        row, now = self._row(), self._place.now
        if row is None or row.source != now.source:
            return False
        if self._wanted is not None:
            return now.passage == row.key
        return (row.start, row.end) == (now.start, now.end)

    # -- what can be done with it

    def code_hits(self, code: CodeId) -> None:
        """Code what `code_wanted_for_hits` offered, as one step."""
        self.work.code_hits(code)

    def code_hits_new(self, name: str) -> None:
        """Make a code and code with it what `code_wanted_for_hits` offered, as one step."""
        self.work.code_hits_new(name)

    def recode(self, code: CodeId) -> None:
        """Give what `recode_wanted` offered this code, as one step."""
        self.work.recode(code)

    def recode_new(self, name: str) -> None:
        """Make a code and give it to what `recode_wanted` offered, as one step."""
        self.work.recode_new(name)

    def split(self, name: str) -> bool:
        """Make the chosen passages' codings a code of their own; False when that was refused."""
        return self.work.split(self.list.chosen(), self._asked(), name)

    def problem(self) -> str:
        """What is wrong with what was asked, in words."""
        return "" if self._problem.isHidden() else self._problem.text()

    def selected_passages(self) -> list[PassageId]:
        """The chosen passages, in the order of the list."""
        return list(dict.fromkeys(PassageId(key) for key, _ in self.list.chosen()))

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
        super().changeEvent(event)

    def _after(self, changes: ChangeSet) -> None:
        if not concerned(changes, self._query, self._wanted):
            return
        touched = changes.keys("passage") | changes.parents("coding")
        if self._wanted is not None and not changes.touches("code", "source", "speaker"):
            self.model.read_again(self._passage_reader(), touched)
        self._stale = True
        if self.isVisible():
            self._later.start(0 if self._listed < FEW else _PAUSE_MS)

    def _visit(self, index: QModelIndex) -> None:
        row = index.data(ResultRole.ROW)
        if not isinstance(row, ResultRow):
            return
        if row.memo is not None:
            self.memo_wanted.emit(row.memo)
        elif row.source is not None and self._wanted is None:
            self._place.select(row.source, row.start, row.end)
        elif row.source is not None:
            self._place.go(row.source, row.start, row.end)
            self._place.change(source=row.source, passage=PassageId(row.key))

    def _enter(self, index: QModelIndex) -> None:
        self._visit(index)
        self.entered.emit()

    def _close(self) -> None:
        self.hunt.stop()
        self.hits_changed.emit({})
        self.closed.emit()

    # -- listing

    def _run_search(self, then: Callable[[], object]) -> None:
        """List what is found, at once or when it is found; what was listed stays until then."""
        self._problem.hide()

        def found(hits: Sequence[Hit]) -> None:
            self._take_hits(hits)
            then()

        def refused(error: UserError) -> None:
            self._take_hits([])
            self._say_problem(error)

        self.hunt.search(self._query, self._mode, found, refused)

    def _take_hits(self, hits: Sequence[Hit]) -> None:
        self._hits = list(hits[:MOST_HITS])
        self._listed = len(hits)
        self._list_hits()
        places: dict[SourceId, list[tuple[int, int]]] = {}
        for hit in self._hits:
            if hit.type == "source":
                places.setdefault(SourceId(hit.key), []).append((hit.start, hit.end))
        self.hits_changed.emit(places)

    def _list_hits(self) -> None:
        look = self.list.look_delegate.look
        look.hits, look.named = True, self._hit_grouping == "rank"
        reader = HitReader(self._session.project, self._hits)
        self.model.show(hit_sections(self._hits, self._hit_grouping), reader)
        self._show_list()

    def _run_retrieval(self) -> None:
        self._problem.hide()
        assert self._wanted is not None
        project, look = self._session.project, self.list.look_delegate.look
        look.hits, look.named = False, self._passage_grouping != "source"
        look.lines = LINES[self._level]
        self._wanted_name = self._name_wanted(self._wanted)
        try:
            found = chosen_passages(project, self._wanted)
            nothing = self.tr("Without a code")
            if self._passage_grouping == "case":
                nothing = self.tr("Without a case")
            sections = passage_sections(project, found, self._passage_grouping, nothing)
        except UserError as error:
            found, sections = Retrieved(), []
            self._say_problem(error)
        self._listed, self._sources = len(found.pairs), len(found.names)
        self.model.show(sections, self._passage_reader())
        self._show_list()

    def _passage_reader(self) -> PassageReader:
        words = WORDS_AROUND[self._level]
        return PassageReader(self._session.project, words, current_language())

    def _show_list(self) -> None:
        found = self.model.rowCount() > 0
        if self._wanted is None:
            self.bar.show_search(self._mode, self._hit_grouping, found)
        else:
            self.bar.show_passages(self._passage_grouping, self._level, found)
        self.bar.set_title(*self._heading())
        self.empty.set_content(*self._emptiness())
        self._stack.setCurrentWidget(self.list if found else self.empty)
        self._tell_selection()

    def _heading(self) -> tuple[str, str]:
        if self._wanted is not None:
            name = self._wanted_name or self.tr("All passages")
            return name, self._words.passages(self._listed, self._sources)
        if not self._query:
            return self.tr("Results"), ""
        texts = len({(hit.type, hit.key) for hit in self._hits})
        return f"“{self._query}”", self._words.hits(self._listed, texts, MOST_HITS)

    def _name_wanted(self, wanted: Wanted) -> str:
        if not wanted.codes:
            return wanted.where
        tree = self._session.project.codes.tree(counted=False)
        names = [tree[code].name for code in wanted.codes if code in tree]
        return ", ".join(names[:3]) + (" …" if len(names) > 3 else "")

    def _emptiness(self) -> tuple[str, str]:
        if self._wanted is not None:
            return self._words.no_passages()
        return self._words.no_hits(self._mode) if self._query else self._words.nothing_asked()

    def _say_problem(self, error: UserError) -> None:
        self._problem.setText(error.line(current_language()))
        self._problem.show()

    # -- doing

    def _fill_units(self, menu: QMenu) -> None:
        """Offer to code the hits themselves or what is around them, saying how much that is."""
        menu.clear()
        menu.addAction(self._words.counting()).setEnabled(False)
        self.hunt.count(self._query, self._mode, partial(self._offer_units, menu))

    def _offer_units(self, menu: QMenu, offers: Offers) -> None:
        menu.clear()
        for offer in offers.values():
            action = QAction(self._words.offer(offer), menu)
            action.setEnabled(bool(offer.spans))
            action.triggered.connect(lambda _on=False, o=offer: self.work.offer_hits(o))
            menu.addAction(action)

    def _asked(self) -> tuple[CodeId, ...]:
        if self._wanted is None:
            return ()
        return asked_codes(self._session.project.codes.tree(counted=False), self._wanted.codes)

    def _offer_recode(self) -> None:
        self.work.offer_recode(self.list.chosen(), self._asked())

    def _split(self, name: str) -> None:
        if self.split(name):
            self.bar.end_split()
            self.list.setFocus()

    def _uncode(self) -> None:
        if self._wanted is not None and self._session.writable:
            self.work.uncode(self.list.chosen(), self._asked())

    def _star(self) -> None:
        self.work.star(self.selected_passages(), not self._starred())

    def _starred(self) -> bool:
        """Whether the current row has its star."""
        row = self._row()
        return row is not None and row.star

    def _export(self) -> None:
        if (wanted := self._wanted) is not None:
            language = current_language()
            self.export_wanted.emit(ExportOptions(language, wanted.codes, wanted.where))

    def _tell_selection(self) -> None:
        chosen = self._wanted is not None and self.list.selectionModel().hasSelection()
        writable, starred = self._session.writable, self._wanted is not None and self._starred()
        self.bar.allow(chosen=chosen, writable=writable, starred=starred)

    def _show_searching(self, on: bool) -> None:
        self.bar.show_searching(on)
        if on:
            self.bar.set_title(*self._heading())
            self.empty.set_content("", "")

    def _stop(self) -> None:
        """The user does not want to wait for the search."""
        self.hunt.stop()
        self._take_hits([])

    def _set_mode(self, mode: Mode) -> None:
        self._mode = mode
        if self._query:
            self.search(self._query)

    def _set_grouping(self, grouping: Grouping) -> None:
        if self._wanted is None:
            self._hit_grouping = grouping
            self._list_hits()
        else:
            self._passage_grouping = grouping
            self.refresh()

    def _set_level(self, level: int) -> None:
        self._level = level
        self._session.remember("results.level", level)
        self.refresh()

    def _connect(self) -> None:
        self._session.closing.connect(self._later.stop)
        self._session.changed.connect(self._after)
        self.work.code_wanted_for_hits.connect(self.code_wanted_for_hits)
        self.work.recode_wanted.connect(self.recode_wanted)
        self.hunt.slow.connect(self._show_searching)
        self.bar.stopped.connect(self._stop)
        self.list.visited.connect(self._visit)
        self.list.entered_row.connect(self._enter)
        self.list.left.connect(self._close)
        self.list.delete_pressed.connect(self._uncode)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._tell_selection())
        self.bar.closed.connect(self._close)
        self.bar.mode_chosen.connect(self._set_mode)
        self.bar.grouping_chosen.connect(self._set_grouping)
        self.bar.level_chosen.connect(self._set_level)
        self.bar.recode_button.clicked.connect(self._offer_recode)
        self.bar.split_wanted.connect(self._split)
        self.bar.uncode_button.clicked.connect(self._uncode)
        self.bar.star_button.clicked.connect(self._star)
        self.bar.export_button.clicked.connect(self._export)
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


def _recalled_level(session: Session) -> int:
    stored = session.recall("results.level", 1)
    return stored if isinstance(stored, int) and 0 <= stored < LEVELS else 1
