"""What the mouse and the keys do in the flowing text of a source: choosing and coding."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from makna.domain.model import CodeId, CodingId, PassageId, SourceId
from makna.services.coding import apply_codes, move_edges
from makna.ui.desk.marks import Marks
from makna.ui.desk.place import Place
from makna.ui.page.view import TextPage
from makna.ui.session import Session


class SourceGestures(QObject):
    """Tells the place what is chosen, and the project what is coded."""

    refused = Signal()
    """An edge could not go where it was drawn: it is to be shown where it is."""

    def __init__(
        self,
        session: Session,
        place: Place,
        source: SourceId,
        page: TextPage,
        marks: Marks,
        tab: QWidget,
    ) -> None:
        super().__init__(tab)
        self._session, self._place, self._source = session, place, source
        self._marks, self._tab = marks, tab
        page.selection_changed.connect(self._select)
        page.passage_clicked.connect(self._choose)
        page.passage_left.connect(lambda: self._place.change(passage=None))
        page.edge_moved.connect(self._move_edge)
        page.codes_dropped.connect(self._apply)

    def _select(self, start: int, end: int) -> None:
        if not self._tab.isVisible():
            return
        chosen = {"passage": None} if end > start else {}
        self._place.change(source=self._source, start=start, end=end, **chosen)

    def _choose(self, passage: int) -> None:
        self._place.change(source=self._source, passage=PassageId(passage))

    def _move_edge(self, passage: int, coding: CodingId | None, start: int, end: int) -> None:
        key, project = PassageId(passage), self._session.project
        own = self._marks.passage(key)
        code = next((CodeId(m.code_id) for m in own if m.coding_id == coding), None)
        moved = self._session.perform(partial(move_edges, project, key, start, end, code))
        if moved is None:
            self.refused.emit()
        else:
            self._place.change(source=self._source, passage=moved)

    def _apply(self, codes: Sequence[CodeId], start: int, end: int) -> None:
        project = self._session.project
        done = self._session.perform(partial(apply_codes, project, self._source, start, end, codes))
        if done:
            self._place.coded.emit(codes[-1])
            self._place.change(source=self._source, passage=done[-1].passage)
