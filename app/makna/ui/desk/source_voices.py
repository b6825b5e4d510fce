"""Who speaks in a source that is on show, brought up to date when that was changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from makna.domain.model import SourceId
from makna.ui.desk.corrections import Corrections
from makna.ui.desk.source_text import reading
from makna.ui.page import PageText
from makna.ui.page.view import TextPage
from makna.ui.session import Session
from makna.ui.time_slices import TimeSlices

LONG_TEXT = 30_000
"""Characters from which on it is read in turns; what is on show stays until then."""


class SourceVoices(QObject):
    """Names that are others are put on the page at once: its text need not be made anew."""

    changed = Signal(object)
    """(PageText): more than names has changed; the text is to be shown anew."""

    def __init__(
        self, session: Session, source: SourceId, page: TextPage, typed: Corrections
    ) -> None:
        super().__init__(page)
        self._session, self._source, self._page, self._typed = session, source, page, typed
        self._slices = TimeSlices(self)
        session.closing.connect(self._slices.stop)

    def read(self) -> None:
        """Read who speaks."""
        at_once = len(self._page.surface.text) < LONG_TEXT
        steps = reading(self._session.project, self._source)
        self._slices.start(steps, self._take, self._session.failed.emit, at_once=at_once)

    def stop(self) -> None:
        """What is read is on show already."""
        self._slices.stop()

    def _take(self, text: PageText) -> None:
        self._typed.keep()
        if text.text != self._page.surface.text:
            self.read()
        elif not self._page.take_names(text):
            self.changed.emit(text)
