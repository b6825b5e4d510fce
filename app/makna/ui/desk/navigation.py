"""Going about in the texts: passages, gaps, and back and forward like in a browser."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from makna.domain.model import CodeId, PassageId, SourceId
from makna.services.sources import source_order
from makna.ui.desk.marks import uncoded_stretches
from makna.ui.desk.place import Place, Where
from makna.ui.session import Session

if TYPE_CHECKING:
    from makna.ui.desk.source_page import SourcePage

VISITED = 60
_WORD = re.compile(r"\w")


class Navigation(QObject):
    """Moves the place; shows what lies there through `Place.go`."""

    told = Signal(str)
    """Why one stays where one is."""

    def __init__(self, session: Session, place: Place, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._place = place
        self._back: list[Where] = []
        self._forward: list[Where] = []
        self._travelling = False
        place.changed.connect(self._moved)

    def next_passage(self, page: SourcePage | None, step: int) -> None:
        """The passage after (or before) the caret in this source, and choose it."""
        places = page.places() if page is not None else []
        if page is None or not places:
            self.told.emit(self.tr("There is no passage here yet."))
            return
        keys = [key for _, _, key in places]
        chosen = self._place.now.passage
        if chosen in keys:
            index = keys.index(chosen) + step
        else:
            at = self._here(page)
            starts = [(start, end) for start, end, _ in places]
            index = bisect_right(starts, at) if step > 0 else bisect_left(starts, at) - 1
        start, end, passage = places[index % len(places)]
        self._choose(page.source, passage, start, end)

    def next_of_code(self, page: SourcePage | None, step: int) -> None:
        """The next passage of the chosen code, also in the sources that follow."""
        code = self._code(page)
        if code is None:
            self.told.emit(self.tr("Choose a code at the left first."))
            return
        project = self._session.project
        order = source_order(project)
        found = sorted(
            (order[source], start, end, passage, source)
            for passage, source, start, end in project.passages.places_of_code(code)
        )
        if not found:
            self.told.emit(self.tr("This code has no passage yet."))
            return
        here = self._place.now
        at = (
            order.get(here.source, -1) if here.source is not None else -1,
            *(self._here(page) if page is not None else (-1, -1)),
        )
        keys = [each[:3] for each in found]
        index = bisect_right(keys, at) if step > 0 else bisect_left(keys, at) - 1
        _, start, end, passage, source = found[index % len(found)]
        self._choose(source, passage, start, end)

    def next_uncoded(self, page: SourcePage | None, step: int = 1) -> None:
        """The next (or the last) stretch that nothing lies on and that holds a word."""
        gaps = _gaps(page) if page is not None else []
        if page is None or not gaps:
            self.told.emit(self.tr("There is nothing without a code here."))
            return
        starts, caret = [start for start, _ in gaps], page.page.caret()
        at = bisect_right(starts, caret) if step > 0 else bisect_left(starts, caret) - 1
        start, end = gaps[at % len(gaps)]
        self._place.change(passage=None)
        page.page.set_selection(start, start)
        page.show_place(start, end)

    def back(self) -> None:
        if not self._back:
            self.told.emit(self.tr("There is no place to go back to."))
            return
        self._forward.append(self._place.now)
        self._travel(self._back.pop())

    def forward(self) -> None:
        if not self._forward:
            self.told.emit(self.tr("There is no place to go forward to."))
            return
        self._back.append(self._place.now)
        self._travel(self._forward.pop())

    def _travel(self, where: Where) -> None:
        self._travelling = True
        try:
            if where.source is not None:
                self._place.go(where.source, where.start, where.end)
            self._place.change(passage=where.passage, code=where.code)
        finally:
            self._travelling = False

    def _moved(self, old: Where, new: Where) -> None:
        """Another source or another passage is a step to go back to; a caret is not."""
        elsewhere = (old.source, old.passage) != (new.source, new.passage)
        if self._travelling or not elsewhere or old.source is None:
            return
        if self._back and self._back[-1].source == old.source and old.passage is None:
            self._back.pop()
        self._back.append(old)
        del self._back[:-VISITED]
        self._forward.clear()

    def _here(self, page: SourcePage) -> tuple[int, int]:
        chosen = self._place.now.passage
        marks = page.marks.passage(chosen) if chosen is not None else []
        if marks:
            return marks[0].start, marks[0].end
        return page.page.caret(), page.page.caret()

    def _code(self, page: SourcePage | None) -> CodeId | None:
        """The chosen code, else the first one of the chosen passage."""
        now = self._place.now
        if now.passage is not None and page is not None:
            coded = [CodeId(m.code_id) for m in page.marks.passage(now.passage) if m.code_id]
            if coded and now.code not in coded:
                return coded[0]
        return now.code

    def _choose(self, source: SourceId, passage: PassageId, start: int, end: int) -> None:
        self._place.go(source, start, end)
        self._place.change(source=source, passage=passage, start=start, end=start)


def _gaps(page: SourcePage) -> list[tuple[int, int]]:
    """What is not coded, from its first word on; who speaks counts as no words."""
    text, hidden = page.page.surface.text, page.page.surface.geometry.hidden
    found = []
    for start, end in uncoded_stretches(len(text), page.marks.places()):
        words = (_WORD.search(text, a, b) for a, b in hidden.seen(start, end))
        first = next((word for word in words if word is not None), None)
        if first is not None:
            found.append((first.start(), end))
    return found
