"""The manual as a page of the desk, and behind the start page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QToolButton, QVBoxLayout, QWidget

from makna.services.manual import Hit, Manual, Page, manual, words_of
from makna.ui.language import current_language
from makna.ui.manual.contents import ContentsList, ContentsModel
from makna.ui.manual.reader import Reader
from makna.ui.theme.icons import icon
from makna.ui.theme.sizes import set_icon_px
from makna.ui.theme.theme import set_look
from makna.ui.time_slices import TimeSlices
from makna.ui.widgets.filter_box import FilterBox
from makna.ui.widgets.labels import Label, LinkButton

CONTENTS_PX, TEXT_PX = 264, 620


class ManualPage(QFrame):
    """Contents and search at the left, the text at the right, back and forward above it."""

    closed = Signal()
    """The way back was pressed; only shown where there is one."""
    link_wanted = Signal(str)
    """A link to the world outside: ask before it is opened."""

    def __init__(self, parent: QWidget | None = None, *, closable: bool = False) -> None:
        super().__init__(parent)
        self._visited: list[str] = []
        self._at = -1
        self.leave = LinkButton(parent=self)
        self.leave.setVisible(closable)
        self.leave.clicked.connect(self.closed)
        self.box = FilterBox(parent=self)
        self.box.filtered.connect(self._search)
        self.model = ContentsModel(self)
        self.list = ContentsList(self)
        self.list.setModel(self.model)
        self.box.down_pressed.connect(self.list.setFocus)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.reader = Reader(self)
        self.list.entered_row.connect(self._enter)
        self.reader.page_wanted.connect(self.show_page)
        self.reader.link_wanted.connect(self.link_wanted)
        self.back = self._tool("chevron-left", lambda: self._step(-1))
        self.forward = self._tool("chevron-right", lambda: self._step(1))
        self._searching = TimeSlices(self)
        self._found = Label(parent=self)
        set_look(self._found, "small")
        self._lay_out()
        self.setFocusProxy(self.box)
        self._retranslate()
        self.show_page(self._manual.pages[0].name)

    @property
    def page(self) -> Page | None:
        """What is being read."""
        return self.reader.page

    def show_page(self, name: str) -> None:
        """Read a page, and remember where one came from."""
        if self._manual.page(name) is None:
            return
        if not self._visited or self._visited[self._at] != name:
            self._visited[self._at + 1 :] = [name]
            self._at += 1
        self._read(name)

    def show_view(self, view: str) -> None:
        """Open the page about a view of the window; the first page where there is none."""
        found = self._manual.for_view(view) or self._manual.pages[0]
        self.box.clear()
        self.show_page(found.name)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            if self._visited:
                self._read(self._visited[self._at])
        super().changeEvent(event)

    @property
    def _manual(self) -> Manual:
        return manual(current_language())

    def _step(self, by: int) -> None:
        if 0 <= self._at + by < len(self._visited):
            self._at += by
            self._read(self._visited[self._at])

    def _read(self, name: str) -> None:
        page = self._manual.page(name)
        if page is None:
            return
        self.reader.show_page(page, words_of(self.box.text()))
        self.reader.setAccessibleName(page.title)
        self.back.setEnabled(self._at > 0)
        self.forward.setEnabled(self._at < len(self._visited) - 1)
        self._choose(name)

    def _choose(self, name: str) -> None:
        """Show in the contents what is being read."""
        row = self.model.row_of(name)
        selection = self.list.selectionModel()
        before = selection.blockSignals(True)
        if row < 0:
            self.list.clearSelection()
            self.list.setCurrentIndex(QModelIndex())
        else:
            self.list.setCurrentIndex(self.model.index(row))
            self.list.scrollTo(self.model.index(row))
        selection.blockSignals(before)
        self.list.viewport().update()

    def _chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        page = self.model.page_at(index.row())
        if page is not None:
            self.show_page(page.name)

    def _enter(self) -> None:
        self.reader.setFocus()

    def _search(self, query: str) -> None:
        """List what was found, and read the best of it."""
        self._list(query, going=True)

    def _list(self, query: str, *, going: bool = False) -> None:
        """Pages are read when they are first searched: in turns, one after the other."""
        if words_of(query):
            found, show = self._manual.searching(query), partial(self._show_hits, going)
            self._searching.start(found, show, lambda _error: self._list_pages())
            return
        self._searching.stop()
        self._list_pages()
        if going and self.page is not None:
            self._read(self.page.name)

    def _show_hits(self, going: bool, hits: Sequence[Hit]) -> None:
        self.model.show_hits(hits)
        self._say_found(self.tr("%Ln page(s)", "", len(hits)))
        if going and hits:
            self.show_page(hits[0].page.name)
        elif self.page is not None:
            self._read(self.page.name)

    def _list_pages(self) -> None:
        self.model.show_pages(self._manual.pages)
        self._say_found("")

    def _say_found(self, words: str) -> None:
        self._found.setText(words)
        self._found.setVisible(bool(words))

    def _tool(self, name: str, run: object) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        set_icon_px(button, 16)
        button.setAutoRaise(True)
        button.clicked.connect(run)
        return button

    def _lay_out(self) -> None:
        set_look(self, "paper")
        left = QFrame(self)
        set_look(left, "panel-left")
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        for widget in (self.leave, self.box, self._found):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        right = QWidget(self)
        text = QVBoxLayout(right)
        text.setContentsMargins(0, 0, 0, 0)
        text.setSpacing(0)
        text.addLayout(self._buttons((self.back, self.forward)))
        text.addWidget(self.reader, 1)
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(1)
        halves.addWidget(left)
        halves.addWidget(right)
        halves.setStretchFactor(1, 1)
        halves.setSizes([CONTENTS_PX, TEXT_PX])
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(halves)

    def _buttons(self, buttons: Sequence[QToolButton]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(20, 8, 12, 0)
        row.setSpacing(2)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Manual"))
        self.leave.setText(self.tr("Back to the start"))
        self.box.set_placeholder(self.tr("Search the manual"))
        self.list.setAccessibleName(self.tr("Contents of the manual"))
        self.list.set_placeholder(self.tr("No page has these words."))
        for button, words in (
            (self.back, self.tr("The page before")),
            (self.forward, self.tr("The page after")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
        self._list(self.box.text())
