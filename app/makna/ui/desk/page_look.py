"""A source as pages: what the user does on them becomes passages of the project."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from makna.domain.changes import ChangeSet
from makna.domain.errors import UserError
from makna.domain.model import CodeId, PassageId, SourceId
from makna.domain.regions import Region
from makna.services.coding import apply_codes, move_edges
from makna.services.pages import open_original, page_start
from makna.ui.desk.look_bar import LookBar
from makna.ui.desk.place import Place, Where
from makna.ui.desk.plates import Plates
from makna.ui.language import current_language
from makna.ui.page import Mark
from makna.ui.page_image import ImagePage
from makna.ui.session import Session


class PageLook(QWidget):
    """The pages of a source; they are opened when they are first looked at."""

    menu_wanted = Signal(QPoint, object, object)

    def __init__(
        self,
        session: Session,
        place: Place,
        source: SourceId,
        bar: LookBar,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.source = source
        self._session, self._place = session, place
        self.plates = Plates(session.project, source)
        self.bar = bar
        self.view = ImagePage(self)
        self._opened = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setFocusProxy(self.view)
        self._connect()

    def open(self) -> None:
        """Show the pages, once."""
        if self._opened:
            return
        self._opened = True
        project = self._session.project
        try:
            pages = open_original(project, self.source)
        except UserError as error:
            self.view.problem = error.line(current_language())
            self.view.viewport().update()
            return
        self.view.open(pages, project.texts.text(self.source))
        self.bar.show_page(self.view.page, self.view.page_count)
        self.bar.show_fit(whole=self.view.whole)

    def close_pages(self) -> None:
        """End the thread that draws."""
        self.view.close_pages()

    def read_plates(self) -> None:
        """Show the coded rectangles as they are."""
        self.view.set_plates(self.plates.all())

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show the codings of words."""
        self.view.set_marks(self.plates.light(marks))

    def text_changed(self) -> None:
        if self._opened:
            self.view.set_text(self._session.project.texts.text(self.source))

    def after(self, changes: ChangeSet) -> bool:
        """Read the rectangles again where they may be others; whether the words' codings may."""
        matters = self.plates.matters(changes) or self.source in changes.texts
        if matters:
            self.read_plates()
        return matters

    def choose(self, passage: PassageId | None, *, reveal: bool) -> None:
        """Mark a passage; `reveal` scrolls to a rectangle that is not in view."""
        if self.view.selected_passage != passage:
            self.view.select_passage(passage)
        plate = self.plates.passage(passage)
        if reveal and plate is not None:
            self.open()
            self.view.show_region(plate.region)

    def follow(self, now: Where) -> None:
        """Show the same words as selected; a rectangle that was drawn goes with its choice."""
        self.view.set_selection(now.start, now.end)
        if now.region is None and self.view.drawn is not None:
            self.view.set_drawn(None)

    def anchor_of(self, region: Region) -> int:
        """Where the page of a rectangle begins in the text."""
        aligned = self.view.words.aligned
        if aligned is not None:
            return aligned.starts[region.page - 1]
        return page_start(self._session.project, self.source, region.page)

    def _connect(self) -> None:
        view, bar = self.view, self.bar
        view.selection_changed.connect(self._words_selected)
        view.region_drawn.connect(self._drawn)
        view.passage_clicked.connect(self._chosen)
        view.passage_left.connect(lambda: self._place.change(passage=None))
        view.region_moved.connect(self._moved)
        view.codes_dropped.connect(self._dropped)
        view.menu_wanted.connect(self.menu_wanted)
        view.page_changed.connect(lambda page: bar.show_page(page, view.page_count))
        bar.page_wanted.connect(self._go_to_page)
        bar.rectangles_wanted.connect(self._set_rectangles)
        bar.zoom_wanted.connect(view.zoom_by)
        bar.fit_wanted.connect(self._fit)
        self._session.closing.connect(self.close_pages)

    def _go_to_page(self, page: int) -> None:
        self.view.go_to_page(page)
        self.bar.show_page(self.view.page, self.view.page_count)
        self.view.setFocus()

    def _set_rectangles(self, on: bool) -> None:
        self.view.rectangles = on
        self.view.setFocus()

    def _fit(self, whole: bool) -> None:
        self.view.fit(whole=whole)
        self.bar.show_fit(whole=whole)

    def _words_selected(self, start: int, end: int) -> None:
        chosen = {"passage": None} if end > start else {}
        self._place.change(source=self.source, start=start, end=end, **chosen)

    def _drawn(self, region: Region | None) -> None:
        if region is None:
            if self._place.now.source == self.source:
                self._place.change(region=None)
            return
        try:
            start = self.anchor_of(region)
        except UserError as error:
            self._session.failed.emit(error)
            return
        self._place.change(source=self.source, passage=None, start=start, end=start, region=region)

    def _chosen(self, passage: int) -> None:
        self._place.change(source=self.source, passage=PassageId(passage))

    def _moved(self, passage: int, region: Region) -> None:
        project = self._session.project

        def move():  # type: ignore[no-untyped-def]
            start = self.anchor_of(region)
            return move_edges(project, PassageId(passage), start, start, region=region)

        moved = self._session.perform(move)
        self.view.set_plates(self.plates.all())
        if moved is not None:
            self._place.change(source=self.source, passage=moved)

    def _dropped(self, codes: Sequence[int], start: int, end: int, region: Region | None) -> None:
        project = self._session.project
        if region is not None:
            start = end = self.anchor_of(region)
        wanted = [CodeId(code) for code in codes]
        done = self._session.perform(
            partial(apply_codes, project, self.source, start, end, wanted, region=region)
        )
        if done:
            self._place.coded.emit(codes[-1])
            self._place.change(source=self.source, passage=done[-1].passage)
