"""What a screen reader says of pages: where one is, and what is coded on them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from makna.domain.regions import Region
from makna.ui.page.telling import names
from makna.ui.page_image.words import around
from makna.ui.spoken import Part, Telling, shortened

if TYPE_CHECKING:
    from makna.ui.page_image.marked import MarkedSheet


class PagesTelling(Telling):
    """The page, and the chosen passage or the rectangle that is being drawn."""

    def __init__(self, view: MarkedSheet) -> None:
        super().__init__(view, self._words_now)
        self._view = view
        view.page_changed.connect(self.soon)

    def _words_now(self) -> str:
        view, said = self._view, []
        if view.page_count:
            where = self.tr("Page {page} of {pages}")
            said.append(where.format(page=view.page, pages=view.page_count))
        if view.drawn is not None:
            said.append(self.tr("a new rectangle"))
        elif chosen := next((part for part in self.parts() if part.chosen), None):
            said.append(self.tr("chosen: {passage}").format(passage=chosen.name))
        return ", ".join(said)

    def parts(self) -> list[Part]:
        """Rectangles, then coded words, page by page; and the rectangle that is drawn."""
        rectangles = [
            self._rectangle(plate.region, names(plate.marks), plate.passage_id)
            for plate in sorted(self._view.scene.plates, key=lambda plate: plate.region)
        ]
        drawn = self._view.drawn
        if drawn is not None:
            rectangles.append(self._rectangle(drawn, self.tr("New rectangle"), None))
        return rectangles + self._coded_words()

    def _rectangle(self, region: Region, codes: str, passage: int | None) -> Part:
        view = self._view
        where = self.tr("Rectangle on page {page}").format(page=region.page)
        chosen = passage is None or passage == view.selected_passage
        box = view.in_view(view.place_rect(region)) if region.page <= view.page_count else QRect()
        return Part(codes or where, box, where if codes else "", chosen)

    def _coded_words(self) -> list[Part]:
        view = self._view
        by_passage = sorted(view.scene.marks, key=lambda mark: (mark.start, mark.passage_id))
        found = []
        for passage, marks in groupby(by_passage, key=lambda mark: mark.passage_id):
            own = list(marks)
            words = shortened(view.text[own[0].start : own[0].end])
            chosen = passage == view.selected_passage
            box = self._printed(own[0].start, own[0].end)
            found.append(Part(names(own) or words, box, f"“{words}”", chosen))
        return found

    def _printed(self, start: int, end: int) -> QRect:
        """Where the words stand, as far as their page has been read."""
        view = self._view
        if view.words.aligned is None or not view.page_count:
            return QRect()
        page = view.words.aligned.page_at(start)
        region = around(page, view.words.lines(page, start, end))
        return QRect() if region is None else view.in_view(view.place_rect(region))
