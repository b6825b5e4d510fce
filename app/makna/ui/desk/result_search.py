"""Searching and retrieving from the results pane, in turns: the window never waits for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from makna.domain.errors import UserError
from makna.domain.pausing import Pausing
from makna.services.hit_coding import widening
from makna.services.searching import Hit, Mode, Unit
from makna.services.span_coding import Span
from makna.ui.desk.result_actions import UNITS, HitsToCode
from makna.ui.session import Session
from makna.ui.time_slices import TimeSlices

MOST_HITS = 1_000
"""Hits that are listed; coding them all codes all there are."""
SAID_AFTER_MS = 150
"""A search that takes longer says so, and can be stopped."""
Offers = Mapping[Unit, HitsToCode]


T = TypeVar("T")


class ResultSearch(QObject):
    """Looks for what is to be listed, and counts what coding all hits would code."""

    slow = Signal(bool)
    """Whether a search goes on that is worth a word."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._searching, self._counting = TimeSlices(self), TimeSlices(self)
        self._soon_said = QTimer(self, singleShot=True, interval=SAID_AFTER_MS)
        self._soon_said.timeout.connect(lambda: self.slow.emit(True))
        session.closing.connect(self.stop)

    @property
    def busy(self) -> bool:
        return self._searching.busy

    def search(
        self,
        query: str,
        mode: Mode,
        found: Callable[[Sequence[Hit]], object],
        refused: Callable[[UserError], object],
    ) -> None:
        """Hand over up to `MOST_HITS + 1` hits."""
        steps = self._session.searcher.searching(query, mode=mode, limit=MOST_HITS + 1)
        self.look(steps, found, refused)

    def look(
        self,
        steps: Pausing[T],
        found: Callable[[T], object],
        refused: Callable[[UserError], object],
    ) -> None:
        """Hand over what the steps find; a search that went on before ends unheard."""
        self._counting.stop()

        def over(tell: Callable[..., object], told: object) -> None:
            self._quiet()
            tell(told)

        try:
            self._searching.start(
                steps, lambda result: over(found, result), lambda error: over(refused, error)
            )
        finally:
            if self._searching.busy:
                self._soon_said.start()

    def count(self, query: str, mode: Mode, counted: Callable[[Offers], object]) -> None:
        """Hand over what could be coded, by unit; nothing where the search cannot be made."""
        self._counting.start(self._offers(query, mode), counted, lambda _error: counted({}))

    def stop(self) -> None:
        """End what goes on; nobody hears of it."""
        self._searching.stop()
        self._counting.stop()
        self._quiet()

    def _quiet(self) -> None:
        self._soon_said.stop()
        self.slow.emit(False)

    def _offers(self, query: str, mode: Mode) -> Pausing[Offers]:
        spans = yield from self._session.searcher.finding(query, mode)
        offers: dict[Unit, HitsToCode] = {}
        for unit in UNITS:
            grown: list[Span] = yield from widening(self._session.project, spans, unit)
            offers[unit] = HitsToCode(query, unit, tuple(grown))
        return offers
