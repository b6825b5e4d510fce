"""The middle of the desk: tabs with sources, memos and other pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from makna.domain.changes import ChangeSet
from makna.domain.model import MemoId, PassageId, SourceId
from makna.ui.desk.place import Place
from makna.ui.desk.tab_pages import make_memo_page, make_source_page, tell_place
from makna.ui.desk.tabs import PageStack, Stand, Tab, title_of
from makna.ui.page import Reading
from makna.ui.session import Session
from makna.ui.widgets.tab_strip import TabStrip

if TYPE_CHECKING:
    # Imported when the first text or memo is opened.
    from makna.ui.desk.source_page import SourcePage

OPEN_TABS = "tabs"
"""Key of the view state: [[kind, id], …] and which one is in front."""
ZOOM = "zoom"
READ = ("source", "memo")
Makers = Mapping[str, tuple[Callable[[], str], Callable[[], QWidget]]]
"""By the name of a page: its title in the language of the moment, and what makes it."""


class Pages(QWidget):
    """Opens pages in tabs and remembers which were open."""

    menu_wanted = Signal(QPoint, object, object)
    link_wanted = Signal(str)
    case_wanted = Signal(object)
    """(CaseId): show this case."""
    collapsed = Signal(object)
    correcting_left = Signal()
    """The strip above a text that is corrected was told to end it."""
    current_changed = Signal()
    """Another page is in front, or none."""
    moved = Signal()
    """Tabs, or where one stands in their texts, are others than before."""
    zoomed = Signal()
    """The text has another size, `zoom`."""
    new_wanted = Signal()
    """The plus of the tabs was pressed."""

    def __init__(
        self, session: Session, place: Place, empty: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._place = place
        self._empty = empty
        self._tabs: dict[int, Tab] = {}
        self._stands: dict[int, Stand] = {}
        """By tab: where one is to stand when it is first looked at."""
        self.hits: dict[SourceId, Sequence[tuple[int, int]]] = {}
        """What a search found, to be outlined in sources that are opened later."""
        self.makers: Makers = {}
        """Of the pages that are opened again with the project, besides sources and memos."""
        self._next_key = 1
        self._read_last = 0
        """The tab of the source or memo that was in front last."""
        self._zoom = _zoom(session.recall(ZOOM, 1.0))
        self._reading = Reading()
        self.strip = TabStrip(self)
        self._stack = PageStack(self)
        self._stack.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self._stack, 1)
        self.strip.chosen.connect(self._show)
        self.strip.close_requested.connect(self.close_tab)
        self.strip.new_requested.connect(self.new_wanted)
        self.current_changed.connect(self.moved)
        session.changed.connect(self._after)
        place.go_wanted.connect(self.go)
        place.selection_wanted.connect(self.select)
        self._show_empty()

    @property
    def current(self) -> QWidget | None:
        """The page in front."""
        return self._front.widget if self._front is not None else None

    @property
    def shelf(self) -> QWidget:
        """The parent of every page: one that is made elsewhere is styled again when it comes in."""
        return self._stack

    @property
    def current_kind(self) -> str:
        """What the page in front is, as in `Tab.kind`; empty without one."""
        return self._front.kind if self._front is not None else ""

    @property
    def source_page(self) -> SourcePage | None:
        """The page in front if it is a source's."""
        return self._front.source_page if self._front is not None else None

    @property
    def _front(self) -> Tab | None:
        key = self.strip.current()
        return self._tabs[key] if key is not None else None

    def open_source(self, source: SourceId) -> SourcePage | None:
        """Show a source, in its tab or in a new one; None when it is gone."""
        found = self._session.project.sources.plain(source)
        if found is None:
            return None
        self._open("source", source, found.name)
        return self.source_page

    def open_memo(self, memo: MemoId) -> None:
        found = self._session.project.memos.get(memo)
        if found is not None:
            self._open("memo", memo, found.title)

    def open_page(self, kind: str, name: Callable[[], str], make: Callable[[], QWidget]) -> QWidget:
        """Show a page of which there is only one, such as the gallery of frames."""
        key = self._key(kind, 0)
        if key is None:
            key = self._add(Tab(kind, 0, name(), None, name, make))
        self._show(key)
        widget = self._tabs[key].widget
        assert widget is not None
        return widget

    def close_page(self, kind: str, id_: int = 0) -> None:
        """Close such a page, or the tab of a source or memo, if it is open."""
        key = self._key(kind, id_)
        if key is not None:
            self.close_tab(key)

    def rename(self, kind: str, id_: int, title: str) -> None:
        """Another title for the tab of a source or memo."""
        key = self._key(kind, id_)
        if key is not None:
            self._tabs[key].title = title
            self.strip.add(key, title)

    def show_reading(self) -> None:
        """Show the source or memo that was in front last; the empty page without one."""
        kept = [key for key, tab in self._tabs.items() if tab.kind in READ]
        if kept:
            self._show(self._read_last if self._read_last in kept else kept[-1])
        else:
            self._show_empty()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            for key, tab in self._tabs.items():
                if tab.name is not None:
                    tab.title = tab.name()
                    self.strip.add(key, tab.title)
        super().changeEvent(event)

    def go(self, source: SourceId, start: int = 0, end: int = 0, *, selected: bool = False) -> None:
        """Show a stretch of a source and light it up."""
        page = self.open_source(source)
        if page is not None:
            page.show_place(start, end)
            page.page.set_selection(start, end if selected else start)

    def select(self, source: SourceId, start: int, end: int) -> None:
        """The same, and select it."""
        self.go(source, start, end, selected=True)

    def close_tab(self, key: int | None = None) -> None:
        """Close a tab, or the one in front; not one with words that the disk refuses."""
        key = self.strip.current() if key is None else key
        if key is None or key not in self._tabs:
            return
        tab = self._tabs[key]
        if tab.source_page is not None:
            tab.source_page.set_correcting(False)
            if tab.source_page.correcting:
                return
        # A page beside the texts leaves one where one was, not at its neighbour.
        beside = key == self.strip.current() and tab.kind not in READ
        back = self._read_last if beside else None
        del self._tabs[key]
        self.strip.remove(key)
        if tab.widget is not None:
            tab.widget.hide()
            self._stack.removeWidget(tab.widget)
            tab.widget.deleteLater()
        self.moved.emit()
        following = back if back in self._tabs else self.strip.current()
        if following is None:
            self._show_empty()
            self.setFocus()
        else:
            self._show(following)

    def step(self, by: int) -> None:
        """The tab so many places to the right, around the end."""
        keys = self.strip.keys()
        key = self.strip.current()
        if key is not None and len(keys) > 1:
            self._show(keys[(keys.index(key) + by) % len(keys)])

    def source_pages(self) -> Iterator[SourcePage]:
        """The sources that are open and were looked at."""
        for tab in self._tabs.values():
            if tab.source_page is not None:
                yield tab.source_page

    def set_zoom(self, zoom: float) -> None:
        """One size of text for all sources; remembered with the project."""
        self._zoom = zoom
        self._show_looks()
        self._session.remember(ZOOM, round(zoom * 1000))
        self.zoomed.emit()

    @property
    def zoom(self) -> float:
        return self._zoom

    @property
    def reading(self) -> Reading:
        """How the questions of all sources are shown, and what the gutter numbers."""
        return self._reading

    def set_reading(self, reading: Reading) -> None:
        self._reading = reading
        self._show_looks()

    def _show_looks(self) -> None:
        """In the text in front; the others are laid out anew when they are looked at."""
        page = self.source_page
        if page is not None:
            page.page.set_zoom(self._zoom)
            page.page.set_reading(self._reading)

    def state(self) -> dict[str, object]:
        """Which tabs are open, and where one stands in each source, to be remembered."""
        tabs = [self._tabs[key] for key in self.strip.keys()]  # noqa: SIM118
        kept = [tab for tab in tabs if tab.kind in READ or tab.kind in self.makers]
        front, read = (self._tabs.get(key or 0) for key in (self.strip.current(), self._read_last))
        front = front if front in kept else read
        state = {
            "tabs": [[tab.kind, tab.id, *self._stand(tab)] for tab in kept],
            "front": kept.index(front) if front in kept else 0,
            "read": kept.index(read) if read in kept else -1,
            "passage": self._place.now.passage,
        }
        return {OPEN_TABS: state}

    def restore(self) -> None:
        """Open the tabs that were open last; only the one in front is read now."""
        state = self._session.recall(OPEN_TABS)
        if not isinstance(state, dict):
            return
        keys = [self._reopen(kind, key, stand) for kind, key, *stand in state.get("tabs", [])]
        if keys:
            read = int(state.get("read", -1))
            self._read_last = (keys[read] if 0 <= read < len(keys) else None) or 0
            front = keys[min(int(state.get("front", 0)), len(keys) - 1)]
            key = front if front is not None else next((k for k in keys if k is not None), None)
            if key is not None:
                self._show(key)
                self._choose(state.get("passage"))

    def _choose(self, passage: object) -> None:
        """The passage that was chosen last, if it is still there and its source in front."""
        passages = self._session.project.passages
        found = passages.get(PassageId(passage)) if isinstance(passage, int) else None
        if found is not None and found.source == self._place.now.source:
            self._place.change(passage=found.id)

    def _reopen(self, kind: str, key: int, stand: Sequence[int]) -> int | None:
        if kind in self.makers:
            name, make = self.makers[kind]
            return self._add(Tab(kind, 0, name(), None, name, make))
        title = title_of(self._session.project, kind, key)
        if not title:
            return None
        added = self._add(Tab(kind, key, title))
        self._stands[added] = Stand(*stand[:4])
        return added

    def _stand(self, tab: Tab) -> Stand:
        if tab.source_page is not None:
            return Stand(*tab.source_page.page.stand())
        return self._stands.get(self._key(tab.kind, tab.id) or 0, Stand())

    def _open(self, kind: str, id_: int, title: str) -> None:
        key = self._key(kind, id_)
        if key is None:
            key = self._add(Tab(kind, id_, title))
        self._show(key)

    def _add(self, tab: Tab) -> int:
        key = self._next_key
        self._next_key += 1
        self._tabs[key] = tab
        self.strip.add(key, tab.title)
        return key

    def _show(self, key: int) -> None:
        tab = self._tabs[key]
        if tab.widget is None:
            tab.widget = self._make(tab)
            self._stack.addWidget(tab.widget)
        if tab.kind in READ:
            self._read_last = key
        self.strip.set_current(key)
        self._show_looks()
        self._stack.setCurrentWidget(tab.widget)
        self.setFocusProxy(tab.widget)
        tab.widget.setFocus()
        if key in self._stands and tab.source_page is not None:
            tab.source_page.page.stand_at(*self._stands.pop(key))
        tell_place(self._place, tab.source_page)
        self.current_changed.emit()

    def _show_empty(self) -> None:
        self._stack.setCurrentWidget(self._empty)
        self.setFocusProxy(self._empty)
        self._place.change(source=None, passage=None, start=0, end=0)
        self.current_changed.emit()

    def _make(self, tab: Tab) -> QWidget:
        if tab.make is not None:
            return tab.make()
        if tab.kind == "memo":
            return make_memo_page(self, self._session, self._place, MemoId(tab.id))
        return make_source_page(self, self._session, self._place, SourceId(tab.id))

    def _key(self, kind: str, id_: int) -> int | None:
        return next((k for k, t in self._tabs.items() if (t.kind, t.id) == (kind, id_)), None)

    def _after(self, changes: ChangeSet) -> None:
        """Rename tabs, and close those of what is gone though nobody has looked at it."""
        touched = {kind: changes.keys(kind) for kind in READ}
        for key, tab in list(self._tabs.items()):
            if tab.id not in touched.get(tab.kind, ()):
                continue
            if title := title_of(self._session.project, tab.kind, tab.id):
                tab.title = title
                self.strip.add(key, title)
            else:
                self.close_tab(key)


def _zoom(stored: object) -> float:
    return stored / 1000 if isinstance(stored, int) and stored > 3 else 1.0
