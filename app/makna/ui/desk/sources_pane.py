"""The sources of the desk: find them, open them, put them in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from makna.domain.changes import ChangeSet
from makna.domain.codetree import name_key
from makna.domain.errors import UserError
from makna.domain.model import Case, CaseId, PassageId, Source, SourceId, SourceKind
from makna.storage.sources import Tally
from makna.ui.desk.key_tree import Index
from makna.ui.desk.key_view import KeyView
from makna.ui.desk.naming import NamingDelegate
from makna.ui.desk.place import Place, Where
from makna.ui.desk.source_drop import DropVeil, dropped_paths
from makna.ui.desk.source_menu import SourceMenu, SourceMenuState
from makna.ui.desk.source_model import Group, Grouping, Row, SourceModel
from makna.ui.desk.source_verbs import SourceVerbs
from makna.ui.language import current_language
from makna.ui.round_timer import RoundTimer
from makna.ui.session import Session
from makna.ui.theme.icons import icon
from makna.ui.theme.sizes import set_icon_px
from makna.ui.theme.theme import set_look
from makna.ui.widgets.empty_state import EmptyChoice, EmptyState
from makna.ui.widgets.filter_box import FilterBox
from makna.ui.widgets.inline_prompt import InlinePrompt
from makna.ui.widgets.labels import SectionLabel

_FOLDED, _GROUPING = "sources.folded", "sources.grouping"
_MARGIN = 12
_RECOUNT_MS = 120
"""Counting a long source takes longer than a frame: it waits until the page is painted."""
_UNCODED = Tally(0, 0, 0)
_AT_ONCE = 20
"""Sources whose codings are counted in one go: a few milliseconds of reading."""
_BROWSING_MS = 180
"""Who walks through the list with the arrow keys opens the source on which they stay."""


class SourcesPane(QFrame):
    """Shows all sources; opening, importing and exporting them is asked of others."""

    open_wanted = Signal(int)
    """(source id): put it in front."""
    import_wanted = Signal()
    """Choose files to import."""
    files_dropped = Signal(list)
    """(list[Path]): files and folders to import."""
    erase_wanted = Signal(object)
    """(SourceId): show what removing it for good would take."""
    export_wanted = Signal(list)
    """(source ids): write these to files."""
    removed = Signal(list)
    """(names): sources were removed; undo brings them back."""

    def __init__(self, session: Session, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._place = session, place
        self._verbs = SourceVerbs(session)
        self._stale: set[SourceId] = set()
        """Sources that may have another name, another length, other cases …"""
        self._recoded: set[SourceId] = set()
        self._stale_passages: set[PassageId] = set()
        self._for_case: list[SourceId] = []
        self.model = SourceModel(self, writable=session.writable)
        self.heading = SectionLabel("", self)
        self.grouping = QToolButton(self)
        self.import_button = QPushButton(self)
        self.filter = FilterBox("", self, delay_ms=60)
        self.tree = KeyView(self.model, self)
        self._delegate = NamingDelegate(self.tree, _rename_problem)
        self.prompt = InlinePrompt(self)
        self.empty = EmptyState(self, quiet=True)
        self._veil = DropVeil(self)
        self._reread = RoundTimer(self, singleShot=True)
        self._counting = RoundTimer(self, interval=0)
        self._counting.timeout.connect(self._count_some)
        self._browsing = QTimer(self, singleShot=True, interval=_BROWSING_MS)
        self._lay_out()
        self._connect()
        self._retranslate()
        self._recall()
        self.model.set_sources(session.project.sources.all(counted=False))
        self._uncounted = sorted(self.model.ids())
        self._counting.start()
        self._show_state()

    def chosen(self) -> list[SourceId]:
        """The selected sources in the order of the rows, each once."""
        rows = self.tree.chosen_keys()
        return list(dict.fromkeys(row.source for row in rows if isinstance(row, Row)))

    def set_grouping(self, grouping: Grouping) -> None:
        """By kind or by case; kept with the project."""
        if grouping is self.model.grouping:
            return
        chosen = self.chosen()
        self.grouping.setChecked(grouping is Grouping.CASE)
        self.model.set_grouping(grouping)
        self.tree.choose([row for source in chosen for row in self.model.rows_of(source)[:1]])
        self._session.remember(_GROUPING, str(grouping))

    def menu(self) -> SourceMenu | None:
        """The context menu of the chosen sources; None when none is chosen."""
        sources = tuple(found for key in self.chosen() if (found := self.model.get(key)))
        if not sources:
            return None
        cases = sorted(self._session.project.cases.all(), key=lambda case: name_key(case.name))
        languages = sorted({source.language for source in sources})
        state = SourceMenuState(sources, cases, languages, self._session.writable)
        menu = SourceMenu(state, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.chosen.connect(self._carry_out)
        return menu

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._session.writable and dropped_paths(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._veil.spread()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._veil.hide()
        paths = dropped_paths(event.mimeData())
        if paths and self._session.writable:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.files_dropped.emit(paths)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _changed(self, changes: ChangeSet) -> None:
        passages = changes.keys("passage")
        tied = changes.keys("source") | changes.parents("case_source")
        for row in changes.of("cases"):
            # A new case has no source yet; one that goes is untied from its own.
            if row.operation == "update":
                named = self._session.project.cases.sources(CaseId(row.key))
                tied |= {source for source, _name in named}
        self._stale |= {SourceId(key) for key in tied | changes.texts}
        self._recoded |= {SourceId(key) for key in changes.parents("passage")}
        self._stale_passages |= {PassageId(p) for p in changes.parents("coding") - passages}
        if 0 < len(tied) <= _AT_ONCE:
            self._read_stale()
        elif tied:  # much of the list changes: not on top of what other views do
            self._reread.start(0)
        elif self._stale or self._recoded or self._stale_passages:
            # Bulk work announces many steps in one turn; their sources are read once.
            self._reread.start(_RECOUNT_MS)

    def _count_some(self) -> None:
        """How much is coded is read after the list is on the screen, some sources at a time."""
        some, self._uncounted = self._uncounted[:_AT_ONCE], self._uncounted[_AT_ONCE:]
        if some:
            found = self._session.project.sources.tallies(some)
            self.model.show_tallies({key: found.get(key, _UNCODED) for key in some})
        if not self._uncounted:
            self._counting.stop()

    def _read_stale(self) -> None:
        project = self._session.project
        stale, coded = self._stale, self._stale | self._recoded
        coded |= project.passages.sources_of(self._stale_passages)
        self._stale, self._recoded, self._stale_passages = set(), set(), set()
        read = project.sources.some(sorted(stale))
        gone = [key for key in stale if key not in read]
        self.model.update_sources(map(self._counted_before, read.values()), gone)
        self._show_state()
        self._uncounted = sorted(coded.union(self._uncounted).difference(gone))
        self._counting.start()

    def _counted_before(self, source: Source) -> Source:
        """The source with the counts that are on show, until it is counted again."""
        known = self.model.get(source.id)
        if known is None:
            return source
        kept = {name: getattr(known, name) for name in Tally._fields}
        return known if vars(known) == {**vars(source), **kept} else replace(source, **kept)

    def _filter(self, typed: str) -> None:
        self.tree.expect_filtered(bool(typed))
        self.model.set_filter(typed)

    def _follow(self, old: Where, new: Where) -> None:
        """The source in front is the chosen one."""
        if new.source != old.source and new.source is not None:
            rows = self.model.rows_of(new.source)
            if rows and new.source not in self.chosen():
                self.tree.choose(rows[:1])

    def _clicked(self, index: Index) -> None:
        plain = QApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier
        source = self.model.source(index)
        if source is not None and plain:
            self._open(source.id)

    def _picked(self) -> None:
        """Reached by the arrow keys, a source opens when one stays on it."""
        by_keys = QApplication.mouseButtons() == Qt.MouseButton.NoButton
        if by_keys and len(self.chosen()) == 1:
            self._browsing.start()
        else:
            self._browsing.stop()

    def _open_chosen(self) -> None:
        chosen = self.chosen()
        if len(chosen) == 1 and chosen[0] != self._place.now.source:
            self._open(chosen[0])

    def _open(self, source: SourceId) -> None:
        self._browsing.stop()
        self.open_wanted.emit(source)

    def _enter(self, index: Index) -> None:
        source = self.model.source(index)
        if source is not None:
            self._open(source.id)
        else:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))

    def _remove(self) -> None:
        chosen = self.chosen()
        names = [found.name for key in chosen if (found := self.model.get(key))]
        if chosen and self._session.writable:
            self._verbs.remove(chosen, lambda _sources: self.removed.emit(names))

    def _carry_out(self, verb: str, value: object) -> None:
        chosen = self.chosen()
        calls: dict[str, Callable[[], object]] = {
            "open": partial(self._open, chosen[0]),
            "rename": lambda: self.tree.edit(self.tree.currentIndex()),
            "new_case": partial(self._ask_case, chosen),
            "export": partial(self.export_wanted.emit, chosen),
            "remove": self._remove,
            "erase": partial(self.erase_wanted.emit, chosen[0]),
        }
        if isinstance(value, SourceKind):
            self._verbs.set_kind(chosen, value)
        elif isinstance(value, Case):
            (self._verbs.unlink if verb == "unlink" else self._verbs.link)(chosen, value)
        elif verb == "language":
            self._verbs.set_language(chosen, str(value))
        else:
            calls[verb]()

    def _ask_case(self, sources: Sequence[SourceId]) -> None:
        self._for_case = list(sources)
        self.prompt.ask(lambda: self.tr("Name of the new case"))

    def _add_case(self, name: str) -> None:
        taken = {name_key(case.name) for case in self._session.project.cases.all()}
        if name_key(name) in taken:
            error = UserError("case_exists", name=name)
            self.prompt.show_problem(error.sentences(current_language())[0])
            return
        self.prompt.finish()
        self._verbs.link_new(self._for_case, name)

    def _open_menu(self, at: QPoint) -> None:
        menu = self.menu() if self.model.source(self.tree.indexAt(at)) else None
        if menu is not None:
            menu.popup(self.tree.viewport().mapToGlobal(at))

    def _show_state(self) -> None:
        empty = len(self.model) == 0
        self._stack.setCurrentWidget(self.empty if empty else self.tree)
        self.filter.setVisible(not empty)
        self.grouping.setVisible(not empty)
        self.import_button.setVisible(self._session.writable and not empty)

    def _recall(self) -> None:
        if self._session.recall(_GROUPING) == Grouping.CASE:
            self.model.grouping = Grouping.CASE
            self.grouping.setChecked(True)
        folded = self._session.recall(_FOLDED, [])
        if isinstance(folded, list):
            pairs = [item for item in folded if isinstance(item, list) and len(item) == 2]
            known = [(by, name) for by, name in pairs if by in list(Grouping)]
            self.tree.folded_keys = {Group(Grouping(by), str(name)) for by, name in known}

    def _remember_folded(self) -> None:
        groups = [key for key in self.tree.folded_keys if isinstance(key, Group)]
        self._session.remember(_FOLDED, sorted([str(g.by), str(g.name)] for g in groups))

    def _enter_list(self) -> None:
        self.tree.setFocus(Qt.FocusReason.TabFocusReason)
        first = self.model.first_row()
        if not self.chosen() and first is not None:
            self.tree.choose([first])

    def _open_first(self) -> None:
        if (row := self.model.first_row()) is not None:
            self.tree.choose([row])
            self._open(row.source)

    def _lay_out(self) -> None:
        set_look(self, "panel")
        set_look(self.import_button, "quiet")
        self.setAcceptDrops(True)
        self.grouping.setCheckable(True)
        self.grouping.setIcon(icon("case"))
        set_icon_px(self.grouping, 16)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self.empty)
        row = QHBoxLayout()
        row.setContentsMargins(2, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.heading, 1)
        row.addWidget(self.grouping)
        row.addWidget(self.import_button)
        # It stays where it is when there is nothing to group yet.
        self.heading.setMinimumHeight(self.import_button.sizeHint().height())
        top = QVBoxLayout()
        top.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        top.setSpacing(6)
        top.addLayout(row)
        top.addWidget(self.filter)
        top.addWidget(self.prompt)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.tree.setItemDelegate(self._delegate)
        self._session.closing.connect(self._reread.stop)
        self._session.closing.connect(self._counting.stop)
        self._session.changed.connect(self._changed)
        self._place.changed.connect(self._follow)
        self._reread.timeout.connect(self._read_stale)
        self._browsing.timeout.connect(self._open_chosen)
        self.filter.filtered.connect(self._filter)
        self.filter.serve(self.tree)
        self.filter.down_pressed.connect(self._enter_list)
        self.filter.entered.connect(self._open_first)
        self.tree.clicked.connect(self._clicked)
        self.tree.picked.connect(self._picked)
        self.tree.row_entered.connect(self._enter)
        self.tree.folded.connect(self._remember_folded)
        self.tree.customContextMenuRequested.connect(self._open_menu)
        self.tree.delete_pressed.connect(self._remove)
        self.model.renamed.connect(self._verbs.rename)
        self.prompt.accepted.connect(self._add_case)
        self.import_button.clicked.connect(self.import_wanted)
        self.empty.chosen.connect(lambda _key: self.import_wanted.emit())
        self.grouping.toggled.connect(
            lambda on: self.set_grouping(Grouping.CASE if on else Grouping.KIND)
        )

    def _retranslate(self) -> None:
        self.model.retranslate()
        self.heading.setText(self.tr("Sources"))
        self.setAccessibleName(self.tr("Sources"))
        self.tree.setAccessibleName(self.tr("List of sources"))
        self._delegate.accessible_name = self.tr("Name of the source")
        self.grouping.setToolTip(self.tr("Group by case"))
        self.grouping.setAccessibleName(self.tr("Group by case"))
        self.import_button.setText(self.tr("+ Import"))
        self.import_button.setToolTip(self.tr("Import documents, or drop them here"))
        self.filter.set_placeholder(self.tr("Filter sources"))
        self.tree.set_placeholder(self.tr("No source fits"))
        self._veil.set_words(self.tr("Drop to import"))
        sentence = self.tr(
            "Interviews, field notes, web pages, regulations: drop the files here, or"
        )
        choices = [EmptyChoice("import", self.tr("Import documents…"))]
        if not self._session.writable:
            sentence, choices = self.tr("This project is open for reading only."), []
        self.empty.set_content(self.tr("No sources yet"), sentence, choices)


def _rename_problem(index: Index, name: str) -> UserError | None:
    return None if name.strip() else UserError("empty_name", thing="source")
