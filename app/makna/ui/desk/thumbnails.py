"""Small pictures of rectangles, cut out beside the window and kept for a while."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from makna.domain.errors import BadFile
from makna.domain.model import Passage, SourceId
from makna.domain.regions import Region
from makna.formats.cutouts import Pages, cut_out, open_pages
from makna.services.pages import original
from makna.ui.session import Session

KEPT = 300
"""Pictures that stay in memory; each has at most `long_side` squared pixels."""
OPEN = 3
"""Originals that stay open."""
Key = tuple[SourceId, Region, int]


class Thumbnails(QObject):
    """Asked for a picture it has it, or makes it and tells when it is there."""

    ready = Signal(object)
    """(SourceId): another picture of this source is there."""
    _made = Signal(object, QImage)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._kept: OrderedDict[Key, QPixmap | None] = OrderedDict()
        self._asked: set[Key] = set()
        self._open: OrderedDict[SourceId, Pages] = OrderedDict()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="thumbnails")
        self._made.connect(self._keep)
        session.closing.connect(self._close)

    def of(self, passage: Passage, long_side: int) -> QPixmap | None:
        """The picture of a rectangle, no longer than `long_side` pixels; None until it is there.

        It stays None for words, and where the original is missing or damaged.
        """
        region = passage.region
        if region is None or not self._session.is_open:
            return None
        key = (passage.source, region, long_side)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._asked:
            self._ask(key)
        return None

    def _ask(self, key: Key) -> None:
        """The original is read here, where the project may be; the rest happens in the thread."""
        opening: Callable[[], Pages] | None = None
        if key[0] not in self._open:
            try:
                file = original(self._session.project, key[0])
            except (BadFile, KeyError):
                self._kept[key] = None
                return
            opening = lambda: open_pages(*file)  # noqa: E731
        self._asked.add(key)
        self._thread.submit(self._make, key, opening)

    def _make(self, key: Key, opening: Callable[[], Pages] | None) -> None:
        source, region, long_side = key
        image = QImage()
        try:
            if source not in self._open and opening is not None:
                self._open[source] = opening()
            self._open.move_to_end(source)
            while len(self._open) > OPEN:
                self._open.popitem(last=False)[1].close()
            image.loadFromData(cut_out(self._open[source], region, long_side).data)
        except (BadFile, KeyError):
            image = QImage()
        self._made.emit(key, image)

    def _keep(self, key: Key, image: QImage) -> None:
        self._asked.discard(key)
        self._kept[key] = None if image.isNull() else QPixmap.fromImage(image)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        self.ready.emit(key[0])

    def _close(self) -> None:
        self._thread.shutdown(wait=True, cancel_futures=True)
        for pages in self._open.values():
            pages.close()
        self._open.clear()


def thumbnails(session: Session) -> Thumbnails:
    """The ones of this session; made when they are first asked for."""
    found = session.findChild(Thumbnails)
    return found if isinstance(found, Thumbnails) else Thumbnails(session)
