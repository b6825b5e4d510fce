"""Pages with codings on them: what is chosen, drawn and selected, and what lies under a point."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect
from PySide6.QtWidgets import QWidget

from makna.domain.regions import Region
from makna.ui.page.values import Mark
from makna.ui.page_image.sheet import PageSheet
from makna.ui.page_image.telling import PagesTelling
from makna.ui.page_image.values import Plate
from makna.ui.page_image.words import around


class MarkedSheet(PageSheet):
    """Knows what is chosen; the view lets the user choose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.taken_up = False
        """Whether the arrows move the chosen rectangle."""
        self.telling = PagesTelling(self)
        """Of the page and of what is chosen, to a screen reader."""

    @property
    def selected_passage(self) -> int | None:
        return self.scene.chosen

    @property
    def drawn(self) -> Region | None:
        """A rectangle that is no passage yet."""
        return self.scene.drawn if self.scene.chosen is None else None

    def selection(self) -> tuple[int, int] | None:
        return self.scene.selection

    def set_plates(self, plates: Sequence[Plate]) -> None:
        self.scene.plates = plates
        self.telling.soon()
        self.viewport().update()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """The codings of words."""
        self.scene.marks = marks
        self.telling.soon()
        self.viewport().update()

    def set_hits(self, hits: Sequence[tuple[int, int]]) -> None:
        self.scene.hits = hits
        self.viewport().update()

    def light_code(self, code: int | None) -> None:
        self.scene.lit = code
        self.viewport().update()

    def select_passage(self, passage: int | None) -> None:
        """Mark a passage, and show the handles of a rectangle; None ends it."""
        if passage != self.scene.chosen:
            self.taken_up = False
            self.scene.drawn = None
            self.scene.chosen = passage
            self.telling.soon()
            self.viewport().update()

    def set_drawn(self, region: Region | None) -> None:
        """Show a rectangle that is no passage yet."""
        self.scene.drawn = region
        self.telling.soon()
        self.viewport().update()

    def set_selection(self, start: int, end: int) -> None:
        """Show words as selected; nothing is announced."""
        self.scene.selection = (start, end) if start < end else None
        self.viewport().update()

    def plate(self, passage: int | None) -> Plate | None:
        return next((p for p in self.scene.plates if p.passage_id == passage), None)

    def active_region(self) -> Region | None:
        """The rectangle that can be moved and resized: a drawn one, else the chosen one."""
        if self.scene.drawn is not None:
            return self.scene.drawn
        found = self.plate(self.scene.chosen)
        return found.region if found else None

    def chosen_rect(self) -> QRect:
        """Where a box about what is chosen opens, on the screen."""
        active = self.active_region()
        if active is not None:
            return self.anchor([active])
        span = self.scene.selection
        for page in self.pages_in_view() if span else ():
            region = around(page, self.words.lines(page, *span))  # type: ignore[misc]
            if region is not None:
                return self.anchor([region])
        return self.anchor([])

    def passages_at(self, at: QPointF) -> list[int]:
        """The passages at a point of the document, innermost first."""
        page = self.stack.page_at(at.x(), at.y())
        if page is None:
            return []
        x, y = self.stack.on_page(page, at.x(), at.y())
        named = [
            plate.passage_id
            for name, plate in self.painter.names.get(page, ())
            if name.box.holds(at.x(), at.y())
        ]
        plates = [p for p in self.scene.plates if p.region.page == page and p.region.holds(x, y)]
        plates.sort(key=lambda plate: (plate.region.area, plate.passage_id))
        marks = sorted(self._marks_at(at), key=lambda mark: mark.end - mark.start)
        found = [*named, *(p.passage_id for p in plates), *(mark.passage_id for mark in marks)]
        return list(dict.fromkeys(found))

    def _marks_at(self, at: QPointF) -> list[Mark]:
        place = self._character(at)
        if place is None:
            return []
        return [mark for mark in self.scene.marks if mark.start <= place[0] < mark.end]

    def _character(self, at: QPointF) -> tuple[int, int] | None:
        page = self.stack.page_at(at.x(), at.y())
        if page is None:
            return None
        found = self.words.character(page, *self.stack.on_page(page, at.x(), at.y()))
        return None if found is None else (found, found)
